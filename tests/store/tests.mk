# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/store/test_convention_write
unit_tests += tests/store/test_listing
unit_tests += tests/store/test_plan
unit_tests += tests/store/test_plan_edit
unit_tests += tests/store/test_register

made_meetings = \
    tests/store/meeting_maker.c \
    tests/store/meeting_maker.h \
    tests/store/temporary_store.c \
    tests/store/temporary_store.h
tests_store_test_convention_write_SOURCES = tests/store/test_convention_write.c $(made_meetings)
tests_store_test_listing_SOURCES = tests/store/test_listing.c $(made_meetings)
tests_store_test_plan_SOURCES = tests/store/test_plan.c $(made_meetings)
tests_store_test_plan_edit_SOURCES = tests/store/test_plan_edit.c $(made_meetings)
tests_store_test_register_SOURCES = tests/store/test_register.c $(made_meetings)

unit_tests += tests/store/test_committee_rules
unit_tests += tests/store/test_agenda
unit_tests += tests/store/test_counter
unit_tests += tests/store/test_decision
unit_tests += tests/store/test_draft
unit_tests += tests/store/test_item
unit_tests += tests/store/test_mandate
unit_tests += tests/store/test_mask
unit_tests += tests/store/test_meeting
unit_tests += tests/store/test_pace
unit_tests += tests/store/test_people
unit_tests += tests/store/test_record
unit_tests += tests/store/test_seal
unit_tests += tests/store/test_task_life

held_meetings = \
    tests/store/held_meeting.c \
    tests/store/held_meeting.h \
    tests/store/temporary_store.c \
    tests/store/temporary_store.h
tests_store_test_committee_rules_SOURCES = tests/store/test_committee_rules.c $(held_meetings)
tests_store_test_mandate_SOURCES = tests/store/test_mandate.c $(held_meetings)
tests_store_test_people_SOURCES = tests/store/test_people.c $(held_meetings)
tests_store_test_agenda_SOURCES = tests/store/test_agenda.c $(held_meetings)
tests_store_test_counter_SOURCES = tests/store/test_counter.c $(held_meetings)
tests_store_test_decision_SOURCES = tests/store/test_decision.c $(held_meetings)
tests_store_test_pace_SOURCES = tests/store/test_pace.c $(held_meetings)
tests_store_test_task_life_SOURCES = tests/store/test_task_life.c $(held_meetings)
tests_store_test_draft_SOURCES = tests/store/test_draft.c $(held_meetings)
tests_store_test_item_SOURCES = tests/store/test_item.c $(held_meetings)
tests_store_test_mask_SOURCES = tests/store/test_mask.c $(held_meetings)
tests_store_test_meeting_SOURCES = tests/store/test_meeting.c $(held_meetings)
tests_store_test_record_SOURCES = tests/store/test_record.c $(held_meetings)
tests_store_test_seal_SOURCES = tests/store/test_seal.c $(held_meetings)

unit_tests += tests/store/test_anonymous
unit_tests += tests/store/test_archive
unit_tests += tests/store/test_attendance
unit_tests += tests/store/test_attendance_property
unit_tests += tests/store/test_ballot
unit_tests += tests/store/test_ballot_property
unit_tests += tests/store/test_changeset_filter
unit_tests += tests/store/test_gesture
unit_tests += tests/store/test_migration
unit_tests += tests/store/test_store
unit_tests += tests/store/test_undo
unit_tests += tests/store/test_undo_property

temporary_store = tests/store/temporary_store.c tests/store/temporary_store.h
expected_people = tests/store/expected_people.c tests/store/expected_people.h
tests_store_test_anonymous_SOURCES = tests/store/test_anonymous.c $(expected_people) \
    $(held_meetings)
tests_store_test_archive_SOURCES = tests/store/test_archive.c $(expected_people) $(held_meetings)
tests_store_test_attendance_SOURCES = tests/store/test_attendance.c $(expected_people) \
    $(held_meetings)
tests_store_test_attendance_property_SOURCES = tests/store/test_attendance_property.c \
    $(expected_people) $(temporary_store)
tests_store_test_ballot_SOURCES = tests/store/test_ballot.c $(expected_people) $(held_meetings)
tests_store_test_ballot_property_SOURCES = tests/store/test_ballot_property.c \
    $(expected_people) $(temporary_store)
tests_store_test_changeset_filter_SOURCES = tests/store/test_changeset_filter.c $(held_meetings)
tests_store_test_gesture_SOURCES = tests/store/test_gesture.c $(temporary_store)
tests_store_test_migration_SOURCES = tests/store/test_migration.c $(temporary_store)
tests_store_test_store_SOURCES = tests/store/test_store.c $(temporary_store)
tests_store_test_undo_SOURCES = tests/store/test_undo.c $(temporary_store)
tests_store_test_undo_property_SOURCES = tests/store/test_undo_property.c \
    $(expected_people) $(temporary_store)

unit_tests += tests/store/test_faults
unit_tests += tests/store/test_power_cut

faulty_disk = \
    tests/store/faulty_disk.c \
    tests/store/faulty_disk.h \
    tests/store/file_content.c \
    tests/store/file_content.h \
    tests/store/platter.c \
    tests/store/platter.h
meeting_steps = tests/store/meeting_steps.c tests/store/meeting_steps.h
tests_store_test_faults_SOURCES = \
    tests/store/test_faults.c \
    tests/store/faulty_memory.c \
    tests/store/faulty_memory.h \
    $(expected_people) \
    $(faulty_disk) \
    $(meeting_steps) \
    $(temporary_store)
tests_store_test_power_cut_SOURCES = \
    tests/store/test_power_cut.c \
    $(expected_people) \
    $(faulty_disk) \
    $(meeting_steps) \
    $(temporary_store)

unit_tests += tests/store/test_closing
unit_tests += tests/store/test_journal_check
unit_tests += tests/store/test_meeting_states
unit_tests += tests/store/test_seal_check
unit_tests += tests/store/test_seal_property
tests_store_test_closing_SOURCES = tests/store/test_closing.c $(expected_people) $(held_meetings)
tests_store_test_journal_check_SOURCES = tests/store/test_journal_check.c $(held_meetings)
tests_store_test_meeting_states_SOURCES = tests/store/test_meeting_states.c $(held_meetings)
tests_store_test_seal_property_SOURCES = tests/store/test_seal_property.c $(expected_people) \
    $(held_meetings)
tests_store_test_seal_check_SOURCES = tests/store/test_seal_check.c $(expected_people) \
    $(held_meetings)
