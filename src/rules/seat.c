// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/seat.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

static const struct value roles[] = {
    [SEAT_MEMBER] = {"membre", "membre"},
    [SEAT_CHAIR] = {"presidence", "présidence"},
    [SEAT_COCHAIR] = {"copresidence", "coprésidence"},
    [SEAT_SECRETARY] = {"secretaire", "secrétaire"},
    [SEAT_GUEST] = {"invite", "invité"},
};
const struct value_set seat_role_values = {"rôle", roles, COUNT_OF(roles)};

static const struct value voices[] = {
    [VOICE_NONE] = {"", "sans voix"},
    [VOICE_VOTING] = {"deliberative", "voix délibérative"},
    [VOICE_ADVISORY] = {"consultative", "voix consultative"},
};
const struct value_set seat_voice_values = {"voix", voices, COUNT_OF(voices)};

static const struct value presences[] = {
    [PRESENCE_UNKNOWN] = {"", "non noté"},
    [PRESENCE_PRESENT] = {"present", "présent"},
    [PRESENCE_VIDEO] = {"visio", "en visio"},
    [PRESENCE_REPRESENTED] = {"represente", "représenté"},
    [PRESENCE_EXCUSED] = {"excuse", "excusé"},
    [PRESENCE_ABSENT] = {"absent", "absent"},
};
const struct value_set presence_values = {"présence", presences, COUNT_OF(presences)};

const struct seat *attendance_find(const struct attendance *attendance, int64_t id)
{
    for (size_t i = 0; id != 0 && i < attendance->seat_count; i++) {
        if (attendance->seats[i].id == id)
            return &attendance->seats[i];
    }
    return NULL;
}

const struct seat *attendance_principal(
    const struct attendance *attendance, const struct seat *seat)
{
    if (seat->substitute_of == 0)
        return seat;
    const struct seat *principal = attendance_find(attendance, seat->substitute_of);
    return principal != NULL && principal->substitute_of == 0 ? principal : NULL;
}

bool attendance_may_vote(const struct attendance *attendance, const struct seat *seat)
{
    const struct seat *principal = attendance_principal(attendance, seat);
    return principal != NULL && principal->voice == VOICE_VOTING && seat->voice != VOICE_ADVISORY;
}

bool seat_is_withdrawn(const struct seat *seat, int item)
{
    for (size_t i = 0; i < seat->withdrawal_count; i++) {
        if (seat->withdrawals[i] == item)
            return true;
    }
    return false;
}

static bool can_be_held(const struct seat *seat)
{
    if (seat->presence == PRESENCE_REPRESENTED)
        return seat->deputy != NULL && *seat->deputy != '\0';
    return seat->presence == PRESENCE_PRESENT || seat->presence == PRESENCE_VIDEO;
}

bool seat_is_held(const struct seat *seat, int item)
{
    if (!can_be_held(seat))
        return false;
    for (size_t i = seat->move_count; i > 0; i--) {
        if (seat->moves[i - 1].item <= item)
            return seat->moves[i - 1].arrives;
    }
    return seat->move_count == 0 || !seat->moves[0].arrives;
}
