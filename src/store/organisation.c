// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/organisation.h"

#include <ctype.h>
#include <string.h>

#include "store/gone.h"
#include "store/kept_text.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/fold.h"

enum { LONGEST_CODE = 24 };

static enum status list(struct store *store, bool archived, struct arena *arena,
    struct organisation **organisations, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct organisation);
    struct organisation *organisation = NULL;
    statement_open(&statement, store,
        "SELECT organisation.id, organisation.code, organisation.label, organisation.college,"
        " (SELECT count(*) FROM person WHERE person.organisation_id = organisation.id"
        " AND person.archived = 0), organisation.archived"
        " FROM organisation LEFT JOIN (SELECT college, min(position) AS first FROM organisation"
        " WHERE archived = 0 AND college IS NOT NULL GROUP BY college) AS colleges"
        " ON colleges.college = organisation.college"
        " WHERE organisation.archived <= ?"
        " ORDER BY organisation.archived, organisation.college IS NULL, colleges.first, "
        "organisation.college,"
        " organisation.position, organisation.id");
    statement_bind_integer(&statement, archived);
    while (statement_row(&statement) && (organisation = row_array_add(&rows, &statement)) != NULL)
        *organisation = (struct organisation){
            .id = statement_integer(&statement, 0),
            .code = statement_text(&statement, 1, arena),
            .label = statement_text(&statement, 2, arena),
            .college = statement_text(&statement, 3, arena),
            .people = (int)statement_integer(&statement, 4),
            .archived = statement_integer(&statement, 5) != 0,
        };
    *organisations = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

enum status organisation_list(struct store *store, struct arena *arena,
    struct organisation **organisations, size_t *count, struct problem *problem)
{
    return list(store, false, arena, organisations, count, problem);
}

enum status organisation_list_all(struct store *store, struct arena *arena,
    struct organisation **organisations, size_t *count, struct problem *problem)
{
    return list(store, true, arena, organisations, count, problem);
}

// All of them, archived ones too: a code names one organisation for ever.
static enum status search(struct store *store, const char *column_sql, const char *text,
    int64_t but, int64_t *id, struct problem *problem)
{
    struct statement statement;
    *id = 0;
    statement_open(&statement, store, column_sql);
    while (statement_row(&statement) && *id == 0)
        if (statement_integer(&statement, 0) != but &&
            text_is_same(statement_borrow(&statement, 1), text))
            *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static const char by_code[] = "SELECT id, code FROM organisation ORDER BY archived, position, id";
static const char by_label[] = "SELECT id, label FROM organisation ORDER BY archived, position, id";

enum status organisation_find(
    struct store *store, const char *name, int64_t *id, struct problem *problem)
{
    enum status status = search(store, by_code, name, 0, id, problem);
    if (status == STATUS_DONE && *id == 0)
        status = search(store, by_label, name, 0, id, problem);
    return status;
}

static bool code_can_be_typed(const char *code)
{
    size_t length = strlen(code);
    if (length < 2 || length > LONGEST_CODE || !isalpha((unsigned char)code[0]))
        return false;
    return strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == length &&
           code[length - 1] != '-';
}

// «Caf des Pyrénées-Orientales» gives `caf-des-pyrenees`: whole words, as many as fit.
static void code_of_label(const char *label, struct buffer *code)
{
    struct buffer folded = {0};
    text_fold(&folded, label);
    const char *word = buffer_text(&folded);
    while (*word != '\0') {
        while (*word != '\0' && (!isalnum((unsigned char)*word) ||
                                    (code->length == 0 && !isalpha((unsigned char)*word))))
            word++;
        size_t length = 0;
        while (isalnum((unsigned char)word[length]))
            length++;
        if (length == 0 || code->length + 1 + length > LONGEST_CODE - 3)
            break;
        buffer_append(code, code->length > 0 ? "-" : "");
        buffer_append_bytes(code, word, length);
        word += length;
    }
    if (code->length < 2) {
        buffer_reset(code);
        buffer_append(code, "organisme");
    }
    buffer_clear(&folded);
}

// The first code of that stem which no other organisation has.
static enum status make_code(
    struct store *store, const char *label, struct buffer *code, struct problem *problem)
{
    code_of_label(label, code);
    size_t stem = code->length;
    int64_t taken = 0;
    enum status status = search(store, by_code, buffer_text(code), 0, &taken, problem);
    for (int rank = 2; status == STATUS_DONE && taken != 0; rank++) {
        buffer_truncate(code, stem);
        buffer_append_format(code, "-%d", rank);
        status = search(store, by_code, buffer_text(code), 0, &taken, problem);
    }
    return status == STATUS_DONE && buffer_failed(code) ? problem_set_no_memory(problem) : status;
}

// An organisation as it is to be kept.
struct kept {
    const char *code, *label, *college;
};

static enum status keep_code(struct store *store, struct arena *arena, const char *typed,
    struct kept *kept, struct problem *problem)
{
    struct buffer code = {0};
    enum status status = kept_text(arena, typed, TEXT_ONE_LINE, &kept->code, problem);
    for (const char *sign = kept->code; status == STATUS_DONE && *sign != '\0'; sign++)
        buffer_append_character(&code, (char)tolower((unsigned char)*sign));
    if (status == STATUS_DONE && code.length == 0)
        status = make_code(store, kept->label, &code, problem);
    if (status == STATUS_DONE) {
        kept->code = arena_copy(arena, buffer_text(&code));
        if (kept->code == NULL || buffer_failed(&code))
            status = problem_set_no_memory(problem);
    }
    buffer_clear(&code);
    return status;
}

static enum status keep_college(struct store *store, struct arena *arena, const char *typed,
    const char **college, struct problem *problem)
{
    struct statement statement;
    enum status status = kept_text_or_null(arena, typed, college, problem);
    if (status != STATUS_DONE || *college == NULL)
        return status;
    statement_open(&statement, store,
        "SELECT college FROM organisation WHERE college IS NOT NULL GROUP BY college"
        " ORDER BY min(position)");
    const char *same = NULL;
    while (statement_row(&statement) && same == NULL)
        if (text_is_same(statement_borrow(&statement, 0), *college))
            same = statement_text(&statement, 0, arena);
    status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && same != NULL)
        *college = same;
    return status;
}

