# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/intake/convention_check.h \
    include/intake/convention_ini.h \
    include/intake/convention_rows.h \
    include/intake/ini.h \
    include/intake/ini_block.h \
    include/intake/ini_check.h \
    include/intake/settings.h \
    src/intake/convention_check.c \
    src/intake/convention_ini.c \
    src/intake/convention_rows.c \
    src/intake/ini.c \
    src/intake/ini_block.c \
    src/intake/ini_check.c \
    src/intake/settings.c
EXTRA_DIST += src/intake/README.md
