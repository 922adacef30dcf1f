// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/arguments.h"

enum { MOST_WORDS = 12 };

static const struct list_filter filters[] = {
    {OPTION_AXIS, FILTER_IS, "numero", NULL},
    {OPTION_YEAR, FILTER_STARTS, "date", NULL},
};
static const struct list list = {.filters = filters, .filter_count = 2};

static const struct verb verbs[] = {
    {
        .name = "",
        .words = "[FICHIER]",
        .options = OPTION_BIT(OPTION_FILE) | OPTION_BIT(OPTION_THEME),
        .most_words = 1,
        .word_is_file = true,
    },
    {
        .name = "creer",
        .words = "FICHIER",
        .options = OPTION_BIT(OPTION_FILE),
        .least_words = 1,
        .most_words = 1,
        .word_is_file = true,
    },
    {
        .name = "decisions",
        .words = "",
        .options = OPTION_BIT(OPTION_FILE) | OPTION_BIT(OPTION_FORMAT),
        .list = &list,
    },
    {
        .name = "rejouer",
        .words = "TOUCHES",
        .options = OPTION_BIT(OPTION_SIZE) | OPTION_BIT(OPTION_CLOCK),
        .least_words = 1,
        .most_words = 1,
    },
};
static const struct verb_table table = {verbs, sizeof verbs / sizeof *verbs};

// The words of a call, apart by blanks; they must outlive what is read from them.
struct call {
    char line[256];
    char *words[MOST_WORDS + 1];
    struct arguments arguments;
    struct problem problem;
};

static enum status read_call(struct call *call, const char *line)
{
    *call = (struct call){0};
    snprintf(call->line, sizeof call->line, "%s", line);
    int count = 0;
    char *rest = NULL;
    call->words[count++] = (char[]){"greffe"};
    for (char *word = strtok_r(call->line, " ", &rest); word != NULL && count < MOST_WORDS;
         word = strtok_r(NULL, " ", &rest))
        call->words[count++] = word;
    return arguments_read(count, call->words, &table, &call->arguments, &call->problem);
}

static void assert_usage(const char *line, const char *sentence)
{
    struct call call;
    assert_int_equal(read_call(&call, line), STATUS_USAGE);
    assert_string_equal(call.problem.sentence, sentence);
}

static void test_nothing_is_the_application(void **state)
{
    (void)state;
    struct call call;
    assert_int_equal(read_call(&call, ""), STATUS_DONE);
    assert_ptr_equal(call.arguments.verb, &verbs[0]);
    assert_null(arguments_file(&call.arguments));
}

static void test_options_stand_anywhere(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "decisions -f a.ctg --axe 6",
        "--axe 6 decisions -fa.ctg",
        "--fichier=a.ctg --axe=6 decisions",
        "--fichier b.ctg decisions --axe 5 --axe 6 --fichier a.ctg",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct call call;
        assert_int_equal(read_call(&call, lines[i]), STATUS_DONE);
        assert_ptr_equal(call.arguments.verb, &verbs[2]);
        assert_string_equal(arguments_file(&call.arguments), "a.ctg");
        assert_string_equal(call.arguments.values[OPTION_AXIS], "6");
        assert_int_equal(call.arguments.word_count, 0);
        assert_false(arguments_have(&call.arguments, OPTION_YEAR));
    }
}

static void test_verbs_take_accents(void **state)
{
    (void)state;
    static const char *const lines[] = {"créer a.ctg", "CRÉER a.ctg", "creer a.ctg"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct call call;
        assert_int_equal(read_call(&call, lines[i]), STATUS_DONE);
        assert_ptr_equal(call.arguments.verb, &verbs[1]);
        assert_string_equal(arguments_file(&call.arguments), "a.ctg");
    }
}

static void test_first_word_may_be_a_file(void **state)
{
    (void)state;
    struct call call;
    static const char *const lines[] = {"convention.ctg", "./decisions", "dossier/absent"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_int_equal(read_call(&call, lines[i]), STATUS_DONE);
        assert_ptr_equal(call.arguments.verb, &verbs[0]);
        assert_string_equal(arguments_file(&call.arguments), lines[i]);
    }
    assert_int_equal(read_call(&call, "-- -nom.ctg"), STATUS_DONE);
    assert_string_equal(arguments_file(&call.arguments), "-nom.ctg");
    assert_usage("absent", "«absent» n'est ni un verbe ni un fichier : greffe --help liste les "
                           "verbes.");
    assert_usage(
        ".ctg", "«.ctg» n'est ni un verbe ni un fichier : greffe --help liste les verbes.");
}

