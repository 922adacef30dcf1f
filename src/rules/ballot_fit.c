// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_fit.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/fold.h"

enum { WORD_SIZE = 24, CHOICES = BALLOT_ABSTENTION + 1 };

// A word of the folded sentence, or a mark of punctuation.
struct word {
    char text[WORD_SIZE]; // empty where the sentence ends; cut where it is too long to matter
};

struct sentence {
    const char *text;   // folded
    const char *place;  // behind the last word read
    struct word before; // the two words before it
    struct word earlier;
    bool counts;             // a number was given
    bool speaks_of[CHOICES]; // of the voices for, against, the abstentions
};

static bool is_of_word(char byte)
{
    return byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (unsigned char)byte >= 0x80;
}

// Blanks and apostrophes part words; other punctuation is a word of its own.
static struct word next_word(const char **place)
{
    struct word word = {""};
    *place += strspn(*place, " '");
    const char *start = *place;
    while (is_of_word(**place))
        ++*place;
    if (*place == start && **place != '\0')
        ++*place;
    size_t length = (size_t)(*place - start);
    memcpy(word.text, start, length < WORD_SIZE ? length : WORD_SIZE - 1);
    return word;
}

static bool is_one_of(const char *word, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0)
            return true;
    }
    return false;
}

#define IS_ONE_OF(word, words) is_one_of((word), (words), sizeof(words) / sizeof((words)[0]))

static bool read_number(const char *word, int *number)
{
    static const char *const none[] = {"aucun", "aucune", "zero", "sans", "nulle"};
    static const char *const words[] = {"", "un", "deux", "trois", "quatre", "cinq", "six", "sept",
        "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept",
        "dix-huit", "dix-neuf", "vingt"};
    size_t digits = strspn(word, "0123456789");
    if (digits > 0 && word[digits] == '\0' && digits < 9)
        *number = atoi(word);
    else if (IS_ONE_OF(word, none))
        *number = 0;
    else if (strcmp(word, "une") == 0)
        *number = 1;
    else {
        size_t i = 1;
        while (i < sizeof words / sizeof words[0] && strcmp(words[i], word) != 0)
            i++;
        *number = (int)i;
        return i < sizeof words / sizeof words[0];
    }
    return true;
}

static bool read_choice(const char *word, enum ballot_choice *choice)
{
    static const struct {
        const char *word;
        enum ballot_choice choice;
    } words[] = {
        {"pour", BALLOT_FOR},
        {"favorable", BALLOT_FOR},
        {"favorables", BALLOT_FOR},
        {"contre", BALLOT_AGAINST},
        {"defavorable", BALLOT_AGAINST},
        {"defavorables", BALLOT_AGAINST},
        {"opposition", BALLOT_AGAINST},
        {"oppositions", BALLOT_AGAINST},
        {"abstention", BALLOT_ABSTENTION},
        {"abstentions", BALLOT_ABSTENTION},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i].word, word) == 0) {
            *choice = words[i].choice;
            return true;
        }
    }
    return false;
}

// «9 voix pour», «une abstention», «2 contre», from the number on; the place moves behind it.
static bool read_number_first(
    const char *word, const char **place, enum ballot_choice *choice, int *number)
{
    static const char *const units[] = {
        "voix", "vote", "votes", "suffrage", "suffrages", "exprimes", "votants", "membres"};
    if (!read_number(word, number))
        return false;
    const char *ahead = *place;
    struct word next = next_word(&ahead);
    while (IS_ONE_OF(next.text, units))
        next = next_word(&ahead);
    if (!read_choice(next.text, choice))
        return false;
    *place = ahead;
    return true;
}

// «pour : 9», from the choice on.
static bool read_choice_first(
    const char *word, const char **place, enum ballot_choice *choice, int *number)
{
    if (!read_choice(word, choice))
        return false;
    const char *ahead = *place;
    struct word mark = next_word(&ahead);
    struct word next = next_word(&ahead);
    if ((*mark.text != ':' && *mark.text != '=') || !read_number(next.text, number))
        return false;
    *place = ahead;
    return true;
}

// «À l'unanimité moins une voix» leaves the rest to the numbers.
static bool is_for_only(const struct ballot *ballot, const char *text)
{
    if (strstr(text, "unanimite moins") != NULL)
        return ballot_result(ballot) == BALLOT_ADOPTED;
    return ballot->counts.in_favour > 0 && ballot->counts.against == 0 &&
           (ballot->counts.abstentions == 0 || strstr(text, "exprime") != NULL);
}

