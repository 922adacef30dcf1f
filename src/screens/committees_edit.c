// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committees_edit.h"

#include "rules/organisation_line.h"
#include "screens/archive_commands.h"
#include "screens/committees_view.h"
#include "screens/desk.h"
#include "store/attendance_list.h"
#include "store/people_order.h"

enum organisation_question { ASK_NEW, ASK_CHANGE, ASK_COLLEGE };

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Nouvel organisme : code, nom, puis collège derrière une virgule");
}

static void describe_change(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct committees_view *view = committees_view_of(screen);
    buffer_append(out, "Organisme");
    for (size_t i = 0; i < view->organisation_count; i++)
        if (view->organisations[i].id == subject)
            buffer_append_format(out, " %s", view->organisations[i].code);
    buffer_append(out, " : code, nom, collège");
}

static void understand(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    struct arena arena = {0};
    struct organisation_line line;
    if (organisation_line_read(text, &arena, &line, NULL) == STATUS_DONE)
        buffer_append_format(out, "code %s · nom : %s · %s%s", line.code, line.label,
            line.college == NULL ? "sans collège" : "collège ",
            line.college == NULL ? "" : line.college);
    else
        buffer_append(out, "Par exemple : msa Mutualité sociale agricole, Partenaires");
    arena_clear(&arena);
}

// Ends a gesture that the lists of meetings follow.
static enum status finish(struct desk *desk, struct gesture *gesture, enum status status,
    struct problem *problem, const char *what, const char *name)
{
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(gesture, 0, problem);
    return desk_finish(desk, gesture, status, problem, "%s : %s", what, name);
}

static enum status keep_organisation(
    struct desk *desk, int64_t id, bool added, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct organisation_line line;
    enum status status = organisation_line_read(text, &arena, &line, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = added
                     ? organisation_add(gesture, id, line.code, line.label, line.college, problem)
                     : organisation_set(gesture, id, line.code, line.label, line.college, problem);
    status = finish(desk, gesture, status, problem, added ? "organisme ajouté" : "organisme changé",
        line.label);
    arena_clear(&arena);
    return status;
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)subject;
    return keep_organisation(desk, row, true, text, problem);
}

static enum status accept_change(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return keep_organisation(desk, subject, false, text, problem);
}

static void describe_college(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct committees_view *view = committees_view_of(screen);
    buffer_append(out, "Collège");
    for (size_t i = 0; i < view->organisation_count; i++)
        if (view->organisations[i].id == subject && view->organisations[i].college != NULL)
            buffer_append_format(out, " %s : son nom, partout", view->organisations[i].college);
}

static void understand_college(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    buffer_append(out, text[0] == '\0' ? "Ses organismes n'auront plus de collège"
                                       : "Tous ses organismes en changent");
}

static enum status accept_college(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = college_rename(gesture, subject, text, problem);
    return finish(desk, gesture, status, problem, "collège renommé",
        text[0] == '\0' ? "(sans collège)" : text);
}

const struct question organisation_questions[] = {
    [ASK_NEW] = {.purpose = "organisme",
        .describe = describe_new,
        .understand = understand,
        .accept = accept_new},
    [ASK_CHANGE] = {.purpose = "changer-organisme",
        .correction = true,
        .describe = describe_change,
        .understand = understand,
        .accept = accept_change},
    [ASK_COLLEGE] = {.purpose = "college",
        .correction = true,
        .describe = describe_college,
        .understand = understand_college,
        .accept = accept_college},
};

void committees_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct committees_view *view = committees_view_of(screen);
    const struct committee_rules *committee = committees_focused_committee(view);
    const struct organisation *organisation = committees_focused_organisation(view);
    if ((committee != NULL && committee->archived) ||
        (organisation != NULL && organisation->archived)) {
        desk_say(desk, "Ce qui est archivé ne change plus : c le reprend d'abord.");
        return;
    }
    if (committee != NULL)
        follow_go(follow, PLACE_COMMITTEE, PLAN_FIELD, committee->id);
    if (organisation == NULL)
        return;
    const struct organisation_line line = {
        organisation->code, organisation->label, organisation->college};
    struct buffer text = {0};
    organisation_line_write(&text, &line);
    desk_ask(desk, screen, &organisation_questions[ASK_CHANGE], organisation->id, organisation->id,
        buffer_text(&text));
    buffer_clear(&text);
}

void committees_ask_organisation(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &organisation_questions[ASK_NEW], 0, 0, "");
}

void committees_ask_college(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct organisation *organisation =
        committees_focused_organisation(committees_view_of(screen));
    if (organisation == NULL || organisation->archived)
        desk_say(desk, "Allez sur un organisme du collège à renommer.");
    else if (organisation->college == NULL)
        desk_say(desk, "Cet organisme n'a pas de collège : Entrée lui en donne un.");
    else
        desk_ask(desk, screen, &organisation_questions[ASK_COLLEGE], organisation->id,
            organisation->id, organisation->college);
}

typedef enum status mover(struct gesture *gesture, int64_t id, int step, struct problem *problem);

static void move(struct desk *desk, mover *moves, int64_t id, int step, const char *name)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = moves(gesture, id, step, &problem);
    status = finish(
        desk, gesture, status, &problem, step < 0 ? "placé plus haut" : "placé plus bas", name);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static void move_focused(struct screen *screen, struct desk *desk, int step)
{
    const struct committees_view *view = committees_view_of(screen);
    const struct committee_rules *committee = committees_focused_committee(view);
    const struct organisation *organisation = committees_focused_organisation(view);
    if (committee != NULL)
        move(desk, committee_move, committee->id, step, committee->code);
    else if (organisation != NULL)
        move(desk, organisation_move, organisation->id, step, organisation->code);
}

void committees_move_up(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_focused(screen, desk, -1);
}

void committees_move_down(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_focused(screen, desk, 1);
}

static void move_college(struct screen *screen, struct desk *desk, int step)
{
    const struct organisation *organisation =
        committees_focused_organisation(committees_view_of(screen));
    if (organisation == NULL)
        desk_say(desk, "Allez sur un organisme du collège à déplacer.");
    else
        move(desk, college_move, organisation->id, step,
            organisation->college == NULL ? organisation->code : organisation->college);
}

void committees_move_college_up(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_college(screen, desk, -1);
}

void committees_move_college_down(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    move_college(screen, desk, 1);
}

// False on nothing.
static bool focused_subject(const struct screen *screen, struct archive_subject *subject)
{
    const struct committees_view *view = committees_view_of(screen);
    const struct committee_rules *committee = committees_focused_committee(view);
    const struct organisation *organisation = committees_focused_organisation(view);
    if (committee != NULL)
        *subject = (struct archive_subject){
            ARCHIVED_COMMITTEE, committee->id, committee->code, committee->archived};
    else if (organisation != NULL)
        *subject = (struct archive_subject){
            ARCHIVED_ORGANISATION, organisation->id, organisation->label, organisation->archived};
    return committee != NULL || organisation != NULL;
}

void committees_drop(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct archive_subject subject;
    if (focused_subject(screen, &subject))
        archive_drop(desk, &subject);
}

void committees_archive(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct archive_subject subject;
    if (focused_subject(screen, &subject))
        archive_toggle(desk, &subject);
}
