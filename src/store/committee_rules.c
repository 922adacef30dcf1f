// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committee_rules.h"

#include <string.h>

#include "store/gone.h"
#include "store/kept_text.h"
#include "store/row_array.h"
#include "store/statement.h"

#define MEMBERS(CONDITION)                                                                         \
    "(SELECT count(*) FROM mandate WHERE mandate.committee_id = committee.id"                      \
    " AND mandate.substitute_for IS NULL AND mandate.role <> 'invite'"                             \
    " AND ?1 BETWEEN ifnull(mandate.starts, '') AND ifnull(mandate.ends, '9999')" CONDITION ")"

#define RULES_QUERY                                                                                \
    "SELECT committee.id, committee.code, committee.label, committee.kind, committee.authority,"   \
    " committee.next_id, next.code, committee.quorum, committee.majority, committee.casting_vote," \
    " committee.proxies, ifnull(committee.approval_days, ''), committee.call_word,"                \
    " committee.numbering,"                                                                        \
    " " MEMBERS("") ", " MEMBERS(                                                                  \
        " AND mandate.voice = 'deliberative'") ", committee.archived"                              \
                                               " FROM committee LEFT JOIN committee AS next ON "   \
                                               "next.id = committee.next_id"

enum { VALUES_COLUMN = 7 };

static void read_rules(
    struct statement *statement, struct arena *arena, struct committee_rules *rules)
{
    *rules = (struct committee_rules){
        .id = statement_integer(statement, 0),
        .code = statement_text(statement, 1, arena),
        .label = statement_text(statement, 2, arena),
        .kind = statement_text(statement, 3, arena),
        .authority = statement_text(statement, 4, arena),
        .next = statement_integer(statement, 5),
        .next_code = statement_text(statement, 6, arena),
        .members = (int)statement_integer(statement, VALUES_COLUMN + COMMITTEE_RULE_COUNT),
        .voices = (int)statement_integer(statement, VALUES_COLUMN + COMMITTEE_RULE_COUNT + 1),
        .archived = statement_integer(statement, VALUES_COLUMN + COMMITTEE_RULE_COUNT + 2) != 0,
    };
    for (int rule = 0; rule < COMMITTEE_RULE_COUNT; rule++)
        rules->values[rule] = statement_text(statement, VALUES_COLUMN + rule, arena);
}

static enum status list(struct store *store, bool archived, struct date day, struct arena *arena,
    struct committee_rules **committees, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct committee_rules);
    struct committee_rules *rules = NULL;
    char iso[DATE_TEXT_SIZE];
    date_iso(day, iso);
    statement_open(&statement, store,
        RULES_QUERY " WHERE committee.archived <= ?2"
                    " ORDER BY committee.archived, committee.position, committee.id");
    statement_bind_text(&statement, iso);
    statement_bind_integer(&statement, archived);
    while (statement_row(&statement) && (rules = row_array_add(&rows, &statement)) != NULL)
        read_rules(&statement, arena, rules);
    *committees = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

enum status committee_rules_list(struct store *store, struct date day, struct arena *arena,
    struct committee_rules **committees, size_t *count, struct problem *problem)
{
    return list(store, false, day, arena, committees, count, problem);
}

enum status committee_rules_list_all(struct store *store, struct date day, struct arena *arena,
    struct committee_rules **committees, size_t *count, struct problem *problem)
{
    return list(store, true, day, arena, committees, count, problem);
}

enum status committee_rules_load(struct store *store, int64_t committee, struct date day,
    struct arena *arena, struct committee_rules *rules, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(day, iso);
    *rules = (struct committee_rules){0};
    statement_open(
        &statement, store, RULES_QUERY " WHERE committee.archived = 0 AND committee.id = ?2");
    statement_bind_text(&statement, iso);
    statement_bind_integer(&statement, committee);
    if (statement_row(&statement))
        read_rules(&statement, arena, rules);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && rules->id == 0)
        status = problem_set(problem, STATUS_REFUSED, COMMITTEE_GONE);
    return status;
}

static enum status check_committee(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store, "SELECT 1 FROM committee WHERE id = ? AND archived = 0");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found == 0)
        status = problem_set(problem, STATUS_REFUSED, COMMITTEE_GONE);
    return status;
}

// The column of a rule; a number's is an integer, whatever text is bound to it.
#define SET(COLUMN, VALUE)                                                                         \
    "UPDATE committee SET " COLUMN " = " VALUE " WHERE id = ?1 AND " COLUMN " IS NOT " VALUE
#define NUMBER "CAST(nullif(?2, '') AS INTEGER)"

