// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_sign.h"

#include <string.h>

#include "base/buffer.h"
#include "text/character.h"

static const char *skip_blanks(const char *text)
{
    for (;;) {
        struct character character = character_at(text, strlen(text), 0);
        if (character.length == 0 || !character_is_blank(character.code))
            return text;
        text += character.length;
    }
}

static bool kind_of_sign(char sign, enum record_kind *kind)
{
    for (size_t i = 0; i < RECORD_KIND_COUNT; i++) {
        if (sign != 0 && record_kind_facts((enum record_kind)i)->sign == sign) {
            *kind = (enum record_kind)i;
            return true;
        }
    }
    return false;
}

static bool is_sign(char byte)
{
    enum record_kind kind;
    return kind_of_sign(byte, &kind) || (byte != '\0' && strchr("+-\\", byte) != NULL);
}

static bool escapes_a_sign(const char *text)
{
    return *text == '\\' && is_sign(*skip_blanks(text + 1));
}

struct entry_sign entry_sign_read(const char *line)
{
    const char *start = skip_blanks(line);
    struct entry_sign sign = {.kind = RECORD_NOTE, .body = start};
    if (*start == '=' && !ballot_line_read(start, &sign.ballot))
        sign.not_understood = true;
    else if (kind_of_sign(*start, &sign.kind) || escapes_a_sign(start))
        sign.body = skip_blanks(start + 1);
    return sign;
}

bool entry_sign_needs_guard(const char *text)
{
    enum record_kind kind;
    return kind_of_sign(*text, &kind) || escapes_a_sign(text);
}

static void append_with_kind(struct buffer *out, const char *line, enum record_kind kind)
{
    struct entry_sign sign = entry_sign_read(line);
    char wanted = record_kind_facts(kind)->sign;
    if (sign.kind == kind || (kind == RECORD_BALLOT && sign.not_understood)) {
        buffer_append(out, line);
        return;
    }
    if (wanted != 0)
        buffer_append_format(out, "%c ", wanted);
    else if (entry_sign_needs_guard(sign.body))
        buffer_append_character(out, '\\');
    buffer_append(out, sign.body);
}

char *entry_with_kind(const char *line, enum record_kind kind, struct arena *arena)
{
    struct buffer out = {0};
    bool several = strchr(line, '\n') != NULL;
    for (;;) {
        size_t length = strcspn(line, "\n");
        char *one = arena_format(arena, "%.*s", (int)length, line);
        if (one == NULL)
            out.failed = true;
        else if (several && *skip_blanks(one) == '\0')
            buffer_append(&out, one);
        else
            append_with_kind(&out, one, kind);
        if (line[length] == '\0')
            break;
        buffer_append_character(&out, '\n');
        line += length + 1;
    }
    char *result = buffer_failed(&out) ? NULL : arena_copy(arena, buffer_text(&out));
    buffer_clear(&out);
    return result;
}
