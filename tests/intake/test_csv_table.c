// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
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
#include "intake/csv_table.h"

// The table as one text: cells between `|`, a row a line with its number.
static void table_is_of(const char *text, size_t length, const char *expected)
{
    struct csv_table table = {0};
    struct problem problem = {0};
    struct buffer out = {0};
    if (csv_table_read_text(&table, "membres.csv", text, length, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    for (size_t i = 0; i < table.column_count; i++)
        buffer_append_format(&out, "%s|", table.titles[i]);
    for (size_t i = 0; i < table.row_count; i++) {
        buffer_append_format(&out, "\n%d ", table.rows[i].line);
        for (size_t k = 0; k < table.column_count; k++)
            buffer_append_format(&out, "%s|", table.rows[i].cells[k]);
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
    csv_table_clear(&table);
}

static void table_is(const char *text, const char *expected)
{
    table_is_of(text, strlen(text), expected);
}

static void table_is_refused(const char *text, size_t length, const char *words)
{
    struct csv_table table = {0};
    struct problem problem = {0};
    assert_int_equal(
        csv_table_read_text(&table, "membres.csv", text, length, &problem), STATUS_UNUSABLE);
    if (strstr(problem.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem.sentence, words);
    csv_table_clear(&table);
}

static void separators_are_found_out(void **state)
{
    (void)state;
    table_is("nom;role\nMédiatrice;membre\n", "nom|role|\n2 Médiatrice|membre|");
    table_is("nom,role\nMédiatrice,membre\n", "nom|role|\n2 Médiatrice|membre|");
    table_is("nom\trole\nMédiatrice\tmembre\n", "nom|role|\n2 Médiatrice|membre|");
    table_is("nom\nMédiatrice\n", "nom|\n2 Médiatrice|");
    // Those inside quotes do not count, and the others stay text.
    table_is("\"a,b,c,d\";role\nM,x;y\n", "a,b,c,d|role|\n2 M,x|y|");
    table_is("nom;a,b\nMédiatrice;1\n", "nom|a,b|\n2 Médiatrice|1|");
}

static void line_ends_are_found_out(void **state)
{
    (void)state;
    table_is("nom;role\r\nMédiatrice;membre\r\nGérant;\r\n",
        "nom|role|\n2 Médiatrice|membre|\n3 Gérant||");
    table_is("nom;role\rMédiatrice;membre", "nom|role|\n2 Médiatrice|membre|");
    table_is("\n\nnom\n\n;\nMédiatrice", "nom|\n6 Médiatrice|");
    table_is("nom;role\n;;;\n \t;\nMédiatrice;membre;;;\n", "nom|role|\n4 Médiatrice|membre|");
}

static void quotes_are_read_as_rfc_4180_has_them(void **state)
{
    (void)state;
    table_is("nom;role\n\"Médiatrice \"\"M\"\" Habitat\";\"a;b\"\n",
        "nom|role|\n2 Médiatrice \"M\" Habitat|a;b|");
    table_is("nom;role\n\"Médiatrice\r\nHabitat\";x\nGérant;y\n",
        "nom|role|\n2 Médiatrice Habitat|x|\n4 Gérant|y|");
    table_is("nom;role\n \"Médiatrice\" ;x\n", "nom|role|\n2 Médiatrice|x|");
    table_is("nom;role\n\"\";x\n", "nom|role|\n2 |x|");
    table_is("nom;role\nAssociation \"Le Pont\";x\n", "nom|role|\n2 Association \"Le Pont\"|x|");
}

static void cells_are_cleaned(void **state)
{
    (void)state;
    table_is("\xEF\xBB\xBFnom;role\n \xC2\xA0Maire\x1B[31m\t\xE2\x80\xAE; membre \n",
        "nom|role|\n2 Maire[31m|membre|");
    // NFC
    table_is("nom\ne\xCC\x81t\xC3\xA9\n", "nom|\n2 \xC3\xA9t\xC3\xA9|");
}

static void windows_1252_is_found_out(void **state)
{
    (void)state;
    table_is("nom;r\xF4le\n\xC9lu \x8Cuvre \x96 l\x92\x80;\xE9lue\n",
        "nom|rôle|\n2 Élu Œuvre – l’€|élue|");
    table_is_refused("nom\n\xC9l\x81u\n", 9, "membres.csv, ligne 2 : un caractère");
    // What says that it is UTF-8 must be so.
    table_is_refused("\xEF\xBB\xBFnom\nbl\xE9\n", 11, "ligne 2");
    table_is_refused("n\0o\0m\0\n\0", 8, "n'est pas un texte");
}

static void case_101_what_is_malformed_is_told_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", "membres.csv est vide"},
        {"\xEF\xBB\xBF", "est vide"},
        {"\n \n;;\n", "est vide"},
        {"nom;role\nMédiatrice;\"membre\nGérant;x\n", "ligne 2 : un guillemet n'est pas refermé"},
        {"nom;role\nMédiatrice;x\n\"Gérant\"pierre;y\n", "ligne 3 : du texte suit un guillemet"},
        {"nom;role\nMédiatrice\n", "ligne 2 : 1 cellule au lieu de 2"},
        {"nom;role\nMédiatrice;x\nGérant;y;z\n", "ligne 3 : 3 cellules au lieu de 2"},
        {"nom;role\n\"a\nb\";x\nGérant\n", "ligne 4 : 1 cellule"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        table_is_refused(cases[i].text, strlen(cases[i].text), cases[i].words);
}

static void a_file_is_read(void **state)
{
    (void)state;
    char path[] = "/tmp/greffe-test-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, "nom\nMaire.\n", 11), 11);
    close(file);
    struct csv_table table = {0};
    assert_int_equal(csv_table_read_file(&table, path, NULL), STATUS_DONE);
    assert_int_equal(table.row_count, 1);
    csv_table_clear(&table);
    unlink(path);
    struct problem problem = {0};
    assert_int_equal(csv_table_read_file(&table, path, &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "n'existe pas"));
    csv_table_clear(&table);
    problem = (struct problem){0};
    assert_int_equal(csv_table_read_file(&table, "/tmp", &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "est un dossier"));
    csv_table_clear(&table);
}

// Whatever the bytes: no crash, and what is read has as many cells a row as titles.
static void any_bytes_are_read_or_refused(void **state)
{
    (void)state;
    static const char signs[] = "a;,\t\"\r\n \xC3\xA9\x81\xFFnom";
    uint64_t random = 20260312;
    for (int i = 0; i < 20000; i++) {
        char text[40];
        random = random * UINT64_C(6364136223846793005) + 1;
        size_t length = (size_t)(random >> 59);
        for (size_t k = 0; k < length; k++) {
            random = random * UINT64_C(6364136223846793005) + 1442695040888963407U;
            text[k] = signs[(random >> 33) % (sizeof signs - 1)];
        }
        struct csv_table table = {0};
        enum status status = csv_table_read_text(&table, "x", text, length, NULL);
        assert_true(status == STATUS_DONE || status == STATUS_UNUSABLE);
        for (size_t row = 0; status == STATUS_DONE && row < table.row_count; row++)
            for (size_t k = 0; k < table.column_count; k++)
                assert_non_null(table.rows[row].cells[k]);
        csv_table_clear(&table);
    }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators_are_found_out),
        cmocka_unit_test(line_ends_are_found_out),
        cmocka_unit_test(quotes_are_read_as_rfc_4180_has_them),
        cmocka_unit_test(cells_are_cleaned),
        cmocka_unit_test(windows_1252_is_found_out),
        cmocka_unit_test(case_101_what_is_malformed_is_told_with_its_line),
        cmocka_unit_test(a_file_is_read),
        cmocka_unit_test(any_bytes_are_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
