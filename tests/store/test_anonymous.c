// SPDX-License-Identifier: GPL-3.0-or-later
// Case 60: what stands in the bytes of the file once a vote by name was anonymised. A vote is tied
// to a person by two ids side by side, as rows, indexes and changesets write them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "store/backup.h"
#include "store/backup_names.h"
#include "store/ballot.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/undo.h"

enum { ROUNDS = 60, MOST_BALLOTS = 4 * ROUNDS, VOTERS = 4, ID_SIZE = 8, REACH = 24 };

struct votes {
    struct temporary_store *temporary;
    int64_t meeting, items[2];
    int64_t voters[VOTERS];
    int64_t ballots[MOST_BALLOTS]; // that were ever held on the first item
    size_t ballot_count;
};

static const struct date day = {.year = 2026, .month = 3, .day = 12, .precision = DATE_DAY};

static struct votes opened(void **state)
{
    struct votes votes = {.temporary = *state};
    people_are_expected(votes.temporary);
    votes.meeting = prepared_meeting(votes.temporary, "COPIL", day);
    votes.items[0] = added_item(votes.temporary, votes.meeting, "Un");
    votes.items[1] = added_item(votes.temporary, votes.meeting, "Deux");
    MUST_CHANGE(votes.temporary, meeting_open(gesture, votes.meeting, &problem));
    struct attendance_sheet sheet = sheet_of(votes.temporary, votes.meeting);
    size_t found = 0;
    for (size_t i = 0; i < sheet.count && found < VOTERS; i++) {
        const struct attendee *attendee = &sheet.people[i];
        if (strcmp(attendee->voice, "deliberative") != 0 || attendee->substitute_for != 0)
            continue;
        votes.voters[found++] = attendee->id;
        MUST_CHANGE(votes.temporary,
            attendance_set_presence(gesture, attendee->id, "present", NULL, &problem));
    }
    assert_int_equal(found, VOTERS);
    return votes;
}

