// SPDX-License-Identifier: GPL-3.0-or-later
// Votes held, corrected, taken away; the numbers are those of the acceptance cases.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "store/ballot_fault.h"
#include "store/decision_edit.h"
#include "store/element_vote.h"
#include "store/item_order.h"
#include "store/journal.h"
#include "store/undo.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

// A copil of four voters, all there, at the first of its two items.
struct copil {
    struct temporary_store *temporary;
    int64_t meeting, items[2];
    int64_t habitat, logement, inclusion, accueil;
};

static void set_presence(struct copil *copil, int64_t attendee, const char *presence)
{
    MUST_CHANGE(
        copil->temporary, attendance_set_presence(gesture, attendee, presence, NULL, &problem));
}

static struct copil opened_copil(struct temporary_store *temporary, const char *rules)
{
    struct copil copil = {.temporary = temporary};
    people_are_expected(temporary);
    assert_int_equal(temporary_store_execute(temporary, rules), SQLITE_OK);
    copil.meeting = prepared_meeting(temporary, "COPIL", day);
    copil.items[0] = added_item(temporary, copil.meeting, "Places");
    copil.items[1] = added_item(temporary, copil.meeting, "Permis de louer");
    MUST_CHANGE(temporary, meeting_open(gesture, copil.meeting, &problem));
    copil.habitat = attendee_named(temporary, copil.meeting, "Médiatrice Habitat");
    copil.logement = attendee_named(temporary, copil.meeting, "Gérant Logement");
    copil.inclusion = attendee_named(temporary, copil.meeting, "Cheffe Inclusion");
    copil.accueil = attendee_named(temporary, copil.meeting, "Agent Accueil");
    return copil;
}

static struct copil seated_copil(struct temporary_store *temporary, const char *rules)
{
    struct copil copil = opened_copil(temporary, rules);
    const int64_t voters[] = {copil.habitat, copil.logement, copil.inclusion, copil.accueil};
    for (size_t i = 0; i < 4; i++)
        set_presence(&copil, voters[i], "present");
    return copil;
}

static struct said_ballot counts(int in_favour, int against, int abstentions)
{
    return (struct said_ballot){.counts = {in_favour, against, abstentions}};
}

static int64_t held(
    struct copil *copil, int64_t item, int64_t decision, const struct said_ballot *said)
{
    int64_t id = store_new_id(copil->temporary->store);
    MUST_CHANGE(copil->temporary, ballot_hold(gesture, id, NULL, item, decision, said, &problem));
    return id;
}

#define MUST_REFUSE_BALLOT(COPIL, WORDS, SAID)                                                     \
    MUST_REFUSE((COPIL)->temporary, WORDS,                                                         \
        ballot_hold(gesture, store_new_id((COPIL)->temporary->store), NULL, (COPIL)->items[0], 0,  \
            SAID, &problem))

static struct held_ballot ballot_of(struct copil *copil, int64_t id)
{
    struct held_ballot ballot;
    struct problem problem = {0};
    if (ballot_load(copil->temporary->store, id, &copil->temporary->arena, &ballot, &problem) !=
        STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return ballot;
}

static struct faulty_ballots faults_of(struct copil *copil)
{
    struct faulty_ballots faulty;
    assert_int_equal(ballot_faults_load(copil->temporary->store, copil->meeting,
                         &copil->temporary->arena, &faulty, NULL),
        STATUS_DONE);
    return faulty;
}

static void expect_sentence(struct copil *copil, int64_t id, const char *sentence)
{
    assert_string_equal(ballot_of(copil, id).sentence, sentence);
}

static void expect_decision(
    struct copil *copil, int64_t decision, const char *mode, const char *outcome)
{
    struct record record = record_of(copil->temporary, decision);
    assert_string_equal(record.mode, mode);
    assert_string_equal(record.outcome, outcome);
}

static void case_51_nobody_present_holds_no_vote(void **state)
{
    struct copil copil = opened_copil(*state, "");
    const struct said_ballot consensus = {.form = BALLOT_FORM_CONSENSUS};
    const struct said_ballot unanimity = {.form = BALLOT_FORM_UNANIMITY};
    const struct said_ballot one = counts(1, 0, 0);
    MUST_REFUSE_BALLOT(&copil, "présences", &consensus);
    MUST_REFUSE_BALLOT(&copil, "présences", &unanimity);
    MUST_REFUSE_BALLOT(&copil, "présences", &one);
    set_presence(&copil, copil.logement, "present");
    held(&copil, copil.items[0], 0, &one);
}

static void case_53_counts_never_exceed_the_voters(void **state)
{
    struct copil copil = seated_copil(*state, "UPDATE committee SET proxies = 1");
    const struct said_ballot all = counts(2, 1, 1);
    const struct said_ballot five = counts(3, 1, 1);
    const struct said_ballot negative = counts(4, -1, 0);
    const struct said_ballot none = counts(0, 0, 0);
    held(&copil, copil.items[0], 0, &all);
    MUST_REFUSE_BALLOT(&copil, "5 voix comptées pour 4 votants", &five);
    MUST_REFUSE_BALLOT(&copil, "-1", &negative);
    MUST_REFUSE_BALLOT(&copil, "Aucune voix", &none);
    // A proxy is a vote; a withdrawal is one less.
    set_presence(&copil, copil.accueil, "excuse");
    MUST_REFUSE_BALLOT(&copil, "3 votants", &all);
    MUST_CHANGE(
        copil.temporary, attendance_set_proxy(gesture, copil.accueil, copil.logement, &problem));
    held(&copil, copil.items[0], 0, &all);
    MUST_CHANGE(copil.temporary,
        attendance_withdraw(gesture, copil.inclusion, copil.items[0], true, &problem));
    MUST_REFUSE_BALLOT(&copil, "3 votants", &all);
}

static void case_54_one_person_one_vote(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct named_vote votes[] = {{copil.logement, BALLOT_AGAINST},
        {copil.inclusion, BALLOT_ABSTENTION}, {copil.logement, BALLOT_ABSTENTION}};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = votes, .vote_count = 3};
    int64_t first = held(&copil, copil.items[0], 0, &named);
    struct held_ballot ballot = ballot_of(&copil, first);
    assert_int_equal(ballot.vote_count, 4);
    assert_int_equal(ballot.ballot.counts.in_favour, 2);
    assert_int_equal(ballot.ballot.counts.against, 0);
    assert_int_equal(ballot.ballot.counts.abstentions, 2);
    // Voting again replaces.
    const struct said_ballot again = counts(3, 1, 0);
    int64_t second = held(&copil, copil.items[0], 0, &again);
    struct ballot_list list;
    assert_int_equal(ballots_of_item(copil.temporary->store, copil.items[0],
                         &copil.temporary->arena, &list, NULL),
        STATUS_DONE);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.ballots[0].id, second);
    assert_int_equal(list.ballots[0].vote_count, 0);
}

