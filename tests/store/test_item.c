// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>
#include <stdio.h>

#include "held_meeting.h"
#include "store/connection.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/parked_item.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

static int64_t number(struct temporary_store *temporary, const char *sql)
{
    int64_t found = temporary_store_number(temporary, sql);
    assert_true(found > 0);
    return found;
}

// «1 A|2 B|2.1 C»
static void agenda_is(struct temporary_store *temporary, int64_t meeting, const char *expected)
{
    struct buffer text = {0};
    struct agenda agenda = agenda_of(temporary, meeting);
    for (size_t i = 0; i < agenda.count; i++)
        buffer_append_format(
            &text, "%s%s %s", i == 0 ? "" : "|", agenda.items[i].number, agenda.items[i].title);
    assert_string_equal(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void lines_become_items(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t first = store_new_id(temporary->store);
    MUST_CHANGE(temporary,
        item_add(gesture, first, meeting, 0, 0, "\n  A \r\n\n\tB\x07\n   \nC\n", &problem));
    agenda_is(temporary, meeting, "1 A|2 B|3 C");
    assert_int_equal(item_titled(temporary, meeting, "A"), first);
    MUST_CHANGE(temporary,
        item_add(gesture, store_new_id(temporary->store), meeting, 0, first, "D\nE", &problem));
    agenda_is(temporary, meeting, "1 A|2 D|3 E|4 B|5 C");
    MUST_CHANGE(temporary,
        item_add(gesture, store_new_id(temporary->store), meeting, first, 0, "F\nG", &problem));
    agenda_is(temporary, meeting, "1 A|1.1 F|1.2 G|2 D|3 E|4 B|5 C");
    int64_t below = item_titled(temporary, meeting, "F");
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, item_add(gesture, id, meeting, first, below, "H", &problem));
    agenda_is(temporary, meeting, "1 A|1.1 F|1.2 H|1.3 G|2 D|3 E|4 B|5 C");
}

static void a_place_that_is_gone_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t first = added_item(temporary, meeting, "A");
    int64_t below = store_new_id(temporary->store);
    MUST_CHANGE(temporary, item_add(gesture, below, meeting, first, 0, "F", &problem));
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "titre", item_add(gesture, id, meeting, 0, 0, " \n ", &problem));
    MUST_REFUSE(temporary, "sous-point", item_add(gesture, id, meeting, below, 0, "I", &problem));
    MUST_REFUSE(temporary, "plus là", item_add(gesture, id, meeting, 0, below, "I", &problem));
    MUST_REFUSE(temporary, "plus là", item_add(gesture, id, meeting, 0, 42, "I", &problem));
    MUST_REFUSE(temporary, "plus à", item_add(gesture, id, meeting, 42, 0, "I", &problem));
    MUST_REFUSE(temporary, "n'existe plus", item_add(gesture, id, 42, 0, 0, "I", &problem));
}

static void items_move_with_their_children(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t c = item_titled(temporary, meeting, "C");
    MUST_CHANGE(temporary,
        item_add(gesture, store_new_id(temporary->store), meeting, a, 0, "X\nY", &problem));
    MUST_CHANGE(temporary, item_move(gesture, a, 1, &problem));
    agenda_is(temporary, meeting, "1 B|2 A|2.1 X|2.2 Y|3 C");
    MUST_CHANGE(temporary, item_move(gesture, c, -1, &problem));
    agenda_is(temporary, meeting, "1 B|2 C|3 A|3.1 X|3.2 Y");
    MUST_CHANGE(temporary, item_move(gesture, item_titled(temporary, meeting, "Y"), -1, &problem));
    agenda_is(temporary, meeting, "1 B|2 C|3 A|3.1 Y|3.2 X");
    MUST_REFUSE(temporary, "dernier", item_move(gesture, a, 1, &problem));
    MUST_REFUSE(temporary, "premier",
        item_move(gesture, item_titled(temporary, meeting, "B"), -1, &problem));
}

static void equal_positions_are_parted(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC");
    assert_int_equal(temporary_store_execute(temporary, "UPDATE item SET position = 7"), SQLITE_OK);
    int64_t a = item_titled(temporary, meeting, "A");
    MUST_CHANGE(temporary, item_move(gesture, a, 1, &problem));
    agenda_is(temporary, meeting, "1 B|2 A|3 C");
    assert_int_equal(temporary_store_execute(temporary, "UPDATE item SET position = 7"), SQLITE_OK);
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, item_add(gesture, id, meeting, 0, a, "D\nE", &problem));
    agenda_is(temporary, meeting, "1 A|2 D|3 E|4 B|5 C");
}

