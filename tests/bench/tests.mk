# SPDX-License-Identifier: GPL-3.0-or-later
# Measures are no tests: built and run by `make bench` only.
EXTRA_PROGRAMS += tests/bench/bench tests/bench/bare
tests_bench_bench_SOURCES = \
    tests/bench/bench.c \
    tests/bench/bench_files.c \
    tests/bench/bench_files.h \
    tests/bench/closing_bench.c \
    tests/bench/closing_bench.h \
    tests/bench/decision_bench.c \
    tests/bench/decision_bench.h \
    tests/bench/large_meeting.c \
    tests/bench/large_meeting.h \
    tests/bench/other_programs.c \
    tests/bench/other_programs.h \
    tests/bench/report.c \
    tests/bench/report.h \
    tests/bench/sample.c \
    tests/bench/sample.h \
    tests/bench/terminal_bench.c \
    tests/bench/terminal_bench.h \
    tests/bench/terminal_run.c \
    tests/bench/terminal_run.h
tests_bench_bench_LDADD = $(program_libraries)
tests_bench_bare_SOURCES = tests/bench/bare.c
tests_bench_bare_LDADD = $(NCURSES_LIBS) $(SQLITE_LIBS)
CLEANFILES += $(EXTRA_PROGRAMS)

bench: greffe$(EXEEXT) tests/generate-file$(EXEEXT) $(EXTRA_PROGRAMS)
	$(AM_TESTS_ENVIRONMENT) \
	tests/bench/bench$(EXEEXT) ./greffe$(EXEEXT) tests/bench/bare$(EXEEXT) \
	    tests/generate-file$(EXEEXT)
