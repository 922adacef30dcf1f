// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"

#include "cli/application_verb.h"
#include "cli/board_verb.h"
#include "cli/file_verbs.h"
#include "cli/history_verbs.h"
#include "cli/import_verb.h"
#include "cli/list_verb.h"
#include "cli/replay_verb.h"
#include "cli/verify_verb.h"

// Those of no use to a verb are taken all the same: they may stand in an alias.
#define MAKING                                                                                     \
    (OPTION_BIT(OPTION_FILE) | OPTION_BIT(OPTION_CONFIGURATION) | OPTION_BIT(OPTION_THEME))
#define OPENING (MAKING | OPTION_BIT(OPTION_READ_ONLY))
#define LISTING (OPENING | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_SPREADSHEET))

#define LIST_VERB(NAME, SENTENCE, LIST)                                                            \
    {                                                                                              \
        .name = (NAME), .words = "", .sentence = (SENTENCE), .options = LISTING, .run = list_verb, \
        .list = &(LIST),                                                                           \
    }

// In the order of the help.
static const struct verb verbs[] = {
    {
        .name = "",
        .words = "[FICHIER]",
        .sentence = "Ouvrir l'application",
        .options = OPENING | OPTION_BIT(OPTION_PROJECTION),
        .most_words = 1,
        .word_is_file = true,
        .run = application_verb,
    },
    {
        .name = "creer",
        .words = "FICHIER",
        .sentence = "Faire un fichier, avec une convention",
        .options = MAKING | OPTION_BIT(OPTION_CONVENTION),
        .least_words = 1,
        .most_words = 1,
        .word_is_file = true,
        .run = create_verb,
    },
    {
        .name = "tableau",
        .words = "",
        .sentence =
            "Montrer les champs et leurs axes, où chacun en est ; en csv, une ligne par axe",
        .options = LISTING,
        .run = board_verb,
        .list = &list_of_axes,
    },
    LIST_VERB("instances", "Lister les instances", list_of_committees),
    LIST_VERB("seances", "Lister les séances", list_of_meetings),
    LIST_VERB("points", "Lister les points des ordres du jour", list_of_items),
    LIST_VERB("presences", "Lister qui était attendu, et qui était là", list_of_attendance),
    LIST_VERB("decisions", "Lister les décisions", list_of_decisions),
    LIST_VERB("votes", "Lister les votes, sans aucun nom", list_of_ballots),
    LIST_VERB("taches", "Lister les tâches", list_of_tasks),
    LIST_VERB("actions", "Lister les actions du plan", list_of_actions),
    LIST_VERB("historique", "Lister ce qui a été fait, par qui et quand", list_of_gestures),
    {
        .name = "importer",
        .words = "membres FICHIER.csv",
        .sentence = "Mettre au fichier une liste de membres : personnes, organismes, mandats",
        .options = OPENING | OPTION_BIT(OPTION_DRY_RUN),
        .least_words = 2,
        .most_words = 2,
        .run = import_verb,
        .explain = import_explain,
    },
    {
        .name = "annuler",
        .words = "",
        .sentence = "Annuler le dernier geste",
        .options = OPENING,
        .run = undo_verb,
    },
    {
        .name = "retablir",
        .words = "",
        .sentence = "Rétablir ce qui vient d'être annulé",
        .options = OPENING,
        .run = redo_verb,
    },
    {
        .name = "verifier",
        .words = "",
        .sentence = "Recalculer l'empreinte de chaque séance close, et dire ce qui a changé",
        .options = OPENING,
        .run = verify_verb,
    },
    {
        .name = "sauvegarder",
        .words = "DEST",
        .sentence = "Copier le fichier, même pendant qu'il sert",
        .options = OPENING,
        .least_words = 1,
        .most_words = 1,
        .run = copy_verb,
    },
    {
        .name = "rejouer",
        .words = "TOUCHES",
        .sentence = "Jouer un fichier de touches et montrer les écrans qu'il demande",
        .options = OPTION_BIT(OPTION_FILE) | OPTION_BIT(OPTION_SIZE) | OPTION_BIT(OPTION_CLOCK) |
                   OPTION_BIT(OPTION_PROJECTION),
        .least_words = 1,
        .most_words = 1,
        .run = replay_verb,
    },
};

const struct verb_table *cli_verbs(void)
{
    static const struct verb_table table = {verbs, sizeof verbs / sizeof *verbs};
    return &table;
}
