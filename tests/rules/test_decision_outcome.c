// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/decision_outcome.h"
#include "rules/workflow.h"

static const struct decision_power copil = {"decide", NULL};
static const struct decision_power cotech = {"propose", "decide"};
static const struct decision_power to_council = {"propose", "delibere"};
static const struct decision_power council = {"delibere", NULL};

static const struct decision_power *const powers[] = {&copil, &cotech, &to_council, &council};

static const char *first(const struct decision_power *power)
{
    const char *outcomes[DECISION_OUTCOMES];
    return decision_outcomes(power, outcomes) > 0 ? outcomes[0] : NULL;
}

static void an_agreement_comes_first(void **state)
{
    (void)state;
    assert_string_equal(first(&copil), "adoptee");
    assert_string_equal(first(&cotech), "proposition");
    assert_string_equal(first(&to_council), "a-deliberer");
    assert_string_equal(first(&council), "adoptee");
}

static bool is_offered(const struct decision_power *power, const char *outcome)
{
    const char *outcomes[DECISION_OUTCOMES];
    size_t count = decision_outcomes(power, outcomes);
    for (size_t i = 0; i < count; i++)
        if (strcmp(outcomes[i], outcome) == 0)
            return true;
    return false;
}

// Every committee × every state of a decision: what is offered is taken, nothing else, and each is
// a step from «provisoire».
static void case_73_states_go_only_by_what_the_committee_can_do(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof powers / sizeof powers[0]; p++)
        for (size_t s = 0; s < decision_workflow.state_count; s++) {
            const char *code = decision_workflow.states[s].code;
            struct problem problem = {0};
            enum status status = decision_outcome_check(powers[p], code, &problem);
            assert_int_equal(status, is_offered(powers[p], code) ? STATUS_DONE : STATUS_REFUSED);
            if (status == STATUS_DONE)
                assert_int_equal(
                    workflow_check(&decision_workflow, "provisoire", code, NULL), STATUS_DONE);
            else
                assert_non_null(strstr(problem.sentence, "choisissez"));
        }
}

static void only_the_copil_and_what_proposes_to_the_council_send_there(void **state)
{
    (void)state;
    assert_true(is_offered(&copil, "a-deliberer"));
    assert_true(is_offered(&to_council, "a-deliberer"));
    assert_false(is_offered(&cotech, "a-deliberer"));
    assert_false(is_offered(&council, "a-deliberer"));
    assert_true(decision_outcome_has_reserve("adoptee-avec-reserve"));
    assert_false(decision_outcome_has_reserve("adoptee"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_comes_first),
        cmocka_unit_test(case_73_states_go_only_by_what_the_committee_can_do),
        cmocka_unit_test(only_the_copil_and_what_proposes_to_the_council_send_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
