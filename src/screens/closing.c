// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/closing.h"

#include "rules/workflow.h"
#include "screens/closing_marks.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/closing_gap.h"
#include "store/item.h"
#include "store/meeting.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

struct closing_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct closing_preview preview;
    struct closing_gaps gaps;
    struct list list;
};

static const struct closing_view *view_of(const struct screen *screen)
{
    return (const struct closing_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct closing_view *)screen)->arena);
}

// NULL when nothing is missing.
static const struct closing_gap *focused(const struct closing_view *view)
{
    return view->list.cursor < view->gaps.count ? &view->gaps.gaps[view->list.cursor] : NULL;
}

// What is mended leaves the list; the cursor then stands on what came next.
static void settle(struct closing_view *view, int64_t target, unsigned gaps)
{
    list_resize(&view->list, view->gaps.count);
    for (size_t i = 0; target != 0 && i < view->gaps.count; i++)
        if (view->gaps.gaps[i].target == target && (view->gaps.gaps[i].gaps & gaps) != 0)
            view->list.cursor = i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct closing_view *view = (struct closing_view *)screen;
    struct closing_view read = *view;
    const struct closing_gap *was = focused(view);
    int64_t target = was == NULL ? 0 : was->target;
    unsigned gaps = was == NULL ? 0 : was->gaps;
    int64_t id = screen->destination.element;
    read.arena = (struct arena){0};
    enum status status = meeting_load(desk->store, id, &read.arena, &read.meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_preview_closing(desk->store, id, &read.arena, &read.preview, problem);
    if (status == STATUS_DONE)
        status = closing_gaps_load(desk->store, id, &read.arena, &read.gaps, problem);
    if (status == STATUS_DONE)
        status = closing_marks_add(desk, id, &read.arena, &read.gaps, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    settle(view, target, gaps);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    phrase_meeting(left, &view_of(screen)->meeting);
    buffer_append(left, " › Clôture");
}

static void say_numbers(const struct closing_view *view, struct buffer *out)
{
    const struct closing_preview *preview = &view->preview;
    if (preview->decisions == 0)
        buffer_append(out, "Aucune décision n'est à numéroter.");
    else if (preview->first_number == NULL)
        buffer_append_format(out,
            preview->decisions == 1
                ? "%d délibération sera scellée ; son numéro est celui de la ville."
                : "%d délibérations seront scellées ; leur numéro est celui de la ville.",
            preview->decisions);
    else if (preview->decisions == 1)
        buffer_append_format(out, "La décision prendra le numéro %s.", preview->first_number);
    else
        buffer_append_format(out, "Les %d décisions prendront les numéros %s à %s.",
            preview->decisions, preview->first_number, preview->last_number);
}

// What a gap is, said behind the thing: «sans responsable, sans échéance».
static void append_gaps(struct buffer *out, unsigned gaps)
{
    static const struct {
        enum gap gap;
        const char *words;
    } words[] = {
        {GAP_ITEM, "pas traité"},
        {GAP_NOTHING_NOTED, "traité, mais rien n'y est noté"},
        {GAP_OWNER, "sans responsable"},
        {GAP_UNKNOWN_OWNER, "responsable inconnu du fichier"},
        {GAP_DATE, "sans échéance"},
        {GAP_DOUBT, "à vérifier"},
        {GAP_NOT_UNDERSTOOD, "une partie n'a pas été comprise"},
        {GAP_VOTE, "à voter"},
        {GAP_QUORUM, "voté sans le quorum"},
        {GAP_VOTERS, "plus de voix que de votants"},
        {GAP_MAJORITY, "la majorité de l'instance n'est pas réunie"},
        {GAP_CONSENSUS, "par consensus sans le quorum"},
        {GAP_MARKS, "voix marquées, pas encore notées"},
        {GAP_SENTENCE, "la phrase ne dit plus les mêmes voix"},
    };
    const char *between = " : ";
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if ((gaps & (unsigned)words[i].gap) != 0) {
            buffer_append_format(out, "%s%s", between, words[i].words);
            between = ", ";
        }
}

static void say_gap(const struct closing_gap *gap, struct buffer *out)
{
    buffer_append(out, "! ");
    if (gap->gaps == GAP_ATTENDANCE) {
        buffer_append_format(out,
            gap->count == 1 ? "%d présence n'est pas notée" : "%d présences ne sont pas notées",
            gap->count);
        return;
    }
    if (gap->number != NULL)
        buffer_append_format(out, "Point %s · ", gap->number);
    buffer_append(out, gap->text == NULL ? "" : gap->text);
    append_gaps(out, gap->gaps);
}

static int gap_height(const void *context, size_t row, int width)
{
    const struct closing_view *view = context;
    struct buffer line = {0};
    say_gap(&view->gaps.gaps[row], &line);
    int height = paragraph_height(buffer_text(&line), width);
    buffer_clear(&line);
    return height;
}

static void draw_gap(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool is_focused)
{
    const struct closing_view *view = context;
    struct buffer line = {0};
    say_gap(&view->gaps.gaps[row], &line);
    if (is_focused)
        surface_paint(surface, area, STYLE_FOCUS);
    paragraph_draw(surface, area, is_focused ? STYLE_FOCUS : STYLE_DOUBT, buffer_text(&line));
    buffer_clear(&line);
}

static struct list_rows gap_rows(const struct closing_view *view)
{
    return (struct list_rows){.context = view, .height = gap_height, .draw = draw_gap};
}

static const char *way_on(const struct closing_view *view)
{
    if (view->preview.nobody_present)
        return "Personne n'est noté présent : F2 note les présences, puis C clôt la séance.";
    if (view->gaps.count == 0)
        return "Rien ne manque : C clôt la séance.";
    return "Ce qui manque n'empêche pas de clore. C clôt la séance, Entrée va à la ligne.";
}

static void draw_heading(
    const struct closing_view *view, struct surface *surface, struct rectangle *rest)
{
    struct buffer line = {0};
    say_numbers(view, &line);
    buffer_append(&line, " La séance sera close et scellée : l'annulation ne la rouvre pas.");
    paragraph_draw_down(surface, rest, STYLE_TEXT, buffer_text(&line));
    paragraph_draw_down(surface, rest, STYLE_TEXT, "");
    paragraph_draw_down(surface, rest, STYLE_PROMPT, way_on(view));
    buffer_clear(&line);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct closing_view *view = view_of(screen);
    struct rectangle rest = {area.row + 1, 2, area.height - 1, area.width - 4};
    draw_heading(view, surface, &rest);
    if (view->gaps.count == 0) {
        surface_place_cursor(surface, rest.row - 1, rest.column);
        return;
    }
    struct list_rows rows = gap_rows(view);
    struct rectangle list = {rest.row, area.column, rest.height, area.width};
    list_draw(&view->list, surface, list, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(&((struct closing_view *)screen)->list, event, 5);
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

void closing_close(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct closing_view *view = view_of(screen);
    if (desk_do(desk, meeting_close, view->meeting.id, "séance %s close",
            view->meeting.reference) != STATUS_DONE)
        return;
    follow->kind = FOLLOW_BACK;
    desk_say(desk, "La séance %s est close et scellée : F9 montre son empreinte et ses suites.",
        view->meeting.reference);
}

void closing_say_key(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    desk_say(desk, "Rien n'est encore clos : relisez, puis C clôt et scelle la séance.");
}

void closing_postpone(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    if (view_of(screen)->preview.untreated_items == 0) {
        desk_say(desk, "Tous les points ont leur issue : il n'y a rien à reporter.");
        return;
    }
    desk_do(desk, meeting_postpone_untreated, screen->destination.element,
        "points non traités reportés");
}

void closing_go(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct closing_view *view = view_of(screen);
    const struct closing_gap *gap = focused(view);
    if (gap == NULL)
        desk_say(desk, "Rien ne manque : C clôt la séance.");
    else if (gap->gaps == GAP_ATTENDANCE)
        follow_go(follow, PLACE_ATTENDANCE, PLAN_FIELD, view->meeting.id);
    else
        follow_go_to_row(follow,
            (gap->gaps & (GAP_VOTE | GAP_MARKS)) != 0 ? PLACE_BALLOT : PLACE_MEETING,
            view->meeting.id, gap->target);
    // What is typed at once goes into the line that lacks it, and runs no command.
    if (gap != NULL && (gap->gaps & (GAP_OWNER | GAP_UNKNOWN_OWNER | GAP_DATE)) != 0)
        follow->destination.corrects = true;
}

// The item under the cursor gets its outcome here, without going to it.
static void give_outcome(
    struct screen *screen, struct desk *desk, const char *state, const char *label)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct closing_gap *gap = focused(view_of(screen));
    if (gap == NULL || gap->gaps != GAP_ITEM) {
        desk_say(desk, "Placez-vous sur un point qui n'est pas traité.");
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_state(gesture, gap->target, state, &problem);
    desk_conclude(
        desk, gesture, status, &problem, "point %s %s : %s", gap->number, label, gap->text);
}

void closing_treat(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    give_outcome(screen, desk, item_state_code(ITEM_TREATED), "traité");
}

void closing_postpone_one(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    give_outcome(screen, desk, item_state_code(ITEM_PUT_OFF), "reporté");
}

const struct screen_class closing_screen = {
    .size = sizeof(struct closing_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
    .meeting = meeting_shown,
};
