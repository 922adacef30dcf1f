// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot_edit.h"

#include <string.h>

#include "rules/ballot_check.h"
#include "rules/ballot_sentence.h"
#include "store/attendance_count.h"
#include "store/ballot.h"
#include "store/ballot_anonymise.h"
#include "store/ballot_moment.h"
#include "store/ballot_rows.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"
#include "text/fold.h"

// An item with its ballots and who is there, as they are before a change.
struct subject {
    struct item_facts item;
    struct attendance_sheet sheet;
    struct attendance_state state;
    struct ballot_list ballots;
};

static enum status load_subject(struct gesture *gesture, int64_t item, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    enum status status = item_facts_to_change(gesture, item, arena, &subject->item, problem);
    if (status == STATUS_DONE)
        status = meeting_facts_check_noting(&subject->item.meeting, problem);
    if (status == STATUS_DONE)
        status = attendance_load(store, subject->item.meeting.id, arena, &subject->sheet, problem);
    if (status == STATUS_DONE)
        status = attendance_at(&subject->sheet, item, arena, &subject->state, problem);
    if (status == STATUS_DONE)
        status = ballots_of_item(store, item, arena, &subject->ballots, problem);
    return status;
}

// A ballot is looked for before its item is known.
static enum status load_ballot(struct gesture *gesture, int64_t id, struct arena *arena,
    struct subject *subject, struct held_ballot *held, struct problem *problem)
{
    enum status status = ballot_load(gesture_store(gesture), id, arena, held, problem);
    return status == STATUS_DONE ? load_subject(gesture, held->item, arena, subject, problem)
                                 : status;
}

static enum status find_last_decision(
    struct store *store, int64_t item, int64_t *decision, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, "SELECT max(id) FROM record WHERE item_id = ? AND kind = 'decision'");
    statement_bind_integer(&statement, item);
    return statement_number(&statement, 0, decision, problem);
}

static enum status check_decision(
    struct store *store, int64_t item, int64_t decision, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM record WHERE id = ? AND item_id = ? AND kind = 'decision')");
    statement_bind_integer(&statement, decision);
    statement_bind_integer(&statement, item);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette décision n'est plus à ce point : choisissez-en une autre.");
    return status;
}

// What is voted on: 0 for the item itself.
static enum status find_decision(
    struct store *store, int64_t item, int64_t *decision, struct problem *problem)
{
    if (*decision == BALLOT_LAST_DECISION)
        return find_last_decision(store, item, decision, problem);
    return *decision == 0 ? STATUS_DONE : check_decision(store, item, *decision, problem);
}

static bool votes_here(const struct standing *standing)
{
    return standing->votes || standing->votes_by_proxy;
}

// What each voter voted, in `arena`.
static enum status name_votes(const struct subject *subject, const struct said_ballot *said,
    struct arena *arena, struct held_ballot *held, struct problem *problem)
{
    const struct attendance *attendance = &subject->state.attendance;
    enum status status = ballot_count_names(attendance, subject->state.standings, said->votes,
        said->vote_count, said->otherwise, &held->ballot.counts, problem);
    if (status != STATUS_DONE)
        return status;
    held->votes = arena_array(arena, attendance->seat_count + 1, sizeof *held->votes);
    if (held->votes == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < attendance->seat_count; i++) {
        int64_t seat = attendance->seats[i].id;
        if (votes_here(&subject->state.standings[i]))
            held->votes[held->vote_count++] = (struct named_vote){
                seat, ballot_choice_of(said->votes, said->vote_count, seat, said->otherwise)};
    }
    return STATUS_DONE;
}

// By name, the chair's vote is known; otherwise it is what the person says it was.
static enum status find_casting_vote(const struct subject *subject, const struct said_ballot *said,
    struct held_ballot *held, struct problem *problem)
{
    const struct seat *chair = ballot_chair(&subject->sheet, &subject->state);
    if (chair == NULL && said->casting != CASTING_VOTE_NONE)
        return problem_set(problem, STATUS_REFUSED,
            "Nul n'a voix prépondérante à ce point : elle est à une présidence seule, présente, "
            "quand l'instance l'admet.");
    held->ballot.casting = chair == NULL ? CASTING_VOTE_NONE : said->casting;
    for (size_t i = 0; chair != NULL && i < held->vote_count; i++) {
        if (held->votes[i].seat == chair->id)
            held->ballot.casting = held->votes[i].choice == BALLOT_FOR       ? CASTING_VOTE_FOR
                                   : held->votes[i].choice == BALLOT_AGAINST ? CASTING_VOTE_AGAINST
                                                                             : CASTING_VOTE_NONE;
    }
    return STATUS_DONE;
}

