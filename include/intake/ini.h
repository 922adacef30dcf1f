// SPDX-License-Identifier: GPL-3.0-or-later
// An INI file: settings, themes, conventions. libiniparser reads it, behind a check that refuses,
// with the number of the line, whatever libiniparser would lose or misread (intake/ini_check.h).
//
// Names of sections and keys are ASCII and compared in lower case; pass them in lower case.
// Values are clean UTF-8 (text_clean). Everything returned is borrowed and lives as long as the
// `struct ini`.
#ifndef GREFFE_INTAKE_INI_H
#define GREFFE_INTAKE_INI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct ini;

enum { INI_LARGEST_FILE = 512 * 1024 };

// Reads `length` bytes; `name` is what messages call them. STATUS_UNUSABLE with the line for a
// bad one. On success the caller owns `*ini`; on failure it is NULL.
enum status ini_read_text(
    struct ini **ini, const char *name, const char *text, size_t length, struct problem *problem);

// The same for a file. STATUS_UNUSABLE also when it is missing, too large or no file;
// STATUS_SYSTEM when it may not be read.
enum status ini_read_file(struct ini **ini, const char *path, struct problem *problem);

// NULL is allowed.
void ini_destroy(struct ini *ini);

const char *ini_name(const struct ini *ini);

// Sections in the order of the file, then the keys of each in the order of the file.
size_t ini_section_count(const struct ini *ini);
const char *ini_section_name(const struct ini *ini, size_t section);
size_t ini_key_count(const struct ini *ini, size_t section);
const char *ini_key_name(const struct ini *ini, size_t section, size_t key);

bool ini_has_section(const struct ini *ini, const char *section);

// The value, which may be empty; NULL when there is no such key.
const char *ini_get(const struct ini *ini, const char *section, const char *key);

// Where it stands, from 1; 0 when it is not there. `key` NULL: the heading of the section.
int ini_line(const struct ini *ini, const char *section, const char *key);

#endif
