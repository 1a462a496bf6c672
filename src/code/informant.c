/* The words for a speaker.
 *
 *   «مصدر في وزارة الدفاع لوكالة رويترز»   a source in the ministry speaks; the agency is a channel
 *   «المتحدث باسم الجيش العقيد سالم»         the name, where it stands beside the post
 *   «بيان للوزارة»                           the ministry, by way of a statement
 *   «المصدر ذاته», «البيان», «الوكالة»      who was told so before: these words only point back
 *   «مراسلنا», the outlet by its own name     the outlet's own voice
 *
 * A short form of a name («المرصد») stays as the text has it there, and knows whose it is. */
#include "code/informant.h"

#include "code/near.h"
#include "code/speaker_name.h"

enum { SPEAKERS_BACK = 16, WORDS_AHEAD = 6 };

bool informant_is_channel(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->person != NONE || f->number != NONE || !(f->classes & k->channel)) return false;
  return !(f->classes & (k->informant | k->spokesman | k->force | k->state));
}

bool informant_is_media(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  return f->person == NONE && (f->classes & s->m->k->media) != 0;
}

/* «دمشق», «الولايات المتحدة»; not «جنوب شرق اليمن», «محافظة شبوة», which only tell where. */
static bool place_speaks(const Stage *s, const Phrase *f) {
  const PlaceMention *p = &s->m->in->mentions->places[f->place];
  bool whole =
      p->first == f->first && p->last == f->last && !(s->m->c->marks[f->first] & SET_BIT(SET_AREA_PREPOSITION));
  return f->last == f->first + 1 || (whole && (p->level == LEVEL_COUNTRY || p->level == LEVEL_CITY));
}

/* «أحد السكان», «أحد أفراد الأسرة»: one of those who may speak. */
static uint32_t one_of_them(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *n = f + 1;
  if (f->head == NONE || !(s->m->c->marks[f->head] & SET_BIT(SET_ONE_OF)) || phrase + 1 >= s->m->c->nphrases)
    return NONE;
  return n->link == LINK_IDAFA && n->up == phrase ? phrase + 1 : NONE;
}

bool informant_speaks(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  const EngineClasses *k = s->m->k;
  if (f->date != NONE) return false;
  if (one_of_them(s, phrase) != NONE) f = stage_phrase(s, phrase + 1);
  if (f->place != NONE && s->m->in->mentions->places[f->place].use == PLACE_DATELINE) return false;
  if (f->actor != NONE || f->person != NONE) return true;
  if (f->place != NONE) return place_speaks(s, f);
  ClassSet speaking = k->force | k->state | k->organisation | k->media | k->informant | k->spokesman | k->official |
                      k->leader | k->person | k->channel | k->fighter | k->security | k->group | k->rank | k->title |
                      k->kin;
  if (f->form == FORM_MASDAR && !(f->classes & speaking)) return false;
  if (f->classes & (k->event | k->time) && !(f->classes & (k->channel | k->informant | k->organisation))) return false;
  if (f->classes & speaking) return true;
  return f->head != NONE && word_best(s->m->in->words, f->head)->pos == POS_PROPER;
}

/* ---------------------------------------------------------------- extents */

static bool of_body(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  return f->actor != NONE || f->classes & (k->organisation | k->force | k->state | k->security | k->group);
}

