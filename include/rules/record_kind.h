// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of facts that a meeting records: their code in the file, sign, name and Alt-letter.
#ifndef GREFFE_RULES_RECORD_KIND_H
#define GREFFE_RULES_RECORD_KIND_H

#include <stdbool.h>

enum record_kind {
    RECORD_NOTE,
    RECORD_INFORMATION,
    RECORD_QUESTION,
    RECORD_DECISION,
    RECORD_TASK,
    RECORD_PRIVATE_NOTE,
    RECORD_BALLOT,
    RECORD_KIND_COUNT,
};

struct record_kind_facts {
    const char *code;  // in the file; `privee` and `vote` stand in no column: they have tables
    char sign;         // on the entry line; 0 for a note
    char letter;       // with Alt
    const char *label; // «décision»
};

const struct record_kind_facts *record_kind_facts(enum record_kind kind);

// False for an unknown code.
bool record_kind_of_code(const char *code, enum record_kind *kind);

#endif
