/* Hashes: XXH3 for tables and checksums, SHA-256 for the identity of texts and records. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

enum { SHA256_BYTES = 32 };

uint64_t hash64(const void *p, size_t n);

void sha256(Str bytes, uint8_t out[SHA256_BYTES]);

/* The same of bytes that come in pieces. NULL where there is no memory; sha256_add and
 * sha256_end of NULL do nothing (all zeros come out). sha256_end gives the memory back. */
typedef struct Sha256 Sha256;
Sha256 *sha256_begin(void);
void sha256_add(Sha256 *sum, Str bytes);
void sha256_end(Sha256 *sum, uint8_t out[SHA256_BYTES]);

/* The first `bytes` bytes in lower-case hexadecimal; `out` has room for 2 * bytes + 1. */
void hex_of(const uint8_t *in, size_t bytes, char *out);

#endif
