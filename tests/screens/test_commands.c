// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/record_kind.h"
#include "screens/commands.h"

static struct keymap *create_keymap(void)
{
    struct keymap *keymap = NULL;
    struct problem problem = {0};
    if (keymap_create(&keymap, screen_commands(), &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return keymap;
}

static void case_115_no_two_commands_share_a_key(void **state)
{
    (void)state;
    keymap_destroy(create_keymap());
}

static void test_every_command_says_what_it_does(void **state)
{
    (void)state;
    const struct command_table *table = screen_commands();
    for (size_t i = 0; i < table->count; i++) {
        const struct command *command = &table->commands[i];
        assert_true(strlen(command->name) > 0 && strlen(command->sentence) > 0);
        assert_true(strlen(command->keys) > 0);
        assert_true(command->places != 0);
        assert_non_null(command->run);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(command->name, table->commands[j].name);
    }
}

static const struct command *find_command(const char *name)
{
    const struct command_table *table = screen_commands();
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->commands[i].name, name) == 0)
            return &table->commands[i];
    return NULL;
}

// Each kind of fact has its Alt-letter, the one that the rules name.
static void test_kinds_have_their_letter(void **state)
{
    (void)state;
    static const char *const names[RECORD_KIND_COUNT] = {
        [RECORD_NOTE] = "note",
        [RECORD_INFORMATION] = "information",
        [RECORD_QUESTION] = "question",
        [RECORD_DECISION] = "decision",
        [RECORD_TASK] = "tache",
        [RECORD_PRIVATE_NOTE] = "privee",
        [RECORD_BALLOT] = "vote",
    };
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct command *command = find_command(names[kind]);
        const char keys[] = {'a', '-', record_kind_facts((enum record_kind)kind)->letter, '\0'};
        assert_non_null(command);
        assert_string_equal(command->keys, keys);
    }
}

// No one-key command needs AltGr on a French keyboard.
static void test_no_command_needs_altgr(void **state)
{
    (void)state;
    const struct command_table *table = screen_commands();
    for (size_t i = 0; i < table->count; i++)
        assert_null(strpbrk(table->commands[i].keys, "@#[]{}~\\|"));
}

// F1, F10 and F11 are taken by terminals: another key does the same.
static void test_keys_that_terminals_take_are_not_alone(void **state)
{
    (void)state;
    const struct command_table *table = screen_commands();
    for (size_t i = 0; i < table->count; i++) {
        const char *keys = table->commands[i].keys;
        assert_string_not_equal(keys, "f1");
        assert_string_not_equal(keys, "f10");
        assert_string_not_equal(keys, "f11");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_115_no_two_commands_share_a_key),
        cmocka_unit_test(test_every_command_says_what_it_does),
        cmocka_unit_test(test_kinds_have_their_letter),
        cmocka_unit_test(test_no_command_needs_altgr),
        cmocka_unit_test(test_keys_that_terminals_take_are_not_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
