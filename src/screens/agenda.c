// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/agenda.h"

#include "screens/agenda_paste.h"
#include "screens/agenda_rows.h"
#include "screens/commands.h"
#include "screens/item_edit.h"
#include "screens/item_return.h"
#include "screens/list_screen.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_fate_commands.h"
#include "screens/meeting_phrases.h"
#include "screens/numbering_command.h"
#include "store/item_document.h"
#include "store/meeting.h"
#include "text/french_count.h"

struct agenda_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct agenda agenda;
    struct carry_over offers;
    struct parked_items parked;
    struct agenda_rows rows;
    struct list list;
};

enum { LINKS_SHOWN = 12 };

static const struct agenda_view *view_of(const struct screen *screen)
{
    return (const struct agenda_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct agenda_view *)screen)->arena);
}

static const struct agenda_row *focused_row(const struct agenda_view *view)
{
    return view->list.cursor < view->rows.count ? &view->rows.rows[view->list.cursor] : NULL;
}

static int64_t item_of_row(const struct agenda_view *view, const struct agenda_row *row)
{
    if (row != NULL && row->kind == AGENDA_ITEM)
        return view->agenda.items[row->index].id;
    return row != NULL && row->kind == AGENDA_PARKED ? view->parked.items[row->index].id : 0;
}

