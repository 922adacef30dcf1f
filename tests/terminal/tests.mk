# SPDX-License-Identifier: GPL-3.0-or-later
# On a pseudo-terminal, read by libvterm: the loop around an application of the test's own, then the
# built program, which `make check` names in $GREFFE.
unit_tests += tests/terminal/test_input

terminal_emulated = \
    tests/terminal/pseudo_terminal.c \
    tests/terminal/pseudo_terminal.h \
    tests/terminal/scratch.c \
    tests/terminal/scratch.h
terminal_staged = $(terminal_emulated) \
    tests/terminal/stage.c \
    tests/terminal/stage.h
terminal_flags = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
terminal_libraries = $(LDADD) $(VTERM_LIBS)

unit_tests += tests/terminal/test_loop
tests_terminal_test_loop_SOURCES = tests/terminal/test_loop.c $(terminal_emulated)
tests_terminal_test_loop_CPPFLAGS = $(terminal_flags)
tests_terminal_test_loop_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_screens
tests_terminal_test_screens_SOURCES = tests/terminal/test_screens.c $(terminal_staged)
tests_terminal_test_screens_CPPFLAGS = $(terminal_flags)
tests_terminal_test_screens_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_cut_off
tests_terminal_test_cut_off_SOURCES = tests/terminal/test_cut_off.c $(terminal_staged)
tests_terminal_test_cut_off_CPPFLAGS = $(terminal_flags)
tests_terminal_test_cut_off_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_two_windows
tests_terminal_test_two_windows_SOURCES = tests/terminal/test_two_windows.c $(terminal_staged)
tests_terminal_test_two_windows_CPPFLAGS = $(terminal_flags)
tests_terminal_test_two_windows_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_long_text
tests_terminal_test_long_text_SOURCES = tests/terminal/test_long_text.c $(terminal_staged)
tests_terminal_test_long_text_CPPFLAGS = $(terminal_flags)
tests_terminal_test_long_text_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_shut_file
tests_terminal_test_shut_file_SOURCES = tests/terminal/test_shut_file.c $(terminal_staged)
tests_terminal_test_shut_file_CPPFLAGS = $(terminal_flags)
tests_terminal_test_shut_file_LDADD = $(terminal_libraries)

unit_tests += tests/terminal/test_job_control
tests_terminal_test_job_control_SOURCES = tests/terminal/test_job_control.c $(terminal_staged)
tests_terminal_test_job_control_CPPFLAGS = $(terminal_flags)
tests_terminal_test_job_control_LDADD = $(terminal_libraries)
