// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_drawing.h"

#include <string.h>

#include "rules/ballot_sentence.h"
#include "screens/attendance_phrases.h"
#include "screens/ballot_phrases.h"
#include "screens/meeting_phrases.h"
#include "store/ballot_moment.h"
#include "surface/paragraph.h"
#include "text/french_count.h"

enum { MOST_LINES = 8, MOST_ROWS = 3, CHOICE_WIDTH = 13 };

// What stands above the voters, a paragraph each.
struct head {
    struct {
        struct buffer text;
        enum style style;
    } lines[MOST_LINES];
    size_t count;
};

static struct buffer *add_line(struct head *head, enum style style)
{
    head->lines[head->count].style = style;
    return &head->lines[head->count++].text;
}

static void drop_empty_line(struct head *head)
{
    if (head->lines[head->count - 1].text.length == 0)
        head->count--;
}

static void head_clear(struct head *head)
{
    for (size_t i = 0; i < MOST_LINES; i++)
        buffer_clear(&head->lines[i].text);
}

static void append_subject(struct head *head, const struct ballot_view *view)
{
    const struct item *item = agenda_find(&view->agenda, view->item);
    const struct record *decision = ballot_decision(view);
    if (item == NULL) {
        buffer_append(add_line(head, STYLE_MUTED), "L'ordre du jour est vide : ajoutez un point.");
        return;
    }
    buffer_append_format(add_line(head, STYLE_PROMPT), "%s  %s", item->number, item->title);
    if (decision != NULL)
        buffer_append_format(add_line(head, STYLE_DECISION), "! %s", decision->fact.text);
    else
        buffer_append(add_line(head, STYLE_MUTED), "Sur le point lui-même, sans décision notée");
}

static void append_items(struct head *head, const struct ballot_view *view)
{
    struct buffer *out = add_line(head, STYLE_STATUS);
    for (size_t i = 0; i < marks_count(&view->items); i++) {
        const struct item *item = agenda_find(&view->agenda, marks_at(&view->items, i));
        if (item != NULL)
            buffer_append_format(out, "%s%s",
                out->length == 0 ? "Le même vote aussi au point " : ", ", item->number);
    }
    drop_empty_line(head);
}

static void append_voters(struct head *head, const struct ballot_view *view)
{
    struct buffer *out = add_line(head, STYLE_STATUS);
    struct ballot_moment moment = ballot_moment_of(&view->sheet, &view->state);
    french_count(out, moment.voters, "votant", "votants");
    if (view->state.totals.proxies > 0)
        buffer_append_format(out, " dont %d par pouvoir", view->state.totals.proxies);
    buffer_append(out, " · ");
    ballot_quorum_words(out, &view->sheet, &view->state);
}

static void append_flags(struct head *head, const struct ballot_view *view)
{
    struct buffer *out = add_line(head, STYLE_MUTED);
    if (view->casting != CASTING_VOTE_NONE)
        buffer_append_format(
            out, "voix prépondérante : %s", view->casting == CASTING_VOTE_FOR ? "pour" : "contre");
    if (view->shares_voters)
        buffer_append_format(out, "%svotants partagés avec les autres scrutins du point",
            out->length > 0 ? " · " : "");
    drop_empty_line(head);
}

static void append_shares(
    struct head *head, const struct ballot_view *view, const struct ballot *ballot, int members)
{
    struct buffer *out = add_line(head, STYLE_MUTED);
    phrase_ballot_shares(out, ballot, view->base, members);
    if (out->length > 0)
        buffer_append_format(out, " · %s", value_label(&ballot_base_values, (int)view->base));
    drop_empty_line(head);
}

// The votes by name, as they would be kept.
static void append_names(struct head *head, const struct ballot_view *view)
{
    struct said_ballot said = ballot_said_by_name(view);
    struct problem problem = {0};
    struct ballot ballot;
    if (ballot_preview(view, &said, &ballot, &problem) != STATUS_DONE) {
        buffer_append(add_line(head, STYLE_PROBLEM), problem.sentence);
        return;
    }
    struct buffer *out = add_line(head, STYLE_UNDERSTOOD);
    buffer_append(out, "Entrée garde : ");
    ballot_sentence(out, &ballot);
    append_shares(head, view, &ballot, ballot_members(&view->state));
}

static void append_held(
    struct head *head, const struct ballot_view *view, const struct held_ballot *held)
{
    bool doubt = !held->fits || !held->quorum_reached;
    struct buffer *out = add_line(head, STYLE_DECISION);
    buffer_append_format(out, "= %s · noté à ", held->sentence);
    phrase_hour(out, held->at);
    out = add_line(head, doubt ? STYLE_DOUBT : STYLE_MUTED);
    phrase_ballot_marks(out, held);
    drop_empty_line(head);
    append_shares(head, view, &held->ballot, held->members);
}

