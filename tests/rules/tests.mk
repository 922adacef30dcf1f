# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/rules/test_entry
unit_tests += tests/rules/test_entry_compose
unit_tests += tests/rules/test_entry_properties
unit_tests += tests/rules/test_record_kind
unit_tests += tests/rules/test_reference
unit_tests += tests/rules/test_workflow

entry_sample = tests/rules/entry_sample.h tests/rules/entry_sample.c
tests_rules_test_entry_SOURCES = tests/rules/test_entry.c $(entry_sample)
tests_rules_test_entry_compose_SOURCES = tests/rules/test_entry_compose.c $(entry_sample)
tests_rules_test_entry_properties_SOURCES = tests/rules/test_entry_properties.c \
    tests/text/random_text.h tests/text/random_text.c $(entry_sample)
