// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/follow.h"

void follow_go(struct follow *follow, enum place place, enum plan_level level, int64_t element)
{
    follow->kind = FOLLOW_GO;
    follow->destination = (struct destination){.place = place, .level = level, .element = element};
}

void follow_go_to_row(struct follow *follow, enum place place, int64_t element, int64_t focus)
{
    follow->kind = FOLLOW_GO;
    follow->destination = (struct destination){.place = place, .element = element, .focus = focus};
}
