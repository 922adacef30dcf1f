// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of sections of a convention, each read into one row of the struct. `[action-6.1]` is
// of the kind `action-` and has the code `6.1`.
#ifndef GREFFE_INTAKE_CONVENTION_ROWS_H
#define GREFFE_INTAKE_CONVENTION_ROWS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "intake/ini_block.h"
#include "store/convention.h"

enum code_case { CODE_LOWER, CODE_UPPER };

struct convention_kind {
    const char *prefix; // the whole name where it does not end in `-`
    enum code_case code_case;
    const struct ini_column *columns;
    size_t column_count;
    const char *series; // of its numbered keys; NULL for none
    enum status (*read)(
        const struct ini_block *block, const char *code, struct convention *convention);
};

// NULL for a section of no kind.
const struct convention_kind *convention_kind_of(const char *section);

// Adds the row of section number `section` to its array, which must have room.
enum status convention_read_row(const struct convention_kind *kind, const struct ini *ini,
    size_t section, struct arena *arena, struct convention *convention, struct problem *problem);

#endif
