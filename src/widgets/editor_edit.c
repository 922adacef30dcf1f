// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_edit.h"

#include "text/character.h"
#include "text/grapheme.h"
#include "widgets/editor_motion.h"
#include "widgets/editor_undo.h"

enum text_lines editor_cleaning(const struct editor *editor)
{
    return editor->lines == EDITOR_ONE_LINE ? TEXT_ONE_LINE : TEXT_MANY_LINES;
}

size_t editor_fitting(const char *text, size_t length, size_t room)
{
    size_t kept = 0;
    if (length <= room)
        return length;
    for (size_t next = grapheme_next(text, length, 0); next <= room;
         next = grapheme_next(text, length, next))
        kept = next;
    return kept;
}

static bool is_joining(const char *text, size_t length, size_t offset)
{
    return offset < length && (unsigned char)text[offset] >= CHARACTER_FIRST_JOINING_BYTE;
}

static bool may_join(const struct editor *editor, const struct editor_splice *splice)
{
    return is_joining(splice->text, splice->length, 0) ||
           is_joining(editor_text(editor), editor->text.length, splice->end);
}

static enum editor_result make(
    struct editor *editor, const struct editor_splice *splice, size_t cursor, bool joins)
{
    if (splice->start == splice->end && splice->length == 0) {
        editor->cursor = editor_border(editor, cursor);
        return EDITOR_MOVED;
    }
    if (!editor_splice(editor, splice, joins))
        return EDITOR_NO_MEMORY;
    editor_undo_cursor(editor, editor_border(editor, cursor));
    return EDITOR_CHANGED;
}

static size_t common_start(const char *left, const char *right, size_t most)
{
    size_t count = 0;
    while (count < most && left[count] == right[count])
        count++;
    return count;
}

// `left` and `right` are where the texts end.
static size_t common_end(const char *left, const char *right, size_t most)
{
    size_t count = 0;
    while (count < most && left[-1 - (ptrdiff_t)count] == right[-1 - (ptrdiff_t)count])
        count++;
    return count;
}

static size_t least(size_t left, size_t right)
{
    return left < right ? left : right;
}

// Puts a line of the text, cleaned as a whole, in the place of the old one: only what differs.
static enum editor_result make_line(struct editor *editor, size_t start, size_t end,
    const struct buffer *line, size_t behind, bool joins)
{
    const char *old = editor_text(editor) + start;
    const char *new = buffer_text(line);
    size_t shorter = least(end - start, line->length);
    size_t same_start = common_start(old, new, shorter);
    size_t same_end = common_end(old + (end - start), new + line->length, shorter - same_start);
    size_t kept_behind =
        common_end(old + (end - start), new + line->length, least(behind, shorter));
    struct editor_splice splice = {
        start + same_start, end - same_end, new + same_start, line->length - same_start - same_end};
    return make(editor, &splice, start + line->length - kept_behind, joins);
}

// Where characters may join (a letter and its accent), the line around the change is cleaned again.
static enum editor_result make_joining(
    struct editor *editor, const struct editor_splice *splice, bool joins)
{
    const char *text = editor_text(editor);
    size_t start = editor_line_start_of(editor, splice->start);
    size_t end = editor_line_end_of(editor, splice->end);
    struct buffer raw = {0};
    struct buffer line = {0};
    buffer_append_bytes(&raw, text + start, splice->start - start);
    buffer_append_bytes(&raw, splice->text, splice->length);
    buffer_append_bytes(&raw, text + splice->end, end - splice->end);
    text_clean(&line, buffer_text(&raw), raw.length, editor_cleaning(editor));
    enum editor_result result = EDITOR_NO_MEMORY;
    if (!buffer_failed(&raw) && !buffer_failed(&line)) {
        // Parting a run of marks may add bytes, beyond what was counted.
        bool too_long = editor->text.length - (end - start) + line.length > EDITOR_SIZE_LIMIT;
        result = too_long ? EDITOR_TOO_LONG
                          : make_line(editor, start, end, &line, end - splice->end, joins);
    }
    buffer_clear(&line);
    buffer_clear(&raw);
    return result;
}

static bool is_inside_character(const struct editor *editor, size_t offset)
{
    return offset < editor->text.length &&
           ((unsigned char)editor_text(editor)[offset] & 0xC0U) == 0x80U;
}

static struct editor_splice whole_characters(const struct editor *editor, size_t start, size_t end)
{
    struct editor_splice splice = {
        .start = least(start, editor->text.length), .end = least(end, editor->text.length)};
    if (splice.end < splice.start)
        splice.end = splice.start;
    while (is_inside_character(editor, splice.start))
        splice.start--;
    while (is_inside_character(editor, splice.end))
        splice.end++;
    return splice;
}

enum editor_result editor_edit(
    struct editor *editor, size_t start, size_t end, const char *text, size_t length, bool joins)
{
    struct buffer cleaned = {0};
    text_clean(&cleaned, text, length, editor_cleaning(editor));
    if (buffer_failed(&cleaned)) {
        buffer_clear(&cleaned);
        return EDITOR_NO_MEMORY;
    }
    struct editor_splice splice = whole_characters(editor, start, end);
    size_t room = EDITOR_SIZE_LIMIT - editor->text.length + (splice.end - splice.start);
    splice.text = buffer_text(&cleaned);
    splice.length = editor_fitting(splice.text, cleaned.length, room);
    enum editor_result result = may_join(editor, &splice)
                                    ? make_joining(editor, &splice, joins)
                                    : make(editor, &splice, splice.start + splice.length, joins);
    if (splice.length < cleaned.length && result != EDITOR_NO_MEMORY)
        result = EDITOR_TOO_LONG;
    buffer_clear(&cleaned);
    return result;
}
