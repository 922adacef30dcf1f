// SPDX-License-Identifier: GPL-3.0-or-later
// generate-file DEST DECISIONS: makes a realistic file of that many decisions, through the store's
// own gestures. The same arguments give the same file.
//
// Over five years committees meet on working days; each meeting has an agenda tied to the plan,
// with a sub-item here and there, and on each item are recorded notes, questions, decisions and
// tasks, some tied to another axis. Old tasks are done, but for a few. All meetings but the last
// are closed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "intake/convention_ini.h"
#include "store/creation.h"
#include "store/gesture.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"
#include "store/plan.h"
#include "store/record.h"
#include "store/store.h"
#include "store/store_open.h"
#include "store/task.h"

enum {
    ITEMS_A_MEETING = 6,
    DECISIONS_AN_ITEM = 2, // on average
    DAYS = 5 * 365,
    RECENT_DAYS = 365,
    MINUTE = 60 * 1000,
    FIRST_HOUR = 9,
    FRIDAY = 5,
};

static const int64_t hour = (int64_t)60 * MINUTE;
static const int64_t day = (int64_t)24 * 60 * MINUTE;

// A file that can be made again need not be on the disk at each gesture: here, SQLite waits for
// nothing.
int fsync(int descriptor)
{
    (void)descriptor;
    return 0;
}

int fdatasync(int descriptor)
{
    (void)descriptor;
    return 0;
}

struct generator {
    struct store *store;
    struct clock clock;
    struct arena arena; // of one meeting
    struct directory directory;
    struct committee *committees;
    size_t committee_count;
    uint64_t seed;
    int wanted, made;
    int64_t end; // of the five years, in milliseconds
};

struct held_item {
    int64_t id;
    const char *title;
};

static unsigned roll(struct generator *generator, unsigned sides)
{
    generator->seed ^= generator->seed << 13;
    generator->seed ^= generator->seed >> 7;
    generator->seed ^= generator->seed << 17;
    return (unsigned)(generator->seed >> 33) % sides;
}

#define PICK(GENERATOR, LIST) ((LIST)[roll((GENERATOR), sizeof(LIST) / sizeof((LIST)[0]))])

static const char *sentence(struct generator *generator, enum record_kind kind)
{
    static const char *const verbs[] = {"adopte", "valide", "retient", "approuve", "confirme"};
    static const char *const things[] = {"l'ouverture de places d'accueil",
        "le calendrier des passerelles", "le plan de communication aux familles",
        "le soutien aux espaces de vie sociale", "le groupe de travail inclusion",
        "le maintien du permis de louer", "le diagnostic partagé", "la convention de partenariat",
        "l'extension des horaires", "le règlement du dispositif"};
    static const char *const places[] = {"à Saint-Jacques", "au Bas-Vernet", "au Moulin à Vent",
        "à Saint-Assiscle", "dans tout le territoire", "au Champ de Mars"};
    static const char *const tasks[] = {
        "Chiffrer", "Préparer", "Transmettre", "Rédiger", "Présenter", "Vérifier"};
    const char *thing = PICK(generator, things);
    const char *place = PICK(generator, places);
    if (kind == RECORD_DECISION)
        return arena_format(
            &generator->arena, "Le comité %s %s %s.", PICK(generator, verbs), thing, place);
    if (kind == RECORD_TASK)
        return arena_format(&generator->arena, "%s %s %s", PICK(generator, tasks), thing, place);
    return arena_format(
        &generator->arena, "Point sur %s %s, n° %u", thing, place, roll(generator, 1000));
}

static struct date day_of(const struct generator *generator)
{
    struct local_time now = clock_local(&generator->clock);
    return date_of_day(now.year, now.month, now.day);
}

static struct entry_link any_link(struct generator *generator)
{
    const struct directory *directory = &generator->directory;
    const struct directory_element *element =
        &directory->elements[roll(generator, (unsigned)directory->element_count)];
    return (struct entry_link){element->level, element->id, element->reference};
}

