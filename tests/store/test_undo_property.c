// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random gestures through the store's own functions: undoing all gives the first file
// back, redoing all gives the last one, compared table by table.
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "expected_people.h"
#include "store/agenda_proposal.h"
#include "store/archive.h"
#include "store/ballot.h"
#include "store/committee_rules.h"
#include "store/confidential.h"
#include "store/connection.h"
#include "store/decision.h"
#include "store/general_notes.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/item_document.h"
#include "store/journal.h"
#include "store/journaled_tables.h"
#include "store/mandate.h"
#include "store/meeting.h"
#include "store/meeting_pause.h"
#include "store/organisation.h"
#include "store/parked_item.h"
#include "store/people_order.h"
#include "store/person.h"
#include "store/pinned_note.h"
#include "store/plan.h"
#include "store/question.h"
#include "store/record.h"
#include "store/record_doubt.h"
#include "store/standing_item.h"
#include "store/task.h"
#include "store/task_dependency.h"
#include "store/task_follow_up.h"
#include "store/task_note.h"
#include "store/undo.h"
#include "temporary_store.h"

enum { GESTURES = 4000, LEAST_KEPT = GESTURES / 4, MOST_STEPS = 2 * GESTURES };

struct world {
    struct store *store;
    struct arena arena; // of one gesture
    uint64_t random;
    int attempt; // makes every text new
};

static unsigned choose(struct world *world, unsigned count)
{
    world->random = world->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(world->random >> 33) % count;
}

// The text of the first column of every row, in order.
static void append_rows(struct buffer *out, struct store *store, const char *sql)
{
    sqlite3_stmt *handle = NULL;
    if (sqlite3_prepare_v2(store->database, sql, -1, &handle, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(store->database));
    while (sqlite3_step(handle) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(handle); i++)
            buffer_append_format(out, "%s%c", (const char *)sqlite3_column_text(handle, i),
                i + 1 < sqlite3_column_count(handle) ? '|' : '\n');
    sqlite3_finalize(handle);
}

static int64_t number(struct store *store, const char *sql)
{
    int64_t value = 0;
    sqlite3_stmt *handle = NULL;
    assert_int_equal(sqlite3_prepare_v2(store->database, sql, -1, &handle, NULL), SQLITE_OK);
    if (sqlite3_step(handle) == SQLITE_ROW)
        value = sqlite3_column_int64(handle, 0);
    sqlite3_finalize(handle);
    return value;
}

// A random id of `rows`, a table with a condition; 0 where there is none.
static int64_t some(struct world *world, const char *rows)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", rows);
    int64_t count = number(world->store, sql);
    if (count == 0)
        return 0;
    snprintf(sql, sizeof sql, "SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %u", rows,
        choose(world, (unsigned)count));
    return number(world->store, sql);
}

static const char *text(struct world *world, const char *what)
{
    return arena_format(&world->arena, "%s n° %d", what, world->attempt);
}

static struct entry random_fact(struct world *world)
{
    struct entry_mention *mentions = arena_array(&world->arena, 2, sizeof *mentions);
    struct entry_link *links = arena_array(&world->arena, 2, sizeof *links);
    struct entry fact = {
        .kind = (enum record_kind)choose(world, RECORD_KIND_COUNT),
        .text = text(world, "dit"),
        .mentions = mentions,
        .mention_count = choose(world, 3),
        .links = links,
        .link_count = choose(world, 2),
        .date = choose(world, 2) == 0 ? date_of_day(2026, 4, 1 + (int)choose(world, 30))
                                      : (struct date){0},
        .priority = (int)choose(world, 6),
        .doubtful = choose(world, 5) == 0,
    };
    for (size_t i = 0; i < fact.mention_count; i++)
        mentions[i] = (struct entry_mention){.name = text(world, "invité"),
            .owner = fact.kind == RECORD_TASK && choose(world, 2) == 0};
    for (size_t i = 0; i < fact.link_count; i++)
        links[i] = (struct entry_link){.level = PLAN_AXIS, .id = some(world, "axis")};
    return fact;
}

