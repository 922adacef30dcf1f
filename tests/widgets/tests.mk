# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/widgets/test_editor
unit_tests += tests/widgets/test_editor_random
unit_tests += tests/widgets/test_editor_view
unit_tests += tests/widgets/test_list
unit_tests += tests/widgets/test_picker
unit_tests += tests/widgets/test_prompt
unit_tests += tests/widgets/test_tree

tests_widgets_test_editor_random_SOURCES = tests/widgets/test_editor_random.c $(random_text)
