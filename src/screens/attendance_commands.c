// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_commands.h"

#include <string.h>

#include "screens/attendance_fallout.h"
#include "screens/attendance_phrases.h"
#include "screens/attendance_view.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"

enum attendance_question { ASK_HOUR, ASK_GUEST };

// What is done to one person, or to each of those marked.
struct change {
    enum status (*apply)(struct gesture *gesture, const struct change *change,
        const struct attendance_view *view, int64_t attendee, struct problem *problem);
    const char *said;     // before the name: «excusé»
    bool agrees;          // …in gender and number
    const char *whom;     // behind it: «, par Prénom Nom»; NULL for nobody
    const char *presence; // code of the contract
    const char *deputy;
    int64_t holder;
    bool arrives;
    bool goes_on; // to the next person
};

void attendance_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    int64_t meeting = screen->class->meeting == NULL ? 0 : screen->class->meeting(screen);
    if (meeting != 0)
        follow_go(follow, PLACE_ATTENDANCE, PLAN_FIELD, meeting);
    else
        desk_say(desk, "Aucune séance ici : n en prépare une.");
}

static const struct attendee *focused_or_say(const struct attendance_view *view, struct desk *desk)
{
    const struct attendee *attendee = attendance_focused(view);
    if (attendee == NULL)
        desk_say(desk, "Personne n'est attendu : g ajoute une personne invitée.");
    return attendee;
}

static enum status apply_to_all(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, struct problem *problem)
{
    size_t marks = marks_count(&view->marks);
    enum status status = STATUS_DONE;
    if (marks == 0)
        return change->apply(gesture, change, view, attendance_focused(view)->id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < marks; i++)
        status = change->apply(gesture, change, view, marks_at(&view->marks, i), problem);
    return status;
}

// «excusée : Mme Prénom Nom», «excusées : 3 personnes»: what was noted comes first, for the name
// may be long and the line is cut.
static void append_sentence(
    struct buffer *out, const struct attendance_view *view, const struct change *change)
{
    size_t marks = marks_count(&view->marks);
    const struct attendee *attendee = attendance_focused(view);
    if (marks == 1)
        attendee = attendance_sheet_find(&view->sheet, marks_at(&view->marks, 0));
    buffer_append(out, change->said);
    if (change->agrees && marks > 1)
        buffer_append(out, "es");
    else if (change->agrees && attendee_is_feminine(attendee))
        buffer_append(out, "e");
    buffer_append(out, " : ");
    if (marks > 1)
        buffer_append_format(out, "%d personnes", (int)marks);
    else
        phrase_attendee(out, attendee);
    buffer_append(out, change->whom == NULL ? "" : change->whom);
}

static bool is_awaited(const struct attendee *attendee)
{
    return attendee != NULL && attendee->substitute_for == 0 && attendee->presence[0] == '\0';
}

// To the next person; behind the last, to the first of whom nothing is known, lest the next key hit
// the same person.
static void go_on(struct attendance_view *view)
{
    size_t was = view->list.cursor;
    attendance_go_on(view);
    for (size_t i = 0; view->list.cursor == was && i < was; i++)
        if (is_awaited(view->lines[i].attendee))
            view->list.cursor = i;
}

static enum status make_change(struct attendance_view *view, struct desk *desk,
    const struct change *change, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct buffer fallout = {0};
    append_sentence(&sentence, view, change);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = apply_to_all(gesture, change, view, problem);
    if (status == STATUS_DONE)
        status = attendance_fallout(&fallout, desk->store, &view->sheet, &view->state, problem);
    if (fallout.length > 0)
        buffer_append_format(&sentence, " · %s", buffer_text(&fallout));
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    if (status == STATUS_DONE && fallout.length > 0)
        desk_say(desk, "Noté ; %s.", buffer_text(&fallout));
    buffer_clear(&sentence);
    buffer_clear(&fallout);
    if (status != STATUS_DONE)
        return status;
    if (marks_count(&view->marks) == 0 && change->goes_on)
        go_on(view);
    marks_forget(&view->marks);
    return STATUS_DONE;
}

