// SPDX-License-Identifier: GPL-3.0-or-later
// A program on a pseudo-terminal, seen through a terminal emulator: what a person would see.
//
// Nothing here sleeps: each wait ends with what it waits for, or fails the test with the screen
// after PTY_LIMIT_SECONDS.
#ifndef GREFFE_TESTS_TERMINAL_PSEUDO_TERMINAL_H
#define GREFFE_TESTS_TERMINAL_PSEUDO_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PTY_LIMIT_SECONDS = 30 };

struct pty;

// Starts `arguments[0]` (searched in PATH) as the leader of its own session. `environment` are
// `NAME=VALUE` that replace those of the test, `NAME` alone takes one away; NULL-terminated, or
// NULL. TERM is xterm-256color unless it says otherwise.
struct pty *pty_start(
    char *const arguments[], int rows, int columns, const char *const *environment);

// Kills what still runs. NULL is allowed.
void pty_destroy(struct pty *pty);

void pty_send(struct pty *pty, const char *bytes);

// As a terminal sends a paste or a click: with the marks, and at all, when the program asked so.
void pty_paste(struct pty *pty, const char *text);
void pty_click(struct pty *pty, int row, int column);

// Another program writes on the terminal: this one does not know.
void pty_scribble(struct pty *pty, const char *text);

void pty_resize(struct pty *pty, int rows, int columns);
void pty_signal(struct pty *pty, int number);

// The terminal goes away: its window is closed, the connection breaks.
void pty_hang_up(struct pty *pty);

// Waits until the screen shows `text` on one line (on that row, or with the cursor on its row), or
// no longer does. What a program sends may come in parts: only what is waited for is there.
void pty_wait_for(struct pty *pty, const char *text);
void pty_wait_for_on_row(struct pty *pty, const char *text, int row);
void pty_wait_for_cursor_on(struct pty *pty, const char *text);
void pty_wait_until_gone(struct pty *pty, const char *text);

// Waits for the end of the program: its exit code, or 128 and the signal that killed it.
int pty_wait_for_end(struct pty *pty);

// The screen as text, a line end behind each row, blanks at their end cut. Borrowed until the
// next call.
const char *pty_text(struct pty *pty);
bool pty_shows(struct pty *pty, const char *text);

// The row, from 0, of the first `text` on the screen.
int pty_row_of(struct pty *pty, const char *text);

struct pty_cursor {
    int row, column; // from 0
    bool visible;
};
struct pty_cursor pty_cursor(const struct pty *pty);

// How the first cell of the first `text` on the screen looks; the colours are as the program asked
// for them.
struct pty_look {
    bool coloured;      // one of its two colours is not the terminal's own
    bool true_colour;   // ... and was given as red, green and blue
    int32_t foreground; // then 0xRRGGBB, else the number in the palette
    bool bold, underline, reverse;
};
struct pty_look pty_look_of(struct pty *pty, const char *text);

// The alternate screen is up: the program has not given the terminal back.
bool pty_is_taken(const struct pty *pty);

// The screen of before, the cursor, plain keys and pastes, no mouse, the modes of before.
void pty_assert_given_back(struct pty *pty);

// Bytes that the program has sent so far.
size_t pty_bytes(const struct pty *pty);

#endif
