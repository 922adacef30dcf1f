// SPDX-License-Identifier: GPL-3.0-or-later
// In a long list, to somebody by name.
#ifndef GREFFE_SCREENS_ATTENDANCE_SEEK_H
#define GREFFE_SCREENS_ATTENDANCE_SEEK_H

#include "screens/screen.h"

void attendance_seek(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
