// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mandate.h"

#include <string.h>

#include "rules/mandate.h"
#include "rules/mandate_line.h"
#include "store/gone.h"
#include "store/row_array.h"
#include "store/statement.h"

// Days are ISO text: what is not said lies before, or behind, every day.
#define STARTS(TABLE) "ifnull(" TABLE ".starts, '')"
#define ENDS(TABLE) "ifnull(" TABLE ".ends, '9999')"

static void read_mandate(
    struct statement *statement, struct arena *arena, const char *day, struct member *mandate)
{
    const char *starts = statement_borrow(statement, 7);
    const char *ends = statement_borrow(statement, 8);
    *mandate = (struct member){
        .id = statement_integer(statement, 0),
        .person = statement_integer(statement, 1),
        .committee = statement_integer(statement, 2),
        .role = statement_text(statement, 3, arena),
        .voice = statement_text(statement, 4, arena),
        .substitute_for = statement_integer(statement, 5),
        .principal = statement_text(statement, 6, arena),
        .civility = statement_text(statement, 9, arena),
        .name = statement_text(statement, 10, arena),
        .function = statement_text(statement, 11, arena),
        .organisation = statement_integer(statement, 12),
        .organisation_code = statement_text(statement, 13, arena),
        .organisation_label = statement_text(statement, 14, arena),
        .college = statement_text(statement, 15, arena),
        .elected = statement_integer(statement, 16) != 0,
    };
    if (ends != NULL && strcmp(ends, day) < 0)
        mandate->time = MANDATE_OVER;
    else if (starts != NULL && strcmp(starts, day) > 0)
        mandate->time = MANDATE_TO_COME;
    date_read_iso(starts, &mandate->starts);
    date_read_iso(ends, &mandate->ends);
}

enum status mandate_list(struct store *store, int64_t committee, struct date day,
    struct arena *arena, struct member **mandates, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct member);
    struct member *mandate = NULL;
    char iso[DATE_TEXT_SIZE];
    date_iso(day, iso);
    statement_open(&statement, store,
        "SELECT mandate.id, mandate.person_id, mandate.committee_id, mandate.role, mandate.voice,"
        " mandate.substitute_for, head_person.name, mandate.starts, mandate.ends,"
        " person.civility, person.name, person.function, person.organisation_id,"
        " organisation.code, organisation.label, organisation.college, person.elected"
        " FROM mandate JOIN person ON person.id = mandate.person_id"
        " LEFT JOIN organisation ON organisation.id = person.organisation_id"
        " LEFT JOIN mandate AS head ON head.id = mandate.substitute_for"
        " LEFT JOIN person AS head_person ON head_person.id = head.person_id"
        " WHERE mandate.committee_id = ?1"
        " ORDER BY " ENDS(
            "mandate") " < ?2,"
                       " CASE ifnull(head.role, mandate.role) WHEN 'presidence' THEN 1 WHEN "
                       "'copresidence' THEN 2"
                       " WHEN 'secretaire' THEN 3 WHEN 'membre' THEN 4 ELSE 5 END,"
                       " ifnull(head.position, mandate.position), ifnull(head.id, mandate.id),"
                       " head.id IS NOT NULL, mandate.position, mandate.id");
    statement_bind_integer(&statement, committee);
    statement_bind_text(&statement, iso);
    while (statement_row(&statement) && (mandate = row_array_add(&rows, &statement)) != NULL)
        read_mandate(&statement, arena, iso, mandate);
    *mandates = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

// A mandate as it is to be kept: days as the columns have them, NULL where nothing is said.
struct kept {
    int64_t id;
    const struct mandate_facts *facts;
    char starts_text[DATE_TEXT_SIZE], ends_text[DATE_TEXT_SIZE];
    const char *starts, *ends;
};

static void keep(struct kept *kept, int64_t id, const struct mandate_facts *facts)
{
    *kept = (struct kept){.id = id, .facts = facts};
    date_iso(date_first_day(facts->starts), kept->starts_text);
    date_iso(date_last_day(facts->ends), kept->ends_text);
    kept->starts = kept->starts_text[0] == '\0' ? NULL : kept->starts_text;
    kept->ends = kept->ends_text[0] == '\0' ? NULL : kept->ends_text;
}

