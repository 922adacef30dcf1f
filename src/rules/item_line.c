// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/item_line.h"

#include <ctype.h>
#include <string.h>

#include "rules/entry_read.h"
#include "rules/entry_sign.h"

enum { MOST_WORDS = 4, MOST_HOURS = 9, MOST_DIGITS = 4 };

static size_t pass_blanks(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] == ' ')
        at++;
    return at;
}

// Gives -1 without a digit, or with too many.
static int read_number(const char *text, size_t length, size_t *at)
{
    int number = 0;
    size_t start = *at;
    while (*at < length && isdigit((unsigned char)text[*at]) && *at - start < MOST_DIGITS)
        number = number * 10 + text[(*at)++] - '0';
    return *at == start ? -1 : number;
}

static bool is_unit(const char *text, size_t length)
{
    static const char *const units[] = {
        "minutes", "minute", "minute.", "min.", "min", "mn", "'", "’"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (strlen(units[i]) == length && memcmp(text, units[i], length) == 0)
            return true;
    return false;
}

int item_minutes_read(const char *text, size_t length)
{
    size_t at = 0;
    int number = read_number(text, length, &at);
    at = pass_blanks(text, length, at);
    if (number < 0 || at == length)
        return -1;
    if (text[at] != 'h' && text[at] != 'H')
        return is_unit(text + at, length - at) ? number : -1;
    at = pass_blanks(text, length, at + 1);
    if (at == length)
        return number <= MOST_HOURS ? number * 60 : -1;
    int minutes = read_number(text, length, &at);
    at = pass_blanks(text, length, at);
    bool ends = at == length || is_unit(text + at, length - at);
    return minutes >= 0 && minutes < 60 && number <= MOST_HOURS && ends ? number * 60 + minutes
                                                                        : -1;
}

// A piece of the text, which shrinks from its end.
struct rest {
    const char *text;
    size_t length;
};

static void trim(struct rest *rest)
{
    while (rest->length > 0 && strchr(" ,", rest->text[rest->length - 1]) != NULL)
        rest->length--;
}

// Where the last word begins; one in quotation marks is a word with its blanks.
static size_t last_word(const struct rest *rest)
{
    size_t at = rest->length;
    if (at > 0 && rest->text[at - 1] == '"') {
        at--;
        while (at > 0 && rest->text[at - 1] != '"')
            at--;
        at -= at > 0 ? 1 : 0;
    }
    while (at > 0 && rest->text[at - 1] != ' ')
        at--;
    return at;
}

// «à 9h», «de 20 min»: what is spoken of, not what is planned.
static bool belongs_to_title(const char *text, size_t start)
{
    static const char *const words[] = {"à", "de", "dès", "vers", "pour", "en", "d'ici"};
    struct rest before = {text, start};
    while (before.length > 0 && text[before.length - 1] == ' ')
        before.length--;
    size_t word = last_word(&before);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == before.length - word &&
            memcmp(text + word, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

// The longest end of the text, up to some words, that is a time, in brackets or not.
static int cut_minutes(struct rest *rest)
{
    struct rest words = *rest;
    int found = -1;
    size_t start = 0;
    for (int i = 0; i < MOST_WORDS && words.length > 0; i++) {
        size_t word = last_word(&words);
        bool bracket = rest->text[word] == '(' && rest->text[rest->length - 1] == ')';
        size_t from = word + (bracket ? 1 : 0);
        int minutes = item_minutes_read(rest->text + from, rest->length - from - (bracket ? 1 : 0));
        if (minutes >= 0 && (bracket || !belongs_to_title(rest->text, word))) {
            found = minutes;
            start = word;
        }
        words.length = word;
        while (words.length > 0 && rest->text[words.length - 1] == ' ')
            words.length--;
    }
    if (found >= 0)
        rest->length = start;
    return found;
}

// Takes a time, a link or a name from the end; false when there is none.
static bool cut_one(struct rest *rest, struct item_line *line, struct buffer *run, int *names)
{
    trim(rest);
    int minutes = line->minutes == 0 ? cut_minutes(rest) : -1;
    if (minutes >= 0) {
        line->minutes = minutes;
        return true;
    }
    size_t word = last_word(rest);
    if (word >= rest->length || strchr("#@", rest->text[word]) == NULL)
        return false;
    struct buffer longer = {0};
    buffer_append(&longer, " ");
    buffer_append_bytes(&longer, rest->text + word, rest->length - word);
    buffer_append(&longer, buffer_text(run));
    buffer_reset(run);
    buffer_append(run, buffer_text(&longer));
    run->failed = run->failed || longer.failed;
    buffer_clear(&longer);
    *names += rest->text[word] == '@' ? 1 : 0;
    rest->length = word;
    return true;
}

static void join_presenters(
    struct item_line *line, const struct entry *entry, int names, struct arena *arena)
{
    size_t first = entry->mention_count > (size_t)names ? entry->mention_count - (size_t)names : 0;
    for (size_t i = first; names > 0 && i < entry->mention_count; i++)
        line->presenter = line->presenter == NULL ? arena_copy(arena, entry->mentions[i].name)
                                                  : arena_format(arena, "%s, %s", line->presenter,
                                                        entry->mentions[i].name);
}

// The title and its run, read as a note is; the marks of a record are words of a title.
static enum status read_entry(struct item_line *line, const char *title, const char *run, int names,
    const struct directory *directory, struct arena *arena, struct problem *problem)
{
    struct entry entry;
    struct entry_context context = {.directory = *directory};
    const char *guard = entry_sign_needs_guard(title) ? "\\" : "";
    char *text = arena_format(arena, "%s%s%s", guard, title, run);
    line->title = title;
    if (text == NULL)
        return problem_set_no_memory(problem);
    if (entry_read(text, &context, arena, &entry, NULL) != STATUS_DONE)
        return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
    line->links = entry.links;
    line->link_count = entry.link_count;
    line->title = entry.doubtful ? arena_format(arena, "%s (?)", entry.text) : entry.text;
    join_presenters(line, &entry, names, arena);
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

enum status item_line_read(const char *text, const struct directory *directory, struct arena *arena,
    struct item_line *line, struct problem *problem)
{
    struct rest rest = {text, strlen(text)};
    struct buffer run = {0};
    int names = 0;
    *line = (struct item_line){0};
    bool more = true;
    while (more)
        more = cut_one(&rest, line, &run, &names);
    while (rest.length > 0 && strchr(" ,;:-", rest.text[rest.length - 1]) != NULL)
        rest.length--;
    bool only_run = rest.length == 0;
    if (only_run) {
        *line = (struct item_line){.title = text};
        buffer_clear(&run);
        return STATUS_DONE;
    }
    char *title = arena_format(arena, "%.*s", (int)rest.length, rest.text);
    char *kept = arena_copy(arena, buffer_text(&run));
    bool failed = buffer_failed(&run) || title == NULL || kept == NULL;
    buffer_clear(&run);
    return failed ? problem_set_no_memory(problem)
                  : read_entry(line, title, kept, names, directory, arena, problem);
}

static void append_part(struct buffer *out, const char *text)
{
    buffer_append_format(out, "%s%s", out->length > 0 ? " · " : "", text);
}

void item_line_explain(struct buffer *out, const struct item_line *line)
{
    static const char *const levels[] = {[PLAN_FIELD] = "champ",
        [PLAN_AXIS] = "axe",
        [PLAN_OBJECTIVE] = "objectif",
        [PLAN_ACTION] = "action"};
    if (line->minutes > 0)
        buffer_append_format(out, "%d min", line->minutes);
    for (size_t i = 0; i < line->link_count; i++) {
        append_part(out, levels[line->links[i].level]);
        buffer_append_format(out, " %s", line->links[i].reference);
    }
    if (line->presenter != NULL) {
        append_part(out, "rapporteur : ");
        buffer_append(out, line->presenter);
    }
}
