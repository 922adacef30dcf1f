// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_life_row.h"

enum status decision_life_begin(struct gesture *gesture, int64_t decision, struct problem *problem)
{
    return gesture_run_on(gesture,
        "INSERT INTO decision_life (decision_id) SELECT ?1 WHERE NOT EXISTS"
        " (SELECT 1 FROM decision_life WHERE decision_id = ?1)",
        decision, problem);
}
