// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_commands.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/decision.h"
#include "store/register.h"
#include "text/french_date.h"

enum decision_question { ASK_RESERVE, ASK_WITHDRAWAL, ASK_REASON, ASK_REVIEW, ASK_NUMBER };

// More than people choose among: what is older is found on its own sheet.
enum { MOST_OTHERS = 500, MOST_CHOICES = 24 };

// The decision under the cursor, read for one command. Nothing to free when it is false.
struct reading {
    struct arena arena;
    struct decision decision;
};

static bool read_decision(const struct screen *screen, struct desk *desk, struct reading *reading)
{
    struct problem problem = {0};
    *reading = (struct reading){0};
    int64_t id = screen->class->decision == NULL ? 0 : screen->class->decision(screen);
    if (id == 0) {
        desk_say(desk, "Placez-vous d'abord sur une décision.");
        return false;
    }
    if (decision_load(desk->store, id, &reading->arena, &reading->decision, &problem) ==
        STATUS_DONE)
        return true;
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

static const char *name_of(const struct decision *decision)
{
    return decision->number == NULL ? "décision" : decision->number;
}

typedef enum status decision_change(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem);

static enum status change(struct desk *desk, const struct decision *decision,
    decision_change *change_it, const void *value, const char *what, struct problem *problem)
{
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = change_it(gesture, decision, value, problem);
    return desk_finish(
        desk, gesture, status, problem, "%s %s : %s", name_of(decision), what, decision->text);
}

static void change_now(struct desk *desk, const struct decision *decision,
    decision_change *change_it, const void *value, const char *what)
{
    struct problem problem = {0};
    if (change(desk, decision, change_it, value, what, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static enum status set_outcome(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_outcome(gesture, decision->id, value, NULL, problem);
}

static enum status set_executed(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    (void)value;
    return decision_set_executed(
        gesture, decision->id, decision->executed_on.precision == DATE_NONE, problem);
}

static void execute(struct desk *desk, const struct decision *decision)
{
    change_now(desk, decision, set_executed, NULL,
        decision->executed_on.precision == DATE_NONE ? "exécutée" : "pas encore exécutée");
}

void decision_execute(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    execute(desk, &reading.decision);
    arena_clear(&reading.arena);
}

static void ask(struct screen *screen, struct desk *desk, enum decision_question question,
    const struct decision *decision, const char *text)
{
    desk_ask(desk, screen, &decision_questions[question], decision->id, decision->id, text);
}

static void ask_review(struct screen *screen, struct desk *desk, const struct decision *decision)
{
    struct buffer date = {0};
    date_short(&date, decision->review);
    ask(screen, desk, ASK_REVIEW, decision, buffer_text(&date));
    buffer_clear(&date);
}

void decision_ask_reason(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    ask(screen, desk, ASK_REASON, &reading.decision, reading.decision.reason);
    arena_clear(&reading.arena);
}

void decision_ask_review(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    ask_review(screen, desk, &reading.decision);
    arena_clear(&reading.arena);
}

void decision_ask_number(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    if (decision_is_for_council(&reading.decision))
        ask(screen, desk, ASK_NUMBER, &reading.decision, reading.decision.town_number);
    else
        desk_say(
            desk, "Seule une décision à délibérer en conseil porte un numéro de délibération.");
    arena_clear(&reading.arena);
}

static enum status ask_accord(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_ask_accord(gesture, decision->id, value != NULL, problem);
}

static enum status set_accord(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    const struct decision_accord *accord = value;
    return decision_set_accord(
        gesture, decision->id, accord->position, accord->given_on.precision == DATE_NONE, problem);
}

// Behind the signatories: asked no more.
static void accept_accord(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct buffer what = {0};
    size_t chosen = picker_focused(picker);
    if (!read_decision(screen, desk, &reading))
        return;
    const struct decision *decision = &reading.decision;
    if (chosen < decision->accord_count) {
        const struct decision_accord *accord = &decision->accords[chosen];
        buffer_append_format(&what, "accord de %s %s", accord->name,
            accord->given_on.precision == DATE_NONE ? "donné" : "pas encore donné");
        change_now(desk, decision, set_accord, accord, buffer_text(&what));
    } else
        change_now(desk, decision, ask_accord, NULL, "accord plus demandé");
    buffer_clear(&what);
    arena_clear(&reading.arena);
}

static void pick_accord(struct desk *desk, const struct decision *decision)
{
    static const struct pick pick = {accept_accord};
    struct arena arena = {0};
    struct buffer aside = {0};
    struct picker_choice *choices =
        arena_array(&arena, decision->accord_count + 1, sizeof *choices);
    for (size_t i = 0; choices != NULL && i < decision->accord_count; i++) {
        buffer_reset(&aside);
        date_short(&aside, decision->accords[i].given_on);
        choices[i] = (struct picker_choice){.reference = "",
            .label = decision->accords[i].name,
            .aside = aside.length == 0 ? "attendu" : arena_copy(&arena, buffer_text(&aside))};
    }
    if (choices != NULL) {
        choices[decision->accord_count] =
            (struct picker_choice){.reference = "", .label = "Ne plus demander cet accord"};
        desk_pick(desk, &pick, "Accord de qui ? (Entrée : donné, ou pas encore)", choices,
            decision->accord_count + 1, false);
    }
    buffer_clear(&aside);
    arena_clear(&arena);
}

// Asks for it first; then it is given by one or the other.
static void change_accord(struct desk *desk, const struct decision *decision)
{
    static const int asked = 1;
    if (decision->accord_count > 0)
        pick_accord(desk, decision);
    else
        change_now(desk, decision, ask_accord, &asked, "accord des signataires demandé");
}

void decision_pick_accord(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    change_accord(desk, &reading.decision);
    arena_clear(&reading.arena);
}

// The decisions that may stand at the other end, the same when they are shown and when one is
// chosen: those that are earlier, or later, and not withdrawn.
static enum status load_others(struct desk *desk, const struct decision *decision, bool earlier,
    struct arena *arena, struct register_decision **others, size_t *count, struct problem *problem)
{
    const struct register_filter everything = {0};
    size_t kept = 0;
    enum status status =
        register_decisions(desk->store, &everything, 0, MOST_OTHERS, arena, others, count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < *count; i++) {
        const struct register_decision *other = &(*others)[i];
        int order = date_compare(other->date, decision->date);
        bool is_earlier = order < 0 || (order == 0 && other->id < decision->id);
        if (other->id != decision->id && is_earlier == earlier &&
            strcmp(other->state, "retiree") != 0)
            (*others)[kept++] = *other;
    }
    *count = kept;
    return status;
}

static enum status forget_replaced(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    (void)value;
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < decision->replaces_count; i++)
        status = decision_set_replaced(gesture, decision->replaces[i].id, 0, problem);
    return status;
}

static enum status set_replaced(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_replaced(gesture, *(const int64_t *)value, decision->id, problem);
}

static enum status set_replacing(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_replaced(gesture, decision->id, *(const int64_t *)value, problem);
}

static void accept_other(
    struct screen *screen, struct desk *desk, const struct picker *picker, bool earlier)
{
    static const int64_t none = 0;
    struct reading reading;
    struct problem problem = {0};
    struct register_decision *others = NULL;
    struct buffer what = {0};
    size_t count = 0;
    size_t chosen = picker_focused(picker);
    if (!read_decision(screen, desk, &reading))
        return;
    const struct decision *decision = &reading.decision;
    if (load_others(desk, decision, earlier, &reading.arena, &others, &count, &problem) !=
        STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen == 0)
        change_now(desk, decision, earlier ? forget_replaced : set_replacing, &none,
            earlier ? "ne remplace rien" : "n'est pas remplacée");
    else if (chosen <= count) {
        buffer_append_format(&what, "%s %s", earlier ? "remplace" : "remplacée par",
            decision_name(&others[chosen - 1]));
        change_now(desk, decision, earlier ? set_replaced : set_replacing, &others[chosen - 1].id,
            buffer_text(&what));
    }
    buffer_clear(&what);
    arena_clear(&reading.arena);
}

static void accept_replaced(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    accept_other(screen, desk, picker, true);
}

static void accept_replacing(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    accept_other(screen, desk, picker, false);
}

static enum status offer_others(
    struct desk *desk, const struct decision *decision, bool earlier, struct problem *problem)
{
    static const struct pick picks[] = {{accept_replacing}, {accept_replaced}};
    struct arena arena = {0};
    struct register_decision *others = NULL;
    size_t count = 0;
    enum status status = load_others(desk, decision, earlier, &arena, &others, &count, problem);
    struct picker_choice *choices = arena_array(&arena, count + 1, sizeof *choices);
    if (status == STATUS_DONE && choices == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE && choices != NULL) {
        choices[0] = (struct picker_choice){.reference = "",
            .label = earlier ? "Ne remplace aucune décision" : "N'est pas remplacée"};
        for (size_t i = 0; i < count; i++)
            choices[i + 1] = (struct picker_choice){
                .reference = decision_name(&others[i]), .label = others[i].text};
        desk_pick(desk, &picks[earlier],
            earlier ? "Quelle décision remplace-t-elle ?"
                    : "Par quelle décision est-elle remplacée ?",
            choices, count + 1, false);
    }
    arena_clear(&arena);
    return status;
}

static void pick_other(struct desk *desk, const struct decision *decision, bool earlier)
{
    struct problem problem = {0};
    if (offer_others(desk, decision, earlier, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

void decision_pick_replaced(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    pick_other(desk, &reading.decision, true);
    arena_clear(&reading.arena);
}

void decision_pick_replacing(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    pick_other(desk, &reading.decision, false);
    arena_clear(&reading.arena);
}

// What the one picker offers. An outcome is its code.
enum choice_kind { CHOOSE_OUTCOME, CHOOSE_EXECUTED, CHOOSE_WITHDRAWN, CHOOSE_OTHER };

struct choice {
    enum choice_kind kind;
    const char *outcome;
    void (*run)(struct screen *screen, struct desk *desk, struct follow *follow);
    const char *label;
};

static const struct choice others_choices[] = {
    {CHOOSE_OTHER, NULL, decision_ask_reason, "Motif…"},
    {CHOOSE_OTHER, NULL, decision_ask_review, "À revoir le…"},
    {CHOOSE_OTHER, NULL, decision_pick_replaced, "Remplace une décision…"},
    {CHOOSE_OTHER, NULL, decision_pick_replacing, "Est remplacée par…"},
    {CHOOSE_OTHER, NULL, decision_pick_accord, "Accord des signataires…"},
    {CHOOSE_OTHER, NULL, decision_ask_number, "Numéro de délibération…"},
};

static size_t outcome_choices(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    const char *outcomes[DECISION_OUTCOMES];
    size_t count = decision_outcomes(&decision->power, outcomes);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){
            CHOOSE_OUTCOME, outcomes[i], NULL, workflow_label(&decision_workflow, outcomes[i])};
    return count;
}

static size_t sealed_choices(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    choices[0] = (struct choice){CHOOSE_EXECUTED, NULL, NULL,
        decision->executed_on.precision == DATE_NONE ? "exécutée" : "pas encore exécutée"};
    choices[1] = (struct choice){CHOOSE_WITHDRAWN, NULL, NULL, "retirée"};
    return 2;
}

static size_t choices_of(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    size_t count = decision_is_sealed(decision) ? sealed_choices(decision, choices)
                                                : outcome_choices(decision, choices);
    bool council = decision_is_for_council(decision);
    for (size_t i = 0; i < sizeof others_choices / sizeof others_choices[0]; i++)
        if (council || others_choices[i].run != decision_ask_number)
            choices[count++] = others_choices[i];
    return count;
}

static void choose_outcome(
    struct screen *screen, struct desk *desk, const struct decision *decision, const char *outcome)
{
    if (decision_outcome_has_reserve(outcome))
        ask(screen, desk, ASK_RESERVE, decision, decision->reserve);
    else if (strcmp(decision->outcome, outcome) == 0)
        desk_say(desk, "Elle l'est déjà : %s.", workflow_label(&decision_workflow, outcome));
    else
        change_now(
            desk, decision, set_outcome, outcome, workflow_label(&decision_workflow, outcome));
}

static void accept_choice(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    struct choice choices[MOST_CHOICES];
    struct reading reading;
    size_t chosen = picker_focused(picker);
    if (!read_decision(screen, desk, &reading))
        return;
    const struct decision *decision = &reading.decision;
    if (chosen < choices_of(decision, choices)) {
        const struct choice *choice = &choices[chosen];
        if (choice->kind == CHOOSE_OUTCOME)
            choose_outcome(screen, desk, decision, choice->outcome);
        else if (choice->kind == CHOOSE_EXECUTED)
            execute(desk, decision);
        else if (choice->kind == CHOOSE_WITHDRAWN)
            ask(screen, desk, ASK_WITHDRAWAL, decision, "");
        else
            choice->run(screen, desk, follow);
    }
    arena_clear(&reading.arena);
}

void decision_pick(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_choice};
    struct choice choices[MOST_CHOICES];
    struct picker_choice shown[MOST_CHOICES] = {{0}};
    struct reading reading;
    if (!read_decision(screen, desk, &reading))
        return;
    const struct decision *decision = &reading.decision;
    size_t count = choices_of(decision, choices);
    bool sealed = decision_is_sealed(decision);
    for (size_t i = 0; i < count; i++) {
        bool now =
            choices[i].kind == CHOOSE_OUTCOME && strcmp(choices[i].outcome, decision->outcome) == 0;
        shown[i] = (struct picker_choice){
            .reference = "", .label = choices[i].label, .aside = now ? "actuellement" : NULL};
    }
    desk_pick(desk, &pick, sealed ? "Que devient cette décision ?" : "Que décide-t-on ?", shown,
        count, false);
    arena_clear(&reading.arena);
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

static enum status change_loaded(struct desk *desk, int64_t subject, decision_change *change_it,
    const void *value, const char *what, struct problem *problem)
{
    struct arena arena = {0};
    struct decision decision;
    enum status status = decision_load(desk->store, subject, &arena, &decision, problem);
    if (status == STATUS_DONE)
        status = change(desk, &decision, change_it, value, what, problem);
    arena_clear(&arena);
    return status;
}

static enum status set_reserve(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_outcome(gesture, decision->id, "adoptee-avec-reserve", value, problem);
}

static enum status accept_reserve(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return change_loaded(desk, subject, set_reserve, text, "adoptée avec réserve", problem);
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
    return change_loaded(desk, subject, withdraw, text, "retirée", problem);
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
    return change_loaded(desk, subject, set_reason, text, "motivée", problem);
}

static enum status set_review(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_review(gesture, decision->id, *(const struct date *)value, problem);
}

static void understand_review(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct french_date_context context = {.from = desk_today(desk)};
    struct date date = {0};
    enum french_date_found found = french_date_read(text, &context, &date);
    if (found == FRENCH_DATE_READ && date.precision == DATE_NONE)
        buffer_append(out, "Jamais");
    else if (found == FRENCH_DATE_READ)
        date_long(out, date);
    else
        buffer_append(out, found == FRENCH_DATE_IMPOSSIBLE
                               ? "Cette date n'existe pas."
                               : "Une date : 30/04, dans 6 mois, juin 2027…");
}

static enum status accept_review(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct french_date_context context = {.from = desk_today(desk)};
    struct date date = {0};
    struct buffer what = {0};
    if (french_date_read(text, &context, &date) != FRENCH_DATE_READ)
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas une date : écrivez par exemple 30/04 ou dans 6 mois.", text);
    buffer_append(&what, date.precision == DATE_NONE ? "plus à revoir" : "à revoir ");
    date_short(&what, date);
    enum status status =
        change_loaded(desk, subject, set_review, &date, buffer_text(&what), problem);
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
        change_loaded(desk, subject, set_number, text, buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

const struct question decision_questions[] = {
    [ASK_RESERVE] = {.purpose = "reserve",
        .correction = true,
        .describe = describe_reserve,
        .accept = accept_reserve},
    [ASK_WITHDRAWAL] = {.purpose = "retrait",
        .correction = true,
        .describe = describe_withdrawal,
        .accept = accept_withdrawal},
    [ASK_REASON] = {.purpose = "motif-decision",
        .correction = true,
        .describe = describe_reason,
        .accept = accept_reason},
    [ASK_REVIEW] = {.purpose = "a-revoir",
        .correction = true,
        .describe = describe_review,
        .understand = understand_review,
        .accept = accept_review},
    [ASK_NUMBER] = {.purpose = "deliberation",
        .correction = true,
        .describe = describe_number,
        .accept = accept_number},
};