static void who_does_not_vote_is_not_named(void **state)
{
    struct copil copil = seated_copil(*state, "");
    int64_t sport = attendee_named(copil.temporary, copil.meeting, "Pilote Sport");
    set_presence(&copil, sport, "present");
    const struct named_vote vote = {sport, BALLOT_AGAINST};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = &vote, .vote_count = 1};
    MUST_REFUSE_BALLOT(&copil, "Pilote Sport ne vote pas", &named);
}

static void cases_56_58_a_vote_is_typed_after_the_fact(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct said_ballot one = counts(0, 0, 1);
    MUST_CHANGE(copil.temporary, meeting_adjourn(gesture, copil.meeting, &problem));
    int64_t id = held(&copil, copil.items[0], 0, &one);
    expect_sentence(&copil, id, "Par une abstention, aucun suffrage n'étant exprimé");
}

static void case_59_a_secret_vote_is_totals_alone(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct said_ballot secret = counts(2, 1, 1);
    secret.mode = BALLOT_SECRET;
    const struct named_vote vote = {copil.logement, BALLOT_AGAINST};
    secret.votes = &vote;
    secret.vote_count = 1;
    int64_t id = held(&copil, copil.items[0], 0, &secret);
    expect_sentence(
        &copil, id, "Au scrutin secret, par 2 voix pour, une voix contre et une abstention");
    assert_int_equal(ballot_of(&copil, id).vote_count, 0);
    assert_int_equal(
        temporary_store_number(copil.temporary, "SELECT count(*) FROM ballot_voice"), 0);
    assert_int_equal(
        temporary_store_number(copil.temporary,
            "SELECT count(*) FROM lecture_votes WHERE secret = 1 AND mode = 'secret' AND pour = 2"
            " AND contre = 1 AND abstentions = 1 AND sans_vote = 0 AND resultat = 'adopte'"),
        1);
    // What was by name stays in the history: it is not made secret by voting again.
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = &vote, .vote_count = 1};
    int64_t by_name = held(&copil, copil.items[0], 0, &named);
    MUST_REFUSE_BALLOT(&copil, "anonymisez", &secret);
    MUST_REFUSE(copil.temporary, "anonymisez", ballot_correct(gesture, by_name, &secret, &problem));
}

