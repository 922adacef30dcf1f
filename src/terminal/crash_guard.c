// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/crash_guard.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

static const int fatal[CRASH_SIGNAL_COUNT] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

enum { STACK_SIZE = 64 * 1024 };

// All that a handler may use; it is written before the handler is there.
static struct {
    struct crash_guard guard;
    int descriptor;
    struct termios modes;
    const char *sequence;
    stack_t stack_before;
    char stack[STACK_SIZE]; // a stack that is full is a crash as well
} found;

static void give_back(int number)
{
    ssize_t written = write(found.descriptor, found.sequence, strlen(found.sequence));
    (void)written;
    tcsetattr(found.descriptor, TCSANOW, &found.modes);
    crash_guard_stop(&found.guard);
    raise(number);
}

// A stack that somebody else has set is left alone.
static void use_stack(void)
{
    const stack_t stack = {.ss_sp = found.stack, .ss_size = STACK_SIZE};
    if (sigaltstack(NULL, &found.stack_before) == 0 &&
        (found.stack_before.ss_flags & SS_DISABLE) != 0)
        sigaltstack(&stack, NULL);
}

void crash_guard_start(
    struct crash_guard *guard, int descriptor, const struct termios *modes, const char *sequence)
{
    for (size_t i = 0; i < CRASH_SIGNAL_COUNT; i++)
        sigaction(fatal[i], NULL, &guard->actions_before[i]);
    found.guard = *guard;
    found.descriptor = descriptor;
    found.modes = *modes;
    found.sequence = sequence;
    use_stack();
    struct sigaction action = {.sa_handler = give_back, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < CRASH_SIGNAL_COUNT; i++)
        sigaction(fatal[i], &action, NULL);
}

void crash_guard_stop(const struct crash_guard *guard)
{
    for (size_t i = 0; i < CRASH_SIGNAL_COUNT; i++)
        sigaction(fatal[i], &guard->actions_before[i], NULL);
}
