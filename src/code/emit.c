/* Scenes → records: parts become quotes with their spans, mentions bring their ids. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "code/clause/near.h"
#include "code/emit.h"
#include "code/grammar/mapping.h"
#include "code/outcome/effect.h"
#include "code/party/alias.h"
#include "code/scene/counted.h"
#include "code/scene/harm.h"
#include "code/scene/named.h"
#include "code/scene/people.h"
#include "code/setting/setting.h"
#include "code/told/told.h"
#include "code/voice/responsibility.h"
#include "code/voice/speaker_name.h"
#include "lang/calendar.h"

/* Letters of the first word that are not its own: «و», «ف», «ب», «ك» and a «ل» without «ال»
 * behind it (in «للجيش» the two are one). */
static uint32_t foreign_letters(const Reading *r) {
  uint32_t n = 0;
  if (r->clitics & CLITIC_CONJ) n++;
  if (r->clitics & (CLITIC_BI | CLITIC_KA)) n++;
  if (r->clitics & CLITIC_LI && !(r->clitics & CLITIC_AL)) n++;
  return n;
}

static int sign_behind(const Text *text, Part part) {
  return part.last < text->ntokens ? token_sign(text, part.last) : 0;
}

/* Words that open a quotation mark or a bracket have the one that closes it, and the reverse; a mark at their end whose
 * fellow is not beside them goes. */
static Part closed(const Text *text, Part part) {
  uint32_t quotes = 0, opens = 0, closes = 0;
  for (uint32_t i = part.first; i < part.last; i++) {
    quotes += token_sign(text, i) == '"';
    opens += token_sign(text, i) == '(';
    closes += token_sign(text, i) == ')';
  }
  if ((quotes % 2 && sign_behind(text, part) == '"') || (opens > closes && sign_behind(text, part) == ')')) {
    part.last++;
    return part;
  }
  if (!(quotes % 2) || part.first + 1 >= part.last) return part;
  if (token_sign(text, part.last - 1) == '"') {
    part.last--;
  } else if (token_sign(text, part.first) == '"') {
    part.first++;
  } else if (part.first > 0 && token_sign(text, part.first - 1) == '"') {
    part.first--;
  }
  return part;
}

static Quote quote_of(const Stage *s, Part part, bool bare) {
  const Text *text = s->m->in->text;
  if (part.first >= part.last || part.last > text->ntokens) return (Quote){0};
  part = closed(text, part);
  Span span = text_tokens_span(text, part.first, part.last);
  const Token *t = &text->tokens[part.first];
  uint32_t skip = bare && t->kind == TOKEN_WORD ? foreign_letters(word_best(s->m->in->words, part.first)) : 0;
  bool aside = part.first > 0 && text->tokens[part.first - 1].kind == TOKEN_PUNCT; /* «رئيس الجهاز، فاسيل …» */
  if (aside && word_best(s->m->in->words, part.first)->clitics & CLITIC_FA) skip = 0;
  if (skip && skip < t->n) span.start = view_origin(&text->view, t->view + skip);
  return (Quote){text_slice(text, span), span};
}

/* «غارة إسرائيلية»: a nisba alone does it as the country's forces. */
static bool of_country(const Stage *s, Part part, ActorMention *forces) {
  if (part.last != part.first + 1) return false;
  const PlaceMention *nation = place_at(s->m->in, part.first);
  return nation && nation->adjective && nation->country.n && nation->level == LEVEL_COUNTRY &&
         know_forces(s->m->in->know, nation->country, s->m->in->published, forces);
}

/* The actor whose name stands in these words, the first of them. */
static Actor actor_of(const Stage *s, Part part) {
  Actor actor = {.quote = quote_of(s, part, true)};
  const Clauses *c = s->m->c;
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (phrase == NONE || c->phrases[phrase].actor == NONE) continue;
    const ActorMention *m = &s->m->in->mentions->actors[c->phrases[phrase].actor];
    actor.id = m->id;
    actor.name = m->name_en;
    actor.parent = m->parent;
    return actor;
  }
  ActorMention forces;
  if (of_country(s, part, &forces)) {
    actor.id = forces.id;
    actor.name = forces.name_en;
    return actor;
  }
  const ActorMention *full = alias_of_noun(s, part);
  if (full) {
    actor.id = full->id;
    actor.name = full->name_en;
    actor.parent = full->parent;
  }
  return actor;
}

