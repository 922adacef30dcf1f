// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/whole_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static enum status refuse(
    const char *path, const struct whole_file_kind *kind, int error, struct problem *problem)
{
    if (error == ENOENT || error == ENOTDIR)
        return problem_set(
            problem, STATUS_UNUSABLE, "Le fichier %s n'existe pas ; vérifiez son nom.", path);
    if (error == EISDIR)
        return problem_set(problem, STATUS_UNUSABLE,
            "%s est un dossier ; donnez le nom d'un fichier %s.", path, kind->name);
    return problem_set(problem, STATUS_SYSTEM,
        "Le fichier %s ne peut pas être lu (%s) ; vérifiez ses droits.", path, strerror(error));
}

// Reading stops behind the largest: what does not end, as /dev/zero, is a file that is larger.
static enum status read_bytes(struct buffer *text, FILE *file, const char *path,
    const struct whole_file_kind *kind, struct problem *problem)
{
    char block[4096];
    size_t read = 0;
    size_t count;
    while (read <= kind->largest && (count = fread(block, 1, sizeof block, file)) > 0) {
        buffer_append_bytes(text, block, count);
        read += count;
    }
    if (ferror(file))
        return refuse(path, kind, errno, problem);
    if (buffer_failed(text))
        return problem_set_no_memory(problem);
    if (read > kind->largest)
        return problem_set(problem, STATUS_UNUSABLE, "%s %s", path, kind->too_large);
    return STATUS_DONE;
}

enum status whole_file_read(struct buffer *text, const char *path,
    const struct whole_file_kind *kind, struct problem *problem)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return refuse(path, kind, errno, problem);
    enum status status = read_bytes(text, file, path, kind, problem);
    fclose(file);
    return status;
}
