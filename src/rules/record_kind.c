// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/record_kind.h"

#include <string.h>

static const struct record_kind_facts kinds[RECORD_KIND_COUNT] = {
    [RECORD_NOTE] = {"note", 0, 'n', "note"},
    [RECORD_INFORMATION] = {"information", '*', 'i', "information"},
    [RECORD_QUESTION] = {"question", '?', 'q', "question"},
    [RECORD_DECISION] = {"decision", '!', 'd', "décision"},
    [RECORD_TASK] = {"tache", '>', 't', "tâche"},
    [RECORD_PRIVATE_NOTE] = {"privee", '~', 'p', "note privée"},
    [RECORD_BALLOT] = {"vote", '=', 'v', "vote"},
};

const struct record_kind_facts *record_kind_facts(enum record_kind kind)
{
    return &kinds[kind];
}

bool record_kind_of_code(const char *code, enum record_kind *kind)
{
    for (size_t i = 0; i < RECORD_KIND_COUNT; i++) {
        if (strcmp(kinds[i].code, code) == 0) {
            *kind = (enum record_kind)i;
            return true;
        }
    }
    return false;
}
