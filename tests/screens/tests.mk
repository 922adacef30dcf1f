# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/screens/test_agenda_rows
unit_tests += tests/screens/test_commands
unit_tests += tests/screens/test_desk
tests_screens_test_desk_SOURCES = tests/screens/test_desk.c $(temporary_store)
unit_tests += tests/screens/test_marks
unit_tests += tests/screens/test_meeting_layout
unit_tests += tests/screens/test_pages
unit_tests += tests/screens/test_tableau_layout
unit_tests += tests/screens/test_queries
tests_screens_test_queries_SOURCES = \
    tests/screens/test_queries.c \
    tests/store/meeting_maker.c \
    tests/store/meeting_maker.h \
    $(temporary_store)
