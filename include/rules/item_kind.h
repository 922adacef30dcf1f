// SPDX-License-Identifier: GPL-3.0-or-later
// What an item of the agenda is there for: to inform, to ask for advice, to decide.
#ifndef GREFFE_RULES_ITEM_KIND_H
#define GREFFE_RULES_ITEM_KIND_H

#include "rules/value.h"

extern const struct value_set item_kind_values;

// «décision» for `decision`; an unknown code stands as it is.
const char *item_kind_label(const char *code);

// The code of the next kind, behind the last one the first again; of the first for an unknown one.
const char *item_kind_after(const char *code);

#endif
