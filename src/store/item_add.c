// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_add.h"

#include <string.h>

#include "rules/item_line.h"
#include "store/agenda_end.h"
#include "store/dispatch.h"
#include "store/item_rows.h"
#include "store/item_siblings.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"

struct titles {
    const char **lines;
    size_t count, capacity;
};

static enum status add_title(struct titles *titles, const char *text, size_t length,
    struct arena *arena, struct problem *problem)
{
    const char *kept = NULL;
    char *line = arena_format(arena, "%.*s", (int)length, text);
    const char **lines =
        arena_grow(arena, titles->lines, titles->count, &titles->capacity, sizeof *lines);
    if (line == NULL || lines == NULL)
        return problem_set_no_memory(problem);
    titles->lines = lines;
    enum status status = kept_text(arena, line, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE && kept[0] != '\0')
        lines[titles->count++] = kept;
    return status;
}

// The lines that are not blank, without the blanks around them.
static enum status read_titles(
    const char *text, struct arena *arena, struct titles *titles, struct problem *problem)
{
    const char *kept = NULL;
    enum status status = kept_text(arena, text, TEXT_MANY_LINES, &kept, problem);
    while (status == STATUS_DONE && *kept != '\0') {
        size_t length = strcspn(kept, "\n");
        status = add_title(titles, kept, length, arena, problem);
        kept += length + (kept[length] == '\n');
    }
    if (status == STATUS_DONE && titles->count == 0)
        status = problem_set(problem, STATUS_REFUSED, ITEM_WITHOUT_TITLE);
    return status;
}

// `row` tells where they go; its own title and id are each line's.
static enum status add_titles(struct gesture *gesture, int64_t first_id, struct item_row row,
    const struct titles *titles, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < titles->count; i++) {
        row.id = i == 0 ? first_id : store_new_id(gesture_store(gesture));
        row.title = titles->lines[i];
        status = item_rows_insert(gesture, &row, problem);
        row.position++;
    }
    return status;
}

enum status item_add(struct gesture *gesture, int64_t first_id, int64_t meeting, int64_t parent,
    int64_t after, const char *title, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct meeting_facts facts;
    struct siblings siblings = {0};
    struct titles titles = {0};
    struct item_row row = {.meeting = meeting, .parent = parent, .kind = "information"};
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = meeting_call_was_sent(store, meeting, &row.late, problem);
    if (status == STATUS_DONE)
        status = siblings_check_parent(store, meeting, parent, problem);
    if (status == STATUS_DONE)
        status = read_titles(title, &arena, &titles, problem);
    if (status == STATUS_DONE)
        status = siblings_load(store, meeting, parent, &arena, &siblings, problem);
    size_t index = after == 0 ? siblings.count : siblings_index(&siblings, after) + 1;
    if (row.late && index < siblings.count)
        index = siblings.count;
    if (status == STATUS_DONE && index > siblings.count)
        status = problem_set(problem, STATUS_REFUSED,
            "Le point derrière lequel ajouter n'est plus là : choisissez-en un autre.");
    if (status == STATUS_DONE)
        status =
            siblings_make_room(gesture, &siblings, index, titles.count, &row.position, problem);
    if (status == STATUS_DONE)
        status = add_titles(gesture, first_id, row, &titles, problem);
    if (status == STATUS_DONE && after == 0 && parent == 0 && !row.late)
        status = agenda_keep_end(gesture, meeting, problem);
    arena_clear(&arena);
    return status;
}
