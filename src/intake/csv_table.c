// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/csv_table.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/whole_file.h"
#include "text/character.h"
#include "text/clean.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

// A text being cut into cells.
struct reading {
    struct csv_table *table;
    struct problem *problem;
    const char *text; // UTF-8
    size_t length, place;
    int line;
    char separator;
    struct buffer cell;
};

static enum status refuse(const struct reading *reading, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static enum status refuse(const struct reading *reading, int line, const char *format, ...)
{
    char reason[PROBLEM_SENTENCE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    return problem_set(reading->problem, STATUS_UNUSABLE, "%s, ligne %d : %s.",
        reading->table->name, line, reason);
}

// The characters of Windows-1252 that are not those of Latin-1; 0 where it has none.
static int32_t windows_character(unsigned char byte)
{
    static const uint16_t characters[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
        0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C,
        0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? characters[byte - 0x80] : byte;
}

static int line_of(const char *text, size_t place)
{
    int line = 1;
    for (size_t i = 0; i < place; i++)
        if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
            line++;
    return line;
}

static size_t first_invalid(const struct reading *reading)
{
    size_t place = 0;
    while (place < reading->length) {
        struct character character = character_at(reading->text, reading->length, place);
        if (character.code == CHARACTER_INVALID)
            break;
        place += character.length;
    }
    return place;
}

static enum status refuse_character(const struct reading *reading, size_t place)
{
    return refuse(reading, line_of(reading->text, place),
        "un caractère n'est ni de l'UTF-8 ni du Windows-1252 ; enregistrez la feuille au format"
        " CSV (UTF-8)");
}

// Into UTF-8; nothing is copied where it is that already.
static enum status decode(struct reading *reading, struct buffer *utf8)
{
    if (memchr(reading->text, '\0', reading->length) != NULL)
        return problem_set(reading->problem, STATUS_UNUSABLE,
            "%s n'est pas un texte : enregistrez la feuille au format CSV (UTF-8).",
            reading->table->name);
    bool marked = reading->length >= 3 && memcmp(reading->text, byte_order_mark, 3) == 0;
    if (marked) {
        reading->text += 3;
        reading->length -= 3;
    }
    if (text_is_valid_utf8(reading->text, reading->length))
        return STATUS_DONE;
    if (marked)
        return refuse_character(reading, first_invalid(reading));
    for (size_t i = 0; i < reading->length; i++) {
        int32_t code = windows_character((unsigned char)reading->text[i]);
        if (code == 0)
            return refuse_character(reading, i);
        character_append(utf8, code);
    }
    if (buffer_failed(utf8))
        return problem_set_no_memory(reading->problem);
    reading->text = buffer_text(utf8);
    reading->length = utf8->length;
    return STATUS_DONE;
}

static char peek(const struct reading *reading)
{
    return reading->place < reading->length ? reading->text[reading->place] : '\0';
}

static bool at_end(const struct reading *reading)
{
    return reading->place >= reading->length;
}

// Steps over the line end that stands here.
static bool take_line_end(struct reading *reading)
{
    char sign = peek(reading);
    if (at_end(reading) || (sign != '\r' && sign != '\n'))
        return false;
    reading->place++;
    if (sign == '\r' && peek(reading) == '\n')
        reading->place++;
    reading->line++;
    return true;
}

static char choose_separator(const struct reading *reading)
{
    static const char separators[] = ";,\t";
    size_t counts[3] = {0};
    bool quoted = false;
    for (size_t i = reading->place; i < reading->length; i++) {
        char sign = reading->text[i];
        const char *found = sign == '\0' ? NULL : strchr(separators, sign);
        if (sign == '"')
            quoted = !quoted;
        else if (!quoted && (sign == '\n' || sign == '\r'))
            break;
        else if (!quoted && found != NULL)
            counts[found - separators]++;
    }
    size_t most = 0;
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[most])
            most = i;
    return separators[most];
}

static enum status read_quoted(struct reading *reading)
{
    int line = reading->line;
    reading->place++;
    for (;;) {
        if (at_end(reading))
            return refuse(reading, line,
                "un guillemet n'est pas refermé ; ajoutez-le, ou doublez celui qui est du texte");
        char sign = peek(reading);
        if (take_line_end(reading)) {
            buffer_append_character(&reading->cell, '\n');
            continue;
        }
        reading->place++;
        if (sign == '"' && peek(reading) != '"')
            break;
        if (sign == '"')
            reading->place++;
        buffer_append_character(&reading->cell, sign);
    }
    while (peek(reading) == ' ')
        reading->place++;
    char next = peek(reading);
    if (!at_end(reading) && next != reading->separator && next != '\r' && next != '\n')
        return refuse(reading, reading->line,
            "du texte suit un guillemet fermant ; doublez les guillemets qui sont du texte");
    return STATUS_DONE;
}

static void read_bare(struct reading *reading)
{
    while (!at_end(reading)) {
        char sign = peek(reading);
        if (sign == reading->separator || sign == '\r' || sign == '\n')
            break;
        buffer_append_character(&reading->cell, sign);
        reading->place++;
    }
}

// Cleaned, on one line, without blanks around it; NULL when memory ends.
static const char *keep_cell(struct reading *reading)
{
    struct buffer clean = {0};
    text_clean(&clean, buffer_text(&reading->cell), reading->cell.length, TEXT_ONE_LINE);
    const char *text = buffer_text(&clean);
    size_t start = 0;
    while (start < clean.length) {
        struct character character = character_at(text, clean.length, start);
        if (!character_is_blank(character.code))
            break;
        start += character.length;
    }
    size_t end = clean.length;
    while (end > start) {
        size_t before = character_before(text, end);
        if (!character_is_blank(character_at(text, clean.length, before).code))
            break;
        end = before;
    }
    bool failed = buffer_failed(&clean) || buffer_failed(&reading->cell);
    const char *kept =
        failed ? NULL
               : arena_format(&reading->table->arena, "%.*s", (int)(end - start), text + start);
    buffer_clear(&clean);
    return kept;
}

static enum status read_cell(struct reading *reading, const char **cell)
{
    buffer_reset(&reading->cell);
    size_t start = reading->place;
    while (peek(reading) == ' ')
        reading->place++;
    enum status status = STATUS_DONE;
    if (peek(reading) == '"') {
        status = read_quoted(reading);
    } else {
        reading->place = start;
        read_bare(reading);
    }
    if (status != STATUS_DONE)
        return status;
    *cell = keep_cell(reading);
    return *cell == NULL ? problem_set_no_memory(reading->problem) : STATUS_DONE;
}

// The cells of one line.
struct cells {
    const char **items;
    size_t count, capacity;
};

static enum status add_cell(struct reading *reading, struct cells *cells)
{
    const char *cell = NULL;
    enum status status = read_cell(reading, &cell);
    if (status != STATUS_DONE)
        return status;
    const char **items = arena_grow(
        &reading->table->arena, cells->items, cells->count, &cells->capacity, sizeof *items);
    if (items == NULL)
        return problem_set_no_memory(reading->problem);
    cells->items = items;
    items[cells->count++] = cell;
    return STATUS_DONE;
}

static enum status read_line(struct reading *reading, struct cells *cells)
{
    *cells = (struct cells){0};
    for (;;) {
        enum status status = add_cell(reading, cells);
        if (status != STATUS_DONE)
            return status;
        if (at_end(reading) || peek(reading) != reading->separator)
            break;
        reading->place++;
    }
    take_line_end(reading);
    return STATUS_DONE;
}

static bool is_blank(const struct cells *cells, size_t first)
{
    for (size_t i = first; i < cells->count; i++)
        if (cells->items[i][0] != '\0')
            return false;
    return true;
}

static enum status read_titles(struct reading *reading)
{
    struct csv_table *table = reading->table;
    struct cells cells = {0};
    enum status status = STATUS_DONE;
    do {
        if (at_end(reading))
            return problem_set(reading->problem, STATUS_UNUSABLE,
                "%s est vide : il faut une ligne de titres, puis les lignes du tableau.",
                table->name);
        table->title_line = reading->line;
        reading->separator = choose_separator(reading);
        status = read_line(reading, &cells);
    } while (status == STATUS_DONE && is_blank(&cells, 0));
    table->titles = cells.items;
    table->column_count = cells.count;
    return status;
}

static enum status add_row(struct reading *reading, struct cells *cells, int line)
{
    struct csv_table *table = reading->table;
    if (cells->count < table->column_count || !is_blank(cells, table->column_count))
        return refuse(reading, line,
            "%zu cellule%s au lieu de %zu ; vérifiez les séparateurs et les guillemets",
            cells->count, cells->count > 1 ? "s" : "", table->column_count);
    struct csv_row *rows = arena_grow(
        &table->arena, table->rows, table->row_count, &table->row_capacity, sizeof *rows);
    if (rows == NULL)
        return problem_set_no_memory(reading->problem);
    table->rows = rows;
    rows[table->row_count++] = (struct csv_row){line, cells->items};
    return STATUS_DONE;
}

static enum status read_rows(struct reading *reading)
{
    enum status status = STATUS_DONE;
    while (status == STATUS_DONE && !at_end(reading)) {
        struct cells cells;
        int line = reading->line;
        status = read_line(reading, &cells);
        if (status == STATUS_DONE && !is_blank(&cells, 0))
            status = add_row(reading, &cells, line);
    }
    return status;
}

enum status csv_table_read_text(struct csv_table *table, const char *name, const char *text,
    size_t length, struct problem *problem)
{
    struct buffer utf8 = {0};
    struct reading reading = {
        .table = table, .problem = problem, .text = text, .length = length, .line = 1};
    table->name = arena_copy(&table->arena, name);
    if (table->name == NULL)
        return problem_set_no_memory(problem);
    enum status status = decode(&reading, &utf8);
    if (status == STATUS_DONE)
        status = read_titles(&reading);
    if (status == STATUS_DONE)
        status = read_rows(&reading);
    buffer_clear(&reading.cell);
    buffer_clear(&utf8);
    return status;
}

enum status csv_table_read_file(struct csv_table *table, const char *path, struct problem *problem)
{
    static const struct whole_file_kind kind = {
        CSV_LARGEST_FILE, "CSV", "dépasse 8 Mio ; partagez-le en plusieurs fichiers."};
    struct buffer text = {0};
    enum status status = whole_file_read(&text, path, &kind, problem);
    if (status == STATUS_DONE)
        status = csv_table_read_text(table, path, buffer_text(&text), text.length, problem);
    buffer_clear(&text);
    return status;
}

void csv_table_clear(struct csv_table *table)
{
    arena_clear(&table->arena);
    *table = (struct csv_table){0};
}
