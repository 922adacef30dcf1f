// SPDX-License-Identifier: GPL-3.0-or-later
// What the registers have in common: a long list, whole or of one element of the plan.
#ifndef GREFFE_SCREENS_REGISTER_VIEW_H
#define GREFFE_SCREENS_REGISTER_VIEW_H

#include "screens/paged_screen.h"
#include "store/register.h"

struct register_view {
    struct paged_view paged;
    struct date today;
    struct buffer about; // «axe 6», empty for the whole register
};

const struct register_view *register_view_of(const struct screen *screen);

struct register_filter register_view_filter(const struct screen *screen);

// «Décisions › axe 6»
void register_view_title(const struct screen *screen, const char *name, struct buffer *left);

// Callbacks of a screen. The element is the one whose register it is, so that the other register is
// then of the same one.
void register_view_clear(struct screen *screen);
enum status register_view_reload(struct screen *screen, struct desk *desk, struct problem *problem);
bool register_view_element(const struct screen *screen, enum plan_level *level, int64_t *id);

#endif
