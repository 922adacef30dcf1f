# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/widgets/editor.h \
    include/widgets/editor_edit.h \
    include/widgets/editor_layout.h \
    include/widgets/editor_motion.h \
    include/widgets/editor_text.h \
    include/widgets/editor_undo.h \
    include/widgets/editor_view.h \
    include/widgets/list.h \
    include/widgets/picker.h \
    include/widgets/prompt.h \
    include/widgets/tree.h \
    src/widgets/editor.c \
    src/widgets/editor_edit.c \
    src/widgets/editor_layout.c \
    src/widgets/editor_motion.c \
    src/widgets/editor_text.c \
    src/widgets/editor_undo.c \
    src/widgets/editor_view.c \
    src/widgets/list.c \
    src/widgets/picker.c \
    src/widgets/prompt.c \
    src/widgets/tree.c
EXTRA_DIST += src/widgets/README.md
