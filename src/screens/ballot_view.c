// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_view.h"

#include "rules/ballot_check.h"
#include "store/ballot_moment.h"

struct ballot_view *ballot_view_of(struct screen *screen)
{
    return (struct ballot_view *)screen;
}

const struct ballot_view *ballot_view_read(const struct screen *screen)
{
    return (const struct ballot_view *)(const void *)screen;
}

int64_t ballot_subject(const struct ballot_view *view)
{
    return view->decision != 0 ? view->decision : view->item;
}

const struct attendee *ballot_voter(const struct ballot_view *view)
{
    return view->list.cursor < view->voter_count ? view->voters[view->list.cursor] : NULL;
}

const struct held_ballot *ballot_held(const struct ballot_view *view)
{
    return ballot_on(&view->ballots, view->decision);
}

const struct record *ballot_decision(const struct ballot_view *view)
{
    for (size_t i = 0; i < view->records.count; i++)
        if (view->records.records[i].id == view->decision && view->decision != 0)
            return &view->records.records[i];
    return NULL;
}

size_t ballot_vote_count(const struct ballot_view *view)
{
    return view->votes.length / sizeof(struct named_vote);
}

// A buffer comes from realloc: it is aligned for any object.
const struct named_vote *ballot_votes(const struct ballot_view *view)
{
    return (const struct named_vote *)(const void *)view->votes.bytes;
}

void ballot_set_vote(struct ballot_view *view, int64_t attendee, enum ballot_choice choice)
{
    const struct named_vote vote = {attendee, choice};
    const struct named_vote *votes = ballot_votes(view);
    size_t place = 0;
    while (place < ballot_vote_count(view) && votes[place].seat != attendee)
        place++;
    size_t there = place < ballot_vote_count(view) ? sizeof vote : 0;
    buffer_splice(&view->votes, place * sizeof vote, there, (const char *)&vote, sizeof vote);
}

enum ballot_choice ballot_otherwise(const struct ballot_view *view)
{
    return view->shares_voters ? BALLOT_NO_VOTE : BALLOT_FOR;
}

struct said_ballot ballot_said_by_name(const struct ballot_view *view)
{
    return (struct said_ballot){
        .mode = BALLOT_BY_NAME,
        .votes = ballot_votes(view),
        .vote_count = ballot_vote_count(view),
        .otherwise = ballot_otherwise(view),
        .shares_voters = view->shares_voters,
    };
}

static enum casting_vote casting_by_name(const struct said_ballot *said, const struct seat *chair)
{
    enum ballot_choice choice =
        ballot_choice_of(said->votes, said->vote_count, chair->id, said->otherwise);
    return choice == BALLOT_FOR       ? CASTING_VOTE_FOR
           : choice == BALLOT_AGAINST ? CASTING_VOTE_AGAINST
                                      : CASTING_VOTE_NONE;
}

enum status ballot_preview(const struct ballot_view *view, const struct said_ballot *said,
    struct ballot *ballot, struct problem *problem)
{
    struct ballot_moment moment = ballot_moment_of(&view->sheet, &view->state);
    const struct ballot_line line = {said->form, said->counts};
    const struct held_ballot *held = ballot_held(view);
    const struct seat *chair = ballot_chair(&view->sheet, &view->state);
    bool by_name = said->form == BALLOT_FORM_COUNTS && said->mode == BALLOT_BY_NAME;
    enum status status = STATUS_DONE;
    *ballot = ballot_of_line(&line, moment.majority, moment.voters);
    ballot->mode = said->mode;
    ballot->casting = said->casting;
    if (by_name)
        status = ballot_count_names(&view->state.attendance, view->state.standings, said->votes,
            said->vote_count, said->otherwise, &ballot->counts, problem);
    if (by_name && chair != NULL)
        ballot->casting = casting_by_name(said, chair);
    int shared =
        said->shares_voters ? ballots_shared(&view->ballots, held == NULL ? 0 : held->id) : 0;
    return status == STATUS_DONE ? ballot_check(ballot, moment.present, shared, problem) : status;
}
