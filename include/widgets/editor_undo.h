// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of an editor's text: how one is made, taken back, and made again.
#ifndef GREFFE_WIDGETS_EDITOR_UNDO_H
#define GREFFE_WIDGETS_EDITOR_UNDO_H

#include "widgets/editor_text.h"

// Bytes of the text and what stands there instead. The text after it must be clean.
struct editor_splice {
    size_t start, end;
    const char *text;
    size_t length;
};

// Makes the change, as a step of undo or, with `joins`, as a part of the latest step where it goes
// on from it. Redo is emptied. The cursor is left to the caller, who sets it through
// `editor_undo_cursor`. False when memory ends; nothing has changed then.
bool editor_splice(struct editor *editor, const struct editor_splice *splice, bool joins);

// Where the cursor is after the latest change, and after redoing it.
void editor_undo_cursor(struct editor *editor, size_t cursor);

// One step: a word typed with the blank behind it, a removal, a paste. False when there is none, or
// no memory; nothing changes then.
bool editor_undo(struct editor *editor);
bool editor_redo(struct editor *editor);

// Frees undo and redo.
void editor_undo_clear(struct editor *editor);

#endif
