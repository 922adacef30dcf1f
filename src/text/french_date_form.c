// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_date_form.h"

#include <string.h>

#include "text/french_date_part.h"

typedef struct date form_resolver(
    const struct french_date_parts *parts, const struct french_date_context *context);

static struct date day_in_year(const struct french_date_parts *parts, int year)
{
    struct date month = {.precision = DATE_MONTH, .year = year, .month = parts->month};
    if (!date_is_real(year, parts->month, parts->is_last_day ? 1 : parts->day))
        return (struct date){0};
    return parts->is_last_day ? date_last_day(month) : date_of_day(year, parts->month, parts->day);
}

static struct date next_such_day(const struct french_date_parts *parts, struct date from)
{
    enum { LONGEST_WAIT = 8 }; // years between two 29 February around a century
    for (int year = from.year; year <= from.year + LONGEST_WAIT; year++) {
        struct date date = day_in_year(parts, year);
        if (date.precision == DATE_DAY && date_compare(date, from) >= 0)
            return date;
    }
    return (struct date){0};
}

static struct date resolve_day(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    struct date date =
        parts->year != 0 ? day_in_year(parts, parts->year) : next_such_day(parts, context->from);
    bool is_wrong_weekday =
        parts->weekday != 0 && date.precision == DATE_DAY && date_weekday(date) != parts->weekday;
    return is_wrong_weekday ? (struct date){0} : date;
}

static struct date resolve_weekday(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    if (context->from.precision == DATE_NONE)
        return (struct date){0};
    int days = parts->weekday - date_weekday(context->from);
    return date_add_days(context->from, days > 0 ? days : days + 7);
}

static struct date resolve_later(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    return date_add_days(date_add_months(context->from, parts->months_later), parts->days_later);
}

// The edge of this month; of the next one where that day is over.
static struct date resolve_edge_of_month(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    struct date month = context->from;
    struct french_date_parts edge = *parts;
    if (month.precision == DATE_NONE)
        return (struct date){0};
    edge.month = month.month;
    struct date date = day_in_year(&edge, month.year);
    if (date_compare(date, context->from) >= 0)
        return date;
    month = date_add_months(date_of_day(month.year, month.month, 1), 1);
    edge.month = month.month;
    return day_in_year(&edge, month.year);
}

static struct date resolve_month(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    (void)context;
    if (!date_is_real(parts->year, parts->month, 1))
        return (struct date){0};
    return (struct date){.precision = DATE_MONTH, .year = parts->year, .month = parts->month};
}

static struct date resolve_year(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    (void)context;
    return (struct date){.precision = DATE_YEAR, .year = parts->year};
}

static struct date resolve_next_meeting(
    const struct french_date_parts *parts, const struct french_date_context *context)
{
    (void)parts;
    return context->next_meeting;
}

enum need {
    NEEDS_NOTHING,
    NEEDS_LEAD, // «le», «pour»…: alone it would be a number or a sentence
    NEEDS_TERM, // «d'ici»
};

enum { LONGEST_LEAD = 4, LONGEST_FORM = 4 };

