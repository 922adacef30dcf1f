// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/owner_line.h"

static const struct directory_name names[] = {
    {3, "caf", "Caf des Pyrénées-Orientales"},
    {4, "ville", "Ville de Perpignan"},
    {0, "", "Coordinatrice Prévention"},
};
static const struct directory directory = {.names = names, .name_count = 3};

static void must_read(const char *text, const char *expected)
{
    struct arena arena = {0};
    struct buffer line = {0};
    struct entry_mention *owners = NULL;
    size_t count = 0;
    assert_int_equal(owner_line_read(text, &directory, &arena, &owners, &count, NULL), STATUS_DONE);
    for (size_t i = 0; i < count; i++)
        assert_true(owners[i].owner);
    owner_line_write(&line, owners, count);
    assert_string_equal(buffer_text(&line), expected);
    buffer_clear(&line);
    arena_clear(&arena);
}

// One, two, by code, by label without its accents; a free name, an address, is a guest's.
static void case_88_names_are_organisations_or_free(void **state)
{
    (void)state;
    must_read("caf", "Caf des Pyrénées-Orientales");
    must_read(" CAF ; ville de perpignan ", "Caf des Pyrénées-Orientales ; Ville de Perpignan");
    must_read("caf, Caf des Pyrenees-Orientales", "Caf des Pyrénées-Orientales");
    must_read(
        "coordinatrice prevention ; a.b@exemple.fr", "Coordinatrice Prévention ; a.b@exemple.fr");
    must_read("", "");
    must_read(" ;; , ", "");
}

static void what_is_written_reads_the_same(void **state)
{
    (void)state;
    must_read("Caf des Pyrénées-Orientales ; Coordinatrice Prévention ; le voisin",
        "Caf des Pyrénées-Orientales ; Coordinatrice Prévention ; le voisin");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_88_names_are_organisations_or_free),
        cmocka_unit_test(what_is_written_reads_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
