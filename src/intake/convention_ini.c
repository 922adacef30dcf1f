// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/convention_ini.h"

#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "intake/convention_check.h"
#include "intake/convention_rows.h"

// The identifiers of a convention's rows leave room for 1,000 of each kind.
enum { MOST_SECTIONS = 900 };

static enum status refuse_section(
    const struct ini *ini, const char *section, struct problem *problem)
{
    return ini_refuse(ini, section, NULL, problem,
        "cette section est inconnue ; on attend [convention], ou organisme-, instance-, "
        "signataire-, texte-, etape-, champ-, objectif- ou action- suivi d'un code");
}

static enum status read_section(const struct ini *ini, size_t section, struct arena *arena,
    struct convention *convention, struct problem *problem)
{
    const char *name = ini_section_name(ini, section);
    const struct convention_kind *kind = convention_kind_of(name);
    if (kind == NULL)
        return refuse_section(ini, name, problem);
    return convention_read_row(kind, ini, section, arena, convention, problem);
}

// Every array gets room for as many rows as there are sections; axes, which are keys, for as many
// as there are keys.
static bool make_room(const struct ini *ini, struct arena *arena, struct convention *convention)
{
    size_t sections = ini_section_count(ini);
    size_t keys = 0;
    for (size_t i = 0; i < sections; i++)
        keys += ini_key_count(ini, i);
    convention->name = arena_copy(arena, ini_name(ini));
    convention->organisations = arena_array(arena, sections, sizeof *convention->organisations);
    convention->committees = arena_array(arena, sections, sizeof *convention->committees);
    convention->signatories = arena_array(arena, sections, sizeof *convention->signatories);
    convention->texts = arena_array(arena, sections, sizeof *convention->texts);
    convention->milestones = arena_array(arena, sections, sizeof *convention->milestones);
    convention->fields = arena_array(arena, sections, sizeof *convention->fields);
    convention->axes = arena_array(arena, keys, sizeof *convention->axes);
    convention->objectives = arena_array(arena, sections, sizeof *convention->objectives);
    convention->actions = arena_array(arena, sections, sizeof *convention->actions);
    return !arena->failed;
}

enum status convention_read(const struct ini *ini, struct arena *arena,
    struct convention *convention, struct problem *problem)
{
    *convention = (struct convention){0};
    if (!ini_has_section(ini, "convention"))
        return problem_set(problem, STATUS_UNUSABLE,
            "%s n'est pas une convention : il manque la section [convention].", ini_name(ini));
    if (ini_section_count(ini) > MOST_SECTIONS)
        return problem_set(problem, STATUS_UNUSABLE,
            "%s a plus de %d sections ; réduisez la convention.", ini_name(ini), MOST_SECTIONS);
    if (!make_room(ini, arena, convention))
        return problem_set_no_memory(problem);
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < ini_section_count(ini) && status == STATUS_DONE; i++)
        status = read_section(ini, i, arena, convention, problem);
    return status == STATUS_DONE ? convention_check(ini, convention, problem) : status;
}

static bool is_path(const char *source)
{
    size_t length = strlen(source);
    return strchr(source, '/') != NULL || (length > 4 && strcmp(source + length - 4, ".ini") == 0);
}

static enum status read_embedded(struct ini **ini, const char *name, struct problem *problem)
{
    char file_name[128];
    snprintf(file_name, sizeof file_name, "%s.ini", name);
    const struct embedded_file *file = embedded_find("conventions", file_name);
    if (file == NULL)
        return problem_set(problem, STATUS_UNUSABLE,
            "La convention «%s» n'est pas connue ; donnez «" CONVENTION_DEFAULT_NAME
            "» ou le chemin d'un fichier .ini.",
            name);
    return ini_read_text(ini, file->name, file->text, file->length, problem);
}

enum status convention_load(
    const char *source, struct arena *arena, struct convention *convention, struct problem *problem)
{
    struct ini *ini = NULL;
    enum status status = is_path(source) ? ini_read_file(&ini, source, problem)
                                         : read_embedded(&ini, source, problem);
    if (status == STATUS_DONE)
        status = convention_read(ini, arena, convention, problem);
    ini_destroy(ini);
    return status;
}
