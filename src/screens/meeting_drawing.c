// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_drawing.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/frame.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_phrases.h"
#include "screens/meeting_points.h"
#include "store/mask.h"
#include "surface/paragraph.h"
#include "text/french_count.h"
#include "text/utf8.h"
#include "widgets/editor_layout.h"
#include "widgets/editor_view.h"

enum { LINKS_SHOWN = 3 };

// What the closing will ask for, said while it is easily added: who does a task, and when.
static void append_missing(const struct entry *entry, struct buffer *out)
{
    bool owned = false;
    if (entry->kind != RECORD_TASK)
        return;
    for (size_t i = 0; i < entry->mention_count; i++)
        owned = owned || entry->mentions[i].owner;
    bool dated = entry->date.precision != DATE_NONE || entry->doubt == ENTRY_IMPOSSIBLE_DATE;
    if (!owned)
        buffer_append(out, dated ? " · sans responsable" : " · sans responsable ni échéance");
    else if (!dated)
        buffer_append(out, " · sans échéance");
}

// Nothing forbids it, for the quorum may be made good; it must not be learnt after the line is
// noted.
static void append_quorum(
    const struct meeting_view *view, const struct entry *entry, struct buffer *out)
{
    bool decides = entry->kind == RECORD_BALLOT || entry->kind == RECORD_DECISION;
    // Where nobody votes, that is said already.
    if (decides && view->attendance.state.totals.voters > 0 && meeting_lacks_quorum(&view->screen))
        buffer_append(out, " · quorum non atteint");
}

static const struct attendance_move *corrected_move(const struct meeting_view *view)
{
    return view->focus == MEETING_CORRECTION
               ? meeting_attendance_move(&view->attendance, view->corrected)
               : NULL;
}

// What was understood of the line being typed; several pasted lines are counted.
void meeting_understood(const struct meeting_view *view, struct buffer *out)
{
    bool correcting = view->focus == MEETING_CORRECTION;
    const char *line = editor_text(correcting ? &view->correction : &view->entry);
    const struct attendance_move *moved = corrected_move(view);
    const struct entry_context context = meeting_line_context(view);
    struct arena arena = {0};
    struct entry entry;
    struct presence_line move;
    const char *end = strchr(line, '\n');
    if (end != NULL) {
        int lines = 1;
        for (; end != NULL; end = strchr(end + 1, '\n'))
            lines++;
        buffer_append_format(out, "%d lignes collées : Entrée note un fait par ligne", lines);
    } else if (meeting_attendance_line(&view->attendance, line, moved, &arena, &move)) {
        meeting_attendance_explain(out, &view->attendance, &move, moved);
    } else if (entry_read(line, &context, &arena, &entry, NULL) == STATUS_DONE) {
        const char *explained = entry_explain(&entry, &context, &arena);
        buffer_append(out, explained == NULL ? "" : explained);
        append_missing(&entry, out);
        meeting_attendance_explain_note(out, &view->attendance, line, &arena);
        append_quorum(view, &entry, out);
    } else {
        buffer_append_format(out,
            "! %s > tâche * info ? question = vote ~ privée + arrivée - départ",
            view->context.proposes ? "proposition" : "décision");
    }
    arena_clear(&arena);
}

struct meeting_layout meeting_layout_of(const struct meeting_view *view, struct rectangle area)
{
    struct meeting_layout layout;
    struct buffer understood = {0};
    int width = meeting_entry_width(area.width);
    meeting_understood(view, &understood);
    meeting_layout(&layout, area, view->focus == MEETING_POINTS, editor_height(&view->entry, width),
        paragraph_height(buffer_text(&understood), width));
    if (view->remark != NULL && layout.records.width > 0)
        meeting_layout_remark(&layout, paragraph_height(view->remark, layout.remark.width));
    buffer_clear(&understood);
    return layout;
}

// Elapsed while it lasts, the state otherwise; suspended, since when.
static void append_progress(
    struct buffer *out, const struct meeting_view *view, const struct clock *clock, bool narrow)
{
    const struct meeting *meeting = &view->meeting;
    bool open = meeting_state_is(meeting->state, MEETING_OPEN);
    if (meeting_state_is(meeting->state, MEETING_SUSPENDED)) {
        buffer_append(out, " · ");
        phrase_suspension(out, &view->pauses);
    } else if (!open)
        buffer_append_format(out, " · %s", phrase_meeting_state(meeting));
    if (meeting->opened_at == NULL || (narrow && !open))
        return;
    buffer_append(out, " · ");
    phrase_elapsed(out, 0, meeting_elapsed(meeting, &view->pauses, clock));
}

