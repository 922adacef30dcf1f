// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of an import of members: organisations and people.
#ifndef GREFFE_INTAKE_MEMBERS_PEOPLE_H
#define GREFFE_INTAKE_MEMBERS_PEOPLE_H

#include "intake/members_step.h"

// Of every row, in their order. Refuses with the line: two rows that say one thing otherwise, a
// name that fits several people, a college without an organisation, what the store refuses.
enum status members_import_people(struct members_importing *importing);

#endif
