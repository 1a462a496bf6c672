/* Compiles data/grammar: frames with what they inherit, and sets. */
#include "code/grammar/compile.h"
#include "text/normal.h"

enum { INHERIT_MAX = 8, WORDS_MAX = 8 };

uint32_t compiler_keep(Compiler *c, Str s) { return strings_intern(&c->strings, s); }
static uint32_t keep_prep(Compiler *c, Str s) { return strings_intern(&c->preps, s); }

/* ---------------------------------------------------------------- frames */

typedef struct Chain {
  const FrameText *at[INHERIT_MAX]; /* the frame itself first, its oldest ancestor last */
  uint32_t n;
} Chain;

static const FrameLine *own_line(const FrameText *t, const char *key) {
  for (uint32_t i = 0; i < t->lines.n; i++)
    if (str_eq(t->lines.at[i].key, str_of(key))) return &t->lines.at[i];
  return NULL;
}

static ErrorCode chain_of(const Compiler *c, const FrameText *t, Chain *chain, ErrorInfo *info) {
  chain->n = 0;
  while (t && chain->n < INHERIT_MAX) {
    chain->at[chain->n++] = t;
    const FrameLine *up = own_line(t, "extends");
    if (!up) return ERROR_OK;
    const FrameText *parent = frame_texts_find(c->texts, up->value, false);
    if (!parent) return frame_error(t->file, up->line, info, "extends '%.*s', which is no frame", STR_ARG(up->value));
    t = parent;
  }
  return frame_error(chain->at[0]->file, chain->at[0]->line, info, "inherits too deep, or from itself");
}

static const FrameLine *inherited(const Chain *chain, const char *key) {
  for (uint32_t i = 0; i < chain->n; i++) {
    const FrameLine *line = own_line(chain->at[i], key);
    if (line) return line;
  }
  return NULL;
}

static uint32_t value_of(Compiler *c, const Chain *chain, const char *key) {
  const FrameLine *line = inherited(chain, key);
  return compiler_keep(c, line ? line->value : STR(""));
}

bool named_find(const Named *list, size_t n, Str name, uint32_t *value) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(name, str_of(list[i].name))) {
      *value = list[i].value;
      return true;
    }
  return false;
}

static const Named KINDS[] = {{"event", FRAME_EVENT},
                              {"outcome", FRAME_OUTCOME},
                              {"figure", FRAME_FIGURE},
                              {"trend", FRAME_TREND},
                              {"none", FRAME_TRAP}};
static const Named FORMS[] = {{"noun", TRIGGER_NOUN},       {"verb", TRIGGER_VERB},
                              {"passive", TRIGGER_PASSIVE}, {"active", TRIGGER_ACTIVE},
                              {"masdar", TRIGGER_MASDAR},   {"participle", TRIGGER_PARTICIPLE},
                              {"adj", TRIGGER_ADJ},         {"counted", TRIGGER_COUNTED}};
static const Named ROLES[] = {
    {"agent", ROLE_AGENT}, {"partner", ROLE_PARTNER}, {"target", ROLE_TARGET}, {"victim", ROLE_VICTIM}};
static const Named FROM[] = {
    {"subject", FROM_SUBJECT}, {"object", FROM_OBJECT}, {"idafa", FROM_IDAFA},         {"adj", FROM_ADJ},
    {"number", FROM_NUMBER},   {"rest", FROM_REST},     {"announcer", FROM_ANNOUNCER}, {"up", FROM_UP},
    {"next", FROM_NEXT}};
static const Named ON[] = {{"adj", ON_ADJ},           {"idafa", ON_IDAFA},
                           {"object", ON_OBJECT},     {"subject", ON_SUBJECT},
                           {"number", ON_NUMBER},     {"plural", ON_PLURAL},
                           {"definite", ON_DEFINITE}, {"negation", ON_NEGATION},
                           {"verb", ON_VERB},         {"up", ON_UP},
                           {"clause", ON_CLAUSE},     {"near", ON_NEAR},
                           {"share", ON_SHARE},       {"stock", ON_STOCK},
                           {"quoted", ON_QUOTED},     {"pronoun", ON_PRONOUN},
                           {"nation", ON_NATION},     {"thousands", ON_THOUSANDS},
                           {"millions", ON_MILLIONS}, {"that", ON_THAT}};