typedef enum status gesture_kind(struct world *world, struct gesture *gesture);

static enum status add_action(struct world *world, struct gesture *gesture)
{
    return plan_add_action(
        gesture, store_new_id(world->store), some(world, "axis"), 0, text(world, "action"), NULL);
}

static enum status add_objective(struct world *world, struct gesture *gesture)
{
    return plan_add_objective(
        gesture, store_new_id(world->store), some(world, "axis"), text(world, "objectif"), NULL);
}

static enum status rename_objective(struct world *world, struct gesture *gesture)
{
    return plan_set_objective_label(
        gesture, some(world, "objective"), text(world, "objectif"), NULL);
}

static enum status remove_objective(struct world *world, struct gesture *gesture)
{
    bool archived;
    return plan_remove_objective(gesture, some(world, "objective"), &archived, NULL);
}

static enum status remove_action(struct world *world, struct gesture *gesture)
{
    bool archived;
    return plan_remove_action(gesture, some(world, "action"), &archived, NULL);
}

static enum status set_action_state(struct world *world, struct gesture *gesture)
{
    static const char *const states[] = {
        "a-etudier", "programmee", "en-cours", "suspendue", "terminee", "abandonnee"};
    return plan_set_action_state(gesture, some(world, "action"), states[choose(world, 6)], NULL);
}

static enum status set_action_column(struct world *world, struct gesture *gesture)
{
    static const struct {
        enum plan_action_column column;
        const char *value;
    } changes[] = {
        {PLAN_ACTION_PILOT, "Caf"},
        {PLAN_ACTION_PRIORITY, "5"},
        {PLAN_ACTION_PRIORITY, "1"},
        {PLAN_ACTION_PROGRESS, "40"},
        {PLAN_ACTION_ENDS, "2026"},
        {PLAN_ACTION_ENDS, ""},
        {PLAN_ACTION_OTHER_AXES, "6, 9"},
        {PLAN_ACTION_OTHER_AXES, ""},
        {PLAN_ACTION_DESCRIPTION, "première ligne\nseconde ligne"},
    };
    unsigned row = choose(world, sizeof changes / sizeof *changes);
    return plan_set_action_column(
        gesture, some(world, "action"), changes[row].column, changes[row].value, NULL);
}

static enum status add_committee(struct world *world, struct gesture *gesture)
{
    if (choose(world, 10) > 0)
        return STATUS_REFUSED;
    return committee_add(gesture, store_new_id(world->store),
        arena_format(&world->arena, "GT%d", world->attempt), "Groupe", NULL);
}

static enum status add_meeting(struct world *world, struct gesture *gesture)
{
    struct date date = date_of_day(2026, 1 + (int)choose(world, 12), 1 + (int)choose(world, 28));
    return meeting_add(gesture, store_new_id(world->store), some(world, "committee"), date, NULL);
}

static enum status change_meeting(struct world *world, struct gesture *gesture)
{
    int64_t meeting = some(world, "meeting");
    switch (choose(world, 6)) {
    case 0:
        return choose(world, 2) == 0
                   ? meeting_set_place(gesture, meeting, text(world, "salle"), NULL)
                   : meeting_set_numbering(
                         gesture, meeting, choose(world, 2) == 0 ? "I" : "A-1", NULL);
    case 1:
        return meeting_set_date(
            gesture, meeting, date_of_day(2027, 1, 1 + (int)choose(world, 28)), NULL);
    case 2:
        return meeting_adjourn(gesture, meeting, NULL);
    case 3:
        return meeting_postpone_untreated(gesture, meeting, NULL);
    case 4:
        return meeting_remove(gesture, meeting, NULL);
    default:
        return meeting_open(gesture, meeting, NULL);
    }
}

static enum status add_item(struct world *world, struct gesture *gesture)
{
    int64_t meeting = some(world, "meeting");
    const char *title =
        choose(world, 4) == 0 ? "Premier\nDeuxième\nTroisième" : text(world, "point");
    return item_add(gesture, store_new_id(world->store), meeting, 0, 0, title, NULL);
}

