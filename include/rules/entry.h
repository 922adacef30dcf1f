// SPDX-License-Identifier: GPL-3.0-or-later
// The entry line of a meeting: one line is one fact (contract §4). All of it at once.
//
// Pure functions: a line and what it may refer to in, a fact out. Nothing that was said is lost:
// what is not understood stays in the text.
#ifndef GREFFE_RULES_ENTRY_H
#define GREFFE_RULES_ENTRY_H

#include "rules/entry_completion.h"
#include "rules/entry_compose.h"
#include "rules/entry_explain.h"
#include "rules/entry_fact.h"
#include "rules/entry_name.h"
#include "rules/entry_read.h"
#include "rules/entry_sign.h"

#endif
