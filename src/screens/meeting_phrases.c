// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_phrases.h"

#include <stdint.h>
#include <string.h>

#include "rules/workflow.h"
#include "screens/ballot_phrases.h"
#include "store/register.h"
#include "text/french_count.h"

void phrase_meeting(struct buffer *out, const struct meeting *meeting)
{
    buffer_append_format(out, "%s du ", meeting->committee_code);
    date_short(out, meeting->date);
}

enum status phrase_reference(
    struct buffer *out, struct store *store, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting read;
    enum status status = meeting_load(store, meeting, &arena, &read, problem);
    if (status == STATUS_DONE)
        buffer_append(out, read.reference);
    arena_clear(&arena);
    return status;
}

const char *phrase_meeting_state(const struct meeting *meeting)
{
    if (meeting->lacks_quorum)
        return "levée faute de quorum";
    if (meeting->approved)
        return workflow_label(&meeting_workflow, meeting_state_code(MEETING_APPROVED));
    return workflow_label(&meeting_workflow, meeting->state);
}

bool meeting_is_closed(const struct meeting *meeting)
{
    return meeting_state_is(meeting->state, MEETING_CLOSED);
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

void phrase_suspension(struct buffer *out, const struct pause_list *pauses)
{
    for (size_t i = 0; i < pauses->count; i++)
        if (pause_is_suspension(&pauses->pauses[i]) && pauses->pauses[i].until == NULL) {
            buffer_append(out, "suspendue ");
            phrase_hour(out, pauses->pauses[i].from);
        }
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

static size_t count_level(const struct entry_link *links, size_t count, enum plan_level level)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += links[i].level == level;
    return found;
}

// The references of one level, no more than `most`; gives how many.
static size_t append_level(struct buffer *out, const struct entry_link *links, size_t count,
    enum plan_level level, size_t most)
{
    size_t shown = 0;
    for (size_t i = 0; i < count && shown < most; i++)
        if (links[i].level == level)
            buffer_append_format(out, "%s%s", shown++ == 0 ? " " : ", ", links[i].reference);
    return shown;
}

void phrase_fact(struct buffer *out, const struct entry_context *context, const struct entry *fact)
{
    if (fact->kind == RECORD_BALLOT)
        ballot_line_explain(out, &fact->ballot, &context->ballots);
    else
        buffer_append(
            out, fact->kind == RECORD_PRIVATE_NOTE ? "(son texte reste privé)" : fact->text);
}

void phrase_links(struct buffer *out, const struct entry_link *links, size_t count, size_t most)
{
    static const struct {
        enum plan_level level;
        const char *one, *several;
    } levels[] = {
        {PLAN_AXIS, "axe", "axes"},
        {PLAN_OBJECTIVE, "objectif", "objectifs"},
        {PLAN_ACTION, "action", "actions"},
    };
    size_t shown = 0;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0] && shown < most; i++) {
        size_t found = count_level(links, count, levels[i].level);
        if (found == 0)
            continue;
        append_part(out, found > 1 ? levels[i].several : levels[i].one);
        shown += append_level(out, links, count, levels[i].level, most - shown);
    }
    if (shown < count)
        buffer_append_format(out, " + %d", (int)(count - shown));
}

// A vote stands below its decision and says it itself; what is not decided has none. Once nothing
// can be voted any more, consensus goes without saying: the sheet tells it.
static void append_mode(struct buffer *out, const struct record *record, bool closed)
{
    bool consensus = record->mode != NULL && strcmp(record->mode, "consensus") == 0;
    if (record->voted || record->mode == NULL || (consensus && closed))
        return;
    if (record->outcome != NULL && decision_state_is_undecided(record->outcome))
        return;
    append_part(out, consensus ? "consensus" : closed ? "vote non noté" : "à voter : F4");
}

static void append_outcome(struct buffer *out, const struct record *record, bool closed)
{
    if (record->fact.kind != RECORD_DECISION)
        return;
    append_part(out, record->number != NULL ? record->number
                     : closed               ? "délibération"
                                            : "provisoire");
    if (record->outcome != NULL && !decision_state_is(record->outcome, DECISION_ADOPTED))
        append_part(out, workflow_label(&decision_workflow, record->outcome));
    if (record->reserve != NULL)
        buffer_append_format(out, " : %s", record->reserve);
    append_mode(out, record, closed);
}