/* «قواته» (its forces) are the speaker's. */
static void own_forces(const Stage *s, const Parts *parts, ActorList list, ActorList speaker) {
  if (speaker.n != 1 || !speaker.at[0].id.n) return;
  for (uint32_t i = 0; i < list.n && i < parts->n; i++) {
    Actor *a = (Actor *)&list.at[i];
    if (a->id.n || !alias_of_speaker(s, parts->at[i])) continue;
    a->id = speaker.at[0].id;
    a->name = speaker.at[0].name;
  }
}

/* «زعيمه فلان», «قائد الجيش فلان» are he; «نجل فلان», «الموالين لفلان» are others. */
static bool names_phrase(const Stage *s, uint32_t name, uint32_t phrase) {
  enum { STEPS_MOST = 4 };
  for (uint32_t steps = 0; name != NONE && steps < STEPS_MOST; steps++) {
    if (name == phrase) return true;
    const Phrase *f = stage_phrase(s, name);
    const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
    /* «إدارة فلان», «مكتب فلان» are not he; «قائد جيش البلاد فلان» is */
    bool body = steps == 0 && up && !(up->classes & (s->m->k->person | s->m->k->official | s->m->k->leader));
    bool same = f->link == LINK_APPOSITION || (f->link == LINK_IDAFA && up && !body && !(up->classes & s->m->k->kin));
    if (!same) return false;
    name = f->up;
  }
  return false;
}

static const PersonMention *person_in(const Stage *s, Part part) {
  const Mentions *m = s->m->in->mentions;
  uint32_t i = person_from(s->m->in, part.first);
  if (i >= m->npersons || m->persons[i].first >= part.last) return NULL;
  uint32_t own = s->m->c->phrase_of[m->persons[i].first];
  if (own != NONE && stage_phrase(s, own)->actor != NONE && stage_phrase(s, own)->person == NONE)
    return NULL; /* «جيش خالد بن الوليد» */
  bool his = part.phrase == NONE || names_phrase(s, own, part.phrase);
  return his ? &m->persons[i] : NULL;
}

/* «رئيس الوزراء الهندي، ناريندرا مودي،»: behind a definite post, what two commas hold and no table knows for a name. */
static Part name_set_off(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  const Text *text = s->m->in->text;
  if (part.first >= part.last || part.phrase == NONE) return part; /* nobody says of whom */
  if (part.last + 1 >= text->ntokens || token_sign(text, part.last) != ',') return part;
  const Phrase *f = stage_phrase(s, part.phrase);
  bool post =
      f->classes & (k->official | k->leader | k->spokesman) && f->actor == NONE && !f->plural && f->number == NONE;
  const Phrase *end =
      stage_phrase(s, s->m->c->phrase_of[part.last - 1] == NONE ? part.phrase : s->m->c->phrase_of[part.last - 1]);
  if (!post || !(f->definite || end->definite)) return part;
  uint32_t limit = part.last;
  while (limit < text->ntokens && text->tokens[limit].sentence == text->tokens[part.last].sentence) limit++;
  Part name = speaker_name_between_commas(s, part.last, limit);
  return name.last ? (Part){name.first, name.last, part.phrase} : part;
}

/* Of one who is told by post and name («القيادي في التنظيم فلان الفلاني», «الرئيس فلان الفلاني»): his name. One
 * name alone keeps its title. */
static Part by_name(const Stage *s, Part part) {
  const PersonMention *m = person_in(s, part);
  if (!m) m = person_behind(s, part);
  if (!m) return name_set_off(s, part);
  uint32_t first = m->first;
  while (first + 2 < m->last && text_tokens_span(s->m->in->text, first, first + 1).end <= m->name.start) first++;
  return (Part){first, m->last, part.phrase};
}

static ActorList actors_of(Stage *s, const Parts *parts) {
  Actor *list = ARENA_ARRAY(s->arena, Actor, parts->n + 1);
  if (!list) return (ActorList){0};
  uint32_t n = 0;
  for (uint32_t i = 0; i < parts->n; i++) {
    Actor actor = actor_of(s, by_name(s, parts->at[i]));
    bool again = false; /* told twice in the same words */
    for (uint32_t k = 0; k < n; k++) again |= str_eq(list[k].quote.text, actor.quote.text);
    if (!again) list[n++] = actor;
  }
  return (ActorList){list, n};
}

