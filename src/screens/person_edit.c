// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/person_edit.h"

#include "screens/committee_lines.h"
#include "store/attendance_list.h"
#include "store/person.h"

enum status person_edit_keep(
    struct desk *desk, int64_t id, bool added, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct person_line line = {0};
    enum status status = committee_read_person(desk, text, &arena, &line, problem);
    const struct person_facts facts = {
        line.civility, line.name, line.function, line.organisation, line.elected};
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = (added ? person_add : person_set)(gesture, id, &facts, problem);
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(gesture, 0, problem);
    status = desk_finish(
        desk, gesture, status, problem, "personne %s : %s", added ? "ajoutée" : "changée", text);
    arena_clear(&arena);
    return status;
}
