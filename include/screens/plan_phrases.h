// SPDX-License-Identifier: GPL-3.0-or-later
// How elements of the plan are said and drawn, the same on every screen.
#ifndef GREFFE_SCREENS_PLAN_PHRASES_H
#define GREFFE_SCREENS_PLAN_PHRASES_H

#include "base/arena.h"
#include "base/buffer.h"
#include "store/plan.h"
#include "surface/surface.h"

// «22 Lutter contre l'habitat indigne · 1 action · 2 décisions · vu le 12/03/2026»
// In at most `width` cells: where they are few the label is cut, not what is said of it.
void phrase_axis(struct buffer *out, const struct plan_axis *axis, int width);

// «6.1 Développer… · programmée · pilote : Caf · échéance 2026»
void phrase_action(struct buffer *out, const struct plan_action *action, int width);

// «Axe 6 · », «Champ : »: what stands before the label of an element in a heading.
void phrase_kind(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element);

// «axe 6», «objectif 6.A», «action 6.1»: the element by its reference, without its label.
void phrase_element(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element);

// The label alone, «» for one that is gone.
const char *plan_label(const struct plan *plan, enum plan_level level, int64_t element);

// «Petite enfance › Axe 6 › 6.1»: from the field down to the element.
void phrase_path(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element);

// The same element read for a title, «axe 6»; nothing for element 0 or one that is gone.
void phrase_subject(
    struct buffer *out, struct store *store, enum plan_level level, int64_t element);

// «axe 6», «axes 6, 9» of what a register joins by « ; »; nothing for NULL. Behind « · ».
void phrase_codes(struct buffer *out, const char *codes, const char *singular, const char *plural);

// ISO text as people write it: «12/03/2026», «03/2026»; the text itself when it is no date.
void phrase_date(struct buffer *out, const char *iso);

// «▕██ ▏2/3», or «▕   ▏ –» without actions: 9 cells.
enum { PLAN_PROGRESS_WIDTH = 9, DETAIL_MARGINS = 3 };
void phrase_progress(struct buffer *out, int done, int actions, int progress);

#endif
