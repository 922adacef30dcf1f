// SPDX-License-Identifier: GPL-3.0-or-later
// A date typed as an answer: shown as it is understood, refused with an example. Every form of
// text/french_date.h, ISO text, and «aujourd'hui»; relative days count from today.
#ifndef GREFFE_SCREENS_DATE_ANSWER_H
#define GREFFE_SCREENS_DATE_ANSWER_H

#include "screens/desk.h"
#include "text/date.h"

enum date_wanted {
    DATE_ANSWER_ANY,      // kept with the precision it was typed with
    DATE_ANSWER_DAY,      // a month or a year is refused
    DATE_ANSWER_HOURS,    // a day, and perhaps its hours: «12 mars à 14h30»
    DATE_ANSWER_LAST_DAY, // of a month or a year, its last day
};

struct date_wording {
    enum date_wanted wanted;
    const char *none; // what an empty answer means: «Sans échéance»; NULL where it is refused
    const char *hint; // «Une date : 30/04, vendredi…»
    const char *example; // closes «…» n'est pas une date : écrivez par exemple
};

void date_answer_understand(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct buffer *out);

// An empty answer is no date, where the wording has words for it.
enum status date_answer_read(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct date *date, struct problem *problem);

// The hours behind the day, as typed, borrowed from `text`; empty where there are none, and where
// the wording does not want any.
const char *date_answer_hours(const struct date_wording *wording, const char *text);

#endif
