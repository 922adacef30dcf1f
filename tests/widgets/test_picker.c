// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "widgets/picker.h"

static const struct picker_choice choices[] = {
    {"3", "Améliorer la communication", "axe", NULL},
    {"6", "Adapter l'offre d'accueil", "axe", "petite enfance"},
    {"6.1", "Pérenniser la crèche familiale", "action", NULL},
    {"16", "Continuer le développement", NULL, "parentalité"},
};

enum { CHOICES = sizeof choices / sizeof choices[0], PAGE = 3 };

static int create(void **state)
{
    static struct picker picker;
    picker_init(&picker);
    *state = &picker;
    return picker_ask(&picker, "Lequel ?", choices, CHOICES, true) ? 0 : -1;
}

static int destroy(void **state)
{
    picker_clear(*state);
    return 0;
}

static enum picker_result press(struct picker *picker, key_code key)
{
    return picker_handle(picker, &(struct event){.type = EVENT_KEY, .key = key}, PAGE);
}

static void type(struct picker *picker, const char *text)
{
    struct event event = {.type = EVENT_PASTE, .text = text, .length = strlen(text)};
    assert_int_equal(picker_handle(picker, &event, PAGE), PICKER_GOES_ON);
}

// The references found, in their order.
static void expect_found(const struct picker *picker, const char *expected)
{
    struct buffer found = {0};
    for (size_t i = 0; i < picker->list.count; i++)
        buffer_append_format(
            &found, "%s%s", i > 0 ? " " : "", picker->choices[picker->found[i]].reference);
    assert_string_equal(buffer_text(&found), expected);
    buffer_clear(&found);
}

static void expect_taken(const struct picker *picker, const char *expected)
{
    struct buffer taken = {0};
    for (size_t i = 0; i < picker->count; i++)
        buffer_append(&taken, picker_takes(picker, i) ? "x" : ".");
    assert_string_equal(buffer_text(&taken), expected);
    assert_false(picker_takes(picker, picker->count));
    buffer_clear(&taken);
}

static void a_name_that_is_typed_can_be_taken(void **state)
{
    struct picker *picker = *state;
    assert_true(picker_ask(picker, "Qui ?", choices, CHOICES, false));
    type(picker, "nouveau");
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_GOES_ON);
    press(picker, KEY_MOD_CONTROL | 'u');
    picker_allow_other(picker, "nom nouveau");
    assert_int_equal(picker->list.count, CHOICES);
    type(picker, " crèche");
    assert_int_equal(picker->list.count, 2);
    assert_null(picker_other(picker));
    press(picker, INPUT_DOWN);
    assert_string_equal(picker_other(picker), "crèche");
    assert_int_equal(picker_focused(picker), CHOICES);
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_CHOSEN);
    picker_begin_with(picker, "perenniser la creche familiale");
    assert_int_equal(picker->list.count, 1);
    assert_null(picker_other(picker));
    picker_begin_with(picker, "  ");
    assert_null(picker_other(picker));
}

static void test_typing_filters(void **state)
{
    struct picker *picker = *state;
    expect_found(picker, "3 6 6.1 16");
    type(picker, "ameli");
    expect_found(picker, "3");
    press(picker, KEY_MOD_CONTROL | 'u');
    expect_found(picker, "3 6 6.1 16");
    type(picker, "CRECHE fam");
    expect_found(picker, "6.1");
    press(picker, KEY_MOD_CONTROL | 'u');
    type(picker, "enfance");
    expect_found(picker, "6");
    press(picker, KEY_MOD_CONTROL | 'u');
    type(picker, "axe");
    expect_found(picker, "");
    press(picker, INPUT_BACKSPACE);
    press(picker, INPUT_BACKSPACE);
    expect_found(picker, "3 6 6.1 16");
}

static void test_the_exact_reference_comes_first(void **state)
{
    struct picker *picker = *state;
    type(picker, "16");
    expect_found(picker, "16");
    press(picker, KEY_MOD_CONTROL | 'u');
    type(picker, "6");
    expect_found(picker, "6 6.1 16");
    type(picker, " ");
    expect_found(picker, "6 6.1 16");
    press(picker, KEY_MOD_CONTROL | 'u');
    type(picker, "6.1");
    expect_found(picker, "6.1");
}

static void test_enter_takes_the_focused_one(void **state)
{
    struct picker *picker = *state;
    press(picker, INPUT_DOWN);
    press(picker, INPUT_DOWN);
    assert_int_equal(picker_focused(picker), 2);
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_CHOSEN);
    expect_taken(picker, "..x.");
    assert_int_equal(press(picker, INPUT_ESCAPE), PICKER_CANCELLED);
}

static void test_enter_with_nothing_found_goes_on(void **state)
{
    struct picker *picker = *state;
    type(picker, "zzz");
    assert_int_equal(picker_focused(picker), CHOICES);
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_GOES_ON);
    assert_int_equal(press(picker, INPUT_TAB), PICKER_GOES_ON);
    expect_taken(picker, "....");
}

