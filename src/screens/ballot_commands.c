// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_commands.h"

#include <string.h>

#include "rules/ballot_check.h"
#include "rules/ballot_sentence.h"
#include "screens/attendance_phrases.h"
#include "screens/ballot_marks.h"
#include "screens/ballot_show.h"
#include "screens/ballot_view.h"
#include "screens/desk.h"
#include "screens/meeting_view.h"
#include "store/backup_names.h"
#include "store/ballot_moment.h"
#include "text/french_count.h"

enum ballot_question { ASK_COUNTS, ASK_SECRET, ASK_SENTENCE };

void ballot_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting_view *view = meeting_view_read(screen);
    const struct record *record = view->focus == MEETING_RECORDS ? meeting_record(view) : NULL;
    bool voted_on =
        record != NULL && (record->fact.kind == RECORD_DECISION || record->ballot != NULL);
    if (view->item == 0)
        desk_say(desk, "L'ordre du jour est vide : F6 puis a y ajoute un point.");
    else if (!meeting_is_writable(view))
        desk_say(desk, "On ne vote que dans une séance ouverte.");
    else
        follow_go_to_row(
            follow, PLACE_BALLOT, view->meeting.id, voted_on ? record->id : view->item);
}

// On the item shown: what was there by name is corrected, anything else is a new vote.
static enum status hold_here(const struct ballot_view *view, struct gesture *gesture,
    const struct said_ballot *said, struct problem *problem)
{
    const struct held_ballot *held = ballot_held(view);
    bool corrects =
        held != NULL && held->vote_count > 0 && said->mode == BALLOT_BY_NAME && said->joint == 0;
    return corrects ? ballot_correct(gesture, held->id, said, problem)
                    : ballot_hold(gesture, store_new_id(gesture_store(gesture)), NULL, view->item,
                          view->decision, said, problem);
}

// A refusal names the other item that it is about.
static enum status hold_there(const struct ballot_view *view, struct gesture *gesture, int64_t item,
    const struct said_ballot *said, struct problem *problem)
{
    struct problem own = {0};
    const struct item *there = agenda_find(&view->agenda, item);
    enum status status = ballot_hold(gesture, store_new_id(gesture_store(gesture)), NULL, item,
        BALLOT_LAST_DECISION, said, &own);
    if (status == STATUS_DONE)
        return STATUS_DONE;
    return problem_set(
        problem, status, "Point %s : %s", there == NULL ? "?" : there->number, own.sentence);
}

static enum status hold_all(const struct ballot_view *view, struct gesture *gesture,
    const struct said_ballot *said, struct problem *problem)
{
    struct said_ballot shared = *said;
    if (ballot_item_count(view) > 0)
        shared.joint = store_new_id(gesture_store(gesture));
    enum status status = hold_here(view, gesture, &shared, problem);
    for (size_t i = 0; status == STATUS_DONE && i < ballot_item_count(view); i++)
        status = hold_there(view, gesture, ballot_item(view, i), &shared, problem);
    return status;
}

static void append_sentence(
    struct buffer *out, const struct ballot_view *view, const struct said_ballot *said)
{
    struct ballot ballot;
    size_t items = ballot_item_count(view);
    buffer_append(out, "vote");
    if (items > 0)
        buffer_append_format(out, " sur %zu points", items + 1);
    if (ballot_preview(view, said, &ballot, NULL) != STATUS_DONE)
        return;
    buffer_append(out, " : ");
    ballot_sentence(out, &ballot);
}

static enum status keep(struct ballot_view *view, struct desk *desk, const struct said_ballot *said,
    struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    append_sentence(&sentence, view, said);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = hold_all(view, gesture, said, problem);
    status = desk_finish(desk, gesture, status, problem, "%s", buffer_text(&sentence));
    buffer_clear(&sentence);
    if (status == STATUS_DONE) {
        ballot_marks_forget(view);
        buffer_reset(&view->items);
    }
    return status;
}

static void keep_and_leave(
    struct screen *screen, struct desk *desk, struct follow *follow, const struct said_ballot *said)
{
    struct problem problem = {0};
    if (keep(ballot_view_of(screen), desk, said, &problem) == STATUS_DONE)
        follow->kind = FOLLOW_BACK;
    else
        desk_refuse(desk, &problem);
}

