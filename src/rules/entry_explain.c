// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_explain.h"

#include "base/buffer.h"
#include "rules/entry_name.h"
#include "text/fold.h"

static void append_kind(
    struct buffer *out, const struct entry *entry, const struct entry_context *context)
{
    bool is_proposal = entry->kind == RECORD_DECISION && context->proposes;
    buffer_append(out, is_proposal ? "proposition" : record_kind_facts(entry->kind)->label);
}

// How it is decided as long as no vote is noted on it.
static void append_mode(
    struct buffer *out, const struct entry *entry, const struct entry_context *context)
{
    if (entry->kind == RECORD_DECISION)
        buffer_append(out, context->ballots.majority == MAJORITY_CONSENSUS ? " · par consensus"
                                                                           : " · vote à noter");
}

static void append_ballot(
    struct buffer *out, const struct entry *entry, const struct entry_context *context)
{
    if (entry->kind != RECORD_BALLOT)
        return;
    buffer_append(out, " · ");
    ballot_line_explain(out, &entry->ballot, &context->ballots);
}

static bool is_new_name(const struct entry_mention *mention, const struct entry_context *context)
{
    for (size_t i = 0; i < context->directory.name_count; i++) {
        const struct directory_name *name = &context->directory.names[i];
        if (entry_mention_is(mention, name->organisation, name->label))
            return false;
    }
    return true;
}

// The only name in which the words of a new one are found: often the one that was meant.
static const char *likely_name(const char *name, const struct directory *directory)
{
    const char *likely = NULL;
    for (size_t i = 0; i < directory->name_count; i++) {
        if (!text_matches(directory->names[i].label, name))
            continue;
        if (likely != NULL)
            return NULL;
        likely = directory->names[i].label;
    }
    return likely;
}

static void append_new_name(
    struct buffer *out, const char *name, const struct entry_context *context)
{
    const char *likely = likely_name(name, &context->directory);
    buffer_append(out, " (nom nouveau");
    if (likely != NULL)
        buffer_append_format(out, " ; ou bien «%s» ?", likely);
    buffer_append(out, ")");
}

// On a task the others are only spoken of.
static void append_mentions(
    struct buffer *out, const struct entry *entry, const struct entry_context *context)
{
    for (size_t i = 0; i < entry->mention_count; i++) {
        const struct entry_mention *mention = &entry->mentions[i];
        bool is_cited = entry->kind == RECORD_TASK && !mention->owner;
        buffer_append_format(out, " · %s%s", is_cited ? "cite " : "", mention->name);
        if (is_new_name(mention, context))
            append_new_name(out, mention->name, context);
    }
}

static void append_links(struct buffer *out, const struct entry *entry)
{
    static const char *const levels[] = {
        [PLAN_FIELD] = "champ",
        [PLAN_AXIS] = "axe",
        [PLAN_OBJECTIVE] = "objectif",
        [PLAN_ACTION] = "action",
    };
    for (size_t i = 0; i < entry->link_count; i++) {
        const struct entry_link *link = &entry->links[i];
        buffer_append_format(out, " · %s %s", levels[link->level], link->reference);
    }
}

static void append_date(struct buffer *out, const struct entry *entry)
{
    if (entry->date.precision == DATE_NONE)
        return;
    buffer_append(out, entry->kind == RECORD_DECISION ? " · à revoir " : " · échéance ");
    date_long(out, entry->date);
}

static void append_doubt(struct buffer *out, enum entry_doubt doubt)
{
    static const char *const sentences[] = {
        [ENTRY_CLEAR] = "",
        [ENTRY_IMPOSSIBLE_DATE] = " · date impossible, gardée dans le texte",
        [ENTRY_UNKNOWN_LINK] = " · lien inconnu, gardé dans le texte",
        [ENTRY_NOT_UNDERSTOOD] = " · non compris comme un vote",
    };
    buffer_append(out, sentences[doubt]);
}

char *entry_explain(
    const struct entry *entry, const struct entry_context *context, struct arena *arena)
{
    struct buffer out = {0};
    if (entry->text != NULL && entry->text[0] != '\0') {
        append_kind(&out, entry, context);
        append_mode(&out, entry, context);
        append_ballot(&out, entry, context);
        append_mentions(&out, entry, context);
        append_date(&out, entry);
        if (entry->priority != 0)
            buffer_append_format(&out, " · priorité %d", entry->priority);
        append_links(&out, entry);
        buffer_append(&out, entry->doubtful ? " · à vérifier" : "");
        append_doubt(&out, entry->doubt);
    }
    char *text = buffer_failed(&out) ? NULL : arena_copy(arena, buffer_text(&out));
    buffer_clear(&out);
    return text;
}
