// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_value.h"

#include <inttypes.h>
#include <string.h>

#include "documents/rows.h"
#include "rules/workflow.h"
#include "store/meeting.h"
#include "text/fold.h"
#include "text/french_date.h"

// What must stand in a column of a view.
struct reference {
    const char *view, *column;
    const char *subject; // «Le champ»
    const char *verb;    // that lists those there are
};

static enum status refuse_reference(
    const struct reference *reference, const char *word, struct problem *problem)
{
    return problem_set(problem, STATUS_REFUSED,
        "%s «%s» n'existe pas : greffe %s montre ce qu'il y a.", reference->subject, word,
        reference->verb);
}

static enum status find_reference(struct session *session, const struct reference *reference,
    const char *word, const char **value, struct problem *problem)
{
    struct rows rows;
    const struct listing_condition condition = {reference->column, LISTING_IS, word};
    enum status status =
        rows_load(session->store, reference->view, &condition, 1, &session->arena, &rows, problem);
    if (status != STATUS_DONE)
        return status;
    if (rows.count == 0)
        return refuse_reference(reference, word, problem);
    const struct listing_value *found = rows_value(&rows, 0, rows_column(&rows, reference->column));
    *value = found->type == LISTING_INTEGER
                 ? arena_format(&session->arena, "%" PRId64, found->integer)
                 : found->text;
    return *value == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

// `Dernière` is a word, `copil-2026-03-12` a reference, which is written in capitals.
static const char *meeting_word(struct arena *arena, const char *word)
{
    static const char *const words[] = {"ouverte", "derniere", "prochaine"};
    struct buffer folded = {0};
    const char *found = NULL;
    text_fold(&folded, word);
    for (size_t i = 0; i < sizeof words / sizeof *words && found == NULL; i++)
        if (strcmp(buffer_text(&folded), words[i]) == 0)
            found = words[i];
    buffer_clear(&folded);
    char *capitals = found == NULL ? arena_copy(arena, word) : NULL;
    for (char *letter = capitals; letter != NULL && *letter != '\0'; letter++)
        if (*letter >= 'a' && *letter <= 'z')
            *letter = (char)(*letter - 'a' + 'A');
    return found == NULL ? capitals : found;
}

static enum status find_meeting(
    struct session *session, const char *word, struct meeting *meeting, struct problem *problem)
{
    int64_t id = 0;
    const char *reference = meeting_word(&session->arena, word);
    if (reference == NULL)
        return problem_set_no_memory(problem);
    enum status status = meeting_find(session->store, reference, &id, problem);
    if (status == STATUS_DONE)
        status = meeting_load(session->store, id, &session->arena, meeting, problem);
    return status;
}

static enum status read_meeting(
    struct session *session, const char *word, const char **value, struct problem *problem)
{
    struct meeting meeting = {0};
    enum status status = find_meeting(session, word, &meeting, problem);
    if (status == STATUS_DONE)
        *value = meeting.reference;
    return status;
}

static bool read_date(const struct session *session, const char *word, struct date *date)
{
    struct local_time now = clock_local(&session->clock);
    const struct french_date_context context = {.from = date_of_day(now.year, now.month, now.day)};
    return date_read_iso(word, date) || french_date_read(word, &context, date) == FRENCH_DATE_READ;
}

// The day of a meeting counts, as a day that is named does.
static enum status read_since(
    struct session *session, const char *word, const char **value, struct problem *problem)
{
    struct date date;
    char iso[DATE_TEXT_SIZE];
    if (!read_date(session, word, &date)) {
        struct meeting meeting = {0};
        struct problem unknown = {0};
        enum status status = find_meeting(session, word, &meeting, &unknown);
        if (status == STATUS_REFUSED)
            return problem_set(problem, status,
                "«%s» n'est ni une date ni une séance : écrivez par exemple 2026-03-12, ou prenez "
                "une référence de greffe seances.",
                word);
        if (status != STATUS_DONE)
            return problem_set(problem, status, "%s", unknown.sentence);
        date = meeting.date;
    }
    date_iso(date, iso);
    *value = arena_copy(&session->arena, iso);
    return *value == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status refuse_state(
    const struct workflow *states, const char *word, struct problem *problem)
{
    struct buffer codes = {0};
    for (size_t i = 0; i < states->state_count; i++)
        buffer_append_format(&codes, "%s%s", i == 0 ? "" : ", ", states->states[i].code);
    problem_set(problem, STATUS_USAGE, "L'état «%s» n'existe pas ici : choisissez parmi %s.", word,
        buffer_text(&codes));
    buffer_clear(&codes);
    return STATUS_USAGE;
}

// «À faire» is `a-faire`.
static enum status read_state(
    const struct list *list, const char *word, const char **value, struct problem *problem)
{
    struct buffer code = {0};
    text_fold(&code, word);
    for (size_t i = 0; i < code.length; i++)
        if (code.bytes[i] == ' ')
            code.bytes[i] = '-';
    const struct workflow_state *state = workflow_state(list->states, buffer_text(&code));
    buffer_clear(&code);
    if (state == NULL)
        return refuse_state(list->states, word, problem);
    *value = state->code;
    return STATUS_DONE;
}

enum status filter_value(struct session *session, const struct list *list, enum option_name option,
    const char **value, struct problem *problem)
{
    static const struct reference references[OPTION_COUNT] = {
        [OPTION_COMMITTEE] = {"lecture_instances", "code", "L'instance", "instances"},
        [OPTION_FIELD] = {"lecture_champs", "code", "Le champ", "tableau --format json"},
        [OPTION_AXIS] = {"lecture_axes", "numero", "L'axe", "tableau"},
        [OPTION_ACTION] = {"lecture_actions", "code", "L'action", "actions"},
        [OPTION_DECISION] = {"lecture_decisions", "numero", "La décision", "decisions"},
    };
    const char *word = session->arguments->values[option];
    const struct reference *reference = &references[option];
    *value = word;
    if (reference->view != NULL)
        return find_reference(session, reference, word, value, problem);
    if (option == OPTION_MEETING)
        return read_meeting(session, word, value, problem);
    if (option == OPTION_SINCE)
        return read_since(session, word, value, problem);
    if (option == OPTION_STATE)
        return read_state(list, word, value, problem);
    return STATUS_DONE;
}
