// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/undo.h"

#include <string.h>

#include "store/attendance_votes.h"
#include "store/changeset.h"
#include "store/connection.h"
#include "store/journal_row.h"
#include "store/mandate.h"
#include "store/unique_codes.h"

// The gesture that is to be taken back or done again; texts and changeset in the arena.
struct target {
    int64_t id;
    int64_t meeting;
    int64_t undone_by; // 0 when it is not undone
    const char *kind;
    const char *sentence;
    struct changeset changeset;
};

static void read_changeset(
    struct statement *statement, int column, struct arena *arena, struct changeset *changeset)
{
    changeset->bytes = statement_blob(statement, column, arena, &changeset->length);
}

static enum status load_target(struct store *store, int64_t id, struct arena *arena,
    struct target *target, struct problem *problem)
{
    struct statement statement;
    *target = (struct target){.id = id};
    statement_open(&statement, store,
        "SELECT kind, sentence, meeting_id, undone_by, changeset FROM journal WHERE id = ?");
    statement_bind_integer(&statement, id);
    bool found = statement_row(&statement);
    if (found) {
        target->kind = statement_text(&statement, 0, arena);
        target->sentence = statement_text(&statement, 1, arena);
        target->meeting = statement_integer(&statement, 2);
        target->undone_by = statement_integer(&statement, 3);
        read_changeset(&statement, 4, arena, &target->changeset);
    }
    enum status status = statement_finish(&statement, problem);
    if (status != STATUS_DONE)
        return status;
    if (!found || strcmp(target->kind, "gesture") != 0)
        return problem_set(problem, STATUS_REFUSED, "Il n'y a rien à annuler ni à rétablir ici.");
    return STATUS_DONE;
}

static const char *way_on(enum gesture_barrier barrier)
{
    switch (barrier) {
    case BARRIER_CLOSING:
        return "une séance close ne change plus que par une réouverture ou une rectification";
    case BARRIER_REOPENING:
        return "refermez la séance quand elle est corrigée";
    case BARRIER_DISPATCH:
        return "ce qui est parti ne revient pas, corrigez puis notez un nouvel envoi";
    case BARRIER_APPROVAL:
        return "faites une rectification";
    case BARRIER_ANONYMISATION:
        return "les noms sont effacés pour de bon, revotez si le scrutin est à refaire";
    case BARRIER_NONE:
        break;
    }
    return "";
}

// Nothing at or before the latest barrier is taken back.
static enum status check_barrier(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    struct problem barrier = {0};
    // The `+`: few rows follow the gesture, nearly all of the file's are not undone.
    statement_open(&statement, store,
        "SELECT sentence, barrier FROM journal WHERE id >= ? AND barrier IS NOT NULL"
        " AND +undone_by IS NULL ORDER BY id DESC LIMIT 1");
    statement_bind_integer(&statement, id);
    if (statement_row(&statement))
        problem_set(&barrier, STATUS_REFUSED, "«%s» ne s'annule pas : %s.",
            statement_borrow(&statement, 0),
            way_on(barrier_of_code(statement_borrow(&statement, 1))));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && barrier.status != STATUS_DONE)
        status = problem_set(problem, barrier.status, "%s", barrier.sentence);
    return status;
}

// Names the latest gesture that the refused one stands under.
static enum status refuse_for_later(struct store *store, const struct target *target,
    const char *verb, struct arena *arena, struct problem *problem)
{
    struct statement statement;
    const char *sentence = NULL;
    statement_open(&statement, store,
        "SELECT sentence, changeset FROM journal WHERE id > ? AND kind = 'gesture'"
        " AND undone_by IS NULL ORDER BY id DESC");
    statement_bind_integer(&statement, target->id);
    while (sentence == NULL && statement_row(&statement)) {
        struct changeset later;
        read_changeset(&statement, 1, arena, &later);
        if (later.bytes != NULL && changeset_is_needed_by(&target->changeset, &later))
            sentence = statement_text(&statement, 0, arena);
    }
    enum status status = statement_finish(&statement, problem);
    if (status != STATUS_DONE)
        return status;
    if (sentence == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» ne peut plus être %s : le fichier a changé depuis.", target->sentence, verb);
    return problem_set(problem, STATUS_REFUSED,
        "«%s» ne peut pas être %s seul : annulez d'abord «%s».", target->sentence, verb, sentence);
}

static enum status mark(
    struct store *store, int64_t gesture, int64_t undone_by, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "UPDATE journal SET undone_by = ? WHERE id = ?");
    statement_bind_reference(&statement, undone_by);
    statement_bind_integer(&statement, gesture);
    return statement_run(&statement, problem);
}

// Which way, in the words of the journal.
struct way {
    const char *kind;
    const char *verb; // of a refusal and of the journal's sentence
};

static const struct way way_back = {"undo", "annulé"};
static const struct way way_again = {"redo", "rétabli"};

