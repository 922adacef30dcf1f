// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/person_line.h"

#include <string.h>

#include "rules/entry_name.h"
#include "rules/mandate_line.h"
#include "text/fold.h"

// A civility is followed by a blank: «Mercier» is none.
size_t civility_length(const char *text)
{
    static const char *const civilities[] = {"Mme", "M.", "Mlle", "MM.", "Madame", "Monsieur",
        "Mademoiselle", "Dr", "Me", "Mgr", "Pr", "M"};
    for (size_t i = 0; i < sizeof civilities / sizeof civilities[0]; i++) {
        size_t length = strlen(civilities[i]);
        if (strncmp(text, civilities[i], length) == 0 &&
            (text[length] == ' ' || text[length] == '\0'))
            return length;
    }
    return 0;
}

bool civility_is_feminine(const char *civility)
{
    static const char *const civilities[] = {"Mme", "Madame", "Mlle", "Mademoiselle"};
    for (size_t i = 0; civility != NULL && i < sizeof civilities / sizeof *civilities; i++)
        if (strcmp(civility, civilities[i]) == 0)
            return true;
    return false;
}

const char *elected_word(const char *civility)
{
    return civility_is_feminine(civility) ? "élue" : "élu";
}

// Without the blanks at both ends.
struct part {
    const char *text;
    size_t length;
};

static struct part trimmed(const char *text, size_t length)
{
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return (struct part){text, length};
}

// What stands behind the last comma of a text.
static struct part last_part(struct part whole, size_t *before)
{
    size_t start = whole.length;
    while (start > 0 && whole.text[start - 1] != ',')
        start--;
    *before = start == 0 ? 0 : start - 1;
    return trimmed(whole.text + start, whole.length - start);
}

static bool says_elected(struct part part)
{
    struct buffer folded = {0};
    text_fold_bytes(&folded, part.text, part.length);
    const char *text = buffer_text(&folded);
    bool says = strcmp(text, "elu") == 0 || strcmp(text, "elue") == 0;
    buffer_clear(&folded);
    return says;
}

static const char *copy(struct arena *arena, struct part part)
{
    return part.length == 0 ? NULL : arena_format(arena, "%.*s", (int)part.length, part.text);
}

static enum status read_name(
    struct part part, struct arena *arena, struct person_line *line, struct problem *problem)
{
    const char *whole = arena_format(arena, "%.*s", (int)part.length, part.text);
    if (whole == NULL)
        return problem_set_no_memory(problem);
    size_t length = civility_length(whole);
    line->civility = copy(arena, (struct part){whole, length});
    line->name = whole + length + strspn(whole + length, " ");
    if (line->name[0] == '\0')
        return problem_set(problem, STATUS_REFUSED,
            "Il manque le nom : écrivez par exemple «Mme Prénom Nom, directrice, ville».");
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

// Takes the organisation, and «élu», from the end of what stands behind the name.
static struct part read_end(
    struct part rest, const struct directory *names, struct arena *arena, struct person_line *line)
{
    size_t before = 0;
    struct part part = last_part(rest, &before);
    if (says_elected(part)) {
        line->elected = true;
        rest = trimmed(rest.text, before);
        part = last_part(rest, &before);
    }
    const struct directory_name *found =
        part.length == 0 ? NULL : entry_find_name(names, part.text, part.length, arena);
    if (found != NULL && found->organisation != 0) {
        line->organisation = found->organisation;
        rest = trimmed(rest.text, before);
    }
    return rest;
}

// The text of a part that stands alone, by length, is a mandate's.
static bool says_mandate(struct part part)
{
    struct buffer text = {0};
    buffer_append_bytes(&text, part.text, part.length);
    bool says = mandate_part_is(buffer_text(&text));
    buffer_clear(&text);
    return says;
}

size_t person_line_end(const char *text)
{
    struct part whole = {text, strlen(text)};
    size_t before = 0;
    struct part part = last_part(whole, &before);
    while (before > 0 && says_mandate(part)) {
        whole.length = before;
        part = last_part(whole, &before);
    }
    return whole.length;
}

static enum status check_no_mandate(struct part rest, struct problem *problem)
{
    while (rest.length > 0) {
        size_t before = 0;
        struct part part = last_part(rest, &before);
        if (says_mandate(part))
            return problem_set(problem, STATUS_REFUSED,
                "«%.*s» se dit du mandat, pas de la personne : ajoutez le membre depuis son"
                " instance, ou changez-y son mandat (Entrée).",
                (int)part.length, part.text);
        rest.length = before;
    }
    return STATUS_DONE;
}

enum status person_line_read(const char *text, const struct directory *names, struct arena *arena,
    struct person_line *line, struct problem *problem)
{
    *line = (struct person_line){0};
    size_t length = strcspn(text, ",");
    struct part rest = {"", 0};
    if (text[length] == ',')
        rest = read_end(trimmed(text + length + 1, strlen(text + length + 1)), names, arena, line);
    line->function = copy(arena, rest);
    if (check_no_mandate(rest, problem) != STATUS_DONE)
        return STATUS_REFUSED;
    return read_name(trimmed(text, length), arena, line, problem);
}

void person_line_write(struct buffer *out, const struct person_line *line, const char *organisation)
{
    if (line->civility != NULL)
        buffer_append_format(out, "%s ", line->civility);
    buffer_append(out, line->name);
    if (line->function != NULL)
        buffer_append_format(out, ", %s", line->function);
    if (organisation != NULL)
        buffer_append_format(out, ", %s", organisation);
    if (line->elected)
        buffer_append_format(out, ", %s", elected_word(line->civility));
}
