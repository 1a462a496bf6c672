/* The words for a speaker.
 *
 *   «مصدر في وزارة الدفاع لوكالة رويترز»   a source in the ministry speaks; the agency is a channel
 *   «المتحدث باسم الجيش العقيد سالم»         the name, where it stands beside the post
 *   «بيان للوزارة»                           the ministry, by way of a statement
 *   «شهود عيان ومصادر محلية»                 two, whom «و» joins
 *
 * Words that only point back are speaker_before.c's, the outlet's own voice is outlet.c's.
 * A short form of a name («المرصد») stays as the text has it there, and knows whose it is. */
#include "code/voice/informant.h"

#include "code/voice/outlet.h"
#include "code/voice/speaker_before.h"
#include "code/voice/speaker_name.h"
#include "code/voice/speaker_words.h"

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

/* «أحد السكان», «أحد أفراد الأسرة»: the phrase of those whom one of may speak; NONE. */
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
  uint32_t them = one_of_them(s, phrase);
  if (them != NONE) f = stage_phrase(s, them);
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

/* The complement of «بيان»: «بيان لوزارة الدفاع», «بيان الوزارة», «بيان صادر عن الوزارة». */
static uint32_t issuer_of(const Stage *s, uint32_t channel, uint32_t limit) {
  enum { PHRASES_AHEAD = 3 };
  const Phrase *f = stage_phrase(s, channel);
  for (uint32_t i = channel + 1; i < s->m->c->nphrases && i <= channel + PHRASES_AHEAD; i++) {
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
  enum { PHRASES_AHEAD = 6 };
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + PHRASES_AHEAD; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->last > limit || f->clause != stage_phrase(s, phrase)->clause) break;
    if (f->link != LINK_CONJ || f->last <= speaker->body.last) continue; /* «وزارة الشباب والرياضة» is one */
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
      parts_add(s, &speaker->who, speaker_words(s, speaker_name_beside(s, i, limit), limit));
      continue;
    }
    if (f->prep != stage_phrase(s, phrase)->prep || token_sign(s->m->in->text, f->first - 1) == '"') continue;
    uint32_t named = speaker_name_beside(s, i, limit);
    Part body = speaker_words(s, i, limit);
    Part who = named == i ? body : speaker_words(s, named, limit);
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
  Part body = speaker_words(s, phrase, limit);
  Part who = speaker_name_words(s, named, named == phrase ? body : speaker_words(s, named, limit), body, limit);
  const Phrase *f = stage_phrase(s, named);
  Speaker speaker = {.body = body, .phrase = named, .same = NONE};
  if (f->definite || f->person != NONE) speaker.same = speaker_named_before(s, who);
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

/* «موقع التواصل الاجتماعي تويتر», «شبكة التواصل "تويتر"»: the site by its name; `phrase` where none stands beside it.
 */
static uint32_t name_of_site(const Stage *s, uint32_t phrase, uint32_t limit) {
  uint32_t next = phrase + 1, last = stage_phrase(s, phrase)->last;
  const Phrase *kind = next < s->m->c->nphrases ? stage_phrase(s, next) : NULL; /* «التواصل الاجتماعي» */
  if (kind && kind->first == last && kind->prep == NONE && !informant_is_channel(s, next)) next++;
  if (next >= s->m->c->nphrases) return phrase;
  const Phrase *n = stage_phrase(s, next), *before = stage_phrase(s, next - 1);
  uint8_t sign = n->first == before->last + 1 ? token_sign(s->m->in->text, before->last) : 0;
  bool beside = n->first == before->last || sign == '"' || sign == '(' || sign == ',';
  bool named = beside && n->prep == NONE && n->first < limit && (n->link != LINK_IDAFA || next > phrase + 1);
  return named && informant_is_channel(s, next) ? next : phrase;
}

uint32_t informant_through(Stage *s, uint32_t who, uint32_t phrase, uint32_t limit) {
  if (outlet_was_told(s, phrase)) return who;
  if (outlet_named(s, phrase) || outlet_quotes_itself(s, phrase) || account_on(s, phrase)) return who;
  phrase = name_of_site(s, phrase, limit);
  Part part = speaker_words(s, phrase, limit);
  const Speaker *old = &s->speakers.at[who];
  for (uint32_t i = 0; i < old->who.n; i++) /* «وسائل إعلام محلية»: of his own name */
    if (part.first >= old->who.at[i].first && part.last <= old->who.at[i].last) return who;
  for (uint32_t i = 0; i < old->via.n; i++)
    if (parts_alike(s, part, old->via.at[i])) return who;
  Speaker speaker = *old;
  speaker.via = (Parts){0};
  parts_add_all(s, &speaker.via, &old->via);
  parts_add(s, &speaker.via, part);
  uint32_t made = add_speaker(s, speaker);
  return made == SPEAKER_UNTOLD ? who : made;
}

/* «بيان للوزارة», «البيان», «التقارير»: whose word came in such a paper. */
static uint32_t speaker_of_channel(Stage *s, uint32_t phrase, uint32_t limit, uint32_t last) {
  uint32_t issuer = issuer_of(s, phrase, limit); /* no channel itself: one step, and no further */
  uint32_t who = issuer == NONE ? SPEAKER_UNTOLD : informant_of(s, issuer, limit, last);
  if (who < SPEAKER_UNTOLD) return informant_through(s, who, phrase, stage_phrase(s, phrase)->last);
  const Phrase *f = stage_phrase(s, phrase);
  bool shows = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_PICTURES);
  if (shows && (!f->definite || f->plural)) return SPEAKER_OUTLET; /* «أظهر مقطع فيديو أن» */
  bool papers = f->definite && f->plural && !f->pronoun && f->prep != s->m->g->prep_bi;
  if (papers && !informant_is_media(s, phrase)) return speaker_named(s, phrase, limit); /* «التقارير», nobody's */
  uint32_t his = f->definite && !f->pronoun ? speaker_of_paper(s, f) : NONE;
  if (his != NONE) return his;
  if ((f->definite || f->pronoun) && last < SPEAKER_UNTOLD) return informant_through(s, last, phrase, f->last);
  if (f->definite && !informant_is_media(s, phrase)) return SPEAKER_UNTOLD;
  return speaker_named(s, phrase, limit);
}

uint32_t informant_of(Stage *s, uint32_t phrase, uint32_t limit, uint32_t last) {
  if (outlet_speaks(s, phrase)) return SPEAKER_OUTLET;
  if (informant_is_channel(s, phrase)) return speaker_of_channel(s, phrase, limit, last);
  uint32_t back = speaker_pointed_at(s, phrase, limit, last);
  return back < SPEAKER_UNTOLD ? back : speaker_named(s, phrase, limit);
}

uint32_t informant_who(Stage *s, uint32_t who, bool denies, bool doubted) {
  if (s->speakers.at[who].denies == denies && s->speakers.at[who].doubted == doubted) return who;
  Speaker speaker = s->speakers.at[who];
  speaker.denies = denies;
  speaker.doubted = doubted;
  uint32_t made = add_speaker(s, speaker);
  return made == SPEAKER_UNTOLD ? who : made;
}
