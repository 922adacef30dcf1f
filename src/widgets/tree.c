// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tree.h"

#include <stdlib.h>
#include <string.h>

void tree_init(struct tree *tree)
{
    *tree = (struct tree){0};
}

void tree_clear(struct tree *tree)
{
    free(tree->nodes);
    free(tree->visible);
    free(tree->folded);
    tree_init(tree);
}

static size_t find_folded(const struct tree *tree, int64_t id)
{
    size_t i = 0;
    while (i < tree->folded_count && tree->folded[i] != id)
        i++;
    return i;
}

bool tree_is_folded(const struct tree *tree, int64_t id)
{
    return find_folded(tree, id) < tree->folded_count;
}

static size_t index_of(const struct tree *tree, const struct tree_node *node)
{
    return (size_t)(node - tree->nodes);
}

bool tree_has_children(const struct tree *tree, const struct tree_node *node)
{
    size_t next = index_of(tree, node) + 1;
    return next < tree->node_count && tree->nodes[next].depth > node->depth;
}

// Where the node's children and all below them end.
static size_t behind_branch(const struct tree *tree, size_t node)
{
    size_t end = node + 1;
    while (end < tree->node_count && tree->nodes[end].depth > tree->nodes[node].depth)
        end++;
    return end;
}

static void show_rows(struct tree *tree)
{
    size_t count = 0;
    for (size_t node = 0; node < tree->node_count;) {
        tree->visible[count++] = node;
        node = tree_is_folded(tree, tree->nodes[node].id) ? behind_branch(tree, node) : node + 1;
    }
    list_resize(&tree->list, count);
}

static bool find_node(const struct tree *tree, int64_t id, size_t *node)
{
    for (size_t i = 0; i < tree->node_count; i++) {
        if (tree->nodes[i].id == id) {
            *node = i;
            return true;
        }
    }
    return false;
}

// To the node's row, or to that of the folded node which hides it: the last one not behind it.
static void go_to(struct tree *tree, size_t node)
{
    size_t row = 0;
    while (row + 1 < tree->list.count && tree->visible[row + 1] <= node)
        row++;
    tree->list.cursor = row;
}

bool tree_set(struct tree *tree, const struct tree_node *nodes, size_t count)
{
    const struct tree_node *focused = tree_focused(tree);
    int64_t id = focused == NULL ? 0 : focused->id;
    bool had_focus = focused != NULL;
    struct tree_node *copy = calloc(count + 1, sizeof *copy);
    size_t *visible = calloc(count + 1, sizeof *visible);
    if (copy == NULL || visible == NULL) {
        free(copy);
        free(visible);
        return false;
    }
    if (count > 0)
        memcpy(copy, nodes, count * sizeof *copy);
    free(tree->nodes);
    free(tree->visible);
    tree->nodes = copy;
    tree->visible = visible;
    tree->node_count = count;
    show_rows(tree);
    size_t node;
    if (had_focus && find_node(tree, id, &node))
        go_to(tree, node);
    return true;
}

const struct tree_node *tree_row(const struct tree *tree, size_t row)
{
    return row < tree->list.count ? &tree->nodes[tree->visible[row]] : NULL;
}

const struct tree_node *tree_focused(const struct tree *tree)
{
    return tree_row(tree, tree->list.cursor);
}

static void unfold(struct tree *tree, int64_t id)
{
    size_t place = find_folded(tree, id);
    if (place < tree->folded_count)
        tree->folded[place] = tree->folded[--tree->folded_count];
}

// When memory ends, the node stays open.
static void fold(struct tree *tree, int64_t id)
{
    if (tree->folded_count == tree->folded_capacity) {
        size_t capacity = tree->folded_capacity == 0 ? 16 : tree->folded_capacity * 2;
        int64_t *folded = realloc(tree->folded, capacity * sizeof *folded);
        if (folded == NULL)
            return;
        tree->folded = folded;
        tree->folded_capacity = capacity;
    }
    tree->folded[tree->folded_count++] = id;
}

static bool find_parent(const struct tree *tree, size_t node, size_t *parent)
{
    for (size_t i = node; i > 0; i--) {
        if (tree->nodes[i - 1].depth < tree->nodes[node].depth) {
            *parent = i - 1;
            return true;
        }
    }
    return false;
}

bool tree_focus(struct tree *tree, int64_t id)
{
    size_t node;
    if (!find_node(tree, id, &node))
        return false;
    for (size_t parent = node; find_parent(tree, parent, &parent);)
        unfold(tree, tree->nodes[parent].id);
    show_rows(tree);
    go_to(tree, node);
    return true;
}

static void go_right(struct tree *tree, const struct tree_node *node)
{
    size_t index = index_of(tree, node);
    if (!tree_has_children(tree, node))
        return;
    if (tree_is_folded(tree, node->id)) {
        unfold(tree, node->id);
        show_rows(tree);
    } else
        go_to(tree, index + 1);
}

static void go_left(struct tree *tree, const struct tree_node *node)
{
    size_t parent;
    if (tree_has_children(tree, node) && !tree_is_folded(tree, node->id)) {
        fold(tree, node->id);
        show_rows(tree);
    } else if (find_parent(tree, index_of(tree, node), &parent))
        go_to(tree, parent);
}

bool tree_handle(struct tree *tree, const struct event *event, size_t page)
{
    bool key = event->type == EVENT_KEY;
    const struct tree_node *node = tree_focused(tree);
    if (!key || (event->key != INPUT_RIGHT && event->key != INPUT_LEFT))
        return list_handle(&tree->list, event, page);
    if (node != NULL && event->key == INPUT_RIGHT)
        go_right(tree, node);
    else if (node != NULL)
        go_left(tree, node);
    return true;
}
