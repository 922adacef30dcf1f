// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/signals.h"

#include <poll.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

static const struct {
    int number;
    enum signals_news news;
} handled[SIGNALS_COUNT] = {
    {SIGHUP, SIGNALS_END},
    {SIGTERM, SIGNALS_END},
    {SIGINT, SIGNALS_END},
    {SIGQUIT, SIGNALS_END},
    {SIGTSTP, SIGNALS_SUSPEND},
    {SIGCONT, SIGNALS_RESUMED},
    {SIGWINCH, SIGNALS_RESIZED},
};

// One flag a signal: a handler that reads and writes the same word could lose another's bit.
static volatile sig_atomic_t caught[SIGNALS_COUNT];

static void note_signal(int number)
{
    for (size_t i = 0; i < SIGNALS_COUNT; i++)
        if (handled[i].number == number)
            caught[i] = 1;
}

static void set_handler(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    sigfillset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void block_handled(sigset_t *before)
{
    sigset_t mask;
    sigemptyset(&mask);
    for (size_t i = 0; i < SIGNALS_COUNT; i++)
        sigaddset(&mask, handled[i].number);
    sigprocmask(SIG_BLOCK, &mask, before);
}

void signals_start(struct signals *signals)
{
    block_handled(&signals->mask_before);
    for (size_t i = 0; i < SIGNALS_COUNT; i++) {
        caught[i] = 0;
        sigaction(handled[i].number, NULL, &signals->actions_before[i]);
        set_handler(handled[i].number, note_signal);
    }
}

void signals_stop(const struct signals *signals)
{
    // What still waits is ours to take: a terminal that is gone says so in two ways.
    sigprocmask(SIG_SETMASK, &signals->mask_before, NULL);
    for (size_t i = 0; i < SIGNALS_COUNT; i++)
        sigaction(handled[i].number, &signals->actions_before[i], NULL);
}

unsigned signals_take(void)
{
    unsigned news = 0;
    for (size_t i = 0; i < SIGNALS_COUNT; i++) {
        if (caught[i] != 0)
            news |= handled[i].news;
        caught[i] = 0;
    }
    return news;
}

enum signals_wait signals_wait(const struct signals *signals, int descriptor, int milliseconds)
{
    struct pollfd watched = {.fd = descriptor, .events = POLLIN};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    int ready = ppoll(&watched, 1, &limit, &signals->mask_before);
    if (ready < 0)
        return WAIT_INTERRUPTED;
    return ready > 0 ? WAIT_READABLE : WAIT_TIME_OVER;
}

void signals_suspend(const struct signals *signals)
{
    signals_lend(signals);
    kill(0, SIGTSTP);
    signals_take_back();
}

void signals_lend(const struct signals *signals)
{
    set_handler(SIGINT, SIG_IGN);
    set_handler(SIGQUIT, SIG_IGN);
    set_handler(SIGTSTP, SIG_DFL);
    sigprocmask(SIG_SETMASK, &signals->mask_before, NULL);
}

void signals_take_back(void)
{
    block_handled(NULL);
    set_handler(SIGINT, note_signal);
    set_handler(SIGQUIT, note_signal);
    set_handler(SIGTSTP, note_signal);
}
