// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/plan.h"

#include "rules/workflow.h"
#include "screens/list_screen.h"
#include "screens/plan_edit.h"
#include "screens/plan_phrases.h"
#include "surface/paragraph.h"
#include "text/french_count.h"
#include "text/utf8.h"
#include "widgets/tree.h"

struct plan_view {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    struct tree tree;
    enum plan_level *levels; // of each node of the tree
};

// The nodes while they are gathered, in the order of the tree.
struct gathering {
    struct arena *arena;
    struct tree_node *nodes;
    enum plan_level *levels;
    size_t count;
};

static const struct plan_view *view_of(const struct screen *screen)
{
    return (const struct plan_view *)(const void *)screen;
}

static void init(struct screen *screen)
{
    tree_init(&((struct plan_view *)screen)->tree);
}

static void clear(struct screen *screen)
{
    struct plan_view *view = (struct plan_view *)screen;
    tree_clear(&view->tree);
    arena_clear(&view->arena);
}

static void gather(struct gathering *gathering, enum plan_level level, int64_t id, int depth)
{
    gathering->nodes[gathering->count] = (struct tree_node){id, depth};
    gathering->levels[gathering->count++] = level;
}

static void gather_actions(struct gathering *gathering, const struct plan *plan, int64_t axis,
    int64_t objective, int depth)
{
    for (size_t i = 0; i < plan->action_count; i++)
        if (plan->actions[i].axis == axis && plan->actions[i].objective == objective)
            gather(gathering, PLAN_ACTION, plan->actions[i].id, depth);
}

static void gather_axis(
    struct gathering *gathering, const struct plan *plan, int64_t axis, int depth)
{
    for (size_t i = 0; i < plan->objective_count; i++) {
        const struct plan_objective *objective = &plan->objectives[i];
        if (objective->axis != axis)
            continue;
        gather(gathering, PLAN_OBJECTIVE, objective->id, depth);
        gather_actions(gathering, plan, axis, objective->id, depth + 1);
    }
    gather_actions(gathering, plan, axis, 0, depth);
}

static void gather_field(
    struct gathering *gathering, const struct plan *plan, const struct plan_field *field)
{
    for (size_t i = 0; i < field->axis_count; i++) {
        int64_t axis = plan->axes[field->first_axis + i].id;
        gather(gathering, PLAN_AXIS, axis, 0);
        gather_axis(gathering, plan, axis, 1);
    }
}

// The root itself comes first: what is done there is done to the whole of it, what is done below to
// the element under the cursor. False when memory ends; `*gone` when the root is not in the plan
// any more.
static bool gather_root(struct gathering *gathering, const struct plan *plan,
    const struct destination *root, bool *gone)
{
    size_t most = 1 + plan->axis_count + plan->objective_count + plan->action_count;
    gathering->nodes = arena_array(gathering->arena, most + 1, sizeof *gathering->nodes);
    gathering->levels = arena_array(gathering->arena, most + 1, sizeof *gathering->levels);
    if (gathering->nodes == NULL || gathering->levels == NULL)
        return false;
    const struct plan_field *field = plan_find_field(plan, root->element);
    const struct plan_objective *objective = plan_find_objective(plan, root->element);
    *gone = false;
    gather(gathering, root->level, root->element, 0);
    if (root->level == PLAN_FIELD && field != NULL)
        gather_field(gathering, plan, field);
    else if (root->level == PLAN_AXIS && plan_find_axis(plan, root->element) != NULL)
        gather_axis(gathering, plan, root->element, 0);
    else if (root->level == PLAN_OBJECTIVE && objective != NULL)
        gather_actions(gathering, plan, objective->axis, objective->id, 0);
    else
        *gone = true;
    return true;
}

static bool has_node(const struct tree *tree, int64_t id)
{
    for (size_t i = 0; i < tree->node_count; i++)
        if (tree->nodes[i].id == id)
            return true;
    return false;
}

