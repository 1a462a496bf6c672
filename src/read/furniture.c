/* See furniture.h. Blocks and words are compared in their folded form, letters and numbers
 * alone, with one blank between: «اقرأ أيضاً :» and «إقرأ أيضا» are the same key. Only short
 * blocks are looked at: a paragraph that begins with such words is a paragraph. */
#include "read/furniture.h"

#include "base/vec.h"
#include "text/normal.h"

typedef enum How { LINE, BEGINS, HOLDS, REST, HOWS } How;

static const char *const how_names[HOWS] = {"line", "begins", "holds", "rest"};

enum { BLOCK_MAX = 600 /* bytes of a block that may be furniture */, SHORT = 25, FEW = 8 /* words */ };

struct Furniture {
  VEC(Str) words[HOWS]; /* keys */
};

static bool is_sign(uint8_t c) { return !letter_is_arabic(c) && !letter_is_digit(c) && !letter_is_latin(c); }

static Str key_of(Arena *arena, Str text) {
  View view = view_of(arena, text);
  char *key = arena_alloc(arena, (size_t)view.n + 1, 1);
  size_t n = 0;
  for (uint32_t i = 0; key && i < view.n; i++) {
    bool sign = is_sign(view.fold[i]);
    if (!sign || (n && key[n - 1] != ' ')) key[n++] = sign ? ' ' : (char)view.fold[i];
  }
  if (n && key[n - 1] == ' ') n--;
  return (Str){key, key ? n : 0};
}

ErrorCode furniture_read(Arena *arena, Str lines, Furniture **out, ErrorInfo *info) {
  Furniture *f = ARENA_NEW(arena, Furniture);
  for (uint32_t number = 1; f && lines.n; number++) {
    Str line = str_cut(&lines, '\n'), how = str_cut(&line, '\t'), words = str_cut(&line, '\t');
    How k = LINE;
    while (k < HOWS && !str_eq(how, str_of(how_names[k]))) k++;
    Str key = key_of(arena, words);
    if (k == HOWS || !key.n)
      return error_set(info, ERROR_DATA, STR("furniture"), number, "%s",
                       k == HOWS ? "what to do is none of line, begins, holds, rest" : "there are no words");
    vec_push(&f->words[k], arena, key);
  }
  if (!f || !arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("furniture"), 0, NULL);
  *out = f;
  return ERROR_OK;
}

/* ---------------------------------------------------------------- one block */

static bool begins_with(Str key, Str words) {
  return str_starts(key, words) && (key.n == words.n || key.p[words.n] == ' ');
}

static bool begins_any(const Furniture *f, How how, Str key) {
  for (uint32_t i = 0; i < f->words[how].n; i++)
    if (begins_with(key, f->words[how].at[i])) return true;
  return false;
}

static Str behind(Str key, size_t n) { return str_trim(str_slice(key, n, key.n)); }

static Str without_numbers(Str key) {
  size_t n = 0;
  while (n < key.n && letter_is_digit((uint8_t)key.p[n])) n++;
  return n && (n == key.n || key.p[n] == ' ') ? without_numbers(behind(key, n)) : key;
}

/* Nothing but such words: of those that fit at a place the longest. */
static bool is_line(const Furniture *f, Str key) {
  bool any = false;
  for (key = without_numbers(key); key.n; key = without_numbers(key)) {
    size_t longest = 0;
    for (uint32_t i = 0; i < f->words[LINE].n; i++) {
      Str words = f->words[LINE].at[i];
      if (words.n > longest && begins_with(key, words)) longest = words.n;
    }
    if (!longest) return false;
    any = true;
    key = behind(key, longest);
  }
  return any;
}

static bool holds_any(const Furniture *f, Str key) {
  for (size_t i = 0; i < key.n; i++)
    if ((i == 0 || key.p[i - 1] == ' ') && begins_any(f, HOLDS, str_slice(key, i, key.n))) return true;
  return false;
}

typedef enum Verdict { KEPT, DROPPED, REST_DROPPED } Verdict;

static Verdict judge(const Furniture *f, Arena *arena, Str block) {
  if (block.n > BLOCK_MAX) return KEPT;
  Str key = key_of(arena, block);
  size_t words = 1;
  for (size_t i = 0; i < key.n; i++) words += key.p[i] == ' ';
  if (words <= FEW && begins_any(f, REST, key)) return REST_DROPPED;
  if (words <= SHORT && (begins_any(f, BEGINS, key) || holds_any(f, key))) return DROPPED;
  return is_line(f, key) ? DROPPED : KEPT;
}

/* ---------------------------------------------------------------- a text */

static Str next_block(Str *rest) {
  size_t i = 0;
  while (i + 1 < rest->n && !(rest->p[i] == '\n' && rest->p[i + 1] == '\n')) i++;
  if (i + 1 >= rest->n) i = rest->n;
  Str block = str_slice(*rest, 0, i);
  while (i < rest->n && rest->p[i] == '\n') i++;
  *rest = str_slice(*rest, i, rest->n);
  return block;
}

Str furniture_clean(const Furniture *f, Arena *arena, Str text) {
  char *out = f && text.n ? arena_alloc(arena, text.n + 2, 1) : NULL;
  size_t n = 0;
  for (Str rest = text; out && rest.n;) {
    Str block = next_block(&rest);
    ArenaMark mark = arena_mark(arena);
    Verdict verdict = judge(f, arena, block);
    arena_release(arena, mark);
    if (verdict == REST_DROPPED && rest.n + block.n < n) break;
    if (verdict != KEPT || !block.n) continue;
    if (n) memcpy(out + n, "\n\n", 2), n += 2;
    memcpy(out + n, block.p, block.n);
    n += block.n;
  }
  return n ? (Str){out, n} : text;
}
