// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/application.h"

#include <stdlib.h>
#include <string.h>

#include "screens/commands.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/half_typed.h"
#include "screens/places.h"

// Deeper than anybody drills; the oldest screen above the tableau makes room.
enum { STACK_DEPTH = 24 };

struct application {
    struct desk desk;
    struct screen *stack[STACK_DEPTH]; // the tableau first
    size_t depth;
    struct half_typed half_typed;
    bool too_small;
    int width;  // as last drawn
    int minute; // of the clock, as last drawn
};

static struct screen *top(const struct application *application)
{
    return application->stack[application->depth - 1];
}

static void screen_destroy(struct screen *screen)
{
    if (screen->class->clear != NULL)
        screen->class->clear(screen);
    free(screen);
}

static struct screen *screen_create(const struct destination *destination)
{
    const struct screen_class *class = place_class(destination->place);
    struct screen *screen = calloc(1, class->size);
    if (screen == NULL)
        return NULL;
    screen->class = class;
    screen->destination = *destination;
    screen->area = (struct rectangle){1, 0, FRAME_LEAST_ROWS - 4, FRAME_LEAST_COLUMNS};
    if (class->init != NULL)
        class->init(screen);
    return screen;
}

static enum status screen_reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    screen->seen = desk->generation;
    return screen->class->reload(screen, desk, problem);
}

// What is half typed there is not lost with the screen.
static void leave(struct application *application, struct screen *screen)
{
    if (!half_typed_park(&application->half_typed, screen))
        desk_refuse_no_memory(&application->desk);
    screen_destroy(screen);
}

static void pop(struct application *application)
{
    if (application->depth > 1)
        leave(application, application->stack[--application->depth]);
}

static void make_room(struct application *application)
{
    if (application->depth < STACK_DEPTH)
        return;
    leave(application, application->stack[1]);
    memmove(&application->stack[1], &application->stack[2],
        (STACK_DEPTH - 2) * sizeof application->stack[0]);
    application->depth--;
}

// Opens a place above the others; the message line tells why it could not.
static bool push(struct application *application, const struct destination *destination)
{
    struct problem problem = {0};
    struct screen *screen = screen_create(destination);
    if (screen == NULL)
        problem_set_no_memory(&problem);
    else if (screen_reload(screen, &application->desk, &problem) == STATUS_DONE) {
        make_room(application);
        application->stack[application->depth++] = screen;
        half_typed_give_back(&application->half_typed, screen, &application->desk);
        return true;
    }
    if (screen != NULL)
        screen_destroy(screen);
    desk_refuse(&application->desk, &problem);
    return false;
}

// What was typed for a question can be yanked back into the next one.
static void keep_answer(struct desk *desk)
{
    struct editor *editor = &desk->prompt.editor;
    buffer_reset(&editor->killed);
    buffer_append(&editor->killed, editor_text(editor));
}

// A question or a choice goes with the screen that asked.
static void leave_unanswered(struct desk *desk)
{
    if (desk->question != NULL) {
        keep_answer(desk);
        desk_stop_asking(desk);
    }
    desk_stop_picking(desk);
}

// The screen on top shows the file as it is; one whose subject is gone is left, one that cannot be
// read now stays as it was.
static void refresh(struct application *application)
{
    struct desk *desk = &application->desk;
    for (;;) {
        struct problem problem = {0};
        struct screen *screen = top(application);
        if (screen->seen == desk->generation)
            return;
        enum status status = screen_reload(screen, desk, &problem);
        if (status == STATUS_DONE) {
            desk_describe(desk, screen);
            return;
        }
        desk_refuse(desk, &problem);
        if (status != STATUS_REFUSED || application->depth == 1)
            return;
        leave_unanswered(desk);
        pop(application);
    }
}

static uint64_t current_where(const struct application *application)
{
    const struct screen *screen = top(application);
    if (application->desk.pick != NULL)
        return WHERE_PICKER;
    if (application->desk.question != NULL)
        return WHERE_QUESTION;
    if (screen->class->where != NULL)
        return screen->class->where(screen);
    return WHERE_BIT << screen->destination.place;
}

