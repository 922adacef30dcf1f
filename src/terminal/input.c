// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/input.h"

#include <string.h>

#include "terminal/key_sequence.h"

enum {
    DOUBLE_CLICK_MILLISECONDS = 400,
    ESCAPE_MILLISECONDS = 25,
    SEQUENCE_MILLISECONDS = 500,
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

static bool read_paste(struct input *input, bool all, struct event *event)
{
    size_t length;
    const char *text = rest_of(input, &length);
    const char *end = memmem(text, length, paste_end, sizeof paste_end - 1);
    size_t taken = end != NULL ? (size_t)(end - text)
                   : all       ? length
                               : length - begun_mark(text, length);
    buffer_append_bytes(&input->pasted, text, taken);
    input->start += taken + (end != NULL ? sizeof paste_end - 1 : 0);
    if (end == NULL && !all)
        return false;
    input->pasting = false;
    *event = (struct event){
        .type = EVENT_PASTE, .text = buffer_text(&input->pasted), .length = input->pasted.length};
    return true;
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
    if (!input->pasting)
        buffer_reset(&input->pasted);
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

int input_delay(const struct input *input)
{
    size_t length;
    rest_of(input, &length);
    if (length == 0 || input->pasting)
        return -1;
    return length <= LONGEST_TYPED ? ESCAPE_MILLISECONDS : SEQUENCE_MILLISECONDS;
}