static enum status change_item(struct world *world, struct gesture *gesture)
{
    int64_t item = some(world, "item");
    const struct entry_link link = {.level = PLAN_AXIS, .id = some(world, "axis")};
    switch (choose(world, 11)) {
    case 0:
        return item_set_title(gesture, item, text(world, "intitulé"), NULL);
    case 1:
        return item_set_presenter(gesture, item, text(world, "rapporteur"), NULL);
    case 2:
        return item_set_minutes(gesture, item, choose(world, 2) == 0 ? "15" : "", NULL);
    case 3:
        return item_set_kind(gesture, item, choose(world, 2) == 0 ? "avis" : "decision", NULL);
    case 4:
        return item_take_away(gesture, item, NULL, NULL);
    case 5:
        return item_move(gesture, item, choose(world, 2) == 0 ? -1 : 1, NULL);
    case 6:
        return item_indent(gesture, item, choose(world, 2) == 0, NULL);
    case 7:
        return item_link(gesture, item, &link, 1, NULL);
    case 8:
        return item_unlink(gesture, item, &link, 1, NULL);
    case 9:
        return item_set_state(gesture, item, "reporte", NULL);
    default:
        return item_open(gesture, item, NULL);
    }
}

// What brings items from one meeting to the next.
static enum status carry_items(struct world *world, struct gesture *gesture)
{
    int64_t item = some(world, "item");
    int64_t meeting = some(world, "meeting");
    switch (choose(world, 8)) {
    case 0:
        return agenda_propose(gesture, meeting, NULL, NULL);
    case 1:
        return agenda_take(gesture, meeting, choose(world, 3), NULL);
    case 2:
        return item_park(gesture, item, NULL);
    case 3:
        return item_unpark(gesture, some(world, "item WHERE state = 'en-attente'"), meeting, NULL);
    case 4:
        return item_set_pinned(gesture, item, choose(world, 2) == 0, NULL);
    case 5:
        return item_settle(gesture, item, NULL, NULL);
    case 6:
        return item_place(gesture, item, some(world, "item"), 0, NULL);
    default:
        return item_document_add(
            gesture, store_new_id(world->store), item, text(world, "pièce"), NULL);
    }
}

static enum status change_standing(struct world *world, struct gesture *gesture)
{
    int64_t standing = some(world, "standing_item");
    switch (choose(world, 7)) {
    case 6:
        return general_notes_make(
            gesture, store_new_id(world->store), some(world, "meeting"), NULL);
    case 0:
        return standing_item_set_at_end(gesture, standing, choose(world, 2) == 0, NULL);
    case 1:
        return standing_item_set_active(gesture, standing, choose(world, 3) > 0, NULL);
    case 2:
        return standing_item_move(gesture, standing, choose(world, 2) == 0 ? -1 : 1, NULL);
    case 3:
        return standing_item_remove(gesture, standing, NULL);
    default:
        return standing_item_add(gesture, store_new_id(world->store), some(world, "committee"),
            text(world, "permanent"), NULL);
    }
}

static enum status change_fate(struct world *world, struct gesture *gesture)
{
    int64_t meeting = some(world, "meeting");
    switch (choose(world, 6)) {
    case 0:
        return meeting_cancel(gesture, meeting, NULL);
    case 1:
        return meeting_postpone(gesture, meeting, NULL);
    case 2:
        return meeting_prepare_again(gesture, meeting, NULL);
    case 3:
        return meeting_adjourn_without_quorum(gesture, meeting, NULL);
    case 4:
        return meeting_call_again(gesture, store_new_id(world->store), meeting,
            date_of_day(2027, 2, 1 + (int)choose(world, 28)), NULL);
    default:
        return meeting_set_hours(gesture, meeting, choose(world, 2) == 0 ? "14h-16h" : "", NULL);
    }
}

