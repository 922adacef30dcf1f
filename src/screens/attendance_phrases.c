// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_phrases.h"

#include <stdio.h>
#include <string.h>

#include "rules/person_line.h"
#include "rules/seat.h"
#include "screens/meeting_phrases.h"

bool attendee_is_feminine(const struct attendee *attendee)
{
    return civility_is_feminine(attendee->civility);
}

static void append_agreeing(
    struct buffer *out, const char *participle, const struct attendee *attendee)
{
    buffer_append_format(out, "%s%s", participle, attendee_is_feminine(attendee) ? "e" : "");
}

// «présent», «excusé»… take an e; «en visio» does not.
static void append_state(struct buffer *out, const struct attendee *attendee)
{
    int presence = PRESENCE_UNKNOWN;
    value_of_code(&presence_values, attendee->presence, &presence);
    if (presence == PRESENCE_UNKNOWN)
        buffer_append(out, "–");
    else if (presence == PRESENCE_VIDEO)
        buffer_append(out, value_label(&presence_values, presence));
    else
        append_agreeing(out, value_label(&presence_values, presence), attendee);
}

static const struct standing *standing_of(const struct attendance_sheet *sheet,
    const struct attendance_state *state, const struct attendee *attendee)
{
    return &state->standings[attendee - sheet->people];
}

static bool is_held(const struct attendance_sheet *sheet, const struct attendance_state *state,
    const struct attendee *attendee)
{
    return attendee != NULL && standing_of(sheet, state, attendee)->held;
}

static bool votes(const struct attendance_sheet *sheet, const struct attendance_state *state,
    const struct attendee *attendee)
{
    return attendee != NULL && standing_of(sheet, state, attendee)->votes;
}

void phrase_presence(struct buffer *out, const struct attendance_sheet *sheet,
    const struct attendance_state *state, const struct attendee *attendee)
{
    bool held = is_held(sheet, state, attendee);
    const struct attendee *principal = attendance_sheet_find(sheet, attendee->substitute_for);
    const struct attendee *holder = attendance_sheet_find(sheet, attendee->proxy_to);
    const struct attendance_move *last =
        attendee->move_count == 0 ? NULL : &attendee->moves[attendee->move_count - 1];
    if (attendee->proxy_to != 0 && !held)
        buffer_append(out, votes(sheet, state, holder) ? "pouvoir" : "sans effet");
    else if (held && is_held(sheet, state, principal))
        buffer_append(out, "cède la place");
    else if (last == NULL)
        append_state(out, attendee);
    else {
        append_agreeing(out, last->arrives ? "arrivé" : "parti", attendee);
        buffer_append(out, " ");
        phrase_hour(out, last->at);
    }
}

void phrase_attendee(struct buffer *out, const struct attendee *attendee)
{
    if (attendee->civility != NULL)
        buffer_append_format(out, "%s ", attendee->civility);
    buffer_append(out, attendee->name);
}

void phrase_attendee_place(struct buffer *out, const struct attendee *attendee)
{
    const char *organisation = attendee->organisation;
    const char *before = " · ";
    phrase_attendee(out, attendee);
    if (attendee->function != NULL) {
        buffer_append_format(out, "%s%s", before, attendee->function);
        before = ", ";
    }
    if (organisation != NULL && strcmp(organisation, attendee->name) != 0)
        buffer_append_format(out, "%s%s", before, organisation);
}

void phrase_move(
    struct buffer *out, const struct attendee *attendee, const struct attendance_move *move)
{
    buffer_append(out, move->arrives ? "Arrivée : " : "Départ : ");
    attendee_name(out, attendee);
}

bool read_typed_hour(const char *text, char hour[HOUR_TEXT_SIZE])
{
    int hours = 0;
    int minutes = 0;
    int end = 0;
    if (sscanf(text, " %2d %*1[hH:] %n", &hours, &end) != 1 || end == 0 || hours < 0 || hours > 23)
        return false;
    const char *rest = text + end;
    if (*rest != '\0') {
        end = 0;
        if (sscanf(rest, "%2d %n", &minutes, &end) != 1 || rest[end] != '\0' || minutes < 0 ||
            minutes > 59)
            return false;
    }
    snprintf(hour, HOUR_TEXT_SIZE, "%02d:%02d", hours, minutes);
    return true;
}
