// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/mandate.h"

#include "base/buffer.h"

// No date is before every date for `date_compare`.
static bool ends_before(const struct mandate *mandate, struct date day)
{
    return mandate->to.precision != DATE_NONE && date_compare(mandate->to, day) < 0;
}

// It begins no later than the other ends.
static bool begins_within(const struct mandate *mandate, const struct mandate *other)
{
    return mandate->from.precision == DATE_NONE ||
           !ends_before(other, date_first_day(mandate->from));
}

bool mandate_overlaps(const struct mandate *left, const struct mandate *right)
{
    return begins_within(left, right) && begins_within(right, left);
}

static enum status refuse_overlap(const struct mandate *other, struct problem *problem)
{
    struct buffer period = {0};
    if (other->from.precision != DATE_NONE) {
        buffer_append(&period, " du ");
        date_short(&period, date_first_day(other->from));
    }
    if (other->to.precision != DATE_NONE) {
        buffer_append(&period, " au ");
        date_short(&period, date_last_day(other->to));
    }
    enum status status =
        buffer_failed(&period)
            ? problem_set_no_memory(problem)
            : problem_set(problem, STATUS_REFUSED,
                  "Cette personne siège déjà dans l'instance%s : changez les dates du mandat, ou "
                  "terminez d'abord l'autre.",
                  buffer_text(&period));
    buffer_clear(&period);
    return status;
}

enum status mandate_check(const struct mandate *mandate, const struct mandate others[],
    size_t other_count, struct problem *problem)
{
    if (mandate->from.precision != DATE_NONE && ends_before(mandate, date_first_day(mandate->from)))
        return problem_set(problem, STATUS_REFUSED,
            "Le mandat finirait avant de commencer : corrigez l'une de ses dates.");
    for (size_t i = 0; i < other_count; i++) {
        if (mandate_overlaps(mandate, &others[i]))
            return refuse_overlap(&others[i], problem);
    }
    return STATUS_DONE;
}
