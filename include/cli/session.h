// SPDX-License-Identifier: GPL-3.0-or-later
// What every verb works with: the person's folders and settings, and the file that is meant.
#ifndef GREFFE_CLI_SESSION_H
#define GREFFE_CLI_SESSION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/status.h"
#include "cli/arguments.h"
#include "cli/folders.h"
#include "intake/settings.h"
#include "store/store.h"
#include "store/store_open.h"

struct session {
    struct arena arena;
    const struct arguments *arguments;
    struct folders folders;
    struct settings settings;
    struct buffer warnings; // of settings and file: sentences, each with a line end
    struct clock clock;
    const char *author, *site;
    struct store *store; // NULL until it is opened
};

// Finds folders, settings, author and site. A session is to be zeroed before and closed after, also
// when this fails. STATUS_UNUSABLE with the line for a greffe.ini that is none.
enum status session_start(
    struct session *session, const struct arguments *arguments, struct problem *problem);

// Opens the file that the call names, else `$GREFFE_FICHIER`, else that of the settings, else the
// default one, which is made where it is missing.
enum status session_open_store(struct session *session, struct problem *problem);

// The options of the store for `path`, as they are for this person.
struct store_options session_store_options(const struct session *session, const char *path);

// Closes the store and frees everything.
void session_close(struct session *session);

typedef enum status session_work(struct session *session, struct problem *problem);

// Starts a session, opens its store, tells the warnings, works, closes.
enum status session_run(
    const struct arguments *arguments, session_work *work, struct problem *problem);

#endif
