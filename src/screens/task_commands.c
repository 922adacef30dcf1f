// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_commands.h"

#include <string.h>

#include "rules/owner_line.h"
#include "rules/workflow.h"
#include "screens/desk.h"
#include "store/directory.h"
#include "store/task.h"
#include "store/task_follow_up.h"
#include "store/task_note.h"
#include "store/task_sheet.h"
#include "text/french_date.h"

enum task_question { ASK_DUE, ASK_OWNERS, ASK_NOTE, ASK_ANSWER, CORRECT_NOTE };

enum { FIRST_PRIORITY = 1, LAST_PRIORITY = 5 };

static size_t count_tasks(const struct screen *screen)
{
    size_t count = 0;
    int64_t task;
    while (screen->class->task != NULL && screen->class->task(screen, count, &task))
        count++;
    return count;
}

// The first of the tasks, read for one command. Nothing to free when it is false.
struct reading {
    struct arena arena;
    struct task_sheet task;
};

static bool read_task(const struct screen *screen, struct desk *desk, struct reading *reading)
{
    struct problem problem = {0};
    int64_t task = 0;
    *reading = (struct reading){0};
    if (screen->class->task == NULL || !screen->class->task(screen, 0, &task)) {
        desk_say(desk, "Aucune tâche ici : elles se notent en séance, derrière un >");
        return false;
    }
    if (task_sheet_load(desk->store, task, &reading->arena, &reading->task, &problem) ==
        STATUS_DONE)
        return true;
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

typedef enum status task_change(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem);

static enum status change_one(struct gesture *gesture, int64_t id, task_change *change,
    const void *value, struct buffer *name, struct problem *problem)
{
    struct arena arena = {0};
    struct task_sheet task;
    enum status status = task_sheet_load(gesture_store(gesture), id, &arena, &task, problem);
    if (status == STATUS_DONE)
        status = change(gesture, &task, value, problem);
    if (status == STATUS_DONE)
        buffer_append(name, task.reference);
    arena_clear(&arena);
    return status;
}

// All of them, or none: one gesture. A question that was taken up after a crash knows its task.
static enum status change_all(struct screen *screen, struct desk *desk, int64_t subject,
    task_change *change, const void *value, const char *what, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer name = {0};
    size_t count = count_tasks(screen);
    bool several = count > 1;
    int64_t task = subject;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    for (size_t i = 0; status == STATUS_DONE && i < (several ? count : 1); i++) {
        if (several || subject == 0)
            screen->class->task(screen, i, &task);
        buffer_reset(&name);
        status = change_one(gesture, task, change, value, &name, problem);
    }
    if (several) {
        buffer_reset(&name);
        buffer_append_format(&name, "%d tâches", (int)count);
    }
    status = desk_finish(desk, gesture, status, problem, "%s%s : %s", several ? "" : "tâche ",
        buffer_text(&name), what);
    if (status == STATUS_DONE && screen->class->changed != NULL)
        screen->class->changed(screen);
    buffer_clear(&name);
    return status;
}

static void change_now(struct screen *screen, struct desk *desk, task_change *change,
    const void *value, const char *what)
{
    struct problem problem = {0};
    if (count_tasks(screen) == 0)
        desk_say(desk, "Aucune tâche ici : elles se notent en séance, derrière un >");
    else if (change_all(screen, desk, 0, change, value, what, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

// Among several, those that are so already stay.
static enum status set_state(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return strcmp(task->state, value) == 0 ? STATUS_DONE
                                           : task_set_state(gesture, task->id, value, problem);
}

void task_next_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct reading reading;
    if (count_tasks(screen) > 1) {
        task_pick_state(screen, desk, follow);
        return;
    }
    if (!read_task(screen, desk, &reading))
        return;
    const char *next = workflow_next(&task_workflow, reading.task.state);
    if (next == NULL)
        desk_say(desk, "Cette tâche est finie : E choisit un autre état, u annule.");
    else
        change_now(screen, desk, set_state, next, workflow_label(&task_workflow, next));
    arena_clear(&reading.arena);
}

void task_done(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_now(screen, desk, set_state, "faite",
        count_tasks(screen) > 1 ? "faites" : workflow_label(&task_workflow, "faite"));
}

static void accept_state(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    size_t chosen = picker_focused(picker);
    if (chosen < task_workflow.state_count)
        change_now(screen, desk, set_state, task_workflow.states[chosen].code,
            task_workflow.states[chosen].label);
}

void task_pick_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_state};
    struct picker_choice choices[8] = {{0}};
    if (count_tasks(screen) == 0)
        return;
    for (size_t i = 0; i < task_workflow.state_count; i++)
        choices[i] =
            (struct picker_choice){.reference = "", .label = task_workflow.states[i].label};
    desk_pick(desk, &pick, "État de la tâche", choices, task_workflow.state_count, false);
}

static enum status set_due(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return task_set_due(gesture, task->id, *(const struct date *)value, problem);
}

void task_ask_due(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct buffer date = {0};
    if (!read_task(screen, desk, &reading))
        return;
    date_short(&date, reading.task.due);
    desk_ask(desk, screen, &task_questions[ASK_DUE], reading.task.id, reading.task.id,
        buffer_text(&date));
    buffer_clear(&date);
    arena_clear(&reading.arena);
}

static enum status set_priority(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return task_set_priority(gesture, task->id, *(const int *)value, problem);
}

static void accept_priority(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    int priority = FIRST_PRIORITY + (int)picker_focused(picker);
    char what[] = "priorité 0";
    if (priority > LAST_PRIORITY)
        return;
    what[sizeof what - 2] = (char)('0' + priority);
    change_now(screen, desk, set_priority, &priority, what);
}

void task_pick_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_priority};
    static const struct picker_choice choices[LAST_PRIORITY] = {
        {.reference = "1", .label = "la plus pressante"},
        {.reference = "2", .label = "pressante"},
        {.reference = "3", .label = "ordinaire"},
        {.reference = "4", .label = "peut attendre"},
        {.reference = "5", .label = "la moins pressante"},
    };
    if (count_tasks(screen) > 0)
        desk_pick(desk, &pick, "Priorité de la tâche", choices, LAST_PRIORITY, false);
}

