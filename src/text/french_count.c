// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_count.h"

void french_count(struct buffer *out, int count, const char *singular, const char *plural)
{
    buffer_append_format(out, "%d %s", count, count < 2 ? singular : plural);
}

void french_count_more(struct buffer *out, int count, const char *singular, const char *plural)
{
    if (count == 0)
        return;
    if (out->length > 0)
        buffer_append(out, " · ");
    french_count(out, count, singular, plural);
}