static bool took_part(const struct held_ballot *held, int64_t seat)
{
    for (size_t i = 0; i < held->vote_count; i++)
        if (held->votes[i].seat == seat && held->votes[i].choice != BALLOT_NO_VOTE)
            return true;
    return false;
}

// One person, one vote, also where several ballots share their voters.
static enum status check_voters_once(
    const struct subject *subject, const struct held_ballot *held, struct problem *problem)
{
    for (size_t i = 0; held->shares_voters && i < subject->ballots.count; i++) {
        const struct held_ballot *other = &subject->ballots.ballots[i];
        for (size_t j = 0; j < held->vote_count; j++) {
            int64_t seat = held->votes[j].seat;
            if (other->id == held->id || !other->shares_voters || !took_part(held, seat) ||
                !took_part(other, seat))
                continue;
            return problem_set(problem, STATUS_REFUSED,
                "%s a déjà voté à un scrutin de ce point qui partage ses votants : une personne "
                "n'y vote qu'une fois.",
                attendance_find(&subject->state.attendance, seat)->name);
        }
    }
    return STATUS_DONE;
}

static enum status copy_words(
    struct buffer *words, struct arena *arena, const char **copy, struct problem *problem)
{
    const char *copied = buffer_failed(words) ? NULL : arena_copy(arena, buffer_text(words));
    buffer_clear(words);
    *copy = copied == NULL ? "" : copied;
    return copied == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status say_sentence(const struct ballot *ballot, struct arena *arena,
    const char **sentence, struct problem *problem)
{
    struct buffer words = {0};
    ballot_sentence(&words, ballot);
    return copy_words(&words, arena, sentence, problem);
}

// The numbers of the moment, the result and the sentence; a sentence by hand stays.
static enum status complete(const struct subject *subject, struct arena *arena,
    struct held_ballot *held, struct problem *problem)
{
    struct buffer words = {0};
    held->present = ballot_moment_of(&subject->sheet, &subject->state).present;
    held->members = ballot_members(&subject->state);
    held->quorum_reached = subject->state.quorum.reached;
    held->result = ballot_result(&held->ballot);
    ballot_quorum_words(&words, &subject->sheet, &subject->state);
    enum status status = copy_words(&words, arena, &held->quorum, problem);
    if (status == STATUS_DONE && !held->by_hand)
        status = say_sentence(&held->ballot, arena, &held->sentence, problem);
    return status;
}

// Fills `held`, of which id, item, decision, hour and a sentence by hand are set, from what was
// said.
static enum status count(const struct subject *subject, const struct said_ballot *said,
    struct arena *arena, struct held_ballot *held, struct problem *problem)
{
    struct ballot_moment moment = ballot_moment_of(&subject->sheet, &subject->state);
    const struct ballot_line line = {said->form, said->counts};
    bool counted = said->form == BALLOT_FORM_COUNTS;
    enum status status = STATUS_DONE;
    held->form = said->form;
    held->ballot = ballot_of_line(&line, moment.majority, moment.voters);
    held->ballot.mode = said->mode;
    held->shares_voters = said->shares_voters;
    held->anonymised = false;
    held->vote_count = 0;
    if (counted && said->mode == BALLOT_BY_NAME)
        status = name_votes(subject, said, arena, held, problem);
    else if (said->mode == BALLOT_BY_NAME)
        held->ballot.mode = BALLOT_SHOW_OF_HANDS;
    int shared = said->shares_voters ? ballots_shared(&subject->ballots, held->id) : 0;
    if (status == STATUS_DONE)
        status = ballot_check(&held->ballot, moment.present, shared, problem);
    if (status == STATUS_DONE)
        status = find_casting_vote(subject, said, held, problem);
    if (status == STATUS_DONE)
        status = check_voters_once(subject, held, problem);
    return status == STATUS_DONE ? complete(subject, arena, held, problem) : status;
}

static enum status check_secret(
    const struct held_ballot *before, enum ballot_mode mode, struct problem *problem)
{
    if (mode != BALLOT_SECRET || before->vote_count == 0)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "Les noms du scrutin nominal restent dans l'historique : anonymisez-le d'abord (z), puis "
        "notez le scrutin secret.");
}

