// SPDX-License-Identifier: GPL-3.0-or-later
// The application: a stack of screens over one open file, fed with events, drawn on a surface.
// The terminal loop and the replay drive it the same way; it knows no terminal.
#ifndef GREFFE_SCREENS_APPLICATION_H
#define GREFFE_SCREENS_APPLICATION_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/status.h"
#include "store/draft.h"
#include "store/store.h"
#include "surface/command.h"
#include "surface/key.h"
#include "surface/surface.h"

struct application;

struct application_options {
    struct store *store; // borrowed, as all the others
    struct draft_folder *drafts;
    const struct keymap *keymap; // over `screen_commands()` of screens/commands.h
    const char *notice;          // a first message (warnings of the configuration), or NULL
};

// Opens on the half-typed line of a dead window, else on the open meeting, else on the tableau.
enum status application_create(struct application **application,
    const struct application_options *options, struct problem *problem);
void application_destroy(struct application *application);

// What the driver must do after an event.
enum application_request {
    APPLICATION_GOES_ON,
    APPLICATION_QUITS,
    APPLICATION_SUSPENDS,     // Ctrl-Z: stop the process, repaint when it is resumed
    APPLICATION_REDRAWS,      // Ctrl-L: repaint every cell
    APPLICATION_WANTS_EDITOR, // run $VISUAL on application_editor_text, then give it back
};
enum application_request application_handle(
    struct application *application, const struct event *event);

// The text to edit outside, borrowed until the next call; then what came back (NULL: nothing, or it
// failed, and `reason` says so in French).
const char *application_editor_text(const struct application *application);
void application_editor_done(struct application *application, const char *text, const char *reason);

// Called several times a second when nothing is typed: takes in other windows' gestures and the
// hour. True when the screen must be drawn again.
bool application_tick(struct application *application);

// Called when typing pauses, and before the process ends: what is half typed reaches the disk.
void application_settle(struct application *application);

// Draws everything on a surface of any size.
void application_draw(struct application *application, struct surface *surface);

#endif
