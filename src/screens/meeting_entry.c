// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_entry.h"

#include <string.h>

#include "rules/entry_completion.h"
#include "rules/entry_name.h"
#include "rules/workflow.h"
#include "screens/attendance_fallout.h"
#include "screens/meeting_completion.h"
#include "screens/meeting_correction.h"
#include "screens/meeting_drawing.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_phrases.h"
#include "screens/plan_links.h"
#include "store/item_add.h"
#include "store/record.h"
#include "text/french_count.h"
#include "text/utf8.h"
#include "widgets/editor_layout.h"

// A meeting without an agenda gets its item with its first record, in the same gesture.
static enum status item_for_records(
    struct meeting_view *view, struct desk *desk, struct gesture *gesture, struct problem *problem)
{
    if (view->item != 0)
        return STATUS_DONE;
    int64_t id = store_new_id(desk->store);
    enum status status =
        item_add(gesture, id, view->meeting.id, 0, 0, "Questions diverses", problem);
    if (status == STATUS_DONE && meeting_state_is(view->meeting.state, MEETING_OPEN))
        status = item_open(gesture, id, problem);
    if (status == STATUS_DONE)
        view->item = id;
    return status;
}

// What a line says: a fact, or who comes, leaves, steps aside.
struct line {
    bool is_presence;
    struct presence_line presence;
    struct entry fact;
};

// What a text of one or several lines holds, one fact a line.
struct facts {
    struct line *lines;
    size_t count;
    size_t empty; // lines of a sign alone, left out of several
};

static enum status read_line(const struct meeting_view *view, const char *text, struct arena *arena,
    struct line *line, struct problem *problem)
{
    line->is_presence =
        meeting_attendance_line(&view->attendance, text, NULL, arena, &line->presence);
    return line->is_presence ? STATUS_DONE
                             : entry_read(text, &view->context, arena, &line->fact, problem);
}

static enum status read_facts(const struct meeting_view *view, const char *text,
    struct arena *arena, struct facts *facts, struct problem *problem)
{
    size_t capacity = 0;
    bool several = strchr(text, '\n') != NULL;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *line = arena_format(arena, "%.*s", (int)length, text);
        struct line *grown =
            arena_grow(arena, facts->lines, facts->count, &capacity, sizeof *grown);
        if (line == NULL || grown == NULL)
            return problem_set_no_memory(problem);
        facts->lines = grown;
        text += length + (text[length] == '\n');
        if (line[strspn(line, " ")] == '\0')
            continue;
        // One empty bullet does not keep back all that was pasted with it.
        enum status status =
            read_line(view, line, arena, &grown[facts->count], several ? NULL : problem);
        if (status == STATUS_REFUSED && several)
            facts->empty++;
        else if (status == STATUS_DONE)
            facts->count++;
        else
            return several ? problem_set_no_memory(problem) : status;
    }
    if (facts->count > 0)
        return STATUS_DONE;
    return problem_set(
        problem, STATUS_REFUSED, "La ligne est vide : écrivez d'abord ce qui est dit.");
}

static enum status add_line(const struct meeting_view *view, struct gesture *gesture, int64_t id,
    const struct line *line, struct problem *problem)
{
    return line->is_presence ? meeting_attendance_note(gesture, id, view->item, &view->attendance,
                                   &line->presence, problem)
                             : record_add(gesture, id, view->item, &line->fact, problem);
}

static enum status add_facts(struct meeting_view *view, struct desk *desk, struct gesture *gesture,
    const struct facts *facts, struct problem *problem)
{
    enum status status = item_for_records(view, desk, gesture, problem);
    for (size_t i = 0; status == STATUS_DONE && i < facts->count; i++) {
        int64_t id = i == 0 ? view->entry_row : store_new_id(desk->store);
        status = add_line(view, gesture, id, &facts->lines[i], problem);
    }
    return status;
}

