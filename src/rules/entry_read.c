// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_read.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/entry_name.h"
#include "rules/entry_run.h"
#include "rules/entry_sign.h"
#include "text/character.h"

struct reading {
    struct entry_words line;
    struct entry_runs runs;
    const struct entry_context *context;
    struct arena *arena;
    struct entry *entry;
    size_t mention_capacity, link_capacity;
    bool unknown_link;
};

static void cut_words(struct reading *reading, const char *body)
{
    struct entry_words *line = &reading->line;
    size_t length = strlen(body);
    size_t capacity = 0;
    size_t offset = 0;
    struct entry_word word;
    line->text = body;
    while (entry_word_next(body, length, offset, &word)) {
        struct entry_word *grown =
            arena_grow(reading->arena, line->words, line->count, &capacity, sizeof word);
        if (grown == NULL)
            return;
        line->words = grown;
        line->words[line->count++] = word;
        offset = word.end;
    }
}

static const struct directory_name *name_of(
    const struct reading *reading, const struct entry_word *word)
{
    return entry_find_name(&reading->context->directory, reading->line.text + word->name_start,
        word->name_end - word->name_start, reading->arena);
}

// As the text shows it: the label, or the name as typed. The fact may outlive the directory. NULL
// when memory ends.
static const char *shown_name(const struct reading *reading, const struct entry_word *word)
{
    const struct directory_name *name = name_of(reading, word);
    if (name != NULL)
        return arena_copy(reading->arena, name->label);
    return arena_format(reading->arena, "%.*s", (int)(word->name_end - word->name_start),
        reading->line.text + word->name_start);
}

static void add_mention(struct reading *reading, const struct entry_word *word, bool owner)
{
    struct entry *entry = reading->entry;
    const struct directory_name *known = name_of(reading, word);
    struct entry_mention mention = {
        .name = shown_name(reading, word),
        .organisation = known == NULL ? 0 : known->organisation,
        .owner = owner,
    };
    if (mention.name == NULL)
        return;
    for (size_t i = 0; i < entry->mention_count; i++) {
        if (entry_mention_is(&entry->mentions[i], mention.organisation, mention.name))
            return;
    }
    struct entry_mention *grown = arena_grow(reading->arena, entry->mentions, entry->mention_count,
        &reading->mention_capacity, sizeof mention);
    if (grown == NULL)
        return;
    entry->mentions = grown;
    entry->mentions[entry->mention_count++] = mention;
}

static void add_link(struct reading *reading, const struct entry_word *word)
{
    struct entry *entry = reading->entry;
    const struct directory_element *element = entry_find_element(&reading->context->directory,
        reading->line.text + word->name_start, word->name_end - word->name_start, reading->arena);
    if (element == NULL) {
        reading->unknown_link = true;
        return;
    }
    for (size_t i = 0; i < entry->link_count; i++) {
        if (entry->links[i].level == element->level && entry->links[i].id == element->id)
            return;
    }
    const char *reference = arena_copy(reading->arena, element->reference);
    struct entry_link *grown = arena_grow(
        reading->arena, entry->links, entry->link_count, &reading->link_capacity, sizeof *grown);
    if (grown == NULL || reference == NULL)
        return;
    entry->links = grown;
    entry->links[entry->link_count++] = (struct entry_link){element->level, element->id, reference};
}

static void collect_mentions(struct reading *reading, bool in_runs)
{
    bool owner = in_runs && reading->entry->kind == RECORD_TASK;
    for (size_t i = 0; i < reading->line.count; i++) {
        const struct entry_word *word = &reading->line.words[i];
        if (word->kind == ENTRY_WORD_MENTION && entry_runs_hold(&reading->runs, i) == in_runs)
            add_mention(reading, word, owner);
    }
}

static void collect_links(struct reading *reading, bool in_runs)
{
    for (size_t i = 0; i < reading->line.count; i++) {
        const struct entry_word *word = &reading->line.words[i];
        if (word->kind == ENTRY_WORD_LINK && entry_runs_hold(&reading->runs, i) == in_runs)
            add_link(reading, word);
    }
}

