// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_fact.h"

#include <string.h>

#include "base/buffer.h"
#include "text/fold.h"

static bool folds_alike(const char *left, const char *right)
{
    struct buffer folded_left = {0};
    struct buffer folded_right = {0};
    text_fold(&folded_left, left);
    text_fold(&folded_right, right);
    bool alike = !buffer_failed(&folded_left) && !buffer_failed(&folded_right) &&
                 strcmp(buffer_text(&folded_left), buffer_text(&folded_right)) == 0;
    buffer_clear(&folded_left);
    buffer_clear(&folded_right);
    return alike;
}

bool entry_mention_is(const struct entry_mention *mention, int64_t organisation, const char *name)
{
    return mention->organisation == organisation &&
           (organisation != 0 || folds_alike(mention->name, name));
}

static bool mentions_are_same(const struct entry *left, const struct entry *right)
{
    if (left->mention_count != right->mention_count)
        return false;
    for (size_t i = 0; i < left->mention_count; i++) {
        const struct entry_mention *mention = &left->mentions[i];
        const struct entry_mention *other = &right->mentions[i];
        if (mention->organisation != other->organisation || mention->owner != other->owner)
            return false;
        if (mention->organisation == 0 && strcmp(mention->name, other->name) != 0)
            return false;
    }
    return true;
}

static bool has_link(const struct entry *entry, const struct entry_link *link)
{
    for (size_t i = 0; i < entry->link_count; i++) {
        if (entry->links[i].level == link->level && entry->links[i].id == link->id)
            return true;
    }
    return false;
}

static bool links_are_same(const struct entry *left, const struct entry *right)
{
    if (left->link_count != right->link_count)
        return false;
    for (size_t i = 0; i < left->link_count; i++) {
        if (!has_link(right, &left->links[i]))
            return false;
    }
    return true;
}

static bool dates_are_same(struct date left, struct date right)
{
    return left.precision == right.precision && left.year == right.year &&
           left.month == right.month && left.day == right.day;
}

static int priority_meant(const struct entry *entry)
{
    enum { USUAL_PRIORITY = 3 };
    if (entry->kind != RECORD_TASK)
        return 0;
    return entry->priority == 0 ? USUAL_PRIORITY : entry->priority;
}

bool entry_is_same(const struct entry *left, const struct entry *right)
{
    if (left->kind == RECORD_BALLOT && right->kind == RECORD_BALLOT)
        return ballot_line_is_same(&left->ballot, &right->ballot);
    return left->kind == right->kind && strcmp(left->text, right->text) == 0 &&
           mentions_are_same(left, right) && links_are_same(left, right) &&
           dates_are_same(left->date, right->date) &&
           priority_meant(left) == priority_meant(right) && left->doubtful == right->doubtful;
}
