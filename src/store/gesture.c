// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's header declares the session extension only when asked to.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "store/gesture.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/connection.h"
#include "store/journal_row.h"
#include "store/journaled_tables.h"
#include "store/statement.h"

struct gesture {
    struct store *store;
    sqlite3_session *session;
    int64_t meeting;
    enum gesture_barrier barrier;
};

static int open_session(struct gesture *gesture)
{
    int code = sqlite3session_create(gesture->store->database, "main", &gesture->session);
    for (size_t i = 0; i < journaled_table_count && code == SQLITE_OK; i++)
        code = sqlite3session_attach(gesture->session, journaled_tables[i]);
    return code;
}

enum status gesture_begin(struct store *store, struct gesture **gesture, struct problem *problem)
{
    *gesture = NULL;
    if (store->read_only)
        return problem_set(problem, STATUS_SYSTEM,
            "Le fichier est ouvert en lecture seule : copiez-le, ou rouvrez-le sans "
            "--lecture-seule, pour y écrire.");
    struct gesture *begun = calloc(1, sizeof *begun);
    if (begun == NULL)
        return problem_set_no_memory(problem);
    begun->store = store;
    enum status status = connection_begin(store, problem);
    if (status != STATUS_DONE) {
        free(begun);
        return status;
    }
    store->gesture = begun;
    int code = open_session(begun);
    if (code != SQLITE_OK) {
        gesture_cancel(begun);
        return connection_problem(store, code, problem);
    }
    *gesture = begun;
    return STATUS_DONE;
}

static void forget(struct gesture *gesture)
{
    gesture->store->gesture = NULL;
    if (gesture->session != NULL)
        sqlite3session_delete(gesture->session);
    free(gesture);
}

void gesture_cancel(struct gesture *gesture)
{
    if (gesture == NULL)
        return;
    struct store *store = gesture->store;
    forget(gesture);
    connection_roll_back(store);
}

static enum status write_journal(
    struct gesture *gesture, const char *sentence, bool *empty, struct problem *problem)
{
    struct store *store = gesture->store;
    void *changeset = NULL;
    int length = 0;
    int code = sqlite3session_changeset(gesture->session, &length, &changeset);
    if (code != SQLITE_OK)
        return connection_problem(store, code, problem);
    *empty = length == 0;
    enum status status = STATUS_DONE;
    if (!*empty) {
        const struct journal_row row = {
            .kind = "gesture",
            .sentence = sentence,
            .meeting = gesture->meeting,
            .barrier = gesture->barrier,
            .changeset = changeset,
            .changeset_length = (size_t)length,
        };
        status = journal_row_write(store, &row, NULL, problem);
    }
    sqlite3_free(changeset);
    return status;
}

static enum status commit(struct gesture *gesture, const char *sentence, struct problem *problem)
{
    struct store *store = gesture->store;
    bool empty = true;
    enum status status = write_journal(gesture, sentence, &empty, problem);
    if (status != STATUS_DONE || empty) {
        gesture_cancel(gesture);
        return status;
    }
    forget(gesture);
    return connection_commit(store, problem);
}

enum status gesture_commit(
    struct gesture *gesture, struct problem *problem, const char *sentence_format, ...)
{
    char *sentence = NULL;
    va_list arguments;
    va_start(arguments, sentence_format);
    int length = vasprintf(&sentence, sentence_format, arguments);
    va_end(arguments);
    if (length < 0) {
        gesture_cancel(gesture);
        return problem_set_no_memory(problem);
    }
    enum status status = commit(gesture, sentence, problem);
    free(sentence);
    return status;
}

struct store *gesture_store(const struct gesture *gesture)
{
    return gesture->store;
}

void gesture_concerns_meeting(struct gesture *gesture, int64_t meeting)
{
    gesture->meeting = meeting;
}

void gesture_record(struct gesture *gesture, bool recorded)
{
    sqlite3session_enable(gesture->session, recorded);
}

void gesture_set_barrier(struct gesture *gesture, enum gesture_barrier barrier)
{
    gesture->barrier = barrier;
}

enum status gesture_run_on(
    struct gesture *gesture, const char *sql, int64_t id, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture->store, sql);
    statement_bind_integer(&statement, id);
    return statement_run(&statement, problem);
}

enum status gesture_run_on_two(struct gesture *gesture, const char *sql, int64_t first,
    int64_t second, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture->store, sql);
    statement_bind_integer(&statement, first);
    statement_bind_integer(&statement, second);
    return statement_run(&statement, problem);
}
