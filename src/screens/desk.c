// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/desk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/journal.h"
#include "store/meeting.h"

void desk_init(struct desk *desk)
{
    *desk = (struct desk){0};
    prompt_init(&desk->prompt);
    picker_init(&desk->picker);
}

void desk_clear(struct desk *desk)
{
    buffer_clear(&desk->message);
    buffer_clear(&desk->last_gesture);
    buffer_clear(&desk->undone);
    buffer_clear(&desk->meeting_now);
    prompt_clear(&desk->prompt);
    picker_clear(&desk->picker);
}

struct date desk_today(const struct desk *desk)
{
    struct local_time now = clock_local(store_clock(desk->store));
    return date_of_day(now.year, now.month, now.day);
}

__attribute__((format(printf, 2, 0))) static void append_arguments(
    struct buffer *out, const char *format, va_list arguments)
{
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0) {
        out->failed = true;
        return;
    }
    buffer_append(out, text);
    free(text);
}

void desk_say(struct desk *desk, const char *format, ...)
{
    buffer_reset(&desk->message);
    desk->message_is_problem = false;
    va_list arguments;
    va_start(arguments, format);
    append_arguments(&desk->message, format, arguments);
    va_end(arguments);
}

void desk_refuse(struct desk *desk, const struct problem *problem)
{
    buffer_reset(&desk->message);
    buffer_append(&desk->message, problem->sentence);
    desk->message_is_problem = true;
}

void desk_refuse_no_memory(struct desk *desk)
{
    struct problem problem = {0};
    problem_set_no_memory(&problem);
    desk_refuse(desk, &problem);
}

enum status desk_finish_saying(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const struct buffer *sentence)
{
    if (status == STATUS_DONE && buffer_failed(sentence))
        status = problem_set_no_memory(problem);
    if (status != STATUS_DONE) {
        gesture_cancel(gesture);
        return status;
    }
    status = gesture_commit(gesture, problem, "%s", buffer_text(sentence));
    if (status == STATUS_DONE) {
        buffer_reset(&desk->undone);
        desk_changed(desk);
    }
    return status;
}

enum status desk_conclude_saying(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const struct buffer *sentence)
{
    status = desk_finish_saying(desk, gesture, status, problem, sentence);
    if (status != STATUS_DONE)
        desk_refuse(desk, problem);
    return status;
}

__attribute__((format(printf, 5, 0))) static enum status finish(struct desk *desk,
    struct gesture *gesture, enum status status, struct problem *problem,
    const char *sentence_format, va_list arguments)
{
    struct buffer sentence = {0};
    if (status == STATUS_DONE)
        append_arguments(&sentence, sentence_format, arguments);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

enum status desk_finish(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *sentence_format, ...)
{
    va_list arguments;
    va_start(arguments, sentence_format);
    status = finish(desk, gesture, status, problem, sentence_format, arguments);
    va_end(arguments);
    return status;
}

enum status desk_conclude(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *sentence_format, ...)
{
    va_list arguments;
    va_start(arguments, sentence_format);
    status = finish(desk, gesture, status, problem, sentence_format, arguments);
    va_end(arguments);
    if (status != STATUS_DONE)
        desk_refuse(desk, problem);
    return status;
}

enum status desk_do(
    struct desk *desk, desk_step *step, int64_t row, const char *sentence_format, ...)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    va_list arguments;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = step(gesture, row, &problem);
    va_start(arguments, sentence_format);
    status = finish(desk, gesture, status, &problem, sentence_format, arguments);
    va_end(arguments);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    return status;
}

enum status desk_answer(struct desk *desk, desk_setter *set, int64_t row, const char *text,
    struct problem *problem, const char *sentence_format, ...)
{
    struct gesture *gesture = NULL;
    va_list arguments;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = set(gesture, row, text, problem);
    va_start(arguments, sentence_format);
    status = finish(desk, gesture, status, problem, sentence_format, arguments);
    va_end(arguments);
    return status;
}

static enum editor_lines editor_lines_of(const struct question *question)
{
    return question->lines == QUESTION_ONE_LINE ? EDITOR_ONE_LINE
           : question->lines == QUESTION_LINES  ? EDITOR_PASTED_LINES
                                                : EDITOR_MANY_LINES;
}

