// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/workflow.h"

// A second writing of the tables: per state, where it may go, and what one key proposes.
struct expected_state {
    const char *code;
    const char *targets; // parted by blanks
    const char *next;
};

struct expected_workflow {
    const struct workflow *workflow;
    const char *subject; // as it begins a sentence
    struct expected_state states[10];
};

static const struct expected_workflow expected[] = {
    {&meeting_workflow, "La séance",
        {{"preparee", "ouverte annulee reportee", "ouverte"},
            {"ouverte", "suspendue levee", "levee"}, {"suspendue", "ouverte levee", "ouverte"},
            {"levee", "ouverte close", "close"}, {"close", "", NULL}, {"approuvee", "", NULL},
            {"annulee", "preparee", NULL}, {"reportee", "preparee annulee", "preparee"}}},
    {&item_workflow, "Le point",
        {{"a-traiter", "en-cours traite reporte retire en-attente", "en-cours"},
            {"en-cours", "a-traiter traite reporte retire en-attente", "traite"},
            {"traite", "a-traiter en-cours reporte retire en-attente", NULL},
            {"reporte", "a-traiter en-cours retire", NULL},
            {"retire", "a-traiter en-cours reporte", NULL},
            {"en-attente", "a-traiter en-cours traite reporte retire", "en-cours"}}},
    {&decision_workflow, "La décision",
        {{"provisoire",
             "adoptee adoptee-avec-reserve proposition a-deliberer reportee rejetee retiree", NULL},
            {"adoptee", "executee remplacee retiree", "executee"},
            {"adoptee-avec-reserve", "executee remplacee retiree", "executee"},
            {"proposition", "remplacee retiree", "remplacee"},
            {"a-deliberer", "remplacee retiree", "remplacee"},
            {"reportee", "remplacee retiree", "remplacee"}, {"rejetee", "remplacee retiree", NULL},
            {"retiree", "", NULL}, {"remplacee", "", NULL},
            {"executee", "remplacee retiree", NULL}}},
    {&task_workflow, "La tâche",
        {{"a-faire", "en-cours faite abandonnee", "en-cours"},
            {"en-cours", "a-faire faite abandonnee", "faite"}, {"faite", "a-faire en-cours", NULL},
            {"abandonnee", "a-faire en-cours", NULL}}},
    {&action_workflow, "L'action",
        {{"a-etudier", "programmee en-cours abandonnee", "programmee"},
            {"programmee", "a-etudier en-cours suspendue abandonnee", "en-cours"},
            {"en-cours", "programmee terminee suspendue abandonnee", "terminee"},
            {"suspendue", "programmee en-cours terminee abandonnee", "en-cours"},
            {"terminee", "en-cours", NULL}, {"abandonnee", "a-etudier programmee en-cours", NULL}}},
};
enum { WORKFLOWS = sizeof expected / sizeof expected[0] };

static bool has_word(const char *words, const char *word)
{
    char all[256];
    char wanted[64];
    snprintf(all, sizeof all, " %s ", words);
    snprintf(wanted, sizeof wanted, " %s ", word);
    return strstr(all, wanted) != NULL;
}

static void expect_step(
    const struct expected_workflow *wanted, const struct expected_state *from, const char *to)
{
    const struct workflow *workflow = wanted->workflow;
    struct problem problem = {0};
    enum status status = workflow_check(workflow, from->code, to, &problem);
    if (has_word(from->targets, to)) {
        assert_int_equal(status, STATUS_DONE);
        assert_string_equal(problem.sentence, "");
        return;
    }
    assert_int_equal(status, STATUS_REFUSED);
    assert_int_equal(problem.status, STATUS_REFUSED);
    assert_memory_equal(problem.sentence, wanted->subject, strlen(wanted->subject));
    assert_non_null(strstr(problem.sentence, workflow_label(workflow, from->code)));
    assert_non_null(strstr(problem.sentence, workflow_label(workflow, to)));
    assert_int_equal(strstr(problem.sentence, "déjà") != NULL, strcmp(from->code, to) == 0);
    // It says what to do.
    const char *advice = strstr(problem.sentence, " : ");
    assert_non_null(advice);
    assert_true(strlen(advice) > strlen(" : ."));
    assert_int_equal(problem.sentence[strlen(problem.sentence) - 1], '.');
}

static void every_state_goes_where_it_may_and_nowhere_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORKFLOWS; i++) {
        const struct workflow *workflow = expected[i].workflow;
        for (size_t j = 0; j < workflow->state_count; j++)
            for (size_t k = 0; k < workflow->state_count; k++)
                expect_step(&expected[i], &expected[i].states[j], workflow->states[k].code);
    }
}

static void states_are_those_of_the_contract(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORKFLOWS; i++) {
        const struct workflow *workflow = expected[i].workflow;
        for (size_t j = 0; j < workflow->state_count; j++) {
            assert_string_equal(workflow->states[j].code, expected[i].states[j].code);
            assert_ptr_equal(
                workflow_state(workflow, workflow->states[j].code), &workflow->states[j]);
        }
        assert_true(
            workflow->state_count == 10 || expected[i].states[workflow->state_count].code == NULL);
    }
}