static void expect_no_undo(struct copil *copil, int64_t gesture, const char *words)
{
    struct problem refusal = {0};
    const char *sentence = NULL;
    assert_int_equal(journal_undo(copil->temporary->store, gesture, &copil->temporary->arena,
                         &sentence, &refusal),
        STATUS_REFUSED);
    if (strstr(refusal.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", refusal.sentence, words);
}

static struct journal_entry last_gesture(struct copil *copil)
{
    struct journal_entry entry;
    bool found = false;
    assert_int_equal(
        journal_next_undo(copil->temporary->store, &copil->temporary->arena, &entry, &found, NULL),
        STATUS_DONE);
    assert_true(found);
    return entry;
}

// How many rows of the journal hold the vote of somebody.
static int64_t journaled_votes(struct copil *copil)
{
    return temporary_store_number(copil->temporary,
        "SELECT count(*) FROM journal WHERE instr(changeset, CAST('ballot_voice' AS BLOB)) > 0");
}

static void case_60_anonymising_is_for_good(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct named_vote votes[] = {{copil.logement, BALLOT_AGAINST}};
    struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = votes, .vote_count = 1};
    held(&copil, copil.items[0], 0, &named);
    named.otherwise = BALLOT_ABSTENTION;
    int64_t id = held(&copil, copil.items[0], 0, &named);
    MUST_CHANGE(
        copil.temporary, ballot_set_sentence(gesture, id, "M. Logement votant contre", &problem));
    int64_t other = held(&copil, copil.items[1], 0, &named);
    MUST_REFUSE(copil.temporary, "plus là",
        ballot_anonymise(gesture, store_new_id(copil.temporary->store), &problem));
    MUST_CHANGE(copil.temporary, ballot_anonymise(gesture, id, &problem));
    struct held_ballot ballot = ballot_of(&copil, id);
    assert_int_equal(ballot.vote_count, 0);
    assert_true(ballot.anonymised);
    assert_int_equal(ballot.ballot.counts.against, 1);
    assert_int_equal(ballot.ballot.counts.abstentions, 3);
    assert_string_equal(ballot.sentence, "Par une voix contre et 3 abstentions, la proposition est "
                                         "rejetée");
    // The journal keeps the votes of the other ballot, and nothing of these.
    assert_int_equal(ballot_of(&copil, other).vote_count, 4);
    assert_true(journaled_votes(&copil) > 0);
    assert_int_equal(temporary_store_number(copil.temporary,
                         "SELECT count(*) FROM journal WHERE instr(changeset, "
                         "CAST('Logement votant' AS BLOB)) > 0"),
        0);
    assert_int_equal(last_gesture(&copil).barrier, BARRIER_ANONYMISATION);
    expect_no_undo(&copil, last_gesture(&copil).id, "noms");
    MUST_CHANGE(copil.temporary, ballot_anonymise(gesture, other, &problem));
    assert_int_equal(journaled_votes(&copil), 0);
    MUST_REFUSE(copil.temporary, "pas de nom", ballot_anonymise(gesture, other, &problem));
    assert_int_equal(
        temporary_store_number(copil.temporary,
            "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
        0);
}

static void case_61_votes_that_share_their_voters_do_not_exceed_them(void **state)
{
    struct copil copil = seated_copil(*state, "");
    int64_t first = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir à midi");
    int64_t second = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir le soir");
    struct said_ballot said = counts(3, 0, 0);
    said.shares_voters = true;
    held(&copil, copil.items[0], first, &said);
    said.counts.in_favour = 2;
    MUST_REFUSE(copil.temporary, "dont 3 aux autres scrutins",
        ballot_hold(gesture, store_new_id(copil.temporary->store), NULL, copil.items[0], second,
            &said, &problem));
    said.counts.in_favour = 1;
    int64_t id = held(&copil, copil.items[0], second, &said);
    // Corrected, it is not counted against itself.
    said.counts = (struct ballot_counts){0, 0, 1};
    MUST_CHANGE(copil.temporary, ballot_correct(gesture, id, &said, &problem));
    // A vote that shares nothing has all voters.
    const struct said_ballot whole = counts(4, 0, 0);
    held(&copil, copil.items[0], 0, &whole);
}

// The order of items that were opened is that of their hours: moving them changes nothing.
static void no_order_leaves_who_voted_by_name_without_a_voice(void **state)
{
    struct copil copil = opened_copil(*state, "");
    struct temporary_store *temporary = copil.temporary;
    const struct named_vote vote = {copil.logement, BALLOT_AGAINST};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = &vote, .vote_count = 1};
    set_presence(&copil, copil.habitat, "present");
    set_presence(&copil, copil.inclusion, "present");
    MUST_CHANGE(temporary, attendance_move_add(gesture, store_new_id(temporary->store),
                               copil.logement, copil.items[1], true, NULL, &problem));
    int64_t third = added_item(temporary, copil.meeting, "Accueil");
    held(&copil, third, 0, &named);
    const char *refused = "Gérant Logement a voté au point 2 et ne peut pas y être sans voix";
    MUST_REFUSE(temporary, refused, item_move(gesture, third, -1, &problem));
    MUST_REFUSE(temporary, refused, item_move(gesture, copil.items[1], 1, &problem));
    MUST_REFUSE(temporary, refused, item_place(gesture, copil.items[1], 0, third, &problem));
    MUST_REFUSE(temporary, "a voté", item_place(gesture, third, copil.items[0], 0, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, third, true, &problem));
    MUST_CHANGE(temporary, item_move(gesture, copil.items[0], 1, &problem));
}

static void case_61_nobody_votes_twice_by_name(void **state)
{
    struct copil copil = seated_copil(*state, "");
    int64_t first = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir à midi");
    int64_t second = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir le soir");
    struct named_vote votes[] = {{copil.logement, BALLOT_FOR}};
    const struct said_ballot said = {.mode = BALLOT_BY_NAME,
        .votes = votes,
        .vote_count = 1,
        .otherwise = BALLOT_NO_VOTE,
        .shares_voters = true};
    held(&copil, copil.items[0], first, &said);
    MUST_REFUSE(copil.temporary, "Gérant Logement a déjà voté",
        ballot_hold(gesture, store_new_id(copil.temporary->store), NULL, copil.items[0], second,
            &said, &problem));
    votes[0].seat = copil.accueil;
    held(&copil, copil.items[0], second, &said);
}

static void case_63_the_sentence_is_kept(void **state)
{
    static const struct {
        int counts[3];
        const char *sentence;
    } expected[] = {
        {{2, 1, 1}, "Par 2 voix pour, une voix contre et une abstention"},
        {{4, 0, 0}, "À l'unanimité"},
        {{0, 0, 4}, "Par 4 abstentions, aucun suffrage n'étant exprimé"},
        {{0, 3, 1}, "Par 3 voix contre et une abstention, la proposition est rejetée"},
        {{1, 0, 0}, "À l'unanimité des suffrages exprimés, par une voix pour"},
    };
    struct copil copil = seated_copil(*state, "");
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const int *numbers = expected[i].counts;
        const struct said_ballot said = counts(numbers[0], numbers[1], numbers[2]);
        expect_sentence(&copil, held(&copil, copil.items[0], 0, &said), expected[i].sentence);
    }
    const struct said_ballot consensus = {.form = BALLOT_FORM_CONSENSUS};
    expect_sentence(&copil, held(&copil, copil.items[0], 0, &consensus), "Par consensus");
    assert_int_equal(temporary_store_number(copil.temporary,
                         "SELECT count(*) FROM lecture_votes WHERE pour IS NULL AND sans_vote IS "
                         "NULL AND votants = 4 AND phrase = 'Par consensus'"),
        1);
}

