// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>
#include <cmocka.h>

#include "base/buffer.h"

enum { STEP_MILLISECONDS = 20, CHUNK = 8192, ROW_SIZE = 8192 };

struct pty {
    pid_t process;
    int master; // -1 once hung up
    int rows, columns;
    VTerm *emulator;
    VTermScreen *screen;
    struct pty_cursor cursor;
    bool taken;
    bool mouse;
    struct termios found;
    bool ended;
    int end;
    size_t bytes;
    struct buffer text;
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int move_cursor(VTermPos place, VTermPos before, int visible, void *user)
{
    struct pty *pty = user;
    (void)before;
    (void)visible;
    pty->cursor.row = place.row;
    pty->cursor.column = place.col;
    return 1;
}

static int set_property(VTermProp property, VTermValue *value, void *user)
{
    struct pty *pty = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        pty->cursor.visible = value->boolean;
    else if (property == VTERM_PROP_ALTSCREEN)
        pty->taken = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        pty->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static void start_emulator(struct pty *pty)
{
    static const VTermScreenCallbacks callbacks = {
        .movecursor = move_cursor, .settermprop = set_property};
    pty->emulator = vterm_new(pty->rows, pty->columns);
    assert_non_null(pty->emulator);
    vterm_set_utf8(pty->emulator, 1);
    pty->screen = vterm_obtain_screen(pty->emulator);
    vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
}

static void set_environment(const char *const *environment)
{
    setenv("TERM", "xterm-256color", 1);
    for (; environment != NULL && *environment != NULL; environment++) {
        char *setting = strdup(*environment);
        char *value = strchr(setting, '=');
        if (value == NULL)
            unsetenv(setting);
        else {
            *value = '\0';
            setenv(setting, value + 1, 1);
        }
        free(setting);
    }
}

struct pty *pty_start(
    char *const arguments[], int rows, int columns, const char *const *environment)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    struct pty *pty = calloc(1, sizeof *pty);
    assert_non_null(pty);
    pty->rows = rows;
    pty->columns = columns;
    pty->cursor.visible = true;
    start_emulator(pty);
    int slave = -1;
    assert_int_equal(openpty(&pty->master, &slave, NULL, NULL, &size), 0);
    // Another program that is started later must not hold this terminal.
    assert_true(fcntl(pty->master, F_SETFD, FD_CLOEXEC) >= 0);
    assert_int_equal(tcgetattr(slave, &pty->found), 0);
    pty->process = fork();
    assert_true(pty->process >= 0);
    if (pty->process == 0) {
        login_tty(slave);
        set_environment(environment);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    close(slave);
    return pty;
}

// Takes note of the end of the program, if it has come.
static void look_for_end(struct pty *pty)
{
    int status;
    if (pty->ended || waitpid(pty->process, &status, WNOHANG) != pty->process)
        return;
    pty->ended = true;
    pty->end = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void pty_destroy(struct pty *pty)
{
    if (pty == NULL)
        return;
    if (pty->master >= 0)
        close(pty->master);
    if (!pty->ended) {
        kill(pty->process, SIGKILL);
        waitpid(pty->process, NULL, 0);
    }
    vterm_free(pty->emulator);
    buffer_clear(&pty->text);
    free(pty);
}

// What the emulator answers to questions of the program.
static void send_answers(struct pty *pty)
{
    char answer[256];
    size_t length = vterm_output_read(pty->emulator, answer, sizeof answer);
    if (length > 0 && write(pty->master, answer, length) < 0)
        return;
}

// Shows what has come, waiting for it a little. False when nothing more can come.
static bool take_in(struct pty *pty)
{
    char bytes[CHUNK];
    struct pollfd ready = {.fd = pty->master, .events = POLLIN};
    if (poll(&ready, 1, STEP_MILLISECONDS) <= 0)
        return true;
    if (pty->master < 0)
        return false;
    ssize_t count = read(pty->master, bytes, sizeof bytes);
    if (count <= 0)
        return false;
    pty->bytes += (size_t)count;
    vterm_input_write(pty->emulator, bytes, (size_t)count);
    vterm_screen_flush_damage(pty->screen);
    send_answers(pty);
    return true;
}

void pty_send(struct pty *pty, const char *bytes)
{
    size_t length = strlen(bytes);
    while (length > 0) {
        // A terminal takes little at a time; what the program writes meanwhile must go somewhere.
        size_t part = length < 1024 ? length : 1024;
        ssize_t count = write(pty->master, bytes, part);
        assert_true(count > 0);
        bytes += count;
        length -= (size_t)count;
        if (length > 0)
            take_in(pty);
    }
}

static void send_with(struct pty *pty, void (*press)(VTerm *emulator))
{
    press(pty->emulator);
    send_answers(pty);
}

void pty_paste(struct pty *pty, const char *text)
{
    send_with(pty, vterm_keyboard_start_paste);
    pty_send(pty, text);
    send_with(pty, vterm_keyboard_end_paste);
}

void pty_click(struct pty *pty, int row, int column)
{
    vterm_mouse_move(pty->emulator, row, column, VTERM_MOD_NONE);
    vterm_mouse_button(pty->emulator, 1, true, VTERM_MOD_NONE);
    vterm_mouse_button(pty->emulator, 1, false, VTERM_MOD_NONE);
    send_answers(pty);
}

void pty_scribble(struct pty *pty, const char *text)
{
    vterm_input_write(pty->emulator, text, strlen(text));
    vterm_screen_flush_damage(pty->screen);
}

void pty_resize(struct pty *pty, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    pty->rows = rows;
    pty->columns = columns;
    vterm_set_size(pty->emulator, rows, columns);
    assert_int_equal(ioctl(pty->master, TIOCSWINSZ, &size), 0);
}

void pty_signal(struct pty *pty, int number)
{
    assert_int_equal(kill(pty->process, number), 0);
}

void pty_hang_up(struct pty *pty)
{
    close(pty->master);
    pty->master = -1;
}

static void fail_with_screen(struct pty *pty, const char *wanted)
{
    fprintf(stderr, "%s, but the screen is:\n%s\n", wanted, pty_text(pty));
    fail();
}

// The cell where `text` begins; row -1 when it is not shown.
static VTermPos find_cell(struct pty *pty, const char *text)
{
    char found[ROW_SIZE];
    for (VTermPos place = {0, 0}; place.row < pty->rows; place.row++) {
        for (place.col = 0; place.col < pty->columns; place.col++) {
            VTermRect area = {place.row, place.row + 1, place.col, pty->columns};
            size_t length = vterm_screen_get_text(pty->screen, found, sizeof found, area);
            if (length >= strlen(text) && memcmp(found, text, strlen(text)) == 0)
                return place;
        }
    }
    return (VTermPos){-1, 0};
}

static VTermPos found_cell(struct pty *pty, const char *text)
{
    VTermPos place = find_cell(pty, text);
    if (place.row < 0) {
        fprintf(stderr, "looked for «%s»\n", text);
        fail_with_screen(pty, "it is not shown");
    }
    return place;
}

// What is waited for on the screen.
struct wanted {
    const char *text;
    bool shown;
    int row; // -1: any
    bool with_cursor;
};

static bool is_there(struct pty *pty, const struct wanted *wanted)
{
    if (wanted->with_cursor)
        return pty->cursor.visible && find_cell(pty, wanted->text).row == pty->cursor.row;
    if (wanted->row < 0)
        return pty_shows(pty, wanted->text) == wanted->shown;
    return wanted->row < pty->rows && find_cell(pty, wanted->text).row == wanted->row;
}

static void wait_until(struct pty *pty, struct wanted wanted)
{
    int64_t limit = now() + (int64_t)PTY_LIMIT_SECONDS * 1000;
    bool more = true;
    while (!is_there(pty, &wanted) && more && now() < limit)
        more = take_in(pty);
    if (is_there(pty, &wanted))
        return;
    fprintf(stderr, "waited %s «%s»%s (row %d)\n", wanted.shown ? "for" : "for the end of",
        wanted.text, wanted.with_cursor ? " with the cursor" : "", wanted.row);
    fail_with_screen(pty, "it did not come");
}

void pty_wait_for(struct pty *pty, const char *text)
{
    wait_until(pty, (struct wanted){.text = text, .shown = true, .row = -1});
}

void pty_wait_for_on_row(struct pty *pty, const char *text, int row)
{
    wait_until(pty, (struct wanted){.text = text, .shown = true, .row = row});
}

void pty_wait_for_cursor_on(struct pty *pty, const char *text)
{
    wait_until(pty, (struct wanted){.text = text, .shown = true, .row = -1, .with_cursor = true});
}

void pty_wait_until_gone(struct pty *pty, const char *text)
{
    wait_until(pty, (struct wanted){.text = text, .row = -1});
}

int pty_wait_for_end(struct pty *pty)
{
    int64_t limit = now() + (int64_t)PTY_LIMIT_SECONDS * 1000;
    while (!pty->ended && now() < limit) {
        take_in(pty);
        look_for_end(pty);
    }
    if (!pty->ended)
        fail_with_screen(pty, "the program should have ended");
    while (pty->master >= 0 && poll(&(struct pollfd){pty->master, POLLIN, 0}, 1, 0) > 0)
        if (!take_in(pty))
            break;
    return pty->end;
}

static void append_row(struct pty *pty, int row)
{
    char text[ROW_SIZE];
    VTermRect area = {row, row + 1, 0, pty->columns};
    size_t length = vterm_screen_get_text(pty->screen, text, sizeof text, area);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\0'))
        length--;
    for (size_t i = 0; i < length; i++)
        buffer_append_character(&pty->text, text[i] == '\0' ? ' ' : text[i]);
    buffer_append_character(&pty->text, '\n');
}

const char *pty_text(struct pty *pty)
{
    buffer_reset(&pty->text);
    for (int row = 0; row < pty->rows; row++)
        append_row(pty, row);
    return buffer_text(&pty->text);
}

bool pty_shows(struct pty *pty, const char *text)
{
    return strstr(pty_text(pty), text) != NULL;
}

struct pty_cursor pty_cursor(const struct pty *pty)
{
    return pty->cursor;
}

int pty_row_of(struct pty *pty, const char *text)
{
    return found_cell(pty, text).row;
}

struct pty_look pty_look_of(struct pty *pty, const char *text)
{
    VTermScreenCell cell;
    assert_true(vterm_screen_get_cell(pty->screen, found_cell(pty, text), &cell));
    const VTermColor *colour = &cell.fg;
    bool true_colour = VTERM_COLOR_IS_RGB(colour) && !VTERM_COLOR_IS_DEFAULT_FG(colour);
    return (struct pty_look){
        .coloured = !VTERM_COLOR_IS_DEFAULT_FG(colour) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg),
        .true_colour = true_colour,
        .foreground = true_colour
                          ? colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue
                          : colour->indexed.idx,
        .bold = cell.attrs.bold,
        .underline = cell.attrs.underline != 0,
        .reverse = cell.attrs.reverse,
    };
}

bool pty_is_taken(const struct pty *pty)
{
    return pty->taken;
}

// Whether the emulator would mark a paste: it only tells by doing so.
static bool marks_pastes(const struct pty *pty)
{
    char mark[16];
    vterm_keyboard_start_paste(pty->emulator);
    return vterm_output_read(pty->emulator, mark, sizeof mark) > 0;
}

void pty_assert_given_back(struct pty *pty)
{
    struct termios now;
    if (pty->taken || !pty->cursor.visible || pty->mouse || marks_pastes(pty))
        fail_with_screen(pty, "the terminal is still in the program's modes");
    assert_int_equal(tcgetattr(pty->master, &now), 0);
    assert_int_equal(now.c_lflag, pty->found.c_lflag);
    assert_int_equal(now.c_iflag, pty->found.c_iflag);
    assert_int_equal(now.c_oflag, pty->found.c_oflag);
    assert_int_equal(now.c_cflag, pty->found.c_cflag);
    assert_memory_equal(now.c_cc, pty->found.c_cc, sizeof now.c_cc);
}

size_t pty_bytes(const struct pty *pty)
{
    return pty->bytes;
}
