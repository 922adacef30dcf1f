# SPDX-License-Identifier: GPL-3.0-or-later
# Compiled into the program as well (src/base/embed.sh).

themesdir = $(pkgdatadir)/themes
dist_themes_DATA = \
    themes/contraste.ini \
    themes/jour.ini \
    themes/monochrome.ini \
    themes/nuit.ini

EXTRA_DIST += themes/README.md
embedded_files += $(dist_themes_DATA)
