// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/script.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/whole_file.h"
#include "text/character.h"
#include "text/clean.h"

enum { LARGEST_SIDE = 500, LONGEST_ADVANCE = 1000000, LARGEST_FILE = 16 * 1024 * 1024 };

struct reader {
    struct script *script;
    const char *name;
    int line;
    struct problem *problem;
};

// One line, or what is left of it.
struct line {
    const char *text;
    size_t length;
};

static enum status refuse(const struct reader *reader, struct line words, const char *reason)
{
    return problem_set(reader->problem, STATUS_USAGE, "%s, ligne %d : «%.*s» %s.", reader->name,
        reader->line, (int)words.length, words.text, reason);
}

static enum status refuse_line(const struct reader *reader, const char *reason)
{
    return problem_set(
        reader->problem, STATUS_USAGE, "%s, ligne %d : %s.", reader->name, reader->line, reason);
}

static enum status add_step(const struct reader *reader, struct step step)
{
    struct script *script = reader->script;
    struct step *steps =
        arena_grow(&script->arena, script->steps, script->count, &script->capacity, sizeof step);
    if (steps == NULL)
        return problem_set_no_memory(reader->problem);
    step.line = reader->line;
    script->steps = steps;
    script->steps[script->count++] = step;
    return STATUS_DONE;
}

static enum status add_key(const struct reader *reader, key_code key)
{
    return add_step(reader, (struct step){.type = STEP_KEY, .key = key});
}

bool script_read_size(const char *text, int *columns, int *rows)
{
    int end = 0;
    int read_columns;
    int read_rows;
    if (sscanf(text, "%4dx%4d%n", &read_columns, &read_rows, &end) != 2 || text[end] != '\0')
        return false;
    if (read_columns < 1 || read_columns > LARGEST_SIDE || read_rows < 1 ||
        read_rows > LARGEST_SIDE)
        return false;
    *columns = read_columns;
    *rows = read_rows;
    return true;
}

// Reads what stands behind the name of a directive. False if it cannot be read so.
typedef bool directive_reader(struct script *script, const char *words, struct step *step);

static bool read_nothing(struct script *script, const char *words, struct step *step)
{
    (void)script;
    (void)step;
    return *words == '\0';
}

static bool read_size(struct script *script, const char *words, struct step *step)
{
    (void)script;
    return script_read_size(words, &step->columns, &step->rows);
}

static bool read_moment(struct script *script, const char *words, struct step *step)
{
    struct local_time local;
    (void)script;
    if (!local_time_read(words, &local))
        return false;
    step->milliseconds = local_time_milliseconds(&local);
    return true;
}

static bool read_duration(struct script *script, const char *words, struct step *step)
{
    static const struct {
        char unit;
        int seconds;
    } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
    int count;
    char unit;
    int end = 0;
    (void)script;
    if (sscanf(words, "%7d%c%n", &count, &unit, &end) != 2 || words[end] != '\0')
        return false;
    if (count < 0 || count > LONGEST_ADVANCE)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].unit == unit) {
            step->milliseconds = (int64_t)count * units[i].seconds * 1000;
            return true;
        }
    }
    return false;
}

static bool read_paste(struct script *script, const char *words, struct step *step)
{
    struct buffer pasted = {0};
    for (const char *next = words; *next != '\0'; next++) {
        bool escaped = next[0] == '\\' && (next[1] == 'n' || next[1] == '\\');
        next += escaped ? 1 : 0;
        buffer_append_character(&pasted, escaped && *next == 'n' ? '\n' : *next);
    }
    step->text = buffer_failed(&pasted) ? NULL : arena_copy(&script->arena, buffer_text(&pasted));
    if (step->text == NULL)
        script->arena.failed = true;
    buffer_clear(&pasted);
    return true;
}

static const struct directive {
    const char *name;
    enum step_type type;
    directive_reader *read;
    const char *reason;
} directives[] = {
    {"ecran", STEP_SCREEN, read_nothing, "n'attend rien derrière @ecran"},
    {"taille", STEP_SIZE, read_size, "n'est pas une taille : écrivez par exemple 60x20"},
    {"horloge", STEP_CLOCK, read_moment, "n'est pas une heure : écrivez 2026-03-12T14:00"},
    {"avance", STEP_ADVANCE, read_duration, "n'est pas une durée : écrivez 90s, 5m, 2h ou 1d"},
    {"coller", STEP_PASTE, read_paste, ""},
};

static const struct directive *find_directive(struct line name)
{
    for (size_t i = 0; i < sizeof directives / sizeof directives[0]; i++)
        if (strlen(directives[i].name) == name.length &&
            memcmp(directives[i].name, name.text, name.length) == 0)
            return &directives[i];
    return NULL;
}

