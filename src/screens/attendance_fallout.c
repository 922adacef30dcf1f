// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_fallout.h"

// One person before and after; the standings are NULL for somebody who is gone from the list.
struct person {
    const struct attendee *before, *after;
    const struct standing *stood, *stands;
};

struct lists {
    const struct attendance_sheet *before, *after;
    const struct attendance_state *was, *is;
};

static struct person person_of(const struct lists *lists, int64_t id)
{
    struct person person = {.before = attendance_sheet_find(lists->before, id),
        .after = attendance_sheet_find(lists->after, id)};
    if (person.before != NULL)
        person.stood = &lists->was->standings[person.before - lists->before->people];
    if (person.after != NULL)
        person.stands = &lists->is->standings[person.after - lists->after->people];
    return person;
}

static void begin_part(struct buffer *out)
{
    buffer_append(out, out->length > 0 ? " · " : "");
}

static void append_proxy(struct buffer *out, const struct lists *lists, const struct person *giver)
{
    if (giver->before->proxy_to == 0)
        return;
    struct person holder = person_of(lists, giver->before->proxy_to);
    if (holder.before == NULL)
        return;
    bool taken_back = giver->after->proxy_to != giver->before->proxy_to;
    bool lost = giver->stood->votes_by_proxy && !giver->stands->votes_by_proxy &&
                (holder.stands == NULL || !holder.stands->votes);
    if (taken_back) {
        begin_part(out);
        buffer_append_format(out, "pouvoir retiré à %s", holder.before->name);
    } else if (lost) {
        begin_part(out);
        buffer_append_format(
            out, "voix perdue : %s (pouvoir à %s)", giver->before->name, holder.before->name);
    }
}

// Whoever sat for somebody who now sits gives the place back.
static void append_place(struct buffer *out, const struct lists *lists, const struct person *person)
{
    const struct attendee *attendee = person->before;
    struct person principal = person_of(lists, attendee->substitute_for);
    bool gives_way = person->stands->held && !person->stands->counts && principal.stood != NULL &&
                     principal.stands != NULL && principal.stands->held &&
                     !(principal.stood->held && person->stood->held);
    bool sent_home =
        attendee->deputy != NULL && person->after->deputy == NULL && person->stands->held;
    if (!gives_way && !sent_home)
        return;
    begin_part(out);
    buffer_append_format(out, "%s cède la place", sent_home ? attendee->deputy : attendee->name);
}

enum status attendance_fallout(struct buffer *out, struct store *store,
    const struct attendance_sheet *sheet, const struct attendance_state *was,
    struct problem *problem)
{
    struct arena arena = {0};
    struct attendance_sheet after;
    struct attendance_state is;
    int64_t item = was->rank <= (int)sheet->item_count ? sheet->items[was->rank - 1] : 0;
    enum status status = attendance_load(store, sheet->meeting, &arena, &after, problem);
    if (status == STATUS_DONE)
        status = attendance_at(&after, item, &arena, &is, problem);
    struct lists lists = {sheet, &after, was, &is};
    for (size_t i = 0; status == STATUS_DONE && i < sheet->count; i++) {
        struct person person = person_of(&lists, sheet->people[i].id);
        if (person.stood == NULL || person.stands == NULL)
            continue;
        append_proxy(out, &lists, &person);
        append_place(out, &lists, &person);
    }
    arena_clear(&arena);
    return status;
}
