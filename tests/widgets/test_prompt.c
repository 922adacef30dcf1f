// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "widgets/prompt.h"

enum { LIMIT = 12 };

static int create(void **state)
{
    static struct prompt prompt;
    prompt_init(&prompt);
    *state = &prompt;
    return 0;
}

static int destroy(void **state)
{
    prompt_clear(*state);
    return 0;
}

static void expect_drawn(const struct prompt *prompt, int height, int width, const char *expected)
{
    struct surface surface = {0};
    struct buffer text = {0};
    assert_true(surface_resize(&surface, height, width));
    prompt_draw(prompt, &surface, (struct rectangle){0, 0, surface.rows, surface.columns});
    surface_text(&surface, &text);
    assert_string_equal(buffer_text(&text), expected);
    assert_true(surface.cursor_visible);
    buffer_clear(&text);
    surface_clear(&surface);
}

static void test_question_text_and_hint(void **state)
{
    struct prompt *prompt = *state;
    prompt_ask(prompt, EDITOR_ONE_LINE, "Titre du point 3", "Budget");
    assert_int_equal(prompt_height(prompt, 30, LIMIT), 2);
    expect_drawn(prompt, 2, 30, "━ Titre du point 3 ━━━━━━━━━━━\n ▌ Budget\n");
    prompt_hint(prompt, "compris : un titre", false);
    assert_int_equal(prompt_height(prompt, 30, LIMIT), 3);
    expect_drawn(
        prompt, 3, 30, "━ Titre du point 3 ━━━━━━━━━━━\n ▌ Budget\n   compris : un titre\n");
    prompt_hint(prompt, "Le titre est vide : écrivez-le.", true);
    expect_drawn(prompt, 4, 30,
        "━ Titre du point 3 ━━━━━━━━━━━\n ▌ Budget\n ! Le titre est vide :\n   écrivez-le.\n");
}

static void test_a_wide_rule_tells_the_keys(void **state)
{
    struct prompt *prompt = *state;
    prompt_ask(prompt, EDITOR_PASTED_LINES, "Lieu", "");
    expect_drawn(
        prompt, 2, 60, "━ Lieu ━━━━━━━━━━━━━━━━━━━ Entrée valide, Échap abandonne ━━\n ▌\n");
    prompt_ask(prompt, EDITOR_MANY_LINES, "Lieu", "");
    expect_drawn(
        prompt, 2, 60, "━ Lieu ━━━━━━━━━━━━━━━━━━━ Ctrl-S valide, Échap abandonne ━━\n ▌\n");
}

static void test_little_room(void **state)
{
    struct prompt *prompt = *state;
    prompt_ask(prompt, EDITOR_PASTED_LINES, "Points", "un\ndeux\ntrois");
    prompt_hint(prompt, "trois points", false);
    assert_int_equal(prompt_height(prompt, 30, LIMIT), 5);
    assert_int_equal(prompt_height(prompt, 30, 3), 3);
    expect_drawn(prompt, 3, 20, "━ Points ━━━━━━━━━━━\n ▌ trois\n   trois points\n");
    expect_drawn(prompt, 2, 20, "━ Points ━━━━━━━━━━━\n ▌ trois\n");
    expect_drawn(prompt, 1, 20, " ▌ trois\n");
    expect_drawn(prompt, 2, 9, "━ Poin… ━\n ▌ s\n");
}

// The question and the text outlive any size.
static void test_a_resize_keeps_both(void **state)
{
    struct prompt *prompt = *state;
    prompt_ask(prompt, EDITOR_ONE_LINE, "Titre", "Places en petite enfance");
    for (int width = 60; width > 0; width--) {
        struct surface surface = {0};
        assert_true(surface_resize(&surface, prompt_height(prompt, width, LIMIT), width));
        prompt_draw(prompt, &surface, (struct rectangle){0, 0, surface.rows, surface.columns});
        surface_clear(&surface);
    }
    expect_drawn(prompt, 2, 30, "━ Titre ━━━━━━━━━━━━━━━━━━━━━━\n ▌ Places en petite enfance\n");
}

static void test_what_was_killed_can_be_yanked_in_the_next(void **state)
{
    struct prompt *prompt = *state;
    struct event kill = {.type = EVENT_KEY, .key = KEY_MOD_CONTROL | 'u'};
    struct event yank = {.type = EVENT_KEY, .key = KEY_MOD_CONTROL | 'y'};
    prompt_ask(prompt, EDITOR_ONE_LINE, "Titre", "Budget");
    prompt_hint(prompt, "non", true);
    editor_handle(&prompt->editor, &kill, 20);
    prompt_ask(prompt, EDITOR_ONE_LINE, "Lieu", "");
    assert_string_equal(buffer_text(&prompt->hint), "");
    assert_false(prompt->hint_is_problem);
    editor_handle(&prompt->editor, &yank, 20);
    assert_string_equal(editor_text(&prompt->editor), "Budget");
}

static void type(struct prompt *prompt, key_code key)
{
    struct event event = {.type = EVENT_KEY, .key = key};
    prompt_handle(prompt, &event, 30);
}

static void test_a_proposal_gives_way_to_what_is_typed(void **state)
{
    struct prompt *prompt = *state;
    prompt_ask(prompt, EDITOR_ONE_LINE, "À qui", "tous les membres");
    prompt_propose(prompt);
    type(prompt, 'x');
    type(prompt, 'y');
    assert_string_equal(editor_text(&prompt->editor), "xy");
    // Enter takes it, a key that edits keeps it.
    prompt_ask(prompt, EDITOR_ONE_LINE, "À qui", "tous");
    prompt_propose(prompt);
    type(prompt, INPUT_END);
    type(prompt, '.');
    assert_string_equal(editor_text(&prompt->editor), "tous.");
    prompt_ask(prompt, EDITOR_ONE_LINE, "À qui", "tous");
    prompt_propose(prompt);
    type(prompt, INPUT_BACKSPACE);
    assert_string_equal(editor_text(&prompt->editor), "tou");
    // A present text that is worked over stays.
    prompt_ask(prompt, EDITOR_ONE_LINE, "Titre", "Budget");
    type(prompt, 's');
    assert_string_equal(editor_text(&prompt->editor), "Budgets");
}

#define ON_PROMPT(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        ON_PROMPT(test_question_text_and_hint),
        ON_PROMPT(test_a_wide_rule_tells_the_keys),
        ON_PROMPT(test_little_room),
        ON_PROMPT(test_a_resize_keeps_both),
        ON_PROMPT(test_what_was_killed_can_be_yanked_in_the_next),
        ON_PROMPT(test_a_proposal_gives_way_to_what_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
