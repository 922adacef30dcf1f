// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of an import of members: who sits where.
#ifndef GREFFE_INTAKE_MEMBERS_MANDATES_H
#define GREFFE_INTAKE_MEMBERS_MANDATES_H

#include "intake/members_step.h"

// Of every row that names a committee, once its person is known. Refuses with the line: an unknown
// committee, a principal who is no member of it, two rows about one mandate, a role, voice or date
// without a committee, what the store refuses.
enum status members_import_mandates(struct members_importing *importing);

#endif
