// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/convention_write.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "store/statement.h"

// Where a table's ids begin, in units of CONVENTION_ID_RANGE. These never change: ids that were
// given stay.
enum id_range {
    IDS_OF_CONVENTION = 1,
    IDS_OF_ORGANISATIONS,
    IDS_OF_COMMITTEES,
    IDS_OF_SIGNATORIES,
    IDS_OF_TEXTS,
    IDS_OF_MILESTONES,
    IDS_OF_FIELDS,
    IDS_OF_AXES,
    IDS_OF_OBJECTIVES,
    IDS_OF_ACTIONS,
};

// A table of the file: `bind` binds what `sql` says of row `index`.
struct table {
    const char *sql;
    size_t count_offset; // of the count of its rows in the convention
    void (*bind)(struct statement *row, const struct convention *convention, size_t index);
};

static int64_t id_at(enum id_range range, size_t rank)
{
    return (int64_t)range * CONVENTION_ID_RANGE + (int64_t)rank;
}

static int64_t id_of_axis(int number)
{
    return id_at(IDS_OF_AXES, (size_t)number);
}

static void bind_place(struct statement *row, enum id_range range, size_t index)
{
    statement_bind_integer(row, id_at(range, index + 1));
    statement_bind_integer(row, (int64_t)index + 1);
}

// 0 for no code, and for one that is not there.
#define DEFINE_ID_OF(NAME, RANGE, ROWS, COUNT)                                                     \
    static int64_t NAME(const struct convention *convention, const char *code)                     \
    {                                                                                              \
        for (size_t i = 0; code != NULL && i < convention->COUNT; i++)                             \
            if (strcmp(convention->ROWS[i].code, code) == 0)                                       \
                return id_at((RANGE), i + 1);                                                      \
        return 0;                                                                                  \
    }

DEFINE_ID_OF(id_of_organisation, IDS_OF_ORGANISATIONS, organisations, organisation_count)
DEFINE_ID_OF(id_of_committee, IDS_OF_COMMITTEES, committees, committee_count)
DEFINE_ID_OF(id_of_field, IDS_OF_FIELDS, fields, field_count)
DEFINE_ID_OF(id_of_objective, IDS_OF_OBJECTIVES, objectives, objective_count)

static enum status write_convention(
    struct store *store, const struct convention *convention, struct problem *problem)
{
    struct statement row;
    statement_open(&row, store,
        "INSERT INTO convention (id, title, first_year, last_year, purpose) VALUES (?, ?, ?, ?, "
        "?)");
    statement_bind_integer(&row, id_at(IDS_OF_CONVENTION, 1));
    statement_bind_text(&row, convention->title);
    statement_bind_reference(&row, convention->first_year);
    statement_bind_reference(&row, convention->last_year);
    statement_bind_text(&row, convention->purpose);
    return statement_run(&row, problem);
}

static void bind_organisation(
    struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_organisation *organisation = &convention->organisations[index];
    bind_place(row, IDS_OF_ORGANISATIONS, index);
    statement_bind_text(row, organisation->code);
    statement_bind_text(row, organisation->label);
    statement_bind_text(row, organisation->college);
}

static void bind_committee(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_committee *committee = &convention->committees[index];
    bind_place(row, IDS_OF_COMMITTEES, index);
    statement_bind_text(row, committee->code);
    statement_bind_text(row, committee->label);
    statement_bind_text(row, committee->kind);
    statement_bind_text(row, committee->authority);
}

static void bind_next(struct statement *row, const struct convention *convention, size_t index)
{
    statement_bind_reference(
        row, id_of_committee(convention, convention->committees[index].next_code));
    statement_bind_integer(row, id_at(IDS_OF_COMMITTEES, index + 1));
}

static void bind_signatory(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_signatory *signatory = &convention->signatories[index];
    bind_place(row, IDS_OF_SIGNATORIES, index);
    statement_bind_text(row, signatory->name);
    statement_bind_text(row, signatory->function);
    statement_bind_reference(row, id_of_organisation(convention, signatory->organisation));
    statement_bind_text(row, signatory->representing);
}

static void bind_text(struct statement *row, const struct convention *convention, size_t index)
{
    bind_place(row, IDS_OF_TEXTS, index);
    statement_bind_text(row, convention->texts[index].heading);
    statement_bind_text(row, convention->texts[index].body);
}

