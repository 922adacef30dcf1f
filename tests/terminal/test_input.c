// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "terminal/input.h"

static struct event next(struct input *input, bool all)
{
    struct event event;
    assert_true(input_next(input, 1000, all, &event));
    return event;
}

static void feed(struct input *input, const char *bytes)
{
    input_feed(input, bytes, strlen(bytes));
}

static void test_each_sequence_is_its_key(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        key_code key;
    } cases[] = {
        {"a", 'a'},
        {"é", 0xE9},
        {"\U0001F600", 0x1F600},
        {"\r", INPUT_ENTER},
        {"\n", INPUT_ENTER},
        {"\t", INPUT_TAB},
        {"\033[Z", KEY_MOD_SHIFT | INPUT_TAB},
        {"\177", INPUT_BACKSPACE},
        {"\b", INPUT_BACKSPACE},
        {"\f", KEY_MOD_CONTROL | 'l'},
        {"\032", KEY_MOD_CONTROL | 'z'},
        {"\037", KEY_MOD_CONTROL | '_'},
        {"\033d", KEY_MOD_ALT | 'd'},
        {"\033é", KEY_MOD_ALT | 0xE9},
        {"\033\r", KEY_MOD_ALT | INPUT_ENTER},
        {"\033\177", KEY_MOD_ALT | INPUT_BACKSPACE},
        {"\033[A", INPUT_UP},
        {"\033OB", INPUT_DOWN},
        {"\033[1;5C", KEY_MOD_CONTROL | INPUT_RIGHT},
        {"\033[1;3D", KEY_MOD_ALT | INPUT_LEFT},
        {"\033Od", KEY_MOD_CONTROL | INPUT_LEFT},
        {"\033\033[A", KEY_MOD_ALT | INPUT_UP},
        {"\033[H", INPUT_HOME},
        {"\033[4~", INPUT_END},
        {"\033[3~", INPUT_DELETE},
        {"\033[3;5~", KEY_MOD_CONTROL | INPUT_DELETE},
        {"\033[3^", KEY_MOD_CONTROL | INPUT_DELETE},
        {"\033[5~", INPUT_PAGE_UP},
        {"\033OP", INPUT_F1},
        {"\033[11~", INPUT_F1},
        {"\033[[A", INPUT_F1},
        {"\033[[E", INPUT_F1 + 4},
        {"\033[15~", INPUT_F1 + 4},
        {"\033[17~", INPUT_F1 + 5},
        {"\033[24~", INPUT_F12},
        {"\033[24;2~", KEY_MOD_SHIFT | INPUT_F12},
        {"\xE9", 0xFFFD},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct input input = {0};
        feed(&input, cases[i].bytes);
        struct event event = next(&input, true);
        assert_int_equal(event.type, EVENT_KEY);
        assert_int_equal(event.key, cases[i].key);
        assert_int_equal(input_delay(&input), -1);
        input_clear(&input);
    }
}

static void test_nul_is_control_space(void **state)
{
    (void)state;
    struct input input = {0};
    input_feed(&input, "", 1);
    assert_int_equal(next(&input, false).key, KEY_MOD_CONTROL | ' ');
    input_clear(&input);
}

static void test_escape_waits_for_what_may_follow(void **state)
{
    (void)state;
    struct input input = {0};
    struct event event;
    feed(&input, "\033");
    assert_false(input_next(&input, 0, false, &event));
    assert_true(input_delay(&input) > 0 && input_delay(&input) <= 25);
    assert_int_equal(next(&input, true).key, INPUT_ESCAPE);
    feed(&input, "\033[1;");
    assert_false(input_next(&input, 0, false, &event));
    assert_true(input_delay(&input) > 100);
    feed(&input, "5C");
    assert_int_equal(next(&input, false).key, KEY_MOD_CONTROL | INPUT_RIGHT);
    input_clear(&input);
}

static void test_escape_then_paste_keeps_both(void **state)
{
    (void)state;
    struct input input = {0};
    feed(&input, "\033\033[200~mot\033[201~");
    assert_int_equal(next(&input, false).key, INPUT_ESCAPE);
    assert_int_equal(next(&input, false).type, EVENT_PASTE);
    input_clear(&input);
}

static void test_unknown_sequences_type_nothing(void **state)
{
    (void)state;
    static const char *const unknown[] = {"\033[?62;c", "\033[99~", "\033[200;1", "\033[I",
        "\033O\x7F", "\033[<0;5;6m", "\033[<35;5;6M", "\033[<0;0;0M", "\033[201~", "\033[12\001"};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        struct input input = {0};
        feed(&input, unknown[i]);
        struct event event;
        while (input_next(&input, 0, true, &event))
            assert_false(event.type == EVENT_KEY && key_is_text(event.key));
        input_clear(&input);
    }
}

static void test_a_paste_comes_as_it_is(void **state)
{
    (void)state;
    static const char bytes[] = "x\033[200~un\r\n\033[A deux\033[20\033[201~y";
    struct input input = {0};
    feed(&input, bytes);
    assert_int_equal(next(&input, false).key, 'x');
    struct event event = next(&input, false);
    assert_int_equal(event.type, EVENT_PASTE);
    assert_int_equal(event.length, strlen("un\r\n\033[A deux\033[20"));
    assert_int_equal(memcmp(event.text, "un\r\n\033[A deux\033[20", event.length), 0);
    assert_int_equal(next(&input, false).key, 'y');
    input_clear(&input);
}

