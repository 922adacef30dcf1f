// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ballot_names.h"

static bool votes_on_item(const struct standing *standing)
{
    return standing->votes || standing->votes_by_proxy;
}

static enum status check_names(const struct attendance *attendance,
    const struct standing standings[], const struct named_vote votes[], size_t vote_count,
    struct problem *problem)
{
    for (size_t i = 0; i < vote_count; i++) {
        const struct seat *seat = attendance_find(attendance, votes[i].seat);
        if (seat == NULL)
            return problem_set(problem, STATUS_REFUSED,
                "Cette personne n'est pas aux présences : ajoutez-la avant de noter son vote.");
        if (!votes_on_item(&standings[seat - attendance->seats]))
            return problem_set(problem, STATUS_REFUSED,
                "%s ne vote pas à ce point : vérifiez sa présence, sa voix et son pouvoir.",
                seat->name);
    }
    return STATUS_DONE;
}

enum ballot_choice ballot_choice_of(
    const struct named_vote votes[], size_t vote_count, int64_t seat, enum ballot_choice otherwise)
{
    for (size_t i = vote_count; i > 0; i--) {
        if (votes[i - 1].seat == seat)
            return votes[i - 1].choice;
    }
    return otherwise;
}

enum status ballot_count_names(const struct attendance *attendance,
    const struct standing standings[], const struct named_vote votes[], size_t vote_count,
    enum ballot_choice otherwise, struct ballot_counts *counts, struct problem *problem)
{
    int numbers[] = {
        [BALLOT_FOR] = 0, [BALLOT_AGAINST] = 0, [BALLOT_ABSTENTION] = 0, [BALLOT_NO_VOTE] = 0};
    enum status status = check_names(attendance, standings, votes, vote_count, problem);
    if (status != STATUS_DONE)
        return status;
    for (size_t i = 0; i < attendance->seat_count; i++) {
        if (votes_on_item(&standings[i]))
            numbers[ballot_choice_of(votes, vote_count, attendance->seats[i].id, otherwise)]++;
    }
    *counts = (struct ballot_counts){
        numbers[BALLOT_FOR], numbers[BALLOT_AGAINST], numbers[BALLOT_ABSTENTION]};
    return STATUS_DONE;
}
