// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/action_sheet.h"

#include <stdio.h>
#include <string.h>

#include "rules/workflow.h"
#include "screens/date_answer.h"
#include "screens/list_screen.h"
#include "screens/plan_edit.h"
#include "screens/plan_phrases.h"
#include "surface/paragraph.h"

struct action_sheet {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    const struct plan_action *action; // in `plan`
    const char *other_axes;
    struct list list;
};

enum { LABEL_WIDTH = 18 };

// The places of `sheet_questions`; NOT_ASKED for a line that another command changes, or none.
enum sheet_question {
    NOT_ASKED = -1,
    ASK_TITLE,
    ASK_PROGRESS,
    ASK_PILOT,
    ASK_PRIORITY,
    ASK_STARTS,
    ASK_ENDS,
    ASK_DESCRIPTION,
    ASK_CODE,
    ASK_OBJECTIVE,
    ASK_OTHER_AXES,
};

// One line of the sheet, and what changes it.
struct line {
    const char *label;
    void (*value)(const struct action_sheet *sheet, struct buffer *out);
    enum sheet_question question;
    enum plan_action_column column; // that the question asks for
};

static const struct action_sheet *sheet_of(const struct screen *screen)
{
    return (const struct action_sheet *)(const void *)screen;
}

static void append_or_empty(struct buffer *out, const char *text)
{
    buffer_append(out, text == NULL ? "" : text);
}

static void value_title(const struct action_sheet *sheet, struct buffer *out)
{
    buffer_append(out, sheet->action->title);
}

static void value_state(const struct action_sheet *sheet, struct buffer *out)
{
    buffer_append(out, workflow_label(&action_workflow, sheet->action->state));
}

static void value_action_code(const struct action_sheet *sheet, struct buffer *out)
{
    buffer_append(out, sheet->action->code);
}

static void value_objective(const struct action_sheet *sheet, struct buffer *out)
{
    const struct plan_objective *objective =
        plan_find_objective(&sheet->plan, sheet->action->objective);
    if (objective != NULL)
        buffer_append(out, objective->code);
}

static void value_other_axes(const struct action_sheet *sheet, struct buffer *out)
{
    append_or_empty(out, sheet->other_axes);
}

static void value_pilot(const struct action_sheet *sheet, struct buffer *out)
{
    append_or_empty(out, sheet->action->pilot);
}

static void value_priority(const struct action_sheet *sheet, struct buffer *out)
{
    buffer_append_format(out, "%d", sheet->action->priority);
}

static void value_progress(const struct action_sheet *sheet, struct buffer *out)
{
    buffer_append_format(out, "%d", sheet->action->progress);
}

static void value_starts(const struct action_sheet *sheet, struct buffer *out)
{
    if (sheet->action->starts != NULL)
        phrase_date(out, sheet->action->starts);
}

static void value_ends(const struct action_sheet *sheet, struct buffer *out)
{
    if (sheet->action->ends != NULL)
        phrase_date(out, sheet->action->ends);
}

static void value_description(const struct action_sheet *sheet, struct buffer *out)
{
    append_or_empty(out, sheet->action->description);
}

static void value_origin(const struct action_sheet *sheet, struct buffer *out)
{
    append_or_empty(out, sheet->action->origin);
}

// The order is that of the sheet.
static const struct line lines[] = {
    {"Intitulé", value_title, ASK_TITLE, PLAN_ACTION_TITLE},
    {"État", value_state, .question = NOT_ASKED},
    {"Avancement (%)", value_progress, ASK_PROGRESS, PLAN_ACTION_PROGRESS},
    {"Pilote", value_pilot, ASK_PILOT, PLAN_ACTION_PILOT},
    {"Priorité (1 à 5)", value_priority, ASK_PRIORITY, PLAN_ACTION_PRIORITY},
    {"Début", value_starts, ASK_STARTS, PLAN_ACTION_STARTS},
    {"Échéance", value_ends, ASK_ENDS, PLAN_ACTION_ENDS},
    {"Description", value_description, ASK_DESCRIPTION, PLAN_ACTION_DESCRIPTION},
    {"Code", value_action_code, ASK_CODE, PLAN_ACTION_CODE},
    {"Objectif", value_objective, ASK_OBJECTIVE, PLAN_ACTION_OBJECTIVE},
    {"Autres axes", value_other_axes, ASK_OTHER_AXES, PLAN_ACTION_OTHER_AXES},
    {"Origine", value_origin, .question = NOT_ASKED},
};
enum { LINE_COUNT = sizeof lines / sizeof lines[0], STATE_LINE = 1 };