static enum status follow_record(struct world *world, struct gesture *gesture)
{
    if (choose(world, 2) == 0)
        return record_set_pinned(gesture, some(world, "record"), choose(world, 3) > 0, NULL);
    return question_set_answered(gesture, some(world, "record WHERE kind = 'question'"),
        choose(world, 3) > 0, text(world, "réponse"), NULL);
}

static enum status add_record(struct world *world, struct gesture *gesture)
{
    struct entry fact = random_fact(world);
    return record_add(gesture, store_new_id(world->store), some(world, "item"), &fact, NULL);
}

static enum status change_record(struct world *world, struct gesture *gesture)
{
    struct entry fact = random_fact(world);
    bool private = choose(world, 6) == 0;
    int64_t record = some(world, private ? "private_note" : "record");
    switch (choose(world, 4)) {
    case 0:
        return record_remove(gesture, record, NULL);
    case 1:
        return record_move(gesture, record, some(world, "item"), NULL);
    default:
        return record_set(gesture, record, &fact, NULL);
    }
}

static enum status change_task(struct world *world, struct gesture *gesture)
{
    static const char *const states[] = {"a-faire", "en-cours", "faite", "abandonnee"};
    return task_set_state(
        gesture, some(world, "record WHERE kind = 'tache'"), states[choose(world, 4)], NULL);
}

// What becomes of a task, and is written beside what was taken.
static enum status change_task_life(struct world *world, struct gesture *gesture)
{
    const struct entry_mention owners[] = {
        {text(world, "confiée"), 0, true}, {text(world, "aussi"), 0, true}};
    int64_t task = some(world, "record WHERE kind = 'tache'");
    const int64_t needs[] = {
        some(world, "record WHERE kind = 'tache'"), some(world, "record WHERE kind = 'tache'")};
    switch (choose(world, 9)) {
    case 0:
        return task_set_due(gesture, task, date_of_day(2026, 6, 1 + (int)choose(world, 28)), NULL);
    case 1:
        return task_set_priority(gesture, task, (int)choose(world, 7), NULL);
    case 2:
        return task_set_owners(gesture, task, owners, choose(world, 3), NULL);
    case 3:
        return task_note_add(
            gesture, store_new_id(world->store), task, text(world, "avancement"), NULL);
    case 4:
        return task_note_set(gesture, some(world, "task_note"), text(world, "corrigé"), NULL);
    case 5:
        return task_note_remove(gesture, some(world, "task_note"), NULL);
    case 6:
        return task_follow_up_ask(gesture, store_new_id(world->store), task, NULL);
    case 7:
        return task_dependency_set(gesture, task, needs, choose(world, 3), NULL);
    default:
        return choose(world, 4) == 0
                   ? task_follow_up_drop(gesture, task, NULL)
                   : task_follow_up_give(gesture, task, text(world, "nouvelles"), NULL);
    }
}

static enum status change_decision(struct world *world, struct gesture *gesture)
{
    static const char *const outcomes[] = {"adoptee", "adoptee-avec-reserve", "proposition",
        "a-deliberer", "reportee", "rejetee", "retiree"};
    int64_t decision = some(world, "record WHERE kind = 'decision'");
    switch (choose(world, 8)) {
    case 0:
        return decision_set_reason(gesture, decision, text(world, "motif"), NULL);
    case 1:
        return decision_set_review(
            gesture, decision, date_of_day(2027, 3, 1 + (int)choose(world, 28)), NULL);
    case 2:
        return decision_set_replaced(gesture, decision,
            choose(world, 3) == 0 ? 0 : some(world, "record WHERE kind = 'decision'"), NULL);
    case 3:
        return decision_set_town_number(gesture, decision, text(world, "délibération"), NULL);
    case 4:
        return decision_ask_accord(gesture, decision, choose(world, 3) > 0, NULL);
    case 5:
        return decision_set_accord(gesture, decision, 1, choose(world, 2) == 0, NULL);
    default:
        return decision_set_outcome(
            gesture, decision, outcomes[choose(world, 7)], text(world, "réserve"), NULL);
    }
}