void meeting_title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    const struct meeting_view *view = meeting_view_read(screen);
    bool narrow = meeting_is_narrow(screen->area.width);
    bool proposes = view->meeting.proposes;
    phrase_meeting(left, &view->meeting);
    append_progress(left, view, store_clock(desk->store), narrow);
    if (view->attendance.sheet.count > 0) {
        attendance_sentence(right, &view->attendance.sheet, &view->attendance.state,
            frame_title_room(desk, screen->area.width, left));
        return;
    }
    if (narrow)
        buffer_append_format(right, "%d %s", view->meeting.decisions, proposes ? "prop." : "déc.");
    else
        french_count(right, view->meeting.decisions, proposes ? "proposition" : "décision",
            proposes ? "propositions" : "décisions");
    french_count_more(right, view->meeting.tasks, "tâche", "tâches");
    buffer_append(right, " · ");
    struct local_time now = clock_local(store_clock(desk->store));
    buffer_append_format(right, "%d h %02d", now.hour, now.minute);
}

bool meeting_lacks_quorum(const struct screen *screen)
{
    const struct meeting_view *view = meeting_view_read(screen);
    return meeting_is_writable(view) && view->attendance.sheet.count > 0 &&
           !view->attendance.state.quorum.reached;
}

static int spent_minutes(
    const struct meeting_view *view, const struct item *item, const struct clock *clock)
{
    return (int)(item_elapsed(item, &view->pauses, clock) / 60000);
}

static void draw_point(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct meeting_view *view = context;
    const struct item *item = meeting_point(view, row);
    bool shown = item->id == view->item;
    enum style style = item_state_is(item->state, ITEM_CURRENT)     ? STYLE_CURRENT
                       : item_state_is(item->state, ITEM_UNTREATED) ? STYLE_TEXT
                                                                    : STYLE_MUTED;
    if (focused && view->focus == MEETING_POINTS) {
        style = STYLE_FOCUS;
        surface_paint(surface, area, style);
    }
    int column = area.column + item->depth;
    surface_put(surface, area.row, column, 1, style, item_mark(item));
    column += 2;
    column +=
        surface_put(surface, area.row, column, view->agenda.number_width, style, item->number) + 1;
    int room = area.column + area.width - column - (shown ? 2 : 0);
    surface_put(surface, area.row, column, room, style, item->title);
    if (shown)
        surface_put(surface, area.row, area.column + area.width - 1, 1, STYLE_CURRENT, "◂");
}

struct list_rows meeting_point_rows(const struct meeting_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_point};
}

// Only the list that has the keys shows where they are.
static void draw_list(const struct list *list, const struct list_rows *rows, bool active,
    struct surface *surface, struct rectangle area)
{
    list_draw(list, surface, area, rows, active);
    if (!active)
        surface_fill(
            surface, (struct rectangle){area.row, area.column, area.height, 1}, STYLE_TEXT, " ");
}

static void draw_points_heading(
    const struct meeting_view *view, struct surface *surface, struct rectangle area)
{
    const char *searched = editor_text(&view->search);
    struct buffer heading = {0};
    if (searched[0] == '\0')
        buffer_append(&heading, "Ordre du jour");
    else
        buffer_append_format(&heading, "%s▏", searched);
    surface_put(
        surface, area.row, area.column + 1, area.width - 2, STYLE_PROMPT, buffer_text(&heading));
    if (view->point_rows.count == 0 && view->agenda.count > 0) {
        surface_put(surface, area.row + 1, area.column + 1, area.width - 2, STYLE_MUTED,
            "Aucun point ne correspond.");
        surface_place_cursor(surface, area.row, area.column + 1 + (int)text_width(searched));
    }
    buffer_clear(&heading);
}

