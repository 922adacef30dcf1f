// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_questions.h"

#include "rules/workflow.h"
#include "screens/date_answer.h"
#include "screens/decision_change.h"
#include "screens/desk.h"

void decision_ask(struct screen *screen, struct desk *desk, enum decision_question question,
    const struct decision *decision, const char *text)
{
    desk_ask(desk, screen, &decision_questions[question], decision->id, decision->id, text);
}

static void ask_review(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)follow;
    struct buffer date = {0};
    date_short(&date, decision->review);
    decision_ask(screen, desk, DECISION_ASK_REVIEW, decision, buffer_text(&date));
    buffer_clear(&date);
}

static void ask_reason(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)follow;
    decision_ask(screen, desk, DECISION_ASK_REASON, decision, decision->reason);
}

void decision_ask_reason(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, ask_reason);
}

void decision_ask_review(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, ask_review);
}

static void ask_number(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)follow;
    if (decision_is_for_council(decision))
        decision_ask(screen, desk, DECISION_ASK_NUMBER, decision, decision->town_number);
    else
        desk_say(
            desk, "Seule une décision à délibérer en conseil porte un numéro de délibération.");
}

void decision_ask_number(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, ask_number);
}

// «Réserve de COPIL-2026-012 : Ouvrir douze places»
static void describe(
    const struct desk *desk, int64_t subject, const char *before, struct buffer *out)
{
    struct arena arena = {0};
    struct decision decision;
    buffer_append(out, before);
    if (decision_load(desk->store, subject, &arena, &decision, NULL) == STATUS_DONE)
        buffer_append_format(out, " · %s%s%s", decision.number == NULL ? "" : decision.number,
            decision.number == NULL ? "" : " : ", decision.text);
    arena_clear(&arena);
}

static void describe_reserve(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe(desk, subject, "Adoptée sous quelle réserve ?", out);
}

static void describe_withdrawal(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe(desk, subject, "Retirée pour quel motif ? (Entrée seule : sans motif)", out);
}

static void describe_reason(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe(desk, subject, "Motif", out);
}

static void describe_review(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe(desk, subject, "À revoir le (vide : jamais)", out);
}

static void describe_number(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe(desk, subject, "Numéro donné par la ville", out);
}

static enum status set_reserve(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_outcome(
        gesture, decision->id, decision_state_code(DECISION_ADOPTED_WITH_RESERVE), value, problem);
}

static enum status accept_reserve(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return decision_change_answered(
        desk, subject, set_reserve, text, "adoptée avec réserve", problem);
}

static enum status withdraw(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_withdraw(gesture, decision->id, value, problem);
}

static enum status accept_withdrawal(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return decision_change_answered(desk, subject, withdraw, text, "retirée", problem);
}

static enum status set_reason(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_reason(gesture, decision->id, value, problem);
}

static enum status accept_reason(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return decision_change_answered(desk, subject, set_reason, text, "motivée", problem);
}

static enum status set_review(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_review(gesture, decision->id, *(const struct date *)value, problem);
}

static const struct date_wording review_wording = {
    .none = "Jamais",
    .hint = "Une date : 30/04, dans 6 mois, juin 2027…",
    .example = "30/04 ou dans 6 mois",
};

static void understand_review(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &review_wording, text, out);
}

static enum status accept_review(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct date date;
    struct buffer what = {0};
    enum status status = date_answer_read(desk, &review_wording, text, &date, problem);
    if (status != STATUS_DONE)
        return status;
    buffer_append(&what, date.precision == DATE_NONE ? "plus à revoir" : "à revoir ");
    date_short(&what, date);
    status =
        decision_change_answered(desk, subject, set_review, &date, buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

static enum status set_number(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_town_number(gesture, decision->id, value, problem);
}

static enum status accept_number(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct buffer what = {0};
    buffer_append_format(&what, "délibération %s", text[0] == '\0' ? "sans numéro" : text);
    enum status status =
        decision_change_answered(desk, subject, set_number, text, buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

const struct question decision_questions[DECISION_QUESTION_COUNT] = {
    [DECISION_ASK_RESERVE] = {.purpose = "reserve",
        .correction = true,
        .describe = describe_reserve,
        .accept = accept_reserve},
    [DECISION_ASK_WITHDRAWAL] = {.purpose = "retrait",
        .correction = true,
        .describe = describe_withdrawal,
        .accept = accept_withdrawal},
    [DECISION_ASK_REASON] = {.purpose = "motif-decision",
        .correction = true,
        .describe = describe_reason,
        .accept = accept_reason},
    [DECISION_ASK_REVIEW] = {.purpose = "a-revoir",
        .correction = true,
        .describe = describe_review,
        .understand = understand_review,
        .accept = accept_review},
    [DECISION_ASK_NUMBER] = {.purpose = "deliberation",
        .correction = true,
        .describe = describe_number,
        .accept = accept_number},
};
