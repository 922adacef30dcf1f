// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick of the bench: the least that a program of this kind can do. It opens the file,
// reads its schema, draws every cell, and draws every cell again at each key; `q` ends it.
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>

static int read_schema(const char *path)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    int bytes = 0;
    if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "SELECT type, name, sql FROM sqlite_schema", -1, &statement,
            NULL) == SQLITE_OK)
        while (sqlite3_step(statement) == SQLITE_ROW)
            bytes += sqlite3_column_bytes(statement, 2);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return bytes;
}

static void draw(int seed)
{
    int rows = 0;
    int columns = 0;
    getmaxyx(stdscr, rows, columns);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            attrset(COLOR_PAIR(1 + row % 6));
            mvaddch(row, column, (chtype)('a' + (row + column + seed) % 26));
        }
    refresh();
}

int main(int count, char **arguments)
{
    setlocale(LC_ALL, "");
    int seed = count > 1 ? read_schema(arguments[1]) : 0;
    initscr();
    start_color();
    for (short pair = 1; pair <= 6; pair++)
        init_pair(pair, pair, COLOR_BLACK);
    raw();
    noecho();
    keypad(stdscr, TRUE);
    do
        draw(seed++);
    while (getch() != 'q');
    endwin();
    return 0;
}
