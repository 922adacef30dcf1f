// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/committee_rule.h"

static void is_said(enum committee_rule rule, const char *code, const char *words)
{
    struct buffer out = {0};
    committee_rule_words(&out, rule, code);
    assert_string_equal(buffer_text(&out), words);
    buffer_clear(&out);
}

static void rules_are_said_in_words(void **state)
{
    (void)state;
    is_said(COMMITTEE_QUORUM, "aucun", "aucun");
    is_said(COMMITTEE_QUORUM, "8", "8 présents");
    is_said(COMMITTEE_QUORUM, "1", "1 présent");
    is_said(COMMITTEE_MAJORITY, "deux-tiers", "majorité des deux tiers des suffrages exprimés");
    is_said(COMMITTEE_CASTING_VOTE, "1", "oui, quand une seule personne préside");
    is_said(COMMITTEE_PROXIES, "0", "aucun pouvoir");
    is_said(COMMITTEE_PROXIES, "3", "3 pouvoirs au plus par personne");
    is_said(COMMITTEE_APPROVAL_DAYS, "", "pas d'approbation tacite");
    is_said(COMMITTEE_APPROVAL_DAYS, "15", "tacite, 15 jours après l'envoi");
    is_said(COMMITTEE_CALL_WORD, "invitation", "invitation");
    is_said(COMMITTEE_QUORUM, "autre chose", "autre chose présents");
}

// Every choice reads back as itself, and has words of its own.
static void every_choice_is_read(void **state)
{
    (void)state;
    for (int rule = 0; rule < COMMITTEE_RULE_COUNT; rule++) {
        const struct committee_rule_facts *facts = committee_rule_facts((enum committee_rule)rule);
        assert_true(strlen(facts->label) > 0);
        for (size_t i = 0; i < facts->choice_count; i++) {
            struct buffer code = {0};
            assert_int_equal(
                committee_rule_read((enum committee_rule)rule, facts->choices[i].code, &code, NULL),
                STATUS_DONE);
            assert_string_equal(buffer_text(&code), facts->choices[i].code);
            assert_true(strlen(facts->choices[i].words) > 0);
            buffer_clear(&code);
        }
    }
}

static void is_read(enum committee_rule rule, const char *text, const char *expected)
{
    struct buffer code = {0};
    struct problem problem = {0};
    enum status status = committee_rule_read(rule, text, &code, &problem);
    if (expected == NULL) {
        assert_int_equal(status, STATUS_REFUSED);
        assert_non_null(strstr(problem.sentence, "ne peut pas être"));
        assert_int_equal(code.length, 0);
    } else {
        assert_int_equal(status, STATUS_DONE);
        assert_string_equal(buffer_text(&code), expected);
    }
    buffer_clear(&code);
}

static void numbers_are_read_in_their_bounds(void **state)
{
    (void)state;
    is_read(COMMITTEE_QUORUM, " 8 ", "8");
    is_read(COMMITTEE_QUORUM, "08", "8");
    is_read(COMMITTEE_QUORUM, "9999", "9999");
    is_read(COMMITTEE_QUORUM, "0", NULL);
    is_read(COMMITTEE_QUORUM, "10000", NULL);
    is_read(COMMITTEE_QUORUM, "-3", NULL);
    is_read(COMMITTEE_QUORUM, "99999999999999999999", NULL);
    is_read(COMMITTEE_QUORUM, "8 ou 9", NULL);
    is_read(COMMITTEE_QUORUM, "", NULL);
    is_read(COMMITTEE_PROXIES, "2", "2");
    is_read(COMMITTEE_PROXIES, "100", NULL);
    is_read(COMMITTEE_APPROVAL_DAYS, "", "");
    is_read(COMMITTEE_APPROVAL_DAYS, "  ", "");
    is_read(COMMITTEE_APPROVAL_DAYS, "15", "15");
    is_read(COMMITTEE_APPROVAL_DAYS, "367", NULL);
    is_read(COMMITTEE_MAJORITY, "1", NULL);
    is_read(COMMITTEE_CASTING_VOTE, "2", NULL);
}

static void what_it_decides_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *authority, *next, *words;
    } cases[] = {
        {"decide", NULL, "décide"},
        {"propose", "COPIL", "propose à COPIL"},
        {"propose", NULL, "propose"},
        {"delibere", NULL, "délibère, sous les numéros de la collectivité"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        committee_authority_words(&out, cases[i].authority, cases[i].next);
        assert_string_equal(buffer_text(&out), cases[i].words);
        buffer_clear(&out);
    }
}

static void a_call_is_an_invitation_or_not(void **state)
{
    (void)state;
    assert_true(committee_invites("invitation"));
    assert_false(committee_invites("convocation"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_said_in_words),
        cmocka_unit_test(every_choice_is_read),
        cmocka_unit_test(numbers_are_read_in_their_bounds),
        cmocka_unit_test(what_it_decides_is_said),
        cmocka_unit_test(a_call_is_an_invitation_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