static enum status check(
    struct store *store, const struct kept *kept, int64_t id, struct problem *problem)
{
    int64_t other = 0;
    if (!code_can_be_typed(kept->code))
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un code d'organisme : de 2 à %d lettres sans accent, chiffres ou"
            " tirets, en commençant par une lettre (par exemple msa).",
            kept->code, LONGEST_CODE);
    enum status status = search(store, by_code, kept->code, id, &other, problem);
    if (status == STATUS_DONE && other != 0)
        return problem_set(problem, STATUS_REFUSED,
            "L'organisme «%s» existe déjà : donnez un autre code.", kept->code);
    if (status == STATUS_DONE)
        status = search(store, by_label, kept->label, id, &other, problem);
    if (status == STATUS_DONE && other != 0)
        return problem_set(problem, STATUS_REFUSED,
            "Un organisme s'appelle déjà «%s» : prenez-le, ou donnez un autre nom.", kept->label);
    return status;
}

static enum status keep(struct store *store, struct arena *arena, int64_t id, const char *code,
    const char *label, const char *college, struct kept *kept, struct problem *problem)
{
    *kept = (struct kept){0};
    enum status status = kept_text(arena, label, TEXT_ONE_LINE, &kept->label, problem);
    if (status == STATUS_DONE && kept->label[0] == '\0')
        return problem_set(
            problem, STATUS_REFUSED, "Il manque le nom de l'organisme : écrivez-le.");
    if (status == STATUS_DONE)
        status = keep_code(store, arena, code, kept, problem);
    if (status == STATUS_DONE)
        status = keep_college(store, arena, college, &kept->college, problem);
    return status == STATUS_DONE ? check(store, kept, id, problem) : status;
}

enum status organisation_add(struct gesture *gesture, int64_t id, const char *code,
    const char *label, const char *college, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    struct kept kept;
    enum status status = keep(store, &arena, id, code, label, college, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "INSERT INTO organisation (id, code, label, college, position)"
            " VALUES (?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM organisation))");
        statement_bind_integer(&statement, id);
        statement_bind_text(&statement, kept.code);
        statement_bind_text(&statement, kept.label);
        statement_bind_text(&statement, kept.college);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

static enum status must_exist(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store, "SELECT 1 FROM organisation WHERE id = ? AND archived = 0");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found == 0)
        status = problem_set(problem, STATUS_REFUSED, ORGANISATION_GONE);
    return status;
}

enum status organisation_set(struct gesture *gesture, int64_t id, const char *code,
    const char *label, const char *college, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    struct kept kept;
    enum status status = must_exist(store, id, problem);
    if (status == STATUS_DONE)
        status = keep(store, &arena, id, code, label, college, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "UPDATE organisation SET code = ?2, label = ?3, college = ?4 WHERE id = ?1"
            " AND (code IS NOT ?2 OR label IS NOT ?3 OR college IS NOT ?4)");
        statement_bind_integer(&statement, id);
        statement_bind_text(&statement, kept.code);
        statement_bind_text(&statement, kept.label);
        statement_bind_text(&statement, kept.college);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status organisation_set_college(
    struct gesture *gesture, int64_t id, const char *college, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    const char *kept = NULL;
    enum status status = must_exist(store, id, problem);
    if (status == STATUS_DONE)
        status = keep_college(store, &arena, college, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "UPDATE organisation SET college = ?2 WHERE id = ?1 AND college IS NOT ?2");
        statement_bind_integer(&statement, id);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

static enum status load_college(struct store *store, int64_t organisation, struct arena *arena,
    const char **college, struct problem *problem)
{
    struct statement statement;
    *college = NULL;
    statement_open(
        &statement, store, "SELECT college FROM organisation WHERE id = ? AND archived = 0");
    statement_bind_integer(&statement, organisation);
    if (statement_row(&statement))
        *college = statement_text(&statement, 0, arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *college == NULL)
        status = problem_set(
            problem, STATUS_REFUSED, "Cet organisme n'a pas de collège : Entrée lui en donne un.");
    return status;
}

// The college as it is spelt elsewhere; the one that is renamed may change its own capitals.
static enum status keep_new_college(struct store *store, struct arena *arena, const char *was,
    const char *typed, const char **college, struct problem *problem)
{
    enum status status = kept_text_or_null(arena, typed, college, problem);
    if (status != STATUS_DONE || *college == NULL || text_is_same(*college, was))
        return status;
    return keep_college(store, arena, typed, college, problem);
}

enum status college_rename(
    struct gesture *gesture, int64_t organisation, const char *college, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    const char *was = NULL;
    const char *kept = NULL;
    enum status status = load_college(store, organisation, &arena, &was, problem);
    if (status == STATUS_DONE)
        status = keep_new_college(store, &arena, was, college, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "UPDATE organisation SET college = ?2 WHERE college = ?1 AND college IS NOT ?2");
        statement_bind_text(&statement, was);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
