// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/mandate_line.h"

#include <ctype.h>
#include <string.h>

#include "text/character.h"
#include "text/fold.h"
#include "text/french_date.h"

const struct mandate_role mandate_roles[] = {
    {"presidence", "présidence", "deliberative"},
    {"copresidence", "coprésidence", "deliberative"},
    {"secretaire", "secrétariat", ""},
    {"membre", "membre", "deliberative"},
    {"invite", "invité", ""},
    {NULL, NULL, NULL},
};

// What a word may begin with, folded, is enough to know it in either gender.
struct spelling {
    const char *begins;
    const char *code;
};

static const struct spelling role_spellings[] = {
    {"copresid", "copresidence"},
    {"co-presid", "copresidence"},
    {"presid", "presidence"},
    {"secreta", "secretaire"},
    {"membre", "membre"},
    {"invit", "invite"},
};

static const struct spelling voice_spellings[] = {
    {"voix delib", "deliberative"},
    {"delib", "deliberative"},
    {"voix consult", "consultative"},
    {"consult", "consultative"},
    {"sans voix", ""},
    {"sans", ""},
    {"aucune", ""},
};

const struct mandate_role *mandate_role_of(const char *code)
{
    for (const struct mandate_role *role = mandate_roles; role->code != NULL; role++)
        if (strcmp(role->code, code) == 0)
            return role;
    return NULL;
}

const char *mandate_voice_label(const char *code)
{
    if (strcmp(code, "deliberative") == 0)
        return "voix délibérative";
    if (strcmp(code, "consultative") == 0)
        return "voix consultative";
    return code[0] == '\0' ? "sans voix" : NULL;
}

// At most two words: «membre de droit suppléant» is no role.
static const char *find_spelling(const char *text, const struct spelling *spellings, size_t count)
{
    struct buffer folded = {0};
    const char *code = NULL;
    text_fold(&folded, text);
    for (size_t i = 0; i < count && code == NULL; i++) {
        size_t length = strlen(spellings[i].begins);
        const char *rest = buffer_text(&folded) + length;
        if (strncmp(buffer_text(&folded), spellings[i].begins, length) == 0 &&
            strchr(rest, ' ') == NULL)
            code = spellings[i].code;
    }
    buffer_clear(&folded);
    return code;
}

const char *mandate_role_read(const char *text)
{
    return find_spelling(text, role_spellings, sizeof role_spellings / sizeof role_spellings[0]);
}

const char *mandate_voice_read(const char *text)
{
    return find_spelling(text, voice_spellings, sizeof voice_spellings / sizeof voice_spellings[0]);
}

static bool has_year(const char *text)
{
    size_t digits = 0;
    for (; *text != '\0' && digits < 4; text++)
        digits = isdigit((unsigned char)*text) ? digits + 1 : 0;
    return digits == 4;
}

// Nothing is counted from today: the same text is the same date on another day.
bool mandate_date_read(const char *text, struct date *date)
{
    const struct french_date_context context = {.from = date_of_day(2024, 1, 1)};
    struct date read = {0};
    if (!has_year(text))
        return false;
    if (!date_read_iso(text, &read) && french_date_read(text, &context, &read) != FRENCH_DATE_READ)
        return false;
    *date = read;
    return read.precision != DATE_NONE;
}

// The text behind `word`, folded, when `part` begins with it; NULL when it does not. Folding
// changes lengths, so the part is folded up to each of its characters.
static const char *behind_word(const char *part, const char *word)
{
    struct buffer folded = {0};
    const char *rest = NULL;
    size_t length = strlen(part);
    for (size_t end = 0; end < length && rest == NULL && folded.length < strlen(word);) {
        end += character_at(part, length, end).length;
        buffer_reset(&folded);
        text_fold_bytes(&folded, part, end);
        if (strcmp(buffer_text(&folded), word) == 0)
            rest = part + end;
    }
    buffer_clear(&folded);
    return rest;
}

// The same for the first of several words.
static const char *behind(const char *part, const char *const words[])
{
    const char *rest = NULL;
    for (size_t i = 0; words[i] != NULL && rest == NULL; i++)
        rest = behind_word(part, words[i]);
    return rest;
}

// What is being read, and which parts were said already.
struct reading {
    struct arena *arena;
    struct mandate_line *line;
    struct problem *problem;
    bool has_role, has_voice, has_principal, has_dates;
};

static enum status said_twice(struct reading *reading, const char *what)
{
    return problem_set(
        reading->problem, STATUS_REFUSED, "%s est dit deux fois : gardez-en un seul.", what);
}

static enum status read_principal(struct reading *reading, const char *name)
{
    name += strspn(name, " ");
    if (reading->has_principal)
        return said_twice(reading, "Le titulaire");
    if (name[0] == '\0')
        return problem_set(reading->problem, STATUS_REFUSED,
            "Qui est suppléé ? Écrivez par exemple «supplée Prénom Nom».");
    reading->has_principal = true;
    reading->line->principal = arena_copy(reading->arena, name);
    return reading->line->principal == NULL ? problem_set_no_memory(reading->problem) : STATUS_DONE;
}

static enum status read_date(struct reading *reading, const char *text, struct date *date)
{
    text += strspn(text, " ");
    if (mandate_date_read(text, date))
        return STATUS_DONE;
    return problem_set(reading->problem, STATUS_REFUSED,
        "«%s» n'est pas une date : écrivez par exemple 01/01/2024.", text);
}

