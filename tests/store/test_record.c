// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>
#include <stdio.h>

#include "held_meeting.h"
#include "rules/entry.h"
#include "store/connection.h"
#include "store/plan.h"
#include "store/record.h"
#include "store/task.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

struct room {
    struct temporary_store *temporary;
    int64_t meeting, item, other;
    struct entry_context context;
};

static struct room open_room(void **state, const char *committee)
{
    struct room room = {.temporary = *state};
    struct temporary_store *temporary = room.temporary;
    room.meeting = prepared_meeting(temporary, committee, day);
    room.item = added_item(temporary, room.meeting, "Premier");
    room.other = added_item(temporary, room.meeting, "Second");
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    room.context.dates.from = day;
    assert_int_equal(
        directory_load(temporary->store, &temporary->arena, &room.context.directory, NULL),
        STATUS_DONE);
    return room;
}

static struct entry fact_of(const struct room *room, const char *line)
{
    struct entry fact;
    struct problem problem = {0};
    if (entry_read(line, &room->context, &room->temporary->arena, &fact, &problem) != STATUS_DONE)
        fail_msg("%s: %s", line, problem.sentence);
    return fact;
}

static int64_t add(const struct room *room, const char *line)
{
    int64_t id = store_new_id(room->temporary->store);
    struct entry fact = fact_of(room, line);
    MUST_CHANGE(room->temporary, record_add(gesture, id, room->item, &fact, &problem));
    return id;
}

static void set(const struct room *room, int64_t id, const char *line)
{
    struct entry fact = fact_of(room, line);
    MUST_CHANGE(room->temporary, record_set(gesture, id, &fact, &problem));
}

static const char *line_of(const struct room *room, int64_t id)
{
    struct record record = record_of(room->temporary, id);
    const char *line = entry_compose(&record.fact, &room->context, &room->temporary->arena);
    assert_non_null(line);
    return line;
}

static const char *const lines[] = {
    "Une note simple",
    "* Le diagnostic est présenté #6 #20",
    "? Qui suit le dossier ? @caf",
    "! Le comité adopte le plan #9.1 à revoir le 01/09/2026",
    "! Le comité adopte le reste (?)",
    "> Chiffrer le plan @caf @\"Mme Voirie\" #6 prio:1 30/04/2026",
    "> Vérifier",
    "~ À part, avec @caf sur #6",
    "Voir #9 et #6 avec @ville demain",
    "= trois voix",
};

static void what_is_noted_reads_back(void **state)
{
    struct room room = open_room(state, "COPIL");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        int64_t id = add(&room, lines[i]);
        struct entry fact = fact_of(&room, lines[i]);
        struct record record = record_of(room.temporary, id);
        assert_int_equal(record.fact.kind, fact.kind);
        assert_string_equal(record.fact.text, fact.text);
        assert_string_equal(record.at, "2026-03-12T14:00:00");
        assert_int_equal(record.fact.doubtful, fact.doubtful);
        assert_int_equal(record.fact.doubt, fact.doubt);
        assert_int_equal(record.fact.priority, fact.priority);
        assert_int_equal(date_compare(record.fact.date, fact.date), 0);
        bool hidden = fact.kind == RECORD_PRIVATE_NOTE;
        assert_int_equal(record.fact.link_count, hidden ? 0 : fact.link_count);
        assert_int_equal(record.fact.mention_count, hidden ? 0 : fact.mention_count);
        for (size_t m = 0; m < record.fact.mention_count; m++) {
            assert_string_equal(record.fact.mentions[m].name, fact.mentions[m].name);
            assert_int_equal(record.fact.mentions[m].organisation, fact.mentions[m].organisation);
            assert_int_equal(record.fact.mentions[m].owner, fact.mentions[m].owner);
        }
    }
}

