/* Opens the grammar of an image: every reference checked, every word resolved to the lexicon. */
#include <stdlib.h>

#include "code/grammar/grammar_image.h"

typedef struct Opener {
  Arena *arena;
  const Lexicon *lexicon;
  Strings strings;
  Grammar *g;
  VEC(Str) missing;
  VEC(FrameTrigger) triggers;
} Opener;

static Str text_at(const Opener *o, uint32_t number) { return strings_at(&o->strings, number); }

static ClassSet classes_of(const Opener *o, Str list) {
  ClassSet set = 0;
  while (list.p) {
    Str name = str_trim(str_cut(&list, ' '));
    if (name.n) set |= lexicon_class(o->lexicon, name);
  }
  return set;
}

static void note_missing(Opener *o, Str file, uint32_t line, Str word) {
  vec_push(&o->missing, o->arena, arena_printf(o->arena, "%.*s:%u: %.*s", STR_ARG(file), line, STR_ARG(word)));
}

static bool pos_fits(uint32_t form, uint8_t pos) {
  switch (form) {
    case TRIGGER_NOUN: return pos == POS_NOUN || pos == POS_ADJ; /* participles stand as either */
    case TRIGGER_ADJ: return pos == POS_ADJ;
    default: return pos == POS_VERB;
  }
}

enum { LEMMAS_MAX = 8 };

/* A word of the grammar stands for all lemmas of its spelling and part of speech. */
static void add_trigger(Opener *o, const TriggerRow *row, uint32_t specificity) {
  uint32_t lemmas[LEMMAS_MAX], kept = 0;
  Str word = text_at(o, row->lemma), file = o->g->frames[row->frame].file;
  if (row->form == TRIGGER_COUNTED) {
    FrameTrigger t = {row->frame, LEMMA_NONE, row->line, row->first, row->n, specificity, TRIGGER_COUNTED};
    vec_push(&o->triggers, o->arena, t);
    return;
  }
  uint32_t n = lexicon_find(o->lexicon, word, POS_NONE, lemmas, LEMMAS_MAX);
  for (uint32_t i = 0; i < n && i < LEMMAS_MAX; i++) {
    if (!pos_fits(row->form, o->lexicon->lemmas[lemmas[i]].pos)) continue;
    kept++;
    vec_push(&o->triggers, o->arena,
             (FrameTrigger){row->frame, lemmas[i], row->line, row->first, row->n, specificity, (uint8_t)row->form});
  }
  if (!kept) note_missing(o, file, row->line, word);
}

static ErrorCode damaged(ErrorInfo *info, ImageTag tag) {
  return error_set(info, ERROR_IMAGE, STR("compiled data"), tag, "the grammar is missing or damaged");
}

static FrameCondition condition_of(Opener *o, const ConditionRow *row) {
  uint32_t lemmas[LEMMAS_MAX];
  Str word = text_at(o, row->lemma);
  FrameCondition c = {.on = (uint8_t)row->on, .negated = row->negated != 0, .lemma = LEMMA_NONE, .prep = row->prep};
  c.classes = classes_of(o, text_at(o, row->classes));
  if (word.n) {
    uint32_t n = lexicon_find(o->lexicon, word, POS_NONE, lemmas, LEMMAS_MAX);
    c.dead = n == 0;
    if (n) c.lemma = lemmas[0];
  }
  return c;
}

