// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_bench.h"

#include <stddef.h>

#include "terminal_run.h"

enum { ROWS = 24, COLUMNS = 80 };

static bool reach(struct terminal_run *run, const char *const keys[])
{
    struct burst burst;
    for (size_t i = 0; keys != NULL && keys[i] != NULL; i++)
        if (!terminal_send(run, keys[i], &burst))
            return false;
    return true;
}

static bool press(
    struct terminal_run *run, const struct scenario *scenario, struct figures *figures)
{
    struct burst burst;
    size_t next = 0;
    for (int i = 0; i < scenario->count; i++) {
        if (scenario->keys[next] == NULL)
            next = 0;
        if (!terminal_send(run, scenario->keys[next++], &burst))
            return false;
        if (scenario->every_other && i % 2 == 1)
            continue;
        sample_add(&figures->key, burst.milliseconds);
        sample_add(&figures->bytes, (double)burst.bytes);
    }
    return true;
}

bool scenario_run(const struct scenario *scenario, struct figures *figures)
{
    struct terminal_run run;
    struct burst burst;
    bool seen = terminal_start(&run, scenario->arguments, ROWS, COLUMNS, &burst);
    if (run.process <= 0)
        return false;
    if (seen)
        sample_add(&figures->start, burst.milliseconds);
    seen = seen && reach(&run, scenario->reach) && press(&run, scenario, figures);
    double memory = (double)terminal_peak_memory(&run) / 1024;
    if (memory > figures->memory)
        figures->memory = memory;
    terminal_stop(&run);
    return seen;
}