static void change_focused(struct screen *screen, struct desk *desk, const struct change *change)
{
    struct attendance_view *view = attendance_view_of(screen);
    struct problem problem = {0};
    if (focused_or_say(view, desk) != NULL &&
        make_change(view, desk, change, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static enum status apply_presence(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, int64_t attendee, struct problem *problem)
{
    (void)view;
    return attendance_set_presence(gesture, attendee, change->presence, change->deputy, problem);
}

void attendance_present(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk,
        &(struct change){apply_presence, .said = "présent", .agrees = true, .presence = "present",
            .goes_on = true});
}

void attendance_video(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk,
        &(struct change){apply_presence, .said = "en visio", .presence = "visio", .goes_on = true});
}

void attendance_excused(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk,
        &(struct change){apply_presence, .said = "excusé", .agrees = true, .presence = "excuse",
            .goes_on = true});
}

void attendance_absent(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk,
        &(struct change){apply_presence, .said = "absent", .agrees = true, .presence = "absent",
            .goes_on = true});
}

void attendance_unknown(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk,
        &(struct change){
            apply_presence, .said = "non noté", .agrees = true, .presence = "", .goes_on = true});
}

static enum status apply_move(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, int64_t attendee, struct problem *problem)
{
    const struct attendee *person = attendance_sheet_find(&view->sheet, attendee);
    // Who arrives where a deputy sits takes the place over, as `p` says it.
    if (change->arrives && person != NULL && person->deputy != NULL &&
        attendance_standing(view, person)->held)
        return attendance_set_presence(gesture, attendee, "present", NULL, problem);
    return attendance_move_add(gesture, store_new_id(gesture_store(gesture)), attendee,
        view->sheet.current, change->arrives, NULL, problem);
}

void attendance_arrive(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk, &(struct change){apply_move, .said = "arrivée", .arrives = true});
}

void attendance_leave(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk, &(struct change){apply_move, .said = "départ"});
}

static bool is_withdrawn(const struct attendance_view *view, int64_t attendee)
{
    const struct seat *seat = attendance_find(&view->state.attendance, attendee);
    return seat != NULL && seat_is_withdrawn(seat, view->state.rank);
}

static enum status apply_withdrawal(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, int64_t attendee, struct problem *problem)
{
    (void)change;
    return attendance_withdraw(
        gesture, attendee, view->sheet.current, !is_withdrawn(view, attendee), problem);
}

void attendance_step_aside(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct attendance_view *view = attendance_view_of(screen);
    const struct attendee *attendee = focused_or_say(view, desk);
    if (attendee == NULL)
        return;
    int64_t first = marks_count(&view->marks) > 0 ? marks_at(&view->marks, 0) : attendee->id;
    change_focused(screen, desk,
        &(struct change){apply_withdrawal,
            .said = is_withdrawn(view, first) ? "fin du déport" : "déport sur ce point"});
}

static enum status apply_proxy(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, int64_t attendee, struct problem *problem)
{
    (void)view;
    return attendance_set_proxy(gesture, attendee, change->holder, problem);
}

// Those who vote now, the giver aside: the `wanted`th; NULL behind the last.
static const struct attendee *holder_at(const struct attendance_view *view, size_t wanted)
{
    const struct attendee *giver = attendance_focused(view);
    for (size_t i = 0; i < view->sheet.count; i++)
        if (view->state.standings[i].votes && &view->sheet.people[i] != giver && wanted-- == 0)
            return &view->sheet.people[i];
    return NULL;
}

