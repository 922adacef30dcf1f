// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/pages.h"

#include <string.h>

#include "screens/list_screen.h"

void pages_clear(struct pages *pages)
{
    arena_clear(&pages->arena);
    pages->rows = NULL;
    pages->count = pages->capacity = 0;
    pages->complete = false;
}

const void *pages_row(const struct pages *pages, const struct page_source *source, size_t row)
{
    return (const char *)pages->rows + row * source->row_size;
}

const void *pages_focused(const struct pages *pages, const struct page_source *source)
{
    return pages->list.cursor < pages->count ? pages_row(pages, source, pages->list.cursor) : NULL;
}

static enum status read_page(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    void *page = NULL;
    size_t count = 0;
    size_t size = source->row_size;
    enum status status = source->read(screen, desk, pages, &page, &count, problem);
    if (status != STATUS_DONE)
        return status;
    for (size_t i = 0; i < count; i++) {
        void *grown = arena_grow(&pages->arena, pages->rows, pages->count, &pages->capacity, size);
        if (grown == NULL)
            return problem_set_no_memory(problem);
        pages->rows = grown;
        memcpy((char *)grown + pages->count++ * size, (const char *)page + i * size, size);
    }
    pages->complete = count < PAGE_ROWS;
    list_resize(&pages->list, pages->count);
    return STATUS_DONE;
}

// False when the row is not among those read.
static bool find(
    const struct pages *pages, const struct page_source *source, int64_t id, size_t *row)
{
    for (*row = 0; *row < pages->count; ++*row)
        if (source->id(pages_row(pages, source, *row)) == id)
            return true;
    return false;
}

enum status pages_reload(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    const void *was = pages_focused(pages, source);
    int64_t id = was == NULL ? 0 : source->id(was);
    size_t cursor = pages->list.cursor;
    size_t row = 0;
    bool found = false;
    enum status status = STATUS_DONE;
    pages_clear(pages);
    // The row may have gone down a page, no further: one that is gone is not looked for to the end.
    do {
        status = read_page(pages, source, screen, desk, problem);
        found = status == STATUS_DONE && find(pages, source, id, &row);
    } while (status == STATUS_DONE && !pages->complete && !found &&
             pages->count <= cursor + (was == NULL ? 0 : PAGE_ROWS));
    pages->list.cursor = found ? row : cursor;
    list_resize(&pages->list, pages->count);
    return status;
}

bool pages_handle(struct pages *pages, const struct page_source *source,
    const struct list_rows *rows, const struct screen *screen, struct desk *desk,
    const struct event *event)
{
    struct problem problem = {0};
    size_t ahead = (size_t)(screen->area.height < 0 ? 0 : screen->area.height);
    bool used = list_screen_handle(&pages->list, rows, screen->area, event);
    if (used && !pages->complete && pages->list.cursor + ahead >= pages->count &&
        read_page(pages, source, screen, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    return used;
}
