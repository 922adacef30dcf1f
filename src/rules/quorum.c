// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quorum.h"

#include <string.h>

#include "rules/value.h"
#include "text/french_count.h"

static const struct value rules[] = {
    [QUORUM_NONE] = {"aucun", "aucun quorum"},
    [QUORUM_MAJORITY] = {"majorite", "majorité des membres"},
    [QUORUM_BY_COLLEGE] = {"par-college", "majorité dans chaque collège"},
};
static const struct value_set rule_values = {"quorum", rules, sizeof rules / sizeof rules[0]};

static bool is_number(const char *text)
{
    return *text != '\0' && strspn(text, "0123456789") == strlen(text);
}

static enum status read_number(const char *code, struct quorum_rule *rule, struct problem *problem)
{
    int number = 0;
    for (const char *digit = code; *digit != '\0' && number <= QUORUM_HIGHEST; digit++)
        number = number * 10 + (*digit - '0');
    if (number < 1 || number > QUORUM_HIGHEST)
        return problem_set(problem, STATUS_REFUSED,
            "Un quorum de «%s» présents n'est pas possible : donnez un nombre de 1 à %d, ou "
            "«aucun».",
            code, QUORUM_HIGHEST);
    *rule = (struct quorum_rule){.kind = QUORUM_NUMBER, .number = number};
    return STATUS_DONE;
}

enum status quorum_rule_read(const char *code, struct quorum_rule *rule, struct problem *problem)
{
    int kind = QUORUM_NONE;
    if (is_number(code))
        return read_number(code, rule, problem);
    enum status status = *code == '\0' ? STATUS_DONE : value_read(&rule_values, code, &kind, NULL);
    if (status == STATUS_REFUSED)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un quorum : donnez un nombre de présents, ou «aucun», «majorite» ou "
            "«par-college».",
            code);
    if (status != STATUS_DONE)
        return problem_set_no_memory(problem);
    *rule = (struct quorum_rule){.kind = (enum quorum_kind)kind};
    return STATUS_DONE;
}

static int more_than_half(int seats)
{
    return seats / 2 + 1;
}

static bool has_part(const struct quorum *quorum, int64_t college)
{
    for (size_t i = 0; i < quorum->part_count; i++) {
        if (quorum->parts[i].college == college)
            return true;
    }
    return false;
}

static void add_part(struct quorum *quorum, const struct attendance *attendance,
    const struct standing standings[], int64_t college)
{
    struct presence_totals totals = presence_total_of_college(attendance, standings, college);
    if (totals.seats == 0 || has_part(quorum, college))
        return;
    int needed = more_than_half(totals.seats);
    quorum->parts[quorum->part_count++] = (struct quorum_part){
        .college = college,
        .present = totals.present,
        .seats = totals.seats,
        .needed = needed,
        .reached = totals.present >= needed,
    };
}

static enum status find_parts(const struct attendance *attendance,
    const struct standing standings[], struct arena *arena, struct quorum *quorum,
    struct problem *problem)
{
    quorum->parts = arena_array(arena, attendance->seat_count, sizeof *quorum->parts);
    if (quorum->parts == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < attendance->seat_count; i++)
        add_part(quorum, attendance, standings, attendance->seats[i].college);
    // Without a place with a vote there is nobody to decide.
    quorum->reached = quorum->part_count > 0;
    for (size_t i = 0; i < quorum->part_count; i++)
        quorum->reached = quorum->reached && quorum->parts[i].reached;
    return STATUS_DONE;
}

enum status quorum_at(struct quorum_rule rule, const struct attendance *attendance,
    const struct standing standings[], struct arena *arena, struct quorum *quorum,
    struct problem *problem)
{
    struct presence_totals totals = presence_total(attendance, standings);
    *quorum = (struct quorum){
        .rule = rule, .present = totals.present, .seats = totals.seats, .needed = rule.number};
    if (rule.kind == QUORUM_BY_COLLEGE)
        return find_parts(attendance, standings, arena, quorum, problem);
    if (rule.kind == QUORUM_MAJORITY)
        quorum->needed = more_than_half(totals.seats);
    quorum->reached = quorum->present >= quorum->needed;
    return STATUS_DONE;
}

static void append_missing_parts(struct buffer *out, const struct quorum *quorum,
    quorum_college_label label, const void *context)
{
    const char *before = " (";
    for (size_t i = 0; i < quorum->part_count; i++) {
        const struct quorum_part *part = &quorum->parts[i];
        if (part->reached)
            continue;
        buffer_append_format(out, "%s%s : %d sur %d, il en faut %d", before,
            part->college == 0 ? "sans collège" : label(part->college, context), part->present,
            part->seats, part->needed);
        before = " ; ";
    }
    buffer_append(out, *before == ' ' && before[1] == ';' ? ")" : "");
}

void quorum_sentence(struct buffer *out, const struct quorum *quorum, quorum_college_label label,
    const void *context)
{
    french_count(out, quorum->present, "présent", "présents");
    buffer_append_format(out, " sur %d", quorum->seats);
    if (quorum->rule.kind == QUORUM_NONE)
        return;
    buffer_append(out, ", quorum ");
    if (quorum->needed > 0)
        buffer_append_format(out, "de %d ", quorum->needed);
    buffer_append(out, quorum->reached ? "atteint" : "non atteint");
    append_missing_parts(out, quorum, label, context);
}
