// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways in which rows are written, on rows made here.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "documents/columns.h"
#include "documents/csv.h"
#include "documents/json.h"
#include "text/grapheme.h"

#define NOTHING                                                                                    \
    {                                                                                              \
        .type = LISTING_NULL                                                                       \
    }
#define NUMBER(number)                                                                             \
    {                                                                                              \
        .type = LISTING_INTEGER, .integer = (number)                                               \
    }
#define TEXT(words)                                                                                \
    {                                                                                              \
        .type = LISTING_TEXT, .text = (words)                                                      \
    }

static const char *names[] = {"code", "nombre", "texte", "motif"};

static struct listing_value values[] = {
    TEXT("6.1"),
    NUMBER(5),
    TEXT("Développer; \"accueillir\", agir"),
    NOTHING, //
    TEXT("20.1"),
    NUMBER(-12),
    TEXT("deux\nlignes"),
    NOTHING,
};

static const struct rows some = {names, 4, values, 2};
static const struct rows none = {names, 4, NULL, 0};

static void assert_text(struct buffer *out, const char *expected)
{
    assert_false(buffer_failed(out));
    assert_string_equal(buffer_text(out), expected);
    buffer_clear(out);
}

static void test_json_is_an_array_of_objects(void **state)
{
    (void)state;
    struct buffer out = {0};
    json_rows(&out, &some);
    assert_text(&out,
        "[\n"
        "{\"code\":\"6.1\",\"nombre\":5,\"texte\":\"Développer; \\\"accueillir\\\", agir\","
        "\"motif\":null},\n"
        "{\"code\":\"20.1\",\"nombre\":-12,\"texte\":\"deux\\nlignes\",\"motif\":null}\n"
        "]\n");
    json_rows(&out, &none);
    assert_text(&out, "[]\n");
}

static void test_json_escapes_what_a_terminal_would_obey(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } strings[] = {
        {"", "\"\""},
        {"a\\b", "\"a\\\\b\""},
        {"\x1B[2J", "\"\\u001b[2J\""},
        {"a\tb\x7F", "\"a\\u0009b\\u007f\""},
        {"\xC2\x9B", "\"\\u009b\""},
        {"\xE2\x80\xAE", "\"\\u202e\""},
        {"\xFF", "\"\xEF\xBF\xBD\""},
        {"é 日 😀", "\"é 日 😀\""},
    };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        struct buffer out = {0};
        json_string(&out, strings[i].text);
        assert_text(&out, strings[i].json);
    }
}

static void test_csv_follows_rfc_4180(void **state)
{
    (void)state;
    struct buffer out = {0};
    csv_rows(&out, &some, CSV_PLAIN);
    assert_text(&out, "code,nombre,texte,motif\r\n"
                      "6.1,5,\"Développer; \"\"accueillir\"\", agir\",\r\n"
                      "20.1,-12,\"deux\nlignes\",\r\n");
    csv_rows(&out, &none, CSV_PLAIN);
    assert_text(&out, "code,nombre,texte,motif\r\n");
}

static void test_csv_for_a_spreadsheet_runs_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cell;
    } cells[] = {
        {"=1+1", "'=1+1"},
        {"+33", "'+33"},
        {"-3", "'-3"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"  =1", "'  =1"},
        {"＝1", "'＝1"},
        {"=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""},
        {"\n=1", "\"'\n=1\""},
        {"a=1", "a=1"},
        {"12/03", "12/03"},
        {"a\x1B[31m", "a\xEF\xBF\xBD[31m"},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct listing_value value = TEXT(cells[i].text);
        const char *name = "texte";
        struct rows rows = {&name, 1, &value, 1};
        struct buffer out = {0};
        struct buffer expected = {0};
        csv_rows(&out, &rows, CSV_SPREADSHEET);
        buffer_append_format(&expected, "\xEF\xBB\xBFtexte\r\n%s\r\n", cells[i].cell);
        assert_text(&out, buffer_text(&expected));
        buffer_clear(&expected);
    }
    struct buffer out = {0};
    csv_rows(&out, &some, CSV_SPREADSHEET);
    assert_non_null(strstr(buffer_text(&out), "20.1;-12;"));
    buffer_clear(&out);
}

static void test_columns_are_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buffer out = {0};
    assert_int_equal(columns_rows(&out, &some, 0, &arena, NULL), STATUS_DONE);
    assert_text(&out, "code  nombre  texte\n"
                      "6.1        5  Développer; \"accueillir\", agir\n"
                      "20.1     -12  deux lignes\n");
    assert_int_equal(columns_rows(&out, &none, 0, &arena, NULL), STATUS_DONE);
    assert_text(&out, "");
    arena_clear(&arena);
}

static void test_columns_fit_the_terminal(void **state)
{
    (void)state;
    for (size_t width = 24; width < 60; width++) {
        struct arena arena = {0};
        struct buffer out = {0};
        assert_int_equal(columns_rows(&out, &some, width, &arena, NULL), STATUS_DONE);
        const char *line = buffer_text(&out);
        for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
            assert_true(text_width_of(line, (size_t)(end - line)) <= width);
        assert_non_null(strstr(buffer_text(&out), "\n20.1     -12  deux"));
        buffer_clear(&out);
        arena_clear(&arena);
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_is_an_array_of_objects),
        cmocka_unit_test(test_json_escapes_what_a_terminal_would_obey),
        cmocka_unit_test(test_csv_follows_rfc_4180),
        cmocka_unit_test(test_csv_for_a_spreadsheet_runs_nothing),
        cmocka_unit_test(test_columns_are_aligned),
        cmocka_unit_test(test_columns_fit_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
