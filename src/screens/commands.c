// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/commands.h"

#include "screens/action_sheet.h"
#include "screens/closing.h"
#include "screens/decision_sheet.h"
#include "screens/decisions.h"
#include "screens/element_history.h"
#include "screens/general_commands.h"
#include "screens/help.h"
#include "screens/history.h"
#include "screens/item_edit.h"
#include "screens/meeting.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_entry.h"
#include "screens/meeting_records.h"
#include "screens/meetings.h"
#include "screens/plan.h"
#include "screens/plan_edit.h"
#include "screens/plan_links.h"
#include "screens/tableau.h"
#include "screens/tasks.h"

enum {
    WITH_ELEMENT = WHERE_TABLEAU | WHERE_PLAN | WHERE_ACTION | WHERE_ELEMENT_HISTORY,
    WITH_PLAN_EDIT = WHERE_PLAN | WHERE_ACTION,
    WITH_ITEM = WHERE_AGENDA | WHERE_POINTS,
    WITH_MEETING = WHERE_MEETINGS | WHERE_AGENDA,
    IN_MEETING = WHERE_MEETING | WHERE_ENTRY | WHERE_CORRECTION | WHERE_POINTS,
    ANY_MEETING = IN_MEETING | WHERE_MEETING_SHUT | WHERE_POINTS_SHUT,
    ANY_HISTORY = WHERE_HISTORY | WHERE_HISTORY_SHUT,
    WITH_LINE = WHERE_ENTRY | WHERE_CORRECTION,
    WITH_KIND = WITH_LINE | WHERE_MEETING,
    // Where letters go from one place to another: where they do not act on an agenda.
    WITH_NAVIGATION = WITH_ELEMENT | WHERE_CONVENTION | WHERE_MEETINGS | WHERE_MEETING |
                      WHERE_SHUT | WHERE_DECISIONS | WHERE_DECISION | WHERE_TASKS | ANY_HISTORY,
    // Letters that mean nothing else on an agenda go somewhere from there too.
    WITH_JUMP = WITH_NAVIGATION | WITH_ITEM,
    WITH_BACK = WHERE_READING & ~(WHERE_TABLEAU | WHERE_POINTS | WHERE_POINTS_SHUT),
};