static const char *const set_sql[COMMITTEE_RULE_COUNT] = {
    [COMMITTEE_QUORUM] = SET("quorum", "?2"),
    [COMMITTEE_MAJORITY] = SET("majority", "?2"),
    [COMMITTEE_CASTING_VOTE] = SET("casting_vote", NUMBER),
    [COMMITTEE_PROXIES] = SET("proxies", NUMBER),
    [COMMITTEE_APPROVAL_DAYS] = SET("approval_days", NUMBER),
    [COMMITTEE_CALL_WORD] = SET("call_word", "?2"),
    [COMMITTEE_NUMBERING] = SET("numbering", "?2"),
};

enum status committee_rules_set(struct gesture *gesture, int64_t committee,
    enum committee_rule rule, const char *value, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    struct buffer code = {0};
    enum status status = check_committee(store, committee, problem);
    if (status == STATUS_DONE)
        status = committee_rule_read(rule, value, &code, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store, set_sql[rule]);
        statement_bind_integer(&statement, committee);
        statement_bind_text(&statement, buffer_text(&code));
        status = statement_run(&statement, problem);
    }
    buffer_clear(&code);
    return status;
}

static enum status check_next(
    struct store *store, int64_t committee, int64_t next, struct problem *problem)
{
    struct statement statement;
    int64_t circle = 0;
    if (next == 0)
        return STATUS_DONE;
    enum status status = check_committee(store, next, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store,
        "WITH RECURSIVE chain (id) AS (VALUES (?2) UNION SELECT committee.next_id FROM committee"
        " JOIN chain ON chain.id = committee.id WHERE committee.next_id IS NOT NULL)"
        " SELECT 1 FROM chain WHERE id = ?1");
    statement_bind_integer(&statement, committee);
    statement_bind_integer(&statement, next);
    status = statement_number(&statement, 0, &circle, problem);
    if (status == STATUS_DONE && circle != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Les propositions tourneraient en rond : choisissez une instance qui ne propose pas,"
            " elle-même ou par une autre, à celle-ci.");
    return status;
}

static enum status check_no_meeting(struct store *store, int64_t committee, struct problem *problem)
{
    struct statement statement;
    struct problem open = {0};
    statement_open(&statement, store,
        "SELECT reference FROM meeting WHERE committee_id = ?"
        " AND state IN ('ouverte', 'suspendue', 'levee') LIMIT 1");
    statement_bind_integer(&statement, committee);
    if (statement_row(&statement))
        problem_set(&open, STATUS_REFUSED,
            "La séance %s n'est pas close : closez-la avant de changer ce que décide l'instance.",
            statement_borrow(&statement, 0));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && open.status != STATUS_DONE)
        status = problem_set(problem, open.status, "%s", open.sentence);
    return status;
}

static enum status check_authority(const char *authority, int64_t next, struct problem *problem)
{
    static const char *const authorities[] = {"decide", "propose", "delibere"};
    bool known = false;
    for (size_t i = 0; i < sizeof authorities / sizeof authorities[0]; i++)
        known = known || strcmp(authority, authorities[i]) == 0;
    if (!known)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» ne dit pas ce que fait l'instance : decide, propose ou delibere.", authority);
    if (next != 0 && strcmp(authority, "propose") != 0)
        return problem_set(problem, STATUS_REFUSED,
            "Seule une instance qui propose a une instance à qui proposer : choisissez l'un ou"
            " l'autre.");
    return STATUS_DONE;
}

enum status committee_set_authority(struct gesture *gesture, int64_t committee,
    const char *authority, int64_t next, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    enum status status = check_authority(authority, next, problem);
    if (status == STATUS_DONE)
        status = check_committee(store, committee, problem);
    if (status == STATUS_DONE)
        status = check_next(store, committee, next, problem);
    if (status == STATUS_DONE)
        status = check_no_meeting(store, committee, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store,
        "UPDATE committee SET authority = ?2, next_id = ?3 WHERE id = ?1"
        " AND (authority IS NOT ?2 OR next_id IS NOT ?3)");
    statement_bind_integer(&statement, committee);
    statement_bind_text(&statement, authority);
    statement_bind_reference(&statement, next);
    return statement_run(&statement, problem);
}

enum status committee_set_label(
    struct gesture *gesture, int64_t committee, const char *label, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    const char *kept = NULL;
    enum status status = check_committee(store, committee, problem);
    if (status == STATUS_DONE)
        status = kept_text(&arena, label, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE && kept[0] == '\0')
        status =
            problem_set(problem, STATUS_REFUSED, "Il manque le nom de l'instance : écrivez-le.");
    if (status == STATUS_DONE) {
        statement_open(
            &statement, store, "UPDATE committee SET label = ?2 WHERE id = ?1 AND label IS NOT ?2");
        statement_bind_integer(&statement, committee);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
