// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/input.h"

#include <string.h>

#include "terminal/key_sequence.h"

enum {
    DOUBLE_CLICK_MILLISECONDS = 400,
    ESCAPE_MILLISECONDS = 25,
    SEQUENCE_MILLISECONDS = 500,
    PASTE_MILLISECONDS = 500,
    LONGEST_TYPED = 2, // Escape, or Alt with one that begins a sequence
};

static const char paste_end[] = "\033[201~";

void input_clear(struct input *input)
{
    buffer_clear(&input->bytes);
    buffer_clear(&input->pasted);
    *input = (struct input){0};
}

void input_feed(struct input *input, const char *bytes, size_t length)
{
    if (buffer_failed(&input->bytes)) {
        buffer_reset(&input->bytes);
        input->start = 0;
    }
    buffer_splice(&input->bytes, 0, input->start, NULL, 0);
    input->start = 0;
    buffer_append_bytes(&input->bytes, bytes, length);
}

static const char *rest_of(const struct input *input, size_t *length)
{
    *length = input->bytes.length - input->start;
    return buffer_text(&input->bytes) + input->start;
}

// How many of the last bytes may be the beginning of the mark that ends a paste.
static size_t begun_mark(const char *text, size_t length)
{
    size_t begun = sizeof paste_end - 2;
    for (begun = begun < length ? begun : length; begun > 0; begun--)
        if (memcmp(text + length - begun, paste_end, begun) == 0)
            break;
    return begun;
}

// How many of the last bytes are a character that is not complete.
static size_t begun_character(const char *text, size_t length)
{
    for (size_t back = 1; back < 4 && back <= length; back++) {
        unsigned char byte = (unsigned char)text[length - back];
        size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        if (byte >= 0xC0)
            return whole > back ? back : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

static bool hand_over(struct input *input, struct event *event)
{
    input->handed_over = true;
    *event = (struct event){
        .type = EVENT_PASTE, .text = buffer_text(&input->pasted), .length = input->pasted.length};
    return true;
}

static bool read_paste(struct input *input, bool all, struct event *event)
{
    size_t length;
    const char *text = rest_of(input, &length);
    const char *end = memmem(text, length, paste_end, sizeof paste_end - 1);
    size_t taken;
    if (end != NULL)
        taken = (size_t)(end - text);
    else {
        taken = length - begun_mark(text, length);
        taken -= begun_character(text, taken);
    }
    buffer_append_bytes(&input->pasted, text, taken);
    input->start += taken + (end != NULL ? sizeof paste_end - 1 : 0);
    input->pasting = end == NULL;
    if (end == NULL && (!all || input->pasted.length == 0))
        return false;
    return hand_over(input, event);
}

// A person who is stuck in a paste without an end presses Escape, alone.
static bool is_lone_escape(const struct input *input)
{
    size_t length;
    const char *text = rest_of(input, &length);
    return length == 1 && *text == '\033' && (input->handed_over || input->pasted.length == 0);
}

static bool begins_paste(const char *text, size_t length)
{
    static const char mark[] = "\033[200~";
    return length >= sizeof mark - 1 && memcmp(text, mark, sizeof mark - 1) == 0;
}

static void note_click(struct input *input, int64_t now, struct event *event)
{
    event->twice = input->click_time != 0 && now - input->click_time < DOUBLE_CLICK_MILLISECONDS &&
                   event->row == input->click_row && event->column == input->click_column;
    input->click_time = event->twice ? 0 : now;
    input->click_row = event->row;
    input->click_column = event->column;
}

bool input_next(struct input *input, int64_t now, bool all, struct event *event)
{
    if (all && input->pasting && is_lone_escape(input))
        input->pasting = false;
    if (input->handed_over)
        buffer_reset(&input->pasted);
    input->handed_over = false;
    while (input->pasting || input->start < input->bytes.length) {
        size_t length;
        const char *text = rest_of(input, &length);
        if (input->pasting)
            return read_paste(input, all, event);
        struct key_reading reading = key_sequence_read(text, length, all);
        if (reading.length == 0)
            return false;
        input->pasting = begins_paste(text, length);
        input->start += reading.length;
        if (reading.event.type == EVENT_CLICK)
            note_click(input, now, &reading.event);
        *event = reading.event;
        if (event->type != EVENT_NONE)
            return true;
    }
    return false;
}

// What waits of a paste: something to hand over, or Escape.
static bool paste_waits(const struct input *input, size_t length)
{
    return length == 1 || (!input->handed_over && input->pasted.length > 0);
}

int input_delay(const struct input *input)
{
    size_t length;
    rest_of(input, &length);
    if (input->pasting)
        return paste_waits(input, length) ? PASTE_MILLISECONDS : -1;
    if (length == 0)
        return -1;
    return length <= LONGEST_TYPED ? ESCAPE_MILLISECONDS : SEQUENCE_MILLISECONDS;
}