static bool same_place(const struct destination *left, const struct destination *right)
{
    return left->place == right->place && left->level == right->level &&
           left->element == right->element;
}

static void go_home(struct application *application, const struct destination *destination)
{
    while (application->depth > 1)
        pop(application);
    if (!same_place(destination, &top(application)->destination))
        push(application, destination);
}

static void replace(struct application *application, const struct destination *destination)
{
    struct screen *left = top(application);
    if (application->depth == 1) {
        push(application, destination);
        return;
    }
    application->depth--;
    if (push(application, destination))
        leave(application, left);
    else
        application->stack[application->depth++] = left;
}

static void run_command(struct application *application, int command, struct follow *follow)
{
    const struct command_table *table = keymap_table(application->desk.keymap);
    pop(application);
    refresh(application);
    *follow = (struct follow){0};
    if (command >= 0 && (size_t)command < table->count)
        table->commands[command].run(top(application), &application->desk, follow);
}

static enum application_request follow_up(struct application *application, struct follow *follow)
{
    if (follow->kind == FOLLOW_RUN)
        run_command(application, follow->command, follow);
    switch (follow->kind) {
    case FOLLOW_GO:
        push(application, &follow->destination);
        break;
    case FOLLOW_REPLACE:
        replace(application, &follow->destination);
        break;
    case FOLLOW_HOME:
        go_home(application, &follow->destination);
        break;
    case FOLLOW_BACK:
        pop(application);
        break;
    case FOLLOW_QUIT:
        return APPLICATION_QUITS;
    case FOLLOW_SUSPEND:
        return APPLICATION_SUSPENDS;
    case FOLLOW_REDRAW:
        return APPLICATION_REDRAWS;
    case FOLLOW_EDITOR:
        return APPLICATION_WANTS_EDITOR;
    case FOLLOW_STAY:
    case FOLLOW_RUN:
        break;
    }
    return APPLICATION_GOES_ON;
}

// Blanks and line ends around an answer mean nothing.
static void append_trimmed(struct buffer *out, const char *text)
{
    static const char blanks[] = " \n";
    text += strspn(text, blanks);
    size_t length = strlen(text);
    while (length > 0 && strchr(blanks, text[length - 1]) != NULL)
        length--;
    buffer_append_bytes(out, text, length);
}

static void answer_question(struct application *application)
{
    struct desk *desk = &application->desk;
    struct problem problem = {0};
    struct buffer text = {0};
    const struct question *question = desk->question;
    append_trimmed(&text, editor_text(&desk->prompt.editor));
    if (buffer_failed(&text))
        problem_set_no_memory(&problem);
    else
        question->accept(top(application), desk, desk->question_subject, desk->question_row,
            buffer_text(&text), &problem);
    if (problem.status == STATUS_DONE) {
        desk_stop_asking(desk);
        if (question->leaves)
            pop(application);
    } else
        prompt_hint(&desk->prompt, problem.sentence, true);
    buffer_clear(&text);
}

static void abandon_question(struct desk *desk)
{
    if (!editor_is_empty(&desk->prompt.editor)) {
        keep_answer(desk);
        desk_say(desk, "Saisie abandonnée : à la prochaine question, Ctrl-Y la redonne.");
    }
    desk_stop_asking(desk);
}

static void handle_question(struct application *application, const struct event *event)
{
    struct desk *desk = &application->desk;
    switch (prompt_handle(&desk->prompt, event, application->width - 4)) {
    case EDITOR_ACCEPT:
        answer_question(application);
        break;
    case EDITOR_CANCEL:
        abandon_question(desk);
        break;
    case EDITOR_CHANGED:
        desk_understand(desk, top(application));
        break;
    case EDITOR_TOO_LONG:
        prompt_hint(&desk->prompt, "Le texte est trop long : la fin a été coupée.", true);
        break;
    case EDITOR_NO_MEMORY:
        prompt_hint(&desk->prompt, "La mémoire manque : la dernière frappe est perdue.", true);
        break;
    case EDITOR_IGNORED:
    case EDITOR_MOVED:
        break;
    }
}

