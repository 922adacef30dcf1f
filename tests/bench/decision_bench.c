// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision_bench.h"

#include <poll.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "store/gesture.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"
#include "store/record.h"
#include "store/store.h"
#include "store/store_open.h"

static const char text[] = "Le comité adopte l'ouverture de 24 places à Saint-Jacques.";

enum { PLAIN_INSERTS = 3, PAUSE_MILLISECONDS = 40 };

// Nobody records without a pause, and a disk that had one answers otherwise.
static void pause_a_moment(void)
{
    poll(NULL, 0, PAUSE_MILLISECONDS);
}

static const char plain_sql[] =
    "INSERT INTO record (id, meeting_id, item_id, kind, text, at) VALUES (?1, ?2, ?3, 'decision',"
    " ?4, '2026-03-12T14:00:00')";
static const char plain_decision_sql[] =
    "INSERT INTO decision (record_id, outcome, mode) VALUES (?1, 'adoptee', 'consensus')";
static const char plain_journal_sql[] =
    "INSERT INTO journal (id, kind, schema_version, clock, site, author, at, sentence, meeting_id,"
    " changeset) VALUES (?1 + 1, 'gesture', 1, ?1, 'essai', 'essai', '2026-03-12T14:00:00', ?4,"
    " ?2, zeroblob(?5))";

struct plain {
    sqlite3 *database;
    sqlite3_stmt *statements[PLAIN_INSERTS];
    int64_t meeting, item, id;
    int64_t changeset_bytes; // as in the store's own gesture, so that both write the same pages
};

// The copy holds one decision of the store's: the latest gesture is its own.
static bool read_changeset_bytes(struct plain *plain)
{
    sqlite3_stmt *statement = NULL;
    bool read = sqlite3_prepare_v2(plain->database,
                    "SELECT length(changeset) FROM journal ORDER BY id DESC LIMIT 1", -1,
                    &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW;
    if (read)
        plain->changeset_bytes = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return read;
}

static bool plain_open(struct plain *plain, const char *path)
{
    const char *const sql[PLAIN_INSERTS] = {plain_sql, plain_decision_sql, plain_journal_sql};
    bool open =
        sqlite3_open_v2(path, &plain->database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_exec(plain->database, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA", NULL,
            NULL, NULL) == SQLITE_OK &&
        read_changeset_bytes(plain);
    for (int i = 0; open && i < PLAIN_INSERTS; i++)
        open = sqlite3_prepare_v2(plain->database, sql[i], -1, &plain->statements[i], NULL) ==
               SQLITE_OK;
    if (!open)
        fprintf(stderr, "bench: %s\n", sqlite3_errmsg(plain->database));
    return open;
}

static void plain_close(struct plain *plain)
{
    for (int i = 0; i < PLAIN_INSERTS; i++)
        sqlite3_finalize(plain->statements[i]);
    sqlite3_close(plain->database);
}

static bool plain_record(struct plain *plain, struct decision_costs *costs)
{
    plain->id += 4;
    pause_a_moment();
    double start = sample_clock();
    double processor = sample_processor();
    bool done = sqlite3_exec(plain->database, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
    for (int i = 0; done && i < PLAIN_INSERTS; i++) {
        sqlite3_stmt *statement = plain->statements[i];
        int parameters = sqlite3_bind_parameter_count(statement);
        const int64_t values[] = {
            plain->id, plain->meeting, plain->item, 0, plain->changeset_bytes};
        for (int p = 1; p <= parameters; p++)
            if (p == 4)
                sqlite3_bind_text(statement, p, text, -1, SQLITE_STATIC);
            else
                sqlite3_bind_int64(statement, p, values[p - 1]);
        done = sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    done = done && sqlite3_exec(plain->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    sample_add(&costs->plain, sample_clock() - start);
    sample_add(&costs->plain_processor, sample_processor() - processor);
    if (!done)
        fprintf(stderr, "bench: %s\n", sqlite3_errmsg(plain->database));
    return done;
}

// The open meeting and its first item; prepared and opened where there is none.
static enum status find_item(
    struct store *store, int64_t *meeting, int64_t *item, struct problem *problem)
{
    struct arena arena = {0};
    struct agenda agenda = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    struct gesture *gesture = NULL;
    enum status status = meeting_open_now(store, meeting, problem);
    if (status == STATUS_DONE && *meeting == 0) {
        *meeting = store_new_id(store);
        status = committee_list(store, &arena, &committees, &count, problem);
        if (status == STATUS_DONE)
            status = gesture_begin(store, &gesture, problem);
        if (status == STATUS_DONE)
            status =
                meeting_add(gesture, *meeting, committees[0].id, date_of_day(2026, 3, 12), problem);
        if (status == STATUS_DONE)
            status = item_add(gesture, store_new_id(store), *meeting, 0, 0, "Bilan", problem);
        if (status == STATUS_DONE)
            status = meeting_open(gesture, *meeting, problem);
        if (status == STATUS_DONE)
            status = gesture_commit(gesture, problem, "séance ouverte");
        else
            gesture_cancel(gesture);
    }
    if (status == STATUS_DONE)
        status = agenda_load(store, *meeting, &arena, &agenda, problem);
    *item = status == STATUS_DONE && agenda.count > 0 ? agenda.items[0].id : 0;
    arena_clear(&arena);
    return status;
}

static enum status record_once(
    struct store *store, int64_t item, struct decision_costs *costs, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct entry fact = {.kind = RECORD_DECISION, .text = text};
    pause_a_moment();
    double start = sample_clock();
    double processor = sample_processor();
    enum status status = gesture_begin(store, &gesture, problem);
    if (status == STATUS_DONE)
        status = record_add(gesture, store_new_id(store), item, &fact, problem);
    if (status == STATUS_DONE)
        status = gesture_commit(gesture, problem, "décision : %s", text);
    else
        gesture_cancel(gesture);
    sample_add(&costs->recorded, sample_clock() - start);
    sample_add(&costs->recorded_processor, sample_processor() - processor);
    return status;
}

static bool copy_file(const char *from, const char *to)
{
    char bytes[65536];
    FILE *source = fopen(from, "rbe");
    FILE *target = fopen(to, "wbe");
    size_t count = 0;
    bool copied = source != NULL && target != NULL;
    while (copied && (count = fread(bytes, 1, sizeof bytes, source)) > 0)
        copied = fwrite(bytes, 1, count, target) == count;
    if (source != NULL)
        fclose(source);
    if (target != NULL)
        copied = fclose(target) == 0 && copied;
    return copied;
}

bool decision_bench(const char *file, const char *copy, int runs, struct decision_costs *costs)
{
    struct problem problem = {0};
    struct store *store = NULL;
    struct plain plain = {0};
    const struct clock clock = {0};
    struct store_options options = {
        .path = file, .clock = &clock, .site = "bench", .author = "bench"};
    enum status status = store_open(&store, &options, &problem);
    if (status == STATUS_DONE)
        status = find_item(store, &plain.meeting, &plain.item, &problem);
    struct decision_costs first = {0};
    if (status == STATUS_DONE)
        status = record_once(store, plain.item, &first, &problem);
    bool going = status == STATUS_DONE && copy_file(file, copy) && plain_open(&plain, copy);
    if (going)
        plain.id = store_new_id(store) + 1000;
    for (int run = 0; going && run < runs; run++) {
        status = record_once(store, plain.item, costs, &problem);
        going = status == STATUS_DONE && plain_record(&plain, costs);
    }
    if (status != STATUS_DONE)
        fprintf(stderr, "bench: %s\n", problem.sentence);
    plain_close(&plain);
    store_destroy(store);
    return going;
}
