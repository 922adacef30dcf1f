// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_verb.h"

#include <string.h>

#include "cli/message.h"
#include "cli/session.h"
#include "intake/members_import.h"
#include "intake/members_rows.h"
#include "text/clean.h"

static void tell(const struct members_report *report, bool dry_run)
{
    struct buffer sum = {0};
    members_report_sum(&sum, report);
    if (members_report_is_empty(report))
        message("Rien à changer : tout ce que dit la liste est déjà dans le fichier.");
    else if (dry_run)
        message("Essai, rien n'est écrit : %s. Sans --essai, ce sera fait.", buffer_text(&sum));
    else
        message("C'est fait : %s ; greffe annuler revient en arrière.", buffer_text(&sum));
    buffer_clear(&sum);
}

// What stands there may quote a file that another program wrote.
static enum status print_lines(const struct members_report *report, struct problem *problem)
{
    struct buffer shown = {0};
    text_show(&shown, buffer_text(&report->lines), TEXT_MANY_LINES);
    enum status status = output(&shown, problem);
    buffer_clear(&shown);
    return status;
}

static enum status import_work(struct session *session, struct problem *problem)
{
    const bool dry_run = arguments_have(session->arguments, OPTION_DRY_RUN);
    struct csv_table table = {0};
    struct members_report report = {0};
    enum status status = csv_table_read_file(&table, session->arguments->words[1], problem);
    if (status == STATUS_DONE)
        status = members_import(session->store, &table, dry_run, &report, problem);
    if (status == STATUS_DONE)
        status = print_lines(&report, problem);
    if (status == STATUS_DONE)
        tell(&report, dry_run);
    members_report_clear(&report);
    csv_table_clear(&table);
    return status;
}

void import_explain(struct buffer *out)
{
    buffer_append(out, "La première ligne du fichier nomme ses colonnes, dans l'ordre qu'on veut,"
                       " et seul le nom est nécessaire : ");
    members_rows_columns(out);
    buffer_append(out, ".");
}

enum status import_verb(const struct arguments *arguments, struct problem *problem)
{
    if (strcmp(arguments->words[0], "membres") != 0)
        return problem_set(problem, STATUS_USAGE,
            "«%s» ne s'importe pas : écrivez greffe importer membres FICHIER.csv.",
            arguments->words[0]);
    return session_run(arguments, import_work, problem);
}
