/* Names that do not leave.
 *
 * Which names: those of the persons that records name (by default only of minors, and of all in
 * a record of sexual violence), and where everybody is masked also those that a document names
 * without a record («قال المتحدث محمد العلي», said the spokesman Muhammad al-Ali). Actors of the data
 * stay as they are, bands that bear a man's name among them.
 *
 * Where: full names in every string; within the documents that name somebody also parts of the
 * name («الجبوري»), since reports go on with them. An URL of such a document leads to the name
 * and often spells it in Latin letters, so that only its host is left.
 *
 * What instead: "person-" and ten digits of HMAC-SHA-256 of the name's key under the mask's key. */
#include "export/mask.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>

#include "base/hash.h"
#include "engine/explain.h"
#include "export/mask_names.h"
#include "export/names.h"
#include "text/letter.h"
#include "text/utf8.h"

enum { KEY_BYTES = 32, DIGITS = 10 };

typedef VEC(Str) StrList;

/* Those a document names. */
typedef struct Named {
  Str document;
  StrList keys;
  bool analysed;
} Named;

struct Mask {
  Arena arena;    /* holds this struct and all that stays */
  Arena document; /* the table of the document at hand */
  Arena work;     /* an analysis */
  Arena scratch;  /* a key in the making */
  Ledger *ledger;
  const Engine *engine;
  EngineMemo *memo;
  MaskWhom whom;
  uint8_t key[KEY_BYTES];
  NameTable everywhere; /* names, and actors' names that stay */
  NameTable particles;  /* words that are no name by themselves: «بن», «عبد» */
  NameTable persons;    /* names as records have them, single words too: for fields that hold a name alone */
  NameTable minors;     /* words for a minor */
  NameTable places;     /* words that records have for places */
  NameTable here;       /* parts of names in the document at hand */
  Str at;               /* the document at hand */
  bool named;           /* somebody masked is named in it */
  NameTable index;      /* documents; instead: the place in `list` */
  VEC(Named) list;
};

/* A name's key alone, without what it took to make it. */
static Str key_of(Mask *m, Arena *arena, Str name) {
  arena_reset(&m->scratch);
  Str key = name_key(&m->scratch, name);
  return key.n ? arena_str(arena, key) : STR("");
}

/* ---- pseudonyms ---- */

static Str pseudonym(Mask *m, Arena *arena, const char *what, Str of) {
  uint8_t sum[EVP_MAX_MD_SIZE];
  unsigned n = 0;
  char hex[2 * EVP_MAX_MD_SIZE + 1];
  HMAC(EVP_sha256(), m->key, KEY_BYTES, (const unsigned char *)of.p, of.n, sum, &n);
  hex_of(sum, DIGITS / 2, hex);
  return arena_printf(arena, "%s-%s", what, hex);
}

/* «أبو» and its cases «أبا», «أبي» are one name: the key with each of them. */
static uint32_t cases_of(Mask *m, Str key, Str out[3]) {
  static const uint8_t ends[] = {LETTER_WAW, LETTER_ALEF, LETTER_YA};
  out[0] = key;
  for (uint32_t from = 0, n = name_words(key); from < n; from++) {
    Str word = name_part(key, from, from + 1);
    bool kunya =
        word.n == 3 && (uint8_t)word.p[0] == LETTER_ALEF && (uint8_t)word.p[1] == LETTER_BA &&
        ((uint8_t)word.p[2] == LETTER_WAW || (uint8_t)word.p[2] == LETTER_ALEF || (uint8_t)word.p[2] == LETTER_YA);
    if (!kunya) continue;
    for (int i = 0; i < 3; i++) {
      out[i] = arena_str(&m->arena, key);
      if (out[i].p) ((char *)(uintptr_t)out[i].p)[word.p - key.p + 2] = (char)ends[i];
    }
    return 3;
  }
  return 1;
}

/* ---- the names ---- */

static void add_everywhere(Mask *m, Str key) {
  Str cases[3];
  uint32_t n = cases_of(m, key, cases);
  if (names_find(&m->everywhere, cases[0])) return;
  Str instead = pseudonym(m, &m->arena, "person", cases[0]);
  for (uint32_t i = 0; i < n; i++) names_add(&m->everywhere, cases[i], instead);
}

static Named *named_of(Mask *m, Str document, bool make) {
  const NameEntry *e = names_find(&m->index, document);
  uint32_t at = 0;
  if (e) return str_to_u32(e->instead, &at) && at < m->list.n ? &m->list.at[at] : NULL;
  if (!make || !document.n) return NULL;
  Named named = {.document = arena_str(&m->arena, document)};
  if (!vec_push(&m->list, &m->arena, named)) return NULL;
  names_add(&m->index, named.document, arena_printf(&m->arena, "%u", m->list.n - 1));
  return &m->list.at[m->list.n - 1];
}

/* A name that is a word alone would take the word from every text: only where everybody is masked, and not
 * where it is a place's or a particle. */
