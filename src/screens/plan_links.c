// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/plan_links.h"

#include <string.h>

#include "screens/desk.h"
#include "screens/plan_phrases.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"

// Refused where a first press put it there already: the same title, with the same link.
static enum status check_absent(struct desk *desk, const struct meeting *meeting,
    const struct entry_link *link, const char *label, struct problem *problem)
{
    struct arena arena = {0};
    struct agenda agenda = {0};
    enum status status = agenda_load(desk->store, meeting->id, &arena, &agenda, problem);
    for (size_t i = 0; status == STATUS_DONE && i < agenda.count; i++) {
        const struct item *item = &agenda.items[i];
        if (item->link_count == 1 && item->links[0].level == link->level &&
            item->links[0].id == link->id && strcmp(item->title, label) == 0)
            status = problem_set(problem, STATUS_REFUSED,
                "C'est déjà le point %s de l'ordre du jour de %s.", item->number,
                meeting->reference);
    }
    arena_clear(&arena);
    return status;
}

static enum status add_item(struct desk *desk, int64_t meeting_id, enum plan_level level,
    int64_t element, struct problem *problem)
{
    struct arena arena = {0};
    struct plan plan = {0};
    struct meeting meeting = {0};
    struct gesture *gesture = NULL;
    struct entry_link link = {.level = level, .id = element};
    int64_t item = store_new_id(desk->store);
    enum status status = plan_load(desk->store, desk_today(desk), true, &arena, &plan, problem);
    if (status == STATUS_DONE)
        status = meeting_load(desk->store, meeting_id, &arena, &meeting, problem);
    const char *label = plan_label(&plan, level, element);
    if (status == STATUS_DONE)
        status = check_absent(desk, &meeting, &link, label, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = item_add(gesture, item, meeting_id, 0, 0, label, problem);
    if (status == STATUS_DONE)
        status = item_link(gesture, item, &link, 1, problem);
    status = desk_finish(
        desk, gesture, status, problem, "à l'ordre du jour de %s : %s", meeting.reference, label);
    arena_clear(&arena);
    return status;
}

void plan_put_on_agenda(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    enum plan_level level = PLAN_FIELD;
    int64_t element = 0;
    int64_t meeting = 0;
    enum status status = STATUS_DONE;
    if (!screen->class->element(screen, &level, &element) || level == PLAN_FIELD)
        status = problem_set(
            &problem, STATUS_REFUSED, "Placez le curseur sur un axe, un objectif ou une action.");
    if (status == STATUS_DONE)
        status = meeting_for_agenda(desk->store, &meeting, &problem);
    if (status == STATUS_DONE && meeting == 0)
        status = problem_set(&problem, STATUS_REFUSED,
            "Aucune séance n'est ouverte ni préparée : s montre les séances, où n en prépare une.");
    if (status == STATUS_DONE)
        status = add_item(desk, meeting, level, element, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

void plan_open_history(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    enum plan_level level;
    int64_t element;
    if (screen->class->element(screen, &level, &element))
        follow_go(follow, PLACE_ELEMENT_HISTORY, level, element);
}

struct picker_choice *plan_choices(const struct directory *directory, struct arena *arena)
{
    static const char *const names[] = {
        [PLAN_FIELD] = "champ",
        [PLAN_AXIS] = "axe",
        [PLAN_OBJECTIVE] = "objectif",
        [PLAN_ACTION] = "action",
    };
    struct picker_choice *choices =
        arena_array(arena, directory->element_count + 1, sizeof *choices);
    if (choices == NULL)
        return NULL;
    for (size_t i = 0; i < directory->element_count; i++) {
        const struct directory_element *element = &directory->elements[i];
        choices[i] = (struct picker_choice){
            .reference = element->reference,
            .label = element->label,
            .aside = names[element->level],
            .also = names[element->level],
        };
    }
    return choices;
}
