// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_run.h"

#include <string.h>

#include "rules/entry_name.h"
#include "text/character.h"
#include "text/french_date.h"
#include "text/french_word.h"

// What may part the words of a run, and close it.
static const char end_marks[] = ",;.";
static const char start_marks[] = ",;:.";

struct scan {
    const struct entry_words *line;
    enum record_kind kind;
    const struct entry_context *context;
    struct arena *arena;
    struct entry_runs *runs;
    const char *marks;
    bool taken; // a word of this run
};

static bool holds_only(const char *text, size_t start, size_t end, const char *marks)
{
    while (start < end && strchr(marks, text[start]) != NULL)
        start++;
    return start == end;
}

static bool word_is(const struct entry_words *line, const struct entry_word *word, const char *said)
{
    size_t length = strlen(said);
    return word->body_end - word->start == length &&
           memcmp(line->text + word->start, said, length) == 0;
}

static bool is_guard(const struct entry_words *line, const struct entry_word *word)
{
    return word_is(line, word, "\\") && word->end == word->body_end;
}

static bool take_mark(struct scan *scan, const struct entry_word *word)
{
    if (scan->runs->doubtful || !word_is(scan->line, word, "(?)"))
        return false;
    scan->runs->doubtful = true;
    return true;
}

static bool take_priority(struct scan *scan, const struct entry_word *word)
{
    static const char *const priorities[] = {"prio:1", "prio:2", "prio:3", "prio:4", "prio:5"};
    if (scan->kind != RECORD_TASK || scan->runs->priority != 0)
        return false;
    for (int i = 0; i < (int)(sizeof priorities / sizeof priorities[0]); i++) {
        if (word_is(scan->line, word, priorities[i])) {
            scan->runs->priority = i + 1;
            return true;
        }
    }
    return false;
}

static bool takes_name(const struct scan *scan, const struct entry_word *word)
{
    if (word->kind == ENTRY_WORD_TEXT || word->kind == ENTRY_WORD_ESCAPED ||
        word->sign != word->start)
        return false;
    return word->kind == ENTRY_WORD_MENTION ||
           entry_find_element(&scan->context->directory, scan->line->text + word->name_start,
               word->name_end - word->name_start, scan->arena) != NULL;
}

static bool take_word(struct scan *scan, const struct entry_word *word)
{
    const char *text = scan->line->text;
    bool is_part = holds_only(text, word->body_end, word->end, scan->marks) &&
                   (takes_name(scan, word) || take_mark(scan, word) || take_priority(scan, word));
    bool is_between = scan->taken && holds_only(text, word->start, word->end, scan->marks);
    scan->taken = scan->taken || is_part;
    return is_part || is_between;
}

// A decision's date counts behind «à revoir» only, which leaves with it.
static bool find_review(const char *text, size_t *start)
{
    struct french_word words[2];
    size_t length = text_without_trailing_blanks(text, *start);
    if (length > 0 && text[length - 1] == ':')
        length--;
    if (french_words_last(text, length, words, 2) != 2 || strcmp(words[0].folded, "a") != 0 ||
        strcmp(words[1].folded, "revoir") != 0 || words[0].closed)
        return false;
    *start = words[0].start;
    return true;
}

static bool keep_date(struct entry_runs *runs, const struct french_date *found)
{
    if (found->found == FRENCH_DATE_IMPOSSIBLE)
        runs->impossible_date = true;
    if (found->found != FRENCH_DATE_READ || runs->date.precision != DATE_NONE)
        return false;
    runs->date = found->date;
    return true;
}

static bool take_date_at_end(struct scan *scan)
{
    const struct entry_words *line = scan->line;
    struct entry_runs *runs = scan->runs;
    if (scan->kind != RECORD_TASK && scan->kind != RECORD_DECISION)
        return false;
    size_t length = line->words[runs->last - 1].end;
    while (length > 0 && strchr(",;", line->text[length - 1]) != NULL)
        length--;
    struct french_date found = french_date_at_end(line->text, length, &scan->context->dates);
    if (found.found == FRENCH_DATE_NONE ||
        (scan->kind == RECORD_DECISION && !find_review(line->text, &found.start)) ||
        !keep_date(runs, &found))
        return false;
    while (runs->last > 0 && line->words[runs->last - 1].start >= found.start)
        runs->last--;
    scan->taken = true;
    return true;
}

static bool take_date_at_start(struct scan *scan)
{
    const struct entry_words *line = scan->line;
    struct entry_runs *runs = scan->runs;
    size_t start = line->words[runs->first].start;
    size_t end = line->words[runs->last - 1].end;
    struct french_date found =
        french_date_at_start(line->text + start, end - start, &scan->context->dates);
    if (found.found == FRENCH_DATE_NONE || !keep_date(runs, &found))
        return false;
    while (runs->first < runs->last && line->words[runs->first].start < start + found.end)
        runs->first++;
    scan->taken = true;
    return true;
}

static void find_at_end(struct scan *scan)
{
    struct entry_runs *runs = scan->runs;
    scan->marks = end_marks;
    while (runs->last > 0) {
        const struct entry_word *word = &scan->line->words[runs->last - 1];
        if (is_guard(scan->line, word)) {
            runs->guarded = true;
            runs->last--;
            return;
        }
        if (take_word(scan, word))
            runs->last--;
        else if (!take_date_at_end(scan))
            return;
    }
}

static void find_at_start(struct scan *scan)
{
    struct entry_runs *runs = scan->runs;
    scan->marks = start_marks;
    scan->taken = false;
    while (runs->first < runs->last) {
        const struct entry_word *word = &scan->line->words[runs->first];
        if (is_guard(scan->line, word)) {
            runs->first++;
            return;
        }
        if (take_word(scan, word))
            runs->first++;
        else if (!take_date_at_start(scan))
            return;
    }
}

void entry_runs_find(const struct entry_words *line, enum record_kind kind,
    const struct entry_context *context, struct arena *arena, struct entry_runs *runs)
{
    *runs = (struct entry_runs){.first = 0, .last = line->count};
    struct scan scan = {
        .line = line, .kind = kind, .context = context, .arena = arena, .runs = runs};
    if (kind == RECORD_PRIVATE_NOTE || line->count == 0)
        return;
    find_at_end(&scan);
    runs->final_stop =
        runs->last < line->count && line->text[line->words[line->count - 1].end - 1] == '.';
    if (kind == RECORD_TASK)
        find_at_start(&scan);
    runs->whole = runs->first >= runs->last;
    if (runs->whole) {
        runs->first = 0;
        runs->last = line->count;
    }
}

bool entry_runs_hold(const struct entry_runs *runs, size_t word)
{
    return runs->whole || word < runs->first || word >= runs->last;
}
