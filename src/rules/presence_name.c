// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/presence_name.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/entry_name.h"
#include "rules/entry_word.h"
#include "text/fold.h"

// The seats as they are found, and how many of them can move so.
struct candidates {
    int64_t *seats;
    size_t count, capacity;
    int64_t movable; // the first
    size_t movable_count;
};

static void add(struct candidates *candidates, int64_t seat, bool can_move, struct arena *arena)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->seats[i] == seat)
            return;
    int64_t *grown = arena_grow(arena, candidates->seats, candidates->count, &candidates->capacity,
        sizeof *candidates->seats);
    if (grown == NULL)
        return;
    candidates->seats = grown;
    candidates->seats[candidates->count++] = seat;
    if (can_move && candidates->movable_count++ == 0)
        candidates->movable = seat;
}

static struct candidates find_whole(const struct expected_names *expected, const char *name,
    size_t length, bool arrives, struct arena *arena)
{
    struct candidates candidates = {0};
    struct directory rest = expected->directory;
    const struct directory_name *found = entry_find_name(&rest, name, length, arena);
    while (found != NULL) {
        size_t index = (size_t)(found - expected->directory.names);
        add(&candidates, expected->seats[index], expected->held[index] != arrives, arena);
        rest.names = found + 1;
        rest.name_count = expected->directory.name_count - index - 1;
        found = entry_find_name(&rest, name, length, arena);
    }
    return candidates;
}

static const char word_ends[] = " '-.,()/";

// The typed words, folded and without their articles, each ended by a NUL byte.
struct words {
    struct buffer folded;
    size_t longest;
};

static bool is_article(const char *word)
{
    static const char *const articles[] = {"le", "la", "les", "l", "de", "du", "des", "d", "et"};
    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++)
        if (strcmp(word, articles[i]) == 0)
            return true;
    return false;
}

static void split(struct words *words, const char *text, size_t length)
{
    struct buffer folded = {0};
    char *rest = NULL;
    text_fold_bytes(&folded, text, length);
    char *word = buffer_failed(&folded) || folded.length == 0
                     ? NULL
                     : strtok_r(folded.bytes, word_ends, &rest);
    for (; word != NULL; word = strtok_r(NULL, word_ends, &rest)) {
        if (is_article(word))
            continue;
        words->longest = strlen(word) > words->longest ? strlen(word) : words->longest;
        buffer_append_bytes(&words->folded, word, strlen(word) + 1);
    }
    buffer_clear(&folded);
}

static bool begins_a_word(const char *folded, const char *word)
{
    size_t length = strlen(word);
    for (const char *place = folded; *place != '\0';) {
        place += strspn(place, word_ends);
        if (strncmp(place, word, length) == 0)
            return true;
        place += strcspn(place, word_ends);
    }
    return false;
}

// All that the seat of that name is called, folded; `*next` is the first name of the next seat.
static void fold_names(
    struct buffer *out, const struct expected_names *expected, size_t first, size_t *next)
{
    const struct directory *directory = &expected->directory;
    size_t i = first;
    buffer_reset(out);
    for (; i < directory->name_count && expected->seats[i] == expected->seats[first]; i++) {
        text_fold(out, directory->names[i].code);
        buffer_append(out, " ");
        text_fold(out, directory->names[i].label);
        buffer_append(out, " ");
    }
    *next = i;
}

static bool all_begin(const struct words *words, const char *folded)
{
    const char *word = buffer_text(&words->folded);
    const char *end = word + words->folded.length;
    for (; word < end; word += strlen(word) + 1)
        if (!begins_a_word(folded, word))
            return false;
    return true;
}

static struct candidates find_begun(const struct expected_names *expected, const char *text,
    size_t length, bool arrives, struct arena *arena)
{
    enum { SHORTEST = 3 };
    struct candidates candidates = {0};
    struct words words = {0};
    struct buffer folded = {0};
    split(&words, text, length);
    for (size_t i = 0, next = 0; words.longest >= SHORTEST && i < expected->directory.name_count;
         i = next) {
        bool can_move = expected->held[i] != arrives;
        fold_names(&folded, expected, i, &next);
        if ((arrives || can_move) && all_begin(&words, buffer_text(&folded)))
            add(&candidates, expected->seats[i], can_move, arena);
    }
    arena->failed = arena->failed || buffer_failed(&words.folded) || buffer_failed(&folded);
    buffer_clear(&words.folded);
    buffer_clear(&folded);
    return candidates;
}

static struct candidates find_unquoted(const struct expected_names *expected, const char *text,
    size_t length, bool arrives, struct arena *arena)
{
    bool quoted = length > 2 && entry_word_quoted_end(text, length, 0) == length;
    const char *name = text + quoted;
    size_t name_length = quoted ? length - 2 : length;
    struct candidates found = find_whole(expected, name, name_length, arrives, arena);
    return found.count > 0 ? found : find_begun(expected, name, name_length, arrives, arena);
}

struct presence_named presence_name_find(const struct expected_names *expected, const char *text,
    size_t length, bool arrives, struct arena *arena)
{
    const char *name = text + (*text == '@');
    size_t name_length = length - (size_t)(name - text);
    struct candidates found = find_whole(expected, name, name_length, arrives, arena);
    if (found.count == 0 && name_length > 0) {
        name_length -= strchr(",.", name[name_length - 1]) != NULL;
        found = find_unquoted(expected, name, name_length, arrives, arena);
    }
    struct presence_named named = {.seats = found.seats, .count = found.count};
    if (found.count == 1)
        named.meant = found.seats[0];
    else if (found.movable_count == 1)
        named.meant = found.movable;
    return named;
}
