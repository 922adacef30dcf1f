// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance_count.h"

#include <string.h>

#include "text/french_count.h"
#include "text/grapheme.h"

static int code_number(const struct value_set *set, const char *code, int otherwise)
{
    int number = otherwise;
    value_of_code(set, code, &number);
    return number;
}

static const struct seat_move *seat_moves(
    const struct attendance_sheet *sheet, const struct attendee *attendee, struct arena *arena)
{
    struct seat_move *moves = arena_array(arena, attendee->move_count, sizeof *moves);
    for (size_t i = 0; moves != NULL && i < attendee->move_count; i++)
        moves[i] = (struct seat_move){
            .arrives = attendee->moves[i].arrives,
            .item = attendance_sheet_rank(sheet, attendee->moves[i].item),
            .hour = attendee->moves[i].at,
        };
    return moves;
}

static const int *seat_withdrawals(
    const struct attendance_sheet *sheet, const struct attendee *attendee, struct arena *arena)
{
    int *ranks = arena_array(arena, attendee->withdrawal_count, sizeof *ranks);
    for (size_t i = 0; ranks != NULL && i < attendee->withdrawal_count; i++)
        ranks[i] = attendance_sheet_rank(sheet, attendee->withdrawals[i]);
    return ranks;
}

static struct seat seat_of(
    const struct attendance_sheet *sheet, const struct attendee *attendee, struct arena *arena)
{
    return (struct seat){
        .id = attendee->id,
        .name = attendee->name,
        .role = (enum seat_role)code_number(&seat_role_values, attendee->role, SEAT_GUEST),
        .voice = (enum seat_voice)code_number(&seat_voice_values, attendee->voice, VOICE_NONE),
        .college = attendance_sheet_college(sheet, attendee->college),
        .substitute_of = attendee->substitute_for,
        .presence =
            (enum presence)code_number(&presence_values, attendee->presence, PRESENCE_UNKNOWN),
        .deputy = attendee->deputy,
        .proxy_to = attendee->proxy_to,
        .moves = seat_moves(sheet, attendee, arena),
        .move_count = attendee->move_count,
        .withdrawals = seat_withdrawals(sheet, attendee, arena),
        .withdrawal_count = attendee->withdrawal_count,
    };
}

enum status attendance_seats(const struct attendance_sheet *sheet, struct arena *arena,
    struct attendance *attendance, struct problem *problem)
{
    struct seat *seats = arena_array(arena, sheet->count, sizeof *seats);
    *attendance = (struct attendance){.proxies_allowed = sheet->proxies};
    if (seats == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < sheet->count; i++)
        seats[i] = seat_of(sheet, &sheet->people[i], arena);
    attendance->seats = seats;
    attendance->seat_count = sheet->count;
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

// Where no place has a vote there is nothing that counts but members who are there.
static void count_members(struct attendance_state *state)
{
    state->present = state->totals.present;
    state->expected = state->totals.seats;
    if (state->expected > 0)
        return;
    for (size_t i = 0; i < state->attendance.seat_count; i++) {
        const struct seat *seat = &state->attendance.seats[i];
        bool expected = seat->role != SEAT_GUEST && seat->substitute_of == 0;
        state->expected += expected;
        state->present += expected && state->standings[i].held;
    }
}

enum status attendance_at(const struct attendance_sheet *sheet, int64_t item, struct arena *arena,
    struct attendance_state *state, struct problem *problem)
{
    struct quorum_rule rule = {.kind = QUORUM_NONE};
    int rank = attendance_sheet_rank(sheet, item != 0 ? item : sheet->current);
    *state = (struct attendance_state){.rank = rank > 0 ? rank : 1};
    enum status status = attendance_seats(sheet, arena, &state->attendance, problem);
    if (status != STATUS_DONE)
        return status;
    state->standings = arena_array(arena, sheet->count, sizeof *state->standings);
    if (state->standings == NULL)
        return problem_set_no_memory(problem);
    presence_at(&state->attendance, state->rank, state->standings);
    state->totals = presence_total(&state->attendance, state->standings);
    count_members(state);
    // A rule that another program wrote and that cannot be read asks for nothing.
    quorum_rule_read(sheet->quorum, &rule, NULL);
    return quorum_at(rule, &state->attendance, state->standings, arena, &state->quorum, problem);
}

static int missing_colleges(const struct quorum *quorum)
{
    int missing = 0;
    for (size_t i = 0; i < quorum->part_count; i++)
        missing += !quorum->parts[i].reached;
    return missing;
}

static void append_missing_colleges(
    struct buffer *out, const struct attendance_sheet *sheet, const struct quorum *quorum)
{
    const char *before = " (";
    for (size_t i = 0; i < quorum->part_count; i++) {
        const struct quorum_part *part = &quorum->parts[i];
        const char *label = attendance_sheet_college_label(sheet, part->college);
        if (part->reached)
            continue;
        buffer_append_format(out, "%s%s %d/%d", before, label == NULL ? "sans collège" : label,
            part->present, part->needed);
        before = ", ";
    }
    if (strcmp(before, ", ") == 0)
        buffer_append(out, ")");
}

static void append_short(struct buffer *out, const struct attendance_state *state)
{
    buffer_append_format(out, "%d/%d", state->present, state->expected);
    if (state->quorum.rule.kind != QUORUM_NONE)
        buffer_append(out, state->quorum.reached ? " · quorum oui" : " · quorum non");
    french_count_more(out, state->totals.proxies, "pouv.", "pouv.");
}

// The colleges that lack it by name, or only how many.
static void append_long(struct buffer *out, const struct attendance_sheet *sheet,
    const struct attendance_state *state, bool names)
{
    const struct quorum *quorum = &state->quorum;
    int missing = missing_colleges(quorum);
    buffer_append_format(out, "présents %d/%d", state->present, state->expected);
    if (quorum->rule.kind != QUORUM_NONE) {
        buffer_append(out, " · quorum ");
        if (quorum->needed > 0)
            buffer_append_format(out, "%d ", quorum->needed);
        buffer_append(out, quorum->reached ? "atteint" : "non atteint");
        if (names)
            append_missing_colleges(out, sheet, quorum);
        else if (missing > 0) {
            buffer_append(out, " (");
            french_count(out, missing, "collège", "collèges");
            buffer_append(out, ")");
        }
    }
    french_count_more(out, state->totals.proxies, "pouvoir", "pouvoirs");
}

void attendance_sentence(struct buffer *out, const struct attendance_sheet *sheet,
    const struct attendance_state *state, int room)
{
    const size_t most = room < 0 ? 0 : (size_t)room;
    struct buffer sentence = {0};
    if (sheet->count == 0)
        return;
    append_long(&sentence, sheet, state, true);
    if (text_width(buffer_text(&sentence)) > most) {
        buffer_reset(&sentence);
        append_long(&sentence, sheet, state, false);
    }
    if (text_width(buffer_text(&sentence)) > most) {
        buffer_reset(&sentence);
        append_short(&sentence, state);
    }
    buffer_append(out, buffer_text(&sentence));
    buffer_clear(&sentence);
}
