// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's memory, which can end at the Nth allocation.
#ifndef GREFFE_TESTS_STORE_FAULTY_MEMORY_H
#define GREFFE_TESTS_STORE_FAULTY_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

// To be called before SQLite is used. Its lookaside, where small things would not be seen, is off.
void faulty_memory_install(void);

// Starts counting at 0; the Nth allocation from now (from 1) fails, and with `for_ever` all that
// follow. A number that is not reached only counts.
void faulty_memory_plan(uint64_t nth, bool for_ever);

// Nothing fails any more.
void faulty_memory_calm(void);

bool faulty_memory_has_struck(void);
uint64_t faulty_memory_allocations(void);

#endif