static void there_is_one_level_of_sub_items(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC\nD");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    int64_t c = item_titled(temporary, meeting, "C");
    MUST_REFUSE(temporary, "précède", item_indent(gesture, a, true, &problem));
    MUST_REFUSE(temporary, "premier niveau", item_indent(gesture, a, false, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, b, true, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, c, true, &problem));
    agenda_is(temporary, meeting, "1 A|1.1 B|1.2 C|2 D");
}

static void items_with_sub_items_stay(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC\nD");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    int64_t c = item_titled(temporary, meeting, "C");
    MUST_CHANGE(temporary, item_indent(gesture, b, true, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, c, true, &problem));
    MUST_REFUSE(temporary, "déjà", item_indent(gesture, b, true, &problem));
    MUST_REFUSE(temporary, "sous-points", item_take_away(gesture, a, NULL, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, b, false, &problem));
    agenda_is(temporary, meeting, "1 A|1.1 C|2 B|3 D");
    MUST_CHANGE(temporary, item_move(gesture, a, 1, &problem));
    MUST_REFUSE(temporary, "sous-points", item_indent(gesture, a, true, &problem));
    MUST_CHANGE(temporary, item_take_away(gesture, c, NULL, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, a, true, &problem));
    agenda_is(temporary, meeting, "1 B|1.1 A|2 D");
}

static void columns_are_cleaned(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "A");
    MUST_CHANGE(temporary, item_set_title(gesture, item, " Bilan\n2025 ", &problem));
    MUST_CHANGE(temporary, item_set_presenter(gesture, item, "Mme Voirie", &problem));
    MUST_CHANGE(temporary, item_set_minutes(gesture, item, " 1440 ", &problem));
    MUST_CHANGE(temporary, item_set_kind(gesture, item, "decision", &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_string_equal(agenda.items[0].title, "Bilan 2025");
    assert_string_equal(agenda.items[0].presenter, "Mme Voirie");
    assert_string_equal(agenda.items[0].kind, "decision");
    assert_int_equal(agenda.planned_minutes, 1440);
    MUST_CHANGE(temporary, item_set_minutes(gesture, item, "", &problem));
    MUST_CHANGE(temporary, item_set_presenter(gesture, item, NULL, &problem));
    agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda.planned_minutes, 0);
    assert_null(agenda.items[0].presenter);
}

static void wrong_columns_are_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "A");
    static const char *const wrong[] = {
        "1441", "-1", "un quart d'heure", "12h", "99999999999999999999", "1 0"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        MUST_REFUSE(temporary, "durée", item_set_minutes(gesture, item, wrong[i], &problem));
    MUST_REFUSE(temporary, "titre", item_set_title(gesture, item, "\x1b ", &problem));
    MUST_REFUSE(temporary, "genre", item_set_kind(gesture, item, "autre", &problem));
    MUST_REFUSE(temporary, "plus à l'ordre", item_set_title(gesture, 42, "B", &problem));
}

static void what_is_set_again_leaves_no_trace(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "A");
    struct entry_link link = {
        PLAN_AXIS, number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"};
    MUST_CHANGE(temporary, item_link(gesture, item, &link, 1, &problem));
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(item_set_title(gesture, item, "A", NULL), STATUS_DONE);
    assert_int_equal(item_set_minutes(gesture, item, "", NULL), STATUS_DONE);
    assert_int_equal(item_set_presenter(gesture, item, "", NULL), STATUS_DONE);
    assert_int_equal(item_set_kind(gesture, item, "information", NULL), STATUS_DONE);
    assert_int_equal(item_link(gesture, item, &link, 1, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "rien");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM journal WHERE sentence = 'rien'"),
        0);
}

