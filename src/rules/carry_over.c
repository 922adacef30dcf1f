// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/carry_over.h"

#include <string.h>

#include "rules/workflow.h"

// How records are gathered where they are many. The sources are in files.
static const struct gathering {
    const char *code, *title, *what;
    int64_t source;
    size_t most;
} gatherings[] = {
    [CARRY_PROPOSITION] = {"proposition", "Propositions reçues", "propositions reçues", -3,
        CARRY_MOST_RECEIVED},
    [CARRY_DELIBERATION] = {"a-deliberer", "Décisions à délibérer", "décisions à délibérer", -4,
        CARRY_MOST_RECEIVED},
    [CARRY_REVIEW] = {"a-revoir", "Décisions à revoir", "décisions à revoir", -5,
        CARRY_MOST_RECEIVED},
    [CARRY_QUESTION] = {"question", "Questions sans réponse", "questions sans réponse", -2,
        CARRY_MOST_APART},
    [CARRY_TASK] = {"tache", "Suivi des tâches échues", "tâches échues", -1, CARRY_MOST_APART},
};

static int64_t source_of_gathering(const char *code)
{
    for (int kind = CARRY_PROPOSITION; kind <= CARRY_TASK; kind++)
        if (strcmp(gatherings[kind].code, code) == 0)
            return gatherings[kind].source;
    return 0;
}

struct carrying {
    const struct carry_known *known;
    struct arena *arena;
    struct carry_proposal *proposals;
    size_t count, capacity;
    size_t *rank_of_item; // of each known item's proposal, from 1; 0 for none
    bool failed;
};

int64_t carry_source(
    int64_t standing, int64_t approves, int64_t continues, int64_t answers, const char *gathers)
{
    if (gathers != NULL)
        return source_of_gathering(gathers);
    if (standing != 0)
        return standing;
    if (approves != 0)
        return approves;
    return continues != 0 ? continues : answers;
}

static bool is_omitted(const struct carry_known *known, const struct carry_proposal *proposal)
{
    int64_t source = carry_source(proposal->standing, proposal->approves, proposal->continues,
        proposal->answers, proposal->gathers);
    for (size_t i = 0; i < known->omitted_count; i++)
        if (known->omitted[i] == source)
            return true;
    return false;
}

// The rank from 1; 0 for what is set aside, or when memory ends.
static size_t propose(struct carrying *carrying, struct carry_proposal proposal)
{
    if (proposal.reason == NULL || proposal.title == NULL)
        carrying->failed = true;
    if (carrying->failed || is_omitted(carrying->known, &proposal))
        return 0;
    struct carry_proposal *grown = arena_grow(
        carrying->arena, carrying->proposals, carrying->count, &carrying->capacity, sizeof *grown);
    if (grown == NULL) {
        carrying->failed = true;
        return 0;
    }
    carrying->proposals = grown;
    carrying->proposals[carrying->count] = proposal;
    return ++carrying->count;
}

