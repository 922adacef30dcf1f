// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/application.h"

#include <stdlib.h>
#include <string.h>

#include "screens/answering.h"
#include "screens/commands.h"
#include "screens/desk.h"
#include "screens/draft_return.h"
#include "screens/frame.h"
#include "screens/half_typed.h"
#include "screens/screen_stack.h"

struct application {
    struct desk desk;
    struct screen_stack stack;
    struct half_typed half_typed;
    bool too_small;
    int width;  // as last drawn
    int minute; // of the clock, as last drawn
};

static uint64_t current_where(const struct application *application)
{
    const struct screen *screen = screen_stack_top(&application->stack);
    if (application->desk.pick != NULL)
        return WHERE_PICKER;
    if (application->desk.question != NULL)
        return WHERE_QUESTION;
    if (screen->class->where != NULL)
        return screen->class->where(screen);
    return WHERE_BIT << screen->destination.place;
}

static void run_command(struct application *application, int command, struct follow *follow)
{
    const struct command_table *table = keymap_table(application->desk.keymap);
    screen_stack_pop(&application->stack);
    screen_stack_refresh(&application->stack);
    *follow = (struct follow){0};
    if (command >= 0 && (size_t)command < table->count)
        table->commands[command].run(
            screen_stack_top(&application->stack), &application->desk, follow);
}

static enum application_request follow_up(struct application *application, struct follow *follow)
{
    if (follow->kind == FOLLOW_RUN)
        run_command(application, follow->command, follow);
    switch (follow->kind) {
    case FOLLOW_GO:
        screen_stack_push(&application->stack, &follow->destination);
        break;
    case FOLLOW_REPLACE:
        screen_stack_replace(&application->stack, &follow->destination);
        break;
    case FOLLOW_HOME:
        screen_stack_go_home(&application->stack, &follow->destination);
        break;
    case FOLLOW_BACK:
        screen_stack_pop(&application->stack);
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

// A double click does what Enter does on the line that the first one went to.
static void open_clicked(struct application *application, struct follow *follow)
{
    struct desk *desk = &application->desk;
    const struct command *command =
        keymap_find(desk->keymap, current_where(application), INPUT_ENTER);
    if (command != NULL)
        command->run(screen_stack_top(&application->stack), desk, follow);
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
        command->run(screen_stack_top(&application->stack), desk, follow);
    else if (desk->pick != NULL)
        answering_choice(&application->stack, event, follow);
    else if (desk->question != NULL)
        answering_question(&application->stack, event, application->width);
    else if (screen_stack_top(&application->stack)->class->handle != NULL &&
             screen_stack_top(&application->stack)
                 ->class->handle(screen_stack_top(&application->stack), desk, event, follow) &&
             event->type == EVENT_CLICK && event->twice)
        open_clicked(application, follow);
}

static void keep_half_typed(struct application *application)
{
    struct problem problem = {0};
    if (half_typed_keep(&application->half_typed, application->stack.screens,
            application->stack.depth, &application->desk, &problem) != STATUS_DONE)
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
    screen_stack_refresh(&application->stack);
    keep_half_typed(application);
    return request;
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
    created->desk.half_typed = &created->half_typed;
    created->stack.desk = &created->desk;
    created->stack.half_typed = &created->half_typed;
    enum status status = screen_stack_begin(&created->stack, problem);
    if (status != STATUS_DONE) {
        application_destroy(created);
        return status;
    }
    if (options->notice != NULL)
        desk_say(&created->desk, "%s", options->notice);
    if (!draft_return(&created->stack) && created->desk.meeting_id != 0) {
        struct destination meeting = {.place = PLACE_MEETING, .element = created->desk.meeting_id};
        screen_stack_push(&created->stack, &meeting);
    }
    // What stands under a meeting is read when it comes to light.
    if (created->stack.depth == 1)
        status = screen_stack_read_top(&created->stack, problem);
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
    screen_stack_clear(&application->stack);
    half_typed_clear(&application->half_typed);
    desk_clear(&application->desk);
    free(application);
}

const char *application_editor_text(const struct application *application)
{
    struct pending pending = {.text = ""};
    half_typed_now(screen_stack_top(&application->stack), &application->desk, &pending);
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
        desk_understand(desk, screen_stack_top(&application->stack));
    } else if (screen_stack_top(&application->stack)->class->edited != NULL)
        screen_stack_top(&application->stack)
            ->class->edited(screen_stack_top(&application->stack), desk, text);
    keep_half_typed(application);
}

bool application_tick(struct application *application)
{
    struct desk *desk = &application->desk;
    bool changed = store_changed_elsewhere(desk->store);
    if (changed) {
        desk_changed(desk);
        desk_say_news(desk);
        screen_stack_refresh(&application->stack);
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
    struct screen *screen = screen_stack_top(&application->stack);
    application->too_small = !frame_fits(surface);
    application->width = surface->columns;
    application->minute = clock_local(store_clock(application->desk.store)).minute;
    if (!application->too_small)
        give_area(application, screen, surface);
    frame_draw(&application->desk, screen, current_where(application), surface);
}
