// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/kept_text.h"

#include <string.h>

#include "store/mask.h"

static void trim(struct buffer *buffer)
{
    static const char blanks[] = " \n";
    size_t length = buffer->length;
    while (length > 0 && strchr(blanks, buffer->bytes[length - 1]) != NULL)
        length--;
    buffer_truncate(buffer, length);
    buffer_splice(buffer, 0, strspn(buffer_text(buffer), blanks), "", 0);
}

enum status kept_text(struct arena *arena, const char *text, enum text_lines lines,
    const char **kept, struct problem *problem)
{
    struct buffer clean = {0};
    if (text != NULL)
        text_clean(&clean, text, strlen(text), lines);
    if (clean.length > 0)
        trim(&clean);
    const char *copy = buffer_failed(&clean) ? NULL : arena_copy(arena, buffer_text(&clean));
    buffer_clear(&clean);
    *kept = copy == NULL ? "" : copy;
    if (strstr(*kept, MASK_TEXT) != NULL)
        return problem_set(problem, STATUS_REFUSED,
            "Ce texte est masqué, pour l'écran projeté : ôtez le masque (Alt-M) avant de le"
            " changer.");
    return copy == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

enum status kept_text_or_null(
    struct arena *arena, const char *text, const char **kept, struct problem *problem)
{
    enum status status = kept_text(arena, text, TEXT_ONE_LINE, kept, problem);
    if (status == STATUS_DONE && (*kept)[0] == '\0')
        *kept = NULL;
    return status;
}