// Whatever a line was, it becomes any other, and the same again leaves no trace.
static void a_line_becomes_any_other(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t id = add(&room, lines[0]);
    size_t count = sizeof lines / sizeof lines[0];
    for (size_t step = 0; step < count * count; step++) {
        const char *line = lines[(step * 3 + step / count) % count];
        set(&room, id, line);
        struct record record = record_of(room.temporary, id);
        assert_int_equal(record.fact.kind, fact_of(&room, line).kind);
        assert_string_equal(record.at, "2026-03-12T14:00:00");
        struct gesture *gesture = gesture_must_begin(room.temporary->store);
        struct entry again = fact_of(&room, line_of(&room, id));
        assert_int_equal(record_set(gesture, id, &again, NULL), STATUS_DONE);
        again = fact_of(&room, line);
        assert_int_equal(record_set(gesture, id, &again, NULL), STATUS_DONE);
        gesture_must_commit(gesture, "rien");
    }
    assert_int_equal(temporary_store_number(
                         room.temporary, "SELECT count(*) FROM journal WHERE sentence = 'rien'"),
        0);
    MUST_CHANGE(room.temporary, record_remove(gesture, id, &problem));
    static const char *const tables[] = {"record", "private_note", "decision", "task", "task_life",
        "task_life_owner", "record_mention", "record_axis", "record_action", "decision_life"};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char sql[64];
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", tables[i]);
        assert_int_equal(temporary_store_number(room.temporary, sql), 0);
    }
    assert_false(record_exists(room.temporary->store, id));
}

static void outcomes_follow_what_the_committee_may(void **state)
{
    struct temporary_store *temporary = *state;
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE committee SET next_id ="
                                           " (SELECT id FROM committee WHERE code = 'CONSEIL')"
                                           " WHERE code = 'SEMINAIRE'"),
        SQLITE_OK);
    static const struct {
        const char *committee, *outcome;
    } cases[] = {{"COPIL", "adoptee"}, {"COTECH", "proposition"}, {"CONSEIL", "adoptee"},
        {"SEMINAIRE", "a-deliberer"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct room room = open_room(state, cases[i].committee);
        struct record record = record_of(temporary, add(&room, "! Oui"));
        assert_string_equal(record.outcome, cases[i].outcome);
        assert_string_equal(record.mode, "consensus");
        assert_null(record.number);
        assert_null(record.task_state);
    }
}

static int64_t life(const struct room *room, const char *condition)
{
    char sql[512];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM lecture_taches WHERE %s", condition);
    return temporary_store_number(room->temporary, sql);
}

static void a_task_lives_beside_what_was_taken(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t id = add(&room, "> Chiffrer @ville prio:2 30/04/2026");
    assert_string_equal(record_of(room.temporary, id).number, "T-2026-001");
    assert_string_equal(record_of(room.temporary, id).task_state, "a-faire");
    assert_int_equal(life(&room, "priorite = 2 AND echeance = '2026-04-30'"), 1);
    // The life follows a correction…
    set(&room, id, "> Chiffrer @caf @\"Mme Voirie\" prio:1 31/05/2026");
    assert_string_equal(record_of(room.temporary, id).number, "T-2026-001");
    assert_int_equal(life(&room, "priorite = 1 AND echeance = '2026-05-31'"
                                 " AND responsables LIKE '%; Mme Voirie'"),
        1);
    // … but where it had gone its own way.
    assert_int_equal(temporary_store_execute(room.temporary,
                         "UPDATE task_life SET due = '2026-06-15';"
                         "UPDATE task_life_owner SET name = 'M. Numérique', organisation_id = NULL"
                         " WHERE position = 1"),
        SQLITE_OK);
    set(&room, id, "> Chiffrer @ville prio:4");
    assert_int_equal(life(&room, "priorite = 4 AND echeance = '2026-06-15'"
                                 " AND responsables = 'M. Numérique ; Mme Voirie'"),
        1);
    struct record record = record_of(room.temporary, id);
    assert_int_equal(record.fact.date.precision, DATE_NONE);
    assert_int_equal(record.fact.priority, 4);
    MUST_CHANGE(room.temporary, task_set_state(gesture, id, "faite", &problem));
    assert_string_equal(record_of(room.temporary, id).task_state, "faite");
    // A task that becomes something else and comes back is another task.
    set(&room, id, "Chiffrer");
    set(&room, id, "> Chiffrer");
    assert_string_equal(record_of(room.temporary, id).number, "T-2026-002");
}

