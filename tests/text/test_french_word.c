// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "text/french_word.h"

enum { LIMIT = 3 };

static void finds_the_first_words(void **state)
{
    (void)state;
    const char *text = " D’ici\u00A0Été, le bilan";
    struct french_word words[LIMIT];
    assert_int_equal(french_words_first(text, strlen(text), words, LIMIT), 3);
    assert_string_equal(words[0].folded, "d'ici");
    assert_int_equal(words[0].start, 1);
    assert_int_equal(words[0].end, strlen(" D’ici"));
    assert_false(words[0].closed);
    assert_string_equal(words[1].folded, "ete");
    assert_true(words[1].closed);
    assert_string_equal(words[2].folded, "le");
}

static void ends_a_word_before_its_punctuation(void **state)
{
    (void)state;
    struct french_word words[LIMIT];
    assert_int_equal(french_words_first("Été, ;", strlen("Été, ;"), words, LIMIT), 2);
    assert_int_equal(words[0].end, strlen("Été"));
    assert_true(words[1].closed);
    assert_int_equal(words[1].start, words[1].end);
}

static void finds_the_last_words_in_their_order(void **state)
{
    (void)state;
    const char *text = "un deux trois quatre ";
    struct french_word words[LIMIT];
    assert_int_equal(french_words_last(text, strlen(text), words, LIMIT), 3);
    assert_string_equal(words[0].folded, "deux");
    assert_string_equal(words[2].folded, "quatre");
    assert_int_equal(words[2].end, strlen(text) - 1);
    assert_int_equal(french_words_last("un", 2, words, LIMIT), 1);
    assert_int_equal(french_words_last(" ", 1, words, LIMIT), 0);
}

static void keeps_no_word_too_long_for_a_date(void **state)
{
    (void)state;
    const char *text = "anticonstitutionnellement quinze-lettres-";
    struct french_word words[LIMIT];
    assert_int_equal(french_words_first(text, strlen(text), words, LIMIT), 2);
    assert_string_equal(words[0].folded, "");
    assert_string_equal(words[1].folded, "quinze-lettres-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_words),
        cmocka_unit_test(ends_a_word_before_its_punctuation),
        cmocka_unit_test(finds_the_last_words_in_their_order),
        cmocka_unit_test(keeps_no_word_too_long_for_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
