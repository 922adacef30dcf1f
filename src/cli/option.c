// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option.h"

#include <stddef.h>

#include "base/clock.h"
#include "cli/list_format.h"
#include "replay/script.h"
#include "text/date.h"

static bool is_format(const char *value)
{
    enum list_format format;
    return list_format_read(value, &format);
}

static bool is_year(const char *value)
{
    struct date date;
    return date_read_iso(value, &date) && date.precision == DATE_YEAR;
}

static bool is_size(const char *value)
{
    int columns;
    int rows;
    return script_read_size(value, &columns, &rows);
}

static bool is_moment(const char *value)
{
    struct local_time moment;
    return local_time_read(value, &moment);
}

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_FILE] = {"fichier", 'f', "FICHIER", "le fichier de la convention", NULL},
    [OPTION_READ_ONLY] = {"lecture-seule", 0, NULL, "ne rien écrire dans le fichier", NULL},
    [OPTION_CONFIGURATION] = {"config", 0, "INI", "lire cette configuration", NULL},
    [OPTION_THEME] = {"theme", 0, "NOM", "nuit, jour, contraste, monochrome, ou un thème à vous",
        NULL},
    [OPTION_FORMAT] = {"format", 0, "texte|json|csv", "comment l'écrire ; texte sans cette option",
        is_format},
    [OPTION_SPREADSHEET] = {"tableur", 0, NULL, "csv qu'un tableur français ouvre tel quel", NULL},
    [OPTION_COMMITTEE] = {"instance", 0, "CODE", "de cette instance : COPIL, COTECH…", NULL},
    [OPTION_MEETING] = {"seance", 0, "REF",
        "de cette séance : COPIL-2026-03-12, ouverte, derniere ou prochaine", NULL},
    [OPTION_FIELD] = {"champ", 0, "CODE", "de ce champ : petite-enfance…", NULL},
    [OPTION_AXIS] = {"axe", 0, "N", "de cet axe", NULL},
    [OPTION_ACTION] = {"action", 0, "CODE", "de cette action : 6.1…", NULL},
    [OPTION_DECISION] = {"decision", 0, "NUMÉRO", "cette décision : COPIL-2026-012…", NULL},
    [OPTION_STATE] = {"etat", 0, "ÉTAT", "dans cet état", NULL},
    [OPTION_YEAR] = {"annee", 0, "AAAA", "de cette année", is_year},
    [OPTION_SINCE] = {"depuis", 0, "REF|DATE", "depuis cette séance ou cette date, comprise", NULL},
    [OPTION_CONVENTION] = {"convention", 0, "NOM|INI",
        "la convention à y mettre ; perpignan sans cette option", NULL},
    [OPTION_PROJECTION] = {"projection", 0, NULL,
        "masquer d'emblée ce qui est privé ou confidentiel", NULL},
    [OPTION_SIZE] = {"taille", 0, "80x24", "colonnes et lignes de l'écran", is_size},
    [OPTION_CLOCK] = {"horloge", 0, "2026-03-12T14:00", "l'heure qu'il est", is_moment},
    [OPTION_DRY_RUN] = {"essai", 0, NULL, "montrer ce qui changerait, sans rien écrire", NULL},
    [OPTION_HELP] = {"help", 'h', NULL, "cette aide", NULL},
    [OPTION_VERSION] = {"version", 0, NULL, "la version du programme", NULL},
};
