// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/date_answer.h"

#include "text/french_date.h"

static enum french_date_found find(const struct desk *desk, const char *text, struct date *date)
{
    struct french_date_context context = {.from = desk_today(desk)};
    *date = (struct date){0};
    return french_date_read(text, &context, date);
}

void date_answer_understand(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct buffer *out)
{
    struct date date;
    enum french_date_found found = find(desk, text, &date);
    if (found == FRENCH_DATE_IMPOSSIBLE)
        buffer_append(out, "Cette date n'existe pas.");
    else if (found == FRENCH_DATE_NONE)
        buffer_append(out, wording->hint);
    else if (date.precision == DATE_NONE)
        buffer_append(out, wording->none);
    else
        date_long(out, date);
}

enum status date_answer_read(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct date *date, struct problem *problem)
{
    if (find(desk, text, date) == FRENCH_DATE_READ)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED, "«%s» n'est pas une date : écrivez par exemple %s.",
        text, wording->example);
}
