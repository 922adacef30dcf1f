// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_questions.h"

#include <string.h>

#include "rules/ballot_check.h"
#include "rules/ballot_sentence.h"
#include "screens/ballot_keeping.h"
#include "screens/ballot_show.h"
#include "screens/ballot_view.h"
#include "screens/desk.h"
#include "store/ballot_moment.h"
#include "text/french_count.h"

static void describe_counts(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    const struct ballot_view *view = ballot_view_read(screen);
    const struct item *item = agenda_find(&view->agenda, view->item);
    buffer_append_format(
        out, "Point %s · pour, contre, abstentions (", item == NULL ? "" : item->number);
    french_count(out, ballot_moment_of(&view->sheet, &view->state).voters, "votant", "votants");
    buffer_append(out, ")");
}

static void describe_secret(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    buffer_append(out, "Scrutin secret · ");
    describe_counts(screen, desk, subject, out);
}

static void describe_sentence(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Phrase du vote (vide : celle du programme)");
}

static enum status read_said(const struct ballot_view *view, enum ballot_mode mode,
    const char *text, struct said_ballot *said, struct problem *problem)
{
    *said = (struct said_ballot){
        .mode = mode, .casting = view->casting, .shares_voters = view->shares_voters};
    return ballot_counts_read_line(text, &said->counts, problem);
}

static void understand(
    const struct screen *screen, enum ballot_mode mode, const char *text, struct buffer *out)
{
    const struct ballot_view *view = ballot_view_read(screen);
    struct problem problem = {0};
    struct said_ballot said;
    struct ballot ballot;
    if (text[strspn(text, " ")] == '\0') {
        buffer_append(out, "Trois nombres : 9 0 2");
        return;
    }
    if (read_said(view, mode, text, &said, &problem) == STATUS_DONE &&
        ballot_preview(view, &said, &ballot, &problem) == STATUS_DONE)
        ballot_sentence(out, &ballot);
    else
        buffer_append(out, problem.sentence);
}

static void understand_counts(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)desk;
    understand(screen, BALLOT_SHOW_OF_HANDS, text, out);
}

static void understand_secret(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)desk;
    understand(screen, BALLOT_SECRET, text, out);
}

// `subject` is what the counts were asked for: a draft may be taken up elsewhere.
static enum status accept(struct screen *screen, struct desk *desk, enum ballot_mode mode,
    int64_t subject, const char *text, struct problem *problem)
{
    struct ballot_view *view = ballot_view_of(screen);
    struct said_ballot said;
    enum status status = STATUS_DONE;
    if (subject != ballot_subject(view))
        status = ballot_show(view, desk, subject, problem);
    if (status == STATUS_DONE)
        status = read_said(view, mode, text, &said, problem);
    return status == STATUS_DONE ? ballot_keep_said(view, desk, &said, problem) : status;
}

static enum status accept_counts(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return accept(screen, desk, BALLOT_SHOW_OF_HANDS, subject, text, problem);
}

static enum status accept_secret(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return accept(screen, desk, BALLOT_SECRET, subject, text, problem);
}

// The history does not repeat it: it may name somebody.
static enum status accept_sentence(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return desk_answer(
        desk, ballot_set_sentence, subject, text, problem, "phrase d'un vote corrigée");
}

const struct question ballot_questions[] = {
    [BALLOT_ASK_COUNTS] = {.purpose = "voix",
        .leaves = true,
        .describe = describe_counts,
        .understand = understand_counts,
        .accept = accept_counts},
    [BALLOT_ASK_SECRET] = {.purpose = "voix-secretes",
        .leaves = true,
        .describe = describe_secret,
        .understand = understand_secret,
        .accept = accept_secret},
    [BALLOT_ASK_SENTENCE] = {.purpose = "phrase",
        .correction = true,
        .describe = describe_sentence,
        .accept = accept_sentence},
};
