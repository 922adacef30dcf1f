# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += \
    tests/intake/test_csv_table \
    tests/intake/test_ini \
    tests/intake/test_members_import \
    tests/intake/test_convention_ini \
    tests/intake/test_settings
tests_intake_test_members_import_SOURCES = tests/intake/test_members_import.c $(held_meetings)
