// SPDX-License-Identifier: GPL-3.0-or-later
// The codes that a column of the file may hold (contract §6), and what the screen shows for them.
#ifndef GREFFE_RULES_VALUE_H
#define GREFFE_RULES_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct value {
    const char *code;  // `deux-tiers`
    const char *label; // «majorité des deux tiers»
};

// An enumeration's values, in its order.
struct value_set {
    const char *subject; // «majorité», for the sentence of a refusal
    const struct value *values;
    size_t count;
};

// The number is one of the enumeration.
const char *value_code(const struct value_set *set, int number);
const char *value_label(const struct value_set *set, int number);

// The code as the file keeps it, exactly; NULL is the empty code. False, with `number` unchanged,
// for an unknown one.
bool value_of_code(const struct value_set *set, const char *code, int *number);

// The code or the label as a person types it, case, accents and blanks aside: «Deux tiers».
// Refuses an unknown one with the codes to choose from; `number` is then unchanged.
enum status value_read(
    const struct value_set *set, const char *text, int *number, struct problem *problem);

#endif
