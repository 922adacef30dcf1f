// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance.h"

#include <string.h>

#include "store/row_array.h"
#include "store/statement.h"

static enum status load_rules(struct store *store, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    struct statement statement;
    sheet->quorum = "aucun";
    sheet->majority = "consensus";
    statement_open(&statement, store,
        "SELECT committee.quorum, committee.majority, committee.casting_vote, committee.proxies"
        " FROM meeting JOIN committee ON committee.id = meeting.committee_id WHERE meeting.id = ?");
    statement_bind_integer(&statement, sheet->meeting);
    if (statement_row(&statement)) {
        sheet->quorum = statement_text(&statement, 0, arena);
        sheet->majority = statement_text(&statement, 1, arena);
        sheet->casting_vote = statement_integer(&statement, 2) != 0;
        sheet->proxies = (int)statement_integer(&statement, 3);
    }
    return statement_finish(&statement, problem);
}

static void read_attendee(
    struct statement *statement, struct arena *arena, struct attendee *attendee)
{
    *attendee = (struct attendee){
        .id = statement_integer(statement, 0),
        .person = statement_integer(statement, 1),
        .civility = statement_text(statement, 2, arena),
        .name = statement_text(statement, 3, arena),
        .function = statement_text(statement, 4, arena),
        .organisation = statement_text(statement, 5, arena),
        .organisation_code = statement_text(statement, 6, arena),
        .college = statement_text(statement, 7, arena),
        .elected = statement_integer(statement, 8) != 0,
        .role = statement_text(statement, 9, arena),
        .voice = statement_text(statement, 10, arena),
        .substitute_for = statement_integer(statement, 11),
        .presence = statement_text(statement, 12, arena),
        .deputy = statement_text(statement, 13, arena),
        .proxy_to = statement_integer(statement, 14),
    };
}

// A substitute belongs to the college of the principal.
static enum status load_people(struct store *store, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct attendee);
    struct attendee *attendee = NULL;
    statement_open(&statement, store,
        "WITH place AS (SELECT own.*, own.role = 'invite' AS guest,"
        " CASE WHEN principal.id IS NULL THEN own.college ELSE principal.college END AS group_name,"
        " CASE ifnull(principal.role, own.role) WHEN 'presidence' THEN 0"
        " WHEN 'copresidence' THEN 1 WHEN 'secretaire' THEN 3 ELSE 2 END AS place_rank,"
        " ifnull(principal.position, own.position) AS place_position,"
        " ifnull(principal.id, own.id) AS place_id"
        " FROM attendance AS own LEFT JOIN attendance AS principal"
        " ON principal.id = own.substitute_for WHERE own.meeting_id = ?)"
        " SELECT id, person_id, civility, name, function, organisation, organisation_code,"
        " group_name, elected, role, voice, substitute_for, presence, deputy, proxy_to"
        " FROM place ORDER BY guest,"
        " min(place_rank) OVER (PARTITION BY guest, group_name) > 0, group_name IS NULL,"
        " min(place_position) OVER (PARTITION BY guest, group_name), group_name, place_rank,"
        " place_position, place_id, substitute_for IS NOT NULL, position, id");
    statement_bind_integer(&statement, sheet->meeting);
    while (statement_row(&statement) && (attendee = row_array_add(&rows, &statement)) != NULL)
        read_attendee(&statement, arena, attendee);
    sheet->people = rows.items;
    sheet->count = rows.count;
    return statement_finish(&statement, problem);
}

static enum status load_items(struct store *store, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, int64_t);
    int64_t *item = NULL;
    bool found = false;
    statement_open(&statement, store,
        "SELECT item.id, item.state = 'en-cours', item.opened_at IS NOT NULL"
        " FROM item LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " WHERE item.meeting_id = ? ORDER BY item.opened_at IS NULL, item.opened_at,"
        " ifnull(parent.position, item.position), ifnull(parent.id, item.id),"
        " parent.id IS NOT NULL, item.position, item.id");
    statement_bind_integer(&statement, sheet->meeting);
    while (statement_row(&statement) && (item = row_array_add(&rows, &statement)) != NULL) {
        *item = statement_integer(&statement, 0);
        bool treated_now = statement_integer(&statement, 1) != 0;
        bool opened = statement_integer(&statement, 2) != 0;
        if (treated_now || sheet->current == 0 || (opened && !found))
            sheet->current = *item;
        found = found || treated_now;
    }
    sheet->items = rows.items;
    sheet->item_count = rows.count;
    return statement_finish(&statement, problem);
}

static void insert_by_rank(
    const struct attendance_sheet *sheet, struct attendance_move *moves, size_t first, size_t last)
{
    struct attendance_move added = moves[last];
    int rank = attendance_sheet_rank(sheet, added.item);
    size_t place = last;
    for (; place > first && attendance_sheet_rank(sheet, moves[place - 1].item) > rank; place--)
        moves[place] = moves[place - 1];
    moves[place] = added;
}