static void links_come_in_the_order_of_the_plan(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t bare = added_item(temporary, meeting, "Nu");
    int64_t item = added_item(temporary, meeting, "Lié");
    struct entry_link links[] = {
        {PLAN_ACTION, number(temporary, "SELECT id FROM action WHERE code = '9.1'"), "9.1"},
        {PLAN_AXIS, number(temporary, "SELECT id FROM axis WHERE number = 20"), "20"},
        {PLAN_AXIS, number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"},
        {PLAN_AXIS, number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"},
    };
    MUST_CHANGE(temporary, item_link(gesture, item, links, 4, &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda_find(&agenda, bare)->link_count, 0);
    const struct item *linked = agenda_find(&agenda, item);
    assert_int_equal(linked->link_count, 3);
    assert_string_equal(linked->links[0].reference, "6");
    assert_string_equal(linked->links[1].reference, "20");
    assert_string_equal(linked->links[2].reference, "9.1");
    assert_int_equal(linked->links[2].level, PLAN_ACTION);
    MUST_CHANGE(temporary, item_unlink(gesture, item, links, 2, &problem));
    agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda_find(&agenda, item)->link_count, 1);
    struct entry_link gone = {PLAN_OBJECTIVE, 42, "6.A"};
    struct entry_link field = {PLAN_FIELD, 1, NULL};
    MUST_REFUSE(temporary, "#6.A", item_link(gesture, item, &gone, 1, &problem));
    MUST_REFUSE(temporary, "champ", item_link(gesture, item, &field, 1, &problem));
    MUST_CHANGE(temporary, item_take_away(gesture, item, NULL, &problem));
}

static void opening_an_item_treats_the_current_one(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    MUST_REFUSE(temporary, "pas ouverte", item_open(gesture, b, &problem));
    MUST_REFUSE(temporary, "pas ouverte", item_set_state(gesture, b, "en-cours", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    temporary_store_advance(temporary, INT64_C(60000));
    MUST_CHANGE(temporary, item_open(gesture, b, &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_string_equal(agenda_find(&agenda, a)->state, "traite");
    assert_string_equal(agenda_find(&agenda, a)->closed_at, "2026-03-12T14:01:00");
    assert_int_equal(agenda_current(&agenda)->id, b);
    // One goes back to an item: it began when it began.
    temporary_store_advance(temporary, INT64_C(60000));
    MUST_CHANGE(temporary, item_open(gesture, a, &problem));
    MUST_CHANGE(temporary, item_set_state(gesture, a, "reporte", &problem));
    agenda = agenda_of(temporary, meeting);
    assert_string_equal(agenda_find(&agenda, a)->opened_at, "2026-03-12T14:00:00");
    assert_string_equal(agenda_find(&agenda, a)->closed_at, "2026-03-12T14:02:00");
    assert_null(agenda_current(&agenda));
    MUST_REFUSE(temporary, "déjà", item_set_state(gesture, a, "reporte", &problem));
    MUST_REFUSE(temporary, "inconnu", item_set_state(gesture, a, "parti", &problem));
    // To be treated again, its clock goes on when it is opened.
    MUST_CHANGE(temporary, item_set_state(gesture, a, "a-traiter", &problem));
    agenda = agenda_of(temporary, meeting);
    assert_string_equal(agenda_find(&agenda, a)->closed_at, "2026-03-12T14:02:00");
}

// A topic of this meeting goes with its open tasks: no question is asked, undo gives all back.
static void case_22_an_item_of_this_meeting_goes_with_its_notes(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    noted(temporary, a, RECORD_NOTE, "Dit");
    noted(temporary, a, RECORD_DECISION, "Décidé");
    noted(temporary, a, RECORD_TASK, "À faire");
    noted(temporary, a, RECORD_TASK, "À faire aussi");
    noted(temporary, b, RECORD_PRIVATE_NOTE, "À part");
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda_find(&agenda, a)->records, 4);
    assert_int_equal(agenda_find(&agenda, a)->decisions, 1);
    assert_int_equal(agenda_find(&agenda, a)->tasks, 2);
    assert_int_equal(agenda_find(&agenda, b)->records, 0);
    struct item_removal removal = {0};
    MUST_CHANGE(temporary, item_take_away(gesture, a, &removal, &problem));
    assert_false(removal.settled);
    assert_int_equal(removal.records, 4);
    assert_int_equal(removal.tasks, 2);
    MUST_CHANGE(temporary, item_take_away(gesture, b, NULL, &problem));
    agenda_is(temporary, meeting, "1 C");
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM task_life"), 0);
}

static int count_statements(unsigned kind, void *count, void *statement, void *sql)
{
    (void)kind;
    (void)statement;
    (void)sql;
    ++*(int *)count;
    return 0;
}

static void an_agenda_of_any_size_takes_as_many_statements(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    struct entry_link link = {
        PLAN_AXIS, number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"};
    int few = 0;
    int many = 0;
    sqlite3_trace_v2(temporary->store->database, SQLITE_TRACE_STMT, count_statements, &few);
    agenda_of(temporary, meeting);
    sqlite3_trace_v2(temporary->store->database, 0, NULL, NULL);
    for (int i = 0; i < 40; i++) {
        int64_t item = added_item(temporary, meeting, "Point");
        MUST_CHANGE(temporary, item_link(gesture, item, &link, 1, &problem));
    }
    sqlite3_trace_v2(temporary->store->database, SQLITE_TRACE_STMT, count_statements, &many);
    struct agenda agenda = agenda_of(temporary, meeting);
    sqlite3_trace_v2(temporary->store->database, 0, NULL, NULL);
    assert_int_equal(agenda.count, 40);
    assert_int_equal(few, 3);
    assert_int_equal(many, 3);
}

static void unpark_all(struct temporary_store *temporary, struct gesture *gesture, int64_t meeting)
{
    struct parked_items parked;
    parked_items_load(temporary->store, meeting, &temporary->arena, &parked, NULL);
    for (size_t i = 0; i < parked.count; i++)
        item_unpark(gesture, parked.items[i].id, meeting, NULL);
}

// `1`, `2`, `2.1`, `2.2`, `3`: none is left out, none comes twice.
static void numbers_follow(struct temporary_store *temporary, int64_t meeting)
{
    struct agenda agenda = agenda_of(temporary, meeting);
    int rank = 0;
    int below = 0;
    for (size_t i = 0; i < agenda.count; i++) {
        char expected[32];
        if (agenda.items[i].depth == 0) {
            below = 0;
            snprintf(expected, sizeof expected, "%d", ++rank);
        } else
            snprintf(expected, sizeof expected, "%d.%d", rank, ++below);
        assert_string_equal(agenda.items[i].number, expected);
    }
}

// The numbers of the screen are those of the view, after any moves.
static void numbers_are_those_of_the_view(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    added_item(temporary, meeting, "A\nB\nC\nD\nE\nF");
    unsigned seed = 20260312;
    for (int turn = 0; turn < 300; turn++) {
        struct agenda agenda = agenda_of(temporary, meeting);
        seed = seed * 1103515245 + 12345;
        int64_t item = agenda.items[(seed >> 16) % agenda.count].id;
        struct gesture *gesture = gesture_must_begin(temporary->store);
        unsigned what = (seed >> 8) % 7;
        int64_t other = agenda.items[(seed >> 20) % agenda.count].id;
        if (what < 2)
            item_move(gesture, item, what == 0 ? -1 : 1, NULL);
        else if (what < 4)
            item_indent(gesture, item, what == 2, NULL);
        else if (what == 4)
            item_place(gesture, item, other, 0, NULL);
        else if (what == 5)
            item_place(gesture, item, 0, other, NULL);
        else if (agenda.count > 3)
            item_park(gesture, item, NULL);
        else
            unpark_all(temporary, gesture, meeting);
        gesture_must_commit(gesture, "remué");
        numbers_follow(temporary, meeting);
    }
    struct gesture *gesture = gesture_must_begin(temporary->store);
    unpark_all(temporary, gesture, meeting);
    gesture_must_commit(gesture, "ramené");
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda.count, 6);
    for (size_t i = 0; i < agenda.count; i++) {
        char sql[256];
        snprintf(sql, sizeof sql,
            "SELECT count(*) FROM (SELECT numero, intitule, row_number() OVER () AS rang"
            " FROM lecture_points WHERE numero IS NOT NULL) WHERE rang = %zu AND numero = '%s' AND "
            "intitule = '%s'",
            i + 1, agenda.items[i].number, agenda.items[i].title);
        assert_int_equal(temporary_store_number(temporary, sql), 1);
    }
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(lines_become_items),
        TEST(a_place_that_is_gone_is_refused),
        TEST(items_move_with_their_children),
        TEST(equal_positions_are_parted),
        TEST(there_is_one_level_of_sub_items),
        TEST(items_with_sub_items_stay),
        TEST(wrong_columns_are_refused),
        TEST(columns_are_cleaned),
        TEST(what_is_set_again_leaves_no_trace),
        TEST(links_come_in_the_order_of_the_plan),
        TEST(opening_an_item_treats_the_current_one),
        TEST(case_22_an_item_of_this_meeting_goes_with_its_notes),
        TEST(an_agenda_of_any_size_takes_as_many_statements),
        TEST(numbers_are_those_of_the_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
