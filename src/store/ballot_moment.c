// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot_moment.h"

#include "text/french_count.h"

static bool has_votes(const struct attendance_state *state)
{
    return state->totals.seats > 0;
}

struct ballot_moment ballot_moment_of(
    const struct attendance_sheet *sheet, const struct attendance_state *state)
{
    int majority = MAJORITY_CONSENSUS;
    // A rule that another program wrote and that cannot be read asks for nothing.
    value_of_code(&majority_values, sheet->majority, &majority);
    return (struct ballot_moment){
        .majority = (enum majority)majority,
        .present = state->present,
        .voters = has_votes(state) ? state->totals.voters : state->present,
    };
}

int ballot_members(const struct attendance_state *state)
{
    return state->expected;
}

static const char *college_label(int64_t college, const void *context)
{
    const char *label = attendance_sheet_college_label(context, college);
    return label == NULL ? "sans collège" : label;
}

void ballot_quorum_words(
    struct buffer *out, const struct attendance_sheet *sheet, const struct attendance_state *state)
{
    if (has_votes(state)) {
        quorum_sentence(out, &state->quorum, college_label, sheet);
        return;
    }
    french_count(out, state->present, "présent", "présents");
    buffer_append_format(out, " sur %d", state->expected);
}

const struct seat *ballot_chair(
    const struct attendance_sheet *sheet, const struct attendance_state *state)
{
    return sheet->casting_vote ? ballot_casting_seat(&state->attendance, state->standings) : NULL;
}
