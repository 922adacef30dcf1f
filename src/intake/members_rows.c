// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/members_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/mandate_line.h"
#include "rules/person_line.h"
#include "text/fold.h"

// A row being filled: what is wrong with it is said with its line.
struct filling {
    struct csv_table *table;
    struct member_row *row;
    struct problem *problem;
};

static enum status refuse(
    const struct filling *filling, const char *title, const char *cell, const char *expected)
{
    return problem_set(filling->problem, STATUS_UNUSABLE,
        "%s, ligne %d : «%s» ne va pas dans la colonne %s ; écrivez %s.", filling->table->name,
        filling->row->line, cell, title, expected);
}

typedef enum status take_cell(struct filling *filling, const char *title, const char *cell);

static enum status take_committee(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->committee = cell;
    return STATUS_DONE;
}

static enum status take_civility(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->civility = cell;
    return STATUS_DONE;
}

static enum status take_function(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->function = cell;
    return STATUS_DONE;
}

static enum status take_organisation(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->organisation = cell;
    return STATUS_DONE;
}

static enum status take_college(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->college = cell;
    return STATUS_DONE;
}

// «Mme Prénom Nom» is Prénom Nom wherever her name stands.
static const char *without_civility(const char *cell)
{
    size_t length = civility_length(cell);
    const char *name = cell + length + strspn(cell + length, " ");
    return name[0] == '\0' ? cell : name;
}

static enum status take_principal(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    filling->row->principal = without_civility(cell);
    return STATUS_DONE;
}

static enum status take_name(struct filling *filling, const char *title, const char *cell)
{
    (void)title;
    size_t length = civility_length(cell);
    filling->row->name = without_civility(cell);
    if (filling->row->name == cell || filling->row->civility != NULL)
        return STATUS_DONE;
    filling->row->civility = arena_format(&filling->table->arena, "%.*s", (int)length, cell);
    return filling->row->civility == NULL ? problem_set_no_memory(filling->problem) : STATUS_DONE;
}

static enum status take_elected(struct filling *filling, const char *title, const char *cell)
{
    static const struct {
        const char *word;
        enum member_elected elected;
    } words[] = {
        {"oui", ELECTED_YES},
        {"o", ELECTED_YES},
        {"1", ELECTED_YES},
        {"x", ELECTED_YES},
        {"vrai", ELECTED_YES},
        {"élu", ELECTED_YES},
        {"élue", ELECTED_YES},
        {"non", ELECTED_NO},
        {"n", ELECTED_NO},
        {"0", ELECTED_NO},
        {"faux", ELECTED_NO},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_is_same(words[i].word, cell)) {
            filling->row->elected = words[i].elected;
            return STATUS_DONE;
        }
    }
    return refuse(filling, title, cell, "oui ou non");
}

static enum status take_role(struct filling *filling, const char *title, const char *cell)
{
    filling->row->role = mandate_role_read(cell);
    return filling->row->role != NULL
               ? STATUS_DONE
               : refuse(filling, title, cell,
                     "presidence, copresidence, secretaire, membre ou invite");
}

static enum status take_voice(struct filling *filling, const char *title, const char *cell)
{
    filling->row->voice = mandate_voice_read(cell);
    return filling->row->voice != NULL
               ? STATUS_DONE
               : refuse(filling, title, cell, "deliberative, consultative ou aucune");
}

static const char date_example[] = "une date comme 01/01/2024, janvier 2024 ou 2024";

static enum status take_start(struct filling *filling, const char *title, const char *cell)
{
    struct date date = {0};
    if (!mandate_date_read(cell, &date))
        return refuse(filling, title, cell, date_example);
    filling->row->starts = date_first_day(date);
    return STATUS_DONE;
}

static enum status take_end(struct filling *filling, const char *title, const char *cell)
{
    struct date date = {0};
    if (!mandate_date_read(cell, &date))
        return refuse(filling, title, cell, date_example);
    filling->row->ends = date_last_day(date);
    return STATUS_DONE;
}

// Cells are taken in this order: a civility of its own comes before that of the name.
static const struct column {
    const char *title;
    take_cell *take;
} columns[] = {
    {"instance", take_committee},
    {"civilite", take_civility},
    {"nom", take_name},
    {"fonction", take_function},
    {"organisme", take_organisation},
    {"college", take_college},
    {"elu", take_elected},
    {"role", take_role},
    {"voix", take_voice},
    {"suppleant_de", take_principal},
    {"debut", take_start},
    {"fin", take_end},
};
enum { COLUMN_COUNT = sizeof columns / sizeof columns[0], NAME_COLUMN = 2 };
enum { NOT_THERE = -1 };

void members_rows_columns(struct buffer *out)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        buffer_append_format(out, "%s%s", i == 0 ? "" : ", ", columns[i].title);
}

// «Suppléant de» is `suppleant_de`.
static void append_key(struct buffer *out, const char *title)
{
    struct buffer folded = {0};
    text_fold(&folded, title);
    for (const char *sign = buffer_text(&folded); *sign != '\0'; sign++)
        buffer_append_character(out, *sign == ' ' || *sign == '-' ? '_' : *sign);
    buffer_clear(&folded);
}