// Each from where it is, no further than the ends.
static enum status step_priority(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    int priority = task->priority + *(const int *)value;
    if (priority < FIRST_PRIORITY || priority > LAST_PRIORITY)
        return STATUS_DONE;
    return task_set_priority(gesture, task->id, priority, problem);
}

void task_raise_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const int step = -1;
    change_now(screen, desk, step_priority, &step, "plus pressant");
}

void task_lower_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const int step = 1;
    change_now(screen, desk, step_priority, &step, "moins pressant");
}

static enum status set_owners(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    const struct task_owners *owners = value;
    return task_set_owners(gesture, task->id, owners->owners, owners->count, problem);
}

static enum status change_owners(struct screen *screen, struct desk *desk, int64_t subject,
    const struct task_owners *owners, struct problem *problem)
{
    struct buffer what = {0};
    buffer_append(&what, "confiée à ");
    owner_line_write(&what, owners->owners, owners->count);
    enum status status = change_all(screen, desk, subject, set_owners, owners,
        owners->count == 0 ? "sans responsable" : buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

static bool owns(const struct task_sheet *task, const struct directory_name *name)
{
    for (size_t i = 0; i < task->owners.count; i++)
        if (entry_mention_is(&task->owners.owners[i], name->organisation, name->label))
            return true;
    return false;
}

// Those who own it now, then the others of the directory: the same when they are shown and when
// some are chosen.
static enum status load_candidates(struct desk *desk, const struct task_sheet *task,
    struct arena *arena, struct task_owners *candidates, struct problem *problem)
{
    struct directory directory = {0};
    enum status status = directory_load(desk->store, arena, &directory, problem);
    if (status != STATUS_DONE)
        return status;
    candidates->owners = arena_array(
        arena, task->owners.count + directory.name_count + 1, sizeof *candidates->owners);
    if (candidates->owners == NULL)
        return problem_set_no_memory(problem);
    candidates->count = 0;
    for (size_t i = 0; i < task->owners.count; i++)
        candidates->owners[candidates->count++] = task->owners.owners[i];
    for (size_t i = 0; i < directory.name_count; i++)
        if (!owns(task, &directory.names[i]))
            candidates->owners[candidates->count++] = (struct entry_mention){
                directory.names[i].label, directory.names[i].organisation, true};
    return STATUS_DONE;
}

static void accept_owners(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct problem problem = {0};
    struct task_owners candidates = {0};
    size_t kept = 0;
    if (!read_task(screen, desk, &reading))
        return;
    enum status status =
        load_candidates(desk, &reading.task, &reading.arena, &candidates, &problem);
    for (size_t i = 0; status == STATUS_DONE && i < candidates.count; i++)
        if (i < picker->count && picker_takes(picker, i))
            candidates.owners[kept++] = candidates.owners[i];
    candidates.count = kept;
    if (status == STATUS_DONE)
        status = change_owners(screen, desk, 0, &candidates, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

static enum status offer_owners(struct desk *desk, struct reading *reading, struct problem *problem)
{
    static const struct pick pick = {accept_owners};
    struct task_owners candidates = {0};
    enum status status =
        load_candidates(desk, &reading->task, &reading->arena, &candidates, problem);
    if (status != STATUS_DONE)
        return status;
    struct picker_choice *choices =
        arena_array(&reading->arena, candidates.count + 1, sizeof *choices);
    if (choices == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < candidates.count; i++)
        choices[i] = (struct picker_choice){.reference = "", .label = candidates.owners[i].name};
    desk_pick(desk, &pick, "Confiée à qui ? (Tab en marque plusieurs ; R tape un nom)", choices,
        candidates.count, true);
    for (size_t i = 0; desk->pick == &pick && i < reading->task.owners.count; i++)
        picker_mark(&desk->picker, i);
    return STATUS_DONE;
}

void task_pick_owners(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct reading reading;
    if (!read_task(screen, desk, &reading))
        return;
    if (offer_owners(desk, &reading, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

void task_ask_owners(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct buffer line = {0};
    if (!read_task(screen, desk, &reading))
        return;
    owner_line_write(&line, reading.task.owners.owners, reading.task.owners.count);
    desk_ask(desk, screen, &task_questions[ASK_OWNERS], reading.task.id, reading.task.id,
        buffer_text(&line));
    buffer_clear(&line);
    arena_clear(&reading.arena);
}

static void ask_about_first(
    struct screen *screen, struct desk *desk, enum task_question question, bool new_row)
{
    struct reading reading;
    if (!read_task(screen, desk, &reading))
        return;
    desk_ask(desk, screen, &task_questions[question], reading.task.id,
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
    desk_ask(desk, screen, &task_questions[CORRECT_NOTE], note, note, text);
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
    struct reading reading;
    if (!read_task(screen, desk, &reading))
        return;
    bool drops = count_tasks(screen) == 1 && reading.task.awaited;
    change_now(screen, desk, drops ? drop_news : ask_news, NULL,
        drops ? "nouvelles plus demandées" : "nouvelles demandées");
    arena_clear(&reading.arena);
}

void task_take_news(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_task(screen, desk, &reading))
        return;
    if (reading.task.awaited)
        ask_about_first(screen, desk, ASK_ANSWER, false);
    else
        desk_say(desk, "Personne n'a demandé de nouvelles de cette tâche : a les demande.");
    arena_clear(&reading.arena);
}

// Names what is changed: «Échéance de T-2026-031 : Chiffrer…», «… de 3 tâches».
static void describe(const struct screen *screen, const struct desk *desk, int64_t subject,
    const char *before, struct buffer *out)
{
    struct arena arena = {0};
    struct task_sheet task;
    size_t count = count_tasks(screen);
    buffer_append(out, before);
    if (count > 1)
        buffer_append_format(out, " de %d tâches", (int)count);
    else if (task_sheet_load(desk->store, subject, &arena, &task, NULL) == STATUS_DONE)
        buffer_append_format(out, " de %s : %s", task.reference, task.text);
    arena_clear(&arena);
}

static void describe_due(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe(screen, desk, subject, "Échéance", out);
}

static void describe_owners(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe(screen, desk, subject, "Responsables (séparés par ;)", out);
}

static void describe_note(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe(screen, desk, subject, "Avancement", out);
}

static void describe_answer(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    describe(screen, desk, subject, "Nouvelles reçues", out);
}

static void describe_correction(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Corriger la note d'avancement (vide : l'ôter)");
}

static void understand_due(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct french_date_context context = {.from = desk_today(desk)};
    struct date date = {0};
    enum french_date_found found = french_date_read(text, &context, &date);
    if (found == FRENCH_DATE_READ && date.precision == DATE_NONE)
        buffer_append(out, "Sans échéance");
    else if (found == FRENCH_DATE_READ)
        date_long(out, date);
    else
        buffer_append(out, found == FRENCH_DATE_IMPOSSIBLE
                               ? "Cette date n'existe pas."
                               : "Une date : 30/04, vendredi, dans 2 semaines, juin 2026…");
}

static enum status accept_due(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct french_date_context context = {.from = desk_today(desk)};
    struct date date = {0};
    struct buffer what = {0};
    if (french_date_read(text, &context, &date) != FRENCH_DATE_READ)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas une date : écrivez par exemple 30/04 ou fin avril.", text);
    buffer_append(&what, date.precision == DATE_NONE ? "sans échéance" : "échéance ");
    date_short(&what, date);
    enum status status =
        change_all(screen, desk, subject, set_due, &date, buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

static void understand_owners(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct directory directory = {0};
    struct task_owners owners = {0};
    if (directory_load(desk->store, &arena, &directory, NULL) == STATUS_DONE &&
        owner_line_read(text, &directory, &arena, &owners.owners, &owners.count, NULL) ==
            STATUS_DONE)
        for (size_t i = 0; i < owners.count; i++)
            buffer_append_format(out, "%s%s%s", i > 0 ? " ; " : "", owners.owners[i].name,
                owners.owners[i].organisation == 0 ? "" : " (organisme)");
    if (owners.count == 0)
        buffer_append(out, "Sans responsable");
    arena_clear(&arena);
}

static enum status accept_owner_line(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct arena arena = {0};
    struct directory directory = {0};
    struct task_owners owners = {0};
    enum status status = directory_load(desk->store, &arena, &directory, problem);
    if (status == STATUS_DONE)
        status = owner_line_read(text, &directory, &arena, &owners.owners, &owners.count, problem);
    if (status == STATUS_DONE)
        status = change_owners(screen, desk, subject, &owners, problem);
    arena_clear(&arena);
    return status;
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
    return change_all(screen, desk, subject, add_note, &first, text, problem);
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
    return change_all(screen, desk, subject, take_news, text, text, problem);
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

const struct question task_questions[] = {
    [ASK_DUE] = {.purpose = "echeance-tache",
        .correction = true,
        .describe = describe_due,
        .understand = understand_due,
        .accept = accept_due},
    [ASK_OWNERS] = {.purpose = "responsables",
        .correction = true,
        .describe = describe_owners,
        .understand = understand_owners,
        .accept = accept_owner_line},
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
