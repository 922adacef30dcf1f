# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/widgets/editor.h \
    include/widgets/editor_view.h \
    include/widgets/list.h \
    include/widgets/picker.h \
    include/widgets/prompt.h \
    include/widgets/tree.h
