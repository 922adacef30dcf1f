// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/archive_commands.h"

#include "store/attendance_list.h"

static const struct {
    const char *dropped, *archived, *taken_back;
} words[] = {
    [ARCHIVED_PERSON] = {"personne ôtée", "personne archivée", "personne reprise"},
    [ARCHIVED_ORGANISATION] = {"organisme ôté", "organisme archivé", "organisme repris"},
    [ARCHIVED_COMMITTEE] = {"instance ôtée", "instance archivée", "instance reprise"},
};

static void finish(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *what, const char *name)
{
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(gesture, 0, problem);
    desk_conclude(desk, gesture, status, problem, "%s : %s", what, name);
}

void archive_drop(struct desk *desk, const struct archive_subject *subject)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = archive_remove(gesture, subject->kind, subject->id, &problem);
    finish(desk, gesture, status, &problem, words[subject->kind].dropped, subject->name);
}

void archive_toggle(struct desk *desk, const struct archive_subject *subject)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = archive_set(gesture, subject->kind, subject->id, !subject->archived, &problem);
    finish(desk, gesture, status, &problem,
        subject->archived ? words[subject->kind].taken_back : words[subject->kind].archived,
        subject->name);
}
