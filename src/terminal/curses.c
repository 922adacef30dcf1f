// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/curses.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "surface/colour.h"
#include "terminal/crash_guard.h"

// Bracketed paste, then the mouse: presses and the wheel, with coordinates of any size.
static const char modes_on[] = "\033[?2004h\033[?1000h\033[?1006h";
static const char modes_off[] = "\033[?1006l\033[?1000l\033[?2004l";

// The modes off, plain letters, the cursor, the screen of before: nothing that needs memory.
static const char crash_sequence[] = "\033[?1006l\033[?1000l\033[?2004l\033[0m\033[?25h\033[?1049l";

enum {
    LARGEST_SIDE = 1000,
    TRUE_COLOURS = 1 << 24,
    PALETTE_BELOW = 256, // a terminal in true colour takes these numbers for its palette
    REPLACEMENT_CHARACTER = 0xFFFD,
};

struct curses {
    SCREEN *screen;
    struct crash_guard crash_guard;
    struct look looks[STYLE_COUNT];
    bool coloured;
    struct surface shown; // as last sent
    bool forgotten;       // `shown` is not what the terminal shows
    int cursor_visible;   // -1: unknown
};

static void write_modes(const char *sequence)
{
    ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
    (void)written; // a terminal that is gone is met again at the next reading
}

static enum status check_terminal(struct problem *problem)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "Greffe s'ouvre dans un terminal, et il n'y en a pas ici : «greffe tableau» écrit le "
        "tableau en texte.");
}

static bool has_string(const char *capability)
{
    const char *string = tigetstr(capability);
    return string != NULL && string != (char *)-1;
}

static enum status refuse_terminal(const char *name, struct problem *problem)
{
    if (name == NULL || *name == '\0')
        return problem_set(problem, STATUS_SYSTEM,
            "La variable TERM ne dit pas quel est ce terminal : essayez «TERM=xterm-256color "
            "greffe».");
    return problem_set(problem, STATUS_SYSTEM,
        "Le terminal «%s» est inconnu de ce système : essayez «TERM=xterm-256color greffe».", name);
}

static enum status open_screen(struct curses *curses, struct problem *problem)
{
    const char *name = getenv("TERM");
    // The window's size counts, not LINES and COLUMNS, which a shell may have exported long ago.
    use_env(FALSE);
    use_tioctl(TRUE);
    curses->screen = newterm(NULL, stdout, stdin);
    if (curses->screen == NULL)
        return refuse_terminal(name, problem);
    if (!has_string("cup") || !has_string("clear"))
        return problem_set(problem, STATUS_SYSTEM,
            "Le terminal «%s» ne sait pas placer son curseur : essayez «TERM=xterm-256color "
            "greffe», ou «greffe tableau», qui écrit le tableau en texte.",
            name == NULL ? "" : name);
    return STATUS_DONE;
}

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
}

// Terminals in true colour say how many bits a channel has; all that exist have eight.
static bool has_true_colours(void)
{
    return COLORS >= TRUE_COLOURS &&
           (tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || has_string("RGB"));
}

static int true_colour(int32_t rgb)
{
    return rgb != COLOUR_DEFAULT && rgb < PALETTE_BELOW ? 0 : rgb;
}

static void choose_colours(const struct look *look, bool all, int *foreground, int *background)
{
    if (all) {
        *foreground = true_colour(look->foreground);
        *background = true_colour(look->background);
    } else
        colour_of_look(look, COLORS, foreground, background);
}

static short pair_of(int style)
{
    return (short)(style + 1);
}

static void start_colours(const struct curses *curses)
{
    start_color();
    bool defaults = use_default_colors() == OK;
    bool all = has_true_colours();
    for (int style = 0; style < STYLE_COUNT; style++) {
        int foreground;
        int background;
        choose_colours(&curses->looks[style], all, &foreground, &background);
        if (!defaults && foreground == COLOUR_DEFAULT)
            foreground = COLOR_WHITE;
        if (!defaults && background == COLOUR_DEFAULT)
            background = COLOR_BLACK;
        init_extended_pair(pair_of(style), foreground, background);
    }
}

static bool wants_colours(void)
{
    const char *refused = getenv("NO_COLOR");
    return (refused == NULL || *refused == '\0') && has_colors();
}

static enum status choose_looks(
    struct curses *curses, const struct theme *theme, struct problem *problem)
{
    struct theme monochrome;
    curses->coloured = wants_colours();
    if (!curses->coloured) {
        struct buffer warnings = {0};
        enum status status = theme_load(&monochrome, "monochrome", NULL, &warnings, problem);
        buffer_clear(&warnings);
        if (status != STATUS_DONE)
            return status;
        theme = &monochrome;
    }
    memcpy(curses->looks, theme->looks, sizeof curses->looks);
    if (curses->coloured)
        start_colours(curses);
    return STATUS_DONE;
}

static void begin(struct curses *curses, const struct termios *found)
{
    set_modes();
    refresh();
    write_modes(modes_on);
    crash_guard_start(&curses->crash_guard, STDIN_FILENO, found, crash_sequence);
}

