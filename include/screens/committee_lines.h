// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that are typed on a committee's page, read against what the file knows.
#ifndef GREFFE_SCREENS_COMMITTEE_LINES_H
#define GREFFE_SCREENS_COMMITTEE_LINES_H

#include "rules/mandate_line.h"
#include "rules/person_line.h"
#include "screens/committee_view.h"

// `mandate` is the one being changed, which is not its own principal; 0 for a new one. The person
// of the facts is left for the caller. Refuses what the line refuses, and a principal who is no
// member.
enum status committee_read_mandate(const struct committee_view *view, const char *text,
    int64_t mandate, struct arena *arena, struct mandate_facts *facts, struct problem *problem);

enum status committee_read_person(const struct desk *desk, const char *text, struct arena *arena,
    struct person_line *line, struct problem *problem);

// The person of the file who is meant: the same name, and no other organisation than theirs is
// said; 0 for somebody new. Refuses a name that fits several.
enum status committee_find_person(const struct desk *desk, const struct person_line *line,
    struct arena *arena, int64_t *person, struct problem *problem);

// What was understood, below the question.
void committee_understand_person(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out);
// The same of somebody who is added: names those of that name who are there already.
void committee_understand_new_person(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out);
void committee_understand_mandate(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out);

#endif
