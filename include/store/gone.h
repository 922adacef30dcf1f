// SPDX-License-Identifier: GPL-3.0-or-later
// What a gesture says of what was taken away meanwhile. For src/store alone.
#ifndef GREFFE_STORE_GONE_H
#define GREFFE_STORE_GONE_H

#define COMMITTEE_GONE "Cette instance n'existe plus : choisissez-en une autre."
#define ORGANISATION_GONE "Cet organisme n'existe plus : choisissez-en un autre."
#define PERSON_GONE "Cette personne n'est plus dans le fichier : choisissez-en une autre."

#endif