/* Does the phrase still belong to the speaker's name? A place or a listener does not. */
static bool belongs(const Stage *s, const Phrase *whole, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->date != NONE || (f->pronoun && f->classes & (k->speech | k->channel))) return false; /* «مصدر قوله إن» */
  bool paper = whole->classes & k->speech && !whole->definite; /* «أكد في بيان مقتل …» */
  if (f->link == LINK_IDAFA) return !(paper && f->form == FORM_MASDAR && f->classes & (k->event | k->deed));
  if (f->link == LINK_APPOSITION) /* «اتهمت المعارضة قوات النظام»: two bodies side by side are two */
    return f->person != NONE ? whole->person == NONE : (f->classes & k->media) != 0;
  if (f->link != LINK_PREP) return false;
  SetMask prep = s->m->c->marks[f->prep_token];
  if (prep & (SET_BIT(SET_SOURCE_PREPOSITION) | SET_BIT(SET_ORIGIN))) return false;
  /* «لحقوق الإنسان», «للوزارة»; a listener is a person or an outlet */
  bool named_for = f->form == FORM_MASDAR || !(f->classes & (k->person | k->informant));
  bool outlet = f->first && token_sign(s->m->in->text, f->first - 1) == '"'; /* «لـ"سبق"» */
  if (f->prep == s->m->g->prep_li)
    return !outlet && f->person == NONE && f->place == NONE && named_for && !(f->classes & k->media);
  if (whole->person != NONE) return false;
  if (prep & SET_BIT(SET_PARTITIVE)) return f->form != FORM_MASDAR && !(f->place != NONE && !(f->actor != NONE));
  ClassSet posts = k->informant | k->official | k->security | k->rank | k->leader | k->person | k->spokesman;
  bool body = of_body(s, f) && !(f->classes & (k->group | k->channel));
  if (f->prep == s->m->g->prep_bi) return whole->classes & k->spokesman || (body && whole->classes & posts);
  return prep & SET_BIT(SET_AREA_PREPOSITION) && body && (whole->classes & posts);
}

/* «وكالة الأنباء "وام"»: behind the end of a short quotation that begins at `open`, 0 if none does. */
static uint32_t quoted_behind(const Stage *s, uint32_t open, uint32_t limit) {
  enum { NAME_WORDS = 4 };
  const Text *text = s->m->in->text;
  if (open >= limit || token_sign(text, open) != '"') return 0;
  for (uint32_t i = open + 1; i < limit && i <= open + NAME_WORDS + 1; i++)
    if (token_sign(text, i) == '"') return i > open + 1 ? i + 1 : 0;
  return 0;
}

/* «قالت جماعة تراقب الحرب السورية إن»: the clause that tells which body it is, up to «إن». */
static bool described_to(const Stage *s, const Phrase *f, uint32_t verb, uint32_t limit) {
  enum { WORDS_MOST = 6 };
  if (f->definite || f->person != NONE || f->actor != NONE || verb >= limit || limit > verb + WORDS_MOST) return false;
  if (!(f->classes & (s->m->k->group | s->m->k->organisation)) || s->m->c->phrase_of[verb] != NONE) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || !c->imperfect) return false;
  return limit < s->m->in->text->ntokens && s->m->c->marks[limit] & SET_BIT(SET_COMPLEMENTISER);
}

static Part words_of_speaker(const Stage *s, uint32_t phrase, uint32_t limit) {
  const Phrase *f = stage_phrase(s, phrase);
  Part part = {f->first, f->last, phrase};
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + WORDS_AHEAD; i++) {
    const Phrase *n = stage_phrase(s, i);
    if (n->last > limit || n->up == NONE || n->up < phrase || n->clause != f->clause || !belongs(s, f, n)) break;
    part.last = n->last;
  }
  if (described_to(s, f, part.last, limit)) part.last = limit;
  if (part.last > limit && limit > part.first) part.last = limit;
  uint32_t close = quoted_behind(s, part.last, limit);
  if (close) part.last = close;
  return part;
}

/* The complement of «بيان»: «بيان لوزارة الدفاع», «بيان الوزارة», «بيان صادر عن الوزارة». */
static uint32_t issuer_of(const Stage *s, uint32_t channel, uint32_t limit) {
  const Phrase *f = stage_phrase(s, channel);
  for (uint32_t i = channel + 1; i < s->m->c->nphrases && i <= channel + 3; i++) {
    const Phrase *n = stage_phrase(s, i);
    if (n->first >= limit || stage_clause(s, n->clause)->sentence != stage_clause(s, f->clause)->sentence) break;
    if (informant_is_channel(s, i) || !informant_speaks(s, i)) continue;
    if (n->place != NONE && n->actor == NONE) continue;
    bool tied = n->up == channel && (n->link == LINK_IDAFA || (n->link == LINK_PREP && n->prep == s->m->g->prep_li));
    SetMask from = n->prep == NONE ? 0 : s->m->c->marks[n->prep_token];
    bool out_of = from & SET_BIT(SET_PARTITIVE) && n->prep_token == f->last && f->last > f->head + 1;
    bool issued = from & SET_BIT(SET_ORIGIN_OF) || out_of; /* «بيان صادر من مكتبه» */
    const Clause *c = stage_clause(s, n->clause);
    bool relative = c->kind == CLAUSE_RELATIVE && c->subject == i && n->first > c->verb; /* «بيان أصدرته الوزارة» */
    if (tied || issued || relative) return i;
  }
  return NONE;
}

