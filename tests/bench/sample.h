// SPDX-License-Identifier: GPL-3.0-or-later
// Repeated measures of one thing, of which the median counts.
#ifndef GREFFE_TESTS_BENCH_SAMPLE_H
#define GREFFE_TESTS_BENCH_SAMPLE_H

#include <stddef.h>

enum { SAMPLE_MOST = 512 };

struct sample {
    double values[SAMPLE_MOST];
    size_t count;
};

// Ignored beyond SAMPLE_MOST.
void sample_add(struct sample *sample, double value);

// 0 without a value.
double sample_median(const struct sample *sample);

// Milliseconds of the monotonic clock.
double sample_clock(void);

// Milliseconds that this process has kept the processor busy.
double sample_processor(void);

#endif
