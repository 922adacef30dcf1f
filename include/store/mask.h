// SPDX-License-Identifier: GPL-3.0-or-later
// What is private or confidential, hidden from whoever looks at a screen that is projected. The
// mask is that of one window: it is never in the file, and a gesture reads what is there.
#ifndef GREFFE_STORE_MASK_H
#define GREFFE_STORE_MASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

// What stands in the place of a text; one that holds it is not kept (store/kept_text.h).
#define MASK_TEXT "▒▒▒▒▒▒"

// Puts the mask on this connection, or takes it off; what was read before is as it was.
void store_set_masked(struct store *store, bool masked);
bool store_is_masked(const struct store *store);

// A gesture's sentence as it may be shown: under the mask without what it quotes, behind « : ». In
// `arena`; NULL when memory ends.
const char *mask_sentence(const struct store *store, struct arena *arena, const char *sentence);

// For src/store alone: what a query gives to a screen. `TEXT` is left out where `HIDDEN`, which is
// only looked at under the mask, is true.
#define MASKED(TEXT, HIDDEN)                                                                       \
    "CASE WHEN masked() AND " TEXT " IS NOT NULL AND (" HIDDEN ") THEN '" MASK_TEXT "' ELSE " TEXT \
    " END"
#define ITEM_IS_HIDDEN(ID)                                                                         \
    "(SELECT max(masked_item.confidential, ifnull(masked_above.confidential, 0))"                  \
    " FROM item AS masked_item LEFT JOIN item AS masked_above"                                     \
    " ON masked_above.id = masked_item.parent_id WHERE masked_item.id = " ID ")"
// Of the tables that the query calls by their own names.
#define RECORD_IS_HIDDEN "record.confidential OR " ITEM_IS_HIDDEN("record.item_id")
#define SHOWN_TEXT MASKED("record.text", RECORD_IS_HIDDEN)
#define SHOWN_TITLE MASKED("item.title", ITEM_IS_HIDDEN("item.id"))
#define SHOWN_NOTE MASKED("private_note.text", "1")
// A vote is hidden with its decision or its item.
#define SHOWN_SENTENCE                                                                             \
    MASKED("ballot.sentence",                                                                      \
        "ballot.decision_id IN (SELECT id FROM record WHERE confidential = 1)"                     \
        " OR " ITEM_IS_HIDDEN("ballot.item_id"))

// The same for a text that a query gave as it is.
enum status mask_record(
    struct store *store, int64_t record, const char **text, struct problem *problem);

// Makes `masked()` known to the store's connection.
enum status mask_register(struct store *store, struct problem *problem);

#endif
