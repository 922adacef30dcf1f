// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agenda_import.h"

#include "store/agenda_end.h"
#include "store/directory.h"
#include "store/dispatch.h"
#include "store/item.h"
#include "store/item_line_add.h"
#include "store/item_rows.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"

static enum status read_lines(struct store *store, int64_t meeting, const char *text,
    struct arena *arena, struct agenda_lines *lines, struct problem *problem)
{
    struct agenda agenda;
    const char *kept = NULL;
    enum status status = agenda_load(store, meeting, arena, &agenda, problem);
    if (status == STATUS_DONE)
        status = kept_text(arena, text, TEXT_MANY_LINES, &kept, problem);
    if (status != STATUS_DONE)
        return status;
    const char **titles = arena_array(arena, agenda.count + 1, sizeof *titles);
    if (titles == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < agenda.count; i++)
        titles[i] = agenda.items[i].title;
    return agenda_lines_read(kept, titles, agenda.count, arena, lines, problem);
}

static enum status add_lines(struct gesture *gesture, int64_t first_id, int64_t meeting, bool late,
    const struct agenda_lines *lines, struct arena *arena, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct directory directory;
    struct item_line read;
    enum status status = directory_load(store, arena, &directory, problem);
    int64_t above = 0;
    for (size_t i = 0; status == STATUS_DONE && i < lines->count; i++) {
        const struct agenda_line *line = &lines->lines[i];
        status = item_line_read(line->title, &directory, arena, &read, problem);
        if (status != STATUS_DONE)
            return status;
        struct item_row row = {
            .id = i == 0 ? first_id : store_new_id(store),
            .meeting = meeting,
            .parent = line->depth > 0 ? above : 0,
            .title = read.title,
            .kind = "information",
            .minutes = line->minutes,
            .late = late,
        };
        if (line->depth == 0)
            above = row.id;
        status = item_rows_end(store, meeting, row.parent, &row.position, problem);
        if (status == STATUS_DONE)
            status = item_rows_insert(gesture, &row, problem);
        if (status == STATUS_DONE)
            status = item_line_apply(gesture, row.id, &read, problem);
    }
    return status;
}

enum status agenda_import(struct gesture *gesture, int64_t first_id, int64_t meeting,
    const char *text, struct arena *arena, struct agenda_lines *lines, struct problem *problem)
{
    struct meeting_facts facts;
    bool late = false;
    *lines = (struct agenda_lines){0};
    enum status status = meeting_facts_to_change(gesture, meeting, arena, &facts, problem);
    if (status == STATUS_DONE)
        status = meeting_call_was_sent(gesture_store(gesture), meeting, &late, problem);
    if (status == STATUS_DONE)
        status = read_lines(gesture_store(gesture), meeting, text, arena, lines, problem);
    if (status == STATUS_DONE)
        status = add_lines(gesture, first_id, meeting, late, lines, arena, problem);
    if (status == STATUS_DONE && !late)
        status = agenda_keep_end(gesture, meeting, problem);
    return status;
}