static void texts_are_cleaned(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct entry_mention mentions[] = {{" Mme\nVoirie\x1b[2J ", 0, false}, {"\x07", 0, false}};
    struct entry fact = {.kind = RECORD_NOTE,
        .text = "  e\xCC\x81te\xCC\x81\x1b]0;x\x07\nfin\u200e ",
        .mentions = mentions,
        .mention_count = 2};
    int64_t id = store_new_id(room.temporary->store);
    MUST_CHANGE(room.temporary, record_add(gesture, id, room.item, &fact, &problem));
    struct record record = record_of(room.temporary, id);
    assert_string_equal(record.fact.text, "été]0;x fin");
    assert_int_equal(record.fact.mention_count, 1);
    assert_string_equal(record.fact.mentions[0].name, "Mme Voirie[2J");
    fact.text = " \n\x1b";
    MUST_REFUSE(room.temporary, "vide", record_set(gesture, id, &fact, &problem));
    int64_t next = store_new_id(room.temporary->store);
    MUST_REFUSE(room.temporary, "vide", record_add(gesture, next, room.item, &fact, &problem));
}

static void what_is_gone_is_refused(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct entry fact = fact_of(&room, "Dit");
    int64_t id = add(&room, "Dit");
    int64_t next = store_new_id(room.temporary->store);
    MUST_REFUSE(room.temporary, "déjà notée", record_add(gesture, id, room.item, &fact, &problem));
    MUST_REFUSE(room.temporary, "plus à l'ordre", record_add(gesture, next, 42, &fact, &problem));
    MUST_REFUSE(room.temporary, "plus là", record_set(gesture, 42, &fact, &problem));
    MUST_REFUSE(room.temporary, "plus là", record_remove(gesture, 42, &problem));
    MUST_REFUSE(room.temporary, "plus là", record_move(gesture, 42, room.item, &problem));
    MUST_REFUSE(room.temporary, "plus à l'ordre", record_move(gesture, id, 42, &problem));
    struct entry_link gone = {PLAN_ACTION, 42, "6.9"};
    fact.links = &gone;
    fact.link_count = 1;
    MUST_REFUSE(room.temporary, "#6.9", record_add(gesture, next, room.item, &fact, &problem));
    assert_false(record_exists(room.temporary->store, next));
    assert_true(record_exists(room.temporary->store, id));
    assert_true(record_exists(room.temporary->store, add(&room, "~ À part")));
}

static void lines_move_within_their_meeting(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t elsewhere = prepared_meeting(room.temporary, "COTECH", day);
    int64_t foreign = added_item(room.temporary, elsewhere, "Ailleurs");
    int64_t ids[] = {add(&room, "> Chiffrer @caf"), add(&room, "~ À part")};
    for (size_t i = 0; i < 2; i++) {
        MUST_CHANGE(room.temporary, record_move(gesture, ids[i], room.other, &problem));
        assert_int_equal(record_of(room.temporary, ids[i]).item, room.other);
        MUST_REFUSE(
            room.temporary, "autre séance", record_move(gesture, ids[i], foreign, &problem));
    }
}

static void nothing_is_noted_before_the_opening(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "Point");
    struct entry fact = {.kind = RECORD_DECISION, .text = "Trop tôt"};
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "ouvrez-la", record_add(gesture, id, item, &fact, &problem));
    int64_t hidden = noted(temporary, item, RECORD_PRIVATE_NOTE, "Y penser");
    MUST_REFUSE(temporary, "ouvrez-la", record_set(gesture, hidden, &fact, &problem));
}

