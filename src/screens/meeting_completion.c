// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_completion.h"

#include <string.h>

#include "text/utf8.h"

// Found at the beginning of one of its words, without regard to case and accents.
static bool begins_a_word(const char *text, const char *prefix)
{
    struct buffer folded = {0};
    struct buffer wanted = {0};
    text_fold(&folded, text);
    text_fold(&wanted, prefix);
    const char *place = buffer_text(&folded);
    size_t length = wanted.length;
    bool found = length == 0;
    while (!found && *place != '\0') {
        found = strncmp(place, buffer_text(&wanted), length) == 0;
        place += strcspn(place, " '-");
        place += strspn(place, " '-");
    }
    buffer_clear(&folded);
    buffer_clear(&wanted);
    return found;
}

static const char *name_candidate(
    const struct directory *directory, const char *prefix, size_t *wanted, struct arena *arena)
{
    for (size_t i = 0; i < directory->name_count; i++) {
        const struct directory_name *name = &directory->names[i];
        if (!begins_a_word(name->code, prefix) && !begins_a_word(name->label, prefix))
            continue;
        if ((*wanted)-- == 0)
            return entry_mention_text(name, arena);
    }
    return NULL;
}

static const char *element_candidate(
    const struct directory *directory, const char *prefix, size_t *wanted, struct arena *arena)
{
    size_t length = strlen(prefix);
    for (size_t i = 0; i < directory->element_count; i++) {
        const struct directory_element *element = &directory->elements[i];
        if (strncmp(element->reference, prefix, length) != 0 &&
            !begins_a_word(element->label, prefix))
            continue;
        if ((*wanted)-- == 0)
            return entry_link_text(element, arena);
    }
    return NULL;
}

static const char *find_candidate(const struct directory *directory, char sign, const char *prefix,
    size_t wanted, struct arena *arena)
{
    return sign == '@' ? name_candidate(directory, prefix, &wanted, arena)
                       : element_candidate(directory, prefix, &wanted, arena);
}

// What the last Tab put still stands before the cursor.
static bool goes_on(const struct meeting_completion *completion, const struct editor *editor)
{
    return completion->end > completion->start && editor->cursor == completion->end;
}

static bool begin(
    struct meeting_completion *completion, const struct editor *editor, struct arena *arena)
{
    struct entry_completion found;
    if (!entry_completion_at(editor_text(editor), editor->cursor, arena, &found))
        return false;
    completion->start = found.start;
    completion->end = editor->cursor;
    completion->candidate = 0;
    completion->sign = found.sign;
    buffer_reset(&completion->prefix);
    buffer_append(&completion->prefix, found.prefix);
    return true;
}

bool completion_step(
    struct meeting_completion *completion, struct editor *editor, const struct directory *directory)
{
    struct arena arena = {0};
    bool again = goes_on(completion, editor);
    const char *word = NULL;
    if (again)
        completion->candidate++;
    if (again || begin(completion, editor, &arena)) {
        const char *prefix = buffer_text(&completion->prefix);
        word = find_candidate(directory, completion->sign, prefix, completion->candidate, &arena);
        if (word == NULL && completion->candidate > 0) {
            completion->candidate = 0;
            word = find_candidate(directory, completion->sign, prefix, 0, &arena);
        }
    }
    if (word != NULL) {
        editor_replace(editor, completion->start, completion->end, word);
        completion->end = editor->cursor;
    } else
        completion->start = completion->end = 0;
    arena_clear(&arena);
    return word != NULL;
}