static void case_64_a_sentence_by_hand_stays_and_is_marked(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct said_ballot said = counts(3, 1, 0);
    int64_t id = held(&copil, copil.items[0], 0, &said);
    MUST_CHANGE(copil.temporary,
        ballot_set_sentence(gesture, id, " Par 3 voix pour et une voix contre. ", &problem));
    assert_false(ballot_of(&copil, id).by_hand);
    MUST_CHANGE(copil.temporary,
        ballot_set_sentence(gesture, id, "Adopté par 3 voix pour, une voix contre", &problem));
    assert_true(ballot_of(&copil, id).by_hand);
    assert_true(ballot_of(&copil, id).fits);
    const struct said_ballot other = counts(4, 0, 0);
    MUST_CHANGE(copil.temporary, ballot_correct(gesture, id, &other, &problem));
    assert_false(ballot_of(&copil, id).fits);
    expect_sentence(&copil, id, "Adopté par 3 voix pour, une voix contre");
    int64_t again = held(&copil, copil.items[0], 0, &other);
    expect_sentence(&copil, again, "Adopté par 3 voix pour, une voix contre");
    struct faulty_ballots faulty = faults_of(&copil);
    assert_int_equal(faulty.count, 1);
    assert_int_equal(faulty.ballots[0].ballot.id, again);
    assert_int_equal(faulty.ballots[0].faults, BALLOT_SENTENCE_DIFFERS);
    MUST_CHANGE(copil.temporary, ballot_set_sentence(gesture, again, "", &problem));
    expect_sentence(&copil, again, "À l'unanimité");
}

static void case_67_quorum_lost_marks_later_votes_alone(void **state)
{
    struct copil copil = seated_copil(*state, "UPDATE committee SET quorum = 'majorite'");
    const struct said_ballot unanimity = {.form = BALLOT_FORM_UNANIMITY};
    int64_t earlier = held(&copil, copil.items[0], 0, &unanimity);
    temporary_store_advance(copil.temporary, INT64_C(600000));
    MUST_CHANGE(copil.temporary, item_open(gesture, copil.items[1], &problem));
    const int64_t leaving[] = {copil.inclusion, copil.accueil};
    for (size_t i = 0; i < 2; i++)
        MUST_CHANGE(
            copil.temporary, attendance_move_add(gesture, store_new_id(copil.temporary->store),
                                 leaving[i], copil.items[1], false, NULL, &problem));
    int64_t later = held(&copil, copil.items[1], 0, &unanimity);
    assert_true(ballot_of(&copil, earlier).quorum_reached);
    assert_string_equal(ballot_of(&copil, earlier).quorum, "4 présents sur 4, quorum de 3 atteint");
    assert_false(ballot_of(&copil, later).quorum_reached);
    assert_int_equal(ballot_of(&copil, later).ballot.voters, 2);
    assert_int_equal(ballot_of(&copil, earlier).ballot.voters, 4);
    struct faulty_ballots faulty = faults_of(&copil);
    assert_int_equal(faulty.count, 1);
    assert_int_equal(faulty.ballots[0].ballot.id, later);
    assert_int_equal(faulty.ballots[0].faults, BALLOT_WITHOUT_QUORUM);
}

