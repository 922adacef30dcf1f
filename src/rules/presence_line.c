// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/presence_line.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "rules/entry_word.h"
#include "text/character.h"
#include "text/fold.h"

static const char *skip_blanks(const char *text)
{
    struct character character = character_at(text, strlen(text), 0);
    while (character.length > 0 && character_is_blank(character.code)) {
        text += character.length;
        character = character_at(text, strlen(text), 0);
    }
    return text;
}

// Where the last word of the text begins; 0 for the first.
static size_t last_word(const char *text, size_t length)
{
    while (length > 0) {
        size_t before = character_before(text, length);
        if (character_is_blank(character_at(text, length, before).code))
            return length;
        length = before;
    }
    return 0;
}

static bool read_two_digits(const char *text, size_t length, int limit, int *number)
{
    if (length == 0 || length > 2 || strspn(text, "0123456789") < length)
        return false;
    *number = text[0] - '0';
    if (length == 2)
        *number = *number * 10 + (text[1] - '0');
    return *number < limit;
}

// `15h20`, `15h`, `15:20`, `a15h20`: folded, without blanks.
static bool read_joined_hour(const char *text, char hour[PRESENCE_HOUR_SIZE])
{
    enum { HOURS = 24, MINUTES = 60 };
    int hours = 0;
    int minutes = 0;
    text += *text == 'a';
    size_t length = strcspn(text, "h:");
    if (text[length] == '\0' || !read_two_digits(text, length, HOURS, &hours))
        return false;
    const char *rest = text + length + 1;
    bool is_whole_hour = *rest == '\0' && text[length] == 'h';
    if (!is_whole_hour &&
        (strlen(rest) != 2 || !read_two_digits(rest, strlen(rest), MINUTES, &minutes)))
        return false;
    snprintf(hour, PRESENCE_HOUR_SIZE, "%02d:%02d", hours, minutes);
    return true;
}

static bool read_hour(const char *text, char hour[PRESENCE_HOUR_SIZE], struct arena *arena)
{
    struct buffer folded = {0};
    struct buffer joined = {0};
    text_fold(&folded, text);
    for (const char *byte = buffer_text(&folded); *byte != '\0'; byte++) {
        if (*byte != ' ')
            buffer_append_character(&joined, *byte);
    }
    bool failed = buffer_failed(&folded) || buffer_failed(&joined);
    bool is_hour = !failed && read_joined_hour(buffer_text(&joined), hour);
    arena->failed = arena->failed || failed;
    buffer_clear(&folded);
    buffer_clear(&joined);
    return is_hour;
}

static bool read_name(const struct expected_names *expected, const char *text, size_t length,
    bool arrives, struct arena *arena, int64_t *seat)
{
    *seat = presence_name_find(expected, text, length, arrives, arena).meant;
    return *seat != 0;
}

// The shortest hour that leaves a name before it, if any: «à 15 h 20» has four words.
static bool read_body(const struct expected_names *expected, const char *text, struct arena *arena,
    struct presence_line *line)
{
    enum { LONGEST_HOUR = 4 };
    size_t name_end = text_without_trailing_blanks(text, strlen(text));
    size_t hour_start = name_end;
    if (read_name(expected, text, name_end, line->arrives, arena, &line->seat))
        return true;
    for (int i = 0; i < LONGEST_HOUR; i++) {
        hour_start = last_word(text, text_without_trailing_blanks(text, hour_start));
        name_end = text_without_trailing_blanks(text, hour_start);
        if (hour_start == 0)
            return false;
        if (read_hour(text + hour_start, line->hour, arena) &&
            read_name(expected, text, name_end, line->arrives, arena, &line->seat))
            return true;
    }
    return false;
}

static bool is_word(
    const char *text, size_t start, size_t end, const char *word, struct arena *arena)
{
    const char *copy = arena_format(arena, "%.*s", (int)(end - start), text + start);
    return copy != NULL && text_is_same(copy, word);
}

static bool is_one_of(
    const char *text, size_t start, size_t end, const char *const words[], struct arena *arena)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (is_word(text, start, end, words[i], arena))
            return true;
    return false;
}

// `caf déport`, `caf se déporte`, with a stop behind it.
static bool read_withdrawal(const struct expected_names *expected, const char *text,
    struct arena *arena, struct presence_line *line)
{
    size_t end = text_without_trailing_blanks(text, strlen(text));
    end -= end > 0 && text[end - 1] == '.';
    size_t word = last_word(text, end);
    size_t name_end = text_without_trailing_blanks(text, word);
    if (is_word(text, word, end, "déporte", arena)) {
        word = last_word(text, name_end);
        if (!is_word(text, word, name_end, "se", arena))
            return false;
        name_end = text_without_trailing_blanks(text, word);
    } else if (!is_word(text, word, end, "déport", arena))
        return false;
    return read_name(expected, text, name_end, false, arena, &line->seat);
}