static void say_what_was_left(struct desk *desk, const struct facts *facts)
{
    struct buffer said = {0};
    french_count(&said, (int)facts->count, "ligne notée ; ", "lignes notées ; ");
    french_count(
        &said, (int)facts->empty, "ligne n'avait qu'un signe", "lignes n'avaient qu'un signe");
    desk_say(desk, "%s : rien à noter là.", buffer_text(&said));
    buffer_clear(&said);
}

static const char *kind_label(const struct meeting_view *view, enum record_kind kind)
{
    return kind == RECORD_DECISION && view->context.proposes ? "proposition"
                                                             : record_kind_facts(kind)->label;
}

static void append_sentence(
    struct buffer *out, const struct meeting_view *view, const struct facts *facts)
{
    const struct line *only = facts->count == 1 ? facts->lines : NULL;
    if (only == NULL)
        buffer_append_format(out, "%d lignes notées", (int)facts->count);
    else if (only->is_presence)
        meeting_attendance_sentence(out, &view->attendance, &only->presence);
    else {
        buffer_append_format(out, "%s : ", kind_label(view, only->fact.kind));
        const struct entry_context context = meeting_line_context(view);
        phrase_fact(out, &context, &only->fact);
    }
}

// What stands below the line already is not said a second time.
static void say_refusal_once(
    const struct meeting_view *view, struct desk *desk, const struct problem *problem)
{
    struct buffer understood = {0};
    struct problem once = {0};
    meeting_understood(view, &understood);
    if (problem->sentence[0] != '\0' &&
        strstr(buffer_text(&understood), problem->sentence) != NULL) {
        problem_set(&once, STATUS_REFUSED, "Rien n'est noté : la ligne dit elle-même pourquoi.");
        desk_refuse(desk, &once);
    }
    buffer_clear(&understood);
}

static void accept_entry(struct meeting_view *view, struct desk *desk)
{
    struct arena arena = {0};
    struct facts facts = {0};
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct buffer fallout = {0};
    int64_t item_was = view->item;
    enum status status = read_facts(view, editor_text(&view->entry), &arena, &facts, &problem);
    if (status == STATUS_DONE)
        append_sentence(&sentence, view, &facts);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, view->meeting.id);
        status = add_facts(view, desk, gesture, &facts, &problem);
    }
    if (status == STATUS_DONE)
        status = attendance_fallout(
            &fallout, desk->store, &view->attendance.sheet, &view->attendance.state, &problem);
    if (fallout.length > 0)
        buffer_append_format(&sentence, " · %s", buffer_text(&fallout));
    status = desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    if (status == STATUS_DONE) {
        editor_set(&view->entry, "");
        view->entry_row = store_new_id(desk->store);
        if (fallout.length > 0)
            desk_say(desk, "Noté ; %s.", buffer_text(&fallout));
        if (facts.empty > 0)
            say_what_was_left(desk, &facts);
    } else {
        view->item = item_was;
        say_refusal_once(view, desk, &problem);
    }
    buffer_clear(&fallout);
    buffer_clear(&sentence);
    arena_clear(&arena);
}

static void accept_corrected_move(
    struct meeting_view *view, struct desk *desk, const struct attendance_move *move)
{
    struct arena arena = {0};
    struct presence_line line;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    const char *text = editor_text(&view->correction);
    enum status status = STATUS_DONE;
    buffer_append(&sentence, "correction : ");
    if (!meeting_attendance_line(&view->attendance, text, move, &arena, &line))
        status = problem_set(&problem, STATUS_REFUSED,
            "Ce n'est plus une arrivée ni un départ : écrivez + ou -, le nom, puis l'heure ;"
            " Échap laisse la ligne comme elle était.");
    else
        meeting_attendance_sentence(&sentence, &view->attendance, &line);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = meeting_attendance_correct(gesture, move, &line, &problem);
    status = desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    if (status == STATUS_DONE)
        meeting_go_on(view);
    buffer_clear(&sentence);
    arena_clear(&arena);
}