static enum status change_pace(struct world *world, struct gesture *gesture)
{
    switch (choose(world, 5)) {
    case 3:
        return meeting_pause_set(gesture, some(world, "meeting_pause WHERE kind = 'suspension'"),
            choose(world, 2) == 0 ? "14:00" : "13:59", choose(world, 2) == 0 ? "14:00" : NULL,
            NULL);
    case 4:
        return meeting_pause_remove(
            gesture, some(world, "meeting_pause WHERE until_at IS NOT NULL"), NULL);
    case 0:
        return meeting_suspend(gesture, some(world, "meeting WHERE state = 'ouverte'"), NULL);
    case 1:
        return meeting_open(
            gesture, some(world, "meeting WHERE state IN ('suspendue', 'levee')"), NULL);
    default:
        return record_set_doubtful(gesture,
            some(world, choose(world, 4) == 0 ? "private_note" : "record"), choose(world, 3) > 0,
            NULL);
    }
}

static enum status add_guest(struct world *world, struct gesture *gesture)
{
    return attendance_add_guest(gesture, store_new_id(world->store), some(world, "meeting"),
        text(world, "invité"), NULL, choose(world, 2) == 0 ? "MSA" : NULL, NULL);
}

static enum status set_presence(struct world *world, struct gesture *gesture)
{
    static const char *const codes[] = {"", "present", "visio", "represente", "excuse", "absent"};
    int64_t attendee = some(world, "attendance");
    if (choose(world, 3) == 0)
        return attendance_set_proxy(gesture, attendee, some(world, "attendance"), NULL);
    return attendance_set_presence(
        gesture, attendee, codes[choose(world, 6)], text(world, "remplaçante"), NULL);
}

static enum status change_attendance(struct world *world, struct gesture *gesture)
{
    int64_t attendee = some(world, "attendance");
    switch (choose(world, 7)) {
    case 6:
        return attendance_deputy_arrive(gesture, store_new_id(world->store), attendee,
            some(world, "item"), text(world, "remplaçante"), NULL, NULL);
    case 0:
        return attendance_remove_guest(gesture, attendee, NULL);
    case 1:
        return attendance_withdraw(
            gesture, attendee, some(world, "item"), choose(world, 3) > 0, NULL);
    case 2:
        return attendance_move_remove(gesture, some(world, "attendance_move"), NULL);
    case 3:
        return attendance_move_set_hour(gesture, some(world, "attendance_move"), "15:20", NULL);
    default:
        return attendance_move_add(gesture, store_new_id(world->store), attendee,
            some(world, "item"), choose(world, 2) == 0, NULL, NULL);
    }
}

static enum status change_organisation(struct world *world, struct gesture *gesture)
{
    const char *college = choose(world, 3) == 0 ? NULL : text(world, "collège");
    if (choose(world, 2) == 0)
        return organisation_add(
            gesture, store_new_id(world->store), NULL, text(world, "organisme"), college, NULL);
    return organisation_set_college(gesture, some(world, "organisation"), college, NULL);
}

// The lists of meetings follow, in the same gesture.
static enum status change_person(struct world *world, struct gesture *gesture)
{
    const struct person_facts facts = {.civility = choose(world, 2) == 0 ? "Mme" : NULL,
        .name = text(world, "personne"),
        .function = text(world, "fonction"),
        .organisation = choose(world, 2) == 0 ? some(world, "organisation") : 0,
        .elected = choose(world, 2) == 0};
    enum status status = choose(world, 2) == 0
                             ? person_add(gesture, store_new_id(world->store), &facts, NULL)
                             : person_set(gesture, some(world, "person"), &facts, NULL);
    return status == STATUS_DONE ? attendance_refresh_committee(gesture, 0, NULL) : status;
}

