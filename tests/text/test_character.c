// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/character.h"

static void reads_each_length(void **state)
{
    (void)state;
    const char *text = "aé€😀";
    static const struct character expected[] = {{'a', 1}, {0xE9, 2}, {0x20AC, 3}, {0x1F600, 4}};
    size_t offset = 0;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct character character = character_at(text, strlen(text), offset);
        assert_int_equal(character.code, expected[i].code);
        assert_int_equal(character.length, expected[i].length);
        offset += character.length;
    }
    assert_int_equal(character_at(text, strlen(text), offset).length, 0);
}

static void takes_bad_bytes_one_by_one(void **state)
{
    (void)state;
    // A surrogate, an overlong slash, beyond Unicode, a cut character.
    static const char *const bad[] = {
        "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xF0\x9F\x98"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        for (size_t offset = 0; offset < strlen(bad[i]); offset++) {
            struct character character = character_at(bad[i], strlen(bad[i]), offset);
            assert_int_equal(character.code, CHARACTER_INVALID);
            assert_int_equal(character.length, 1);
        }
    }
}

static void never_reads_behind_the_length(void **state)
{
    (void)state;
    assert_int_equal(character_at("é", 1, 0).code, CHARACTER_INVALID);
    assert_int_equal(character_at("😀", 3, 0).code, CHARACTER_INVALID);
}

static void walks_back_over_the_borders_met_forwards(void **state)
{
    (void)state;
    struct random random = {1};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < 5000; round++) {
        size_t length = random_text(&random, text);
        size_t borders[RANDOM_TEXT_SIZE];
        size_t count = 0;
        for (size_t offset = 0; offset < length;
             offset += character_at(text, length, offset).length)
            borders[count++] = offset;
        size_t offset = length;
        while (count > 0) {
            offset = character_before(text, offset);
            assert_int_equal(offset, borders[--count]);
        }
        assert_int_equal(character_before(text, 0), 0);
    }
}

static void appends_what_it_reads(void **state)
{
    (void)state;
    struct buffer out = {0};
    character_append(&out, 'a');
    character_append(&out, 0xE9);
    character_append(&out, 0x1F600);
    character_append(&out, CHARACTER_INVALID);
    assert_string_equal(buffer_text(&out), "aé😀\uFFFD");
    buffer_clear(&out);
}

static void tells_blanks_and_where_a_line_may_break(void **state)
{
    (void)state;
    static const int32_t breaking[] = {' ', '\t', '\n', 0x2003, 0x3000, 0x2028};
    static const int32_t binding[] = {0xA0, 0x202F, 0x2007};
    static const int32_t others[] = {'a', 0, 0xE9, 0x200B, CHARACTER_INVALID};
    for (size_t i = 0; i < sizeof breaking / sizeof breaking[0]; i++)
        assert_true(character_is_blank(breaking[i]) && character_is_breaking_blank(breaking[i]));
    for (size_t i = 0; i < sizeof binding / sizeof binding[0]; i++)
        assert_true(character_is_blank(binding[i]) && !character_is_breaking_blank(binding[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(character_is_blank(others[i]) || character_is_breaking_blank(others[i]));
}

static void drops_trailing_blanks(void **state)
{
    (void)state;
    const char *text = " été \u00A0\u3000\n";
    assert_int_equal(text_without_trailing_blanks(text, strlen(text)), strlen(" été"));
    assert_int_equal(text_without_trailing_blanks("  ", 2), 0);
    assert_int_equal(text_without_trailing_blanks("", 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_length),
        cmocka_unit_test(takes_bad_bytes_one_by_one),
        cmocka_unit_test(never_reads_behind_the_length),
        cmocka_unit_test(walks_back_over_the_borders_met_forwards),
        cmocka_unit_test(appends_what_it_reads),
        cmocka_unit_test(tells_blanks_and_where_a_line_may_break),
        cmocka_unit_test(drops_trailing_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
