// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text/clean.h"

void message_lines(const char *lines)
{
    struct buffer shown = {0};
    text_show(&shown, lines, TEXT_MANY_LINES);
    fputs(buffer_text(&shown), stderr);
    buffer_clear(&shown);
}

void message(const char *format, ...)
{
    char *sentence = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&sentence, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    struct buffer shown = {0};
    text_show(&shown, sentence, TEXT_ONE_LINE);
    fprintf(stderr, "%s\n", buffer_text(&shown));
    buffer_clear(&shown);
    free(sentence);
}

void message_problem(const struct problem *problem)
{
    message("greffe : %s", problem->sentence);
}

enum status output(struct buffer *text, struct problem *problem)
{
    if (buffer_failed(text))
        return problem_set_no_memory(problem);
    size_t length = text->length;
    bool written = fwrite(buffer_text(text), 1, length, stdout) == length && fflush(stdout) == 0;
    buffer_reset(text);
    if (written)
        return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "La sortie n'a pas pu être écrite (%s) : elle n'est pas complète.", strerror(errno));
}

size_t output_width(void)
{
    struct winsize size = {0};
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}
