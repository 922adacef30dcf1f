// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/private_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

static const char *const endings[] = {"", "-journal", "-wal"};
enum { ENDINGS = sizeof endings / sizeof *endings, BLOCK_SIZE = 64 * 1024 };

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return true;
}

static bool copy_bytes(int from, int to)
{
    char block[BLOCK_SIZE];
    ssize_t length;
    while ((length = read(from, block, sizeof block)) != 0) {
        if (length < 0 && errno != EINTR)
            return false;
        if (length > 0 && !write_all(to, block, (size_t)length))
            return false;
    }
    return true;
}

// What is not there is copied as nothing.
static bool copy_file(const char *from, const char *to)
{
    int source = open(from, O_RDONLY | O_CLOEXEC);
    if (source < 0)
        return errno == ENOENT;
    int target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool copied = target >= 0 && copy_bytes(source, target);
    close(source);
    if (target >= 0)
        copied = close(target) == 0 && copied;
    return copied;
}

static bool copy_all(const char *path, const char *copy)
{
    struct buffer from = {0};
    struct buffer to = {0};
    bool copied = true;
    for (size_t i = 0; i < ENDINGS && copied; i++) {
        buffer_reset(&from);
        buffer_reset(&to);
        buffer_append_format(&from, "%s%s", path, endings[i]);
        buffer_append_format(&to, "%s%s", copy, endings[i]);
        copied = !buffer_failed(&from) && !buffer_failed(&to) &&
                 copy_file(buffer_text(&from), buffer_text(&to));
    }
    buffer_clear(&from);
    buffer_clear(&to);
    return copied;
}

static char *make_folder(void)
{
    const char *parent = getenv("TMPDIR");
    struct buffer name = {0};
    buffer_append_format(
        &name, "%s/greffe-XXXXXX", parent == NULL || *parent != '/' ? "/tmp" : parent);
    char *folder = buffer_take(&name);
    if (folder != NULL && mkdtemp(folder) == NULL) {
        free(folder);
        folder = NULL;
    }
    return folder;
}

enum status private_copy_make(const char *path, char **copy, char **folder, struct problem *problem)
{
    *copy = NULL;
    *folder = make_folder();
    struct buffer name = {0};
    if (*folder != NULL) {
        buffer_append_format(&name, "%s/convention.ctg", *folder);
        *copy = buffer_take(&name);
    }
    if (*copy != NULL && copy_all(path, *copy))
        return STATUS_DONE;
    private_copy_remove(*copy, *folder);
    free(*copy);
    free(*folder);
    *copy = *folder = NULL;
    return problem_set(problem, STATUS_SYSTEM,
        "«%s» ne peut pas être lu sans en faire une copie, et la copie a échoué : libérez de la "
        "place dans /tmp.",
        path);
}

void private_copy_remove(const char *copy, const char *folder)
{
    struct buffer name = {0};
    for (size_t i = 0; i < ENDINGS && copy != NULL; i++) {
        buffer_reset(&name);
        buffer_append_format(&name, "%s%s", copy, endings[i]);
        unlink(buffer_text(&name));
    }
    buffer_clear(&name);
    if (folder != NULL)
        rmdir(folder);
}
