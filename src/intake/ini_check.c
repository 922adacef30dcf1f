// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ini_check.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "text/utf8.h"

// libiniparser reads a line, its end included, into 1,024 bytes with the NUL.
enum { LONGEST_LINE = 1022 };

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-_."

struct checking {
    struct ini_outline *outline;
    const char *name;
    int line;
    struct problem *problem;
};

static enum status refuse(const struct checking *checking, const char *sentence)
{
    return problem_set(checking->problem, STATUS_UNUSABLE, "%s, ligne %d : %s.", checking->name,
        checking->line, sentence);
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " ");
}

static bool begins_comment(const char *text)
{
    return *text == ';' || *text == '#';
}

// The name without the blanks around it, in lower case; NULL when memory ends.
static char *copy_name(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    char *name = arena_format(arena, "%.*s", (int)length, text);
    for (char *letter = name; letter != NULL && *letter != '\0'; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return name;
}

static bool is_name(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= INI_LONGEST_NAME && strspn(name, NAME_CHARACTERS) == length;
}

const struct ini_section *ini_find_section(const struct ini_outline *outline, const char *name)
{
    for (size_t i = 0; i < outline->section_count; i++)
        if (strcmp(outline->sections[i].name, name) == 0)
            return &outline->sections[i];
    return NULL;
}

const struct ini_key *ini_find_key(const struct ini_section *section, const char *name)
{
    for (size_t i = 0; i < section->key_count; i++)
        if (strcmp(section->keys[i].name, name) == 0)
            return &section->keys[i];
    return NULL;
}

static enum status refuse_second(const struct checking *checking, const char *what, int first)
{
    return problem_set(checking->problem, STATUS_UNUSABLE,
        "%s, ligne %d : %s est déjà à la ligne %d ; n'en gardez qu'une.", checking->name,
        checking->line, what, first);
}

static enum status add_section(struct checking *checking, const char *name)
{
    struct ini_outline *outline = checking->outline;
    const struct ini_section *first = ini_find_section(outline, name);
    if (first != NULL)
        return refuse_second(checking, "cette section", first->line);
    struct ini_section *sections = arena_grow(&outline->arena, outline->sections,
        outline->section_count, &outline->section_capacity, sizeof *sections);
    if (sections == NULL)
        return problem_set_no_memory(checking->problem);
    outline->sections = sections;
    sections[outline->section_count++] = (struct ini_section){.name = name, .line = checking->line};
    buffer_append_format(&outline->text, "[%s]\n", name);
    return STATUS_DONE;
}

static enum status check_section(struct checking *checking, const char *line)
{
    const char *end = strchr(line, ']');
    if (end == NULL)
        return refuse(checking, "il manque le «]» qui ferme le nom de la section");
    const char *rest = skip_blanks(end + 1);
    if (*rest != '\0' && !begins_comment(rest))
        return refuse(checking, "rien ne peut suivre le «]» d'une section");
    const char *start = skip_blanks(line + 1);
    char *name = copy_name(&checking->outline->arena, start, (size_t)(end - start));
    if (name == NULL)
        return problem_set_no_memory(checking->problem);
    if (!is_name(name))
        return refuse(checking,
            "un nom de section s'écrit avec des lettres sans accent, des chiffres, «-», «_» et "
            "«.»");
    return add_section(checking, name);
}

static enum status add_key(struct checking *checking, const char *name)
{
    struct ini_outline *outline = checking->outline;
    if (outline->section_count == 0)
        return refuse(checking, "cette clé n'est dans aucune section ; écrivez d'abord [nom]");
    struct ini_section *section = &outline->sections[outline->section_count - 1];
    const struct ini_key *first = ini_find_key(section, name);
    if (first != NULL)
        return refuse_second(checking, "cette clé", first->line);
    struct ini_key *keys = arena_grow(
        &outline->arena, section->keys, section->key_count, &section->key_capacity, sizeof *keys);
    if (keys == NULL)
        return problem_set_no_memory(checking->problem);
    section->keys = keys;
    keys[section->key_count++] = (struct ini_key){.name = name, .line = checking->line};
    return STATUS_DONE;
}

static enum status check_quoted(const struct checking *checking, const char *value)
{
    const char *end = strchr(value + 1, *value);
    if (end == NULL)
        return refuse(checking, "le guillemet qui ouvre la valeur n'est pas refermé");
    const char *rest = skip_blanks(end + 1);
    if (*rest == '\0' || begins_comment(rest))
        return STATUS_DONE;
    return refuse(checking,
        *value == '"' ? "une valeur entre \" ne peut pas en contenir d'autre ; écrivez «…» ou '"
                      : "une valeur entre ' ne peut pas en contenir d'autre ; mettez-la entre \"");
}

static enum status check_value(const struct checking *checking, const char *value)
{
    if (*value == '"' || *value == '\'')
        return check_quoted(checking, value);
    if (strpbrk(value, ";#") != NULL)
        return refuse(
            checking, "«;» et «#» couperaient cette valeur ; mettez-la entre guillemets \"…\"");
    return STATUS_DONE;
}

static enum status check_key(struct checking *checking, const char *line)
{
    const char *equal = strchr(line, '=');
    if (equal == NULL)
        return refuse(checking, "il manque «=» entre la clé et sa valeur");
    char *name = copy_name(&checking->outline->arena, line, (size_t)(equal - line));
    if (name == NULL)
        return problem_set_no_memory(checking->problem);
    if (!is_name(name))
        return refuse(checking,
            "une clé s'écrit avec des lettres sans accent, des chiffres, «-», «_» et «.»");
    enum status status = add_key(checking, name);
    if (status == STATUS_DONE)
        status = check_value(checking, skip_blanks(equal + 1));
    if (status == STATUS_DONE)
        buffer_append_format(&checking->outline->text, "%s\n", line);
    return status;
}

// `line` is clean: one line, without tabs.
static enum status check_line(struct checking *checking, const char *line, size_t length)
{
    while (length > 0 && line[length - 1] == ' ')
        length--;
    const char *start = skip_blanks(line);
    if (length == 0 || begins_comment(start))
        return STATUS_DONE;
    if (length > LONGEST_LINE)
        return refuse(checking, "la ligne dépasse 1022 octets ; coupez le texte en plusieurs clés");
    if (line[length - 1] == '\\')
        return refuse(checking, "une ligne ne peut pas finir par «\\»");
    return *start == '[' ? check_section(checking, start) : check_key(checking, start);
}

static enum status check_raw_line(struct checking *checking, const char *line, size_t length)
{
    if (!text_is_valid_utf8(line, length))
        return refuse(checking, "le texte n'est pas en UTF-8 ; enregistrez le fichier en UTF-8");
    struct buffer clean = {0};
    text_clean(&clean, line, length, TEXT_ONE_LINE);
    enum status status = buffer_failed(&clean)
                             ? problem_set_no_memory(checking->problem)
                             : check_line(checking, buffer_text(&clean), clean.length);
    buffer_clear(&clean);
    return status;
}

static size_t skip_byte_order_mark(const char *text, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t size = sizeof mark - 1;
    return length >= size && memcmp(text, mark, size) == 0 ? size : 0;
}

enum status ini_check(struct ini_outline *outline, const char *name, const char *text,
    size_t length, struct problem *problem)
{
    struct checking checking = {.outline = outline, .name = name, .problem = problem};
    enum status status = STATUS_DONE;
    size_t offset = skip_byte_order_mark(text, length);
    while (offset < length && status == STATUS_DONE) {
        const char *end = memchr(text + offset, '\n', length - offset);
        size_t next = end == NULL ? length : (size_t)(end - text);
        checking.line++;
        status = check_raw_line(&checking, text + offset, next - offset);
        offset = next + 1;
    }
    if (status == STATUS_DONE && buffer_failed(&outline->text))
        status = problem_set_no_memory(problem);
    return status;
}

void ini_outline_clear(struct ini_outline *outline)
{
    buffer_clear(&outline->text);
    arena_clear(&outline->arena);
    *outline = (struct ini_outline){0};
}
