# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/store/convention.h \
    include/store/draft.h \
    include/store/gesture.h \
    include/store/item.h \
    include/store/journal.h \
    include/store/listing.h \
    include/store/meeting.h \
    include/store/plan.h \
    include/store/record.h \
    include/store/register.h \
    include/store/store.h \
    include/store/task.h
