// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_text.h"

#include <string.h>

static const char *const pieces[] = {
    "a",
    "Z",
    "é",
    "e\u0301",
    "œ",
    "ﬁ",
    "²",
    " ",
    "  ",
    "\u00A0",
    "\u202F",
    "\u3000",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\u2029",
    "'",
    "’",
    "«",
    "»",
    ".",
    ",",
    "anticonstitutionnellement",
    "avril",
    "30",
    "2026",
    "漢",
    "한",
    "\u1112\u1161\u11AB",
    "नि",
    "😀",
    "👩\u200D👩\u200D👧",
    "🇫🇷",
    "🇫",
    "👍🏽",
    "☎\uFE0F",
    "\u0301",
    "\u0323\u0301",
    "\u0344",
    "\u0345",
    "\u034F",
    "\u0600",
    "\u200B",
    "\u200D",
    "\uFEFF",
    "\x01",
    "\x1B[2J",
    "\x7F",
    "\xC2\x85",
    "\xC2\x9B",
    "\u061C",
    "\u200E",
    "\u202Ea\u202C",
    "\u2066a\u2069",
    "\u2069",
    "\xC3",
    "\x80",
    "\xED\xA0\x80",
    "\xC0\xAF",
    "\xF4\x90\x80\x80",
    "\xF0\x9F\x98",
    "\xFF",
    "\uFFFD",
    "\uE000",
    "\U0001FAE8",
    "\U0010FFFF",
};

static uint64_t next_number(struct random *random)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return random->state;
}

size_t random_below(struct random *random, size_t bound)
{
    return (size_t)((next_number(random) >> 16) % bound);
}

static size_t add_byte(struct random *random, char *place)
{
    *place = (char)(1 + random_below(random, 255));
    return 1;
}

size_t random_text(struct random *random, char text[RANDOM_TEXT_SIZE])
{
    enum { LONGEST_PIECE = 32, STRAY_BYTE_IN = 12 };
    size_t wanted = random_below(random, RANDOM_TEXT_SIZE - LONGEST_PIECE);
    size_t length = 0;
    while (length < wanted) {
        if (random_below(random, STRAY_BYTE_IN) == 0) {
            length += add_byte(random, text + length);
            continue;
        }
        const char *piece = pieces[random_below(random, sizeof pieces / sizeof pieces[0])];
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    text[length] = '\0';
    return length;
}
