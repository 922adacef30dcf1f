// SPDX-License-Identifier: GPL-3.0-or-later
// A text that grows. It keeps its first failure: later appends do nothing, and one question at
// the end (`buffer_failed`) answers for all of them.
#ifndef GREFFE_BASE_BUFFER_H
#define GREFFE_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

// Ready when zeroed: `struct buffer text = {0};`.
struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    bool failed;
};

// Frees the text; the buffer is empty and usable again.
void buffer_clear(struct buffer *buffer);

// Forgets the text and the failure but keeps the memory.
void buffer_reset(struct buffer *buffer);

// The text, NUL-terminated, never NULL; borrowed until the next change of the buffer.
const char *buffer_text(const struct buffer *buffer);

bool buffer_failed(const struct buffer *buffer);

// Hands the text over to the caller, who frees it; NULL after a failure. The buffer is then empty.
char *buffer_take(struct buffer *buffer);

// Each adds to the end. What is given is copied, is never NULL, and lies outside of the buffer.
void buffer_append(struct buffer *buffer, const char *text);
void buffer_append_bytes(struct buffer *buffer, const char *bytes, size_t length);
void buffer_append_character(struct buffer *buffer, char character);
void buffer_append_repeated(struct buffer *buffer, const char *text, size_t times);
void buffer_append_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Replaces the `removed` bytes at `offset` by `length` bytes; both ranges must lie in the text.
void buffer_splice(
    struct buffer *buffer, size_t offset, size_t removed, const char *bytes, size_t length);

// Keeps the first `length` bytes.
void buffer_truncate(struct buffer *buffer, size_t length);

#endif