// Where the last two words of these begin, and where they end; false for none. A row ends in NULL.
static bool find_two_words(const char *text, const char *const first[], const char *const second[],
    size_t *start, size_t *end, struct arena *arena)
{
    *end = text_without_trailing_blanks(text, strlen(text));
    for (size_t middle = last_word(text, *end); middle > 0; middle = last_word(text, *end)) {
        size_t before = text_without_trailing_blanks(text, middle);
        *start = last_word(text, before);
        if (is_one_of(text, *start, before, first, arena) &&
            is_one_of(text, middle, *end, second, arena))
            return true;
        *end = before;
    }
    return false;
}

// The name and the hour that stand before `end`, a comma aside.
static bool read_mover(const struct expected_names *expected, const char *text, size_t end,
    struct arena *arena, struct presence_line *line)
{
    end -= end > 0 && text[end - 1] == ',';
    const char *mover = arena_format(arena, "%.*s", (int)end, text);
    return mover != NULL && read_body(expected, mover, arena, line);
}

// `caf pouvoir à ville`, `caf 15h20, donne pouvoir au président`.
static bool read_proxy(const struct expected_names *expected, const char *text, struct arena *arena,
    struct presence_line *line)
{
    static const char *const proxy[] = {"pouvoir", NULL};
    static const char *const to[] = {"à", "au", NULL};
    size_t start = 0;
    size_t behind = 0;
    if (!find_two_words(text, proxy, to, &start, &behind, arena))
        return false;
    size_t end = text_without_trailing_blanks(text, start);
    size_t verb = last_word(text, end);
    if (is_word(text, verb, end, "donne", arena))
        end = text_without_trailing_blanks(text, verb);
    const char *holder = skip_blanks(text + behind);
    return read_mover(expected, text, end, arena, line) &&
           read_name(expected, holder, text_without_trailing_blanks(holder, strlen(holder)), false,
               arena, &line->holder);
}

// `caf représentée par Prénom Nom`: the deputy need not be known.
static bool read_deputy(const struct expected_names *expected, const char *text,
    struct arena *arena, struct presence_line *line)
{
    static const char *const represented[] = {"représenté", "représentée", NULL};
    static const char *const by[] = {"par", NULL};
    size_t start = 0;
    size_t behind = 0;
    if (!find_two_words(text, represented, by, &start, &behind, arena))
        return false;
    const char *deputy = skip_blanks(text + behind);
    size_t length = text_without_trailing_blanks(deputy, strlen(deputy));
    length -= length > 0 && deputy[length - 1] == '.';
    if (*deputy == '@') {
        deputy++;
        length--;
    }
    if (length > 2 && entry_word_quoted_end(deputy, length, 0) == length) {
        deputy++;
        length -= 2;
    }
    line->deputy = arena_format(arena, "%.*s", (int)length, deputy);
    return length > 0 && line->deputy != NULL &&
           read_mover(expected, text, text_without_trailing_blanks(text, start), arena, line);
}

static bool read_act(const struct expected_names *expected, const char *text, struct arena *arena,
    struct presence_line *line)
{
    if (read_body(expected, text, arena, line))
        return true;
    if (line->arrives) {
        *line = (struct presence_line){.act = PRESENCE_SENDS_DEPUTY, .arrives = true};
        return read_deputy(expected, text, arena, line);
    }
    *line = (struct presence_line){.act = PRESENCE_WITHDRAWS};
    if (read_withdrawal(expected, text, arena, line))
        return true;
    *line = (struct presence_line){.act = PRESENCE_GIVES_PROXY};
    return read_proxy(expected, text, arena, line);
}

bool presence_line_read(const char *line, const struct expected_names *expected,
    struct arena *arena, struct presence_line *read)
{
    const char *sign = skip_blanks(line);
    struct presence_line found = {.arrives = *sign == '+'};
    if ((*sign != '+' && *sign != '-') ||
        !read_act(expected, skip_blanks(sign + 1), arena, &found) || arena->failed)
        return false;
    *read = found;
    return true;
}

// The name that a line might have behind its sign, up to the hour if there is one.
static size_t name_length(const char *text, struct arena *arena)
{
    enum { LONGEST_HOUR = 4 };
    char hour[PRESENCE_HOUR_SIZE];
    size_t end = text_without_trailing_blanks(text, strlen(text));
    size_t start = end;
    for (int i = 0; i < LONGEST_HOUR && start > 0; i++) {
        start = last_word(text, text_without_trailing_blanks(text, start));
        if (start > 0 && read_hour(text + start, hour, arena))
            end = text_without_trailing_blanks(text, start);
    }
    return end;
}

static bool is_short(const char *text, size_t length)
{
    enum { MOST_WORDS = 3 };
    int words = 1;
    for (size_t start = last_word(text, length); start > 0; words++)
        start = last_word(text, text_without_trailing_blanks(text, start));
    return length > 0 && words <= MOST_WORDS;
}

bool presence_line_names(const char *line, const struct expected_names *expected,
    struct arena *arena, struct presence_named *named)
{
    const char *sign = skip_blanks(line);
    if (*sign != '+' && *sign != '-')
        return false;
    const char *text = skip_blanks(sign + 1);
    size_t length = name_length(text, arena);
    struct presence_named found = presence_name_find(expected, text, length, *sign == '+', arena);
    if (arena->failed || found.meant != 0 || (found.count == 0 && !is_short(text, length)))
        return false;
    *named = found;
    return true;
}