/* ---------------------------------------------------------------- pointing back */

static bool words_in(const Stage *s, Part a, Part b) {
  for (uint32_t k = a.first; k < a.last; k++)
    if (s->m->in->text->tokens[k].kind != TOKEN_PUNCT && !part_has_word(s, k, b)) return false;
  return true;
}

static uint32_t actor_in(const Stage *s, Part part) {
  uint32_t phrase = part.first < part.last ? s->m->c->phrase_of[part.first] : NONE;
  return phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
}

/* «سينتكوم» and «القيادة المركزية» begin with names of one actor. */
static bool one_actor(const Stage *s, Part a, Part b) {
  uint32_t x = actor_in(s, a), y = actor_in(s, b);
  if (x == NONE || y == NONE) return false;
  const ActorMention *m = s->m->in->mentions->actors;
  return m[x].id.n && str_eq(m[x].id, m[y].id);
}

static bool of_person(const Stage *s, Part part) {
  uint32_t phrase = s->m->c->phrase_of[part.first];
  return phrase != NONE && stage_phrase(s, phrase)->actor == NONE && stage_phrase(s, phrase)->classes & s->m->k->person;
}

/* «المرصد», «عبد الرحمن», after the full name, or the full name behind: who is meant, or NONE. */
static uint32_t named_before(const Stage *s, Part who) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Parts *list = &s->speakers.at[i].who;
    for (uint32_t n = 0; n < list->n; n++) {
      Part known = list->at[n];
      if (one_actor(s, who, known)) return s->speakers.at[i].same;
      bool longer = known.last - known.first >= who.last - who.first;
      if (longer ? words_in(s, who, known) : words_in(s, known, who)) return s->speakers.at[i].same;
    }
    if (list->n == 1 && who.last == who.first + 1 && of_person(s, who) && words_in(s, who, s->speakers.at[i].body))
      return s->speakers.at[i].same; /* «الخبير» */
  }
  return NONE;
}

/* «المصادر المحلية» after «مصادر في الجيش»: a word besides the noun that the other has not. */
static bool says_more(const Stage *s, const Phrase *f, Part known) {
  for (uint32_t i = f->first; i < f->last; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (i != f->head && r->pos == POS_ADJ && r->clitics & CLITIC_AL && !part_has_word(s, i, known)) return true;
  }
  return false;
}

/* The newest speaker whose noun is the same: «المصادر» after «مصادر ميدانية في الجيش». */
static uint32_t same_noun_before(const Stage *s, const Phrase *f) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Phrase *o = stage_phrase(s, s->speakers.at[i].phrase);
    if (o->lemma != f->lemma || f->lemma == LEMMA_NONE || (f->plural && !o->plural)) continue;
    if (!says_more(s, f, s->speakers.at[i].body)) return i;
  }
  return NONE;
}

/* The newest speaker that is an outlet: «الوكالة». */
static uint32_t media_before(const Stage *s) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++)
    if (informant_is_media(s, s->speakers.at[i].phrase)) return i;
  return NONE;
}

static bool bare(const Phrase *f) { return f->definite && f->actor == NONE && f->person == NONE && f->place == NONE; }

/* «المسؤول اليمني»: of two words, the second of them of a nation. */
static bool of_nationality(const Stage *s, const Phrase *f) {
  return f->last == f->first + 2 && nisba_at(s->m->in, f->first + 1);
}

/* «المسؤول الأمريكي» after «مسؤول أمريكي»: one who was told by that post, with all of these words, and never named. */
static bool nameless_post(const Stage *s, const Speaker *o, const Phrase *f) {
  const Phrase *post = stage_phrase(s, o->phrase);
  if (post->lemma != f->lemma || post->definite || post->plural || f->plural || o->who.n != 1) return false;
  for (uint32_t i = f->first; i < f->last; i++)
    if (!part_has_word(s, i, o->body)) return false;
  return true;
}

/* «المتحدث», «الوزير» after «المتحدث باسم الجيش العقيد سالم», «الوزير أحمد»: the newest person who was
 * named with that post; a post that nobody was named with, and nothing else is said of («المسؤول»), is
 * the newest person's. */
