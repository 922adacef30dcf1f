// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_compose.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/entry_name.h"
#include "rules/entry_read.h"
#include "rules/entry_sign.h"
#include "rules/entry_word.h"

// Tried one after the other until the line reads back: a `\` is seldom needed.
enum guard {
    GUARD_NONE,
    GUARD_SIGNS, // `@` and `#` that are text
    GUARD_END,   // and the end of the text from the run
    GUARD_BOTH,  // and a task's beginning
};

// Where a mention stands in the text, as its name.
struct place {
    size_t start, end;
};

struct composing {
    const struct entry *entry;
    const struct entry_context *context;
    struct arena *arena;
    struct buffer out;
    enum guard guard;
    struct place *places; // of each mention; empty where it is not in the text
};

static struct directory_name typed_name(
    const struct composing *composing, const struct entry_mention *mention)
{
    const struct directory_name *name =
        entry_find_organisation(&composing->context->directory, mention->organisation);
    return name != NULL ? *name : (struct directory_name){.code = "", .label = mention->name};
}

static bool find_place(const char *text, size_t from, const char *name, struct place *place)
{
    size_t length = strlen(text);
    const char *found = *name == '\0' ? NULL : strstr(text + from, name);
    for (; found != NULL; found = strstr(found + 1, name)) {
        place->start = (size_t)(found - text);
        place->end = place->start + strlen(name);
        if (entry_word_begins_at(text, place->start) &&
            entry_word_closes_at(text, length, place->end))
            return true;
    }
    *place = (struct place){0};
    return false;
}

// Mentions in the text come first and in its order when they are read, so those behind one that
// is not found stand in the run.
static void find_places(struct composing *composing)
{
    const struct entry *entry = composing->entry;
    size_t from = 0;
    for (size_t i = 0; i < entry->mention_count; i++) {
        const struct entry_mention *mention = &entry->mentions[i];
        if (mention->owner && entry->kind == RECORD_TASK)
            continue;
        struct directory_name name = typed_name(composing, mention);
        if (strcmp(name.label, mention->name) != 0 ||
            !find_place(entry->text, from, mention->name, &composing->places[i]))
            return;
        from = composing->places[i].end;
    }
}

static bool has_link(const struct entry *entry, const struct directory_element *element)
{
    for (size_t i = 0; i < entry->link_count; i++) {
        if (entry->links[i].level == element->level && entry->links[i].id == element->id)
            return true;
    }
    return false;
}

// The word of the text would be read as more than its text.
static bool needs_guard(const struct composing *composing, const struct entry_word *word)
{
    const struct entry *entry = composing->entry;
    const char *text = entry->text;
    if (word->kind == ENTRY_WORD_TEXT)
        return word->sign < word->end && text[word->sign] == '@' && text[word->sign + 1] == '"';
    if (word->kind != ENTRY_WORD_LINK)
        return true;
    const struct directory_element *element = entry_find_element(&composing->context->directory,
        text + word->name_start, word->name_end - word->name_start, composing->arena);
    return element == NULL ? entry->doubt == ENTRY_CLEAR : !has_link(entry, element);
}

static const struct place *place_at(const struct composing *composing, size_t offset, size_t *index)
{
    for (size_t i = 0; i < composing->entry->mention_count; i++) {
        const struct place *place = &composing->places[i];
        if (place->start < place->end && place->start <= offset && offset < place->end) {
            *index = i;
            return place;
        }
    }
    return NULL;
}

static void append_mention(struct composing *composing, size_t index)
{
    struct directory_name name = typed_name(composing, &composing->entry->mentions[index]);
    const char *typed = entry_mention_text(&name, composing->arena);
    buffer_append(&composing->out, typed == NULL ? "" : typed);
}

// The bytes of the text before which a `\` goes.
static bool *find_guards(const struct composing *composing)
{
    const char *text = composing->entry->text;
    size_t length = strlen(text);
    bool *guards = arena_array(composing->arena, length + 1, sizeof *guards);
    struct entry_word word = {0};
    size_t index;
    while (guards != NULL && composing->guard >= GUARD_SIGNS &&
           entry_word_next(text, length, word.end, &word)) {
        if (place_at(composing, word.sign, &index) == NULL && needs_guard(composing, &word))
            guards[word.sign] = true;
    }
    return guards;
}

