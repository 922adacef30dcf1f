// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "surface/colour.h"

static const int palettes[] = {8, 16, 256};

enum { PALETTES = sizeof palettes / sizeof palettes[0] };

static void test_the_default_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < PALETTES; i++)
        assert_int_equal(colour_nearest(COLOUR_DEFAULT, palettes[i]), COLOUR_DEFAULT);
}

static void test_base_colours_are_themselves(void **state)
{
    (void)state;
    for (int i = 0; i < COLOUR_BASE_COUNT; i++) {
        assert_int_equal(colour_nearest(colour_base[i], 8), i);
        assert_int_equal(colour_nearest(colour_base[i], 16), i);
    }
}

static void test_hue_counts_with_few_colours(void **state)
{
    (void)state;
    assert_int_equal(colour_nearest(0xFF9A9A, 8), 1);
    assert_int_equal(colour_nearest(0x8FE08F, 8), 2);
    assert_int_equal(colour_nearest(0x284B80, 8), 4);
    assert_int_equal(colour_nearest(0xFFD166, 8), 3);
    assert_int_equal(colour_nearest(0x1B1F27, 8), 0);
    assert_int_equal(colour_nearest(0xD7DCE4, 8), 7);
    assert_int_equal(colour_nearest(0xFF8F8F, 16), 9);
    assert_int_equal(colour_nearest(0x808080, 16), 8);
    assert_int_equal(colour_nearest(0xFFFFFF, 16), 15);
}

static int32_t shown_of_256(int index)
{
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    if (index >= 232)
        return (8 + (index - 232) * 10) * 0x010101;
    int cube = index - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

static int distance(int32_t left, int32_t right)
{
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (left >> shift & 0xFF) - (right >> shift & 0xFF);
        sum += difference * difference;
    }
    return sum;
}

// Against a search through all of them: never further than what greys round away.
static void test_256_is_nearly_the_nearest(void **state)
{
    (void)state;
    for (int32_t rgb = 0; rgb < 0x1000000; rgb += 0x0503 * 7) {
        int found = colour_nearest(rgb, 256);
        assert_in_range(found, 16, 255);
        int best = distance(shown_of_256(16), rgb);
        for (int i = 17; i < 256; i++)
            if (distance(shown_of_256(i), rgb) < best)
                best = distance(shown_of_256(i), rgb);
        assert_true(distance(shown_of_256(found), rgb) <= best + 200);
    }
}

static void test_text_never_vanishes_in_its_background(void **state)
{
    (void)state;
    for (size_t i = 0; i < PALETTES; i++) {
        for (int32_t rgb = 0; rgb < 0x1000000; rgb += 0x010203 * 5) {
            struct look look = {rgb, rgb, 0};
            int foreground;
            int background;
            colour_of_look(&look, palettes[i], &foreground, &background);
            assert_int_not_equal(foreground, background);
        }
    }
    struct look look = {COLOUR_DEFAULT, COLOUR_DEFAULT, 0};
    int foreground;
    int background;
    colour_of_look(&look, 8, &foreground, &background);
    assert_int_equal(foreground, COLOUR_DEFAULT);
    assert_int_equal(background, COLOUR_DEFAULT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_default_stays),
        cmocka_unit_test(test_base_colours_are_themselves),
        cmocka_unit_test(test_hue_counts_with_few_colours),
        cmocka_unit_test(test_256_is_nearly_the_nearest),
        cmocka_unit_test(test_text_never_vanishes_in_its_background),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
