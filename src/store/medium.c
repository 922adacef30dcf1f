// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/medium.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/vfs.h>

// File system numbers of statfs(2).
static const struct {
    uint32_t type;
    const char *sentence;
} media[] = {
#define NETWORK                                                                                      \
    "Ce fichier est sur un partage réseau, où deux postes peuvent l'abîmer : travaillez sur une " \
    "copie locale."
    {0x6969, NETWORK},     // NFS
    {0x517B, NETWORK},     // SMB
    {0xFF534D42, NETWORK}, // CIFS
    {0xFE534D42, NETWORK}, // SMB2
    {0x01021997, NETWORK}, // 9P
    {0x5346414F, NETWORK}, // AFS
#define FAT                                                                                        \
    "Ce fichier est sur une clé FAT, qu'un arrachage peut abîmer : travaillez sur une copie et " \
    "démontez la clé avant de la retirer."
    {0x4D44, FAT}, {0x2011BAB0, FAT}, // exFAT
};

const char *medium_warning(const char *path)
{
    struct statfs place;
    if (statfs(path, &place) != 0)
        return NULL;
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (media[i].type == (uint32_t)place.f_type)
            return media[i].sentence;
    return NULL;
}
