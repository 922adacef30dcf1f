// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"

enum { ROUNDS = 2000, LARGEST = 9000 };

// Objects of every size keep what was written into them, whichever came after.
static void test_objects_do_not_overlap(void **state)
{
    (void)state;
    struct arena arena = {0};
    unsigned char *objects[ROUNDS];
    size_t sizes[ROUNDS];
    srand(1);
    for (size_t i = 0; i < ROUNDS; i++) {
        sizes[i] = (size_t)rand() % (i % 50 == 0 ? LARGEST : 100) + 1;
        objects[i] = arena_allocate(&arena, sizes[i]);
        assert_non_null(objects[i]);
        assert_int_equal((uintptr_t)objects[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(objects[i][j], 0);
        memset(objects[i], (int)(i % 255) + 1, sizes[i]);
    }
    for (size_t i = 0; i < ROUNDS; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(objects[i][j], i % 255 + 1);
    arena_clear(&arena);
}

static void test_copies_and_formats(void **state)
{
    (void)state;
    struct arena arena = {0};
    char original[] = "Petite enfance";
    char *copy = arena_copy(&arena, original);
    original[0] = 'p';
    assert_string_equal(copy, "Petite enfance");
    assert_null(arena_copy(&arena, NULL));
    assert_false(arena.failed);
    assert_string_equal(arena_format(&arena, "%s-%03d", "T-2026", 31), "T-2026-031");
    arena_clear(&arena);
}

static void test_grown_arrays_keep_their_items(void **state)
{
    (void)state;
    struct arena arena = {0};
    int *items = NULL;
    size_t capacity = 0;
    for (int i = 0; i < ROUNDS; i++) {
        items = arena_grow(&arena, items, (size_t)i, &capacity, sizeof *items);
        assert_non_null(items);
        assert_true(capacity > (size_t)i);
        items[i] = i;
    }
    for (int i = 0; i < ROUNDS; i++)
        assert_int_equal(items[i], i);
    arena_clear(&arena);
}

static void test_refuses_what_no_memory_holds(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_null(arena_allocate(&arena, SIZE_MAX - 1));
    assert_true(arena.failed);
    assert_non_null(arena_allocate(&arena, 1));
    assert_true(arena.failed);
    arena_clear(&arena);
    assert_false(arena.failed);
    assert_null(arena_array(&arena, SIZE_MAX / 2, 4));
    assert_true(arena.failed);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_objects_do_not_overlap),
        cmocka_unit_test(test_copies_and_formats),
        cmocka_unit_test(test_grown_arrays_keep_their_items),
        cmocka_unit_test(test_refuses_what_no_memory_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
