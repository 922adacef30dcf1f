// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the attendance screen: one a state, for the person under the cursor or for all that
// are marked, as one gesture.
#ifndef GREFFE_SCREENS_ATTENDANCE_COMMANDS_H
#define GREFFE_SCREENS_ATTENDANCE_COMMANDS_H

#include "screens/screen.h"

extern const struct question attendance_questions[];
enum { ATTENDANCE_QUESTION_COUNT = 2 };

// From wherever a meeting is under the cursor.
void attendance_open(struct screen *screen, struct desk *desk, struct follow *follow);

void attendance_present(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_video(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_excused(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_absent(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_unknown(struct screen *screen, struct desk *desk, struct follow *follow);
// `deputy` sits for the person under the cursor, or for those marked.
void attendance_send_deputy(struct screen *screen, struct desk *desk, const char *deputy);
void attendance_pick_holder(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_arrive(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_leave(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_ask_hour(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_step_aside(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_ask_guest(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_drop_guest(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_mark_one(struct screen *screen, struct desk *desk, struct follow *follow);
void attendance_mark_all(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