void ballot_consensus(struct screen *screen, struct desk *desk, struct follow *follow)
{
    keep_and_leave(screen, desk, follow, &(struct said_ballot){.form = BALLOT_FORM_CONSENSUS});
}

void ballot_unanimity(struct screen *screen, struct desk *desk, struct follow *follow)
{
    keep_and_leave(screen, desk, follow, &(struct said_ballot){.form = BALLOT_FORM_UNANIMITY});
}

void ballot_ask_counts(struct screen *screen, struct desk *desk, const char *typed)
{
    desk_ask(desk, screen, &ballot_questions[ASK_COUNTS], ballot_subject(ballot_view_of(screen)), 0,
        typed);
}

void ballot_keep(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct ballot_view *view = ballot_view_of(screen);
    const struct said_ballot said = ballot_said_by_name(view);
    if (ballot_vote_count(view) > 0)
        keep_and_leave(screen, desk, follow, &said);
    else
        ballot_ask_counts(screen, desk, "");
}

void ballot_ask_secret(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(
        desk, screen, &ballot_questions[ASK_SECRET], ballot_subject(ballot_view_of(screen)), 0, "");
}

// What was kept by name is where one goes on from.
static void take_up_votes(struct ballot_view *view)
{
    const struct held_ballot *held = ballot_held(view);
    if (ballot_vote_count(view) > 0 || held == NULL || held->vote_count == 0)
        return;
    view->shares_voters = held->shares_voters;
    for (size_t i = 0; i < held->vote_count; i++)
        ballot_set_vote(view, held->votes[i].seat, held->votes[i].choice);
}

static void vote(struct screen *screen, struct desk *desk, enum ballot_choice choice)
{
    struct ballot_view *view = ballot_view_of(screen);
    const struct attendee *voter = ballot_voter(view);
    if (voter == NULL) {
        desk_say(desk, "Personne n'a de voix à ce point : F4 revient, F2 note les présences.");
        return;
    }
    take_up_votes(view);
    ballot_set_vote(view, voter->id, choice);
    ballot_marks_write(view);
    if (view->list.cursor + 1 < view->voter_count)
        view->list.cursor++;
}

void ballot_vote_for(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_FOR);
}

void ballot_vote_against(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_AGAINST);
}

void ballot_vote_abstention(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_ABSTENTION);
}

void ballot_vote_none(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    vote(screen, desk, BALLOT_NO_VOTE);
}

// The decision before the one shown, then the item itself, then the last decision again.
static int64_t next_subject(const struct ballot_view *view)
{
    int64_t next = view->item;
    for (size_t i = 0; i < view->records.count; i++) {
        const struct record *record = &view->records.records[i];
        if (record->fact.kind != RECORD_DECISION)
            continue;
        if (record->id == view->decision)
            return next;
        next = record->id;
    }
    return next;
}

