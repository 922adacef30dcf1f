// SPDX-License-Identifier: GPL-3.0-or-later
#include "committee_sample.h"

static const struct seat members[] = {
    {.id = ORGANISER,
        .name = "Animatrice",
        .role = SEAT_CHAIR,
        .voice = VOICE_VOTING,
        .college = COLLEGE_TOWN},
    {.id = LIBRARIAN, .name = "Bibliothécaire", .voice = VOICE_VOTING, .college = COLLEGE_TOWN},
    {.id = ACCOUNTANT, .name = "Comptable", .voice = VOICE_VOTING, .college = COLLEGE_TOWN},
    {.id = OFFICER, .name = "Chargé", .voice = VOICE_VOTING, .college = COLLEGE_CAF},
    {.id = COUNSELLOR, .name = "Conseillère", .voice = VOICE_VOTING, .college = COLLEGE_CAF},
    {.id = TRAINER, .name = "Formateur", .voice = VOICE_VOTING, .college = COLLEGE_ASSOCIATIONS},
    {.id = KEEPER, .name = "Gardienne", .voice = VOICE_ADVISORY, .college = COLLEGE_ASSOCIATIONS},
    {.id = DIRECTOR, .name = "Directeur", .voice = VOICE_VOTING, .substitute_of = LIBRARIAN},
    {.id = NURSE, .name = "Infirmière", .role = SEAT_GUEST},
};

void sample_open(struct sample *sample)
{
    *sample = (struct sample){0};
    for (size_t i = 0; i < SAMPLE_SEATS; i++) {
        sample->seats[i + 1] = members[i];
        sample->seats[i + 1].presence = PRESENCE_PRESENT;
    }
    sample->attendance = (struct attendance){
        .seats = sample->seats + 1, .seat_count = SAMPLE_SEATS, .proxies_allowed = 1};
}

struct presence_totals sample_count(struct sample *sample, int item)
{
    presence_at(&sample->attendance, item, sample->standings + 1);
    return presence_total(&sample->attendance, sample->standings + 1);
}

const struct standing *sample_standing(const struct sample *sample, enum sample_seat seat)
{
    return &sample->standings[seat];
}
