// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/presence.h"

static size_t index_of(const struct attendance *attendance, const struct seat *seat)
{
    return (size_t)(seat - attendance->seats);
}

static bool an_earlier_substitute_counts(
    const struct attendance *attendance, const struct standing standings[], const struct seat *seat)
{
    for (const struct seat *other = attendance->seats; other < seat; other++) {
        if (other->substitute_of == seat->substitute_of &&
            standings[index_of(attendance, other)].counts)
            return true;
    }
    return false;
}

// Those before it are settled.
static bool counts(
    const struct attendance *attendance, const struct standing standings[], const struct seat *seat)
{
    if (!standings[index_of(attendance, seat)].held || !attendance_may_vote(attendance, seat))
        return false;
    if (seat->substitute_of == 0)
        return true;
    const struct seat *principal = attendance_principal(attendance, seat);
    return seat->presence != PRESENCE_REPRESENTED &&
           !standings[index_of(attendance, principal)].held &&
           !an_earlier_substitute_counts(attendance, standings, seat);
}

static bool place_is_taken(const struct attendance *attendance, const struct standing standings[],
    const struct seat *principal)
{
    for (size_t i = 0; i < attendance->seat_count; i++) {
        const struct seat *seat = &attendance->seats[i];
        if (standings[i].counts && (seat == principal || seat->substitute_of == principal->id))
            return true;
    }
    return false;
}

static bool is_within_limit(const struct attendance *attendance, int proxies)
{
    return attendance->proxies_allowed < 0 || proxies < attendance->proxies_allowed;
}

static void settle_proxy(const struct attendance *attendance, int item, struct standing standings[],
    const struct seat *giver)
{
    const struct seat *holder = attendance_find(attendance, giver->proxy_to);
    if (holder == NULL || giver->substitute_of != 0 || giver->voice != VOICE_VOTING ||
        seat_is_withdrawn(giver, item) || place_is_taken(attendance, standings, giver))
        return;
    struct standing *held = &standings[index_of(attendance, holder)];
    if (!held->votes || !is_within_limit(attendance, held->proxies))
        return;
    held->proxies++;
    standings[index_of(attendance, giver)].votes_by_proxy = true;
}

void presence_at(const struct attendance *attendance, int item, struct standing standings[])
{
    for (size_t i = 0; i < attendance->seat_count; i++)
        standings[i] = (struct standing){.held = seat_is_held(&attendance->seats[i], item)};
    for (size_t i = 0; i < attendance->seat_count; i++) {
        const struct seat *seat = &attendance->seats[i];
        standings[i].counts = counts(attendance, standings, seat);
        standings[i].votes = standings[i].counts && !seat_is_withdrawn(seat, item);
    }
    for (size_t i = 0; i < attendance->seat_count; i++)
        settle_proxy(attendance, item, standings, &attendance->seats[i]);
}

static void add(
    struct presence_totals *totals, const struct seat *seat, const struct standing *standing)
{
    totals->held += standing->held;
    totals->seats += seat->substitute_of == 0 && seat->voice == VOICE_VOTING;
    totals->present += standing->counts;
    totals->proxies += standing->votes_by_proxy;
    totals->voters += standing->votes + standing->votes_by_proxy;
}

struct presence_totals presence_total(
    const struct attendance *attendance, const struct standing standings[])
{
    struct presence_totals totals = {0};
    for (size_t i = 0; i < attendance->seat_count; i++)
        add(&totals, &attendance->seats[i], &standings[i]);
    return totals;
}

struct presence_totals presence_total_of_college(
    const struct attendance *attendance, const struct standing standings[], int64_t college)
{
    struct presence_totals totals = {0};
    for (size_t i = 0; i < attendance->seat_count; i++) {
        const struct seat *seat = &attendance->seats[i];
        const struct seat *principal = attendance_principal(attendance, seat);
        if ((principal == NULL ? seat : principal)->college == college)
            add(&totals, seat, &standings[i]);
    }
    return totals;
}
