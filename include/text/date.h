// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar dates with their precision: the convention says «Janvier 2024» and «2025».
#ifndef GREFFE_TEXT_DATE_H
#define GREFFE_TEXT_DATE_H

#include <stdbool.h>

#include "base/buffer.h"

enum date_precision { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_DAY };

// Parts beyond the precision are 0. A zeroed date is "no date".
struct date {
    enum date_precision precision;
    int year, month, day; // 1900-2999, 1-12, 1-31
};

enum { DATE_TEXT_SIZE = 16 };

bool date_is_real(int year, int month, int day);
struct date date_of_day(int year, int month, int day);

// ISO text cut to the precision: `2026-03-12`, `2024-01`, `2025`, empty for none.
void date_iso(struct date date, char text[DATE_TEXT_SIZE]);

// The opposite, whole text; NULL or empty reads as no date. False for anything else.
bool date_read_iso(const char *text, struct date *date);

// The first and the last day that the date covers (itself for a day).
struct date date_first_day(struct date date);
struct date date_last_day(struct date date);

// Both give a day, counted from the last day of `date`; no date for none, and beyond the years
// that a date can have.
struct date date_add_days(struct date date, int days);
struct date date_add_months(struct date date, int months); // the 31st becomes the month's last
int date_days_between(struct date from, struct date to);
int date_compare(struct date left, struct date right); // by last day; no date comes first
int date_weekday(struct date date);                    // 1 Monday … 7 Sunday

// A date without day is past after its last day.
bool date_is_past(struct date date, struct date today);

// «jeudi 30 avril 2026», «avril 2026», «2026»; the first of a month is «1er».
void date_long(struct buffer *out, struct date date);

// «12/03/2026», «03/2026», «2026»; empty for none.
void date_short(struct buffer *out, struct date date);

#endif
