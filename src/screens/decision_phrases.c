// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_phrases.h"

#include <string.h>

#include "rules/workflow.h"

static void begin_line(struct buffer *out)
{
    if (out->length > 0)
        buffer_append(out, "\n");
}

static void append_text(struct buffer *out, const char *label, const char *text)
{
    if (text == NULL)
        return;
    begin_line(out);
    buffer_append_format(out, "%s : %s", label, text);
}

static void append_date(struct buffer *out, const char *label, struct date date)
{
    if (date.precision == DATE_NONE)
        return;
    begin_line(out);
    buffer_append(out, label);
    date_long(out, date);
}

void phrase_decision_mode(struct buffer *out, const struct decision *decision)
{
    if (decision_state_is_undecided(decision->outcome))
        return;
    if (strcmp(decision->mode, "consensus") == 0)
        buffer_append(out, "Par consensus");
    else
        buffer_append(out, decision_is_sealed(decision) ? "Vote non noté" : "Vote à noter");
}

static void append_accords(struct buffer *out, const struct decision *decision)
{
    for (size_t i = 0; i < decision->accord_count; i++) {
        const struct decision_accord *accord = &decision->accords[i];
        if (i == 0)
            begin_line(out);
        buffer_append_format(
            out, "%s%s : ", i == 0 ? "Accord des signataires · " : " · ", accord->name);
        if (accord->given_on.precision == DATE_NONE)
            buffer_append(out, "attendu");
        else {
            buffer_append(out, "donné le ");
            date_short(out, accord->given_on);
        }
    }
}

void phrase_decision_life(struct buffer *out, const struct decision *decision)
{
    if (!decision_is_sealed(decision))
        append_text(
            out, "Issue à la clôture", workflow_label(&decision_workflow, decision->outcome));
    append_text(out, "Réserve", decision->reserve);
    append_text(out, "Motif", decision->reason);
    append_text(out, "Délibération", decision->town_number);
    append_accords(out, decision);
    append_date(out, "À revoir ", decision->review);
    append_date(out, "Exécutée le ", decision->executed_on);
    append_date(out, "Retirée le ", decision->withdrawn_on);
}