static void clear(struct screen *screen)
{
    arena_clear(&((struct action_sheet *)screen)->arena);
}

static enum status read_sheet(
    struct action_sheet *sheet, struct desk *desk, struct arena *arena, struct problem *problem)
{
    struct plan plan = {0};
    const char *other_axes = NULL;
    int64_t id = sheet->screen.destination.element;
    enum status status = plan_load(desk->store, desk_today(desk), true, arena, &plan, problem);
    if (status == STATUS_DONE)
        status = plan_action_other_axes(desk->store, id, arena, &other_axes, problem);
    if (status != STATUS_DONE)
        return status;
    const struct plan_action *action = plan_find_action(&plan, id);
    if (action == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "Cette action n'existe plus : l'historique dit ce qu'elle est devenue.");
    sheet->plan = plan;
    sheet->action = action;
    sheet->other_axes = other_axes;
    return STATUS_DONE;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct action_sheet *sheet = (struct action_sheet *)screen;
    struct arena arena = {0};
    enum status status = read_sheet(sheet, desk, &arena, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    arena_clear(&sheet->arena);
    sheet->arena = arena;
    list_resize(&sheet->list, LINE_COUNT);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    buffer_append(left, "Tableau › ");
    phrase_path(left, &sheet_of(screen)->plan, PLAN_ACTION, screen->destination.element);
    if (sheet_of(screen)->action->archived)
        buffer_append(left, " · archivée");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct line *line = &lines[sheet_of(screen)->list.cursor];
    const struct plan_axis *axis =
        plan_find_axis(&sheet_of(screen)->plan, sheet_of(screen)->action->axis);
    if (line->question == NOT_ASKED && sheet_of(screen)->list.cursor == STATE_LINE)
        buffer_append(out, "e passe à l'état suivant, Entrée les propose tous");
    else if (axis != NULL)
        buffer_append_format(out, "Axe %d · %s", axis->number, axis->label);
}

static int row_height(const void *context, size_t row, int width)
{
    struct buffer value = {0};
    lines[row].value(context, &value);
    int height = paragraph_height(buffer_text(&value), width - LABEL_WIDTH - 1);
    buffer_clear(&value);
    return height;
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    struct buffer value = {0};
    lines[row].value(context, &value);
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, area.column, LABEL_WIDTH, focused ? STYLE_FOCUS : STYLE_MUTED,
        lines[row].label);
    struct rectangle right = {
        area.row, area.column + LABEL_WIDTH, area.height, area.width - LABEL_WIDTH - 1};
    paragraph_draw(surface, right, focused ? STYLE_FOCUS : STYLE_TEXT,
        value.length == 0 ? "–" : buffer_text(&value));
    buffer_clear(&value);
}

