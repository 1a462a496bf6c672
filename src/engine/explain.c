#include "engine/explain.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analysis.h"
#include "record/writer.h"

const char *explain_kind_name(ExplainKind kind) {
#define X(name, word) word,
  static const char *const names[] = {EXPLAIN_LIST(X)};
#undef X
  return (unsigned)kind < EXPLAIN_COUNT ? names[kind] : "";
}

typedef VEC(ExplainMention) MentionList;

static Quote quote_of(const Analysis *a, Span span) { return (Quote){text_slice(&a->text, span), span}; }

/* Dates and numbers come in text order, none overlapping its like: one finger is enough. */
static void add_numbers(Arena *arena, const Analysis *a, MentionList *list) {
  uint32_t d = 0;
  for (uint32_t i = 0; i < a->numbers.n; i++) {
    const Number *n = &a->numbers.at[i];
    while (d < a->dates.n && a->dates.at[d].span.end <= n->span.start) d++;
    bool dated = d < a->dates.n && span_overlap(a->dates.at[d].span, n->span);
    if (n->kind == NUMBER_LABEL || dated) continue;
    static const char *const notes[] = {"", "", "percent", "ratio", ""};
    vec_push(list, arena,
             (ExplainMention){.kind = n->kind == NUMBER_ORDINAL ? EXPLAIN_ORDINAL : EXPLAIN_NUMBER,
                              .quote = quote_of(a, n->span),
                              .count = {n->min, n->max, true, n->approx},
                              .note = n->noun ? STR("a noun that is its own number") : str_of(notes[n->kind])});
  }
}

static void add_dates(Arena *arena, const Analysis *a, MentionList *list) {
  static const char *const roles[] = {"", "", "since", "duration", "habit"};
  for (uint32_t i = 0; i < a->dates.n; i++) {
    const Date *d = &a->dates.at[i];
    if (!d->edtf.n) continue;
    vec_push(list, arena,
             (ExplainMention){.kind = EXPLAIN_DATE,
                              .quote = quote_of(a, d->span),
                              .edtf = d->edtf,
                              .note = d->clash ? STR("weekday and day disagree") : str_of(roles[d->role])});
  }
}

static void add_places(Arena *arena, const Analysis *a, MentionList *list) {
  static const char *const uses[] = {"", "inside a name", "inside a title", "dateline"};
  for (uint32_t i = 0; i < a->mentions.nplaces; i++) {
    const PlaceMention *p = &a->mentions.places[i];
    if (p->adjective) continue; /* «العراقية» names no place */
    Str note =
        arena_printf(arena, "%.*s%s%.*s%s%.*s%s%s", STR_ARG(p->name_en), p->country.n ? ", " : "", STR_ARG(p->country),
                     p->admin1.n ? ", " : "", STR_ARG(p->admin1), *uses[p->use] ? "; " : "", uses[p->use]);
    vec_push(list, arena,
             (ExplainMention){.kind = EXPLAIN_PLACE, .quote = quote_of(a, p->span), .id = p->id, .note = note});
  }
}

static void add_people(Arena *arena, const Analysis *a, MentionList *list) {
  for (uint32_t i = 0; i < a->mentions.nactors; i++) {
    const ActorMention *m = &a->mentions.actors[i];
    Str note = m->name_en.n ? m->name_en : m->type;
    vec_push(list, arena,
             (ExplainMention){.kind = EXPLAIN_ACTOR, .quote = quote_of(a, m->span), .id = m->id, .note = note});
  }
  for (uint32_t i = 0; i < a->mentions.npersons; i++) {
    const PersonMention *m = &a->mentions.persons[i];
    Span span = span_any(m->name) ? m->name : m->span;
    Str note = m->kunya ? STR("a kunya alone") : STR("");
    vec_push(list, arena, (ExplainMention){.kind = EXPLAIN_PERSON, .quote = quote_of(a, span), .note = note});
  }
}

