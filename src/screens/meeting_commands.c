// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_commands.h"

#include <ctype.h>
#include <string.h>

#include "rules/workflow.h"
#include "screens/date_answer.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/agenda_proposal.h"
#include "store/meeting.h"
#include "store/meeting_fate.h"
#include "text/french_count.h"

// The meeting under the cursor, read for one command.
struct reading {
    struct arena arena;
    struct meeting meeting;
};

// Nothing to free when it is false.
static bool read_meeting(const struct screen *screen, struct desk *desk, struct reading *reading)
{
    struct problem problem = {0};
    *reading = (struct reading){0};
    int64_t id = screen->class->meeting == NULL ? 0 : screen->class->meeting(screen);
    if (id == 0) {
        desk_say(desk, "Aucune séance ici : n en prépare une.");
        return false;
    }
    if (meeting_load(desk->store, id, &reading->arena, &reading->meeting, &problem) == STATUS_DONE)
        return true;
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

// As read_meeting, and refused before anything is typed in vain where the meeting is sealed.
static bool read_changing(const struct screen *screen, struct desk *desk, struct reading *reading)
{
    struct problem problem = {0};
    if (!read_meeting(screen, desk, reading))
        return false;
    if (!meeting_is_closed(&reading->meeting))
        return true;
    problem_set(&problem, STATUS_REFUSED, "La séance %s est close et ne change plus.",
        reading->meeting.reference);
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

enum meeting_question { ASK_NEW, ASK_COMMITTEE, ASK_DATE, ASK_PLACE };

static void accept_committee(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    struct problem problem = {0};
    if (committee_list(desk->store, &arena, &committees, &count, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (picker_focused(picker) < count)
        desk_ask(desk, screen, &meeting_questions[ASK_NEW], committees[picker_focused(picker)].id,
            0, "");
    arena_clear(&arena);
}

void meeting_pick_committee(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct pick pick = {accept_committee};
    struct arena arena = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    struct problem problem = {0};
    enum status status = committee_list(desk->store, &arena, &committees, &count, &problem);
    struct picker_choice *choices = arena_array(&arena, count + 1, sizeof *choices);
    if (status == STATUS_DONE && choices == NULL)
        status = problem_set_no_memory(&problem);
    for (size_t i = 0; choices != NULL && i < count; i++)
        choices[i] =
            (struct picker_choice){.reference = committees[i].code, .label = committees[i].label};
    if (status == STATUS_DONE)
        desk_pick(desk, &pick, "Séance de quelle instance ?", choices, count, false);
    else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void meeting_ask_committee(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &meeting_questions[ASK_COMMITTEE], 0, 0, "");
}

void meeting_ask_date(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct buffer date = {0};
    if (!read_changing(screen, desk, &reading))
        return;
    date_short(&date, reading.meeting.date);
    desk_propose(desk, screen, &meeting_questions[ASK_DATE], reading.meeting.id, reading.meeting.id,
        buffer_text(&date));
    buffer_clear(&date);
    arena_clear(&reading.arena);
}

void meeting_ask_place(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_changing(screen, desk, &reading))
        return;
    desk_ask(desk, screen, &meeting_questions[ASK_PLACE], reading.meeting.id, reading.meeting.id,
        reading.meeting.place);
    arena_clear(&reading.arena);
}

// A meeting's own step, as one gesture: «séance COPIL-2026-03-12 ouverte».
typedef enum status meeting_step(struct gesture *gesture, int64_t meeting, struct problem *problem);

static bool take_step(
    struct desk *desk, const struct meeting *meeting, meeting_step *step, const char *what)
{
    return desk_do(desk, step, meeting->id, "séance %s %s", meeting->reference, what) ==
           STATUS_DONE;
}

void meeting_drop(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_meeting(screen, desk, &reading))
        return;
    take_step(desk, &reading.meeting, meeting_remove, "supprimée");
    arena_clear(&reading.arena);
}

// A meeting may be held on another day than it was called for; opened too soon, it is taken back.
static void say_other_day(struct desk *desk, const struct meeting *meeting)
{
    struct buffer day = {0};
    date_short(&day, meeting->date);
    if (date_compare(meeting->date, desk_today(desk)) != 0)
        desk_say(desk, "La séance est ouverte, mais prévue le %s : F8 annule l'ouverture.",
            buffer_text(&day));
    buffer_clear(&day);
}

void meeting_start(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct reading reading;
    if (!read_meeting(screen, desk, &reading))
        return;
    if (meeting_state_is(reading.meeting.state, MEETING_OPEN) ||
        take_step(desk, &reading.meeting, meeting_open, "ouverte")) {
        if (meeting_state_is(reading.meeting.state, MEETING_PREPARED))
            say_other_day(desk, &reading.meeting);
        follow_go(follow, PLACE_MEETING, PLAN_FIELD, reading.meeting.id);
        if (screen->destination.place == PLACE_AGENDA)
            follow->kind = FOLLOW_REPLACE;
        if (screen->destination.place == PLACE_MEETING)
            follow->kind = FOLLOW_STAY;
    }
    arena_clear(&reading.arena);
}

void meeting_end(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct reading reading;
    if (!read_meeting(screen, desk, &reading))
        return;
    const char *state = reading.meeting.state;
    struct pending line = {.text = ""};
    if (meeting_state_is(state, MEETING_ADJOURNED)) {
        follow_go(follow, PLACE_CLOSING, PLAN_FIELD, reading.meeting.id);
        if (screen->class->pending(screen, 0, &line) && line.text[0] != '\0')
            desk_say(desk, "La ligne à moitié saisie n'est pas notée : Retour arr. y ramène.");
    } else if (take_step(desk, &reading.meeting, meeting_adjourn, "levée"))
        desk_say(desk, "La séance est levée : F9 encore montre la clôture.");
    arena_clear(&reading.arena);
}

static enum status append_committee(
    struct buffer *out, const struct desk *desk, int64_t id, bool in_full, struct problem *problem)
{
    struct arena arena = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    enum status status = committee_list(desk->store, &arena, &committees, &count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        if (committees[i].id == id)
            buffer_append(out, in_full ? committees[i].label : committees[i].code);
    arena_clear(&arena);
    return status;
}

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Date de la séance · ");
    append_committee(out, desk, subject, true, NULL);
}

static void describe_committee(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Nouvelle instance : son code, puis son nom");
}

static void describe_date(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Nouvelle date de ");
    phrase_reference(out, desk->store, subject, NULL);
}

static void describe_place(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Lieu de ");
    phrase_reference(out, desk->store, subject, NULL);
}

static const struct date_wording day_wording = {
    .wanted = DATE_ANSWER_HOURS,
    .hint = "Un jour, et son heure : aujourd'hui, 12/03, jeudi 12 mars à 14h30…",
    .example = "12/03/2026 ou jeudi 12 mars",
};

static void understand_date(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &day_wording, text, out);
}

static void understand_committee(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)text;
    buffer_append(out, "Par exemple : GT-LOGEMENT Groupe de travail logement");
}