// «… du 05/03/2026…», NULL when memory ends.
static const char *with_date(
    struct carrying *carrying, const char *before, struct date date, const char *behind)
{
    struct buffer text = {0};
    buffer_append(&text, before);
    date_short(&text, date);
    buffer_append(&text, behind);
    const char *copy =
        buffer_failed(&text) ? NULL : arena_copy(carrying->arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

static bool is_parked(const struct carry_item *item)
{
    return item_state_is(item->state, ITEM_WAITING);
}

// What is gathered is counted anew, so the item that stood for it is not taken up.
static bool is_owed(const struct carry_item *item)
{
    return !item->gathers && (item_state_is(item->state, ITEM_UNTREATED) ||
                                 item_state_is(item->state, ITEM_CURRENT) ||
                                 item_state_is(item->state, ITEM_PUT_OFF));
}

static const char *reason_of_owed(struct carrying *carrying, const struct carry_item *item)
{
    struct date date = item->meeting_date;
    if (meeting_state_is(item->meeting_state, MEETING_CANCELLED))
        return with_date(carrying, "séance du ", date, " annulée");
    if (meeting_state_is(item->meeting_state, MEETING_POSTPONED))
        return with_date(carrying, "séance du ", date, " reportée");
    if (item->lacks_quorum)
        return with_date(carrying, "séance du ", date, " levée faute de quorum");
    if (item_state_is(item->state, ITEM_PUT_OFF))
        return with_date(carrying, "reporté de la séance du ", date, "");
    return with_date(carrying, "non traité à la séance du ", date, "");
}

static struct carry_proposal continuation(const struct carry_item *item)
{
    return (struct carry_proposal){
        .kind = CARRY_UNTREATED,
        .title = item->title,
        .item_kind = item->kind,
        .presenter = item->presenter,
        .minutes = item->minutes,
        .pinned = item->pinned,
        .standing = item->standing,
        .answers = item->answers,
        .approves = item->approves,
        .continues = item->id,
    };
}

static const struct carry_standing *find_standing(const struct carry_known *known, int64_t id)
{
    for (size_t i = 0; id != 0 && i < known->standing_count; i++)
        if (known->standings[i].id == id)
            return &known->standings[i];
    return NULL;
}

// The item of this standing item that is still owed, with its index.
static const struct carry_item *owed_of_standing(
    const struct carry_known *known, int64_t standing, size_t *index)
{
    for (size_t i = known->item_count; i > 0; i--)
        if (known->items[i - 1].standing == standing &&
            (is_owed(&known->items[i - 1]) || is_parked(&known->items[i - 1]))) {
            *index = i - 1;
            return &known->items[i - 1];
        }
    return NULL;
}

static void propose_standing(struct carrying *carrying, const struct carry_standing *standing)
{
    size_t index = 0;
    const struct carry_item *owed = owed_of_standing(carrying->known, standing->id, &index);
    const char *reason = "point permanent";
    struct carry_proposal proposal = {
        .kind = CARRY_STANDING,
        .title = standing->title,
        .item_kind = standing->kind,
        .presenter = standing->presenter,
        .minutes = standing->minutes,
        .standing = standing->id,
        .continues = standing->last_item,
    };
    if (owed != NULL) {
        proposal = continuation(owed);
        proposal.kind = CARRY_STANDING;
        const char *why = is_parked(owed) ? with_date(carrying, "en attente depuis la séance du ",
                                                owed->meeting_date, "")
                                          : reason_of_owed(carrying, owed);
        reason = why == NULL ? NULL : arena_format(carrying->arena, "point permanent, %s", why);
    }
    proposal.reason = reason;
    size_t rank = propose(carrying, proposal);
    if (owed != NULL)
        carrying->rank_of_item[index] = rank;
}

static void propose_standings(struct carrying *carrying, bool at_end)
{
    for (size_t i = 0; i < carrying->known->standing_count; i++)
        if (carrying->known->standings[i].at_end == at_end)
            propose_standing(carrying, &carrying->known->standings[i]);
}

// An item of before may approve the same minutes, and is still owed.
static bool is_approved_elsewhere(const struct carry_known *known)
{
    for (size_t i = 0; i < known->item_count; i++)
        if (known->items[i].approves == known->minutes_of &&
            (is_owed(&known->items[i]) || is_parked(&known->items[i])))
            return true;
    return false;
}

static void propose_approval(struct carrying *carrying)
{
    const struct carry_known *known = carrying->known;
    if (known->minutes_of == 0 || is_approved_elsewhere(known))
        return;
    propose(carrying, (struct carry_proposal){
                          .kind = CARRY_APPROVAL,
                          .title = with_date(
                              carrying, "Approbation du compte rendu du ", known->minutes_date, ""),
                          .item_kind = "decision",
                          .approves = known->minutes_of,
                          .reason = with_date(carrying, "compte rendu de la séance du ",
                              known->minutes_date, " à approuver"),
                      });
}

static size_t rank_of_parent(const struct carrying *carrying, int64_t parent)
{
    for (size_t i = 0; parent != 0 && i < carrying->known->item_count; i++)
        if (carrying->known->items[i].id == parent)
            return carrying->rank_of_item[i];
    return 0;
}

static void propose_item(struct carrying *carrying, size_t index)
{
    const struct carry_item *item = &carrying->known->items[index];
    struct carry_proposal proposal = continuation(item);
    if (find_standing(carrying->known, item->standing) != NULL)
        return;
    if (is_parked(item)) {
        proposal.kind = CARRY_PARKED;
        proposal.reason =
            with_date(carrying, "en attente depuis la séance du ", item->meeting_date, "");
    } else if (is_owed(item))
        proposal.reason = reason_of_owed(carrying, item);
    else if (item->pinned && item_state_is(item->state, ITEM_TREATED)) {
        proposal.kind = CARRY_PINNED;
        proposal.reason =
            with_date(carrying, "point récurrent, traité à la séance du ", item->meeting_date, "");
    } else
        return;
    proposal.parent = rank_of_parent(carrying, item->parent);
    carrying->rank_of_item[index] = propose(carrying, proposal);
}

static void propose_items(struct carrying *carrying, bool parked)
{
    for (size_t i = 0; i < carrying->known->item_count; i++)
        if (is_parked(&carrying->known->items[i]) == parked)
            propose_item(carrying, i);
}

// An item that is taken up again brings it already.
static bool is_carried(const struct carry_known *known, int64_t record)
{
    for (size_t i = 0; i < known->item_count; i++) {
        const struct carry_item *item = &known->items[i];
        bool returns = item->pinned && item_state_is(item->state, ITEM_TREATED);
        if (item->answers == record && (is_owed(item) || is_parked(item) || returns))
            return true;
    }
    return false;
}

static bool is_due(const struct carry_known *known, const struct carry_record *record)
{
    if (record->settled || is_carried(known, record->id))
        return false;
    if (record->kind != CARRY_REVIEW && record->kind != CARRY_TASK)
        return true;
    if (record->date.precision == DATE_NONE)
        return false;
    int order = date_compare(record->date, known->date);
    return record->kind == CARRY_TASK ? order < 0 : order <= 0;
}

// «le 30/04/2026», «en avril 2026»
static const char *with_day(struct carrying *carrying, const char *before, const char *reference,
    const char *between, struct date date)
{
    struct buffer text = {0};
    buffer_append_format(&text, "%s%s%s", before, reference == NULL ? "" : reference, between);
    buffer_append(&text, date.precision == DATE_DAY ? " le " : " en ");
    if (date.precision == DATE_DAY)
        date_short(&text, date);
    else
        date_long(&text, date);
    const char *copy =
        buffer_failed(&text) ? NULL : arena_copy(carrying->arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

static const char *reason_of_record(struct carrying *carrying, const struct carry_record *record)
{
    const char *reference = record->reference == NULL ? "" : record->reference;
    const char *before = NULL;
    switch (record->kind) {
    case CARRY_PROPOSITION:
        before = arena_format(carrying->arena, "proposé par le %s du ", record->committee);
        break;
    case CARRY_DELIBERATION:
        before = arena_format(carrying->arena, "à délibérer, décision %s du ", reference);
        break;
    case CARRY_REVIEW:
        return with_day(carrying, "décision ", reference, " à revoir", record->date);
    case CARRY_TASK:
        return with_day(carrying, "tâche ", reference, " échue", record->date);
    default:
        before = "question sans réponse de la séance du ";
    }
    return before == NULL ? NULL : with_date(carrying, before, record->meeting_date, "");
}

static void propose_record(struct carrying *carrying, const struct carry_record *record)
{
    static const struct {
        const char *item_kind, *before;
    } ways[] = {
        [CARRY_PROPOSITION] = {"decision", ""},
        [CARRY_DELIBERATION] = {"decision", ""},
        [CARRY_REVIEW] = {"decision", "À revoir : "},
        [CARRY_QUESTION] = {"information", ""},
        [CARRY_TASK] = {"information", "Tâche : "},
    };
    propose(carrying,
        (struct carry_proposal){
            .kind = record->kind,
            .title = arena_format(carrying->arena, "%s%s", ways[record->kind].before, record->text),
            .item_kind = ways[record->kind].item_kind,
            .answers = record->id,
            .reason = reason_of_record(carrying, record),
        });
}

static size_t count_due(const struct carry_known *known, enum carry_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < known->record_count; i++)
        count += known->records[i].kind == kind && is_due(known, &known->records[i]);
    return count;
}

static void propose_gathered(struct carrying *carrying, enum carry_kind kind, size_t count)
{
    propose(carrying,
        (struct carry_proposal){
            .kind = kind,
            .title = gatherings[kind].title,
            .item_kind = "information",
            .gathers = gatherings[kind].code,
            .reason = arena_format(carrying->arena, "%zu %s", count, gatherings[kind].what),
        });
}

static void propose_records(struct carrying *carrying, enum carry_kind kind)
{
    const struct carry_known *known = carrying->known;
    size_t count = count_due(known, kind);
    if (count > gatherings[kind].most) {
        propose_gathered(carrying, kind, count);
        return;
    }
    for (size_t i = 0; i < known->record_count; i++)
        if (known->records[i].kind == kind && is_due(known, &known->records[i]))
            propose_record(carrying, &known->records[i]);
}

enum status carry_over(const struct carry_known *known, struct arena *arena,
    struct carry_over *proposed, struct problem *problem)
{
    struct carrying carrying = {.known = known, .arena = arena};
    *proposed = (struct carry_over){0};
    carrying.rank_of_item =
        arena_array(arena, known->item_count + 1, sizeof *carrying.rank_of_item);
    carrying.failed = carrying.rank_of_item == NULL;
    if (!carrying.failed) {
        propose_standings(&carrying, false);
        propose_approval(&carrying);
        propose_items(&carrying, false);
        propose_items(&carrying, true);
        for (int kind = CARRY_PROPOSITION; kind <= CARRY_TASK; kind++)
            propose_records(&carrying, (enum carry_kind)kind);
        propose_standings(&carrying, true);
    }
    if (carrying.failed)
        return problem_set_no_memory(problem);
    *proposed = (struct carry_over){carrying.proposals, carrying.count};
    return STATUS_DONE;
}
