// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/whole_file.h"

static const struct whole_file_kind kind = {4, "CSV", "dépasse quatre octets."};

static void check(const char *bytes, size_t length, enum status expected, const char *sentence)
{
    char path[] = "/tmp/greffe-whole-file-XXXXXX";
    struct buffer text = {0};
    struct problem problem = {0};
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, length), (ssize_t)length);
    close(file);
    assert_int_equal(whole_file_read(&text, path, &kind, &problem), expected);
    unlink(path);
    if (expected == STATUS_DONE) {
        assert_int_equal(text.length, length);
        assert_memory_equal(buffer_text(&text), bytes, length);
    } else
        assert_non_null(strstr(problem.sentence, sentence));
    buffer_clear(&text);
}

static void test_reads_up_to_the_largest(void **state)
{
    (void)state;
    check("", 0, STATUS_DONE, "");
    check("a\0b\n", 4, STATUS_DONE, "");
    check("abcde", 5, STATUS_UNUSABLE, "dépasse quatre octets.");
}

static void test_refuses_what_is_no_file(void **state)
{
    (void)state;
    static const struct {
        const char *path, *sentence;
    } cases[] = {
        {"/tmp/greffe-no-such-file", "n'existe pas ; vérifiez son nom."},
        {"/tmp", "donnez le nom d'un fichier CSV."},
        {"/dev/zero", "dépasse quatre octets."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer text = {0};
        struct problem problem = {0};
        assert_int_equal(whole_file_read(&text, cases[i].path, &kind, &problem), STATUS_UNUSABLE);
        assert_non_null(strstr(problem.sentence, cases[i].sentence));
        buffer_clear(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_up_to_the_largest),
        cmocka_unit_test(test_refuses_what_is_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
