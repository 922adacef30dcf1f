// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_check.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/french_count.h"
#include "text/french_keyboard.h"

static const char *const count_names[3] = {"de voix pour", "de voix contre", "d'abstentions"};

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " ");
}

static enum status read_count(
    const char *text, const char *name, int *count, struct problem *problem)
{
    const char *start = skip_blanks(text);
    size_t digits = strspn(start, "0123456789");
    int number = 0;
    if (*start == '-' && start[1] != '\0' && strspn(start + 1, "0123456789 ") == strlen(start + 1))
        return problem_set(problem, STATUS_REFUSED,
            "Le nombre %s ne peut pas être négatif : tapez 0 ou plus.", name);
    if (digits == 0 || *skip_blanks(start + digits) != '\0')
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un nombre %s : tapez des chiffres, ou laissez vide.", text, name);
    for (size_t i = 0; i < digits && number <= BALLOT_COUNT_MAX; i++)
        number = number * 10 + (start[i] - '0');
    if (number > BALLOT_COUNT_MAX)
        return problem_set(problem, STATUS_REFUSED, "Le nombre %s va jusqu'à %d : corrigez «%s».",
            name, BALLOT_COUNT_MAX, text);
    *count = number;
    return STATUS_DONE;
}

enum status ballot_counts_read(
    const char *const texts[3], struct ballot_counts *counts, struct problem *problem)
{
    int numbers[3] = {0};
    bool given = false;
    for (int i = 0; i < 3; i++) {
        if (texts[i] == NULL || *skip_blanks(texts[i]) == '\0')
            continue;
        enum status status = read_count(texts[i], count_names[i], &numbers[i], problem);
        if (status != STATUS_DONE)
            return status;
        given = true;
    }
    if (!given)
        return problem_set(problem, STATUS_REFUSED,
            "Aucun nombre n'est donné : tapez au moins les voix pour, contre ou les abstentions.");
    *counts = (struct ballot_counts){numbers[0], numbers[1], numbers[2]};
    return STATUS_DONE;
}

// Cuts `line` at its blanks.
static size_t cut_words(char *line, const char *words[], size_t most)
{
    static const char between[] = " ,;";
    size_t count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(line, between, &rest); word != NULL && count < most;
         word = strtok_r(NULL, between, &rest))
        words[count++] = word;
    return count;
}

enum status ballot_counts_read_line(
    const char *line, struct ballot_counts *counts, struct problem *problem)
{
    enum { NUMBERS = 3 };
    const char *words[NUMBERS + 1] = {NULL};
    struct buffer numbers = {0};
    french_keyboard_numbers(&numbers, line);
    char *text = buffer_take(&numbers);
    enum status status = STATUS_DONE;
    if (text == NULL && line[0] != '\0')
        return problem_set_no_memory(problem);
    if (text != NULL && cut_words(text, words, NUMBERS + 1) > NUMBERS)
        status = problem_set(problem, STATUS_REFUSED,
            "Trois nombres suffisent : les voix pour, contre, et les abstentions.");
    else
        status = ballot_counts_read(words, counts, problem);
    free(text);
    return status;
}

static enum status check_voters(const struct ballot *ballot, int present, struct problem *problem)
{
    if (present <= 0)
        return problem_set(problem, STATUS_REFUSED,
            "Aucun membre qui vote n'est présent : notez d'abord les présences, puis le vote.");
    if (ballot->voters <= 0)
        return problem_set(problem, STATUS_REFUSED,
            "Personne ne vote à ce point : vérifiez les présences et les déports.");
    return STATUS_DONE;
}

static enum status check_range(const struct ballot *ballot, struct problem *problem)
{
    const int counts[3] = {
        ballot->counts.in_favour, ballot->counts.against, ballot->counts.abstentions};
    for (int i = 0; i < 3; i++) {
        if (counts[i] < 0 || counts[i] > BALLOT_COUNT_MAX)
            return problem_set(problem, STATUS_REFUSED,
                "Le nombre %s ne peut pas être %d : donnez un nombre de 0 à %d.", count_names[i],
                counts[i], BALLOT_COUNT_MAX);
    }
    if (ballot_cast(ballot) == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Aucune voix n'est comptée : donnez les voix pour, contre et les abstentions.");
    return STATUS_DONE;
}

static enum status refuse_too_many(const struct ballot *ballot, int shared, struct problem *problem)
{
    struct buffer sentence = {0};
    french_count(&sentence, ballot_cast(ballot) + shared, "voix comptée", "voix comptées");
    buffer_append(&sentence, " pour ");
    french_count(&sentence, ballot->voters, "votant", "votants");
    if (shared > 0)
        buffer_append_format(&sentence, ", dont %d aux autres scrutins de ce point", shared);
    enum status status =
        buffer_failed(&sentence)
            ? problem_set_no_memory(problem)
            : problem_set(problem, STATUS_REFUSED, "%s : corrigez les nombres ou les présences.",
                  buffer_text(&sentence));
    buffer_clear(&sentence);
    return status;
}

enum status ballot_check(
    const struct ballot *ballot, int present, int shared, struct problem *problem)
{
    enum status status = check_voters(ballot, present, problem);
    if (status != STATUS_DONE || ballot->consensus)
        return status;
    status = check_range(ballot, problem);
    if (status == STATUS_DONE && ballot_cast(ballot) > ballot->voters - shared)
        status = refuse_too_many(ballot, shared, problem);
    return status;
}
