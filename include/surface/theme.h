// SPDX-License-Identifier: GPL-3.0-or-later
// How each style looks. A theme is an INI: section [theme] with `nom`, section [styles] with one
// key a style (surface/style.h): «"texte [sur fond] [attributs]"», where a colour is `rrggbb` in
// hexadecimal, or noir rouge vert jaune bleu magenta cyan blanc defaut, and attributes are gras,
// souligne, inverse, italique, faible.
#ifndef GREFFE_SURFACE_THEME_H
#define GREFFE_SURFACE_THEME_H

#include "base/buffer.h"
#include "base/status.h"
#include "surface/style.h"

#include <stdbool.h>
#include <stdint.h>

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
// ones. An unknown name is STATUS_REFUSED and lists those there are; an unknown key or a bad value is named in
// `warnings` and the style keeps the look of `nuit`.
enum status theme_load(struct theme *theme, const char *name, const char *folder,
    struct buffer *warnings, struct problem *problem);

// The nearest of the terminal's colours: 8, 16 or 256. COLOUR_DEFAULT stays itself.
int colour_nearest(int32_t rgb, int colours);

#endif
