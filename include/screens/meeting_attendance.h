// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there, for the meeting screen: the status line, and the arrivals and departures that the
// entry line notes and the list of an item shows between what was recorded.
#ifndef GREFFE_SCREENS_MEETING_ATTENDANCE_H
#define GREFFE_SCREENS_MEETING_ATTENDANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/presence_line.h"
#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/record.h"
#include "text/date.h"

// What one reload reads.
struct meeting_attendance {
    struct attendance_sheet sheet;
    struct attendance_state state; // at the item shown
    struct expected_names expected;
};

enum status meeting_attendance_read(struct store *store, int64_t meeting, int64_t item,
    struct arena *arena, struct meeting_attendance *attendance, struct problem *problem);

// How things stand at an item, from the sheet that is there already. In `arena`.
enum status meeting_attendance_look(struct meeting_attendance *attendance, int64_t item,
    struct arena *arena, struct problem *problem);

// The item's moves put among its records, by id, as notes that say «Arrivée : Caf».
enum status meeting_attendance_merge(const struct meeting_attendance *attendance, int64_t item,
    struct arena *arena, struct record_list *records, struct problem *problem);

// The move that stands in the list as a record with this id; NULL for a record.
const struct attendance_move *meeting_attendance_move(
    const struct meeting_attendance *attendance, int64_t record);

// A typed line that is an arrival, a departure, a proxy or a withdrawal. `corrected` is the move
// whose line is being corrected, which stays a move; or NULL.
bool meeting_attendance_line(const struct meeting_attendance *attendance, const char *line,
    const struct attendance_move *corrected, struct arena *arena, struct presence_line *read);

// «arrivée · Prénom Nom (Caf) · 15:20», as it is typed; «maintenant» without an hour, and why it
// would be refused.
void meeting_attendance_explain(struct buffer *out, const struct meeting_attendance *attendance,
    const struct presence_line *line, const struct attendance_move *corrected);

// Why a line that begins with a name's sign is a note: «plusieurs : …», or nobody has that name.
// Appends nothing for any other line.
void meeting_attendance_explain_note(struct buffer *out,
    const struct meeting_attendance *attendance, const char *line, struct arena *arena);

// «arrivée : Prénom Nom (Caf)», for the history.
void meeting_attendance_sentence(struct buffer *out, const struct meeting_attendance *attendance,
    const struct presence_line *line);

// A move as the line that says it: `+ @"Prénom Nom" 14:44`. In `arena`; NULL when memory ends.
char *meeting_attendance_compose(const struct meeting_attendance *attendance,
    const struct attendance_move *move, struct arena *arena);

// Notes what the line says on the item; `id` is that of the move, where it is one. Who gives a
// proxy while sitting leaves with it.
enum status meeting_attendance_note(struct gesture *gesture, int64_t id, int64_t item,
    const struct meeting_attendance *attendance, const struct presence_line *line,
    struct problem *problem);

// The move becomes what the corrected line says: another hour, or somebody else's.
enum status meeting_attendance_correct(struct gesture *gesture, const struct attendance_move *move,
    const struct presence_line *line, struct problem *problem);

#endif
