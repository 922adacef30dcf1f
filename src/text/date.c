// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/date.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2999, MONTHS_A_YEAR = 12 };

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

bool date_is_real(int year, int month, int day)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= MONTHS_A_YEAR &&
           day >= 1 && day <= days_in_month(year, month);
}

struct date date_of_day(int year, int month, int day)
{
    return (struct date){.precision = DATE_DAY, .year = year, .month = month, .day = day};
}

void date_iso(struct date date, char text[DATE_TEXT_SIZE])
{
    text[0] = '\0';
    if (date.precision == DATE_DAY)
        snprintf(text, DATE_TEXT_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
    else if (date.precision == DATE_MONTH)
        snprintf(text, DATE_TEXT_SIZE, "%04d-%02d", date.year, date.month);
    else if (date.precision == DATE_YEAR)
        snprintf(text, DATE_TEXT_SIZE, "%04d", date.year);
}

// Exactly `count` digits; -1 for anything else.
static int read_digits(const char *text, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool date_read_iso(const char *text, struct date *date)
{
    static const enum date_precision precisions[] = {
        [0] = DATE_NONE, [4] = DATE_YEAR, [7] = DATE_MONTH, [10] = DATE_DAY};
    size_t length = text == NULL ? 0 : strlen(text);
    struct date read = {0};
    if (length != 0 && length != 4 && length != 7 && length != 10)
        return false;
    read.precision = precisions[length];
    if (read.precision >= DATE_YEAR)
        read.year = read_digits(text, 4);
    if (read.precision >= DATE_MONTH)
        read.month = text[4] == '-' ? read_digits(text + 5, 2) : -1;
    if (read.precision >= DATE_DAY)
        read.day = text[7] == '-' ? read_digits(text + 8, 2) : -1;
    struct date first = date_first_day(read);
    if (read.precision != DATE_NONE && !date_is_real(first.year, first.month, first.day))
        return false;
    *date = read;
    return true;
}

struct date date_first_day(struct date date)
{
    if (date.precision == DATE_NONE)
        return date;
    int month = date.precision >= DATE_MONTH ? date.month : 1;
    int day = date.precision >= DATE_DAY ? date.day : 1;
    return date_of_day(date.year, month, day);
}

struct date date_last_day(struct date date)
{
    if (date.precision == DATE_NONE)
        return date;
    int month = date.precision >= DATE_MONTH ? date.month : MONTHS_A_YEAR;
    int day = date.precision >= DATE_DAY ? date.day : days_in_month(date.year, month);
    return date_of_day(date.year, month, day);
}

// Days since 1 January of the year 0, in a calendar that was always the Gregorian one.
static int serial_of(struct date day)
{
    // A year that begins in March has its odd day at the end.
    int year = day.month <= 2 ? day.year - 1 : day.year;
    int month = (day.month + 9) % MONTHS_A_YEAR;
    int day_of_year = (153 * month + 2) / 5 + day.day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year + 60;
}

static struct date day_of_serial(int serial)
{
    enum { DAYS_IN_400_YEARS = 146097 };
    int days = serial - 60;
    int era = days / DAYS_IN_400_YEARS;
    int day_of_era = days % DAYS_IN_400_YEARS;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * day_of_year + 2) / 153;
    int day = day_of_year - (153 * month + 2) / 5 + 1;
    int year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);
    return date_of_day(year, (month + 2) % MONTHS_A_YEAR + 1, day);
}

struct date date_add_days(struct date date, int days)
{
    const struct date first = {DATE_DAY, FIRST_YEAR, 1, 1};
    const struct date last = {DATE_DAY, LAST_YEAR, 12, 31};
    if (date.precision == DATE_NONE)
        return date;
    int64_t serial = (int64_t)serial_of(date_last_day(date)) + days;
    if (serial < serial_of(first) || serial > serial_of(last))
        return (struct date){0};
    return day_of_serial((int)serial);
}

struct date date_add_months(struct date date, int months)
{
    if (date.precision == DATE_NONE)
        return date;
    struct date day = date_last_day(date);
    int64_t month = (int64_t)day.year * MONTHS_A_YEAR + day.month - 1 + months;
    int64_t year = month / MONTHS_A_YEAR;
    if (month < 0 || year < FIRST_YEAR || year > LAST_YEAR)
        return (struct date){0};
    day.year = (int)year;
    day.month = (int)(month % MONTHS_A_YEAR) + 1;
    int last = days_in_month(day.year, day.month);
    if (day.day > last)
        day.day = last;
    return day;
}

int date_days_between(struct date from, struct date to)
{
    return serial_of(date_last_day(to)) - serial_of(date_last_day(from));
}

int date_compare(struct date left, struct date right)
{
    struct date first = date_last_day(left);
    struct date second = date_last_day(right);
    if (first.year != second.year)
        return first.year < second.year ? -1 : 1;
    if (first.month != second.month)
        return first.month < second.month ? -1 : 1;
    return (first.day > second.day) - (first.day < second.day);
}

int date_weekday(struct date date)
{
    // 1 January of the year 0 was a Saturday.
    return (serial_of(date_last_day(date)) + 5) % 7 + 1;
}

bool date_is_past(struct date date, struct date today)
{
    return date.precision != DATE_NONE && date_compare(date, today) < 0;
}

static const char *const weekdays[] = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};

static const char *const months[] = {"janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre"};

void date_long(struct buffer *out, struct date date)
{
    if (date.precision == DATE_DAY)
        buffer_append_format(
            out, "%s %d%s ", weekdays[date_weekday(date) - 1], date.day, date.day == 1 ? "er" : "");
    if (date.precision >= DATE_MONTH)
        buffer_append_format(out, "%s ", months[date.month - 1]);
    if (date.precision >= DATE_YEAR)
        buffer_append_format(out, "%d", date.year);
}

void date_short(struct buffer *out, struct date date)
{
    if (date.precision >= DATE_DAY)
        buffer_append_format(out, "%02d/", date.day);
    if (date.precision >= DATE_MONTH)
        buffer_append_format(out, "%02d/", date.month);
    if (date.precision >= DATE_YEAR)
        buffer_append_format(out, "%04d", date.year);
}
