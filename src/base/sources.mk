# SPDX-License-Identifier: GPL-3.0-or-later
libgreffe_a_SOURCES += \
    include/base/arena.h \
    include/base/buffer.h \
    include/base/clock.h \
    include/base/embedded.h \
    include/base/embedded_data.h \
    include/base/sha256.h \
    include/base/status.h \
    include/base/whole_file.h \
    src/base/arena.c \
    src/base/buffer.c \
    src/base/clock.c \
    src/base/embedded.c \
    src/base/sha256.c \
    src/base/status.c \
    src/base/whole_file.c
EXTRA_DIST += src/base/README.md
EXTRA_DIST += src/base/embed.sh

nodist_libgreffe_a_SOURCES = src/base/embedded_data.c
BUILT_SOURCES += src/base/embedded_data.c
CLEANFILES += src/base/embedded_data.c src/base/embedded_data.tmp
src/base/embedded_data.c: src/base/embed.sh $(embedded_files)
	$(AM_V_GEN)$(MKDIR_P) src/base && \
	$(SHELL) $(srcdir)/src/base/embed.sh $(srcdir) > src/base/embedded_data.tmp && \
	mv src/base/embedded_data.tmp $@
