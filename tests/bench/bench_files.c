// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "large_meeting.h"
#include "sample.h"

bool run_quietly(char *const arguments[])
{
    int status = 0;
    pid_t process = fork();
    if (process == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    return process > 0 && waitpid(process, &status, 0) == process && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

static bool make_folder(struct bench_files *files)
{
    const char *temporary = getenv("TMPDIR");
    static const char *const homes[] = {
        "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"};
    snprintf(files->folder, sizeof files->folder, "%.128s/greffe-bench-XXXXXX",
        temporary == NULL ? "/tmp" : temporary);
    if (mkdtemp(files->folder) == NULL) {
        files->folder[0] = '\0';
        return false;
    }
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++)
        setenv(homes[i], files->folder, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("GREFFE_FICHIER");
    return true;
}

static bool in_folder(const struct bench_files *files, const char *name, char path[BENCH_PATH_SIZE])
{
    int length = snprintf(path, BENCH_PATH_SIZE, "%s/%s", files->folder, name);
    return length > 0 && length < BENCH_PATH_SIZE;
}

bool bench_files_copy(const struct bench_files *files, enum bench_file file, const char *name,
    char path[BENCH_PATH_SIZE])
{
    char source[BENCH_PATH_SIZE];
    memcpy(source, files->paths[file], sizeof source);
    char *const copy[] = {(char[]){"cp"}, source, path, NULL};
    if (!in_folder(files, name, path) || !run_quietly(copy))
        return false;
    sync(); // or the first commit would wait for the copy
    return true;
}

static bool generate_file(char *generate, char *path, int decisions)
{
    char count[16];
    snprintf(count, sizeof count, "%d", decisions);
    char *const fill[] = {generate, path, count, NULL};
    return run_quietly(fill);
}

// The open meeting is adjourned and closed by its keys.
static bool close_meeting(const struct bench_files *files, char *greffe, char *path)
{
    char keys[BENCH_PATH_SIZE];
    if (!in_folder(files, "close.keys", keys))
        return false;
    FILE *script = fopen(keys, "we");
    if (script == NULL)
        return false;
    bool written = fputs("@horloge 2029-01-05T18:00\n<f9><f9>C\n", script) >= 0;
    char *const close[] = {greffe, (char[]){"-f"}, path, (char[]){"rejouer"}, keys, NULL};
    return fclose(script) == 0 && written && run_quietly(close);
}

static bool make_meetings(struct bench_files *files, const char *const names[BENCH_FILE_COUNT])
{
    static const struct {
        enum bench_file file;
        bool (*make)(const char *path);
    } meetings[] = {
        {FILE_EMPTY_MEETING, empty_meeting_make_in}, {FILE_LARGE_MEETING, large_meeting_make_in}};
    for (size_t i = 0; i < sizeof meetings / sizeof meetings[0]; i++) {
        enum bench_file file = meetings[i].file;
        if (!bench_files_copy(files, FILE_SMALL, names[file], files->paths[file]) ||
            !meetings[i].make(files->paths[file]))
            return false;
    }
    return true;
}

static bool make_files(struct bench_files *files, char *greffe, char *generate)
{
    static const char *const names[BENCH_FILE_COUNT] = {
        [FILE_SMALL] = "small.ctg",
        [FILE_SMALL_HELD] = "small-held.ctg",
        [FILE_LARGE] = "large.ctg",
        [FILE_LARGE_HELD] = "large-held.ctg",
        [FILE_EMPTY_MEETING] = "empty-meeting.ctg",
        [FILE_LARGE_MEETING] = "large-meeting.ctg",
    };
    for (int i = 0; i < BENCH_FILE_COUNT; i++)
        if (!in_folder(files, names[i], files->paths[i]))
            return false;
    char *const create[] = {greffe, (char[]){"creer"}, files->paths[FILE_SMALL], NULL};
    if (!run_quietly(create) ||
        !generate_file(generate, files->paths[FILE_SMALL_HELD], HELD_DECISIONS))
        return false;
    double start = sample_clock();
    if (!generate_file(generate, files->paths[FILE_LARGE_HELD], LARGE_DECISIONS))
        return false;
    files->milliseconds = sample_clock() - start;
    return bench_files_copy(files, FILE_LARGE_HELD, names[FILE_LARGE], files->paths[FILE_LARGE]) &&
           close_meeting(files, greffe, files->paths[FILE_LARGE]) && make_meetings(files, names);
}

bool bench_files_make(struct bench_files *files, char *greffe, char *generate)
{
    if (make_folder(files) && make_files(files, greffe, generate))
        return true;
    fprintf(stderr, "bench: the files to measure on could not be made\n");
    return false;
}

void bench_files_remove(const struct bench_files *files)
{
    char folder[BENCH_PATH_SIZE];
    memcpy(folder, files->folder, sizeof folder);
    char *const sweep[] = {(char[]){"rm"}, (char[]){"-rf"}, folder, NULL};
    if (folder[0] != '\0')
        run_quietly(sweep);
}
