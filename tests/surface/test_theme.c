// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/embedded.h"
#include "intake/ini.h"
#include "surface/colour.h"
#include "surface/theme.h"

enum { BLACK = 0x000000, WHITE = 0xFFFFFF };

static void test_looks_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct look look;
    } cases[] = {
        {"ffd166", {0xFFD166, COLOUR_DEFAULT, 0}},
        {"FFd166 sur 1b1f27 gras", {0xFFD166, 0x1B1F27, LOOK_BOLD}},
        {"defaut", {COLOUR_DEFAULT, COLOUR_DEFAULT, 0}},
        {"  defaut   inverse gras ", {COLOUR_DEFAULT, COLOUR_DEFAULT, LOOK_REVERSE | LOOK_BOLD}},
        {"noir sur blanc italique faible souligne",
            {0x000000, 0xE5E5E5, LOOK_ITALIC | LOOK_DIM | LOOK_UNDERLINE}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct look look;
        assert_true(look_read(cases[i].text, &look));
        assert_int_equal(look.foreground, cases[i].look.foreground);
        assert_int_equal(look.background, cases[i].look.background);
        assert_int_equal(look.attributes, cases[i].look.attributes);
    }
}

static void test_what_is_no_look_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", " ", "gras", "sur noir", "ffd16", "ffd1666", "ggd166",
        "rouge sur", "rouge sur gras", "rouge bleu", "rouge sur noir clignotant",
        "rouge gras sur noir"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct look look = {1, 2, 3};
        assert_false(look_read(wrong[i], &look));
        assert_int_equal(look.foreground, 1);
    }
}

static const struct embedded_file *theme_files(size_t *count)
{
    const struct embedded_file *files = embedded_list("themes", count);
    assert_true(*count >= 4);
    return files;
}

// Each theme of ours says every style itself, and nothing else.
static void test_our_themes_are_whole(void **state)
{
    (void)state;
    size_t count;
    const struct embedded_file *files = theme_files(&count);
    for (size_t i = 0; i < count; i++) {
        struct ini *ini;
        assert_int_equal(
            ini_read_text(&ini, files[i].name, files[i].text, files[i].length, NULL), STATUS_DONE);
        assert_non_null(ini_get(ini, "theme", "nom"));
        for (int style = 0; style < STYLE_COUNT; style++)
            if (ini_get(ini, "styles", style_key((enum style)style)) == NULL)
                fail_msg("%s: %s", files[i].name, style_key((enum style)style));
        ini_destroy(ini);
    }
}

static void load(struct theme *theme, const char *name)
{
    struct buffer warnings = {0};
    struct problem problem = {0};
    if (theme_load(theme, name, NULL, &warnings, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_string_equal(buffer_text(&warnings), "");
    buffer_clear(&warnings);
}

// What a channel of 0 to 255 adds to the light, by the sRGB curve.
static double linear(int channel)
{
    double part = channel / 255.0;
    double base = (part + 0.055) / 1.055;
    // x^2.4 as x^2 times x^0.4 by Newton's method, which spares the tests a library.
    double root = 1;
    for (int i = 0; i < 60; i++)
        root = root -
               (root * root * root * root * root - base * base) / (5 * root * root * root * root);
    return part <= 0.03928 ? part / 12.92 : base * base * root;
}

static double light(int32_t rgb)
{
    return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) +
           0.0722 * linear(rgb & 0xFF);
}

static double contrast(const struct look *look)
{
    double one = light(look->foreground) + 0.05;
    double other = light(look->background) + 0.05;
    return one > other ? one / other : other / one;
}

// The ratios of the Web Content Accessibility Guidelines: AA, and AAA where contrast is the point.
static void test_our_themes_can_be_read(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double least;
    } themes[] = {{"nuit", 4.5}, {"jour", 4.5}, {"contraste", 7}};
    struct look widest = {BLACK, WHITE, 0};
    assert_true(contrast(&widest) > 20.9 && contrast(&widest) < 21.1);
    for (size_t i = 0; i < sizeof themes / sizeof themes[0]; i++) {
        struct theme theme;
        load(&theme, themes[i].name);
        for (int style = 0; style < STYLE_COUNT; style++)
            if (contrast(&theme.looks[style]) < themes[i].least)
                fail_msg("%s: %s", themes[i].name, style_key((enum style)style));
    }
}

static bool same_look(const struct look *left, const struct look *right)
{
    return left->foreground == right->foreground && left->background == right->background &&
           left->attributes == right->attributes;
}

static void test_each_field_has_its_colour(void **state)
{
    (void)state;
    static const char *const names[] = {"nuit", "jour", "contraste"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct theme theme;
        load(&theme, names[i]);
        for (int one = STYLE_FIELD_TRANSVERSAL; one <= STYLE_FIELD_INCLUSION; one++)
            for (int other = one + 1; other <= STYLE_FIELD_INCLUSION; other++)
                assert_int_not_equal(theme.looks[one].foreground, theme.looks[other].foreground);
    }
}

