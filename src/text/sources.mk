# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/text/character.h \
    include/text/clean.h \
    include/text/date.h \
    include/text/fold.h \
    include/text/french_count.h \
    include/text/french_date.h \
    include/text/french_date_form.h \
    include/text/french_date_part.h \
    include/text/french_keyboard.h \
    include/text/french_word.h \
    include/text/grapheme.h \
    include/text/utf8.h \
    include/text/wrap.h \
    src/text/character.c \
    src/text/clean.c \
    src/text/date.c \
    src/text/fold.c \
    src/text/french_count.c \
    src/text/french_date.c \
    src/text/french_date_form.c \
    src/text/french_date_part.c \
    src/text/french_keyboard.c \
    src/text/french_word.c \
    src/text/grapheme.c \
    src/text/wrap.c
EXTRA_DIST += src/text/README.md