static bool is_consensus(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot->consensus;
}

static bool is_adopted(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot_result(ballot) == BALLOT_ADOPTED;
}

static bool is_rejected(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot_result(ballot) == BALLOT_REJECTED;
}

static bool is_even(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot_is_even(ballot);
}

static bool is_decided_by_chair(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot_is_decided_by_chair(ballot);
}

static bool is_secret(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot->mode == BALLOT_SECRET;
}

static bool is_not_expressed(const struct ballot *ballot, const char *text)
{
    (void)text;
    return ballot_expressed(ballot) == 0;
}

// What a word says of the ballot; only behind `before`, where it has one.
struct claim {
    const char *before;
    const char *word;
    bool (*holds)(const struct ballot *ballot, const char *text);
};

static const struct claim claims[] = {
    {NULL, "unanimite", is_for_only},
    {NULL, "unanime", is_for_only},
    {NULL, "unanimement", is_for_only},
    {NULL, "consensus", is_consensus},
    {NULL, "adopte", is_adopted},
    {NULL, "adoptee", is_adopted},
    {NULL, "adoptes", is_adopted},
    {NULL, "adoptees", is_adopted},
    {NULL, "rejete", is_rejected},
    {NULL, "rejetee", is_rejected},
    {NULL, "rejetes", is_rejected},
    {NULL, "rejetees", is_rejected},
    {NULL, "partage", is_even},
    {NULL, "partagees", is_even},
    {NULL, "preponderante", is_decided_by_chair},
    {NULL, "secret", is_secret},
    {"aucun", "suffrage", is_not_expressed},
};

// «pas adoptée», «sans unanimité», «faute de consensus», «à défaut d'unanimité».
static bool is_negated(const struct sentence *sentence)
{
    static const char *const negations[] = {"pas", "non", "sans"};
    static const char *const lacks[] = {"pas", "faute", "defaut", "absence"};
    static const char *const links[] = {"de", "d"};
    return IS_ONE_OF(sentence->before.text, negations) ||
           (IS_ONE_OF(sentence->before.text, links) && IS_ONE_OF(sentence->earlier.text, lacks));
}

static bool claim_holds(
    const struct sentence *sentence, const char *word, const struct ballot *ballot)
{
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        const struct claim *claim = &claims[i];
        if (strcmp(claim->word, word) == 0 &&
            (claim->before == NULL || strcmp(claim->before, sentence->before.text) == 0))
            return claim->holds(ballot, sentence->text) != is_negated(sentence);
    }
    return true;
}

// What begins with that word does not contradict the ballot.
static bool word_holds(struct sentence *sentence, const char *word, const struct ballot *ballot)
{
    const int counts[CHOICES] = {
        ballot->counts.in_favour, ballot->counts.against, ballot->counts.abstentions};
    enum ballot_choice choice;
    int number;
    if (read_number_first(word, &sentence->place, &choice, &number) ||
        read_choice_first(word, &sentence->place, &choice, &number)) {
        sentence->counts = true;
        sentence->speaks_of[choice] = true;
        return counts[choice] == number;
    }
    if (read_choice(word, &choice))
        sentence->speaks_of[choice] = true;
    if (strncmp(word, "unanim", strlen("unanim")) == 0)
        sentence->speaks_of[BALLOT_FOR] = true;
    return claim_holds(sentence, word, ballot);
}

static bool speaks_of_all(const struct sentence *sentence, const struct ballot_counts *counts)
{
    return !sentence->counts ||
           ((sentence->speaks_of[BALLOT_FOR] || counts->in_favour == 0) &&
               (sentence->speaks_of[BALLOT_AGAINST] || counts->against == 0) &&
               (sentence->speaks_of[BALLOT_ABSTENTION] || counts->abstentions == 0));
}

static bool holds(const char *folded, const struct ballot *ballot)
{
    struct sentence sentence = {.text = folded, .place = folded};
    struct word word = next_word(&sentence.place);
    while (*word.text != '\0') {
        if (!word_holds(&sentence, word.text, ballot))
            return false;
        sentence.earlier = sentence.before;
        sentence.before = word;
        word = next_word(&sentence.place);
    }
    return speaks_of_all(&sentence, &ballot->counts);
}

bool ballot_sentence_fits(const char *sentence, const struct ballot *ballot)
{
    struct buffer folded = {0};
    text_fold(&folded, sentence);
    bool fits = !buffer_failed(&folded) && holds(buffer_text(&folded), ballot);
    buffer_clear(&folded);
    return fits;
}
