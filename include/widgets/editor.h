// SPDX-License-Identifier: GPL-3.0-or-later
// Text being typed: one line or many, by graphemes, with word motion, kill and yank, paste and
// an undo of its own. The core knows no terminal; drawing is widgets/editor_view.h.
#ifndef GREFFE_WIDGETS_EDITOR_H
#define GREFFE_WIDGETS_EDITOR_H

#include "surface/key.h"
#include "widgets/editor_text.h"

void editor_init(struct editor *editor, enum editor_lines lines);
void editor_clear(struct editor *editor);

// Replaces everything; the cursor goes to the end, undo is emptied, what was killed is kept. The
// text is empty when memory ends.
void editor_set(struct editor *editor, const char *text);

// Replaces a range as one step of undo and puts the cursor behind it (completion, kind keys).
// Nothing changes when memory ends.
void editor_replace(struct editor *editor, size_t start, size_t end, const char *text);

void editor_insert(struct editor *editor, const char *text, size_t length); // cleans it first

// Keys: characters; Backspace and Delete (Ctrl-D) by grapheme; arrows, Ctrl-B, Ctrl-F, Home, End,
// Ctrl-A, Ctrl-E in the line, Ctrl-Home and Ctrl-End in the text; Ctrl or Alt with left and right,
// Alt-B, Alt-F: words; Ctrl-W, Alt-Backspace and Ctrl-Delete: kill the word before, after; Ctrl-K,
// Ctrl-U: kill to the end, to the beginning of the line, or the line end that is there; Ctrl-Y:
// yank; Ctrl-_ and Alt-Z: undo, Alt-Y: redo; up and down by soft lines of `width` cells.
enum editor_result editor_handle(struct editor *editor, const struct event *event, int width);

#endif
