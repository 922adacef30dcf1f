# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/screens/test_commands
unit_tests += tests/screens/test_meeting_layout
unit_tests += tests/screens/test_pages
unit_tests += tests/screens/test_tableau_layout
