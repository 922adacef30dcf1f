# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/surface/test_colour
unit_tests += tests/surface/test_command
unit_tests += tests/surface/test_theme
