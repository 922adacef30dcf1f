// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "base/buffer.h"

static const struct directory_name names[] = {
    {101, "ville", "Ville de Perpignan"},
    {102, "caf", "Caf des Pyrénées-Orientales"},
    {103, "assmat", "Collectif «Les P'tits Loups» #1"},
    {104, "pmi", "PMI"},
    {105, "", "Directrice de la petite enfance"},
    {0, "", "Gérant Culture"},
    {0, "", "Trésorière"},
};

static const struct directory_element elements[] = {
    {PLAN_AXIS, 6, "6", "Adapter l'offre d'accueil"},
    {PLAN_AXIS, 9, "9", "Accompagner les jeunes"},
    {PLAN_OBJECTIVE, 61, "6.A", "Ouvrir des places"},
    {PLAN_ACTION, 71, "6.1", "Crèche à horaires atypiques"},
    {PLAN_ACTION, 72, "BAFA", "Aide au BAFA"},
};

const struct entry_context sample_context = {
    .dates =
        {
            .from = {.precision = DATE_DAY, .year = 2026, .month = 3, .day = 12},
            .next_meeting = {.precision = DATE_DAY, .year = 2026, .month = 6, .day = 4},
        },
    .ballots = {.majority = MAJORITY_SIMPLE, .present = 10, .voters = 11},
    .directory =
        {
            .names = names,
            .name_count = sizeof names / sizeof names[0],
            .elements = elements,
            .element_count = sizeof elements / sizeof elements[0],
        },
};

struct entry sample_read(const char *line, struct arena *arena)
{
    struct entry entry;
    struct problem problem = {0};
    assert_int_equal(entry_read(line, &sample_context, arena, &entry, &problem), STATUS_DONE);
    assert_string_equal(problem.sentence, "");
    return entry;
}

static void describe_names(struct buffer *out, const struct entry *entry)
{
    for (size_t i = 0; i < entry->mention_count; i++) {
        const struct entry_mention *mention = &entry->mentions[i];
        buffer_append_format(out, "|%s%s%s", mention->name, mention->organisation == 0 ? "*" : "",
            mention->owner ? "!" : "");
    }
}

static void describe_links(struct buffer *out, const struct entry *entry)
{
    static const char *const levels[] = {"champ", "axe", "objectif", "action"};
    for (size_t i = 0; i < entry->link_count; i++)
        buffer_append_format(
            out, "|%s %s", levels[entry->links[i].level], entry->links[i].reference);
}

const char *sample_describe(const struct entry *entry, struct arena *arena)
{
    static const char *const doubts[] = {"", "|date", "|lien", "|vote"};
    struct buffer out = {0};
    char iso[DATE_TEXT_SIZE];
    date_iso(entry->date, iso);
    buffer_append_format(&out, "%s|%s", record_kind_facts(entry->kind)->code, entry->text);
    describe_names(&out, entry);
    describe_links(&out, entry);
    if (entry->date.precision != DATE_NONE)
        buffer_append_format(&out, "|%s", iso);
    if (entry->priority != 0)
        buffer_append_format(&out, "|p%d", entry->priority);
    buffer_append(&out, entry->doubtful ? "|?" : "");
    buffer_append(&out, doubts[entry->doubt]);
    assert_false(buffer_failed(&out));
    const char *text = arena_copy(arena, buffer_text(&out));
    buffer_clear(&out);
    return text;
}
