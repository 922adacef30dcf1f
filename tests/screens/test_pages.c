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
    *count = left < pages->wanted ? left : pages->wanted;
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
enum { ROWS = 2 * PAGE_ROWS + 50, SHOWN = 20 };

static void holds_the_first_rows(const struct numbers *numbers)
{
    for (size_t i = 0; i < numbers->pages.count; i++)
        assert_int_equal(
            id_of(pages_row(&numbers->pages, &source, i)), numbers->latest - (int64_t)i);
}

// What shows is read, and once at most for a key.
static void pages_follow_the_cursor(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, ROWS);
    assert_in_range(numbers.pages.count, SHOWN + 1, 2 * SHOWN);
    press(&numbers, &desk, INPUT_DOWN);
    assert_int_equal(numbers.reads, 1);
    size_t cursor = numbers.pages.list.cursor;
    while (cursor < ROWS - SHOWN) {
        int reads = numbers.reads;
        press(&numbers, &desk, INPUT_PAGE_DOWN);
        assert_int_equal(numbers.pages.list.cursor, cursor + SHOWN - 2);
        assert_in_range(numbers.reads, reads, reads + 1);
        cursor = numbers.pages.list.cursor;
    }
    holds_the_first_rows(&numbers);
    pages_clear(&numbers.pages);
}

static void one_key_goes_to_the_end(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, ROWS);
    press(&numbers, &desk, INPUT_END);
    assert_int_equal(numbers.reads, 2);
    assert_int_equal(numbers.pages.count, ROWS);
    assert_int_equal(id_of(pages_focused(&numbers.pages, &source)), 1);
    press(&numbers, &desk, INPUT_END);
    assert_int_equal(numbers.reads, 2);
    holds_the_first_rows(&numbers);
    pages_clear(&numbers.pages);
}

static void a_taller_area_is_filled(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, 10 * PAGE_ROWS);
    for (int height = SHOWN; height < 5 * PAGE_ROWS; height += 150) {
        numbers.screen.area.height = height;
        assert_int_equal(
            pages_fill(&numbers.pages, &source, &numbers.screen, &desk, NULL), STATUS_DONE);
        assert_true(numbers.pages.count > (size_t)height);
    }
    holds_the_first_rows(&numbers);
    pages_clear(&numbers.pages);
}

static void a_row_is_found_however_far_down(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, ROWS);
    assert_int_equal(
        pages_seek(&numbers.pages, &source, 7, &numbers.screen, &desk, NULL), STATUS_DONE);
    assert_int_equal(id_of(pages_focused(&numbers.pages, &source)), 7);
    assert_int_equal(
        pages_seek(&numbers.pages, &source, ROWS + 1, &numbers.screen, &desk, NULL), STATUS_DONE);
    assert_int_equal(id_of(pages_focused(&numbers.pages, &source)), 7);
    pages_clear(&numbers.pages);
}

// What comes before it does not move the cursor from its row, deep in the list or not.
static void the_cursor_stays_on_its_row(void **state)
{
    (void)state;
    struct numbers numbers;
    struct desk desk;
    start(&numbers, &desk, 450);
    for (int i = 0; i < 8; i++)
        press(&numbers, &desk, INPUT_PAGE_DOWN);
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
        cmocka_unit_test(one_key_goes_to_the_end),
        cmocka_unit_test(a_taller_area_is_filled),
        cmocka_unit_test(a_row_is_found_however_far_down),
        cmocka_unit_test(the_cursor_stays_on_its_row),
        cmocka_unit_test(a_click_finds_its_row),
        cmocka_unit_test(an_empty_list_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
