// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_completion.h"

#include <string.h>

#include "rules/entry_word.h"

static bool is_open_quote(const char *line, size_t cursor, const struct entry_word *word)
{
    return word->kind == ENTRY_WORD_TEXT && word->sign + 1 < word->end && line[word->sign] == '@' &&
           line[word->sign + 1] == '"' && entry_word_quoted_end(line, cursor, word->sign + 1) == 0;
}

static bool complete(const char *line, size_t sign, size_t from, size_t until, struct arena *arena,
    struct entry_completion *completion)
{
    completion->sign = line[sign];
    completion->start = sign;
    completion->prefix = arena_format(arena, "%.*s", (int)(until - from), line + from);
    return completion->prefix != NULL;
}

// Behind the closing quote, what stands in the quotes is completed again.
static bool complete_word(const char *line, size_t cursor, const struct entry_word *word,
    struct arena *arena, struct entry_completion *completion)
{
    bool is_quoted = word->kind == ENTRY_WORD_MENTION && line[word->sign + 1] == '"';
    if (is_quoted && word->body_end != cursor)
        return false;
    if (is_quoted)
        return complete(line, word->sign, word->name_start, word->name_end, arena, completion);
    return complete(line, word->sign, word->sign + 1, cursor, arena, completion);
}

static size_t start_of_line(const char *line, size_t cursor)
{
    while (cursor > 0 && line[cursor - 1] != '\n')
        cursor--;
    return cursor;
}

bool entry_completion_at(
    const char *line, size_t cursor, struct arena *arena, struct entry_completion *completion)
{
    struct entry_word word = {.end = start_of_line(line, cursor)};
    struct entry_word last = {0};
    struct entry_word open = {0};
    bool is_open = false;
    bool is_behind_sign = false;
    while (entry_word_next(line, cursor, word.end, &word)) {
        bool opens_quote = is_open_quote(line, cursor, &word);
        if (opens_quote)
            open = word;
        last = word;
        is_open = is_open || opens_quote;
        is_behind_sign = word.end == cursor && word.sign < word.end &&
                         word.kind != ENTRY_WORD_ESCAPED && !opens_quote;
    }
    if (is_behind_sign)
        return complete_word(line, cursor, &last, arena, completion);
    return is_open && complete(line, open.sign, open.sign + 2, cursor, arena, completion);
}