static void a_closed_meeting_keeps_what_was_noted(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t decision = add(&room, "! Oui");
    int64_t task = add(&room, "> Chiffrer");
    closed(room.temporary, room.meeting);
    int64_t ids[] = {decision, task};
    struct entry fact = fact_of(&room, "Autre");
    struct entry part = fact_of(&room, "~ Autre");
    for (size_t i = 0; i < 2; i++) {
        MUST_REFUSE(room.temporary, "close", record_set(gesture, ids[i], &fact, &problem));
        MUST_REFUSE(room.temporary, "close", record_set(gesture, ids[i], &part, &problem));
        MUST_REFUSE(room.temporary, "close", record_remove(gesture, ids[i], &problem));
        MUST_REFUSE(room.temporary, "close", record_move(gesture, ids[i], room.other, &problem));
    }
    int64_t next = store_new_id(room.temporary->store);
    MUST_REFUSE(room.temporary, "close", record_add(gesture, next, room.item, &fact, &problem));
}

static void private_notes_and_tasks_outlive_the_closing(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t task = add(&room, "> Chiffrer");
    int64_t hidden = add(&room, "~ À part");
    closed(room.temporary, room.meeting);
    struct entry fact = fact_of(&room, "Autre");
    struct entry part = fact_of(&room, "~ Autre");
    int64_t next = store_new_id(room.temporary->store);
    MUST_REFUSE(room.temporary, "close", record_set(gesture, hidden, &fact, &problem));
    MUST_CHANGE(room.temporary, record_set(gesture, hidden, &part, &problem));
    MUST_CHANGE(room.temporary, record_add(gesture, next, room.item, &part, &problem));
    MUST_CHANGE(room.temporary, record_move(gesture, hidden, room.other, &problem));
    MUST_CHANGE(room.temporary, record_remove(gesture, hidden, &problem));
    MUST_CHANGE(room.temporary, task_set_state(gesture, task, "faite", &problem));
}

// As a reopened meeting has them.
static void a_numbered_decision_stays(void **state)
{
    struct room room = open_room(state, "COPIL");
    int64_t decision = add(&room, "! Oui");
    assert_int_equal(
        temporary_store_execute(room.temporary, "UPDATE decision SET number = 'COPIL-2026-001'"),
        SQLITE_OK);
    struct entry note = fact_of(&room, "Non");
    MUST_REFUSE(room.temporary, "COPIL-2026-001", record_set(gesture, decision, &note, &problem));
    MUST_REFUSE(room.temporary, "COPIL-2026-001", record_remove(gesture, decision, &problem));
    set(&room, decision, "! Oui, en partie");
    assert_string_equal(record_of(room.temporary, decision).number, "COPIL-2026-001");
}

static int count_statements(unsigned kind, void *count, void *statement, void *sql)
{
    (void)kind;
    (void)statement;
    (void)sql;
    ++*(int *)count;
    return 0;
}

static void a_list_of_any_length_takes_as_many_statements(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct record_list list;
    int count = 0;
    for (int i = 0; i < 30; i++)
        add(&room, lines[(size_t)i % (sizeof lines / sizeof lines[0])]);
    sqlite3_trace_v2(room.temporary->store->database, SQLITE_TRACE_STMT, count_statements, &count);
    assert_int_equal(
        record_list(room.temporary->store, room.item, &room.temporary->arena, &list, NULL),
        STATUS_DONE);
    sqlite3_trace_v2(room.temporary->store->database, 0, NULL, NULL);
    assert_int_equal(list.count, 30);
    assert_int_equal(count, 4);
    for (size_t i = 1; i < list.count; i++)
        assert_true(list.records[i].id > list.records[i - 1].id);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_is_noted_reads_back),
        TEST(a_line_becomes_any_other),
        TEST(outcomes_follow_what_the_committee_may),
        TEST(a_task_lives_beside_what_was_taken),
        TEST(texts_are_cleaned),
        TEST(what_is_gone_is_refused),
        TEST(lines_move_within_their_meeting),
        TEST(nothing_is_noted_before_the_opening),
        TEST(a_closed_meeting_keeps_what_was_noted),
        TEST(private_notes_and_tasks_outlive_the_closing),
        TEST(a_numbered_decision_stays),
        TEST(a_list_of_any_length_takes_as_many_statements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
