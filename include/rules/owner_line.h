// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns a task, on one line: «Caf ; Mme Nom».
#ifndef GREFFE_RULES_OWNER_LINE_H
#define GREFFE_RULES_OWNER_LINE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/entry_fact.h"

// Names parted by semicolons or commas, in their order, nobody twice; an organisation by its code
// or its label, anybody else as typed. An empty line is nobody. STATUS_SYSTEM when memory ends.
enum status owner_line_read(const char *text, const struct directory *directory,
    struct arena *arena, struct entry_mention **owners, size_t *count, struct problem *problem);

// The line that reads the same.
void owner_line_write(struct buffer *out, const struct entry_mention *owners, size_t count);

#endif
