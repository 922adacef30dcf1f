// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/members_import.h"

#include "intake/members_mandates.h"
#include "intake/members_people.h"
#include "store/attendance_list.h"
#include "text/french_count.h"

static enum status run(struct members_importing *importing)
{
    enum status status = members_import_people(importing);
    if (status == STATUS_DONE)
        status = members_import_mandates(importing);
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(importing->gesture, 0, importing->problem);
    return status;
}

static enum status tell(const struct members_importing *importing)
{
    struct buffer *lines = &importing->report->lines;
    for (size_t i = 0; i < importing->count; i++) {
        const struct member_step *step = &importing->steps[i];
        if (buffer_failed(&step->said))
            return problem_set_no_memory(importing->problem);
        buffer_append_format(lines, "ligne %d : %s\n", step->row->line,
            step->said.length == 0 ? "rien à changer" : buffer_text(&step->said));
    }
    return buffer_failed(lines) ? problem_set_no_memory(importing->problem) : STATUS_DONE;
}

static enum status prepare(struct members_importing *importing)
{
    struct member_row *rows = NULL;
    struct csv_table *table = importing->table;
    enum status status = members_rows_read(table, &rows, &importing->count, importing->problem);
    if (status == STATUS_DONE && importing->count > MEMBERS_MOST_ROWS)
        status = problem_set(importing->problem, STATUS_UNUSABLE,
            "%s a plus de %d lignes ; partagez-le en plusieurs fichiers.", table->name,
            MEMBERS_MOST_ROWS);
    if (status != STATUS_DONE)
        return status;
    importing->steps = arena_array(&table->arena, importing->count, sizeof *importing->steps);
    if (importing->steps == NULL)
        return problem_set_no_memory(importing->problem);
    for (size_t i = 0; i < importing->count; i++)
        importing->steps[i].row = &rows[i];
    return STATUS_DONE;
}

static enum status finish(struct members_importing *importing, bool dry_run, enum status status)
{
    struct buffer sum = {0};
    members_report_sum(&sum, importing->report);
    if (status != STATUS_DONE || dry_run)
        gesture_cancel(importing->gesture);
    else
        status = gesture_commit(
            importing->gesture, importing->problem, "import de membres : %s", buffer_text(&sum));
    buffer_clear(&sum);
    return status;
}

enum status members_import(struct store *store, struct csv_table *table, bool dry_run,
    struct members_report *report, struct problem *problem)
{
    struct members_importing importing = {.table = table, .report = report, .problem = problem};
    struct local_time now = clock_local(store_clock(store));
    importing.today = date_of_day(now.year, now.month, now.day);
    enum status status = prepare(&importing);
    if (status == STATUS_DONE)
        status = gesture_begin(store, &importing.gesture, problem);
    if (status == STATUS_DONE) {
        status = run(&importing);
        if (status == STATUS_DONE)
            status = tell(&importing);
        status = finish(&importing, dry_run, status);
    }
    for (size_t i = 0; importing.steps != NULL && i < importing.count; i++)
        buffer_clear(&importing.steps[i].said);
    return status;
}

bool members_report_is_empty(const struct members_report *report)
{
    return report->organisations_added + report->organisations_changed + report->people_added +
               report->people_changed + report->mandates_added + report->mandates_changed ==
           0;
}

void members_report_sum(struct buffer *out, const struct members_report *report)
{
    const struct {
        int count;
        const char *singular, *plural;
    } parts[] = {
        {report->organisations_added, "organisme ajouté", "organismes ajoutés"},
        {report->organisations_changed, "organisme modifié", "organismes modifiés"},
        {report->people_added, "personne ajoutée", "personnes ajoutées"},
        {report->people_changed, "personne modifiée", "personnes modifiées"},
        {report->mandates_added, "mandat ajouté", "mandats ajoutés"},
        {report->mandates_changed, "mandat modifié", "mandats modifiés"},
    };
    bool first = true;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].count == 0)
            continue;
        buffer_append(out, first ? "" : ", ");
        french_count(out, parts[i].count, parts[i].singular, parts[i].plural);
        first = false;
    }
    if (first)
        buffer_append(out, "rien à changer");
}

void members_report_clear(struct members_report *report)
{
    buffer_clear(&report->lines);
}
