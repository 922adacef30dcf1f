// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_motion.h"

#include <string.h>
#include <wctype.h>

#include "text/character.h"
#include "text/grapheme.h"

static bool is_ascii(const struct editor *editor, size_t offset)
{
    return (unsigned char)editor_text(editor)[offset] < 0x80;
}

size_t editor_border(const struct editor *editor, size_t offset)
{
    size_t length = editor->text.length;
    if (offset == 0 || offset >= length)
        return offset < length ? offset : length;
    if (is_ascii(editor, offset - 1) && is_ascii(editor, offset))
        return offset;
    size_t border = editor_line_start_of(editor, offset);
    while (border < offset)
        border = grapheme_next(editor_text(editor), length, border);
    return border;
}

size_t editor_line_start_of(const struct editor *editor, size_t offset)
{
    const char *text = editor_text(editor);
    while (offset > 0 && text[offset - 1] != '\n')
        offset--;
    return offset;
}

size_t editor_line_end_of(const struct editor *editor, size_t offset)
{
    return offset + strcspn(editor_text(editor) + offset, "\n");
}

static size_t before(const struct editor *editor, size_t offset)
{
    return grapheme_previous(editor_text(editor), editor->text.length, offset);
}

static size_t behind(const struct editor *editor, size_t offset)
{
    return grapheme_next(editor_text(editor), editor->text.length, offset);
}

static bool is_word(const struct editor *editor, size_t offset)
{
    struct character character = character_at(editor_text(editor), editor->text.length, offset);
    return character.code == '_' || (character.code >= 0 && iswalnum((wint_t)character.code));
}

size_t editor_left(const struct editor *editor)
{
    return before(editor, editor->cursor);
}

size_t editor_right(const struct editor *editor)
{
    return behind(editor, editor->cursor);
}

static size_t skip_back(const struct editor *editor, size_t offset, bool words)
{
    while (offset > 0 && is_word(editor, before(editor, offset)) == words)
        offset = before(editor, offset);
    return offset;
}

static size_t skip_on(const struct editor *editor, size_t offset, bool words)
{
    while (offset < editor->text.length && is_word(editor, offset) == words)
        offset = behind(editor, offset);
    return offset;
}

size_t editor_word_left(const struct editor *editor)
{
    return skip_back(editor, skip_back(editor, editor->cursor, false), true);
}

size_t editor_word_right(const struct editor *editor)
{
    return skip_on(editor, skip_on(editor, editor->cursor, false), true);
}

size_t editor_line_start(const struct editor *editor)
{
    return editor_line_start_of(editor, editor->cursor);
}

size_t editor_line_end(const struct editor *editor)
{
    return editor_line_end_of(editor, editor->cursor);
}

size_t editor_text_start(const struct editor *editor)
{
    (void)editor;
    return 0;
}

size_t editor_text_end(const struct editor *editor)
{
    return editor->text.length;
}

size_t editor_kill_start(const struct editor *editor)
{
    size_t start = editor_line_start(editor);
    return start == editor->cursor ? editor_left(editor) : start;
}

size_t editor_kill_end(const struct editor *editor)
{
    size_t end = editor_line_end(editor);
    return end == editor->cursor ? editor_right(editor) : end;
}