static int64_t hold(struct votes *votes, int64_t item, int round)
{
    const struct named_vote named[] = {{votes->voters[round % VOTERS], BALLOT_AGAINST}};
    const struct said_ballot said = {.mode = BALLOT_BY_NAME, .votes = named, .vote_count = 1};
    int64_t id = store_new_id(votes->temporary->store);
    struct gesture *gesture = gesture_must_begin(votes->temporary->store);
    assert_int_equal(ballot_hold(gesture, id, NULL, item, 0, &said, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "vote");
    return id;
}

typedef enum status find(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
typedef enum status take(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

static void step(struct votes *votes, find *next, take *take_it)
{
    struct journal_entry entry;
    bool found = false;
    const char *sentence = NULL;
    struct arena *arena = &votes->temporary->arena;
    assert_int_equal(next(votes->temporary->store, arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found);
    assert_int_equal(
        take_it(votes->temporary->store, entry.id, arena, &sentence, NULL), STATUS_DONE);
}

static void put_id(unsigned char bytes[ID_SIZE], int64_t id)
{
    for (int i = 0; i < ID_SIZE; i++)
        bytes[i] = (unsigned char)((uint64_t)id >> (8 * (ID_SIZE - 1 - i)));
}

static char *content_of(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *content = malloc(*length);
    assert_non_null(content);
    assert_int_equal(fread(content, 1, *length, file), *length);
    fclose(file);
    return content;
}

// How often a ballot's id stands with a voter's right behind it.
static size_t ties(const struct votes *votes, const char *path, int64_t ballot)
{
    unsigned char first[ID_SIZE], second[VOTERS][ID_SIZE];
    size_t length = 0;
    size_t found = 0;
    char *content = content_of(path, &length);
    put_id(first, ballot);
    for (int i = 0; i < VOTERS; i++)
        put_id(second[i], votes->voters[i]);
    const char *end = content + length;
    for (const char *at = content; (at = memmem(at, (size_t)(end - at), first, ID_SIZE)) != NULL;
         at++) {
        size_t left = (size_t)(end - at) < REACH ? (size_t)(end - at) : REACH;
        for (int i = 0; i < VOTERS; i++)
            found += memmem(at, left, second[i], ID_SIZE) != NULL;
    }
    free(content);
    return found;
}

// Votes replaced, undone, redone, corrected and taken away leave rows, changesets and freed cells.
static void churn(struct votes *votes)
{
    for (int round = 0; round < ROUNDS; round++) {
        votes->ballots[votes->ballot_count++] = hold(votes, votes->items[0], round);
        hold(votes, votes->items[1], round + 1);
        if (round % 3 == 0) {
            step(votes, journal_next_undo, journal_undo);
            step(votes, journal_next_undo, journal_undo);
            step(votes, journal_next_redo, journal_redo);
        }
        if (round % 5 == 0)
            noted(votes->temporary, votes->items[1], RECORD_NOTE, "Une ligne entre deux votes");
    }
    votes->ballots[votes->ballot_count++] = hold(votes, votes->items[0], 1);
}

static void case_60_the_file_s_bytes_tie_no_vote_to_anybody(void **state)
{
    struct votes votes = opened(state);
    const char *path = votes.temporary->path;
    churn(&votes);
    int64_t last = votes.ballots[votes.ballot_count - 1];
    int64_t other = hold(&votes, votes.items[1], 2);
    assert_true(ties(&votes, path, last) > 0);
    assert_true(ties(&votes, path, votes.ballots[0]) > 0);
    struct gesture *gesture = gesture_must_begin(votes.temporary->store);
    assert_int_equal(ballot_anonymise(gesture, last, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "anonymisé");
    for (size_t i = 0; i < votes.ballot_count; i++)
        if (ties(&votes, path, votes.ballots[i]) > 0)
            fail_msg("ballot %zu of %zu: %zu ties", i, votes.ballot_count,
                ties(&votes, path, votes.ballots[i]));
    assert_true(ties(&votes, path, other) > 0);
}

// Wherever the library was built: what is taken out leaves no bytes.
static void what_is_deleted_is_overwritten(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t secure = 0;
    assert_int_equal(database_number(temporary->store->database, temporary->path,
                         "PRAGMA secure_delete", &secure, NULL),
        STATUS_DONE);
    assert_int_equal(secure, 1);
}

static size_t naming_backups(struct votes *votes, struct named_backups *backups)
{
    assert_int_equal(named_backups_find(votes->temporary->store, votes->meeting,
                         &votes->temporary->arena, backups, NULL),
        STATUS_DONE);
    return backups->count;
}

static void case_60_backups_that_keep_the_names_are_found_and_deleted(void **state)
{
    struct votes votes = opened(state);
    struct store *store = votes.temporary->store;
    struct named_backups backups;
    assert_int_equal(store_backup(store, "avant", NULL), STATUS_DONE);
    assert_int_equal(naming_backups(&votes, &backups), 0);
    int64_t ballot = hold(&votes, votes.items[0], 0);
    assert_int_equal(store_backup(store, "apres", NULL), STATUS_DONE);
    assert_int_equal(naming_backups(&votes, &backups), 1);
    MUST_CHANGE(votes.temporary, ballot_anonymise(gesture, ballot, &problem));
    assert_int_equal(naming_backups(&votes, &backups), 1);
    assert_true(ties(&votes, backups.paths[0], ballot) > 0);
    assert_int_equal(named_backups_remove(&backups, NULL), STATUS_DONE);
    assert_int_equal(naming_backups(&votes, &backups), 0);
    // Copies made since hold none, nor does the one of before.
    assert_int_equal(store_backup(store, "ensuite", NULL), STATUS_DONE);
    assert_int_equal(naming_backups(&votes, &backups), 0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_is_deleted_is_overwritten),
        TEST(case_60_the_file_s_bytes_tie_no_vote_to_anybody),
        TEST(case_60_backups_that_keep_the_names_are_found_and_deleted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