static int by_place(const void *x, const void *y) {
  const ExplainMention *a = x, *b = y;
  if (a->quote.span.start != b->quote.span.start) return a->quote.span.start < b->quote.span.start ? -1 : 1;
  if (a->quote.span.end != b->quote.span.end) return a->quote.span.end > b->quote.span.end ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

ExplainMentions explain_mentions(Arena *arena, const Analysis *a) {
  MentionList list = {0};
  add_numbers(arena, a, &list);
  add_dates(arena, a, &list);
  add_places(arena, a, &list);
  add_people(arena, a, &list);
  if (list.n) qsort(list.at, list.n, sizeof *list.at, by_place);
  return (ExplainMentions){list.at, list.n};
}

static void put_word(Writer *writer, const char *word, bool *first, char between) {
  if (!*word) return;
  if (!*first) writer_byte(writer, between);
  *first = false;
  writer_put(writer, str_of(word));
}

static Str clitics_of(Arena *arena, const Reading *r) {
  static const char *const names[] = {"wa", "fa", "bi", "ka", "li", "al", "sa", "la", "a"};
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  bool first = true;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (r->clitics & 1u << i) put_word(&writer, names[i], &first, '+');
  return buffer_str(&buffer);
}

static Str what_of(Arena *arena, const Reading *r) {
  static const char *const persons[] = {"", "1", "2", "3"};
  static const char *const numbers[] = {"", "singular", "dual", "plural"};
  static const char *const genders[] = {"", "masculine", "feminine"};
  static const char *const voices[] = {"", "active", "passive", "either voice"};
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  bool first = true;
  Str pos = word_pos_name(r->pos);
  Str form = r->form ? word_form_name(r->form) : STR("");
  if (pos.n) put_word(&writer, pos.p, &first, ' ');
  if (form.n) put_word(&writer, form.p, &first, ' ');
  put_word(&writer, persons[r->person & 3], &first, ' ');
  put_word(&writer, r->dual_or_plural ? "dual or plural" : numbers[r->number & 3], &first, ' ');
  put_word(&writer, r->gender < 3 ? genders[r->gender] : "", &first, ' ');
  put_word(&writer, voices[r->voice & 3], &first, ' ');
  put_word(&writer, r->construct ? "construct" : "", &first, ' ');
  put_word(&writer, r->enclitic ? "+pronoun" : "", &first, ' ');
  put_word(&writer, r->guessed ? "(guessed)" : "", &first, ' ');
  return buffer_str(&buffer);
}

ExplainToken explain_token(Arena *arena, const Engine *engine, const Analysis *a, uint32_t i) {
  static const char *const kinds[] = {"", "other script", "digits", "sign"};
  const Token *t = &a->text.tokens[i];
  ExplainToken out = {
      .text = text_slice(&a->text, t->span), .span = t->span, .sentence = t->sentence, .what = str_of(kinds[t->kind])};
  if (t->kind != TOKEN_WORD || !a->words.at || !a->words.at[i].n) return out;
  const Reading *r = word_best(&a->words, i);
  out.lemma = lexicon_text(&engine->lexicon, r->lemma);
  out.clitics = clitics_of(arena, r);
  out.what = what_of(arena, r);
  out.readings = a->words.at[i].n;
  return out;
}

uint32_t explain_steps(const Analysis *a) { return a->trace.steps.n; }

ExplainStep explain_step(const Analysis *a, uint32_t i) {
  const TraceStep *s = &a->trace.steps.at[i];
  return (ExplainStep){s->rule, quote_of(a, s->trigger), s->fired, s->why};
}

uint32_t explain_acts(const Analysis *a) { return a->trace.acts.n; }

ExplainAct explain_act(const Analysis *a, uint32_t i) {
  const TraceAct *x = &a->trace.acts.at[i];
  return (ExplainAct){
      .type = x->type, .trigger = quote_of(a, x->trigger), .record = x->record, .why = x->why, .again = x->again};
}

uint32_t explain_sites(const Analysis *a) { return a->trace.sites.n; }

ExplainSite explain_site(const Analysis *a, uint32_t i) {
  const TraceSite *x = &a->trace.sites.at[i];
  return (ExplainSite){
      .act = x->act, .place = quote_of(a, x->place), .weight = x->weight, .kind = x->kind, .why = x->why};
}

Str explain_published(Arena *arena, const Analysis *a) {
  Day d = a->published;
  if (!d.year) return STR("");
  if (!d.month) return arena_printf(arena, "%04d", (int)d.year);
  if (!d.day) return arena_printf(arena, "%04d-%02u", (int)d.year, d.month);
  return arena_printf(arena, "%04d-%02u-%02u", (int)d.year, d.month, d.day);
}

const ExplainClash *explain_clashes(Arena *arena, const Analysis *a, uint32_t *n) {
  VEC(ExplainClash) list = {0};
  for (uint32_t i = 0; i < a->dates.n; i++) {
    const Date *d = &a->dates.at[i];
    if (d->clash) vec_push(&list, arena, (ExplainClash){quote_of(a, d->span), d->edtf, d->hijri});
  }
  *n = list.n;
  return list.at;
}
