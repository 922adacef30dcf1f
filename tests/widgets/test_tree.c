// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "widgets/tree.h"

// 1 ─ 2 ─ 3
//   │   └ 4
//   └ 5
// 6
// 7 ─ 8
static const struct tree_node nodes[] = {
    {1, 0}, {2, 1}, {3, 2}, {4, 2}, {5, 1}, {6, 0}, {7, 0}, {8, 1}};

enum { NODES = sizeof nodes / sizeof nodes[0] };

static int create(void **state)
{
    static struct tree tree;
    tree_init(&tree);
    *state = &tree;
    return tree_set(&tree, nodes, NODES) ? 0 : -1;
}

static int destroy(void **state)
{
    tree_clear(*state);
    return 0;
}

static void press(struct tree *tree, key_code key)
{
    assert_true(tree_handle(tree, &(struct event){.type = EVENT_KEY, .key = key}, 3));
}

// The rows by their ids, the focused one in brackets.
static void expect(const struct tree *tree, const char *expected)
{
    struct buffer rows = {0};
    for (size_t row = 0; row < tree->list.count; row++) {
        const struct tree_node *node = tree_row(tree, row);
        buffer_append_format(&rows, node == tree_focused(tree) ? "[%d]" : "%d", (int)node->id);
    }
    assert_string_equal(buffer_text(&rows), expected);
    buffer_clear(&rows);
}

static void test_all_is_open_at_first(void **state)
{
    struct tree *tree = *state;
    expect(tree, "[1]2345678");
    assert_null(tree_row(tree, NODES));
    assert_true(tree_has_children(tree, &tree->nodes[0]));
    assert_false(tree_has_children(tree, &tree->nodes[5]));
    assert_false(tree_has_children(tree, &tree->nodes[7]));
}

static void test_folding_and_unfolding(void **state)
{
    struct tree *tree = *state;
    press(tree, INPUT_DOWN);
    press(tree, INPUT_LEFT);
    expect(tree, "1[2]5678");
    assert_true(tree_is_folded(tree, 2));
    press(tree, INPUT_LEFT);
    expect(tree, "[1]25678");
    press(tree, INPUT_LEFT);
    expect(tree, "[1]678");
    press(tree, INPUT_LEFT);
    expect(tree, "[1]678");
    press(tree, INPUT_RIGHT);
    expect(tree, "[1]25678");
    press(tree, INPUT_RIGHT);
    expect(tree, "1[2]5678");
    press(tree, INPUT_RIGHT);
    press(tree, INPUT_RIGHT);
    expect(tree, "12[3]45678");
    press(tree, INPUT_RIGHT);
    expect(tree, "12[3]45678");
    press(tree, INPUT_END);
    press(tree, INPUT_LEFT);
    expect(tree, "123456[7]8");
    press(tree, INPUT_UP);
    press(tree, INPUT_LEFT);
    expect(tree, "12345[6]78");
}

static void test_focus_unfolds_the_parents(void **state)
{
    struct tree *tree = *state;
    press(tree, INPUT_DOWN);
    press(tree, INPUT_LEFT);
    press(tree, INPUT_UP);
    press(tree, INPUT_LEFT);
    expect(tree, "[1]678");
    assert_true(tree_focus(tree, 4));
    expect(tree, "123[4]5678");
    assert_false(tree_focus(tree, 99));
    expect(tree, "123[4]5678");
}

static void test_a_reload_keeps_node_and_folds(void **state)
{
    struct tree *tree = *state;
    static const struct tree_node after[] = {{9, 0}, {1, 0}, {2, 1}, {3, 2}, {7, 0}, {8, 1}};
    press(tree, INPUT_END);
    press(tree, INPUT_UP);
    press(tree, INPUT_LEFT);
    expect(tree, "123456[7]");
    assert_true(tree_set(tree, after, 6));
    expect(tree, "9123[7]");
    assert_true(tree_focus(tree, 3));
    assert_true(tree_set(tree, after, 2));
    expect(tree, "9[1]");
    assert_true(tree_set(tree, NULL, 0));
    expect(tree, "");
    assert_null(tree_focused(tree));
    press(tree, INPUT_RIGHT);
    press(tree, INPUT_LEFT);
    press(tree, INPUT_DOWN);
    assert_true(tree_set(tree, nodes, NODES));
    expect(tree, "[1]234567");
}

// The node went under one that is folded.
static void test_a_hidden_node_is_shown_by_what_hides_it(void **state)
{
    struct tree *tree = *state;
    static const struct tree_node after[] = {{1, 0}, {5, 0}, {7, 0}, {8, 1}, {6, 1}};
    assert_true(tree_focus(tree, 7));
    press(tree, INPUT_LEFT);
    assert_true(tree_focus(tree, 6));
    assert_true(tree_set(tree, after, 5));
    expect(tree, "15[7]");
}

static void test_many_folds(void **state)
{
    struct tree *tree = *state;
    enum { PAIRS = 100, PARENT = 1000, CHILD = 2000 };
    struct tree_node many[2 * PAIRS];
    struct tree_node *next = many;
    for (int i = 0; i < PAIRS; i++) {
        *next++ = (struct tree_node){PARENT + i, 0};
        *next++ = (struct tree_node){CHILD + i, 1};
    }
    assert_true(tree_set(tree, many, (size_t)(next - many)));
    for (int i = 0; i < PAIRS; i++) {
        assert_true(tree_focus(tree, PARENT + i));
        press(tree, INPUT_LEFT);
    }
    assert_int_equal(tree->list.count, PAIRS);
    for (int i = 0; i < PAIRS; i++)
        assert_true(tree_focus(tree, CHILD + i));
    assert_int_equal(tree->list.count, 2 * PAIRS);
}

static void test_other_keys_are_not_its_own(void **state)
{
    struct tree *tree = *state;
    assert_false(tree_handle(tree, &(struct event){.type = EVENT_KEY, .key = 'x'}, 3));
    assert_false(tree_handle(tree, &(struct event){.type = EVENT_PASTE, .key = INPUT_LEFT}, 3));
}

#define ON_TREE(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_TREE(test_all_is_open_at_first),
        ON_TREE(test_folding_and_unfolding),
        ON_TREE(test_focus_unfolds_the_parents),
        ON_TREE(test_a_reload_keeps_node_and_folds),
        ON_TREE(test_a_hidden_node_is_shown_by_what_hides_it),
        ON_TREE(test_many_folds),
        ON_TREE(test_other_keys_are_not_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