// Those held before on the same thing are to go: they leave `subject` for `earlier`, which has room
// for all. A sentence by hand passes to `held`.
static enum status set_apart_earlier(struct subject *subject, struct held_ballot *held,
    enum ballot_mode mode, struct ballot_list *earlier, struct problem *problem)
{
    enum status status = STATUS_DONE;
    size_t left = 0;
    for (size_t i = 0; status == STATUS_DONE && i < subject->ballots.count; i++) {
        const struct held_ballot before = subject->ballots.ballots[i];
        if (before.decision != held->decision) {
            subject->ballots.ballots[left++] = before;
            continue;
        }
        if (before.by_hand) {
            held->by_hand = true;
            held->sentence = before.sentence;
        }
        earlier->ballots[earlier->count++] = before;
        status = check_secret(&before, mode, problem);
    }
    subject->ballots.count = left;
    return status;
}

static enum status find_earlier(struct subject *subject, struct held_ballot *held,
    enum ballot_mode mode, struct arena *arena, struct ballot_list *earlier,
    struct problem *problem)
{
    *earlier = (struct ballot_list){
        arena_array(arena, subject->ballots.count + 1, sizeof *earlier->ballots), 0};
    return earlier->ballots == NULL ? problem_set_no_memory(problem)
                                    : set_apart_earlier(subject, held, mode, earlier, problem);
}

static enum status replace(struct gesture *gesture, const struct ballot_list *earlier,
    int64_t meeting, const struct held_ballot *held, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < earlier->count; i++)
        status = ballot_rows_delete(gesture, earlier->ballots[i].id, problem);
    return status == STATUS_DONE ? ballot_rows_insert(gesture, meeting, held, problem) : status;
}

static enum status check_new(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store, "SELECT EXISTS (SELECT 1 FROM ballot WHERE id = ?)");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce vote est déjà noté : il se trouve dans la liste du point.");
    return status;
}

