// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/reference.h"

#include <string.h>

void reference_of_meeting(struct buffer *out, const char *committee, struct date date, int rank)
{
    char iso[DATE_TEXT_SIZE];
    date_iso(date, iso);
    buffer_append_format(out, "%s-%s", committee, iso);
    if (rank > 1)
        buffer_append_format(out, "-%d", rank);
}

void reference_of_decision(struct buffer *out, const char *committee, int year, int number)
{
    buffer_append_format(out, "%s-%04d-%03d", committee, year, number);
}

void reference_of_rectification(struct buffer *out, const char *of, int rank)
{
    static const char *const suffixes[] = {
        "BIS", "TER", "QUATER", "QUINQUIES", "SEXIES", "SEPTIES", "OCTIES", "NONIES", "DECIES"};
    const int count = sizeof suffixes / sizeof suffixes[0];
    if (rank >= 1 && rank <= count)
        buffer_append_format(out, "%s-%s", of, suffixes[rank - 1]);
    else
        buffer_append_format(out, "%s-%d", of, rank + 1);
}

void reference_of_task(struct buffer *out, int year, int number)
{
    buffer_append_format(out, "T-%04d-%03d", year, number);
}

typedef void rank_writer(struct buffer *out, int rank);

static void write_number(struct buffer *out, int rank)
{
    buffer_append_format(out, "%d", rank);
}

// A to Z, then AA, AB…
static void write_letters(struct buffer *out, int rank)
{
    enum { LETTERS = 26, LONGEST = 8 };
    char letters[LONGEST];
    size_t first = LONGEST;
    for (; rank > 0; rank = (rank - 1) / LETTERS)
        letters[--first] = (char)('A' + (rank - 1) % LETTERS);
    buffer_append_bytes(out, letters + first, LONGEST - first);
}

// A plan holds nowhere near so many: whoever says that all are taken is wrong.
enum { LAST_RANK = 100000 };

static void append_free_code(struct buffer *out, const char *parent, rank_writer *write_rank,
    bool (*taken)(const char *code, const void *context), const void *context)
{
    struct buffer code = {0};
    for (int rank = 1; rank <= LAST_RANK; rank++) {
        buffer_reset(&code);
        buffer_append_format(&code, "%s.", parent);
        write_rank(&code, rank);
        if (buffer_failed(&code) || !taken(buffer_text(&code), context))
            break;
    }
    buffer_append(out, buffer_text(&code));
    out->failed = out->failed || buffer_failed(&code);
    buffer_clear(&code);
}

void code_of_action(struct buffer *out, const char *parent,
    bool (*taken)(const char *code, const void *context), const void *context)
{
    append_free_code(out, parent, write_number, taken, context);
}

void code_of_objective(struct buffer *out, const char *parent,
    bool (*taken)(const char *code, const void *context), const void *context)
{
    append_free_code(out, parent, write_letters, taken, context);
}

bool committee_code_is_valid(const char *code)
{
    enum { SHORTEST = 2, LONGEST = 12 };
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    size_t length = strlen(code);
    return length >= SHORTEST && length <= LONGEST && strspn(code, letters) > 0 &&
           strspn(code, allowed) == length;
}
