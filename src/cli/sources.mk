# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/cli/application_verb.h \
    include/cli/arguments.h \
    include/cli/board_verb.h \
    include/cli/file_verbs.h \
    include/cli/filter_value.h \
    include/cli/folders.h \
    include/cli/help.h \
    include/cli/history_verbs.h \
    include/cli/identity.h \
    include/cli/import_verb.h \
    include/cli/list.h \
    include/cli/list_format.h \
    include/cli/list_verb.h \
    include/cli/message.h \
    include/cli/option.h \
    include/cli/replay_verb.h \
    include/cli/selection.h \
    include/cli/session.h \
    include/cli/suggestion.h \
    include/cli/verb.h \
    include/cli/verbs.h \
    include/cli/verify_verb.h \
    src/cli/application_verb.c \
    src/cli/arguments.c \
    src/cli/board_verb.c \
    src/cli/file_verbs.c \
    src/cli/filter_value.c \
    src/cli/folders.c \
    src/cli/help.c \
    src/cli/history_verbs.c \
    src/cli/identity.c \
    src/cli/import_verb.c \
    src/cli/list.c \
    src/cli/list_format.c \
    src/cli/list_verb.c \
    src/cli/message.c \
    src/cli/option.c \
    src/cli/replay_verb.c \
    src/cli/selection.c \
    src/cli/session.c \
    src/cli/suggestion.c \
    src/cli/verb.c \
    src/cli/verbs.c \
    src/cli/verify_verb.c
EXTRA_DIST += src/cli/README.md