static bool stands_alone(const Mask *m, Str key) {
  if (name_words(key) > 1) return true;
  if (m->whom != MASK_EVERYONE) return false;
  return key.n >= 3 && !names_find(&m->particles, key) && !names_find(&m->places, key);
}

static bool stays(const Mask *m, Str key) {
  const NameEntry *e = names_find(&m->everywhere, key);
  return e && !e->instead.n;
}

static void add_name(Mask *m, Str document, Str name, const Text *text) {
  Str key = key_of(m, &m->arena, name), whole = mask_whole_name(&m->arena, text, key);
  if (!key.n || stays(m, key)) return;
  Str cases[3], named_so = key;
  if (whole.n) key = whole;
  (void)cases_of(m, key, cases);
  if (!names_find(&m->persons, named_so)) names_add(&m->persons, named_so, pseudonym(m, &m->arena, "person", cases[0]));
  if (stands_alone(m, key)) add_everywhere(m, key);
  Named *named = named_of(m, document, true);
  if (named) vec_push(&named->keys, &m->arena, key);
}

static bool protects(Mask *m, const Record *r, const Person *p, const Text *text) {
  if (m->whom == MASK_EVERYONE) return true;
  arena_reset(&m->scratch);
  if (mask_protects(&m->scratch, &m->minors, r, p)) return true;
  return !p->age.set && mask_told_minor(&m->minors, text, name_key(&m->scratch, p->quote.text));
}

static bool at_named(void *context, Arena *arena, Str document, const Record *r) {
  Mask *m = context;
  ErrorInfo info;
  Str bytes;
  if (ledger_text(m->ledger, document, arena, &bytes, &info)) return false;
  Text text = text_of(arena, utf8_clean(arena, bytes));
  for (uint32_t i = 0; i < r->npersons; i++) {
    const Person *p = &r->persons[i];
    if (!protects(m, r, p, &text)) continue;
    add_name(m, document, p->quote.text, &text);
    if (!str_eq(p->name, p->quote.text)) add_name(m, document, p->name, &text);
  }
  return arena_ok(&m->arena);
}

static bool at_place(void *context, Str words) {
  Mask *m = context;
  names_add(&m->places, key_of(m, &m->arena, words), STR(""));
  return arena_ok(&m->arena);
}

/* ---- a document at hand ---- */

static void analyse(Mask *m, Named *named) {
  Str text;
  const Analysis *analysis = NULL;
  ErrorInfo info;
  named->analysed = true;
  arena_reset(&m->work);
  if (ledger_text(m->ledger, named->document, &m->work, &text, &info)) return;
  EngineDocument document = {.id = STR(""), .text = text, .published = STR(""), .outlet = STR(""), .memo = m->memo};
  if (engine_analyse(m->engine, &m->work, &document, false, &analysis, &info)) return;
  ExplainMentions mentions = explain_mentions(&m->work, analysis);
  for (uint32_t i = 0; i < mentions.n; i++) {
    if (mentions.at[i].kind != EXPLAIN_PERSON) continue;
    Str key = key_of(m, &m->arena, mentions.at[i].quote.text);
    if (key.n && !stays(m, key)) vec_push(&named->keys, &m->arena, key);
  }
}

/* The name and each part of it that may stand for it. */
static void add_here(Mask *m, Str key) {
  Str cases[3];
  uint32_t ncases = cases_of(m, key, cases), n = name_words(key);
  Str instead = pseudonym(m, &m->document, "person", cases[0]);
  for (uint32_t i = 0; i < ncases; i++) names_add(&m->here, cases[i], instead);
  for (uint32_t words = n - 1; n > 1 && words > 0; words--)
    for (uint32_t from = 0; from + words <= n; from++) {
      Str part = name_part(key, from, from + words);
      bool weak = words == 1 && (part.n < 3 || names_find(&m->particles, part));
      if (!weak && !names_find(&m->places, part) && !stays(m, part)) names_add(&m->here, part, instead);
    }
}

static void enter(Mask *m, Str document) {
  if (str_eq(document, m->at)) return;
  arena_reset(&m->document);
  m->here = (NameTable){.arena = &m->document};
  m->at = arena_str(&m->document, document);
  Named *named = named_of(m, document, m->whom == MASK_EVERYONE);
  if (named && m->whom == MASK_EVERYONE && !named->analysed) analyse(m, named);
  m->named = named && named->keys.n;
  /* Whole names before parts of others. */
  for (uint32_t i = 0; named && i < named->keys.n; i++) {
    Str key = named->keys.at[i];
    const NameEntry *e = names_find(&m->everywhere, key);
    if (e) names_add(&m->here, key, e->instead);
  }
  for (uint32_t i = 0; named && i < named->keys.n; i++) add_here(m, named->keys.at[i]);
}

/* ---- opening ---- */

static ErrorCode set_key(Mask *m, Str key, ErrorInfo *info) {
  if (key.n) {
    sha256(key, m->key);
    return ERROR_OK;
  }
  if (getrandom(m->key, KEY_BYTES, 0) == KEY_BYTES) return ERROR_OK;
  return error_set(info, ERROR_IO, STR("mask"), 0, "the system gives no random key");
}

