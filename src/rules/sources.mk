# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/rules/entry.h \
    include/rules/record_kind.h \
    include/rules/reference.h \
    include/rules/workflow.h