static void test_a_paste_that_halts_is_handed_over(void **state)
{
    (void)state;
    struct input input = {0};
    struct event event;
    feed(&input, "\033[200~à moiti\xC3");
    assert_false(input_next(&input, 0, false, &event));
    assert_true(input_delay(&input) > 100);
    event = next(&input, true);
    assert_string_equal(event.text, "à moiti");
    assert_false(input_next(&input, 0, true, &event));
    feed(&input, "\xA9\r\033[20");
    assert_false(input_next(&input, 0, false, &event));
    event = next(&input, true);
    assert_int_equal(event.type, EVENT_PASTE);
    assert_string_equal(event.text, "é\r");
    assert_false(input_next(&input, 0, true, &event));
    assert_int_equal(input_delay(&input), -1);
    feed(&input, "1~x");
    event = next(&input, false);
    assert_int_equal(event.type, EVENT_PASTE);
    assert_int_equal(event.length, 0);
    assert_int_equal(next(&input, false).key, 'x');
    input_clear(&input);
}

static void test_escape_ends_a_paste_without_an_end(void **state)
{
    (void)state;
    struct input input = {0};
    struct event event;
    feed(&input, "\033[200~mot");
    assert_string_equal(next(&input, true).text, "mot");
    feed(&input, "\033");
    assert_false(input_next(&input, 0, false, &event));
    assert_true(input_delay(&input) > 100);
    assert_int_equal(next(&input, true).key, INPUT_ESCAPE);
    feed(&input, "\r");
    assert_int_equal(next(&input, false).key, INPUT_ENTER);
    input_clear(&input);
}

static void test_the_mouse(void **state)
{
    (void)state;
    struct input input = {0};
    feed(&input, "\033[<0;12;5M\033[<0;12;5m\033[<0;12;5M\033[<0;12;5M\033[<65;1;1M\033[M `!");
    struct event event = next(&input, false);
    assert_int_equal(event.type, EVENT_CLICK);
    assert_int_equal(event.row, 4);
    assert_int_equal(event.column, 11);
    assert_false(event.twice);
    assert_true(next(&input, false).twice);
    assert_false(next(&input, false).twice);
    event = next(&input, false);
    assert_int_equal(event.type, EVENT_SCROLL);
    assert_true(event.lines > 0);
    event = next(&input, false);
    assert_int_equal(event.type, EVENT_CLICK);
    assert_int_equal(event.row, 0);
    assert_int_equal(event.column, 63);
    input_clear(&input);
}

static void test_slow_clicks_are_not_double(void **state)
{
    (void)state;
    struct input input = {0};
    struct event event;
    feed(&input, "\033[<0;3;3M\033[<0;3;3M");
    assert_true(input_next(&input, 1000, false, &event));
    assert_true(input_next(&input, 2000, false, &event));
    assert_false(event.twice);
    input_clear(&input);
}

static size_t collect(
    const char *bytes, size_t length, size_t step, struct event *events, size_t most)
{
    struct input input = {0};
    size_t count = 0;
    struct event event;
    for (size_t i = 0; i < length; i += step) {
        input_feed(&input, bytes + i, length - i < step ? length - i : step);
        while (count < most && input_next(&input, 1000, false, &event))
            events[count++] = event;
    }
    while (count < most && input_next(&input, 1000, true, &event))
        events[count++] = event;
    input_clear(&input);
    return count;
}

// However the bytes are cut on their way, the same events come out, and none is endless.
static void test_cutting_changes_nothing(void **state)
{
    (void)state;
    enum { LENGTH = 60, MOST = 100, ROUNDS = 4000 };
    static const char pieces[] = "\033\033[[O0125;<~MAZaé\xE9\r\x7F 200~201~";
    unsigned seed = 7;
    for (int round = 0; round < ROUNDS; round++) {
        char bytes[LENGTH];
        for (size_t i = 0; i < LENGTH; i++) {
            seed = seed * 1103515245U + 12345U;
            bytes[i] = pieces[(seed >> 16) % (sizeof pieces - 1)];
        }
        struct event whole[MOST];
        struct event cut[MOST];
        size_t count = collect(bytes, LENGTH, LENGTH, whole, MOST);
        assert_true(count < MOST);
        for (size_t step = 1; step < 4; step++) {
            assert_int_equal(collect(bytes, LENGTH, step, cut, MOST), count);
            for (size_t i = 0; i < count; i++) {
                assert_int_equal(cut[i].type, whole[i].type);
                assert_int_equal(cut[i].key, whole[i].key);
                assert_int_equal(cut[i].length, whole[i].length);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_sequence_is_its_key),
        cmocka_unit_test(test_nul_is_control_space),
        cmocka_unit_test(test_escape_waits_for_what_may_follow),
        cmocka_unit_test(test_escape_then_paste_keeps_both),
        cmocka_unit_test(test_unknown_sequences_type_nothing),
        cmocka_unit_test(test_a_paste_comes_as_it_is),
        cmocka_unit_test(test_a_paste_that_halts_is_handed_over),
        cmocka_unit_test(test_escape_ends_a_paste_without_an_end),
        cmocka_unit_test(test_the_mouse),
        cmocka_unit_test(test_slow_clicks_are_not_double),
        cmocka_unit_test(test_cutting_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
