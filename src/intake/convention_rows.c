// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/convention_rows.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { HIGHEST_AXIS = 999, EARLIEST_YEAR = 1900, LATEST_YEAR = 2999 };

#define COLUMNS(table) (table), sizeof(table) / sizeof *(table)

static const struct ini_column convention_columns[] = {
    {"titre", offsetof(struct convention, title), INI_REQUIRED},
    {"objet", offsetof(struct convention, purpose), INI_OPTIONAL},
    {"premiere-annee", INI_NO_TEXT, INI_OPTIONAL},
    {"derniere-annee", INI_NO_TEXT, INI_OPTIONAL},
};

static const struct ini_column organisation_columns[] = {
    {"libelle", offsetof(struct convention_organisation, label), INI_REQUIRED},
    {"college", offsetof(struct convention_organisation, college), INI_OPTIONAL},
};

static const struct ini_column committee_columns[] = {
    {"libelle", offsetof(struct convention_committee, label), INI_REQUIRED},
    {"genre", offsetof(struct convention_committee, kind), INI_REQUIRED},
    {"pouvoir", offsetof(struct convention_committee, authority), INI_REQUIRED},
    {"propose-a", offsetof(struct convention_committee, next_code), INI_OPTIONAL},
};

static const struct ini_column signatory_columns[] = {
    {"nom", offsetof(struct convention_signatory, name), INI_REQUIRED},
    {"fonction", offsetof(struct convention_signatory, function), INI_REQUIRED},
    {"organisme", offsetof(struct convention_signatory, organisation), INI_OPTIONAL},
    {"represente", offsetof(struct convention_signatory, representing), INI_OPTIONAL},
};

static const struct ini_column text_columns[] = {
    {"titre", offsetof(struct convention_text, heading), INI_REQUIRED},
};

static const struct ini_column milestone_columns[] = {
    {"date", INI_NO_TEXT, INI_REQUIRED},
    {"texte", offsetof(struct convention_milestone, label), INI_REQUIRED},
};

static const struct ini_column field_columns[] = {
    {"libelle", offsetof(struct convention_field, label), INI_REQUIRED},
    {"autres-noms", offsetof(struct convention_field, other_names), INI_OPTIONAL},
    {"transversal", INI_NO_TEXT, INI_OPTIONAL},
};

static const struct ini_column objective_columns[] = {
    {"libelle", offsetof(struct convention_objective, label), INI_REQUIRED},
    {"axe", INI_NO_TEXT, INI_REQUIRED},
};

static const struct ini_column action_columns[] = {
    {"titre", offsetof(struct convention_action, title), INI_REQUIRED},
    {"axe", INI_NO_TEXT, INI_REQUIRED},
    {"objectif", offsetof(struct convention_action, objective), INI_OPTIONAL},
    {"etat", offsetof(struct convention_action, state), INI_OPTIONAL},
    {"origine", offsetof(struct convention_action, origin), INI_OPTIONAL},
    {"pilote", offsetof(struct convention_action, pilot), INI_OPTIONAL},
    {"debut", offsetof(struct convention_action, starts), INI_OPTIONAL},
    {"fin", offsetof(struct convention_action, ends), INI_OPTIONAL},
    {"description", offsetof(struct convention_action, description), INI_OPTIONAL},
};

// `text` in capitals, in `arena`; NULL stays NULL.
static enum status capitals(const struct ini_block *block, const char **text)
{
    if (*text == NULL)
        return STATUS_DONE;
    char *copy = arena_copy(block->arena, *text);
    if (copy == NULL)
        return problem_set_no_memory(block->problem);
    for (char *letter = copy; *letter != '\0'; letter++)
        *letter = (char)toupper((unsigned char)*letter);
    *text = copy;
    return STATUS_DONE;
}

static enum status read_convention(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    (void)code;
    enum status status = ini_block_read(block, convention);
    if (status == STATUS_DONE)
        status = ini_block_number(
            block, "premiere-annee", EARLIEST_YEAR, LATEST_YEAR, &convention->first_year);
    if (status == STATUS_DONE)
        status = ini_block_number(
            block, "derniere-annee", EARLIEST_YEAR, LATEST_YEAR, &convention->last_year);
    return status;
}

static enum status read_organisation(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    struct convention_organisation *row =
        &convention->organisations[convention->organisation_count++];
    row->code = code;
    return ini_block_read(block, row);
}

static enum status read_committee(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    struct convention_committee *row = &convention->committees[convention->committee_count++];
    row->code = code;
    enum status status = ini_block_read(block, row);
    return status == STATUS_DONE ? capitals(block, &row->next_code) : status;
}

static enum status read_signatory(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    (void)code;
    return ini_block_read(block, &convention->signatories[convention->signatory_count++]);
}

// Hands the numbered keys of the section, in the order of the file, to `take`.
static enum status read_series(const struct ini_block *block,
    enum status (*take)(const struct ini_block *block, const char *key, void *context),
    void *context)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < ini_key_count(block->ini, block->index) && status == STATUS_DONE; i++) {
        const char *key = ini_key_name(block->ini, block->index, i);
        if (strncmp(key, block->series, strlen(block->series)) == 0)
            status = take(block, key, context);
    }
    return status;
}

static enum status take_paragraph(const struct ini_block *block, const char *key, void *context)
{
    struct buffer *body = context;
    const char *paragraph = ini_block_value(block, key);
    if (paragraph != NULL && body->length > 0)
        buffer_append_character(body, '\n');
    if (paragraph != NULL)
        buffer_append(body, paragraph);
    return STATUS_DONE;
}