/* "prep:من قبل [class]", "prep:إلى اتفاق": all words up to a bracket or the next condition. */
static bool prep_of(Str word, Str key, Str *rest, Str *prep) {
  if (!str_starts(word, key)) return false;
  Str all = str_slice(word, key.n, word.n);
  const char *from = all.p;
  for (;;) {
    Str ahead = *rest;
    Str next = frame_word(&ahead);
    if (!next.n || next.p[0] == '[' || next.p[0] == '-' || str_eq(next, STR("with")) || str_eq(next, STR("not"))) break;
    *rest = ahead;
    all = (Str){from, (size_t)(next.p + next.n - from)};
  }
  *prep = all;
  return all.n > 0;
}

/* Does a set list it? */
static bool is_listed(const Compiler *c, Str words) {
  for (uint32_t i = 0; i < c->texts->list.n; i++) {
    const FrameText *t = &c->texts->list.at[i];
    for (uint32_t k = 0; t->is_set && k < t->lines.n; k++)
      if (str_eq(t->lines.at[k].value, words)) return true;
  }
  return false;
}

/* Several words are one preposition where a set lists them («من قبل»); else the last of them is the noun that it
 * governs («إلى اتفاق»), where `noun` is asked for. */
static ErrorCode keep_prep_and_noun(Compiler *c, const FrameText *t, const FrameLine *line, Str words, uint32_t *prep,
                                    uint32_t *noun, ErrorInfo *info) {
  Str last = STR_NONE;
  size_t cut = words.n;
  while (cut > 0 && words.p[cut - 1] != ' ') cut--;
  if (cut && noun && !is_listed(c, words)) {
    last = str_slice(words, cut, words.n);
    words = str_trim(str_slice(words, 0, cut));
    cut = 0;
    for (size_t i = 0; i < words.n; i++) cut |= words.p[i] == ' ';
  }
  if (cut && !is_listed(c, words))
    return frame_error(t->file, line->line, info, "'%.*s' is no preposition: no set lists it", STR_ARG(words));
  *prep = keep_prep(c, words);
  if (last.n) *noun = compiler_keep(c, last);
  return ERROR_OK;
}

/* "[a b]" without its brackets, or nothing. */
static bool bracket(Str word, Str *inside) {
  if (word.n < 2 || word.p[0] != '[' || word.p[word.n - 1] != ']') return false;
  *inside = str_trim(str_slice(word, 1, word.n - 1));
  return true;
}

static ErrorCode check_classes(const Compiler *c, const FrameText *t, const FrameLine *line, Str list,
                               ErrorInfo *info) {
  while (list.p) {
    Str name = str_trim(str_cut(&list, ' '));
    if (name.n && strings_builder_find(&c->classes, name) == STRINGS_NONE)
      return frame_error(t->file, line->line, info, "'%.*s' is no semantic class", STR_ARG(name));
  }
  return ERROR_OK;
}