// Of the last year one task in eight is still open, of the years before one in two hundred.
static bool task_is_done(struct generator *generator)
{
    bool recent = generator->end - generator->clock.milliseconds < RECENT_DAYS * day;
    return roll(generator, recent ? 8 : 200) != 0;
}

static void give_task(
    struct generator *generator, struct entry *fact, struct entry_mention *mention)
{
    const struct directory *directory = &generator->directory;
    fact->date = date_add_days(day_of(generator), 10 + (int)roll(generator, 80));
    if (directory->name_count == 0)
        return;
    const struct directory_name *name =
        &directory->names[roll(generator, (unsigned)directory->name_count)];
    *mention = (struct entry_mention){
        .owner = true, .name = name->label, .organisation = name->organisation};
    fact->mentions = mention;
    fact->mention_count = 1;
}

static enum status add_record(struct generator *generator, struct gesture *gesture, int64_t item,
    enum record_kind kind, struct problem *problem)
{
    struct entry_mention mention = {0};
    struct entry fact = {.kind = kind, .text = sentence(generator, kind)};
    struct entry_link link = any_link(generator);
    int64_t id = store_new_id(generator->store);
    if (kind == RECORD_TASK)
        give_task(generator, &fact, &mention);
    if (roll(generator, 10) == 0) {
        fact.links = &link;
        fact.link_count = 1;
    }
    generator->clock.milliseconds += MINUTE;
    enum status status = record_add(gesture, id, item, &fact, problem);
    if (status == STATUS_DONE && kind == RECORD_TASK && task_is_done(generator))
        status = task_set_state(gesture, id, "faite", problem);
    return status;
}

