// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/half_typed.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "screens/places.h"

// What one keep gathers; the texts are borrowed, the places in the arena.
struct gathering {
    struct arena arena;
    struct draft *drafts;
    size_t count, capacity;
};

static void free_parked(struct parked *parked)
{
    free(parked->place);
    free(parked->text);
}

void half_typed_clear(struct half_typed *half)
{
    while (half->count > 0)
        half_typed_drop_last(half);
    free(half->parked);
    buffer_clear(&half->kept);
    *half = (struct half_typed){0};
}

void half_typed_drop_last(struct half_typed *half)
{
    if (half->count > 0)
        free_parked(&half->parked[--half->count]);
}

static bool make_room(struct half_typed *half)
{
    if (half->count < half->capacity)
        return true;
    size_t capacity = half->capacity * 2 + 4;
    struct parked *grown = realloc(half->parked, capacity * sizeof *grown);
    if (grown == NULL)
        return false;
    half->parked = grown;
    half->capacity = capacity;
    return true;
}

static bool park(struct half_typed *half, const struct draft *draft)
{
    struct parked parked = {*draft, strdup(draft->place), strdup(draft->text)};
    if (parked.place == NULL || parked.text == NULL || !make_room(half)) {
        free_parked(&parked);
        return false;
    }
    parked.draft.place = parked.place;
    parked.draft.text = parked.text;
    half->parked[half->count++] = parked;
    return true;
}

static void add_draft(struct gathering *gathering, const struct draft *draft)
{
    struct draft *grown = arena_grow(&gathering->arena, gathering->drafts, gathering->count,
        &gathering->capacity, sizeof *grown);
    if (grown == NULL)
        return;
    gathering->drafts = grown;
    gathering->drafts[gathering->count++] = *draft;
}

static void gather(
    struct gathering *gathering, const struct destination *place, const struct pending *pending)
{
    struct buffer words = {0};
    place_write(&words, place, pending->purpose, pending->subject);
    const char *kept = arena_copy(&gathering->arena, buffer_text(&words));
    buffer_clear(&words);
    if (kept != NULL)
        add_draft(gathering, &(struct draft){kept, pending->row, pending->correction, pending->text,
                                 pending->cursor});
}

static void gather_screen(struct gathering *gathering, const struct screen *screen)
{
    struct pending pending;
    for (size_t i = 0;
         screen->class->pending != NULL && screen->class->pending(screen, i, &pending); i++)
        if (pending.text[0] != '\0')
            gather(gathering, &screen->destination, &pending);
}

bool half_typed_park(struct half_typed *half, const struct screen *screen)
{
    struct gathering gathering = {0};
    gather_screen(&gathering, screen);
    bool parked = !gathering.arena.failed;
    for (size_t i = 0; i < gathering.count; i++)
        parked = park(half, &gathering.drafts[i]) && parked;
    arena_clear(&gathering.arena);
    return parked;
}

static bool belongs_to(const struct destination *place, const struct screen *screen)
{
    return place->place == screen->destination.place && place->level == screen->destination.level &&
           place->element == screen->destination.element;
}

static bool is_about(const struct draft *draft, const struct destination *wanted,
    const char *wanted_purpose, int64_t *subject)
{
    struct arena arena = {0};
    struct destination place;
    const char *purpose = NULL;
    bool found = place_read(draft->place, &arena, &place, &purpose, subject) &&
                 place.place == wanted->place && place.element == wanted->element &&
                 strcmp(purpose, wanted_purpose) == 0;
    arena_clear(&arena);
    return found;
}

bool half_typed_subject(const struct half_typed *half, const struct destination *place,
    const char *purpose, size_t index, int64_t *subject)
{
    for (size_t i = 0; i < half->count; i++)
        if (is_about(&half->parked[i].draft, place, purpose, subject) && index-- == 0)
            return true;
    return false;
}