static enum status read_text(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    (void)code;
    struct convention_text *row = &convention->texts[convention->text_count++];
    struct buffer body = {0};
    enum status status = ini_block_read(block, row);
    if (status == STATUS_DONE)
        status = read_series(block, take_paragraph, &body);
    if (status == STATUS_DONE) {
        row->body = buffer_failed(&body) ? NULL : arena_copy(block->arena, buffer_text(&body));
        if (row->body == NULL)
            status = problem_set_no_memory(block->problem);
    }
    buffer_clear(&body);
    return status;
}

static enum status read_milestone(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    (void)code;
    struct convention_milestone *row = &convention->milestones[convention->milestone_count++];
    enum status status = ini_block_read(block, row);
    if (status == STATUS_DONE && !date_read_iso(ini_block_value(block, "date"), &row->date))
        status = ini_block_refuse(block, "date", "la date s'écrit 2024-01-31, 2024-01 ou 2024");
    return status;
}

// The number behind `axe-`; 0 for one that is not written as axes are.
static int axis_number(const char *digits)
{
    size_t length = strspn(digits, "0123456789");
    bool is_number = digits[length] == '\0' && length > 0 && *digits != '0';
    long number = is_number ? strtol(digits, NULL, 10) : 0;
    return number <= HIGHEST_AXIS ? (int)number : 0;
}

static enum status take_axis(const struct ini_block *block, const char *key, void *context)
{
    struct convention *convention = context;
    const char *label = ini_block_value(block, key);
    int number = axis_number(key + strlen(block->series));
    if (number == 0)
        return ini_block_refuse(block, key, "un axe s'écrit axe-1 à axe-%d", HIGHEST_AXIS);
    if (label == NULL)
        return ini_block_refuse(block, key, "il manque le libellé de l'axe");
    convention->axes[convention->axis_count++] = (struct convention_axis){
        .number = number,
        .field = convention->fields[convention->field_count - 1].code,
        .label = arena_copy(block->arena, label),
    };
    return block->arena->failed ? problem_set_no_memory(block->problem) : STATUS_DONE;
}

static enum status read_field(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    struct convention_field *row = &convention->fields[convention->field_count++];
    row->code = code;
    enum status status = ini_block_read(block, row);
    const char *transversal = ini_block_value(block, "transversal");
    row->transversal = transversal != NULL && strcmp(transversal, "oui") == 0;
    if (status == STATUS_DONE && transversal != NULL && !row->transversal &&
        strcmp(transversal, "non") != 0)
        status = ini_block_refuse(block, "transversal", "écrivez oui ou non");
    return status == STATUS_DONE ? read_series(block, take_axis, convention) : status;
}

static enum status read_objective(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    struct convention_objective *row = &convention->objectives[convention->objective_count++];
    row->code = code;
    enum status status = ini_block_read(block, row);
    return status == STATUS_DONE ? ini_block_number(block, "axe", 1, HIGHEST_AXIS, &row->axis)
                                 : status;
}

static enum status read_action(
    const struct ini_block *block, const char *code, struct convention *convention)
{
    struct convention_action *row = &convention->actions[convention->action_count++];
    row->code = code;
    enum status status = ini_block_read(block, row);
    if (status == STATUS_DONE)
        status = ini_block_number(block, "axe", 1, HIGHEST_AXIS, &row->axis);
    return status == STATUS_DONE ? capitals(block, &row->objective) : status;
}

static const struct convention_kind kinds[] = {
    {"convention", CODE_LOWER, COLUMNS(convention_columns), NULL, read_convention},
    {"organisme-", CODE_LOWER, COLUMNS(organisation_columns), NULL, read_organisation},
    {"instance-", CODE_UPPER, COLUMNS(committee_columns), NULL, read_committee},
    {"signataire-", CODE_LOWER, COLUMNS(signatory_columns), NULL, read_signatory},
    {"texte-", CODE_LOWER, COLUMNS(text_columns), "paragraphe-", read_text},
    {"etape-", CODE_LOWER, COLUMNS(milestone_columns), NULL, read_milestone},
    {"champ-", CODE_LOWER, COLUMNS(field_columns), "axe-", read_field},
    {"objectif-", CODE_UPPER, COLUMNS(objective_columns), NULL, read_objective},
    {"action-", CODE_UPPER, COLUMNS(action_columns), NULL, read_action},
};

static bool is_of_kind(const char *section, const struct convention_kind *kind)
{
    size_t length = strlen(kind->prefix);
    if (kind->prefix[length - 1] != '-')
        return strcmp(section, kind->prefix) == 0;
    return strncmp(section, kind->prefix, length) == 0 && section[length] != '\0';
}

const struct convention_kind *convention_kind_of(const char *section)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_of_kind(section, &kinds[i]))
            return &kinds[i];
    return NULL;
}

enum status convention_read_row(const struct convention_kind *kind, const struct ini *ini,
    size_t section, struct arena *arena, struct convention *convention, struct problem *problem)
{
    struct ini_block block = {
        .ini = ini,
        .index = section,
        .columns = kind->columns,
        .column_count = kind->column_count,
        .series = kind->series,
        .arena = arena,
        .problem = problem,
    };
    const char *code = arena_copy(arena, ini_section_name(ini, section) + strlen(kind->prefix));
    if (code == NULL)
        return problem_set_no_memory(problem);
    enum status status = kind->code_case == CODE_UPPER ? capitals(&block, &code) : STATUS_DONE;
    return status == STATUS_DONE ? kind->read(&block, code, convention) : status;
}
