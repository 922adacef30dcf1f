// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/character.h"
#include "text/clean.h"

enum { ROUNDS = 5000 };

static void expect_clean(
    const char *text, size_t length, enum text_lines lines, const char *expected)
{
    struct buffer out = {0};
    text_clean(&out, text, length, lines);
    assert_false(buffer_failed(&out));
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void expect_show(const char *text, enum text_lines lines, const char *expected)
{
    struct buffer out = {0};
    text_show(&out, text, lines);
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void composes(void **state)
{
    (void)state;
    expect_clean("e\u0301te\u0301", strlen("e\u0301te\u0301"), TEXT_ONE_LINE, "été");
    expect_clean("\u212B", 3, TEXT_ONE_LINE, "\u00C5");
    expect_clean("déjà composé", strlen("déjà composé"), TEXT_ONE_LINE, "déjà composé");
}

static void mends_line_ends_and_tabs(void **state)
{
    (void)state;
    const char *text = "a\r\nb\rc\nd\u2028e\u2029f\tg\n\nh";
    expect_clean(text, strlen(text), TEXT_MANY_LINES, "a\nb\nc\nd\ne\nf g\n\nh");
    expect_clean(text, strlen(text), TEXT_ONE_LINE, "a b c d e f g  h");
    expect_show(text, TEXT_MANY_LINES, "a\nb\nc\nd\ne\nf g\n\nh");
    expect_show(text, TEXT_ONE_LINE, "a b c d e f g  h");
}

static void drops_or_shows_controls(void **state)
{
    (void)state;
    expect_clean("a\0b", 3, TEXT_ONE_LINE, "ab");
    expect_clean("\x1B[31mrouge\x7F", 11, TEXT_ONE_LINE, "[31mrouge");
    expect_show("\x1B[31mrouge\x7F", TEXT_ONE_LINE, "\uFFFD[31mrouge\uFFFD");
    expect_show("\xC2\x9B"
                "2J",
        TEXT_ONE_LINE, "\uFFFD2J");
}

static void drops_or_shows_every_direction_character(void **state)
{
    (void)state;
    static const int32_t codes[] = {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
        0x2066, 0x2067, 0x2068, 0x2069};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        struct buffer text = {0};
        character_append(&text, codes[i]);
        assert_false(text_is_harmless(buffer_text(&text)));
        expect_clean(buffer_text(&text), text.length, TEXT_ONE_LINE, "");
        expect_show(buffer_text(&text), TEXT_ONE_LINE, "\uFFFD");
        buffer_clear(&text);
    }
}

static void replaces_each_bad_byte(void **state)
{
    (void)state;
    expect_clean("a\xFFz", 3, TEXT_ONE_LINE, "a\uFFFDz");
    expect_clean("\xED\xA0\x80", 3, TEXT_ONE_LINE, "\uFFFD\uFFFD\uFFFD");
    expect_show("\xC3", TEXT_ONE_LINE, "\uFFFD");
    assert_false(text_is_valid_utf8("a\xFFz", 3));
    assert_false(text_is_valid_utf8("é", 1));
    assert_true(text_is_valid_utf8("é\0😀", 7));
}

static void tells_what_is_harmless(void **state)
{
    (void)state;
    assert_true(text_is_harmless("Où en est-on ? «Très bien\u00A0!» \uFFFD"));
    assert_true(text_is_harmless(""));
    assert_false(text_is_harmless("a\tb"));
    assert_false(text_is_harmless("a\nb"));
    assert_false(text_is_harmless("a\xFF"));
}

static void appends_behind_what_is_there(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_append(&out, "e");
    text_clean(&out, "\u0301", 2, TEXT_ONE_LINE);
    assert_int_equal(out.length, 3);
    buffer_clear(&out);
}

static void keeps_an_earlier_failure(void **state)
{
    (void)state;
    struct buffer out = {.failed = true};
    text_clean(&out, "été", strlen("été"), TEXT_ONE_LINE);
    text_show(&out, "été", TEXT_ONE_LINE);
    assert_true(buffer_failed(&out));
    assert_int_equal(out.length, 0);
}

static void keeps_a_hundred_thousand_marks_affordable(void **state)
{
    (void)state;
    enum { MARKS = 100000, LONGEST_RUN = 30 };
    struct buffer text = {0};
    buffer_append(&text, "o");
    buffer_append_repeated(&text, "\u0301", MARKS / 2);
    buffer_append_repeated(&text, "\u0323", MARKS / 2);
    struct buffer out = {0};
    text_clean(&out, buffer_text(&text), text.length, TEXT_ONE_LINE);
    size_t run = 0;
    for (size_t offset = 0; offset < out.length;) {
        struct character character = character_at(out.bytes, out.length, offset);
        run = character.code == 0x0301 || character.code == 0x0323 ? run + 1 : 0;
        assert_true(run <= LONGEST_RUN);
        offset += character.length;
    }
    buffer_clear(&out);
    buffer_clear(&text);
}

static void cleaning_twice_changes_nothing(void **state)
{
    (void)state;
    struct random random = {2};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        enum text_lines lines = round % 2 == 0 ? TEXT_ONE_LINE : TEXT_MANY_LINES;
        struct buffer once = {0};
        struct buffer twice = {0};
        text_clean(&once, text, random_text(&random, text), lines);
        text_clean(&twice, buffer_text(&once), once.length, lines);
        assert_string_equal(buffer_text(&once), buffer_text(&twice));
        assert_true(text_is_valid_utf8(buffer_text(&once), once.length));
        assert_true(lines == TEXT_MANY_LINES || text_is_harmless(buffer_text(&once)));
        buffer_clear(&twice);
        buffer_clear(&once);
    }
}

