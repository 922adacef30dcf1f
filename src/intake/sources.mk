# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/intake/convention_check.h \
    include/intake/convention_ini.h \
    include/intake/convention_rows.h \
    include/intake/csv_table.h \
    include/intake/ini.h \
    include/intake/ini_block.h \
    include/intake/ini_check.h \
    include/intake/members_import.h \
    include/intake/members_mandates.h \
    include/intake/members_people.h \
    include/intake/members_rows.h \
    include/intake/members_step.h \
    include/intake/settings.h \
    src/intake/convention_check.c \
    src/intake/convention_ini.c \
    src/intake/convention_rows.c \
    src/intake/csv_table.c \
    src/intake/ini.c \
    src/intake/ini_block.c \
    src/intake/ini_check.c \
    src/intake/members_import.c \
    src/intake/members_mandates.c \
    src/intake/members_people.c \
    src/intake/members_rows.c \
    src/intake/members_step.c \
    src/intake/settings.c
EXTRA_DIST += src/intake/README.md
