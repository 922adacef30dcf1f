# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/replay/test_script
unit_tests += tests/replay/test_replay
tests_replay_test_replay_SOURCES = \
    tests/replay/test_replay.c \
    tests/terminal/scratch.c \
    tests/terminal/scratch.h
