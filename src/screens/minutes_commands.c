// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/minutes_commands.h"

#include "rules/committee_rule.h"
#include "rules/dispatch_line.h"
#include "rules/rectification_line.h"
#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/meeting_attendance.h"
#include "screens/meeting_phrases.h"
#include "store/approval.h"
#include "store/meeting.h"
#include "store/meeting_dispatch.h"
#include "store/meeting_reopening.h"
#include "store/rectification.h"
#include "store/register.h"

enum { ASK_DISPATCH, ASK_APPROVAL, ASK_RECTIFICATION, ASK_REOPENING };

static int64_t meeting_under_cursor(const struct screen *screen)
{
    return screen->class->meeting == NULL ? 0 : screen->class->meeting(screen);
}

static bool has_meeting(const struct screen *screen, struct desk *desk)
{
    if (meeting_under_cursor(screen) != 0)
        return true;
    desk_say(desk, "Aucune séance ici : s montre les séances.");
    return false;
}

// False, with a message, when the meeting cannot be read.
static bool read_meeting(
    struct desk *desk, int64_t id, struct arena *arena, struct meeting *meeting)
{
    struct problem problem = {0};
    if (meeting_load(desk->store, id, arena, meeting, &problem) == STATUS_DONE)
        return true;
    desk_refuse(desk, &problem);
    return false;
}

void minutes_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    if (has_meeting(screen, desk))
        follow_go(follow, PLACE_MINUTES, PLAN_FIELD, meeting_under_cursor(screen));
}

void minutes_ask_dispatch(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    enum dispatch_kind kind;
    int64_t meeting = meeting_under_cursor(screen);
    if (!has_meeting(screen, desk))
        return;
    if (dispatch_kind_of(desk->store, meeting, &kind, &problem) == STATUS_DONE)
        desk_propose(
            desk, screen, &minutes_questions[ASK_DISPATCH], meeting, 0, "tous les membres");
    else
        desk_refuse(desk, &problem);
}

// The meeting whose minutes are to be approved: this one when it is closed, else the one that this
// one's agenda brings back. 0 for none.
static enum status find_minutes(const struct screen *screen, struct desk *desk,
    const struct meeting *meeting, int64_t *minutes, struct problem *problem)
{
    int64_t item = screen->class->item == NULL ? 0 : screen->class->item(screen);
    *minutes = meeting_is_closed(meeting) ? meeting->id : 0;
    enum status status = STATUS_DONE;
    if (*minutes == 0 && item != 0)
        status = approval_of_item(desk->store, item, minutes, problem);
    if (status == STATUS_DONE && *minutes == 0)
        status = approval_awaited(desk->store, meeting->id, minutes, problem);
    return status;
}

