// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/item_return.h"

#include "rules/workflow.h"
#include "screens/item_reading.h"
#include "screens/meeting_phrases.h"
#include "store/item_document.h"
#include "store/meeting.h"

void item_wait(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read(screen, desk, &reading))
        return;
    bool waits = reading.waiting != NULL;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = waits ? item_unpark(gesture, reading.id, reading.meeting, &problem)
                       : item_park(gesture, reading.id, &problem);
    item_conclude(desk, &reading, gesture, status, &problem,
        waits ? "remis à l'ordre du jour" : "mis en attente");
}

void item_pin(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    bool pins = !reading.item->pinned;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_pinned(gesture, reading.id, pins, &problem);
    item_conclude(desk, &reading, gesture, status, &problem,
        pins ? "épinglé, il reviendra à chaque séance" : "désépinglé");
}

void item_close_for_good(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    struct item_removal removal = {0};
    struct buffer sentence = {0};
    if (!item_read(screen, desk, &reading))
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_settle(gesture, reading.id, &removal, &problem);
    buffer_append(&sentence, "point ");
    phrase_removal(&sentence, &removal);
    buffer_append_format(&sentence, " : %s", reading.title);
    desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    buffer_clear(&sentence);
    arena_clear(&reading.arena);
}

void item_open_again(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_state(gesture, reading.id, item_state_code(ITEM_UNTREATED), &problem);
    item_conclude(desk, &reading, gesture, status, &problem, "remis à traiter");
}

// The first choice puts the item at the first level; the others are the agenda's items.
static void accept_place(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    size_t choice = picker_focused(picker);
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    int64_t parent =
        choice > 0 && choice <= reading.agenda.count ? reading.agenda.items[choice - 1].id : 0;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_place(gesture, reading.id, parent, 0, &problem);
    item_conclude(desk, &reading, gesture, status, &problem, "rangé ailleurs");
}

void item_pick_place(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_place};
    struct item_reading reading;
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    size_t count = reading.agenda.count;
    struct picker_choice *choices = arena_array(&reading.arena, count + 1, sizeof *choices);
    if (choices != NULL) {
        choices[0] =
            (struct picker_choice){.reference = "", .label = "Au premier niveau, à la fin"};
        for (size_t i = 0; i < count; i++)
            choices[i + 1] = (struct picker_choice){.reference = reading.agenda.items[i].number,
                .label = reading.agenda.items[i].title};
        desk_pick(desk, &pick, "Sous quel point le ranger ?", choices, count + 1, false);
    } else
        desk_refuse_no_memory(desk);
    arena_clear(&reading.arena);
}

void item_ask_document(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    if (!item_read(screen, desk, &reading))
        return;
    desk_ask(desk, screen, &item_return_questions[0], reading.id, 0, "");
    arena_clear(&reading.arena);
}

static void accept_document_to_remove(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    struct item_documents documents = {0};
    size_t choice = picker_focused(picker);
    if (!item_read(screen, desk, &reading))
        return;
    enum status status =
        item_documents_load(desk->store, reading.id, &reading.arena, &documents, &problem);
    if (status == STATUS_DONE && choice < documents.count) {
        status = gesture_begin(desk->store, &gesture, &problem);
        if (status == STATUS_DONE)
            status = item_document_remove(gesture, documents.documents[choice].id, &problem);
        status = desk_finish(
            desk, gesture, status, &problem, "pièce ôtée : %s", documents.documents[choice].title);
    }
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

void item_pick_document(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_document_to_remove};
    struct item_reading reading;
    struct problem problem = {0};
    struct item_documents documents = {0};
    if (!item_read(screen, desk, &reading))
        return;
    enum status status =
        item_documents_load(desk->store, reading.id, &reading.arena, &documents, &problem);
    struct picker_choice *choices =
        arena_array(&reading.arena, documents.count + 1, sizeof *choices);
    if (status == STATUS_DONE && choices == NULL)
        status = problem_set_no_memory(&problem);
    for (size_t i = 0; choices != NULL && i < documents.count; i++)
        choices[i] = (struct picker_choice){
            .reference = documents.documents[i].place, .label = documents.documents[i].title};
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (documents.count == 0)
        desk_say(desk, "Aucune pièce n'est jointe à ce point : f en joint une.");
    else
        desk_pick(desk, &pick, "Quelle pièce ôter ?", choices, documents.count, false);
    arena_clear(&reading.arena);
}

void item_show_thread(struct screen *screen, struct desk *desk, struct follow *follow)
{
    int64_t item = screen->class->item == NULL ? 0 : screen->class->item(screen);
    if (item == 0)
        desk_say(desk, "Placez-vous d'abord sur un point.");
    else
        follow_go(follow, PLACE_THREAD, PLAN_FIELD, item);
}

static void describe_document(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Pièce à joindre : son titre, puis son chemin ou son adresse");
}

static void understand_document(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)text;
    buffer_append(out, "Par exemple : Bilan 2025 : documents/bilan-2025.pdf");
}

static enum status accept_document(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = item_document_add(gesture, row, subject, text, problem);
    return desk_finish(desk, gesture, status, problem, "pièce jointe : %s", text);
}

const struct question item_return_questions[] = {
    {.purpose = "piece",
        .describe = describe_document,
        .understand = understand_document,
        .accept = accept_document},
};