// What was chosen was refused, and nothing else is asked: the choice stays open for another.
static bool is_refused(const struct desk *desk)
{
    return desk->message_is_problem && desk->message.length > 0 && desk->pick == NULL &&
           desk->question == NULL;
}

static void handle_picker(
    struct application *application, const struct event *event, struct follow *follow)
{
    struct desk *desk = &application->desk;
    const struct pick *pick = desk->pick;
    switch (picker_handle(&desk->picker, event, (size_t)top(application)->area.height / 2)) {
    case PICKER_CHOSEN:
        desk_stop_picking(desk);
        pick->accept(top(application), desk, &desk->picker, follow);
        if (is_refused(desk) && follow->kind == FOLLOW_STAY)
            desk->pick = pick;
        break;
    case PICKER_CANCELLED:
        desk_stop_picking(desk);
        break;
    case PICKER_GOES_ON:
        break;
    }
}

// A double click does what Enter does on the line that the first one went to.
static void open_clicked(struct application *application, struct follow *follow)
{
    struct desk *desk = &application->desk;
    const struct command *command =
        keymap_find(desk->keymap, current_where(application), INPUT_ENTER);
    if (command != NULL)
        command->run(top(application), desk, follow);
}

static void dispatch(
    struct application *application, const struct event *event, struct follow *follow)
{
    struct desk *desk = &application->desk;
    uint64_t where = current_where(application);
    if (application->too_small && (where & WHERE_TYPING) == 0)
        return;
    const struct command *command =
        event->type == EVENT_KEY ? keymap_find(desk->keymap, where, event->key) : NULL;
    if (command != NULL)
        command->run(top(application), desk, follow);
    else if (desk->pick != NULL)
        handle_picker(application, event, follow);
    else if (desk->question != NULL)
        handle_question(application, event);
    else if (top(application)->class->handle != NULL &&
             top(application)->class->handle(top(application), desk, event, follow) &&
             event->type == EVENT_CLICK && event->twice)
        open_clicked(application, follow);
}

static void keep_half_typed(struct application *application)
{
    struct problem problem = {0};
    if (half_typed_keep(&application->half_typed, application->stack, application->depth,
            &application->desk, &problem) != STATUS_DONE)
        desk_refuse(&application->desk, &problem);
}

enum application_request application_handle(
    struct application *application, const struct event *event)
{
    struct follow follow = {0};
    if (event->type == EVENT_KEY || event->type == EVENT_PASTE)
        buffer_reset(&application->desk.message);
    dispatch(application, event, &follow);
    enum application_request request = follow_up(application, &follow);
    refresh(application);
    keep_half_typed(application);
    return request;
}

static const struct question *find_question(const struct screen *screen, const char *purpose)
{
    for (size_t t = 0; t < QUESTION_TABLES; t++) {
        const struct question_table *table = &screen->class->questions[t];
        for (size_t i = 0; i < table->count; i++)
            if (strcmp(table->questions[i].purpose, purpose) == 0)
                return &table->questions[i];
    }
    return NULL;
}

// The question goes on where it was asked.
static void ask_again(struct application *application, const struct question *question,
    const struct draft *draft, int64_t subject)
{
    struct desk *desk = &application->desk;
    desk_ask(desk, top(application), question, subject, draft->row, draft->text);
    if (draft->cursor <= desk->prompt.editor.text.length)
        desk->prompt.editor.cursor = draft->cursor;
    half_typed_drop_last(&application->half_typed);
}

// Goes where the person was typing: the screen gets its own texts back as it opens. False when the
// place is gone, or takes no text any more.
static bool return_to(struct application *application, struct draft draft)
{
    struct arena arena = {0};
    struct destination place;
    const char *purpose = NULL;
    int64_t subject = 0;
    struct half_typed *half = &application->half_typed;
    size_t waiting = half->count;
    bool returned = false;
    if (place_read(draft.place, &arena, &place, &purpose, &subject) &&
        (place.place == PLACE_TABLEAU || push(application, &place))) {
        const struct question *question = find_question(top(application), purpose);
        returned = question != NULL || half->count < waiting;
        if (question != NULL)
            ask_again(application, question, &draft, subject);
    }
    arena_clear(&arena);
    return returned;
}