static enum status load_moves(struct store *store, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct attendance_move);
    struct attendance_move *move = NULL;
    size_t first = 0;
    statement_open(&statement, store,
        "SELECT move.id, move.attendance_id, move.item_id, move.arrives, move.at"
        " FROM attendance JOIN attendance_move AS move ON move.attendance_id = attendance.id"
        " WHERE attendance.meeting_id = ? ORDER BY move.attendance_id, move.id");
    statement_bind_integer(&statement, sheet->meeting);
    while (statement_row(&statement) && (move = row_array_add(&rows, &statement)) != NULL) {
        struct attendance_move *moves = rows.items;
        *move = (struct attendance_move){
            .id = statement_integer(&statement, 0),
            .attendee = statement_integer(&statement, 1),
            .item = statement_integer(&statement, 2),
            .arrives = statement_integer(&statement, 3) != 0,
            .at = statement_text(&statement, 4, arena),
        };
        if (moves[first].attendee != move->attendee)
            first = rows.count - 1;
        insert_by_rank(sheet, moves, first, rows.count - 1);
    }
    const struct attendance_move *moves = rows.items;
    for (size_t i = 0; i < sheet->count; i++)
        for (size_t j = 0; j < rows.count; j++)
            if (moves[j].attendee == sheet->people[i].id && sheet->people[i].move_count++ == 0)
                sheet->people[i].moves = &moves[j];
    return statement_finish(&statement, problem);
}

static enum status load_withdrawals(struct store *store, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    struct statement statement;
    struct row_array people = ROW_ARRAY(arena, int64_t);
    struct row_array items = ROW_ARRAY(arena, int64_t);
    int64_t *attendee = NULL;
    int64_t *item = NULL;
    statement_open(&statement, store,
        "SELECT withdrawal.attendance_id, withdrawal.item_id"
        " FROM attendance JOIN withdrawal ON withdrawal.attendance_id = attendance.id"
        " WHERE attendance.meeting_id = ? ORDER BY 1, 2");
    statement_bind_integer(&statement, sheet->meeting);
    while (statement_row(&statement) && (attendee = row_array_add(&people, &statement)) != NULL &&
           (item = row_array_add(&items, &statement)) != NULL) {
        *attendee = statement_integer(&statement, 0);
        *item = statement_integer(&statement, 1);
    }
    const int64_t *withdrawn = people.items;
    const int64_t *from = items.items;
    for (size_t i = 0; i < sheet->count; i++)
        for (size_t j = 0; j < items.count; j++)
            if (withdrawn[j] == sheet->people[i].id && sheet->people[i].withdrawal_count++ == 0)
                sheet->people[i].withdrawals = &from[j];
    return statement_finish(&statement, problem);
}

static bool has_college(const struct attendance_sheet *sheet, const char *college)
{
    return attendance_sheet_college(sheet, college) != 0;
}

static enum status name_colleges(
    struct arena *arena, struct attendance_sheet *sheet, struct problem *problem)
{
    const char **colleges = arena_array(arena, sheet->count + 1, sizeof *colleges);
    if (colleges == NULL)
        return problem_set_no_memory(problem);
    sheet->colleges = colleges;
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->people[i].college != NULL && !has_college(sheet, sheet->people[i].college))
            colleges[sheet->college_count++] = sheet->people[i].college;
    return STATUS_DONE;
}

enum status attendance_load(struct store *store, int64_t meeting, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem)
{
    static enum status (*const loads[])(struct store * store, struct arena * arena,
        struct attendance_sheet * sheet, struct problem * problem) = {
        load_rules, load_people, load_items, load_moves, load_withdrawals};
    enum status status = STATUS_DONE;
    *sheet = (struct attendance_sheet){.meeting = meeting};
    for (size_t i = 0; status == STATUS_DONE && i < sizeof loads / sizeof loads[0]; i++)
        status = loads[i](store, arena, sheet, problem);
    if (status == STATUS_DONE)
        status = name_colleges(arena, sheet, problem);
    return status;
}

const struct attendee *attendance_sheet_find(const struct attendance_sheet *sheet, int64_t id)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->people[i].id == id)
            return &sheet->people[i];
    return NULL;
}

const struct attendance_move *attendance_sheet_move(
    const struct attendance_sheet *sheet, int64_t move)
{
    for (size_t i = 0; i < sheet->count; i++)
        for (size_t j = 0; j < sheet->people[i].move_count; j++)
            if (sheet->people[i].moves[j].id == move)
                return &sheet->people[i].moves[j];
    return NULL;
}

int attendance_sheet_rank(const struct attendance_sheet *sheet, int64_t item)
{
    for (size_t i = 0; i < sheet->item_count; i++)
        if (sheet->items[i] == item)
            return (int)i + 1;
    return 0;
}

int64_t attendance_sheet_college(const struct attendance_sheet *sheet, const char *college)
{
    for (size_t i = 0; college != NULL && i < sheet->college_count; i++)
        if (strcmp(sheet->colleges[i], college) == 0)
            return (int64_t)i + 1;
    return 0;
}

const char *attendance_sheet_college_label(const struct attendance_sheet *sheet, int64_t college)
{
    return college < 1 || (size_t)college > sheet->college_count ? NULL
                                                                 : sheet->colleges[college - 1];
}

void attendee_name(struct buffer *out, const struct attendee *attendee)
{
    const char *organisation = attendee->organisation;
    buffer_append(out, attendee->name);
    if (organisation != NULL && strcmp(organisation, attendee->name) != 0)
        buffer_append_format(out, " (%s)", organisation);
}
