// SPDX-License-Identifier: GPL-3.0-or-later
// One section of an INI turned into one struct by a table of its keys. Every key must be known:
// a misspelt one would lose what it holds without a word.
#ifndef GREFFE_INTAKE_INI_BLOCK_H
#define GREFFE_INTAKE_INI_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "intake/ini.h"

enum ini_need { INI_OPTIONAL, INI_REQUIRED };

// The offset of a key that the caller reads by itself.
#define INI_NO_TEXT SIZE_MAX

struct ini_column {
    const char *key;
    size_t offset; // of a `const char *` in the struct; it is left alone where nothing is said
    enum ini_need need;
};

// A section being read. All borrowed.
struct ini_block {
    const struct ini *ini;
    size_t index; // of the section
    const struct ini_column *columns;
    size_t column_count;
    const char *series;  // keys that begin so are known as well: `paragraphe-`; NULL for none
    struct arena *arena; // where texts are copied
    struct problem *problem;
};

// Checks the keys and puts the texts into `row`.
enum status ini_block_read(const struct ini_block *block, void *row);

// The value; NULL when it is absent or empty.
const char *ini_block_value(const struct ini_block *block, const char *key);

// A number from `low` to `high`; what `*number` holds stays where nothing is said.
enum status ini_block_number(
    const struct ini_block *block, const char *key, int low, int high, int *number);

// STATUS_UNUSABLE with file, line, section and the formatted end of the sentence, which has no
// final stop. `key` NULL, or absent: the line of the section.
enum status ini_block_refuse(const struct ini_block *block, const char *key, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

// The same where there is no block.
enum status ini_refuse(const struct ini *ini, const char *section, const char *key,
    struct problem *problem, const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
