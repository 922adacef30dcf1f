// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/places.h"

#include <inttypes.h>
#include <stdio.h>

#include "screens/action_sheet.h"
#include "screens/agenda.h"
#include "screens/attendance.h"
#include "screens/attendance_rates.h"
#include "screens/ballot.h"
#include "screens/closing.h"
#include "screens/committee.h"
#include "screens/committees.h"
#include "screens/convention.h"
#include "screens/decision_sheet.h"
#include "screens/decisions.h"
#include "screens/element_history.h"
#include "screens/help.h"
#include "screens/history.h"
#include "screens/meeting.h"
#include "screens/meetings.h"
#include "screens/minutes.h"
#include "screens/people.h"
#include "screens/plan.h"
#include "screens/since.h"
#include "screens/standing.h"
#include "screens/tableau.h"
#include "screens/task_sheet.h"
#include "screens/tasks.h"
#include "screens/thread.h"

static const struct screen_class *const classes[PLACE_COUNT] = {
    [PLACE_TABLEAU] = &tableau_screen,
    [PLACE_PLAN] = &plan_screen,
    [PLACE_ACTION] = &action_sheet_screen,
    [PLACE_ELEMENT_HISTORY] = &element_history_screen,
    [PLACE_CONVENTION] = &convention_screen,
    [PLACE_MEETINGS] = &meetings_screen,
    [PLACE_AGENDA] = &agenda_screen,
    [PLACE_MEETING] = &meeting_screen,
    [PLACE_CLOSING] = &closing_screen,
    [PLACE_DECISIONS] = &decisions_screen,
    [PLACE_DECISION] = &decision_sheet_screen,
    [PLACE_TASKS] = &tasks_screen,
    [PLACE_HISTORY] = &history_screen,
    [PLACE_HELP] = &help_screen,
    [PLACE_THREAD] = &thread_screen,
    [PLACE_TASK] = &task_sheet_screen,
    [PLACE_SINCE] = &since_screen,
    [PLACE_STANDING] = &standing_screen,
    [PLACE_ATTENDANCE] = &attendance_screen,
    [PLACE_COMMITTEES] = &committees_screen,
    [PLACE_COMMITTEE] = &committee_screen,
    [PLACE_ATTENDANCE_RATES] = &attendance_rates_screen,
    [PLACE_PEOPLE] = &people_screen,
    [PLACE_BALLOT] = &ballot_screen,
    [PLACE_MINUTES] = &minutes_screen,
};

const struct screen_class *place_class(enum place place)
{
    return classes[place];
}

void place_write(
    struct buffer *out, const struct destination *destination, const char *purpose, int64_t subject)
{
    buffer_append_format(out, "%d %d %" PRId64 " %" PRId64 " %s", (int)destination->place,
        (int)destination->level, destination->element, subject, purpose);
}

bool place_read(const char *text, struct arena *arena, struct destination *destination,
    const char **purpose, int64_t *subject)
{
    int place = 0;
    int level = 0;
    int end = 0;
    int64_t element = 0;
    if (sscanf(text, "%d %d %" SCNd64 " %" SCNd64 " %n", &place, &level, &element, subject, &end) !=
            4 ||
        end == 0)
        return false;
    if (place < 0 || place >= PLACE_COUNT || level < PLAN_FIELD || level > PLAN_ACTION)
        return false;
    *destination = (struct destination){
        .place = (enum place)place, .level = (enum plan_level)level, .element = element};
    *purpose = arena_copy(arena, text + end);
    return *purpose != NULL;
}