static bool is_blank(char character)
{
    return character == ' ' || character == '\t';
}

// What stands behind the name and a blank; only the text of a paste keeps its other blanks.
static struct line words_behind(struct line line, size_t name, bool trimmed)
{
    size_t start = name < line.length ? name + 1 : name;
    size_t end = line.length;
    while (trimmed && start < end && is_blank(line.text[start]))
        start++;
    while (trimmed && start < end && is_blank(line.text[end - 1]))
        end--;
    return (struct line){line.text + start, end - start};
}

// `line` begins behind the `@`.
static enum status read_directive(const struct reader *reader, struct line line)
{
    size_t length = 0;
    while (length < line.length && !is_blank(line.text[length]))
        length++;
    const struct directive *directive = find_directive((struct line){line.text, length});
    if (directive == NULL)
        return refuse(reader, (struct line){line.text - 1, length + 1},
            "n'est pas une directive : @ecran, @taille, @horloge, @avance et @coller en sont, et "
            "@@ écrit un @");
    struct step step = {.type = directive->type};
    struct line words = words_behind(line, length, directive->type != STEP_PASTE);
    char *copy = arena_format(&reader->script->arena, "%.*s", (int)words.length, words.text);
    if (copy == NULL)
        return problem_set_no_memory(reader->problem);
    if (!directive->read(reader->script, copy, &step))
        return refuse(reader, words, directive->reason);
    if (reader->script->arena.failed)
        return problem_set_no_memory(reader->problem);
    return add_step(reader, step);
}

// Takes `<name>` away from the line.
static enum status read_named_key(const struct reader *reader, struct line *line)
{
    const char *end = memchr(line->text, '>', line->length);
    key_code key;
    if (end == NULL)
        return refuse(reader, *line, "commence une touche sans la finir : <lt> écrit un <");
    struct line name = {line->text + 1, (size_t)(end - line->text) - 1};
    if (!key_read(name.text, name.length, &key))
        return refuse(
            reader, (struct line){line->text, name.length + 2}, "n'est pas une touche connue");
    line->text += name.length + 2;
    line->length -= name.length + 2;
    return add_key(reader, key);
}

static enum status read_typed(const struct reader *reader, struct line *line)
{
    struct character character = character_at(line->text, line->length, 0);
    if (!key_is_text((key_code)character.code))
        return refuse_line(
            reader, "un caractère de commande ne se tape pas : écrivez <tab> ou <esc>");
    line->text += character.length;
    line->length -= character.length;
    return add_key(reader, (key_code)character.code);
}

static enum status read_keys(const struct reader *reader, struct line line)
{
    enum status status = STATUS_DONE;
    while (line.length > 0 && status == STATUS_DONE)
        status = *line.text == '<' ? read_named_key(reader, &line) : read_typed(reader, &line);
    return status;
}

static bool begins_with(struct line line, const char *sign)
{
    return line.length >= strlen(sign) && memcmp(line.text, sign, strlen(sign)) == 0;
}

static enum status read_line(const struct reader *reader, struct line line)
{
    if (!text_is_valid_utf8(line.text, line.length))
        return refuse_line(reader, "le texte n'est pas en UTF-8 : enregistrez-le ainsi");
    if (begins_with(line, "#!"))
        return STATUS_DONE;
    if (begins_with(line, "@@"))
        return read_keys(reader, (struct line){line.text + 1, line.length - 1});
    if (begins_with(line, "@"))
        return read_directive(reader, (struct line){line.text + 1, line.length - 1});
    return read_keys(reader, line);
}

enum status script_read(struct script *script, const char *name, const char *text, size_t length,
    struct problem *problem)
{
    struct reader reader = {script, name, 0, problem};
    enum status status = STATUS_DONE;
    const char *end = text + length;
    for (const char *next = text; next < end && status == STATUS_DONE;) {
        const char *line_end = memchr(next, '\n', (size_t)(end - next));
        struct line line = {next, (size_t)((line_end == NULL ? end : line_end) - next)};
        next = line_end == NULL ? end : line_end + 1;
        if (line.length > 0 && line.text[line.length - 1] == '\r')
            line.length--;
        reader.line++;
        status = read_line(&reader, line);
    }
    return status;
}

enum status script_read_file(struct script *script, const char *path, struct problem *problem)
{
    static const struct whole_file_kind kind = {
        LARGEST_FILE, "de touches", "est trop long ; coupez-le en plusieurs."};
    struct buffer text = {0};
    enum status status = whole_file_read(&text, path, &kind, problem);
    if (status == STATUS_DONE)
        status = script_read(script, path, buffer_text(&text), text.length, problem);
    buffer_clear(&text);
    return status;
}

void script_clear(struct script *script)
{
    arena_clear(&script->arena);
    *script = (struct script){0};
}
