// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"

static void test_empty_is_a_text(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    assert_string_equal(buffer_text(&buffer), "");
    assert_false(buffer_failed(&buffer));
    buffer_append_bytes(&buffer, NULL, 0);
    assert_string_equal(buffer_text(&buffer), "");
    char *taken = buffer_take(&buffer);
    assert_string_equal(taken, "");
    free(taken);
}

static void test_appends(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_append(&buffer, "axe");
    buffer_append_character(&buffer, ' ');
    buffer_append_format(&buffer, "%d %s", 6, "petite enfance");
    buffer_append_repeated(&buffer, "…", 2);
    assert_string_equal(buffer_text(&buffer), "axe 6 petite enfance……");
    buffer_truncate(&buffer, 5);
    assert_string_equal(buffer_text(&buffer), "axe 6");
    buffer_truncate(&buffer, 50);
    assert_string_equal(buffer_text(&buffer), "axe 6");
    buffer_clear(&buffer);
}

static void test_take_leaves_an_empty_buffer(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_append(&buffer, "un");
    char *taken = buffer_take(&buffer);
    buffer_append(&buffer, "deux");
    assert_string_equal(taken, "un");
    assert_string_equal(buffer_text(&buffer), "deux");
    free(taken);
    buffer_clear(&buffer);
}

static void test_first_failure_stays(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_append(&buffer, "un");
    buffer_append_bytes(&buffer, "", SIZE_MAX - 8);
    assert_true(buffer_failed(&buffer));
    buffer_append(&buffer, " deux");
    buffer_append_format(&buffer, "%s", " trois");
    buffer_splice(&buffer, 0, 1, "U", 1);
    assert_string_equal(buffer_text(&buffer), "un");
    assert_true(buffer_failed(&buffer));
    assert_null(buffer_take(&buffer));
    assert_false(buffer_failed(&buffer));
    buffer_append(&buffer, "encore");
    assert_string_equal(buffer_text(&buffer), "encore");
    buffer_clear(&buffer);
}

// Thousands of splices, beside a plain array that says what must come out.
static void test_splices_like_a_plain_text(void **state)
{
    (void)state;
    enum { ROUNDS = 5000, ROOM = 400 };
    struct buffer buffer = {0};
    char model[ROOM + 1] = "";
    size_t length = 0;
    srand(1);
    for (int i = 0; i < ROUNDS; i++) {
        char piece[8];
        size_t added = (size_t)rand() % sizeof piece;
        memset(piece, 'a' + i % 26, sizeof piece);
        size_t offset = (size_t)rand() % (length + 1);
        size_t removed = (size_t)rand() % (length - offset + 1);
        if (length - removed + added > ROOM)
            added = 0;
        buffer_splice(&buffer, offset, removed, piece, added);
        char tail[ROOM + 1];
        memcpy(tail, model + offset + removed, length - offset - removed);
        memcpy(model + offset, piece, added);
        memcpy(model + offset + added, tail, length - offset - removed);
        length = length - removed + added;
        model[length] = '\0';
        assert_int_equal(buffer.length, length);
        assert_string_equal(buffer_text(&buffer), model);
    }
    buffer_clear(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_is_a_text),
        cmocka_unit_test(test_appends),
        cmocka_unit_test(test_take_leaves_an_empty_buffer),
        cmocka_unit_test(test_first_failure_stays),
        cmocka_unit_test(test_splices_like_a_plain_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