static uint32_t post_before(const Stage *s, uint32_t phrase) {
  enum { POST_BEFORE_NAME = 4 };
  const Phrase *f = stage_phrase(s, phrase);
  const Text *text = s->m->in->text;
  uint32_t any = NONE;
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Speaker *o = &s->speakers.at[i];
    if (!o->who.n || o->who.at[0].first >= f->first || !o->who.at[0].last) continue;
    Part name = o->who.at[0], body = o->body;
    uint32_t line = text->sentences[text->tokens[name.first].sentence].first;
    bool named = body.first != name.first || stage_phrase(s, o->phrase)->person != NONE;
    if (body.first > name.first) body.first = name.first;
    if (body.last < name.last) body.last = name.last;
    body.first = body.first > line + POST_BEFORE_NAME ? body.first - POST_BEFORE_NAME : line;
    if (named && part_has_word(s, f->head, body)) return o->same;
    if (!named && nameless_post(s, o, f)) return i;
    if (any == NONE && named) any = o->same;
  }
  return f->last == f->first + 1 || (of_nationality(s, f) && !f->plural) ? any : NONE;
}

static bool complemented(const Stage *s, uint32_t phrase) {
  if (phrase + 1 >= s->m->c->nphrases) return false;
  const Phrase *next = stage_phrase(s, phrase + 1);
  return next->up == phrase && (next->link == LINK_IDAFA || next->link == LINK_PREP || next->link == LINK_APPOSITION);
}

/* «وزير الدفاع الأمريكي» after «وزير الدفاع الأمريكي جيم ماتيس»: the newest who was named with all the words of the
 * post; NONE. */
static uint32_t post_in_full(const Stage *s, uint32_t phrase, Part post) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Speaker *o = &s->speakers.at[i];
    bool before = o->who.n && o->who.at[0].first < stage_phrase(s, phrase)->first;
    bool named = before && o->body.first != o->who.at[0].first;
    if (named && words_in(s, post, o->body)) return o->same;
  }
  return NONE;
}

/* Words that only point back, resolved; NONE where they name somebody. */
static uint32_t pointed_at(const Stage *s, uint32_t phrase, uint32_t limit, uint32_t last) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  bool post = f->definite && f->actor == NONE && f->person == NONE && f->head != NONE && f->prep == NONE &&
              f->classes & (k->official | k->spokesman | k->leader | k->rank) && !complemented(s, phrase);
  Part body = {f->first, f->last, phrase};
  if (post && speaker_name_beside(s, phrase, limit) == phrase &&
      speaker_name_words(s, phrase, body, body, limit).first == body.first)
    return post_before(s, phrase);
  bool one = f->definite || (complemented(s, phrase) && stage_phrase(s, phrase + 1)->link == LINK_IDAFA &&
                             (stage_phrase(s, phrase + 1)->definite || stage_phrase(s, phrase + 1)->actor != NONE));
  bool full = one && f->actor == NONE && f->person == NONE && f->head != NONE && f->prep == NONE &&
              f->classes & (k->official | k->spokesman | k->leader | k->rank) && !f->plural;
  if (full && !post) {
    Part words = words_of_speaker(s, phrase, limit);
    bool unnamed = speaker_name_beside(s, phrase, limit) == phrase &&
                   speaker_name_words(s, phrase, words, words, limit).first == words.first;
    uint32_t who = unnamed ? post_in_full(s, phrase, words) : NONE;
    if (who != NONE) return who;
  }
  if (!bare(f)) return NONE;
  uint32_t found = NONE;
  if (f->classes & k->informant) {
    found = same_noun_before(s, f);
    if (found != NONE || last >= SPEAKER_UNTOLD) return found;
    const Phrase *o = stage_phrase(s, s->speakers.at[last].phrase); /* «المصادر» after «مصدر عسكري» are others */
    bool another = o->lemma == f->lemma && ((f->plural && !o->plural) || says_more(s, f, s->speakers.at[last].body));
    return another ? NONE : last;
  }
  if (f->classes & k->media && f->last == f->first + 1) return media_before(s);
  return found;
}

/* ---------------------------------------------------------------- the outlet itself */

