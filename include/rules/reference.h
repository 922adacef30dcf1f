// SPDX-License-Identifier: GPL-3.0-or-later
// How things are named for people and other programs (contract §2). Nothing else leaves the
// program: raw ids never do.
#ifndef GREFFE_RULES_REFERENCE_H
#define GREFFE_RULES_REFERENCE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "text/date.h"

// `COPIL-2026-03-12`, the second of that committee and day `COPIL-2026-03-12-2`; `rank` from 1.
void reference_of_meeting(struct buffer *out, const char *committee, struct date date, int rank);

// `COPIL-2026-012`
void reference_of_decision(struct buffer *out, const char *committee, int year, int number);

// `COPIL-2026-012-BIS`, then `-TER`, `-QUATER`… of a decision's number or a meeting's reference;
// `rank` from 1. Beyond `-DECIES` it is a number: `-11`.
void reference_of_rectification(struct buffer *out, const char *of, int rank);

// `T-2026-031`
void reference_of_task(struct buffer *out, int year, int number);

// The code that a new action or objective gets below `parent` (`6`, or `6.A`): `6.4` behind 6.1 to
// 6.3, `6.C` for objectives. `taken` tells whether a code is in use already.
void code_of_action(struct buffer *out, const char *parent,
    bool (*taken)(const char *code, const void *context), const void *context);
void code_of_objective(struct buffer *out, const char *parent,
    bool (*taken)(const char *code, const void *context), const void *context);

// A committee's code as typed: letters A-Z, digits and `-`, from 2 to 12, beginning with a letter.
bool committee_code_is_valid(const char *code);

#endif