static void accept_holder(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct attendance_view *view = attendance_view_of(screen);
    const struct attendee *holder = holder_at(view, picker_focused(picker));
    struct buffer whom = {0};
    if (holder == NULL)
        return;
    buffer_append(&whom, ", à ");
    phrase_attendee(&whom, holder);
    change_focused(screen, desk,
        &(struct change){apply_proxy, .said = "pouvoir", .whom = buffer_text(&whom),
            .holder = holder->id, .goes_on = true});
    buffer_clear(&whom);
}

static const char *held_proxies(
    const struct attendance_view *view, const struct attendee *holder, struct arena *arena)
{
    int proxies = attendance_standing(view, holder)->proxies;
    if (proxies == 0)
        return NULL;
    return arena_format(arena, "%d %s", proxies, proxies < 2 ? "pouvoir" : "pouvoirs");
}

static void pick_holder(const struct attendance_view *view, struct desk *desk,
    const struct attendee *giver, struct arena *arena)
{
    static const struct pick pick = {accept_holder};
    struct picker_choice *choices = arena_array(arena, view->sheet.count + 1, sizeof *choices);
    const struct attendee *holder = NULL;
    size_t count = 0;
    while (choices != NULL && (holder = holder_at(view, count)) != NULL)
        choices[count++] = (struct picker_choice){.reference = "",
            .label = holder->name,
            .aside = held_proxies(view, holder, arena),
            .also = holder->organisation};
    struct buffer question = {0};
    buffer_append(&question, "Pouvoir de : ");
    phrase_attendee(&question, giver);
    buffer_append(&question, ". À qui ?");
    if (count == 0)
        desk_say(desk, "Personne ne vote encore : notez d'abord les présents (p).");
    else
        desk_pick(desk, &pick, buffer_text(&question), choices, count, false);
    buffer_clear(&question);
}

void attendance_pick_holder(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct attendance_view *view = attendance_view_of(screen);
    const struct attendee *giver = focused_or_say(view, desk);
    struct arena arena = {0};
    if (giver != NULL)
        pick_holder(view, desk, giver, &arena);
    arena_clear(&arena);
}

void attendance_send_deputy(struct screen *screen, struct desk *desk, const char *deputy)
{
    struct buffer whom = {0};
    buffer_append_format(&whom, ", par %s", deputy);
    change_focused(screen, desk,
        &(struct change){apply_presence, .said = "représenté", .agrees = true,
            .whom = buffer_text(&whom), .presence = "represente", .deputy = deputy,
            .goes_on = true});
    buffer_clear(&whom);
}

void attendance_ask_hour(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct attendee *attendee = focused_or_say(attendance_view_of(screen), desk);
    struct buffer hour = {0};
    if (attendee == NULL)
        return;
    if (attendee->move_count == 0) {
        desk_say(desk, "Ni arrivée ni départ à corriger : + note une arrivée, - un départ.");
        return;
    }
    const struct attendance_move *move = &attendee->moves[attendee->move_count - 1];
    phrase_hour(&hour, move->at);
    desk_propose(
        desk, screen, &attendance_questions[ASK_HOUR], move->id, move->id, buffer_text(&hour));
    buffer_clear(&hour);
}

void attendance_ask_guest(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    int64_t meeting = attendance_view_of(screen)->meeting.id;
    desk_ask(desk, screen, &attendance_questions[ASK_GUEST], meeting, 0, "");
}

static enum status apply_removal(struct gesture *gesture, const struct change *change,
    const struct attendance_view *view, int64_t attendee, struct problem *problem)
{
    (void)change;
    (void)view;
    return attendance_remove_guest(gesture, attendee, problem);
}

void attendance_drop_guest(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_focused(screen, desk, &(struct change){apply_removal, .said = "ôté", .agrees = true});
}

void attendance_mark_one(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct attendance_view *view = attendance_view_of(screen);
    const struct attendee *attendee = focused_or_say(view, desk);
    if (attendee == NULL)
        return;
    if (marks_set(&view->marks, attendee->id, !marks_have(&view->marks, attendee->id)))
        attendance_go_on(view);
    else
        desk_refuse_no_memory(desk);
}

