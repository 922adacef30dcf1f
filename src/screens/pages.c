// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/pages.h"

#include <string.h>

#include "screens/list_screen.h"

static const size_t all_rows = SIZE_MAX / 2 - 1;

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

static enum status read_page(struct pages *pages, const struct page_source *source, size_t wanted,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    void *page = NULL;
    size_t count = 0;
    size_t size = source->row_size;
    pages->wanted = wanted;
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
    pages->complete = count < wanted;
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

static size_t rows_shown(const struct screen *screen)
{
    return screen->area.height < 1 ? 1 : (size_t)screen->area.height;
}

// Rows are read a screen ahead of the cursor: a page turned is never cut short.
static bool is_near_the_end(const struct pages *pages, const struct screen *screen)
{
    return !pages->complete && pages->list.cursor + rows_shown(screen) >= pages->count;
}

enum status pages_reload(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    const void *was = pages_focused(pages, source);
    size_t cursor = pages->list.cursor;
    size_t shown = rows_shown(screen);
    size_t row = 0;
    struct pages fresh = {0};
    // A few rows more than a screen ahead: the first arrows read nothing.
    enum status status =
        read_page(&fresh, source, cursor + shown + shown / 2, screen, desk, problem);
    // The row may have gone down a page, no further: one that is gone is not looked for to the end.
    bool found = was != NULL && find(&fresh, source, source->id(was), &row);
    if (status == STATUS_DONE && was != NULL && !found && !fresh.complete) {
        status = read_page(&fresh, source, PAGE_ROWS, screen, desk, problem);
        found = find(&fresh, source, source->id(was), &row);
    }
    fresh.list.cursor = found ? row : cursor;
    list_resize(&fresh.list, fresh.count);
    if (status == STATUS_DONE && is_near_the_end(&fresh, screen))
        status = read_page(&fresh, source, PAGE_ROWS, screen, desk, problem);
    if (status != STATUS_DONE) {
        pages_clear(&fresh);
        return status;
    }
    pages_clear(pages);
    *pages = fresh;
    return STATUS_DONE;
}

enum status pages_seek(struct pages *pages, const struct page_source *source, int64_t id,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    size_t row = 0;
    bool found = find(pages, source, id, &row);
    enum status status = STATUS_DONE;
    if (!found && !pages->complete) {
        status = read_page(pages, source, all_rows, screen, desk, problem);
        found = find(pages, source, id, &row);
    }
    if (found)
        pages->list.cursor = row;
    return status == STATUS_DONE ? pages_fill(pages, source, screen, desk, problem) : status;
}

enum status pages_fill(struct pages *pages, const struct page_source *source,
    const struct screen *screen, struct desk *desk, struct problem *problem)
{
    if (!is_near_the_end(pages, screen))
        return STATUS_DONE;
    size_t missing = pages->list.cursor + rows_shown(screen) + 1 - pages->count;
    return read_page(
        pages, source, missing < PAGE_ROWS ? PAGE_ROWS : missing, screen, desk, problem);
}

bool pages_handle(struct pages *pages, const struct page_source *source,
    const struct list_rows *rows, const struct screen *screen, struct desk *desk,
    const struct event *event)
{
    struct problem problem = {0};
    bool to_the_end = event->type == EVENT_KEY && event->key == INPUT_END && !pages->complete;
    enum status status =
        to_the_end ? read_page(pages, source, all_rows, screen, desk, &problem) : STATUS_DONE;
    bool used = list_screen_handle(&pages->list, rows, screen->area, event);
    if (status == STATUS_DONE && used)
        status = pages_fill(pages, source, screen, desk, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    return used;
}
