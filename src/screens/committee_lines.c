// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committee_lines.h"

#include <string.h>

#include "screens/desk.h"
#include "store/directory.h"
#include "store/person.h"
#include "text/fold.h"

// The only mandate whose holder has that function, but for `but`.
static const struct member *find_function(
    const struct committee_view *view, const char *function, int64_t but)
{
    const struct member *found = NULL;
    for (size_t i = 0; i < view->mandate_count; i++) {
        const struct member *mandate = &view->mandates[i];
        if (mandate->id == but || mandate->function == NULL ||
            !text_is_same(mandate->function, function))
            continue;
        if (found != NULL)
            return NULL;
        found = mandate;
    }
    return found;
}

// The mandate whose holder has that name, else that function, but for `but`. Who sits now goes
// before who sat.
static enum status find_principal(const struct committee_view *view, const char *name, int64_t but,
    int64_t *principal, struct problem *problem)
{
    const struct member *found = NULL;
    for (size_t i = 0; i < view->mandate_count; i++) {
        const struct member *mandate = &view->mandates[i];
        if (mandate->id != but &&
            text_is_same(mandate->name,
                name + civility_length(name) + strspn(name + civility_length(name), " ")) &&
            found == NULL)
            found = mandate;
    }
    if (found == NULL)
        found = find_function(view, name, but);
    if (found == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas membre de l'instance %s : écrivez le nom de l'un de ses membres.", name,
            view->rules.code);
    *principal = found->id;
    return STATUS_DONE;
}

enum status committee_read_mandate(const struct committee_view *view, const char *text,
    int64_t mandate, struct arena *arena, struct mandate_facts *facts, struct problem *problem)
{
    struct mandate_line line;
    enum status status = mandate_line_read(text, arena, &line, problem);
    *facts = (struct mandate_facts){.committee = view->rules.id,
        .role = line.role,
        .voice = line.voice,
        .starts = line.starts,
        .ends = line.ends};
    if (status == STATUS_DONE && line.principal != NULL)
        status = find_principal(view, line.principal, mandate, &facts->substitute_for, problem);
    return status;
}

enum status committee_read_person(const struct desk *desk, const char *text, struct arena *arena,
    struct person_line *line, struct problem *problem)
{
    struct directory directory = {0};
    enum status status = directory_load(desk->store, arena, &directory, problem);
    return status == STATUS_DONE ? person_line_read(text, &directory, arena, line, problem)
                                 : status;
}

void committee_understand_person(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct person_line line;
    if (committee_read_person(desk, text, &arena, &line, NULL) != STATUS_DONE) {
        buffer_append(out, "Par exemple : Mme Prénom Nom, directrice de la petite enfance, ville");
    } else {
        buffer_append(out, line.name);
        if (line.function != NULL)
            buffer_append_format(out, " · fonction : %s", line.function);
        buffer_append(out, line.organisation != 0 ? " · organisme connu" : " · sans organisme");
        if (line.elected)
            buffer_append_format(out, " · %s", elected_word(line.civility));
    }
    arena_clear(&arena);
}

static void warn_of_namesakes(
    const struct desk *desk, const char *name, struct arena *arena, struct buffer *out)
{
    struct person *people = NULL;
    size_t count = 0;
    if (person_find(desk->store, name, arena, &people, &count, NULL) != STATUS_DONE)
        return;
    for (size_t i = 0; i < count; i++) {
        buffer_append_format(
            out, "%s%s", i == 0 ? " · ce nom existe déjà : " : " ; ", people[i].name);
        if (people[i].function != NULL && people[i].function[0] != '\0')
            buffer_append_format(out, ", %s", people[i].function);
    }
}

void committee_understand_new_person(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    struct arena arena = {0};
    struct person_line line;
    committee_understand_person(screen, desk, text, out);
    if (committee_read_person(desk, text, &arena, &line, NULL) == STATUS_DONE)
        warn_of_namesakes(desk, line.name, &arena, out);
    arena_clear(&arena);
}

void committee_understand_mandate(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    struct arena arena = {0};
    struct problem problem = {0};
    struct mandate_line line;
    if (mandate_line_read(text, &arena, &line, &problem) == STATUS_DONE)
        mandate_line_write(out, &line);
    else
        buffer_append(out, problem.sentence);
    arena_clear(&arena);
}

enum status committee_find_person(const struct desk *desk, const struct person_line *line,
    struct arena *arena, int64_t *person, struct problem *problem)
{
    struct person *people = NULL;
    size_t count = 0;
    size_t fitting = 0;
    enum status status = person_find(desk->store, line->name, arena, &people, &count, problem);
    *person = 0;
    for (size_t i = 0; i < count; i++) {
        if (line->organisation != 0 && people[i].organisation != line->organisation)
            continue;
        *person = people[i].id;
        fitting++;
    }
    if (fitting > 1)
        status = problem_set(problem, STATUS_REFUSED,
            "Plusieurs personnes s'appellent «%s» : dites l'organisme de celle-ci.", line->name);
    return status;
}
