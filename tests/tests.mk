# SPDX-License-Identifier: GPL-3.0-or-later
# What `make check` builds and runs. A unit test needs one line, `unit_tests += tests/LAYER/test_x`
# (made of test_x.c alone, unless its _SOURCES say more); see tests/README.md.

unit_tests =
script_tests =
replays =
other_check_programs =
EXTRA_PROGRAMS =

include tests/layout/tests.mk
include tests/base/tests.mk
include tests/text/tests.mk
include tests/rules/tests.mk
include tests/store/tests.mk
include tests/intake/tests.mk
include tests/documents/tests.mk
include tests/surface/tests.mk
include tests/widgets/tests.mk
include tests/screens/tests.mk
include tests/terminal/tests.mk
include tests/replay/tests.mk
include tests/cli/tests.mk
include tests/replays/tests.mk
include tests/generate/tests.mk
include tests/bench/tests.mk

LDADD = $(program_libraries) $(CMOCKA_LIBS)

TEST_EXTENSIONS = .sh .keys
SH_LOG_COMPILER = $(SHELL)
KEYS_LOG_COMPILER = $(SHELL) $(srcdir)/tests/replays/run.sh

# Nothing of the person who runs the tests is read or written.
AM_TESTS_ENVIRONMENT = \
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR; \
    unset GREFFE_FICHIER NO_COLOR VISUAL EDITOR COLORTERM; \
    HOME=$(abs_builddir)/tests/home; $(MKDIR_P) "$$HOME"; \
    GREFFE=$(abs_builddir)/greffe$(EXEEXT); \
    CC='$(CC)'; \
    export HOME GREFFE CC;

if TESTS_READY
check_PROGRAMS = $(unit_tests) $(other_check_programs)
TESTS = $(unit_tests) $(script_tests) $(replays)
else
check-local:
	@echo 'make check needs cmocka, libvterm and sqlite3: configure --enable-tests names' >&2; \
	echo 'the packages to install.' >&2; \
	exit 1
endif

EXTRA_DIST += $(script_tests) $(replays)

clean-local:
	rm -rf tests/home

.PHONY: bench