static const struct form {
    enum french_date_part parts[LONGEST_FORM];
    enum need need;
    form_resolver *resolve;
} forms[] = {
    {{FRENCH_PART_SLASHED}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_WEEKDAY, FRENCH_PART_SLASHED}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_FRACTION}, NEEDS_LEAD, resolve_day},
    {{FRENCH_PART_WEEKDAY, FRENCH_PART_FRACTION}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_ISO}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_DAY, FRENCH_PART_MONTH}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_DAY, FRENCH_PART_MONTH, FRENCH_PART_YEAR}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_WEEKDAY, FRENCH_PART_DAY, FRENCH_PART_MONTH}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_WEEKDAY, FRENCH_PART_DAY, FRENCH_PART_MONTH, FRENCH_PART_YEAR}, NEEDS_NOTHING,
        resolve_day},
    {{FRENCH_PART_MONTH_EDGE, FRENCH_PART_MONTH}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_MONTH_EDGE, FRENCH_PART_MONTH, FRENCH_PART_YEAR}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_MIDDLE_MONTH}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_MIDDLE_MONTH, FRENCH_PART_YEAR}, NEEDS_NOTHING, resolve_day},
    {{FRENCH_PART_MONTH_EDGE, FRENCH_PART_OF, FRENCH_PART_THE_MONTH}, NEEDS_NOTHING,
        resolve_edge_of_month},
    {{FRENCH_PART_WEEKDAY}, NEEDS_NOTHING, resolve_weekday},
    {{FRENCH_PART_WEEKDAY, FRENCH_PART_NEXT}, NEEDS_NOTHING, resolve_weekday},
    {{FRENCH_PART_TOMORROW}, NEEDS_NOTHING, resolve_later},
    {{FRENCH_PART_WITHIN, FRENCH_PART_COUNT, FRENCH_PART_UNIT}, NEEDS_NOTHING, resolve_later},
    {{FRENCH_PART_COUNT, FRENCH_PART_UNIT}, NEEDS_TERM, resolve_later},
    {{FRENCH_PART_WITHIN, FRENCH_PART_PERIOD}, NEEDS_NOTHING, resolve_later},
    {{FRENCH_PART_QUARTER, FRENCH_PART_YEAR}, NEEDS_LEAD, resolve_day},
    {{FRENCH_PART_MONTH, FRENCH_PART_YEAR}, NEEDS_LEAD, resolve_month},
    {{FRENCH_PART_BARE_YEAR}, NEEDS_LEAD, resolve_year},
    {{FRENCH_PART_NEXT, FRENCH_PART_MEETING}, NEEDS_LEAD, resolve_next_meeting},
};

static const char *const leads[][LONGEST_LEAD] = {
    {"au", "plus", "tard", "le"},
    {"au", "plus", "tard"},
    {"pour", "le"},
    {"pour", "la"},
    {"avant", "le"},
    {"avant", "la"},
    {"d'ici", "le"},
    {"d'ici", "la"},
    {"d'ici", "au"},
    {"d'ici", "a"},
    {"le"},
    {"pour"},
    {"avant"},
    {"d'ici"},
    {"en"},
};

// How many of the first words are one of the leads, the longer ones first; 0 for none.
static size_t count_lead(const struct french_word words[], size_t count)
{
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        size_t matched = 0;
        while (matched < LONGEST_LEAD && matched < count && leads[i][matched] != NULL &&
               strcmp(words[matched].folded, leads[i][matched]) == 0)
            matched++;
        if (matched == LONGEST_LEAD || (matched > 0 && leads[i][matched] == NULL))
            return matched;
    }
    return 0;
}

static bool has_its_lead(
    const struct form *form, const struct french_word words[], size_t lead, bool is_whole_text)
{
    switch (form->need) {
    case NEEDS_LEAD:
        return lead > 0 || is_whole_text;
    case NEEDS_TERM:
        return lead == 1 && strcmp(words[0].folded, "d'ici") == 0;
    default:
        return true;
    }
}

static bool read_form(const struct form *form, const struct french_word words[], size_t count,
    struct french_date_parts *parts)
{
    *parts = (struct french_date_parts){0};
    for (size_t i = 0; i < count; i++) {
        if (i == LONGEST_FORM || !french_date_part_read(form->parts[i], words[i].folded, parts))
            return false;
    }
    return count > 0 && (count == LONGEST_FORM || form->parts[count] == FRENCH_PART_NONE);
}

static bool is_parted(const struct french_word words[], size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        if (words[i].closed)
            return true;
    }
    return false;
}

enum french_date_found french_date_form_read(const struct french_word words[], size_t count,
    bool is_whole_text, const struct french_date_context *context, struct date *date)
{
    if (is_parted(words, count))
        return FRENCH_DATE_NONE;
    size_t lead = count_lead(words, count);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct french_date_parts parts;
        if (!read_form(&forms[i], words + lead, count - lead, &parts) ||
            !has_its_lead(&forms[i], words, lead, is_whole_text))
            continue;
        struct date resolved = forms[i].resolve(&parts, context);
        if (resolved.precision == DATE_NONE)
            return FRENCH_DATE_IMPOSSIBLE;
        *date = resolved;
        return FRENCH_DATE_READ;
    }
    return FRENCH_DATE_NONE;
}