void ballot_next_subject(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    struct problem problem = {0};
    int64_t next = next_subject(view);
    if (next == ballot_subject(view))
        desk_say(desk, "Ce point n'a pas d'autre décision : le vote porte sur lui.");
    else if (ballot_vote_count(view) > 0)
        desk_say(desk, "Des voix sont marquées ici : Entrée les garde, x les efface.");
    else if (ballot_show(view, desk, next, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

// The items of the agenda but for the one shown: the `wanted`th; NULL behind the last.
static const struct item *other_item(const struct ballot_view *view, size_t wanted)
{
    for (size_t i = 0; i < view->agenda.count; i++)
        if (view->agenda.items[i].id != view->item && wanted-- == 0)
            return &view->agenda.items[i];
    return NULL;
}

static void accept_items(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    const struct item *item = NULL;
    buffer_reset(&view->items);
    for (size_t i = 0; (item = other_item(view, i)) != NULL; i++)
        if (picker_takes(picker, i))
            buffer_append_bytes(&view->items, (const char *)&item->id, sizeof item->id);
}

static bool is_taken(const struct ballot_view *view, int64_t item)
{
    for (size_t i = 0; i < ballot_item_count(view); i++)
        if (ballot_item(view, i) == item)
            return true;
    return false;
}

void ballot_pick_items(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_items};
    const struct ballot_view *view = ballot_view_of(screen);
    struct arena arena = {0};
    const struct item *item = NULL;
    struct picker_choice *choices = arena_array(&arena, view->agenda.count + 1, sizeof *choices);
    size_t count = 0;
    while (choices != NULL && (item = other_item(view, count)) != NULL)
        choices[count++] = (struct picker_choice){.reference = item->number, .label = item->title};
    if (count == 0)
        desk_say(desk, "L'ordre du jour n'a pas d'autre point.");
    else
        desk_pick(
            desk, &pick, "À quels autres points ce vote s'applique-t-il ?", choices, count, true);
    for (size_t i = 0; desk->pick == &pick && i < count; i++)
        if (is_taken(view, other_item(view, i)->id))
            picker_mark(&desk->picker, i);
    arena_clear(&arena);
}

void ballot_next_base(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    view->base = (enum ballot_base)(((size_t)view->base + 1) % ballot_base_values.count);
    desk_say(desk, "Pourcentages : %s", value_label(&ballot_base_values, (int)view->base));
}

void ballot_next_casting(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    if (ballot_chair(&view->sheet, &view->state) == NULL)
        desk_say(desk, "Nul n'a voix prépondérante ici : les règles de l'instance la donnent à une"
                       " présidence seule, quand elle est là.");
    else
        view->casting = (enum casting_vote)(((unsigned)view->casting + 1) % 3);
}

void ballot_share_voters(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    view->shares_voters = !view->shares_voters;
    ballot_marks_write(view);
}

void ballot_ask_sentence(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct held_ballot *held = ballot_held(ballot_view_of(screen));
    if (held == NULL)
        desk_say(desk, "Notez d'abord le vote : sa phrase se corrige ensuite.");
    else
        desk_ask(desk, screen, &ballot_questions[ASK_SENTENCE], held->id, held->id, held->sentence);
}

void ballot_leave(struct screen *screen, struct desk *desk, struct follow *follow)
{
    if (ballot_vote_count(ballot_view_of(screen)) > 0)
        desk_say(desk, "Les voix marquées ne sont pas encore notées : F4 y revient.");
    follow->kind = FOLLOW_BACK;
}

void ballot_take_away(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    if (ballot_vote_count(view) > 0) {
        ballot_marks_forget(view);
        desk_say(desk, "Les voix marquées sont effacées.%s",
            held == NULL ? "" : " Le vote noté reste : x encore l'ôte.");
        return;
    }
    if (held == NULL) {
        desk_say(desk, "Aucun vote n'est noté ici.");
        return;
    }
    desk_do(desk, ballot_remove, held->id, "vote ôté");
}

enum forgetting { FORGET_HERE, FORGET_IN_BACKUPS_TOO };

// The names are gone from the file before those of the backups are: a backup is the last resort.
static void forget_in_backups(
    struct desk *desk, const struct named_backups *backups, bool too, struct problem *problem)
{
    if (backups->count == 0)
        return;
    if (!too)
        desk_say(desk, "Les noms restent dans %d sauvegarde%s d'avant ce geste.",
            (int)backups->count, backups->count > 1 ? "s" : "");
    else if (named_backups_remove(backups, problem) != STATUS_DONE)
        desk_refuse(desk, problem);
}

static void accept_forgetting(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    const struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    struct arena arena = {0};
    struct named_backups backups;
    struct problem problem = {0};
    bool too = picker_focused(picker) == FORGET_IN_BACKUPS_TOO;
    if (held == NULL)
        return;
    enum status status =
        named_backups_find(desk->store, view->meeting.id, &arena, &backups, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (desk_do(desk, ballot_anonymise, held->id, "scrutin anonymisé") == STATUS_DONE)
        forget_in_backups(desk, &backups, too, &problem);
    arena_clear(&arena);
}

static void offer_forgetting(
    struct desk *desk, const struct named_backups *backups, struct arena *arena)
{
    static const struct pick pick = {accept_forgetting};
    const struct picker_choice choices[] = {
        [FORGET_HERE] = {.reference = "",
            .label = "Effacer les noms de ce scrutin, aussi de l'historique",
            .aside = "ne s'annule pas"},
        [FORGET_IN_BACKUPS_TOO] = {.reference = "",
            .label = arena_format(arena, "De même, et supprimer %d sauvegarde%s où ils restent",
                (int)backups->count, backups->count > 1 ? "s" : ""),
            .aside = "ne s'annule pas"},
    };
    if (arena->failed)
        desk_refuse_no_memory(desk);
    else
        desk_pick(desk, &pick, "Anonymiser : Entrée efface les noms pour de bon, Échap les garde",
            choices, backups->count > 0 ? 2 : 1, false);
}

void ballot_forget(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct ballot_view *view = ballot_view_of(screen);
    const struct held_ballot *held = ballot_held(view);
    struct arena arena = {0};
    struct named_backups backups;
    struct problem problem = {0};
    if (held == NULL || held->vote_count == 0)
        desk_say(desk, "Ce scrutin n'a pas de nom à effacer.");
    else if (named_backups_find(desk->store, view->meeting.id, &arena, &backups, &problem) !=
             STATUS_DONE)
        desk_refuse(desk, &problem);
    else
        offer_forgetting(desk, &backups, &arena);
    arena_clear(&arena);
}

static void describe_counts(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    const struct ballot_view *view = ballot_view_read(screen);
    const struct item *item = agenda_find(&view->agenda, view->item);
    buffer_append_format(
        out, "Point %s · pour, contre, abstentions (", item == NULL ? "" : item->number);
    french_count(out, ballot_moment_of(&view->sheet, &view->state).voters, "votant", "votants");
    buffer_append(out, ")");
}

static void describe_secret(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    buffer_append(out, "Scrutin secret · ");
    describe_counts(screen, desk, subject, out);
}

static void describe_sentence(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Phrase du vote (vide : celle du programme)");
}

static enum status read_said(const struct ballot_view *view, enum ballot_mode mode,
    const char *text, struct said_ballot *said, struct problem *problem)
{
    *said = (struct said_ballot){
        .mode = mode, .casting = view->casting, .shares_voters = view->shares_voters};
    return ballot_counts_read_line(text, &said->counts, problem);
}

static void understand(
    const struct screen *screen, enum ballot_mode mode, const char *text, struct buffer *out)
{
    const struct ballot_view *view = ballot_view_read(screen);
    struct problem problem = {0};
    struct said_ballot said;
    struct ballot ballot;
    if (text[strspn(text, " ")] == '\0') {
        buffer_append(out, "Trois nombres : 9 0 2");
        return;
    }
    if (read_said(view, mode, text, &said, &problem) == STATUS_DONE &&
        ballot_preview(view, &said, &ballot, &problem) == STATUS_DONE)
        ballot_sentence(out, &ballot);
    else
        buffer_append(out, problem.sentence);
}

static void understand_counts(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)desk;
    understand(screen, BALLOT_SHOW_OF_HANDS, text, out);
}

static void understand_secret(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)desk;
    understand(screen, BALLOT_SECRET, text, out);
}

// `subject` is what the counts were asked for: a draft may be taken up elsewhere.
static enum status accept(struct screen *screen, struct desk *desk, enum ballot_mode mode,
    int64_t subject, const char *text, struct problem *problem)
{
    struct ballot_view *view = ballot_view_of(screen);
    struct said_ballot said;
    enum status status = STATUS_DONE;
    if (subject != ballot_subject(view))
        status = ballot_show(view, desk, subject, problem);
    if (status == STATUS_DONE)
        status = read_said(view, mode, text, &said, problem);
    return status == STATUS_DONE ? keep(view, desk, &said, problem) : status;
}

static enum status accept_counts(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return accept(screen, desk, BALLOT_SHOW_OF_HANDS, subject, text, problem);
}

static enum status accept_secret(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    return accept(screen, desk, BALLOT_SECRET, subject, text, problem);
}

// The history does not repeat it: it may name somebody.
static enum status accept_sentence(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return desk_answer(
        desk, ballot_set_sentence, subject, text, problem, "phrase d'un vote corrigée");
}

const struct question ballot_questions[] = {
    [ASK_COUNTS] = {.purpose = "voix",
        .leaves = true,
        .describe = describe_counts,
        .understand = understand_counts,
        .accept = accept_counts},
    [ASK_SECRET] = {.purpose = "voix-secretes",
        .leaves = true,
        .describe = describe_secret,
        .understand = understand_secret,
        .accept = accept_secret},
    [ASK_SENTENCE] = {.purpose = "phrase",
        .correction = true,
        .describe = describe_sentence,
        .accept = accept_sentence},
};
