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

#include "cli/identity.h"
#include "text/clean.h"

struct place {
    char root[32], state[64], file[96];
};

static int make_place(void **state)
{
    static struct place place;
    strcpy(place.root, "/tmp/greffe-test-XXXXXX");
    if (mkdtemp(place.root) == NULL)
        return -1;
    snprintf(place.state, sizeof place.state, "%s/etat", place.root);
    snprintf(place.file, sizeof place.file, "%s/poste", place.state);
    *state = &place;
    return 0;
}

static int remove_place(void **state)
{
    const struct place *place = *state;
    unlink(place->file);
    rmdir(place->state);
    return rmdir(place->root);
}

static void write_name(const struct place *place, const char *text)
{
    mkdir(place->state, 0700);
    FILE *file = fopen(place->file, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void test_a_computer_keeps_its_name(void **state)
{
    const struct place *place = *state;
    struct arena arena = {0};
    struct stat facts;
    const char *first = identity_site(place->state, &arena);
    assert_non_null(first);
    assert_true(strlen(first) > 5);
    assert_int_equal(first[strlen(first) - 5], '-');
    assert_string_equal(identity_site(place->state, &arena), first);
    assert_int_equal(stat(place->file, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    arena_clear(&arena);
}

static void test_the_name_that_is_kept_is_taken(void **state)
{
    const struct place *place = *state;
    struct arena arena = {0};
    write_name(place, "accueil-3f2a\nreste");
    assert_string_equal(identity_site(place->state, &arena), "accueil-3f2a");
    write_name(place, "\033[31mac\nreste");
    assert_true(text_is_harmless(identity_site(place->state, &arena)));
    arena_clear(&arena);
}

static void test_without_a_place_to_keep_it_the_host_is_named(void **state)
{
    const struct place *place = *state;
    struct arena arena = {0};
    const char *host = identity_site(NULL, &arena);
    assert_non_null(host);
    assert_true(*host != '\0');
    assert_string_equal(identity_site("/dev/null/greffe", &arena), host);
    assert_int_not_equal(access(place->file, F_OK), 0);
    arena_clear(&arena);
}

static void test_a_very_long_name_is_cut_between_characters(void **state)
{
    const struct place *place = *state;
    struct arena arena = {0};
    struct buffer text = {0};
    buffer_append(&text, "a");
    buffer_append_repeated(&text, "é", 90);
    write_name(place, buffer_text(&text));
    buffer_clear(&text);
    const char *site = identity_site(place->state, &arena);
    assert_true(strlen(site) > 100 && strlen(site) <= 120);
    assert_null(strstr(site, "\xEF\xBF\xBD"));
    arena_clear(&arena);
}

static void test_somebody_is_always_named(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *author = identity_author(&arena);
    assert_non_null(author);
    assert_true(*author != '\0');
    assert_true(text_is_harmless(author));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_computer_keeps_its_name, make_place, remove_place),
        cmocka_unit_test_setup_teardown(
            test_the_name_that_is_kept_is_taken, make_place, remove_place),
        cmocka_unit_test_setup_teardown(
            test_without_a_place_to_keep_it_the_host_is_named, make_place, remove_place),
        cmocka_unit_test_setup_teardown(
            test_a_very_long_name_is_cut_between_characters, make_place, remove_place),
        cmocka_unit_test(test_somebody_is_always_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
