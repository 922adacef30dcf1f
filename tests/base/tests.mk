# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/base/test_arena
unit_tests += tests/base/test_buffer
unit_tests += tests/base/test_clock
unit_tests += tests/base/test_embedded
unit_tests += tests/base/test_status
unit_tests += tests/base/test_whole_file
