// SPDX-License-Identifier: GPL-3.0-or-later
// Who works, and on which computer, as the journal names them.
#ifndef GREFFE_CLI_IDENTITY_H
#define GREFFE_CLI_IDENTITY_H

#include "base/arena.h"

// The name of this computer: that of the host and four random signs, kept in `state_folder`
// because a copied file would take it along. Where nothing can be kept (or `state_folder` is NULL)
// the host's alone. NULL when memory ends.
const char *identity_site(const char *state_folder, struct arena *arena);

// The person as the system knows them: the full name, else the login. NULL when memory ends.
const char *identity_author(struct arena *arena);

#endif