static ErrorCode open_rows(Opener *o, const Image *image, ErrorInfo *info) {
  ImageSection conditions = image_section(image, GRAMMAR_CONDITIONS, sizeof(ConditionRow));
  ImageSection sources = image_section(image, GRAMMAR_SOURCES, sizeof(SourceRow));
  ImageSection types = image_section(image, GRAMMAR_TYPES, sizeof(TypeImage));
  const ConditionRow *c = conditions.at;
  const SourceRow *s = sources.at;
  const TypeImage *t = types.at;
  FrameCondition *cs = ARENA_ARRAY(o->arena, FrameCondition, conditions.n + 1);
  FrameSource *ss = ARENA_ARRAY(o->arena, FrameSource, sources.n + 1);
  TypeRow *ts = ARENA_ARRAY(o->arena, TypeRow, types.n + 1);
  if (!cs || !ss || !ts) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  for (uint32_t i = 0; i < conditions.n; i++) {
    if (c[i].on > ON_LAST) return damaged(info, GRAMMAR_CONDITIONS);
    cs[i] = condition_of(o, &c[i]);
  }
  for (uint32_t i = 0; i < sources.n; i++) {
    if (s[i].from > FROM_NEXT) return damaged(info, GRAMMAR_SOURCES);
    ss[i] = (FrameSource){.only = classes_of(o, text_at(o, s[i].only)),
                          .without = classes_of(o, text_at(o, s[i].without)),
                          .lemma = LEMMA_NONE,
                          .prep = s[i].prep,
                          .from = s[i].from};
  }
  for (uint32_t i = 0; i < types.n; i++) {
    if (t[i].class >= CLASS_COUNT) return damaged(info, GRAMMAR_TYPES);
    ts[i] = (TypeRow){text_at(o, t[i].type),   (TypeClass)t[i].class, t[i].traits, t[i].specific, t[i].told,
                      text_at(o, t[i].custody)};
  }
  o->g->conditions = cs;
  o->g->sources = ss;
  o->g->types = ts;
  o->g->ntypes = types.n;
  return ERROR_OK;
}

static ErrorCode open_mapping(Opener *o, const Image *image, ErrorInfo *info) {
  ImageSection section = image_section(image, GRAMMAR_MAPPING, sizeof(MappingImage));
  const MappingImage *from = section.at;
  MappingRow *rows = ARENA_ARRAY(o->arena, MappingRow, section.n + 1);
  if (!rows) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  for (uint32_t i = 0; i < section.n; i++) {
    MappingRow *r = &rows[i];
    Str *const words[MAPPING_WORDS] = {&r->type, &r->stance, &r->outcome, &r->status, &r->doer,
                                       &r->rule, &r->plover, &r->mode,    &r->acled,  &r->cameo};
    for (uint32_t k = 0; k < MAPPING_WORDS; k++) *words[k] = text_at(o, from[i].word[k]);
    r->ged = from[i].ged != 0;
  }
  o->g->mapping = rows;
  o->g->nmapping = section.n;
  return ERROR_OK;
}

/* The row of the type of that name; FRAME_NO_TYPE where there is none. */
static uint32_t row_of_type(const Grammar *g, Str type) {
  for (uint32_t i = 0; type.n && i < g->ntypes; i++)
    if (str_eq(g->types[i].type, type)) return i;
  return FRAME_NO_TYPE;
}

uint32_t grammar_type_with(const Grammar *g, TypeTrait trait) {
  for (uint32_t i = 0; i < g->ntypes; i++)
    if (type_is(&g->types[i], trait)) return i;
  return FRAME_NO_TYPE;
}

static ErrorCode open_frames(Opener *o, const Image *image, ErrorInfo *info) {
  ImageSection rows = image_section(image, GRAMMAR_FRAMES, sizeof(FrameRow));
  uint32_t nsources = image_section(image, GRAMMAR_SOURCES, sizeof(SourceRow)).n;
  Frame *frames = ARENA_ARRAY(o->arena, Frame, rows.n + 1);
  if (!frames) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  for (uint32_t i = 0; i < rows.n; i++) {
    const FrameRow *r = &((const FrameRow *)rows.at)[i];
    Frame *f = &frames[i];
    *f = (Frame){.id = text_at(o, r->id),
                 .file = text_at(o, r->file),
                 .type = text_at(o, r->type),
                 .what = text_at(o, r->what),
                 .alone = text_at(o, r->alone),
                 .stance = text_at(o, r->stance),
                 .direction = text_at(o, r->direction),
                 .kind = (uint8_t)r->kind,
                 .weak = r->weak != 0,
                 .vague = r->vague != 0,
                 .nowhere = r->nowhere != 0,
                 .outranks = r->outranks != 0};
    f->type_row = row_of_type(o->g, f->type);
    f->alone_row = row_of_type(o->g, f->alone);
    bool holds = r->kind <= FRAME_TRAP && (r->kind != FRAME_EVENT || f->type_row != FRAME_NO_TYPE);
    for (uint32_t k = 0; k < ROLE_COUNT; k++) {
      holds = holds && r->first[k] <= nsources && r->n[k] <= nsources - r->first[k];
      f->first[k] = r->first[k];
      f->n[k] = r->n[k];
    }
    if (!holds) return damaged(info, GRAMMAR_FRAMES);
  }
  o->g->frames = frames;
  o->g->nframes = rows.n;
  return ERROR_OK;
}