static ErrorCode compile_source(Compiler *c, const FrameText *t, const FrameLine *line, Str text, ErrorInfo *info) {
  Str rest = text, word = frame_word(&rest), prep = STR_NONE, inside;
  SourceRow row = {
      .from = FROM_PREP, .only = compiler_keep(c, STR("")), .without = compiler_keep(c, STR("")), .prep = PREP_NONE};
  ErrorCode code = ERROR_OK;
  if (prep_of(word, STR("prep:"), &rest, &prep))
    code = keep_prep_and_noun(c, t, line, prep, &row.prep, NULL, info);
  else if (!NAMED(FROM, word, &row.from))
    return frame_error(t->file, line->line, info, "'%.*s' is no source of a role", STR_ARG(word));
  if (code) return code;
  for (word = frame_word(&rest); word.n; word = frame_word(&rest)) {
    inside = STR_NONE;
    if (bracket(word, &inside))
      row.only = compiler_keep(c, inside);
    else if (word.p[0] == '-' && bracket(str_slice(word, 1, word.n), &inside))
      row.without = compiler_keep(c, inside);
    else
      return frame_error(t->file, line->line, info, "'%.*s' is no list of classes", STR_ARG(word));
    code = check_classes(c, t, line, inside, info);
    if (code) return code;
  }
  vec_push(&c->sources, c->arena, row);
  return ERROR_OK;
}

static ErrorCode compile_role(Compiler *c, const Chain *chain, uint32_t role, FrameRow *frame, ErrorInfo *info) {
  frame->first[role] = c->sources.n;
  const FrameLine *line = inherited(chain, ROLES[role].name);
  ErrorCode code = ERROR_OK;
  Str rest = line ? line->value : STR_NONE;
  while (!code && rest.p) code = compile_source(c, chain->at[0], line, str_trim(str_cut(&rest, '|')), info);
  frame->n[role] = c->sources.n - frame->first[role];
  return code;
}

static ErrorCode compile_condition(Compiler *c, const FrameText *t, const FrameLine *line, Str *rest, bool negated,
                                   ErrorInfo *info) {
  Str word = frame_word(rest), prep = STR_NONE, inside;
  ConditionRow row = {.on = ON_PREP,
                      .negated = negated,
                      .lemma = compiler_keep(c, STR("")),
                      .classes = compiler_keep(c, STR("")),
                      .prep = PREP_NONE};
  ErrorCode code = ERROR_OK;
  if (prep_of(word, STR("prep:"), rest, &prep)) {
    code = keep_prep_and_noun(c, t, line, prep, &row.prep, &row.lemma, info);
  } else if (prep_of(word, STR("under:"), rest, &prep)) {
    row.on = ON_UNDER;
    code = keep_prep_and_noun(c, t, line, prep, &row.prep, NULL, info);
  } else if (!NAMED(ON, word, &row.on))
    return frame_error(t->file, line->line, info, "'%.*s' is no condition", STR_ARG(word));
  if (code) return code;
  bool needs = row.on == ON_ADJ || row.on == ON_IDAFA || row.on == ON_OBJECT || row.on == ON_SUBJECT ||
               row.on == ON_VERB || row.on == ON_UP || row.on == ON_CLAUSE || row.on == ON_NEAR;
  Str ahead = *rest, next = frame_word(&ahead);
  if (next.n && bracket(next, &inside)) {
    code = check_classes(c, t, line, inside, info);
    if (code) return code;
    row.classes = compiler_keep(c, inside);
    *rest = ahead;
  } else if (needs && next.n && !str_eq(next, STR("with")) && !str_eq(next, STR("not"))) {
    row.lemma = compiler_keep(c, next);
    *rest = ahead;
  }
  vec_push(&c->conditions, c->arena, row);
  return ERROR_OK;
}

/* "[person fighter]" or "any" behind `counted`: what it counts is the first condition. */
static ErrorCode compile_counted(Compiler *c, const FrameText *t, const FrameLine *line, Str word, ErrorInfo *info) {
  Str inside = STR_NONE;
  if (str_eq(word, STR("any"))) return ERROR_OK;
  if (!bracket(word, &inside))
    return frame_error(t->file, line->line, info, "'%.*s' where classes, or 'any', should stand", STR_ARG(word));
  ErrorCode code = check_classes(c, t, line, inside, info);
  ConditionRow row = {
      .on = ON_HEAD, .lemma = compiler_keep(c, STR("")), .classes = compiler_keep(c, inside), .prep = PREP_NONE};
  if (!code) vec_push(&c->conditions, c->arena, row);
  return code;
}

