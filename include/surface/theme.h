// SPDX-License-Identifier: GPL-3.0-or-later
// How each style looks. A theme is an INI: section [theme] with `nom`, section [styles] with one
// key a style (surface/style.h): «"texte [sur fond] [attributs]"», where a colour is `rrggbb` in
// hexadecimal, or noir rouge vert jaune bleu magenta cyan blanc defaut, and attributes are gras,
// souligne, inverse, italique, faible.
#ifndef GREFFE_SURFACE_THEME_H
#define GREFFE_SURFACE_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "surface/style.h"

enum look_attribute {
    LOOK_BOLD = 1,
    LOOK_UNDERLINE = 2,
    LOOK_REVERSE = 4,
    LOOK_ITALIC = 8,
    LOOK_DIM = 16,
};

enum { COLOUR_DEFAULT = -1 };

struct look {
    int32_t foreground, background; // 0xRRGGBB or COLOUR_DEFAULT
    unsigned attributes;
};

struct theme {
    struct look looks[STYLE_COUNT];
};

// The theme of that name among the user's (`folder`/NAME.ini, NULL for none) then the embedded
// ones. An unknown name is STATUS_REFUSED and lists those there are; a file that is no INI is
// STATUS_UNUSABLE with its line. Only what can be read counts: an unknown section, an unknown key
// or a bad value adds a sentence and a line end to `warnings`, and the style keeps the look of
// `nuit`, as does one that the theme does not name. On failure `*theme` is not to be used.
enum status theme_load(struct theme *theme, const char *name, const char *folder,
    struct buffer *warnings, struct problem *problem);

// Reads one look, as a theme writes it. False if it is none.
bool look_read(const char *text, struct look *look);

#endif
