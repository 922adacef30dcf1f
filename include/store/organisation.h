// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations that people come from, each in a college or in none.
#ifndef GREFFE_STORE_ORGANISATION_H
#define GREFFE_STORE_ORGANISATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct organisation {
    int64_t id;
    const char *code;    // `caf`
    const char *label;   // «Caf des Pyrénées-Orientales»
    const char *college; // NULL for none
    int people;          // who come from it
    bool archived;
};

// In the order of their colleges, those without one last, then their own; archived ones left out.
// Texts are in `arena`.
enum status organisation_list(struct store *store, struct arena *arena,
    struct organisation **organisations, size_t *count, struct problem *problem);

// The same, then those that are archived.
enum status organisation_list_all(struct store *store, struct arena *arena,
    struct organisation **organisations, size_t *count, struct problem *problem);

// By code, else by label, case and accents aside; 0 where there is none.
enum status organisation_find(
    struct store *store, const char *name, int64_t *id, struct problem *problem);

// `code` empty or NULL: one is made of the label. Refuses an empty label; a code or a label that
// another organisation has (case and accents aside); a code that cannot be typed behind `@`.
// `college` may be NULL.
enum status organisation_add(struct gesture *gesture, int64_t id, const char *code,
    const char *label, const char *college, struct problem *problem);

// The same refusals. What is there already changes nothing. A college that is spelt like one in
// use but for case and accents is that one.
enum status organisation_set(struct gesture *gesture, int64_t id, const char *code,
    const char *label, const char *college, struct problem *problem);

enum status organisation_set_college(
    struct gesture *gesture, int64_t id, const char *college, struct problem *problem);

// Another name for the college of that organisation, in all that belong to it; empty: they have
// none any more. Spelt like another college in use, the two become one. Refuses an organisation
// without a college.
enum status college_rename(
    struct gesture *gesture, int64_t organisation, const char *college, struct problem *problem);

#endif
