# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/terminal/crash_guard.h \
    include/terminal/curses.h \
    include/terminal/external_editor.h \
    include/terminal/input.h \
    include/terminal/key_sequence.h \
    include/terminal/locale.h \
    include/terminal/loop.h \
    include/terminal/signals.h \
    src/terminal/crash_guard.c \
    src/terminal/curses.c \
    src/terminal/external_editor.c \
    src/terminal/input.c \
    src/terminal/key_sequence.c \
    src/terminal/locale.c \
    src/terminal/loop.c \
    src/terminal/signals.c
EXTRA_DIST += src/terminal/README.md
