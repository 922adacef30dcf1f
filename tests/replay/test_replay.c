// SPDX-License-Identifier: GPL-3.0-or-later
// A file of keys on the real application: what it promises to whoever reports a bug with it.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "../terminal/scratch.h"
#include "replay/replay.h"

struct folder {
    char path[SCRATCH_PATH_SIZE];
    char keys[96], file[96], state[96];
};

static int set_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL || !scratch_make(folder->path)) {
        free(folder);
        return -1;
    }
    snprintf(folder->keys, sizeof folder->keys, "%s/jeu.keys", folder->path);
    snprintf(folder->file, sizeof folder->file, "%s/essai.ctg", folder->path);
    snprintf(folder->state, sizeof folder->state, "%s/etat", folder->path);
    *state = folder;
    return 0;
}

static int clear_folder(void **state)
{
    struct folder *folder = *state;
    int result = scratch_remove(folder->path);
    free(folder);
    return result;
}

struct outcome {
    enum status status;
    struct problem problem;
    char *screens; // to be freed
    size_t length;
};

static struct outcome play(
    const struct folder *folder, const char *keys, const struct replay_options *options)
{
    struct outcome outcome = {0};
    FILE *file = fopen(folder->keys, "w");
    assert_non_null(file);
    fputs(keys, file);
    assert_int_equal(fclose(file), 0);
    FILE *out = open_memstream(&outcome.screens, &outcome.length);
    assert_non_null(out);
    outcome.status = replay_run(folder->keys, options, out, &outcome.problem);
    assert_int_equal(fclose(out), 0);
    return outcome;
}

static const char meeting[] = "@horloge 2024-01-18T14:00\nsn<cr>18/01/2024<cr><cr>\n"
                              "aOuverture<cr>o!Un choix @caf #6<cr>\n@ecran\n";

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static void test_the_same_keys_give_the_same(void **state)
{
    const struct folder *folder = *state;
    const struct replay_options options = {.file = folder->file};
    size_t lengths[2];
    char *files[2];
    struct outcome outcomes[2];
    for (int i = 0; i < 2; i++) {
        outcomes[i] = play(folder, meeting, &options);
        assert_int_equal(outcomes[i].status, STATUS_DONE);
        files[i] = read_whole(folder->file, &lengths[i]);
        assert_int_equal(unlink(folder->file), 0);
    }
    assert_string_equal(outcomes[0].screens, outcomes[1].screens);
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(files[0], files[1], lengths[0]);
    for (int i = 0; i < 2; i++) {
        free(files[i]);
        free(outcomes[i].screens);
    }
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

static void test_a_screen_has_its_lines_and_its_cursor(void **state)
{
    const struct folder *folder = *state;
    const struct replay_options options = {.rows = 30, .columns = 100};
    struct outcome outcome = play(folder, "@ecran\n@taille 60x20\n@ecran\n", &options);
    assert_int_equal(outcome.status, STATUS_DONE);
    assert_int_equal(count_lines(outcome.screens), 30 + 1 + 20 + 1);
    assert_non_null(strstr(outcome.screens, "\n-- curseur "));
    free(outcome.screens);
}

static void assert_refused(
    const struct folder *folder, const char *keys, enum status status, const char *told)
{
    const struct replay_options options = {.file = folder->file};
    struct outcome outcome = play(folder, keys, &options);
    assert_int_equal(outcome.status, status);
    assert_non_null(strstr(outcome.problem.sentence, told));
    free(outcome.screens);
}

static void test_a_mistyped_line_plays_nothing(void **state)
{
    const struct folder *folder = *state;
    assert_refused(folder, "sn<cr>\n<entree>\n", STATUS_USAGE, "ligne 2");
    assert_refused(folder, "s\n\n@ecrans\n", STATUS_USAGE, "ligne 3");
    assert_refused(folder, "@taille 60\n", STATUS_USAGE, "ligne 1");
    assert_refused(folder, "@horloge demain\n", STATUS_USAGE, "ligne 1");
    assert_int_not_equal(access(folder->file, F_OK), 0);
}

static void test_keys_after_leaving_are_refused(void **state)
{
    assert_refused(*state, "q\n@ecran\n", STATUS_REFUSED, "ligne 2");
}

static void test_keys_that_are_missing(void **state)
{
    const struct folder *folder = *state;
    const struct replay_options options = {0};
    struct problem problem = {0};
    assert_int_equal(replay_run(folder->keys, &options, stdout, &problem), STATUS_UNUSABLE);
    assert_int_equal(replay_run(folder->path, &options, stdout, &problem), STATUS_UNUSABLE);
}

static void test_screens_that_cannot_be_written(void **state)
{
    const struct folder *folder = *state;
    const struct replay_options options = {0};
    struct problem problem = {0};
    struct outcome outcome = play(folder, "@ecran\n", &options);
    free(outcome.screens);
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_int_equal(replay_run(folder->keys, &options, full, &problem), STATUS_SYSTEM);
    fclose(full);
}

static void test_a_half_typed_line_is_found_by_the_next(void **state)
{
    const struct folder *folder = *state;
    const struct replay_options options = {.file = folder->file, .state_folder = folder->state};
    struct outcome outcome = play(folder, meeting, &options);
    free(outcome.screens);
    outcome = play(folder, "à moitié\n", &options);
    assert_int_equal(outcome.status, STATUS_DONE);
    free(outcome.screens);
    outcome = play(folder, "@ecran\n dit<cr>\n@ecran\n", &options);
    assert_int_equal(outcome.status, STATUS_DONE);
    assert_non_null(strstr(outcome.screens, "▌ à moitié\n"));
    assert_non_null(strstr(outcome.screens, "  à moitié dit\n"));
    free(outcome.screens);
    outcome = play(folder, "@ecran\n", &options);
    assert_null(strstr(outcome.screens, "▌ à moitié"));
    free(outcome.screens);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_folder, clear_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_the_same_keys_give_the_same),
        TEST(test_a_screen_has_its_lines_and_its_cursor),
        TEST(test_a_mistyped_line_plays_nothing),
        TEST(test_keys_after_leaving_are_refused),
        TEST(test_keys_that_are_missing),
        TEST(test_screens_that_cannot_be_written),
        TEST(test_a_half_typed_line_is_found_by_the_next),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
