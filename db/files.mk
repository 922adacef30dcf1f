# SPDX-License-Identifier: GPL-3.0-or-later
# What is compiled into the program (src/base/embed.sh), installed or not.

migrations = \
    db/migrations/0001-foundation.sql \
    db/migrations/0002-people.sql \
    db/migrations/0003-attendance-views.sql \
    db/migrations/0004-agenda.sql \
    db/migrations/0005-ballots.sql \
    db/migrations/0006-seal.sql \
    db/migrations/0007-life.sql \
    db/migrations/0008-seal-text.sql

conventionsdir = $(pkgdatadir)/conventions
dist_conventions_DATA = db/conventions/perpignan.ini

EXTRA_DIST += $(migrations) db/README.md db/conventions/README.md
embedded_files += $(migrations) $(dist_conventions_DATA)
