// SPDX-License-Identifier: GPL-3.0-or-later
// Places of an editor's text seen from its cursor. A word is a run of letters and digits.
#ifndef GREFFE_WIDGETS_EDITOR_MOTION_H
#define GREFFE_WIDGETS_EDITOR_MOTION_H

#include "widgets/editor_text.h"

// The first border of a grapheme at `offset` or behind it.
size_t editor_border(const struct editor *editor, size_t offset);

// Lines here are those of the text, not soft ones.
size_t editor_line_start_of(const struct editor *editor, size_t offset);
size_t editor_line_end_of(const struct editor *editor, size_t offset);

typedef size_t editor_target(const struct editor *editor);

editor_target editor_left;
editor_target editor_right;
editor_target editor_word_left;  // where the word before the cursor begins
editor_target editor_word_right; // where the word behind the cursor ends
editor_target editor_line_start;
editor_target editor_line_end;
editor_target editor_text_start;
editor_target editor_text_end;

// The same, but past the line end where the cursor stands at it already.
editor_target editor_kill_start;
editor_target editor_kill_end;

#endif