static void draw_points(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, const struct meeting_layout *layout)
{
    struct rectangle area = layout->points;
    struct buffer minutes = {0};
    if (area.width == 0)
        return;
    int spent = view->ended_minutes +
                minutes_of_running_items(&view->agenda, &view->pauses, store_clock(desk->store));
    buffer_append_format(&minutes, "%d/%d min", spent, view->agenda.planned_minutes);
    draw_points_heading(view, surface, area);
    if (view->agenda.planned_minutes > 0 && editor_is_empty(&view->search))
        surface_put_right(
            surface, area.row, area.column, area.width - 2, STYLE_MUTED, buffer_text(&minutes));
    buffer_clear(&minutes);
    for (int row = area.row; row < area.row + area.height; row++)
        surface_put(surface, row, area.column + area.width - 1, 1, STYLE_RULE, "│");
    struct list_rows rows = meeting_point_rows(view);
    draw_list(&view->point_rows, &rows, view->focus == MEETING_POINTS, surface, layout->point_rows);
}

static bool is_corrected(const struct meeting_view *view, const struct record *record)
{
    return view->focus == MEETING_CORRECTION && view->corrected == record->id;
}

// The vote on a decision stands below its text, and has its hour.
static bool hangs_below(const struct record *record)
{
    return record->ballot != NULL && record->ballot->decision != 0;
}

static int hang_of(const struct record *record)
{
    return hangs_below(record) ? MEETING_SIGN_WIDTH : 0;
}

// F4 votes on the last decision of the item, which says so as long as it goes by consensus.
static bool awaits_vote(const struct meeting_view *view, const struct record *record)
{
    const struct record *last = NULL;
    for (size_t i = 0; i < view->records.count; i++)
        if (view->records.records[i].fact.kind == RECORD_DECISION)
            last = &view->records.records[i];
    return record == last && meeting_is_writable(view) && !record->voted && record->mode != NULL &&
           strcmp(record->mode, "consensus") == 0;
}

static void append_facts(
    struct buffer *out, const struct meeting_view *view, const struct record *record)
{
    phrase_record_facts(out, record, meeting_is_closed(&view->meeting));
    if (awaits_vote(view, record))
        buffer_append(out, " · F4 pour un vote");
}

static int record_height(const void *context, size_t row, int width)
{
    const struct meeting_view *view = context;
    const struct record *record = &view->records.records[row];
    int text_cells = meeting_record_text_width(width) - hang_of(record);
    struct buffer facts = {0};
    if (is_corrected(view, record))
        return editor_height(&view->correction, text_cells);
    append_facts(&facts, view, record);
    int height = paragraph_height(record->fact.text, text_cells);
    if (facts.length > 0)
        height += paragraph_height(buffer_text(&facts), text_cells);
    buffer_clear(&facts);
    return height;
}

static void draw_facts(const struct meeting_view *view, const struct record *record,
    struct surface *surface, struct rectangle *area)
{
    struct buffer facts = {0};
    const struct held_ballot *ballot = record->ballot;
    bool doubt = record->fact.doubtful || record->fact.doubt != ENTRY_CLEAR ||
                 (ballot != NULL && (!ballot->fits || !ballot->quorum_reached));
    append_facts(&facts, view, record);
    if (facts.length > 0)
        paragraph_draw_down(surface, area, doubt ? STYLE_DOUBT : STYLE_MUTED, buffer_text(&facts));
    buffer_clear(&facts);
}

static void draw_record(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct meeting_view *view = context;
    const struct record *record = &view->records.records[row];
    enum style style = style_of_record(record->fact.kind);
    struct buffer hour = {0};
    const struct attendance_move *move = meeting_move(view, record);
    char sign[2] = {record_kind_facts(record->fact.kind)->sign, '\0'};
    if (move != NULL)
        sign[0] = move->arrives ? '+' : '-';
    // The line being corrected carries its sign itself.
    if (is_corrected(view, record))
        sign[0] = ' ';
    bool marked = focused && view->focus == MEETING_RECORDS;
    if (!hangs_below(record))
        phrase_hour(&hour, record->at);
    if (marked)
        surface_paint(surface, area, STYLE_FOCUS);
    int hang = hang_of(record);
    surface_put(
        surface, area.row, area.column, MEETING_HOUR_WIDTH - 1, STYLE_HOUR, buffer_text(&hour));
    surface_put(surface, area.row, area.column + MEETING_HOUR_WIDTH + hang, 1, style, sign);
    buffer_clear(&hour);
    struct rectangle rest = meeting_record_text(area);
    rest.column += hang;
    rest.width -= hang;
    if (is_corrected(view, record)) {
        editor_draw(&view->correction, surface, rest, STYLE_TEXT);
        return;
    }
    paragraph_draw_down(surface, &rest, marked ? STYLE_FOCUS : style, record->fact.text);
    draw_facts(view, record, surface, &rest);
}

