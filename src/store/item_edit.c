// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_edit.h"

#include <stdlib.h>
#include <string.h>

#include "rules/item_kind.h"
#include "rules/item_line.h"
#include "rules/workflow.h"
#include "store/kept_text.h"
#include "store/link_rows.h"
#include "store/meeting_facts.h"
#include "store/meeting_pause.h"
#include "store/parked_item.h"
#include "store/statement.h"

enum { LONGEST_ITEM = 1440 };

// Runs an UPDATE that takes the item, then a text (or NULL).
static enum status update_text(struct gesture *gesture, const char *sql, int64_t item,
    const char *value, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, item);
    statement_bind_text(&statement, value);
    return statement_run(&statement, problem);
}

enum status item_set_title(
    struct gesture *gesture, int64_t item, const char *title, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    const char *kept = NULL;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, title, &kept, problem);
    if (status == STATUS_DONE && kept == NULL)
        status = problem_set(problem, STATUS_REFUSED, ITEM_WITHOUT_TITLE);
    if (status == STATUS_DONE)
        status = update_text(gesture,
            "UPDATE item SET title = ?2 WHERE id = ?1 AND title IS NOT ?2", item, kept, problem);
    arena_clear(&arena);
    return status;
}

enum status item_set_presenter(
    struct gesture *gesture, int64_t item, const char *presenter, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    const char *kept = NULL;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, presenter, &kept, problem);
    if (status == STATUS_DONE)
        status = update_text(gesture,
            "UPDATE item SET presenter = ?2 WHERE id = ?1 AND presenter IS NOT ?2", item, kept,
            problem);
    arena_clear(&arena);
    return status;
}

// NULL for an empty text: no minutes are planned.
static bool read_minutes(const char *kept, long *minutes)
{
    char *end = NULL;
    *minutes = 0;
    if (kept == NULL)
        return true;
    *minutes = item_minutes_read(kept, strlen(kept));
    if (*minutes < 0 && kept[strspn(kept, "0123456789")] != '\0')
        return false;
    if (*minutes < 0)
        *minutes = strtol(kept, &end, 10);
    return *minutes <= LONGEST_ITEM;
}

static enum status update_minutes(
    struct gesture *gesture, int64_t item, const char *kept, long minutes, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE item SET planned_minutes = ?2 WHERE id = ?1 AND planned_minutes IS NOT ?2");
    statement_bind_integer(&statement, item);
    if (kept == NULL)
        statement_bind_null(&statement);
    else
        statement_bind_integer(&statement, minutes);
    return statement_run(&statement, problem);
}

enum status item_set_minutes(
    struct gesture *gesture, int64_t item, const char *minutes, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    const char *kept = NULL;
    long number = 0;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, minutes, &kept, problem);
    if (status == STATUS_DONE && !read_minutes(kept, &number))
        status = problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas une durée : écrivez des minutes, de 0 à %d, ou 1h30, ou rien.", kept,
            LONGEST_ITEM);
    if (status == STATUS_DONE)
        status = update_minutes(gesture, item, kept, number, problem);
    arena_clear(&arena);
    return status;
}

enum status item_set_kind(
    struct gesture *gesture, int64_t item, const char *kind, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    int known = 0;
    if (status == STATUS_DONE && !value_of_code(&item_kind_values, kind, &known))
        status = problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un genre de point : choisissez information, avis ou decision.", kind);
    if (status == STATUS_DONE)
        status = update_text(gesture, "UPDATE item SET kind = ?2 WHERE id = ?1 AND kind IS NOT ?2",
            item, kind, problem);
    arena_clear(&arena);
    return status;
}

enum status item_set_pinned(
    struct gesture *gesture, int64_t item, bool pinned, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture),
            "UPDATE item SET pinned = ?2 WHERE id = ?1 AND pinned IS NOT ?2");
        statement_bind_integer(&statement, item);
        statement_bind_integer(&statement, pinned);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status item_link(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = link_rows_check(gesture_store(gesture), links, count, problem);
    if (status == STATUS_DONE)
        status = link_rows_add(gesture, LINK_ITEM, item, links, count, problem);
    arena_clear(&arena);
    return status;
}

enum status item_unlink(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = link_rows_remove(gesture, LINK_ITEM, item, links, count, problem);
    arena_clear(&arena);
    return status;
}

static enum status treat_current(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    return update_text(gesture,
        "UPDATE item SET state = 'traite', closed_at = ?2"
        " WHERE meeting_id = ?1 AND state = 'en-cours'",
        meeting, hour, problem);
}

static enum status make_current(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct problem *problem)
{
    const char *hour = store_hour(gesture_store(gesture), arena);
    if (hour == NULL)
        return problem_set_no_memory(problem);
    if (!meeting_state_is(facts->meeting.state, MEETING_OPEN))
        return problem_set(problem, STATUS_REFUSED,
            "La séance %s n'est pas ouverte : ouvrez-la avant de passer à un point.",
            facts->meeting.reference);
    enum status status =
        workflow_check(&item_workflow, facts->state, item_state_code(ITEM_CURRENT), problem);
    if (status == STATUS_DONE)
        status = treat_current(gesture, facts->meeting.id, hour, problem);
    if (status == STATUS_DONE)
        status = item_pause_add(gesture, facts->id, hour, problem);
    if (status == STATUS_DONE)
        status = update_text(gesture,
            "UPDATE item SET state = 'en-cours', opened_at = ifnull(opened_at, ?2),"
            " closed_at = NULL WHERE id = ?1",
            facts->id, hour, problem);
    return status;
}

enum status item_open(struct gesture *gesture, int64_t item, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE && !item_state_is(facts.state, ITEM_CURRENT))
        status = make_current(gesture, &facts, &arena, problem);
    arena_clear(&arena);
    return status;
}

static enum status update_state(struct gesture *gesture, const struct item_facts *facts,
    const char *state, struct arena *arena, struct problem *problem)
{
    struct statement statement;
    const char *hour = store_hour(gesture_store(gesture), arena);
    if (hour == NULL)
        return problem_set_no_memory(problem);
    statement_open(&statement, gesture_store(gesture),
        "UPDATE item SET state = ?2,"
        " closed_at = CASE WHEN opened_at IS NULL THEN NULL ELSE ifnull(closed_at, ?3) END"
        " WHERE id = ?1");
    statement_bind_integer(&statement, facts->id);
    statement_bind_text(&statement, state);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

enum status item_set_state(
    struct gesture *gesture, int64_t item, const char *state, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = workflow_check(&item_workflow, facts.state, state, problem);
    if (status == STATUS_DONE && item_state_is(state, ITEM_CURRENT))
        status = make_current(gesture, &facts, &arena, problem);
    else if (status == STATUS_DONE && item_state_is(state, ITEM_WAITING))
        status = item_park(gesture, item, problem);
    else if (status == STATUS_DONE && item_state_is(facts.state, ITEM_WAITING) &&
             item_state_is(state, ITEM_UNTREATED))
        status = item_unpark(gesture, item, facts.meeting.id, problem);
    else if (status == STATUS_DONE)
        status = update_state(gesture, &facts, state, &arena, problem);
    arena_clear(&arena);
    return status;
}
