/* Decisions by signs: each sign that holds adds its weight, tenths of the log odds, rounded; the sum says
 * which way. A file lists its signs with their weights as an X macro, so that a sign is one line. */
#ifndef CODE_SIGNS_H
#define CODE_SIGNS_H

#include <stdbool.h>
#include <stdint.h>

/* A bit for each sign of a list. C17 names no integer so wide; gcc and clang have one. */
__extension__ typedef unsigned __int128 Signs;

#define SIGNS_MOST 128

/* For the lists: a sign's name, for their enum; its weight where it has one alone, for their table. */
#define SIGN_NAME(sign, ...) sign,
#define SIGN_WEIGHT(sign, weight) weight,

/* The sign's bit where it holds. */
static inline Signs when(bool holds, uint32_t sign) { return holds ? (Signs)1 << sign : 0; }

/* The weights of all that hold, of a list of n signs. */
static inline int signs_weigh(Signs signs, const int8_t *weights, uint32_t n) {
  int sum = 0;
  for (uint32_t i = 0; i < n; i++)
    if (signs >> i & 1) sum += weights[i];
  return sum;
}

#endif
