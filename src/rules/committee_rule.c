// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/committee_rule.h"

#include <stdlib.h>
#include <string.h>

#include "rules/item_number.h"

static const struct committee_rule_choice quorums[] = {
    {"aucun", "aucun"},
    {"majorite", "plus de la moitié des voix délibératives"},
    {"par-college", "plus de la moitié des voix de chaque collège"},
};

static const struct committee_rule_choice majorities[] = {
    {"consensus", "par consensus ; un vote est à la majorité simple"},
    {"simple", "majorité simple : plus de pour que de contre"},
    {"absolue", "majorité absolue : plus de la moitié des suffrages exprimés"},
    {"deux-tiers", "majorité des deux tiers des suffrages exprimés"},
};

static const struct committee_rule_choice casting_votes[] = {
    {"0", "non"},
    {"1", "oui, quand une seule personne préside"},
};

static const struct committee_rule_choice proxies[] = {
    {"0", "aucun pouvoir"},
    {"1", "un pouvoir au plus par personne"},
};

static const struct committee_rule_choice approvals[] = {
    {"", "pas d'approbation tacite"},
};

static const struct committee_rule_choice call_words[] = {
    {"convocation", "convocation"},
    {"invitation", "invitation"},
};

static const struct committee_rule_choice numberings[] = {
    {"1", "1, 2, 2.1, 3"},
    {"I", "I, II, II.1, III"},
};

#define CHOICES(ROWS) .choices = (ROWS), .choice_count = sizeof(ROWS) / sizeof *(ROWS)

static const struct committee_rule_facts rules[COMMITTEE_RULE_COUNT] = {
    [COMMITTEE_QUORUM] = {.label = "Quorum",
        CHOICES(quorums),
        .question = "Nombre de présents qu'il faut",
        .low = 1,
        .high = 9999},
    [COMMITTEE_MAJORITY] = {.label = "Majorité", CHOICES(majorities)},
    [COMMITTEE_CASTING_VOTE] = {.label = "Voix prépondérante", CHOICES(casting_votes)},
    [COMMITTEE_PROXIES] = {.label = "Pouvoirs",
        CHOICES(proxies),
        .question = "Nombre de pouvoirs qu'une personne peut porter",
        .low = 0,
        .high = 99},
    [COMMITTEE_APPROVAL_DAYS] = {.label = "Approbation",
        CHOICES(approvals),
        .question = "Nombre de jours après l'envoi",
        .low = 1,
        .high = 366},
    [COMMITTEE_CALL_WORD] = {.label = "Mot de l'appel", CHOICES(call_words)},
    [COMMITTEE_NUMBERING] = {.label = "Numéros des points",
        CHOICES(numberings),
        .question = "Numéro du premier point, comme A-1 ou 2026/I",
        .other = "avec un préfixe…"},
};

const struct committee_rule_facts *committee_rule_facts(enum committee_rule rule)
{
    return &rules[rule];
}

static void append_number(struct buffer *out, enum committee_rule rule, const char *code)
{
    switch (rule) {
    case COMMITTEE_QUORUM:
        buffer_append_format(out, "%s présent%s", code, strcmp(code, "1") == 0 ? "" : "s");
        break;
    case COMMITTEE_PROXIES:
        buffer_append_format(out, "%s pouvoirs au plus par personne", code);
        break;
    case COMMITTEE_APPROVAL_DAYS:
        buffer_append_format(
            out, "tacite, %s jour%s après l'envoi", code, strcmp(code, "1") == 0 ? "" : "s");
        break;
    case COMMITTEE_NUMBERING:
        buffer_append(out, code);
        buffer_append(out, ", ");
        item_number_append(out, code, 2, 0);
        buffer_append(out, ", ");
        item_number_append(out, code, 2, 1);
        break;
    default:
        buffer_append(out, code);
        break;
    }
}

void committee_rule_words(struct buffer *out, enum committee_rule rule, const char *code)
{
    for (size_t i = 0; i < rules[rule].choice_count; i++) {
        if (strcmp(rules[rule].choices[i].code, code) == 0) {
            buffer_append(out, rules[rule].choices[i].words);
            return;
        }
    }
    append_number(out, rule, code);
}

// A number without sign, in its bounds.
static bool reads_number(
    const struct committee_rule_facts *facts, const char *text, size_t length, struct buffer *code)
{
    enum { MOST_DIGITS = 6 };
    if (facts->question == NULL || length == 0 || length > MOST_DIGITS ||
        strspn(text, "0123456789") < length)
        return false;
    long number = strtol(text, NULL, 10);
    if (number < facts->low || number > facts->high)
        return false;
    buffer_append_format(code, "%ld", number);
    return true;
}

static enum status refuse(
    const struct committee_rule_facts *facts, const char *text, struct problem *problem)
{
    struct buffer codes = {0};
    for (size_t i = 0; i < facts->choice_count; i++)
        buffer_append_format(&codes, "%s%s", codes.length > 0 ? ", " : "", facts->choices[i].code);
    if (facts->question != NULL)
        buffer_append_format(&codes, "%sun nombre de %d à %d", codes.length > 0 ? " ou " : "",
            facts->low, facts->high);
    enum status status = problem_set(problem, STATUS_REFUSED, "%s ne peut pas être «%s» : %s.",
        facts->label, text, buffer_text(&codes));
    buffer_clear(&codes);
    return status;
}

bool committee_invites(const char *call_word)
{
    return strcmp(call_word, "invitation") == 0;
}

enum status committee_rule_read(
    enum committee_rule rule, const char *text, struct buffer *code, struct problem *problem)
{
    const struct committee_rule_facts *facts = &rules[rule];
    const char *start = text + strspn(text, " ");
    size_t length = strlen(start);
    while (length > 0 && start[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < facts->choice_count; i++) {
        const char *choice = facts->choices[i].code;
        if (strlen(choice) == length && memcmp(choice, start, length) == 0) {
            buffer_append(code, choice);
            return buffer_failed(code) ? problem_set_no_memory(problem) : STATUS_DONE;
        }
    }
    if (rule == COMMITTEE_NUMBERING)
        return item_number_model_read(text, code, problem);
    if (!reads_number(facts, start, length, code))
        return refuse(facts, text, problem);
    return buffer_failed(code) ? problem_set_no_memory(problem) : STATUS_DONE;
}

void committee_authority_words(struct buffer *out, const char *authority, const char *next)
{
    if (strcmp(authority, "decide") == 0)
        buffer_append(out, "décide");
    else if (strcmp(authority, "delibere") == 0)
        buffer_append(out, "délibère, sous les numéros de la collectivité");
    else if (next == NULL)
        buffer_append(out, "propose");
    else
        buffer_append_format(out, "propose à %s", next);
}