// Hours typed behind the day; nothing without them.
static enum status set_hours(
    struct gesture *gesture, int64_t meeting, const char *text, struct problem *problem)
{
    const char *hours = date_answer_hours(&day_wording, text);
    return hours[0] == '\0' ? STATUS_DONE : meeting_set_hours(gesture, meeting, hours, problem);
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct date date;
    size_t offered = 0;
    buffer_append(&sentence, "séance préparée : ");
    enum status status = append_committee(&sentence, desk, subject, false, problem);
    buffer_append(&sentence, ", ");
    if (status == STATUS_DONE)
        status = date_answer_read(desk, &day_wording, text, &date, problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_add(gesture, row, subject, date, problem);
    if (status == STATUS_DONE)
        status = set_hours(gesture, row, text, problem);
    if (status == STATUS_DONE)
        status = agenda_propose(gesture, row, &offered, problem);
    if (status == STATUS_DONE)
        date_long(&sentence, date);
    french_count_more(&sentence, (int)offered, "point proposé", "points proposés");
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

// «GT-LOGEMENT Groupe de travail logement»: a code, blanks, a name.
static enum status accept_new_committee(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)subject;
    struct gesture *gesture = NULL;
    struct buffer code = {0};
    size_t length = strcspn(text, " ");
    const char *label = text + length + strspn(text + length, " ");
    for (size_t i = 0; i < length; i++)
        buffer_append_character(&code, (char)toupper((unsigned char)text[i]));
    enum status status = buffer_failed(&code) ? problem_set_no_memory(problem)
                                              : gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = committee_add(gesture, row, buffer_text(&code),
            label[0] == '\0' ? buffer_text(&code) : label, problem);
    status =
        desk_finish(desk, gesture, status, problem, "instance ajoutée : %s", buffer_text(&code));
    buffer_clear(&code);
    return status;
}

// A meeting that was postponed to no day is prepared again by its new one.
static enum status set_date(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting read;
    enum status status = meeting_load(gesture_store(gesture), meeting, &arena, &read, problem);
    if (status == STATUS_DONE)
        status = meeting_set_date(gesture, meeting, date, problem);
    if (status == STATUS_DONE && meeting_state_is(read.state, MEETING_POSTPONED))
        status = meeting_prepare_again(gesture, meeting, problem);
    arena_clear(&arena);
    return status;
}

static enum status accept_date(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    struct date date;
    enum status status = date_answer_read(desk, &day_wording, text, &date, problem);
    buffer_append(&sentence, "séance ");
    if (status == STATUS_DONE)
        status = phrase_reference(&sentence, desk->store, subject, problem);
    buffer_append(&sentence, " déplacée au ");
    if (status == STATUS_DONE)
        date_long(&sentence, date);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = set_date(gesture, subject, date, problem);
    if (status == STATUS_DONE)
        status = set_hours(gesture, subject, text, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

static enum status accept_place(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    buffer_append(&sentence, "lieu de ");
    enum status status = phrase_reference(&sentence, desk->store, subject, problem);
    buffer_append_format(&sentence, " : %s", text[0] == '\0' ? "(vide)" : text);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_set_place(gesture, subject, text, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

const struct question meeting_questions[] = {
    [ASK_NEW] = {.purpose = "seance",
        .describe = describe_new,
        .understand = understand_date,
        .accept = accept_new},
    [ASK_COMMITTEE] = {.purpose = "instance",
        .describe = describe_committee,
        .understand = understand_committee,
        .accept = accept_new_committee},
    [ASK_DATE] = {.purpose = "date-seance",
        .correction = true,
        .describe = describe_date,
        .understand = understand_date,
        .accept = accept_date},
    [ASK_PLACE] = {.purpose = "lieu",
        .correction = true,
        .describe = describe_place,
        .accept = accept_place},
};
