// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <stdio.h>

void report_head(const char *title)
{
    printf("\n%s\n%-38s %-9s %10s     %-34s %10s  %7s  %s\n", title, "measure", "file", "greffe",
        "yardstick", "", "ratio", "goal");
}

void report_print(const struct report_line *line)
{
    printf("%-38s %-9s %10.2f %-3s", line->what, line->file, line->value, line->unit);
    if (line->yardstick != NULL && line->yardstick_value > 0) {
        double ratio = line->value / line->yardstick_value;
        printf(" %-34s %10.2f  %6.2fx", line->yardstick, line->yardstick_value, ratio);
        if (line->goal > 0)
            printf("  %.1fx%s", line->goal, ratio > line->goal ? "  MISSED" : "");
    }
    printf("\n");
}
