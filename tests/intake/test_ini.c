// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "intake/ini.h"

static struct ini *read_good(const char *text)
{
    struct ini *ini = NULL;
    struct problem problem = {0};
    enum status status = ini_read_text(&ini, "essai.ini", text, strlen(text), &problem);
    if (status != STATUS_DONE)
        print_error("%s\n", problem.sentence);
    assert_int_equal(status, STATUS_DONE);
    return ini;
}

static void test_reads_sections_and_keys_in_their_order(void **state)
{
    (void)state;
    struct ini *ini = read_good("; un commentaire qui finit par \\\n"
                                "[Zone]\n"
                                "b = 2\n"
                                "A=1\n"
                                "\n"
                                "[autre] ; ici\n"
                                "a = \"x ; y # z\" ; dehors\n");
    assert_string_equal(ini_name(ini), "essai.ini");
    assert_int_equal(ini_section_count(ini), 2);
    assert_string_equal(ini_section_name(ini, 0), "zone");
    assert_string_equal(ini_section_name(ini, 1), "autre");
    assert_int_equal(ini_key_count(ini, 0), 2);
    assert_string_equal(ini_key_name(ini, 0, 0), "b");
    assert_string_equal(ini_key_name(ini, 0, 1), "a");
    assert_string_equal(ini_get(ini, "zone", "a"), "1");
    assert_string_equal(ini_get(ini, "autre", "a"), "x ; y # z");
    assert_null(ini_get(ini, "zone", "c"));
    assert_null(ini_get(ini, "rien", "a"));
    assert_true(ini_has_section(ini, "autre"));
    assert_false(ini_has_section(ini, "rien"));
    assert_int_equal(ini_line(ini, "zone", NULL), 2);
    assert_int_equal(ini_line(ini, "autre", "a"), 7);
    assert_int_equal(ini_line(ini, "zone", "c"), 0);
    assert_int_equal(ini_line(ini, "rien", NULL), 0);
    ini_destroy(ini);
}

struct good_value {
    const char *line;
    const char *value;
};

static void test_reads_values_as_they_are_meant(void **state)
{
    (void)state;
    static const struct good_value values[] = {
        {"k = l'axe d'Conseillère", "l'axe d'Conseillère"},
        {"k = un \"mot\" cité", "un \"mot\" cité"},
        {"k = \"l'apostrophe\"", "l'apostrophe"},
        {"k = 'un \"mot\"'", "un \"mot\""},
        {"k = \"  blancs gardés \"", "  blancs gardés "},
        {"k =   blancs ôtés   ", "blancs ôtés"},
        {"k = \"\"", ""},
        {"k = ''  # vide", ""},
        {"k =", ""},
        {"k = a = b", "a = b"},
        {"k = == b", "== b"},
        {"k = \"a = b\"", "a = b"},
        {"k\t=\ttabulations", "tabulations"},
        {"K = cle en capitale", "cle en capitale"},
        {"k = fin de ligne étrangère\r", "fin de ligne étrangère"},
        {"k = \"e\xCC\x81\"", "é"},
        {"k = rouge\x1B[31m et \xE2\x80\xAEtourné", "rouge[31m et tourné"},
        {"k = %s %n", "%s %n"},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct buffer text = {0};
        buffer_append_format(&text, "[s]\n%s\nsuite = oui\n", values[i].line);
        struct ini *ini = read_good(buffer_text(&text));
        assert_string_equal(ini_get(ini, "s", "k"), values[i].value);
        assert_string_equal(ini_get(ini, "s", "suite"), "oui");
        ini_destroy(ini);
        buffer_clear(&text);
    }
}

struct bad_text {
    const char *text;
    const char *place; // of the sentence
    const char *reason;
};

static void assert_refused(const char *text, size_t length, const char *place, const char *reason)
{
    struct ini *ini = NULL;
    struct problem problem = {0};
    assert_int_equal(ini_read_text(&ini, "essai.ini", text, length, &problem), STATUS_UNUSABLE);
    assert_null(ini);
    if (strstr(problem.sentence, place) == NULL || strstr(problem.sentence, reason) == NULL)
        fail_msg("%s: %s, %s", problem.sentence, place, reason);
}

