// SPDX-License-Identifier: GPL-3.0-or-later
// A file that a person names, read whole.
#ifndef GREFFE_BASE_WHOLE_FILE_H
#define GREFFE_BASE_WHOLE_FILE_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

struct whole_file_kind {
    size_t largest;        // in bytes
    const char *name;      // «donnez le nom d'un fichier CSV»: `CSV`
    const char *too_large; // what follows the name of a file that is larger
};

// Appends what the file holds. STATUS_UNUSABLE: it is missing, a folder, too large. STATUS_SYSTEM:
// it cannot be read, memory ends.
enum status whole_file_read(struct buffer *text, const char *path,
    const struct whole_file_kind *kind, struct problem *problem);

#endif