static int column_of(const char *title)
{
    struct buffer key = {0};
    int found = NOT_THERE;
    append_key(&key, title);
    for (int i = 0; i < COLUMN_COUNT && found == NOT_THERE; i++)
        if (strcmp(columns[i].title, buffer_text(&key)) == 0)
            found = i;
    buffer_clear(&key);
    return found;
}

static enum status refuse_title(
    const struct csv_table *table, const char *title, struct problem *problem)
{
    struct buffer known = {0};
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        buffer_append_format(&known, "%s%s", i > 0 ? ", " : "", columns[i].title);
    enum status status = problem_set(problem, STATUS_UNUSABLE,
        "%s, ligne %d : la colonne «%s» est inconnue ; celles qui se lisent : %s.", table->name,
        table->title_line, title, buffer_text(&known));
    buffer_clear(&known);
    return status;
}

// Where each column stands in the table; a title that is blank holds nothing.
static enum status find_columns(
    const struct csv_table *table, int places[COLUMN_COUNT], struct problem *problem)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        places[i] = NOT_THERE;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->titles[i][0] == '\0')
            continue;
        int column = column_of(table->titles[i]);
        if (column == NOT_THERE)
            return refuse_title(table, table->titles[i], problem);
        if (places[column] != NOT_THERE)
            return problem_set(problem, STATUS_UNUSABLE,
                "%s, ligne %d : la colonne «%s» est là deux fois ; gardez-en une.", table->name,
                table->title_line, table->titles[i]);
        places[column] = (int)i;
    }
    if (places[NAME_COLUMN] == NOT_THERE)
        return problem_set(problem, STATUS_UNUSABLE,
            "%s, ligne %d : il manque la colonne «nom» ; ajoutez-la.", table->name,
            table->title_line);
    return STATUS_DONE;
}

static enum status fill_row(
    struct filling *filling, const struct csv_row *from, const int places[COLUMN_COUNT])
{
    enum status status = STATUS_DONE;
    for (int i = 0; i < COLUMN_COUNT && status == STATUS_DONE; i++) {
        const char *cell = places[i] == NOT_THERE ? "" : from->cells[places[i]];
        if (cell[0] != '\0')
            status = columns[i].take(filling, columns[i].title, cell);
    }
    if (status == STATUS_DONE && filling->row->name == NULL)
        status = problem_set(filling->problem, STATUS_UNUSABLE,
            "%s, ligne %d : il manque le nom ; écrivez-le, ou ôtez la ligne.", filling->table->name,
            filling->row->line);
    return status;
}

enum { MOST_LINES_NAMED = 8 };

// The first row that cannot be read, in full, and where the others stand.
struct defects {
    struct problem first;
    struct buffer others; // «4, 7»
    int count;
};

static void add_defect(struct defects *defects, int line, const struct problem *problem)
{
    if (defects->count == 0)
        defects->first = *problem;
    else if (defects->count <= MOST_LINES_NAMED)
        buffer_append_format(&defects->others, "%s%d", defects->count > 1 ? ", " : "", line);
    else if (defects->count == MOST_LINES_NAMED + 1)
        buffer_append(&defects->others, "…");
    defects->count++;
}

static enum status refuse_defects(const struct defects *defects, struct problem *problem)
{
    if (defects->count == 0)
        return STATUS_DONE;
    return problem_set(problem, defects->first.status, "%s%s%s%s", defects->first.sentence,
        defects->count == 1   ? ""
        : defects->count == 2 ? " Reprenez aussi la ligne "
                              : " Reprenez aussi les lignes ",
        buffer_text(&defects->others), defects->count == 1 ? "" : ".");
}

static enum status read_rows(struct csv_table *table, struct member_row *rows,
    const int places[COLUMN_COUNT], struct problem *problem)
{
    struct defects defects = {0};
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < table->row_count && status != STATUS_SYSTEM; i++) {
        struct problem defect = {0};
        struct filling filling = {table, &rows[i], &defect};
        filling.row->line = table->rows[i].line;
        status = fill_row(&filling, &table->rows[i], places);
        if (status != STATUS_DONE)
            add_defect(&defects, filling.row->line, &defect);
    }
    status = refuse_defects(&defects, problem);
    buffer_clear(&defects.others);
    return status;
}

enum status members_rows_read(
    struct csv_table *table, struct member_row **rows, size_t *count, struct problem *problem)
{
    int places[COLUMN_COUNT];
    *count = table->row_count;
    *rows = arena_array(&table->arena, table->row_count + 1, sizeof **rows);
    if (*rows == NULL)
        return problem_set_no_memory(problem);
    enum status status = find_columns(table, places, problem);
    if (status == STATUS_DONE && table->row_count == 0)
        status = problem_set(problem, STATUS_UNUSABLE,
            "%s n'a aucune ligne sous ses titres : ajoutez une ligne par membre.", table->name);
    return status == STATUS_DONE ? read_rows(table, *rows, places, problem) : status;
}