static ErrorCode compile_one(Compiler *c, const FrameText *t, const FrameLine *line, Str value, ErrorInfo *info) {
  Str rest = value, form = frame_word(&rest), lemma = frame_word(&rest);
  TriggerRow row = {.frame = c->frames.n, .line = line->line, .first = c->conditions.n};
  if (!NAMED(FORMS, form, &row.form)) return frame_error(t->file, line->line, info, "'%.*s' is no form", STR_ARG(form));
  if (!lemma.n) return frame_error(t->file, line->line, info, "a trigger without a word");
  if (row.form == TRIGGER_COUNTED) {
    ErrorCode code = compile_counted(c, t, line, lemma, info);
    if (code) return code;
  }
  row.lemma = compiler_keep(c, row.form == TRIGGER_COUNTED ? STR("") : lemma);
  for (Str word = frame_word(&rest); word.n; word = frame_word(&rest)) {
    bool negated = str_eq(word, STR("not"));
    if (!negated && !str_eq(word, STR("with")))
      return frame_error(t->file, line->line, info, "'%.*s' where 'with' or 'not' should stand", STR_ARG(word));
    ErrorCode code = compile_condition(c, t, line, &rest, negated, info);
    if (code) return code;
  }
  row.n = c->conditions.n - row.first;
  vec_push(&c->triggers, c->arena, row);
  return ERROR_OK;
}

/* Where the "not" stands whose condition a list is in that follows; behind the end: "with" does, or none. */
static size_t not_before(Str before) {
  size_t at = before.n;
  for (Str rest = before; rest.n;) {
    Str word = frame_word(&rest);
    if (str_eq(word, STR("not"))) at = (size_t)(word.p - before.p);
    if (str_eq(word, STR("with"))) at = before.n;
  }
  return at;
}

/* "not up (A | B)": neither, which is "not up A not up B". */
static Str none_of(Arena *arena, Str before, size_t at, Str choices, Str rest) {
  Str condition = str_slice(before, at, before.n), all = str_slice(before, 0, at);
  while (choices.p) {
    Str choice = str_trim(str_cut(&choices, '|'));
    all = arena_printf(arena, "%.*s%.*s%.*s ", STR_ARG(all), STR_ARG(condition), STR_ARG(choice));
  }
  return arena_printf(arena, "%.*s%.*s", STR_ARG(all), STR_ARG(rest));
}

/* "verb (A | B) with (clause C | prep:D)": a trigger for each choice from each list. */
static ErrorCode compile_trigger(Compiler *c, const FrameText *t, const FrameLine *line, Str value, uint32_t lists,
                                 ErrorInfo *info) {
  enum { LISTS_MOST = 4 };
  Str rest = value, before = str_cut(&rest, '(');
  if (!rest.p) return compile_one(c, t, line, value, info);
  Str choices = str_cut(&rest, ')');
  size_t not_at = not_before(before);
  bool none = not_at < before.n;
  if (!rest.p || (lists == LISTS_MOST && !none))
    return frame_error(t->file, line->line, info, "a list of choices that does not end, or the fifth of a trigger");
  if (none) return compile_trigger(c, t, line, none_of(c->arena, before, not_at, choices, rest), lists, info);
  ErrorCode code = ERROR_OK;
  while (!code && choices.p) {
    Str choice = str_trim(str_cut(&choices, '|'));
    Str one = arena_printf(c->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(choice), STR_ARG(rest));
    code = compile_trigger(c, t, line, one, lists + 1, info);
  }
  return code;
}

