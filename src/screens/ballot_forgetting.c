// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_forgetting.h"

#include "screens/ballot_view.h"
#include "screens/desk.h"
#include "store/backup_names.h"
#include "text/french_count.h"

enum forgetting { FORGET_HERE, FORGET_IN_BACKUPS_TOO };

static void append_backups(struct buffer *out, const struct named_backups *backups)
{
    french_count(out, (int)backups->count, "sauvegarde", "sauvegardes");
}

static void say_what_stays(struct desk *desk, const struct named_backups *backups)
{
    struct buffer count = {0};
    append_backups(&count, backups);
    desk_say(desk, "Les noms restent dans %s d'avant ce geste.", buffer_text(&count));
    buffer_clear(&count);
}

// The names are gone from the file before those of the backups are: a backup is the last resort.
static void forget_in_backups(
    struct desk *desk, const struct named_backups *backups, bool too, struct problem *problem)
{
    if (backups->count == 0)
        return;
    if (!too)
        say_what_stays(desk, backups);
    else if (named_backups_remove(backups, problem) != STATUS_DONE)
        desk_refuse(desk, problem);
}

static void accept_forgetting(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    const struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    struct arena arena = {0};
    struct named_backups backups;
    struct problem problem = {0};
    bool too = picker_focused(picker) == FORGET_IN_BACKUPS_TOO;
    if (held == NULL)
        return;
    enum status status =
        named_backups_find(desk->store, view->meeting.id, &arena, &backups, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (desk_do(desk, ballot_anonymise, held->id, "scrutin anonymisé") == STATUS_DONE)
        forget_in_backups(desk, &backups, too, &problem);
    arena_clear(&arena);
}

static void offer_forgetting(struct desk *desk, const struct named_backups *backups)
{
    static const struct pick pick = {accept_forgetting};
    struct buffer in_backups = {0};
    buffer_append(&in_backups, "De même, et supprimer ");
    append_backups(&in_backups, backups);
    buffer_append(&in_backups, " où ils restent");
    const struct picker_choice choices[] = {
        [FORGET_HERE] = {.reference = "",
            .label = "Effacer les noms de ce scrutin, aussi de l'historique",
            .aside = "ne s'annule pas"},
        [FORGET_IN_BACKUPS_TOO] = {.reference = "",
            .label = buffer_text(&in_backups),
            .aside = "ne s'annule pas"},
    };
    if (buffer_failed(&in_backups))
        desk_refuse_no_memory(desk);
    else
        desk_pick(desk, &pick, "Anonymiser : Entrée efface les noms pour de bon, Échap les garde",
            choices, backups->count > 0 ? 2 : 1, false);
    buffer_clear(&in_backups);
}

void ballot_forget(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    struct arena arena = {0};
    struct named_backups backups;
    struct problem problem = {0};
    if (held == NULL || held->vote_count == 0)
        desk_say(desk, "Ce scrutin n'a pas de nom à effacer.");
    else if (named_backups_find(desk->store, view->meeting.id, &arena, &backups, &problem) !=
             STATUS_DONE)
        desk_refuse(desk, &problem);
    else
        offer_forgetting(desk, &backups);
    arena_clear(&arena);
}
