// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "surface/key.h"
#include "text/character.h"

static const struct {
    const char *name;
    key_code key;
    const char *label;
} keys[] = {
    {"cr", INPUT_ENTER, "Entrée"},
    {"esc", INPUT_ESCAPE, "Échap"},
    {"tab", INPUT_TAB, "Tab"},
    {"s-tab", KEY_MOD_SHIFT | INPUT_TAB, "Maj-Tab"},
    {"bs", INPUT_BACKSPACE, "Retour arr."},
    {"del", INPUT_DELETE, "Suppr"},
    {"space", ' ', "Espace"},
    {"up", INPUT_UP, "↑"},
    {"home", INPUT_HOME, "Début"},
    {"pgdn", INPUT_PAGE_DOWN, "Page suiv."},
    {"f1", INPUT_F1, "F1"},
    {"f8", INPUT_F1 + 7, "F8"},
    {"f12", INPUT_F12, "F12"},
    {"c-l", KEY_MOD_CONTROL | 'l', "Ctrl-L"},
    {"c-_", KEY_MOD_CONTROL | '_', "Ctrl-_"},
    {"c-space", KEY_MOD_CONTROL | ' ', "Ctrl-Espace"},
    {"c-left", KEY_MOD_CONTROL | INPUT_LEFT, "Ctrl-←"},
    {"a-d", KEY_MOD_ALT | 'd', "Alt-d"},
    {"a-D", KEY_MOD_ALT | 'D', "Alt-D"},
    {"a-cr", KEY_MOD_ALT | INPUT_ENTER, "Alt-Entrée"},
    {"c-a-f5", KEY_MOD_CONTROL | KEY_MOD_ALT | (INPUT_F1 + 4), "Ctrl-Alt-F5"},
    {"lt", '<', "<"},
    {"n", 'n', "n"},
    {"N", 'N', "N"},
    {"f", 'f', "f"},
    {"-", '-', "-"},
    {"a--", KEY_MOD_ALT | '-', "Alt--"},
    {"é", 0xE9, "é"},
    {"a-é", KEY_MOD_ALT | 0xE9, "Alt-é"},
    {"\U0001F600", 0x1F600, "\U0001F600"},
};

enum { KEYS = sizeof keys / sizeof keys[0] };

static void test_names_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < KEYS; i++) {
        key_code key = INPUT_NONE;
        assert_true(key_read(keys[i].name, strlen(keys[i].name), &key));
        assert_int_equal(key, keys[i].key);
    }
}

static void test_labels_are_those_of_a_french_keyboard(void **state)
{
    (void)state;
    for (size_t i = 0; i < KEYS; i++) {
        struct buffer label = {0};
        key_label(&label, keys[i].key);
        assert_string_equal(buffer_text(&label), keys[i].label);
        buffer_clear(&label);
    }
}

static void assert_read(const char *name, key_code expected)
{
    key_code key = INPUT_NONE;
    assert_true(key_read(name, strlen(name), &key));
    assert_int_equal(key, expected);
}

static void test_case_of_names_is_ignored(void **state)
{
    (void)state;
    assert_read("CR", INPUT_ENTER);
    assert_read("F5", INPUT_F1 + 4);
    assert_read("C-L", KEY_MOD_CONTROL | 'l');
    assert_read("A-x", KEY_MOD_ALT | 'x');
    assert_read("S-Tab", KEY_MOD_SHIFT | INPUT_TAB);
}

static void test_what_terminals_send_alike_is_one_key(void **state)
{
    (void)state;
    assert_read("c-m", INPUT_ENTER);
    assert_read("c-i", INPUT_TAB);
    assert_read("c-h", INPUT_BACKSPACE);
    assert_read("c-[", INPUT_ESCAPE);
}

static void test_what_is_no_key_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "entree", "f0", "f13", "f01", "f99", "fx", "c-", "a-",
        "c-xx", "s-a", "s-space", "c-é", "x-a", "ab", "\t", "\x7F", "\xC2\x85", "\xE9", "e\u0301",
        "esc ", "s-"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        key_code key = 'k';
        if (key_read(wrong[i], strlen(wrong[i]), &key))
            fail_msg("%s", wrong[i]);
        assert_int_equal(key, 'k');
    }
}

static void test_only_characters_type(void **state)
{
    (void)state;
    static const key_code typing[] = {' ', '~', 0xA0, 0xE9, 0xFFFD, 0x1F600, 0x10FFFF};
    static const key_code others[] = {INPUT_NONE, '\n', 0x1B, 0x7F, 0x80, 0x9F, 0xD800, 0xDFFF,
        INPUT_ENTER, INPUT_F12, KEY_MOD_CONTROL | 'a', KEY_MOD_ALT | 'a', KEY_MOD_SHIFT | INPUT_TAB,
        (key_code)CHARACTER_INVALID, 0x80000041};
    for (size_t i = 0; i < sizeof typing / sizeof typing[0]; i++)
        assert_true(key_is_text(typing[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(key_is_text(others[i]));
}

static void test_each_character_has_its_text(void **state)
{
    (void)state;
    for (key_code key = 0; key < INPUT_ENTER; key++) {
        char text[8];
        if (!key_is_text(key))
            continue;
        key_text(key, text);
        struct character character = character_at(text, strlen(text), 0);
        assert_int_equal(character.code, key);
        assert_int_equal(character.length, strlen(text));
    }
}

static void test_digits_with_or_without_shift(void **state)
{
    (void)state;
    static const key_code row[] = {
        0xE0, '&', 0xE9, '"', '\'', '(', '-', 0xE8, '_', 0xE7}; // à & é " ' ( - è _ ç
    for (int i = 0; i < 10; i++) {
        assert_int_equal(key_digit('0' + (key_code)i), i);
        assert_int_equal(key_digit(row[i]), i);
    }
    static const key_code others[] = {'a', ')', ' ', INPUT_F1, KEY_MOD_ALT | '1', INPUT_NONE};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(key_digit(others[i]), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_read),
        cmocka_unit_test(test_labels_are_those_of_a_french_keyboard),
        cmocka_unit_test(test_case_of_names_is_ignored),
        cmocka_unit_test(test_what_terminals_send_alike_is_one_key),
        cmocka_unit_test(test_what_is_no_key_is_refused),
        cmocka_unit_test(test_only_characters_type),
        cmocka_unit_test(test_each_character_has_its_text),
        cmocka_unit_test(test_digits_with_or_without_shift),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
