// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/loop.h"

#include <errno.h>
#include <unistd.h>

#include "base/clock.h"
#include "terminal/curses.h"
#include "terminal/external_editor.h"
#include "terminal/input.h"
#include "terminal/locale.h"
#include "terminal/signals.h"

enum {
    TICK_MILLISECONDS = 300,
    PAUSE_MILLISECONDS = 400, // after which typing has paused
    CHUNK = 4096,
    MOST_CHUNKS = 64, // handled before a repaint, however fast they come
};

struct loop {
    struct application *application;
    struct curses *curses;
    struct signals signals;
    struct surface surface;
    struct input input;
    struct clock clock;
    bool unsettled; // something was typed since the last pause
    bool stale;     // what the terminal shows is not what the application draws
    bool ending;
};

static enum status loop_resize(struct loop *loop, struct problem *problem)
{
    int rows;
    int columns;
    curses_measure(loop->curses, &rows, &columns);
    loop->stale = true;
    if (rows == loop->surface.rows && columns == loop->surface.columns)
        return STATUS_DONE;
    if (!surface_resize(&loop->surface, rows, columns))
        return problem_set_no_memory(problem);
    return STATUS_DONE;
}

static void repaint(struct loop *loop)
{
    surface_erase(&loop->surface);
    application_draw(loop->application, &loop->surface);
    curses_show(loop->curses, &loop->surface);
    loop->stale = false;
}

static void settle(struct loop *loop)
{
    if (loop->unsettled)
        application_settle(loop->application);
    loop->unsettled = false;
}

static void retake_terminal(struct loop *loop)
{
    curses_return(loop->curses);
    loop_resize(loop, NULL);
}

static void suspend(struct loop *loop)
{
    settle(loop);
    curses_leave(loop->curses);
    signals_suspend(&loop->signals);
    retake_terminal(loop);
}

static void edit_outside(struct loop *loop)
{
    struct buffer text = {0};
    struct problem problem = {0};
    settle(loop);
    curses_leave(loop->curses);
    signals_lend(&loop->signals);
    enum status status =
        external_editor_run(application_editor_text(loop->application), &text, &problem);
    signals_take_back();
    retake_terminal(loop);
    if (status == STATUS_DONE)
        application_editor_done(loop->application, buffer_text(&text), NULL);
    else
        application_editor_done(loop->application, NULL, problem.sentence);
    buffer_clear(&text);
    loop->unsettled = true;
}

static void handle_event(struct loop *loop, const struct event *event)
{
    loop->stale = true;
    loop->unsettled = true;
    switch (application_handle(loop->application, event)) {
    case APPLICATION_GOES_ON:
        break;
    case APPLICATION_QUITS:
        loop->ending = true;
        break;
    case APPLICATION_SUSPENDS:
        suspend(loop);
        break;
    case APPLICATION_REDRAWS:
        curses_forget(loop->curses);
        break;
    case APPLICATION_WANTS_EDITOR:
        edit_outside(loop);
        break;
    }
}

static void handle_input(struct loop *loop, bool all)
{
    struct event event;
    while (!loop->ending && input_next(&loop->input, clock_now(&loop->clock), all, &event))
        handle_event(loop, &event);
}

// What was pasted when the end came is typed. An Escape that is alone is not: it may be the first
// byte of a key, and would throw away a line.
static void handle_last_input(struct loop *loop)
{
    struct event event;
    handle_input(loop, false);
    if (loop->input.pasting && input_next(&loop->input, clock_now(&loop->clock), true, &event) &&
        event.type == EVENT_PASTE)
        handle_event(loop, &event);
    loop->ending = true;
}

static void read_terminal(struct loop *loop)
{
    char bytes[CHUNK];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0)
        input_feed(&loop->input, bytes, (size_t)count);
    bool gone = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
    if (gone)
        handle_last_input(loop);
    else
        handle_input(loop, false);
}

static void read_waiting(struct loop *loop)
{
    int chunks = 0;
    do {
        read_terminal(loop);
    } while (!loop->ending && ++chunks < MOST_CHUNKS &&
             signals_wait(&loop->signals, STDIN_FILENO, 0) == WAIT_READABLE);
}

static void handle_silence(struct loop *loop)
{
    if (input_delay(&loop->input) >= 0) {
        handle_input(loop, true);
        return;
    }
    settle(loop);
    if (application_tick(loop->application))
        loop->stale = true;
}

static void handle_signals(struct loop *loop)
{
    unsigned news = signals_take();
    if ((news & SIGNALS_END) != 0) {
        handle_last_input(loop);
        return;
    }
    if ((news & SIGNALS_SUSPEND) != 0)
        suspend(loop);
    else if ((news & SIGNALS_RESUMED) != 0)
        retake_terminal(loop);
    else if ((news & SIGNALS_RESIZED) != 0)
        loop_resize(loop, NULL);
}

static void loop_once(struct loop *loop)
{
    int delay = input_delay(&loop->input);
    if (delay < 0)
        delay = loop->unsettled ? PAUSE_MILLISECONDS : TICK_MILLISECONDS;
    switch (signals_wait(&loop->signals, STDIN_FILENO, delay)) {
    case WAIT_READABLE:
        read_waiting(loop);
        break;
    case WAIT_TIME_OVER:
        handle_silence(loop);
        break;
    case WAIT_INTERRUPTED:
        break;
    }
    handle_signals(loop);
}

static enum status loop_on(struct loop *loop, struct problem *problem)
{
    enum status status = loop_resize(loop, problem);
    if (status != STATUS_DONE)
        return status;
    // A draft that was taken up, or refused, is on the screen but not yet said to be on the disk.
    loop->unsettled = true;
    while (!loop->ending) {
        if (loop->stale)
            repaint(loop);
        loop_once(loop);
    }
    settle(loop);
    return STATUS_DONE;
}

enum status loop_run(
    struct application *application, const struct theme *theme, struct problem *problem)
{
    struct loop loop = {.application = application};
    enum status status = locale_check_terminal(problem);
    if (status != STATUS_DONE)
        return status;
    signals_start(&loop.signals);
    status = curses_create(&loop.curses, theme, problem);
    if (status == STATUS_DONE) {
        status = loop_on(&loop, problem);
        curses_destroy(loop.curses);
    }
    signals_stop(&loop.signals);
    input_clear(&loop.input);
    surface_clear(&loop.surface);
    return status;
}
