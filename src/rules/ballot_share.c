// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_share.h"

static const struct value bases[] = {
    [BALLOT_BASE_EXPRESSED] = {"exprimes", "des suffrages exprimés"},
    [BALLOT_BASE_CAST] = {"votes", "des votes, abstentions comprises"},
    [BALLOT_BASE_VOTERS] = {"votants", "des votants"},
    [BALLOT_BASE_MEMBERS] = {"membres", "des membres"},
};
const struct value_set ballot_base_values = {
    "base des pourcentages", bases, sizeof bases / sizeof bases[0]};

// The last choice that each base holds, in the order of the choices.
static const enum ballot_choice last_choices[] = {
    [BALLOT_BASE_EXPRESSED] = BALLOT_AGAINST,
    [BALLOT_BASE_CAST] = BALLOT_ABSTENTION,
    [BALLOT_BASE_VOTERS] = BALLOT_NO_VOTE,
    [BALLOT_BASE_MEMBERS] = BALLOT_NO_VOTE,
};

bool ballot_share(const struct ballot *ballot, enum ballot_choice choice, enum ballot_base base,
    int members, int *tenths)
{
    enum { WHOLE = 1000 };
    const int parts[] = {
        [BALLOT_FOR] = ballot->counts.in_favour,
        [BALLOT_AGAINST] = ballot->counts.against,
        [BALLOT_ABSTENTION] = ballot->counts.abstentions,
        [BALLOT_NO_VOTE] = ballot_without_vote(ballot),
    };
    const int wholes[] = {
        [BALLOT_BASE_EXPRESSED] = ballot_expressed(ballot),
        [BALLOT_BASE_CAST] = ballot_cast(ballot),
        [BALLOT_BASE_VOTERS] = ballot->voters,
        [BALLOT_BASE_MEMBERS] = members,
    };
    int whole = wholes[base];
    if (whole <= 0 || choice > last_choices[base])
        return false;
    *tenths = (2 * WHOLE * parts[choice] + whole) / (2 * whole);
    return true;
}

void ballot_share_text(struct buffer *out, int tenths)
{
    buffer_append_format(out, "%d,%d\u00a0%%", tenths / 10, tenths % 10);
}
