// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/item_kind.h"

static const struct value kinds[] = {
    {"information", "information"},
    {"avis", "avis"},
    {"decision", "décision"},
};
const struct value_set item_kind_values = {"genre", kinds, sizeof kinds / sizeof kinds[0]};

const char *item_kind_label(const char *code)
{
    int kind = 0;
    return value_of_code(&item_kind_values, code, &kind) ? value_label(&item_kind_values, kind)
                                                         : code;
}

const char *item_kind_after(const char *code)
{
    int kind = 0;
    if (!value_of_code(&item_kind_values, code, &kind))
        return kinds[0].code;
    return kinds[(size_t)(kind + 1) % item_kind_values.count].code;
}