static void test_focus_shows_with_few_colours(void **state)
{
    (void)state;
    size_t count;
    const struct embedded_file *files = theme_files(&count);
    for (size_t i = 0; i < count; i++) {
        char name[32];
        struct theme theme;
        snprintf(name, sizeof name, "%.*s", (int)strcspn(files[i].name, "."), files[i].name);
        load(&theme, name);
        const struct look *text = &theme.looks[STYLE_TEXT];
        const struct look *focus = &theme.looks[STYLE_FOCUS];
        bool reverse = (focus->attributes & LOOK_REVERSE) != 0;
        assert_true(
            reverse || colour_nearest(text->background, 8) != colour_nearest(focus->background, 8));
    }
}

static void test_monochrome_has_no_colour(void **state)
{
    (void)state;
    struct theme theme;
    load(&theme, "monochrome");
    for (int style = 0; style < STYLE_COUNT; style++) {
        assert_int_equal(theme.looks[style].foreground, COLOUR_DEFAULT);
        assert_int_equal(theme.looks[style].background, COLOUR_DEFAULT);
    }
}

static void test_an_unknown_name_lists_the_known(void **state)
{
    (void)state;
    static const char *const wrong[] = {"arc-en-ciel", "", "../nuit", "nuit.ini", "/etc/passwd"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct theme theme;
        struct buffer warnings = {0};
        struct problem problem = {0};
        assert_int_equal(theme_load(&theme, wrong[i], "/", &warnings, &problem), STATUS_REFUSED);
        assert_non_null(strstr(problem.sentence, "contraste, jour, monochrome, nuit"));
        buffer_clear(&warnings);
    }
}

// A folder of one theme, `mien`.
struct user_theme {
    char folder[32];
    char path[64];
};

static struct user_theme write_user_theme(const char *text)
{
    struct user_theme user = {.folder = "/tmp/greffe-theme-XXXXXX"};
    assert_non_null(mkdtemp(user.folder));
    snprintf(user.path, sizeof user.path, "%s/mien.ini", user.folder);
    FILE *file = fopen(user.path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return user;
}

static void remove_user_theme(const struct user_theme *user)
{
    unlink(user->path);
    rmdir(user->folder);
}

static void test_a_users_theme_may_say_less(void **state)
{
    (void)state;
    struct user_theme user = write_user_theme("[theme]\nnom = \"Mien\"\ncouleur = 3\n"
                                              "[styles]\ntexte = \"blanc sur noir\"\n"
                                              "titre = \"blanc sur\"\nbordure = \"rouge\"\n"
                                              "[touches]\nsuivant = f5\n");
    struct theme theme;
    struct theme night;
    struct buffer warnings = {0};
    struct problem problem = {0};
    load(&night, "nuit");
    assert_int_equal(theme_load(&theme, "mien", user.folder, &warnings, &problem), STATUS_DONE);
    assert_int_equal(theme.looks[STYLE_TEXT].background, 0x000000);
    assert_true(same_look(&theme.looks[STYLE_TITLE], &night.looks[STYLE_TITLE]));
    assert_true(same_look(&theme.looks[STYLE_TASK], &night.looks[STYLE_TASK]));
    static const char *const named[] = {"couleur", "blanc sur", "bordure", "[touches]", "ligne 6"};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        assert_non_null(strstr(buffer_text(&warnings), named[i]));
    buffer_clear(&warnings);
    remove_user_theme(&user);
}

static void test_a_users_broken_theme_is_refused(void **state)
{
    (void)state;
    struct user_theme user = write_user_theme("[styles]\ntexte\n");
    struct theme theme;
    struct buffer warnings = {0};
    struct problem problem = {0};
    assert_int_equal(theme_load(&theme, "mien", user.folder, &warnings, &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "2"));
    problem = (struct problem){0};
    assert_int_equal(theme_load(&theme, "autre", user.folder, &warnings, &problem), STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, "nuit, mien"));
    buffer_clear(&warnings);
    remove_user_theme(&user);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looks_are_read),
        cmocka_unit_test(test_what_is_no_look_is_refused),
        cmocka_unit_test(test_our_themes_are_whole),
        cmocka_unit_test(test_our_themes_can_be_read),
        cmocka_unit_test(test_each_field_has_its_colour),
        cmocka_unit_test(test_focus_shows_with_few_colours),
        cmocka_unit_test(test_monochrome_has_no_colour),
        cmocka_unit_test(test_an_unknown_name_lists_the_known),
        cmocka_unit_test(test_a_users_theme_may_say_less),
        cmocka_unit_test(test_a_users_broken_theme_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
