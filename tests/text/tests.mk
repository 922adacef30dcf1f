# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += tests/text/test_character
unit_tests += tests/text/test_clean
unit_tests += tests/text/test_date
unit_tests += tests/text/test_fold
unit_tests += tests/text/test_french_count
unit_tests += tests/text/test_french_date
unit_tests += tests/text/test_french_keyboard
unit_tests += tests/text/test_french_word
unit_tests += tests/text/test_grapheme
unit_tests += tests/text/test_wrap

random_text = tests/text/random_text.h tests/text/random_text.c
tests_text_test_character_SOURCES = tests/text/test_character.c $(random_text)
tests_text_test_clean_SOURCES = tests/text/test_clean.c $(random_text)
tests_text_test_fold_SOURCES = tests/text/test_fold.c $(random_text)
tests_text_test_french_date_SOURCES = tests/text/test_french_date.c $(random_text)
tests_text_test_grapheme_SOURCES = tests/text/test_grapheme.c $(random_text)
tests_text_test_wrap_SOURCES = tests/text/test_wrap.c $(random_text)