static int64_t item_under_cursor(const struct screen *screen)
{
    const struct agenda_view *view = view_of(screen);
    return item_of_row(view, focused_row(view));
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

// The item to stand on: the one that was just added, else the one that was under the cursor.
static void focus(struct agenda_view *view, int64_t was, size_t count_before)
{
    int64_t wanted = was;
    list_resize(&view->list, view->rows.count);
    if (count_before > 0 && view->agenda.count > count_before)
        for (size_t i = 0; i < view->agenda.count; i++)
            if (view->agenda.items[i].id > wanted)
                wanted = view->agenda.items[i].id;
    for (size_t i = 0; wanted != 0 && i < view->rows.count; i++)
        if (item_of_row(view, &view->rows.rows[i]) == wanted)
            view->list.cursor = i;
}

static enum status read_all(struct agenda_view *read, struct desk *desk, struct problem *problem)
{
    int64_t id = read->screen.destination.element;
    enum status status = meeting_load(desk->store, id, &read->arena, &read->meeting, problem);
    if (status == STATUS_DONE)
        status = agenda_load(desk->store, id, &read->arena, &read->agenda, problem);
    if (status == STATUS_DONE && !meeting_is_closed(&read->meeting))
        status = agenda_offers(desk->store, id, &read->arena, &read->offers, problem);
    if (status == STATUS_DONE && !meeting_is_closed(&read->meeting))
        status = parked_items_load(desk->store, id, &read->arena, &read->parked, problem);
    return status;
}

static void lay(struct agenda_view *view)
{
    view->rows.agenda = &view->agenda;
    view->rows.offers = &view->offers;
    view->rows.parked = &view->parked;
    agenda_rows_lay(&view->rows, &view->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct agenda_view *view = (struct agenda_view *)screen;
    struct agenda_view read = *view;
    int64_t was = item_under_cursor(screen);
    size_t count_before = view->agenda.count;
    read.arena = (struct arena){0};
    read.offers = (struct carry_over){0};
    read.parked = (struct parked_items){0};
    enum status status = read_all(&read, desk, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    lay(view);
    focus(view, was, count_before);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct agenda_view *view = view_of(screen);
    const struct agenda *agenda = &view->agenda;
    buffer_append(left, "Séances › ");
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Ordre du jour");
    buffer_append_format(
        right, "%s · %d", phrase_meeting_state(&view->meeting), agenda->planned_minutes);
    if (agenda->allowed_minutes > 0)
        buffer_append_format(right, "/%d", agenda->allowed_minutes);
    buffer_append(right, " min");
    if (agenda->overrun != AGENDA_NO_OVERRUN)
        buffer_append_format(right, " ! dès %s", agenda->items[agenda->overrun].number);
}

static void append_documents(const struct desk *desk, const struct item *item, struct buffer *out)
{
    struct arena arena = {0};
    struct item_documents documents = {0};
    if (item->documents > 0 &&
        item_documents_load(desk->store, item->id, &arena, &documents, NULL) == STATUS_DONE)
        for (size_t i = 0; i < documents.count; i++)
            buffer_append_format(out, "%s%s%s%s", out->length > 0 ? " · " : "",
                documents.documents[i].title, documents.documents[i].place[0] == '\0' ? "" : " : ",
                documents.documents[i].place);
    arena_clear(&arena);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    const struct agenda_view *view = view_of(screen);
    const struct agenda_row *row = focused_row(view);
    if (row == NULL)
        return;
    if (row->kind != AGENDA_ITEM) {
        buffer_append(out, row->kind == AGENDA_OFFERS || row->kind == AGENDA_WAITING
                               ? "Entrée les montre ou les replie"
                               : "Entrée le met à l'ordre du jour");
        return;
    }
    const struct item *item = &view->agenda.items[row->index];
    buffer_append(out, item->confidential ? "confidentiel" : "");
    phrase_links(out, item->links, item->link_count, LINKS_SHOWN);
    append_documents(desk, item, out);
    if (out->length == 0)
        buffer_append(out, "Pas encore rattaché au plan : l le rattache à un axe ou à une action");
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct agenda_view *view = view_of(screen);
    struct list_rows rows = agenda_rows_drawing(&view->rows);
    list_screen_draw(&view->list, &rows,
        view->agenda.count > 0
            ? "Tout est traité : V montre les points traités."
            : "L'ordre du jour est vide : a ajoute un point ; dans le plan, p y met un axe.",
        desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct agenda_view *view = (struct agenda_view *)screen;
    struct list_rows rows = agenda_rows_drawing(&view->rows);
    if (event->type == EVENT_PASTE) {
        agenda_paste(desk, view->meeting.id, event->text, event->length);
        return true;
    }
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

static uint64_t where(const struct screen *screen)
{
    return meeting_is_closed(&view_of(screen)->meeting) ? WHERE_AGENDA_SHUT : WHERE_AGENDA;
}

void agenda_complete(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct agenda_view *view = view_of(screen);
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    size_t added = 0;
    if (view->offers.count == 0) {
        desk_say(desk, "Rien d'autre n'est proposé pour cette séance.");
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = agenda_propose(gesture, view->meeting.id, &added, &problem);
    french_count(&sentence, (int)added, "point proposé ajouté", "points proposés ajoutés");
    buffer_append(&sentence, " à l'ordre du jour");
    desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    buffer_clear(&sentence);
}

static void take_offer(struct agenda_view *view, struct desk *desk, size_t rank)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = agenda_take(gesture, view->meeting.id, rank, &problem);
    desk_conclude(desk, gesture, status, &problem, "à l'ordre du jour : %s",
        view->offers.proposals[rank].title);
}

void agenda_enter(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct agenda_view *view = (struct agenda_view *)screen;
    const struct agenda_row *row = focused_row(view);
    if (row == NULL)
        return;
    switch (row->kind) {
    case AGENDA_ITEM:
        item_show_thread(screen, desk, follow);
        break;
    case AGENDA_OFFERS:
        view->rows.offers_open = !view->rows.offers_open;
        break;
    case AGENDA_WAITING:
        view->rows.waiting_open = !view->rows.waiting_open;
        break;
    case AGENDA_OFFER:
        take_offer(view, desk, row->index);
        return;
    case AGENDA_PARKED:
        item_wait(screen, desk, follow);
        return;
    }
    lay(view);
    list_resize(&view->list, view->rows.count);
}

void agenda_hide_treated(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct agenda_view *view = (struct agenda_view *)screen;
    int64_t was = item_under_cursor(screen);
    view->rows.hides_treated = !view->rows.hides_treated;
    lay(view);
    focus(view, was, 0);
    desk_say(desk, view->rows.hides_treated
                       ? "Les points traités, reportés et retirés sont masqués."
                       : "Tous les points sont montrés.");
}

const struct screen_class agenda_screen = {
    .size = sizeof(struct agenda_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .item = item_under_cursor,
    .questions = {{item_questions, ITEM_QUESTION_COUNT},
        {meeting_questions, MEETING_QUESTION_COUNT},
        {item_return_questions, ITEM_RETURN_QUESTION_COUNT},
        {meeting_fate_questions, MEETING_FATE_QUESTION_COUNT},
        {numbering_questions, NUMBERING_QUESTION_COUNT}},
};
