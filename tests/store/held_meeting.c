// SPDX-License-Identifier: GPL-3.0-or-later
#include "held_meeting.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "store/item_add.h"
#include "store/journal.h"
#include "store/journaled_tables.h"
#include "store/undo.h"

static void append_rows(sqlite3 *database, const char *table, struct buffer *out)
{
    char sql[128];
    sqlite3_stmt *rows = NULL;
    snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", table);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &rows, NULL), SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        buffer_append_format(out, "%s", table);
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            const char *text = (const char *)sqlite3_column_text(rows, i);
            buffer_append_format(out, "|%s", text == NULL ? "(null)" : text);
        }
        buffer_append(out, "\n");
    }
    sqlite3_finalize(rows);
}

char *file_text(const struct temporary_store *temporary)
{
    struct buffer text = {0};
    for (size_t i = 0; i < journaled_table_count; i++)
        append_rows(temporary->outside, journaled_tables[i], &text);
    return buffer_take(&text);
}

static void must(enum status status, const struct problem *problem)
{
    if (status != STATUS_DONE)
        print_error("%s\n", problem->sentence);
    assert_int_equal(status, STATUS_DONE);
}

static void is_text(const struct temporary_store *temporary, const char *expected)
{
    char *text = file_text(temporary);
    assert_string_equal(text, expected);
    free(text);
}

// False when there is a barrier, or nothing to undo.
static bool undone(struct temporary_store *temporary, struct journal_entry *entry)
{
    struct problem problem = {0};
    const char *sentence = NULL;
    bool found = false;
    must(journal_next_undo(temporary->store, &temporary->arena, entry, &found, &problem), &problem);
    if (!found || entry->barrier != BARRIER_NONE)
        return false;
    must(journal_undo(temporary->store, entry->id, &temporary->arena, &sentence, &problem),
        &problem);
    return true;
}

static void redone(struct temporary_store *temporary)
{
    struct problem problem = {0};
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    must(
        journal_next_redo(temporary->store, &temporary->arena, &entry, &found, &problem), &problem);
    assert_true(found);
    must(
        journal_redo(temporary->store, entry.id, &temporary->arena, &sentence, &problem), &problem);
}

void change_is_proved(struct temporary_store *temporary, struct gesture *gesture,
    enum status status, struct problem *problem, char *before)
{
    struct journal_entry entry;
    must(status, problem);
    gesture_must_commit(gesture, "essai");
    char *after = file_text(temporary);
    if (strcmp(before, after) != 0 && undone(temporary, &entry)) {
        is_text(temporary, before);
        redone(temporary);
        is_text(temporary, after);
    }
    free(after);
    free(before);
}

void change_is_refused(struct temporary_store *temporary, struct gesture *gesture,
    enum status status, struct problem *problem, const char *words, char *before)
{
    assert_int_equal(status, STATUS_REFUSED);
    if (strstr(problem->sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem->sentence, words);
    gesture_must_commit(gesture, "refus");
    is_text(temporary, before);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM journal WHERE sentence = 'refus'"),
        0);
    free(before);
}

int64_t committee_of_code(struct temporary_store *temporary, const char *code)
{
    struct committee *committees = NULL;
    size_t count = 0;
    struct problem problem = {0};
    must(committee_list(temporary->store, &temporary->arena, &committees, &count, &problem),
        &problem);
    for (size_t i = 0; i < count; i++)
        if (strcmp(committees[i].code, code) == 0)
            return committees[i].id;
    fail_msg("no committee %s", code);
    return 0;
}

int64_t prepared_meeting(struct temporary_store *temporary, const char *code, struct date date)
{
    int64_t id = store_new_id(temporary->store);
    int64_t committee = committee_of_code(temporary, code);
    MUST_CHANGE(temporary, meeting_add(gesture, id, committee, date, &problem));
    return id;
}

int64_t added_item(struct temporary_store *temporary, int64_t meeting, const char *title)
{
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, item_add(gesture, id, meeting, 0, 0, title, &problem));
    return id;
}

int64_t noted(
    struct temporary_store *temporary, int64_t item, enum record_kind kind, const char *text)
{
    int64_t id = store_new_id(temporary->store);
    struct entry fact = {.kind = kind, .text = text};
    MUST_CHANGE(temporary, record_add(gesture, id, item, &fact, &problem));
    return id;
}

void closed(struct temporary_store *temporary, int64_t meeting)
{
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
}

struct agenda agenda_of(struct temporary_store *temporary, int64_t meeting)
{
    struct agenda agenda;
    struct problem problem = {0};
    must(agenda_load(temporary->store, meeting, &temporary->arena, &agenda, &problem), &problem);
    return agenda;
}

int64_t item_titled(struct temporary_store *temporary, int64_t meeting, const char *title)
{
    struct agenda agenda = agenda_of(temporary, meeting);
    for (size_t i = 0; i < agenda.count; i++)
        if (strcmp(agenda.items[i].title, title) == 0)
            return agenda.items[i].id;
    fail_msg("no item %s", title);
    return 0;
}

struct meeting meeting_of(struct temporary_store *temporary, int64_t meeting)
{
    struct meeting read;
    struct problem problem = {0};
    must(meeting_load(temporary->store, meeting, &temporary->arena, &read, &problem), &problem);
    return read;
}

struct record record_of(struct temporary_store *temporary, int64_t record)
{
    struct record read;
    struct problem problem = {0};
    must(record_load(temporary->store, record, &temporary->arena, &read, &problem), &problem);
    return read;
}