static ErrorCode gather(Mask *m, ErrorInfo *info) {
  ErrorCode code = mask_known(m->engine, &m->arena, &m->everywhere, &m->particles, &m->minors, info);
  if (!code) code = ledger_walk_place_words(m->ledger, at_place, m, info);
  if (!code) code = ledger_walk_named(m->ledger, at_named, m, info);
  if (!code && !arena_ok(&m->arena)) code = error_set(info, ERROR_MEMORY, STR("mask"), 0, NULL);
  return code;
}

ErrorCode mask_open(Ledger *ledger, const Engine *engine, MaskWhom whom, Str key, Mask **out, ErrorInfo *info) {
  Arena arena;
  *out = NULL;
  if (whom == MASK_NOBODY) return ERROR_OK;
  arena_init(&arena, (size_t)2 << 30);
  Mask *m = ARENA_NEW(&arena, Mask);
  if (!m) {
    arena_fini(&arena);
    return error_set(info, ERROR_MEMORY, STR("mask"), 0, NULL);
  }
  *m = (Mask){.arena = arena, .ledger = ledger, .engine = engine, .whom = whom};
  arena_init(&m->document, (size_t)256 << 20);
  arena_init(&m->work, ENGINE_DOCUMENT_BUDGET);
  arena_init(&m->scratch, (size_t)64 << 20);
  m->everywhere.arena = m->particles.arena = m->minors.arena = m->persons.arena = m->places.arena = m->index.arena =
      &m->arena;
  m->here.arena = &m->document;
  m->memo = whom == MASK_EVERYONE ? engine_memo_new(engine) : NULL;
  ErrorCode code = set_key(m, key, info);
  if (!code) code = gather(m, info);
  if (code)
    mask_close(m);
  else
    *out = m;
  return code;
}

void mask_close(Mask *m) {
  if (!m) return;
  engine_memo_free(m->memo);
  OPENSSL_cleanse(m->key, KEY_BYTES);
  arena_fini(&m->document);
  arena_fini(&m->work);
  arena_fini(&m->scratch);
  Arena arena = m->arena;
  arena_fini(&arena);
}

/* ---- strings ---- */

Str mask_text(Mask *m, Arena *arena, Str document, Str text) {
  if (!m || !text.n) return text;
  enter(m, document);
  return names_replace(arena, &m->everywhere, &m->here, text);
}

static int hex_value(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* «%D8%A3حمد-الجبوري_قتل» as words. */
static Str spelled_out(Arena *arena, Str url) {
  char *out = arena_alloc(arena, url.n + 1, 1);
  size_t n = 0;
  for (size_t i = 0; out && i < url.n; i++) {
    bool escaped = url.p[i] == '%' && i + 2 < url.n && hex_value(url.p[i + 1]) >= 0 && hex_value(url.p[i + 2]) >= 0;
    char c = url.p[i];
    if (escaped) {
      c = (char)(hex_value(url.p[i + 1]) * 16 + hex_value(url.p[i + 2]));
      i += 2;
    }
    out[n++] = c == '-' || c == '_' || c == '+' || c == '/' || c == '.' || c == '=' ? ' ' : c;
  }
  return out ? (Str){out, n} : STR("");
}

Str mask_url(Mask *m, Arena *arena, Str document, Str url) {
  if (!m || !url.n) return url;
  enter(m, document);
  Str words = spelled_out(arena, url), clean = utf8_clean(arena, words);
  bool has = !str_eq(names_replace(arena, &m->everywhere, &m->here, clean), clean);
  bool web = str_starts(url, STR("http://")) || str_starts(url, STR("https://"));
  if (!has && !(web && m->named)) return url;
  Str instead = pseudonym(m, arena, web ? "page" : "document", url);
  if (!web) return instead;
  Str rest = url, scheme = str_cut(&rest, '/');
  (void)str_cut(&rest, '/');
  Str host = str_cut(&rest, '/');
  return arena_printf(arena, "%.*s//%.*s/%.*s", STR_ARG(scheme), STR_ARG(host), STR_ARG(instead));
}

Str mask_person(Mask *m, Arena *arena, Str document, Str name) {
  if (!m || !name.n) return name;
  enter(m, document);
  Str key = name_key(arena, name), cases[3];
  const NameEntry *e = names_find(&m->here, key);
  if (!e) e = names_find(&m->everywhere, key);
  if (!e) e = names_find(&m->persons, key);
  if (e) return e->instead.n ? arena_str(arena, e->instead) : name; /* `here` is gone with the next document */
  if (m->whom != MASK_EVERYONE) return mask_text(m, arena, document, name);
  if (!key.n) return STR("");
  (void)cases_of(m, arena_str(&m->document, key), cases);
  return pseudonym(m, arena, "person", cases[0]);
}

bool mask_everyone(const Mask *m) { return m && m->whom == MASK_EVERYONE; }
