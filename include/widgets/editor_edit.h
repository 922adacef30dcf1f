// SPDX-License-Identifier: GPL-3.0-or-later
// Every change of an editor's text goes through here, which keeps what always holds of it: it is
// clean, not too long, and the cursor stands at a grapheme's border.
#ifndef GREFFE_WIDGETS_EDITOR_EDIT_H
#define GREFFE_WIDGETS_EDITOR_EDIT_H

#include "text/clean.h"
#include "widgets/editor_text.h"

// Replaces the characters of [start, end) by `text`, cleaned and cut to the room there is, and puts
// the cursor behind it. Gives EDITOR_CHANGED, EDITOR_MOVED where nothing changes, EDITOR_TOO_LONG,
// or EDITOR_NO_MEMORY with nothing changed. `joins`: see `editor_splice`.
enum editor_result editor_edit(
    struct editor *editor, size_t start, size_t end, const char *text, size_t length, bool joins);

// How the editor's text is cleaned.
enum text_lines editor_cleaning(const struct editor *editor);

// The length of the longest beginning of `text` that has at most `room` bytes and parts no
// grapheme.
size_t editor_fitting(const char *text, size_t length, size_t room);

#endif
