// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_document.h"

#include <string.h>

#include "store/kept_text.h"
#include "store/mask.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

#define SHOWN_DOCUMENT MASKED("title", ITEM_IS_HIDDEN("item_id"))
#define SHOWN_PLACE MASKED("place", ITEM_IS_HIDDEN("item_id"))

enum status item_documents_load(struct store *store, int64_t item, struct arena *arena,
    struct item_documents *documents, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct item_document);
    struct item_document *document;
    statement_open(&statement, store,
        "SELECT id, " SHOWN_DOCUMENT ", " SHOWN_PLACE " FROM item_document WHERE item_id = ?"
        " ORDER BY position, id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (document = row_array_add(&rows, &statement)) != NULL)
        *document = (struct item_document){statement_integer(&statement, 0),
            statement_text(&statement, 1, arena), statement_text(&statement, 2, arena)};
    *documents = (struct item_documents){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

// Where the place begins: behind a sign that parts it from the title, else at the last word that
// looks like a path; the end of the text for none.
static const char *find_place(const char *text, size_t *title_length)
{
    static const char *const signs[] = {" | ", " : ", "\t"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        const char *sign = strstr(text, signs[i]);
        if (sign != NULL) {
            *title_length = (size_t)(sign - text);
            return sign + strlen(signs[i]);
        }
    }
    const char *word = strrchr(text, ' ');
    word = word == NULL ? text : word + 1;
    bool path = strchr(word, '/') != NULL || strchr(word, '\\') != NULL;
    *title_length = path ? (size_t)(word - text) : strlen(text);
    return path ? word : text + strlen(text);
}

// The last part of a path or an address, without what ends it.
static const char *name_of(const char *place, struct arena *arena)
{
    size_t end = strlen(place);
    while (end > 1 && strchr("/\\", place[end - 1]) != NULL)
        end--;
    size_t start = end;
    while (start > 0 && strchr("/\\", place[start - 1]) == NULL)
        start--;
    return arena_format(arena, "%.*s", (int)(end - start), place + start);
}

static enum status part(struct arena *arena, const char *text, const char **title,
    const char **place, struct problem *problem)
{
    size_t length = 0;
    const char *kept = NULL;
    enum status status = kept_text(arena, text, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE && kept[0] == '\0')
        status = problem_set(problem, STATUS_REFUSED,
            "Il manque la pièce : écrivez son titre, puis son chemin ou son adresse.");
    if (status != STATUS_DONE)
        return status;
    const char *where = find_place(kept, &length);
    const char *named =
        length == 0 ? name_of(where, arena) : arena_format(arena, "%.*s", (int)length, kept);
    status = kept_text(arena, where, TEXT_ONE_LINE, place, problem);
    return status == STATUS_DONE ? kept_text(arena, named, TEXT_ONE_LINE, title, problem) : status;
}

enum status item_document_add(
    struct gesture *gesture, int64_t id, int64_t item, const char *text, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct item_facts facts;
    const char *title = NULL;
    const char *place = NULL;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = part(&arena, text, &title, &place, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "INSERT INTO item_document (id, item_id, position, title, place) VALUES (?1, ?2,"
            " (SELECT ifnull(max(position), 0) + 1 FROM item_document WHERE item_id = ?2), ?3,"
            " ?4)");
        statement_bind_integer(&statement, id);
        statement_bind_integer(&statement, item);
        statement_bind_text(&statement, title);
        statement_bind_text(&statement, place);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status item_document_remove(struct gesture *gesture, int64_t id, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct item_facts facts;
    int64_t item = 0;
    statement_open(
        &statement, gesture_store(gesture), "SELECT item_id FROM item_document WHERE id = ?");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &item, problem);
    if (status == STATUS_DONE && item == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Cette pièce n'est plus jointe : rien n'est à ôter.");
    if (status == STATUS_DONE)
        status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE) {
        statement_open(
            &statement, gesture_store(gesture), "DELETE FROM item_document WHERE id = ?");
        statement_bind_integer(&statement, id);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
