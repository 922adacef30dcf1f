// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/colour.h"

#include <stdbool.h>
#include <stddef.h>

enum { BLACK = 0, WHITE = 7, BRIGHT = 8, GREY_HUE = 48, CUBE = 16, GREYS = 232, GREY_COUNT = 24 };

const int32_t colour_base[COLOUR_BASE_COUNT] = {
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5};

struct channels {
    int red, green, blue;
};

static struct channels split(int32_t rgb)
{
    return (struct channels){rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
}

static int largest(struct channels colour)
{
    int most = colour.red > colour.green ? colour.red : colour.green;
    return most > colour.blue ? most : colour.blue;
}

static int smallest(struct channels colour)
{
    int least = colour.red < colour.green ? colour.red : colour.green;
    return least < colour.blue ? least : colour.blue;
}

// The weights by which an eye adds up the three channels, in thousandths.
static int luminance(struct channels colour)
{
    return (299 * colour.red + 587 * colour.green + 114 * colour.blue) / 1000;
}

static int nearest_of_8(struct channels colour)
{
    int most = largest(colour);
    int least = smallest(colour);
    if (most - least < GREY_HUE)
        return luminance(colour) < 0x60 ? BLACK : WHITE;
    int middle = (most + least) / 2;
    return (colour.red > middle ? 1 : 0) | (colour.green > middle ? 2 : 0) |
           (colour.blue > middle ? 4 : 0);
}

static int nearest_of_16(struct channels colour)
{
    static const struct {
        int below, grey;
    } greys[] = {{0x40, BLACK}, {0xA0, BRIGHT}, {0xF0, WHITE}, {0x100, WHITE + BRIGHT}};
    int most = largest(colour);
    if (most - smallest(colour) >= GREY_HUE)
        return nearest_of_8(colour) + (most > 0xEE ? BRIGHT : 0);
    size_t i = 0;
    while (luminance(colour) >= greys[i].below)
        i++;
    return greys[i].grey;
}

static int cube_step(int channel)
{
    return channel < 48 ? 0 : channel < 115 ? 1 : (channel - 35) / 40;
}

static int distance(struct channels left, struct channels right)
{
    int red = left.red - right.red;
    int green = left.green - right.green;
    int blue = left.blue - right.blue;
    return red * red + green * green + blue * blue;
}

static int nearest_of_256(struct channels colour)
{
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    int red = cube_step(colour.red);
    int green = cube_step(colour.green);
    int blue = cube_step(colour.blue);
    struct channels cube = {levels[red], levels[green], levels[blue]};
    int step = ((colour.red + colour.green + colour.blue) / 3 - 3) / 10;
    step = step < 0 ? 0 : step >= GREY_COUNT ? GREY_COUNT - 1 : step;
    int level = 8 + 10 * step;
    struct channels grey = {level, level, level};
    return distance(grey, colour) < distance(cube, colour) ? GREYS + step
                                                           : CUBE + 36 * red + 6 * green + blue;
}

int colour_nearest(int32_t rgb, int colours)
{
    if (rgb == COLOUR_DEFAULT)
        return COLOUR_DEFAULT;
    struct channels colour = split(rgb);
    if (colours >= 256)
        return nearest_of_256(colour);
    return colours >= 16 ? nearest_of_16(colour) : nearest_of_8(colour);
}

// Whether white can be read on that background of the terminal's.
static bool is_dark(int32_t asked, int colours, int background)
{
    int32_t shown = colours >= 256 ? asked : colour_base[background % COLOUR_BASE_COUNT];
    return luminance(split(shown)) < 0x80;
}

void colour_of_look(const struct look *look, int colours, int *foreground, int *background)
{
    *foreground = colour_nearest(look->foreground, colours);
    *background = colour_nearest(look->background, colours);
    if (*foreground == *background && *background != COLOUR_DEFAULT)
        *foreground = is_dark(look->background, colours, *background) ? WHITE : BLACK;
}
