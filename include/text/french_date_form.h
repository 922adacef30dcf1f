// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a date phrase, word by word, and the day that each one means.
#ifndef GREFFE_TEXT_FRENCH_DATE_FORM_H
#define GREFFE_TEXT_FRENCH_DATE_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "text/french_date.h"
#include "text/french_word.h"

// «au plus tard le» before «jeudi 30 avril 2026».
enum { FRENCH_DATE_LONGEST = 8 };

// Reads all `count` words (at most FRENCH_DATE_LONGEST) as one phrase, the words before the date
// included; `*date` is set where it is read. With `is_whole_text` nothing else can stand there,
// so a bare year or month needs no word before it.
enum french_date_found french_date_form_read(const struct french_word words[], size_t count,
    bool is_whole_text, const struct french_date_context *context, struct date *date);

#endif
