// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <stdlib.h>
#include <time.h>

void sample_add(struct sample *sample, double value)
{
    if (sample->count < SAMPLE_MOST)
        sample->values[sample->count++] = value;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

double sample_median(const struct sample *sample)
{
    struct sample sorted = *sample;
    if (sorted.count == 0)
        return 0;
    qsort(sorted.values, sorted.count, sizeof sorted.values[0], compare);
    return sorted.values[sorted.count / 2];
}

static double read_clock(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

double sample_clock(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

double sample_processor(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}