void attendance_mark_all(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct attendance_view *view = attendance_view_of(screen);
    bool none = marks_count(&view->marks) == 0;
    if (focused_or_say(view, desk) == NULL)
        return;
    for (size_t i = 0; i < view->sheet.count; i++) {
        const struct attendee *attendee = &view->sheet.people[i];
        if (marks_set(&view->marks, attendee->id, none && attendee->substitute_for == 0))
            continue;
        marks_forget(&view->marks);
        desk_refuse_no_memory(desk);
        return;
    }
}

static void describe_hour(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct attendance_view *view = attendance_view_read(screen);
    const struct attendance_move *move = attendance_sheet_move(&view->sheet, subject);
    const struct attendee *attendee =
        move == NULL ? NULL : attendance_sheet_find(&view->sheet, move->attendee);
    buffer_append(out, "Heure");
    if (attendee == NULL)
        return;
    buffer_append(out, move->arrives ? " d'arrivée · " : " de départ · ");
    phrase_attendee(out, attendee);
}

static void describe_guest(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Personne invitée");
}

static void understand_hour(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    char hour[HOUR_TEXT_SIZE];
    buffer_append(out, read_typed_hour(text, hour) ? hour : "Une heure : 15h20, 15 h, 15:20");
}

// «Prénom Nom, directeur, MSA»: name, function, organisation; of two, the second is the
// organisation. Each is borrowed from `text`, which is cut.
struct guest {
    const char *parts[3];
    size_t count;
};

static struct guest read_guest(char *text)
{
    struct guest guest = {0};
    while (text != NULL && guest.count < 3) {
        char *comma = guest.count < 2 ? strchr(text, ',') : NULL;
        guest.parts[guest.count++] = text + strspn(text, " ");
        if (comma != NULL)
            *comma++ = '\0';
        text = comma;
    }
    if (guest.count == 2) {
        guest.parts[2] = guest.parts[1];
        guest.parts[1] = NULL;
    }
    return guest;
}

static void understand_guest(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    static const char *const names[] = {"", " · fonction : ", " · organisme : "};
    struct arena arena = {0};
    struct guest guest = read_guest(arena_copy(&arena, text));
    bool empty = guest.parts[0] == NULL || guest.parts[0][0] == '\0';
    for (size_t i = 0; !empty && i < 3; i++)
        if (guest.parts[i] != NULL && guest.parts[i][0] != '\0')
            buffer_append_format(out, "%s%s", names[i], guest.parts[i]);
    if (empty)
        buffer_append(out, "Nom, fonction, organisme : Prénom Nom, directeur, MSA");
    arena_clear(&arena);
}

static enum status accept_hour(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    char hour[HOUR_TEXT_SIZE] = "";
    if (!read_typed_hour(text, hour))
        return problem_set(
            problem, STATUS_REFUSED, "«%s» n'est pas une heure : écrivez par exemple 15h20.", text);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_move_set_hour(gesture, subject, hour, problem);
    return desk_finish(desk, gesture, status, problem, "heure corrigée : %s", hour);
}

static enum status accept_guest(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct guest guest = read_guest(arena_copy(&arena, text));
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_add_guest(
            gesture, row, subject, guest.parts[0], guest.parts[1], guest.parts[2], problem);
    status = desk_finish(desk, gesture, status, problem, "personne invitée : %s",
        guest.parts[0] == NULL ? "" : guest.parts[0]);
    arena_clear(&arena);
    return status;
}

const struct question attendance_questions[] = {
    [ASK_HOUR] = {.purpose = "heure",
        .correction = true,
        .describe = describe_hour,
        .understand = understand_hour,
        .accept = accept_hour},
    [ASK_GUEST] = {.purpose = "invite",
        .describe = describe_guest,
        .understand = understand_guest,
        .accept = accept_guest},
};
