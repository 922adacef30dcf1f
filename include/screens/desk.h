// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen works with: the open file, the hour, the message line, the question or the
// choice that is open at the bottom.
#ifndef GREFFE_SCREENS_DESK_H
#define GREFFE_SCREENS_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "screens/screen.h"
#include "store/draft.h"
#include "store/gesture.h"
#include "store/store.h"
#include "surface/command.h"
#include "text/date.h"
#include "widgets/picker.h"
#include "widgets/prompt.h"

// Takes what was picked; `picker_takes` tells which choices.
struct pick {
    void (*accept)(struct screen *screen, struct desk *desk, const struct picker *picker,
        struct follow *follow);
};

struct half_typed;

struct desk {
    struct store *store; // borrowed, as the next three
    struct draft_folder *drafts;
    const struct half_typed *half_typed; // what waits in screens that were left; NULL: not kept
    const struct keymap *keymap;
    int64_t generation; // grows with every change of the file: screens reload
    struct buffer message;
    bool message_is_problem;
    struct buffer last_gesture; // what undo would take back
    bool last_is_barrier;       // …or would refuse to
    struct buffer undone;       // what undo took back here, until the next gesture; else empty
    int64_t shown_gesture;      // the latest gesture that this window has shown
    struct buffer meeting_now;  // «COPIL du 12/03/2026 · séance ouverte», empty without one
    int64_t meeting_id;         // that meeting, 0 for none
    const struct question *question; // NULL: none is asked
    int64_t question_subject, question_row;
    struct prompt prompt;
    const struct pick *pick; // NULL: nothing is being picked
    struct picker picker;
};

void desk_init(struct desk *desk);
void desk_clear(struct desk *desk);

struct date desk_today(const struct desk *desk);

// The message line, until the next key.
void desk_say(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));
void desk_refuse(struct desk *desk, const struct problem *problem);
void desk_refuse_no_memory(struct desk *desk);

// A change of the file: begin, what the rule says, finish. Finish commits (or cancels when
// `status` is a failure), shows the gesture on the message line, and has the screens reload.
//
//     enum status status = gesture_begin(desk->store, &gesture, problem);
//     if (status == STATUS_DONE)
//         status = plan_set_action_state(gesture, action, state, problem);
//     return desk_finish(desk, gesture, status, problem, "action %s : %s", code, label);
enum status desk_finish(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *sentence_format, ...)
    __attribute__((format(printf, 5, 6)));

// The same for a command, which has nowhere to return a refusal: it goes to the message line.
enum status desk_conclude(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *sentence_format, ...)
    __attribute__((format(printf, 5, 6)));

// The same with a sentence that was written piece by piece: one for which memory ended, and which
// is cut, refuses the gesture. Hence the formats above take no `buffer_text` that was not asked
// whether it failed.
enum status desk_finish_saying(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const struct buffer *sentence);
enum status desk_conclude_saying(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const struct buffer *sentence);

// The whole of a command that does one thing to one row, a refusal on the message line; the whole
// of an answer that sets one text of one row, a refusal returned.
typedef enum status desk_step(struct gesture *gesture, int64_t row, struct problem *problem);
typedef enum status desk_setter(
    struct gesture *gesture, int64_t row, const char *text, struct problem *problem);
enum status desk_do(struct desk *desk, desk_step *step, int64_t row, const char *sentence_format,
    ...) __attribute__((format(printf, 4, 5)));
enum status desk_answer(struct desk *desk, desk_setter *set, int64_t row, const char *text,
    struct problem *problem, const char *sentence_format, ...)
    __attribute__((format(printf, 6, 7)));

// Asks; `row` is the row that the answer will make (0: a new id is taken) or correct.
void desk_ask(struct desk *desk, const struct screen *screen, const struct question *question,
    int64_t subject, int64_t row, const char *text);
// The same, `text` being a proposal or one short value: the first letter typed replaces it.
void desk_propose(struct desk *desk, const struct screen *screen, const struct question *question,
    int64_t subject, int64_t row, const char *text);
// Names anew what is edited, which another window may have moved; the text stays.
void desk_describe(struct desk *desk, const struct screen *screen);
void desk_stop_asking(struct desk *desk);
// What was typed for a question can be yanked back into the next one.
void desk_keep_answer(struct desk *desk);
void desk_understand(struct desk *desk, const struct screen *screen);

// Offers a choice; what is given is copied. Nothing is offered when memory ends: the message line
// says so.
void desk_pick(struct desk *desk, const struct pick *pick, const char *question,
    const struct picker_choice *choices, size_t count, bool many);
void desk_stop_picking(struct desk *desk);

// Something changed in the file: what is shown is read again, the last gesture and the open
// meeting included.
void desk_changed(struct desk *desk);

// Says the latest gesture where another window made it since this one last looked.
void desk_say_news(struct desk *desk);

#endif
