// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/item_edit.h"

#include <stdio.h>
#include <string.h>

#include "rules/item_kind.h"
#include "screens/agenda_paste.h"
#include "screens/desk.h"
#include "screens/item_reading.h"
#include "screens/meeting_phrases.h"
#include "store/directory.h"
#include "store/item_line_add.h"

enum item_question { ASK_NEW, ASK_SUB_ITEM, ASK_TITLE, ASK_MINUTES };

void item_ask_new(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &item_questions[ASK_NEW], 0, 0, "");
}

void item_ask_sub_item(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    int64_t parent = reading.item->parent != 0 ? reading.item->parent : reading.item->id;
    desk_ask(desk, screen, &item_questions[ASK_SUB_ITEM], parent, 0, "");
    arena_clear(&reading.arena);
}

// Asks for a fact of the item under the cursor, beginning from what it is.
static void ask_fact(struct screen *screen, struct desk *desk, enum item_question question,
    void (*append)(struct buffer *out, const struct item *item))
{
    struct item_reading reading;
    struct buffer value = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    append(&value, reading.item);
    desk_ask(desk, screen, &item_questions[question], reading.item->id, reading.item->id,
        buffer_text(&value));
    // A title is worked over; a duration is said anew.
    if (question != ASK_TITLE)
        prompt_propose(&desk->prompt);
    buffer_clear(&value);
    arena_clear(&reading.arena);
}

static void append_title(struct buffer *out, const struct item *item)
{
    buffer_append(out, item->title);
}

static void append_minutes(struct buffer *out, const struct item *item)
{
    if (item->planned_minutes > 0)
        buffer_append_format(out, "%d", item->planned_minutes);
}

void item_ask_title(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    ask_fact(screen, desk, ASK_TITLE, append_title);
}

void item_ask_minutes(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    ask_fact(screen, desk, ASK_MINUTES, append_minutes);
}

void item_next_kind(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    char what[48];
    const char *kind = item_kind_after(reading.item->kind);
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_kind(gesture, reading.item->id, kind, &problem);
    snprintf(what, sizeof what, "pour %s", item_kind_label(kind));
    item_conclude_numbered(desk, &reading, gesture, status, &problem, what);
}

void item_drop(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct item_removal removal = {0};
    struct buffer sentence = {0};
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_take_away(gesture, reading.item->id, &removal, &problem);
    buffer_append_format(&sentence, "point %s ", reading.item->number);
    phrase_removal(&sentence, &removal);
    buffer_append_format(&sentence, " : %s", reading.title);
    desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    buffer_clear(&sentence);
    arena_clear(&reading.arena);
}

static void move_item(struct screen *screen, struct desk *desk, int step)
{
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_move(gesture, reading.item->id, step, &problem);
    item_conclude_numbered(
        desk, &reading, gesture, status, &problem, step < 0 ? "monté" : "descendu");
}

void item_move_up(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_item(screen, desk, -1);
}

void item_move_down(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_item(screen, desk, 1);
}

static void indent_item(struct screen *screen, struct desk *desk, bool deeper)
{
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_indent(gesture, reading.item->id, deeper, &problem);
    item_conclude_numbered(desk, &reading, gesture, status, &problem,
        deeper ? "mis en sous-point" : "remis au premier niveau");
}

void item_indent_deeper(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    indent_item(screen, desk, true);
}

void item_indent_back(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    indent_item(screen, desk, false);
}

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Nouveau point, ou une liste collée");
}

// The item's number, read anew: a question may have been asked long ago.
static enum status append_number(struct buffer *out, const struct screen *screen,
    const struct desk *desk, int64_t id, struct problem *problem)
{
    struct arena arena = {0};
    struct agenda agenda = {0};
    int64_t meeting = screen->class->meeting(screen);
    enum status status = agenda_load(desk->store, meeting, &arena, &agenda, problem);
    const struct item *item = status == STATUS_DONE ? agenda_find(&agenda, id) : NULL;
    if (item != NULL)
        buffer_append(out, item->number);
    arena_clear(&arena);
    return status;
}

// «Titre du point 3»: `before` then the item's number.
static void describe_item(const struct screen *screen, const struct desk *desk, int64_t subject,
    const char *before, struct buffer *out)
{
    buffer_append(out, before);
    append_number(out, screen, desk, subject, NULL);
}

static void describe_sub_item(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe_item(screen, desk, subject, "Nouveau sous-point du point ", out);
}

static void describe_title(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe_item(screen, desk, subject, "Titre du point ", out);
}

static void describe_minutes(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe_item(screen, desk, subject, "Durée prévue du point ", out);
}

// What a line says besides its title, as it is typed; several lines are read when they are taken.
static void understand_new(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct directory directory;
    struct item_line line;
    bool read = strchr(text, '\n') == NULL &&
                directory_load(desk->store, &arena, &directory, NULL) == STATUS_DONE &&
                item_line_read(text, &directory, &arena, &line, NULL) == STATUS_DONE;
    if (read)
        item_line_explain(out, &line);
    if (out->length == 0)
        buffer_append(out, "En fin de ligne : 20 min ou 1h30, #6 pour l'axe, @ qui le rapporte");
    arena_clear(&arena);
}

static enum status add_items(struct screen *screen, struct desk *desk, int64_t parent, int64_t row,
    const char *text, struct problem *problem)
{
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = item_line_add(gesture, row, screen->class->meeting(screen), parent, text, problem);
    size_t first = strcspn(text, "\n");
    return desk_finish(desk, gesture, status, problem, "à l'ordre du jour : %.*s%s", (int)first,
        text, text[first] == '\n' ? " et la suite" : "");
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)subject;
    if (strchr(text, '\n') == NULL)
        return add_items(screen, desk, 0, row, text, problem);
    return agenda_paste_answer(desk, screen->class->meeting(screen), row, text, problem);
}

static enum status accept_sub_item(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    return add_items(screen, desk, subject, row, text, problem);
}

// A column of an item, changed as one gesture.
typedef enum status item_setter(
    struct gesture *gesture, int64_t item, const char *value, struct problem *problem);

// «point 3, durée prévue : 15 min»
static enum status set_column(struct screen *screen, struct desk *desk, item_setter *set,
    int64_t item, const char *what, const char *text, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    buffer_append(&sentence, "point ");
    enum status status = append_number(&sentence, screen, desk, item, problem);
    buffer_append_format(&sentence, ", %s : %s", what, text[0] == '\0' ? "(vide)" : text);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = set(gesture, item, text, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

static enum status accept_title(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return set_column(screen, desk, item_set_title, subject, "titre", text, problem);
}

static enum status accept_minutes(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct buffer said = {0};
    bool bare = text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
    buffer_append_format(&said, "%s%s", text, bare ? " min" : "");
    enum status status = set_column(
        screen, desk, item_set_minutes, subject, "durée prévue", buffer_text(&said), problem);
    buffer_clear(&said);
    return status;
}

const struct question item_questions[] = {
    [ASK_NEW] = {.purpose = "point",
        .lines = QUESTION_LINES,
        .describe = describe_new,
        .understand = understand_new,
        .accept = accept_new},
    [ASK_SUB_ITEM] = {.purpose = "sous-point",
        .lines = QUESTION_LINES,
        .describe = describe_sub_item,
        .understand = understand_new,
        .accept = accept_sub_item},
    [ASK_TITLE] = {.purpose = "titre-point",
        .correction = true,
        .describe = describe_title,
        .accept = accept_title},
    [ASK_MINUTES] = {.purpose = "minutes",
        .correction = true,
        .describe = describe_minutes,
        .accept = accept_minutes},
};
