// SPDX-License-Identifier: GPL-3.0-or-later
// A question at the bottom of the screen with the text being typed: it always names what is
// edited, and keeps question and text through a resize.
#ifndef GREFFE_WIDGETS_PROMPT_H
#define GREFFE_WIDGETS_PROMPT_H

#include "surface/surface.h"
#include "widgets/editor.h"

struct prompt {
    struct buffer question; // «Titre du point 3»
    struct buffer hint;     // below the text: what was understood, or why it was refused
    bool hint_is_problem;
    bool proposes; // the text is a proposal: the first thing typed replaces it
    struct editor editor;
};

void prompt_init(struct prompt *prompt);
void prompt_clear(struct prompt *prompt);

// Copies both; the hint is emptied. What was killed in the editor can still be yanked.
void prompt_ask(
    struct prompt *prompt, enum editor_lines lines, const char *question, const char *text);
// The text that is there is a proposal; a key that moves or takes away keeps it as text.
void prompt_propose(struct prompt *prompt);
// As editor_handle, a proposal being replaced by what is typed or pasted first.
enum editor_result prompt_handle(struct prompt *prompt, const struct event *event, int width);

// A problem is drawn with `!` before it.
void prompt_hint(struct prompt *prompt, const char *text, bool problem);

// Lines it takes in `width` cells, at most `limit`: a rule with the question, the text, the hint.
// Where there are fewer, the hint gives way, then the rule; the text scrolls.
int prompt_height(const struct prompt *prompt, int width, int limit);
void prompt_draw(const struct prompt *prompt, struct surface *surface, struct rectangle area);

#endif