static QuoteList quotes_of(Stage *s, const Parts *parts, bool bare) {
  Quote *list = ARENA_ARRAY(s->arena, Quote, parts->n + 1);
  if (!list) return (QuoteList){0};
  for (uint32_t i = 0; i < parts->n; i++) list[i] = quote_of(s, parts->at[i], bare);
  return (QuoteList){list, parts->n};
}

/* A site that its noun tells is where the named place is that holds it. */
static void emit_spot(const Stage *s, const Scene *x, Place *list, Record *r) {
  enum { NEAR = 2 };
  Place spot = r->nplaces ? list[0] : (Place){.lat = NAN, .lon = NAN, .precision = 6};
  spot.quote = quote_of(s, x->spot, true);
  spot.basis = x->elsewhere || !r->nplaces ? STR("inferred") : STR("container");
  if (spot.precision < NEAR) spot.precision = NEAR;
  list[0] = spot;
  r->nplaces = 1;
}

static void emit_places(Stage *s, const Scene *x, Record *r) {
  Place *list = ARENA_ARRAY(s->arena, Place, x->places.n + 1);
  if (!list) return;
  for (uint32_t i = 0; i < x->places.n; i++) {
    const PlaceMention *m = &s->m->in->mentions->places[x->places.at[i]];
    const Text *text = s->m->in->text;
    Span span = m->span;
    uint32_t last = closed(text, (Part){m->first, m->last, NONE}).last;
    if (last > m->last) span.end = text->tokens[last - 1].span.end; /* «حي "غليل"» */
    list[i] = (Place){.quote = {text_slice(text, span), span},
                      .id = m->id,
                      .name = m->name_en,
                      .country = m->country,
                      .admin1 = m->admin1,
                      .lat = m->lat,
                      .lon = m->lon,
                      .precision = m->precision,
                      .basis = x->elsewhere ? STR("inferred") : m->basis};
  }
  r->places = list;
  r->nplaces = x->places.n;
  if (x->spot.first < x->spot.last) emit_spot(s, x, list, r);
}

static Str label_of(const Stage *s, const Effect *e) {
  if (e->phrase == NONE) return STR_NONE;
  return lexicon_text(s->m->g->lexicon, stage_phrase(s, e->phrase)->lemma);
}

/* Is it of a larger number that the scene has, too? A subset alone is all that is known. */
static bool is_among(const Scene *x, const Effect *e) {
  for (uint32_t i = 0; e->subset && e->count.set && i < x->effects.n; i++) {
    const Effect *all = &x->effects.at[i];
    if (!all->subset && all->count.set && all->count.min >= e->count.min && str_eq(all->what, e->what)) return true;
  }
  return false;
}

static void emit_outcomes(Stage *s, const Scene *x, Record *r) {
  Outcome *list = ARENA_ARRAY(s->arena, Outcome, x->effects.n + 1);
  if (!list) return;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    list[i] = (Outcome){.what = e->what,
                        .count = effect_count_told(s, e),
                        .of = quote_of(s, by_name(s, e->of), true),
                        .label = label_of(s, e),
                        .status = status_of_effect(s, x, e),
                        .side = side_of_effect(s, x, e),
                        .among = is_among(x, e),
                        .restated = e->restated};
    list[i].children = among_effect(s, x, e, s->m->k->child);
    list[i].women = among_effect(s, x, e, s->m->k->woman);
  }
  r->outcomes = list;
  r->noutcomes = x->effects.n;
}

static Str fate_of(Str what) {
  bool fate =
      STR_IN(what, "killed", "injured", "arrested", "abducted", "released", "surrendered", "escaped", "missing");
  return fate ? what : STR("none");
}

typedef VEC(Person) Persons;

static Str last_word(Str s) {
  size_t i = s.n;
  while (i > 0 && s.p[i - 1] != ' ') i--;
  return (Str){s.p + i, s.n - i};
}

/* «نايف غازي الحربي», «نايف الحربي», «الحربي»: the last word is the same, and so is the first unless one has only that.
 */
static bool same_name(Str a, Str b) {
  Str x = last_word(a), y = last_word(b), shorter = a.n < b.n ? a : b, longer = a.n < b.n ? b : a;
  if (!x.n || !str_eq(x, y)) return false;
  const char *blank = memchr(shorter.p, ' ', shorter.n);
  return !blank || str_starts(longer, (Str){shorter.p, (size_t)(blank - shorter.p) + 1});
}