static enum status record_item(struct generator *generator, int64_t meeting,
    const struct held_item *item, struct problem *problem)
{
    static const enum record_kind kinds[] = {
        RECORD_NOTE, RECORD_INFORMATION, RECORD_QUESTION, RECORD_TASK};
    struct gesture *gesture = NULL;
    int decisions = (int)roll(generator, 2 * DECISIONS_AN_ITEM + 1);
    enum status status = gesture_begin(generator->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    gesture_concerns_meeting(gesture, meeting);
    status = item_open(gesture, item->id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof kinds / sizeof kinds[0]; i++)
        status = add_record(generator, gesture, item->id, kinds[i], problem);
    for (int i = 0; status == STATUS_DONE && i < decisions && generator->made < generator->wanted;
         i++, generator->made++)
        status = add_record(generator, gesture, item->id, RECORD_DECISION, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "point traité : %s", item->title);
    gesture_cancel(gesture);
    return status;
}

// One item in five is a sub-item of `parent`, and has no link of its own.
static enum status add_item(struct generator *generator, struct gesture *gesture, int64_t meeting,
    int64_t *parent, struct held_item *item, struct problem *problem)
{
    const struct directory *directory = &generator->directory;
    const struct directory_element *element =
        &directory->elements[roll(generator, (unsigned)directory->element_count)];
    struct entry_link link = {element->level, element->id, element->reference};
    bool below = *parent != 0 && roll(generator, 5) == 0;
    *item = (struct held_item){store_new_id(generator->store), element->label};
    enum status status =
        item_add(gesture, item->id, meeting, below ? *parent : 0, 0, element->label, problem);
    if (status != STATUS_DONE || below)
        return status;
    *parent = item->id;
    return item_link(gesture, item->id, &link, 1, problem);
}

// One gesture: the meeting, its agenda, its opening.
static enum status begin_meeting(struct generator *generator, int64_t meeting,
    struct held_item items[ITEMS_A_MEETING], struct problem *problem)
{
    const struct committee *committee =
        &generator->committees[roll(generator, (unsigned)generator->committee_count)];
    struct gesture *gesture = NULL;
    int64_t parent = 0;
    enum status status = gesture_begin(generator->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    status = meeting_add(gesture, meeting, committee->id, day_of(generator), problem);
    for (int i = 0; status == STATUS_DONE && i < ITEMS_A_MEETING; i++)
        status = add_item(generator, gesture, meeting, &parent, &items[i], problem);
    if (status == STATUS_DONE)
        status = meeting_open(gesture, meeting, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "séance ouverte : %s", committee->label);
    gesture_cancel(gesture);
    return status;
}

static enum status end_meeting(
    struct generator *generator, int64_t meeting, struct problem *problem)
{
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(generator->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    status = meeting_adjourn(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_close(gesture, meeting, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "séance close");
    gesture_cancel(gesture);
    return status;
}

static enum status hold_meeting(struct generator *generator, struct problem *problem)
{
    struct held_item items[ITEMS_A_MEETING] = {0};
    int64_t meeting = store_new_id(generator->store);
    arena_clear(&generator->arena);
    enum status status =
        directory_load(generator->store, &generator->arena, &generator->directory, problem);
    if (status == STATUS_DONE)
        status = committee_list(generator->store, &generator->arena, &generator->committees,
            &generator->committee_count, problem);
    if (status == STATUS_DONE)
        status = begin_meeting(generator, meeting, items, problem);
    for (int i = 0; status == STATUS_DONE && i < ITEMS_A_MEETING; i++)
        status = record_item(generator, meeting, &items[i], problem);
    if (status == STATUS_DONE && generator->made < generator->wanted)
        status = end_meeting(generator, meeting, problem);
    return status;
}

// The morning of that day, or of the Monday behind it; where a meeting was held that morning, half
// an hour after it.
static void wait_until(struct generator *generator, int64_t planned)
{
    struct local_time local = local_time_at(planned);
    int weekday = date_weekday(date_of_day(local.year, local.month, local.day));
    if (weekday > FRIDAY)
        planned += (FRIDAY + 3 - weekday) * day;
    local = local_time_at(planned);
    local.hour = FIRST_HOUR;
    local.minute = local.second = 0;
    planned = local_time_milliseconds(&local);
    int64_t pause = generator->clock.milliseconds + hour / 2;
    generator->clock.milliseconds = planned > pause ? planned : pause;
}

static enum status hold_all(struct generator *generator, struct problem *problem)
{
    int meetings = generator->wanted / (ITEMS_A_MEETING * DECISIONS_AN_ITEM) + 1;
    int64_t start = generator->clock.milliseconds;
    int64_t step = DAYS * day / meetings;
    enum status status = STATUS_DONE;
    generator->end = start + DAYS * day;
    for (int i = 0; status == STATUS_DONE && generator->made < generator->wanted; i++) {
        wait_until(generator, start + i * step);
        status = hold_meeting(generator, problem);
    }
    return status;
}

static enum status generate(struct generator *generator, const char *path, struct problem *problem)
{
    struct arena arena = {0};
    struct convention convention;
    struct store_options options = {.path = path,
        .clock = &generator->clock,
        .site = "essai",
        .author = "generate-file",
        .seeded = true};
    enum status status = convention_load(CONVENTION_DEFAULT_NAME, &arena, &convention, problem);
    if (status == STATUS_DONE)
        status = store_create(&options, &convention, problem);
    arena_clear(&arena);
    if (status == STATUS_DONE)
        status = store_open(&generator->store, &options, problem);
    if (status == STATUS_DONE)
        status = hold_all(generator, problem);
    arena_clear(&generator->arena);
    store_destroy(generator->store);
    return status;
}

int main(int count, char **arguments)
{
    struct problem problem = {0};
    struct local_time start = {.year = 2024, .month = 1, .day = 8, .hour = 9};
    struct generator generator = {.seed = 0x43544731};
    if (count != 3 || (generator.wanted = atoi(arguments[2])) <= 0) {
        fprintf(stderr, "usage: %s DEST DECISIONS\n", arguments[0]);
        return STATUS_USAGE;
    }
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    generator.clock =
        (struct clock){.fixed = true, .milliseconds = local_time_milliseconds(&start)};
    enum status status = generate(&generator, arguments[1], &problem);
    if (status != STATUS_DONE)
        fprintf(stderr, "generate-file: %s\n", problem.sentence);
    return (int)status;
}
