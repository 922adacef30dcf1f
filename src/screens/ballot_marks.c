// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_marks.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char ballot_marks_purpose[] = "voix-nominales";

static const char shared[] = "votants partagés";
static const char casting_for[] = "voix prépondérante pour";
static const char casting_against[] = "voix prépondérante contre";
static const char other_item[] = "aussi au point "; // then its id: its number may change

static const struct attendee *voter_of(const struct ballot_view *view, int64_t seat)
{
    for (size_t i = 0; i < view->voter_count; i++)
        if (view->voters[i]->id == seat)
            return view->voters[i];
    return NULL;
}

static void write_manner(struct ballot_view *view)
{
    if (view->shares_voters)
        buffer_append_format(&view->marks, "%s\n", shared);
    if (view->casting != CASTING_VOTE_NONE)
        buffer_append_format(&view->marks, "%s\n",
            view->casting == CASTING_VOTE_FOR ? casting_for : casting_against);
    for (size_t i = 0; i < marks_count(&view->items); i++)
        buffer_append_format(
            &view->marks, "%s%" PRId64 "\n", other_item, marks_at(&view->items, i));
}

void ballot_marks_write(struct ballot_view *view)
{
    const struct named_vote *votes = ballot_votes(view);
    buffer_reset(&view->marks);
    if (ballot_vote_count(view) > 0)
        write_manner(view);
    for (size_t i = 0; i < ballot_vote_count(view); i++) {
        const struct attendee *voter = voter_of(view, votes[i].seat);
        if (voter != NULL)
            buffer_append_format(&view->marks, "%s %s\n",
                value_code(&ballot_choice_values, (int)votes[i].choice), voter->name);
    }
}

void ballot_marks_forget(struct ballot_view *view)
{
    buffer_reset(&view->votes);
    buffer_reset(&view->marks);
}

bool ballot_marks_pending(const struct screen *screen, size_t index, struct pending *pending)
{
    const struct ballot_view *view = ballot_view_read(screen);
    if (index > 0 || view->marks.length == 0)
        return false;
    *pending = (struct pending){
        .purpose = ballot_marks_purpose,
        .subject = ballot_subject(view),
        .text = buffer_text(&view->marks),
    };
    return true;
}

static bool is_marked(const struct ballot_view *view, int64_t seat)
{
    for (size_t i = 0; i < ballot_vote_count(view); i++)
        if (ballot_votes(view)[i].seat == seat)
            return true;
    return false;
}

// Of two people of one name the first mark is the first one's.
static void mark(struct ballot_view *view, const char *name, size_t length, int choice)
{
    for (size_t i = 0; i < view->voter_count; i++) {
        const struct attendee *voter = view->voters[i];
        if (strlen(voter->name) != length || memcmp(voter->name, name, length) != 0 ||
            is_marked(view, voter->id))
            continue;
        ballot_set_vote(view, voter->id, (enum ballot_choice)choice);
        return;
    }
}

static bool is_line(const char *line, size_t length, const char *words)
{
    return length == strlen(words) && memcmp(line, words, length) == 0;
}

// How the vote is held; false for a line that says who votes what.
static bool read_manner(struct ballot_view *view, const char *line, size_t length)
{
    if (is_line(line, length, shared))
        view->shares_voters = true;
    else if (is_line(line, length, casting_for))
        view->casting = CASTING_VOTE_FOR;
    else if (is_line(line, length, casting_against))
        view->casting = CASTING_VOTE_AGAINST;
    else if (length > strlen(other_item) && memcmp(line, other_item, strlen(other_item)) == 0) {
        int64_t item = strtoll(line + strlen(other_item), NULL, 10);
        // Without memory for it the screen shows that it is not among them.
        if (item != view->item && agenda_find(&view->agenda, item) != NULL)
            (void)marks_set(&view->items, item, true);
    } else
        return false;
    return true;
}

// A code has no blank: the name stands behind the first one.
static void read_mark(struct ballot_view *view, const char *line, size_t length)
{
    struct buffer code = {0};
    int choice = 0;
    const char *blank = memchr(line, ' ', length);
    if (read_manner(view, line, length) || blank == NULL)
        return;
    buffer_append_bytes(&code, line, (size_t)(blank - line));
    if (value_of_code(&ballot_choice_values, buffer_text(&code), &choice))
        mark(view, blank + 1, length - (size_t)(blank + 1 - line), choice);
    buffer_clear(&code);
}

void ballot_marks_read(struct ballot_view *view, const char *text)
{
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        read_mark(view, line, length);
        line += length + (line[length] == '\n');
    }
    ballot_marks_write(view);
}
