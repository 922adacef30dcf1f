// SPDX-License-Identifier: GPL-3.0-or-later
// A mandate as one line that a person types and corrects:
//
//     membre, voix délibérative, du 01/01/2024 au 31/12/2028
//     supplée Prénom Nom, depuis le 12/03/2026
//
// Its parts stand between commas, in any order, each optional. Without a role it is a member;
// without a voice, that of the role. «suppléante de Prénom Nom» is read as well.
#ifndef GREFFE_RULES_MANDATE_LINE_H
#define GREFFE_RULES_MANDATE_LINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "text/date.h"

struct mandate_role {
    const char *code;  // `presidence`
    const char *label; // «présidence»
    const char *voice; // the one it has where nothing is said
};

// In the order of a list of members; ends with a NULL code.
extern const struct mandate_role mandate_roles[];

// NULL for an unknown one.
const struct mandate_role *mandate_role_of(const char *code);

// «voix délibérative», «voix consultative», «sans voix»; NULL for an unknown code.
const char *mandate_voice_label(const char *code);

// The code of a role or of a voice as people say it, case, accents and gender aside:
// «Présidente», «co-président», «Secrétaire», «Invitée»; «voix délibérative», «consultatif»,
// «sans voix», «aucune». NULL for another text.
const char *mandate_role_read(const char *text);
const char *mandate_voice_read(const char *text);

// Says a mandate and could not be somebody's function: «suppléante de la directrice», «voix
// consultative», «présidence».
bool mandate_part_is(const char *part);

// «01/01/2024», «janvier 2024», «2024-01-01»: a date that stands by itself, with its year. False
// for another text.
bool mandate_date_read(const char *text, struct date *date);

// All borrowed. Dates without a day are those of their first day (`starts`) or last day (`ends`).
struct mandate_line {
    const char *role, *voice; // codes
    const char *principal;    // whose substitute; NULL for none
    struct date starts, ends; // DATE_NONE where nothing is said
};

// Texts are in `arena`. Refuses a part that is none of these, one said twice, a date that cannot
// be read.
enum status mandate_line_read(
    const char *text, struct arena *arena, struct mandate_line *line, struct problem *problem);

// The line that reads back as the same.
void mandate_line_write(struct buffer *out, const struct mandate_line *line);

// «depuis le 01/01/2024», «du 01/01/2024 au 31/12/2028», «jusqu'au 31/12/2028»; nothing without
// dates.
void mandate_dates_write(struct buffer *out, struct date starts, struct date ends);

#endif