static enum status check_facts(const struct kept *kept, struct problem *problem)
{
    const struct mandate_facts *facts = kept->facts;
    if (mandate_role_of(facts->role) == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un rôle : présidence, coprésidence, secrétariat, membre ou invité.",
            facts->role);
    if (mandate_voice_label(facts->voice) == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas une voix : délibérative, consultative ou aucune.", facts->voice);
    if (strcmp(facts->role, "invite") == 0 && strcmp(facts->voice, "deliberative") == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Un invité n'a pas de voix délibérative : donnez-lui le rôle de membre, ou ôtez la"
            " voix.");
    return STATUS_DONE;
}

static enum status check_exists(
    struct store *store, const char *sql, int64_t id, const char *refusal, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found == 0)
        status = problem_set(problem, STATUS_REFUSED, "%s", refusal);
    return status;
}

// The other times of that person in that committee.
static enum status check_time(struct store *store, const struct kept *kept, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct row_array others = ROW_ARRAY(&arena, struct mandate);
    struct mandate *other = NULL;
    const struct mandate own = {kept->facts->starts, kept->facts->ends};
    statement_open(&statement, store,
        "SELECT starts, ends FROM mandate WHERE id <> ?1 AND committee_id = ?2 AND person_id = ?3"
        " ORDER BY starts");
    statement_bind_integer(&statement, kept->id);
    statement_bind_integer(&statement, kept->facts->committee);
    statement_bind_integer(&statement, kept->facts->person);
    while (statement_row(&statement) && (other = row_array_add(&others, &statement)) != NULL) {
        other->from = statement_date(&statement, 0);
        other->to = statement_date(&statement, 1);
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE)
        status = mandate_check(&own, others.items, others.count, problem);
    arena_clear(&arena);
    return status;
}

static enum status check_chair(
    struct store *store, const struct kept *kept, struct problem *problem)
{
    struct statement statement;
    struct problem taken = {0};
    if (strcmp(kept->facts->role, "presidence") != 0)
        return STATUS_DONE;
    statement_open(&statement, store,
        "SELECT person.name FROM mandate JOIN person ON person.id = mandate.person_id"
        " WHERE mandate.id <> ?1 AND mandate.committee_id = ?2 AND mandate.role = 'presidence'"
        " AND " STARTS("mandate") " <= ifnull(?4, '9999') AND ifnull(?3, '') <= " ENDS(
            "mandate") " LIMIT 1");
    statement_bind_integer(&statement, kept->id);
    statement_bind_integer(&statement, kept->facts->committee);
    statement_bind_text(&statement, kept->starts);
    statement_bind_text(&statement, kept->ends);
    if (statement_row(&statement))
        problem_set(&taken, STATUS_REFUSED,
            "%s préside déjà cette instance : donnez aux deux la coprésidence, ou mettez d'abord"
            " fin à ce mandat.",
            statement_borrow(&statement, 0));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && taken.status != STATUS_DONE)
        status = problem_set(problem, taken.status, "%s", taken.sentence);
    return status;
}

// Every query of the table below takes the same four parameters.
#define ALL_BOUND " WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL AND ?3 IS NOT NULL AND ?4 IS NOT NULL"

