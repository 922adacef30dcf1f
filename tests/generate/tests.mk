# SPDX-License-Identifier: GPL-3.0-or-later
# tests/generate-file DEST DECISIONS: a large file, as years of meetings make it.
other_check_programs += tests/generate-file
tests_generate_file_SOURCES = tests/generate/generate_file.c
tests_generate_file_LDADD = $(program_libraries)