static void accept_line(struct meeting_view *view, struct desk *desk)
{
    const struct attendance_move *move =
        meeting_attendance_move(&view->attendance, view->corrected);
    if (view->focus == MEETING_CORRECTION && move != NULL)
        accept_corrected_move(view, desk, move);
    else if (view->focus == MEETING_CORRECTION)
        meeting_correction_accept(view, desk);
    else if (!editor_is_empty(&view->entry))
        accept_entry(view, desk);
}

// The text that a cancelled correction held can be yanked back.
static void cancel_line(struct meeting_view *view, struct desk *desk)
{
    if (view->focus == MEETING_CORRECTION) {
        buffer_reset(&view->correction.killed);
        buffer_append(&view->correction.killed, editor_text(&view->correction));
        desk_say(desk, "Correction abandonnée : la ligne reste comme elle était.");
    }
    view->focus = MEETING_RECORDS;
}

static int editor_width(const struct meeting_view *view)
{
    struct meeting_layout layout = meeting_layout_of(view, view->screen.area);
    return view->focus == MEETING_CORRECTION
               ? meeting_record_text_width(list_row_width(layout.record_rows.width))
               : layout.entry.width;
}

// Up in a line of one row goes to what was recorded.
static bool leaves_upwards(const struct meeting_view *view, const struct event *event, int width)
{
    return view->focus == MEETING_ENTRY && event->type == EVENT_KEY && event->key == INPUT_UP &&
           editor_position(&view->entry, width).row == 0;
}

bool meeting_type(struct meeting_view *view, struct desk *desk, const struct event *event)
{
    int width = editor_width(view);
    if (leaves_upwards(view, event, width)) {
        view->focus = MEETING_RECORDS;
        return true;
    }
    switch (editor_handle(meeting_editor(view), event, width)) {
    case EDITOR_ACCEPT:
        accept_line(view, desk);
        return true;
    case EDITOR_CANCEL:
        cancel_line(view, desk);
        return true;
    case EDITOR_TOO_LONG:
        desk_say(desk, "La ligne est trop longue : la fin de ce qui a été collé est coupée.");
        return true;
    case EDITOR_NO_MEMORY:
        desk_say(desk, "La mémoire manque : la dernière frappe est perdue.");
        return true;
    case EDITOR_CHANGED:
    case EDITOR_MOVED:
        return true;
    case EDITOR_IGNORED:
        break;
    }
    return false;
}

void meeting_write(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    if (meeting_is_writable(view))
        view->focus = MEETING_ENTRY;
    else
        desk_say(desk, "On n'écrit que dans une séance ouverte.");
}

void meeting_leave_entry(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    cancel_line(meeting_view_of(screen), desk);
}

void meeting_complete(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    struct editor *editor = meeting_editor(view);
    if (editor != NULL && !completion_step(&view->completion, editor, &view->context.directory))
        desk_say(desk, "Tab complète un nom derrière @, un élément du plan derrière #.");
}

// Puts words at the cursor, apart from what is around them.
static void insert_word(struct editor *editor, const char *word)
{
    const char *text = editor_text(editor);
    if (editor->cursor > 0 && text[editor->cursor - 1] != ' ')
        editor_insert(editor, " ", 1);
    editor_insert(editor, word, strlen(word));
    if (editor_text(editor)[editor->cursor] != ' ')
        editor_insert(editor, " ", 1);
}

static bool is_known(
    const struct directory *directory, const struct entry_completion *begun, struct arena *arena)
{
    size_t length = strlen(begun->prefix);
    return begun->sign == '@' ? entry_find_name(directory, begun->prefix, length, arena) != NULL
                              : entry_find_element(directory, begun->prefix, length, arena) != NULL;
}

// The word with that sign which the cursor is behind; false where there is none, and where it is
// whole: then another one is added to it.
static bool begun_word(
    struct meeting_view *view, char sign, struct arena *arena, struct entry_completion *begun)
{
    const struct editor *editor = meeting_editor(view);
    return editor != NULL &&
           entry_completion_at(editor_text(editor), editor->cursor, arena, begun) &&
           begun->sign == sign && !is_known(&view->context.directory, begun, arena);
}

