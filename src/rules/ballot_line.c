// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_line.h"

#include <string.h>

#include "rules/ballot_check.h"
#include "rules/ballot_sentence.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/french_keyboard.h"

static const struct value forms[] = {
    [BALLOT_FORM_COUNTS] = {"vote", "compté"},
    [BALLOT_FORM_UNANIMITY] = {"unanimite", "à l'unanimité"},
    [BALLOT_FORM_CONSENSUS] = {"consensus", "par consensus"},
};
const struct value_set ballot_form_values = {
    "manière de voter", forms, sizeof forms / sizeof forms[0]};

// Three numbers of at most four digits, parted by blanks.
static bool read_numbers(const char *text, struct ballot_counts *counts)
{
    enum { NUMBERS = 3, LONGEST = 4 };
    int numbers[NUMBERS] = {0};
    for (int i = 0; i < NUMBERS; i++) {
        size_t length = strspn(text, "0123456789");
        if (length == 0 || length > LONGEST)
            return false;
        for (size_t digit = 0; digit < length; digit++)
            numbers[i] = numbers[i] * 10 + (text[digit] - '0');
        text += length;
        if (i + 1 < NUMBERS && *text != ' ')
            return false;
        text += strspn(text, " ");
    }
    *counts = (struct ballot_counts){numbers[0], numbers[1], numbers[2]};
    return *text == '\0';
}

static bool read_form(const char *text, struct ballot_line *read)
{
    struct ballot_line line = {.form = BALLOT_FORM_COUNTS};
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length == strlen("unanimite") && strncmp(text, "unanimite", length) == 0)
        line.form = BALLOT_FORM_UNANIMITY;
    else if (length == strlen("consensus") && strncmp(text, "consensus", length) == 0)
        line.form = BALLOT_FORM_CONSENSUS;
    else if (!read_numbers(text, &line.counts))
        return false;
    *read = line;
    return true;
}

// What stands behind the sign; NULL without it.
static const char *behind_sign(const char *line)
{
    struct character character = character_at(line, strlen(line), 0);
    while (character.length > 0 && character_is_blank(character.code)) {
        line += character.length;
        character = character_at(line, strlen(line), 0);
    }
    return *line == '=' ? line + 1 : NULL;
}

bool ballot_line_read(const char *line, struct ballot_line *read)
{
    struct buffer numbers = {0};
    struct buffer folded = {0};
    const char *said = behind_sign(line);
    if (said == NULL)
        return false;
    french_keyboard_numbers(&numbers, said);
    text_fold(&folded, buffer_text(&numbers));
    const char *text = buffer_text(&folded);
    bool whole = !buffer_failed(&numbers) && !buffer_failed(&folded);
    bool is_one = whole && read_form(text + strspn(text, " "), read);
    buffer_clear(&numbers);
    buffer_clear(&folded);
    return is_one;
}

bool ballot_line_is_same(const struct ballot_line *left, const struct ballot_line *right)
{
    return left->form == right->form && left->counts.in_favour == right->counts.in_favour &&
           left->counts.against == right->counts.against &&
           left->counts.abstentions == right->counts.abstentions;
}

char *ballot_line_text(const struct ballot_line *line, struct arena *arena)
{
    if (line->form == BALLOT_FORM_COUNTS)
        return arena_format(arena, "= %d %d %d", line->counts.in_favour, line->counts.against,
            line->counts.abstentions);
    return arena_copy(arena, line->form == BALLOT_FORM_UNANIMITY ? "= unanimité" : "= consensus");
}

struct ballot ballot_of_line(const struct ballot_line *line, enum majority majority, int voters)
{
    if (line->form == BALLOT_FORM_UNANIMITY)
        return ballot_unanimous(majority, voters);
    return (struct ballot){
        .consensus = line->form == BALLOT_FORM_CONSENSUS,
        .majority = majority,
        .counts = line->form == BALLOT_FORM_COUNTS ? line->counts : (struct ballot_counts){0},
        .voters = voters,
    };
}

void ballot_line_explain(
    struct buffer *out, const struct ballot_line *line, const struct ballot_moment *moment)
{
    struct problem problem = {0};
    struct ballot ballot = ballot_of_line(line, moment->majority, moment->voters);
    ballot.mode = moment->mode;
    if (ballot_check(&ballot, moment->present, 0, &problem) == STATUS_DONE)
        ballot_sentence(out, &ballot);
    else
        buffer_append(out, problem.sentence);
}
