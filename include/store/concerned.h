// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of a kind concern an element of the plan, as SQL. For src/store alone.
#ifndef GREFFE_STORE_CONCERNED_H
#define GREFFE_STORE_CONCERNED_H

// The ids that `record_concern` gives for the element ?1 at the level of COLUMN, found without
// looking at the records of other kinds; those with a link of their own may be of any kind.
#define CONCERNED(COLUMN, KIND)                                                                    \
    "SELECT record_id FROM record_link WHERE " COLUMN " = ?1"                                      \
    " UNION SELECT record.id FROM item_concern CROSS JOIN record"                                  \
    " ON record.item_id = item_concern.item_id AND record.kind = '" KIND "'"                       \
    " WHERE " COLUMN " = ?1"                                                                       \
    " AND EXISTS (SELECT 1 FROM record_without_link AS bare WHERE bare.id = record.id)"

#endif
