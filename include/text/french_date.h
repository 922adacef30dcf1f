// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type them in French, at the end or the beginning of a line.
//
// The forms and the words before them are those of the entry line (contract §4): `30/04`,
// `30/04/26`, `30/04/2026`, `2026-04-30`, `30 avril`, `jeudi 30 avril`, `1er mai 2027`,
// `vendredi` (strictly after), `demain`, `dans 15 jours`, `dans 2 semaines`, `dans 2 mois`,
// `début avril`, `mi-avril`, `fin avril 2027`; behind one of the words le, pour, pour le, avant,
// avant le, d'ici, en, pour la, avant la: also a year (of this century), a month with its year,
// `T3 2026` (the last day of the quarter) and `prochaine séance`. Case, accents and the kind of
// apostrophe are ignored.
//
// Their near neighbours are read too, as people say them: `jeudi 30/04`, `vendredi prochain`,
// `d'ici 15 jours`, `d'ici un mois`, `sous quinzaine`, `fin du mois` (of the next one, where that
// day is over), `prochaine réunion`, and d'ici le, la, au, à, au plus tard (le) as words before.
// `3/4` is a date only behind one of the words: alone it is a fraction. A weekday that contradicts
// its date makes an impossible one, rather than a task due next year.
#ifndef GREFFE_TEXT_FRENCH_DATE_H
#define GREFFE_TEXT_FRENCH_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/date.h"

// What the phrase is counted from. Dates have day precision.
struct french_date_context {
    struct date from;         // the meeting's day, else today
    struct date next_meeting; // DATE_NONE when none is planned
};

enum french_date_found {
    FRENCH_DATE_NONE,       // no date stands there
    FRENCH_DATE_READ,       // `date` is set
    FRENCH_DATE_IMPOSSIBLE, // one that does not exist (31/02), or no next meeting; no date is set
};

struct french_date {
    enum french_date_found found;
    struct date date;
    size_t start, end; // bytes of the phrase: the words before it included, punctuation not
};

// Looks for a date phrase that ends exactly at `length` (blanks and a final stop aside); the
// longest one wins.
struct french_date french_date_at_end(
    const char *text, size_t length, const struct french_date_context *context);

// Looks for a date phrase that begins exactly at the first word of `text`; the longest one wins.
// A comma, colon, semicolon or stop may close it.
struct french_date french_date_at_start(
    const char *text, size_t length, const struct french_date_context *context);

// Reads a text that is a date phrase as a whole, for a field that holds only a date: every form
// above, and `2025`, `avril 2026`, `T3 2026` without a word before them. An empty text reads as
// «no date»: FRENCH_DATE_READ with a zeroed date. `*date` is set only where it is read.
enum french_date_found french_date_read(
    const char *text, const struct french_date_context *context, struct date *date);

#endif
