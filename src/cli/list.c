// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/list.h"

#include "rules/workflow.h"

#define FILTERS(rows) .filters = (rows), .filter_count = sizeof(rows) / sizeof *(rows)

static const struct list_filter axis_filters[] = {
    {OPTION_FIELD, FILTER_IS, "champ", NULL},
    {OPTION_AXIS, FILTER_IS, "numero", NULL},
};

const struct list list_of_axes = {
    .view = "lecture_axes",
    .shown = "champ numero actions_terminees actions decisions libelle",
    .nothing = "Aucun axe",
    FILTERS(axis_filters),
};

static const struct list_filter committee_filters[] = {
    {OPTION_COMMITTEE, FILTER_IS, "code", NULL},
};

const struct list list_of_committees = {
    .view = "lecture_instances",
    .shown = "code libelle membres quorum majorite seances prochaine_seance",
    .nothing = "Aucune instance",
    FILTERS(committee_filters),
};

static const struct list_filter meeting_filters[] = {
    {OPTION_COMMITTEE, FILTER_IS, "instance", NULL},
    {OPTION_MEETING, FILTER_IS, "reference", NULL},
    {OPTION_STATE, FILTER_IS, "etat", NULL},
    {OPTION_YEAR, FILTER_STARTS, "date", NULL},
    {OPTION_SINCE, FILTER_NOT_BEFORE, "date", NULL},
};

const struct list list_of_meetings = {
    .view = "lecture_seances",
    .shown = "reference date ouverte_a levee_a etat lieu",
    .nothing = "Aucune séance",
    .states = &meeting_workflow,
    FILTERS(meeting_filters),
};

static const struct list_filter attendance_filters[] = {
    {OPTION_COMMITTEE, FILTER_MEETINGS, "seance", NULL},
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_YEAR, FILTER_MEETINGS, "seance", NULL},
    {OPTION_SINCE, FILTER_MEETINGS, "seance", NULL},
};

const struct list list_of_attendance = {
    .view = "lecture_presences",
    .shown = "seance presence personne fonction organisme",
    .nothing = "Aucune présence",
    FILTERS(attendance_filters),
};

static const struct list_filter item_filters[] = {
    {OPTION_COMMITTEE, FILTER_MEETINGS, "seance", NULL},
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_FIELD, FILTER_AXES, "axes", NULL},
    {OPTION_AXIS, FILTER_AXES, "axes", NULL},
    {OPTION_ACTION, FILTER_CONTAINS, "actions", NULL},
    {OPTION_STATE, FILTER_IS, "etat", NULL},
    {OPTION_YEAR, FILTER_MEETINGS, "seance", NULL},
    {OPTION_SINCE, FILTER_MEETINGS, "seance", NULL},
};

const struct list list_of_items = {
    .view = "lecture_points",
    .shown = "seance numero etat intitule",
    .nothing = "Aucun point",
    .states = &item_workflow,
    FILTERS(item_filters),
};

static const struct list_filter decision_filters[] = {
    {OPTION_COMMITTEE, FILTER_IS, "instance", NULL},
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_FIELD, FILTER_AXES, "axes", NULL},
    {OPTION_AXIS, FILTER_AXES, "axes", NULL},
    {OPTION_ACTION, FILTER_CONTAINS, "actions", NULL},
    {OPTION_DECISION, FILTER_IS, "numero", NULL},
    {OPTION_STATE, FILTER_IS, "etat", NULL},
    {OPTION_YEAR, FILTER_STARTS, "date", NULL},
    {OPTION_SINCE, FILTER_NOT_BEFORE, "date", NULL},
};

const struct list list_of_decisions = {
    .view = "lecture_decisions",
    .shown = "numero date etat texte",
    .nothing = "Aucune décision",
    .states = &decision_workflow,
    FILTERS(decision_filters),
};

static const struct list_filter ballot_filters[] = {
    {OPTION_COMMITTEE, FILTER_MEETINGS, "seance", NULL},
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_DECISION, FILTER_IS, "decision", NULL},
    {OPTION_YEAR, FILTER_MEETINGS, "seance", NULL},
    {OPTION_SINCE, FILTER_MEETINGS, "seance", NULL},
};

const struct list list_of_ballots = {
    .view = "lecture_votes",
    .shown = "seance point decision resultat phrase",
    .nothing = "Aucun vote",
    FILTERS(ballot_filters),
};

static const struct list_filter task_filters[] = {
    {OPTION_COMMITTEE, FILTER_IS, "instance", NULL},
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_FIELD, FILTER_AXES, "axes", NULL},
    {OPTION_AXIS, FILTER_AXES, "axes", NULL},
    {OPTION_ACTION, FILTER_CONTAINS, "actions", NULL},
    {OPTION_STATE, FILTER_IS, "etat", NULL},
    {OPTION_YEAR, FILTER_STARTS, "creee_le", NULL},
    {OPTION_SINCE, FILTER_NOT_BEFORE, "creee_le", NULL},
};

const struct list list_of_tasks = {
    .view = "lecture_taches",
    .shown = "reference echeance etat responsables texte",
    .nothing = "Aucune tâche",
    .states = &task_workflow,
    FILTERS(task_filters),
};

static const struct list_filter action_filters[] = {
    {OPTION_FIELD, FILTER_AXES, "axe", "autres_axes"},
    {OPTION_AXIS, FILTER_AXES, "axe", "autres_axes"},
    {OPTION_ACTION, FILTER_IS, "code", NULL},
    {OPTION_STATE, FILTER_IS, "etat", NULL},
};

const struct list list_of_actions = {
    .view = "lecture_actions",
    .shown = "code etat avancement pilote intitule",
    .nothing = "Aucune action",
    .states = &action_workflow,
    FILTERS(action_filters),
};

static const struct list_filter gesture_filters[] = {
    {OPTION_MEETING, FILTER_IS, "seance", NULL},
    {OPTION_YEAR, FILTER_STARTS, "date", NULL},
    {OPTION_SINCE, FILTER_NOT_BEFORE, "date", NULL},
};

const struct list list_of_gestures = {
    .view = "lecture_historique",
    .shown = "date heure auteur phrase",
    .nothing = "Aucun geste",
    FILTERS(gesture_filters),
};

const struct list_filter *list_filter(const struct list *list, enum option_name option)
{
    for (size_t i = 0; i < list->filter_count; i++)
        if (list->filters[i].option == option)
            return &list->filters[i];
    return NULL;
}
