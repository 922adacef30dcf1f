# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/replay/replay.h \
    include/replay/script.h \
    src/replay/replay.c \
    src/replay/script.c
EXTRA_DIST += src/replay/README.md
