# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/rules/test_ballot
unit_tests += tests/rules/test_ballot_line
unit_tests += tests/rules/test_ballot_sentence
unit_tests += tests/rules/test_committee_rule
unit_tests += tests/rules/test_decision_outcome
unit_tests += tests/rules/test_elapsed
unit_tests += tests/rules/test_entry
unit_tests += tests/rules/test_entry_compose
unit_tests += tests/rules/test_entry_properties
unit_tests += tests/rules/test_item_kind
unit_tests += tests/rules/test_item_line
unit_tests += tests/rules/test_item_number
unit_tests += tests/rules/test_mandate
unit_tests += tests/rules/test_owner_line
unit_tests += tests/rules/test_people_lines
unit_tests += tests/rules/test_presence
unit_tests += tests/rules/test_presence_check
unit_tests += tests/rules/test_presence_line
unit_tests += tests/rules/test_presence_property
unit_tests += tests/rules/test_quorum
unit_tests += tests/rules/test_record_kind
unit_tests += tests/rules/test_reference
unit_tests += tests/rules/test_workflow

entry_sample = tests/rules/entry_sample.h tests/rules/entry_sample.c
tests_rules_test_entry_SOURCES = tests/rules/test_entry.c $(entry_sample)
tests_rules_test_entry_compose_SOURCES = tests/rules/test_entry_compose.c $(entry_sample)
tests_rules_test_entry_properties_SOURCES = tests/rules/test_entry_properties.c \
    tests/text/random_text.h tests/text/random_text.c $(entry_sample)

unit_tests += tests/rules/test_agenda_lines
unit_tests += tests/rules/test_agenda_time
unit_tests += tests/rules/test_carry_over
unit_tests += tests/rules/test_minutes_lines

random_meeting = tests/rules/random_meeting.h tests/rules/random_meeting.c $(random_text)
committee_sample = tests/rules/committee_sample.h tests/rules/committee_sample.c
tests_rules_test_ballot_SOURCES = tests/rules/test_ballot.c $(committee_sample) $(random_meeting)
tests_rules_test_ballot_line_SOURCES = tests/rules/test_ballot_line.c $(random_text)
tests_rules_test_presence_SOURCES = tests/rules/test_presence.c $(committee_sample)
tests_rules_test_presence_check_SOURCES = tests/rules/test_presence_check.c \
    $(committee_sample) $(random_meeting)
tests_rules_test_presence_line_SOURCES = tests/rules/test_presence_line.c $(random_text)
tests_rules_test_presence_property_SOURCES = tests/rules/test_presence_property.c $(random_meeting)
tests_rules_test_quorum_SOURCES = tests/rules/test_quorum.c $(committee_sample) $(random_meeting)