static void add_person(Stage *s, Persons *list, Part part, Str fate) {
  const PersonMention *m = person_in(s, part);
  if (!m) m = person_behind(s, part);
  if (!m) return;
  Quote name = {text_slice(s->m->in->text, m->name), m->name};
  for (uint32_t i = 0; i < list->n; i++)
    if (span_overlap(list->at[i].quote.span, m->name) || same_name(list->at[i].name, name.text)) return;
  Quote role = {text_slice(s->m->in->text, m->title), m->title};
  if (!span_any(m->title)) role = (Quote){0};
  vec_push(list, s->arena, (Person){.quote = name, .name = name.text, .role = role, .fate = fate});
}

/* «محاكمة», «مذكرة توقيف»: accused, until some telling has a verdict. */
static Str fate_in_court(const Stage *s, const Scene *x) {
  bool verdict = !(s->m->c->marks[x->token] & SET_BIT(SET_CHARGE));
  for (uint32_t i = 0; i < x->also.n; i++) verdict |= !(s->m->c->marks[x->also.at[i].first] & SET_BIT(SET_CHARGE));
  return verdict ? STR("sentenced") : STR("accused");
}

/* What an act's own word says has befallen those whom it was done to; nothing yet, where it is only planned. */
static Str fate_by_type(const Stage *s, const Scene *x) {
  if (scene_is(s, x, TRAIT_VERDICT)) return fate_in_court(s, x);
  if (!STR_IN(x->stance, "asserted", "alleged")) return STR("none");
  Str custody = scene_custody(s, x);
  return custody.n ? custody : STR("none");
}

/* «قوات المقاومة بقيادة العميد سالم أحمد»: who leads the doers by name has done it with them. */
static void add_leaders(Stage *s, Persons *list, Part doer) {
  enum { BEHIND_MOST = 3 };
  uint32_t from = doer.first < doer.last ? s->m->c->phrase_of[doer.first] : NONE;
  for (uint32_t i = from; i != NONE && i < s->m->c->nphrases && i <= from + BEHIND_MOST; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->prep != NONE && f->person != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_LED))
      add_person(s, list, part_of_phrase(s, i), STR("none"));
  }
}

static void emit_persons(Stage *s, const Scene *x, Record *r) {
  Persons list = {0};
  for (uint32_t i = 0; i < x->effects.n; i++) add_person(s, &list, x->effects.at[i].of, fate_of(x->effects.at[i].what));
  Str fate = fate_by_type(s, x);
  for (uint32_t i = 0; i < x->named.n; i++) {
    Str told = x->fates.at[i];
    add_person(s, &list, x->named.at[i], told.n ? fate_of(told) : fate);
  }
  for (uint32_t i = 0; i < x->targets.n; i++) add_person(s, &list, x->targets.at[i], fate);
  for (uint32_t i = 0; i < x->agents.n; i++) add_person(s, &list, x->agents.at[i], STR("none"));
  for (uint32_t i = 0; i < x->agents.n; i++) add_leaders(s, &list, x->agents.at[i]);
  const TypeRow *type = stage_type(s, x);
  bool both = type_in(type, CLASS_BIT(CONSULT) | CLASS_BIT(AGREE));
  for (uint32_t i = 0; both && i < x->partners.n; i++) add_person(s, &list, x->partners.at[i], STR("none"));
  r->persons = list.at;
  r->npersons = list.n;
}

/* «المرصد», «نتانياهو», «العقيد العامري»: one word, with which the full name told before begins, or ends as a person's
 * does. */
static bool says_which(const Stage *s, Part own, Part full) {
  bool person = person_in(s, full) != NULL;
  if (person) own = speaker_name_without_titles(s, own);
  if (own.last != own.first + 1 || full.last < full.first + 2) return false;
  uint32_t last = full.last - 1;
  while (last > full.first && s->m->in->text->tokens[last].kind == TOKEN_PUNCT) last--;
  bool begins = part_has_word(s, own.first, (Part){full.first, full.first + 1, NONE});
  bool ends = person && part_has_word(s, own.first, (Part){last, last + 1, NONE});
  uint32_t phrase = s->m->c->phrase_of[own.first];
  bool body = phrase != NONE && stage_phrase(s, phrase)->definite && stage_phrase(s, phrase)->person == NONE;
  return (begins && body) || ends;
}

