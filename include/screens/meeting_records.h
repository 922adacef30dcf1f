// SPDX-License-Identifier: GPL-3.0-or-later
// Commands over what was recorded: the kind of a line (typed or recorded), removing, moving.
#ifndef GREFFE_SCREENS_MEETING_RECORDS_H
#define GREFFE_SCREENS_MEETING_RECORDS_H

#include "screens/meeting_view.h"

// One a kind, for its Alt-letter: the line being typed, else the record under the cursor.
void meeting_kind_note(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_information(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_question(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_decision(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_task(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_private(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_kind_ballot(struct screen *screen, struct desk *desk, struct follow *follow);

void meeting_remove_record(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_move_record(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_change_state(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_open_record(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