// What a substitute may not be.
static enum status check_substitute(
    struct store *store, const struct kept *kept, struct problem *problem)
{
    static const struct {
        const char *sql; // ?1 the mandate, ?2 its principal, ?3 the committee, ?4 the person
        const char *refusal;
    } rules[] = {
        {"SELECT (?1 = ?2"
         " OR EXISTS (SELECT 1 FROM mandate WHERE id = ?2 AND person_id = ?4))" ALL_BOUND,
            "Personne n'est son propre suppléant : choisissez un autre titulaire."},
        {"SELECT NOT EXISTS (SELECT 1 FROM mandate WHERE id = ?2 AND committee_id = ?3)" ALL_BOUND,
            "Ce titulaire n'est pas de cette instance : choisissez l'un de ses membres."},
        {"SELECT EXISTS (SELECT 1 FROM mandate WHERE id = ?2"
         " AND substitute_for IS NOT NULL)" ALL_BOUND,
            "On ne supplée pas un suppléant : choisissez un titulaire."},
        {"SELECT EXISTS (SELECT 1 FROM mandate WHERE substitute_for = ?1)" ALL_BOUND,
            "Un titulaire qui a des suppléants ne peut pas être suppléant : changez d'abord"
            " ceux-ci."},
    };
    enum status status = STATUS_DONE;
    if (kept->facts->substitute_for == 0)
        return STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof rules / sizeof rules[0]; i++) {
        struct statement statement;
        int64_t broken = 0;
        statement_open(&statement, store, rules[i].sql);
        statement_bind_integer(&statement, kept->id);
        statement_bind_integer(&statement, kept->facts->substitute_for);
        statement_bind_integer(&statement, kept->facts->committee);
        statement_bind_integer(&statement, kept->facts->person);
        status = statement_number(&statement, 0, &broken, problem);
        if (status == STATUS_DONE && broken != 0)
            status = problem_set(problem, STATUS_REFUSED, "%s", rules[i].refusal);
    }
    return status;
}

static enum status check(struct store *store, const struct kept *kept, struct problem *problem)
{
    enum status status = check_facts(kept, problem);
    if (status == STATUS_DONE)
        status = check_exists(store, "SELECT 1 FROM person WHERE id = ? AND archived = 0",
            kept->facts->person, PERSON_GONE, problem);
    if (status == STATUS_DONE)
        status = check_exists(store, "SELECT 1 FROM committee WHERE id = ? AND archived = 0",
            kept->facts->committee, COMMITTEE_GONE, problem);
    if (status == STATUS_DONE)
        status = check_time(store, kept, problem);
    if (status == STATUS_DONE)
        status = check_chair(store, kept, problem);
    return status == STATUS_DONE ? check_substitute(store, kept, problem) : status;
}

enum status mandate_add(
    struct gesture *gesture, int64_t id, const struct mandate_facts *facts, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    struct kept kept;
    keep(&kept, id, facts);
    enum status status = check(store, &kept, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store,
        "INSERT INTO mandate (id, person_id, committee_id, role, voice, substitute_for, starts,"
        " ends, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
        " (SELECT ifnull(max(position), 0) + 1 FROM mandate WHERE committee_id = ?3))");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, facts->person);
    statement_bind_integer(&statement, facts->committee);
    statement_bind_text(&statement, facts->role);
    statement_bind_text(&statement, facts->voice);
    statement_bind_reference(&statement, facts->substitute_for);
    statement_bind_text(&statement, kept.starts);
    statement_bind_text(&statement, kept.ends);
    return statement_run(&statement, problem);
}

// The person and the committee of a mandate, its days, and whether it is there at all.
static enum status load_facts(
    struct store *store, int64_t id, struct mandate_facts *facts, struct problem *problem)
{
    struct statement statement;
    bool found = false;
    *facts = (struct mandate_facts){0};
    statement_open(&statement, store,
        "SELECT person_id, committee_id, starts, ends FROM mandate WHERE id = ?");
    statement_bind_integer(&statement, id);
    if (statement_row(&statement)) {
        found = true;
        facts->person = statement_integer(&statement, 0);
        facts->committee = statement_integer(&statement, 1);
        facts->starts = statement_date(&statement, 2);
        facts->ends = statement_date(&statement, 3);
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && !found)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce mandat n'existe plus : l'historique dit ce qu'il est devenu.");
    return status;
}

enum status mandate_set(
    struct gesture *gesture, int64_t id, const struct mandate_facts *facts, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    struct mandate_facts whole = *facts;
    struct mandate_facts was;
    struct kept kept;
    enum status status = load_facts(store, id, &was, problem);
    whole.person = was.person;
    whole.committee = was.committee;
    keep(&kept, id, &whole);
    if (status == STATUS_DONE)
        status = check(store, &kept, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store,
        "UPDATE mandate SET role = ?2, voice = ?3, substitute_for = ?4, starts = ?5, ends = ?6"
        " WHERE id = ?1 AND (role IS NOT ?2 OR voice IS NOT ?3 OR substitute_for IS NOT ?4"
        " OR starts IS NOT ?5 OR ends IS NOT ?6)");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, facts->role);
    statement_bind_text(&statement, facts->voice);
    statement_bind_reference(&statement, facts->substitute_for);
    statement_bind_text(&statement, kept.starts);
    statement_bind_text(&statement, kept.ends);
    return statement_run(&statement, problem);
}