static void append_text(struct composing *composing)
{
    const char *text = composing->entry->text;
    const bool *guards = find_guards(composing);
    size_t index;
    for (size_t offset = 0; guards != NULL && text[offset] != '\0'; offset++) {
        const struct place *place = place_at(composing, offset, &index);
        if (place != NULL) {
            append_mention(composing, index);
            offset = place->end - 1;
            continue;
        }
        if (guards[offset])
            buffer_append_character(&composing->out, '\\');
        buffer_append_character(&composing->out, text[offset]);
    }
}

static bool is_linked_in_text(const struct composing *composing, const struct entry_link *link)
{
    const char *text = composing->entry->text;
    struct entry_word word = {0};
    while (entry_word_next(text, strlen(text), word.end, &word)) {
        if (word.kind != ENTRY_WORD_LINK)
            continue;
        const struct directory_element *element = entry_find_element(&composing->context->directory,
            text + word.name_start, word.name_end - word.name_start, composing->arena);
        if (element != NULL && element->level == link->level && element->id == link->id)
            return true;
    }
    return false;
}

static void append_date(struct buffer *out, const struct entry *entry)
{
    bool is_review = entry->kind == RECORD_DECISION;
    if (entry->date.precision == DATE_NONE || (!is_review && entry->kind != RECORD_TASK))
        return;
    buffer_append(out, is_review ? " à revoir " : " ");
    if (entry->date.precision == DATE_DAY) {
        buffer_append(out, is_review ? "le " : "");
        date_short(out, entry->date);
    } else {
        buffer_append(out, "en ");
        date_long(out, entry->date);
    }
}

static void append_run(struct composing *composing)
{
    const struct entry *entry = composing->entry;
    struct buffer *out = &composing->out;
    enum { USUAL_PRIORITY = 3 };
    if (entry->kind == RECORD_PRIVATE_NOTE)
        return;
    if (composing->guard >= GUARD_END)
        buffer_append(out, " \\");
    for (size_t i = 0; i < entry->mention_count; i++) {
        if (composing->places[i].end > 0)
            continue;
        buffer_append_character(out, ' ');
        append_mention(composing, i);
    }
    for (size_t i = 0; i < entry->link_count; i++) {
        if (!is_linked_in_text(composing, &entry->links[i]))
            buffer_append_format(out, " #%s", entry->links[i].reference);
    }
    if (entry->kind == RECORD_TASK && entry->priority != 0 && entry->priority != USUAL_PRIORITY)
        buffer_append_format(out, " prio:%d", entry->priority);
    if (entry->doubtful)
        buffer_append(out, " (?)");
    append_date(out, entry);
}

static bool is_misread_ballot(const struct entry *entry)
{
    return entry->text[0] == '=' && entry->doubt == ENTRY_NOT_UNDERSTOOD;
}

// The sign goes before all, but whether a note needs one is seen once its text is written.
static char *write_line(struct composing *composing)
{
    const struct entry *entry = composing->entry;
    char sign = record_kind_facts(entry->kind)->sign;
    buffer_reset(&composing->out);
    append_text(composing);
    append_run(composing);
    const char *body = buffer_text(&composing->out);
    const char *before = "";
    if (buffer_failed(&composing->out)) {
        composing->arena->failed = true;
        return NULL;
    }
    if (sign == 0) {
        before = entry_sign_needs_guard(body) && !is_misread_ballot(entry) ? "\\" : "";
        return arena_format(composing->arena, "%s%s", before, body);
    }
    if (composing->guard == GUARD_BOTH && entry->kind == RECORD_TASK)
        before = "\\ ";
    return arena_format(composing->arena, "%c %s%s", sign, before, body);
}

static bool reads_back(const struct composing *composing, const char *line)
{
    struct entry read;
    return entry_read(line, composing->context, composing->arena, &read, NULL) == STATUS_DONE &&
           entry_is_same(&read, composing->entry);
}

char *entry_compose(
    const struct entry *entry, const struct entry_context *context, struct arena *arena)
{
    struct composing composing = {.entry = entry, .context = context, .arena = arena};
    if (entry->kind == RECORD_BALLOT)
        return ballot_line_text(&entry->ballot, arena);
    composing.places = arena_array(arena, entry->mention_count + 1, sizeof *composing.places);
    if (composing.places == NULL)
        return NULL;
    find_places(&composing);
    char *nearest = write_line(&composing);
    char *line = nearest;
    while (line != NULL && !reads_back(&composing, line) && composing.guard < GUARD_BOTH) {
        composing.guard++;
        line = write_line(&composing);
    }
    if (line != NULL && composing.guard == GUARD_BOTH && !reads_back(&composing, line))
        line = nearest;
    buffer_clear(&composing.out);
    return arena->failed ? NULL : line;
}
