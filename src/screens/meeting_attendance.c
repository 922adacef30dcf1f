// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_attendance.h"

#include <string.h>

#include "rules/entry_name.h"
#include "screens/attendance_phrases.h"
#include "screens/meeting_phrases.h"

// The names that may stand behind `+` and `-`, as they are gathered.
struct names {
    struct directory_name *names;
    int64_t *seats;
    bool *held;
    size_t count;
};

enum { NAMES_OF_ONE = 4 };

static void add_name(struct names *names, const struct attendee *attendee, bool held,
    const char *code, const char *label)
{
    if (label == NULL)
        return;
    names->names[names->count] =
        (struct directory_name){.code = code == NULL ? "" : code, .label = label};
    names->seats[names->count] = attendee->id;
    names->held[names->count] = held;
    names->count++;
}

// A person is called by name, by function, or as the organisation; a deputy by name.
static enum status gather_names(
    struct meeting_attendance *attendance, struct arena *arena, struct problem *problem)
{
    const struct attendance_sheet *sheet = &attendance->sheet;
    size_t room = sheet->count * NAMES_OF_ONE + 1;
    struct names names = {.names = arena_array(arena, room, sizeof *names.names),
        .seats = arena_array(arena, room, sizeof *names.seats),
        .held = arena_array(arena, room, sizeof *names.held)};
    if (names.names == NULL || names.seats == NULL || names.held == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct attendee *attendee = &sheet->people[i];
        bool held = attendance->state.standings[i].held;
        add_name(&names, attendee, held, NULL, attendee->name);
        add_name(&names, attendee, held, NULL, attendee->function);
        add_name(&names, attendee, held, attendee->organisation_code, attendee->organisation);
        add_name(&names, attendee, held, NULL, attendee->deputy);
    }
    attendance->expected = (struct expected_names){
        .directory = {.names = names.names, .name_count = names.count},
        .seats = names.seats,
        .held = names.held,
    };
    return STATUS_DONE;
}

enum status meeting_attendance_look(struct meeting_attendance *attendance, int64_t item,
    struct arena *arena, struct problem *problem)
{
    enum status status =
        attendance_at(&attendance->sheet, item, arena, &attendance->state, problem);
    return status == STATUS_DONE ? gather_names(attendance, arena, problem) : status;
}

enum status meeting_attendance_read(struct store *store, int64_t meeting, int64_t item,
    struct arena *arena, struct meeting_attendance *attendance, struct problem *problem)
{
    *attendance = (struct meeting_attendance){0};
    enum status status = attendance_load(store, meeting, arena, &attendance->sheet, problem);
    return status == STATUS_DONE ? meeting_attendance_look(attendance, item, arena, problem)
                                 : status;
}

// «, représentée par Prénom Nom»
static void append_deputy(
    struct buffer *out, const char *before, const struct attendee *attendee, const char *deputy)
{
    bool feminine = attendee != NULL && attendee_is_feminine(attendee);
    buffer_append_format(out, "%sreprésenté%s par %s", before, feminine ? "e" : "", deputy);
}

