// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen is: a state that begins with `struct screen`, and one const struct of
// callbacks. `handle` changes state and says what must follow; `draw` only reads.
#ifndef GREFFE_SCREENS_SCREEN_H
#define GREFFE_SCREENS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "screens/follow.h"
#include "store/draft.h"
#include "surface/key.h"
#include "surface/surface.h"

struct desk;
struct screen;
struct paged_list;

// A question that the screen asks at the bottom; the desk holds the text while it is typed.
struct question {
    const char *purpose; // names it in a draft: `titre`
    enum { QUESTION_ONE_LINE, QUESTION_LINES, QUESTION_LONG } lines;
    bool correction; // `row` exists and is being corrected; else it will be made
    bool leaves;     // once the answer is kept, one is back where one came from
    // What is asked: «Titre de l'action 6.1».
    void (*describe)(
        const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out);
    // What was understood, as it is typed; NULL where there is nothing to say.
    void (*understand)(
        const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out);
    // Keeps the answer. A refusal leaves the question and its text where they are.
    enum status (*accept)(struct screen *screen, struct desk *desk, int64_t subject, int64_t row,
        const char *text, struct problem *problem);
};

// The questions that a screen may ask, its own and those of commands it shares with others.
enum { QUESTION_TABLES = 12 };
struct question_table {
    const struct question *questions;
    size_t count;
};

// What is being typed in a screen's own editor; all borrowed from the screen.
struct pending {
    const char *purpose;
    int64_t subject;
    int64_t row;
    bool correction;
    const char *text;
    size_t cursor;
};

struct screen_class {
    size_t size; // of the whole state
    // Sets up what must be there before the first reload; NULL where zeroes do.
    void (*init)(struct screen *screen);
    void (*clear)(struct screen *screen);
    // Reads what it shows, anew; keeps where one is. STATUS_REFUSED when what it showed is gone.
    enum status (*reload)(struct screen *screen, struct desk *desk, struct problem *problem);
    // Reads what a taller area shows besides; NULL: nothing.
    enum status (*fill)(struct screen *screen, struct desk *desk, struct problem *problem);
    // The title line: where one is (left), and what goes on (right).
    void (*title)(const struct screen *screen, const struct desk *desk, struct buffer *left,
        struct buffer *right);
    // What goes on is a warning; NULL: never.
    bool (*warns)(const struct screen *screen);
    // One line about what is under the cursor; NULL: none.
    void (*detail)(const struct screen *screen, const struct desk *desk, struct buffer *out);
    void (*draw)(const struct screen *screen, const struct desk *desk, struct surface *surface,
        struct rectangle area);
    // What commands did not take. True when the event was used.
    bool (*handle)(
        struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow);
    // The bits of screens/commands.h that are true now; NULL: those of its place alone.
    uint64_t (*where)(const struct screen *screen);
    // The element of the plan the cursor is on; NULL or false: none.
    bool (*element)(const struct screen *screen, enum plan_level *level, int64_t *element);
    // The meeting, and the item of its agenda, the cursor is on; NULL or 0: none.
    int64_t (*meeting)(const struct screen *screen);
    int64_t (*item)(const struct screen *screen);
    // The decision the cursor is on; NULL or 0: none.
    int64_t (*decision)(const struct screen *screen);
    // The tasks that a command acts on, marked or under the cursor, one after another; false behind
    // the last. NULL: there are none.
    bool (*task)(const struct screen *screen, size_t index, int64_t *task);
    // They were changed: marks go. NULL where there are no marks.
    void (*changed)(struct screen *screen);
    // What its own editors hold, one after another, the one that has the keys last; false behind
    // the last. NULL: it has none.
    bool (*pending)(const struct screen *screen, size_t index, struct pending *pending);
    // Takes up what one of its editors held. False when it cannot: nothing is written there now.
    bool (*resume)(struct screen *screen, struct desk *desk, const struct pending *pending);
    // Text edited outside comes back to its own editor.
    void (*edited)(struct screen *screen, struct desk *desk, const char *text);
    struct question_table questions[QUESTION_TABLES];
    const struct paged_list *paged; // of a screen over screens/paged_screen.h
};

struct screen {
    const struct screen_class *class;
    struct destination destination;
    int64_t seen;          // the desk's generation at the last reload
    struct rectangle area; // as last drawn, for the mouse and the keys that turn a page
};

#endif
