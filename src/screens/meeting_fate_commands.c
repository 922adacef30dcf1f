// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_fate_commands.h"

#include "rules/workflow.h"
#include "screens/date_answer.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/meeting.h"

enum { ASK_HOURS, ASK_RECALL };

// The meeting under the cursor; false, with a message, where there is none. Texts are in `arena`.
static bool read_meeting(
    const struct screen *screen, struct desk *desk, struct arena *arena, struct meeting *meeting)
{
    struct problem problem = {0};
    int64_t id = screen->class->meeting == NULL ? 0 : screen->class->meeting(screen);
    if (id == 0) {
        desk_say(desk, "Aucune séance ici : s montre les séances.");
        return false;
    }
    if (meeting_load(desk->store, id, arena, meeting, &problem) == STATUS_DONE)
        return true;
    desk_refuse(desk, &problem);
    return false;
}

// What may become of a meeting: from which states, by which gesture.
typedef enum status fate_step(struct gesture *gesture, int64_t meeting, struct problem *problem);

static const struct fate {
    const char *label, *done;
    unsigned states;   // bits
    bool lacks_quorum; // only where it did
    fate_step *step;   // NULL: a date is asked first
} fates[] = {
    {"Annuler la séance : ses points iront à la suivante", "annulée",
        1U << MEETING_PREPARED | 1U << MEETING_POSTPONED, false, meeting_cancel},
    {"Reporter la séance à une date à fixer", "reportée", 1U << MEETING_PREPARED, false,
        meeting_postpone},
    {"Lever la séance faute de quorum : ses points sont reportés", "levée faute de quorum",
        1U << MEETING_OPEN | 1U << MEETING_SUSPENDED, false, meeting_adjourn_without_quorum},
    {"Convoquer à nouveau, à une autre date", "convoquée à nouveau",
        1U << MEETING_ADJOURNED | 1U << MEETING_CLOSED, true, NULL},
    {"Convoquer à nouveau, à une autre date", "convoquée à nouveau",
        1U << MEETING_CANCELLED | 1U << MEETING_POSTPONED, false, NULL},
    {"Remettre la séance en préparation", "remise en préparation",
        1U << MEETING_CANCELLED | 1U << MEETING_POSTPONED, false, meeting_prepare_again},
};
enum { FATE_COUNT = sizeof fates / sizeof fates[0] };

static bool is_in(const struct meeting *meeting, unsigned states)
{
    for (int state = MEETING_PREPARED; state <= MEETING_POSTPONED; state++)
        if ((states & 1U << state) != 0 &&
            meeting_state_is(meeting->state, (enum meeting_state)state))
            return true;
    return false;
}

// The fates that the meeting may have, in their order.
static size_t list_fates(const struct meeting *meeting, const struct fate *found[FATE_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < FATE_COUNT; i++)
        if (is_in(meeting, fates[i].states) && (!fates[i].lacks_quorum || meeting->lacks_quorum))
            found[count++] = &fates[i];
    return count;
}

static void accept_fate(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct meeting meeting;
    const struct fate *found[FATE_COUNT];
    if (read_meeting(screen, desk, &arena, &meeting)) {
        size_t count = list_fates(&meeting, found);
        size_t choice = picker_focused(picker);
        if (choice < count && found[choice]->step == NULL)
            desk_ask(desk, screen, &meeting_fate_questions[ASK_RECALL], meeting.id, 0, "");
        else if (choice < count) {
            desk_do(desk, found[choice]->step, meeting.id, "séance %s %s", meeting.reference,
                found[choice]->done);
        }
    }
    arena_clear(&arena);
}

void meeting_pick_fate(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_fate};
    struct arena arena = {0};
    struct meeting meeting;
    struct picker_choice choices[FATE_COUNT] = {0};
    const struct fate *found[FATE_COUNT];
    if (read_meeting(screen, desk, &arena, &meeting)) {
        size_t count = list_fates(&meeting, found);
        for (size_t i = 0; i < count; i++)
            choices[i] = (struct picker_choice){.reference = "", .label = found[i]->label};
        if (count > 0)
            desk_pick(desk, &pick, "Que devient cette séance ?", choices, count, false);
        else
            desk_say(
                desk, "La séance est %s : elle suit son cours.", phrase_meeting_state(&meeting));
    }
    arena_clear(&arena);
}

