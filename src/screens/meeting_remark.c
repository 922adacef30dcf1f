// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_remark.h"

#include "rules/workflow.h"
#include "store/approval.h"
#include "text/date.h"

static bool is_withdrawn_from(const struct attendee *attendee, int64_t item)
{
    for (size_t i = 0; i < attendee->withdrawal_count; i++)
        if (attendee->withdrawals[i] == item)
            return true;
    return false;
}

static void begin_part(struct buffer *out)
{
    buffer_append(out, out->length > 0 ? " · " : "");
}

static void append_withdrawals(
    struct buffer *out, const struct attendance_sheet *sheet, int64_t item)
{
    bool first = true;
    for (size_t i = 0; i < sheet->count; i++) {
        if (!is_withdrawn_from(&sheet->people[i], item))
            continue;
        if (first)
            begin_part(out);
        buffer_append(out, first ? "déport : " : ", ");
        attendee_name(out, &sheet->people[i]);
        first = false;
    }
}

static void append_approval(struct buffer *out, const struct approval *approval)
{
    struct date day = {0};
    begin_part(out);
    if (approval->day == NULL) {
        buffer_append(out, "compte rendu à approuver (Alt-c)");
        return;
    }
    date_read_iso(approval->day, &day);
    buffer_append(out, "compte rendu approuvé ");
    buffer_append(out, approval->tacit ? "tacitement le " : "le ");
    date_short(out, day);
    if (approval->reserves != NULL)
        buffer_append_format(out, ", avec réserves : %s", approval->reserves);
}

static void append_reason(struct buffer *out, const struct remarked *remarked)
{
    begin_part(out);
    buffer_append(out, remarked->item->reason);
    if (remarked->owed != NULL && remarked->owed->task_state != NULL && !remarked->closed)
        buffer_append_format(
            out, " · %s", workflow_label(&task_workflow, remarked->owed->task_state));
}

enum status meeting_remark_read(struct store *store, const struct remarked *remarked,
    struct arena *arena, const char **remark, struct problem *problem)
{
    struct buffer text = {0};
    struct approval approval = {0};
    int64_t minutes = 0;
    const struct item *item = remarked->item;
    enum status status = approval_of_item(store, item->id, &minutes, problem);
    if (status == STATUS_DONE && minutes != 0)
        status = approval_load(store, minutes, arena, &approval, problem);
    bool approves = minutes != 0 && (approval.day != NULL || !remarked->closed);
    if (item->reason != NULL && !approves)
        append_reason(&text, remarked);
    append_withdrawals(&text, remarked->sheet, item->id);
    if (approves)
        append_approval(&text, &approval);
    *remark = text.length == 0 ? NULL : arena_copy(arena, buffer_text(&text));
    bool failed = buffer_failed(&text) || (text.length > 0 && *remark == NULL);
    buffer_clear(&text);
    return status == STATUS_DONE && failed ? problem_set_no_memory(problem) : status;
}
