// SPDX-License-Identifier: GPL-3.0-or-later
// Dated notes of how a task goes on. Living.
#ifndef GREFFE_STORE_TASK_NOTE_H
#define GREFFE_STORE_TASK_NOTE_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Noted at the hour of the store's clock. Refuses a note without a word.
enum status task_note_add(
    struct gesture *gesture, int64_t id, int64_t task, const char *text, struct problem *problem);

// The hour stays.
enum status task_note_set(
    struct gesture *gesture, int64_t note, const char *text, struct problem *problem);

enum status task_note_remove(struct gesture *gesture, int64_t note, struct problem *problem);

#endif
