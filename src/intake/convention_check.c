// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/convention_check.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "intake/ini_block.h"
#include "rules/reference.h"
#include "rules/workflow.h"
#include "text/date.h"

struct checking {
    const struct ini *ini;
    const struct convention *convention;
    struct problem *problem;
};

enum { SECTION_SIZE = 256 };

// `action-6.A`, as the INI has it, from the code of a row.
static void section_of(char section[SECTION_SIZE], const char *prefix, const char *code)
{
    snprintf(section, SECTION_SIZE, "%s%s", prefix, code);
    for (char *letter = section; *letter != '\0'; letter++)
        *letter = (char)tolower((unsigned char)*letter);
}

static enum status refuse(const struct checking *checking, const char *prefix, const char *code,
    const char *key, const char *format, ...) __attribute__((format(printf, 5, 6)));

static enum status refuse(const struct checking *checking, const char *prefix, const char *code,
    const char *key, const char *format, ...)
{
    char section[SECTION_SIZE];
    char reason[PROBLEM_SENTENCE_SIZE];
    section_of(section, prefix, code);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    return ini_refuse(checking->ini, section, key, checking->problem, "%s", reason);
}

static bool has_axis(const struct convention *convention, int number)
{
    for (size_t i = 0; i < convention->axis_count; i++)
        if (convention->axes[i].number == number)
            return true;
    return false;
}

static const struct convention_objective *find_objective(
    const struct convention *convention, const char *code)
{
    for (size_t i = 0; i < convention->objective_count; i++)
        if (strcmp(convention->objectives[i].code, code) == 0)
            return &convention->objectives[i];
    return NULL;
}

static bool has_committee(const struct convention *convention, const char *code)
{
    for (size_t i = 0; i < convention->committee_count; i++)
        if (strcmp(convention->committees[i].code, code) == 0)
            return true;
    return false;
}

static bool has_organisation(const struct convention *convention, const char *code)
{
    for (size_t i = 0; i < convention->organisation_count; i++)
        if (strcmp(convention->organisations[i].code, code) == 0)
            return true;
    return false;
}

static enum status check_years(const struct checking *checking)
{
    const struct convention *convention = checking->convention;
    if (convention->last_year != 0 && convention->last_year < convention->first_year)
        return refuse(checking, "convention", "", "derniere-annee",
            "la dernière année précède la première ; corrigez l'une des deux");
    if (convention->axis_count == 0)
        return refuse(checking, "convention", "", NULL,
            "la convention n'a aucun axe ; écrivez une section [champ-…] avec ses axes");
    return STATUS_DONE;
}

static enum status check_axes(const struct checking *checking)
{
    const struct convention *convention = checking->convention;
    for (size_t i = 1; i < convention->axis_count; i++) {
        const struct convention_axis *axis = &convention->axes[i];
        for (size_t k = 0; k < i; k++) {
            if (convention->axes[k].number != axis->number)
                continue;
            char key[32];
            snprintf(key, sizeof key, "axe-%d", axis->number);
            return refuse(checking, "champ-", axis->field, key,
                "l'axe %d est déjà dans [champ-%s] ; donnez-lui un autre numéro", axis->number,
                convention->axes[k].field);
        }
    }
    return STATUS_DONE;
}

static enum status check_committee(
    const struct checking *checking, const struct convention_committee *committee)
{
    static const char prefix[] = "instance-";
    const char *authority = committee->authority;
    const char *next = committee->next_code;
    if (!committee_code_is_valid(committee->code))
        return refuse(checking, prefix, committee->code, NULL,
            "le code d'une instance a de 2 à 12 lettres et chiffres, une lettre d'abord");
    if (strcmp(authority, "decide") != 0 && strcmp(authority, "propose") != 0 &&
        strcmp(authority, "delibere") != 0)
        return refuse(
            checking, prefix, committee->code, "pouvoir", "écrivez decide, propose ou delibere");
    if (next != NULL && strcmp(authority, "propose") != 0)
        return refuse(checking, prefix, committee->code, "propose-a",
            "seule une instance qui propose a une instance à qui proposer");
    if (next != NULL &&
        (!has_committee(checking->convention, next) || strcmp(next, committee->code) == 0))
        return refuse(checking, prefix, committee->code, "propose-a",
            "écrivez le code d'une autre instance de ce fichier");
    return STATUS_DONE;
}

static enum status check_committees(const struct checking *checking)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < checking->convention->committee_count && status == STATUS_DONE; i++)
        status = check_committee(checking, &checking->convention->committees[i]);
    return status;
}

