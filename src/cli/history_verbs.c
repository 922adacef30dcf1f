// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/history_verbs.h"

#include "cli/message.h"
#include "cli/session.h"
#include "store/journal.h"
#include "store/undo.h"

static enum status undo_work(struct session *session, struct problem *problem)
{
    struct journal_entry entry;
    bool found = false;
    const char *sentence = NULL;
    enum status status =
        journal_next_undo(session->store, &session->arena, &entry, &found, problem);
    if (status == STATUS_DONE && !found)
        return problem_set(problem, STATUS_REFUSED,
            "Il n'y a rien à annuler : greffe historique montre ce qui a été fait.");
    if (status == STATUS_DONE)
        status = journal_undo(session->store, entry.id, &session->arena, &sentence, problem);
    if (status == STATUS_DONE)
        message("Annulé : %s.", sentence);
    return status;
}

static enum status redo_work(struct session *session, struct problem *problem)
{
    struct journal_entry entry;
    bool found = false;
    const char *sentence = NULL;
    enum status status =
        journal_next_redo(session->store, &session->arena, &entry, &found, problem);
    if (status == STATUS_DONE && !found)
        return problem_set(problem, STATUS_REFUSED,
            "Il n'y a rien à rétablir : on rétablit ce qui vient d'être annulé.");
    if (status == STATUS_DONE)
        status = journal_redo(session->store, entry.id, &session->arena, &sentence, problem);
    if (status == STATUS_DONE)
        message("Rétabli : %s.", sentence);
    return status;
}

enum status undo_verb(const struct arguments *arguments, struct problem *problem)
{
    return session_run(arguments, undo_work, problem);
}

enum status redo_verb(const struct arguments *arguments, struct problem *problem)
{
    return session_run(arguments, redo_work, problem);
}