struct list_rows meeting_record_rows(const struct meeting_view *view)
{
    return (struct list_rows){view, record_height, draw_record};
}

// «axes 1, 2, 3 + 22 · 7/15 min»; with `brief` «25 liens» instead.
static void append_item_facts(
    struct buffer *out, const struct meeting_view *view, const struct clock *clock, bool brief)
{
    const struct item *item = meeting_item(view);
    buffer_append(out, item->confidential ? "confidentiel" : "");
    if (brief && item->link_count > 1)
        french_count_more(out, (int)item->link_count, "lien", "liens");
    else
        phrase_links(out, item->links, item->link_count, LINKS_SHOWN);
    if (item->planned_minutes > 0)
        buffer_append_format(out, "%s%d/%d min", out->length > 0 ? " · " : "",
            spent_minutes(view, item, clock), item->planned_minutes);
}

// «3  Places en petite enfance    axe 6 · 7/15 min»
static void draw_item_heading(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, struct rectangle area)
{
    enum { MARGINS = 4 };
    const struct item *item = meeting_item(view);
    struct buffer aside = {0};
    struct buffer title = {0};
    if (item == NULL)
        return;
    buffer_append_format(&title, "%s  %s", item->number, item->title);
    append_item_facts(&aside, view, store_clock(desk->store), false);
    int title_width = (int)text_width(buffer_text(&title));
    if (title_width + (int)text_width(buffer_text(&aside)) > area.width - MARGINS) {
        buffer_reset(&aside);
        append_item_facts(&aside, view, store_clock(desk->store), true);
    }
    int aside_width = (int)text_width(buffer_text(&aside));
    surface_put(surface, area.row, area.column + 1, area.width - aside_width - MARGINS,
        STYLE_PROMPT, buffer_text(&title));
    surface_put_right(
        surface, area.row, area.column, area.width - 1, STYLE_MUTED, buffer_text(&aside));
    buffer_clear(&aside);
    buffer_clear(&title);
}

static void draw_records(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, const struct meeting_layout *layout)
{
    struct rectangle area = layout->record_rows;
    if (layout->records.width == 0)
        return;
    draw_item_heading(view, desk, surface, layout->records);
    if (view->remark != NULL)
        paragraph_draw(surface, layout->remark, STYLE_MUTED, view->remark);
    struct list_rows rows = meeting_record_rows(view);
    if (view->records.count > 0)
        draw_list(&view->record_rows, &rows, view->focus == MEETING_RECORDS, surface, area);
    else {
        surface_put(surface, area.row, area.column + 2, area.width - 3, STYLE_MUTED,
            "Rien n'est noté sur ce point.");
        if (view->focus == MEETING_RECORDS)
            surface_place_cursor(surface, area.row, area.column + 1);
    }
}

static const char *reason_not_writable(const struct meeting *meeting)
{
    return meeting_state_is(meeting->state, MEETING_CLOSED)
               ? "Séance close : elle se lit, et ne change plus."
               : "La séance n'est pas ouverte : o l'ouvre.";
}

static bool has_private_line(const char *text)
{
    for (; text != NULL; text = strchr(text, '\n')) {
        text += strspn(text, "\n ");
        if (*text == '~')
            return true;
    }
    return false;
}

// A private line is not read from the projection while it is typed either.
static bool is_hidden(const struct meeting_view *view, const struct desk *desk)
{
    return store_is_masked(desk->store) && has_private_line(editor_text(&view->entry));
}

// The line is broken where the typed one is, and the cursor stands where it stands.
static void draw_hidden(
    const struct meeting_view *view, struct surface *surface, struct rectangle area)
{
    struct editor shown = {.lines = view->entry.lines};
    const char *text = editor_text(&view->entry);
    for (size_t i = 0; text[i] != '\0'; i++) {
        bool continues = ((unsigned char)text[i] & 0xC0) == 0x80;
        if (i == view->entry.cursor)
            shown.cursor = shown.text.length;
        if (strchr(" \n~", text[i]) != NULL)
            buffer_append_bytes(&shown.text, &text[i], 1);
        else if (!continues)
            buffer_append(&shown.text, "▒");
    }
    if (text[view->entry.cursor] == '\0')
        shown.cursor = shown.text.length;
    editor_draw(&shown, surface, area, STYLE_TEXT);
    buffer_clear(&shown.text);
}

