// SPDX-License-Identifier: GPL-3.0-or-later
// How elements of the plan are said and drawn, the same on every screen.
#ifndef GREFFE_SCREENS_PLAN_PHRASES_H
#define GREFFE_SCREENS_PLAN_PHRASES_H

#include "base/arena.h"
#include "base/buffer.h"
#include "store/plan.h"
#include "surface/surface.h"

// «22 Lutter contre l'habitat indigne · 1 action · 2 décisions · vu le 12/03/2026»
void phrase_axis(struct buffer *out, const struct plan_axis *axis);

// «6.1 Développer… · programmée · pilote : Caf · échéance 2026»
void phrase_action(struct buffer *out, const struct plan_action *action);

// «axe 6», «objectif 6.A», «action 6.1»: the element by its reference, without its label.
void phrase_element(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element);

// The label alone, «» for one that is gone.
const char *plan_label(const struct plan *plan, enum plan_level level, int64_t element);

// «Petite enfance › Axe 6 › 6.1»: from the field down to the element.
void phrase_path(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element);

// ISO text as people write it: «12/03/2026», «03/2026»; the text itself when it is no date.
void phrase_date(struct buffer *out, const char *iso);

// «▕██ ▏2/3», or «▕   ▏ –» without actions: 9 cells.
enum { PLAN_PROGRESS_WIDTH = 9 };
void phrase_progress(struct buffer *out, int done, int actions, int progress);

#endif