// «du D au D», «depuis le D», «jusqu'au D», «à partir du D».
static enum status read_dates(struct reading *reading, const char *part, bool *read)
{
    static const char *const since[] = {
        "depuis le ", "depuis ", "a partir du ", "des le ", "du ", "de ", NULL};
    static const char *const until[] = {"jusqu'au ", "jusqu'en ", "jusqu'a ", "au ", NULL};
    const char *first = behind(part, since);
    const char *last = first == NULL ? behind(part, until) : NULL;
    *read = first != NULL || last != NULL;
    if (!*read)
        return STATUS_DONE;
    if (reading->has_dates)
        return said_twice(reading, "La durée");
    reading->has_dates = true;
    if (first == NULL)
        return read_date(reading, last, &reading->line->ends);
    const char *to = strstr(first, " au ");
    if (to == NULL)
        return read_date(reading, first, &reading->line->starts);
    const char *begins = arena_format(reading->arena, "%.*s", (int)(to - first), first);
    if (begins == NULL)
        return problem_set_no_memory(reading->problem);
    enum status status = read_date(reading, begins, &reading->line->starts);
    return status == STATUS_DONE ? read_date(reading, to + strlen(" au "), &reading->line->ends)
                                 : status;
}

static const char *behind_substitute(const char *part)
{
    static const char *const substitute[] = {"supplee ", "suppleante de la ", "suppleante de l'",
        "suppleante du ", "suppleante de ", "suppleante d'", "suppleant de la ", "suppleant de l'",
        "suppleant du ", "suppleant de ", "suppleant d'", NULL};
    return behind(part, substitute);
}

// «Présidente», «secrétaire», «consultant» are functions as well; these words are none.
bool mandate_part_is(const char *part)
{
    static const char *const only_a_mandate[] = {
        "voix ", "sans voix", "presidence", "copresidence", "co-presidence", "secretariat", NULL};
    const char *rest = behind(part, only_a_mandate);
    bool is_voice_or_role = rest != NULL && (mandate_voice_read(part) != NULL || *rest == '\0');
    return is_voice_or_role || behind_substitute(part) != NULL;
}

static enum status read_part(struct reading *reading, const char *part)
{
    const char *principal = behind_substitute(part);
    const char *role = mandate_role_read(part);
    const char *voice = mandate_voice_read(part);
    bool dates = false;
    if (principal != NULL)
        return read_principal(reading, principal);
    if (role != NULL) {
        if (reading->has_role)
            return said_twice(reading, "Le rôle");
        reading->has_role = true;
        reading->line->role = role;
        return STATUS_DONE;
    }
    if (voice != NULL) {
        if (reading->has_voice)
            return said_twice(reading, "La voix");
        reading->has_voice = true;
        reading->line->voice = voice;
        return STATUS_DONE;
    }
    enum status status = read_dates(reading, part, &dates);
    if (status == STATUS_DONE && !dates)
        status = problem_set(reading->problem, STATUS_REFUSED,
            "«%s» n'est ni un rôle, ni une voix, ni une durée : par exemple «membre, voix"
            " consultative, du 01/01/2024 au 31/12/2028».",
            part);
    return status;
}

// The part between two commas, without the blanks around it.
static const char *next_part(struct arena *arena, const char **text)
{
    const char *start = *text + strspn(*text, " ");
    size_t length = strcspn(start, ",");
    *text = start[length] == ',' ? start + length + 1 : start + length;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return arena_format(arena, "%.*s", (int)length, start);
}

enum status mandate_line_read(
    const char *text, struct arena *arena, struct mandate_line *line, struct problem *problem)
{
    struct reading reading = {.arena = arena, .line = line, .problem = problem};
    enum status status = STATUS_DONE;
    *line = (struct mandate_line){.role = "membre"};
    while (status == STATUS_DONE && *text != '\0') {
        const char *part = next_part(arena, &text);
        if (part == NULL)
            return problem_set_no_memory(problem);
        if (part[0] != '\0')
            status = read_part(&reading, part);
    }
    if (!reading.has_voice)
        line->voice = mandate_role_of(line->role)->voice;
    line->starts = date_first_day(line->starts);
    line->ends = date_last_day(line->ends);
    return status;
}

void mandate_dates_write(struct buffer *out, struct date starts, struct date ends)
{
    if (starts.precision != DATE_NONE) {
        buffer_append(out, ends.precision == DATE_NONE ? "depuis le " : "du ");
        date_short(out, starts);
    }
    if (ends.precision != DATE_NONE) {
        buffer_append(out, starts.precision == DATE_NONE ? "jusqu'au " : " au ");
        date_short(out, ends);
    }
}

void mandate_line_write(struct buffer *out, const struct mandate_line *line)
{
    const struct mandate_role *role = mandate_role_of(line->role);
    buffer_append(out, role == NULL ? line->role : role->label);
    if (line->principal != NULL)
        buffer_append_format(out, ", supplée %s", line->principal);
    if (mandate_voice_label(line->voice) != NULL)
        buffer_append_format(out, ", %s", mandate_voice_label(line->voice));
    if (line->starts.precision != DATE_NONE || line->ends.precision != DATE_NONE)
        buffer_append(out, ", ");
    mandate_dates_write(out, line->starts, line->ends);
}