// What one key keeps, and the sentence that it keeps.
static void append_choices(struct head *head, const struct ballot_view *view)
{
    const struct said_ballot said = {.form = BALLOT_FORM_UNANIMITY};
    struct problem problem = {0};
    struct ballot ballot;
    if (ballot_preview(view, &said, &ballot, &problem) != STATUS_DONE) {
        buffer_append(add_line(head, STYLE_PROBLEM), problem.sentence);
        return;
    }
    struct buffer *out = add_line(head, STYLE_UNDERSTOOD);
    buffer_append(out, "c : Par consensus · u : ");
    ballot_sentence(out, &ballot);
    buffer_append(out, " · un chiffre : pour, contre, abstentions");
}

static void head_write(struct head *head, const struct ballot_view *view)
{
    const struct held_ballot *held = ballot_held(view);
    *head = (struct head){0};
    append_subject(head, view);
    if (view->item == 0)
        return;
    append_items(head, view);
    append_voters(head, view);
    append_flags(head, view);
    if (ballot_vote_count(view) > 0)
        append_names(head, view);
    else if (held != NULL)
        append_held(head, view, held);
    else
        append_choices(head, view);
}

static int line_height(const struct head *head, size_t line, int width)
{
    int height = paragraph_height(buffer_text(&head->lines[line].text), width);
    return height < MOST_ROWS ? height : MOST_ROWS;
}

static int head_height(const struct head *head, int width)
{
    int height = 0;
    for (size_t i = 0; i < head->count; i++)
        height += line_height(head, i, width);
    return height;
}

static void head_draw(const struct head *head, struct surface *surface, struct rectangle area)
{
    for (size_t i = 0; i < head->count; i++) {
        int height = line_height(head, i, area.width);
        struct rectangle line = {area.row, area.column, height, area.width};
        paragraph_draw(surface, line, head->lines[i].style, buffer_text(&head->lines[i].text));
        area.row += height;
    }
}

struct rectangle ballot_list_area(const struct ballot_view *view, struct rectangle area)
{
    struct head head;
    head_write(&head, view);
    int above = head_height(&head, area.width - 2) + 1;
    head_clear(&head);
    return (struct rectangle){area.row + above, area.column, area.height - above, area.width};
}

// What somebody votes: as marked, else as it was kept, else as those do who are not marked.
static bool choice_of(const struct ballot_view *view, int64_t attendee, enum ballot_choice *choice)
{
    const struct held_ballot *held = ballot_held(view);
    size_t marked = ballot_vote_count(view);
    if (marked > 0)
        *choice = ballot_choice_of(ballot_votes(view), marked, attendee, ballot_otherwise(view));
    else if (held != NULL && held->vote_count > 0)
        *choice = ballot_choice_of(held->votes, held->vote_count, attendee, BALLOT_NO_VOTE);
    return marked > 0 || (held != NULL && held->vote_count > 0);
}

static void draw_voter(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    static const char *const words[] = {
        [BALLOT_FOR] = "pour",
        [BALLOT_AGAINST] = "contre",
        [BALLOT_ABSTENTION] = "abstention",
        [BALLOT_NO_VOTE] = "sans vote",
    };
    const struct ballot_view *view = context;
    const struct attendee *voter = view->voters[row];
    enum ballot_choice choice = BALLOT_FOR;
    bool known = choice_of(view, voter->id, &choice);
    enum style style = focused                         ? STYLE_FOCUS
                       : known && choice != BALLOT_FOR ? STYLE_MARKED
                                                       : STYLE_TEXT;
    struct buffer name = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(
        surface, area.row, area.column, CHOICE_WIDTH - 1, style, known ? words[choice] : "–");
    phrase_attendee_place(&name, voter);
    surface_put(surface, area.row, area.column + CHOICE_WIDTH, area.width - CHOICE_WIDTH, style,
        buffer_text(&name));
    buffer_clear(&name);
}

struct list_rows ballot_rows(const struct ballot_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_voter};
}

void ballot_draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct ballot_view *view = ballot_view_read(screen);
    struct rectangle text = {area.row, area.column + 1, area.height, area.width - 2};
    struct rectangle list = ballot_list_area(view, area);
    struct rectangle rule = {list.row - 1, area.column, 1, area.width};
    struct list_rows rows = ballot_rows(view);
    struct head head;
    head_write(&head, view);
    head_draw(&head, surface, text);
    head_clear(&head);
    surface_fill(surface, rule, STYLE_RULE, "─");
    if (view->voter_count > 0)
        list_draw(&view->list, surface, list, &rows, desk->question == NULL && desk->pick == NULL);
    else
        surface_place_cursor(surface, rule.row, area.column);
}
