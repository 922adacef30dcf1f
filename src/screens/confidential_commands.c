// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/confidential_commands.h"

#include "screens/desk.h"
#include "screens/meeting_view.h"
#include "store/confidential.h"

typedef enum status read_mark(
    struct store *store, int64_t id, bool *confidential, struct problem *problem);
typedef enum status set_mark(
    struct gesture *gesture, int64_t id, bool confidential, struct problem *problem);

struct mark {
    read_mark *read;
    set_mark *set;
    const char *sentences[2]; // no longer, from now on
};

static const struct mark record_mark = {record_is_confidential, record_set_confidential,
    {"la ligne n'est plus confidentielle", "ligne confidentielle"}};
static const struct mark point_mark = {item_is_confidential, item_set_confidential,
    {"le point n'est plus confidentiel", "point confidentiel, avec tout ce qu'il porte"}};

static void toggle(struct desk *desk, const struct mark *mark, int64_t id)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    bool confidential = false;
    enum status status = mark->read(desk->store, id, &confidential, &problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = mark->set(gesture, id, !confidential, &problem);
    desk_conclude(desk, gesture, status, &problem, "%s", mark->sentences[!confidential]);
}

// 0, with a message, where the cursor is on no record.
static int64_t record_under_cursor(const struct screen *screen, struct desk *desk)
{
    const struct meeting_view *view = meeting_view_read(screen);
    const struct record *record = meeting_record(view);
    if (record != NULL && meeting_move(view, record) == NULL)
        return record->id;
    desk_say(desk, "Placez-vous d'abord sur une ligne notée, ou sur un point (F6).");
    return 0;
}

void confidential_toggle(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    bool on_record = screen->destination.place == PLACE_MEETING &&
                     meeting_view_read(screen)->focus == MEETING_RECORDS;
    int64_t id = on_record                     ? record_under_cursor(screen, desk)
                 : screen->class->item == NULL ? 0
                                               : screen->class->item(screen);
    if (id != 0)
        toggle(desk, on_record ? &record_mark : &point_mark, id);
    else if (!on_record)
        desk_say(desk, "Placez-vous d'abord sur un point.");
}