void meeting_ask_hours(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct meeting meeting;
    if (read_meeting(screen, desk, &arena, &meeting)) {
        const char *start = meeting.planned_hour == NULL ? "" : meeting.planned_hour;
        const char *hours = meeting.planned_end == NULL
                                ? start
                                : arena_format(&arena, "%s-%s", start, meeting.planned_end);
        desk_propose(
            desk, screen, &meeting_fate_questions[ASK_HOURS], meeting.id, meeting.id, hours);
    }
    arena_clear(&arena);
}

// The same place, of the neighbour; a prepared meeting shows its agenda, another what was noted.
static void show_neighbour(
    struct screen *screen, struct desk *desk, struct follow *follow, int step)
{
    struct arena arena = {0};
    struct meeting meeting;
    struct problem problem = {0};
    int64_t neighbour = 0;
    if (!read_meeting(screen, desk, &arena, &meeting))
        return;
    enum status status = meeting_neighbour(desk->store, meeting.id, step, &neighbour, &problem);
    if (status == STATUS_DONE && neighbour != 0)
        status = meeting_load(desk->store, neighbour, &arena, &meeting, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (neighbour == 0)
        desk_say(desk,
            step < 0 ? "Le %s n'a pas de séance avant celle-ci."
                     : "Le %s n'a pas de séance après celle-ci : n en prépare une, dans la liste.",
            meeting.committee_code);
    else {
        bool held = meeting.opened_at != NULL;
        bool since = screen->destination.place == PLACE_SINCE;
        follow_go(follow,
            since  ? PLACE_SINCE
            : held ? PLACE_MEETING
                   : PLACE_AGENDA,
            PLAN_FIELD, neighbour);
        follow->kind = FOLLOW_REPLACE;
    }
    arena_clear(&arena);
}

void meeting_show_next(struct screen *screen, struct desk *desk, struct follow *follow)
{
    show_neighbour(screen, desk, follow, 1);
}

void meeting_show_previous(struct screen *screen, struct desk *desk, struct follow *follow)
{
    show_neighbour(screen, desk, follow, -1);
}

void meeting_show_since(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct arena arena = {0};
    struct meeting meeting;
    if (read_meeting(screen, desk, &arena, &meeting))
        follow_go(follow, PLACE_SINCE, PLAN_FIELD, meeting.id);
    arena_clear(&arena);
}

void meeting_show_standing(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct arena arena = {0};
    struct meeting meeting;
    if (read_meeting(screen, desk, &arena, &meeting))
        follow_go(follow, PLACE_STANDING, PLAN_FIELD, meeting.committee);
    arena_clear(&arena);
}

static void describe_hours(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Heures prévues de ");
    phrase_reference(out, desk->store, subject, NULL);
}

static void describe_recall(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Nouvelle date, à la place de ");
    phrase_reference(out, desk->store, subject, NULL);
}

static void understand_hours(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)text;
    buffer_append(out, "Par exemple : 14h-16h30 ; la fin dit où l'ordre du jour dépasse");
}

static const struct date_wording recall_wording = {
    .wanted = DATE_ANSWER_HOURS,
    .hint = "Un jour, et son heure : 12/03, jeudi 12 mars à 14h30, dans 2 semaines…",
    .example = "12/03/2026 ou jeudi 12 mars",
};

static void understand_recall(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &recall_wording, text, out);
}

static enum status accept_hours(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return desk_answer(
        desk, meeting_set_hours, subject, text, problem, "heures de la séance : %s", text);
}

static enum status accept_recall(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct date date;
    const char *hours = date_answer_hours(&recall_wording, text);
    enum status status = date_answer_read(desk, &recall_wording, text, &date, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_call_again(gesture, row, subject, date, problem);
    if (status == STATUS_DONE && hours[0] != '\0')
        status = meeting_set_hours(gesture, row, hours, problem);
    buffer_append(&sentence, "séance convoquée à nouveau pour le ");
    if (status == STATUS_DONE)
        date_long(&sentence, date);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

const struct question meeting_fate_questions[] = {
    [ASK_HOURS] = {.purpose = "heures-seance",
        .correction = true,
        .describe = describe_hours,
        .understand = understand_hours,
        .accept = accept_hours},
    [ASK_RECALL] = {.purpose = "nouvelle-seance",
        .describe = describe_recall,
        .understand = understand_recall,
        .accept = accept_recall},
};