// A line that was half typed when the meeting closed is still shown.
static void draw_not_writable(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, int row, int width)
{
    struct buffer left = {0};
    surface_put(surface, row, 1, width - 2, STYLE_MUTED, reason_not_writable(&view->meeting));
    if (!editor_is_empty(&view->entry)) {
        buffer_append_format(&left, "Restée à moitié saisie : %s",
            is_hidden(view, desk) ? "(masqué)" : editor_text(&view->entry));
        surface_put(surface, row + 1, 1, width - 2, STYLE_DOUBT, buffer_text(&left));
    }
    buffer_clear(&left);
}

// Where the next line goes, in words, when that is not the item that the meeting is at.
static void append_target(const struct meeting_view *view, struct buffer *out)
{
    const struct item *item = meeting_item(view);
    if (item != NULL && view->current != 0 && view->item != view->current)
        buffer_append_format(
            out, " La ligne ira au point %s, qui n'est pas celui en cours ", item->number);
}

static void draw_rule(
    const struct meeting_view *view, struct surface *surface, struct rectangle rule)
{
    bool typing = view->focus == MEETING_ENTRY;
    struct buffer target = {0};
    surface_fill(surface, rule, typing ? STYLE_RULE_FOCUS : STYLE_RULE, typing ? "━" : "─");
    if (view->focus == MEETING_CORRECTION)
        surface_put_right(surface, rule.row, rule.column, rule.width - 2, STYLE_MUTED,
            " Correction : Entrée valide, Échap abandonne ");
    else if (meeting_is_writable(view))
        append_target(view, &target);
    surface_put(
        surface, rule.row, rule.column + 1, rule.width - 2, STYLE_DOUBT, buffer_text(&target));
    buffer_clear(&target);
}

// What the keys do while the line does not have them, for a sentence is soon typed into commands.
static const char *what_keys_do(const struct meeting_view *view)
{
    if (view->focus != MEETING_POINTS)
        return "Commandes : une lettre agit · i revient à la saisie";
    return view->searches ? "Tapez pour chercher · ↑↓ montrent · Entrée ouvre"
                          : "Points : une lettre agit · F6 revient à la saisie";
}

// The cursor stays where it is unless the line has the keys.
static void draw_line(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, struct rectangle area)
{
    bool typing = view->focus == MEETING_ENTRY;
    bool cursor_elsewhere = desk->question != NULL || desk->pick != NULL;
    int row = surface->cursor_row;
    int column = surface->cursor_column;
    if (!typing && view->focus != MEETING_CORRECTION && editor_is_empty(&view->entry)) {
        surface_put(surface, area.row, area.column, area.width, STYLE_MARKED, what_keys_do(view));
        return;
    }
    surface_put(surface, area.row, 1, 1, STYLE_PROMPT, "▌");
    if (is_hidden(view, desk))
        draw_hidden(view, surface, area);
    else
        editor_draw(&view->entry, surface, area, STYLE_TEXT);
    if (!typing || cursor_elsewhere)
        surface_place_cursor(surface, row, column);
}

static void draw_entry(const struct meeting_view *view, const struct desk *desk,
    struct surface *surface, const struct meeting_layout *layout)
{
    draw_rule(view, surface, layout->rule);
    if (!meeting_is_writable(view)) {
        draw_not_writable(view, desk, surface, layout->entry.row, layout->rule.width);
        return;
    }
    draw_line(view, desk, surface, layout->entry);
    struct buffer understood = {0};
    bool typing = view->focus == MEETING_ENTRY || view->focus == MEETING_CORRECTION;
    if (typing && is_hidden(view, desk))
        buffer_append(&understood, "note privée, masquée pendant la projection");
    else if (typing)
        meeting_understood(view, &understood);
    else if (!editor_is_empty(&view->entry))
        buffer_append(&understood, what_keys_do(view));
    paragraph_draw(surface, layout->understood, typing ? STYLE_UNDERSTOOD : STYLE_MARKED,
        buffer_text(&understood));
    buffer_clear(&understood);
}

void meeting_draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct meeting_view *view = meeting_view_read(screen);
    struct meeting_layout layout = meeting_layout_of(view, area);
    draw_points(view, desk, surface, &layout);
    draw_records(view, desk, surface, &layout);
    draw_entry(view, desk, surface, &layout);
}
