// SPDX-License-Identifier: GPL-3.0-or-later
// What a line typed in a meeting may name, for the entry line and the pickers.
#ifndef GREFFE_STORE_DIRECTORY_H
#define GREFFE_STORE_DIRECTORY_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/store.h"

// Names: organisations in their order; people, each by function and by name; then the guests' names
// already used in this file, the latest first, at most DIRECTORY_GUESTS of them. Elements: axes,
// objectives and actions in the order of the plan; archived ones come last and say so, because an
// older fact that names one is read back when it is corrected. All in `arena`.
enum { DIRECTORY_GUESTS = 200 };
enum status directory_load(
    struct store *store, struct arena *arena, struct directory *directory, struct problem *problem);

#endif
