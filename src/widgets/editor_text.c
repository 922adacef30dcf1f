// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_text.h"

const char *editor_text(const struct editor *editor)
{
    return buffer_text(&editor->text);
}

bool editor_is_empty(const struct editor *editor)
{
    return editor->text.length == 0;
}
