// SPDX-License-Identifier: GPL-3.0-or-later
// Lines pasted into an agenda become its items.
#ifndef GREFFE_SCREENS_AGENDA_PASTE_H
#define GREFFE_SCREENS_AGENDA_PASTE_H

#include <stddef.h>
#include <stdint.h>

#include "screens/desk.h"

// One gesture, or a refusal that names the line; what was left out because it stands there already
// is said.
void agenda_paste(struct desk *desk, int64_t meeting, const char *text, size_t length);

// The same for the answer to a question: a refusal is the question's.
enum status agenda_paste_answer(struct desk *desk, int64_t meeting, int64_t first_id,
    const char *text, struct problem *problem);

#endif
