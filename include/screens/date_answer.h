// SPDX-License-Identifier: GPL-3.0-or-later
// A date typed as an answer: shown as it is understood, refused with an example.
#ifndef GREFFE_SCREENS_DATE_ANSWER_H
#define GREFFE_SCREENS_DATE_ANSWER_H

#include "screens/desk.h"
#include "text/date.h"

struct date_wording {
    const char *none;    // what an empty answer means: «Sans échéance»
    const char *hint;    // «Une date : 30/04, vendredi…»
    const char *example; // closes «…» n'est pas une date : écrivez par exemple
};

void date_answer_understand(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct buffer *out);

// An empty answer is no date. Relative days count from today.
enum status date_answer_read(const struct desk *desk, const struct date_wording *wording,
    const char *text, struct date *date, struct problem *problem);

#endif
