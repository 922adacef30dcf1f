// SPDX-License-Identifier: GPL-3.0-or-later
// nano, tig and calcurse, where they are installed: what people are used to.
#ifndef GREFFE_TESTS_BENCH_OTHER_PROGRAMS_H
#define GREFFE_TESTS_BENCH_OTHER_PROGRAMS_H

#include "terminal_bench.h"

enum { OTHER_PROGRAMS = 3 };

struct other_programs {
    const char *names[OTHER_PROGRAMS];
    struct figures figures[OTHER_PROGRAMS]; // no start: not installed, or it drew nothing
};

// Measures each on a text, a repository and an agenda that are made in `folder`.
void other_programs_measure(struct other_programs *others, const char *folder, int runs);

#endif