static ErrorCode check_keys(const FrameText *t, ErrorInfo *info) {
  static const char *const keys[] = {"extends",   "kind",  "type",    "what",    "alone",   "stance",  "direction",
                                     "trigger",   "agent", "partner", "target",  "victim",  "example", "gives",
                                     "near-miss", "weak",  "vague",   "nowhere", "outranks"};
  for (uint32_t i = 0; i < t->lines.n; i++) {
    const FrameLine *line = &t->lines.at[i];
    if (!str_in(line->key, keys, sizeof keys / sizeof *keys))
      return frame_error(t->file, line->line, info, "'%.*s' is no key of a frame", STR_ARG(line->key));
    bool flag = STR_IN(line->key, "weak", "vague", "nowhere", "outranks");
    if (flag && !str_eq(line->value, STR("yes")))
      return frame_error(t->file, line->line, info, "%.*s is 'yes', or not there", STR_ARG(line->key));
  }
  return ERROR_OK;
}

static ErrorCode compile_frame(Compiler *c, const FrameText *t, ErrorInfo *info) {
  Chain chain;
  ErrorCode code = check_keys(t, info);
  if (!code) code = chain_of(c, t, &chain, info);
  if (code || !own_line(t, "trigger")) return code; /* one without triggers is only inherited from */
  FrameRow row = {
      .id = compiler_keep(c, t->id), .file = compiler_keep(c, t->file->name), .type = value_of(c, &chain, "type")};
  row.what = value_of(c, &chain, "what");
  row.alone = value_of(c, &chain, "alone");
  row.stance = value_of(c, &chain, "stance");
  row.direction = value_of(c, &chain, "direction");
  const FrameLine *kind = inherited(&chain, "kind");
  if (!kind || !NAMED(KINDS, kind->value, &row.kind))
    return frame_error(t->file, t->line, info, "no kind, or none such");
  row.weak = inherited(&chain, "weak") != NULL;
  row.vague = inherited(&chain, "vague") != NULL;
  row.nowhere = inherited(&chain, "nowhere") != NULL;
  row.outranks = inherited(&chain, "outranks") != NULL;
  if (row.kind == FRAME_EVENT && !compiler_knows_type(c, row.type))
    return frame_error(t->file, t->line, info, "its type is not in types.tsv");
  if (row.outranks && row.kind != FRAME_TRAP)
    return frame_error(t->file, t->line, info, "only what is none outranks all else");
  if (row.kind == FRAME_OUTCOME && row.alone != compiler_keep(c, STR("")) && !compiler_knows_type(c, row.alone))
    return frame_error(t->file, t->line, info, "what it is alone is not in types.tsv");
  for (uint32_t role = 0; !code && role < ROLE_COUNT; role++) code = compile_role(c, &chain, role, &row, info);
  for (uint32_t i = 0; !code && i < t->lines.n; i++)
    if (str_eq(t->lines.at[i].key, STR("trigger")))
      code = compile_trigger(c, t, &t->lines.at[i], t->lines.at[i].value, 0, info);
  vec_push(&c->frames, c->arena, row);
  return code;
}

/* ---------------------------------------------------------------- sets */

static const Named SETS[] = {
#define X(name, text) {text, name},
    SET_LIST(X)
#undef X
};

/* A last word of one letter is a clitic on whatever follows: «وفقاً ل». */
static uint32_t clitic_of(Str key) {
  if (key.n != 1) return 0;
  switch ((uint8_t)key.p[0]) {
    case LETTER_LAM: return CLITIC_LI;
    case LETTER_BA: return CLITIC_BI;
    case LETTER_KAF: return CLITIC_KA;
    default: return 0;
  }
}

