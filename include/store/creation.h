// SPDX-License-Identifier: GPL-3.0-or-later
// A new file, from the chain of migrations and a convention.
#ifndef GREFFE_STORE_CREATION_H
#define GREFFE_STORE_CREATION_H

#include "base/status.h"
#include "store/convention.h"
#include "store/store.h"
#include "store/store_open.h"

// Makes a new file (mode 0600) by the chain of migrations and fills it with `convention`. Refuses
// a path that exists. It appears under its name only when it is whole; on failure nothing is left
// behind.
enum status store_create(const struct store_options *options, const struct convention *convention,
    struct problem *problem);

#endif
