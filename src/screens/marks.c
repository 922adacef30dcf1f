// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/marks.h"

#include <string.h>

void marks_clear(struct marks *marks)
{
    buffer_clear(&marks->ids);
}

void marks_forget(struct marks *marks)
{
    buffer_reset(&marks->ids);
}

size_t marks_count(const struct marks *marks)
{
    return marks->ids.length / sizeof(int64_t);
}

int64_t marks_at(const struct marks *marks, size_t index)
{
    int64_t id = 0;
    memcpy(&id, marks->ids.bytes + index * sizeof id, sizeof id);
    return id;
}

static size_t find(const struct marks *marks, int64_t id)
{
    size_t count = marks_count(marks);
    for (size_t i = 0; i < count; i++)
        if (marks_at(marks, i) == id)
            return i;
    return count;
}

bool marks_have(const struct marks *marks, int64_t id)
{
    return find(marks, id) < marks_count(marks);
}

bool marks_set(struct marks *marks, int64_t id, bool marked)
{
    size_t place = find(marks, id);
    bool is_marked = place < marks_count(marks);
    if (marked && !is_marked)
        buffer_append_bytes(&marks->ids, (const char *)&id, sizeof id);
    else if (!marked && is_marked)
        buffer_splice(&marks->ids, place * sizeof id, sizeof id, "", 0);
    bool done = !buffer_failed(&marks->ids);
    marks->ids.failed = false; // what is there is whole: an id is added whole or not at all
    return done;
}
