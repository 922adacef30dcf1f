// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/agenda_lines.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "rules/item_line.h"
#include "text/fold.h"

enum { LONGEST_ITEM = 1440, MOST_DIGITS = 5 };

struct reading {
    const char *const *titles;
    size_t title_count;
    struct arena *arena;
    struct agenda_lines *lines;
    size_t capacity;
    size_t rank;       // of the line in what was pasted, from 1
    bool under_double; // the item above was left out: what stands under it is an item
};

// A piece of text, borrowed.
struct span {
    const char *text;
    size_t length;
};

static struct span trim(struct span span)
{
    while (span.length > 0 && isspace((unsigned char)span.text[0])) {
        span.text++;
        span.length--;
    }
    while (span.length > 0 && isspace((unsigned char)span.text[span.length - 1]))
        span.length--;
    return span;
}

static struct span behind(struct span span, size_t offset)
{
    return trim((struct span){span.text + offset, span.length - offset});
}

static size_t digits_at(struct span span, size_t offset)
{
    size_t end = offset;
    while (end < span.length && isdigit((unsigned char)span.text[end]))
        end++;
    return end - offset;
}

// `1.`, `2.1`, `2.1.`, `3)`, `4 -`: a number is one only with a sign behind it, or a blank behind a
// point, so that «2025 en bilan» keeps its year. Gives what follows.
static struct span pass_number(struct span line, int *depth)
{
    size_t first = digits_at(line, 0);
    size_t at = first;
    int levels = 1;
    *depth = 0;
    if (first == 0 || first > 2)
        return line;
    while (at + 1 < line.length && line.text[at] == '.' && digits_at(line, at + 1) > 0) {
        at += 1 + digits_at(line, at + 1);
        levels++;
    }
    bool signed_off = at < line.length && strchr(".)", line.text[at]) != NULL;
    bool blank = at < line.length && isspace((unsigned char)line.text[at]);
    struct span rest = behind(line, at);
    if (!signed_off && !(blank && (levels > 1 || (rest.length > 1 && rest.text[0] == '-'))))
        return line;
    if (signed_off || (rest.length > 1 && rest.text[0] == '-'))
        rest = behind(rest, 1);
    *depth = levels > 1 ? 1 : 0;
    return rest;
}

static struct span pass_bullet(struct span line)
{
    static const char *const bullets[] = {"- ", "* ", "• ", "– ", "— ", "· "};
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
        size_t length = strlen(bullets[i]);
        if (line.length > length && memcmp(line.text, bullets[i], length) == 0)
            return behind(line, length);
    }
    return line;
}

// The minutes that end a line: «(15 min)», «15 minutes», «15 mn», «(15')». `*minutes` is -1 without
// them.
static struct span cut_minutes(struct span line, long *minutes)
{
    static const char *const units[] = {"minutes", "minute", "min.", "min", "mn", "'", "’"};
    struct span rest = line;
    bool bracket = rest.length > 0 && rest.text[rest.length - 1] == ')';
    *minutes = -1;
    if (bracket)
        rest = trim((struct span){rest.text, rest.length - 1});
    size_t unit = 0;
    for (size_t i = 0; unit == 0 && i < sizeof units / sizeof units[0]; i++) {
        size_t length = strlen(units[i]);
        if (rest.length > length && memcmp(rest.text + rest.length - length, units[i], length) == 0)
            unit = length;
    }
    rest = trim((struct span){rest.text, rest.length - unit});
    size_t start = rest.length;
    while (start > 0 && isdigit((unsigned char)rest.text[start - 1]))
        start--;
    size_t digits = rest.length - start;
    bool opened = start > 0 && rest.text[start - 1] == '(';
    bool parted = start > 0 && (opened || isspace((unsigned char)rest.text[start - 1]));
    if (unit == 0 || digits == 0 || !parted || opened != bracket)
        return line;
    *minutes = digits > MOST_DIGITS ? LONGEST_ITEM + 1 : strtol(rest.text + start, NULL, 10);
    struct span title = trim((struct span){line.text, start - (opened ? 1 : 0)});
    while (title.length > 0 && strchr(",;:-", title.text[title.length - 1]) != NULL)
        title = trim((struct span){title.text, title.length - 1});
    return title;
}

static bool is_double(const struct reading *reading, const char *title)
{
    for (size_t i = 0; i < reading->title_count; i++)
        if (text_is_same(reading->titles[i], title))
            return true;
    for (size_t i = 0; i < reading->lines->count; i++)
        if (text_is_same(reading->lines->lines[i].title, title))
            return true;
    return false;
}

static enum status keep(struct reading *reading, struct agenda_line line, struct problem *problem)
{
    struct agenda_lines *lines = reading->lines;
    bool twice = is_double(reading, line.title);
    if (twice) {
        if (lines->doubles++ == 0)
            lines->first_double = line.title;
        return STATUS_DONE;
    }
    struct agenda_line *grown =
        arena_grow(reading->arena, lines->lines, lines->count, &reading->capacity, sizeof *grown);
    if (grown == NULL)
        return problem_set_no_memory(problem);
    lines->lines = grown;
    lines->lines[lines->count++] = line;
    return STATUS_DONE;
}

static enum status read_line(struct reading *reading, struct span text, struct problem *problem)
{
    struct agenda_line line = {0};
    long minutes = -1;
    struct span title = cut_minutes(pass_bullet(pass_number(trim(text), &line.depth)), &minutes);
    if (title.length == 0)
        return STATUS_DONE;
    if (minutes > LONGEST_ITEM)
        return problem_set(problem, STATUS_REFUSED,
            "Ligne %zu : la durée dépasse %d minutes ; corrigez-la, rien n'a été ajouté.",
            reading->rank, LONGEST_ITEM);
    bool below = line.depth > 0;
    if (below && reading->under_double)
        line.depth = 0;
    if (line.depth > 0 && reading->lines->count == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Ligne %zu : ce sous-point n'a pas de point au-dessus ; rien n'a été ajouté.",
            reading->rank);
    line.minutes = minutes < 0 ? 0 : (int)minutes;
    line.title = arena_format(reading->arena, "%.*s", (int)title.length, title.text);
    if (line.title == NULL)
        return problem_set_no_memory(problem);
    size_t doubles = reading->lines->doubles;
    enum status status = keep(reading, line, problem);
    if (!below)
        reading->under_double = reading->lines->doubles > doubles;
    return status;
}

enum status agenda_lines_read(const char *text, const char *const *titles, size_t title_count,
    struct arena *arena, struct agenda_lines *lines, struct problem *problem)
{
    struct reading reading = {
        .titles = titles, .title_count = title_count, .arena = arena, .lines = lines};
    enum status status = STATUS_DONE;
    *lines = (struct agenda_lines){0};
    while (status == STATUS_DONE && *text != '\0') {
        size_t length = strcspn(text, "\r\n");
        reading.rank++;
        status = read_line(&reading, (struct span){text, length}, problem);
        text += length;
        text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
    }
    if (status != STATUS_DONE || lines->count > 0)
        return status;
    if (lines->doubles > 0)
        return problem_set(problem, STATUS_REFUSED,
            "Tout est déjà à l'ordre du jour : «%s» s'y trouve.", lines->first_double);
    return problem_set(problem, STATUS_REFUSED, ITEM_WITHOUT_TITLE);
}
