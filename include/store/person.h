// SPDX-License-Identifier: GPL-3.0-or-later
// The people who sit in committees: no telephone, no mail.
#ifndef GREFFE_STORE_PERSON_H
#define GREFFE_STORE_PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

struct person {
    int64_t id;
    const char *civility; // NULL for none, as the function
    const char *name;
    const char *function;
    int64_t organisation; // 0 for none; then the next three are NULL
    const char *organisation_code, *organisation_label;
    const char *college; // NULL for none
    bool elected;
    bool archived;
};

// What a person writes of one.
struct person_facts {
    const char *civility, *name, *function; // all but the name may be NULL
    int64_t organisation;                   // 0 for none
    bool elected;
};

// By name as people sort it (É with E); archived ones left out. Texts are in `arena`.
enum status person_list(struct store *store, struct arena *arena, struct person **people,
    size_t *count, struct problem *problem);

// Somebody, and where they sit on a day: «COPIL, COTECH»; NULL for nowhere.
struct registered_person {
    struct person person;
    const char *seats;
};

// All, by name, then those that are archived where `archived` asks for them.
enum status person_register(struct store *store, struct date day, bool archived,
    struct arena *arena, struct registered_person **people, size_t *count, struct problem *problem);

// Those of that name, case and accents aside, in the order in which they were added.
enum status person_find(struct store *store, const char *name, struct arena *arena,
    struct person **people, size_t *count, struct problem *problem);

// STATUS_REFUSED when there is no such person (any more).
enum status person_load(struct store *store, int64_t id, struct arena *arena, struct person *person,
    struct problem *problem);

// Texts are cleaned. Refuses an empty name, an organisation that is gone, and somebody of that
// name and organisation who is known already (case and accents aside). What is there already
// changes nothing. The lists of meetings follow by attendance_refresh_committee, which the gesture
// calls at its end.
enum status person_add(
    struct gesture *gesture, int64_t id, const struct person_facts *facts, struct problem *problem);
enum status person_set(
    struct gesture *gesture, int64_t id, const struct person_facts *facts, struct problem *problem);

// «Mme Prénom Nom»
void person_name(struct buffer *out, const char *civility, const char *name);

#endif
