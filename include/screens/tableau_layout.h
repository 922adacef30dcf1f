// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panes of the tableau go: arithmetic alone. A pane is a rule with the field's name and
// one line an axis.
#ifndef GREFFE_SCREENS_TABLEAU_LAYOUT_H
#define GREFFE_SCREENS_TABLEAU_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "surface/surface.h"

enum { TABLEAU_PANES = 32 };

struct tableau_layout {
    size_t pane_count;
    size_t rows;                           // panes in a column: pane i is in column i / rows
    int columns;                           // 1 or 2
    bool with_actions;                     // the actions stand under their axes
    struct rectangle panes[TABLEAU_PANES]; // height 0: scrolled out
    struct rectangle detail;               // width 0: none
};

// `axes[i]` is the number of axes of field i. Two columns read downwards from 80 cells, one below;
// a detail pane beside them from 140. The pane `focus` always shows; where all panes of a column
// do not fit, the others scroll.
void tableau_layout(struct tableau_layout *layout, struct rectangle area, const int *axes,
    size_t pane_count, size_t focus);

#endif
