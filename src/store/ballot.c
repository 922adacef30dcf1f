// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot.h"

#include "rules/ballot_fit.h"
#include "store/ballot_rows.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

static int number_of(const struct value_set *set, const char *code)
{
    int number = 0;
    if (code != NULL)
        value_of_code(set, code, &number);
    return number;
}

static enum casting_vote casting_of(const char *code)
{
    if (code == NULL)
        return CASTING_VOTE_NONE;
    return number_of(&ballot_choice_values, code) == BALLOT_FOR ? CASTING_VOTE_FOR
                                                                : CASTING_VOTE_AGAINST;
}

static struct ballot read_numbers(struct statement *statement)
{
    return (struct ballot){
        .mode = (enum ballot_mode)number_of(&ballot_mode_values, statement_borrow(statement, 5)),
        .counts = {(int)statement_integer(statement, 7), (int)statement_integer(statement, 8),
            (int)statement_integer(statement, 9)},
        .casting = casting_of(statement_borrow(statement, 10)),
        .majority = (enum majority)number_of(&majority_values, statement_borrow(statement, 11)),
        .voters = (int)statement_integer(statement, 12),
    };
}

static void read_ballot(
    struct statement *statement, struct arena *arena, struct held_ballot *ballot)
{
    *ballot = (struct held_ballot){
        .id = statement_integer(statement, 0),
        .item = statement_integer(statement, 1),
        .decision = statement_integer(statement, 2),
        .joint = statement_integer(statement, 3),
        .at = statement_text(statement, 4, arena),
        .form = (enum ballot_form)number_of(&ballot_form_values, statement_borrow(statement, 6)),
        .ballot = read_numbers(statement),
        .present = (int)statement_integer(statement, 13),
        .members = (int)statement_integer(statement, 14),
        .quorum = statement_text(statement, 15, arena),
        .quorum_reached = statement_integer(statement, 16) != 0,
        .shares_voters = statement_integer(statement, 17) != 0,
        .result =
            (enum ballot_result)number_of(&ballot_result_values, statement_borrow(statement, 18)),
        .sentence = statement_text(statement, 19, arena),
        .by_hand = statement_integer(statement, 20) != 0,
        .anonymised = statement_integer(statement, 21) != 0,
        .doubtful = statement_integer(statement, 22) != 0,
    };
    ballot->ballot.consensus = ballot->form == BALLOT_FORM_CONSENSUS;
    ballot->fits = !ballot->by_hand || ballot->sentence == NULL ||
                   ballot_sentence_fits(ballot->sentence, &ballot->ballot);
}

static enum status load_rows(struct store *store, int64_t item, struct arena *arena,
    struct ballot_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct held_ballot);
    struct held_ballot *ballot = NULL;
    statement_open(&statement, store,
        "SELECT id, item_id, decision_id, joint_id, at, mode, manner, in_favour, against,"
        " abstentions, casting, majority, voters, present, members, quorum, quorum_reached,"
        " shares_voters, result, " SHOWN_SENTENCE ", by_hand, anonymised, doubtful"
        " FROM ballot WHERE item_id = ? ORDER BY id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (ballot = row_array_add(&rows, &statement)) != NULL)
        read_ballot(&statement, arena, ballot);
    *list = (struct ballot_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

struct voice_row {
    int64_t ballot;
    struct named_vote vote;
};

static enum status load_voices(
    struct store *store, int64_t item, struct row_array *rows, struct problem *problem)
{
    struct statement statement;
    struct voice_row *row = NULL;
    statement_open(&statement, store,
        "SELECT voice.ballot_id, voice.attendance_id, voice.choice FROM ballot"
        " JOIN ballot_voice AS voice ON voice.ballot_id = ballot.id"
        " WHERE ballot.item_id = ? ORDER BY voice.ballot_id, voice.attendance_id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (row = row_array_add(rows, &statement)) != NULL)
        *row = (struct voice_row){statement_integer(&statement, 0),
            {statement_integer(&statement, 1), (enum ballot_choice)number_of(&ballot_choice_values,
                                                   statement_borrow(&statement, 2))}};
    return statement_finish(&statement, problem);
}

// Both are in the order of the ballots.
static enum status attach_voices(struct ballot_list *list, const struct row_array *rows,
    struct arena *arena, struct problem *problem)
{
    const struct voice_row *voices = rows->items;
    struct named_vote *votes = arena_array(arena, rows->count + 1, sizeof *votes);
    size_t next = 0;
    if (votes == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < list->count; i++) {
        struct held_ballot *ballot = &list->ballots[i];
        ballot->votes = &votes[next];
        for (; next < rows->count && voices[next].ballot == ballot->id; next++) {
            votes[next] = voices[next].vote;
            ballot->vote_count++;
        }
    }
    return STATUS_DONE;
}

enum status ballots_of_item(struct store *store, int64_t item, struct arena *arena,
    struct ballot_list *list, struct problem *problem)
{
    struct row_array voices = ROW_ARRAY(arena, struct voice_row);
    *list = (struct ballot_list){0};
    enum status status = load_rows(store, item, arena, list, problem);
    if (status == STATUS_DONE && list->count > 0)
        status = load_voices(store, item, &voices, problem);
    if (status == STATUS_DONE && list->count > 0)
        status = attach_voices(list, &voices, arena, problem);
    return status;
}

enum status ballot_load(struct store *store, int64_t id, struct arena *arena,
    struct held_ballot *ballot, struct problem *problem)
{
    struct statement statement;
    struct ballot_list list = {0};
    int64_t item = 0;
    statement_open(&statement, store, "SELECT item_id FROM ballot WHERE id = ?");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &item, problem);
    if (status == STATUS_DONE && item != 0)
        status = ballots_of_item(store, item, arena, &list, problem);
    if (status != STATUS_DONE)
        return status;
    for (size_t i = 0; i < list.count; i++)
        if (list.ballots[i].id == id) {
            *ballot = list.ballots[i];
            return STATUS_DONE;
        }
    return problem_set(problem, STATUS_REFUSED,
        "Ce vote n'est plus là : il a été ôté, l'annulation peut le rendre.");
}

enum status ballot_load_latest(struct store *store, int64_t decision, struct arena *arena,
    struct held_ballot *ballot, struct problem *problem)
{
    struct statement statement;
    int64_t latest = 0;
    *ballot = (struct held_ballot){0};
    statement_open(&statement, store, "SELECT max(id) FROM ballot WHERE decision_id = ?");
    statement_bind_integer(&statement, decision);
    enum status status = statement_number(&statement, 0, &latest, problem);
    return status == STATUS_DONE && latest != 0 ? ballot_load(store, latest, arena, ballot, problem)
                                                : status;
}

const struct held_ballot *ballot_on(const struct ballot_list *list, int64_t decision)
{
    for (size_t i = list->count; i > 0; i--)
        if (list->ballots[i - 1].decision == decision)
            return &list->ballots[i - 1];
    return NULL;
}

int ballots_shared(const struct ballot_list *list, int64_t except)
{
    int votes = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->ballots[i].shares_voters && list->ballots[i].id != except)
            votes += ballot_cast(&list->ballots[i].ballot);
    return votes;
}

struct ballot_line ballot_line_of(const struct held_ballot *ballot)
{
    struct ballot_line line = {.form = ballot->form};
    if (line.form == BALLOT_FORM_COUNTS)
        line.counts = ballot->ballot.counts;
    return line;
}
