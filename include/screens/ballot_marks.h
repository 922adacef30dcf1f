// SPDX-License-Identifier: GPL-3.0-or-later
// The votes by name that are marked and not kept yet, and what is said of them (the other items,
// the casting vote, whether voters are shared), as a text: it outlives the screen like any other
// that is half typed.
#ifndef GREFFE_SCREENS_BALLOT_MARKS_H
#define GREFFE_SCREENS_BALLOT_MARKS_H

#include "screens/ballot_view.h"

// Names them in a draft; its subject is that of the ballot.
extern const char ballot_marks_purpose[];

// After each change of the votes: `view->marks` says them, «contre Directrice de la Caf», a line
// each.
void ballot_marks_write(struct ballot_view *view);

// Nothing is marked any more.
void ballot_marks_forget(struct ballot_view *view);

// Marks what such a text says; who does not vote there any more is left out.
void ballot_marks_read(struct ballot_view *view, const char *text);

// The callback of the screen.
bool ballot_marks_pending(const struct screen *screen, size_t index, struct pending *pending);

#endif