static enum status change_mandate(struct world *world, struct gesture *gesture)
{
    static const char *const roles[] = {"presidence", "copresidence", "secretaire", "membre"};
    static const char *const voices[] = {"deliberative", "consultative", ""};
    const int year = 2024 + (int)choose(world, 4);
    const struct mandate_facts facts = {.person = some(world, "person"),
        .committee = some(world, "committee"),
        .role = roles[choose(world, 4)],
        .voice = voices[choose(world, 3)],
        .substitute_for = choose(world, 3) == 0 ? some(world, "mandate") : 0,
        .starts = choose(world, 2) == 0 ? date_of_day(year, 1, 1) : (struct date){0},
        .ends = choose(world, 2) == 0 ? date_of_day(year, 12, 31) : (struct date){0}};
    int64_t mandate = some(world, "mandate");
    enum status status = STATUS_DONE;
    switch (choose(world, 6)) {
    case 0:
        status = mandate_set(gesture, mandate, &facts, NULL);
        break;
    case 1:
        status = mandate_end(gesture, mandate, date_of_day(year, 6, 30), NULL);
        break;
    case 2:
        status = mandate_remove(gesture, mandate, NULL);
        break;
    default:
        status = mandate_add(gesture, store_new_id(world->store), &facts, NULL);
        break;
    }
    return status == STATUS_DONE ? attendance_refresh_committee(gesture, 0, NULL) : status;
}

static enum status archive_something(struct world *world, struct gesture *gesture)
{
    static const char *const rows[] = {"person", "organisation", "committee"};
    enum archived_kind kind = (enum archived_kind)choose(world, 3);
    int64_t id = some(world, rows[kind]);
    enum status status = choose(world, 3) == 0
                             ? archive_remove(gesture, kind, id, NULL)
                             : archive_set(gesture, kind, id, choose(world, 2) == 0, NULL);
    return status == STATUS_DONE ? attendance_refresh_committee(gesture, 0, NULL) : status;
}

static enum status change_order(struct world *world, struct gesture *gesture)
{
    int step = choose(world, 2) == 0 ? -1 : 1;
    enum status status = STATUS_DONE;
    switch (choose(world, 5)) {
    case 0:
        status = committee_move(gesture, some(world, "committee"), step, NULL);
        break;
    case 1:
        status = organisation_move(gesture, some(world, "organisation"), step, NULL);
        break;
    case 2:
        status = college_move(gesture, some(world, "organisation"), step, NULL);
        break;
    case 3:
        status = college_rename(gesture, some(world, "organisation"), text(world, "collège"), NULL);
        break;
    default:
        status = mandate_move(gesture, some(world, "mandate"), step, NULL);
        break;
    }
    return status == STATUS_DONE ? attendance_refresh_committee(gesture, 0, NULL) : status;
}

static enum status change_rules(struct world *world, struct gesture *gesture)
{
    static const char *const authorities[] = {"decide", "propose", "delibere"};
    enum committee_rule rule = (enum committee_rule)choose(world, COMMITTEE_RULE_COUNT);
    const struct committee_rule_facts *facts = committee_rule_facts(rule);
    int64_t committee = some(world, "committee");
    if (choose(world, 4) == 0)
        return committee_set_label(gesture, committee, text(world, "instance"), NULL);
    if (choose(world, 4) == 0)
        return committee_set_authority(gesture, committee, authorities[choose(world, 3)],
            choose(world, 2) == 0 ? some(world, "committee") : 0, NULL);
    return committee_rules_set(gesture, committee, rule,
        facts->choices[choose(world, (unsigned)facts->choice_count)].code, NULL);
}

static struct said_ballot random_ballot(struct world *world, int64_t item)
{
    struct said_ballot said = {
        .form = (enum ballot_form)choose(world, 3),
        .mode = (enum ballot_mode)choose(world, 3),
        .counts = {(int)choose(world, 3), (int)choose(world, 2), (int)choose(world, 2)},
        .otherwise = (enum ballot_choice)choose(world, 4),
        .shares_voters = choose(world, 4) == 0,
    };
    struct named_vote *vote = arena_array(&world->arena, 1, sizeof *vote);
    char rows[160];
    snprintf(rows, sizeof rows,
        "attendance WHERE presence = 'present' AND meeting_id ="
        " (SELECT meeting_id FROM item WHERE id = %lld)",
        (long long)item);
    *vote = (struct named_vote){some(world, rows), (enum ballot_choice)choose(world, 4)};
    said.votes = vote;
    said.vote_count = vote->seat == 0 ? 0 : choose(world, 2);
    return said;
}

