// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that are compiled into the program, so that it runs from any folder: the schema's
// migrations, the conventions and the themes. Nothing here is allocated.
#ifndef GREFFE_BASE_EMBEDDED_H
#define GREFFE_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *folder; // "migrations", "conventions" or "themes"
    const char *name;   // as in the source tree: "0001-foundation.sql"
    const char *text;   // the bytes of the file, then a NUL
    size_t length;      // without that NUL
};

// NULL when there is no such file, which is not an error.
const struct embedded_file *embedded_find(const char *folder, const char *name);

// The files of a folder, sorted by the bytes of their names; NULL and a count of 0 for a folder
// that is not there.
const struct embedded_file *embedded_list(const char *folder, size_t *count);

#endif
