// SPDX-License-Identifier: GPL-3.0-or-later
// A committee of eight, three colleges: Anne chairs, Hugo is Bilal's substitute, Inès is a guest.
#ifndef GREFFE_TESTS_RULES_COMMITTEE_SAMPLE_H
#define GREFFE_TESTS_RULES_COMMITTEE_SAMPLE_H

#include "rules/presence.h"

enum sample_seat { ANNE = 1, BILAL, CHLOE, DENIS, ELISE, FARID, GAELLE, HUGO, INES };
enum { SAMPLE_SEATS = INES, COLLEGE_TOWN = 1, COLLEGE_CAF, COLLEGE_ASSOCIATIONS };

struct sample {
    struct seat seats[SAMPLE_SEATS + 1]; // by their enumeration
    struct attendance attendance;
    struct standing standings[SAMPLE_SEATS + 1];
};

// All members present, one proxy allowed. Anne to Farid vote: 6 places; Gaëlle advises.
void sample_open(struct sample *sample);

struct presence_totals sample_count(struct sample *sample, int item);

// The standing after the last count.
const struct standing *sample_standing(const struct sample *sample, enum sample_seat seat);

#endif