// «Départ : Caf, pouvoir à Prénom Nom»: of the departure after which the proxy serves.
static const char *move_text(const struct attendance_sheet *sheet, const struct attendee *attendee,
    const struct attendance_move *move, struct arena *arena)
{
    struct buffer text = {0};
    const struct attendee *holder = attendance_sheet_find(sheet, attendee->proxy_to);
    phrase_move(&text, attendee, move);
    if (move->arrives && attendee->deputy != NULL)
        append_deputy(&text, ", ", attendee, attendee->deputy);
    if (holder != NULL && !move->arrives && move == &attendee->moves[attendee->move_count - 1])
        buffer_append_format(&text, ", pouvoir à %s", holder->name);
    const char *copy = arena_copy(arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

static enum status merge_moves(const struct attendance_sheet *sheet,
    const struct attendee *attendee, int64_t item, struct arena *arena, struct record_list *records,
    struct problem *problem)
{
    for (size_t i = 0; i < attendee->move_count; i++) {
        const struct attendance_move *move = &attendee->moves[i];
        if (move->item != item)
            continue;
        struct record record = {.id = move->id, .item = item, .at = move->at};
        record.fact =
            (struct entry){.kind = RECORD_NOTE, .text = move_text(sheet, attendee, move, arena)};
        if (record.fact.text == NULL)
            return problem_set_no_memory(problem);
        record_list_insert(records, &record);
    }
    return STATUS_DONE;
}

enum status meeting_attendance_merge(const struct meeting_attendance *attendance, int64_t item,
    struct arena *arena, struct record_list *records, struct problem *problem)
{
    const struct attendance_sheet *sheet = &attendance->sheet;
    size_t room = records->count;
    for (size_t i = 0; i < sheet->count; i++)
        room += sheet->people[i].move_count;
    if (room == records->count)
        return STATUS_DONE;
    struct record *grown = arena_array(arena, room, sizeof *grown);
    if (grown == NULL)
        return problem_set_no_memory(problem);
    if (records->count > 0)
        memcpy(grown, records->records, records->count * sizeof *grown);
    records->records = grown;
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sheet->count; i++)
        status = merge_moves(sheet, &sheet->people[i], item, arena, records, problem);
    return status;
}

const struct attendance_move *meeting_attendance_move(
    const struct meeting_attendance *attendance, int64_t record)
{
    return attendance_sheet_move(&attendance->sheet, record);
}

// The names as they stood before the move being corrected.
static struct expected_names names_before(const struct expected_names *expected,
    const struct attendance_move *corrected, struct arena *arena)
{
    struct expected_names before = *expected;
    bool *held = arena_array(arena, expected->directory.name_count + 1, sizeof *held);
    if (corrected == NULL || held == NULL)
        return before;
    for (size_t i = 0; i < expected->directory.name_count; i++)
        held[i] =
            expected->seats[i] == corrected->attendee ? !corrected->arrives : expected->held[i];
    before.held = held;
    return before;
}

static bool sits(const struct meeting_attendance *attendance, int64_t id)
{
    const struct seat *seat = attendance_find(&attendance->state.attendance, id);
    return seat != NULL && seat_is_held(seat, attendance->state.rank);
}

// The deputy's own name is one of the seat's: it is read once more with the principal's alone.
static bool names_principal(const struct meeting_attendance *attendance, const char *line,
    const char *deputy, int64_t seat, struct arena *arena)
{
    struct expected_names own = attendance->expected;
    struct presence_line read;
    struct directory_name *names = arena_array(arena, own.directory.name_count + 1, sizeof *names);
    if (names == NULL)
        return false;
    for (size_t i = 0; i < own.directory.name_count; i++) {
        names[i] = own.directory.names[i];
        if (own.seats[i] == seat && strcmp(names[i].label, deputy) == 0)
            names[i] = (struct directory_name){.code = "", .label = ""};
    }
    own.directory.names = names;
    return presence_line_read(line, &own, arena, &read) && read.seat == seat;
}

static bool replaces_deputy(const struct meeting_attendance *attendance, const char *line,
    const struct presence_line *read, struct arena *arena)
{
    const struct attendee *attendee = attendance_sheet_find(&attendance->sheet, read->seat);
    return read->act == PRESENCE_MOVES && read->arrives && read->hour[0] == '\0' &&
           attendee != NULL && attendee->deputy != NULL && sits(attendance, read->seat) &&
           names_principal(attendance, line, attendee->deputy, read->seat, arena);
}

bool meeting_attendance_line(const struct meeting_attendance *attendance, const char *line,
    const struct attendance_move *corrected, struct arena *arena, struct presence_line *read)
{
    struct expected_names expected = names_before(&attendance->expected, corrected, arena);
    struct presence_line found;
    if (!presence_line_read(line, &expected, arena, &found) ||
        (corrected != NULL && found.act != PRESENCE_MOVES))
        return false;
    if (corrected == NULL && replaces_deputy(attendance, line, &found, arena))
        found.act = PRESENCE_REPLACES_DEPUTY;
    *read = found;
    return true;
}

static void append_name(
    struct buffer *out, const struct meeting_attendance *attendance, int64_t seat)
{
    const struct attendee *attendee = attendance_sheet_find(&attendance->sheet, seat);
    if (attendee != NULL)
        attendee_name(out, attendee);
}

// «départ», or what the line is where nobody leaves.
static const char *name_act(
    const struct meeting_attendance *attendance, const struct presence_line *line)
{
    if (line->act == PRESENCE_WITHDRAWS)
        return "déport";
    if (line->act == PRESENCE_GIVES_PROXY && !sits(attendance, line->seat))
        return "pouvoir";
    return line->arrives ? "arrivée" : "départ";
}

// «à la place de : Prénom Nom»
static void append_replaced(
    struct buffer *out, const struct meeting_attendance *attendance, int64_t seat)
{
    const struct attendee *attendee = attendance_sheet_find(&attendance->sheet, seat);
    if (attendee != NULL && attendee->deputy != NULL)
        buffer_append_format(out, " · à la place de : %s", attendee->deputy);
}

void meeting_attendance_explain(struct buffer *out, const struct meeting_attendance *attendance,
    const struct presence_line *line, const struct attendance_move *corrected)
{
    bool sits_now = sits(attendance, line->seat);
    bool gives = line->act == PRESENCE_GIVES_PROXY;
    buffer_append_format(out, "%s · ", name_act(attendance, line));
    append_name(out, attendance, line->seat);
    if (line->act == PRESENCE_SENDS_DEPUTY)
        append_deputy(
            out, " · ", attendance_sheet_find(&attendance->sheet, line->seat), line->deputy);
    if (line->act == PRESENCE_REPLACES_DEPUTY) {
        append_replaced(out, attendance, line->seat);
        return;
    }
    if (line->act == PRESENCE_WITHDRAWS)
        buffer_append(out, " · sur ce point");
    else if (!gives || sits_now)
        buffer_append_format(out, " · %s", line->hour[0] == '\0' ? "maintenant" : line->hour);
    if (gives) {
        buffer_append(out, sits_now ? " · pouvoir à " : " · à ");
        append_name(out, attendance, line->holder);
    } else if (corrected == NULL && sits_now == line->arrives)
        buffer_append(out, line->arrives ? " · siège déjà" : " · ne siège pas");
}

void meeting_attendance_explain_note(struct buffer *out,
    const struct meeting_attendance *attendance, const char *line, struct arena *arena)
{
    enum { MOST_NAMED = 3 };
    struct presence_named named;
    if (!presence_line_names(line, &attendance->expected, arena, &named))
        return;
    if (named.count == 0)
        buffer_append(out, " · personne d'attendu ne porte ce nom");
    for (size_t i = 0; i < named.count && i < MOST_NAMED; i++) {
        const struct attendee *attendee = attendance_sheet_find(&attendance->sheet, named.seats[i]);
        buffer_append_format(
            out, "%s%s", i == 0 ? " · plusieurs : " : ", ", attendee == NULL ? "" : attendee->name);
    }
    if (named.count > MOST_NAMED)
        buffer_append(out, "…");
}

void meeting_attendance_sentence(struct buffer *out, const struct meeting_attendance *attendance,
    const struct presence_line *line)
{
    buffer_append_format(out, "%s : ", name_act(attendance, line));
    append_name(out, attendance, line->seat);
    if (line->act == PRESENCE_SENDS_DEPUTY)
        append_deputy(
            out, ", ", attendance_sheet_find(&attendance->sheet, line->seat), line->deputy);
    if (line->act != PRESENCE_GIVES_PROXY)
        return;
    buffer_append(out, sits(attendance, line->seat) ? ", pouvoir à " : " à ");
    append_name(out, attendance, line->holder);
}

enum status meeting_attendance_note(struct gesture *gesture, int64_t id, int64_t item,
    const struct meeting_attendance *attendance, const struct presence_line *line,
    struct problem *problem)
{
    if (line->act == PRESENCE_WITHDRAWS)
        return attendance_withdraw(gesture, line->seat, item, true, problem);
    if (line->act == PRESENCE_SENDS_DEPUTY)
        return attendance_deputy_arrive(
            gesture, id, line->seat, item, line->deputy, line->hour, problem);
    if (line->act == PRESENCE_REPLACES_DEPUTY)
        return attendance_set_presence(gesture, line->seat, "present", NULL, problem);
    bool moves = line->act == PRESENCE_MOVES || sits(attendance, line->seat);
    enum status status = STATUS_DONE;
    if (moves)
        status =
            attendance_move_add(gesture, id, line->seat, item, line->arrives, line->hour, problem);
    if (status == STATUS_DONE && line->act == PRESENCE_GIVES_PROXY)
        status = attendance_set_proxy(gesture, line->seat, line->holder, problem);
    return status;
}

char *meeting_attendance_compose(const struct meeting_attendance *attendance,
    const struct attendance_move *move, struct arena *arena)
{
    const struct attendee *attendee = attendance_sheet_find(&attendance->sheet, move->attendee);
    struct directory_name name = {.code = "", .label = attendee == NULL ? "" : attendee->name};
    struct buffer hour = {0};
    phrase_hour(&hour, move->at);
    const char *mention = entry_mention_text(&name, arena);
    char *line = mention == NULL ? NULL
                                 : arena_format(arena, "%c %s %s", move->arrives ? '+' : '-',
                                       mention, buffer_text(&hour));
    buffer_clear(&hour);
    return line;
}

enum status meeting_attendance_correct(struct gesture *gesture, const struct attendance_move *move,
    const struct presence_line *line, struct problem *problem)
{
    if (line->seat == move->attendee && line->arrives == move->arrives)
        return line->hour[0] == '\0'
                   ? STATUS_DONE
                   : attendance_move_set_hour(gesture, move->id, line->hour, problem);
    enum status status = attendance_move_remove(gesture, move->id, problem);
    if (status == STATUS_DONE)
        status = attendance_move_add(
            gesture, move->id, line->seat, move->item, line->arrives, line->hour, problem);
    return status;
}