static uint32_t plain(Str a, char *out, uint32_t room) {
  uint32_t n = 0;
  for (size_t i = 0; i < a.n && n < room; i++) {
    char c = a.p[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    bool glide = c == 'y' && n && out[n - 1] == 'i'; /* "alarabiya", "alarabia" */
    if (!glide && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) out[n++] = c;
  }
  return n;
}

/* The id of the tables and the outlet's name begin alike: "sky-news-arabia" and "skynews". */
static bool names_outlet(const Stage *s, const ActorMention *m) {
  enum { NAME_MOST = 48, NAME_LEAST = 3 };
  if (!s->m->in->outlet.n) return false;
  char a[NAME_MOST], b[NAME_MOST];
  uint32_t na = plain(m->id, a, NAME_MOST), nb = plain(s->m->in->outlet, b, NAME_MOST);
  uint32_t n = na < nb ? na : nb;
  return n >= NAME_LEAST && memcmp(a, b, n) == 0;
}

static bool is_outlet(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  return f->actor != NONE && names_outlet(s, &s->m->in->mentions->actors[f->actor]);
}

/* «مراسلنا»; «مراسل الجزيرة» in Al Jazeera; «المراسل», after one of them; «مراسل "الضفاف"», of whom no table knows: who
 * quotes a name like that mostly means itself. */
static bool own_voice(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (is_outlet(s, phrase)) return true;
  if (f->head == NONE || !(s->m->c->marks[f->head] & SET_BIT(SET_OWN_VOICE))) return false;
  if (f->pronoun) return true;
  if (f->definite && f->last == f->first + 1) return same_noun_before(s, f) == NONE;
  if (phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->up == phrase && is_outlet(s, phrase + 1))
    return true;
  bool quotes = false;
  for (uint32_t i = f->head + 1; i <= f->last + 1 && i < s->m->in->text->ntokens; i++) {
    quotes |= i <= f->last && token_sign(s->m->in->text, i) == '"';
    const ActorMention *named = actor_at(s->m->in, i);
    if (named) return quotes && names_outlet(s, named);
  }
  return quotes;
}

/* ---------------------------------------------------------------- speakers */

static uint32_t add_speaker(Stage *s, Speaker speaker) {
  speaker.same = speaker.same == NONE ? s->speakers.n : speaker.same;
  return vec_push(&s->speakers, s->arena, speaker) ? s->speakers.n - 1 : SPEAKER_UNTOLD;
}

/* «مصادر قضائية وحقوقية»: one more adjective of the same noun, and nobody else. */
static bool one_more_adjective(const Stage *s, Part who, const Phrase *f) {
  if (f->first != who.last || f->number != NONE || f->actor != NONE || f->person != NONE || f->head == NONE)
    return false;
  const Word *last = &s->m->in->words->at[who.last - 1], *own = &s->m->in->words->at[f->head];
  bool after_adjective = who.last > who.first + 1 && word_best(s->m->in->words, who.last - 1)->pos == POS_ADJ;
  if (!after_adjective || !last->n) return false;
  for (uint32_t i = 0; i < own->n; i++) {
    const Reading *r = &own->readings[i];
    bool adjective = r->pos == POS_ADJ && (r->clitics & CLITIC_AL) == (last->readings[0].clitics & CLITIC_AL);
    if (adjective && (r->number == last->readings[0].number || r->gender == last->readings[0].gender)) return true;
  }
  return false;
}

/* «مجموعة مسلحة منبثقة من المتمردين ومسؤولون قبليون»: by its ending no complement. */
static bool nominative(const Stage *s, const Phrase *f) {
  if (f->head == NONE || f->pronoun) return false;
  Str word = token_fold(s->m->in->text, f->head);
  const Reading *r = word_best(s->m->in->words, f->head);
  if (r->number != NUMBER_PLURAL || word.n < 8) return false;
  return (uint8_t)word.p[word.n - 1] == LETTER_NUN && (uint8_t)word.p[word.n - 2] == LETTER_WAW;
}

static bool one_official(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  bool post = (f->classes & (k->spokesman | k->official | k->leader | k->rank | k->person)) != 0;
  return post && !f->plural && f->number == NONE && f->person == NONE;
}

/* «عضو المجلس والمتحدث باسمه سالم العامري»: two posts of one man, who is named behind the second. */
static bool two_posts(const Stage *s, const Speaker *speaker, uint32_t first, uint32_t second) {
  return speaker->who.n == 1 && speaker->who.at[0].first == speaker->body.first && one_official(s, first) &&
         one_official(s, second);
}

/* «مصادر طبية وشهود عيان»: those that «و» joins, up to the limit. */
static void add_joined(Stage *s, Speaker *speaker, uint32_t phrase, uint32_t limit) {
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + WORDS_AHEAD; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->last > limit || f->clause != stage_phrase(s, phrase)->clause) break;
    if (f->link != LINK_CONJ) continue;
    if (speaker->who.n && one_more_adjective(s, speaker->who.at[speaker->who.n - 1], f)) {
      speaker->who.at[speaker->who.n - 1].last = f->last;
      continue;
    }
    if (!informant_speaks(s, i)) continue;
    /* «شهود عيان ومصادر محلية», «وسائل إعلام وشهود»: two of a kind, where the grammar might join the complement */
    ClassSet kinds = s->m->k->informant | (f->plural && !f->definite ? s->m->k->media : 0);
    bool kind = stage_phrase(s, phrase)->classes & kinds && f->classes & s->m->k->informant;
    bool subject = stage_phrase(s, phrase)->prep == NONE && nominative(s, f);
    if (phrase_root(s->m->c, i) != phrase && !kind && !subject) continue;
    if (subject && f->prep != NONE) { /* the preposition is the complement's that it was joined to */
      parts_add(s, &speaker->who, words_of_speaker(s, speaker_name_beside(s, i, limit), limit));
      continue;
    }
    if (f->prep != stage_phrase(s, phrase)->prep || token_sign(s->m->in->text, f->first - 1) == '"') continue;
    uint32_t named = speaker_name_beside(s, i, limit);
    Part body = words_of_speaker(s, i, limit);
    Part who = named == i ? body : words_of_speaker(s, named, limit);
    who = speaker_name_words(s, named, who, body, limit);
    if (who.first != body.first && two_posts(s, speaker, phrase, i)) {
      speaker->who.at[0] = who;
      speaker->phrase = named;
    } else {
      parts_add(s, &speaker->who, who);
    }
  }
}

