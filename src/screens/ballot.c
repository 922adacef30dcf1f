// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot.h"

#include "screens/attendance_phrases.h"
#include "screens/ballot_commands.h"
#include "screens/ballot_drawing.h"
#include "screens/ballot_marks.h"
#include "screens/ballot_questions.h"
#include "screens/ballot_show.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/meeting_phrases.h"

static void clear(struct screen *screen)
{
    struct ballot_view *view = ballot_view_of(screen);
    buffer_clear(&view->votes);
    buffer_clear(&view->marks);
    marks_clear(&view->items);
    arena_clear(&view->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct ballot_view *view = ballot_view_of(screen);
    return view->arena.blocks == NULL
               ? ballot_show_focus(view, desk, screen->destination.focus, problem)
               : ballot_show(view, desk, ballot_subject(view), problem);
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    const struct ballot_view *view = ballot_view_read(screen);
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Scrutin");
    attendance_sentence(
        right, &view->sheet, &view->state, frame_title_room(desk, screen->area.width, left));
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct ballot_view *view = ballot_view_read(screen);
    const struct attendee *voter = ballot_voter(view);
    if (voter == NULL)
        return;
    const struct attendee *holder = attendance_sheet_find(&view->sheet, voter->proxy_to);
    phrase_attendee_place(out, voter);
    if (view->state.standings[voter - view->sheet.people].votes_by_proxy && holder != NULL)
        buffer_append_format(out, " · par pouvoir à %s", holder->name);
    else if (voter->deputy != NULL)
        buffer_append_format(out, " · par %s", voter->deputy);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    struct rectangle area = ballot_list_area(view, screen->area);
    if (event->type == EVENT_CLICK) {
        struct list_rows rows = ballot_rows(view);
        size_t row = list_row_at(&view->list, area, &rows, event->row - area.row);
        if (row < view->voter_count)
            view->list.cursor = row;
        return true;
    }
    if (event->type == EVENT_KEY && key_digit(event->key) >= 0) {
        char typed[8];
        key_text(event->key, typed);
        ballot_ask_counts(screen, desk, typed);
        return true;
    }
    return list_handle(&view->list, event, (size_t)(area.height > 0 ? area.height : 1));
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

static int64_t item_shown(const struct screen *screen)
{
    return ballot_view_read(screen)->item;
}

// Whoever comes for a decision stays there; whoever comes back to his marks is led to theirs.
static bool resume(struct screen *screen, struct desk *desk, const struct pending *pending)
{
    struct ballot_view *view = ballot_view_of(screen);
    bool elsewhere = screen->destination.focus != 0;
    if (ballot_vote_count(view) > 0 || (elsewhere && pending->subject != ballot_subject(view)))
        return false;
    if (pending->subject != ballot_subject(view) &&
        ballot_show(view, desk, pending->subject, NULL) != STATUS_DONE)
        return false;
    ballot_marks_read(view, pending->text);
    if (ballot_vote_count(view) > 0)
        desk_say(desk, "Voici les voix qui étaient marquées : Entrée les garde, x les efface.");
    return true;
}

const struct screen_class ballot_screen = {
    .size = sizeof(struct ballot_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = ballot_draw,
    .handle = handle,
    .meeting = meeting_shown,
    .item = item_shown,
    .pending = ballot_marks_pending,
    .resume = resume,
    .questions = {{ballot_questions, BALLOT_QUESTION_COUNT}},
};
