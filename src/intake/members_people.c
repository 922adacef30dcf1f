// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/members_people.h"

#include <string.h>

#include "store/archive.h"
#include "store/organisation.h"
#include "store/person.h"
#include "text/fold.h"

static enum status add_organisation(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    step->organisation = store_new_id(gesture_store(importing->gesture));
    enum status status = organisation_add(importing->gesture, step->organisation, NULL,
        step->row->organisation, step->row->college, problem);
    if (status != STATUS_DONE)
        return status;
    importing->report->organisations_added++;
    member_step_say(step, "organisme ajouté : %s%s%s", step->row->organisation,
        step->row->college == NULL ? "" : ", collège ",
        step->row->college == NULL ? "" : step->row->college);
    return STATUS_DONE;
}

static enum status set_college(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    struct store *store = gesture_store(importing->gesture);
    struct arena arena = {0};
    struct organisation *organisations = NULL;
    size_t count = 0;
    const char *was = NULL;
    enum status status = organisation_list(store, &arena, &organisations, &count, problem);
    for (size_t i = 0; i < count; i++)
        if (organisations[i].id == step->organisation)
            was = organisations[i].college;
    if (status == STATUS_DONE && (was == NULL || !text_is_same(was, step->row->college))) {
        status = organisation_set_college(
            importing->gesture, step->organisation, step->row->college, problem);
        importing->report->organisations_changed++;
        member_step_say(step, "organisme %s : collège %s%s%s", step->row->organisation,
            step->row->college, was == NULL ? "" : " au lieu de ", was == NULL ? "" : was);
    }
    arena_clear(&arena);
    return status;
}

// Two rows of one list that say otherwise would take turns at each import.
static enum status check_college(const struct members_importing *importing,
    const struct member_step *step, struct problem *problem)
{
    for (const struct member_step *other = importing->steps; other < step; other++)
        if (other->organisation == step->organisation && other->row->college != NULL &&
            !text_is_same(other->row->college, step->row->college))
            return problem_set(problem, STATUS_REFUSED,
                "la ligne %d met %s dans un autre collège, «%s» ; gardez l'un des deux.",
                other->row->line, step->row->organisation, other->row->college);
    return STATUS_DONE;
}

// One that a list names again is of use again.
static enum status take_back_organisation(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    bool archived = false;
    enum status status = archive_is_set(gesture_store(importing->gesture), ARCHIVED_ORGANISATION,
        step->organisation, &archived, problem);
    if (status != STATUS_DONE || !archived)
        return status;
    importing->report->organisations_changed++;
    member_step_say(step, "organisme repris : %s", step->row->organisation);
    return archive_set(
        importing->gesture, ARCHIVED_ORGANISATION, step->organisation, false, problem);
}

static enum status take_organisation(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    const struct member_row *row = step->row;
    if (row->organisation == NULL && row->college != NULL)
        return problem_set(problem, STATUS_UNUSABLE,
            "un collège sans organisme n'est le collège de personne ; dites l'organisme.");
    if (row->organisation == NULL)
        return STATUS_DONE;
    enum status status = organisation_find(
        gesture_store(importing->gesture), row->organisation, &step->organisation, problem);
    if (status == STATUS_DONE && step->organisation == 0)
        return add_organisation(importing, step, problem);
    if (status == STATUS_DONE)
        status = take_back_organisation(importing, step, problem);
    if (status == STATUS_DONE && row->college != NULL)
        status = check_college(importing, step, problem);
    if (status == STATUS_DONE && row->college != NULL)
        status = set_college(importing, step, problem);
    return status;
}

// A person of another organisation whom an earlier row has named so: a namesake, not the same.
static bool is_claimed(const struct members_importing *importing, const struct member_step *step,
    const struct person *person)
{
    for (const struct member_step *other = importing->steps; other < step; other++)
        if (other->person == person->id && other->organisation != 0 && step->organisation != 0 &&
            other->organisation != step->organisation)
            return true;
    return false;
}

// `*found` is NULL for somebody new.
static enum status find_person(const struct members_importing *importing,
    const struct member_step *step, const struct person *people, size_t count,
    const struct person **found, struct problem *problem)
{
    size_t namesakes = 0;
    *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_claimed(importing, step, &people[i]))
            continue;
        if (step->organisation != 0 && people[i].organisation == step->organisation) {
            *found = &people[i];
            return STATUS_DONE;
        }
        *found = &people[i];
        namesakes++;
    }
    if (namesakes < 2)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "plusieurs personnes s'appellent «%s» ; dites l'organisme de celle-ci.", step->row->name);
}

