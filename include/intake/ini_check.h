// SPDX-License-Identifier: GPL-3.0-or-later
// What a text must be so that libiniparser 4.1 reads it as a person does.
//
// Left to itself that library keeps no line numbers, takes the last of two equal keys without a
// word, gives up the whole file for one bad line, cannot hold a line over 1,024 bytes, cuts an
// unquoted value at `;` or `#`, ends a quoted one at its first inner quote, forgets what stands
// behind it, takes an opening quote without a closing one, and glues the next line to one that
// ends in `\`, comments included.
#ifndef GREFFE_INTAKE_INI_CHECK_H
#define GREFFE_INTAKE_INI_CHECK_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"

struct ini_key {
    const char *name; // in lower case
    int line;
};

struct ini_section {
    const char *name;
    int line;
    struct ini_key *keys;
    size_t key_count, key_capacity;
};

// What stands where. Zeroed before the call; whoever passed it clears it, also after a failure.
struct ini_outline {
    struct arena arena;
    struct ini_section *sections;
    size_t section_count, section_capacity;
    struct buffer text; // what libiniparser may read: cleaned, without comments
};

// Names longer than this are refused.
enum { INI_LONGEST_NAME = 100 };

// STATUS_UNUSABLE with `name` and the line of the first defect.
enum status ini_check(struct ini_outline *outline, const char *name, const char *text,
    size_t length, struct problem *problem);

// NULL when it is not there. `name` is in lower case.
const struct ini_section *ini_find_section(const struct ini_outline *outline, const char *name);
const struct ini_key *ini_find_key(const struct ini_section *section, const char *name);

void ini_outline_clear(struct ini_outline *outline);

#endif
