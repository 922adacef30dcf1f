// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/character.h"
#include "text/grapheme.h"
#include "text/wrap.h"

enum { ROUNDS = 5000, WIDEST = 20 };

static void expect_cut(const char *text, size_t width, const char *expected)
{
    struct buffer out = {0};
    text_cut(&out, text, width);
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void cuts_what_does_not_fit(void **state)
{
    (void)state;
    expect_cut("axe 6", 5, "axe 6");
    expect_cut("axe 6", 9, "axe 6");
    expect_cut("axe 16", 5, "axe…");
    expect_cut("été", 2, "é…");
    expect_cut("été", 1, "…");
    expect_cut("été", 0, "");
    expect_cut("", 0, "");
    expect_cut("漢字漢", 4, "漢…");
    expect_cut("Que faire\u00A0: rien", 12, "Que faire\u00A0:…");
    expect_cut("Que faire\u00A0: rien", 11, "Que faire…");
    expect_cut("e\u0301te\u0301", 2, "e\u0301…");
}

// Lines joined by «|», a line end of the text by «¶».
static void expect_wrap(const char *text, size_t width, const char *expected)
{
    struct buffer out = {0};
    size_t length = strlen(text);
    for (size_t offset = 0; offset < length;) {
        struct text_line line = text_wrap(text, length, offset, width);
        buffer_append_bytes(&out, text + offset, line.end - offset);
        buffer_append(&out, line.hard ? "¶" : line.next < length ? "|" : "");
        offset = line.next;
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void wraps_after_blanks(void **state)
{
    (void)state;
    expect_wrap("La directrice présente le bilan", 12, "La|directrice|présente le|bilan");
    expect_wrap("un deux", 7, "un deux");
    expect_wrap("un deux", 6, "un|deux");
    expect_wrap("un    deux", 4, "un|deux");
    expect_wrap("un ", 2, "un");
    expect_wrap("  un", 4, "  un");
}

static void wraps_at_line_ends(void **state)
{
    (void)state;
    expect_wrap("un\ndeux", 10, "un¶deux");
    expect_wrap("un \r\n\ndeux\n", 10, "un¶¶deux¶");
    assert_true(text_wrap("un\n", 3, 0, 10).hard);
    assert_int_equal(text_wrap("un\n", 3, 0, 10).next, 3);
}

static void breaks_only_words_wider_than_the_line(void **state)
{
    (void)state;
    expect_wrap("anticonstitution", 6, "antico|nstitu|tion");
    expect_wrap("un anticonstitution", 8, "un|anticons|titution");
    expect_wrap("anticonstitution de", 9, "anticonst|itution|de");
    expect_wrap("漢字漢", 5, "漢字|漢");
    expect_wrap("漢字", 1, "漢|字");
    expect_wrap("abc", 0, "a|b|c");
}

static void holds_no_break_spaces_together(void **state)
{
    (void)state;
    expect_wrap("dit\u00A0: «\u202Foui\u202F»", 9, "dit\u00A0:|«\u202Foui\u202F»");
}

static void counts_lines(void **state)
{
    (void)state;
    assert_int_equal(text_wrap_count("", 10), 1);
    assert_int_equal(text_wrap_count("un deux", 4), 2);
    assert_int_equal(text_wrap_count("un\n\ndeux", 10), 3);
}

static bool are_all_blanks(const char *text, size_t start, size_t end)
{
    while (start < end) {
        struct character character = character_at(text, end, start);
        if (!character_is_blank(character.code))
            return false;
        start += character.length;
    }
    return true;
}

static void expect_whole_wrap(const char *text, size_t length, size_t width)
{
    for (size_t offset = 0; offset < length;) {
        struct text_line line = text_wrap(text, length, offset, width);
        assert_true(offset <= line.end && line.end <= line.next && line.next <= length);
        assert_true(line.next > offset);
        assert_true(are_all_blanks(text, line.end, line.next));
        size_t used = text_width_of(text + offset, line.end - offset);
        bool is_one_grapheme = grapheme_next(text, length, offset) == line.end;
        assert_true(used <= width || is_one_grapheme);
        offset = line.next;
    }
}

static void wrapping_loses_nothing_and_keeps_to_the_width(void **state)
{
    (void)state;
    struct random random = {7};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = random_text(&random, text);
        expect_whole_wrap(text, length, 1 + random_below(&random, WIDEST));
    }
}

static void cutting_keeps_to_the_width(void **state)
{
    (void)state;
    struct random random = {8};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        random_text(&random, text);
        size_t width = random_below(&random, WIDEST);
        struct buffer out = {0};
        text_cut(&out, text, width);
        assert_true(text_width(buffer_text(&out)) <= width);
        assert_true(text_width(text) > width || strcmp(text, buffer_text(&out)) == 0);
        buffer_clear(&out);
    }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_what_does_not_fit),
        cmocka_unit_test(wraps_after_blanks),
        cmocka_unit_test(wraps_at_line_ends),
        cmocka_unit_test(breaks_only_words_wider_than_the_line),
        cmocka_unit_test(holds_no_break_spaces_together),
        cmocka_unit_test(counts_lines),
        cmocka_unit_test(wrapping_loses_nothing_and_keeps_to_the_width),
        cmocka_unit_test(cutting_keeps_to_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
