// SPDX-License-Identifier: GPL-3.0-or-later
// How the ballot screen looks: what is voted on and among whom, the sentence as it would be kept or
// as it was, and below a rule who votes.
#ifndef GREFFE_SCREENS_BALLOT_DRAWING_H
#define GREFFE_SCREENS_BALLOT_DRAWING_H

#include "screens/ballot_view.h"
#include "screens/desk.h"
#include "surface/surface.h"

void ballot_draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area);

// Where the voters stand.
struct rectangle ballot_list_area(const struct ballot_view *view, struct rectangle area);
struct list_rows ballot_rows(const struct ballot_view *view);

#endif