static void case_71_a_decision_stands_only_by_the_majority(void **state)
{
    struct copil copil =
        seated_copil(*state, "UPDATE committee SET casting_vote = 1, majority = 'simple'");
    int64_t decision = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Adopter");
    struct said_ballot said = counts(1, 3, 0);
    held(&copil, copil.items[0], decision, &said);
    assert_int_equal(faults_of(&copil).count, 0);
    MUST_CHANGE(
        copil.temporary, decision_set_outcome(gesture, decision, "adoptee", NULL, &problem));
    struct faulty_ballots faulty = faults_of(&copil);
    assert_int_equal(faulty.count, 1);
    assert_int_equal(faulty.ballots[0].faults, BALLOT_WITHOUT_MAJORITY);
    said = counts(2, 2, 0);
    said.casting = CASTING_VOTE_FOR;
    held(&copil, copil.items[0], decision, &said);
    assert_int_equal(faults_of(&copil).count, 0);
    // The rule of the committee is that of today.
    assert_int_equal(
        temporary_store_execute(copil.temporary, "UPDATE committee SET majority = 'deux-tiers'"),
        SQLITE_OK);
    assert_int_equal(faults_of(&copil).ballots[0].faults, BALLOT_WITHOUT_MAJORITY);
}

static void who_voted_stays_there(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct named_vote votes[] = {
        {copil.logement, BALLOT_AGAINST}, {copil.accueil, BALLOT_NO_VOTE}};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = votes, .vote_count = 2};
    int64_t id = held(&copil, copil.items[0], 0, &named);
    MUST_REFUSE(copil.temporary, "Gérant Logement a voté au point 1",
        attendance_set_presence(gesture, copil.logement, "absent", NULL, &problem));
    MUST_REFUSE(copil.temporary, "a voté au point 1",
        attendance_withdraw(gesture, copil.logement, copil.items[0], true, &problem));
    set_presence(&copil, copil.accueil, "excuse");
    MUST_CHANGE(copil.temporary, ballot_remove(gesture, id, &problem));
    set_presence(&copil, copil.logement, "absent");
}

// Out of its turn, undoing the presence of somebody who voted since is refused.
static void presence_is_not_undone_under_a_vote(void **state)
{
    struct copil copil = opened_copil(*state, "");
    set_presence(&copil, copil.logement, "present");
    int64_t presence = last_gesture(&copil).id;
    const struct named_vote vote = {copil.logement, BALLOT_AGAINST};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = &vote, .vote_count = 1};
    held(&copil, copil.items[0], 0, &named);
    expect_no_undo(&copil, presence, "Gérant Logement");
}

static void the_decision_follows_its_vote(void **state)
{
    struct copil copil = seated_copil(*state, "");
    int64_t decision = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    const struct said_ballot rejected = counts(1, 3, 0);
    const struct said_ballot tied = counts(2, 2, 0);
    const struct said_ballot adopted = counts(3, 1, 0);
    const struct said_ballot unanimity = {.form = BALLOT_FORM_UNANIMITY};
    struct said_ballot secret = adopted;
    secret.mode = BALLOT_SECRET;
    expect_decision(&copil, decision, "consensus", "adoptee");
    held(&copil, copil.items[0], BALLOT_LAST_DECISION, &rejected);
    expect_decision(&copil, decision, "vote", "rejetee");
    held(&copil, copil.items[0], decision, &adopted);
    expect_decision(&copil, decision, "vote", "adoptee");
    held(&copil, copil.items[0], decision, &tied);
    expect_decision(&copil, decision, "vote", "rejetee");
    held(&copil, copil.items[0], decision, &unanimity);
    expect_decision(&copil, decision, "unanimite", "adoptee");
    int64_t id = held(&copil, copil.items[0], decision, &secret);
    expect_decision(&copil, decision, "vote-secret", "adoptee");
    assert_int_equal(temporary_store_number(copil.temporary,
                         "SELECT count(*) FROM lecture_decisions WHERE mode = 'vote-secret' AND"
                         " phrase_vote = 'Au scrutin secret, par 3 voix pour et une voix contre'"),
        1);
    held(&copil, copil.items[0], decision, &rejected);
    id = temporary_store_number(copil.temporary, "SELECT max(id) FROM ballot");
    MUST_CHANGE(copil.temporary, ballot_remove(gesture, id, &problem));
    expect_decision(&copil, decision, "consensus", "adoptee");
    MUST_REFUSE(copil.temporary, "n'est plus à ce point",
        ballot_hold(gesture, id, NULL, copil.items[1], decision, &adopted, &problem));
}

