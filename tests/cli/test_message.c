// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/message.h"

// Lets `descriptor` write to `target` for a while; returns what it was.
static int divert(int descriptor, int target)
{
    int before = dup(descriptor);
    assert_true(before >= 0);
    assert_true(dup2(target, descriptor) >= 0);
    return before;
}

static void restore(int descriptor, int before)
{
    assert_true(dup2(before, descriptor) >= 0);
    close(before);
}

static size_t read_pipe(int descriptor, char *text, size_t size)
{
    ssize_t length = read(descriptor, text, size - 1);
    assert_true(length >= 0);
    text[length] = '\0';
    return (size_t)length;
}

static void test_a_message_is_one_harmless_line(void **state)
{
    (void)state;
    int ends[2];
    char text[256];
    assert_int_equal(pipe(ends), 0);
    int before = divert(STDERR_FILENO, ends[1]);
    message("«%s» est inconnu", "a\nb\033[2J");
    message_problem(&(struct problem){STATUS_REFUSED, "Rien n'est fait."});
    message_lines("un\ndeux\007\n");
    message_lines("");
    restore(STDERR_FILENO, before);
    read_pipe(ends[0], text, sizeof text);
    close(ends[0]);
    close(ends[1]);
    assert_string_equal(text, "«a b\xEF\xBF\xBD[2J» est inconnu\n"
                              "greffe : Rien n'est fait.\n"
                              "un\ndeux\xEF\xBF\xBD\n");
}

static void test_output_is_all_written_or_told(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct problem problem = {0};
    char read_back[64];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(stdout);
    int before = divert(STDOUT_FILENO, ends[1]);
    buffer_append(&text, "un tableau\n");
    enum status status = output(&text, &problem);
    restore(STDOUT_FILENO, before);
    close(ends[1]);
    assert_int_equal(status, STATUS_DONE);
    assert_int_equal(text.length, 0);
    read_pipe(ends[0], read_back, sizeof read_back);
    close(ends[0]);
    assert_string_equal(read_back, "un tableau\n");

    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full < 0)
        skip();
    before = divert(STDOUT_FILENO, full);
    buffer_append(&text, "un tableau\n");
    status = output(&text, &problem);
    restore(STDOUT_FILENO, before);
    close(full);
    clearerr(stdout);
    assert_int_equal(status, STATUS_SYSTEM);
    assert_non_null(strstr(problem.sentence, "n'est pas complète"));
    buffer_clear(&text);
}

static void test_a_pipe_has_no_width(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(stdout);
    int before = divert(STDOUT_FILENO, ends[1]);
    size_t width = output_width();
    restore(STDOUT_FILENO, before);
    close(ends[0]);
    close(ends[1]);
    assert_int_equal(width, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_message_is_one_harmless_line),
        cmocka_unit_test(test_output_is_all_written_or_told),
        cmocka_unit_test(test_a_pipe_has_no_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
