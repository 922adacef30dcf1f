// SPDX-License-Identifier: GPL-3.0-or-later
// Which screen a place is, and how a place is written in a draft.
#ifndef GREFFE_SCREENS_PLACES_H
#define GREFFE_SCREENS_PLACES_H

#include <stdbool.h>

#include "screens/screen.h"
#include "store/draft.h"

const struct screen_class *place_class(enum place place);

// The `place` of a draft: where the text was being typed, on one line of words.
void place_write(struct buffer *out, const struct destination *destination, const char *purpose,
    int64_t subject);

// The opposite; `purpose` is cut out of a copy in `arena`. False for anything else.
bool place_read(const char *text, struct arena *arena, struct destination *destination,
    const char **purpose, int64_t *subject);

#endif
