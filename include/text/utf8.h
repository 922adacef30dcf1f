// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text as a person sees it: graphemes, cells, lines; and text from outside made harmless.
//
// All of it at once, for those who need several. Offsets and lengths are bytes; widths are
// terminal cells. Functions that read text accept any bytes: one that is not UTF-8 counts as one
// grapheme of one cell and is shown as U+FFFD.
#ifndef GREFFE_TEXT_UTF8_H
#define GREFFE_TEXT_UTF8_H

#include "text/clean.h"
#include "text/fold.h"
#include "text/grapheme.h"
#include "text/wrap.h"

#endif