// Where the committee votes, a decision without a vote is no consensus.
static void the_majority_rule_says_how_a_decision_is_taken(void **state)
{
    struct copil copil =
        seated_copil(*state, "UPDATE committee SET majority = 'simple' WHERE code = 'COPIL'");
    int64_t decision = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    const struct said_ballot consensus = {.form = BALLOT_FORM_CONSENSUS};
    expect_decision(&copil, decision, "vote", "adoptee");
    assert_int_equal(temporary_store_number(copil.temporary,
                         "SELECT count(*) FROM lecture_decisions WHERE phrase_vote IS NOT NULL"),
        0);
    int64_t id = held(&copil, copil.items[0], decision, &consensus);
    expect_decision(&copil, decision, "consensus", "adoptee");
    assert_true(record_of(copil.temporary, decision).voted);
    MUST_CHANGE(copil.temporary, ballot_remove(gesture, id, &problem));
    expect_decision(&copil, decision, "vote", "adoptee");
    assert_false(record_of(copil.temporary, decision).voted);
}

static struct element_votes votes_of(struct copil *copil, enum plan_level level, int64_t element)
{
    struct element_votes votes = {0};
    assert_int_equal(element_votes_load(copil->temporary->store, level, element,
                         &copil->temporary->arena, &votes, NULL),
        STATUS_DONE);
    return votes;
}

