// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "screens/list_screen.h"
#include "screens/pages.h"

// A list of numbered rows, the latest first, as a register is.
struct numbers {
    struct screen screen;
    struct pages pages;
    int64_t latest;
    int reads;
};

static enum status read_numbers(const struct screen *screen, struct desk *desk, struct pages *pages,
    void **rows, size_t *count, struct problem *problem)
{
    (void)desk;
    (void)problem;
    struct numbers *numbers = (struct numbers *)(void *)(uintptr_t)screen;
    size_t left = (size_t)numbers->latest - pages->count;
    *count = left < PAGE_ROWS ? left : PAGE_ROWS;
    int64_t *page = arena_array(&pages->arena, *count + 1, sizeof *page);
    assert_non_null(page);
    for (size_t i = 0; i < *count; i++)
        page[i] = numbers->latest - (int64_t)(pages->count + i);
    *rows = page;
    numbers->reads++;
    return STATUS_DONE;
}

static int64_t id_of(const void *row)
{
    return *(const int64_t *)row;
}

static const struct page_source source = {sizeof(int64_t), read_numbers, id_of};

static void draw_nothing(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    (void)context;
    (void)row;
    (void)surface;
    (void)area;
    (void)focused;
}

static const struct list_rows rows = {.draw = draw_nothing};

static void press(struct numbers *numbers, struct desk *desk, key_code key)
{
    struct event event = {.type = EVENT_KEY, .key = key};
    assert_true(pages_handle(&numbers->pages, &source, &rows, &numbers->screen, desk, &event));
}

static void reload(struct numbers *numbers, struct desk *desk)
{
    assert_int_equal(
        pages_reload(&numbers->pages, &source, &numbers->screen, desk, NULL), STATUS_DONE);
}

static void start(struct numbers *numbers, struct desk *desk, int64_t latest)
{
    *numbers = (struct numbers){.latest = latest};
    numbers->screen.area = (struct rectangle){1, 0, 20, 80};
    *desk = (struct desk){0};
    reload(numbers, desk);
}

// Two pages and a part of a third.
enum { ROWS = 2 * PAGE_ROWS + 50 };

static void pages_follow_the_cursor(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, ROWS);
    assert_int_equal(numbers.pages.count, PAGE_ROWS);
    press(&numbers, &desk, INPUT_DOWN);
    assert_int_equal(numbers.reads, 1);
    press(&numbers, &desk, INPUT_END);
    assert_int_equal(numbers.pages.count, 2 * PAGE_ROWS);
    press(&numbers, &desk, INPUT_END);
    press(&numbers, &desk, INPUT_END);
    assert_int_equal(numbers.pages.count, ROWS);
    assert_int_equal(id_of(pages_focused(&numbers.pages, &source)), 1);
    int reads = numbers.reads;
    press(&numbers, &desk, INPUT_END);
    assert_int_equal(numbers.reads, reads);
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(id_of(pages_row(&numbers.pages, &source, i)), ROWS - (int64_t)i);
    pages_clear(&numbers.pages);
}

// What comes before it does not move the cursor from its row, deep in the list or not.
static void the_cursor_stays_on_its_row(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, 450);
    press(&numbers, &desk, INPUT_END);
    press(&numbers, &desk, INPUT_UP);
    int64_t id = id_of(pages_focused(&numbers.pages, &source));
    numbers.latest = 470;
    reload(&numbers, &desk);
    assert_int_equal(id_of(pages_focused(&numbers.pages, &source)), id);
    numbers.latest = 3;
    reload(&numbers, &desk);
    assert_int_equal(numbers.pages.list.cursor, 2);
    numbers.latest = 0;
    reload(&numbers, &desk);
    assert_null(pages_focused(&numbers.pages, &source));
    pages_clear(&numbers.pages);
}

// Rows stand below a blank line, from the second line of the area.
static void a_click_finds_its_row(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, 5);
    for (int line = 0; line < 30; line++) {
        struct event event = {.type = EVENT_CLICK, .row = line, .column = 4};
        bool on_a_row = line >= 2 && line < 7;
        assert_int_equal(
            pages_handle(&numbers.pages, &source, &rows, &numbers.screen, &desk, &event), on_a_row);
        if (on_a_row)
            assert_int_equal(numbers.pages.list.cursor, line - 2);
    }
    pages_clear(&numbers.pages);
}

static void an_empty_list_says_so(void **state)
{
    (void)state;
    struct surface surface = {0};
    struct desk desk = {0};
    struct list list = {0};
    struct buffer text = {0};
    assert_true(surface_resize(&surface, 4, 30));
    list_screen_draw(&list, &rows, "Rien encore : a ajoute une ligne, et une autre.", &desk,
        &surface, (struct rectangle){0, 0, 4, 30});
    surface_text(&surface, &text);
    assert_string_equal(
        buffer_text(&text), "\n  Rien encore : a ajoute une\n  ligne, et une autre.\n\n");
    assert_int_equal(surface.cursor_row, 1);
    assert_true(surface.cursor_visible);
    buffer_clear(&text);
    surface_clear(&surface);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_follow_the_cursor),
        cmocka_unit_test(the_cursor_stays_on_its_row),
        cmocka_unit_test(a_click_finds_its_row),
        cmocka_unit_test(an_empty_list_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
