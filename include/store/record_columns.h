// SPDX-License-Identifier: GPL-3.0-or-later
// How a fact stands in columns, for all who read or write its rows. For src/store alone.
#ifndef GREFFE_STORE_RECORD_COLUMNS_H
#define GREFFE_STORE_RECORD_COLUMNS_H

#include <stdint.h>

#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

struct statement; // store/statement.h

// A priority that is the default was not said (0), and the other way.
int record_priority_said(int stored);
int record_priority_stored(int said);

// The column `not_understood`; an unknown code is clear.
enum entry_doubt record_doubt_of_code(int64_t code);
int record_doubt_code(enum entry_doubt doubt);

// Binds the date as ISO text cut to its precision, NULL without one.
void record_bind_date(struct statement *statement, struct date date);

#endif
