// SPDX-License-Identifier: GPL-3.0-or-later
// A person as one line that is typed and corrected:
//
//     Mme Prénom Nom, directrice de la petite enfance, ville
//     M. Prénom Nom, adjoint, chargé de la jeunesse, ville, élu
//
// First the name, with its civility; «élu» or «élue» ends the line or is not there; the part
// before it is the organisation where it is one's code or name; all between is the function.
#ifndef GREFFE_RULES_PERSON_LINE_H
#define GREFFE_RULES_PERSON_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/entry_fact.h"

struct person_line {
    const char *civility; // NULL for none
    const char *name;
    const char *function; // NULL for none
    int64_t organisation; // 0 for none
    bool elected;
};

// «Mme», «M.», «Madame», «Dr»…: the length of the civility that begins `text`, 0 for none.
size_t civility_length(const char *text);

// By civility: of «Mme» and her like adjectives take an e. NULL is allowed.
bool civility_is_feminine(const char *civility);

// «élu», «élue».
const char *elected_word(const char *civility);

// Where the person ends in a line that says the mandate behind: at the comma before «suppléante de
// la directrice, voix consultative»; at the end of the text where no mandate is said.
size_t person_line_end(const char *text);

// Texts are in `arena`. `names` are those of the directory. Refuses a line without a name, one
// whose name is only a civility, and one that says a mandate.
enum status person_line_read(const char *text, const struct directory *names, struct arena *arena,
    struct person_line *line, struct problem *problem);

// The line that reads back as the same; `organisation` is the code, NULL for none.
void person_line_write(
    struct buffer *out, const struct person_line *line, const char *organisation);

#endif
