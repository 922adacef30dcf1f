// SPDX-License-Identifier: GPL-3.0-or-later
// Removing, archiving and taking back a person, an organisation or a committee, from any list.
#ifndef GREFFE_SCREENS_ARCHIVE_COMMANDS_H
#define GREFFE_SCREENS_ARCHIVE_COMMANDS_H

#include "screens/desk.h"
#include "store/archive.h"

struct archive_subject {
    enum archived_kind kind;
    int64_t id;
    const char *name;
    bool archived;
};

// A refusal goes to the message line.
void archive_drop(struct desk *desk, const struct archive_subject *subject);

// Archives it, or takes it back.
void archive_toggle(struct desk *desk, const struct archive_subject *subject);

#endif
