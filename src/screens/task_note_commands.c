// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_note_commands.h"

#include "screens/desk.h"
#include "screens/task_change.h"
#include "store/task_follow_up.h"
#include "store/task_note.h"

enum task_note_question { ASK_NOTE, ASK_ANSWER, CORRECT_NOTE };

static void ask_about_first(
    struct screen *screen, struct desk *desk, enum task_note_question question, bool new_row)
{
    struct task_reading reading;
    if (!task_read(screen, desk, &reading))
        return;
    desk_ask(desk, screen, &task_note_questions[question], reading.task.id,
        new_row ? 0 : reading.task.id, "");
    arena_clear(&reading.arena);
}

void task_ask_note(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    ask_about_first(screen, desk, ASK_NOTE, true);
}

void task_correct_note(struct screen *screen, struct desk *desk, int64_t note, const char *text)
{
    desk_ask(desk, screen, &task_note_questions[CORRECT_NOTE], note, note, text);
}

static enum status ask_news(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    (void)value;
    return task_follow_up_ask(gesture, store_new_id(gesture_store(gesture)), task->id, problem);
}

static enum status drop_news(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    (void)value;
    return task_follow_up_drop(gesture, task->id, problem);
}

// The same key asks no more, while nothing was answered.
void task_ask_news(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    if (!task_read(screen, desk, &reading))
        return;
    bool drops = task_count(screen) == 1 && reading.task.awaited;
    task_change_now(screen, desk, drops ? drop_news : ask_news, NULL,
        drops ? "nouvelles plus demandées" : "nouvelles demandées");
    arena_clear(&reading.arena);
}

void task_take_news(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    if (!task_read(screen, desk, &reading))
        return;
    if (reading.task.awaited)
        ask_about_first(screen, desk, ASK_ANSWER, false);
    else
        desk_say(desk, "Personne n'a demandé de nouvelles de cette tâche : a les demande.");
    arena_clear(&reading.arena);
}

static void describe_note(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    task_describe(screen, desk, subject, "Avancement", out);
}

static void describe_answer(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    task_describe(screen, desk, subject, "Nouvelles reçues", out);
}

static void describe_correction(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Corriger la note d'avancement (vide : l'ôter)");
}

// The first note takes the row that the question was asked for.
struct note {
    int64_t row;
    const char *text;
};

static enum status add_note(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    struct note *const *note = value;
    int64_t row = (*note)->row;
    (*note)->row = 0;
    return task_note_add(gesture, row != 0 ? row : store_new_id(gesture_store(gesture)), task->id,
        (*note)->text, problem);
}

static enum status accept_note(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    struct note note = {row, text};
    struct note *const first = &note;
    return task_change_all(screen, desk, subject, add_note, &first, text, problem);
}

static enum status take_news(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return task_follow_up_give(gesture, task->id, value, problem);
}

static enum status accept_answer(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return task_change_all(screen, desk, subject, take_news, text, text, problem);
}

static enum status accept_correction(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = text[0] == '\0' ? task_note_remove(gesture, subject, problem)
                                 : task_note_set(gesture, subject, text, problem);
    return desk_finish(desk, gesture, status, problem, "note d'avancement %s%s",
        text[0] == '\0' ? "ôtée" : ": ", text);
}

const struct question task_note_questions[TASK_NOTE_QUESTION_COUNT] = {
    [ASK_NOTE] = {.purpose = "avancement", .describe = describe_note, .accept = accept_note},
    [ASK_ANSWER] = {.purpose = "nouvelles",
        .correction = true,
        .describe = describe_answer,
        .accept = accept_answer},
    [CORRECT_NOTE] = {.purpose = "note-avancement",
        .correction = true,
        .describe = describe_correction,
        .accept = accept_correction},
};
