/* Whom a mask protects without being asked: «الطفل أحمد، 9 أعوام» (the child Ahmad, aged 9), and all
 * whom a record of sexual violence names. Age is told seldom, and of children more seldom: where a
 * record counts children among its dead, one who is named without an age may be one of them. */
#include "export/mask_names.h"

#include "image/source.h"
#include "text/letter.h"

enum { ADULT = 18, BEFORE = 2 };

/* With its article or without. */
static bool is_minor_word(const NameTable *minors, Str word) {
  bool article = word.n > 4 && (uint8_t)word.p[0] == LETTER_ALEF && (uint8_t)word.p[1] == LETTER_LAM;
  return names_find(minors, word) || (article && names_find(minors, str_slice(word, 2, word.n)));
}

static bool has_minor_word(Arena *scratch, const NameTable *minors, Str words) {
  Str key = name_key(scratch, words);
  for (uint32_t i = 0, n = name_words(key); i < n; i++)
    if (is_minor_word(minors, name_part(key, i, i + 1))) return true;
  return false;
}

bool mask_protects(Arena *scratch, const NameTable *minors, const Record *r, const Person *p) {
  if (str_eq(r->mode, STR("sexual")) || str_starts(r->rule, STR("abuse.sexual"))) return true;
  if (p->age.set) return p->age.min < ADULT;
  if (has_minor_word(scratch, minors, p->role.text)) return true;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if ((o->children.set && o->children.max > 0) || has_minor_word(scratch, minors, o->of.text)) return true;
  }
  return false;
}

/* ---- in the text ---- */

static bool is_word(const Token *t) { return t->kind == TOKEN_WORD || t->kind == TOKEN_LATIN; }

/* Does the name stand at token i? *last: behind it. */
static bool name_at(const Text *t, uint32_t i, Str key, uint32_t *last) {
  uint32_t n = name_words(key);
  for (uint32_t k = 0; k < n; k++, i++) {
    if (i >= t->ntokens || !is_word(&t->tokens[i])) return false;
    Str word = token_fold(t, i), part = name_part(key, k, k + 1);
    bool proclitic = !k && word.n == part.n + 1 && str_eq(str_slice(word, 1, word.n), part);
    if (!str_eq(word, part) && !proclitic) return false;
  }
  *last = i;
  return true;
}

static bool young_age(const Text *t, uint32_t i) {
  uint32_t age = 0;
  uint8_t sign = i < t->ntokens ? token_sign(t, i) : 0;
  if ((sign != '(' && sign != ',') || i + 1 >= t->ntokens || t->tokens[i + 1].kind != TOKEN_NUMBER) return false;
  return str_to_u32(token_light(t, i + 1), &age) && age < ADULT;
}

bool mask_told_minor(const NameTable *minors, const Text *t, Str key) {
  uint32_t last;
  for (uint32_t i = 0; i < t->ntokens; i++) {
    if (!name_at(t, i, key, &last)) continue;
    for (uint32_t k = 1; k <= BEFORE && k <= i && is_word(&t->tokens[i - k]); k++)
      if (is_minor_word(minors, token_fold(t, i - k))) return true;
    if (young_age(t, last)) return true;
  }
  return false;
}

Str mask_whole_name(Arena *arena, const Text *t, Str key) {
  enum { FAMILY_LEAST = 5 };
  uint32_t last;
  for (uint32_t i = 0; name_words(key) == 1 && i < t->ntokens; i++) {
    if (!name_at(t, i, key, &last) || last >= t->ntokens || t->tokens[last].kind != TOKEN_WORD) continue;
    Str next = token_fold(t, last);
    bool article = next.n >= FAMILY_LEAST && (uint8_t)next.p[0] == LETTER_ALEF && (uint8_t)next.p[1] == LETTER_LAM;
    if (article) return arena_printf(arena, "%.*s %.*s", STR_ARG(key), STR_ARG(next));
  }
  return STR("");
}

/* ---- from the data ---- */

/* Forms parted by '|'. */
static void add_forms(Arena *arena, Arena *scratch, NameTable *table, Str forms) {
  while (forms.p && forms.n) {
    Str key = name_key(scratch, str_cut(&forms, '|'));
    names_add(table, arena_str(arena, key), STR(""));
  }
}

/* `forms`: the field they stand in. */
static void add_file(Arena *arena, Arena *scratch, NameTable *table, const SourceFile *file, uint32_t forms,
                     bool english) {
  TableReader reader = table_reader(file);
  TableLine line;
  while (table_next(&reader, &line)) {
    add_forms(arena, scratch, table, line.field[forms]);
    if (english) add_forms(arena, scratch, table, line.field[2]);
  }
}

ErrorCode mask_known(const Engine *engine, Arena *arena, NameTable *stay, NameTable *particles, NameTable *minors,
                     ErrorInfo *info) {
  Arena unpacked;
  arena_init(&unpacked, (size_t)1 << 30);
  Source source = {.arena = &unpacked};
  ErrorCode code = engine_sources(engine, &source, info);
  for (uint32_t i = 0; !code && i < source.files.n; i++) {
    const SourceFile *f = &source.files.at[i];
    bool actors = str_eq(f->name, STR("actors.tsv")) || str_eq(f->name, STR("sources.tsv"));
    if (actors) add_file(arena, &unpacked, stay, f, 1, true);
    if (str_eq(f->name, STR("lexicon/titles.tsv"))) add_file(arena, &unpacked, particles, f, 0, false);
    if (str_eq(f->name, STR("mask/minors.tsv"))) add_file(arena, &unpacked, minors, f, 0, false);
  }
  arena_fini(&unpacked);
  return code;
}