static void cleaning_long_runs_of_marks_twice_changes_nothing(void **state)
{
    (void)state;
    // U+0344 becomes two marks and «ế» three characters: neither may move the partings.
    static const char *const pieces[] = {"\u0344", "\u0301", "\u0323", "\u034F", "ế", "\u093C"};
    struct random random = {3};
    for (int round = 0; round < 500; round++) {
        struct buffer text = {0};
        for (int i = 0; i < 200; i++) {
            size_t piece = random_below(&random, round % 2 == 0 ? 3 : 6);
            buffer_append_repeated(&text, pieces[piece], 1 + random_below(&random, 20));
        }
        struct buffer once = {0};
        struct buffer twice = {0};
        text_clean(&once, buffer_text(&text), text.length, TEXT_ONE_LINE);
        text_clean(&twice, buffer_text(&once), once.length, TEXT_ONE_LINE);
        assert_string_equal(buffer_text(&once), buffer_text(&twice));
        buffer_clear(&twice);
        buffer_clear(&once);
        buffer_clear(&text);
    }
}

static void what_is_shown_is_harmless(void **state)
{
    (void)state;
    struct random random = {4};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        random_text(&random, text);
        struct buffer shown = {0};
        text_show(&shown, text, TEXT_ONE_LINE);
        assert_true(text_is_harmless(buffer_text(&shown)));
        assert_int_equal(text_is_harmless(text), strcmp(text, buffer_text(&shown)) == 0);
        buffer_reset(&shown);
        text_show(&shown, text, TEXT_MANY_LINES);
        for (size_t i = 0; i < shown.length; i++) {
            if (shown.bytes[i] == '\n')
                shown.bytes[i] = ' ';
        }
        assert_true(text_is_harmless(buffer_text(&shown)));
        buffer_clear(&shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composes),
        cmocka_unit_test(mends_line_ends_and_tabs),
        cmocka_unit_test(drops_or_shows_controls),
        cmocka_unit_test(drops_or_shows_every_direction_character),
        cmocka_unit_test(replaces_each_bad_byte),
        cmocka_unit_test(tells_what_is_harmless),
        cmocka_unit_test(appends_behind_what_is_there),
        cmocka_unit_test(keeps_an_earlier_failure),
        cmocka_unit_test(keeps_a_hundred_thousand_marks_affordable),
        cmocka_unit_test(cleaning_twice_changes_nothing),
        cmocka_unit_test(cleaning_long_runs_of_marks_twice_changes_nothing),
        cmocka_unit_test(what_is_shown_is_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
