// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_meeting.h"

static const char *const names[MEETING_SEATS] = {"Animatrice", "Bibliothécaire", "Comptable",
    "Chargé", "Conseillère", "Formateur", "Gardienne", "Directeur", "Infirmière", "Juriste",
    "Libraire", "Lectrice", "Médecin", "Notaire"};

// More often a plain member who is there than anything else.
static const enum seat_voice voices[] = {
    VOICE_VOTING, VOICE_VOTING, VOICE_VOTING, VOICE_ADVISORY, VOICE_NONE};
static const enum seat_role roles[] = {SEAT_MEMBER, SEAT_MEMBER, SEAT_MEMBER, SEAT_MEMBER,
    SEAT_CHAIR, SEAT_COCHAIR, SEAT_SECRETARY, SEAT_GUEST};
static const enum presence presences[] = {PRESENCE_PRESENT, PRESENCE_PRESENT, PRESENCE_PRESENT,
    PRESENCE_VIDEO, PRESENCE_REPRESENTED, PRESENCE_REPRESENTED, PRESENCE_EXCUSED, PRESENCE_ABSENT,
    PRESENCE_UNKNOWN};

static size_t pick(struct random *random, size_t bound)
{
    return random_below(random, bound);
}

// Any seat of the meeting, one that does not exist, or none.
static int64_t random_seat(struct random *random)
{
    return (int64_t)pick(random, MEETING_SEATS + 2);
}

static void add_moves(struct random *random, struct seat *seat, struct seat_move moves[SEAT_FACTS])
{
    size_t count = pick(random, 3) == 0 ? pick(random, SEAT_FACTS) : 0;
    int item = 0;
    for (size_t i = 0; i < count; i++) {
        item += (int)pick(random, 4);
        moves[i] = (struct seat_move){.arrives = pick(random, 2) == 0, .item = item};
    }
    seat->moves = moves;
    seat->move_count = count;
}

static void add_withdrawals(struct random *random, struct seat *seat, int items[SEAT_FACTS])
{
    size_t count = pick(random, 4) == 0 ? pick(random, SEAT_FACTS) : 0;
    for (size_t i = 0; i < count; i++)
        items[i] = 1 + (int)pick(random, MEETING_ITEMS);
    seat->withdrawals = items;
    seat->withdrawal_count = count;
}

void random_meeting(struct random *random, struct random_meeting *meeting)
{
    *meeting = (struct random_meeting){0};
    for (size_t i = 0; i < MEETING_SEATS; i++) {
        struct seat *seat = &meeting->seats[i];
        *seat = (struct seat){
            .id = (int64_t)i + 1,
            .name = names[i],
            .role = roles[pick(random, sizeof roles / sizeof roles[0])],
            .voice = voices[pick(random, sizeof voices / sizeof voices[0])],
            .college = (int64_t)pick(random, MEETING_COLLEGES + 1),
            .substitute_of = pick(random, 4) == 0 ? random_seat(random) : 0,
            .presence = presences[pick(random, sizeof presences / sizeof presences[0])],
            .deputy = pick(random, 5) == 0 ? NULL : "Trésorière",
            .proxy_to = pick(random, 3) == 0 ? random_seat(random) : 0,
        };
        add_moves(random, seat, meeting->moves[i]);
        add_withdrawals(random, seat, meeting->withdrawals[i]);
    }
    meeting->attendance = (struct attendance){
        .seats = meeting->seats,
        .seat_count = MEETING_SEATS,
        .proxies_allowed = (int)pick(random, 4) - 1,
    };
}
