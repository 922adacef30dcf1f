// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committee_rule_edit.h"

#include "screens/committee_view.h"
#include "screens/desk.h"

enum rule_question { ASK_LABEL, ASK_NUMBER };

static enum status set_rule(struct desk *desk, const struct committee_view *view,
    enum committee_rule rule, const char *value, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct buffer code = {0};
    enum status status = committee_rule_read(rule, value, &code, problem);
    if (status == STATUS_DONE && buffer_failed(&code))
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE) {
        buffer_append_format(
            &sentence, "%s, %s : ", view->rules.code, committee_rule_facts(rule)->label);
        committee_rule_words(&sentence, rule, buffer_text(&code));
        status = gesture_begin(desk->store, &gesture, problem);
    }
    if (status == STATUS_DONE)
        status = committee_rules_set(gesture, view->rules.id, rule, buffer_text(&code), problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&code);
    buffer_clear(&sentence);
    return status;
}

static void accept_rule(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    struct problem problem = {0};
    enum committee_rule rule;
    if (!committee_rule_under_cursor(view, &rule))
        return;
    const struct committee_rule_facts *facts = committee_rule_facts(rule);
    size_t chosen = picker_focused(picker);
    if (chosen == facts->choice_count)
        desk_ask(
            desk, screen, &committee_rule_questions[ASK_NUMBER], (int64_t)rule, view->rules.id, "");
    else if (chosen < facts->choice_count &&
             set_rule(desk, view, rule, facts->choices[chosen].code, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static void pick_rule(
    const struct committee_view *view, struct desk *desk, enum committee_rule rule)
{
    static const struct pick pick = {accept_rule};
    enum { MOST_CHOICES = 8 };
    struct picker_choice choices[MOST_CHOICES] = {0};
    const struct committee_rule_facts *facts = committee_rule_facts(rule);
    struct buffer question = {0};
    size_t count = 0;
    for (; count < facts->choice_count && count < MOST_CHOICES - 1; count++)
        choices[count] =
            (struct picker_choice){.reference = "", .label = facts->choices[count].words};
    if (facts->question != NULL)
        choices[count++] = (struct picker_choice){
            .reference = "", .label = facts->other == NULL ? "un nombre…" : facts->other};
    buffer_append_format(&question, "%s · %s", facts->label, view->rules.code);
    desk_pick(desk, &pick, buffer_text(&question), choices, count, false);
    buffer_clear(&question);
}

// The choices of what a committee decides: it decides, it deliberates, or it proposes to one of
// the others.
enum { DECIDES, DELIBERATES, PROPOSES };

static enum status set_authority(struct desk *desk, const struct committee_view *view,
    const struct committee_rules *committees, size_t count, size_t chosen, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    const struct committee_rules *next = NULL;
    size_t place = PROPOSES;
    for (size_t i = 0; i < count; i++)
        if (committees[i].id != view->rules.id && place++ == chosen)
            next = &committees[i];
    const char *authority = chosen == DECIDES ? "decide" : next == NULL ? "delibere" : "propose";
    buffer_append_format(&sentence, "%s ", view->rules.code);
    committee_authority_words(&sentence, authority, next == NULL ? NULL : next->code);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = committee_set_authority(
            gesture, view->rules.id, authority, next == NULL ? 0 : next->id, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

static void accept_authority(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    struct arena arena = {0};
    struct committee_rules *committees = NULL;
    size_t count = 0;
    struct problem problem = {0};
    enum status status =
        committee_rules_list(desk->store, desk_today(desk), &arena, &committees, &count, &problem);
    if (status == STATUS_DONE)
        status = set_authority(desk, view, committees, count, picker_focused(picker), &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

// False when memory ends.
static bool offer_authorities(const struct committee_view *view, struct desk *desk,
    const struct committee_rules *committees, size_t count, struct arena *arena)
{
    static const struct pick pick = {accept_authority};
    size_t shown = PROPOSES;
    struct picker_choice *choices = arena_array(arena, count + PROPOSES, sizeof *choices);
    if (choices == NULL)
        return false;
    choices[DECIDES] = (struct picker_choice){.reference = "", .label = "décide"};
    choices[DELIBERATES] = (struct picker_choice){
        .reference = "", .label = "délibère, sous les numéros de la collectivité"};
    for (size_t i = 0; i < count; i++)
        if (committees[i].id != view->rules.id)
            choices[shown++] = (struct picker_choice){.reference = "",
                .label = arena_format(arena, "propose à %s", committees[i].code),
                .aside = committees[i].label};
    if (arena->failed)
        return false;
    desk_pick(desk, &pick, "Ce que fait cette instance", choices, shown, false);
    return true;
}

static void pick_authority(const struct committee_view *view, struct desk *desk)
{
    struct arena arena = {0};
    struct committee_rules *committees = NULL;
    size_t count = 0;
    struct problem problem = {0};
    enum status status =
        committee_rules_list(desk->store, desk_today(desk), &arena, &committees, &count, &problem);
    if (status == STATUS_DONE && !offer_authorities(view, desk, committees, count, &arena))
        status = problem_set_no_memory(&problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void committee_change_rule(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct committee_view *view = committee_view_of(screen);
    enum committee_rule rule;
    if (view->list.cursor == COMMITTEE_ROW_LABEL)
        desk_ask(desk, screen, &committee_rule_questions[ASK_LABEL], view->rules.id, view->rules.id,
            view->rules.label);
    else if (view->list.cursor == COMMITTEE_ROW_AUTHORITY)
        pick_authority(view, desk);
    else if (committee_rule_under_cursor(view, &rule))
        pick_rule(view, desk, rule);
}

static void describe_label(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    buffer_append_format(out, "Nom de l'instance %s", committee_view_of(screen)->rules.code);
}

static void describe_number(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct committee_rule_facts *facts =
        committee_rule_facts((enum committee_rule)(subject % COMMITTEE_RULE_COUNT));
    buffer_append_format(out, "%s · %s", facts->question == NULL ? facts->label : facts->question,
        committee_view_of(screen)->rules.code);
}

static enum status accept_label(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return desk_answer(desk, committee_set_label, subject, text, problem,
        "instance %s renommée : %s", committee_view_of(screen)->rules.code, text);
}

static enum status accept_number(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return set_rule(desk, committee_view_of(screen),
        (enum committee_rule)(subject % COMMITTEE_RULE_COUNT), text, problem);
}

const struct question committee_rule_questions[] = {
    [ASK_LABEL] = {.purpose = "nom-instance",
        .correction = true,
        .describe = describe_label,
        .accept = accept_label},
    [ASK_NUMBER] = {.purpose = "nombre",
        .correction = true,
        .describe = describe_number,
        .accept = accept_number},
};
