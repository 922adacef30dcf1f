// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_phrases.h"

#include <string.h>

#include "rules/workflow.h"

void phrase_meeting(struct buffer *out, const struct meeting *meeting)
{
    buffer_append_format(out, "%s du ", meeting->committee_code);
    date_short(out, meeting->date);
}

bool meeting_is_closed(const struct meeting *meeting)
{
    return strcmp(meeting->state, "close") == 0;
}

void phrase_elapsed(struct buffer *out, int64_t from, int64_t until)
{
    int64_t minutes = until > from ? (until - from) / 60000 : 0;
    buffer_append_format(out, "%d h %02d", (int)(minutes / 60), (int)(minutes % 60));
}

void phrase_hour(struct buffer *out, const char *at)
{
    const size_t hour = strlen("2026-03-12T");
    if (at != NULL && strlen(at) >= hour + 5)
        buffer_append_bytes(out, at + hour, 5);
}

static void append_part(struct buffer *out, const char *part)
{
    if (out->length > 0)
        buffer_append(out, " · ");
    buffer_append(out, part);
}

static void append_date(struct buffer *out, const struct record *record)
{
    if (record->fact.date.precision == DATE_NONE)
        return;
    append_part(out, record->fact.kind == RECORD_DECISION ? "à revoir " : "échéance ");
    date_long(out, record->fact.date);
}

static void append_links(struct buffer *out, const struct entry *fact)
{
    for (size_t i = 0; i < fact->link_count; i++) {
        append_part(out, fact->links[i].level == PLAN_AXIS        ? "axe "
                         : fact->links[i].level == PLAN_OBJECTIVE ? "objectif "
                                                                  : "action ");
        buffer_append(out, fact->links[i].reference);
    }
}

static void append_outcome(struct buffer *out, const struct record *record)
{
    if (record->fact.kind != RECORD_DECISION)
        return;
    append_part(out, record->number == NULL ? "provisoire" : record->number);
    if (record->outcome != NULL && strcmp(record->outcome, "adoptee") != 0)
        append_part(out, workflow_label(&decision_workflow, record->outcome));
}

void phrase_record_facts(struct buffer *out, const struct record *record)
{
    const struct entry *fact = &record->fact;
    static const char *const doubts[] = {
        [ENTRY_CLEAR] = NULL,
        [ENTRY_IMPOSSIBLE_DATE] = "date impossible",
        [ENTRY_UNKNOWN_LINK] = "lien inconnu",
        [ENTRY_NOT_UNDERSTOOD] = "non compris",
    };
    append_outcome(out, record);
    for (size_t i = 0; i < fact->mention_count; i++)
        if (fact->mentions[i].owner || fact->kind != RECORD_TASK)
            append_part(out, fact->mentions[i].name);
    append_date(out, record);
    if (fact->kind == RECORD_TASK && fact->priority > 0 && fact->priority != 3) {
        append_part(out, "priorité ");
        buffer_append_format(out, "%d", fact->priority);
    }
    append_links(out, fact);
    if (fact->kind == RECORD_TASK && record->number != NULL)
        append_part(out, record->number);
    if (record->task_state != NULL && strcmp(record->task_state, "a-faire") != 0)
        append_part(out, workflow_label(&task_workflow, record->task_state));
    if (fact->doubtful)
        append_part(out, "à vérifier");
    if (doubts[fact->doubt] != NULL)
        append_part(out, doubts[fact->doubt]);
}

const char *item_mark(const struct item *item)
{
    static const struct {
        const char *state, *mark;
    } marks[] = {
        {"a-traiter", "·"},
        {"en-cours", "▌"},
        {"traite", "✓"},
        {"reporte", "→"},
        {"retire", "✗"},
        {"en-attente", "…"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strcmp(item->state, marks[i].state) == 0)
            return marks[i].mark;
    return " ";
}

enum style style_of_record(enum record_kind kind)
{
    static const enum style styles[RECORD_KIND_COUNT] = {
        [RECORD_NOTE] = STYLE_NOTE,
        [RECORD_INFORMATION] = STYLE_INFORMATION,
        [RECORD_QUESTION] = STYLE_QUESTION,
        [RECORD_DECISION] = STYLE_DECISION,
        [RECORD_TASK] = STYLE_TASK,
        [RECORD_PRIVATE_NOTE] = STYLE_PRIVATE,
    };
    return styles[kind];
}