static void test_a_file_that_exists_needs_no_extension(void **state)
{
    (void)state;
    char folder[] = "/tmp/greffe-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("mien", 0700), 0);
    struct call call;
    enum status status = read_call(&call, "mien");
    assert_int_equal(chdir(before), 0);
    free(before);
    assert_int_equal(status, STATUS_DONE);
    assert_string_equal(arguments_file(&call.arguments), "mien");
    char path[64];
    snprintf(path, sizeof path, "%s/mien", folder);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void test_unknown_names_are_told(void **state)
{
    (void)state;
    assert_usage("desicions",
        "«desicions» n'est ni un verbe ni un fichier : vouliez-vous dire greffe decisions ?");
    assert_usage("decisions --fishier a",
        "L'option «--fishier» n'existe pas : vouliez-vous dire --fichier ?");
    assert_usage("decisions --fishier=a",
        "L'option «--fishier=a» n'existe pas : vouliez-vous dire --fichier ?");
    assert_usage(
        "decisions --zut", "L'option «--zut» n'existe pas : greffe --help liste les options.");
    assert_usage("decisions -z", "L'option «-z» n'existe pas : greffe --help liste les options.");
}

static void test_what_a_verb_does_not_take(void **state)
{
    (void)state;
    assert_usage("decisions --theme jour", "L'option --theme ne va pas avec «decisions» : greffe "
                                           "decisions --help liste les siennes.");
    assert_usage("--axe 6", "L'option --axe attend un verbe : greffe --help les liste.");
    assert_usage("decisions 6", "«6» est de trop : l'usage est greffe decisions [OPTION]….");
    assert_usage("a.ctg b.ctg", "«b.ctg» est de trop : l'usage est greffe [FICHIER].");
    assert_usage("creer", "Il manque un mot : l'usage est greffe creer FICHIER.");
    assert_usage(
        "creer a.ctg -f b.ctg", "Deux fichiers sont nommés, «b.ctg» et «a.ctg» : gardez-en un.");
}

static void test_values(void **state)
{
    (void)state;
    struct call call;
    assert_usage(
        "decisions --fichier", "L'option --fichier attend une valeur : --fichier FICHIER.");
    assert_usage(
        "decisions --fichier=", "L'option --fichier attend une valeur : --fichier FICHIER.");
    assert_usage(
        "decisions --help=oui", "L'option --help ne prend pas de valeur : ôtez ce qui suit «=».");
    assert_usage("decisions --format xml",
        "L'option --format ne peut pas être «xml» : écrivez --format texte|json|csv.");
    assert_usage("rejouer a --taille 0x0",
        "L'option --taille ne peut pas être «0x0» : écrivez --taille 80x24.");
    assert_usage("rejouer a --horloge midi",
        "L'option --horloge ne peut pas être «midi» : écrivez --horloge 2026-03-12T14:00.");
    static const char *const years[] = {"26", "2026-03", "20266", "deux", "-2026"};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        char line[64];
        snprintf(line, sizeof line, "decisions --annee=%s", years[i]);
        assert_int_equal(read_call(&call, line), STATUS_USAGE);
    }
    assert_int_equal(read_call(&call, "decisions --annee 2026"), STATUS_DONE);
    assert_int_equal(read_call(&call, "rejouer a --taille 60x20"), STATUS_DONE);
    assert_int_equal(read_call(&call, "rejouer a --horloge 2026-03-12T14:00"), STATUS_DONE);
}

static void test_file_by_option_where_a_word_is_wanted(void **state)
{
    (void)state;
    struct call call;
    assert_int_equal(read_call(&call, "creer -f a.ctg"), STATUS_DONE);
    assert_string_equal(arguments_file(&call.arguments), "a.ctg");
    assert_int_equal(read_call(&call, "rejouer touches"), STATUS_DONE);
    assert_null(arguments_file(&call.arguments));
}

static void test_help_needs_nothing_else(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "creer --help", "creer -h a b c", "decisions --theme jour --help", "rejouer --version"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct call call;
        assert_int_equal(read_call(&call, lines[i]), STATUS_DONE);
    }
    assert_usage("desicions --help",
        "«desicions» n'est ni un verbe ni un fichier : vouliez-vous dire greffe decisions ?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_the_application),
        cmocka_unit_test(test_options_stand_anywhere),
        cmocka_unit_test(test_verbs_take_accents),
        cmocka_unit_test(test_first_word_may_be_a_file),
        cmocka_unit_test(test_a_file_that_exists_needs_no_extension),
        cmocka_unit_test(test_unknown_names_are_told),
        cmocka_unit_test(test_what_a_verb_does_not_take),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_file_by_option_where_a_word_is_wanted),
        cmocka_unit_test(test_help_needs_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
