// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lock_holder.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// The pending, reserved and shared bytes.
enum { FIRST_LOCKED_BYTE = 0x40000000, LOCKED_BYTES = 512 };

static void program_name(long process, char *name, size_t size)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/comm", process);
    FILE *file = fopen(path, "re");
    if (file == NULL || fgets(name, (int)size, file) == NULL)
        snprintf(name, size, "un programme");
    name[strcspn(name, "\n")] = '\0';
    if (file != NULL)
        fclose(file);
}

void lock_holder(const char *path, char *text, size_t size)
{
    *text = '\0';
    int descriptor = open(path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return;
    struct flock lock = {
        .l_type = F_WRLCK,
        .l_whence = SEEK_SET,
        .l_start = FIRST_LOCKED_BYTE,
        .l_len = LOCKED_BYTES,
    };
    if (fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0) {
        char name[32];
        program_name((long)lock.l_pid, name, sizeof name);
        snprintf(text, size, "%s (processus %ld)", name, (long)lock.l_pid);
    }
    close(descriptor);
}
