// SPDX-License-Identifier: GPL-3.0-or-later
#include "closing_bench.h"

#include <poll.h>
#include <sqlite3.h>
#include <stdio.h>

#include "base/clock.h"
#include "large_meeting.h"
#include "store/gesture.h"
#include "store/meeting.h"
#include "store/meeting_reopening.h"
#include "store/seal_check.h"
#include "store/store.h"
#include "store/store_open.h"

enum { PAUSE_MILLISECONDS = 40 };

struct bench {
    const char *path;
    struct store *store;
    int64_t meeting;
};

static bool told(enum status status, const struct problem *problem)
{
    if (status != STATUS_DONE)
        fprintf(stderr, "bench: %s\n", problem->sentence);
    return status == STATUS_DONE;
}

typedef enum status step(struct gesture *gesture, int64_t meeting, struct problem *problem);

static enum status reopen(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return meeting_reopen(gesture, meeting, "mesure", problem);
}

static bool take(struct bench *bench, step *take_it)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    enum status status = gesture_begin(bench->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = take_it(gesture, bench->meeting, &problem);
    if (status == STATUS_DONE)
        status = gesture_commit(gesture, &problem, "mesure");
    else
        gesture_cancel(gesture);
    return told(status, &problem);
}

static bool seal_holds(struct bench *bench)
{
    struct arena arena = {0};
    struct seal_report report = {0};
    struct problem problem = {0};
    bool done = told(seal_check(bench->store, bench->meeting, &arena, &report, &problem), &problem);
    if (done && report.state != SEAL_HOLDS)
        fprintf(stderr, "bench: the seal does not hold\n");
    done = done && report.state == SEAL_HOLDS;
    arena_clear(&arena);
    return done;
}

static bool commit_plain(const char *path, struct sample *sample)
{
    sqlite3 *database = NULL;
    bool done = sqlite3_open(path, &database) == SQLITE_OK &&
                sqlite3_exec(database,
                    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
                    " SELECT count(*) FROM counter",
                    NULL, NULL, NULL) == SQLITE_OK;
    poll(NULL, 0, PAUSE_MILLISECONDS);
    double start = sample_clock();
    done = done && sqlite3_exec(database,
                       "INSERT INTO counter (name, year, last) VALUES ('mesure', 0, 1)"
                       " ON CONFLICT (name, year) DO UPDATE SET last = last + 1",
                       NULL, NULL, NULL) == SQLITE_OK;
    sample_add(sample, sample_clock() - start);
    if (!done)
        fprintf(stderr, "bench: %s\n", sqlite3_errmsg(database));
    sqlite3_close(database);
    return done;
}

static bool close_once(struct bench *bench, struct closing_costs *costs)
{
    poll(NULL, 0, PAUSE_MILLISECONDS);
    double start = sample_clock();
    double processor = sample_processor();
    if (!take(bench, meeting_close))
        return false;
    sample_add(&costs->closed, sample_clock() - start);
    sample_add(&costs->closed_processor, sample_processor() - processor);
    start = sample_clock();
    if (!seal_holds(bench))
        return false;
    sample_add(&costs->checked, sample_clock() - start);
    return commit_plain(bench->path, &costs->plain) && take(bench, reopen);
}

bool closing_bench(
    const char *path, const char *backup_folder, int runs, struct closing_costs *costs)
{
    const struct clock clock = {0};
    const struct store_options options = {.path = path,
        .clock = &clock,
        .site = "mesure",
        .author = "mesure",
        .backup_folder = backup_folder};
    struct bench bench = {.path = path};
    struct problem problem = {0};
    bool done = told(store_open(&bench.store, &options, &problem), &problem) &&
                told(large_meeting_make(bench.store, &bench.meeting, &problem), &problem) &&
                take(&bench, meeting_adjourn);
    for (int i = 0; done && i < runs; i++)
        done = close_once(&bench, costs);
    store_destroy(bench.store);
    return done;
}
