// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of the grid, and how a text is read into cells, grapheme by grapheme.
//
// Text from the file may have been written by another program: what is read here may always be
// shown, so a cell never holds a control character.
#ifndef GREFFE_SURFACE_CELL_H
#define GREFFE_SURFACE_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "surface/style.h"

// One grapheme of at most this many bytes, NUL included; what is longer loses its last marks.
enum { CELL_TEXT_SIZE = 20 };

struct cell {
    char text[CELL_TEXT_SIZE]; // UTF-8; " " when empty; "" right of a double-width grapheme
    unsigned char width;       // 1 or 2; 0 right of a double-width grapheme
    unsigned char style;       // enum style
};

// A text, borrowed, and how far it has been read.
struct cell_reader {
    const char *text;
    size_t length;
    size_t offset;
};

void cell_set_blank(struct cell *cell, enum style style);

// Both take the next grapheme and leave the style of the cell as it is. False, with nothing taken
// and nothing changed, at the end of the text.
//
// The first takes one that is a Latin character of one cell and stands for itself: nearly all are,
// and cheap to tell. False for any other too.
bool cell_read_plain(struct cell_reader *reader, struct cell *cell);
bool cell_read(struct cell_reader *reader, struct cell *cell); // width 0 for a mark that is alone

// Puts a mark that came alone behind the grapheme of the cell, where there is room.
void cell_join_mark(struct cell *cell, const char *mark);

#endif