/* «إلا أن+», «من بين [dead hurt]», «وفقاً ل»: words, and at their end what stands behind or on the last of them. */
static ErrorCode compile_member(Compiler *c, const FrameText *t, const FrameLine *line, uint32_t set, ErrorInfo *info) {
  Str words[WORDS_MAX], rest = line->value, classes = STR_NONE;
  uint32_t n = 0;
  bool pronoun = false;
  for (Str w = frame_word(&rest); w.n; w = frame_word(&rest)) {
    if (n == WORDS_MAX) return frame_error(t->file, line->line, info, "more than %d words", WORDS_MAX);
    if (classes.n || pronoun) return frame_error(t->file, line->line, info, "words behind the end of an entry");
    if (bracket(w, &classes)) continue;
    pronoun = w.n > 1 && w.p[w.n - 1] == '+';
    words[n++] = fold_key(c->arena, pronoun ? str_slice(w, 0, w.n - 1) : w);
  }
  if (n == 0) return frame_error(t->file, line->line, info, "an entry without a word");
  ErrorCode code = check_classes(c, t, line, classes, info);
  MemberRow row = {set, keep_prep(c, line->value), n > 1 ? clitic_of(words[n - 1]) : 0, pronoun,
                   compiler_keep(c, classes)};
  vec_push(&c->members, c->arena, row);
  phrases_add(&c->phrases, words, row.clitic ? n - 1 : n, c->members.n - 1);
  if (n == 1 && !classes.n)
    vec_push(&c->lemmas, c->arena,
             (SetLemmaRow){set, compiler_keep(c, str_slice(line->value, 0, line->value.n - pronoun))});
  return code;
}

static ErrorCode compile_set(Compiler *c, const FrameText *t, ErrorInfo *info) {
  uint32_t set;
  if (!NAMED(SETS, t->id, &set)) return frame_error(t->file, t->line, info, "the engine asks for no such set");
  ErrorCode code = ERROR_OK;
  for (uint32_t i = 0; !code && i < t->lines.n; i++) code = compile_member(c, t, &t->lines.at[i], set, info);
  return code;
}

/* ---------------------------------------------------------------- all of it */

static void read_classes(Compiler *c, const Source *source) {
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, STR("lexicon/classes.tsv"))) continue;
    TableReader reader = table_reader(&source->files.at[i]);
    for (TableLine line; table_next(&reader, &line);) strings_intern(&c->classes, line.field[0]);
  }
}

static void add_sections(Compiler *c, ImageBuilder *image) {
  strings_build(&c->strings, image, GRAMMAR_STRINGS);
  strings_build(&c->preps, image, GRAMMAR_PREPS);
  phrases_build(&c->phrases, image, GRAMMAR_PHRASES);
  image_builder_add(image, GRAMMAR_FRAMES, c->frames.at, sizeof(FrameRow), c->frames.n);
  image_builder_add(image, GRAMMAR_TRIGGERS, c->triggers.at, sizeof(TriggerRow), c->triggers.n);
  image_builder_add(image, GRAMMAR_CONDITIONS, c->conditions.at, sizeof(ConditionRow), c->conditions.n);
  image_builder_add(image, GRAMMAR_SOURCES, c->sources.at, sizeof(SourceRow), c->sources.n);
  image_builder_add(image, GRAMMAR_TYPES, c->types.at, sizeof(TypeImage), c->types.n);
  image_builder_add(image, GRAMMAR_MAPPING, c->mapping.at, sizeof(MappingImage), c->mapping.n);
  image_builder_add(image, GRAMMAR_MEMBERS, c->members.at, sizeof(MemberRow), c->members.n);
  image_builder_add(image, GRAMMAR_LEMMAS, c->lemmas.at, sizeof(SetLemmaRow), c->lemmas.n);
}

ErrorCode grammar_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  FrameTexts texts;
  Arena *arena = image->arena;
  ErrorCode code = frame_texts_read(arena, source, &texts, info);
  if (code) return code;
  Compiler c = {.arena = arena, .texts = &texts};
  c.strings.arena = c.preps.arena = c.phrases.arena = c.classes.arena = arena;
  read_classes(&c, source);
  code = compile_types(&c, source, info);
  if (!code) code = compile_mapping(&c, source, info);
  for (uint32_t i = 0; !code && i < texts.list.n; i++)
    code =
        texts.list.at[i].is_set ? compile_set(&c, &texts.list.at[i], info) : compile_frame(&c, &texts.list.at[i], info);
  if (!code) add_sections(&c, image);
  if (!code && !arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  return code;
}