static void test_marks(void **state)
{
    struct picker *picker = *state;
    press(picker, INPUT_TAB);
    press(picker, INPUT_TAB);
    press(picker, INPUT_UP);
    press(picker, INPUT_TAB);
    type(picker, "16");
    press(picker, INPUT_TAB);
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_CHOSEN);
    expect_taken(picker, "x..x");
    type(picker, "zzz");
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_CHOSEN);
}

static void test_all_that_is_found_is_marked_or_cleared(void **state)
{
    struct picker *picker = *state;
    type(picker, "6");
    press(picker, INPUT_TAB);
    press(picker, KEY_MOD_CONTROL | 'a');
    expect_taken(picker, ".xxx");
    press(picker, KEY_MOD_CONTROL | 'a');
    press(picker, INPUT_HOME);
    expect_taken(picker, ".x..");
}

static void test_marks_given_beforehand_can_all_be_taken_away(void **state)
{
    struct picker *picker = *state;
    picker_mark(picker, 0);
    picker_mark(picker, 99);
    expect_taken(picker, "x...");
    press(picker, INPUT_TAB);
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_CHOSEN);
    expect_taken(picker, "....");
    assert_true(picker_ask(picker, "Lequel ?", choices, CHOICES, true));
    expect_taken(picker, "x...");
}

static void test_one_only(void **state)
{
    struct picker *picker = *state;
    assert_true(picker_ask(picker, "Lequel ?", choices, 2, false));
    press(picker, INPUT_TAB);
    press(picker, KEY_MOD_CONTROL | 'a');
    expect_taken(picker, "x.");
    assert_true(picker_ask(picker, "Lequel ?", NULL, 0, false));
    assert_int_equal(press(picker, INPUT_ENTER), PICKER_GOES_ON);
    assert_int_equal(picker_focused(picker), 0);
}

static void test_choices_are_copied(void **state)
{
    struct picker *picker = *state;
    char label[] = "Premier";
    struct picker_choice choice = {NULL, label, NULL, NULL};
    assert_true(picker_ask(picker, "Lequel ?", &choice, 1, false));
    memset(label, 'x', sizeof label - 1);
    assert_string_equal(picker->choices[0].label, "Premier");
    type(picker, "premier");
    assert_int_equal(picker->list.count, 1);
}

static void expect_drawn(const struct picker *picker, int height, const char *expected)
{
    struct surface surface = {0};
    struct buffer text = {0};
    assert_true(surface_resize(&surface, height, 44));
    picker_draw(picker, &surface, (struct rectangle){0, 0, surface.rows, surface.columns});
    surface_text(&surface, &text);
    assert_string_equal(buffer_text(&text), expected);
    assert_true(surface.cursor_visible);
    buffer_clear(&text);
    surface_clear(&surface);
}

static void expect_rule(const struct picker *picker, const char *expected)
{
    struct surface surface = {0};
    struct buffer text = {0};
    assert_true(surface_resize(&surface, 5, 80));
    picker_draw(picker, &surface, (struct rectangle){0, 0, surface.rows, surface.columns});
    surface_text(&surface, &text);
    assert_non_null(strstr(buffer_text(&text), expected));
    buffer_clear(&text);
    surface_clear(&surface);
}

static void test_marked_are_counted(void **state)
{
    struct picker *picker = *state;
    press(picker, INPUT_TAB);
    expect_rule(picker, "━ 1 marqué, Tab marque, Ctrl-A tout, Entrée choisit ━");
    press(picker, INPUT_TAB);
    expect_rule(picker, "━ 2 marqués, Tab marque, Ctrl-A tout, Entrée choisit ━");
}

static void test_drawing(void **state)
{
    struct picker *picker = *state;
    press(picker, INPUT_TAB);
    expect_drawn(picker, 5,
        "━ Lequel ? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        " ▌\n"
        "  ✓ 3   Améliorer la communication      axe\n"
        "›   6   Adapter l'offre d'accueil       axe\n"
        "    6.1 Pérenniser la crèche famili… action↓\n");
    type(picker, "zzz");
    expect_drawn(picker, 4,
        "━ Lequel ? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        " ▌ zzz\n"
        "   Rien ne correspond : effacez des lettre…\n"
        "\n");
    expect_drawn(picker, 1, " ▌ zzz\n");
}

#define ON_PICKER(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        ON_PICKER(test_typing_filters),
        ON_PICKER(a_name_that_is_typed_can_be_taken),
        ON_PICKER(test_the_exact_reference_comes_first),
        ON_PICKER(test_enter_takes_the_focused_one),
        ON_PICKER(test_enter_with_nothing_found_goes_on),
        ON_PICKER(test_marks),
        ON_PICKER(test_all_that_is_found_is_marked_or_cleared),
        ON_PICKER(test_marks_given_beforehand_can_all_be_taken_away),
        ON_PICKER(test_one_only),
        ON_PICKER(test_choices_are_copied),
        ON_PICKER(test_marked_are_counted),
        ON_PICKER(test_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
