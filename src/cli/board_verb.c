// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/board_verb.h"

#include <stdlib.h>

#include "cli/filter_value.h"
#include "cli/list_verb.h"
#include "cli/message.h"
#include "documents/board.h"

enum { WIDTH_WITHOUT_TERMINAL = 80 };

static enum status read_filter(
    struct session *session, struct board_filter *filter, struct problem *problem)
{
    const char *axis = NULL;
    enum status status = STATUS_DONE;
    if (arguments_have(session->arguments, OPTION_FIELD))
        status = filter_value(session, &list_of_axes, OPTION_FIELD, &filter->field, problem);
    if (status == STATUS_DONE && arguments_have(session->arguments, OPTION_AXIS))
        status = filter_value(session, &list_of_axes, OPTION_AXIS, &axis, problem);
    if (axis != NULL)
        filter->axis = (int)strtol(axis, NULL, 10);
    return status;
}

static enum status append_text(struct buffer *out, struct session *session,
    const struct board_filter *filter, struct problem *problem)
{
    struct plan plan;
    struct local_time now = clock_local(&session->clock);
    size_t width = output_width();
    enum status status = plan_load(session->store, date_of_day(now.year, now.month, now.day), false,
        &session->arena, &plan, problem);
    if (status == STATUS_DONE)
        board_text(out, &plan, filter, width == 0 ? WIDTH_WITHOUT_TERMINAL : width);
    return status;
}

static enum status print(struct session *session, enum list_format format, struct problem *problem)
{
    struct board_filter filter = {0};
    struct buffer out = {0};
    enum status status = read_filter(session, &filter, problem);
    if (status == STATUS_DONE && format == LIST_TEXT)
        status = append_text(&out, session, &filter, problem);
    else if (status == STATUS_DONE)
        status = board_json(&out, session->store, &filter, &session->arena, problem);
    if (status == STATUS_DONE)
        status = output(&out, problem);
    buffer_clear(&out);
    return status;
}

enum status board_print(struct session *session, struct problem *problem)
{
    return print(session, LIST_TEXT, problem);
}

static enum status board_work(struct session *session, struct problem *problem)
{
    enum list_format format;
    enum status status = list_format_asked(session->arguments, &format, problem);
    if (status != STATUS_DONE)
        return status;
    bool flat = format == LIST_CSV || format == LIST_SPREADSHEET;
    return flat ? list_print(session, format, problem) : print(session, format, problem);
}

enum status board_verb(const struct arguments *arguments, struct problem *problem)
{
    enum list_format format; // before a file is made for a call that is wrong
    enum status status = list_format_asked(arguments, &format, problem);
    return status == STATUS_DONE ? session_run(arguments, board_work, problem) : status;
}
