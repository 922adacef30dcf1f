// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_commands.h"

#include "screens/attendance_phrases.h"
#include "screens/ballot_keeping.h"
#include "screens/ballot_marks.h"
#include "screens/ballot_questions.h"
#include "screens/ballot_show.h"
#include "screens/ballot_view.h"
#include "screens/desk.h"
#include "screens/meeting_view.h"
#include "store/ballot_moment.h"

void ballot_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting_view *view = meeting_view_read(screen);
    const struct record *record = view->focus == MEETING_RECORDS ? meeting_record(view) : NULL;
    bool voted_on =
        record != NULL && (record->fact.kind == RECORD_DECISION || record->ballot != NULL);
    if (view->item == 0)
        desk_say(desk, "L'ordre du jour est vide : F6 puis a y ajoute un point.");
    else if (!meeting_is_writable(view))
        desk_say(desk, "On ne vote que dans une séance ouverte.");
    else
        follow_go_to_row(
            follow, PLACE_BALLOT, view->meeting.id, voted_on ? record->id : view->item);
}

static void keep_and_leave(
    struct screen *screen, struct desk *desk, struct follow *follow, const struct said_ballot *said)
{
    struct problem problem = {0};
    if (ballot_keep_said(ballot_view_of(screen), desk, said, &problem) == STATUS_DONE)
        follow->kind = FOLLOW_BACK;
    else
        desk_refuse(desk, &problem);
}

void ballot_consensus(struct screen *screen, struct desk *desk, struct follow *follow)
{
    keep_and_leave(screen, desk, follow, &(struct said_ballot){.form = BALLOT_FORM_CONSENSUS});
}

void ballot_unanimity(struct screen *screen, struct desk *desk, struct follow *follow)
{
    keep_and_leave(screen, desk, follow, &(struct said_ballot){.form = BALLOT_FORM_UNANIMITY});
}

void ballot_ask_counts(struct screen *screen, struct desk *desk, const char *typed)
{
    desk_ask(desk, screen, &ballot_questions[BALLOT_ASK_COUNTS],
        ballot_subject(ballot_view_of(screen)), 0, typed);
}

void ballot_keep(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct ballot_view *view = ballot_view_of(screen);
    const struct said_ballot said = ballot_said_by_name(view);
    if (ballot_vote_count(view) > 0)
        keep_and_leave(screen, desk, follow, &said);
    else
        ballot_ask_counts(screen, desk, "");
}

void ballot_ask_secret(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &ballot_questions[BALLOT_ASK_SECRET],
        ballot_subject(ballot_view_of(screen)), 0, "");
}

// What was kept by name is where one goes on from.
static void take_up_votes(struct ballot_view *view)
{
    const struct held_ballot *held = ballot_held(view);
    if (ballot_vote_count(view) > 0 || held == NULL || held->vote_count == 0)
        return;
    view->shares_voters = held->shares_voters;
    for (size_t i = 0; i < held->vote_count; i++)
        ballot_set_vote(view, held->votes[i].seat, held->votes[i].choice);
}

static void vote(struct screen *screen, struct desk *desk, enum ballot_choice choice)
{
    struct ballot_view *view = ballot_view_of(screen);
    const struct attendee *voter = ballot_voter(view);
    if (voter == NULL) {
        desk_say(desk, "Personne n'a de voix à ce point : F4 revient, F2 note les présences.");
        return;
    }
    take_up_votes(view);
    ballot_set_vote(view, voter->id, choice);
    ballot_marks_write(view);
    if (view->list.cursor + 1 < view->voter_count)
        view->list.cursor++;
}

void ballot_vote_for(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_FOR);
}

void ballot_vote_against(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_AGAINST);
}

void ballot_vote_abstention(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_ABSTENTION);
}

void ballot_vote_none(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_NO_VOTE);
}

// The decision before the one shown, then the item itself, then the last decision again.
static int64_t next_subject(const struct ballot_view *view)
{
    int64_t next = view->item;
    for (size_t i = 0; i < view->records.count; i++) {
        const struct record *record = &view->records.records[i];
        if (record->fact.kind != RECORD_DECISION)
            continue;
        if (record->id == view->decision)
            return next;
        next = record->id;
    }
    return next;
}

