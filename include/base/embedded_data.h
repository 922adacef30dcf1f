// SPDX-License-Identifier: GPL-3.0-or-later
// The table behind `embedded.h`; `src/base/embed.sh` writes its source at each build.
#ifndef GREFFE_BASE_EMBEDDED_DATA_H
#define GREFFE_BASE_EMBEDDED_DATA_H

#include "base/embedded.h"

// Sorted by folder, then by name; the last row is empty (its folder is NULL).
extern const struct embedded_file embedded_data[];

#endif
