// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_memory.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

// SQLite's memory is one for the process, and its functions get no context.
static struct {
    sqlite3_mem_methods real;
    uint64_t nth, allocations; // 0: nothing is planned
    bool for_ever, struck;
} memory;

static bool ends(void)
{
    if (memory.nth == 0)
        return false;
    memory.allocations++;
    bool strikes =
        memory.for_ever ? memory.allocations >= memory.nth : memory.allocations == memory.nth;
    memory.struck = memory.struck || strikes;
    return strikes;
}

static void *allocate(int size)
{
    return ends() ? NULL : memory.real.xMalloc(size);
}

static void *reallocate(void *old, int size)
{
    return ends() ? NULL : memory.real.xRealloc(old, size);
}

void faulty_memory_install(void)
{
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real), SQLITE_OK);
    sqlite3_mem_methods methods = memory.real;
    methods.xMalloc = allocate;
    methods.xRealloc = reallocate;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods), SQLITE_OK);
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
}

void faulty_memory_plan(uint64_t nth, bool for_ever)
{
    memory.nth = nth;
    memory.for_ever = for_ever;
    memory.allocations = 0;
    memory.struck = false;
}

void faulty_memory_calm(void)
{
    memory.nth = 0;
}

bool faulty_memory_has_struck(void)
{
    return memory.struck;
}

uint64_t faulty_memory_allocations(void)
{
    return memory.allocations;
}
