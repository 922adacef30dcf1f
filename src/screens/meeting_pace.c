// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_pace.h"

#include <string.h>

#include "rules/elapsed.h"
#include "rules/workflow.h"
#include "screens/attendance_phrases.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"

static int64_t moment(const char *at, int64_t otherwise)
{
    struct local_time local;
    return at != NULL && local_time_read(at, &local) ? local_time_milliseconds(&local) : otherwise;
}

// Without the pauses of the meeting, and those of the item (0: of none). Where memory ends they
// count.
static int64_t elapsed(const char *opened, const char *closed, int64_t item,
    const struct pause_list *pauses, const struct clock *clock)
{
    struct arena arena = {0};
    int64_t now = clock_now(clock);
    struct span span = {moment(opened, -1), moment(closed, now)};
    struct span *spans = arena_array(&arena, pauses->count + 1, sizeof *spans);
    size_t count = 0;
    if (span.from < 0) {
        arena_clear(&arena);
        return 0;
    }
    for (size_t i = 0; spans != NULL && i < pauses->count; i++) {
        const struct meeting_pause *pause = &pauses->pauses[i];
        if (pause->item == 0 || pause->item == item)
            spans[count++] = (struct span){moment(pause->from, now), moment(pause->until, now)};
    }
    int64_t left = elapsed_without(span, spans, count);
    arena_clear(&arena);
    return left;
}

int64_t meeting_elapsed(
    const struct meeting *meeting, const struct pause_list *pauses, const struct clock *clock)
{
    return elapsed(meeting->opened_at, meeting->adjourned_at, 0, pauses, clock);
}

int64_t item_elapsed(
    const struct item *item, const struct pause_list *pauses, const struct clock *clock)
{
    return elapsed(item->opened_at, item->closed_at, item->id, pauses, clock);
}

static int minutes_of_items(const struct agenda *agenda, const struct pause_list *pauses,
    const struct clock *clock, bool ended)
{
    enum { MINUTE = 60 * 1000 };
    int minutes = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        const struct item *item = &agenda->items[i];
        if (item->opened_at != NULL && (item->closed_at != NULL) == ended)
            minutes += (int)(item_elapsed(item, pauses, clock) / MINUTE);
    }
    return minutes;
}

int minutes_of_ended_items(
    const struct agenda *agenda, const struct pause_list *pauses, const struct clock *clock)
{
    return minutes_of_items(agenda, pauses, clock, true);
}

int minutes_of_running_items(
    const struct agenda *agenda, const struct pause_list *pauses, const struct clock *clock)
{
    return minutes_of_items(agenda, pauses, clock, false);
}

// Another item was treated between two times of this one.
static bool fell_between(
    const struct pause_list *pauses, const struct meeting_pause *pause, const struct item *item)
{
    for (size_t i = 0; i < pauses->count; i++) {
        const struct meeting_pause *away = &pauses->pauses[i];
        if (away->item == item->id && strcmp(away->from, pause->from) <= 0 &&
            (away->until == NULL || strcmp(pause->from, away->until) < 0))
            return true;
    }
    return false;
}

static bool fell_into(
    const struct pause_list *pauses, const struct meeting_pause *pause, const struct item *item)
{
    return pause_is_suspension(pause) && item->opened_at != NULL &&
           strcmp(item->opened_at, pause->from) <= 0 &&
           (item->closed_at == NULL || strcmp(pause->from, item->closed_at) < 0) &&
           !fell_between(pauses, pause, item);
}

