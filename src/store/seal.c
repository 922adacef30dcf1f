// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "store/connection.h"

enum { SALT_SIZE = 2 * sizeof(uint64_t), SALT_HEX_SIZE = 2 * SALT_SIZE + 1 };

static void add_line(struct sha256 *digest, const char *line)
{
    sha256_add(digest, line, strlen(line));
    sha256_add(digest, "\n", 1);
}

static bool is_of(const struct seal_part *part, const char *kind, int64_t id)
{
    return part != NULL && part->id == id && strcmp(part->kind, kind) == 0;
}

enum status seal_compute_parts(
    struct store *store, int64_t meeting, struct row_array *parts, struct problem *problem)
{
    struct statement statement;
    struct sha256 digest;
    struct seal_part *part = NULL;
    statement_open(&statement, store,
        "SELECT kind, part_id, line FROM seal_line WHERE meeting_id = ?"
        " ORDER BY kind, part_id, rank, line");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement)) {
        const char *kind = statement_borrow(&statement, 0);
        const char *line = statement_borrow(&statement, 2);
        if (!is_of(part, kind, statement_integer(&statement, 1))) {
            if (part != NULL)
                sha256_end(&digest, part->hash);
            if ((part = row_array_add(parts, &statement)) == NULL)
                break;
            snprintf(part->kind, sizeof part->kind, "%s", kind);
            part->id = statement_integer(&statement, 1);
            sha256_begin(&digest);
        }
        add_line(&digest, line == NULL ? "" : line);
    }
    if (part != NULL)
        sha256_end(&digest, part->hash);
    return statement_finish(&statement, problem);
}

enum status seal_compute(
    struct store *store, int64_t meeting, char seal[SHA256_HEX_SIZE], struct problem *problem)
{
    struct statement statement;
    struct sha256 digest;
    statement_open(
        &statement, store, "SELECT line FROM seal_text WHERE meeting_id = ? ORDER BY rank, line");
    statement_bind_integer(&statement, meeting);
    sha256_begin(&digest);
    while (statement_row(&statement))
        add_line(&digest, statement_borrow(&statement, 0));
    sha256_end(&digest, seal);
    return statement_finish(&statement, problem);
}

enum status seal_forget(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return gesture_run_on(gesture, "DELETE FROM seal_part WHERE meeting_id = ?", meeting, problem);
}

// Under a clock that stands still (a replay, a test) the same keys give the same file.
static void make_salt(struct store *store, char hex[SALT_HEX_SIZE])
{
    uint64_t salt[2];
    if (store->clock->fixed || getrandom(salt, sizeof salt, 0) != (ssize_t)sizeof salt)
        for (size_t i = 0; i < 2; i++)
            salt[i] = identifiers_random(&store->identifiers);
    snprintf(hex, SALT_HEX_SIZE, "%016" PRIx64 "%016" PRIx64, salt[0], salt[1]);
}

static enum status set_salt(
    struct gesture *gesture, int64_t meeting, const struct seal_part *part, struct problem *problem)
{
    struct statement statement;
    char salt[SALT_HEX_SIZE];
    make_salt(gesture_store(gesture), salt);
    statement_open(&statement, gesture_store(gesture),
        "UPDATE seal_part SET salt = ?4 WHERE meeting_id = ?1 AND kind = ?2 AND part_id = ?3");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, part->kind);
    statement_bind_integer(&statement, part->id);
    statement_bind_text(&statement, salt);
    return statement_run(&statement, problem);
}

static enum status set_salts(
    struct gesture *gesture, int64_t meeting, struct arena *arena, struct problem *problem)
{
    struct statement statement;
    struct row_array parts = ROW_ARRAY(arena, struct seal_part);
    struct seal_part *part = NULL;
    statement_open(&statement, gesture_store(gesture),
        "SELECT kind, part_id FROM seal_part WHERE meeting_id = ? AND confidential = 1"
        " ORDER BY kind, part_id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (part = row_array_add(&parts, &statement)) != NULL) {
        snprintf(part->kind, sizeof part->kind, "%s", statement_borrow(&statement, 0));
        part->id = statement_integer(&statement, 1);
    }
    enum status status = statement_finish(&statement, problem);
    part = parts.items;
    for (size_t i = 0; status == STATUS_DONE && i < parts.count; i++)
        status = set_salt(gesture, meeting, &part[i], problem);
    return status;
}

// What is confidential has its row already, with a salt.
static enum status set_hashes(
    struct gesture *gesture, int64_t meeting, struct arena *arena, struct problem *problem)
{
    struct row_array parts = ROW_ARRAY(arena, struct seal_part);
    enum status status = seal_compute_parts(gesture_store(gesture), meeting, &parts, problem);
    const struct seal_part *part = parts.items;
    for (size_t i = 0; status == STATUS_DONE && i < parts.count; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture),
            "INSERT INTO seal_part (meeting_id, kind, part_id, confidential, hash)"
            " VALUES (?1, ?2, ?3, 0, ?4)"
            " ON CONFLICT (meeting_id, kind, part_id) DO UPDATE SET hash = excluded.hash");
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, part[i].kind);
        statement_bind_integer(&statement, part[i].id);
        statement_bind_text(&statement, part[i].hash);
        status = statement_run(&statement, problem);
    }
    return status;
}

static enum status set_seal(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    static const char *const sql[] = {
        "UPDATE meeting SET seal = ?2 WHERE id = ?1",
        "UPDATE closing SET seal = ?2"
        " WHERE id = (SELECT max(id) FROM closing WHERE meeting_id = ?1)",
    };
    char seal[SHA256_HEX_SIZE];
    enum status status = seal_compute(gesture_store(gesture), meeting, seal, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, seal);
        status = statement_run(&statement, problem);
    }
    return status;
}

enum status seal_write(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    enum status status = gesture_run_on(gesture,
        "INSERT INTO seal_part (meeting_id, kind, part_id, confidential, hash)"
        " SELECT meeting_id, kind, part_id, confidential, '' FROM seal_subject"
        " WHERE meeting_id = ? AND confidential = 1",
        meeting, problem);
    if (status == STATUS_DONE)
        status = set_salts(gesture, meeting, &arena, problem);
    if (status == STATUS_DONE)
        status = set_hashes(gesture, meeting, &arena, problem);
    if (status == STATUS_DONE)
        status = set_seal(gesture, meeting, problem);
    arena_clear(&arena);
    return status;
}
