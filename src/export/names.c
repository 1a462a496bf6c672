/* «قتل الطفل أحمد محمد الجبوري» (the child Ahmad Muhammad al-Jabouri was killed): the name is
 * looked for by its folded words, the longest first, so that «أحمد محمد» of another man does not
 * break it; names that stay («كتائب أبو علي مصطفى», a band named after a man) are in the same
 * table and are passed over whole. */
#include "export/names.h"

#include "base/hash.h"
#include "record/writer.h"
#include "text/text.h"
#include "text/utf8.h"

static bool is_word(const Token *t) { return t->kind == TOKEN_WORD || t->kind == TOKEN_LATIN; }

Str name_key(Arena *arena, Str name) {
  Text text = text_of(arena, utf8_clean(arena, name));
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0, n = 0; i < text.ntokens && n < NAME_WORDS; i++) {
    if (!is_word(&text.tokens[i])) continue;
    if (n++) writer_byte(&w, ' ');
    writer_put(&w, token_fold(&text, i));
  }
  return buffer.n ? buffer_str(&buffer) : STR("");
}

uint32_t name_words(Str key) {
  uint32_t n = key.n > 0;
  for (size_t i = 0; i < key.n; i++) n += key.p[i] == ' ';
  return n;
}

Str name_part(Str key, uint32_t from, uint32_t to) {
  size_t start = 0, at = 0;
  for (uint32_t word = 0; at <= key.n; at++) {
    if (at < key.n && key.p[at] != ' ') continue;
    word++;
    if (word == from) start = at + 1;
    if (word == to) return str_slice(key, start, at);
  }
  return STR_NONE;
}

/* ---- the table ---- */

static NameEntry *slot_of(const NameTable *t, Str key) {
  for (uint64_t at = hash64(key.p, key.n);; at++) {
    NameEntry *e = &t->slots[at & (t->room - 1)];
    if (!e->key.n || str_eq(e->key, key)) return e;
  }
}

static bool grow(NameTable *t) {
  if (t->n * 2 < t->room) return true;
  NameTable bigger = {.arena = t->arena, .n = t->n, .room = t->room ? t->room * 2 : 64};
  bigger.slots = ARENA_ARRAY(t->arena, NameEntry, bigger.room);
  if (!bigger.slots) return false;
  for (uint32_t i = 0; i < t->room; i++)
    if (t->slots[i].key.n) *slot_of(&bigger, t->slots[i].key) = t->slots[i];
  *t = bigger;
  return true;
}

void names_add(NameTable *t, Str key, Str instead) {
  if (!key.n || !grow(t)) return;
  NameEntry *e = slot_of(t, key);
  if (e->key.n) return;
  *e = (NameEntry){key, instead};
  t->n++;
}

const NameEntry *names_find(const NameTable *t, Str key) {
  if (!t || !t->n || !key.n) return NULL;
  const NameEntry *e = slot_of(t, key);
  return e->key.n ? e : NULL;
}

/* ---- in a text ---- */

enum { KEY_ROOM = 512 };

typedef struct Reading {
  const Text *text;
  const NameTable *a, *b;
} Reading;

typedef struct Found {
  const NameEntry *entry;
  uint32_t last; /* behind its last token */
  uint32_t skip; /* letters of a proclitic */
} Found;

/* Words of one name stand side by side, or with a hyphen between. */
static uint32_t next_word(const Text *t, uint32_t i) {
  uint32_t k = i + 1;
  if (k < t->ntokens && token_sign(t, k) == '-') k++;
  return k < t->ntokens && is_word(&t->tokens[k]) ? k : UINT32_MAX;
}

/* The longest name whose first word is `first`, at token i. */
static Found longest(const Reading *r, uint32_t i, Str first, uint32_t skip) {
  char key[KEY_ROOM];
  size_t n = 0;
  Found found = {.skip = skip};
  for (uint32_t words = 0; words < NAME_WORDS && i != UINT32_MAX; words++) {
    Str word = words ? token_fold(r->text, i) : first;
    if (n + word.n + 1 > sizeof key) break;
    if (words) key[n++] = ' ';
    memcpy(key + n, word.p, word.n);
    n += word.n;
    const NameEntry *e = names_find(r->b, (Str){key, n});
    if (!e) e = names_find(r->a, (Str){key, n});
    if (e) {
      found.entry = e;
      found.last = i + 1;
    }
    i = next_word(r->text, i);
  }
  return found;
}

static bool is_proclitic(uint8_t c) {
  return c == LETTER_WAW || c == LETTER_FA || c == LETTER_BA || c == LETTER_LAM || c == LETTER_KAF;
}

static Found find_at(const Reading *r, uint32_t i) {
  Str word = token_fold(r->text, i);
  Found found = longest(r, i, word, 0);
  char article[KEY_ROOM / 2];
  for (uint32_t skip = 1; !found.entry && skip < 3 && word.n > skip + 1; skip++) {
    if (!is_proclitic((uint8_t)word.p[skip - 1])) break;
    found = longest(r, i, str_slice(word, skip, word.n), skip);
    /* «للجبوري»: the article's alef is not written behind لـ */
    bool to_the = (uint8_t)word.p[skip - 1] == LETTER_LAM && (uint8_t)word.p[skip] == LETTER_LAM;
    if (found.entry || !to_the || word.n > sizeof article) continue;
    article[0] = (char)LETTER_ALEF;
    memcpy(article + 1, word.p + skip, word.n - skip);
    found = longest(r, i, (Str){article, word.n - skip + 1}, skip);
  }
  return found;
}

static void put_found(Writer *w, const Text *t, uint32_t i, const Found *f, size_t *from) {
  size_t start = f->skip ? view_origin(&t->view, t->tokens[i].view + f->skip) : t->tokens[i].span.start;
  size_t end = t->tokens[f->last - 1].span.end;
  if (f->entry->instead.n) {
    writer_put(w, str_slice(t->bytes, *from, start));
    writer_put(w, f->entry->instead);
    *from = end;
  }
}

Str names_replace(Arena *arena, const NameTable *a, const NameTable *b, Str bytes) {
  if (!bytes.n || ((!a || !a->n) && (!b || !b->n))) return bytes;
  Text text = text_of(arena, utf8_clean(arena, bytes));
  Reading r = {&text, a, b};
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  size_t from = 0;
  for (uint32_t i = 0; i < text.ntokens; i++) {
    if (!is_word(&text.tokens[i])) continue;
    Found found = find_at(&r, i);
    if (!found.entry) continue;
    put_found(&w, &text, i, &found, &from);
    i = found.last - 1;
  }
  if (!from && !buffer.n) return bytes;
  writer_put(&w, str_slice(text.bytes, from, text.bytes.n));
  return buffer.n ? buffer_str(&buffer) : STR("");
}
