// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/agenda_paste.h"

#include "store/agenda_import.h"
#include "text/french_count.h"

static void say(struct desk *desk, const struct agenda_lines *lines)
{
    struct buffer text = {0};
    if (lines->doubles == 0)
        return;
    french_count(&text, (int)lines->doubles, "ligne laissée", "lignes laissées");
    desk_say(
        desk, "%s : «%s» est déjà à l'ordre du jour.", buffer_text(&text), lines->first_double);
    buffer_clear(&text);
}

enum status agenda_paste_answer(
    struct desk *desk, int64_t meeting, int64_t first_id, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct agenda_lines lines = {0};
    struct buffer sentence = {0};
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = agenda_import(gesture, first_id, meeting, text, &arena, &lines, problem);
    french_count(&sentence, (int)lines.count, "point collé", "points collés");
    buffer_append(&sentence, " à l'ordre du jour");
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    if (status == STATUS_DONE)
        say(desk, &lines);
    buffer_clear(&sentence);
    arena_clear(&arena);
    return status;
}

void agenda_paste(struct desk *desk, int64_t meeting, const char *text, size_t length)
{
    struct buffer copy = {0};
    struct problem problem = {0};
    buffer_append_bytes(&copy, text, length);
    enum status status = buffer_failed(&copy)
                             ? problem_set_no_memory(&problem)
                             : agenda_paste_answer(desk, meeting, store_new_id(desk->store),
                                   buffer_text(&copy), &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    buffer_clear(&copy);
}
