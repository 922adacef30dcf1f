// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/grapheme.h"

// Each is one grapheme.
static const struct sample {
    const char *text;
    size_t width;
} samples[] = {
    {"a", 1},
    {"é", 1},
    {"e\u0301", 1},
    {"\u0301", 0},
    {"漢", 2},
    {"\u1112\u1161\u11AB", 2},
    {"🇫🇷", 2},
    {"👍🏽", 2},
    {"👩\u200D👩\u200D👧", 2},
    {"\uFFFD", 1},
    {"\xFF", 1},
    {"\x1B", 1},
    {"\u200B", 0},
    {"\r\n", 2},
};

static void finds_both_ends_of_a_grapheme(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        char text[64];
        size_t end = strlen(samples[i].text);
        snprintf(text, sizeof text, "%sx", samples[i].text);
        assert_int_equal(grapheme_next(text, end + 1, 0), end);
        assert_int_equal(grapheme_previous(text, end + 1, end), 0);
        assert_int_equal(grapheme_next(text, end, 0), end);
        assert_int_equal(grapheme_previous(text, end + 1, end + 1), end);
    }
}

static void measures_a_grapheme(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        assert_int_equal(
            grapheme_width(samples[i].text, 0, strlen(samples[i].text)), samples[i].width);
}

static void stops_at_both_ends_of_the_text(void **state)
{
    (void)state;
    assert_int_equal(grapheme_next("abc", 3, 3), 3);
    assert_int_equal(grapheme_next("abc", 3, 9), 3);
    assert_int_equal(grapheme_previous("abc", 3, 0), 0);
    assert_int_equal(grapheme_previous("abc", 3, 9), 2);
    assert_int_equal(grapheme_next("", 0, 0), 0);
}

static void pairs_flags_from_the_left(void **state)
{
    (void)state;
    const char *text = "🇫🇷🇧🇪🇫";
    assert_int_equal(grapheme_previous(text, strlen(text), strlen(text)), 16);
    assert_int_equal(grapheme_previous(text, strlen(text), 16), 8);
    assert_int_equal(grapheme_previous(text, strlen(text), 8), 0);
}

static void measures_a_text(void **state)
{
    (void)state;
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("Où en est-on ?"), 14);
    assert_int_equal(text_width("漢字 e\u0301t\xFF"), 8);
    assert_int_equal(text_width_of("été", 2), 1);
}

static size_t walk_forwards(const char *text, size_t length, size_t borders[])
{
    size_t count = 0;
    for (size_t offset = 0; offset < length;) {
        borders[count++] = offset;
        size_t next = grapheme_next(text, length, offset);
        assert_true(next > offset && next <= length);
        assert_true(grapheme_width(text, offset, next) <= 2);
        offset = next;
    }
    return count;
}

static void walks_back_over_the_borders_met_forwards(void **state)
{
    (void)state;
    struct random random = {5};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < 5000; round++) {
        size_t length = random_text(&random, text);
        size_t borders[RANDOM_TEXT_SIZE];
        size_t count = walk_forwards(text, length, borders);
        size_t offset = length;
        while (count > 0) {
            offset = grapheme_previous(text, length, offset);
            assert_int_equal(offset, borders[--count]);
        }
    }
}

static void measures_a_text_as_the_sum_of_its_graphemes(void **state)
{
    (void)state;
    struct random random = {6};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < 2000; round++) {
        size_t length = random_text(&random, text);
        size_t sum = 0;
        for (size_t offset = 0; offset < length;) {
            size_t next = grapheme_next(text, length, offset);
            sum += grapheme_width(text, offset, next);
            offset = next;
        }
        assert_int_equal(text_width(text), sum);
    }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_both_ends_of_a_grapheme),
        cmocka_unit_test(measures_a_grapheme),
        cmocka_unit_test(stops_at_both_ends_of_the_text),
        cmocka_unit_test(pairs_flags_from_the_left),
        cmocka_unit_test(measures_a_text),
        cmocka_unit_test(walks_back_over_the_borders_met_forwards),
        cmocka_unit_test(measures_a_text_as_the_sum_of_its_graphemes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