/* «المنظمة» after «هيومن رايتس ووتش», «الوكالة»: a bare noun that the tables know for the body told before by its name.
 */
static bool stands_for(const Stage *s, Part own, Actor short_form, Actor full) {
  uint32_t phrase = s->m->c->phrase_of[own.first];
  bool noun = phrase != NONE && own.last == own.first + 1 && stage_phrase(s, phrase)->definite;
  noun = noun && word_best(s->m->in->words, own.first)->pos == POS_NOUN;
  return noun && short_form.id.n && str_eq(short_form.id, full.id);
}

/* A short form takes the id and the words that its full name has. */
static ActorList speakers_of(Stage *s, uint32_t who, const Parts *others) {
  if (who == NONE) return (ActorList){0};
  const Speaker *speaker = &s->speakers.at[who], *full = &s->speakers.at[speaker->same];
  Actor *list = ARENA_ARRAY(s->arena, Actor, speaker->who.n + (others ? others->n : 0) + 1);
  if (!list) return (ActorList){0};
  for (uint32_t i = 0; i < speaker->who.n; i++) {
    list[i] = actor_of(s, speaker->who.at[i]);
    if (i || !full->who.n) continue;
    Actor known = actor_of(s, full->who.at[0]);
    Part own = speaker->who.at[0];
    if (says_which(s, own, full->who.at[0]) || stands_for(s, own, list[i], known)) list[i].quote = known.quote;
    if (list[i].id.n) continue;
    list[i].id = known.id;
    list[i].name = known.name;
  }
  uint32_t n = speaker->who.n;
  for (uint32_t i = 0; others && i < others->n; i++) list[n++] = actor_of(s, others->at[i]);
  return (ActorList){list, n};
}

static void emit_speaker(Stage *s, const Scene *x, Record *r) {
  if (x->speaker == NONE) return;
  r->claimed_by = speakers_of(s, x->speaker, &x->others);
  Parts via = {0};
  parts_add_all(s, &via, &s->speakers.at[x->speaker].via);
  for (uint32_t i = 0; i < x->others_via.n; i++)
    if (!parts_have(s, &via, x->others_via.at[i])) parts_add(s, &via, x->others_via.at[i]);
  r->via = quotes_of(s, &via, true);
}

/* Where a time begins, as exactly as it is told. */
static Str beginning(const Date *d) {
  Str rest = d->edtf;
  return str_cut(&rest, '/');
}

/* «10 آلاف قتيل منذ تدخل التحالف في 2015»: from the beginning of a time that has one («منذ أواخر آذار») to when it is
 * told, and open at its end where that is not known. */
static Str since_then(const Stage *s, const Date *d, Day now) {
  bool over = now.year && day_number(now) > day_number(d->from);
  Str from = beginning(d), to = over ? day_edtf(s->arena, now) : STR("..");
  return arena_printf(s->arena, "%.*s/%.*s", STR_ARG(from), STR_ARG(to));
}

/* What is added up or stands at some number since then does so up to the day of the report; what was done then and
 * holds («الاتفاق الساري منذ 2015») is of that day alone; and fighting goes on. */
static Str time_of(const Stage *s, const Scene *x, const Date *d) {
  bool since = d->role == DATE_SINCE;
  if (x->from_start) return beginning(d);
  if (scene_goes_on_since(s, x, d)) return since_then(s, d, (Day){0});
  if (!since && (d->since == NONE || x->kind == RECORD_EVENT)) return d->edtf;
  if (x->kind == RECORD_TALLY || x->kind == RECORD_FIGURE)
    return since_then(s, d, d->from.year > 0 ? s->m->in->published : (Day){0});
  if (!since) return since_then(s, d, (Day){0});
  bool once = x->kind == RECORD_EVENT && !type_is(stage_type(s, x), TRAIT_LASTING);
  return once ? beginning(d) : d->edtf;
}

static void emit_time(const Stage *s, const Scene *x, Record *r) {
  if (x->said != NONE) r->said = s->m->in->dates->at[x->said].edtf;
  if (x->date == NONE) return;
  const Date *d = &s->m->in->dates->at[x->date];
  r->time = time_of(s, x, d);
  r->time_quote = (Quote){text_slice(s->m->in->text, d->span), d->span};
}