// What a dead window had half typed. False when there was nothing, or its place is gone.
static bool take_up_drafts(struct application *application)
{
    struct half_typed *half = &application->half_typed;
    const struct draft *latest = half_typed_take_up(half, &application->desk);
    if (latest == NULL)
        return false;
    if (return_to(application, *latest)) {
        desk_say(&application->desk, "Une saisie interrompue a été retrouvée : la voici.");
        return true;
    }
    desk_say(&application->desk,
        "Une saisie interrompue n'a plus sa place ; en voici le texte : %s", latest->text);
    half_typed_drop_last(half);
    return false;
}

enum status application_create(struct application **application,
    const struct application_options *options, struct problem *problem)
{
    struct application *created = calloc(1, sizeof *created);
    if (created == NULL)
        return problem_set_no_memory(problem);
    desk_init(&created->desk);
    created->desk.store = options->store;
    created->desk.drafts = options->drafts;
    created->desk.keymap = options->keymap;
    created->width = FRAME_LEAST_COLUMNS;
    desk_changed(&created->desk);
    struct destination home = {.place = PLACE_TABLEAU};
    struct screen *tableau = screen_create(&home);
    if (tableau == NULL) {
        application_destroy(created);
        return problem_set_no_memory(problem);
    }
    created->stack[created->depth++] = tableau;
    if (options->notice != NULL)
        desk_say(&created->desk, "%s", options->notice);
    if (!take_up_drafts(created) && created->desk.meeting_id != 0) {
        struct destination meeting = {.place = PLACE_MEETING, .element = created->desk.meeting_id};
        push(created, &meeting);
    }
    // What stands under a meeting is read when it comes to light.
    enum status status =
        created->depth > 1 ? STATUS_DONE : screen_reload(tableau, &created->desk, problem);
    if (status != STATUS_DONE) {
        application_destroy(created);
        return status;
    }
    keep_half_typed(created);
    *application = created;
    return STATUS_DONE;
}

void application_destroy(struct application *application)
{
    if (application == NULL)
        return;
    while (application->depth > 0)
        screen_destroy(application->stack[--application->depth]);
    half_typed_clear(&application->half_typed);
    desk_clear(&application->desk);
    free(application);
}

const char *application_editor_text(const struct application *application)
{
    struct pending pending = {.text = ""};
    half_typed_now(top(application), &application->desk, &pending);
    return pending.text;
}

void application_editor_done(struct application *application, const char *text, const char *reason)
{
    struct desk *desk = &application->desk;
    if (reason != NULL)
        desk_say(desk, "%s", reason);
    if (text == NULL)
        return;
    if (desk->question != NULL) {
        struct editor *editor = &desk->prompt.editor;
        editor_replace(editor, 0, editor->text.length, "");
        editor_insert(editor, text, strlen(text));
        desk_understand(desk, top(application));
    } else if (top(application)->class->edited != NULL)
        top(application)->class->edited(top(application), desk, text);
    keep_half_typed(application);
}

bool application_tick(struct application *application)
{
    struct desk *desk = &application->desk;
    bool changed = store_changed_elsewhere(desk->store);
    if (changed) {
        desk_changed(desk);
        desk_say_news(desk);
        refresh(application);
    }
    return changed || clock_local(store_clock(desk->store)).minute != application->minute;
}

void application_settle(struct application *application)
{
    draft_synchronise(application->desk.drafts);
}

static void give_area(
    struct application *application, struct screen *screen, const struct surface *surface)
{
    struct problem problem = {0};
    int height = screen->area.height;
    screen->area = frame_body(&application->desk, screen, surface);
    if (screen->area.height > height && screen->class->fill != NULL &&
        screen->class->fill(screen, &application->desk, &problem) != STATUS_DONE)
        desk_refuse(&application->desk, &problem);
}

void application_draw(struct application *application, struct surface *surface)
{
    struct screen *screen = top(application);
    application->too_small = !frame_fits(surface);
    application->width = surface->columns;
    application->minute = clock_local(store_clock(application->desk.store)).minute;
    if (!application->too_small)
        give_area(application, screen, surface);
    frame_draw(&application->desk, screen, current_where(application), surface);
}
