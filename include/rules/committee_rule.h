// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which a committee meets: their codes in the file, and how they are said.
#ifndef GREFFE_RULES_COMMITTEE_RULE_H
#define GREFFE_RULES_COMMITTEE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

enum committee_rule {
    COMMITTEE_QUORUM,        // aucun, majorite, par-college, or a number
    COMMITTEE_MAJORITY,      // consensus, simple, absolue, deux-tiers
    COMMITTEE_CASTING_VOTE,  // 0, 1
    COMMITTEE_PROXIES,       // a number, that one person may hold
    COMMITTEE_APPROVAL_DAYS, // a number, or empty for no tacit approval
    COMMITTEE_CALL_WORD,     // convocation, invitation
    COMMITTEE_NUMBERING,     // of the items of its agendas (rules/item_number.h)
    COMMITTEE_RULE_COUNT,
};

struct committee_rule_choice {
    const char *code;
    const char *words; // «plus de la moitié des voix»
};

struct committee_rule_facts {
    const char *label; // «Quorum»
    const struct committee_rule_choice *choices;
    size_t choice_count;
    const char *question; // what asks for another value; NULL where only the choices are possible
    const char *other;    // how that is offered; NULL: «un nombre…»
    int low, high;        // of that number
};

const struct committee_rule_facts *committee_rule_facts(enum committee_rule rule);

// `code` in words; a code that is unknown is said as it stands.
void committee_rule_words(struct buffer *out, enum committee_rule rule, const char *code);

// Whether a committee invites its members rather than calls them: the code of COMMITTEE_CALL_WORD.
bool committee_invites(const char *call_word);

// Appends the code of what was typed: a code, or a number where the rule takes one, blanks around
// it aside. Refuses anything else with an example.
enum status committee_rule_read(
    enum committee_rule rule, const char *text, struct buffer *code, struct problem *problem);

// What the committee's decisions are: `decide`, `propose` (to the committee `next`, which may be
// NULL), `delibere`.
void committee_authority_words(struct buffer *out, const char *authority, const char *next);

#endif
