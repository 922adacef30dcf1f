// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/date_answer.h"

#include <string.h>

#include "rules/agenda_time.h"
#include "text/fold.h"
#include "text/french_date.h"

// Where the words before the hours begin, and the hours; false without any.
static bool find_hours(const char *text, const char **end, const char **hours)
{
    static const char *const words[] = {" à ", " de ", " "};
    char starts[AGENDA_HOUR_SIZE];
    char ends[AGENDA_HOUR_SIZE];
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (const char *at = strstr(text, words[i]); at != NULL; at = strstr(at + 1, words[i])) {
            *end = at;
            *hours = at + strlen(words[i]);
            if (agenda_read_hours(*hours, starts, ends) && starts[0] != '\0')
                return true;
        }
    return false;
}

const char *date_answer_hours(const struct date_wording *wording, const char *text)
{
    const char *end;
    const char *hours;
    return wording->wanted == DATE_ANSWER_HOURS && find_hours(text, &end, &hours) ? hours : "";
}

// «aujourd'hui» is no deadline that an entry line would look for, but an answer may be that day.
static bool is_today(const char *text)
{
    struct buffer folded = {0};
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    text_fold_bytes(&folded, text, length);
    bool today = strcmp(buffer_text(&folded), "aujourd'hui") == 0;
    buffer_clear(&folded);
    return today;
}

static enum french_date_found find_date(
    const struct desk *desk, const char *text, struct date *date)
{
    const struct french_date_context context = {.from = desk_today(desk)};
    *date = (struct date){0};
    if (is_today(text)) {
        *date = context.from;
        return FRENCH_DATE_READ;
    }
    return date_read_iso(text, date) ? FRENCH_DATE_READ : french_date_read(text, &context, date);
}

// FRENCH_DATE_NONE too for a date that is not of the kind that is wanted.
static enum french_date_found find(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct date *date)
{
    struct buffer day = {0};
    const char *end;
    const char *hours;
    if (wording->wanted != DATE_ANSWER_HOURS || !find_hours(text, &end, &hours))
        end = text + strlen(text);
    buffer_append_bytes(&day, text, (size_t)(end - text));
    enum french_date_found found = find_date(desk, buffer_text(&day), date);
    buffer_clear(&day);
    if (found != FRENCH_DATE_READ)
        return found;
    if (date->precision == DATE_NONE)
        return wording->none == NULL ? FRENCH_DATE_NONE : found;
    if (wording->wanted == DATE_ANSWER_LAST_DAY)
        *date = date_last_day(*date);
    return wording->wanted == DATE_ANSWER_ANY || date->precision == DATE_DAY ? found
                                                                             : FRENCH_DATE_NONE;
}

void date_answer_understand(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct buffer *out)
{
    struct date date;
    enum french_date_found found = find(desk, wording, text, &date);
    const char *hours = date_answer_hours(wording, text);
    if (found == FRENCH_DATE_IMPOSSIBLE)
        buffer_append(out, "Cette date n'existe pas.");
    else if (found == FRENCH_DATE_NONE)
        buffer_append(out, wording->hint);
    else if (date.precision == DATE_NONE)
        buffer_append(out, wording->none);
    else {
        date_long(out, date);
        buffer_append_format(out, "%s%s", hours[0] == '\0' ? "" : " · ", hours);
    }
}

enum status date_answer_read(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct date *date, struct problem *problem)
{
    if (find(desk, wording, text, date) == FRENCH_DATE_READ)
        return STATUS_DONE;
    const char *wanted = wording->wanted == DATE_ANSWER_ANY ? "une date" : "un jour";
    if (text[0] == '\0')
        return problem_set(problem, STATUS_REFUSED, "Il faut %s : écrivez par exemple %s.", wanted,
            wording->example);
    return problem_set(problem, STATUS_REFUSED, "«%s» n'est pas %s : écrivez par exemple %s.", text,
        wanted, wording->example);
}
