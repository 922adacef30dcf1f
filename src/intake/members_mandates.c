// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/members_mandates.h"

#include <string.h>

#include "rules/mandate_line.h"
#include "store/committee.h"
#include "store/mandate.h"
#include "text/fold.h"

// The mandates of one committee, read for one row.
struct members {
    struct arena arena;
    struct member *mandates;
    size_t count;
};

static enum status find_committees(struct members_importing *importing)
{
    struct arena arena = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    enum status status = committee_list(
        gesture_store(importing->gesture), &arena, &committees, &count, importing->problem);
    for (size_t i = 0; status == STATUS_DONE && i < importing->count; i++) {
        struct member_step *step = &importing->steps[i];
        const char *name = step->row->committee;
        for (size_t k = 0; name != NULL && k < count && step->committee == 0; k++)
            if (text_is_same(committees[k].code, name) || text_is_same(committees[k].label, name))
                step->committee = committees[k].id;
        if (name == NULL || step->committee != 0)
            continue;
        struct problem cause = {0};
        problem_set(&cause, STATUS_REFUSED,
            "il n'y a pas d'instance «%s» ; ajoutez-la d'abord, ou corrigez la ligne.", name);
        status = member_step_refuse(importing, step, &cause);
    }
    arena_clear(&arena);
    return status;
}

static enum status read_members(const struct members_importing *importing,
    const struct member_step *step, struct members *members, struct problem *problem)
{
    *members = (struct members){0};
    return mandate_list(gesture_store(importing->gesture), step->committee, importing->today,
        &members->arena, &members->mandates, &members->count, problem);
}

static bool same_day(struct date left, struct date right)
{
    return left.precision == right.precision &&
           (left.precision == DATE_NONE || date_compare(left, right) == 0);
}

static bool overlaps(const struct member *mandate, const struct member_row *row)
{
    bool before = row->starts.precision != DATE_NONE && mandate->ends.precision != DATE_NONE &&
                  date_compare(mandate->ends, row->starts) < 0;
    bool behind = row->ends.precision != DATE_NONE && mandate->starts.precision != DATE_NONE &&
                  date_compare(mandate->starts, row->ends) > 0;
    return !before && !behind;
}

// Of one person's mandates there: that of the same first day, else the latest that the row's days
// meet. NULL for a new one.
static const struct member *find_mandate(
    const struct members *members, const struct member_step *step)
{
    const struct member *found = NULL;
    for (size_t i = 0; i < members->count; i++) {
        const struct member *mandate = &members->mandates[i];
        if (mandate->person != step->person)
            continue;
        if (step->row->starts.precision != DATE_NONE &&
            same_day(mandate->starts, step->row->starts))
            return mandate;
        if (overlaps(mandate, step->row) &&
            (found == NULL || date_compare(mandate->starts, found->starts) > 0))
            found = mandate;
    }
    return found;
}

static enum status check_once(const struct members_importing *importing,
    const struct member_step *step, int64_t mandate, struct problem *problem)
{
    for (size_t i = 0; i < importing->count; i++) {
        const struct member_step *other = &importing->steps[i];
        if (other != step && other->mandate == mandate)
            return problem_set(problem, STATUS_REFUSED,
                "%s est déjà à la ligne %d pour l'instance %s ; ôtez l'une des deux, ou dites deux"
                " périodes qui ne se recouvrent pas.",
                step->row->name, other->row->line, step->row->committee);
    }
    return STATUS_DONE;
}

static enum status find_principal(const struct members *members, const struct member_step *step,
    int64_t *principal, struct problem *problem)
{
    const struct member *found = NULL;
    for (size_t i = 0; i < members->count; i++) {
        const struct member *mandate = &members->mandates[i];
        if (text_is_same(mandate->name, step->row->principal) &&
            (found == NULL || found->time == MANDATE_OVER))
            found = mandate;
    }
    if (found == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas membre de l'instance %s ; mettez-y d'abord ce titulaire.",
            step->row->principal, step->row->committee);
    *principal = found->id;
    return STATUS_DONE;
}

// What the row says over what is known; `mandate` is NULL for a new one.
static struct mandate_facts facts_of(const struct member_step *step, const struct member *mandate)
{
    const struct member_row *row = step->row;
    struct mandate_facts facts = {
        .person = step->person,
        .committee = step->committee,
        .role = row->role != NULL ? row->role
                : mandate != NULL ? mandate->role
                                  : "membre",
        .substitute_for = mandate != NULL ? mandate->substitute_for : 0,
        .starts = row->starts,
        .ends = row->ends,
    };
    bool same_role = mandate != NULL && strcmp(mandate->role, facts.role) == 0;
    facts.voice = row->voice != NULL ? row->voice
                  : same_role        ? mandate->voice
                                     : mandate_role_of(facts.role)->voice;
    if (mandate != NULL && facts.starts.precision == DATE_NONE)
        facts.starts = mandate->starts;
    if (mandate != NULL && facts.ends.precision == DATE_NONE)
        facts.ends = mandate->ends;
    return facts;
}

