#include "base/hash.h"

#include <openssl/sha.h>
#include <xxhash.h>

uint64_t hash64(const void *p, size_t n) { return XXH3_64bits(p, n); }

void sha256(Str bytes, uint8_t out[SHA256_BYTES]) { SHA256((const unsigned char *)bytes.p, bytes.n, out); }

void hex_of(const uint8_t *in, size_t bytes, char *out) {
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < bytes; i++) {
    out[2 * i] = digits[in[i] >> 4];
    out[2 * i + 1] = digits[in[i] & 15];
  }
  out[2 * bytes] = 0;
}
