// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/general_commands.h"

#include "screens/desk.h"
#include "store/journal.h"
#include "store/undo.h"

void general_back(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    if (screen->destination.place != PLACE_TABLEAU)
        follow->kind = FOLLOW_BACK;
}

void general_quit(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow->kind = FOLLOW_QUIT;
}

// A gesture that another window made and this one has not shown yet is shown first.
static bool is_news(struct desk *desk, const struct journal_entry *entry)
{
    if (entry->by_this_window || entry->id <= desk->shown_gesture)
        return false;
    desk->shown_gesture = entry->id;
    desk_say(desk, "Une autre fenêtre vient de faire : %s. F8 encore l'annule.", entry->sentence);
    return true;
}

void general_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    enum status status = journal_next_undo(desk->store, &arena, &entry, &found, &problem);
    if (status == STATUS_DONE && !found)
        desk_say(desk, "Il n'y a rien à annuler.");
    else if (status == STATUS_DONE && !is_news(desk, &entry)) {
        status = journal_undo(desk->store, entry.id, &arena, &sentence, &problem);
        if (status == STATUS_DONE) {
            desk_changed(desk);
            desk_say(desk, "Annulé : %s · F12 rétablir", sentence);
        }
    }
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void general_redo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    enum status status = journal_next_redo(desk->store, &arena, &entry, &found, &problem);
    if (status == STATUS_DONE && !found)
        desk_say(desk, "Il n'y a rien à rétablir.");
    else if (status == STATUS_DONE) {
        status = journal_redo(desk->store, entry.id, &arena, &sentence, &problem);
        if (status == STATUS_DONE) {
            desk_changed(desk);
            desk_say(desk, "Rétabli : %s · F8 annuler", sentence);
        }
    }
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void general_suspend(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow->kind = FOLLOW_SUSPEND;
}

void general_redraw(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow->kind = FOLLOW_REDRAW;
}

void general_editor(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow->kind = FOLLOW_EDITOR;
}

void general_tableau(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow->kind = FOLLOW_HOME;
    follow->destination = (struct destination){.place = PLACE_TABLEAU};
}

void general_meeting_now(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    if (desk->meeting_id != 0) {
        follow_go(follow, PLACE_MEETING, PLAN_FIELD, desk->meeting_id);
        follow->kind = FOLLOW_HOME;
    } else
        desk_say(desk, "Aucune séance n'est ouverte : s montre les séances.");
}

void general_meetings(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_MEETINGS, PLAN_FIELD, 0);
}

void general_decisions(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_DECISIONS, PLAN_FIELD, 0);
}

void general_element_decisions(struct screen *screen, struct desk *desk, struct follow *follow)
{
    enum plan_level level;
    int64_t id;
    if (screen->class->element != NULL && screen->class->element(screen, &level, &id))
        follow_go(follow, PLACE_DECISIONS, level, id);
    else
        general_decisions(screen, desk, follow);
}

void general_tasks(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_TASKS, PLAN_FIELD, 0);
}

void general_history(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_HISTORY, PLAN_FIELD, 0);
}

void general_convention(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_CONVENTION, PLAN_FIELD, 0);
}