static bool give_back(const struct draft *draft, struct screen *screen, struct desk *desk)
{
    struct arena arena = {0};
    struct destination place;
    struct pending pending = {.row = draft->row,
        .correction = draft->correction,
        .text = draft->text,
        .cursor = draft->cursor};
    bool given = place_read(draft->place, &arena, &place, &pending.purpose, &pending.subject) &&
                 belongs_to(&place, screen) && screen->class->resume(screen, desk, &pending);
    arena_clear(&arena);
    return given;
}

void half_typed_give_back(struct half_typed *half, struct screen *screen, struct desk *desk)
{
    size_t left = 0;
    if (screen->class->resume == NULL)
        return;
    for (size_t i = 0; i < half->count; i++) {
        if (give_back(&half->parked[i].draft, screen, desk))
            free_parked(&half->parked[i]);
        else
            half->parked[left++] = half->parked[i];
    }
    half->count = left;
}

static void gather_parked(struct gathering *gathering, const struct half_typed *half)
{
    for (size_t i = 0; i < half->count; i++)
        add_draft(gathering, &half->parked[i].draft);
}

static void gather_question(
    struct gathering *gathering, const struct screen *screen, const struct desk *desk)
{
    struct pending pending;
    if (desk->question != NULL && half_typed_now(screen, desk, &pending) && pending.text[0] != '\0')
        gather(gathering, &screen->destination, &pending);
}

static void describe(const struct gathering *gathering, struct buffer *out)
{
    for (size_t i = 0; i < gathering->count; i++) {
        const struct draft *draft = &gathering->drafts[i];
        buffer_append_format(out, "%s\n%" PRId64 " %zu %zu\n%s\n", draft->place, draft->row,
            draft->cursor, strlen(draft->text), draft->text);
    }
}

static enum status write_changes(struct half_typed *half, const struct gathering *gathering,
    const struct desk *desk, struct problem *problem)
{
    struct buffer now = {0};
    enum status status = STATUS_DONE;
    describe(gathering, &now);
    if (gathering->arena.failed || buffer_failed(&now))
        status = problem_set_no_memory(problem);
    else if (strcmp(buffer_text(&now), buffer_text(&half->kept)) != 0) {
        status = draft_save(desk->drafts, gathering->drafts, gathering->count, problem);
        buffer_reset(&half->kept);
        buffer_append(&half->kept, buffer_text(&now));
    }
    buffer_clear(&now);
    return status;
}

enum status half_typed_keep(struct half_typed *half, struct screen *const *stack, size_t depth,
    const struct desk *desk, struct problem *problem)
{
    struct gathering gathering = {0};
    gather_parked(&gathering, half);
    for (size_t i = 0; i < depth; i++)
        gather_screen(&gathering, stack[i]);
    gather_question(&gathering, stack[depth - 1], desk);
    enum status status = write_changes(half, &gathering, desk, problem);
    arena_clear(&gathering.arena);
    return status;
}

const struct draft *half_typed_take_up(struct half_typed *half, struct desk *desk)
{
    struct arena arena = {0};
    struct draft *left = NULL;
    size_t count = 0;
    if (draft_take_up(desk->drafts, &arena, &left, &count, NULL) != STATUS_DONE)
        count = 0;
    for (size_t i = 0; i < count; i++)
        park(half, &left[i]);
    arena_clear(&arena);
    return half->count == 0 ? NULL : &half->parked[half->count - 1].draft;
}

bool half_typed_now(const struct screen *screen, const struct desk *desk, struct pending *pending)
{
    bool found = false;
    if (desk->question != NULL) {
        *pending = (struct pending){
            .purpose = desk->question->purpose,
            .subject = desk->question_subject,
            .row = desk->question_row,
            .correction = desk->question->correction,
            .text = editor_text(&desk->prompt.editor),
            .cursor = desk->prompt.editor.cursor,
        };
        return true;
    }
    for (size_t i = 0; screen->class->pending != NULL && screen->class->pending(screen, i, pending);
         i++)
        found = true;
    return found;
}
