// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/character.h"
#include "text/clean.h"
#include "text/fold.h"

static void expect_fold(const char *text, const char *expected)
{
    struct buffer out = {0};
    text_fold(&out, text);
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void folds_case_and_accents(void **state)
{
    (void)state;
    expect_fold("Élèves À Noël, ÇA", "eleves a noel, ca");
    expect_fold("E\u0301te\u0301", "ete");
    expect_fold("Łukasz Ørsted Straße", "lukasz orsted strasse");
}

static void opens_ligatures(void **state)
{
    (void)state;
    expect_fold("Œuvre cœur Ætna ﬁn", "oeuvre coeur aetna fin");
}

static void folds_typography(void **state)
{
    (void)state;
    expect_fold("L’accueil l'accueil", "l'accueil l'accueil");
    expect_fold("«\u00A0oui\u202F» “non”", "\" oui \" \"non\"");
    expect_fold("a\tb\nc\u3000d", "a b c d");
    expect_fold("mi\u2011avril", "mi-avril");
    expect_fold("m² n°", "m2 n°");
}

static void replaces_bad_bytes(void **state)
{
    (void)state;
    expect_fold("A\xFFZ", "a\uFFFDz");
}

static void matches_every_word_anywhere(void **state)
{
    (void)state;
    const char *text = "Adapter l’offre d’accueil de la Petite Enfance";
    assert_true(text_matches(text, "enfance accueil"));
    assert_true(text_matches(text, "L'OFFRE"));
    assert_true(text_matches(text, "  pet "));
    assert_true(text_matches(text, ""));
    assert_true(text_matches(text, " \u00A0 "));
    assert_false(text_matches(text, "enfance jeunesse"));
    assert_false(text_matches("", "a"));
}

// Search must not depend on whether a text was folded already.
static void folding_any_character_twice_changes_nothing(void **state)
{
    (void)state;
    for (int32_t code = 1; code <= 0x10FFFF; code++) {
        struct buffer text = {0};
        struct buffer once = {0};
        struct buffer twice = {0};
        if (code == 0xD800)
            code = 0xE000;
        character_append(&text, code);
        text_fold(&once, buffer_text(&text));
        text_fold(&twice, buffer_text(&once));
        assert_string_equal(buffer_text(&once), buffer_text(&twice));
        buffer_clear(&twice);
        buffer_clear(&once);
        buffer_clear(&text);
    }
}

static void folding_does_not_depend_on_composition(void **state)
{
    (void)state;
    struct random random = {9};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < 2000; round++) {
        random_text(&random, text);
        struct buffer shown = {0};
        struct buffer clean = {0};
        struct buffer folded = {0};
        struct buffer folded_clean = {0};
        text_show(&shown, text, TEXT_ONE_LINE);
        text_clean(&clean, buffer_text(&shown), shown.length, TEXT_ONE_LINE);
        text_fold(&folded, buffer_text(&shown));
        text_fold(&folded_clean, buffer_text(&clean));
        assert_string_equal(buffer_text(&folded), buffer_text(&folded_clean));
        buffer_clear(&folded_clean);
        buffer_clear(&folded);
        buffer_clear(&clean);
        buffer_clear(&shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_case_and_accents),
        cmocka_unit_test(opens_ligatures),
        cmocka_unit_test(folds_typography),
        cmocka_unit_test(replaces_bad_bytes),
        cmocka_unit_test(matches_every_word_anywhere),
        cmocka_unit_test(folding_any_character_twice_changes_nothing),
        cmocka_unit_test(folding_does_not_depend_on_composition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
