# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/rules/entry.h \
    include/rules/entry_completion.h \
    include/rules/entry_compose.h \
    include/rules/entry_explain.h \
    include/rules/entry_fact.h \
    include/rules/entry_name.h \
    include/rules/entry_read.h \
    include/rules/entry_run.h \
    include/rules/entry_sign.h \
    include/rules/entry_word.h \
    include/rules/record_kind.h \
    include/rules/reference.h \
    include/rules/workflow.h \
    src/rules/entry_completion.c \
    src/rules/entry_compose.c \
    src/rules/entry_explain.c \
    src/rules/entry_fact.c \
    src/rules/entry_name.c \
    src/rules/entry_read.c \
    src/rules/entry_run.c \
    src/rules/entry_sign.c \
    src/rules/entry_word.c \
    src/rules/record_kind.c \
    src/rules/reference.c \
    src/rules/workflow.c
EXTRA_DIST += src/rules/README.md
