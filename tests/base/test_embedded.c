// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/embedded.h"

static const char *const folders[][2] = {
    {"conventions", "db/conventions"},
    {"migrations", "db/migrations"},
    {"themes", "themes"},
};

enum { FOLDER_COUNT = sizeof folders / sizeof folders[0] };

static void assert_is_source_file(const struct embedded_file *file, const char *source_folder)
{
    const char *root = getenv("srcdir");
    struct buffer path = {0};
    buffer_append_format(&path, "%s/%s/%s", root == NULL ? "." : root, source_folder, file->name);
    FILE *source = fopen(buffer_text(&path), "rb");
    assert_non_null(source);
    struct buffer text = {0};
    char block[4096];
    for (size_t read; (read = fread(block, 1, sizeof block, source)) > 0;)
        buffer_append_bytes(&text, block, read);
    fclose(source);
    assert_int_equal(file->length, text.length);
    assert_int_equal(memcmp(file->text, buffer_text(&text), text.length + 1), 0);
    buffer_clear(&text);
    buffer_clear(&path);
}

static void test_holds_each_file_to_the_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        size_t count = 0;
        const struct embedded_file *files = embedded_list(folders[i][0], &count);
        assert_true(count > 0);
        for (size_t j = 0; j < count; j++)
            assert_is_source_file(&files[j], folders[i][1]);
    }
}

static void test_lists_in_the_order_of_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        size_t count = 0;
        const struct embedded_file *files = embedded_list(folders[i][0], &count);
        for (size_t j = 1; j < count; j++)
            assert_true(strcmp(files[j - 1].name, files[j].name) < 0);
    }
}

static void test_finds_what_it_lists(void **state)
{
    (void)state;
    size_t count = 0;
    const struct embedded_file *files = embedded_list("migrations", &count);
    assert_string_equal(files[0].name, "0001-foundation.sql");
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(embedded_find("migrations", files[i].name), &files[i]);
}

static void test_what_is_not_there_is_null(void **state)
{
    (void)state;
    size_t count = 1;
    assert_null(embedded_list("migration", &count));
    assert_int_equal(count, 0);
    assert_null(embedded_find("migrations", "0001-foundation"));
    assert_null(embedded_find("themes", "0001-foundation.sql"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holds_each_file_to_the_byte),
        cmocka_unit_test(test_lists_in_the_order_of_names),
        cmocka_unit_test(test_finds_what_it_lists),
        cmocka_unit_test(test_what_is_not_there_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
