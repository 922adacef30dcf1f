// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/owner_line.h"

#include <string.h>

#include "rules/entry_name.h"

static const char separators[] = ";,";

static struct entry_mention mention_of(
    const char *name, const struct directory *directory, struct arena *arena)
{
    const struct directory_name *known = entry_find_name(directory, name, strlen(name), arena);
    return known == NULL ? (struct entry_mention){name, 0, true}
                         : (struct entry_mention){known->label, known->organisation, true};
}

// The next name, blanks around it cut; NULL when memory ends.
static const char *cut_name(const char *text, size_t length, struct arena *arena)
{
    size_t blanks = strspn(text, " ");
    if (blanks > length)
        blanks = length;
    text += blanks;
    length -= blanks;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return arena_format(arena, "%.*s", (int)length, text);
}

enum status owner_line_read(const char *text, const struct directory *directory,
    struct arena *arena, struct entry_mention **owners, size_t *count, struct problem *problem)
{
    size_t capacity = 0;
    *owners = NULL;
    *count = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, separators);
        const char *name = cut_name(text, length, arena);
        struct entry_mention *grown = arena_grow(arena, *owners, *count, &capacity, sizeof *grown);
        if (name == NULL || grown == NULL)
            return problem_set_no_memory(problem);
        *owners = grown;
        text += length + (text[length] != '\0');
        struct entry_mention mention = mention_of(name, directory, arena);
        bool known = name[0] == '\0';
        for (size_t i = 0; i < *count; i++)
            known = known || entry_mention_is(&grown[i], mention.organisation, mention.name);
        if (!known)
            grown[(*count)++] = mention;
    }
    return STATUS_DONE;
}

void owner_line_write(struct buffer *out, const struct entry_mention *owners, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_append_format(out, "%s%s", i > 0 ? " ; " : "", owners[i].name);
}