static enum status add_person(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    const struct member_row *row = step->row;
    const struct person_facts facts = {
        row->civility, row->name, row->function, step->organisation, row->elected == ELECTED_YES};
    step->person = store_new_id(gesture_store(importing->gesture));
    enum status status = person_add(importing->gesture, step->person, &facts, problem);
    if (status != STATUS_DONE)
        return status;
    importing->report->people_added++;
    member_step_say(step, "personne ajoutée : %s%s%s%s%s",
        row->civility == NULL ? "" : row->civility, row->civility == NULL ? "" : " ", row->name,
        row->function == NULL ? "" : ", ", row->function == NULL ? "" : row->function);
    return STATUS_DONE;
}

// A text that the row says and that differs: it is what is kept from now on.
static const char *changed_text(
    struct buffer *said, const char *what, const char *was, const char *now)
{
    if (now == NULL || (was != NULL && strcmp(was, now) == 0))
        return was;
    buffer_append_format(said, "%s%s «%s»", said->length > 0 ? ", " : "", what, now);
    if (was != NULL)
        buffer_append_format(said, " au lieu de «%s»", was);
    return now;
}

static enum status change_person(struct members_importing *importing, struct member_step *step,
    const struct person *person, struct problem *problem)
{
    const struct member_row *row = step->row;
    struct buffer said = {0};
    struct person_facts facts = {.organisation = person->organisation, .elected = person->elected};
    facts.name = changed_text(&said, "nom", person->name, row->name);
    facts.civility = changed_text(&said, "civilité", person->civility, row->civility);
    facts.function = changed_text(&said, "fonction", person->function, row->function);
    if (step->organisation != 0 && step->organisation != person->organisation) {
        facts.organisation = step->organisation;
        changed_text(&said, "organisme", person->organisation_code, row->organisation);
    }
    if (row->elected != ELECTED_NOT_SAID && (row->elected == ELECTED_YES) != person->elected) {
        facts.elected = row->elected == ELECTED_YES;
        buffer_append_format(
            &said, "%s%s", said.length > 0 ? ", " : "", facts.elected ? "élu" : "non élu");
    }
    step->person = person->id;
    enum status status = STATUS_DONE;
    if (said.length > 0) {
        status = person_set(importing->gesture, person->id, &facts, problem);
        importing->report->people_changed++;
        member_step_say(step, "%s : %s", person->name, buffer_text(&said));
    }
    buffer_clear(&said);
    return status;
}

static bool texts_differ(const char *left, const char *right)
{
    return left != NULL && right != NULL && strcmp(left, right) != 0;
}

// The same of two rows about one person.
static enum status check_person(const struct members_importing *importing,
    const struct member_step *step, int64_t person, struct problem *problem)
{
    for (const struct member_step *other = importing->steps; other < step; other++) {
        if (other->person != person)
            continue;
        const char *what = texts_differ(other->row->name, step->row->name)           ? "le nom"
                           : texts_differ(other->row->civility, step->row->civility) ? "la civilité"
                           : texts_differ(other->row->function, step->row->function) ? "la fonction"
                           : other->row->elected != ELECTED_NOT_SAID &&
                                   step->row->elected != ELECTED_NOT_SAID &&
                                   other->row->elected != step->row->elected
                               ? "si l'on est élu"
                               : NULL;
        if (what != NULL)
            return problem_set(problem, STATUS_REFUSED,
                "pour %s, la ligne %d dit autrement %s ; gardez l'une des deux.", step->row->name,
                other->row->line, what);
    }
    return STATUS_DONE;
}

static enum status take_person(
    struct members_importing *importing, struct member_step *step, struct problem *problem)
{
    struct arena arena = {0};
    struct person *people = NULL;
    const struct person *person = NULL;
    size_t count = 0;
    enum status status = person_find(
        gesture_store(importing->gesture), step->row->name, &arena, &people, &count, problem);
    if (status == STATUS_DONE)
        status = find_person(importing, step, people, count, &person, problem);
    if (status == STATUS_DONE && person != NULL)
        status = check_person(importing, step, person->id, problem);
    if (status == STATUS_DONE)
        status = person == NULL ? add_person(importing, step, problem)
                                : change_person(importing, step, person, problem);
    arena_clear(&arena);
    return status;
}

enum status members_import_people(struct members_importing *importing)
{
    for (size_t i = 0; i < importing->count; i++) {
        struct member_step *step = &importing->steps[i];
        struct problem problem = {0};
        enum status status = take_organisation(importing, step, &problem);
        if (status == STATUS_DONE)
            status = take_person(importing, step, &problem);
        if (status != STATUS_DONE)
            return member_step_refuse(importing, step, &problem);
    }
    return STATUS_DONE;
}