// A choice begins with what is typed of it, which what is taken replaces.
static void begin_choice(struct meeting_view *view, struct desk *desk, char sign)
{
    struct arena arena = {0};
    struct entry_completion begun;
    if (desk->pick != NULL && begun_word(view, sign, &arena, &begun))
        picker_begin_with(&desk->picker, begun.prefix);
    arena_clear(&arena);
}

static void drop_begun(struct meeting_view *view, char sign)
{
    struct arena arena = {0};
    struct entry_completion begun;
    struct editor *editor = meeting_editor(view);
    if (begun_word(view, sign, &arena, &begun))
        editor_replace(editor, begun.start, editor->cursor, "");
    arena_clear(&arena);
}

// Puts in the line what was taken of `count` choices, each as it is typed.
static void insert_taken(struct screen *screen, const struct picker *picker, char sign,
    size_t count,
    const char *(*word_of)(const struct directory *directory, size_t choice, struct arena *arena))
{
    struct meeting_view *view = meeting_view_of(screen);
    struct editor *editor = meeting_editor(view);
    struct arena arena = {0};
    drop_begun(view, sign);
    for (size_t i = 0; editor != NULL && i < count; i++) {
        const char *word =
            picker_takes(picker, i) ? word_of(&view->context.directory, i, &arena) : NULL;
        if (word != NULL)
            insert_word(editor, word);
    }
    arena_clear(&arena);
}

static const char *link_word(const struct directory *directory, size_t choice, struct arena *arena)
{
    return entry_link_text(&directory->elements[choice], arena);
}

static const char *mention_word(
    const struct directory *directory, size_t choice, struct arena *arena)
{
    return entry_mention_text(&directory->names[choice], arena);
}

static void accept_elements(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)desk;
    (void)follow;
    size_t count = meeting_view_of(screen)->context.directory.element_count;
    insert_taken(screen, picker, '#', count, link_word);
}

static void accept_names(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)desk;
    (void)follow;
    size_t count = meeting_view_of(screen)->context.directory.name_count;
    insert_taken(screen, picker, '@', count, mention_word);
}

void meeting_pick_element(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_elements};
    struct meeting_view *view = meeting_view_of(screen);
    struct arena arena = {0};
    const struct picker_choice *choices = plan_choices(&view->context.directory, &arena);
    if (choices != NULL)
        desk_pick(desk, &pick, "Quel élément du plan ?", choices,
            view->context.directory.element_count, true);
    else
        desk_refuse_no_memory(desk);
    begin_choice(view, desk, '#');
    arena_clear(&arena);
}

void meeting_pick_name(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_names};
    struct meeting_view *view = meeting_view_of(screen);
    const struct directory *directory = &view->context.directory;
    struct arena arena = {0};
    struct picker_choice *choices = arena_array(&arena, directory->name_count + 1, sizeof *choices);
    for (size_t i = 0; choices != NULL && i < directory->name_count; i++)
        choices[i] = (struct picker_choice){
            .reference = directory->names[i].code, .label = directory->names[i].label};
    if (choices != NULL)
        desk_pick(desk, &pick, "Qui ?", choices, directory->name_count, true);
    else
        desk_refuse_no_memory(desk);
    begin_choice(view, desk, '@');
    arena_clear(&arena);
}

void meeting_correct(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    const struct record *record = meeting_record(view);
    if (record == NULL)
        return;
    if (!meeting_is_writable(view)) {
        desk_say(desk, "La séance est close : ce qu'elle a noté ne se corrige plus.");
        return;
    }
    const struct meeting_pause *pause = meeting_pause_of(&view->pauses, record);
    if (pause != NULL) {
        meeting_pause_ask(screen, desk, pause);
        return;
    }
    if (!meeting_correction_begin(view, record))
        desk_refuse_no_memory(desk);
}
