// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/style.h"

#include <string.h>

static const char field_prefix[] = "champ-";

static const char *const keys[STYLE_COUNT] = {
    [STYLE_TEXT] = "texte",
    [STYLE_MUTED] = "discret",
    [STYLE_TITLE] = "titre",
    [STYLE_STATUS] = "etat",
    [STYLE_RULE] = "filet",
    [STYLE_RULE_FOCUS] = "filet-actif",
    [STYLE_FOCUS] = "ligne-active",
    [STYLE_MARKED] = "marque",
    [STYLE_KEY] = "touche",
    [STYLE_KEY_LABEL] = "touche-sens",
    [STYLE_MESSAGE] = "message",
    [STYLE_PROBLEM] = "refus",
    [STYLE_UNDERSTOOD] = "compris",
    [STYLE_LATE] = "retard",
    [STYLE_DONE] = "termine",
    [STYLE_CURRENT] = "en-cours",
    [STYLE_PROVISIONAL] = "provisoire",
    [STYLE_HOUR] = "heure",
    [STYLE_NOTE] = "note",
    [STYLE_INFORMATION] = "information",
    [STYLE_QUESTION] = "question",
    [STYLE_DECISION] = "decision",
    [STYLE_TASK] = "tache",
    [STYLE_PRIVATE] = "privee",
    [STYLE_PROMPT] = "invite",
    [STYLE_DOUBT] = "doute",
    [STYLE_FIELD_TRANSVERSAL] = "champ-transversal",
    [STYLE_FIELD_PETITE_ENFANCE] = "champ-petite-enfance",
    [STYLE_FIELD_ENFANCE] = "champ-enfance",
    [STYLE_FIELD_JEUNESSE] = "champ-jeunesse",
    [STYLE_FIELD_PARENTALITE] = "champ-parentalite",
    [STYLE_FIELD_ANIMATION] = "champ-animation",
    [STYLE_FIELD_LOGEMENT] = "champ-logement",
    [STYLE_FIELD_INCLUSION] = "champ-inclusion",
    [STYLE_FIELD_OTHER] = "champ-autre",
};

const char *style_key(enum style style)
{
    return keys[style];
}

enum style style_of_field(const char *code)
{
    for (int style = STYLE_FIELD_TRANSVERSAL; style <= STYLE_FIELD_INCLUSION; style++)
        if (strcmp(keys[style] + strlen(field_prefix), code) == 0)
            return (enum style)style;
    return STYLE_FIELD_OTHER;
}