static void test_names_the_line_of_what_would_be_misread(void **state)
{
    (void)state;
    static const struct bad_text texts[] = {
        {"[s]\na = 1\nrien\n", "ligne 3", "«=»"},
        {"a = 1\n", "ligne 1", "aucune section"},
        {"[s]\na = 1\nb = 2\nA = 3\n", "ligne 4", "à la ligne 2"},
        {"[s]\na = 1\n[t]\n[S]\n", "ligne 4", "à la ligne 1"},
        {"[s]\na = avant ; après\n", "ligne 2", "entre guillemets"},
        {"[s]\na = avant # après\n", "ligne 2", "entre guillemets"},
        {"[s]\na = \"sans fin\n", "ligne 2", "refermé"},
        {"[s]\na = 'sans fin\n", "ligne 2", "refermé"},
        {"[s]\na = \"un \"mot\" ici\"\n", "ligne 2", "d'autre"},
        {"[s]\na = 'l'axe'\n", "ligne 2", "mettez-la entre"},
        {"[s]\na = fin \\\nb = 1\n", "ligne 2", "«\\»"},
        {"[s\na = 1\n", "ligne 1", "«]»"},
        {"[s] x\n", "ligne 1", "suivre"},
        {"[]\n", "ligne 1", "nom de section"},
        {"[été]\n", "ligne 1", "nom de section"},
        {"[s:t]\n", "ligne 1", "nom de section"},
        {"[s]\nclé = 1\n", "ligne 2", "une clé s'écrit"},
        {"[s]\n= 1\n", "ligne 2", "une clé s'écrit"},
        {"[s]\na = caf\xE9\n", "ligne 2", "UTF-8"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_refused(texts[i].text, strlen(texts[i].text), texts[i].place, texts[i].reason);
}

// The longest line that is taken is read whole; one byte more is refused.
static void test_measures_the_longest_line(void **state)
{
    (void)state;
    static const char before[] = "[s]\na = ";
    for (size_t length = 1000; length <= 1100; length++) {
        struct buffer text = {0};
        buffer_append(&text, before);
        buffer_append_repeated(&text, "x", length - 4);
        buffer_append(&text, "\nb = 1\n");
        if (length <= 1022) {
            struct ini *ini = read_good(buffer_text(&text));
            assert_int_equal(strlen(ini_get(ini, "s", "a")), length - 4);
            assert_string_equal(ini_get(ini, "s", "b"), "1");
            ini_destroy(ini);
        } else {
            assert_refused(buffer_text(&text), text.length, "ligne 2", "1022");
        }
        buffer_clear(&text);
    }
}

static void test_skips_what_no_value_needs(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_append(&text, "\xEF\xBB\xBF[s]\n; ");
    buffer_append_repeated(&text, "long ", 1000);
    buffer_append(&text, "\n   \na = 1");
    struct ini *ini = read_good(buffer_text(&text));
    assert_string_equal(ini_get(ini, "s", "a"), "1");
    assert_int_equal(ini_line(ini, "s", "a"), 4);
    ini_destroy(ini);
    buffer_clear(&text);

    ini = read_good("");
    assert_int_equal(ini_section_count(ini), 0);
    ini_destroy(ini);
    ini_destroy(NULL);
}

// What the check lets through, libiniparser reads: never a crash, never a key that is lost.
static void test_random_lines_are_refused_or_read_whole(void **state)
{
    (void)state;
    static const char *const pieces[] = {"[", "]", "=", "\"", "'", ";", "#", "\\", " ", "a", "b",
        "\n", "é", "\t", "\r", ":", "\xFF"};
    srandom(20260312);
    size_t read = 0;
    for (int i = 0; i < 20000; i++) {
        struct buffer text = {0};
        buffer_append(&text, "[s]\nk = ");
        long count = random() % 9;
        for (long piece = 0; piece < count; piece++)
            buffer_append(&text, pieces[random() % (long)(sizeof pieces / sizeof *pieces)]);
        struct ini *ini = NULL;
        enum status status =
            ini_read_text(&ini, "essai.ini", buffer_text(&text), text.length, NULL);
        assert_true(status == STATUS_DONE || status == STATUS_UNUSABLE);
        if (ini != NULL) {
            assert_non_null(ini_get(ini, "s", "k"));
            read++;
        }
        ini_destroy(ini);
        buffer_clear(&text);
    }
    assert_in_range(read, 1000, 19000);
}

static void test_reads_a_file(void **state)
{
    (void)state;
    char path[] = "/tmp/greffe-ini-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    static const char text[] = "[s]\na = 1\n";
    assert_int_equal(write(file, text, sizeof text - 1), sizeof text - 1);
    struct ini *ini = NULL;
    assert_int_equal(ini_read_file(&ini, path, NULL), STATUS_DONE);
    assert_string_equal(ini_get(ini, "s", "a"), "1");
    assert_string_equal(ini_name(ini), path);
    ini_destroy(ini);
    assert_int_equal(ftruncate(file, INI_LARGEST_FILE + 1), 0);
    assert_int_equal(ini_read_file(&ini, path, NULL), STATUS_UNUSABLE);
    close(file);
    unlink(path);

    struct problem problem = {0};
    assert_int_equal(ini_read_file(&ini, path, &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "n'existe pas"));
    problem = (struct problem){0};
    assert_int_equal(ini_read_file(&ini, "/tmp", &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "dossier"));
    assert_null(ini);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_sections_and_keys_in_their_order),
        cmocka_unit_test(test_reads_values_as_they_are_meant),
        cmocka_unit_test(test_names_the_line_of_what_would_be_misread),
        cmocka_unit_test(test_measures_the_longest_line),
        cmocka_unit_test(test_skips_what_no_value_needs),
        cmocka_unit_test(test_random_lines_are_refused_or_read_whole),
        cmocka_unit_test(test_reads_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