// The minutes that can be approved from here, refused at once when they are approved already;
// false, with a message, without any.
static bool find_approvable(
    const struct screen *screen, struct desk *desk, struct arena *arena, int64_t *minutes)
{
    struct meeting meeting = {0};
    struct problem problem = {0};
    *minutes = 0;
    if (!has_meeting(screen, desk) ||
        !read_meeting(desk, meeting_under_cursor(screen), arena, &meeting))
        return false;
    enum status status = find_minutes(screen, desk, &meeting, minutes, &problem);
    if (status == STATUS_DONE && *minutes != 0)
        status = approval_check(desk->store, *minutes, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (*minutes == 0)
        desk_say(desk, "Aucun compte rendu de cette instance n'est à approuver.");
    return status == STATUS_DONE && *minutes != 0;
}

// What makes an approval doubtful, without forbidding it: «jamais envoyé, quorum non atteint».
static enum status append_warnings(const struct screen *screen, const struct desk *desk,
    int64_t minutes, struct buffer *out, struct problem *problem)
{
    struct arena arena = {0};
    struct dispatch_list list = {0};
    struct meeting_attendance attendance = {0};
    int64_t held = meeting_under_cursor(screen);
    int64_t item = screen->class->item == NULL ? 0 : screen->class->item(screen);
    enum status status = dispatch_list_load(desk->store, minutes, &arena, &list, problem);
    if (status == STATUS_DONE && !list.minutes_are_out)
        buffer_append(out, "jamais envoyé");
    if (status == STATUS_DONE && held != minutes) {
        status = meeting_attendance_read(desk->store, held, item, &arena, &attendance, problem);
        if (status == STATUS_DONE && !attendance.state.quorum.reached)
            buffer_append_format(out, "%squorum non atteint", out->length > 0 ? ", " : "");
    }
    arena_clear(&arena);
    return status == STATUS_DONE && buffer_failed(out) ? problem_set_no_memory(problem) : status;
}

void minutes_ask_approval(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    int64_t minutes = 0;
    if (find_approvable(screen, desk, &arena, &minutes))
        desk_ask(desk, screen, &minutes_questions[ASK_APPROVAL], minutes, minutes, "");
    arena_clear(&arena);
}

enum approval_choice { WITHOUT_RESERVE, WITH_RESERVES, APPROVAL_CHOICES };

static void accept_approval_choice(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    int64_t minutes = 0;
    if (find_approvable(screen, desk, &arena, &minutes)) {
        if (picker_focused(picker) == WITH_RESERVES)
            desk_ask(desk, screen, &minutes_questions[ASK_APPROVAL], minutes, minutes, "");
        else if (minutes_questions[ASK_APPROVAL].accept(
                     screen, desk, minutes, minutes, "", &problem) != STATUS_DONE)
            desk_refuse(desk, &problem);
    }
    arena_clear(&arena);
}

static void offer_approval(const struct screen *screen, struct desk *desk, int64_t minutes)
{
    static const struct pick pick = {accept_approval_choice};
    struct problem problem = {0};
    struct buffer question = {0};
    struct buffer warnings = {0};
    buffer_append(&question, "Compte rendu de ");
    enum status status = phrase_reference(&question, desk->store, minutes, &problem);
    buffer_append(&question, " approuvé");
    if (status == STATUS_DONE)
        status = append_warnings(screen, desk, minutes, &warnings, &problem);
    const char *aside = warnings.length > 0 ? buffer_text(&warnings) : NULL;
    const struct picker_choice choices[APPROVAL_CHOICES] = {
        [WITHOUT_RESERVE] = {"", "sans réserve ; ne s'annule pas", aside, NULL},
        [WITH_RESERVES] = {"", "avec des réserves, à taper", NULL, NULL},
    };
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else
        desk_pick(desk, &pick, buffer_text(&question), choices, APPROVAL_CHOICES, false);
    buffer_clear(&warnings);
    buffer_clear(&question);
}

void minutes_pick_approval(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    int64_t minutes = 0;
    if (find_approvable(screen, desk, &arena, &minutes))
        offer_approval(screen, desk, minutes);
    arena_clear(&arena);
}

static void ask_rectification_of_decision(
    struct screen *screen, struct desk *desk, int64_t decision, struct arena *arena)
{
    struct register_decision read;
    struct entry_link *concerns = NULL;
    size_t count = 0;
    struct problem problem = {0};
    if (register_decision_load(desk->store, decision, arena, &read, &concerns, &count, &problem) !=
        STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (decision_state_is(read.state, DECISION_PROVISIONAL))
        desk_say(desk, "Sa séance n'est pas close : corrigez la ligne elle-même.");
    else
        desk_ask(desk, screen, &minutes_questions[ASK_RECTIFICATION], decision, 0, read.text);
}

void minutes_ask_rectification(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    if (screen->destination.place == PLACE_DECISION)
        ask_rectification_of_decision(screen, desk, screen->destination.element, &arena);
    else if (has_meeting(screen, desk))
        desk_ask(desk, screen, &minutes_questions[ASK_RECTIFICATION], meeting_under_cursor(screen),
            0, "");
    arena_clear(&arena);
}

void minutes_ask_reopening(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    int64_t meeting = meeting_under_cursor(screen);
    if (!has_meeting(screen, desk))
        return;
    if (meeting_check_reopening(desk->store, meeting, &problem) == STATUS_DONE)
        desk_ask(desk, screen, &minutes_questions[ASK_REOPENING], meeting, meeting, "");
    else
        desk_refuse(desk, &problem);
}

static void describe_dispatch(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct dispatch_list list;
    enum dispatch_kind kind = DISPATCH_MINUTES;
    bool call = dispatch_kind_of(desk->store, subject, &kind, NULL) == STATUS_DONE &&
                kind == DISPATCH_CALL &&
                dispatch_list_load(desk->store, subject, &arena, &list, NULL) == STATUS_DONE;
    buffer_append(out, !call                               ? "Compte rendu de "
                       : committee_invites(list.call_word) ? "Invitation à "
                                                           : "Convocation à ");
    phrase_reference(out, desk->store, subject, NULL);
    buffer_append(
        out, call ? " envoyée à qui ? (ne s'annule pas)" : " envoyé à qui ? (ne s'annule pas)");
    arena_clear(&arena);
}

static void understand_dispatch(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct dispatch_line line = dispatch_line_read(text, desk_today(desk), &arena);
    if (line.day.precision == DATE_DAY) {
        buffer_append(out, "envoi du ");
        date_long(out, line.day);
    } else
        buffer_append(out, "envoi à l'instant ; sinon, finissez par le jour : le 10/03");
    arena_clear(&arena);
}

static enum status accept_dispatch(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct dispatch_line line = dispatch_line_read(text, desk_today(desk), &arena);
    enum status status = line.recipients == NULL ? problem_set_no_memory(problem)
                                                 : gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = dispatch_add(gesture, row, subject, line.day, line.recipients, problem);
    status = desk_finish(desk, gesture, status, problem, "envoi noté : %s", text);
    arena_clear(&arena);
    return status;
}

static void describe_approval(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Compte rendu de ");
    phrase_reference(out, desk->store, subject, NULL);
    buffer_append(out, " approuvé ; réserves ?");
}

static void understand_approval(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    struct problem problem = {0};
    struct buffer warnings = {0};
    if (append_warnings(screen, desk, desk->question_subject, &warnings, &problem) != STATUS_DONE) {
        buffer_append(out, problem.sentence);
        buffer_clear(&warnings);
        return;
    }
    buffer_append(out, text[0] == '\0' ? "Entrée : sans réserve, et ne s'annule pas. Échap renonce"
                                       : "approuvé avec ces réserves, et ne s'annule pas");
    if (warnings.length > 0)
        buffer_append_format(out, " · %s", buffer_text(&warnings));
    buffer_clear(&warnings);
}

static enum status accept_approval(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    int64_t shown = meeting_under_cursor(screen);
    buffer_append(&sentence, "compte rendu de ");
    enum status status = phrase_reference(&sentence, desk->store, subject, problem);
    buffer_append_format(&sentence, " approuvé%s", text[0] == '\0' ? "" : " avec réserves");
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = approval_add(gesture, subject, shown == subject ? 0 : shown, text, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

static void describe_rectification(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    buffer_append(out, screen->destination.place == PLACE_DECISION
                           ? "Ce qu'il faut lire, puis (le motif)"
                           : "Rectification du compte rendu, puis (le motif)");
}

static void understand_rectification(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    struct arena arena = {0};
    struct rectification_line line = rectification_line_read(text, &arena);
    if (line.reason == NULL || line.reason[0] == '\0')
        buffer_append(out, "Finissez par le motif entre parenthèses : (erreur de saisie)");
    else
        buffer_append_format(out, "motif : %s", line.reason);
    arena_clear(&arena);
}

// A decision's meeting, or the meeting itself.
static enum status find_subject(struct screen *screen, struct desk *desk, int64_t subject,
    struct arena *arena, int64_t *meeting, int64_t *decision, struct problem *problem)
{
    struct register_decision read;
    struct entry_link *concerns = NULL;
    size_t count = 0;
    *meeting = subject;
    *decision = 0;
    if (screen->destination.place != PLACE_DECISION)
        return STATUS_DONE;
    enum status status =
        register_decision_load(desk->store, subject, arena, &read, &concerns, &count, problem);
    if (status == STATUS_DONE) {
        *decision = subject;
        *meeting = read.meeting;
    }
    return status;
}

static enum status accept_rectification(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    int64_t meeting = 0;
    int64_t decision = 0;
    struct rectification_line line = rectification_line_read(text, &arena);
    enum status status = find_subject(screen, desk, subject, &arena, &meeting, &decision, problem);
    if (status == STATUS_DONE && (line.text == NULL || line.reason == NULL))
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status =
            rectification_add(gesture, row, meeting, decision, line.text, line.reason, problem);
    status = desk_finish(desk, gesture, status, problem, "rectification : %s", text);
    arena_clear(&arena);
    return status;
}

static void describe_reopening(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    buffer_append(out, "Rouvrir ");
    phrase_reference(out, desk->store, subject, NULL);
    buffer_append(out, " pour quel motif ? (ne s'annule pas)");
}

static void understand_reopening(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)text;
    buffer_append(out, "Les décisions redeviennent provisoires et gardent leur numéro");
}

static enum status accept_reopening(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    buffer_append(&sentence, "séance ");
    enum status status = phrase_reference(&sentence, desk->store, subject, problem);
    buffer_append_format(&sentence, " rouverte : %s", text);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_reopen(gesture, subject, text, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    if (status == STATUS_DONE)
        desk_say(desk, "La séance est rouverte : corrigez-la, puis F9 dans la séance la clôt de "
                       "nouveau.");
    buffer_clear(&sentence);
    return status;
}

const struct question minutes_questions[MINUTES_QUESTION_COUNT] = {
    [ASK_DISPATCH] = {.purpose = "envoi",
        .describe = describe_dispatch,
        .understand = understand_dispatch,
        .accept = accept_dispatch},
    [ASK_APPROVAL] = {.purpose = "approbation",
        .correction = true,
        .describe = describe_approval,
        .understand = understand_approval,
        .accept = accept_approval},
    [ASK_RECTIFICATION] = {.purpose = "rectification",
        .describe = describe_rectification,
        .understand = understand_rectification,
        .accept = accept_rectification},
    [ASK_REOPENING] = {.purpose = "reouverture",
        .correction = true,
        .describe = describe_reopening,
        .understand = understand_reopening,
        .accept = accept_reopening},
};
