// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_line_add.h"

#include <stdio.h>
#include <string.h>

#include "store/directory.h"
#include "store/item_add.h"
#include "store/item_edit.h"
#include "store/kept_text.h"

enum { MINUTES_SIZE = 16 };

enum status item_line_apply(
    struct gesture *gesture, int64_t item, const struct item_line *line, struct problem *problem)
{
    char minutes[MINUTES_SIZE];
    enum status status = STATUS_DONE;
    snprintf(minutes, sizeof minutes, "%d", line->minutes);
    if (line->minutes > 0)
        status = item_set_minutes(gesture, item, minutes, problem);
    if (status == STATUS_DONE && line->presenter != NULL)
        status = item_set_presenter(gesture, item, line->presenter, problem);
    if (status == STATUS_DONE)
        status = item_link(gesture, item, line->links, line->link_count, problem);
    return status;
}

static enum status add_one(struct gesture *gesture, int64_t id, int64_t meeting, int64_t parent,
    const struct item_line *line, struct problem *problem)
{
    enum status status = item_add(gesture, id, meeting, parent, 0, line->title, problem);
    return status == STATUS_DONE ? item_line_apply(gesture, id, line, problem) : status;
}

enum status item_line_add(struct gesture *gesture, int64_t first_id, int64_t meeting,
    int64_t parent, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct directory directory;
    struct item_line line = {0};
    const char *kept = NULL;
    int64_t id = first_id;
    enum status status = kept_text(&arena, text, TEXT_MANY_LINES, &kept, problem);
    if (status == STATUS_DONE)
        status = directory_load(gesture_store(gesture), &arena, &directory, problem);
    // A text without a word is refused by the adding.
    bool first = true;
    while (status == STATUS_DONE && (first || *kept != '\0')) {
        size_t length = strcspn(kept, "\n");
        bool blank = strspn(kept, " ") >= length;
        const char *one = arena_format(&arena, "%.*s", (int)length, kept);
        kept += length + (kept[length] == '\n');
        if (blank && !first)
            continue;
        first = false;
        status = one == NULL ? problem_set_no_memory(problem)
                             : item_line_read(one, &directory, &arena, &line, problem);
        if (status == STATUS_DONE)
            status = add_one(gesture, id, meeting, parent, &line, problem);
        id = store_new_id(gesture_store(gesture));
    }
    arena_clear(&arena);
    return status;
}
