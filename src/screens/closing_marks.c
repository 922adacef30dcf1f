// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/closing_marks.h"

#include <string.h>

#include "screens/ballot_marks.h"
#include "screens/half_typed.h"
#include "store/item.h"
#include "store/record.h"

// A subject that is gone since is no gap: nothing is left to vote on.
static bool describe(const struct desk *desk, const struct agenda *agenda, int64_t subject,
    struct arena *arena, struct closing_gap *gap)
{
    struct record record;
    const struct item *item = agenda_find(agenda, subject);
    *gap = (struct closing_gap){.gaps = GAP_MARKS, .target = subject, .count = 1};
    if (item != NULL)
        gap->text = item->title;
    else if (record_load(desk->store, subject, arena, &record, NULL) == STATUS_DONE) {
        item = agenda_find(agenda, record.item);
        gap->text = record.fact.text;
    }
    gap->number = item == NULL ? NULL : item->number;
    return item != NULL;
}

// The decision may be there already, for want of a vote: it stands once.
static bool adds_to_known(const struct closing_gaps *gaps, int64_t subject)
{
    for (size_t i = 0; i < gaps->count; i++)
        if (gaps->gaps[i].target == subject) {
            gaps->gaps[i].gaps |= GAP_MARKS;
            return true;
        }
    return false;
}

static size_t count_marks(const struct desk *desk, const struct destination *ballots)
{
    int64_t subject = 0;
    size_t count = 0;
    while (desk->half_typed != NULL &&
           half_typed_subject(desk->half_typed, ballots, ballot_marks_purpose, count, &subject))
        count++;
    return count;
}

enum status closing_marks_add(const struct desk *desk, int64_t meeting, struct arena *arena,
    struct closing_gaps *gaps, struct problem *problem)
{
    const struct destination ballots = {.place = PLACE_BALLOT, .element = meeting};
    struct agenda agenda;
    int64_t subject = 0;
    size_t count = count_marks(desk, &ballots);
    if (count == 0)
        return STATUS_DONE;
    enum status status = agenda_load(desk->store, meeting, arena, &agenda, problem);
    if (status != STATUS_DONE)
        return status;
    struct closing_gap *all = arena_array(arena, gaps->count + count, sizeof *all);
    if (all == NULL)
        return problem_set_no_memory(problem);
    if (gaps->count > 0)
        memcpy(all, gaps->gaps, gaps->count * sizeof *all);
    gaps->gaps = all;
    for (size_t i = 0; i < count; i++)
        if (half_typed_subject(desk->half_typed, &ballots, ballot_marks_purpose, i, &subject) &&
            !adds_to_known(gaps, subject) &&
            describe(desk, &agenda, subject, arena, &all[gaps->count]))
            gaps->count++;
    return STATUS_DONE;
}
