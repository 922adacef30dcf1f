// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verify_verb.h"

#include "cli/message.h"
#include "cli/session.h"
#include "store/seal_check.h"
#include "text/french_count.h"

static const char *const verdicts[] = {
    [SEAL_NONE] = "sans empreinte",
    [SEAL_HOLDS] = "conforme",
    [SEAL_DIFFERS] = "NE CORRESPOND PAS",
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

static enum status conclude(size_t broken, const char *first, size_t count, struct problem *problem)
{
    if (count == 0)
        message("Aucune séance n'est close : il n'y a pas d'empreinte à vérifier.");
    if (broken == 0)
        return STATUS_DONE;
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

static enum status verify_work(struct session *session, struct problem *problem)
{
    struct seal_report *reports = NULL;
    struct buffer out = {0};
    const char *first = NULL;
    size_t count = 0;
    size_t broken = 0;
    enum status status = seal_check_all(session->store, &session->arena, &reports, &count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++) {
        append_report(&out, &reports[i]);
        if (reports[i].state != SEAL_DIFFERS)
            continue;
        first = broken == 0 ? reports[i].reference : first;
        broken++;
    }
    if (status == STATUS_DONE)
        status = output(&out, problem);
    buffer_clear(&out);
    return status == STATUS_DONE ? conclude(broken, first, count, problem) : status;
}

enum status verify_verb(const struct arguments *arguments, struct problem *problem)
{
    return session_run(arguments, verify_work, problem);
}
