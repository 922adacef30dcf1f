// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_sentence.h"

#include <stddef.h>
#include <string.h>

static bool is_consensus(const struct ballot *ballot)
{
    return ballot->consensus;
}

static bool is_empty(const struct ballot *ballot)
{
    return ballot_cast(ballot) == 0;
}

static bool is_not_expressed(const struct ballot *ballot)
{
    return ballot_expressed(ballot) == 0;
}

static bool is_for_only(const struct ballot *ballot)
{
    return ballot->counts.against == 0;
}

static bool is_cast_for(const struct ballot *ballot)
{
    return ballot_is_decided_by_chair(ballot) && ballot->casting == CASTING_VOTE_FOR;
}

static bool is_tied(const struct ballot *ballot)
{
    return ballot_result(ballot) == BALLOT_TIED;
}

static bool is_rejected(const struct ballot *ballot)
{
    return ballot_result(ballot) == BALLOT_REJECTED;
}

static bool is_short_of_two_thirds(const struct ballot *ballot)
{
    return is_rejected(ballot) && ballot->majority == MAJORITY_TWO_THIRDS &&
           ballot->counts.in_favour >= ballot->counts.against;
}

static bool is_any(const struct ballot *ballot)
{
    (void)ballot;
    return true;
}

// The first that fits says it. Behind «Au scrutin secret, » the opening loses its capital.
struct form {
    bool (*fits)(const struct ballot *ballot);
    const char *capital, *small, *opening;
    bool counts;
    const char *ending;
};

static const struct form forms[] = {
    {is_consensus, "P", "p", "ar consensus", false, ""},
    {is_empty, "A", "a", "ucun suffrage n'étant exprimé", false, ""},
    {is_not_expressed, "P", "p", "ar ", true, ", aucun suffrage n'étant exprimé"},
    {ballot_is_unanimous, "À", "à", " l'unanimité", false, ""},
    {is_for_only, "À", "à", " l'unanimité des suffrages exprimés, par ", true, ""},
    {is_cast_for, "P", "p", "ar ", true, ", la voix de la présidence étant prépondérante"},
    {ballot_is_decided_by_chair, "P", "p", "ar ", true,
        ", la voix de la présidence étant prépondérante, la proposition est rejetée"},
    {is_tied, "P", "p", "ar ", true, ", les voix étant partagées"},
    {is_short_of_two_thirds, "P", "p", "ar ", true,
        ", la majorité des deux tiers n'étant pas atteinte, la proposition est rejetée"},
    {is_rejected, "P", "p", "ar ", true, ", la proposition est rejetée"},
    {is_any, "P", "p", "ar ", true, ""},
};

static void append_count(struct buffer *out, int count, const char *one, const char *several)
{
    if (count == 1)
        buffer_append(out, one);
    else
        buffer_append_format(out, "%d %s", count, several);
}

// Nothing is said of what nobody voted.
static void append_counts(struct buffer *out, const struct ballot_counts *counts)
{
    const struct {
        int count;
        const char *one, *several;
    } parts[] = {
        {counts->in_favour, "une voix pour", "voix pour"},
        {counts->against, "une voix contre", "voix contre"},
        {counts->abstentions, "une abstention", "abstentions"},
    };
    int left = 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        left += parts[i].count > 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].count <= 0)
            continue;
        append_count(out, parts[i].count, parts[i].one, parts[i].several);
        left--;
        buffer_append(out, left > 1 ? ", " : left == 1 ? " et " : "");
    }
}

void ballot_sentence(struct buffer *out, const struct ballot *ballot)
{
    const struct form *form = forms;
    bool secret = ballot->mode == BALLOT_SECRET && !ballot->consensus;
    while (!form->fits(ballot))
        form++;
    buffer_append(out, secret ? "Au scrutin secret, " : "");
    buffer_append(out, secret ? form->small : form->capital);
    buffer_append(out, form->opening);
    if (form->counts)
        append_counts(out, &ballot->counts);
    buffer_append(out, form->ending);
}
