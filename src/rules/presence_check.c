// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/presence_check.h"

#include "rules/presence.h"

static enum status refuse_unknown(struct problem *problem)
{
    return problem_set(problem, STATUS_REFUSED,
        "Cette personne n'est pas attendue à la séance : ajoutez-la d'abord aux présences.");
}

enum status presence_check_move(const struct attendance *attendance, int64_t id, bool arrives,
    int item, struct problem *problem)
{
    const struct seat *seat = attendance_find(attendance, id);
    if (seat == NULL)
        return refuse_unknown(problem);
    if (seat->move_count > 0 && seat->moves[seat->move_count - 1].item > item)
        return problem_set(problem, STATUS_REFUSED,
            "%s a déjà un mouvement noté à un point qui suit : retirez-le d'abord.", seat->name);
    if (seat_is_held(seat, item) != arrives)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        arrives ? "%s siège déjà à ce point : notez d'abord son départ."
                : "%s ne siège pas à ce point : notez d'abord son arrivée.",
        seat->name);
}

enum status presence_check_withdrawal(
    const struct attendance *attendance, int64_t id, int item, struct problem *problem)
{
    const struct seat *seat = attendance_find(attendance, id);
    if (seat == NULL)
        return refuse_unknown(problem);
    if (!seat_is_held(seat, item))
        return problem_set(problem, STATUS_REFUSED,
            "%s ne siège pas à ce point : un déport se note pour une personne présente.",
            seat->name);
    return STATUS_DONE;
}

enum status presence_check_deputy(
    const struct attendance *attendance, int64_t id, const char *deputy, struct problem *problem)
{
    const struct seat *seat = attendance_find(attendance, id);
    if (seat == NULL)
        return refuse_unknown(problem);
    if (seat->role == SEAT_GUEST || seat->substitute_of != 0)
        return problem_set(problem, STATUS_REFUSED,
            "%s n'est pas titulaire : personne ne siège à sa place ; ajoutez plutôt un invité.",
            seat->name);
    if (deputy == NULL || *deputy == '\0')
        return problem_set(
            problem, STATUS_REFUSED, "Dites qui représente %s : son nom manque.", seat->name);
    return STATUS_DONE;
}

// A proxy as it would be given, in the meeting without what the giver had given before.
struct proxy {
    struct attendance attendance;
    const struct seat *giver;
    const struct seat *holder;
    struct standing *standings;
};

static const struct standing *standing_of(const struct proxy *proxy, const struct seat *seat)
{
    return &proxy->standings[seat - proxy->attendance.seats];
}

static enum status check_giver(const struct proxy *proxy, struct problem *problem)
{
    const struct seat *giver = proxy->giver;
    if (giver->substitute_of != 0 || giver->voice != VOICE_VOTING)
        return problem_set(problem, STATUS_REFUSED,
            "%s n'a pas de voix à donner : seul un titulaire à voix délibérative donne pouvoir.",
            giver->name);
    if (standing_of(proxy, giver)->held)
        return problem_set(problem, STATUS_REFUSED,
            "%s siège à ce point : notez d'abord son départ ou son absence, puis le pouvoir.",
            giver->name);
    for (size_t i = 0; i < proxy->attendance.seat_count; i++) {
        const struct seat *seat = &proxy->attendance.seats[i];
        if (seat->substitute_of == giver->id && proxy->standings[i].counts)
            return problem_set(problem, STATUS_REFUSED,
                "%s siège à ce point pour %s : un pouvoir n'est pas nécessaire.", seat->name,
                giver->name);
    }
    return STATUS_DONE;
}

static enum status check_holder(const struct proxy *proxy, struct problem *problem)
{
    const struct seat *holder = proxy->holder;
    const struct standing *standing = standing_of(proxy, holder);
    if (!standing->held)
        return problem_set(problem, STATUS_REFUSED,
            "%s ne siège pas à ce point : donnez le pouvoir à une personne présente.",
            holder->name);
    if (!standing->votes)
        return problem_set(problem, STATUS_REFUSED,
            "%s ne vote pas à ce point : donnez le pouvoir à une personne qui vote.", holder->name);
    return STATUS_DONE;
}

static enum status check_limit(const struct proxy *proxy, struct problem *problem)
{
    int allowed = proxy->attendance.proxies_allowed;
    if (allowed < 0 || standing_of(proxy, proxy->holder)->proxies < allowed)
        return STATUS_DONE;
    if (allowed == 0)
        return problem_set(problem, STATUS_REFUSED,
            "Cette instance n'admet pas de pouvoir : notez plutôt qui représente %s.",
            proxy->giver->name);
    if (allowed == 1)
        return problem_set(problem, STATUS_REFUSED,
            "%s détient déjà un pouvoir, le seul permis : donnez celui-ci à une autre personne.",
            proxy->holder->name);
    return problem_set(problem, STATUS_REFUSED,
        "%s détient déjà %d pouvoirs, le plus qui soit permis : donnez celui-ci à une autre "
        "personne.",
        proxy->holder->name, allowed);
}

static enum status check_proxy(const struct proxy *proxy, struct problem *problem)
{
    enum status status = check_giver(proxy, problem);
    if (status == STATUS_DONE)
        status = check_holder(proxy, problem);
    return status == STATUS_DONE ? check_limit(proxy, problem) : status;
}

enum status presence_check_proxy(const struct attendance *attendance, int64_t giver_id,
    int64_t holder_id, int item, struct arena *arena, struct problem *problem)
{
    const struct seat *giver = attendance_find(attendance, giver_id);
    const struct seat *holder = attendance_find(attendance, holder_id);
    if (giver == NULL || holder == NULL)
        return refuse_unknown(problem);
    if (giver == holder)
        return problem_set(problem, STATUS_REFUSED,
            "%s ne peut pas se donner pouvoir : choisissez une autre personne.", giver->name);
    struct seat *seats = arena_array(arena, attendance->seat_count, sizeof *seats);
    struct proxy proxy = {.attendance = *attendance,
        .standings = arena_array(arena, attendance->seat_count, sizeof *proxy.standings)};
    if (seats == NULL || proxy.standings == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < attendance->seat_count; i++)
        seats[i] = attendance->seats[i];
    seats[giver - attendance->seats].proxy_to = 0;
    proxy.attendance.seats = seats;
    proxy.giver = &seats[giver - attendance->seats];
    proxy.holder = &seats[holder - attendance->seats];
    presence_at(&proxy.attendance, item, proxy.standings);
    return check_proxy(&proxy, problem);
}

enum status presence_check_votes(const struct attendance *attendance,
    const struct cast_vote votes[], size_t vote_count, struct arena *arena, struct problem *problem)
{
    struct standing *standings = arena_array(arena, attendance->seat_count, sizeof *standings);
    if (standings == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < vote_count; i++) {
        const struct seat *seat = attendance_find(attendance, votes[i].seat);
        if (seat == NULL)
            return problem_set(problem, STATUS_REFUSED,
                "Une personne qui a voté au point %s ne serait plus aux présences : retirez "
                "d'abord son vote.",
                votes[i].item_number);
        if (i == 0 || votes[i].item != votes[i - 1].item)
            presence_at(attendance, votes[i].item, standings);
        const struct standing *standing = &standings[seat - attendance->seats];
        if (!standing->votes && !standing->votes_by_proxy)
            return problem_set(problem, STATUS_REFUSED,
                "%s a voté au point %s et ne peut pas y être sans voix : corrigez d'abord le "
                "scrutin.",
                seat->name, votes[i].item_number);
    }
    return STATUS_DONE;
}
