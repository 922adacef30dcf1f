// SPDX-License-Identifier: GPL-3.0-or-later
// A tree shown as a list: nodes in order with their depth, folded or not. The screen gives the
// nodes anew at each reload; what is folded and where one is are kept by the nodes' ids.
#ifndef GREFFE_WIDGETS_TREE_H
#define GREFFE_WIDGETS_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "widgets/list.h"

struct tree_node {
    int64_t id;
    int depth; // 0 for a root; a node's children follow it, one deeper
};

struct tree {
    struct list list;
    struct tree_node *nodes;
    size_t node_count;
    size_t *visible; // rows of the list → nodes
    int64_t *folded; // ids
    size_t folded_count, folded_capacity;
};

void tree_init(struct tree *tree);
void tree_clear(struct tree *tree);

// Copies `nodes`; the cursor goes back to the node it was on, or to the folded one that hides it,
// else to the nearest row. False when memory ends; the tree is then as it was.
bool tree_set(struct tree *tree, const struct tree_node *nodes, size_t count);

// Both borrowed from `nodes`, until they are set again. NULL when empty, or past the last row.
const struct tree_node *tree_focused(const struct tree *tree);
const struct tree_node *tree_row(const struct tree *tree, size_t row);
bool tree_focus(struct tree *tree, int64_t id); // unfolds its parents; false if it is not there

bool tree_has_children(const struct tree *tree, const struct tree_node *node);
bool tree_is_folded(const struct tree *tree, int64_t id);

// The list's keys, and Right to unfold, or go to the first child, Left to fold, or go to the
// parent. True when the key was one of these.
bool tree_handle(struct tree *tree, const struct event *event, size_t page);

#endif
