// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/general_commands.h"

#include "screens/desk.h"
#include "store/journal.h"
#include "store/mask.h"
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

void general_quit_meeting(struct screen *screen, struct desk *desk, struct follow *follow)
{
    if (desk->meeting_id != 0 && screen->class->meeting != NULL &&
        screen->class->meeting(screen) == desk->meeting_id)
        desk_say(desk, "La séance est ouverte : Ctrl-Q quitte Greffe.");
    else
        general_quit(screen, desk, follow);
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

// Undo and redo are one walk over the journal, in either direction.
struct journal_step {
    enum status (*next)(struct store *store, struct arena *arena, struct journal_entry *entry,
        bool *found, struct problem *problem);
    enum status (*take)(struct store *store, int64_t id, struct arena *arena, const char **sentence,
        struct problem *problem);
    bool is_undo;
    const char *nothing, *done, *way_back;
};

static void say_step(struct desk *desk, const struct journal_step *step, const char *sentence)
{
    desk_say(desk, "%s : %s · %s", step->done, sentence == NULL ? "" : sentence, step->way_back);
    // A key typed by mistake must not hide at once what the one before it took back.
    buffer_reset(&desk->undone);
    if (step->is_undo)
        buffer_append(&desk->undone, sentence == NULL ? "" : sentence);
}

static enum status take_step(struct desk *desk, const struct journal_step *step,
    struct arena *arena, struct problem *problem)
{
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    enum status status = step->next(desk->store, arena, &entry, &found, problem);
    if (status != STATUS_DONE)
        return status;
    if (!found) {
        desk_say(desk, "%s", step->nothing);
        return STATUS_DONE;
    }
    if (step->is_undo && is_news(desk, &entry))
        return STATUS_DONE;
    status = step->take(desk->store, entry.id, arena, &sentence, problem);
    if (status == STATUS_DONE) {
        desk_changed(desk);
        say_step(desk, step, mask_sentence(desk->store, arena, sentence));
    }
    return status;
}

static void walk_journal(struct desk *desk, const struct journal_step *step)
{
    struct arena arena = {0};
    struct problem problem = {0};
    if (take_step(desk, step, &arena, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void general_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct journal_step step = {journal_next_undo, journal_undo, true,
        "Il n'y a rien à annuler.", "Annulé", "F12 rétablir"};
    walk_journal(desk, &step);
}

void general_say_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    desk_say(desk, "Échap abandonne, puis F8 annule.");
}

void general_redo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct journal_step step = {journal_next_redo, journal_redo, false,
        "Il n'y a rien à rétablir.", "Rétabli", "F8 annuler"};
    walk_journal(desk, &step);
}

void general_mask(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    bool masked = !store_is_masked(desk->store);
    store_set_masked(desk->store, masked);
    buffer_reset(&desk->undone);
    desk_changed(desk);
    desk_say(desk, masked
                       ? "Masqué dans cette fenêtre : le privé et le confidentiel. Alt-M le montre."
                       : "Tout se montre de nouveau, le privé et le confidentiel aussi.");
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

// A register, of the element under the cursor where there is one.
static void go_to_register(const struct screen *screen, enum place place, struct follow *follow)
{
    enum plan_level level = PLAN_FIELD;
    int64_t id = 0;
    if (screen->class->element == NULL || !screen->class->element(screen, &level, &id)) {
        level = PLAN_FIELD;
        id = 0;
    }
    follow_go(follow, place, level, id);
}

void general_element_decisions(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    go_to_register(screen, PLACE_DECISIONS, follow);
}

void general_element_tasks(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    go_to_register(screen, PLACE_TASKS, follow);
}

void general_whole_register(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    follow_go(follow, screen->destination.place, PLAN_FIELD, 0);
    follow->kind = FOLLOW_REPLACE;
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
