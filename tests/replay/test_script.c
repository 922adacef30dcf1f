// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "replay/script.h"

static struct script read_text(const char *text)
{
    struct script script = {0};
    struct problem problem = {0};
    if (script_read(&script, "essai.keys", text, strlen(text), &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return script;
}

static void assert_keys(const char *text, const key_code *keys, size_t count)
{
    struct script script = read_text(text);
    assert_int_equal(script.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(script.steps[i].type, STEP_KEY);
        assert_int_equal(script.steps[i].key, keys[i]);
    }
    script_clear(&script);
}

static void test_text_and_keys(void **state)
{
    (void)state;
    static const key_code keys[] = {'a', 0xE9, INPUT_ENTER, '<', '>', KEY_MOD_CONTROL | 'l',
        KEY_MOD_ALT | 'd', KEY_MOD_SHIFT | INPUT_TAB, INPUT_F12, ' ', ' ', '@'};
    assert_keys("aé<cr><lt>\n><c-l><a-d><s-tab><f12><space> @", keys, 12);
}

static void test_line_ends_type_nothing(void **state)
{
    (void)state;
    static const key_code keys[] = {'a', 'b', 'c'};
    assert_keys("a\r\n\nb\nc\n", keys, 3);
    assert_keys("", keys, 0);
}

static void test_signs_at_the_start_of_a_line(void **state)
{
    (void)state;
    static const key_code plain[] = {'@', 'e', INPUT_ENTER};
    static const key_code inside[] = {'a', '@', 'e', '#', '!'};
    assert_keys("@@e\n#! rien <entree>\n<cr>", plain, 3);
    assert_keys("a@e#!", inside, 5);
}

static void test_directives(void **state)
{
    (void)state;
    struct script script = read_text("@ecran\n@taille 60x20 \n@horloge 2024-01-18T14:30\n"
                                     "@avance 90s\n@avance 2h\n@avance 1d\n@ecran  \n");
    static const enum step_type types[] = {
        STEP_SCREEN, STEP_SIZE, STEP_CLOCK, STEP_ADVANCE, STEP_ADVANCE, STEP_ADVANCE, STEP_SCREEN};
    assert_int_equal(script.count, 7);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(script.steps[i].type, types[i]);
        assert_int_equal(script.steps[i].line, (int)i + 1);
    }
    assert_int_equal(script.steps[1].columns, 60);
    assert_int_equal(script.steps[1].rows, 20);
    struct local_time local = {2024, 1, 18, 14, 30, 0};
    assert_true(script.steps[2].milliseconds == local_time_milliseconds(&local));
    assert_int_equal(script.steps[3].milliseconds, 90000);
    assert_int_equal(script.steps[4].milliseconds, 7200000);
    assert_int_equal(script.steps[5].milliseconds, 86400000);
    script_clear(&script);
}

static void test_a_paste_keeps_its_blanks(void **state)
{
    (void)state;
    struct script script = read_text("@coller  un\\ndeux\\\\n \\!<cr> \n@coller");
    assert_int_equal(script.count, 2);
    assert_int_equal(script.steps[0].type, STEP_PASTE);
    assert_string_equal(script.steps[0].text, " un\ndeux\\n \\!<cr> ");
    assert_string_equal(script.steps[1].text, "");
    script_clear(&script);
}

static void test_mistakes_are_refused_with_their_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *told;
    } cases[] = {
        {"a\n<entree>", "ligne 2 : «<entree>»"},
        {"a\n\nb<cr", "ligne 3 : «<cr»"},
        {"@dessin", "ligne 1 : «@dessin»"},
        {"@", "ligne 1 : «@»"},
        {"@ecran tout", "ligne 1 : «tout»"},
        {"@taille 60", "ligne 1 : «60»"},
        {"@taille 0x20", "ligne 1 : «0x20»"},
        {"@taille 60x20x3", "«60x20x3»"},
        {"@horloge demain", "«demain»"},
        {"@horloge 2026-02-30T10:00", "«2026-02-30T10:00»"},
        {"@avance 5", "«5»"},
        {"@avance 5w", "«5w»"},
        {"@avance -5s", "«-5s»"},
        {"a\n\xE9t\xE9", "ligne 2 : le texte n'est pas en UTF-8"},
        {"\n\ta", "ligne 2 : un caractère de commande"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct script script = {0};
        struct problem problem = {0};
        assert_int_equal(
            script_read(&script, "essai.keys", cases[i].text, strlen(cases[i].text), &problem),
            STATUS_USAGE);
        if (strstr(problem.sentence, cases[i].told) == NULL)
            fail_msg("%s: %s", cases[i].text, problem.sentence);
        assert_ptr_equal(strstr(problem.sentence, "essai.keys, "), problem.sentence);
        script_clear(&script);
    }
}

static void test_sizes(void **state)
{
    (void)state;
    int columns = 0;
    int rows = 0;
    assert_true(script_read_size("200x50", &columns, &rows));
    assert_int_equal(columns, 200);
    assert_int_equal(rows, 50);
    static const char *const wrong[] = {"", "80", "80x", "x24", "80x24 ", "501x20", "80x0", "-8x9"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(script_read_size(wrong[i], &columns, &rows));
    assert_int_equal(columns, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_and_keys),
        cmocka_unit_test(test_line_ends_type_nothing),
        cmocka_unit_test(test_signs_at_the_start_of_a_line),
        cmocka_unit_test(test_directives),
        cmocka_unit_test(test_a_paste_keeps_its_blanks),
        cmocka_unit_test(test_mistakes_are_refused_with_their_line),
        cmocka_unit_test(test_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
