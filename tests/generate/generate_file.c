// SPDX-License-Identifier: GPL-3.0-or-later
// generate-file DEST DECISIONS: makes a realistic file of that many decisions, through the store's
// own gestures. The same arguments give the same file.
//
// Five years of committees meet in turn; each meeting has an agenda tied to the plan, and on each
// item are recorded notes, questions, decisions and tasks. All meetings but the last are closed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "intake/convention_ini.h"
#include "store/gesture.h"
#include "store/item.h"
#include "store/meeting.h"
#include "store/plan.h"
#include "store/record.h"
#include "store/store.h"
#include "store/task.h"

enum {
    ITEMS_A_MEETING = 6,
    DECISIONS_AN_ITEM = 2,
    DAYS = 5 * 365,
    MINUTE = 60 * 1000,
};

struct generator {
    struct store *store;
    struct clock clock;
    struct arena arena; // of one meeting
    struct directory directory;
    struct committee *committees;
    size_t committee_count;
    uint64_t seed;
    int wanted, made;
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

static enum status add_record(struct generator *generator, struct gesture *gesture, int64_t item,
    enum record_kind kind, struct problem *problem)
{
    struct entry_mention mention = {.owner = kind == RECORD_TASK};
    struct entry fact = {.kind = kind, .text = sentence(generator, kind)};
    int64_t id = store_new_id(generator->store);
    if (kind == RECORD_TASK && generator->directory.name_count > 0) {
        const struct directory_name *name =
            &generator->directory.names[roll(generator, (unsigned)generator->directory.name_count)];
        mention.name = name->label;
        mention.organisation = name->organisation;
        fact.mentions = &mention;
        fact.mention_count = 1;
        fact.date = date_add_days(day_of(generator), 10 + (int)roll(generator, 80));
    }
    generator->clock.milliseconds += MINUTE;
    enum status status = record_add(gesture, id, item, &fact, problem);
    // Nine tasks in ten are done by the time the next meetings are held.
    if (status == STATUS_DONE && kind == RECORD_TASK && roll(generator, 50) != 0)
        status = task_set_state(gesture, id, "faite", problem);
    return status;
}

static enum status record_item(
    struct generator *generator, int64_t meeting, int64_t item, struct problem *problem)
{
    static const enum record_kind kinds[] = {
        RECORD_NOTE, RECORD_INFORMATION, RECORD_QUESTION, RECORD_TASK};
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(generator->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    gesture_concerns_meeting(gesture, meeting);
    status = item_open(gesture, item, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof kinds / sizeof kinds[0]; i++)
        status = add_record(generator, gesture, item, kinds[i], problem);
    for (int i = 0;
         status == STATUS_DONE && i < DECISIONS_AN_ITEM && generator->made < generator->wanted;
         i++, generator->made++)
        status = add_record(generator, gesture, item, RECORD_DECISION, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "point traité");
    gesture_cancel(gesture);
    return status;
}

static enum status add_item(struct generator *generator, struct gesture *gesture, int64_t meeting,
    int64_t id, struct problem *problem)
{
    const struct directory_element *element =
        &generator->directory
             .elements[roll(generator, (unsigned)generator->directory.element_count)];
    struct entry_link link = {element->level, element->id, element->reference};
    enum status status = item_add(gesture, id, meeting, 0, 0, element->label, problem);
    if (status == STATUS_DONE)
        status = item_link(gesture, id, &link, 1, problem);
    return status;
}

// One gesture: the meeting, its agenda, its opening.
static enum status begin_meeting(struct generator *generator, int64_t meeting,
    int64_t items[ITEMS_A_MEETING], struct problem *problem)
{
    const struct committee *committee =
        &generator->committees[roll(generator, (unsigned)generator->committee_count)];
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(generator->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    status = meeting_add(gesture, meeting, committee->id, day_of(generator), problem);
    for (int i = 0; status == STATUS_DONE && i < ITEMS_A_MEETING; i++) {
        items[i] = store_new_id(generator->store);
        status = add_item(generator, gesture, meeting, items[i], problem);
    }
    if (status == STATUS_DONE)
        status = meeting_open(gesture, meeting, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "séance tenue");
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
    int64_t items[ITEMS_A_MEETING] = {0};
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
        status = record_item(generator, meeting, items[i], problem);
    if (status == STATUS_DONE && generator->made < generator->wanted)
        status = end_meeting(generator, meeting, problem);
    return status;
}

static enum status hold_all(struct generator *generator, struct problem *problem)
{
    int meetings = generator->wanted / (ITEMS_A_MEETING * DECISIONS_AN_ITEM) + 1;
    int64_t day = (int64_t)24 * 60 * MINUTE;
    int64_t step = DAYS * day / meetings;
    int64_t start = generator->clock.milliseconds;
    enum status status = STATUS_DONE;
    for (int i = 0; status == STATUS_DONE && generator->made < generator->wanted; i++) {
        int64_t planned = start + i * step;
        if (generator->clock.milliseconds < planned)
            generator->clock.milliseconds = planned;
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
    enum status status = convention_read("perpignan", &arena, &convention, problem);
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