// Taken back while a later one stands. In its turn, a gesture leads to where the file has been.
static enum status find_out_of_turn(struct store *store, const struct target *target,
    const struct way *way, bool *out_of_turn, struct problem *problem)
{
    struct statement statement;
    int64_t later = 0;
    *out_of_turn = false;
    if (way != &way_back || target->meeting == 0)
        return STATUS_DONE;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM journal WHERE id > ? AND kind = 'gesture'"
        " AND undone_by IS NULL)");
    statement_bind_integer(&statement, target->id);
    enum status status = statement_number(&statement, 0, &later, problem);
    *out_of_turn = later != 0;
    return status;
}

static enum status apply(struct store *store, const struct target *target, const struct way *way,
    const struct changeset *changeset, struct arena *arena, struct problem *problem)
{
    bool conflict = false;
    bool out_of_turn = false;
    enum status status = find_out_of_turn(store, target, way, &out_of_turn, problem);
    // It may take away the presence of somebody who voted since.
    bool sound = out_of_turn && attendance_check_votes(store, target->meeting, NULL) == STATUS_DONE;
    if (status == STATUS_DONE)
        status = changeset_apply(store, changeset, &conflict, problem);
    if (status == STATUS_DONE && conflict)
        status = refuse_for_later(store, target, way->verb, arena, problem);
    if (status == STATUS_DONE)
        status = unique_codes_check(store, problem);
    if (status == STATUS_DONE)
        status = mandates_check(store, problem);
    if (status == STATUS_DONE && sound)
        status = attendance_check_votes(store, target->meeting, problem);
    if (status != STATUS_DONE)
        return status;
    const struct journal_row row = {
        .kind = way->kind,
        .sentence = arena_format(arena, "%s : %s", way->verb, target->sentence),
        .meeting = target->meeting,
        .target = target->id,
        .changeset = changeset->bytes,
        .changeset_length = changeset->length,
    };
    if (row.sentence == NULL)
        return problem_set_no_memory(problem);
    int64_t id = 0;
    status = journal_row_write(store, &row, &id, problem);
    if (status == STATUS_DONE)
        status = mark(store, target->id, way == &way_back ? id : 0, problem);
    return status;
}

static enum status take_back(struct store *store, struct target *target, int64_t id,
    struct arena *arena, struct problem *problem)
{
    struct changeset inverse = {0};
    enum status status = load_target(store, id, arena, target, problem);
    if (status == STATUS_DONE && target->undone_by != 0)
        status = problem_set(problem, STATUS_REFUSED, "«%s» est déjà annulé.", target->sentence);
    if (status == STATUS_DONE)
        status = check_barrier(store, id, problem);
    if (status == STATUS_DONE)
        status = changeset_invert(store, &target->changeset, &inverse, problem);
    if (status == STATUS_DONE)
        status = apply(store, target, &way_back, &inverse, arena, problem);
    changeset_clear(&inverse);
    return status;
}

static enum status check_redo(
    struct store *store, const struct target *target, struct problem *problem)
{
    if (target->undone_by == 0)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas annulé : il n'y a rien à rétablir.", target->sentence);
    struct statement statement;
    int64_t later;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM journal WHERE id > ? AND kind = 'gesture')");
    statement_bind_integer(&statement, target->undone_by);
    enum status status = statement_number(&statement, 0, &later, problem);
    if (status == STATUS_DONE && later != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "«%s» ne se rétablit plus : d'autres gestes ont suivi.", target->sentence);
    return status;
}

static enum status do_again(struct store *store, struct target *target, int64_t id,
    struct arena *arena, struct problem *problem)
{
    enum status status = load_target(store, id, arena, target, problem);
    if (status == STATUS_DONE)
        status = check_redo(store, target, problem);
    if (status == STATUS_DONE)
        status = apply(store, target, &way_again, &target->changeset, arena, problem);
    return status;
}

static enum status refuse_reading(struct problem *problem)
{
    return problem_set(problem, STATUS_SYSTEM,
        "Le fichier est ouvert en lecture seule : rouvrez-le sans --lecture-seule.");
}

typedef enum status (*undo_step)(struct store *store, struct target *target, int64_t id,
    struct arena *arena, struct problem *problem);

static enum status run(struct store *store, undo_step step, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem)
{
    struct target target;
    *sentence = NULL;
    if (store->read_only)
        return refuse_reading(problem);
    enum status status = connection_begin(store, problem);
    if (status != STATUS_DONE)
        return status;
    status = step(store, &target, id, arena, problem);
    if (status != STATUS_DONE) {
        connection_roll_back(store);
        return status;
    }
    *sentence = target.sentence;
    return connection_commit(store, problem);
}

enum status journal_undo(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem)
{
    return run(store, take_back, id, arena, sentence, problem);
}

enum status journal_redo(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem)
{
    return run(store, do_again, id, arena, sentence, problem);
}