// Somebody is there first, in the same gesture.
static enum status hold_ballot(struct world *world, struct gesture *gesture)
{
    int64_t item = some(world,
        "item WHERE meeting_id IN (SELECT meeting_id FROM attendance WHERE voice = 'deliberative')"
        " AND meeting_id IN (SELECT id FROM meeting WHERE state = 'ouverte')");
    char rows[160];
    snprintf(rows, sizeof rows,
        "attendance WHERE voice = 'deliberative' AND substitute_for IS NULL AND meeting_id ="
        " (SELECT meeting_id FROM item WHERE id = %lld)",
        (long long)item);
    attendance_set_presence(gesture, some(world, rows), "present", NULL, NULL);
    struct said_ballot said = random_ballot(world, item);
    return ballot_hold(gesture, store_new_id(world->store), NULL, item,
        choose(world, 2) == 0 ? BALLOT_LAST_DECISION : 0, &said, NULL);
}

static enum status change_ballot(struct world *world, struct gesture *gesture)
{
    int64_t id = some(world, "ballot");
    struct said_ballot said = random_ballot(world, 0);
    struct entry fact = {.kind = RECORD_BALLOT,
        .text = "vote",
        .ballot = {(enum ballot_form)choose(world, 3), {1, (int)choose(world, 2), 0}}};
    switch (choose(world, 5)) {
    case 0:
        return ballot_set_sentence(gesture, id, text(world, "phrase"), NULL);
    case 1:
        return ballot_remove(gesture, id, NULL);
    case 2:
        return record_set(gesture, id, &fact, NULL);
    case 3:
        return record_move(gesture, id, some(world, "item"), NULL);
    default:
        return ballot_correct(gesture, id, &said, NULL);
    }
}

static enum status mark_confidential(struct world *world, struct gesture *gesture)
{
    bool marked = choose(world, 3) != 0;
    return choose(world, 2) == 0
               ? item_set_confidential(gesture, some(world, "item"), marked, NULL)
               : record_set_confidential(gesture, some(world, "record"), marked, NULL);
}

static gesture_kind *const kinds[] = {mark_confidential, change_task_life, change_task_life,
    change_decision, change_decision, change_pace, change_pace, carry_items, carry_items,
    change_standing, change_fate, follow_record, add_action, add_objective, rename_objective,
    remove_objective, remove_action, set_action_state, set_action_column, add_committee,
    add_meeting, change_meeting, change_meeting, add_item, add_item, change_item, change_item,
    add_record, add_record, add_record, change_record, change_record, change_task, add_guest,
    set_presence, set_presence, change_attendance, change_attendance, change_organisation,
    archive_something, change_order, change_person, change_person, change_mandate, change_mandate,
    change_rules, hold_ballot, hold_ballot, change_ballot};
enum { KINDS = sizeof kinds / sizeof *kinds };

// True when the gesture was kept.
static bool make_gesture(struct world *world, unsigned kind)
{
    int64_t before = number(world->store, "SELECT count(*) FROM journal");
    struct gesture *gesture = gesture_must_begin(world->store);
    world->attempt++;
    if (kinds[kind](world, gesture) == STATUS_DONE)
        gesture_must_commit(gesture, text(world, "geste"));
    else
        gesture_cancel(gesture);
    arena_clear(&world->arena);
    return number(world->store, "SELECT count(*) FROM journal") > before;
}

