// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/commands.h"

#include "screens/action_sheet.h"
#include "screens/agenda.h"
#include "screens/attendance_commands.h"
#include "screens/attendance_deputy.h"
#include "screens/attendance_rates.h"
#include "screens/attendance_seek.h"
#include "screens/ballot_commands.h"
#include "screens/ballot_forgetting.h"
#include "screens/closing.h"
#include "screens/committee_edit.h"
#include "screens/committees.h"
#include "screens/committees_edit.h"
#include "screens/confidential_commands.h"
#include "screens/decision_accord.h"
#include "screens/decision_commands.h"
#include "screens/decision_questions.h"
#include "screens/decision_replacement.h"
#include "screens/decision_sheet.h"
#include "screens/decisions.h"
#include "screens/element_history.h"
#include "screens/general_commands.h"
#include "screens/help.h"
#include "screens/history.h"
#include "screens/item_edit.h"
#include "screens/item_link_commands.h"
#include "screens/item_presenter.h"
#include "screens/item_return.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_entry.h"
#include "screens/meeting_fate_commands.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_records.h"
#include "screens/meeting_walk.h"
#include "screens/meetings.h"
#include "screens/minutes_commands.h"
#include "screens/numbering_command.h"
#include "screens/people.h"
#include "screens/plan.h"
#include "screens/plan_edit.h"
#include "screens/plan_links.h"
#include "screens/record_doubts.h"
#include "screens/record_follow.h"
#include "screens/since.h"
#include "screens/standing.h"
#include "screens/tableau.h"
#include "screens/task_commands.h"
#include "screens/task_dependency_commands.h"
#include "screens/task_note_commands.h"
#include "screens/task_owner_commands.h"
#include "screens/task_sheet.h"
#include "screens/tasks.h"
#include "screens/tasks_filter.h"
#include "screens/thread.h"

#define WITH_ELEMENT (WHERE_TABLEAU | WHERE_PLAN | WHERE_ACTION | WHERE_ELEMENT_HISTORY)
#define WITH_PLAN_EDIT (WHERE_PLAN | WHERE_ACTION)
#define WITH_ITEM (WHERE_AGENDA | WHERE_POINTS)
#define WITH_MEETING (WHERE_MEETINGS | WHERE_AGENDA)
#define IN_MEETING                                                                                 \
    (WHERE_MEETING | WHERE_ENTRY | WHERE_CORRECTION | WHERE_POINTS | WHERE_POINTS_SEARCH)
#define ANY_MEETING (IN_MEETING | WHERE_MEETING_SHUT | WHERE_POINTS_SHUT)
// Where a meeting is shown, held or not, and letters are commands.
#define ON_MEETING                                                                                 \
    (WHERE_AGENDA | WHERE_AGENDA_SHUT | WHERE_MEETING | WHERE_MEETING_SHUT | WHERE_POINTS |        \
        WHERE_POINTS_SHUT)
#define WITH_DECISION (WHERE_DECISIONS | WHERE_DECISION)
#define WITH_TASK (WHERE_TASKS | WHERE_TASK)
#define ANY_HISTORY (WHERE_HISTORY | WHERE_HISTORY_SHUT)
#define WITH_LINE (WHERE_ENTRY | WHERE_CORRECTION)
#define WITH_KIND (WITH_LINE | WHERE_MEETING)
// Where letters go from one place to another: where they do not act on an agenda.
#define WITH_NAVIGATION                                                                            \
    (WITH_ELEMENT | WHERE_CONVENTION | WHERE_MEETINGS | WHERE_MEETING | WHERE_COMMITTEES |         \
        WHERE_COMMITTEE | WHERE_PEOPLE | WHERE_RATES | WHERE_THREAD | WHERE_SINCE |                \
        WHERE_STANDING | WHERE_SHUT | ANY_MINUTES | WHERE_DECISIONS | WHERE_DECISION | WITH_TASK | \
        ANY_HISTORY)
// Letters that mean nothing else on an agenda go somewhere from there too.
#define WITH_JUMP (WITH_NAVIGATION | WITH_ITEM)
#define WITH_BACK                                                                                  \
    (WHERE_READING & ~(WHERE_TABLEAU | WHERE_POINTS | WHERE_POINTS_SHUT | WHERE_BALLOT))

