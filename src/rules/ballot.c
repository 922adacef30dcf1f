// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

static const struct value majorities[] = {
    [MAJORITY_CONSENSUS] = {"consensus", "consensus"},
    [MAJORITY_SIMPLE] = {"simple", "majorité simple"},
    [MAJORITY_ABSOLUTE] = {"absolue", "majorité absolue"},
    [MAJORITY_TWO_THIRDS] = {"deux-tiers", "majorité des deux tiers"},
};
const struct value_set majority_values = {"majorité", majorities, COUNT_OF(majorities)};

static const struct value modes[] = {
    [BALLOT_SHOW_OF_HANDS] = {"main-levee", "à main levée"},
    [BALLOT_BY_NAME] = {"nominal", "nominal"},
    [BALLOT_SECRET] = {"secret", "secret"},
};
const struct value_set ballot_mode_values = {"mode de scrutin", modes, COUNT_OF(modes)};

static const struct value results[] = {
    [BALLOT_ADOPTED] = {"adopte", "adopté"},
    [BALLOT_REJECTED] = {"rejete", "rejeté"},
    [BALLOT_TIED] = {"partage", "partage des voix"},
};
const struct value_set ballot_result_values = {"résultat", results, COUNT_OF(results)};

static const struct value choices[] = {
    [BALLOT_FOR] = {"pour", "pour"},
    [BALLOT_AGAINST] = {"contre", "contre"},
    [BALLOT_ABSTENTION] = {"abstention", "abstention"},
    [BALLOT_NO_VOTE] = {"sans-vote", "ne prend pas part au vote"},
};
const struct value_set ballot_choice_values = {"vote", choices, COUNT_OF(choices)};

struct ballot ballot_unanimous(enum majority majority, int voters)
{
    return (struct ballot){.majority = majority, .counts = {.in_favour = voters}, .voters = voters};
}

int ballot_expressed(const struct ballot *ballot)
{
    return ballot->counts.in_favour + ballot->counts.against;
}

int ballot_cast(const struct ballot *ballot)
{
    return ballot_expressed(ballot) + ballot->counts.abstentions;
}

int ballot_without_vote(const struct ballot *ballot)
{
    int cast = ballot_cast(ballot);
    return ballot->consensus || ballot->voters < cast ? 0 : ballot->voters - cast;
}

bool ballot_is_even(const struct ballot *ballot)
{
    return ballot->counts.in_favour > 0 && ballot->counts.in_favour == ballot->counts.against;
}

bool ballot_is_decided_by_chair(const struct ballot *ballot)
{
    return !ballot->consensus && ballot_is_even(ballot) && ballot->casting != CASTING_VOTE_NONE &&
           ballot->mode != BALLOT_SECRET && ballot->majority != MAJORITY_TWO_THIRDS;
}

bool ballot_is_unanimous(const struct ballot *ballot)
{
    return !ballot->consensus && ballot->counts.in_favour > 0 &&
           ballot->counts.in_favour == ballot_cast(ballot) && ballot_without_vote(ballot) == 0;
}

static bool is_simple_majority(const struct ballot_counts *counts)
{
    return counts->in_favour > counts->against;
}

static bool is_absolute_majority(const struct ballot_counts *counts)
{
    return 2 * counts->in_favour > counts->in_favour + counts->against;
}

static bool is_two_thirds(const struct ballot_counts *counts)
{
    int expressed = counts->in_favour + counts->against;
    return expressed > 0 && 3 * counts->in_favour >= 2 * expressed;
}

enum ballot_result ballot_result(const struct ballot *ballot)
{
    static bool (*const reaches[])(const struct ballot_counts *counts) = {
        [MAJORITY_CONSENSUS] = is_simple_majority,
        [MAJORITY_SIMPLE] = is_simple_majority,
        [MAJORITY_ABSOLUTE] = is_absolute_majority,
        [MAJORITY_TWO_THIRDS] = is_two_thirds,
    };
    if (ballot->consensus)
        return BALLOT_ADOPTED;
    if (ballot_is_decided_by_chair(ballot))
        return ballot->casting == CASTING_VOTE_FOR ? BALLOT_ADOPTED : BALLOT_REJECTED;
    if (ballot_is_even(ballot) && ballot->majority != MAJORITY_TWO_THIRDS)
        return BALLOT_TIED;
    return reaches[ballot->majority](&ballot->counts) ? BALLOT_ADOPTED : BALLOT_REJECTED;
}

const char *ballot_decision_mode(const struct ballot *ballot)
{
    if (ballot->consensus)
        return "consensus";
    if (ballot->mode == BALLOT_SECRET)
        return "vote-secret";
    return ballot_is_unanimous(ballot) ? "unanimite" : "vote";
}

const struct seat *ballot_casting_seat(
    const struct attendance *attendance, const struct standing standings[])
{
    const struct seat *chair = NULL;
    int chairs = 0;
    for (size_t i = 0; i < attendance->seat_count; i++) {
        const struct seat *seat = &attendance->seats[i];
        if (seat->substitute_of != 0 || (seat->role != SEAT_CHAIR && seat->role != SEAT_COCHAIR))
            continue;
        chairs++;
        if (seat->role == SEAT_CHAIR && seat->presence != PRESENCE_REPRESENTED &&
            standings[i].votes)
            chair = seat;
    }
    return chairs == 1 ? chair : NULL;
}
