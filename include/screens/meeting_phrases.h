// SPDX-License-Identifier: GPL-3.0-or-later
// How meetings, items, records and tasks are said, the same on every screen.
#ifndef GREFFE_SCREENS_MEETING_PHRASES_H
#define GREFFE_SCREENS_MEETING_PHRASES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "store/item.h"
#include "store/meeting.h"
#include "store/meeting_pause.h"
#include "store/record.h"
#include "store/rectification.h"
#include "surface/style.h"

// «COPIL du 12/03/2026»
void phrase_meeting(struct buffer *out, const struct meeting *meeting);

// «COPIL-2026-03-12»; nothing for a meeting that cannot be read. `problem` may be NULL.
enum status phrase_reference(
    struct buffer *out, struct store *store, int64_t meeting, struct problem *problem);

// «levée faute de quorum», else the label of its state.
const char *phrase_meeting_state(const struct meeting *meeting);

// It was held and sealed: nothing of it changes any more.
bool meeting_is_closed(const struct meeting *meeting);

// «0 h 42» from the first hour to the second (local times as the file keeps them).
void phrase_elapsed(struct buffer *out, int64_t from, int64_t until);

// «14:35» of a local time.
void phrase_hour(struct buffer *out, const char *at);

// «suspendue 15:02», what goes on now alone; nothing for a meeting that is not suspended.
void phrase_suspension(struct buffer *out, const struct pause_list *pauses);

// What stands below a record's text: «Caf · jeudi 30 avril 2026 · axe 6», empty when nothing.
// `closed`: its meeting is; a decision without a number is then the town's.
void phrase_record_facts(struct buffer *out, const struct record *record, bool closed);

// What was typed, as the history tells it: a vote in its sentence, nothing of a private note.
void phrase_fact(struct buffer *out, const struct entry_context *context, const struct entry *fact);

// «axes 1, 4 · action 6.1», at most `most` references, then « + 22» for the others. Behind « · ».
void phrase_links(struct buffer *out, const struct entry_link *links, size_t count, size_t most);

// Of a meeting that is not closed: «séance ouverte», «séance levée».
const char *phrase_meeting_not_closed(bool is_open);

// What stands where the number of a decision does: «séance ouverte», «séance levée» while it has
// none yet, and «délibération» where the town numbers it.
struct register_decision;
const char *decision_name(const struct register_decision *decision);

// «12/03/2026 14:56» of a local time, or «12/03/2026» of a day.
void phrase_moment(struct buffer *out, const char *at);

// «COPIL-2026-012-BIS · 13/03/2026, par Mme Nom : … (motif : …)»
void phrase_rectification(struct buffer *out, const struct rectification *rectification);

// The gesture's words for what taking an item away did: «ôté, avec 3 lignes», «clos, avec 1 tâche».
void phrase_removal(struct buffer *out, const struct item_removal *removal);

// One cell that tells the state of an item, never by colour alone: ✓ · ▌ …
const char *item_mark(const struct item *item);

enum style style_of_record(enum record_kind kind);

#endif
