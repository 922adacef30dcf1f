// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list that were marked, to change them all at once: by their ids, so that they stay
// marked wherever the rows go.
#ifndef GREFFE_SCREENS_MARKS_H
#define GREFFE_SCREENS_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct marks {
    struct buffer ids;
};

// Ready when zeroed. The first frees; the second unmarks all and keeps the memory.
void marks_clear(struct marks *marks);
void marks_forget(struct marks *marks);

size_t marks_count(const struct marks *marks);

// The ids in the order in which they were marked; `index` is below the count.
int64_t marks_at(const struct marks *marks, size_t index);
bool marks_have(const struct marks *marks, int64_t id);

// False, what was marked staying so, when there is no memory for one more.
bool marks_set(struct marks *marks, int64_t id, bool marked);

#endif