static void the_votes_on_an_element_are_listed(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct temporary_store *temporary = copil.temporary;
    const struct said_ballot said = counts(3, 1, 0);
    int64_t axis = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6");
    int64_t other = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 7");
    const struct entry_link link = {PLAN_AXIS, axis, "6"};
    int64_t decision = noted(temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    held(&copil, copil.items[0], decision, &said);
    held(&copil, copil.items[0], 0, &said);
    held(&copil, copil.items[1], 0, &said);
    assert_int_equal(votes_of(&copil, PLAN_AXIS, axis).count, 0);
    MUST_CHANGE(temporary, item_link(gesture, copil.items[0], &link, 1, &problem));
    struct element_votes votes = votes_of(&copil, PLAN_AXIS, axis);
    assert_int_equal(votes.count, 2);
    assert_true(votes.votes[0].decision == decision && votes.votes[1].decision == 0);
    assert_string_equal(votes.votes[1].item_title, "Places");
    assert_string_equal(votes.votes[0].sentence, "Par 3 voix pour et une voix contre");
    assert_int_equal(votes_of(&copil, PLAN_AXIS, other).count, 0);
}

static void a_rejected_proposition_becomes_one_again(void **state)
{
    struct copil copil = seated_copil(*state,
        "UPDATE committee SET authority = 'propose', next_id = (SELECT id FROM committee"
        " WHERE code = 'COTECH') WHERE code = 'COPIL'");
    int64_t decision = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Proposer");
    const struct said_ballot rejected = counts(1, 3, 0);
    const struct said_ballot adopted = counts(3, 1, 0);
    held(&copil, copil.items[0], decision, &rejected);
    expect_decision(&copil, decision, "vote", "rejetee");
    held(&copil, copil.items[0], decision, &adopted);
    expect_decision(&copil, decision, "vote", "proposition");
}

static void the_chair_alone_decides_a_tie(void **state)
{
    struct copil copil =
        seated_copil(*state, "UPDATE committee SET casting_vote = 1, majority = 'simple'");
    const struct named_vote votes[] = {
        {copil.habitat, BALLOT_AGAINST}, {copil.logement, BALLOT_AGAINST}};
    const struct said_ballot named = {.mode = BALLOT_BY_NAME, .votes = votes, .vote_count = 2};
    struct said_ballot counted = counts(2, 2, 0);
    assert_int_equal(
        ballot_of(&copil, held(&copil, copil.items[0], 0, &named)).result, BALLOT_REJECTED);
    assert_int_equal(
        ballot_of(&copil, held(&copil, copil.items[0], 0, &counted)).result, BALLOT_TIED);
    counted.casting = CASTING_VOTE_FOR;
    assert_int_equal(
        ballot_of(&copil, held(&copil, copil.items[0], 0, &counted)).result, BALLOT_ADOPTED);
    set_presence(&copil, copil.habitat, "absent");
    counted.counts = (struct ballot_counts){1, 1, 0};
    MUST_REFUSE_BALLOT(&copil, "prépondérante", &counted);
}

static int64_t noted_vote(struct copil *copil, int64_t item, struct ballot_line line)
{
    int64_t id = store_new_id(copil->temporary->store);
    struct entry fact = {.kind = RECORD_BALLOT, .text = "vote", .ballot = line};
    MUST_CHANGE(copil->temporary, record_add(gesture, id, item, &fact, &problem));
    return id;
}

static void a_line_votes_on_the_last_decision_else_on_the_item(void **state)
{
    struct copil copil = seated_copil(*state, "");
    int64_t on_item =
        noted_vote(&copil, copil.items[0], (struct ballot_line){.form = BALLOT_FORM_CONSENSUS});
    int64_t decision = noted(copil.temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    int64_t note = noted(copil.temporary, copil.items[0], RECORD_NOTE, "Dit");
    int64_t on_decision =
        noted_vote(&copil, copil.items[0], (struct ballot_line){.counts = {3, 0, 1}});
    struct record_list list;
    assert_int_equal(
        record_list(copil.temporary->store, copil.items[0], &copil.temporary->arena, &list, NULL),
        STATUS_DONE);
    const int64_t expected[] = {on_item, decision, on_decision, note};
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(list.records[i].id, expected[i]);
    assert_int_equal(list.records[2].fact.kind, RECORD_BALLOT);
    assert_string_equal(list.records[2].fact.text,
        "À l'unanimité des suffrages exprimés, par 3 voix pour et une abstention");
    assert_true(record_exists(copil.temporary->store, on_decision));
    MUST_REFUSE(copil.temporary, "déjà notée",
        record_add(gesture, on_decision, copil.items[0], &list.records[2].fact, &problem));
}

static void a_vote_is_corrected_and_taken_away_like_a_line(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct temporary_store *temporary = copil.temporary;
    int64_t decision = noted(temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    int64_t id = noted_vote(&copil, copil.items[0], (struct ballot_line){.counts = {3, 0, 1}});
    struct entry fact = record_of(temporary, id).fact;
    assert_int_equal(fact.ballot.form, BALLOT_FORM_COUNTS);
    fact.ballot.counts = (struct ballot_counts){1, 3, 0};
    MUST_CHANGE(temporary, record_set(gesture, id, &fact, &problem));
    expect_decision(&copil, decision, "vote", "rejetee");
    fact.ballot.counts.in_favour = 9;
    MUST_REFUSE(temporary, "12 voix comptées", record_set(gesture, id, &fact, &problem));
    // It may become something else, and something else a vote.
    struct entry note = {.kind = RECORD_NOTE, .text = "= 9 0", .doubt = ENTRY_NOT_UNDERSTOOD};
    MUST_CHANGE(temporary, record_set(gesture, id, &note, &problem));
    expect_decision(&copil, decision, "consensus", "adoptee");
    fact.ballot.counts = (struct ballot_counts){3, 1, 0};
    MUST_CHANGE(temporary, record_set(gesture, id, &fact, &problem));
    expect_decision(&copil, decision, "vote", "adoptee");
    MUST_CHANGE(temporary, record_remove(gesture, id, &problem));
    expect_decision(&copil, decision, "consensus", "adoptee");
    assert_false(record_exists(temporary->store, id));
}

static void a_secret_vote_stays_secret_and_a_named_one_named(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct said_ballot secret = counts(3, 1, 0);
    secret.mode = BALLOT_SECRET;
    int64_t id = held(&copil, copil.items[0], 0, &secret);
    struct entry fact = record_of(copil.temporary, id).fact;
    fact.ballot.counts = (struct ballot_counts){4, 0, 0};
    MUST_CHANGE(copil.temporary, record_set(gesture, id, &fact, &problem));
    expect_sentence(&copil, id, "Au scrutin secret, à l'unanimité");
    const struct said_ballot named = {.mode = BALLOT_BY_NAME};
    int64_t by_name = held(&copil, copil.items[1], 0, &named);
    fact = record_of(copil.temporary, by_name).fact;
    MUST_CHANGE(copil.temporary, record_set(gesture, by_name, &fact, &problem));
    fact.ballot.counts = (struct ballot_counts){3, 1, 0};
    MUST_REFUSE(copil.temporary, "nominal", record_set(gesture, by_name, &fact, &problem));
}

static void a_vote_goes_with_its_decision(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct temporary_store *temporary = copil.temporary;
    int64_t decision = noted(temporary, copil.items[0], RECORD_DECISION, "Ouvrir");
    int64_t id = noted_vote(&copil, copil.items[0], (struct ballot_line){.counts = {3, 0, 1}});
    MUST_REFUSE(
        temporary, "celui d'une décision", record_move(gesture, id, copil.items[1], &problem));
    MUST_CHANGE(temporary, record_move(gesture, decision, copil.items[1], &problem));
    assert_int_equal(ballot_of(&copil, id).item, copil.items[1]);
    struct entry note = {.kind = RECORD_NOTE, .text = "Ouvrir"};
    MUST_CHANGE(temporary, record_set(gesture, decision, &note, &problem));
    assert_int_equal(ballot_of(&copil, id).decision, 0);
    MUST_CHANGE(temporary, record_move(gesture, id, copil.items[0], &problem));
    assert_int_equal(ballot_of(&copil, id).item, copil.items[0]);
    int64_t other = noted(temporary, copil.items[0], RECORD_DECISION, "Fermer");
    int64_t on_other =
        noted_vote(&copil, copil.items[0], (struct ballot_line){.counts = {4, 0, 0}});
    MUST_CHANGE(temporary, record_remove(gesture, other, &problem));
    assert_false(record_exists(temporary->store, on_other));
    assert_true(record_exists(temporary->store, id));
    MUST_CHANGE(temporary, item_take_away(gesture, copil.items[0], NULL, &problem));
    assert_false(record_exists(temporary->store, id));
}

static void one_vote_serves_several_items(void **state)
{
    struct copil copil = seated_copil(*state, "");
    struct said_ballot said = counts(4, 0, 0);
    said.joint = store_new_id(copil.temporary->store);
    int64_t ids[2];
    for (size_t i = 0; i < 2; i++)
        ids[i] = held(&copil, copil.items[i], BALLOT_LAST_DECISION, &said);
    assert_int_equal(ballot_of(&copil, ids[0]).joint, ballot_of(&copil, ids[1]).joint);
    MUST_CHANGE(copil.temporary, ballot_remove(gesture, ids[0], &problem));
    assert_int_equal(ballot_of(&copil, ids[1]).joint, said.joint);
}

static void a_closed_meeting_keeps_its_votes(void **state)
{
    struct copil copil = seated_copil(*state, "");
    const struct said_ballot said = counts(4, 0, 0);
    int64_t id = held(&copil, copil.items[0], 0, &said);
    closed(copil.temporary, copil.meeting);
    MUST_REFUSE_BALLOT(&copil, "est close", &said);
    MUST_REFUSE(copil.temporary, "est close", ballot_remove(gesture, id, &problem));
    MUST_REFUSE(copil.temporary, "est close", ballot_correct(gesture, id, &said, &problem));
    MUST_REFUSE(copil.temporary, "est close", ballot_set_sentence(gesture, id, "Oui", &problem));
    MUST_REFUSE(copil.temporary, "est close", ballot_anonymise(gesture, id, &problem));
}

static void a_prepared_meeting_holds_no_vote(void **state)
{
    struct temporary_store *temporary = *state;
    people_are_expected(temporary);
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "Places");
    const struct said_ballot said = counts(1, 0, 0);
    MUST_REFUSE(temporary, "n'est pas ouverte",
        ballot_hold(gesture, store_new_id(temporary->store), NULL, item, 0, &said, &problem));
}

// Where nobody has a vote, those who are there agree all the same.
static void members_without_a_vote_agree_by_consensus(void **state)
{
    struct copil copil = opened_copil(*state, "UPDATE mandate SET voice = ''");
    const struct said_ballot consensus = {.form = BALLOT_FORM_CONSENSUS};
    MUST_REFUSE_BALLOT(&copil, "présences", &consensus);
    set_presence(&copil, copil.logement, "present");
    int64_t id = held(&copil, copil.items[0], 0, &consensus);
    assert_int_equal(ballot_of(&copil, id).ballot.voters, 1);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(case_51_nobody_present_holds_no_vote),
        TEST(case_53_counts_never_exceed_the_voters),
        TEST(case_54_one_person_one_vote),
        TEST(who_does_not_vote_is_not_named),
        TEST(cases_56_58_a_vote_is_typed_after_the_fact),
        TEST(case_59_a_secret_vote_is_totals_alone),
        TEST(case_60_anonymising_is_for_good),
        TEST(case_61_votes_that_share_their_voters_do_not_exceed_them),
        TEST(no_order_leaves_who_voted_by_name_without_a_voice),
        TEST(case_61_nobody_votes_twice_by_name),
        TEST(case_63_the_sentence_is_kept),
        TEST(case_64_a_sentence_by_hand_stays_and_is_marked),
        TEST(case_67_quorum_lost_marks_later_votes_alone),
        TEST(case_71_a_decision_stands_only_by_the_majority),
        TEST(who_voted_stays_there),
        TEST(presence_is_not_undone_under_a_vote),
        TEST(the_decision_follows_its_vote),
        TEST(the_majority_rule_says_how_a_decision_is_taken),
        TEST(the_votes_on_an_element_are_listed),
        TEST(a_rejected_proposition_becomes_one_again),
        TEST(the_chair_alone_decides_a_tie),
        TEST(a_line_votes_on_the_last_decision_else_on_the_item),
        TEST(a_vote_is_corrected_and_taken_away_like_a_line),
        TEST(a_secret_vote_stays_secret_and_a_named_one_named),
        TEST(a_vote_goes_with_its_decision),
        TEST(one_vote_serves_several_items),
        TEST(a_closed_meeting_keeps_its_votes),
        TEST(a_prepared_meeting_holds_no_vote),
        TEST(members_without_a_vote_agree_by_consensus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
