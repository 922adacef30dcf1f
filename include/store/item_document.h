// SPDX-License-Identifier: GPL-3.0-or-later
// What is read before an item: a title, and a path or an address.
#ifndef GREFFE_STORE_ITEM_DOCUMENT_H
#define GREFFE_STORE_ITEM_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct item_document {
    int64_t id;
    const char *title, *place;
};

struct item_documents {
    struct item_document *documents;
    size_t count;
};

enum status item_documents_load(struct store *store, int64_t item, struct arena *arena,
    struct item_documents *documents, struct problem *problem);

// `text` as typed: the title, then the path or address behind ` : `, ` | ` or as the last word
// when it holds a `/`; without a title the last part of the path is one. Refuses an empty text.
enum status item_document_add(
    struct gesture *gesture, int64_t id, int64_t item, const char *text, struct problem *problem);

enum status item_document_remove(struct gesture *gesture, int64_t id, struct problem *problem);

#endif