/* The type of whoever did it, as in lexicon/actor_words.tsv; of a common noun by its class. */
static Str doer_of(const Stage *s, const Scene *x) {
  const Clauses *c = s->m->c;
  const EngineClasses *k = s->m->k;
  for (uint32_t i = 0; i < x->agents.n; i++)
    for (uint32_t t = x->agents.at[i].first; t < x->agents.at[i].last; t++) {
      if (c->phrase_of[t] == NONE) continue;
      const Phrase *f = &c->phrases[c->phrase_of[t]];
      if (f->actor != NONE) return s->m->in->mentions->actors[f->actor].type;
      if (f->classes & (k->fighter | k->group)) return STR("armed group");
      if (f->classes & (k->security | k->state)) return STR("military");
    }
  return STR_NONE;
}

/* How often it happened. «أطلق سبعة صواريخ»: as often as was fired. «اعتقال 160 ألف شخص منذ عام 2016», «تراجع القصف»:
 * the word that tells a tally or a course is one, and how often what it tells happened nobody says. */
static Count count_to_tell(const Scene *x) {
  bool one = count_is_one(x->count);
  if (one && x->shots.set) return x->shots;
  return one && (x->kind == RECORD_TALLY || x->kind == RECORD_TREND) ? (Count){0} : x->count;
}

static Record emit(Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  Record r = {.doc = s->m->in->doc, .kind = x->kind, .type = x->type, .direction = x->direction, .stance = x->stance};
  r.trigger = quote_of(s, (Part){x->first, x->last, x->phrase}, false);
  r.also = quotes_of(s, &x->also, false);
  r.count = count_to_tell(x);
  r.background = x->background;
  r.total = x->total;
  r.rule = x->frame->id;
  r.sentence = s->m->in->text->sentences[x->sentence].span;
  emit_time(s, x, &r);
  emit_places(s, x, &r);
  emit_outcomes(s, x, &r);
  emit_persons(s, x, &r);
  emit_speaker(s, x, &r);
  r.agents = actors_of(s, &x->agents);
  r.partners = actors_of(s, &x->partners);
  r.targets = actors_of(s, &x->targets);
  own_forces(s, &x->agents, r.agents, r.claimed_by);
  r.responsibility = responsibility_of(s, x, speakers_of(s, x->speaker, NULL), r.agents);
  if (x->owner != NONE && str_eq(r.responsibility.how, STR("attributed")))
    r.responsibility = (Responsibility){STR("claimed"), speakers_of(s, x->owner, NULL)};
  if (x->denier != NONE && r.responsibility.how.n)
    r.responsibility = (Responsibility){STR("denied"), speakers_of(s, x->denier, NULL)};
  mapping_apply(s->m->g, type ? doer_of(s, x) : STR_NONE, &r);
  r.id = record_id(s->arena, s->m->in->text_hash, &r);
  return r;
}

static int by_trigger(const void *a, const void *b) {
  const Record *x = a, *y = b;
  if (x->trigger.span.start != y->trigger.span.start) return x->trigger.span.start < y->trigger.span.start ? -1 : 1;
  return str_cmp(x->id, y->id);
}

Records scenes_emit(Stage *s) {
  VEC(Record) list = {0};
  Str *ids = ARENA_ARRAY(s->arena, Str, s->scenes.n + 1);
  uint32_t *record_of = ARENA_ARRAY(s->arena, uint32_t, s->scenes.n + 1);
  if (!ids || !record_of) return (Records){0};
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    record_of[i] = NONE;
    if (x->merged != NONE || x->dropped || scene_in_general(s, x)) continue;
    harm_drop_sums(&s->scenes.at[i].effects);
    harm_drop_known(s, &s->scenes.at[i].effects);
    if (!vec_push(&list, s->arena, emit(s, x))) continue;
    record_of[i] = list.n - 1;
    ids[i] = list.at[list.n - 1].id;
  }
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    uint32_t whole = s->scenes.at[i].part_of;
    for (uint32_t steps = 0; whole != NONE && s->scenes.at[whole].merged != NONE && steps < 64; steps++)
      whole = s->scenes.at[whole].merged;
    if (record_of[i] != NONE && whole != NONE && record_of[whole] != NONE) list.at[record_of[i]].part_of = ids[whole];
  }
  if (list.n) qsort(list.at, list.n, sizeof *list.at, by_trigger);
  return (Records){list.at, list.n};
}