static void bind_milestone(struct statement *row, const struct convention *convention, size_t index)
{
    char date[DATE_TEXT_SIZE];
    date_iso(convention->milestones[index].date, date);
    bind_place(row, IDS_OF_MILESTONES, index);
    statement_bind_text(row, date);
    statement_bind_text(row, convention->milestones[index].label);
}

static void bind_field(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_field *field = &convention->fields[index];
    bind_place(row, IDS_OF_FIELDS, index);
    statement_bind_text(row, field->code);
    statement_bind_text(row, field->label);
    statement_bind_text(row, field->other_names);
    statement_bind_integer(row, field->transversal);
}

static void bind_axis(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_axis *axis = &convention->axes[index];
    statement_bind_integer(row, id_of_axis(axis->number));
    statement_bind_integer(row, (int64_t)index + 1);
    statement_bind_integer(row, axis->number);
    statement_bind_reference(row, id_of_field(convention, axis->field));
    statement_bind_text(row, axis->label);
}

static void bind_objective(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_objective *objective = &convention->objectives[index];
    bind_place(row, IDS_OF_OBJECTIVES, index);
    statement_bind_text(row, objective->code);
    statement_bind_integer(row, id_of_axis(objective->axis));
    statement_bind_text(row, objective->label);
}

static void bind_action(struct statement *row, const struct convention *convention, size_t index)
{
    const struct convention_action *action = &convention->actions[index];
    bind_place(row, IDS_OF_ACTIONS, index);
    statement_bind_text(row, action->code);
    statement_bind_text(row, action->title);
    statement_bind_integer(row, id_of_axis(action->axis));
    statement_bind_reference(row, id_of_objective(convention, action->objective));
    statement_bind_text(row, action->state == NULL ? "programmee" : action->state);
    statement_bind_text(row, action->pilot);
    statement_bind_text(row, action->starts);
    statement_bind_text(row, action->ends);
    statement_bind_text(row, action->description);
    statement_bind_text(row, action->origin);
}

// What is referred to stands before what refers to it. A committee may propose to one that comes
// later: that is said when all are there.
static const struct table tables[] = {
    {"INSERT INTO organisation (id, position, code, label, college) VALUES (?, ?, ?, ?, ?)",
        offsetof(struct convention, organisation_count), bind_organisation},
    {"INSERT INTO committee (id, position, code, label, kind, authority)"
     " VALUES (?, ?, ?, ?, ?, ?)",
        offsetof(struct convention, committee_count), bind_committee},
    {"UPDATE committee SET next_id = ? WHERE id = ?", offsetof(struct convention, committee_count),
        bind_next},
    {"INSERT INTO signatory (id, position, name, function, organisation_id, representing)"
     " VALUES (?, ?, ?, ?, ?, ?)",
        offsetof(struct convention, signatory_count), bind_signatory},
    {"INSERT INTO convention_text (id, position, heading, body) VALUES (?, ?, ?, ?)",
        offsetof(struct convention, text_count), bind_text},
    {"INSERT INTO milestone (id, position, date, label) VALUES (?, ?, ?, ?)",
        offsetof(struct convention, milestone_count), bind_milestone},
    {"INSERT INTO field (id, position, code, label, other_names, transversal)"
     " VALUES (?, ?, ?, ?, ?, ?)",
        offsetof(struct convention, field_count), bind_field},
    {"INSERT INTO axis (id, position, number, field_id, label) VALUES (?, ?, ?, ?, ?)",
        offsetof(struct convention, axis_count), bind_axis},
    {"INSERT INTO objective (id, position, code, axis_id, label) VALUES (?, ?, ?, ?, ?)",
        offsetof(struct convention, objective_count), bind_objective},
    {"INSERT INTO action (id, position, code, title, axis_id, objective_id, state, pilot, starts,"
     " ends, description, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        offsetof(struct convention, action_count), bind_action},
};

static enum status write_table(struct store *store, const struct table *table,
    const struct convention *convention, struct problem *problem)
{
    enum status status = STATUS_DONE;
    size_t count;
    memcpy(&count, (const char *)convention + table->count_offset, sizeof count);
    for (size_t i = 0; i < count && status == STATUS_DONE; i++) {
        struct statement row;
        statement_open(&row, store, table->sql);
        table->bind(&row, convention, i);
        status = statement_run(&row, problem);
    }
    return status;
}

enum status convention_write(
    struct store *store, const struct convention *convention, struct problem *problem)
{
    enum status status = write_convention(store, convention, problem);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0] && status == STATUS_DONE; i++)
        status = write_table(store, &tables[i], convention, problem);
    return status;
}
