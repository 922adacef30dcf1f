// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, as libmd computes it.
//
//     struct sha256 digest;
//     char hex[SHA256_HEX_SIZE];
//     sha256_begin(&digest);
//     sha256_add(&digest, line, strlen(line));
//     sha256_end(&digest, hex);
#ifndef GREFFE_BASE_SHA256_H
#define GREFFE_BASE_SHA256_H

#include <sha2.h>
#include <stddef.h>

enum { SHA256_HEX_SIZE = 2 * SHA256_DIGEST_LENGTH + 1 };

struct sha256 {
    SHA2_CTX context;
};

void sha256_begin(struct sha256 *digest);
void sha256_add(struct sha256 *digest, const void *bytes, size_t length);

// 64 small hexadecimal digits, as sha256sum prints them. The digest has to begin anew.
void sha256_end(struct sha256 *digest, char hex[SHA256_HEX_SIZE]);

#endif
