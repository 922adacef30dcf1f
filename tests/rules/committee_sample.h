// SPDX-License-Identifier: GPL-3.0-or-later
// A committee of eight, three colleges: Animatrice chairs, Directeur is Bibliothécaire's
// substitute, Infirmière is a guest.
#ifndef GREFFE_TESTS_RULES_COMMITTEE_SAMPLE_H
#define GREFFE_TESTS_RULES_COMMITTEE_SAMPLE_H

#include "rules/presence.h"

enum sample_seat {
    ORGANISER = 1,
    LIBRARIAN,
    ACCOUNTANT,
    OFFICER,
    COUNSELLOR,
    TRAINER,
    KEEPER,
    DIRECTOR,
    NURSE
};
enum { SAMPLE_SEATS = NURSE, COLLEGE_TOWN = 1, COLLEGE_CAF, COLLEGE_ASSOCIATIONS };

struct sample {
    struct seat seats[SAMPLE_SEATS + 1]; // by their enumeration
    struct attendance attendance;
    struct standing standings[SAMPLE_SEATS + 1];
};

// All members present, one proxy allowed. Animatrice to Formateur vote: 6 places; Gardienne
// advises.
void sample_open(struct sample *sample);

struct presence_totals sample_count(struct sample *sample, int item);

// The standing after the last count.
const struct standing *sample_standing(const struct sample *sample, enum sample_seat seat);

#endif
