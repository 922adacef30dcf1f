// SPDX-License-Identifier: GPL-3.0-or-later
// Styles are named by what they mean; a theme says how each looks.
#ifndef GREFFE_SURFACE_STYLE_H
#define GREFFE_SURFACE_STYLE_H

enum style {
    STYLE_TEXT,        // texte
    STYLE_MUTED,       // discret: what is there but not looked for
    STYLE_TITLE,       // titre: the line that says where one is
    STYLE_STATUS,      // etat: the status line of a meeting
    STYLE_RULE,        // filet: rules around what is not in focus
    STYLE_RULE_FOCUS,  // filet-actif
    STYLE_FOCUS,       // ligne-active: the line under the cursor
    STYLE_MARKED,      // marque
    STYLE_KEY,         // touche, on the bar
    STYLE_KEY_LABEL,   // touche-sens
    STYLE_MESSAGE,     // message
    STYLE_PROBLEM,     // refus
    STYLE_UNDERSTOOD,  // compris: what was understood of the entry line
    STYLE_LATE,        // retard
    STYLE_DONE,        // termine
    STYLE_CURRENT,     // en-cours
    STYLE_PROVISIONAL, // provisoire
    STYLE_HOUR,        // heure
    STYLE_NOTE,        // note, and so on for the kinds of facts
    STYLE_INFORMATION,
    STYLE_QUESTION,
    STYLE_DECISION,
    STYLE_TASK,              // tache
    STYLE_PRIVATE,           // privee
    STYLE_PROMPT,            // invite
    STYLE_DOUBT,             // doute
    STYLE_FIELD_TRANSVERSAL, // champ-transversal, and one a field, by its code
    STYLE_FIELD_PETITE_ENFANCE,
    STYLE_FIELD_ENFANCE,
    STYLE_FIELD_JEUNESSE,
    STYLE_FIELD_PARENTALITE,
    STYLE_FIELD_ANIMATION,
    STYLE_FIELD_LOGEMENT,
    STYLE_FIELD_INCLUSION,
    STYLE_FIELD_OTHER, // champ-autre: a field that another town adds
    STYLE_COUNT,
};

// The key of a style in a theme's INI, as in the comments above (ASCII).
const char *style_key(enum style style);

// The style of a field by its code; STYLE_FIELD_OTHER for an unknown one.
enum style style_of_field(const char *code);

#endif
