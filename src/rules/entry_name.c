// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_name.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/entry_word.h"
#include "text/fold.h"

// What is looked for is folded once; what it is compared with, into the same memory each time.
struct search {
    struct buffer wanted;
    struct buffer candidate;
};

static void begin_search(struct search *search, const char *text, size_t length)
{
    *search = (struct search){0};
    text_fold_bytes(&search->wanted, text, length);
}

static void end_search(struct search *search, struct arena *arena)
{
    if (buffer_failed(&search->wanted) || buffer_failed(&search->candidate))
        arena->failed = true;
    buffer_clear(&search->wanted);
    buffer_clear(&search->candidate);
}

static bool is_found(struct search *search, const char *text)
{
    buffer_truncate(&search->candidate, 0);
    text_fold(&search->candidate, text);
    return search->wanted.length > 0 && !buffer_failed(&search->wanted) &&
           !buffer_failed(&search->candidate) &&
           strcmp(buffer_text(&search->candidate), buffer_text(&search->wanted)) == 0;
}

static const struct directory_name *search_names(
    struct search *search, const struct directory *directory)
{
    for (size_t i = 0; i < directory->name_count; i++) {
        if (is_found(search, directory->names[i].code))
            return &directory->names[i];
    }
    for (size_t i = 0; i < directory->name_count; i++) {
        if (is_found(search, directory->names[i].label))
            return &directory->names[i];
    }
    return NULL;
}

const struct directory_name *entry_find_name(
    const struct directory *directory, const char *name, size_t length, struct arena *arena)
{
    struct search search;
    begin_search(&search, name, length);
    const struct directory_name *found = search_names(&search, directory);
    end_search(&search, arena);
    return found;
}

const struct directory_name *entry_find_organisation(
    const struct directory *directory, int64_t organisation)
{
    for (size_t i = 0; organisation != 0 && i < directory->name_count; i++) {
        if (directory->names[i].organisation == organisation)
            return &directory->names[i];
    }
    return NULL;
}

static const struct directory_element *search_elements(
    struct search *search, const struct directory *directory)
{
    for (size_t i = 0; i < directory->element_count; i++) {
        if (is_found(search, directory->elements[i].reference))
            return &directory->elements[i];
    }
    return NULL;
}

static const struct directory_element *search_axes(
    const struct search *search, const struct directory *directory)
{
    static const char prefix[] = "axe-";
    const char *wanted = buffer_text(&search->wanted);
    if (strncmp(wanted, prefix, strlen(prefix)) != 0)
        return NULL;
    for (size_t i = 0; i < directory->element_count; i++) {
        const struct directory_element *element = &directory->elements[i];
        if (element->level == PLAN_AXIS && strcmp(element->reference, wanted + strlen(prefix)) == 0)
            return element;
    }
    return NULL;
}

const struct directory_element *entry_find_element(
    const struct directory *directory, const char *reference, size_t length, struct arena *arena)
{
    struct search search;
    begin_search(&search, reference, length);
    const struct directory_element *found = search_elements(&search, directory);
    if (found == NULL)
        found = search_axes(&search, directory);
    end_search(&search, arena);
    return found;
}

// A quote inside would end the name: a typographic one is found all the same.
static char *quoted(const char *label, struct arena *arena)
{
    struct buffer out = {0};
    buffer_append(&out, "@\"");
    for (const char *place = label; *place != '\0'; place++) {
        if (*place == '"')
            buffer_append(&out, "”");
        else
            buffer_append_character(&out, *place);
    }
    buffer_append_character(&out, '"');
    char *text = NULL;
    if (buffer_failed(&out))
        arena->failed = true;
    else
        text = arena_copy(arena, buffer_text(&out));
    buffer_clear(&out);
    return text;
}

char *entry_mention_text(const struct directory_name *name, struct arena *arena)
{
    if (entry_word_is_bare_name(name->code))
        return arena_format(arena, "@%s", name->code);
    if (entry_word_is_bare_name(name->label))
        return arena_format(arena, "@%s", name->label);
    return quoted(name->label, arena);
}

char *entry_link_text(const struct directory_element *element, struct arena *arena)
{
    return arena_format(arena, "#%s", element->reference);
}