// An order that the composed line gives again: owners first on a task, else as they stand.
static void collect(struct reading *reading)
{
    bool runs_first = reading->entry->kind == RECORD_TASK;
    collect_mentions(reading, runs_first);
    collect_mentions(reading, !runs_first);
    collect_links(reading, false);
    collect_links(reading, true);
}

static void append_word(
    struct buffer *out, const struct reading *reading, const struct entry_word *word)
{
    const char *text = reading->line.text;
    size_t resume = word->start;
    if (word->kind == ENTRY_WORD_MENTION) {
        const char *name = shown_name(reading, word);
        buffer_append_bytes(out, text + word->start, word->sign - word->start);
        buffer_append(out, name == NULL ? "" : name);
        resume = word->body_end;
    } else if (word->kind == ENTRY_WORD_ESCAPED) {
        buffer_append_bytes(out, text + word->start, word->sign - word->start);
        resume = word->sign + 1;
    }
    buffer_append_bytes(out, text + resume, word->end - resume);
}

// The comma that parted the text from its run leaves with the run; the final stop comes back.
static void mend_end(struct buffer *out, const struct entry_runs *runs, size_t word_count)
{
    bool has_run = runs->first > 0 || runs->last < word_count;
    if (!has_run || runs->guarded)
        return;
    size_t length = out->length;
    const char *text = buffer_text(out);
    while (length > 0 && strchr(",;", text[length - 1]) != NULL)
        length = text_without_trailing_blanks(text, length - 1);
    buffer_truncate(out, length);
    if (runs->final_stop && length > 0 && strchr(".:!?)", text[length - 1]) == NULL)
        buffer_append_character(out, '.');
}

static const char *text_between_runs(const struct reading *reading)
{
    struct buffer out = {0};
    const struct entry_words *line = &reading->line;
    const struct entry_runs *runs = &reading->runs;
    for (size_t i = runs->first; i < runs->last; i++) {
        if (i > runs->first) {
            size_t blanks = line->words[i - 1].end;
            buffer_append_bytes(&out, line->text + blanks, line->words[i].start - blanks);
        }
        append_word(&out, reading, &line->words[i]);
    }
    mend_end(&out, runs, line->count);
    if (buffer_failed(&out))
        reading->arena->failed = true;
    const char *text = arena_copy(reading->arena, buffer_text(&out));
    buffer_clear(&out);
    return text;
}

static enum entry_doubt doubt_of(const struct reading *reading, const struct entry_sign *sign)
{
    if (sign->not_understood)
        return ENTRY_NOT_UNDERSTOOD;
    if (reading->runs.impossible_date)
        return ENTRY_IMPOSSIBLE_DATE;
    return reading->unknown_link ? ENTRY_UNKNOWN_LINK : ENTRY_CLEAR;
}

enum status entry_read(const char *line, const struct entry_context *context, struct arena *arena,
    struct entry *entry, struct problem *problem)
{
    struct entry_sign sign = entry_sign_read(line);
    struct reading reading = {.context = context, .arena = arena, .entry = entry};
    *entry = (struct entry){.kind = sign.kind, .text = ""};
    if (*sign.body == '\0')
        return problem_set(problem, STATUS_REFUSED,
            sign.kind == RECORD_NOTE
                ? "La ligne est vide : écrivez d'abord ce qui est dit."
                : "Rien n'est écrit derrière le signe : écrivez ce qui est dit.");
    if (sign.kind == RECORD_BALLOT) {
        entry->text = arena_copy(arena, sign.body);
        entry->ballot = sign.ballot;
        return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
    }
    cut_words(&reading, sign.body);
    entry_runs_find(&reading.line, sign.kind, context, arena, &reading.runs);
    collect(&reading);
    entry->text = text_between_runs(&reading);
    entry->date = reading.runs.date;
    entry->priority = reading.runs.priority;
    entry->doubtful = reading.runs.doubtful;
    entry->doubt = doubt_of(&reading, &sign);
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}
