// SPDX-License-Identifier: GPL-3.0-or-later
#include "large_meeting.h"

#include <stdio.h>

#include "base/clock.h"
#include "store/attendance.h"
#include "store/gesture.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/mandate.h"
#include "store/meeting.h"
#include "store/organisation.h"
#include "store/person.h"
#include "store/plan.h"
#include "store/record.h"
#include "store/store_open.h"

// What a meeting is made of.
struct maker {
    struct store *store;
    struct arena arena;
    struct committee *committees;
    struct organisation *organisations;
    size_t committee_count, organisation_count;
    struct directory directory;
    int64_t meeting;
    int64_t items[LARGE_ITEMS];
};

// Each is one gesture.
typedef enum status step(
    struct maker *maker, struct gesture *gesture, int index, struct problem *problem);

static enum status take(struct maker *maker, step *take_it, int index, struct problem *problem)
{
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(maker->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = take_it(maker, gesture, index, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "mesure");
    gesture_cancel(gesture);
    return status;
}

static enum status load(struct maker *maker, struct problem *problem)
{
    enum status status = committee_list(
        maker->store, &maker->arena, &maker->committees, &maker->committee_count, problem);
    if (status == STATUS_DONE)
        status = organisation_list(maker->store, &maker->arena, &maker->organisations,
            &maker->organisation_count, problem);
    if (status == STATUS_DONE)
        status = directory_load(maker->store, &maker->arena, &maker->directory, problem);
    if (status == STATUS_DONE && maker->committee_count == 0)
        status = problem_set(problem, STATUS_REFUSED, "no committee");
    return status;
}

static enum status add_people(
    struct maker *maker, struct gesture *gesture, int count, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (int i = 0; status == STATUS_DONE && i < count; i++) {
        const struct organisation *organisation =
            maker->organisation_count == 0
                ? NULL
                : &maker->organisations[(size_t)i % maker->organisation_count];
        int64_t person = store_new_id(maker->store);
        struct person_facts facts = {
            .name = arena_format(&maker->arena, "Membre %d", i + 1),
            .function = "direction de la petite enfance",
            .organisation = organisation == NULL ? 0 : organisation->id,
        };
        struct mandate_facts mandate = {
            .person = person,
            .committee = maker->committees[0].id,
            .role = "membre",
            .voice = "deliberative",
        };
        status = person_add(gesture, person, &facts, problem);
        if (status == STATUS_DONE)
            status = mandate_add(gesture, store_new_id(maker->store), &mandate, problem);
    }
    return status;
}

static enum status add_items(
    struct maker *maker, struct gesture *gesture, int count, struct problem *problem)
{
    struct local_time now = clock_local(store_clock(maker->store));
    struct date today = date_of_day(now.year, now.month, now.day);
    const struct directory *directory = &maker->directory;
    maker->meeting = store_new_id(maker->store);
    enum status status =
        meeting_add(gesture, maker->meeting, maker->committees[0].id, today, problem);
    for (int i = 0; status == STATUS_DONE && i < count; i++) {
        const struct directory_element *element =
            &directory->elements[(size_t)i % directory->element_count];
        struct entry_link link = {element->level, element->id, element->reference};
        maker->items[i] = store_new_id(maker->store);
        status = item_add(gesture, maker->items[i], maker->meeting, 0, 0, element->label, problem);
        if (status == STATUS_DONE && i % 2 == 0)
            status = item_link(gesture, maker->items[i], &link, 1, problem);
    }
    return status == STATUS_DONE ? meeting_open(gesture, maker->meeting, problem) : status;
}

static enum status note_presence(
    struct maker *maker, struct gesture *gesture, int index, struct problem *problem)
{
    (void)index;
    struct attendance_sheet sheet = {0};
    enum status status = attendance_refresh(gesture, maker->meeting, problem);
    if (status == STATUS_DONE)
        status = attendance_load(maker->store, maker->meeting, &maker->arena, &sheet, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sheet.count; i++)
        status = attendance_set_presence(
            gesture, sheet.people[i].id, i % 10 == 9 ? "excuse" : "present", NULL, problem);
    return status;
}

static enum status treat_item(
    struct maker *maker, struct gesture *gesture, int index, struct problem *problem)
{
    static const enum record_kind kinds[] = {RECORD_NOTE, RECORD_INFORMATION, RECORD_DECISION,
        RECORD_NOTE, RECORD_TASK, RECORD_QUESTION};
    enum { KINDS = sizeof kinds / sizeof kinds[0] };
    struct entry_mention owner = {"Membre 7", 0, true};
    int64_t item = maker->items[index];
    enum status status = item_open(gesture, item, problem);
    for (int i = 0; status == STATUS_DONE && i < LARGE_RECORDS / LARGE_ITEMS; i++) {
        struct entry fact = {.kind = kinds[(index + i) % KINDS],
            .text = "Le comité adopte l'ouverture de 24 places à Saint-Jacques.",
            .mentions = &owner,
            .mention_count = 1};
        status = record_add(gesture, store_new_id(maker->store), item, &fact, problem);
    }
    return status;
}

static enum status make_large(struct maker *maker, struct problem *problem)
{
    enum status status = load(maker, problem);
    if (status == STATUS_DONE)
        status = take(maker, add_people, LARGE_PEOPLE, problem);
    if (status == STATUS_DONE)
        status = take(maker, add_items, LARGE_ITEMS, problem);
    if (status == STATUS_DONE)
        status = take(maker, note_presence, 0, problem);
    // The first one last: in both meetings it is where one is, and an arrow down goes somewhere.
    for (int i = 1; status == STATUS_DONE && i <= LARGE_ITEMS; i++)
        status = take(maker, treat_item, i % LARGE_ITEMS, problem);
    return status;
}

static enum status make_empty(struct maker *maker, struct problem *problem)
{
    enum status status = load(maker, problem);
    return status == STATUS_DONE ? take(maker, add_items, EMPTY_ITEMS, problem) : status;
}

enum status large_meeting_make(struct store *store, int64_t *meeting, struct problem *problem)
{
    struct maker maker = {.store = store};
    enum status status = make_large(&maker, problem);
    *meeting = maker.meeting;
    arena_clear(&maker.arena);
    return status;
}

static bool make_in(
    const char *path, enum status (*make)(struct maker *maker, struct problem *problem))
{
    const struct clock clock = {0};
    const struct store_options options = {
        .path = path, .clock = &clock, .site = "mesure", .author = "mesure"};
    struct problem problem = {0};
    struct maker maker = {0};
    enum status status = store_open(&maker.store, &options, &problem);
    if (status == STATUS_DONE)
        status = make(&maker, &problem);
    if (status != STATUS_DONE)
        fprintf(stderr, "bench: %s\n", problem.sentence);
    arena_clear(&maker.arena);
    store_destroy(maker.store);
    return status == STATUS_DONE;
}

bool large_meeting_make_in(const char *path)
{
    return make_in(path, make_large);
}

bool empty_meeting_make_in(const char *path)
{
    return make_in(path, make_empty);
}