static bool is_same(const struct member *mandate, const struct mandate_facts *facts)
{
    return strcmp(mandate->role, facts->role) == 0 && strcmp(mandate->voice, facts->voice) == 0 &&
           mandate->substitute_for == facts->substitute_for &&
           same_day(mandate->starts, facts->starts) && same_day(mandate->ends, facts->ends);
}

static void say(struct member_step *step, const struct mandate_facts *facts, bool added)
{
    const struct mandate_line line = {.role = facts->role,
        .voice = facts->voice,
        .principal = step->row->principal,
        .starts = facts->starts,
        .ends = facts->ends};
    struct buffer words = {0};
    mandate_line_write(&words, &line);
    member_step_say(step, "mandat %s pour %s, instance %s : %s", added ? "ajouté" : "modifié",
        step->row->name, step->row->committee, buffer_text(&words));
    buffer_clear(&words);
}

static enum status write(struct members_importing *importing, struct member_step *step,
    const struct member *mandate, const struct mandate_facts *facts, struct problem *problem)
{
    if (mandate != NULL) {
        step->mandate = mandate->id;
        if (is_same(mandate, facts))
            return STATUS_DONE;
        importing->report->mandates_changed++;
        say(step, facts, false);
        return mandate_set(importing->gesture, mandate->id, facts, problem);
    }
    step->mandate = store_new_id(gesture_store(importing->gesture));
    importing->report->mandates_added++;
    say(step, facts, true);
    return mandate_add(importing->gesture, step->mandate, facts, problem);
}

static enum status take_mandate(struct members_importing *importing, struct member_step *step,
    const struct members *members, const struct member *mandate, struct problem *problem)
{
    enum status status =
        mandate == NULL ? STATUS_DONE : check_once(importing, step, mandate->id, problem);
    struct mandate_facts facts = facts_of(step, mandate);
    if (status == STATUS_DONE && step->row->principal != NULL)
        status = find_principal(members, step, &facts.substitute_for, problem);
    return status == STATUS_DONE ? write(importing, step, mandate, &facts, problem) : status;
}

// Principals come before their substitutes; what is known before what is new, so that a mandate
// which the list ends makes room for the one that follows it.
static enum status take_some(struct members_importing *importing, bool substitutes, bool known)
{
    for (size_t i = 0; i < importing->count; i++) {
        struct member_step *step = &importing->steps[i];
        struct members members;
        struct problem problem = {0};
        if (step->committee == 0 || step->mandate != 0 ||
            (step->row->principal != NULL) != substitutes)
            continue;
        enum status status = read_members(importing, step, &members, &problem);
        const struct member *mandate = status == STATUS_DONE ? find_mandate(&members, step) : NULL;
        if (status == STATUS_DONE && (mandate != NULL || !known))
            status = take_mandate(importing, step, &members, mandate, &problem);
        arena_clear(&members.arena);
        if (status != STATUS_DONE)
            return member_step_refuse(importing, step, &problem);
    }
    return STATUS_DONE;
}

static enum status check_committees_are_said(const struct members_importing *importing)
{
    for (size_t i = 0; i < importing->count; i++) {
        const struct member_step *step = &importing->steps[i];
        const struct member_row *row = step->row;
        struct problem cause = {0};
        if (row->committee != NULL ||
            (row->role == NULL && row->voice == NULL && row->principal == NULL &&
                row->starts.precision == DATE_NONE && row->ends.precision == DATE_NONE))
            continue;
        problem_set(&cause, STATUS_UNUSABLE,
            "un rôle, une voix, un titulaire ou une date sans instance ne dit rien ; dites"
            " l'instance.");
        return member_step_refuse(importing, step, &cause);
    }
    return STATUS_DONE;
}

enum status members_import_mandates(struct members_importing *importing)
{
    enum status status = check_committees_are_said(importing);
    if (status == STATUS_DONE)
        status = find_committees(importing);
    for (int pass = 0; pass < 4 && status == STATUS_DONE; pass++)
        status = take_some(importing, pass >= 2, pass % 2 == 0);
    return status;
}
