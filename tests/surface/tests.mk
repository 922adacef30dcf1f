# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/surface/test_colour
unit_tests += tests/surface/test_columns
unit_tests += tests/surface/test_command
unit_tests += tests/surface/test_key
unit_tests += tests/surface/test_style
unit_tests += tests/surface/test_surface
unit_tests += tests/surface/test_theme

tests_surface_test_surface_SOURCES = tests/surface/test_surface.c $(random_text)
