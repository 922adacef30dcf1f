// SPDX-License-Identifier: GPL-3.0-or-later
// A convention as a town writes it, an INI (db/conventions/README.md says how), read into the
// struct that a new file is filled with.
#ifndef GREFFE_INTAKE_CONVENTION_INI_H
#define GREFFE_INTAKE_CONVENTION_INI_H

#include "base/arena.h"
#include "base/status.h"
#include "intake/ini.h"
#include "store/convention.h"

// The convention that a file gets when nothing else is asked for.
#define CONVENTION_DEFAULT_NAME "perpignan"

// `source` is the name of an embedded convention, or the path of an INI (it has a `/` or ends in
// `.ini`). All texts are copied into `arena`. STATUS_UNUSABLE with file, line, section and key for
// what is unknown, missing or contradicts itself.
enum status convention_load(const char *source, struct arena *arena, struct convention *convention,
    struct problem *problem);

// The same from an INI that is read already.
enum status convention_read(const struct ini *ini, struct arena *arena,
    struct convention *convention, struct problem *problem);

#endif
