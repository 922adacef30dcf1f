// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mask.h"

#include <sqlite3.h>
#include <string.h>

#include "store/connection.h"

void store_set_masked(struct store *store, bool masked)
{
    store->masked = masked;
}

bool store_is_masked(const struct store *store)
{
    return store->masked;
}

const char *mask_sentence(const struct store *store, struct arena *arena, const char *sentence)
{
    const char *quoted = store->masked ? strstr(sentence, " : ") : NULL;
    return quoted == NULL ? arena_copy(arena, sentence)
                          : arena_format(arena, "%.*s", (int)(quoted - sentence), sentence);
}

enum status mask_record(
    struct store *store, int64_t record, const char **text, struct problem *problem)
{
    struct statement statement;
    int64_t hidden = 0;
    if (!store->masked || store->gesture != NULL)
        return STATUS_DONE;
    statement_open(
        &statement, store, "SELECT " RECORD_IS_HIDDEN " FROM record WHERE record.id = ?");
    statement_bind_integer(&statement, record);
    enum status status = statement_number(&statement, 0, &hidden, problem);
    if (status == STATUS_DONE && hidden != 0)
        *text = MASK_TEXT;
    return status;
}

// What a gesture reads it may write: it reads what is there.
static void tell_masked(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    (void)values;
    const struct store *store = sqlite3_user_data(context);
    sqlite3_result_int(context, store->masked && store->gesture == NULL);
}

enum status mask_register(struct store *store, struct problem *problem)
{
    int code = sqlite3_create_function(store->database, "masked", 0,
        SQLITE_UTF8 | SQLITE_DIRECTONLY, store, tell_masked, NULL, NULL);
    return code == SQLITE_OK ? STATUS_DONE : connection_problem(store, code, problem);
}
