// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of a meeting × everything that can be done to it: done, or refused with a sentence
// and without a trace. Case 73: states go by their links, and nowhere else.
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/approval.h"
#include "store/confidential.h"
#include "store/item_add.h"
#include "store/meeting_dispatch.h"
#include "store/meeting_pause.h"
#include "store/meeting_reopening.h"
#include "store/rectification.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

struct subject {
    struct temporary_store *temporary;
    int64_t meeting, item;
};

typedef enum status doing(
    const struct subject *subject, struct gesture *gesture, struct problem *problem);

#define DOING(NAME, CALL)                                                                          \
    static enum status NAME(                                                                       \
        const struct subject *subject, struct gesture *gesture, struct problem *problem)           \
    {                                                                                              \
        return CALL;                                                                               \
    }

static int64_t new_id(const struct subject *subject)
{
    return store_new_id(subject->temporary->store);
}

static enum status note(
    const struct subject *subject, struct gesture *gesture, struct problem *problem)
{
    struct entry fact = {.kind = RECORD_DECISION, .text = "Dit"};
    return record_add(gesture, new_id(subject), subject->item, &fact, problem);
}

DOING(open_it, meeting_open(gesture, subject->meeting, problem))
DOING(suspend, meeting_suspend(gesture, subject->meeting, problem))
DOING(adjourn, meeting_adjourn(gesture, subject->meeting, problem))
DOING(adjourn_for_quorum, meeting_adjourn_without_quorum(gesture, subject->meeting, problem))
DOING(close_it, meeting_close(gesture, subject->meeting, problem))
DOING(reopen, meeting_reopen(gesture, subject->meeting, "Motif", problem))
DOING(cancel, meeting_cancel(gesture, subject->meeting, problem))
DOING(postpone, meeting_postpone(gesture, subject->meeting, problem))
DOING(prepare_again, meeting_prepare_again(gesture, subject->meeting, problem))
DOING(move, meeting_set_date(gesture, subject->meeting, date_of_day(2026, 3, 19), problem))
DOING(set_place, meeting_set_place(gesture, subject->meeting, "Salle 2", problem))
DOING(add_item, item_add(gesture, new_id(subject), subject->meeting, 0, 0, "Autre", problem))
DOING(retitle, item_set_title(gesture, subject->item, "Autre titre", problem))
DOING(mark, item_set_confidential(gesture, subject->item, true, problem))
DOING(postpone_items, meeting_postpone_untreated(gesture, subject->meeting, problem))
DOING(send,
    dispatch_add(gesture, new_id(subject), subject->meeting, (struct date){0}, "Tous", problem))
DOING(approve, approval_add(gesture, subject->meeting, 0, "", problem))
DOING(rectify,
    rectification_add(gesture, new_id(subject), subject->meeting, 0, "Texte", "Motif", problem))

// Where each may be done, and the state that it leads to (empty: the same).
static const struct {
    const char *name;
    doing *doing;
    const char *states, *leads_to;
} doings[] = {
    {"open", open_it, "preparee suspendue levee", "ouverte"},
    {"suspend", suspend, "ouverte", "suspendue"},
    {"adjourn", adjourn, "ouverte suspendue", "levee"},
    {"adjourn for quorum", adjourn_for_quorum, "ouverte suspendue", "levee"},
    {"close", close_it, "levee", "close"},
    {"reopen", reopen, "close", "levee"},
    {"cancel", cancel, "preparee reportee", "annulee"},
    {"postpone", postpone, "preparee", "reportee"},
    {"prepare again", prepare_again, "annulee reportee", "preparee"},
    {"move", move, "preparee ouverte suspendue levee annulee reportee", ""},
    {"set place", set_place, "preparee ouverte suspendue levee annulee reportee", ""},
    {"add item", add_item, "preparee ouverte suspendue levee annulee reportee", ""},
    {"retitle", retitle, "preparee ouverte suspendue levee annulee reportee", ""},
    {"mark", mark, "preparee ouverte suspendue levee annulee reportee", ""},
    {"postpone items", postpone_items, "preparee ouverte suspendue levee annulee reportee", ""},
    {"note", note, "ouverte suspendue levee", ""},
    {"send", send, "preparee close", ""},
    {"approve", approve, "close", ""},
    {"rectify", rectify, "close", ""},
};

// What brings a prepared meeting to the state.
static const struct {
    const char *state;
    doing *path[4];
} states[] = {
    {"preparee", {NULL}},
    {"ouverte", {open_it}},
    {"suspendue", {open_it, suspend}},
    {"levee", {open_it, adjourn}},
    {"close", {open_it, adjourn, close_it}},
    {"annulee", {cancel}},
    {"reportee", {postpone}},
};

static bool has_word(const char *words, const char *word)
{
    char all[96];
    char wanted[32];
    snprintf(all, sizeof all, " %s ", words);
    snprintf(wanted, sizeof wanted, " %s ", word);
    return strstr(all, wanted) != NULL;
}

static void is_in(const struct subject *subject, const char *state)
{
    assert_string_equal(meeting_of(subject->temporary, subject->meeting).state, state);
}

static void take(const struct subject *subject, doing *step)
{
    struct gesture *gesture = gesture_must_begin(subject->temporary->store);
    assert_int_equal(step(subject, gesture, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "essai");
}

static void begin(struct subject *subject, const char *code)
{
    struct gesture *gesture = gesture_must_begin(subject->temporary->store);
    int64_t committee = new_id(subject);
    subject->meeting = new_id(subject);
    subject->item = new_id(subject);
    assert_int_equal(committee_add(gesture, committee, code, "Groupe", NULL), STATUS_DONE);
    assert_int_equal(meeting_add(gesture, subject->meeting, committee, day, NULL), STATUS_DONE);
    assert_int_equal(
        item_add(gesture, subject->item, subject->meeting, 0, 0, "Point", NULL), STATUS_DONE);
    gesture_must_commit(gesture, "essai");
}

// In a committee of its own, as only one meeting of a committee is held at a time.
static struct subject meeting_in(struct temporary_store *temporary, size_t state)
{
    static int committees;
    char code[16];
    struct subject subject = {.temporary = temporary};
    snprintf(code, sizeof code, "GT-%d", ++committees);
    begin(&subject, code);
    for (size_t i = 0; states[state].path[i] != NULL; i++)
        take(&subject, states[state].path[i]);
    is_in(&subject, states[state].state);
    return subject;
}

static void try_in(struct temporary_store *temporary, size_t state, size_t which)
{
    struct subject subject = meeting_in(temporary, state);
    if (has_word(doings[which].states, states[state].state)) {
        MUST_CHANGE(temporary, doings[which].doing(&subject, gesture, &problem));
        is_in(&subject,
            doings[which].leads_to[0] == '\0' ? states[state].state : doings[which].leads_to);
    } else {
        // The sentence says what to do: there is something behind its colon.
        MUST_REFUSE(temporary, " : ", doings[which].doing(&subject, gesture, &problem));
        is_in(&subject, states[state].state);
    }
}

static void case_73_every_state_by_every_event(void **state)
{
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
        for (size_t j = 0; j < sizeof doings / sizeof doings[0]; j++)
            try_in(*state, i, j);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            case_73_every_state_by_every_event, temporary_store_setup, temporary_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
