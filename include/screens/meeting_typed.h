// SPDX-License-Identifier: GPL-3.0-or-later
// What is half typed in a meeting, and the text that comes back from elsewhere: callbacks of the
// screen, as screens/screen.h says them.
#ifndef GREFFE_SCREENS_MEETING_TYPED_H
#define GREFFE_SCREENS_MEETING_TYPED_H

#include "screens/screen.h"

// The entry line first, then the line that is corrected, if one is.
bool meeting_pending(const struct screen *screen, size_t index, struct pending *pending);
bool meeting_resume(struct screen *screen, struct desk *desk, const struct pending *pending);
void meeting_edited(struct screen *screen, struct desk *desk, const char *text);

#endif