enum status curses_create(
    struct curses **curses, const struct theme *theme, struct problem *problem)
{
    struct termios found;
    enum status status = check_terminal(problem);
    if (status != STATUS_DONE)
        return status;
    struct curses *created = calloc(1, sizeof *created);
    if (created == NULL)
        return problem_set_no_memory(problem);
    created->forgotten = true;
    created->cursor_visible = -1;
    tcgetattr(STDIN_FILENO, &found);
    status = open_screen(created, problem);
    if (status == STATUS_DONE)
        status = choose_looks(created, theme, problem);
    if (status != STATUS_DONE) {
        if (created->screen != NULL)
            delscreen(created->screen);
        tcsetattr(STDIN_FILENO, TCSADRAIN, &found);
        free(created);
        return status;
    }
    begin(created, &found);
    *curses = created;
    return STATUS_DONE;
}

void curses_destroy(struct curses *curses)
{
    if (curses == NULL)
        return;
    curses_leave(curses);
    crash_guard_stop(&curses->crash_guard);
    delscreen(curses->screen);
    surface_clear(&curses->shown);
    free(curses);
}

void curses_leave(struct curses *curses)
{
    write_modes(modes_off);
    endwin();
    curses->cursor_visible = -1;
}

void curses_return(struct curses *curses)
{
    reset_prog_mode();
    refresh();
    write_modes(modes_on);
    curses_forget(curses);
}

void curses_forget(struct curses *curses)
{
    curses->forgotten = true;
}

static int within(int side)
{
    return side < 1 ? 1 : side > LARGEST_SIDE ? LARGEST_SIDE : side;
}

void curses_measure(struct curses *curses, int *rows, int *columns)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
        (size.ws_row != LINES || size.ws_col != COLS)) {
        resizeterm(within(size.ws_row), within(size.ws_col));
        curses_forget(curses);
    }
    *rows = LINES;
    *columns = COLS;
}

static attr_t attributes_of(unsigned look)
{
    static const struct {
        unsigned look;
        attr_t attribute;
    } attributes[] = {
        {LOOK_BOLD, WA_BOLD},
        {LOOK_UNDERLINE, WA_UNDERLINE},
        {LOOK_REVERSE, WA_REVERSE},
        {LOOK_ITALIC, WA_ITALIC},
        {LOOK_DIM, WA_DIM},
    };
    attr_t all = WA_NORMAL;
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        if ((look & attributes[i].look) != 0)
            all |= attributes[i].attribute;
    return all;
}

static bool same_cell(const struct cell *left, const struct cell *right)
{
    return left->style == right->style && left->width == right->width &&
           strcmp(left->text, right->text) == 0;
}

// curses keeps the first spacing character of a cell and its marks; where that is narrower than
// the whole grapheme (a flag), a blank fills up.
static void put_cell(const struct curses *curses, int row, int column, const struct cell *cell)
{
    wchar_t wide[CELL_TEXT_SIZE] = {0};
    const char *text = cell->text;
    mbstate_t state = {0};
    size_t length = mbsrtowcs(wide, &text, CELL_TEXT_SIZE - 1, &state);
    if (length == (size_t)-1 || length == 0 || wcwidth(wide[0]) < 1)
        wcscpy(wide, (wchar_t[]){REPLACEMENT_CHARACTER, L'\0'});
    else if (length > CCHARW_MAX)
        wide[CCHARW_MAX] = L'\0';
    attr_t attributes = attributes_of(curses->looks[cell->style].attributes);
    short pair = curses->coloured ? pair_of(cell->style) : 0;
    cchar_t character;
    if (setcchar(&character, wide, attributes, pair, NULL) != OK)
        return;
    mvadd_wch(row, column, &character);
    if (wcwidth(wide[0]) < cell->width && setcchar(&character, L" ", attributes, pair, NULL) == OK)
        mvadd_wch(row, column + 1, &character);
}

static bool is_shown(const struct curses *curses, const struct surface *surface)
{
    return !curses->forgotten && curses->shown.rows == surface->rows &&
           curses->shown.columns == surface->columns;
}

static void put_changes(const struct curses *curses, const struct surface *surface)
{
    bool compares = is_shown(curses, surface);
    for (int row = 0; row < surface->rows && row < LINES; row++) {
        for (int column = 0; column < surface->columns && column < COLS; column++) {
            size_t i = (size_t)row * (size_t)surface->columns + (size_t)column;
            const struct cell *cell = &surface->cells[i];
            if (cell->width > 0 && !(compares && same_cell(cell, &curses->shown.cells[i])))
                put_cell(curses, row, column, cell);
        }
    }
}

// When memory ends, the next surface is sent whole.
static void remember(struct curses *curses, const struct surface *surface)
{
    struct surface *shown = &curses->shown;
    bool fits = (shown->rows == surface->rows && shown->columns == surface->columns) ||
                surface_resize(shown, surface->rows, surface->columns);
    curses->forgotten = !fits;
    if (fits)
        memcpy(shown->cells, surface->cells,
            (size_t)surface->rows * (size_t)surface->columns * sizeof surface->cells[0]);
}

static void place_cursor(struct curses *curses, const struct surface *surface)
{
    if (curses->cursor_visible != surface->cursor_visible)
        curs_set(surface->cursor_visible);
    curses->cursor_visible = surface->cursor_visible;
    move(within(surface->cursor_row + 1) - 1, within(surface->cursor_column + 1) - 1);
}

void curses_show(struct curses *curses, const struct surface *surface)
{
    if (curses->forgotten) {
        erase();
        clearok(stdscr, TRUE);
    }
    put_changes(curses, surface);
    place_cursor(curses, surface);
    refresh();
    remember(curses, surface);
}
