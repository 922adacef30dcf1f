// SPDX-License-Identifier: GPL-3.0-or-later
// A long list read page by page: what shows at first, then a page when the cursor nears the end of
// what is read, then all of it when one goes to its end.
#ifndef GREFFE_SCREENS_PAGES_H
#define GREFFE_SCREENS_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "screens/desk.h"
#include "screens/screen.h"
#include "widgets/list.h"

enum { PAGE_ROWS = 100 };

struct pages {
    struct arena arena; // what is read
    void *rows;
    size_t count, capacity;
    size_t wanted; // rows that the next read may give, below SIZE_MAX / 2
    bool complete;
    struct list list;
};

// Where the rows come from, one const struct a screen.
struct page_source {
    size_t row_size;
    // At most `pages->wanted` rows behind the `pages->count` read; fewer are the last ones. Their
    // texts in the arena of `pages`.
    enum status (*read)(const struct screen *screen, struct desk *desk, struct pages *pages,
        void **rows, size_t *count, struct problem *problem);
    int64_t (*id)(const void *row);
};

void pages_clear(struct pages *pages);

const void *pages_row(const struct pages *pages, const struct page_source *source, size_t row);
// NULL when there is nothing.
const void *pages_focused(const struct pages *pages, const struct page_source *source);

// Reads anew, as far as what shows; the cursor stays on its row, wherever that one has gone. On
// failure everything stays as it was.
enum status pages_reload(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem);

// Puts the cursor on that row, however far down; it stays when there is none.
enum status pages_seek(struct pages *pages, const struct page_source *source, int64_t id,
    const struct screen *screen, struct desk *desk, struct problem *problem);

// Reads on where the area of the screen has grown beyond what is read.
enum status pages_fill(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem);

// The keys of the list, and clicks on it.
bool pages_handle(struct pages *pages, const struct page_source *source,
    const struct list_rows *rows, const struct screen *screen, struct desk *desk,
    const struct event *event);

#endif
