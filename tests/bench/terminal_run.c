// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_run.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"

enum { FIRST_BYTE_SECONDS = 10 };

static bool read_burst(struct terminal_run *run, double start, struct burst *burst)
{
    char bytes[65536];
    int wait = FIRST_BYTE_SECONDS * 1000;
    *burst = (struct burst){0};
    for (;;) {
        struct pollfd ready = {.fd = run->master, .events = POLLIN};
        int found = poll(&ready, 1, wait);
        if (found < 0 && errno == EINTR)
            continue;
        if (found <= 0)
            return burst->bytes > 0;
        ssize_t count = read(run->master, bytes, sizeof bytes);
        if (count <= 0)
            return burst->bytes > 0;
        burst->milliseconds = sample_clock() - start;
        burst->bytes += (size_t)count;
        wait = QUIET_MILLISECONDS;
    }
}

bool terminal_start(
    struct terminal_run *run, char *const arguments[], int rows, int columns, struct burst *burst)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    double start = sample_clock();
    run->process = forkpty(&run->master, NULL, NULL, &size);
    if (run->process < 0)
        return false;
    if (run->process == 0) {
        setenv("TERM", "xterm-256color", 1);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    return read_burst(run, start, burst);
}

bool terminal_send(struct terminal_run *run, const char *keys, struct burst *burst)
{
    size_t length = strlen(keys);
    double start = sample_clock();
    if (write(run->master, keys, length) != (ssize_t)length)
        return false;
    return read_burst(run, start, burst);
}

long terminal_peak_memory(const struct terminal_run *run)
{
    char path[64];
    char line[256];
    long kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)run->process);
    FILE *status = fopen(path, "re");
    if (status == NULL)
        return 0;
    while (fgets(line, sizeof line, status) != NULL)
        if (strncmp(line, "VmHWM:", 6) == 0)
            kilobytes = strtol(line + 6, NULL, 10);
    fclose(status);
    return kilobytes;
}

void terminal_stop(struct terminal_run *run)
{
    int status = 0;
    kill(run->process, SIGTERM);
    for (int tries = 0; tries < 100; tries++) {
        if (waitpid(run->process, &status, WNOHANG) == run->process) {
            close(run->master);
            return;
        }
        poll(NULL, 0, 10);
    }
    kill(run->process, SIGKILL);
    waitpid(run->process, &status, 0);
    close(run->master);
}
