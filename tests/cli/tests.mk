# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/cli/test_arguments
unit_tests += tests/cli/test_folders
unit_tests += tests/cli/test_help
unit_tests += tests/cli/test_identity
unit_tests += tests/cli/test_message
unit_tests += tests/cli/test_suggestion

script_tests += tests/cli/test_board.sh
script_tests += tests/cli/test_create.sh
script_tests += tests/cli/test_exit_codes.sh
script_tests += tests/cli/test_foreign_text.sh
script_tests += tests/cli/test_lists.sh
script_tests += tests/cli/test_undo.sh
EXTRA_DIST += tests/cli/common.sh