static uint32_t speaker_named(Stage *s, uint32_t phrase, uint32_t limit) {
  /* «كل من الوزارة والجيش» */
  bool each = stage_phrase(s, phrase)->classes & s->m->k->measure && phrase + 1 < s->m->c->nphrases;
  if (each && stage_phrase(s, phrase + 1)->up == phrase && stage_phrase(s, phrase + 1)->link == LINK_PREP) phrase++;
  uint32_t named = speaker_name_beside(s, phrase, limit);
  Part body = words_of_speaker(s, phrase, limit);
  Part who = speaker_name_words(s, named, named == phrase ? body : words_of_speaker(s, named, limit), body, limit);
  const Phrase *f = stage_phrase(s, named);
  Speaker speaker = {.body = body, .phrase = named, .same = NONE};
  if (f->definite || f->person != NONE) speaker.same = named_before(s, who);
  parts_add(s, &speaker.who, who);
  add_joined(s, &speaker, phrase, limit);
  return add_speaker(s, speaker);
}

/* «حسابه على تويتر»: his account is on the channel that comes right behind it. */
static bool account_on(const Stage *s, uint32_t phrase) {
  if (!stage_phrase(s, phrase)->pronoun || phrase + 1 >= s->m->c->nphrases) return false;
  const Phrase *next = stage_phrase(s, phrase + 1);
  return next->up == phrase && next->link == LINK_PREP && informant_is_channel(s, phrase + 1);
}

/* «مصدر لـ «عكاظ»»: a paper that puts its name in quotation marks and stands in no table is the
 * one that one reads. */
static bool quotes_itself(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  bool quoted = f->first && token_sign(s->m->in->text, f->first - 1) == '"';
  return quoted && f->actor == NONE && f->prep == s->m->g->prep_li && f->prep_token + 2 <= f->first;
}

/* «في تصريحات لـ"الشرق الأوسط"», in that paper: what he told the outlet itself came through nothing. */
static bool told_to_outlet(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *next = f + 1;
  if (phrase + 1 >= s->m->c->nphrases || !(f->classes & s->m->k->speech) || next->prep != s->m->g->prep_li)
    return false;
  return next->prep_token == f->last && (is_outlet(s, phrase + 1) || quotes_itself(s, phrase + 1));
}

