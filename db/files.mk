# SPDX-License-Identifier: GPL-3.0-or-later
# What is compiled into the program (src/base/embed.sh), installed or not.

migrations = db/migrations/0001-foundation.sql

conventionsdir = $(pkgdatadir)/conventions
dist_conventions_DATA = db/conventions/perpignan.ini

EXTRA_DIST += $(migrations) db/README.md db/conventions/README.md
embedded_files += $(migrations) $(dist_conventions_DATA)
