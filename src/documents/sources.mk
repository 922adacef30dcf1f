# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/documents/board.h \
    include/documents/columns.h \
    include/documents/csv.h \
    include/documents/json.h \
    include/documents/rows.h \
    src/documents/board.c \
    src/documents/columns.c \
    src/documents/csv.c \
    src/documents/json.c \
    src/documents/rows.c
EXTRA_DIST += src/documents/README.md