// The element that was just added, to stand on it; 0 when there is none, or all are new.
static int64_t added_node(const struct plan_view *view, const struct gathering *gathering)
{
    for (size_t i = 0; view->arena.blocks != NULL && i < gathering->count; i++)
        if (!has_node(&view->tree, gathering->nodes[i].id))
            return gathering->nodes[i].id;
    return 0;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct plan_view *view = (struct plan_view *)screen;
    struct arena arena = {0};
    struct plan plan = {0};
    struct gathering gathering = {.arena = &arena};
    bool gone = false;
    enum status status = plan_load(desk->store, desk_today(desk), false, &arena, &plan, problem);
    if (status == STATUS_DONE && !gather_root(&gathering, &plan, &screen->destination, &gone))
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE && gone)
        status = problem_set(problem, STATUS_REFUSED,
            "Cet élément du plan n'existe plus : l'historique dit ce qu'il est devenu.");
    int64_t added = status == STATUS_DONE ? added_node(view, &gathering) : 0;
    if (status == STATUS_DONE && !tree_set(&view->tree, gathering.nodes, gathering.count))
        status = problem_set_no_memory(problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    if (added != 0)
        tree_focus(&view->tree, added);
    // One comes for what is below.
    if (view->arena.blocks == NULL && added == 0 && gathering.count > 1)
        view->tree.list.cursor = 1;
    arena_clear(&view->arena);
    view->arena = arena;
    view->plan = plan;
    view->levels = gathering.levels;
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    const struct destination *root = &screen->destination;
    buffer_append(left, "Tableau › ");
    phrase_path(left, &view_of(screen)->plan, root->level, root->element);
}

static enum plan_level level_of(const struct plan_view *view, const struct tree_node *node)
{
    return view->levels[node - view->tree.nodes];
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    const struct plan_view *view = view_of(screen);
    const struct tree_node *node = tree_focused(&view->tree);
    *level = node == NULL ? screen->destination.level : level_of(view, node);
    *id = node == NULL ? screen->destination.element : node->id;
    return true;
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct plan *plan = &view_of(screen)->plan;
    enum plan_level level;
    int64_t id;
    element(screen, &level, &id);
    const struct plan_axis *axis = plan_find_axis(plan, id);
    const struct plan_action *action = plan_find_action(plan, id);
    if (level == PLAN_AXIS && axis != NULL)
        phrase_axis(out, axis, screen->area.width - DETAIL_MARGINS);
    else if (level == PLAN_ACTION && action != NULL)
        phrase_action(out, action, screen->area.width - DETAIL_MARGINS);
    else {
        phrase_kind(out, plan, level, id);
        buffer_append(out, plan_label(plan, level, id));
    }
}

static void draw_columns(struct surface *surface, struct rectangle line, enum style style,
    const char *reference, const char *label, const char *aside)
{
    int aside_width = (int)text_width(aside);
    int used = surface_put(surface, line.row, line.column, line.width, style, reference);
    int left = line.column + used + 1;
    int room = line.column + line.width - aside_width - 1 - left;
    surface_put(surface, line.row, left, room, style, label);
    surface_put_right(surface, line.row, line.column, line.width, style, aside);
}

static void draw_node(const struct plan *plan, enum plan_level level, int64_t id,
    struct surface *surface, struct rectangle line, enum style style)
{
    struct buffer reference = {0};
    struct buffer aside = {0};
    const struct plan_axis *axis = plan_find_axis(plan, id);
    const struct plan_objective *objective = plan_find_objective(plan, id);
    const struct plan_action *action = plan_find_action(plan, id);
    if (level == PLAN_AXIS && axis != NULL) {
        buffer_append_format(&reference, "%2d", axis->number);
        phrase_progress(&aside, axis->actions_done, axis->actions, axis->progress);
    } else if (level == PLAN_OBJECTIVE && objective != NULL)
        buffer_append(&reference, objective->code);
    else if (level == PLAN_ACTION && action != NULL) {
        buffer_append(&reference, action->code);
        buffer_append(&aside, workflow_label(&action_workflow, action->state));
    }
    draw_columns(surface, line, style, buffer_text(&reference), plan_label(plan, level, id),
        buffer_text(&aside));
    buffer_clear(&reference);
    buffer_clear(&aside);
}

static bool is_root(const struct plan_view *view, const struct tree_node *node)
{
    return node == view->tree.nodes;
}