uint32_t informant_through(Stage *s, uint32_t who, uint32_t phrase, uint32_t limit) {
  if (told_to_outlet(s, phrase)) return who;
  if (is_outlet(s, phrase) || quotes_itself(s, phrase) || account_on(s, phrase)) return who;
  uint32_t next = phrase + 1; /* «موقع التواصل الاجتماعي تويتر»: by its name */
  bool named = next < s->m->c->nphrases && stage_phrase(s, next)->first == stage_phrase(s, phrase)->last &&
               stage_phrase(s, next)->prep == NONE && stage_phrase(s, next)->link != LINK_IDAFA;
  if (named && stage_phrase(s, next)->first < limit && informant_is_channel(s, next)) phrase = next;
  Part part = words_of_speaker(s, phrase, limit);
  const Speaker *old = &s->speakers.at[who];
  for (uint32_t i = 0; i < old->who.n; i++) /* «وسائل إعلام محلية»: of his own name */
    if (part.first >= old->who.at[i].first && part.last <= old->who.at[i].last) return who;
  for (uint32_t i = 0; i < old->via.n; i++)
    if (parts_alike(s, part, old->via.at[i])) return who;
  Speaker speaker = *old;
  speaker.via = (Parts){0};
  for (uint32_t i = 0; i < old->via.n; i++) parts_add(s, &speaker.via, old->via.at[i]);
  parts_add(s, &speaker.via, part);
  uint32_t made = add_speaker(s, speaker);
  return made == SPEAKER_UNTOLD ? who : made;
}

/* «البيان» after «بيان للوزارة» and another speaker: the newest whose words came in such a paper; NONE. */
static uint32_t paper_before(const Stage *s, const Phrase *f) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Parts *via = &s->speakers.at[i].via;
    for (uint32_t k = 0; k < via->n; k++) {
      const Phrase *paper = via->at[k].phrase == NONE ? NULL : stage_phrase(s, via->at[k].phrase);
      if (paper && paper->first < f->first && paper->lemma == f->lemma && f->lemma != LEMMA_NONE) return i;
    }
  }
  return NONE;
}

uint32_t informant_of(Stage *s, uint32_t phrase, uint32_t limit, uint32_t last) {
  if (own_voice(s, phrase)) return SPEAKER_OUTLET;
  if (informant_is_channel(s, phrase)) {
    uint32_t issuer = issuer_of(s, phrase, limit);
    uint32_t who = issuer == NONE ? NONE : informant_of(s, issuer, limit, last);
    if (issuer != NONE && who < SPEAKER_UNTOLD) return informant_through(s, who, phrase, stage_phrase(s, phrase)->last);
    const Phrase *f = stage_phrase(s, phrase);
    bool shows = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_PICTURES);
    if (shows && (!f->definite || f->plural)) return SPEAKER_OUTLET; /* «أظهر مقطع فيديو أن» */
    bool papers = f->definite && f->plural && !f->pronoun && f->prep != s->m->g->prep_bi;
    if (papers && !informant_is_media(s, phrase)) return speaker_named(s, phrase, limit); /* «التقارير», nobody's */
    uint32_t his = f->definite && !f->pronoun ? paper_before(s, f) : NONE;
    if (his != NONE) return his;
    if ((f->definite || f->pronoun) && last < SPEAKER_UNTOLD) return informant_through(s, last, phrase, f->last);
    if (f->definite && !informant_is_media(s, phrase)) return SPEAKER_UNTOLD;
    return speaker_named(s, phrase, limit);
  }
  uint32_t back = pointed_at(s, phrase, limit, last);
  if (back < SPEAKER_UNTOLD) return back;
  return speaker_named(s, phrase, limit);
}

uint32_t informant_who(Stage *s, uint32_t who, bool denies, bool doubted) {
  if (s->speakers.at[who].denies == denies && s->speakers.at[who].doubted == doubted) return who;
  Speaker speaker = s->speakers.at[who];
  speaker.denies = denies;
  speaker.doubted = doubted;
  uint32_t made = add_speaker(s, speaker);
  return made == SPEAKER_UNTOLD ? who : made;
}
