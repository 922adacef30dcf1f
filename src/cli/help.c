// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "cli/help.h"

#include <string.h>

#include "rules/workflow.h"
#include "text/utf8.h"

enum { WIDTH = 80, MARGIN = 2, VERB_COLUMN = 22, OPTION_COLUMN = 32 };

// `out` stands at cell `margin` of its line; so do the lines that follow.
static void append_wrapped(struct buffer *out, const char *text, size_t margin)
{
    size_t length = strlen(text);
    size_t offset = 0;
    do {
        struct text_line line = text_wrap(text, length, offset, WIDTH - margin);
        if (offset > 0)
            buffer_append_repeated(out, " ", margin);
        buffer_append_bytes(out, text + offset, line.end - offset);
        buffer_append(out, "\n");
        offset = line.next;
    } while (offset < length);
}

// A term, and what it means from cell `column` on.
static void append_meaning(struct buffer *out, const char *term, const char *meaning, size_t column)
{
    size_t used = MARGIN + text_width(term);
    buffer_append_repeated(out, " ", MARGIN);
    buffer_append(out, term);
    if (used + MARGIN > column) {
        buffer_append(out, "\n");
        used = 0;
    }
    buffer_append_repeated(out, " ", column - used);
    append_wrapped(out, meaning, column);
}

static void append_verb(struct buffer *out, const struct verb *verb)
{
    struct buffer term = {0};
    buffer_append_format(&term, "%s%s%s", verb->name, *verb->words == '\0' ? "" : " ", verb->words);
    append_meaning(out, buffer_text(&term), verb->sentence, VERB_COLUMN);
    out->failed = out->failed || buffer_failed(&term);
    buffer_clear(&term);
}

static void append_option(struct buffer *out, const struct option_row *row)
{
    struct buffer term = {0};
    if (row->letter == 0)
        buffer_append(&term, "    ");
    else
        buffer_append_format(&term, "-%c, ", row->letter);
    buffer_append_format(&term, "--%s", row->name);
    if (row->value != NULL)
        buffer_append_format(&term, " %s", row->value);
    append_meaning(out, buffer_text(&term), row->sentence, OPTION_COLUMN);
    out->failed = out->failed || buffer_failed(&term);
    buffer_clear(&term);
}

static void append_options(struct buffer *out, const struct verb *verb)
{
    buffer_append(out, "\nOptions :\n");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (verb_takes(verb, (enum option_name)i))
            append_option(out, &option_rows[i]);
}

static void append_states(struct buffer *out, const struct workflow *states)
{
    buffer_append(out, "\nÉtats : ");
    struct buffer codes = {0};
    for (size_t i = 0; i < states->state_count; i++)
        buffer_append_format(&codes, "%s%s", i == 0 ? "" : ", ", states->states[i].code);
    append_wrapped(out, buffer_text(&codes), sizeof "États : " - 2);
    out->failed = out->failed || buffer_failed(&codes);
    buffer_clear(&codes);
}

static void append_explanation(struct buffer *out, const struct verb *verb)
{
    struct buffer text = {0};
    verb->explain(&text);
    buffer_append(out, "\n");
    append_wrapped(out, buffer_text(&text), 0);
    out->failed = out->failed || buffer_failed(&text);
    buffer_clear(&text);
}

void help_program(struct buffer *out, const struct verb_table *table)
{
    buffer_append(out,
        "Usage : greffe [FICHIER]\n"
        "        greffe VERBE [MOT]… [OPTION]…\n\n"
        "Le bureau du secrétariat d'une Convention territoriale globale ; sans verbe,\n"
        "l'application s'ouvre.\n\n"
        "Verbes :\n");
    for (size_t i = 1; i < table->count; i++)
        append_verb(out, &table->verbs[i]);
    append_options(out, &table->verbs[0]);
    buffer_append(out,
        "\n«greffe VERBE --help» donne les options d'un verbe.\n\n"
        "Le fichier est celui de --fichier, sinon de $GREFFE_FICHIER, sinon de\n"
        "greffe.ini, sinon ~/.local/share/greffe/convention.ctg, qui est fait la\n"
        "première fois.\n\n"
        "Code de sortie : 0 c'est fait ; 1 refusé ou inconnu ; 2 l'appel est à corriger ;\n"
        "3 pas de fichier utilisable ; 4 le système n'a pas pu.\n");
}

void help_verb(struct buffer *out, const struct verb *verb)
{
    buffer_append_format(out, "Usage : greffe %s%s%s [OPTION]…\n\n%s.\n", verb->name,
        *verb->words == '\0' ? "" : " ", verb->words, verb->sentence);
    append_options(out, verb);
    if (verb->list != NULL && verb->list->states != NULL)
        append_states(out, verb->list->states);
    if (verb->explain != NULL)
        append_explanation(out, verb);
}

void help_version(struct buffer *out)
{
    buffer_append(out, PACKAGE_STRING "\n");
}
