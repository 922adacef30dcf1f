// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_date_part.h"

#include <stddef.h>
#include <string.h>

enum { THIS_CENTURY = 2000, MID_MONTH = 15 };

static const char *const weekdays[] = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};

static const char *const months[] = {"janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre"};

// The place of the word in the list, from 1; 0 if it is not there.
static int place_of(const char *word, const char *const list[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, list[i]) == 0)
            return (int)i + 1;
    }
    return 0;
}

static bool read_weekday(const char *word, struct french_date_parts *parts)
{
    int weekday = place_of(word, weekdays, sizeof weekdays / sizeof weekdays[0]);
    if (weekday != 0)
        parts->weekday = weekday;
    return weekday != 0;
}

static bool read_month(const char *word, struct french_date_parts *parts)
{
    int month = place_of(word, months, sizeof months / sizeof months[0]);
    if (month != 0)
        parts->month = month;
    return month != 0;
}

// A run of digits; `length` is 0 where none stands, and a number is read up to four of them.
struct number {
    int value;
    size_t length;
};

static struct number number_at(const char *text)
{
    struct number number = {0};
    while (number.length < 4 && text[number.length] >= '0' && text[number.length] <= '9') {
        number.value = number.value * 10 + (text[number.length] - '0');
        number.length++;
    }
    return number;
}

static bool read_day(const char *word, struct french_date_parts *parts)
{
    struct number day = number_at(word);
    const char *rest = word + day.length;
    if (day.length == 0 || day.length > 2)
        return false;
    if (*rest != '\0' && !(day.value == 1 && strcmp(rest, "er") == 0))
        return false;
    parts->day = day.value;
    return true;
}

static bool read_year(const char *word, struct french_date_parts *parts)
{
    struct number year = number_at(word);
    if (year.length != 4 || word[4] != '\0')
        return false;
    parts->year = year.value;
    return true;
}

static bool read_bare_year(const char *word, struct french_date_parts *parts)
{
    return number_at(word).value / 100 == THIS_CENTURY / 100 && read_year(word, parts);
}

static bool is_day_or_month(struct number number)
{
    return number.length == 1 || number.length == 2;
}

// Reads `30/04` and returns what stands behind; NULL for anything else.
static const char *read_day_and_month(const char *word, struct number *day, struct number *month)
{
    *day = number_at(word);
    if (!is_day_or_month(*day) || word[day->length] != '/')
        return NULL;
    *month = number_at(word + day->length + 1);
    return is_day_or_month(*month) ? word + day->length + 1 + month->length : NULL;
}

static bool read_slashed(const char *word, struct french_date_parts *parts)
{
    struct number day, month;
    const char *rest = read_day_and_month(word, &day, &month);
    if (rest == NULL)
        return false;
    int year = 0;
    if (*rest == '/') {
        struct number number = number_at(rest + 1);
        rest += 1 + number.length;
        if (number.length != 2 && number.length != 4)
            return false;
        year = number.length == 2 ? THIS_CENTURY + number.value : number.value;
    } else if (day.length == 1 && month.length == 1) {
        return false;
    }
    if (*rest != '\0')
        return false;
    parts->day = day.value;
    parts->month = month.value;
    parts->year = year;
    return true;
}

static bool read_fraction(const char *word, struct french_date_parts *parts)
{
    struct number day, month;
    const char *rest = read_day_and_month(word, &day, &month);
    if (rest == NULL || *rest != '\0' || day.length != 1 || month.length != 1)
        return false;
    parts->day = day.value;
    parts->month = month.value;
    return true;
}

static bool read_iso(const char *word, struct french_date_parts *parts)
{
    struct number year = number_at(word);
    if (year.length != 4 || word[4] != '-')
        return false;
    struct number month = number_at(word + 5);
    if (month.length != 2 || word[7] != '-')
        return false;
    struct number day = number_at(word + 8);
    if (day.length != 2 || word[10] != '\0')
        return false;
    parts->year = year.value;
    parts->month = month.value;
    parts->day = day.value;
    return true;
}

static bool read_tomorrow(const char *word, struct french_date_parts *parts)
{
    if (strcmp(word, "demain") != 0)
        return false;
    parts->days_later = 1;
    return true;
}

static bool read_within(const char *word, struct french_date_parts *parts)
{
    (void)parts;
    return strcmp(word, "dans") == 0 || strcmp(word, "sous") == 0;
}

