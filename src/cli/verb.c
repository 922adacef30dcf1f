// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

bool verb_takes(const struct verb *verb, enum option_name option)
{
    unsigned taken = verb->options | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION);
    if ((taken & OPTION_BIT(option)) != 0)
        return true;
    return verb->list != NULL && list_filter(verb->list, option) != NULL;
}
