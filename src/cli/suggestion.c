// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/suggestion.h"

#include <string.h>

// A third of the letters may be wrong, and never more than two.
enum { LONGEST_WORD = 32, FARTHEST = 2, LETTERS_A_MISTAKE = 3 };

static size_t least(size_t first, size_t second, size_t third)
{
    size_t smaller = first < second ? first : second;
    return smaller < third ? smaller : third;
}

size_t letters_between(const char *left, const char *right)
{
    size_t left_length = strlen(left);
    size_t right_length = strlen(right);
    if (left_length > LONGEST_WORD || right_length > LONGEST_WORD)
        return left_length + right_length;
    // The distances from what is read of `left` to each beginning of `right`.
    size_t distances[LONGEST_WORD + 1];
    for (size_t i = 0; i <= right_length; i++)
        distances[i] = i;
    for (size_t i = 1; i <= left_length; i++) {
        size_t diagonal = distances[0];
        distances[0] = i;
        for (size_t k = 1; k <= right_length; k++) {
            size_t changed = diagonal + (left[i - 1] == right[k - 1] ? 0 : 1);
            diagonal = distances[k];
            distances[k] = least(changed, distances[k] + 1, distances[k - 1] + 1);
        }
    }
    return distances[right_length];
}

const char *suggestion_for(const char *word, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    size_t shortest = FARTHEST + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = letters_between(word, names[i]);
        if (distance < shortest && distance * LETTERS_A_MISTAKE <= strlen(names[i])) {
            nearest = names[i];
            shortest = distance;
        }
    }
    return nearest;
}