enum {
  ABOVE_WEAK = 100, /* any other frame comes before a weak one */
  ABOVE_ALL = 100,  /* what outranks comes before any other */
  TRAP_LEAD = 4     /* what its words make no act is none whatever else stands there: a condition's worth */
};

static int by_rank(const void *a, const void *b) {
  const FrameTrigger *x = a, *y = b;
  if (x->lemma != y->lemma) return x->lemma < y->lemma ? -1 : 1;
  if (x->specificity != y->specificity) return x->specificity > y->specificity ? -1 : 1;
  if (x->frame != y->frame) return x->frame < y->frame ? -1 : 1; /* frames are sorted by id */
  return x->line < y->line ? -1 : x->line > y->line;
}

/* A lemma says more than a class, any condition more than none. */
static uint32_t specificity_of(const Opener *o, const TriggerRow *r) {
  uint32_t specificity = 0, words = 0;
  const Frame *frame = &o->g->frames[r->frame];
  for (uint32_t k = r->first; k < r->first + r->n; k++) {
    const FrameCondition *c = &o->g->conditions[k];
    words += c->lemma != LEMMA_NONE && !c->negated;
    specificity += c->lemma != LEMMA_NONE || c->on == ON_NATION ? 5 : 4;
  }
  if (r->form == TRIGGER_PASSIVE || r->form == TRIGGER_ACTIVE) specificity++;
  if (!frame->weak) specificity += ABOVE_WEAK;
  if (frame->outranks) specificity += ABOVE_ALL;
  if (frame->kind == FRAME_TRAP && r->n && words == r->n) specificity += TRAP_LEAD;
  return specificity;
}

static ErrorCode open_triggers(Opener *o, const Image *image, ErrorInfo *info) {
  ImageSection rows = image_section(image, GRAMMAR_TRIGGERS, sizeof(TriggerRow));
  ImageSection section = image_section(image, GRAMMAR_CONDITIONS, sizeof(ConditionRow));
  const ConditionRow *conditions = section.at;
  uint32_t nconditions = section.n;
  for (uint32_t i = 0; i < rows.n; i++) {
    const TriggerRow *r = &((const TriggerRow *)rows.at)[i];
    if (r->frame >= o->g->nframes || r->form >= TRIGGER_FORMS || r->first > nconditions ||
        r->n > nconditions - r->first)
      return damaged(info, GRAMMAR_TRIGGERS);
    for (uint32_t k = r->first; k < r->first + r->n; k++)
      if (o->g->conditions[k].dead)
        note_missing(o, o->g->frames[r->frame].file, r->line, text_at(o, conditions[k].lemma));
    add_trigger(o, r, specificity_of(o, r));
  }
  Grammar *g = o->g;
  uint32_t *by_lemma = ARENA_ARRAY(o->arena, uint32_t, (size_t)o->lexicon->n + 1);
  if (!by_lemma) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  if (o->triggers.n) qsort(o->triggers.at, o->triggers.n, sizeof *o->triggers.at, by_rank);
  for (uint32_t i = 0, lemma = 0; lemma <= o->lexicon->n; lemma++) {
    while (i < o->triggers.n && o->triggers.at[i].lemma < lemma) i++;
    by_lemma[lemma] = i;
  }
  g->triggers = o->triggers.at;
  g->ntriggers = o->triggers.n;
  g->by_lemma = by_lemma;
  return ERROR_OK;
}

