// SPDX-License-Identifier: GPL-3.0-or-later
// What an agenda proposes: the words of each reason, and, over thousands of random pasts, that
// nothing owed is lost and nothing comes twice.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/carry_over.h"

static struct arena arena;

static int clear_arena(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static const struct date past = {DATE_DAY, 2026, 3, 5};
static const struct date day = {DATE_DAY, 2026, 4, 2};

static struct carry_over proposed(const struct carry_known *known)
{
    struct carry_over carried;
    struct problem problem = {0};
    if (carry_over(known, &arena, &carried, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return carried;
}

static void the_reason_is_said_in_words(void **state)
{
    (void)state;
    static const struct {
        struct carry_item item;
        const char *reason;
    } items[] = {
        {{.state = "reporte", .meeting_state = "close"}, "reporté de la séance du 05/03/2026"},
        {{.state = "a-traiter", .meeting_state = "close"}, "non traité à la séance du 05/03/2026"},
        {{.state = "a-traiter", .meeting_state = "annulee"}, "séance du 05/03/2026 annulée"},
        {{.state = "a-traiter", .meeting_state = "reportee"}, "séance du 05/03/2026 reportée"},
        {{.state = "reporte", .meeting_state = "levee", .lacks_quorum = true},
            "séance du 05/03/2026 levée faute de quorum"},
        {{.state = "traite", .meeting_state = "close", .pinned = true},
            "point récurrent, traité à la séance du 05/03/2026"},
        {{.state = "en-attente", .meeting_state = "preparee"},
            "en attente depuis la séance du 05/03/2026"},
        {{.state = "traite", .meeting_state = "close"}, NULL},
        {{.state = "retire", .meeting_state = "close", .pinned = true}, NULL},
        {{.state = "a-traiter", .meeting_state = "close", .gathers = true}, NULL},
    };
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        struct carry_item item = items[i].item;
        item.id = 7;
        item.title = "A";
        item.kind = "avis";
        item.meeting_date = past;
        struct carry_known known = {.date = day, .items = &item, .item_count = 1};
        struct carry_over carried = proposed(&known);
        assert_int_equal(carried.count, items[i].reason == NULL ? 0 : 1);
        if (carried.count == 1) {
            assert_string_equal(carried.proposals[0].reason, items[i].reason);
            assert_int_equal(carried.proposals[0].continues, 7);
            assert_string_equal(carried.proposals[0].item_kind, "avis");
        }
    }
}

static void records_say_where_they_come_from(void **state)
{
    (void)state;
    static const struct {
        struct carry_record record;
        const char *reason;
    } records[] = {
        {{.kind = CARRY_PROPOSITION, .committee = "COTECH"}, "proposé par le COTECH du 05/03/2026"},
        {{.kind = CARRY_DELIBERATION, .reference = "COPIL-2026-001"},
            "à délibérer, décision COPIL-2026-001 du 05/03/2026"},
        {{.kind = CARRY_REVIEW, .reference = "COPIL-2026-001", .date = {DATE_DAY, 2026, 4, 2}},
            "décision COPIL-2026-001 à revoir le 02/04/2026"},
        {{.kind = CARRY_REVIEW, .reference = "COPIL-2026-001", .date = {DATE_DAY, 2026, 4, 3}},
            NULL},
        {{.kind = CARRY_REVIEW, .reference = "COPIL-2026-001"}, NULL},
        {{.kind = CARRY_QUESTION}, "question sans réponse de la séance du 05/03/2026"},
        {{.kind = CARRY_QUESTION, .settled = true}, NULL},
        {{.kind = CARRY_TASK, .reference = "T-2026-003", .date = {DATE_DAY, 2026, 4, 1}},
            "tâche T-2026-003 échue le 01/04/2026"},
        {{.kind = CARRY_TASK, .reference = "T-2026-003", .date = {DATE_MONTH, 2026, 3, 0}},
            "tâche T-2026-003 échue en mars 2026"},
        {{.kind = CARRY_TASK, .reference = "T-2026-003", .date = {DATE_DAY, 2026, 4, 2}}, NULL},
        {{.kind = CARRY_TASK, .reference = "T-2026-003", .date = {DATE_YEAR, 2026, 0, 0}}, NULL},
    };
    for (size_t i = 0; i < sizeof records / sizeof records[0]; i++) {
        struct carry_record record = records[i].record;
        record.id = 7;
        record.text = "Dit";
        record.meeting_date = past;
        struct carry_known known = {.date = day, .records = &record, .record_count = 1};
        struct carry_over carried = proposed(&known);
        assert_int_equal(carried.count, records[i].reason == NULL ? 0 : 1);
        if (carried.count == 1)
            assert_string_equal(carried.proposals[0].reason, records[i].reason);
    }
}

static void sub_items_follow_their_item(void **state)
{
    (void)state;
    const struct carry_item items[] = {
        {.id = 1,
            .title = "A",
            .kind = "avis",
            .state = "reporte",
            .meeting_state = "close",
            .meeting_date = past},
        {.id = 2,
            .parent = 1,
            .title = "A1",
            .kind = "avis",
            .state = "reporte",
            .meeting_state = "close",
            .meeting_date = past},
        {.id = 4,
            .parent = 3,
            .title = "B1",
            .kind = "avis",
            .state = "reporte",
            .meeting_state = "close",
            .meeting_date = past},
    };
    struct carry_known known = {.date = day, .items = items, .item_count = 3};
    struct carry_over carried = proposed(&known);
    assert_int_equal(carried.count, 3);
    assert_int_equal(carried.proposals[1].parent, 1);
    assert_int_equal(carried.proposals[2].parent, 0);
    // Without its item the sub-item comes alone.
    const int64_t omitted[] = {1};
    known.omitted = omitted;
    known.omitted_count = 1;
    carried = proposed(&known);
    assert_int_equal(carried.count, 2);
    assert_int_equal(carried.proposals[0].parent, 0);
}

enum { WORLDS = 5000, MOST = 12 };

struct world {
    uint64_t random;
    struct carry_standing standings[MOST];
    struct carry_item items[MOST];
    struct carry_record records[MOST];
    int64_t omitted[4];
    struct carry_known known;
};

static unsigned choose(struct world *world, unsigned count)
{
    world->random = world->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(world->random >> 33) % count;
}

static void make_standings(struct world *world)
{
    world->known.standing_count = choose(world, 4);
    for (size_t i = 0; i < world->known.standing_count; i++)
        world->standings[i] = (struct carry_standing){.id = 100 + (int64_t)i,
            .title = "Permanent",
            .kind = "information",
            .at_end = choose(world, 2) == 0};
}

static void make_items(struct world *world)
{
    static const char *const states[] = {
        "a-traiter", "en-cours", "traite", "reporte", "retire", "en-attente"};
    world->known.item_count = choose(world, MOST);
    for (size_t i = 0; i < world->known.item_count; i++)
        world->items[i] = (struct carry_item){.id = 200 + (int64_t)i,
            .parent =
                i > 0 && choose(world, 4) == 0 ? 200 + (int64_t)choose(world, (unsigned)i) : 0,
            .title = "Point",
            .kind = "avis",
            .state = states[choose(world, 6)],
            .pinned = choose(world, 4) == 0,
            .standing = choose(world, 4) == 0 ? 100 + (int64_t)choose(world, 5) : 0,
            .answers = choose(world, 3) == 0 ? 300 + (int64_t)choose(world, MOST) : 0,
            .approves = choose(world, 8) == 0 ? 50 : 0,
            .meeting_state = "close",
            .meeting_date = past};
}

static void make_records(struct world *world)
{
    world->known.record_count = choose(world, MOST);
    for (size_t i = 0; i < world->known.record_count; i++)
        world->records[i] = (struct carry_record){
            .kind = (enum carry_kind)(CARRY_PROPOSITION + (int)choose(world, 5)),
            .id = 300 + (int64_t)i,
            .text = "Dit",
            .reference = "T-2026-001",
            .committee = "COTECH",
            .meeting_date = past,
            .date = choose(world, 3) == 0 ? day : past,
            .settled = choose(world, 4) == 0};
}

static void make_world(struct world *world)
{
    world->known = (struct carry_known){.date = day,
        .standings = world->standings,
        .items = world->items,
        .records = world->records,
        .omitted = world->omitted};
    make_standings(world);
    make_items(world);
    make_records(world);
    world->known.minutes_of = choose(world, 2) == 0 ? 50 : 0;
    world->known.minutes_date = past;
    world->known.omitted_count = choose(world, 3);
    for (size_t i = 0; i < world->known.omitted_count; i++)
        world->omitted[i] = (int64_t)(1 + choose(world, 3)) * 100 + (int64_t)choose(world, MOST);
}

static bool is_omitted(const struct world *world, int64_t source)
{
    for (size_t i = 0; i < world->known.omitted_count; i++)
        if (world->omitted[i] == source)
            return true;
    return false;
}

// How many proposals come of a standing item, an item, a record.
struct tally {
    int standing, continues, answers;
};

static struct tally count(
    const struct carry_over *carried, int64_t standing, int64_t continues, int64_t answers)
{
    struct tally tally = {0};
    for (size_t i = 0; i < carried->count; i++) {
        const struct carry_proposal *proposal = &carried->proposals[i];
        tally.standing += standing != 0 && proposal->standing == standing;
        tally.continues += continues != 0 && proposal->continues == continues;
        tally.answers += answers != 0 && proposal->answers == answers;
    }
    return tally;
}

static bool returns(const struct carry_item *item)
{
    if (strcmp(item->state, "retire") == 0)
        return false;
    return strcmp(item->state, "traite") != 0 || item->pinned;
}

static void check_standings(const struct world *world, const struct carry_over *carried)
{
    for (size_t i = 0; i < world->known.standing_count; i++) {
        int64_t id = world->standings[i].id;
        assert_int_equal(count(carried, id, 0, 0).standing, is_omitted(world, id) ? 0 : 1);
    }
}

static bool is_active(const struct world *world, int64_t standing)
{
    return standing != 0 && standing < 100 + (int64_t)world->known.standing_count;
}

static void check_items(const struct world *world, const struct carry_over *carried)
{
    for (size_t i = 0; i < world->known.item_count; i++) {
        const struct carry_item *item = &world->items[i];
        int64_t source =
            carry_source(item->standing, item->approves, item->id, item->answers, NULL);
        int found = count(carried, 0, item->id, 0).continues;
        if (is_active(world, item->standing))
            assert_true(found <= 1);
        else
            assert_int_equal(found, returns(item) && !is_omitted(world, source) ? 1 : 0);
    }
}

// Once, by itself or by an item that takes it up; where tasks are gathered, by all of them.
static void check_records(const struct world *world, const struct carry_over *carried)
{
    bool gathered[CARRY_TASK + 1] = {false};
    for (size_t i = 0; i < carried->count; i++)
        if (carried->proposals[i].gathers != NULL)
            gathered[carried->proposals[i].kind] = true;
    for (size_t i = 0; i < world->known.record_count; i++) {
        const struct carry_record *record = &world->records[i];
        int direct = 0;
        bool due =
            !record->settled && (record->kind != CARRY_TASK || date_compare(record->date, day) < 0);
        bool brought = false;
        for (size_t k = 0; k < carried->count; k++)
            direct += carried->proposals[k].answers == record->id &&
                      carried->proposals[k].continues == 0 && carried->proposals[k].standing == 0;
        for (size_t k = 0; k < world->known.item_count; k++)
            brought =
                brought || (world->items[k].answers == record->id && returns(&world->items[k]));
        assert_true(direct <= 1);
        if (brought || !due)
            assert_int_equal(direct, 0);
        else if (!gathered[record->kind] && !is_omitted(world, record->id))
            assert_int_equal(direct, 1);
    }
}

static void check_minutes(const struct world *world, const struct carry_over *carried)
{
    int approvals = 0;
    for (size_t i = 0; i < carried->count; i++)
        approvals += carried->proposals[i].kind == CARRY_APPROVAL;
    assert_true(approvals <= (world->known.minutes_of != 0));
    for (size_t i = 0; i < carried->count; i++) {
        assert_true(carried->proposals[i].parent <= i);
        assert_true(strlen(carried->proposals[i].reason) > 0);
    }
}

static void nothing_is_lost_and_nothing_doubled(void **state)
{
    (void)state;
    struct world world = {.random = 20260312};
    size_t most = 0;
    for (int i = 0; i < WORLDS; i++) {
        make_world(&world);
        struct carry_over carried = proposed(&world.known);
        check_standings(&world, &carried);
        check_items(&world, &carried);
        check_records(&world, &carried);
        check_minutes(&world, &carried);
        most = carried.count > most ? carried.count : most;
        arena_clear(&arena);
    }
    assert_true(most > MOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_reason_is_said_in_words, clear_arena),
        cmocka_unit_test_teardown(records_say_where_they_come_from, clear_arena),
        cmocka_unit_test_teardown(sub_items_follow_their_item, clear_arena),
        cmocka_unit_test_teardown(nothing_is_lost_and_nothing_doubled, clear_arena),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
