// SPDX-License-Identifier: GPL-3.0-or-later
// What one word can say of a date: «jeudi», «30», «avril», «30/04», «mi-avril», «T3».
#ifndef GREFFE_TEXT_FRENCH_DATE_PART_H
#define GREFFE_TEXT_FRENCH_DATE_PART_H

#include <stdbool.h>

enum french_date_part {
    FRENCH_PART_NONE,
    FRENCH_PART_WEEKDAY,      // jeudi
    FRENCH_PART_DAY,          // 30, 1er
    FRENCH_PART_MONTH,        // avril
    FRENCH_PART_YEAR,         // 2026
    FRENCH_PART_BARE_YEAR,    // the same in this century: 2500 alone is an amount
    FRENCH_PART_SLASHED,      // 30/04, 30/04/26, 30/04/2026
    FRENCH_PART_FRACTION,     // 3/4, which may be three quarters
    FRENCH_PART_ISO,          // 2026-04-30
    FRENCH_PART_TOMORROW,     // demain
    FRENCH_PART_WITHIN,       // dans, sous
    FRENCH_PART_COUNT,        // 15, quinze, une
    FRENCH_PART_UNIT,         // jours, semaines, mois
    FRENCH_PART_PERIOD,       // huitaine, quinzaine
    FRENCH_PART_MONTH_EDGE,   // début, mi, fin
    FRENCH_PART_MIDDLE_MONTH, // mi-avril
    FRENCH_PART_QUARTER,      // T3
    FRENCH_PART_OF,           // du, de
    FRENCH_PART_THE_MONTH,    // mois
    FRENCH_PART_NEXT,         // prochain, prochaine
    FRENCH_PART_MEETING,      // séance, réunion
};

// What the words read so far have said; 0 where they are silent.
struct french_date_parts {
    int weekday; // 1 Monday … 7 Sunday
    int year, month, day;
    bool is_last_day; // of the month, instead of `day`
    int count;        // of the unit that follows
    int days_later, months_later;
};

// Reads a folded word as that part of a date. False, with `parts` unchanged, if it is none. The
// numbers are as typed: a 31st of February is read.
bool french_date_part_read(
    enum french_date_part part, const char *word, struct french_date_parts *parts);

#endif
