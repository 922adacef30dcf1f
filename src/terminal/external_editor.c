// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/external_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127, CHUNK = 8192 };

static const char file_suffix[] = ".txt";

static const char *variable(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value == NULL || *value == '\0' ? otherwise : value;
}

// Where a file for a moment goes: what a login sets up may be gone (after su).
static const char *temporary_folder(void)
{
    const char *const folders[] = {variable("XDG_RUNTIME_DIR", NULL), variable("TMPDIR", NULL)};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        if (folders[i] != NULL && access(folders[i], W_OK | X_OK) == 0)
            return folders[i];
    return "/tmp";
}

// A line for the shell; the file is its first argument.
static void append_command(struct buffer *command)
{
    const char *chosen = variable("VISUAL", variable("EDITOR", NULL));
    if (chosen != NULL)
        buffer_append_format(command, "%s \"$1\"", chosen);
    else
        buffer_append(command, "for editor in editor nano vi; do command -v $editor >/dev/null && "
                               "exec $editor \"$1\"; done; exit 127");
}

static bool write_all(int descriptor, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, text, length);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            text += written;
            length -= (size_t)written;
        }
    }
    return true;
}

static enum status write_file(char *path, const char *text, struct problem *problem)
{
    int descriptor = mkostemps(path, sizeof file_suffix - 1, O_CLOEXEC);
    bool done = descriptor >= 0 && write_all(descriptor, text, strlen(text)) &&
                write_all(descriptor, "\n", 1);
    int reason = errno;
    if (descriptor >= 0 && close(descriptor) != 0 && done) {
        reason = errno;
        done = false;
    }
    if (done)
        return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "Le texte n'a pas pu être écrit pour l'éditeur («%s») : %s.", path, strerror(reason));
}

static enum status read_file(const char *path, struct buffer *out, struct problem *problem)
{
    char chunk[CHUNK];
    size_t before = out->length;
    ssize_t count = -1;
    // By its name again: many editors put a new file in the place of the old one.
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        while ((count = read(descriptor, chunk, sizeof chunk)) > 0 &&
               out->length - before <= EXTERNAL_EDITOR_SIZE_LIMIT)
            buffer_append_bytes(out, chunk, (size_t)count);
        close(descriptor);
    }
    bool failed = buffer_failed(out);
    if (count == 0 && !failed) {
        if (out->length > before && buffer_text(out)[out->length - 1] == '\n')
            buffer_truncate(out, out->length - 1);
        return STATUS_DONE;
    }
    buffer_truncate(out, before);
    if (failed)
        return problem_set_no_memory(problem);
    return problem_set(problem, STATUS_SYSTEM,
        "Le texte de l'éditeur n'a pas pu être relu, ou il est trop long : celui d'avant est "
        "gardé.");
}

// The shell's exit code; -1 when it could not be run or was killed.
static int run_shell(const char *command, const char *path)
{
    char *copy = strdup(command);
    char *file = strdup(path);
    char *arguments[] = {(char[]){"sh"}, (char[]){"-c"}, copy, (char[]){"greffe"}, file, NULL};
    posix_spawnattr_t attributes;
    sigset_t defaults;
    pid_t child;
    int result = -1;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGINT);
    sigaddset(&defaults, SIGQUIT);
    if (copy != NULL && file != NULL && posix_spawnattr_init(&attributes) == 0) {
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        if (posix_spawn(&child, "/bin/sh", NULL, &attributes, arguments, environ) == 0) {
            pid_t ended;
            while ((ended = waitpid(child, &result, 0)) < 0 && errno == EINTR) {
            }
            result = ended == child && WIFEXITED(result) ? WEXITSTATUS(result) : -1;
        }
        posix_spawnattr_destroy(&attributes);
    }
    free(copy);
    free(file);
    return result;
}

static enum status run_editor(const char *path, struct problem *problem)
{
    struct buffer command = {0};
    append_command(&command);
    if (buffer_failed(&command))
        return problem_set_no_memory(problem);
    int result = run_shell(buffer_text(&command), path);
    buffer_clear(&command);
    const char *name = variable("VISUAL", variable("EDITOR", "nano"));
    if (result == 0)
        return STATUS_DONE;
    if (result == NOT_FOUND)
        return problem_set(problem, STATUS_SYSTEM,
            "L'éditeur «%s» est introuvable : dites dans VISUAL ou EDITOR lequel prendre.", name);
    return problem_set(problem, STATUS_REFUSED,
        "L'éditeur «%s» s'est arrêté sur une erreur : le texte est resté comme il était.", name);
}

enum status external_editor_run(const char *text, struct buffer *out, struct problem *problem)
{
    struct buffer path = {0};
    buffer_append_format(&path, "%s/greffe-XXXXXX%s", temporary_folder(), file_suffix);
    char *name = buffer_take(&path);
    if (name == NULL)
        return problem_set_no_memory(problem);
    enum status status = write_file(name, text, problem);
    if (status == STATUS_DONE)
        status = run_editor(name, problem);
    if (status == STATUS_DONE)
        status = read_file(name, out, problem);
    unlink(name);
    free(name);
    return status;
}
