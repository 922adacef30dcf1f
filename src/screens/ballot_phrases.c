// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_phrases.h"

#include "text/french_count.h"

static void append_part(struct buffer *out, const char *part)
{
    buffer_append_format(out, "%s%s", out->length > 0 ? " · " : "", part);
}

void phrase_ballot_marks(struct buffer *out, const struct held_ballot *held)
{
    if (held->ballot.mode == BALLOT_BY_NAME)
        append_part(out, held->anonymised ? "nominal, anonymisé" : "nominal");
    if (held->joint != 0)
        append_part(out, "vote groupé");
    if (held->shares_voters)
        append_part(out, "votants partagés");
    if (!held->quorum_reached)
        append_part(out, "quorum non atteint");
    if (held->by_hand)
        append_part(out, held->fits ? "phrase corrigée" : "la phrase ne correspond plus aux voix");
}

static void append_share(struct buffer *out, const struct ballot *ballot, enum ballot_choice choice,
    enum ballot_base base, int members)
{
    int tenths = 0;
    if (!ballot_share(ballot, choice, base, members, &tenths))
        return;
    buffer_append(out, " (");
    ballot_share_text(out, tenths);
    buffer_append(out, ")");
}

void phrase_ballot_shares(
    struct buffer *out, const struct ballot *ballot, enum ballot_base base, int members)
{
    if (ballot->consensus)
        return;
    int without = ballot_without_vote(ballot);
    buffer_append_format(out, "pour %d", ballot->counts.in_favour);
    append_share(out, ballot, BALLOT_FOR, base, members);
    buffer_append_format(out, " · contre %d", ballot->counts.against);
    append_share(out, ballot, BALLOT_AGAINST, base, members);
    french_count_more(out, ballot->counts.abstentions, "abstention", "abstentions");
    if (ballot->counts.abstentions > 0)
        append_share(out, ballot, BALLOT_ABSTENTION, base, members);
    if (without == 0)
        return;
    buffer_append_format(out, " · sans vote %d", without);
    append_share(out, ballot, BALLOT_NO_VOTE, base, members);
}
