# SPDX-License-Identifier: GPL-3.0-or-later
# Replays whose screens stand beside them (NAME.keys, NAME.screen): run.sh compares them.
replays += tests/replays/action-sheet.keys
replays += tests/replays/agenda.keys
replays += tests/replays/agenda-line.keys
replays += tests/replays/agenda-builds.keys
replays += tests/replays/agenda-builds-60x20.keys
replays += tests/replays/agenda-builds-120x40.keys
replays += tests/replays/closing.keys
replays += tests/replays/command-mode.keys
replays += tests/replays/convention.keys
replays += tests/replays/correction.keys
replays += tests/replays/dates.keys
replays += tests/replays/half-typed-again.keys
replays += tests/replays/half-typed-question-again.keys
replays += tests/replays/help.keys
replays += tests/replays/help-meeting.keys
replays += tests/replays/history.keys
replays += tests/replays/hostile.keys
replays += tests/replays/instances.keys
replays += tests/replays/life.keys
replays += tests/replays/life-60x20.keys
replays += tests/replays/life-120x40.keys
replays += tests/replays/mask.keys
replays += tests/replays/meeting.keys
replays += tests/replays/meetings.keys
replays += tests/replays/notes-generales.keys
replays += tests/replays/other-committees.keys
replays += tests/replays/palette.keys
replays += tests/replays/people.keys
replays += tests/replays/plan.keys
replays += tests/replays/quorum.keys
replays += tests/replays/rates.keys
replays += tests/replays/registers.keys
replays += tests/replays/suites.keys
replays += tests/replays/suites-60x20.keys
replays += tests/replays/suites-120x40.keys
replays += tests/replays/tableau.keys
replays += tests/replays/tasks.keys
replays += tests/replays/undo.keys
replays += tests/replays/undo-again.keys
replays += tests/replays/undo-barrier.keys

# Replays that others begin behind, or that a script reads in its own way.
scripted_replays = \
    tests/replays/copil-2024-01.keys \
    tests/replays/copil-complete.keys \
    tests/replays/cotech-complete.keys \
    tests/replays/half-typed-question.keys \
    tests/replays/half-typed.keys \
    tests/replays/open-meeting.keys \
    tests/replays/presences.keys \
    tests/replays/readme.keys \
    tests/replays/scrutins.keys \
    tests/replays/voix-marquees.keys
scripted_screens = \
    tests/replays/copil-complete.screen \
    tests/replays/cotech-complete.screen \
    tests/replays/presences-80x24.screen \
    tests/replays/presences-60x20.screen \
    tests/replays/presences-200x50.screen \
    tests/replays/scrutins-80x24.screen \
    tests/replays/scrutins-60x20.screen \
    tests/replays/scrutins-200x50.screen \
    tests/replays/voix-marquees-80x24.screen \
    tests/replays/voix-marquees-60x20.screen \
    tests/replays/voix-marquees-200x50.screen

script_tests += tests/replays/test_complete.sh
script_tests += tests/replays/test_copil.sh
script_tests += tests/replays/test_readme.sh

EXTRA_DIST += tests/replays/run.sh tests/replays/complete-members.csv \
    tests/replays/count_events.awk $(replays:.keys=.screen) $(scripted_replays) $(scripted_screens)