static struct list_rows rows_of(const struct action_sheet *sheet)
{
    return (struct list_rows){.context = sheet, .height = row_height, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct action_sheet *sheet = sheet_of(screen);
    struct list_rows rows = rows_of(sheet);
    list_screen_draw(&sheet->list, &rows, "", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct action_sheet *sheet = (struct action_sheet *)screen;
    struct list_rows rows = rows_of(sheet);
    return list_screen_handle(&sheet->list, &rows, screen->area, event);
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    *level = PLAN_ACTION;
    *id = screen->destination.element;
    return true;
}

// The line whose column is being asked: `subject` of the question.
static void describe(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    buffer_append_format(
        out, "%s de l'action %s", lines[subject].label, sheet_of(screen)->action->code);
}

static const struct date_wording date_wording = {
    .none = "Sans date",
    .hint = "Une date : 30/04/2026, avril 2026, 2026, T3 2026 ; vide pour aucune",
    .example = "30/04/2026, avril 2026 ou 2026",
};

static void understand_date(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &date_wording, text, out);
}

// Dates are kept as ISO text cut to their precision.
static enum status date_value(
    const struct desk *desk, const char *text, char iso[DATE_TEXT_SIZE], struct problem *problem)
{
    struct date date;
    enum status status = date_answer_read(desk, &date_wording, text, &date, problem);
    if (status == STATUS_DONE)
        date_iso(date, iso);
    return status;
}

// «Priorité (1 à 5)» is told as «Priorité».
static int name_length(const struct line *line)
{
    const char *aside = strstr(line->label, " (");
    return (int)(aside == NULL ? strlen(line->label) : (size_t)(aside - line->label));
}

static enum status accept(struct screen *screen, struct desk *desk, int64_t subject, int64_t row,
    const char *text, struct problem *problem)
{
    (void)row;
    const struct action_sheet *sheet = sheet_of(screen);
    const struct line *line = &lines[subject];
    struct gesture *gesture = NULL;
    char iso[DATE_TEXT_SIZE];
    const char *value = text;
    enum status status = STATUS_DONE;
    if (line->column == PLAN_ACTION_STARTS || line->column == PLAN_ACTION_ENDS) {
        status = date_value(desk, text, iso, problem);
        value = iso;
    }
    if (status != STATUS_DONE)
        return status;
    char code[32];
    snprintf(code, sizeof code, "%s", sheet->action->code);
    status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = plan_set_action_column(
            gesture, screen->destination.element, line->column, value, problem);
    return desk_finish(desk, gesture, status, problem, "action %s, %.*s : %s", code,
        name_length(line), line->label, text[0] == '\0' ? "(vide)" : text);
}

#define ASK(PURPOSE)                                                                               \
    {                                                                                              \
        .purpose = (PURPOSE), .correction = true, .describe = describe, .accept = accept           \
    }

static const struct question sheet_questions[] = {
    [ASK_TITLE] = ASK("intitule"),
    [ASK_PROGRESS] = ASK("avancement"),
    [ASK_PILOT] = ASK("pilote"),
    [ASK_PRIORITY] = ASK("priorite"),
    [ASK_STARTS] = {.purpose = "debut",
        .correction = true,
        .describe = describe,
        .understand = understand_date,
        .accept = accept},
    [ASK_ENDS] = {.purpose = "echeance",
        .correction = true,
        .describe = describe,
        .understand = understand_date,
        .accept = accept},
    [ASK_DESCRIPTION] = {.purpose = "description",
        .lines = QUESTION_LONG,
        .correction = true,
        .describe = describe,
        .accept = accept},
    [ASK_CODE] = ASK("code"),
    [ASK_OBJECTIVE] = ASK("rattachement"),
    [ASK_OTHER_AXES] = ASK("autres-axes"),
};

void action_sheet_change(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct action_sheet *sheet = sheet_of(screen);
    size_t index = sheet->list.cursor;
    const struct line *line = &lines[index];
    if (index == STATE_LINE) {
        plan_pick_state(screen, desk, follow);
        return;
    }
    if (line->question == NOT_ASKED) {
        desk_say(desk, "L'origine vient de la convention : elle ne se modifie pas.");
        return;
    }
    struct buffer value = {0};
    line->value(sheet, &value);
    desk_ask(desk, screen, &sheet_questions[line->question], (int64_t)index, sheet->action->id,
        buffer_text(&value));
    buffer_clear(&value);
}

const struct screen_class action_sheet_screen = {
    .size = sizeof(struct action_sheet),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .element = element,
    .questions = {{sheet_questions, sizeof sheet_questions / sizeof sheet_questions[0]}},
};