// Where a sentence meant for the entry line may be typed after an Escape too many.
#define NEAR_ENTRY (WHERE_MEETING | WHERE_POINTS | WHERE_ATTENDANCE | WHERE_BALLOT)

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
    {"ouvrir-tache", "Ouvrir la fiche de la tâche", "ouvrir", "cr", WHERE_TASKS, tasks_open},
    {"changer-tache", "Changer la ligne de la fiche, ou y aller", "changer", "cr", WHERE_TASK,
        task_sheet_open},
    {"ouvrir-passage", "Ouvrir la séance ou la décision", "ouvrir", "cr", WHERE_ELEMENT_HISTORY,
        element_history_open},
    {"executer", "Faire ce que dit la ligne", "exécuter", "cr", WHERE_HELP, help_run},
    {"ouvrir-point", "Ouvrir ce point et revenir à la saisie", "ouvrir", "cr",
        WHERE_POINTS | WHERE_POINTS_SEARCH | WHERE_POINTS_SHUT, meeting_open_point},
    {"quitter-recherche", "Revenir à la saisie", "revenir", "esc", WHERE_POINTS_SEARCH,
        meeting_show_points},
    {"commencer", "Ouvrir la séance, ou la reprendre une fois levée", "ouvrir la séance", "o",
        WITH_MEETING, meeting_start},

    {"ouvrir-fil", "Ouvrir le fil du point ; ce qui est replié ou proposé", "ouvrir", "cr",
        WHERE_AGENDA | WHERE_AGENDA_SHUT, agenda_enter},
    {"ouvrir-fait", "Ouvrir la décision, ou la séance où la tâche a été prise", "ouvrir", "cr",
        WHERE_SINCE, since_open},
    {"ouvrir-ligne-fil", "Ouvrir la décision, ou la séance", "ouvrir", "cr", WHERE_THREAD,
        thread_open},

    // The meeting.
    {"presences", "Noter les présences", "présences", "f2",
        ANY_MEETING | WITH_MEETING | WHERE_AGENDA_SHUT, attendance_open},
    {"choisir-element", "Choisir un élément du plan, sans taper #", "plan", "f3", WITH_LINE,
        meeting_pick_element},
    {"scrutin", "Noter un vote sur le point, ou sur la décision sous le curseur", "vote", "f4",
        IN_MEETING, ballot_open},
    {"point-suivant", "Passer au point suivant", "suivant", "f5 c-n", ANY_MEETING,
        meeting_next_item},
    {"points", "Aller à l'ordre du jour, ou en revenir", "points", "f6", ANY_MEETING,
        meeting_show_points},
    {"commander", "Quitter la ligne de saisie pour les commandes d'une touche", "commandes", "esc",
        WHERE_ENTRY, meeting_leave_entry},
    {"clore", "Clore la séance : numéroter et sceller", "clore", "C", WHERE_CLOSING, closing_close},
    {"touche-clore", "Dire quelle touche clôt la séance", NULL, "f9", WHERE_CLOSING,
        closing_say_key},
    {"reporter-tout", "Reporter tous les points non traités", "reporter tout", "r", WHERE_CLOSING,
        closing_postpone},
    {"aller-au-manque", "Aller à ce qui manque, pour le corriger", "y aller", "cr", WHERE_CLOSING,
        closing_go},
    {"traiter-point", "Noter traité le point sous le curseur", "traité", "t", WHERE_CLOSING,
        closing_treat},
    {"reporter-celui-ci", "Reporter le point sous le curseur", "reporté", "p", WHERE_CLOSING,
        closing_postpone_one},
    {"presences-manquantes", "Noter les présences avant de clore", "présences", "f2", WHERE_CLOSING,
        attendance_open},
    {"lever", "Lever la séance ; levée, montrer sa clôture", "clôture", "f9", IN_MEETING,
        meeting_end},
    {"suites", "Voir les suites : empreinte, envois, approbation, rectifications", "suites", "f9",
        WHERE_MEETINGS | WHERE_AGENDA | WHERE_AGENDA_SHUT | WHERE_MEETING_SHUT | WHERE_POINTS_SHUT,
        minutes_show},
    {"choisir-nom", "Choisir une personne ou un organisme, sans taper @", "noms", "f7", WITH_LINE,
        meeting_pick_name},
    {"ecrire", "Revenir à la ligne de saisie", "écrire", "i esc", WHERE_MEETING, meeting_write},
    {"notes-generales", "Noter sur toute la séance, ou revenir au point en cours", NULL, "G a-g",
        WHERE_MEETING, meeting_show_general_notes},
    {"notes-generales-saisie", "Noter sur toute la séance, ou revenir au point en cours", NULL,
        "a-g", WHERE_ENTRY, meeting_show_general_notes},
    {"quitter-points", "Revenir à la séance", "revenir", "esc bs", WHERE_POINTS | WHERE_POINTS_SHUT,
        meeting_show_points},
    {"corriger", "Corriger la ligne à sa place", "corriger", "cr", WHERE_MEETING, meeting_correct},
    {"oter-ligne", "Ôter la ligne", "ôter", "x del", WHERE_MEETING, meeting_remove_record},
    {"deplacer-ligne", "Passer la ligne à un autre point", "déplacer", "m", WHERE_MEETING,
        meeting_move_record},
    {"etat-ligne", "Dire ce que devient la décision ; passer la tâche à l'état suivant", "état",
        "e", WHERE_MEETING | WHERE_MEETING_SHUT, meeting_change_state},
    {"fiche-decision", "Ouvrir la fiche de la décision, ou de la tâche", "fiche", "f",
        WHERE_MEETING | WHERE_MEETING_SHUT, meeting_open_record},
    {"a-verifier", "Marquer la ligne à vérifier, ou vérifiée", "à vérifier", "c a-a", WHERE_MEETING,
        record_mark_doubtful},
    {"a-verifier-saisie", "Marquer à vérifier la dernière ligne notée", NULL, "a-a", WHERE_ENTRY,
        record_mark_doubtful},
    {"liste-a-verifier", "Aller à l'une des lignes à vérifier de la séance", NULL, "A",
        WHERE_MEETING | WHERE_MEETING_SHUT, record_pick_doubtful},
    {"suspendre-seance", "Suspendre la séance, ou la reprendre", "suspendre", "w", WHERE_MEETING,
        meeting_pause_or_resume},
    {"suspendre-saisie", "Suspendre la séance, ou la reprendre", NULL, "a-s", IN_MEETING,
        meeting_pause_or_resume},
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
    {"vote", "En faire un vote", NULL, "a-v", WITH_KIND, meeting_kind_ballot},

    // The agenda; to open the meeting is among its first, for the bar to have room.
    {"preparer-seance", "Préparer une séance", "préparer", "n", WHERE_MEETINGS,
        meeting_pick_committee},
    {"ajouter-point", "Ajouter un point", "ajouter", "a", WITH_ITEM, item_ask_new},
    {"ajouter-sous-point", "Ajouter un sous-point", NULL, "A", WITH_ITEM, item_ask_sub_item},
    {"titre-point", "Changer le titre du point", "intitulé", "i", WITH_ITEM, item_ask_title},
    {"lier-point", "Rattacher le point au plan", "lier", "l", WITH_ITEM, item_pick_links},
    {"reprendre", "Reprendre la séance levée", NULL, "o", WHERE_MEETING, meeting_start},
    {"rapporteur", "Dire qui rapporte le point", NULL, "r", WITH_ITEM, item_pick_presenter},
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

    {"completer-ordre-du-jour", "Ajouter tout ce qui est proposé à cette séance", "compléter", "c",
        WHERE_AGENDA, agenda_complete},
    {"attente", "Mettre le point en attente d'une autre séance, ou l'en ramener", "attente", "w",
        WITH_ITEM, item_wait},
    {"epingler-point", "Épingler le point : il revient à chaque séance", NULL, "k", WITH_ITEM,
        item_pin},
    {"joindre-piece", "Joindre une pièce au point", "pièce", "f", WITH_ITEM, item_ask_document},
    {"oter-piece", "Ôter une pièce du point", NULL, "F", WITH_ITEM, item_pick_document},
    {"ranger-point", "Ranger le point sous un autre", NULL, "M", WITH_ITEM, item_pick_place},
    {"rouvrir-point", "Remettre le point à traiter", NULL, "R", WITH_ITEM, item_open_again},
    {"solder-point", "Clore le point et ses tâches : il ne reviendra plus", NULL, "X", WITH_ITEM,
        item_close_for_good},
    {"fil", "Voir le fil du point, séance après séance", "fil", "h", ON_MEETING, item_show_thread},
    {"masquer-traites", "Masquer ou montrer les points traités, reportés, retirés", NULL, "V",
        WHERE_AGENDA | WHERE_AGENDA_SHUT, agenda_hide_treated},
    {"numerotation", "Changer les numéros des points : 1, I, ou un préfixe comme A-1", NULL, "I",
        WHERE_AGENDA, meeting_ask_numbering},
    {"points-permanents", "Voir les points permanents de l'instance", "permanents", "p",
        WHERE_AGENDA | WHERE_AGENDA_SHUT, meeting_show_standing},
    {"depuis", "Voir ce qui s'est passé depuis la dernière séance", "depuis", "L", ON_MEETING,
        meeting_show_since},
    {"depuis-saisie", "Voir ce qui s'est passé depuis la dernière séance", NULL, "a-l", WITH_LINE,
        meeting_show_since},
    {"seance-suivante", "Aller à la séance suivante de l'instance", NULL, "n",
        ON_MEETING | WHERE_SINCE, meeting_show_next},
    {"seance-precedente", "Aller à la séance précédente de l'instance", NULL, "N",
        ON_MEETING | WHERE_SINCE, meeting_show_previous},

    {"epingler-note", "Épingler la note : elle suit son point de séance en séance", NULL, "k",
        WHERE_MEETING, record_pin},
    {"repondre", "Noter la réponse à la question, ou l'effacer", NULL, "r",
        WHERE_MEETING | WHERE_MEETING_SHUT, record_answer},

    // What comes after a meeting, and the call before it.
    {"envoyer", "Noter l'envoi de la convocation, ou du compte rendu", "envoi", "e",
        WHERE_MINUTES_CALL | WHERE_MINUTES_SHUT | WHERE_MINUTES_APPROVED, minutes_ask_dispatch},
    {"approuver", "Noter que le compte rendu est approuvé", "approuver", "a",
        WHERE_MINUTES_SHUT | WHERE_MEETING, minutes_pick_approval},
    {"approuver-saisie", "Noter que le compte rendu précédent est approuvé", NULL, "a-c",
        WHERE_ENTRY, minutes_ask_approval},
    {"rectifier", "Rectifier ce qui est scellé, à côté de son texte", "rectifier", "c",
        WHERE_MINUTES_SHUT | WHERE_MINUTES_APPROVED | WHERE_DECISION, minutes_ask_rectification},
    {"rouvrir-seance", "Rouvrir la dernière séance close, avec un motif", "rouvrir", "r",
        WHERE_MINUTES_SHUT, minutes_ask_reopening},
    {"quitter-suites", "Revenir d'où l'on vient", NULL, "f9", ANY_MINUTES, general_back},
    {"confidentiel", "Marquer la ligne, ou le point, confidentiel, ou l'en ôter", NULL, "C",
        WHERE_MEETING | WITH_ITEM, confidential_toggle},

    // Standing items.
    {"ajouter-permanent", "Ajouter un point permanent", "ajouter", "a", WHERE_STANDING,
        standing_ask_new},
    {"titre-permanent", "Changer le titre du point permanent", "intitulé", "i cr", WHERE_STANDING,
        standing_ask_title},
    {"genre-permanent", "Changer le genre du point permanent", "genre", "g", WHERE_STANDING,
        standing_next_kind},
    {"monter-permanent", "Monter le point permanent", "monter", "m", WHERE_STANDING,
        standing_move_up},
    {"descendre-permanent", "Descendre le point permanent", "descendre", "b", WHERE_STANDING,
        standing_move_down},
    {"place-permanent", "Le mettre au début de l'ordre du jour, ou à la fin", "début/fin", "f",
        WHERE_STANDING, standing_change_end},
    {"cote-permanent", "Le mettre de côté, ou le reprendre", "de côté", "c", WHERE_STANDING,
        standing_set_aside},
    {"oter-permanent", "Ôter le point permanent", "ôter", "x del", WHERE_STANDING, standing_drop},

    // Attendance.
    {"present", "Noter présent : la personne sous le curseur, ou toutes celles marquées", "présent",
        "p cr", WHERE_ATTENDANCE, attendance_present},
    {"visio", "Noter présent en visio", "visio", "v", WHERE_ATTENDANCE, attendance_video},
    {"represente", "Dire qui la représente : siège, compte et vote pour elle", "représenté par",
        "r", WHERE_ATTENDANCE, attendance_pick_deputy},
    {"pouvoir", "Dire à qui elle donne pouvoir : une voix, sans compter au quorum", "pouvoir à",
        "o", WHERE_ATTENDANCE, attendance_pick_holder},
    {"excuse", "Noter excusé", "excusé", "e", WHERE_ATTENDANCE, attendance_excused},
    {"absent", "Noter absent", "absent", "a", WHERE_ATTENDANCE, attendance_absent},
    {"arrivee", "Noter son arrivée, à cette heure et à ce point", "arrivée", "+", WHERE_ATTENDANCE,
        attendance_arrive},
    {"depart", "Noter son départ, à cette heure et à ce point", "départ", "-", WHERE_ATTENDANCE,
        attendance_leave},
    {"deport", "Noter son déport sur le point en cours, ou la fin du déport", "déport", "d",
        WHERE_ATTENDANCE, attendance_step_aside},
    {"inviter", "Ajouter une personne invitée", "inviter", "g", WHERE_ATTENDANCE,
        attendance_ask_guest},
    {"aller-a-quelqu-un", "Aller à quelqu'un par son nom", NULL, "/", WHERE_ATTENDANCE,
        attendance_seek},
    {"marquer", "Marquer la personne, pour en noter plusieurs d'une touche", "marquer", "space",
        WHERE_ATTENDANCE, attendance_mark_one},
    {"marquer-tout", "Marquer tout le monde, suppléants à part, ou ôter les marques", NULL, "*",
        WHERE_ATTENDANCE, attendance_mark_all},
    {"heure-mouvement", "Corriger l'heure de la dernière arrivée ou du dernier départ", NULL, "h",
        WHERE_ATTENDANCE, attendance_ask_hour},
    {"non-note", "Effacer ce qui est noté de sa présence", NULL, "n", WHERE_ATTENDANCE,
        attendance_unknown},
    {"oter-invite", "Ôter la personne invitée de la liste", NULL, "x del", WHERE_ATTENDANCE,
        attendance_drop_guest},
    {"quitter-presences", "Revenir d'où l'on vient", NULL, "f2",
        WHERE_ATTENDANCE | WHERE_ATTENDANCE_SHUT, general_back},

    // A ballot.
    {"consensus", "Noter «Par consensus», et revenir à la séance", "consensus", "c", WHERE_BALLOT,
        ballot_consensus},
    {"voix", "Taper les voix pour, contre et les abstentions ; garder les votes nominaux", "voix",
        "cr", WHERE_BALLOT, ballot_keep},
    {"voter-pour", "Vote nominal : elle vote pour, comme qui n'est pas marqué", "pour", "o",
        WHERE_BALLOT, ballot_vote_for},
    {"voter-contre", "Vote nominal : la personne sous le curseur vote contre", "contre", "n",
        WHERE_BALLOT, ballot_vote_against},
    {"s-abstenir", "Vote nominal : elle s'abstient", "abstention", "a", WHERE_BALLOT,
        ballot_vote_abstention},
    {"unanimite", "Noter «À l'unanimité», et revenir à la séance", "unanimité", "u", WHERE_BALLOT,
        ballot_unanimity},
    {"vote-secret", "Taper les totaux d'un scrutin secret", "secret", "s", WHERE_BALLOT,
        ballot_ask_secret},
    {"ne-pas-voter", "Vote nominal : elle ne prend pas part au vote", NULL, "e", WHERE_BALLOT,
        ballot_vote_none},
    {"autre-decision", "Voter sur une autre décision du point, ou sur le point lui-même", "objet",
        "j", WHERE_BALLOT, ballot_next_subject},
    {"plusieurs-points", "Appliquer le vote à d'autres points aussi", "points", "m", WHERE_BALLOT,
        ballot_pick_items},
    {"phrase-vote", "Corriger la phrase du vote", "phrase", "p", WHERE_BALLOT, ballot_ask_sentence},
    {"base", "Changer la base des pourcentages", NULL, "b", WHERE_BALLOT, ballot_next_base},
    {"voix-preponderante", "Dire la voix de la présidence, qui décide d'un partage", NULL, "r",
        WHERE_BALLOT, ballot_next_casting},
    {"partager-votants", "Alternatives : chacun ne vote qu'à l'un des scrutins du point", NULL, "l",
        WHERE_BALLOT, ballot_share_voters},
    {"oter-vote", "Effacer les voix marquées, ou ôter le vote", "ôter", "x del", WHERE_BALLOT,
        ballot_take_away},
    {"anonymiser", "Effacer les noms du scrutin, pour de bon", NULL, "z", WHERE_BALLOT,
        ballot_forget},
    {"quitter-scrutin", "Revenir à la séance ; les voix marquées restent", "revenir", "f4 esc bs",
        WHERE_BALLOT, ballot_leave},

    // Meetings.
    {"date-seance", "Changer la date de la séance", "jour", "j", WITH_MEETING, meeting_ask_date},
    {"lieu", "Dire où se tient la séance", "endroit", "e", WITH_MEETING, meeting_ask_place},
    {"instances", "Voir les instances, leurs règles et leurs membres ; les organismes", "instances",
        "i", WHERE_MEETINGS, committees_show},
    {"ajouter-instance", "Ajouter une instance", NULL, "N", WHERE_MEETINGS | WHERE_COMMITTEES,
        meeting_ask_committee},
    {"supprimer-seance", "Supprimer la séance préparée", NULL, "x del", WHERE_MEETINGS,
        meeting_drop},

    {"horaires", "Dire les heures prévues de la séance", NULL, "z", WITH_MEETING,
        meeting_ask_hours},
    {"sort-seance", "Annuler, reporter, lever faute de quorum, convoquer à nouveau", NULL, "y",
        WITH_MEETING | WHERE_MEETING | WHERE_MEETING_SHUT | WHERE_AGENDA_SHUT, meeting_pick_fate},

    // Committees.
    {"ouvrir-instance", "Ouvrir l'instance, ou changer l'organisme", "ouvrir", "cr",
        WHERE_COMMITTEES, committees_open},
    {"ajouter-organisme", "Ajouter un organisme, avec son collège", "organisme", "o",
        WHERE_COMMITTEES, committees_ask_organisation},
    {"personnes", "Voir toutes les personnes, et où elles siègent", "personnes", "p",
        WHERE_COMMITTEES, people_show},
    {"monter-instance", "Monter l'instance, ou l'organisme dans son collège", "monter", "m",
        WHERE_COMMITTEES, committees_move_up},
    {"descendre-instance", "Descendre l'instance, ou l'organisme dans son collège", "descendre",
        "b", WHERE_COMMITTEES, committees_move_down},
    {"oter-instance", "Ôter l'instance, ou l'organisme, dont rien ne parle", "ôter", "x del",
        WHERE_COMMITTEES, committees_drop},
    {"archiver-instance", "Archiver l'instance, ou l'organisme ; le reprendre", "archiver", "c",
        WHERE_COMMITTEES, committees_archive},
    {"renommer-college", "Renommer le collège de l'organisme, partout", NULL, "l", WHERE_COMMITTEES,
        committees_ask_college},
    {"monter-college", "Monter le collège entier", NULL, "M", WHERE_COMMITTEES,
        committees_move_college_up},
    {"descendre-college", "Descendre le collège entier", NULL, "B", WHERE_COMMITTEES,
        committees_move_college_down},
    {"montrer-archives", "Montrer ce qui est archivé, ou le cacher", NULL, "z", WHERE_COMMITTEES,
        committees_show_archived},
    {"changer-fiche-personne", "Changer le nom, la fonction, l'organisme de la personne", "changer",
        "cr", WHERE_PEOPLE, people_ask_change},
    {"ajouter-personne", "Ajouter une personne", "ajouter", "a", WHERE_PEOPLE, people_ask_new},
    {"oter-personne", "Ôter la personne dont rien ne parle", "ôter", "x del", WHERE_PEOPLE,
        people_drop},
    {"archiver-personne", "Archiver la personne ; la reprendre", "archiver", "c", WHERE_PEOPLE,
        people_archive},
    {"montrer-personnes-archivees", "Montrer les personnes archivées, ou les cacher", NULL, "z",
        WHERE_PEOPLE, people_show_archived},
    {"changer-instance", "Changer la règle, ou le mandat, sous le curseur", "changer", "cr",
        WHERE_COMMITTEE, committee_change},
    {"ajouter-membre", "Ajouter un membre : une personne connue ou nouvelle", "membre", "a",
        WHERE_COMMITTEE, committee_pick_member},
    {"changer-role", "Donner un autre rôle, une autre voix", "rôle", "r", WHERE_COMMITTEE,
        committee_pick_role},
    {"changer-personne", "Changer le nom, la fonction, l'organisme de la personne", "personne", "p",
        WHERE_COMMITTEE, committee_ask_person},
    {"finir-mandat", "Mettre fin au mandat, et à celui de ses suppléants", "fin", "f",
        WHERE_COMMITTEE, committee_ask_end},
    {"annee-assiduite", "Compter une seule année, ou toutes", "année", "a", WHERE_RATES,
        attendance_rates_next_year},
    {"monter-membre", "Monter le membre parmi ceux de son rôle", NULL, "m", WHERE_COMMITTEE,
        committee_move_up},
    {"descendre-membre", "Descendre le membre parmi ceux de son rôle", NULL, "b", WHERE_COMMITTEE,
        committee_move_down},
    {"oter-mandat", "Ôter un mandat mis par erreur", "ôter", "x del", WHERE_COMMITTEE,
        committee_drop_mandate},
    {"assiduite", "Voir l'assiduité des membres, séance après séance", "assiduité", "h",
        WHERE_COMMITTEE | WHERE_COMMITTEES, attendance_rates_show},

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
    {"registre-entier", "Voir toutes les décisions", "toutes", "d D", WHERE_DECISIONS_OF,
        general_whole_register},
    {"suivi-entier", "Voir toutes les tâches", "toutes", "t", WHERE_TASKS_OF,
        general_whole_register},
    {"devenir", "Dire ce que devient la décision", "état", "e", WITH_DECISION, decision_pick},
    {"executee", "Noter la décision exécutée, ou pas encore", "exécutée", "f", WITH_DECISION,
        decision_execute},
    {"remplace", "Dire quelle décision elle remplace", "remplace", "r", WITH_DECISION,
        decision_pick_replaced},
    {"remplacee-par", "Dire quelle décision la remplace", NULL, "R", WITH_DECISION,
        decision_pick_replacing},
    {"accord", "Demander l'accord des signataires ; noter qui l'a donné", "accord", "a",
        WITH_DECISION, decision_pick_accord},
    {"a-revoir", "Dire quand la décision est à revoir", "à revoir", "j", WITH_DECISION,
        decision_ask_review},
    {"motif", "Dire le motif de la décision", "motif", "m", WITH_DECISION, decision_ask_reason},
    {"numero-deliberation", "Taper le numéro que la ville a donné à la délibération", NULL, "n",
        WITH_DECISION, decision_ask_number},
    {"etat-tache", "Passer la tâche à l'état suivant", "état", "e", WITH_TASK, task_next_state},
    {"tache-faite", "Noter la tâche faite", "faite", "f", WITH_TASK, task_done},
    {"echeance", "Changer l'échéance de la tâche", "échéance", "j", WITH_TASK, task_ask_due},
    {"responsables", "Dire à qui la tâche est confiée", "responsables", "r", WITH_TASK,
        task_pick_owners},
    {"avancement", "Noter où en est la tâche, à ce jour", "avancement", "n", WITH_TASK,
        task_ask_note},
    {"marquer-tache", "Marquer la tâche, pour en changer plusieurs d'une touche", "marquer",
        "space", WHERE_TASKS, tasks_mark_one},
    {"taches-de", "Montrer les tâches d'une personne ou d'un organisme", "de qui", "m", WHERE_TASKS,
        tasks_pick_owner},
    {"en-retard", "Montrer seulement ce qui est en retard, ou tout", "retard", "l", WHERE_TASKS,
        tasks_late_only},
    {"chercher-tache", "Chercher des mots dans les tâches", "chercher", "/", WHERE_TASKS,
        tasks_ask_text},
    {"etats-taches", "Montrer les tâches ouvertes, à faire, en cours, faites ou abandonnées", NULL,
        "z", WHERE_TASKS, tasks_next_states},
    {"taches-instance", "Montrer les tâches d'une instance", NULL, "c", WHERE_TASKS,
        tasks_pick_committee},
    {"taches-axe", "Montrer les tâches d'un axe", NULL, "k", WHERE_TASKS, tasks_pick_axis},
    {"taches-suivies", "Montrer les tâches dont des nouvelles sont demandées, puis reçues", NULL,
        "y", WHERE_TASKS, tasks_next_news},
    {"ordre-taches", "Changer l'ordre : échéance, priorité, dernières prises", NULL, "o",
        WHERE_TASKS, tasks_next_order},
    {"sans-choix", "Montrer toutes les tâches, sans choix", NULL, "w", WHERE_TASKS, tasks_show_all},
    {"marquer-taches", "Marquer toutes les tâches montrées, ou ôter les marques", NULL, "*",
        WHERE_TASKS, tasks_mark_all},
    {"choisir-etat-tache", "Choisir l'état de la tâche", NULL, "E", WITH_TASK, task_pick_state},
    {"priorite", "Choisir la priorité de la tâche", "priorité", "p", WITH_TASK, task_pick_priority},
    {"plus-pressant", "Rendre la tâche plus pressante", NULL, "+", WITH_TASK, task_raise_priority},
    {"moins-pressant", "Rendre la tâche moins pressante", NULL, "-", WITH_TASK,
        task_lower_priority},
    {"taper-responsables", "Taper les noms des responsables, séparés par ;", NULL, "R", WITH_TASK,
        task_ask_owners},
    {"attend", "Dire quelles tâches elle attend : elle est bloquée tant qu'une est ouverte",
        "attend", "b", WITH_TASK, task_pick_needs},
    {"demander-nouvelles", "Demander des nouvelles de la tâche, ou n'en plus demander",
        "demander un suivi", "a", WITH_TASK, task_ask_news},
    {"noter-nouvelles", "Noter les nouvelles demandées et reçues", "suivi reçu", "i", WITH_TASK,
        task_take_news},
    {"oter-avancement", "Ôter la note d'avancement sous le curseur", NULL, "x del", WHERE_TASK,
        task_sheet_drop_note},
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
    {"annuler", "Annuler le dernier geste", NULL, "f8 a-u",
        WHERE_ANY & ~(WHERE_PICKER | WHERE_QUESTION), general_undo},
    {"annuler-ensuite", "Dire comment annuler pendant une question ou un choix", NULL, "f8 a-u",
        WHERE_PICKER | WHERE_QUESTION, general_say_undo},
    {"annuler-lettre", "Annuler le dernier geste", NULL, "u", WHERE_READING & ~WHERE_BALLOT,
        general_undo},
    {"retablir", "Rétablir le geste annulé", NULL, "f12 a-r", WHERE_ANY & ~WHERE_PICKER,
        general_redo},
    {"retablir-lettre", "Rétablir le geste annulé", NULL, "U", WHERE_READING, general_redo},
    {"editeur", "Ouvrir le texte dans $VISUAL ou $EDITOR", NULL, "a-e", WHERE_TYPING,
        general_editor},
    {"palette", "Chercher une commande par son nom", NULL, "a-x",
        WHERE_ANY & ~(WHERE_PICKER | WHERE_QUESTION | WHERE_HELP), help_palette},
    {"masquer", "Masquer le privé et le confidentiel (écran projeté)", NULL, "a-m",
        WHERE_ANY & ~WHERE_PICKER, general_mask},
    {"redessiner", "Redessiner l'écran", NULL, "c-l", WHERE_ANY, general_redraw},
    {"suspendre", "Suspendre Greffe (fg le reprend)", NULL, "c-z", WHERE_ANY, general_suspend},
    {"quitter", "Quitter Greffe", "quitter", "q", (WHERE_READING & ~NEAR_ENTRY) | WHERE_HELP,
        general_quit},
    {"quitter-en-seance", "Quitter Greffe", "quitter", "c-q", NEAR_ENTRY, general_quit},
    {"rester-en-seance", "Quitter Greffe quand aucune séance n'y est ouverte", NULL, "q",
        NEAR_ENTRY, general_quit_meeting},
    {"quitter-partout", "Quitter Greffe", NULL, "c-q", WHERE_ANY & ~NEAR_ENTRY, general_quit},
    {"aide", "Voir les touches d'ici", "aide", "? f1", WHERE_READING, help_show},
    {"aide-saisie", "Voir les touches de la saisie", "aide", "f1 a-h", WITH_LINE, help_show},
};

const struct command_table *screen_commands(void)
{
    static const struct command_table table = {commands, sizeof commands / sizeof commands[0]};
    return &table;
}
