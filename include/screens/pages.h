// SPDX-License-Identifier: GPL-3.0-or-later
// A long list read page by page: the next one when the cursor nears the end of what is read.
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
    bool complete;
    struct list list;
};

// Where the rows come from, one const struct a screen.
struct page_source {
    size_t row_size;
    // At most PAGE_ROWS rows behind the `pages->count` read; their texts in the arena of `pages`.
    enum status (*read)(const struct screen *screen, struct desk *desk, struct pages *pages,
        void **rows, size_t *count, struct problem *problem);
    int64_t (*id)(const void *row);
};

void pages_clear(struct pages *pages);

const void *pages_row(const struct pages *pages, const struct page_source *source, size_t row);
// NULL when there is nothing.
const void *pages_focused(const struct pages *pages, const struct page_source *source);

// Reads anew, as far as the cursor; it stays on its row, wherever that one has gone.
enum status pages_reload(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem);

// The keys of the list, and clicks on it.
bool pages_handle(struct pages *pages, const struct page_source *source,
    const struct list_rows *rows, const struct screen *screen, struct desk *desk,
    const struct event *event);

#endif