// «L'axe 6 entier»: its text stands above the tree.
static void append_whole(struct buffer *out, const struct plan_view *view)
{
    const struct destination *root = &view->screen.destination;
    const struct plan_axis *axis = plan_find_axis(&view->plan, root->element);
    const struct plan_objective *objective = plan_find_objective(&view->plan, root->element);
    if (root->level == PLAN_AXIS && axis != NULL)
        buffer_append_format(out, "L'axe %d entier", axis->number);
    else if (root->level == PLAN_OBJECTIVE && objective != NULL)
        buffer_append_format(out, "L'objectif %s entier", objective->code);
    else
        buffer_append(out, "Le champ entier");
}

static void draw_root(
    const struct plan_view *view, struct surface *surface, struct rectangle area, enum style style)
{
    struct buffer whole = {0};
    append_whole(&whole, view);
    surface_put(surface, area.row, area.column + 2, area.width - 2, style, buffer_text(&whole));
    buffer_clear(&whole);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct plan_view *view = context;
    const struct tree_node *node = tree_row(&view->tree, row);
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (is_root(view, node)) {
        draw_root(view, surface, area, focused ? STYLE_FOCUS : STYLE_MUTED);
        return;
    }
    int indent = node->depth * 3;
    const char *fold = !tree_has_children(&view->tree, node)   ? " "
                       : tree_is_folded(&view->tree, node->id) ? "▸"
                                                               : "▾";
    surface_put(surface, area.row, area.column + indent, 1, style, fold);
    area.column += indent + 2;
    area.width -= indent + 2;
    draw_node(&view->plan, level_of(view, node), node->id, surface, area, style);
}

// The root in full above its tree: «Axe 6 · Adapter l'offre d'accueil…».
static void append_heading(struct buffer *out, const struct plan_view *view)
{
    const struct destination *root = &view->screen.destination;
    phrase_kind(out, &view->plan, root->level, root->element);
    buffer_append(out, plan_label(&view->plan, root->level, root->element));
}

static struct rectangle heading_area(const struct plan_view *view, struct rectangle area)
{
    struct buffer heading = {0};
    append_heading(&heading, view);
    int height = paragraph_height(buffer_text(&heading), area.width - 4);
    buffer_clear(&heading);
    return (struct rectangle){
        area.row, 2, height < area.height / 2 ? height : area.height / 2, area.width - 4};
}

static struct rectangle tree_area(const struct plan_view *view, struct rectangle area)
{
    int heading = heading_area(view, area).height;
    return (struct rectangle){area.row + heading, area.column, area.height - heading, area.width};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct plan_view *view = view_of(screen);
    struct list_rows rows = {.context = view, .draw = draw_row};
    struct buffer heading = {0};
    append_heading(&heading, view);
    paragraph_draw(surface, heading_area(view, area), STYLE_PROMPT, buffer_text(&heading));
    buffer_clear(&heading);
    struct rectangle below = tree_area(view, area);
    list_screen_draw(&view->tree.list, &rows, "", desk, surface, below);
    if (view->tree.node_count <= 1)
        surface_put(surface, below.row + 2, 2, below.width - 4, STYLE_MUTED,
            "Rien n'est encore inscrit ici : a ajoute une action, o un objectif.");
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct plan_view *view = (struct plan_view *)screen;
    struct list_rows rows = {.context = view, .draw = draw_row};
    struct rectangle area = tree_area(view, screen->area);
    return tree_handle(&view->tree, event, (size_t)screen->area.height - 2) ||
           list_screen_handle(&view->tree.list, &rows, area, event);
}

void plan_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    enum plan_level level;
    int64_t id;
    const struct plan_view *view = view_of(screen);
    const struct tree_node *node = tree_focused(&view->tree);
    if (node == NULL)
        return;
    if (is_root(view, node)) {
        desk_say(desk, "Il est ouvert : Entrée ouvre ce qui est sous le curseur, plus bas.");
        return;
    }
    element(screen, &level, &id);
    follow_go(follow, level == PLAN_ACTION ? PLACE_ACTION : PLACE_PLAN, level, id);
}

const struct screen_class plan_screen = {
    .size = sizeof(struct plan_view),
    .init = init,
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .element = element,
    .questions = {{plan_questions, PLAN_QUESTION_COUNT}},
};
