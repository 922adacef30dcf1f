// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_date.h"

#include <string.h>

#include "text/character.h"
#include "text/french_date_form.h"
#include "text/french_word.h"

static struct french_date found_in(
    const struct french_word words[], size_t count, enum french_date_found found, struct date date)
{
    if (found == FRENCH_DATE_NONE)
        return (struct french_date){.found = FRENCH_DATE_NONE};
    return (struct french_date){
        .found = found,
        .date = date,
        .start = words[0].start,
        .end = words[count - 1].end,
    };
}

static size_t without_final_stop(const char *text, size_t length)
{
    length = text_without_trailing_blanks(text, length);
    if (length > 0 && text[length - 1] == '.')
        length = text_without_trailing_blanks(text, length - 1);
    return length;
}

struct french_date french_date_at_end(
    const char *text, size_t length, const struct french_date_context *context)
{
    struct french_word words[FRENCH_DATE_LONGEST];
    length = without_final_stop(text, length);
    size_t count = french_words_last(text, length, words, FRENCH_DATE_LONGEST);
    if (count == 0 || words[count - 1].closed)
        return (struct french_date){.found = FRENCH_DATE_NONE};
    struct date date = {0};
    enum french_date_found found = FRENCH_DATE_NONE;
    size_t first = 0;
    while (first < count) {
        found = french_date_form_read(words + first, count - first, false, context, &date);
        if (found != FRENCH_DATE_NONE)
            break;
        first++;
    }
    return found_in(words + first, count - first, found, date);
}

struct french_date french_date_at_start(
    const char *text, size_t length, const struct french_date_context *context)
{
    struct french_word words[FRENCH_DATE_LONGEST];
    size_t count = french_words_first(text, length, words, FRENCH_DATE_LONGEST);
    struct date date = {0};
    enum french_date_found found = FRENCH_DATE_NONE;
    while (count > 0) {
        found = french_date_form_read(words, count, false, context, &date);
        if (found != FRENCH_DATE_NONE)
            break;
        count--;
    }
    return found_in(words, count, found, date);
}

enum french_date_found french_date_read(
    const char *text, const struct french_date_context *context, struct date *date)
{
    struct french_word words[FRENCH_DATE_LONGEST + 1];
    size_t length = without_final_stop(text, strlen(text));
    size_t count = french_words_first(text, length, words, FRENCH_DATE_LONGEST + 1);
    if (count == 0 && length == 0) {
        *date = (struct date){0};
        return FRENCH_DATE_READ;
    }
    if (count == 0 || count > FRENCH_DATE_LONGEST || words[count - 1].closed)
        return FRENCH_DATE_NONE;
    return french_date_form_read(words, count, true, context, date);
}
