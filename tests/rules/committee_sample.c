// SPDX-License-Identifier: GPL-3.0-or-later
#include "committee_sample.h"

static const struct seat members[] = {
    {.id = ANNE,
        .name = "Anne",
        .role = SEAT_CHAIR,
        .voice = VOICE_VOTING,
        .college = COLLEGE_TOWN},
    {.id = BILAL, .name = "Bilal", .voice = VOICE_VOTING, .college = COLLEGE_TOWN},
    {.id = CHLOE, .name = "Chloé", .voice = VOICE_VOTING, .college = COLLEGE_TOWN},
    {.id = DENIS, .name = "Denis", .voice = VOICE_VOTING, .college = COLLEGE_CAF},
    {.id = ELISE, .name = "Élise", .voice = VOICE_VOTING, .college = COLLEGE_CAF},
    {.id = FARID, .name = "Farid", .voice = VOICE_VOTING, .college = COLLEGE_ASSOCIATIONS},
    {.id = GAELLE, .name = "Gaëlle", .voice = VOICE_ADVISORY, .college = COLLEGE_ASSOCIATIONS},
    {.id = HUGO, .name = "Hugo", .voice = VOICE_VOTING, .substitute_of = BILAL},
    {.id = INES, .name = "Inès", .role = SEAT_GUEST},
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
