// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_pace.h"

#include <string.h>

#include "rules/elapsed.h"
#include "rules/workflow.h"
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

static bool is_suspension(const struct meeting_pause *pause)
{
    return strcmp(pause->kind, "suspension") == 0;
}

void phrase_suspension(struct buffer *out, const struct pause_list *pauses)
{
    for (size_t i = 0; i < pauses->count; i++)
        if (is_suspension(&pauses->pauses[i]) && pauses->pauses[i].until == NULL) {
            buffer_append(out, "suspendue ");
            phrase_hour(out, pauses->pauses[i].from);
        }
}

void phrase_suspensions(struct buffer *out, const struct pause_list *pauses)
{
    for (size_t i = 0; i < pauses->count; i++) {
        const struct meeting_pause *pause = &pauses->pauses[i];
        if (!is_suspension(pause))
            continue;
        buffer_append(out, out->length > 0 ? ", " : "");
        phrase_hour(out, pause->from);
        buffer_append(out, "–");
        phrase_hour(out, pause->until);
    }
}

static bool fell_into(const struct meeting_pause *pause, const struct item *item)
{
    return is_suspension(pause) && item->opened_at != NULL &&
           strcmp(item->opened_at, pause->from) <= 0 &&
           (item->closed_at == NULL || strcmp(pause->from, item->closed_at) < 0);
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
        if (!fell_into(pause, item))
            continue;
        struct record record = {.id = pause->id, .item = item->id, .at = pause->from};
        record.fact = (struct entry){.kind = RECORD_NOTE, .text = pause_text(pause, arena)};
        if (record.fact.text == NULL)
            return problem_set_no_memory(problem);
        record_list_insert(records, &record);
    }
    return STATUS_DONE;
}

bool meeting_is_pause(const struct pause_list *pauses, const struct record *record)
{
    for (size_t i = 0; i < pauses->count; i++)
        if (pauses->pauses[i].id == record->id)
            return true;
    return false;
}

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