enum status mandate_end(
    struct gesture *gesture, int64_t id, struct date day, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    struct mandate_facts facts;
    char iso[DATE_TEXT_SIZE];
    date_iso(date_last_day(day), iso);
    enum status status = load_facts(store, id, &facts, problem);
    if (status == STATUS_DONE && iso[0] == '\0')
        return problem_set(problem, STATUS_REFUSED,
            "Il manque le dernier jour du mandat : écrivez par exemple 31/12/2026.");
    if (status == STATUS_DONE && facts.starts.precision != DATE_NONE &&
        date_compare(date_last_day(day), facts.starts) < 0)
        return problem_set(problem, STATUS_REFUSED,
            "Ce mandat finirait avant de commencer : donnez un jour plus tard, ou ôtez-le.");
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store,
        "UPDATE mandate SET ends = ?2 WHERE (id = ?1 AND ends IS NOT ?2) OR (substitute_for = ?1"
        " AND " ENDS("mandate") " > ?2 AND " STARTS("mandate") " <= ?2)");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, iso);
    status = statement_run(&statement, problem);
    // One that had ended may go on into the next one of the same person.
    return status == STATUS_DONE ? mandates_check(store, problem) : status;
}

// A closed meeting that keeps the person's name, held while the mandate ran.
static enum status check_unused(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t used = 0;
    statement_open(&statement, store,
        "SELECT 1 FROM mandate JOIN meeting ON meeting.committee_id = mandate.committee_id"
        " AND meeting.state = 'close' AND meeting.date BETWEEN " STARTS("mandate") " AND " ENDS(
            "mandate") " JOIN attendance ON attendance.meeting_id = meeting.id"
                       " AND attendance.person_id = mandate.person_id"
                       " WHERE mandate.id = ?1 OR mandate.substitute_for = ?1 LIMIT 1");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &used, problem);
    if (status == STATUS_DONE && used != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce mandat a déjà servi à une séance close : mettez-y fin au lieu de l'ôter.");
    return status;
}

enum status mandate_remove(struct gesture *gesture, int64_t id, struct problem *problem)
{
    static const char *const sql[] = {
        "DELETE FROM mandate WHERE substitute_for = ?",
        "DELETE FROM mandate WHERE id = ?",
    };
    struct store *store = gesture_store(gesture);
    struct mandate_facts facts;
    enum status status = load_facts(store, id, &facts, problem);
    if (status == STATUS_DONE)
        status = check_unused(store, id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, store, sql[i]);
        statement_bind_integer(&statement, id);
        status = statement_run(&statement, problem);
    }
    return status;
}

enum status mandates_check(struct store *store, struct problem *problem)
{
    struct statement statement;
    struct problem twice = {0};
    statement_open(&statement, store,
        "SELECT person.name, committee.code FROM mandate JOIN mandate AS other"
        " ON other.person_id = mandate.person_id AND other.committee_id = mandate.committee_id"
        " AND other.id > mandate.id AND " STARTS("mandate") " <= " ENDS("other") " AND " STARTS(
            "other") " <= " ENDS("mandate") " JOIN person ON person.id = mandate.person_id"
                                            " JOIN committee ON committee.id = "
                                            "mandate.committee_id LIMIT 1");
    if (statement_row(&statement))
        problem_set(&twice, STATUS_REFUSED,
            "%s siégerait deux fois dans l'instance %s : changez d'abord l'un de ses mandats.",
            statement_borrow(&statement, 0), statement_borrow(&statement, 1));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && twice.status != STATUS_DONE)
        status = problem_set(problem, twice.status, "%s", twice.sentence);
    return status;
}
