// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "surface/command.h"

enum { READING = 1, TYPING = 2, OTHER = 4 };

static void run_nothing(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    (void)follow;
}

static const struct command commands[] = {
    {"suivant", "Passer au suivant", "suivant", "f5 n", READING, run_nothing},
    {"points", "Aller aux points", "points", "f6", READING | TYPING, run_nothing},
    {"nouveau", "En faire un nouveau", "nouveau", "n", OTHER, run_nothing},
    {"muet", "Ce qui n'a pas de touche", NULL, "", READING, run_nothing},
};

static const struct command_table table = {commands, sizeof commands / sizeof commands[0]};

static key_code key(const char *name)
{
    key_code read;
    assert_true(key_read(name, strlen(name), &read));
    return read;
}

static int create(void **state)
{
    struct keymap *keymap;
    if (keymap_create(&keymap, &table, NULL) != STATUS_DONE)
        return -1;
    *state = keymap;
    return 0;
}

static int destroy(void **state)
{
    keymap_destroy(*state);
    return 0;
}

static void assert_warned(struct buffer *warnings, const char *word)
{
    const char *text = buffer_text(warnings);
    assert_non_null(strstr(text, word));
    assert_ptr_equal(strchr(text, '\n'), text + warnings->length - 1);
    buffer_clear(warnings);
}

static void test_finds_by_place(void **state)
{
    const struct keymap *keymap = *state;
    assert_ptr_equal(keymap_find(keymap, READING, key("n")), &commands[0]);
    assert_ptr_equal(keymap_find(keymap, OTHER, key("n")), &commands[2]);
    assert_null(keymap_find(keymap, TYPING, key("n")));
    assert_ptr_equal(keymap_find(keymap, TYPING | OTHER, key("f6")), &commands[1]);
    assert_null(keymap_find(keymap, 0, key("f5")));
    assert_ptr_equal(keymap_table(keymap), &table);
}

static void test_labels(void **state)
{
    struct buffer expected = {0};
    struct buffer label = {0};
    key_label(&expected, key("f5"));
    keymap_label(*state, &commands[0], true, &label);
    assert_string_equal(buffer_text(&label), buffer_text(&expected));
    buffer_append(&expected, ", ");
    key_label(&expected, key("n"));
    buffer_reset(&label);
    keymap_label(*state, &commands[0], false, &label);
    assert_string_equal(buffer_text(&label), buffer_text(&expected));
    buffer_reset(&label);
    keymap_label(*state, &commands[3], false, &label);
    assert_string_equal(buffer_text(&label), "");
    buffer_clear(&label);
    buffer_clear(&expected);
}

static void test_keys_are_replaced(void **state)
{
    struct buffer warnings = {0};
    assert_true(keymap_set(*state, "suivant", " c-n\tf7 ", &warnings));
    assert_null(keymap_find(*state, READING, key("n")));
    assert_ptr_equal(keymap_find(*state, READING, key("c-n")), &commands[0]);
    assert_ptr_equal(keymap_find(*state, READING, key("f7")), &commands[0]);
    assert_true(keymap_set(*state, "suivant", "", &warnings));
    assert_null(keymap_find(*state, READING, key("f7")));
    assert_true(keymap_set(*state, "nouveau", "f5 f6 n", &warnings));
    assert_int_equal(warnings.length, 0);
    buffer_clear(&warnings);
}

static void test_what_cannot_be_is_named(void **state)
{
    struct buffer warnings = {0};
    assert_false(keymap_set(*state, "danser", "f7", &warnings));
    assert_warned(&warnings, "danser");
    assert_false(keymap_set(*state, "suivant", "f7 f99", &warnings));
    assert_warned(&warnings, "f99");
    assert_false(keymap_set(*state, "suivant", "f1 f2 f3 f4 f7 f9 f12", &warnings));
    assert_warned(&warnings, "f12");
    assert_false(keymap_set(*state, "suivant", "f7 f6", &warnings));
    assert_warned(&warnings, "points");
    assert_ptr_equal(keymap_find(*state, READING, key("n")), &commands[0]);
    assert_null(keymap_find(*state, READING, key("f7")));
}

static void test_a_letter_is_typed_where_one_types(void **state)
{
    struct buffer warnings = {0};
    assert_false(keymap_set(*state, "points", "p", &warnings));
    assert_warned(&warnings, "points");
    assert_true(keymap_set(*state, "points", "a-p", &warnings));
    assert_true(keymap_set(*state, "suivant", "s", &warnings));
    buffer_clear(&warnings);
}

static void assert_defective(const struct command *rows, size_t count, const char *word)
{
    struct keymap *keymap = NULL;
    struct problem problem = {0};
    struct command_table defective = {rows, count};
    assert_int_equal(keymap_create(&keymap, &defective, &problem), STATUS_USAGE);
    assert_null(keymap);
    assert_non_null(strstr(problem.sentence, word));
}

static void test_defects_of_the_table(void **state)
{
    (void)state;
    static const struct command unreadable[] = {
        {"un", "", NULL, "f5 espace", READING, run_nothing}};
    static const struct command sharing[] = {
        {"un", "", NULL, "f5", READING | OTHER, run_nothing},
        {"deux", "", NULL, "f7 f5", TYPING | OTHER, run_nothing},
    };
    assert_defective(unreadable, 1, "espace");
    assert_defective(sharing, 2, "deux");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_finds_by_place, create, destroy),
        cmocka_unit_test_setup_teardown(test_labels, create, destroy),
        cmocka_unit_test_setup_teardown(test_keys_are_replaced, create, destroy),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_is_named, create, destroy),
        cmocka_unit_test_setup_teardown(test_a_letter_is_typed_where_one_types, create, destroy),
        cmocka_unit_test(test_defects_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
