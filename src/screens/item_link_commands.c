// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/item_link_commands.h"

#include "screens/item_reading.h"
#include "screens/plan_links.h"
#include "store/directory.h"
#include "store/item_edit.h"

static bool item_has_link(const struct item *item, const struct directory_element *element)
{
    for (size_t i = 0; i < item->link_count; i++)
        if (item->links[i].level == element->level && item->links[i].id == element->id)
            return true;
    return false;
}

// What the marks add to the item's links, and what they take away.
struct link_changes {
    struct entry_link *added, *removed;
    size_t added_count, removed_count;
};

static bool compare_links(const struct item *item, const struct directory *directory,
    const struct picker *picker, struct arena *arena, struct link_changes *changes)
{
    *changes = (struct link_changes){0};
    changes->added = arena_array(arena, directory->element_count + 1, sizeof *changes->added);
    changes->removed = arena_array(arena, directory->element_count + 1, sizeof *changes->removed);
    if (changes->added == NULL || changes->removed == NULL)
        return false;
    for (size_t i = 0; i < directory->element_count && i < picker->count; i++) {
        const struct directory_element *element = &directory->elements[i];
        struct entry_link link = {element->level, element->id, element->reference};
        bool had = item_has_link(item, element);
        if (picker_takes(picker, i) && !had)
            changes->added[changes->added_count++] = link;
        else if (!picker_takes(picker, i) && had)
            changes->removed[changes->removed_count++] = link;
    }
    return true;
}

static void accept_links(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    struct directory directory = {0};
    struct link_changes changes = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    enum status status = directory_load(desk->store, &reading.arena, &directory, &problem);
    if (status == STATUS_DONE &&
        !compare_links(reading.item, &directory, picker, &reading.arena, &changes))
        status = problem_set_no_memory(&problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_link(gesture, reading.item->id, changes.added, changes.added_count, &problem);
    if (status == STATUS_DONE)
        status = item_unlink(
            gesture, reading.item->id, changes.removed, changes.removed_count, &problem);
    item_conclude_numbered(desk, &reading, gesture, status, &problem, "rattaché au plan");
}

void item_pick_links(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_links};
    struct item_reading reading;
    struct problem problem = {0};
    struct directory directory = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    struct picker_choice *choices = NULL;
    enum status status = directory_load(desk->store, &reading.arena, &directory, &problem);
    if (status == STATUS_DONE)
        choices = plan_choices(&directory, &reading.arena);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (choices == NULL)
        desk_refuse_no_memory(desk);
    else {
        desk_pick(desk, &pick, "De quoi parle ce point ?", choices, directory.element_count, true);
        for (size_t i = 0; i < directory.element_count && desk->pick != NULL; i++)
            if (item_has_link(reading.item, &directory.elements[i]))
                picker_mark(&desk->picker, i);
    }
    arena_clear(&reading.arena);
}