// A signatory's row keeps no code: the section is found by its order.
static const char *signatory_section(const struct ini *ini, size_t rank)
{
    static const char prefix[] = "signataire-";
    size_t seen = 0;
    for (size_t i = 0; i < ini_section_count(ini); i++) {
        const char *name = ini_section_name(ini, i);
        if (strncmp(name, prefix, sizeof prefix - 1) == 0 && seen++ == rank)
            return name;
    }
    return "";
}

static enum status check_signatories(const struct checking *checking)
{
    const struct convention *convention = checking->convention;
    for (size_t i = 0; i < convention->signatory_count; i++) {
        const char *organisation = convention->signatories[i].organisation;
        if (organisation != NULL && !has_organisation(convention, organisation))
            return refuse(checking, "", signatory_section(checking->ini, i), "organisme",
                "l'organisme «%s» n'existe pas ; écrivez une section [organisme-%s]", organisation,
                organisation);
    }
    return STATUS_DONE;
}

// `#6` is an axis: neither an action nor an objective may be called so.
static bool is_only_digits(const char *code)
{
    return code[strspn(code, "0123456789")] == '\0';
}

static enum status check_element(
    const struct checking *checking, const char *prefix, const char *code, int axis)
{
    if (is_only_digits(code))
        return refuse(checking, prefix, code, NULL,
            "un numéro seul désigne un axe ; écrivez par exemple %s%s.1", prefix, code);
    if (!has_axis(checking->convention, axis))
        return refuse(checking, prefix, code, "axe",
            "l'axe %d n'existe pas ; écrivez le numéro d'un axe de ce fichier", axis);
    return STATUS_DONE;
}

static enum status check_objectives(const struct checking *checking)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < checking->convention->objective_count && status == STATUS_DONE; i++) {
        const struct convention_objective *objective = &checking->convention->objectives[i];
        status = check_element(checking, "objectif-", objective->code, objective->axis);
    }
    return status;
}

static enum status check_dates(
    const struct checking *checking, const struct convention_action *action)
{
    struct date starts, ends;
    if (!date_read_iso(action->starts, &starts))
        return refuse(checking, "action-", action->code, "debut",
            "la date s'écrit 2024-01-31, 2024-01 ou 2024");
    if (!date_read_iso(action->ends, &ends))
        return refuse(checking, "action-", action->code, "fin",
            "la date s'écrit 2024-01-31, 2024-01 ou 2024");
    if (starts.precision != DATE_NONE && ends.precision != DATE_NONE &&
        date_days_between(date_first_day(starts), date_last_day(ends)) < 0)
        return refuse(checking, "action-", action->code, "fin",
            "l'action finit avant de commencer ; corrigez l'une des deux dates");
    return STATUS_DONE;
}

static enum status check_action(
    const struct checking *checking, const struct convention_action *action)
{
    static const char prefix[] = "action-";
    const struct convention *convention = checking->convention;
    enum status status = check_element(checking, prefix, action->code, action->axis);
    if (status != STATUS_DONE)
        return status;
    if (find_objective(convention, action->code) != NULL)
        return refuse(checking, prefix, action->code, NULL,
            "un objectif a déjà le code %s ; donnez-en un autre à l'action", action->code);
    if (action->objective != NULL) {
        const struct convention_objective *objective =
            find_objective(convention, action->objective);
        if (objective == NULL || objective->axis != action->axis)
            return refuse(checking, prefix, action->code, "objectif",
                "l'axe %d n'a pas d'objectif «%s» ; corrigez le code", action->axis,
                action->objective);
    }
    if (action->state != NULL && workflow_state(&action_workflow, action->state) == NULL)
        return refuse(checking, prefix, action->code, "etat",
            "l'état «%s» est inconnu ; écrivez par exemple programmee ou en-cours", action->state);
    return check_dates(checking, action);
}

static enum status check_actions(const struct checking *checking)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < checking->convention->action_count && status == STATUS_DONE; i++)
        status = check_action(checking, &checking->convention->actions[i]);
    return status;
}

enum status convention_check(
    const struct ini *ini, const struct convention *convention, struct problem *problem)
{
    static enum status (*const checks[])(const struct checking *checking) = {
        check_years,
        check_axes,
        check_committees,
        check_signatories,
        check_objectives,
        check_actions,
    };
    struct checking checking = {.ini = ini, .convention = convention, .problem = problem};
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < sizeof checks / sizeof *checks && status == STATUS_DONE; i++)
        status = checks[i](&checking);
    return status;
}
