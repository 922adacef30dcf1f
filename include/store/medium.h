// SPDX-License-Identifier: GPL-3.0-or-later
// What a file lies on: some places lose or tear files, and a person is told once.
#ifndef GREFFE_STORE_MEDIUM_H
#define GREFFE_STORE_MEDIUM_H

// A French sentence for a file on a network share or a FAT medium; NULL elsewhere.
const char *medium_warning(const char *path);

#endif
