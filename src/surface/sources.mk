# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/surface/cell.h \
    include/surface/colour.h \
    include/surface/command.h \
    include/surface/key.h \
    include/surface/columns.h \
    include/surface/paragraph.h \
    include/surface/style.h \
    include/surface/surface.h \
    include/surface/theme.h \
    src/surface/cell.c \
    src/surface/colour.c \
    src/surface/command.c \
    src/surface/key.c \
    src/surface/columns.c \
    src/surface/paragraph.c \
    src/surface/style.c \
    src/surface/surface.c \
    src/surface/theme.c
EXTRA_DIST += src/surface/README.md