// Every journaled table, row by row, in the order of its keys.
static void dump(struct store *store, struct buffer *out)
{
    buffer_reset(out);
    for (size_t i = 0; i < journaled_table_count; i++) {
        char sql[2048];
        struct buffer columns = {0};
        snprintf(sql, sizeof sql,
            "SELECT group_concat('quote(' || name || ')', ' || '','' || ')"
            " FROM pragma_table_info('%s')",
            journaled_tables[i]);
        append_rows(&columns, store, sql);
        buffer_truncate(&columns, columns.length - 1);
        snprintf(sql, sizeof sql, "SELECT '%s', %s AS line FROM %s ORDER BY line",
            journaled_tables[i], buffer_text(&columns), journaled_tables[i]);
        append_rows(out, store, sql);
        buffer_clear(&columns);
    }
    assert_false(buffer_failed(out));
}

static void must_be_same(const struct buffer *found, const struct buffer *expected)
{
    const char *left = buffer_text(found);
    const char *right = buffer_text(expected);
    size_t line = 0;
    for (size_t i = 0; left[i] != '\0' || right[i] != '\0'; i++) {
        if (left[i] != right[i])
            fail_msg("«%.200s» is not «%.200s»", left + line, right + line);
        if (left[i] == '\n')
            line = i + 1;
    }
}

typedef enum status find(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
typedef enum status take(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

static int walk(struct world *world, find *find_next, take *take_it, int most)
{
    int steps = 0;
    bool found = true;
    while (found && steps < most) {
        struct journal_entry entry;
        struct problem problem = {0};
        const char *sentence;
        assert_int_equal(
            find_next(world->store, &world->arena, &entry, &found, &problem), STATUS_DONE);
        if (found &&
            take_it(world->store, entry.id, &world->arena, &sentence, &problem) != STATUS_DONE)
            fail_msg("%s", problem.sentence);
        steps += found;
        arena_clear(&world->arena);
    }
    return steps;
}

static void undoing_all_gives_the_first_file_and_redoing_all_the_last(void **state)
{
    struct temporary_store *temporary = *state;
    struct world world = {.store = temporary->store, .random = 20260312};
    struct buffer first = {0}, last = {0}, now = {0};
    int kept = 0;
    int kept_of_kind[KINDS] = {0};
    people_are_expected(temporary);
    // What is tested is what a gesture holds, not that it reaches the disk.
    sqlite3_exec(world.store->database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    dump(world.store, &first);
    for (int i = 0; i < GESTURES; i++) {
        unsigned kind = choose(&world, KINDS);
        if (make_gesture(&world, kind)) {
            kept++;
            kept_of_kind[kind]++;
        }
    }
    assert_true(kept > LEAST_KEPT);
    for (int i = 0; i < KINDS; i++)
        assert_true(kept_of_kind[i] > 0);
    dump(world.store, &last);
    assert_int_equal(walk(&world, journal_next_undo, journal_undo, MOST_STEPS), kept);
    dump(world.store, &now);
    must_be_same(&now, &first);
    assert_int_equal(walk(&world, journal_next_redo, journal_redo, MOST_STEPS), kept);
    dump(world.store, &now);
    must_be_same(&now, &last);
    buffer_clear(&first);
    buffer_clear(&last);
    buffer_clear(&now);
}

// A walk to and fro between gestures ends where the same gestures alone end.
static void going_back_and_forth_on_the_way_changes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    struct world world = {.store = temporary->store, .random = 7};
    struct buffer before = {0}, after = {0};
    people_are_expected(temporary);
    sqlite3_exec(world.store->database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    for (int i = 0; i < GESTURES / 10; i++) {
        make_gesture(&world, choose(&world, KINDS));
        if (choose(&world, 5) > 0)
            continue;
        dump(world.store, &before);
        int steps = walk(&world, journal_next_undo, journal_undo, 1 + (int)choose(&world, 8));
        assert_int_equal(walk(&world, journal_next_redo, journal_redo, steps), steps);
        dump(world.store, &after);
        must_be_same(&after, &before);
    }
    buffer_clear(&before);
    buffer_clear(&after);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(undoing_all_gives_the_first_file_and_redoing_all_the_last),
        TEST(going_back_and_forth_on_the_way_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