static ErrorCode open_sets(Opener *o, const Image *image, ErrorInfo *info) {
  ImageSection members = image_section(image, GRAMMAR_MEMBERS, sizeof(MemberRow));
  ImageSection lemmas = image_section(image, GRAMMAR_LEMMAS, sizeof(SetLemmaRow));
  const MemberRow *m = members.at;
  const SetLemmaRow *rows = lemmas.at;
  Grammar *g = o->g;
  SetMask *masks = ARENA_ARRAY(o->arena, SetMask, (size_t)o->lexicon->n + 1);
  SetMember *entries = ARENA_ARRAY(o->arena, SetMember, (size_t)members.n + 1);
  if (!masks || !entries) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  for (uint32_t i = 0; i < members.n; i++) {
    if (m[i].set >= SET_COUNT || m[i].prep >= g->preps.n) return damaged(info, GRAMMAR_MEMBERS);
    entries[i] = (SetMember){classes_of(o, text_at(o, m[i].classes)), m[i].set, m[i].prep, m[i].clitic, m[i].pronoun};
  }
  for (uint32_t i = 0; i < g->phrases.nvalues; i++)
    if (g->phrases.values[i] >= members.n) return damaged(info, GRAMMAR_MEMBERS);
  for (uint32_t i = 0; i < lemmas.n; i++) {
    uint32_t found[LEMMAS_MAX];
    if (rows[i].set >= SET_COUNT) return damaged(info, GRAMMAR_LEMMAS);
    uint32_t n = lexicon_find(o->lexicon, text_at(o, rows[i].lemma), POS_NONE, found, LEMMAS_MAX);
    for (uint32_t k = 0; k < n && k < LEMMAS_MAX; k++) masks[found[k]] |= SET_BIT(rows[i].set);
  }
  g->members = entries;
  g->nmembers = members.n;
  g->sets_of_lemma = masks;
  return ERROR_OK;
}

/* One letter in the preps' table: the clitic's. */
static uint32_t clitic_prep(const Grammar *g, uint8_t letter) {
  char utf8[4];
  uint32_t code = letter_code(letter);
  utf8[0] = (char)(0xC0 | code >> 6);
  utf8[1] = (char)(0x80 | (code & 0x3F));
  return strings_find(&g->preps, (Str){utf8, 2});
}

static ErrorCode open_preps(Opener *o, ErrorInfo *info) {
  Grammar *g = o->g;
  uint32_t *of_lemma = ARENA_ARRAY(o->arena, uint32_t, (size_t)o->lexicon->n + 1);
  if (!of_lemma) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  memset(of_lemma, 0xFF, ((size_t)o->lexicon->n + 1) * sizeof *of_lemma);
  for (uint32_t i = 0; i < g->preps.n; i++) {
    uint32_t lemmas[LEMMAS_MAX];
    uint32_t n = lexicon_find(o->lexicon, strings_at(&g->preps, i), POS_PREP, lemmas, LEMMAS_MAX);
    for (uint32_t k = 0; k < n && k < LEMMAS_MAX; k++) of_lemma[lemmas[k]] = i;
  }
  g->prep_of_lemma = of_lemma;
  g->prep_bi = clitic_prep(g, LETTER_BA);
  g->prep_li = clitic_prep(g, LETTER_LAM);
  g->prep_ka = clitic_prep(g, LETTER_KAF);
  return ERROR_OK;
}

ErrorCode grammar_open(Arena *arena, const Image *image, const Lexicon *lexicon, Grammar **grammar, ErrorInfo *info) {
  Grammar *g = ARENA_NEW(arena, Grammar);
  if (!g) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  Opener o = {.arena = arena, .lexicon = lexicon, .g = g};
  g->lexicon = lexicon;
  ErrorCode code = strings_open(&o.strings, image, GRAMMAR_STRINGS, info);
  if (!code) code = strings_open(&g->preps, image, GRAMMAR_PREPS, info);
  if (!code) code = phrases_open(&g->phrases, image, GRAMMAR_PHRASES, info);
  if (!code) code = open_rows(&o, image, info);
  if (!code) code = open_mapping(&o, image, info);
  if (!code) code = open_frames(&o, image, info);
  if (!code) code = open_triggers(&o, image, info);
  if (!code) code = open_preps(&o, info);
  if (!code) code = open_sets(&o, image, info);
  if (!code && !arena_ok(arena)) code = error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  g->missing = o.missing.at;
  g->nmissing = o.missing.n;
  *grammar = g;
  return code;
}
