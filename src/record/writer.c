/* Bytes out, and numbers as text.
 *
 * printf's %f follows the locale's decimal point and %g its own mind about exponents; two
 * runs of the program must give the same bytes anywhere, so numbers are put together here:
 * whole part and millionths, each an integer. */
#include "record/writer.h"

#include <math.h>
#include <stdio.h>

static bool buffer_put(void *to, Str bytes) {
  Buffer *b = to;
  if (bytes.n > b->room - b->n) {
    size_t need = b->n + bytes.n;
    if (need < b->n || need > SIZE_MAX / 2) return false;
    size_t room = need < 256 ? 512 : need * 2;
    char *bigger = arena_alloc(b->arena, room, 1);
    if (!bigger) return false;
    if (b->n) memcpy(bigger, b->p, b->n);
    b->p = bigger;
    b->room = room;
  }
  memcpy(b->p + b->n, bytes.p, bytes.n);
  b->n += bytes.n;
  return true;
}

Writer writer_to_buffer(Buffer *buffer) { return (Writer){.put = buffer_put, .to = buffer}; }

void writer_put(Writer *writer, Str bytes) {
  if (writer->failed || bytes.n == 0) return;
  if (!writer->put(writer->to, bytes)) writer->failed = true;
}

void writer_byte(Writer *writer, char byte) { writer_put(writer, (Str){&byte, 1}); }

void writer_repeat(Writer *writer, char byte, size_t times) {
  char chunk[64];
  memset(chunk, byte, sizeof chunk);
  for (size_t n; times && !writer->failed; times -= n) {
    n = times < sizeof chunk ? times : sizeof chunk;
    writer_put(writer, (Str){chunk, n});
  }
}

void writer_u64(Writer *writer, uint64_t number) {
  char digits[20];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  writer_put(writer, (Str){digits + at, sizeof digits - at});
}

/* `millionths` < 1000000, without the zeros at its end. */
static void put_fraction(Writer *writer, uint32_t millionths) {
  char digits[7] = ".000000";
  for (int i = 6; i > 0; i--, millionths /= 10) digits[i] = (char)('0' + millionths % 10);
  size_t n = sizeof digits;
  while (digits[n - 1] == '0') n--;
  writer_put(writer, (Str){digits, n});
}

bool writer_number(Writer *writer, double number) {
  if (!isfinite(number)) return false;
  double size = fabs(number);
  if (size >= 9007199254740992.0) { /* 2^53: whole from here on; %.0f has neither point nor exponent */
    char big[330];
    int n = snprintf(big, sizeof big, "%.0f", number);
    writer_put(writer, (Str){big, n > 0 ? (size_t)n : 0});
    return true;
  }
  double whole = floor(size);
  uint32_t millionths = (uint32_t)floor((size - whole) * 1e6 + 0.5);
  if (millionths >= 1000000) {
    millionths = 0;
    whole += 1;
  }
  if (number < 0 && (whole > 0 || millionths)) writer_byte(writer, '-');
  writer_u64(writer, (uint64_t)whole);
  if (millionths) put_fraction(writer, millionths);
  return true;
}
