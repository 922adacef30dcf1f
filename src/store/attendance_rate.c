// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance_rate.h"

#include <stdio.h>

#include "store/row_array.h"
#include "store/statement.h"

enum { YEAR_TEXT_SIZE = 16 };

// Meetings of the committee ?1 that were held in the year ?2, all where it is NULL.
#define HELD                                                                                       \
    "held (id, date) AS (SELECT id, date FROM meeting WHERE committee_id = ?1"                     \
    " AND state IN ('levee', 'close') AND opened_at IS NOT NULL"                                   \
    " AND (?2 IS NULL OR substr(date, 1, 4) = ?2))"

static void bind(struct statement *statement, int64_t committee, int year)
{
    char text[YEAR_TEXT_SIZE];
    snprintf(text, sizeof text, "%04d", year);
    statement_bind_integer(statement, committee);
    statement_bind_text(statement, year == 0 ? NULL : text);
}

static enum status count_meetings(struct store *store, int64_t committee, int year,
    struct attendance_rates *rates, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "WITH " HELD " SELECT (SELECT count(*) FROM held),"
        " (SELECT CAST(substr(min(date), 1, 4) AS INTEGER) FROM meeting WHERE committee_id = ?1"
        " AND state IN ('levee', 'close') AND opened_at IS NOT NULL)");
    bind(&statement, committee, year);
    if (statement_row(&statement)) {
        rates->meetings = (int)statement_integer(&statement, 0);
        rates->first_year = (int)statement_integer(&statement, 1);
    }
    return statement_finish(&statement, problem);
}

static void read_rate(
    struct statement *statement, struct arena *arena, struct attendance_rate *rate)
{
    *rate = (struct attendance_rate){
        .person = statement_integer(statement, 0),
        .civility = statement_text(statement, 1, arena),
        .name = statement_text(statement, 2, arena),
        .function = statement_text(statement, 3, arena),
        .organisation_code = statement_text(statement, 4, arena),
        .substitute = statement_integer(statement, 5) != 0,
        .meetings = (int)statement_integer(statement, 6),
        .present = (int)statement_integer(statement, 7),
        .represented = (int)statement_integer(statement, 8),
        .excused = (int)statement_integer(statement, 9),
        .absent = (int)statement_integer(statement, 10),
        .unknown = (int)statement_integer(statement, 11),
    };
    rate->since = statement_date(statement, 12);
    rate->last_present = statement_date(statement, 13);
}

// One mandate at most is valid on a day: a meeting counts once.
static const char rates_sql[] =
    "WITH " HELD ", expected AS (SELECT own.person_id AS person_id, own.presence AS presence,"
    " own.substitute_for IS NOT NULL AS substitute, own.role AS role,"
    " ifnull(principal.position, own.position) AS place, own.position AS position,"
    " held.date AS date, held.id AS meeting_id, mandate.starts AS starts FROM held"
    " JOIN attendance AS own ON own.meeting_id = held.id AND own.role <> 'invite'"
    " JOIN mandate ON mandate.person_id = own.person_id AND mandate.committee_id = ?1"
    " AND held.date BETWEEN ifnull(mandate.starts, '') AND ifnull(mandate.ends, '9999')"
    " LEFT JOIN attendance AS principal ON principal.id = own.substitute_for"
    " WHERE principal.id IS NULL OR principal.presence NOT IN ('present', 'visio')),"
    " latest AS (SELECT *, row_number() OVER (PARTITION BY person_id"
    " ORDER BY date DESC, meeting_id DESC) AS rank FROM expected)"
    " SELECT person.id, person.civility, person.name, person.function, organisation.code,"
    " latest.substitute, count(*), sum(expected.presence IN ('present', 'visio')),"
    " sum(expected.presence = 'represente'), sum(expected.presence = 'excuse'),"
    " sum(expected.presence = 'absent'), sum(expected.presence = ''), min(expected.starts),"
    " max(CASE WHEN expected.presence IN ('present', 'visio') THEN expected.date END)"
    " FROM expected JOIN latest ON latest.person_id = expected.person_id AND latest.rank = 1"
    " JOIN person ON person.id = expected.person_id"
    " LEFT JOIN organisation ON organisation.id = person.organisation_id"
    " GROUP BY person.id ORDER BY CASE latest.role WHEN 'presidence' THEN 1"
    " WHEN 'copresidence' THEN 2 WHEN 'secretaire' THEN 3 ELSE 4 END, latest.place,"
    " latest.substitute, latest.position, person.id";

enum status attendance_rates_load(struct store *store, int64_t committee, int year,
    struct arena *arena, struct attendance_rates *rates, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct attendance_rate);
    struct attendance_rate *rate = NULL;
    *rates = (struct attendance_rates){0};
    enum status status = count_meetings(store, committee, year, rates, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store, rates_sql);
    bind(&statement, committee, year);
    while (statement_row(&statement) && (rate = row_array_add(&rows, &statement)) != NULL)
        read_rate(&statement, arena, rate);
    rates->rates = rows.items;
    rates->count = rows.count;
    return statement_finish(&statement, problem);
}
