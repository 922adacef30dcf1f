// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/item_reading.h"

static const struct parked_item *find_waiting(const struct parked_items *parked, int64_t id)
{
    for (size_t i = 0; i < parked->count; i++)
        if (parked->items[i].id == id)
            return &parked->items[i];
    return NULL;
}

// Whatever is under the cursor; what is read stays in the arena when it fails.
static enum status load(const struct screen *screen, struct desk *desk,
    struct item_reading *reading, struct problem *problem)
{
    *reading = (struct item_reading){
        .meeting = screen->class->meeting(screen), .id = screen->class->item(screen)};
    enum status status =
        agenda_load(desk->store, reading->meeting, &reading->arena, &reading->agenda, problem);
    if (status == STATUS_DONE)
        status = parked_items_load(
            desk->store, reading->meeting, &reading->arena, &reading->parked, problem);
    reading->item = agenda_find(&reading->agenda, reading->id);
    reading->waiting = find_waiting(&reading->parked, reading->id);
    reading->title = reading->item != NULL      ? reading->item->title
                     : reading->waiting != NULL ? reading->waiting->title
                                                : NULL;
    return status;
}

bool item_read(const struct screen *screen, struct desk *desk, struct item_reading *reading)
{
    struct problem problem = {0};
    enum status status = load(screen, desk, reading, &problem);
    if (status == STATUS_DONE && reading->title != NULL)
        return true;
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else
        desk_say(desk, reading->agenda.count == 0
                           ? "L'ordre du jour est vide : a y ajoute un point."
                           : "Placez-vous d'abord sur un point de l'ordre du jour.");
    arena_clear(&reading->arena);
    return false;
}

bool item_read_on_agenda(
    const struct screen *screen, struct desk *desk, struct item_reading *reading)
{
    if (!item_read(screen, desk, reading))
        return false;
    if (reading->item != NULL)
        return true;
    desk_say(desk, "Ce point est en attente : w le remet à l'ordre du jour.");
    arena_clear(&reading->arena);
    return false;
}

void item_conclude_numbered(struct desk *desk, struct item_reading *reading,
    struct gesture *gesture, enum status status, struct problem *problem, const char *what)
{
    desk_conclude(desk, gesture, status, problem, "point %s %s : %s", reading->item->number, what,
        reading->title);
    arena_clear(&reading->arena);
}

void item_conclude(struct desk *desk, struct item_reading *reading, struct gesture *gesture,
    enum status status, struct problem *problem, const char *what)
{
    desk_conclude(desk, gesture, status, problem, "point %s : %s", what, reading->title);
    arena_clear(&reading->arena);
}