enum status ballot_hold(struct gesture *gesture, int64_t id, const char *at, int64_t item,
    int64_t decision, const struct said_ballot *said, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct subject subject;
    struct ballot_list earlier = {0};
    struct held_ballot held = {.id = id, .item = item, .decision = decision, .joint = said->joint};
    held.at = at != NULL ? at : store_hour(store, &arena);
    enum status status = held.at == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = load_subject(gesture, item, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = check_new(store, id, problem);
    if (status == STATUS_DONE)
        status = find_decision(store, item, &held.decision, problem);
    if (status == STATUS_DONE)
        status = find_earlier(&subject, &held, said->mode, &arena, &earlier, problem);
    if (status == STATUS_DONE)
        status = count(&subject, said, &arena, &held, problem);
    if (status == STATUS_DONE)
        status = replace(gesture, &earlier, subject.item.meeting.id, &held, problem);
    if (status == STATUS_DONE)
        status = ballot_rows_follow(gesture, held.decision, &subject.item.meeting, problem);
    arena_clear(&arena);
    return status;
}

static enum status correct(struct gesture *gesture, const struct subject *subject,
    struct held_ballot *held, const struct said_ballot *said, struct arena *arena,
    struct problem *problem)
{
    enum status status = check_secret(held, said->mode, problem);
    if (status == STATUS_DONE)
        status = count(subject, said, arena, held, problem);
    if (status == STATUS_DONE)
        status = ballot_rows_update(gesture, held, problem);
    if (status == STATUS_DONE)
        status = ballot_rows_follow(gesture, held->decision, &subject->item.meeting, problem);
    return status;
}

enum status ballot_correct(
    struct gesture *gesture, int64_t id, const struct said_ballot *said, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct held_ballot held;
    enum status status = load_ballot(gesture, id, &arena, &subject, &held, problem);
    if (status == STATUS_DONE)
        status = correct(gesture, &subject, &held, said, &arena, problem);
    arena_clear(&arena);
    return status;
}

static enum status correct_line(struct gesture *gesture, const struct subject *subject,
    struct held_ballot *held, const struct ballot_line *line, struct arena *arena,
    struct problem *problem)
{
    struct ballot_line before = ballot_line_of(held);
    if (ballot_line_is_same(&before, line))
        return STATUS_DONE;
    if (held->vote_count > 0)
        return problem_set(problem, STATUS_REFUSED,
            "Ce scrutin est nominal : F4 montre qui a voté quoi, et le corrige.");
    const struct said_ballot said = {
        .form = line->form,
        .mode = held->ballot.mode == BALLOT_SECRET ? BALLOT_SECRET : BALLOT_SHOW_OF_HANDS,
        .counts = line->counts,
        .casting = ballot_chair(&subject->sheet, &subject->state) == NULL ? CASTING_VOTE_NONE
                                                                          : held->ballot.casting,
        .shares_voters = held->shares_voters,
    };
    return correct(gesture, subject, held, &said, arena, problem);
}

enum status ballot_correct_line(
    struct gesture *gesture, int64_t id, const struct ballot_line *line, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct held_ballot held;
    enum status status = load_ballot(gesture, id, &arena, &subject, &held, problem);
    if (status == STATUS_DONE)
        status = correct_line(gesture, &subject, &held, line, &arena, problem);
    arena_clear(&arena);
    return status;
}

enum status ballot_remove(struct gesture *gesture, int64_t id, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct held_ballot held;
    enum status status = load_ballot(gesture, id, &arena, &subject, &held, problem);
    if (status == STATUS_DONE)
        status = ballot_rows_delete(gesture, id, problem);
    if (status == STATUS_DONE)
        status = ballot_rows_follow(gesture, held.decision, &subject.item.meeting, problem);
    arena_clear(&arena);
    return status;
}

// The final stop is the minutes' own.
static enum status keep_sentence(
    const char *typed, struct arena *arena, const char **kept, struct problem *problem)
{
    enum status status = kept_text(arena, typed, TEXT_ONE_LINE, kept, problem);
    size_t length = strlen(*kept);
    if (status == STATUS_DONE && length > 1 && (*kept)[length - 1] == '.')
        *kept = arena_format(arena, "%.*s", (int)length - 1, *kept);
    return *kept == NULL ? problem_set_no_memory(problem) : status;
}

enum status ballot_set_sentence(
    struct gesture *gesture, int64_t id, const char *sentence, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct held_ballot held;
    const char *kept = NULL;
    const char *own = NULL;
    enum status status = load_ballot(gesture, id, &arena, &subject, &held, problem);
    if (status == STATUS_DONE)
        status = keep_sentence(sentence, &arena, &kept, problem);
    if (status == STATUS_DONE)
        status = say_sentence(&held.ballot, &arena, &own, problem);
    if (status == STATUS_DONE) {
        held.by_hand = kept[0] != '\0' && strcmp(kept, own) != 0;
        held.sentence = held.by_hand ? kept : own;
        status = ballot_rows_update(gesture, &held, problem);
    }
    arena_clear(&arena);
    return status;
}

// A name, folded, as part of the sentence.
static bool says_name(const struct subject *subject, const struct held_ballot *held)
{
    for (size_t i = 0; held->by_hand && i < held->vote_count; i++) {
        const struct attendee *voter = attendance_sheet_find(&subject->sheet, held->votes[i].seat);
        const char *space = voter == NULL ? NULL : strrchr(voter->name, ' ');
        if (voter != NULL && text_matches(held->sentence, space == NULL ? voter->name : space + 1))
            return true;
    }
    return false;
}

// Unrecorded: the changeset of the gesture would keep the old one.
static enum status forget_sentence(
    struct gesture *gesture, struct held_ballot *held, struct arena *arena, struct problem *problem)
{
    held->by_hand = false;
    enum status status = say_sentence(&held->ballot, arena, &held->sentence, problem);
    gesture_record(gesture, false);
    if (status == STATUS_DONE)
        status = ballot_rows_update(gesture, held, problem);
    gesture_record(gesture, true);
    return status;
}

static enum status anonymise(struct gesture *gesture, const struct subject *subject,
    struct held_ballot *held, struct arena *arena, struct problem *problem)
{
    if (held->vote_count == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Ce scrutin n'a pas de nom à effacer : seuls les nombres y sont notés.");
    bool says_names = says_name(subject, held);
    enum status status = ballot_forget_names(gesture, held->id, says_names, problem);
    held->vote_count = 0;
    if (status == STATUS_DONE && says_names)
        status = forget_sentence(gesture, held, arena, problem);
    held->anonymised = true;
    if (status == STATUS_DONE)
        status = ballot_rows_update(gesture, held, problem);
    if (status == STATUS_DONE)
        gesture_set_barrier(gesture, BARRIER_ANONYMISATION);
    return status;
}

enum status ballot_anonymise(struct gesture *gesture, int64_t id, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct held_ballot held;
    enum status status = load_ballot(gesture, id, &arena, &subject, &held, problem);
    if (status == STATUS_DONE)
        status = anonymise(gesture, &subject, &held, &arena, problem);
    arena_clear(&arena);
    return status;
}
