// SPDX-License-Identifier: GPL-3.0-or-later
// What is left out of copies that are handed out. What an item has, its sub-items too, is
// confidential with it; a vote is so with its decision or its item.
#ifndef GREFFE_STORE_CONFIDENTIAL_H
#define GREFFE_STORE_CONFIDENTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Each refuses what is gone and a closed meeting; the first also a vote, an arrival, a private
// note, which are no records of their own.
enum status record_set_confidential(
    struct gesture *gesture, int64_t record, bool confidential, struct problem *problem);
enum status item_set_confidential(
    struct gesture *gesture, int64_t item, bool confidential, struct problem *problem);

// As it is marked itself. False for what is gone.
enum status record_is_confidential(
    struct store *store, int64_t record, bool *confidential, struct problem *problem);
enum status item_is_confidential(
    struct store *store, int64_t item, bool *confidential, struct problem *problem);

#endif