void ballot_next_subject(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    struct problem problem = {0};
    int64_t next = next_subject(view);
    if (next == ballot_subject(view))
        desk_say(desk, "Ce point n'a pas d'autre décision : le vote porte sur lui.");
    else if (ballot_vote_count(view) > 0)
        desk_say(desk, "Des voix sont marquées ici : Entrée les garde, x les efface.");
    else if (ballot_show(view, desk, next, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

// The items of the agenda but for the one shown: the `wanted`th; NULL behind the last.
static const struct item *other_item(const struct ballot_view *view, size_t wanted)
{
    for (size_t i = 0; i < view->agenda.count; i++)
        if (view->agenda.items[i].id != view->item && wanted-- == 0)
            return &view->agenda.items[i];
    return NULL;
}

static void accept_items(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    const struct item *item = NULL;
    bool all = true;
    marks_forget(&view->items);
    for (size_t i = 0; all && (item = other_item(view, i)) != NULL; i++)
        all = marks_set(&view->items, item->id, picker_takes(picker, i));
    if (!all) {
        marks_forget(&view->items);
        desk_refuse_no_memory(desk);
    }
    ballot_marks_write(view);
}

void ballot_pick_items(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_items};
    const struct ballot_view *view = ballot_view_of(screen);
    struct arena arena = {0};
    const struct item *item = NULL;
    struct picker_choice *choices = arena_array(&arena, view->agenda.count + 1, sizeof *choices);
    size_t count = 0;
    while (choices != NULL && (item = other_item(view, count)) != NULL)
        choices[count++] = (struct picker_choice){.reference = item->number, .label = item->title};
    if (count == 0)
        desk_say(desk, "L'ordre du jour n'a pas d'autre point.");
    else
        desk_pick(
            desk, &pick, "À quels autres points ce vote s'applique-t-il ?", choices, count, true);
    for (size_t i = 0; desk->pick == &pick && i < count; i++)
        if (marks_have(&view->items, other_item(view, i)->id))
            picker_mark(&desk->picker, i);
    arena_clear(&arena);
}

void ballot_next_base(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    view->base = (enum ballot_base)(((size_t)view->base + 1) % ballot_base_values.count);
    desk_say(desk, "Pourcentages : %s", value_label(&ballot_base_values, (int)view->base));
}

void ballot_next_casting(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    if (ballot_chair(&view->sheet, &view->state) == NULL)
        desk_say(desk, "Nul n'a voix prépondérante ici : les règles de l'instance la donnent à une"
                       " présidence seule, quand elle est là.");
    else
        view->casting = (enum casting_vote)(((unsigned)view->casting + 1) % 3);
    ballot_marks_write(view);
}

void ballot_share_voters(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    view->shares_voters = !view->shares_voters;
    ballot_marks_write(view);
}

void ballot_ask_sentence(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct held_ballot *held = ballot_held(ballot_view_of(screen));
    if (held == NULL)
        desk_say(desk, "Notez d'abord le vote : sa phrase se corrige ensuite.");
    else
        desk_ask(desk, screen, &ballot_questions[BALLOT_ASK_SENTENCE], held->id, held->id,
            held->sentence);
}

void ballot_leave(struct screen *screen, struct desk *desk, struct follow *follow)
{
    if (ballot_vote_count(ballot_view_of(screen)) > 0)
        desk_say(desk, "Les voix marquées ne sont pas encore notées : F4 y revient.");
    // What is marked is in no file, and the closing screen may show it.
    desk->generation++;
    follow->kind = FOLLOW_BACK;
}

void ballot_take_away(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    if (ballot_vote_count(view) > 0) {
        ballot_marks_forget(view);
        desk_say(desk, "Les voix marquées sont effacées.%s",
            held == NULL ? "" : " Le vote noté reste : x encore l'ôte.");
        return;
    }
    if (held == NULL) {
        desk_say(desk, "Aucun vote n'est noté ici.");
        return;
    }
    desk_do(desk, ballot_remove, held->id, "vote ôté");
}
