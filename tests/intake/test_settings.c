// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "intake/settings.h"

static void read_text(
    const char *text, struct arena *arena, struct settings *settings, struct buffer *warnings)
{
    struct ini *ini = NULL;
    assert_int_equal(ini_read_text(&ini, "greffe.ini", text, strlen(text), NULL), STATUS_DONE);
    assert_int_equal(
        settings_read(ini, "/home/greffe", arena, settings, warnings, NULL), STATUS_DONE);
    ini_destroy(ini);
}

static void test_reads_what_is_set(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buffer warnings = {0};
    struct settings settings;
    read_text("[general]\nauteur = \"Secrétariat\"\nfichier = ~/ctg.ctg\ntheme = jour\n"
              "[touches]\npoint-suivant = \"f5 n\"\naide =\n",
        &arena, &settings, &warnings);
    assert_string_equal(buffer_text(&warnings), "");
    assert_string_equal(settings.author, "Secrétariat");
    assert_string_equal(settings.file, "/home/greffe/ctg.ctg");
    assert_string_equal(settings.theme, "jour");
    assert_int_equal(settings.key_count, 2);
    assert_string_equal(settings.keys[0].command, "point-suivant");
    assert_string_equal(settings.keys[0].keys, "f5 n");
    assert_string_equal(settings.keys[1].keys, "");
    arena_clear(&arena);
    buffer_clear(&warnings);
}

static void test_nothing_set_is_the_default(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "[general]\n", "[general]\ntheme =\nauteur = \"\"\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena arena = {0};
        struct buffer warnings = {0};
        struct settings settings;
        read_text(texts[i], &arena, &settings, &warnings);
        assert_string_equal(buffer_text(&warnings), "");
        assert_null(settings.author);
        assert_null(settings.file);
        assert_null(settings.theme);
        assert_int_equal(settings.key_count, 0);
        arena_clear(&arena);
        buffer_clear(&warnings);
    }
}

static void test_names_what_is_unknown_and_keeps_the_rest(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buffer warnings = {0};
    struct settings settings;
    read_text("[general]\nauter = Moi\nfichier = ctg.ctg\ntheme = jour\n[couleurs]\na = b\n",
        &arena, &settings, &warnings);
    assert_non_null(strstr(buffer_text(&warnings), "ligne 2 : «auter»"));
    assert_non_null(strstr(buffer_text(&warnings), "ligne 3 : «fichier»"));
    assert_non_null(strstr(buffer_text(&warnings), "ligne 5 : «couleurs»"));
    assert_null(settings.author);
    assert_null(settings.file);
    assert_string_equal(settings.theme, "jour");
    arena_clear(&arena);
    buffer_clear(&warnings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_what_is_set),
        cmocka_unit_test(test_nothing_set_is_the_default),
        cmocka_unit_test(test_names_what_is_unknown_and_keeps_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
