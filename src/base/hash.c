#include "base/hash.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <xxhash.h>

uint64_t hash64(const void *p, size_t n) { return XXH3_64bits(p, n); }

void sha256(Str bytes, uint8_t out[SHA256_BYTES]) { SHA256((const unsigned char *)bytes.p, bytes.n, out); }

/* libcrypto's own, under our name. */
static EVP_MD_CTX *context(Sha256 *sum) { return (EVP_MD_CTX *)(void *)sum; }

Sha256 *sha256_begin(void) {
  EVP_MD_CTX *c = EVP_MD_CTX_new();
  if (c && EVP_DigestInit_ex(c, EVP_sha256(), NULL) == 1) return (Sha256 *)(void *)c;
  EVP_MD_CTX_free(c);
  return NULL;
}

void sha256_add(Sha256 *sum, Str bytes) {
  if (sum && bytes.n) EVP_DigestUpdate(context(sum), bytes.p, bytes.n);
}

void sha256_end(Sha256 *sum, uint8_t out[SHA256_BYTES]) {
  unsigned n = 0;
  memset(out, 0, SHA256_BYTES);
  if (sum) EVP_DigestFinal_ex(context(sum), out, &n);
  EVP_MD_CTX_free(context(sum));
}

void hex_of(const uint8_t *in, size_t bytes, char *out) {
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < bytes; i++) {
    out[2 * i] = digits[in[i] >> 4];
    out[2 * i + 1] = digits[in[i] & 15];
  }
  out[2 * bytes] = 0;
}