static bool read_count_in_words(const char *word, struct french_date_parts *parts)
{
    static const struct {
        const char *word;
        int count;
    } counts[] = {{"un", 1}, {"une", 1}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"six", 6},
        {"huit", 8}, {"dix", 10}, {"quinze", 15}};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (strcmp(word, counts[i].word) == 0) {
            parts->count = counts[i].count;
            return true;
        }
    }
    return false;
}

static bool read_count(const char *word, struct french_date_parts *parts)
{
    if (read_count_in_words(word, parts))
        return true;
    struct number count = number_at(word);
    if (count.length == 0 || word[count.length] != '\0')
        return false;
    parts->count = count.value;
    return true;
}

static bool read_unit(const char *word, struct french_date_parts *parts)
{
    static const struct {
        const char *word;
        int days, months;
    } units[] = {
        {"jour", 1, 0}, {"jours", 1, 0}, {"semaine", 7, 0}, {"semaines", 7, 0}, {"mois", 0, 1}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(word, units[i].word) == 0) {
            parts->days_later = parts->count * units[i].days;
            parts->months_later = parts->count * units[i].months;
            return true;
        }
    }
    return false;
}

static bool read_period(const char *word, struct french_date_parts *parts)
{
    static const char *const periods[] = {"huitaine", "quinzaine"};
    static const int days[] = {0, 8, 15};
    int period = place_of(word, periods, sizeof periods / sizeof periods[0]);
    if (period != 0)
        parts->days_later = days[period];
    return period != 0;
}

static bool read_month_edge(const char *word, struct french_date_parts *parts)
{
    static const char *const edges[] = {"debut", "mi", "fin"};
    static const int days[] = {0, 1, MID_MONTH, 0};
    int edge = place_of(word, edges, sizeof edges / sizeof edges[0]);
    if (edge == 0)
        return false;
    parts->day = days[edge];
    parts->is_last_day = days[edge] == 0;
    return true;
}

static bool read_middle_month(const char *word, struct french_date_parts *parts)
{
    if (strncmp(word, "mi-", 3) != 0 || !read_month(word + 3, parts))
        return false;
    parts->day = MID_MONTH;
    return true;
}

static bool read_quarter(const char *word, struct french_date_parts *parts)
{
    if (word[0] != 't' || word[1] < '1' || word[1] > '4' || word[2] != '\0')
        return false;
    parts->month = 3 * (word[1] - '0');
    parts->is_last_day = true;
    return true;
}

static bool read_of(const char *word, struct french_date_parts *parts)
{
    (void)parts;
    return strcmp(word, "du") == 0 || strcmp(word, "de") == 0;
}

static bool read_the_month(const char *word, struct french_date_parts *parts)
{
    (void)parts;
    return strcmp(word, "mois") == 0;
}

static bool read_next(const char *word, struct french_date_parts *parts)
{
    (void)parts;
    return strcmp(word, "prochain") == 0 || strcmp(word, "prochaine") == 0;
}

static bool read_meeting(const char *word, struct french_date_parts *parts)
{
    (void)parts;
    return strcmp(word, "seance") == 0 || strcmp(word, "reunion") == 0;
}

typedef bool part_reader(const char *word, struct french_date_parts *parts);

static part_reader *const readers[] = {
    [FRENCH_PART_WEEKDAY] = read_weekday,
    [FRENCH_PART_DAY] = read_day,
    [FRENCH_PART_MONTH] = read_month,
    [FRENCH_PART_YEAR] = read_year,
    [FRENCH_PART_BARE_YEAR] = read_bare_year,
    [FRENCH_PART_SLASHED] = read_slashed,
    [FRENCH_PART_FRACTION] = read_fraction,
    [FRENCH_PART_ISO] = read_iso,
    [FRENCH_PART_TOMORROW] = read_tomorrow,
    [FRENCH_PART_WITHIN] = read_within,
    [FRENCH_PART_COUNT] = read_count,
    [FRENCH_PART_UNIT] = read_unit,
    [FRENCH_PART_PERIOD] = read_period,
    [FRENCH_PART_MONTH_EDGE] = read_month_edge,
    [FRENCH_PART_MIDDLE_MONTH] = read_middle_month,
    [FRENCH_PART_QUARTER] = read_quarter,
    [FRENCH_PART_OF] = read_of,
    [FRENCH_PART_THE_MONTH] = read_the_month,
    [FRENCH_PART_NEXT] = read_next,
    [FRENCH_PART_MEETING] = read_meeting,
};

bool french_date_part_read(
    enum french_date_part part, const char *word, struct french_date_parts *parts)
{
    return part != FRENCH_PART_NONE && readers[part](word, parts);
}
