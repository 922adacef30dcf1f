// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

void sha256_begin(struct sha256 *digest)
{
    SHA256Init(&digest->context);
}

void sha256_add(struct sha256 *digest, const void *bytes, size_t length)
{
    SHA256Update(&digest->context, bytes, length);
}

void sha256_end(struct sha256 *digest, char hex[SHA256_HEX_SIZE])
{
    SHA256End(&digest->context, hex);
}
