# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/terminal/test_input
