// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/register_view.h"

#include "screens/plan_phrases.h"

const struct register_view *register_view_of(const struct screen *screen)
{
    return (const struct register_view *)(const void *)screen;
}

struct register_filter register_view_filter(const struct screen *screen)
{
    return (struct register_filter){
        .level = screen->destination.level, .element = screen->destination.element};
}

enum status register_view_reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct register_view *view = (struct register_view *)screen;
    const struct destination *about = &screen->destination;
    view->today = desk_today(desk);
    buffer_reset(&view->about);
    phrase_subject(&view->about, desk->store, about->level, about->element);
    return paged_screen_reload(screen, desk, problem);
}

void register_view_title(const struct screen *screen, const char *name, struct buffer *left)
{
    const struct register_view *view = register_view_of(screen);
    buffer_append(left, name);
    if (view->about.length > 0)
        buffer_append_format(left, " › %s", buffer_text(&view->about));
}

void register_view_clear(struct screen *screen)
{
    struct register_view *view = (struct register_view *)screen;
    paged_screen_clear(screen);
    buffer_clear(&view->about);
}

bool register_view_element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    *level = screen->destination.level;
    *id = screen->destination.element;
    return *id != 0;
}