static const char *pause_text(const struct meeting_pause *pause, struct arena *arena)
{
    struct buffer text = {0};
    buffer_append(&text, "Séance suspendue");
    if (pause->until != NULL) {
        buffer_append(&text, ", reprise à ");
        phrase_hour(&text, pause->until);
    }
    const char *copy = buffer_failed(&text) ? NULL : arena_copy(arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

// Its id does not tell when it was, once its hours were corrected; within a minute it does.
static bool stands_before(const struct record *left, const struct record *right)
{
    int order = strcmp(left->at, right->at);
    return order < 0 || (order == 0 && left->id < right->id);
}

static void insert_by_hour(struct record_list *list, const struct record *added)
{
    size_t place = 0;
    while (place < list->count && stands_before(&list->records[place], added))
        place++;
    memmove(&list->records[place + 1], &list->records[place],
        (list->count - place) * sizeof *list->records);
    list->records[place] = *added;
    list->count++;
}

enum status meeting_pauses_merge(const struct pause_list *pauses, const struct item *item,
    struct arena *arena, struct record_list *records, struct problem *problem)
{
    if (item == NULL || pauses->count == 0)
        return STATUS_DONE;
    struct record *grown = arena_array(arena, records->count + pauses->count, sizeof *grown);
    if (grown == NULL)
        return problem_set_no_memory(problem);
    if (records->count > 0)
        memcpy(grown, records->records, records->count * sizeof *grown);
    records->records = grown;
    for (size_t i = 0; i < pauses->count; i++) {
        const struct meeting_pause *pause = &pauses->pauses[i];
        if (!fell_into(pauses, pause, item))
            continue;
        struct record record = {.id = pause->id, .item = item->id, .at = pause->from};
        record.fact = (struct entry){.kind = RECORD_NOTE, .text = pause_text(pause, arena)};
        if (record.fact.text == NULL)
            return problem_set_no_memory(problem);
        insert_by_hour(records, &record);
    }
    return STATUS_DONE;
}

const struct meeting_pause *meeting_pause_of(
    const struct pause_list *pauses, const struct record *record)
{
    for (size_t i = 0; i < pauses->count; i++)
        if (pauses->pauses[i].id == record->id)
            return &pauses->pauses[i];
    return NULL;
}

bool meeting_is_pause(const struct pause_list *pauses, const struct record *record)
{
    return meeting_pause_of(pauses, record) != NULL;
}

static void append_hours(struct buffer *out, const struct meeting_pause *pause)
{
    phrase_hour(out, pause->from);
    if (pause->until != NULL) {
        buffer_append(out, "-");
        phrase_hour(out, pause->until);
    }
}

void meeting_pause_ask(
    const struct screen *screen, struct desk *desk, const struct meeting_pause *pause)
{
    struct buffer hours = {0};
    append_hours(&hours, pause);
    desk_ask(desk, screen, &meeting_pace_questions[0], pause->id, pause->id, buffer_text(&hours));
    buffer_clear(&hours);
}

void meeting_pause_drop(struct desk *desk, int64_t pause)
{
    desk_do(desk, meeting_pause_remove, pause, "suspension ôtée");
}

// «14h20-14h35», «14h20» where it lasts. False for anything else.
static bool read_hours(const char *text, char from[HOUR_TEXT_SIZE], char until[HOUR_TEXT_SIZE])
{
    char first[3 * HOUR_TEXT_SIZE] = "";
    size_t length = strcspn(text, "-");
    until[0] = '\0';
    if (length >= sizeof first)
        return false;
    memcpy(first, text, length);
    return read_typed_hour(first, from) &&
           (text[length] == '\0' || read_typed_hour(text + length + 1, until));
}

static void describe_hours(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Heures de la suspension");
}

static void understand_hours(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    char from[HOUR_TEXT_SIZE];
    char until[HOUR_TEXT_SIZE];
    if (!read_hours(text, from, until))
        buffer_append(out, "Par exemple : 14h20-14h35");
    else
        buffer_append_format(
            out, "suspendue à %s%s%s", from, until[0] == '\0' ? "" : ", reprise à ", until);
}

static enum status accept_hours(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    char from[HOUR_TEXT_SIZE];
    char until[HOUR_TEXT_SIZE];
    if (!read_hours(text, from, until))
        return problem_set(problem, STATUS_REFUSED,
            "«%s» ne dit pas deux heures : écrivez par exemple 14h20-14h35.", text);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_pause_set(gesture, subject, from, until, problem);
    return desk_finish(desk, gesture, status, problem, "heures de la suspension : %s", text);
}

const struct question meeting_pace_questions[] = {
    {.purpose = "suspension",
        .correction = true,
        .describe = describe_hours,
        .understand = understand_hours,
        .accept = accept_hours},
};

void meeting_pause_or_resume(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct meeting meeting;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    int64_t id = screen->destination.element;
    enum status status = meeting_load(desk->store, id, &arena, &meeting, &problem);
    bool resumes = status == STATUS_DONE && meeting_state_is(meeting.state, MEETING_SUSPENDED);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status =
            resumes ? meeting_open(gesture, id, &problem) : meeting_suspend(gesture, id, &problem);
    desk_conclude(desk, gesture, status, &problem, "séance %s %s", meeting.reference,
        resumes ? "reprise" : "suspendue");
    arena_clear(&arena);
}