static void every_step_joins_two_states_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORKFLOWS; i++) {
        const struct workflow *workflow = expected[i].workflow;
        for (size_t j = 0; j < workflow->step_count; j++) {
            const struct workflow_step *step = &workflow->steps[j];
            assert_non_null(workflow_state(workflow, step->from));
            assert_non_null(workflow_state(workflow, step->to));
            for (size_t k = 0; k < j; k++)
                assert_false(strcmp(step->from, workflow->steps[k].from) == 0 &&
                             strcmp(step->to, workflow->steps[k].to) == 0);
        }
    }
}

static void one_key_steps_to_the_end(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORKFLOWS; i++) {
        const struct workflow *workflow = expected[i].workflow;
        for (size_t j = 0; j < workflow->state_count; j++) {
            const char *next = workflow_next(workflow, workflow->states[j].code);
            if (expected[i].states[j].next == NULL) {
                assert_null(next);
                continue;
            }
            assert_string_equal(next, expected[i].states[j].next);
            assert_int_equal(
                workflow_check(workflow, workflow->states[j].code, next, NULL), STATUS_DONE);
        }
        assert_null(workflow_next(workflow, "inconnu"));
    }
}

static void an_unknown_state_is_named(void **state)
{
    (void)state;
    struct problem problem = {0};
    assert_null(workflow_state(&task_workflow, "finie"));
    assert_string_equal(workflow_label(&task_workflow, "finie"), "finie");
    assert_string_equal(workflow_label(&task_workflow, "a-faire"), "à faire");
    assert_int_equal(workflow_check(&task_workflow, "a-faire", "finie", &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence,
        "L'état «finie» est inconnu pour la tâche : choisissez «a-faire» ou «en-cours» ou «faite» "
        "ou «abandonnee».");
    problem = (struct problem){0};
    assert_int_equal(workflow_check(&task_workflow, "", "faite", &problem), STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, "«»"));
}

static void expect_sentence(
    const struct workflow *workflow, const char *from, const char *to, const char *sentence)
{
    struct problem problem = {0};
    assert_int_equal(workflow_check(workflow, from, to, &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence, sentence);
}

static void a_refusal_says_why_and_what_to_do(void **state)
{
    (void)state;
    expect_sentence(&meeting_workflow, "close", "ouverte",
        "La séance est «close» et ne peut pas devenir «ouverte» : préparez la séance suivante.");
    expect_sentence(&meeting_workflow, "ouverte", "close",
        "La séance est «ouverte» et ne peut pas devenir «close» : choisissez «levée» ou "
        "«suspendue».");
    expect_sentence(&action_workflow, "terminee", "terminee",
        "L'action est déjà «terminée» : choisissez «en cours».");
    expect_sentence(&decision_workflow, "provisoire", "executee",
        "La décision est «provisoire» et ne peut pas devenir «exécutée» : la clôture de la séance "
        "lui donnera son état.");
}

// A state that is named in code is the one of its line in the table, and no other.
static void a_state_is_named_by_its_place(void **state)
{
    (void)state;
    assert_int_equal(meeting_workflow.state_count, MEETING_POSTPONED + 1);
    assert_int_equal(item_workflow.state_count, ITEM_WAITING + 1);
    assert_int_equal(decision_workflow.state_count, DECISION_EXECUTED + 1);
    assert_int_equal(task_workflow.state_count, TASK_GIVEN_UP + 1);
    assert_string_equal(meeting_state_code(MEETING_ADJOURNED), "levee");
    assert_true(item_state_is("en-attente", ITEM_WAITING));
    assert_false(item_state_is("en-cours", ITEM_WAITING));
    assert_true(decision_state_is("adoptee-avec-reserve", DECISION_ADOPTED_WITH_RESERVE));
    assert_false(decision_state_is("adoptee-avec-reserve", DECISION_ADOPTED));
    assert_true(task_state_is("abandonnee", TASK_GIVEN_UP));
}

// What is noted, and what is undecided, told apart in every state.
static void states_are_gathered(void **state)
{
    (void)state;
    for (size_t i = 0; i < meeting_workflow.state_count; i++)
        assert_int_equal(meeting_state_takes_notes(meeting_workflow.states[i].code),
            i == MEETING_OPEN || i == MEETING_SUSPENDED || i == MEETING_ADJOURNED);
    for (size_t i = 0; i < decision_workflow.state_count; i++)
        assert_int_equal(decision_state_is_undecided(decision_workflow.states[i].code),
            i == DECISION_POSTPONED || i == DECISION_REJECTED || i == DECISION_WITHDRAWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_goes_where_it_may_and_nowhere_else),
        cmocka_unit_test(states_are_those_of_the_contract),
        cmocka_unit_test(every_step_joins_two_states_once),
        cmocka_unit_test(one_key_steps_to_the_end),
        cmocka_unit_test(an_unknown_state_is_named),
        cmocka_unit_test(a_refusal_says_why_and_what_to_do),
        cmocka_unit_test(a_state_is_named_by_its_place),
        cmocka_unit_test(states_are_gathered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
