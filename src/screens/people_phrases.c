// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/people_phrases.h"

#include <string.h>

#include "rules/mandate_line.h"
#include "rules/person_line.h"
#include "text/french_count.h"

// The words up to what explains them.
static void append_short(struct buffer *out, enum committee_rule rule, const char *code)
{
    struct buffer words = {0};
    committee_rule_words(&words, rule, code);
    const char *explained = strpbrk(buffer_text(&words), ";:");
    if (explained != NULL && explained > buffer_text(&words))
        buffer_truncate(&words, (size_t)(explained - buffer_text(&words)) - 1);
    buffer_append(out, buffer_text(&words));
    buffer_clear(&words);
}

// What is usual is not said.
void phrase_rules(struct buffer *out, const struct committee_rules *rules)
{
    static const struct {
        enum committee_rule rule;
        const char *before;
        const char *usual, *said; // the code that is said otherwise, and how; NULL: nothing
    } parts[] = {
        {COMMITTEE_MAJORITY, "", NULL, NULL},
        {COMMITTEE_QUORUM, "quorum : ", "aucun", "sans quorum"},
        {COMMITTEE_CASTING_VOTE, "voix prépondérante : ", "0", NULL},
        {COMMITTEE_APPROVAL_DAYS, "approbation ", "", NULL},
        {COMMITTEE_CALL_WORD, "", NULL, NULL},
        {COMMITTEE_PROXIES, "", "1", NULL},
        {COMMITTEE_NUMBERING, "points ", "1", NULL},
    };
    committee_authority_words(out, rules->authority, rules->next_code);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *code = rules->values[parts[i].rule];
        bool usual = parts[i].usual != NULL && strcmp(code, parts[i].usual) == 0;
        if (usual && parts[i].said == NULL)
            continue;
        buffer_append_format(out, " · %s", usual ? parts[i].said : parts[i].before);
        if (!usual)
            append_short(out, parts[i].rule, code);
    }
}

void phrase_members(struct buffer *out, const struct committee_rules *rules)
{
    french_count(out, rules->members, "membre", "membres");
    if (rules->members > 0)
        buffer_append_format(out, ", dont %d à voix délibérative", rules->voices);
}

static void append_part(struct buffer *out, const char *before, const char *part)
{
    if (part != NULL && part[0] != '\0')
        buffer_append_format(out, "%s%s", out->length > 0 ? before : "", part);
}

void phrase_origin(struct buffer *out, const struct member *mandate)
{
    struct buffer origin = {0};
    append_part(&origin, ", ", mandate->function);
    append_part(&origin, ", ", mandate->organisation_code);
    buffer_append(out, buffer_text(&origin));
    buffer_clear(&origin);
}

static void append_role(struct buffer *out, const struct member *mandate)
{
    const struct mandate_role *role = mandate_role_of(mandate->role);
    buffer_append(out, role == NULL ? mandate->role : role->label);
    const char *voice = mandate_voice_label(mandate->voice);
    if (role != NULL && voice != NULL && strcmp(role->voice, mandate->voice) != 0)
        buffer_append_format(out, ", %s", voice);
}

void phrase_seat(struct buffer *out, const struct member *mandate)
{
    if (mandate->time != MANDATE_RUNS)
        mandate_dates_write(out,
            mandate->time == MANDATE_TO_COME ? mandate->starts : (struct date){0},
            mandate->time == MANDATE_OVER ? mandate->ends : (struct date){0});
    else if (mandate->principal != NULL)
        buffer_append_format(out, "supplée %s", mandate->principal);
    else
        append_role(out, mandate);
}

void phrase_mandate(struct buffer *out, const struct member *mandate)
{
    struct buffer text = {0};
    mandate_dates_write(&text, mandate->starts, mandate->ends);
    append_part(&text, " · ", mandate->function);
    append_part(&text, " · ", mandate->organisation_label);
    append_part(&text, ", collège ", mandate->college);
    append_part(&text, ", ", mandate->elected ? elected_word(mandate->civility) : NULL);
    buffer_append(&text, text.length > 0 ? " · " : "");
    append_role(&text, mandate);
    append_part(&text, ", supplée ", mandate->principal);
    buffer_append(out, buffer_text(&text));
    buffer_clear(&text);
}
