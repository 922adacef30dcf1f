// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verify_verb.h"

#include "cli/message.h"
#include "cli/session.h"
#include "store/journal_check.h"
#include "store/seal_check.h"
#include "text/french_count.h"

static const char *const verdicts[] = {
    [SEAL_NONE] = "sans empreinte",
    [SEAL_HOLDS] = "conforme",
    [SEAL_DIFFERS] = "NE CORRESPOND PAS",
};

struct verification {
    struct seal_report *reports;
    size_t count, broken;
    const char *first; // reference of the first meeting whose seal is broken
    struct journal_report journal;
};

static void append_report(struct buffer *out, const struct seal_report *report)
{
    buffer_append_format(out, "%s  %s", report->reference, verdicts[report->state]);
    if (report->seal != NULL)
        buffer_append_format(out, "  %s", report->seal);
    if (report->omitted > 0) {
        buffer_append(out, "  ");
        french_count(out, report->omitted, "partie confidentielle laissée de côté",
            "parties confidentielles laissées de côté");
    }
    buffer_append(out, "\n");
    for (size_t i = 0; i < report->difference_count; i++)
        buffer_append_format(out, "    %s\n", report->differences[i]);
}

// Dispatches, approvals and rectifications are in no seal: the journal tells of them.
static void append_journal(struct buffer *out, const struct journal_report *report)
{
    if (!report->has_journal || (report->noted == 0 && report->difference_count == 0))
        return;
    buffer_append_format(out, "Envois, approbations et rectifications  %s\n",
        report->difference_count == 0 ? "conformes à l'historique"
                                      : "NE CORRESPONDENT PAS à l'historique");
    for (size_t i = 0; i < report->difference_count; i++)
        buffer_append_format(out, "    %s\n", report->differences[i]);
}

static enum status conclude(const struct verification *found, struct problem *problem)
{
    size_t broken = found->broken;
    const char *first = found->first;
    if (found->count == 0)
        message("Aucune séance n'est close : il n'y a pas d'empreinte à vérifier.");
    if (broken == 0 && found->journal.difference_count == 0)
        return STATUS_DONE;
    if (broken == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Un envoi, une approbation ou une rectification a changé hors de Greffe : comparez "
            "avec une copie du dossier des sauvegardes.");
    if (broken == 1)
        return problem_set(problem, STATUS_REFUSED,
            "L'empreinte de %s ne correspond pas : comparez avec une copie du dossier des "
            "sauvegardes.",
            first);
    return problem_set(problem, STATUS_REFUSED,
        "Les empreintes de %zu séances ne correspondent pas, dès %s : comparez avec une copie du "
        "dossier des sauvegardes.",
        broken, first);
}

static enum status find(
    struct session *session, struct verification *found, struct problem *problem)
{
    enum status status =
        seal_check_all(session->store, &session->arena, &found->reports, &found->count, problem);
    if (status == STATUS_DONE)
        status = journal_check(session->store, &session->arena, &found->journal, problem);
    for (size_t i = 0; status == STATUS_DONE && i < found->count; i++) {
        if (found->reports[i].state != SEAL_DIFFERS)
            continue;
        found->first = found->broken == 0 ? found->reports[i].reference : found->first;
        found->broken++;
    }
    return status;
}

static enum status verify_work(struct session *session, struct problem *problem)
{
    struct verification found = {0};
    struct buffer out = {0};
    enum status status = find(session, &found, problem);
    for (size_t i = 0; status == STATUS_DONE && i < found.count; i++)
        append_report(&out, &found.reports[i]);
    if (status == STATUS_DONE) {
        append_journal(&out, &found.journal);
        status = output(&out, problem);
    }
    buffer_clear(&out);
    return status == STATUS_DONE ? conclude(&found, problem) : status;
}

enum status verify_verb(const struct arguments *arguments, struct problem *problem)
{
    return session_run(arguments, verify_work, problem);
}
