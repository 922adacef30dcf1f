// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/cell.h"

#include <string.h>

#include "text/character.h"
#include "text/utf8.h"

static const char blank[] = " ";

void cell_set_blank(struct cell *cell, enum style style)
{
    *cell = (struct cell){" ", 1, (unsigned char)style};
}

static bool begins_apart(const struct cell_reader *reader, size_t offset)
{
    return offset >= reader->length ||
           (unsigned char)reader->text[offset] < CHARACTER_FIRST_JOINING_BYTE;
}

// The length of the next grapheme where it is plain; 0 where that is not sure.
static size_t plain_length(const struct cell_reader *reader)
{
    const unsigned char *next = (const unsigned char *)reader->text + reader->offset;
    if (reader->offset >= reader->length)
        return 0;
    if (*next >= ' ' && *next <= '~')
        return begins_apart(reader, reader->offset + 1) ? 1 : 0;
    if (*next < 0xC2 || *next > 0xC5 || reader->offset + 1 >= reader->length)
        return 0;
    bool letter = *next > 0xC2 ? next[1] >= 0x80 : next[1] >= 0xA0 && next[1] != 0xAD;
    return letter && next[1] <= 0xBF && begins_apart(reader, reader->offset + 2) ? 2 : 0;
}

bool cell_read_plain(struct cell_reader *reader, struct cell *cell)
{
    size_t length = plain_length(reader);
    if (length == 0)
        return false;
    const char *text = reader->text + reader->offset;
    cell->text[0] = text[0];
    cell->text[1] = length > 1 ? text[1] : '\0';
    cell->text[2] = '\0';
    cell->width = 1;
    reader->offset += length;
    return true;
}

// Keeps whole characters. A joiner that lost what it joins goes as well.
static void copy_grapheme(struct cell *cell, const char *text, size_t length)
{
    size_t kept = 0;
    for (size_t next = 0; next < length; kept = next) {
        next += character_at(text, length, next).length;
        if (next >= CELL_TEXT_SIZE)
            break;
    }
    size_t last = character_before(text, kept);
    if (kept < length && character_at(text, kept, last).code == CHARACTER_ZERO_WIDTH_JOINER)
        kept = last;
    memcpy(cell->text, text, kept);
    cell->text[kept] = '\0';
}

// Rare enough to allocate. A NUL, or anything when memory ends, shows as a blank.
static void show_grapheme(struct cell *cell)
{
    struct buffer shown = {0};
    text_show(&shown, cell->text, TEXT_ONE_LINE);
    bool fits = shown.length > 0 && shown.length < CELL_TEXT_SIZE;
    const char *text = fits ? buffer_text(&shown) : blank;
    memcpy(cell->text, text, strlen(text) + 1);
    cell->width = 1;
    buffer_clear(&shown);
}

bool cell_read(struct cell_reader *reader, struct cell *cell)
{
    if (reader->offset >= reader->length)
        return false;
    if (cell_read_plain(reader, cell))
        return true;
    size_t start = reader->offset;
    reader->offset = grapheme_next(reader->text, reader->length, start);
    cell->width = (unsigned char)grapheme_width(reader->text, start, reader->offset);
    copy_grapheme(cell, reader->text + start, reader->offset - start);
    if (*cell->text == '\0' || !text_is_harmless(cell->text))
        show_grapheme(cell);
    return true;
}

void cell_join_mark(struct cell *cell, const char *mark)
{
    size_t length = strlen(cell->text);
    size_t added = strlen(mark);
    if (length + added < CELL_TEXT_SIZE)
        memcpy(cell->text + length, mark, added + 1);
}
