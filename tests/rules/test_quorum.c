// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "committee_sample.h"
#include "random_meeting.h"
#include "rules/quorum.h"

enum { ROUNDS = 3000 };

static const char *label_of(int64_t college, const void *context)
{
    (void)context;
    static const char *const labels[] = {
        [COLLEGE_TOWN] = "Ville", [COLLEGE_CAF] = "Caf", [COLLEGE_ASSOCIATIONS] = "Associations"};
    return labels[college];
}

static struct quorum_rule rule_of(const char *code)
{
    struct quorum_rule rule = {.number = -1};
    assert_int_equal(quorum_rule_read(code, &rule, NULL), STATUS_DONE);
    return rule;
}

static void codes_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        struct quorum_rule rule;
    } codes[] = {
        {"aucun", {QUORUM_NONE, 0}},
        {"", {QUORUM_NONE, 0}},
        {"majorite", {QUORUM_MAJORITY, 0}},
        {"Majorité", {QUORUM_MAJORITY, 0}},
        {"par-college", {QUORUM_BY_COLLEGE, 0}},
        {"par collège", {QUORUM_BY_COLLEGE, 0}},
        {"1", {QUORUM_NUMBER, 1}},
        {"008", {QUORUM_NUMBER, 8}},
        {"9999", {QUORUM_NUMBER, 9999}},
    };
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        struct quorum_rule rule = rule_of(codes[i].code);
        assert_int_equal(rule.kind, codes[i].rule.kind);
        assert_int_equal(rule.number, codes[i].rule.number);
    }
}

static void an_unknown_code_is_refused(void **state)
{
    (void)state;
    static const char *const codes[] = {
        "0", "000", "-8", "8 présents", "10000", "moitié", "99999999999999999999", "8.5"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        struct quorum_rule rule = {.kind = QUORUM_NUMBER, .number = 5};
        struct problem problem = {0};
        assert_int_equal(quorum_rule_read(codes[i], &rule, &problem), STATUS_REFUSED);
        assert_non_null(strstr(problem.sentence, codes[i]));
        assert_non_null(strstr(problem.sentence, "aucun"));
        assert_int_equal(rule.number, 5);
    }
}

static void expect_sentence(
    struct sample *sample, const char *code, bool reached, const char *sentence)
{
    struct arena arena = {0};
    struct buffer out = {0};
    struct quorum quorum;
    sample_count(sample, 1);
    assert_int_equal(
        quorum_at(rule_of(code), &sample->attendance, sample->standings + 1, &arena, &quorum, NULL),
        STATUS_DONE);
    quorum_sentence(&out, &quorum, label_of, NULL);
    assert_string_equal(buffer_text(&out), sentence);
    assert_int_equal(quorum.reached, reached);
    buffer_clear(&out);
    arena_clear(&arena);
}

static void the_sentence_says_how_many(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    expect_sentence(&sample, "aucun", true, "6 présents sur 6");
    expect_sentence(&sample, "6", true, "6 présents sur 6, quorum de 6 atteint");
    expect_sentence(&sample, "7", false, "6 présents sur 6, quorum de 7 non atteint");
    expect_sentence(&sample, "majorite", true, "6 présents sur 6, quorum de 4 atteint");
    expect_sentence(&sample, "par-college", true, "6 présents sur 6, quorum atteint");
    for (int seat = LIBRARIAN; seat <= COUNSELLOR; seat++)
        sample.seats[seat].presence = PRESENCE_ABSENT;
    sample.seats[DIRECTOR].presence = PRESENCE_ABSENT;
    expect_sentence(&sample, "majorite", false, "2 présents sur 6, quorum de 4 non atteint");
    expect_sentence(&sample, "par-college", false,
        "2 présents sur 6, quorum non atteint (Ville : 1 sur 3, il en faut 2 ; Caf : 0 sur 2, il "
        "en faut 2)");
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[TRAINER].proxy_to = ORGANISER;
    expect_sentence(&sample, "2", false, "1 présent sur 6, quorum de 2 non atteint");
}

// Half is no majority, of an even number or an odd one.
static void majority_is_more_than_half(void **state)
{
    (void)state;
    for (int seats = 0; seats <= MEETING_SEATS; seats++) {
        for (int present = 0; present <= seats; present++) {
            struct seat members[MEETING_SEATS + 1] = {0};
            struct standing standings[MEETING_SEATS + 1];
            struct quorum quorum;
            struct quorum parts;
            struct arena arena = {0};
            for (int i = 0; i < seats; i++)
                members[i] = (struct seat){.id = i + 1,
                    .voice = VOICE_VOTING,
                    .presence = i < present ? PRESENCE_VIDEO : PRESENCE_ABSENT};
            struct attendance attendance = {.seats = members, .seat_count = (size_t)seats};
            presence_at(&attendance, 1, standings);
            quorum_at(rule_of("majorite"), &attendance, standings, &arena, &quorum, NULL);
            assert_int_equal(quorum.reached, 2 * present > seats);
            quorum_at(rule_of("par-college"), &attendance, standings, &arena, &parts, NULL);
            assert_int_equal(parts.reached, quorum.reached);
            arena_clear(&arena);
        }
    }
}

static void every_college_reaches_its_own(void **state)
{
    (void)state;
    struct random random = {7};
    int reached = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing standings[MEETING_SEATS];
        struct quorum quorum;
        struct arena arena = {0};
        bool expected = true;
        int seats = 0;
        random_meeting(&random, &meeting);
        presence_at(&meeting.attendance, 1, standings);
        quorum_at(rule_of("par-college"), &meeting.attendance, standings, &arena, &quorum, NULL);
        for (int64_t college = 0; college <= MEETING_COLLEGES; college++) {
            struct presence_totals part =
                presence_total_of_college(&meeting.attendance, standings, college);
            expected = expected && (part.seats == 0 || 2 * part.present > part.seats);
            seats += part.seats;
        }
        assert_int_equal(quorum.reached, expected && seats > 0);
        reached += quorum.reached;
        arena_clear(&arena);
    }
    assert_true(reached > ROUNDS / 50);
}

// Case 67: a quorum is of one item; lost at the third, it stands at the second.
static void a_quorum_is_lost_from_an_item_on(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.item = 3}};
    struct sample sample;
    struct arena arena = {0};
    sample_open(&sample);
    sample.seats[TRAINER].moves = moves;
    sample.seats[TRAINER].move_count = 1;
    for (int item = 1; item <= 4; item++) {
        struct quorum quorum;
        sample_count(&sample, item);
        quorum_at(rule_of("6"), &sample.attendance, sample.standings + 1, &arena, &quorum, NULL);
        assert_int_equal(quorum.reached, item < 3);
        assert_int_equal(quorum.present, item < 3 ? 6 : 5);
    }
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_read),
        cmocka_unit_test(an_unknown_code_is_refused),
        cmocka_unit_test(the_sentence_says_how_many),
        cmocka_unit_test(majority_is_more_than_half),
        cmocka_unit_test(every_college_reaches_its_own),
        cmocka_unit_test(a_quorum_is_lost_from_an_item_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
