# SPDX-License-Identifier: GPL-3.0-or-later
# Replays whose screens stand beside them (NAME.keys, NAME.screen): run.sh compares them.
replays +=

# Replays that a script reads in its own way.
scripted_replays = tests/replays/copil-2024-01.keys

EXTRA_DIST += tests/replays/run.sh $(replays:.keys=.screen) $(scripted_replays)
