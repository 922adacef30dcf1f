// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of a convention say of one another: an action's axis exists, a code is used
// once, a committee proposes to another one.
#ifndef GREFFE_INTAKE_CONVENTION_CHECK_H
#define GREFFE_INTAKE_CONVENTION_CHECK_H

#include "base/status.h"
#include "intake/ini.h"
#include "store/convention.h"

// `ini` is what the convention was read from, for the place that the sentence names.
enum status convention_check(
    const struct ini *ini, const struct convention *convention, struct problem *problem);

#endif