void desk_ask(struct desk *desk, const struct screen *screen, const struct question *question,
    int64_t subject, int64_t row, const char *text)
{
    struct buffer described = {0};
    question->describe(screen, desk, subject, &described);
    prompt_ask(&desk->prompt, editor_lines_of(question), buffer_text(&described),
        text == NULL ? "" : text);
    buffer_clear(&described);
    desk->question = question;
    desk->question_subject = subject;
    desk->question_row = row != 0 ? row : store_new_id(desk->store);
    desk_understand(desk, screen);
}

void desk_describe(struct desk *desk, const struct screen *screen)
{
    struct buffer described = {0};
    if (desk->question == NULL)
        return;
    desk->question->describe(screen, desk, desk->question_subject, &described);
    buffer_reset(&desk->prompt.question);
    buffer_append(&desk->prompt.question, buffer_text(&described));
    buffer_clear(&described);
}

void desk_propose(struct desk *desk, const struct screen *screen, const struct question *question,
    int64_t subject, int64_t row, const char *text)
{
    desk_ask(desk, screen, question, subject, row, text);
    prompt_propose(&desk->prompt);
}

void desk_keep_answer(struct desk *desk)
{
    struct editor *editor = &desk->prompt.editor;
    buffer_reset(&editor->killed);
    buffer_append(&editor->killed, editor_text(editor));
}

void desk_stop_asking(struct desk *desk)
{
    desk->question = NULL;
    prompt_ask(&desk->prompt, EDITOR_ONE_LINE, "", "");
}

void desk_understand(struct desk *desk, const struct screen *screen)
{
    struct buffer hint = {0};
    if (desk->question->understand != NULL)
        desk->question->understand(screen, desk, editor_text(&desk->prompt.editor), &hint);
    prompt_hint(&desk->prompt, buffer_text(&hint), false);
    buffer_clear(&hint);
}

void desk_pick(struct desk *desk, const struct pick *pick, const char *question,
    const struct picker_choice *choices, size_t count, bool many)
{
    if (picker_ask(&desk->picker, question, choices, count, many)) {
        desk->pick = pick;
        return;
    }
    desk_refuse_no_memory(desk);
}

void desk_stop_picking(struct desk *desk)
{
    desk->pick = NULL;
}

static void read_last_gesture(struct desk *desk, struct arena *arena)
{
    struct journal_entry entry;
    bool found = false;
    buffer_reset(&desk->last_gesture);
    if (journal_next_undo(desk->store, arena, &entry, &found, NULL) != STATUS_DONE || !found)
        return;
    buffer_append(&desk->last_gesture, entry.sentence);
    desk->last_is_barrier = entry.barrier != BARRIER_NONE;
    if (entry.by_this_window || desk->shown_gesture == 0)
        desk->shown_gesture = entry.id;
}

static void read_meeting_now(struct desk *desk, struct arena *arena)
{
    struct meeting meeting;
    buffer_reset(&desk->meeting_now);
    desk->meeting_id = 0;
    if (meeting_open_now(desk->store, &desk->meeting_id, NULL) != STATUS_DONE ||
        desk->meeting_id == 0)
        return;
    if (meeting_load(desk->store, desk->meeting_id, arena, &meeting, NULL) != STATUS_DONE)
        return;
    buffer_append_format(&desk->meeting_now, "%s du ", meeting.committee_code);
    date_short(&desk->meeting_now, meeting.date);
    buffer_append(&desk->meeting_now, " · séance ouverte");
}

void desk_changed(struct desk *desk)
{
    struct arena arena = {0};
    desk->generation++;
    read_last_gesture(desk, &arena);
    read_meeting_now(desk, &arena);
    arena_clear(&arena);
}

void desk_say_news(struct desk *desk)
{
    struct arena arena = {0};
    struct journal_page page = {0};
    if (journal_list(desk->store, 0, 1, &arena, &page, NULL) == STATUS_DONE && page.count == 1 &&
        page.entries[0].id > desk->shown_gesture) {
        desk->shown_gesture = page.entries[0].id;
        desk_say(desk, "Autre fenêtre : %s", page.entries[0].sentence);
    }
    arena_clear(&arena);
}
