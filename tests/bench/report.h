// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the table: what was measured, the yardstick beside it, how many times as much, and
// what it should be at most.
#ifndef GREFFE_TESTS_BENCH_REPORT_H
#define GREFFE_TESTS_BENCH_REPORT_H

struct report_line {
    const char *what, *file;
    double value;
    const char *unit;
    const char *yardstick; // NULL: none
    double yardstick_value;
    double goal; // times the yardstick at most; 0: none
};

void report_head(const char *title);

void report_print(const struct report_line *line);

#endif
