// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committee_edit.h"

#include "rules/mandate_line.h"
#include "screens/committee_lines.h"
#include "screens/committee_rule_edit.h"
#include "screens/committee_view.h"
#include "screens/date_answer.h"
#include "screens/desk.h"
#include "screens/person_edit.h"
#include "store/attendance_list.h"
#include "store/people_order.h"
#include "store/person.h"

enum committee_question { ASK_MEMBER, ASK_NEW_MANDATE, ASK_MANDATE, ASK_PERSON, ASK_END };

// Ends a gesture that changed members: the lists of the meetings to come follow.
static enum status finish_members_saying(struct desk *desk, struct gesture *gesture,
    int64_t committee, enum status status, struct problem *problem, const struct buffer *sentence)
{
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(gesture, committee, problem);
    return desk_finish_saying(desk, gesture, status, problem, sentence);
}

static enum status finish_members(struct desk *desk, struct gesture *gesture, int64_t committee,
    enum status status, struct problem *problem, const char *what, const char *name)
{
    struct buffer sentence = {0};
    buffer_append_format(&sentence, "%s : %s", what, name);
    status = finish_members_saying(desk, gesture, committee, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

static const struct member *mandate_to_change(const struct committee_view *view, struct desk *desk)
{
    const struct member *mandate = committee_mandate(view);
    if (mandate == NULL)
        desk_say(desk, "Allez sur un membre, ou ajoutez-en un par a.");
    return mandate;
}

// A member from today on, with a vote.
static void append_usual_mandate(const struct desk *desk, struct buffer *out)
{
    const struct mandate_line line = {
        .role = "membre", .voice = "deliberative", .starts = desk_today(desk)};
    mandate_line_write(out, &line);
}

static void ask_new_mandate(struct screen *screen, struct desk *desk, int64_t person)
{
    struct buffer usual = {0};
    append_usual_mandate(desk, &usual);
    desk_ask(desk, screen, &committee_questions[ASK_NEW_MANDATE], person, 0, buffer_text(&usual));
    buffer_clear(&usual);
}

static bool sits(const struct committee_view *view, int64_t person)
{
    for (size_t i = 0; i < view->mandate_count; i++)
        if (view->mandates[i].person == person && view->mandates[i].time != MANDATE_OVER)
            return true;
    return false;
}

// The people who could come, in the order of the choices behind «Nouvelle personne».
static enum status list_candidates(const struct committee_view *view, struct desk *desk,
    struct arena *arena, struct person **people, size_t *count, struct problem *problem)
{
    size_t all = 0;
    enum status status = person_list(desk->store, arena, people, &all, problem);
    *count = 0;
    for (size_t i = 0; status == STATUS_DONE && i < all; i++)
        if (!sits(view, (*people)[i].id))
            (*people)[(*count)++] = (*people)[i];
    return status;
}

static void accept_member(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct person *people = NULL;
    size_t count = 0;
    struct problem problem = {0};
    size_t chosen = picker_focused(picker);
    if (chosen == 0)
        desk_ask(desk, screen, &committee_questions[ASK_MEMBER], 0, 0, "");
    else if (list_candidates(committee_view_of(screen), desk, &arena, &people, &count, &problem) !=
             STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen <= count)
        ask_new_mandate(screen, desk, people[chosen - 1].id);
    arena_clear(&arena);
}

static void offer_candidates(struct desk *desk, const struct committee_view *view,
    const struct person *people, size_t count, struct arena *arena)
{
    static const struct pick pick = {accept_member};
    struct buffer question = {0};
    struct picker_choice *choices = arena_array(arena, count + 1, sizeof *choices);
    if (choices == NULL) {
        desk_refuse_no_memory(desk);
        return;
    }
    choices[0] = (struct picker_choice){.reference = "", .label = "Nouvelle personne…"};
    for (size_t i = 0; i < count; i++)
        choices[i + 1] = (struct picker_choice){.reference = "",
            .label = people[i].name,
            .aside = people[i].function,
            .also = people[i].organisation_label};
    buffer_append_format(&question, "Qui siège à %s ?", view->rules.code);
    desk_pick(desk, &pick, buffer_text(&question), choices, count + 1, false);
    buffer_clear(&question);
}

void committee_pick_member(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    struct arena arena = {0};
    struct person *people = NULL;
    size_t count = 0;
    struct problem problem = {0};
    if (list_candidates(view, desk, &arena, &people, &count, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (count == 0)
        desk_ask(desk, screen, &committee_questions[ASK_MEMBER], 0, 0, "");
    else
        offer_candidates(desk, view, people, count, &arena);
    arena_clear(&arena);
}

void committee_change(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = committee_mandate(view);
    struct buffer text = {0};
    if (view->list.cursor == COMMITTEE_ROW_COUNT) {
        committee_pick_member(screen, desk, follow);
        return;
    }
    if (mandate == NULL) {
        committee_change_rule(screen, desk, follow);
        return;
    }
    const struct mandate_line line = {
        mandate->role, mandate->voice, mandate->principal, mandate->starts, mandate->ends};
    mandate_line_write(&text, &line);
    desk_ask(desk, screen, &committee_questions[ASK_MANDATE], mandate->id, mandate->id,
        buffer_text(&text));
    buffer_clear(&text);
}

void committee_ask_person(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct member *mandate = mandate_to_change(committee_view_of(screen), desk);
    struct buffer text = {0};
    if (mandate == NULL)
        return;
    const struct person_line line = {mandate->civility, mandate->name, mandate->function,
        mandate->organisation, mandate->elected};
    person_line_write(&text, &line, mandate->organisation_code);
    desk_ask(desk, screen, &committee_questions[ASK_PERSON], mandate->person, mandate->person,
        buffer_text(&text));
    buffer_clear(&text);
}

// The seats that one key gives: a role with its voice.
static const struct {
    const char *label, *role, *voice;
} seats[] = {
    {"présidence", "presidence", "deliberative"},
    {"coprésidence", "copresidence", "deliberative"},
    {"secrétariat, sans voix", "secretaire", ""},
    {"secrétariat, voix délibérative", "secretaire", "deliberative"},
    {"membre, voix délibérative", "membre", "deliberative"},
    {"membre, voix consultative", "membre", "consultative"},
    {"invité", "invite", ""},
};
enum { SEAT_COUNT = sizeof seats / sizeof seats[0] };

static void accept_role(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = committee_mandate(view);
    size_t chosen = picker_focused(picker);
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (mandate == NULL || chosen >= SEAT_COUNT)
        return;
    const struct mandate_facts facts = {.role = seats[chosen].role,
        .voice = seats[chosen].voice,
        .substitute_for = mandate->substitute_for,
        .starts = mandate->starts,
        .ends = mandate->ends};
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = mandate_set(gesture, mandate->id, &facts, &problem);
    status = finish_members(
        desk, gesture, view->rules.id, status, &problem, mandate->name, seats[chosen].label);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

void committee_pick_role(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_role};
    const struct member *mandate = mandate_to_change(committee_view_of(screen), desk);
    struct picker_choice choices[SEAT_COUNT] = {0};
    struct buffer question = {0};
    if (mandate == NULL)
        return;
    for (size_t i = 0; i < SEAT_COUNT; i++)
        choices[i] = (struct picker_choice){.reference = "", .label = seats[i].label};
    buffer_append_format(&question, "Rôle : %s", mandate->name);
    desk_pick(desk, &pick, buffer_text(&question), choices, SEAT_COUNT, false);
    buffer_clear(&question);
}

void committee_ask_end(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct member *mandate = mandate_to_change(committee_view_of(screen), desk);
    struct buffer day = {0};
    if (mandate == NULL)
        return;
    date_short(&day, mandate->ends.precision == DATE_NONE ? desk_today(desk) : mandate->ends);
    desk_propose(
        desk, screen, &committee_questions[ASK_END], mandate->id, mandate->id, buffer_text(&day));
    buffer_clear(&day);
}

void committee_drop_mandate(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = mandate_to_change(view, desk);
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (mandate == NULL)
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = mandate_remove(gesture, mandate->id, &problem);
    status = finish_members(
        desk, gesture, view->rules.id, status, &problem, "membre ôté", mandate->name);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static void move(struct screen *screen, struct desk *desk, int step)
{
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = mandate_to_change(view, desk);
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (mandate == NULL)
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = mandate_move(gesture, mandate->id, step, &problem);
    status = finish_members(desk, gesture, view->rules.id, status, &problem,
        step < 0 ? "placé plus haut" : "placé plus bas", mandate->name);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

void committee_move_up(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move(screen, desk, -1);
}

void committee_move_down(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move(screen, desk, 1);
}

static void describe_member(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    buffer_append_format(out, "Nouveau membre de %s : nom, fonction, organisme",
        committee_view_of(screen)->rules.code);
}

static enum status append_person(
    const struct desk *desk, int64_t id, struct buffer *out, struct problem *problem)
{
    struct arena arena = {0};
    struct person person;
    enum status status = person_load(desk->store, id, &arena, &person, problem);
    if (status == STATUS_DONE)
        buffer_append(out, person.name);
    arena_clear(&arena);
    return status;
}

static void describe_new_mandate(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    buffer_append_format(out, "Mandat à %s · ", committee_view_of(screen)->rules.code);
    append_person(desk, subject, out, NULL);
}

static void describe_mandate(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct member *mandate = committee_find_mandate(committee_view_of(screen), subject);
    buffer_append(out, "Mandat : rôle, voix, durée");
    if (mandate != NULL)
        buffer_append_format(out, " · %s", mandate->name);
}

static void describe_person(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Nom, fonction, organisme, élu · ");
    append_person(desk, subject, out, NULL);
}

static void describe_end(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct member *mandate = committee_find_mandate(committee_view_of(screen), subject);
    buffer_append(out, "Dernier jour du mandat");
    if (mandate != NULL)
        buffer_append_format(out, " · %s", mandate->name);
}

static const struct date_wording end_wording = {
    .wanted = DATE_ANSWER_LAST_DAY,
    .hint = "Un jour : 31/12/2026, fin juin…",
    .example = "31/12/2026",
};

static void understand_end(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &end_wording, text, out);
}

// The two halves of a line that may say the seat behind the person.
struct member_line {
    const char *person, *mandate; // `mandate` is empty where the line says none
};

static enum status split_member(
    const char *text, struct arena *arena, struct member_line *line, struct problem *problem)
{
    size_t end = person_line_end(text);
    line->person = arena_format(arena, "%.*s", (int)end, text);
    line->mandate = text + end + (text[end] == ',');
    return line->person == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static void understand_member(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    struct arena arena = {0};
    struct member_line line = {0};
    if (split_member(text, &arena, &line, NULL) == STATUS_DONE) {
        committee_understand_new_person(screen, desk, line.person, out);
        if (line.mandate[0] != '\0') {
            buffer_append(out, " · ");
            committee_understand_mandate(screen, desk, line.mandate, out);
        }
    }
    arena_clear(&arena);
}

static enum status add_member(struct gesture *gesture, const struct committee_view *view,
    struct desk *desk, const struct person_line *line, const struct mandate_facts *seat,
    int64_t person, int64_t row, struct problem *problem)
{
    const struct person_facts facts = {
        line->civility, line->name, line->function, line->organisation, line->elected};
    const struct mandate_facts mandate = {
        .person = person != 0 ? person : store_new_id(desk->store),
        .committee = view->rules.id,
        .role = seat->role,
        .voice = seat->voice,
        .substitute_for = seat->substitute_for,
        .starts = seat->starts.precision == DATE_NONE ? desk_today(desk) : seat->starts,
        .ends = seat->ends};
    enum status status =
        person != 0 ? STATUS_DONE : person_add(gesture, mandate.person, &facts, problem);
    return status == STATUS_DONE ? mandate_add(gesture, row, &mandate, problem) : status;
}

static enum status accept_new_member(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)subject;
    const struct committee_view *view = committee_view_of(screen);
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct member_line halves = {0};
    struct person_line line = {0};
    struct mandate_facts seat = {0};
    int64_t person = 0;
    enum status status = split_member(text, &arena, &halves, problem);
    if (status == STATUS_DONE)
        status = committee_read_person(desk, halves.person, &arena, &line, problem);
    if (status == STATUS_DONE)
        status = committee_read_mandate(view, halves.mandate, 0, &arena, &seat, problem);
    if (status == STATUS_DONE)
        status = committee_find_person(desk, &line, &arena, &person, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = add_member(gesture, view, desk, &line, &seat, person, row, problem);
    status =
        finish_members(desk, gesture, view->rules.id, status, problem, "membre ajouté", line.name);
    arena_clear(&arena);
    return status;
}

static enum status accept_new_mandate(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    const struct committee_view *view = committee_view_of(screen);
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct mandate_facts facts;
    struct buffer sentence = {0};
    enum status status = committee_read_mandate(view, text, 0, &arena, &facts, problem);
    facts.person = subject;
    buffer_append(&sentence, "membre ajouté : ");
    if (status == STATUS_DONE)
        status = append_person(desk, subject, &sentence, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = mandate_add(gesture, row, &facts, problem);
    status = finish_members_saying(desk, gesture, view->rules.id, status, problem, &sentence);
    buffer_clear(&sentence);
    arena_clear(&arena);
    return status;
}

static enum status accept_mandate(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = committee_find_mandate(view, subject);
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct mandate_facts facts;
    enum status status = committee_read_mandate(view, text, subject, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = mandate_set(gesture, subject, &facts, problem);
    status = finish_members(desk, gesture, view->rules.id, status, problem,
        mandate == NULL ? "mandat changé" : mandate->name, text);
    arena_clear(&arena);
    return status;
}

static enum status accept_person(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return person_edit_keep(desk, subject, false, text, problem);
}

static enum status accept_end(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = committee_find_mandate(view, subject);
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct date day = {0};
    enum status status = date_answer_read(desk, &end_wording, text, &day, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = mandate_end(gesture, subject, day, problem);
    buffer_append(&sentence, "fin de mandat le ");
    date_short(&sentence, day);
    buffer_append_format(&sentence, " : %s", mandate == NULL ? "" : mandate->name);
    status = finish_members_saying(desk, gesture, view->rules.id, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

const struct question committee_questions[] = {
    [ASK_MEMBER] = {.purpose = "membre",
        .describe = describe_member,
        .understand = understand_member,
        .accept = accept_new_member},
    [ASK_NEW_MANDATE] = {.purpose = "nouveau-mandat",
        .describe = describe_new_mandate,
        .understand = committee_understand_mandate,
        .accept = accept_new_mandate},
    [ASK_MANDATE] = {.purpose = "mandat",
        .correction = true,
        .describe = describe_mandate,
        .understand = committee_understand_mandate,
        .accept = accept_mandate},
    [ASK_PERSON] = {.purpose = "personne",
        .correction = true,
        .describe = describe_person,
        .understand = committee_understand_person,
        .accept = accept_person},
    [ASK_END] = {.purpose = "fin-de-mandat",
        .correction = true,
        .describe = describe_end,
        .understand = understand_end,
        .accept = accept_end},
};