static void append_answer(struct buffer *out, const struct record *record)
{
    if (!record->answered)
        return;
    append_part(out, "répondue le ");
    date_short(out, record->answered_on);
    if (record->answer != NULL)
        buffer_append_format(out, " : %s", record->answer);
}

void phrase_record_facts(struct buffer *out, const struct record *record, bool closed)
{
    const struct entry *fact = &record->fact;
    static const char *const doubts[] = {
        [ENTRY_CLEAR] = NULL,
        [ENTRY_IMPOSSIBLE_DATE] = "date impossible",
        [ENTRY_UNKNOWN_LINK] = "lien inconnu",
        [ENTRY_NOT_UNDERSTOOD] = "non compris",
    };
    if (record->ballot != NULL)
        phrase_ballot_marks(out, record->ballot);
    append_outcome(out, record, closed);
    for (size_t i = 0; i < fact->mention_count; i++)
        if (fact->mentions[i].owner || fact->kind != RECORD_TASK)
            append_part(out, fact->mentions[i].name);
    append_date(out, record);
    if (fact->kind == RECORD_TASK && fact->priority > 0 && fact->priority != 3) {
        append_part(out, "priorité ");
        buffer_append_format(out, "%d", fact->priority);
    }
    phrase_links(out, fact->links, fact->link_count, SIZE_MAX);
    if (fact->kind == RECORD_TASK && record->number != NULL)
        append_part(out, record->number);
    if (record->task_state != NULL && !task_state_is(record->task_state, TASK_TO_DO))
        append_part(out, workflow_label(&task_workflow, record->task_state));
    if (record->confidential)
        append_part(out, "confidentiel");
    if (record->pinned)
        append_part(out, "épinglée");
    append_answer(out, record);
    if (fact->doubtful)
        append_part(out, "à vérifier");
    if (doubts[fact->doubt] != NULL)
        append_part(out, doubts[fact->doubt]);
}

const char *phrase_meeting_not_closed(bool is_open)
{
    return is_open ? "séance ouverte" : "séance levée";
}

const char *decision_name(const struct register_decision *decision)
{
    if (decision->number != NULL)
        return decision->number;
    return decision_state_is(decision->state, DECISION_PROVISIONAL)
               ? phrase_meeting_not_closed(decision->meeting_open)
               : "délibération";
}

void phrase_moment(struct buffer *out, const char *at)
{
    struct date date = {0};
    char day[DATE_TEXT_SIZE] = "";
    strncat(day, at, strlen("2026-03-12"));
    date_read_iso(day, &date);
    date_short(out, date);
    if (strlen(at) > strlen(day)) {
        buffer_append(out, " ");
        phrase_hour(out, at);
    }
}

void phrase_rectification(struct buffer *out, const struct rectification *rectification)
{
    buffer_append_format(out, "%s · ", rectification->number);
    phrase_moment(out, rectification->at);
    if (rectification->author[0] != '\0')
        buffer_append_format(out, ", par %s", rectification->author);
    buffer_append_format(out, " : %s (motif : %s)", rectification->text, rectification->reason);
}

void phrase_removal(struct buffer *out, const struct item_removal *removal)
{
    int lines = removal->settled ? 0 : removal->records;
    buffer_append(out, removal->settled ? "clos" : "ôté");
    if (lines > 0) {
        buffer_append(out, ", avec ");
        french_count(out, lines, "ligne", "lignes");
    }
    if (removal->tasks > 0) {
        buffer_append(out, lines > 0 ? " dont " : ", avec ");
        french_count(out, removal->tasks, "tâche", "tâches");
    }
}

const char *item_mark(const struct item *item)
{
    static const char *const marks[] = {
        [ITEM_UNTREATED] = "·",
        [ITEM_CURRENT] = "▌",
        [ITEM_TREATED] = "✓",
        [ITEM_PUT_OFF] = "→",
        [ITEM_TAKEN_OFF] = "✗",
        [ITEM_WAITING] = "…",
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (item_state_is(item->state, (enum item_state)i))
            return marks[i];
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
        [RECORD_BALLOT] = STYLE_DECISION,
    };
    return styles[kind];
}