// The order is that of the bar and of the help page; the bar keeps what fits.
static const struct command commands[] = {
    // What Enter does.
    {"ouvrir-axe", "Ouvrir l'axe sous le curseur", "ouvrir", "cr", WHERE_TABLEAU, tableau_open},
    {"ouvrir-champ", "Ouvrir le champ entier, avec ses axes", "champ", "c", WHERE_TABLEAU,
        tableau_open_field},
    {"ouvrir-element", "Ouvrir l'axe, l'objectif ou la fiche action", "ouvrir", "cr", WHERE_PLAN,
        plan_open},
    {"changer-ligne", "Changer la ligne sous le curseur", "changer", "cr", WHERE_ACTION,
        action_sheet_change},
    {"ouvrir-seance", "Ouvrir l'ordre du jour, ou la séance", "ouvrir", "cr", WHERE_MEETINGS,
        meetings_open},
    {"ouvrir-decision", "Ouvrir la fiche de la décision", "ouvrir", "cr", WHERE_DECISIONS,
        decisions_open},
    {"suivre-lien", "Aller à la séance ou à l'élément du plan", "y aller", "cr", WHERE_DECISION,
        decision_sheet_open},
    {"ouvrir-tache", "Ouvrir la séance où la tâche a été prise", "séance", "cr", WHERE_TASKS,
        tasks_open},
    {"ouvrir-passage", "Ouvrir la séance ou la décision", "ouvrir", "cr", WHERE_ELEMENT_HISTORY,
        element_history_open},
    {"executer", "Faire ce que dit la ligne", "exécuter", "cr", WHERE_HELP, help_run},
    {"ouvrir-point", "Ouvrir ce point et revenir à la saisie", "ouvrir", "cr",
        WHERE_POINTS | WHERE_POINTS_SHUT, meeting_open_point},

    // The meeting.
    {"choisir-element", "Choisir un élément du plan, sans taper #", "plan", "f3", WITH_LINE,
        meeting_pick_element},
    {"point-suivant", "Passer au point suivant", "suivant", "f5 c-n", ANY_MEETING,
        meeting_next_item},
    {"points", "Aller à l'ordre du jour, ou en revenir", "points", "f6", ANY_MEETING,
        meeting_show_points},
    {"commander", "Quitter la ligne de saisie pour les commandes d'une touche", "commandes", "esc",
        WHERE_ENTRY, meeting_leave_entry},
    {"choisir-nom", "Choisir une personne ou un organisme, sans taper @", "noms", "f7", WITH_LINE,
        meeting_pick_name},
    {"clore", "Clore la séance : numéroter et sceller", "clore", "f9", WHERE_CLOSING,
        closing_close},
    {"reporter-tout", "Reporter tous les points non traités", "reporter", "r", WHERE_CLOSING,
        closing_postpone},
    {"lever", "Lever la séance ; levée, montrer sa clôture", "clôture", "f9", IN_MEETING,
        meeting_end},
    {"ecrire", "Revenir à la ligne de saisie", "écrire", "i esc", WHERE_MEETING, meeting_write},
    {"quitter-points", "Revenir à la séance", "revenir", "esc bs", WHERE_POINTS | WHERE_POINTS_SHUT,
        meeting_show_points},
    {"corriger", "Corriger la ligne à sa place", "corriger", "cr", WHERE_MEETING, meeting_correct},
    {"oter-ligne", "Ôter la ligne", "ôter", "x del", WHERE_MEETING, meeting_remove_record},
    {"deplacer-ligne", "Passer la ligne à un autre point", "déplacer", "m", WHERE_MEETING,
        meeting_move_record},
    {"fiche-decision", "Ouvrir la fiche de la décision", "fiche", "f",
        WHERE_MEETING | WHERE_MEETING_SHUT, meeting_open_record},
    {"point-precedent", "Revenir au point précédent", NULL, "c-p", ANY_MEETING,
        meeting_previous_item},
    {"completer", "Compléter un nom ou un élément du plan", NULL, "tab", WITH_LINE,
        meeting_complete},
    {"note", "En faire une note", NULL, "a-n", WITH_KIND, meeting_kind_note},
    {"information", "En faire une information", NULL, "a-i", WITH_KIND, meeting_kind_information},
    {"question", "En faire une question", NULL, "a-q", WITH_KIND, meeting_kind_question},
    {"decision", "En faire une décision", NULL, "a-d", WITH_KIND, meeting_kind_decision},
    {"tache", "En faire une tâche", NULL, "a-t", WITH_KIND, meeting_kind_task},
    {"privee", "En faire une note privée", NULL, "a-p", WITH_KIND, meeting_kind_private},

    // The agenda; to open the meeting is among its first, for the bar to have room.
    {"preparer-seance", "Préparer une séance", "préparer", "n", WHERE_MEETINGS,
        meeting_pick_committee},
    {"ajouter-point", "Ajouter un point", "ajouter", "a", WITH_ITEM, item_ask_new},
    {"ajouter-sous-point", "Ajouter un sous-point", NULL, "A", WITH_ITEM, item_ask_sub_item},
    {"titre-point", "Changer le titre du point", "intitulé", "i", WITH_ITEM, item_ask_title},
    {"lier-point", "Rattacher le point au plan", "lier", "l", WITH_ITEM, item_pick_links},
    {"commencer", "Ouvrir la séance, ou la reprendre une fois levée", "ouvrir la séance", "o",
        WITH_MEETING | WHERE_MEETING, meeting_start},
    {"rapporteur", "Dire qui rapporte le point", NULL, "r", WITH_ITEM, item_ask_presenter},
    {"duree", "Prévoir la durée du point", "durée", "d", WITH_ITEM, item_ask_minutes},
    {"genre", "Changer le genre du point : information, avis, décision", "genre", "g", WITH_ITEM,
        item_next_kind},
    {"monter-point", "Monter le point", "monter", "m", WITH_ITEM, item_move_up},
    {"descendre-point", "Descendre le point", "descendre", "b", WITH_ITEM, item_move_down},
    {"sous-point", "En faire un sous-point du précédent", NULL, "tab", WITH_ITEM,
        item_indent_deeper},
    {"point-entier", "En refaire un point", NULL, "s-tab", WITH_ITEM, item_indent_back},
    {"oter-point", "Ôter le point de l'ordre du jour", "ôter", "x del", WITH_ITEM, item_drop},
    {"reporter-point", "Reporter le point à une autre séance", "reporter", "p", WHERE_POINTS,
        meeting_postpone_point},

    // Meetings.
    {"date-seance", "Changer la date de la séance", "jour", "j", WITH_MEETING, meeting_ask_date},
    {"lieu", "Dire où se tient la séance", "endroit", "e", WITH_MEETING, meeting_ask_place},
    {"ajouter-instance", "Ajouter une instance", NULL, "N", WHERE_MEETINGS, meeting_ask_committee},
    {"supprimer-seance", "Supprimer la séance préparée", NULL, "x del", WHERE_MEETINGS,
        meeting_drop},

    // The plan.
    {"a-l-ordre-du-jour", "Mettre à l'ordre du jour de la séance ouverte, ou de la prochaine",
        "à l'ordre du jour", "p", WITH_ELEMENT, plan_put_on_agenda},
    {"passages", "Voir les séances qui en ont parlé", "passages", "h",
        WITH_ELEMENT & ~WHERE_ELEMENT_HISTORY, plan_open_history},
    {"ajouter-action", "Ajouter une action", "action", "a", WITH_PLAN_EDIT, plan_ask_action},
    {"ajouter-objectif", "Ajouter un objectif opérationnel", "objectif", "o", WHERE_PLAN,
        plan_ask_objective},
    {"intitule", "Changer l'intitulé", "intitulé", "i", WITH_PLAN_EDIT, plan_ask_title},
    {"etat-suivant", "Passer l'action à l'état suivant", "état", "e", WITH_PLAN_EDIT,
        plan_next_state},
    {"etat", "Choisir l'état de l'action", NULL, "E", WITH_PLAN_EDIT, plan_pick_state},
    {"retirer", "Retirer du plan (archiver, si une séance en a parlé)", "retirer", "x del",
        WITH_PLAN_EDIT, plan_remove},

    // Registers.
    {"etat-tache", "Passer la tâche à l'état suivant", "état", "e", WHERE_TASKS, tasks_next_state},
    {"registre-entier", "Voir toutes les décisions", "toutes", "d D", WHERE_DECISIONS_OF,
        general_whole_register},
    {"suivi-entier", "Voir toutes les tâches", "toutes", "t", WHERE_TASKS_OF,
        general_whole_register},
    {"annuler-geste", "Annuler ce geste-là", "annuler ce geste", "a", WHERE_HISTORY, history_undo},

    // Everywhere.
    {"revenir", "Revenir d'où l'on vient", "revenir", "bs", WITH_BACK | WHERE_HELP, general_back},
    {"revenir-echap", "Revenir d'où l'on vient", NULL, "esc",
        (WITH_BACK & ~WHERE_MEETING) | WHERE_HELP, general_back},
    {"seances", "Voir les séances", "séances", "s", WITH_JUMP & ~WHERE_MEETINGS, general_meetings},
    {"decisions", "Voir les décisions, de cet axe ou toutes", "décisions", "d",
        WITH_NAVIGATION & ~WHERE_DECISIONS, general_element_decisions},
    {"toutes-decisions", "Voir toutes les décisions", NULL, "D", WITH_JUMP & ~WHERE_DECISIONS,
        general_decisions},
    {"taches", "Voir les tâches, de cet axe ou toutes", "tâches", "t", WITH_JUMP & ~WHERE_TASKS,
        general_element_tasks},
    {"seance-ouverte", "Aller à la séance ouverte", NULL, "S",
        WITH_JUMP & ~(WHERE_MEETING | WHERE_POINTS), general_meeting_now},
    {"historique", "Voir l'historique des gestes", NULL, "H", WITH_JUMP & ~ANY_HISTORY,
        general_history},
    {"convention", "Lire la convention", NULL, "v", WITH_JUMP & ~WHERE_CONVENTION,
        general_convention},
    {"tableau", "Revenir au tableau", NULL, "T", WITH_JUMP & ~WHERE_TABLEAU, general_tableau},
    {"annuler", "Annuler le dernier geste", NULL, "f8 a-u", WHERE_ANY & ~WHERE_PICKER,
        general_undo},
    {"annuler-lettre", "Annuler le dernier geste", NULL, "u", WHERE_READING, general_undo},
    {"retablir", "Rétablir le geste annulé", NULL, "f12 a-r", WHERE_ANY & ~WHERE_PICKER,
        general_redo},
    {"retablir-lettre", "Rétablir le geste annulé", NULL, "U", WHERE_READING, general_redo},
    {"editeur", "Ouvrir le texte dans $VISUAL ou $EDITOR", NULL, "a-e", WHERE_TYPING,
        general_editor},
    {"palette", "Chercher une commande par son nom", NULL, "a-x",
        WHERE_ANY & ~(WHERE_PICKER | WHERE_QUESTION | WHERE_HELP), help_palette},
    {"redessiner", "Redessiner l'écran", NULL, "c-l", WHERE_ANY, general_redraw},
    {"suspendre", "Suspendre Greffe (fg le reprend)", NULL, "c-z", WHERE_ANY, general_suspend},
    {"quitter", "Quitter Greffe", "quitter", "q", WHERE_READING | WHERE_HELP, general_quit},
    {"quitter-partout", "Quitter Greffe", NULL, "c-q", WHERE_ANY, general_quit},
    {"aide", "Voir les touches d'ici", "aide", "? f1", WHERE_READING, help_show},
    {"aide-saisie", "Voir les touches de la saisie", "aide", "f1 a-h", WITH_LINE, help_show},
};

const struct command_table *screen_commands(void)
{
    static const struct command_table table = {commands, sizeof commands / sizeof commands[0]};
    return &table;
}
