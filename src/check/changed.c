/* An article that was edited after it was read: another toll, another doer, or a happening that
 * is denied now, under the same address.
 *
 * Versions of a page stand in the order of their retrieval. Records of two versions are of one
 * happening where their type and the words of their trigger are the same, the nth with the nth.
 * Another wording, another foot of the page are no change of what is told. */
#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/same.h"

enum { MOST_RECORDS = 256 /* of one version that are compared */ };

/* The record of the other version: as many of its like stand before it. */
static const Record *like_of(const CheckDoc *doc, uint32_t at, const CheckDoc *other) {
  const Record *r = &doc->records[at];
  uint32_t before = 0;
  for (uint32_t i = 0; i < at; i++)
    before += str_eq(doc->records[i].type, r->type) && str_eq(doc->records[i].trigger.text, r->trigger.text);
  for (uint32_t i = 0; i < other->nrecords && i < MOST_RECORDS; i++) {
    const Record *o = &other->records[i];
    if (str_eq(o->type, r->type) && str_eq(o->trigger.text, r->trigger.text) && !before--) return o;
  }
  return NULL;
}

static bool same_count(Count a, Count b) {
  return a.set == b.set && (!a.set || (number_same(a.min, b.min) && (a.max >= b.max) == (b.max >= a.max)));
}

/* The outcomes that are told of one kind, the first whose number differs. */
static bool toll_changed(const Record *a, const Record *b, const Outcome **was, const Outcome **is) {
  for (uint32_t i = 0; i < a->noutcomes; i++) {
    const Outcome *now = NULL;
    bool kept = false;
    for (uint32_t k = 0; k < b->noutcomes && !kept; k++) {
      if (!str_eq(a->outcomes[i].what, b->outcomes[k].what)) continue;
      kept = same_count(a->outcomes[i].count, b->outcomes[k].count);
      if (!now) now = &b->outcomes[k];
    }
    if (kept || !now || !a->outcomes[i].count.set || !now->count.set) continue;
    *was = &a->outcomes[i];
    *is = now;
    return true;
  }
  return false;
}

static void say_toll(Draft *d, const Outcome *o) {
  draft_count(d, o->count);
  draft_lit(d, " ");
  draft_word(d, "what", o->what);
}

static bool say_change(Draft *d, const Record *a, const Record *b) {
  const Outcome *was, *is;
  bool stance = !str_eq(a->stance, b->stance) && a->stance.n && b->stance.n;
  if (toll_changed(a, b, &was, &is)) {
    say_toll(d, was);
    draft_mark(d, "became");
    draft_lit(d, " became ");
    say_toll(d, is);
  } else if (actors_differ(a->agents, b->agents)) {
    draft_actors(d, "agents", a->agents);
    draft_mark(d, "became");
    draft_lit(d, " became ");
    draft_actors(d, "agents", b->agents);
  } else if (stance) {
    draft_word(d, "stance", a->stance);
    draft_mark(d, "became");
    draft_lit(d, " became ");
    draft_word(d, "stance", b->stance);
  } else {
    return false;
  }
  return true;
}

static void compare(Arena *arena, const CheckDoc *a, const CheckDoc *b, Findings *findings) {
  for (uint32_t i = 0; i < a->nrecords && i < MOST_RECORDS; i++) {
    const Record *later = like_of(a, i, b);
    Draft d;
    if (!later) continue;
    draft_init(&d, arena);
    draft_record(&d, a, &a->records[i]);
    draft_record(&d, b, later);
    draft_lit(&d, "The page of ");
    draft_outlet(&d, b);
    draft_lit(&d, " was edited: ");
    if (!say_change(&d, &a->records[i], later)) continue;
    draft_lit(&d, ".");
    draft_done(&d, STR("changed"), findings);
  }
}

/* Each version with the one before it. */
void check_changed(Arena *arena, const CheckInput *input, Findings *findings) {
  uint32_t most = 0;
  for (uint32_t i = 0; i < input->ndocs; i++) most = input->docs[i].page > most ? input->docs[i].page : most;
  const CheckDoc **last = most < UINT32_MAX ? ARENA_ARRAY(arena, const CheckDoc *, (size_t)most + 1) : NULL;
  for (uint32_t i = 0; last && i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    if (!doc->page) continue;
    if (last[doc->page] && !str_eq(last[doc->page]->text, doc->text)) compare(arena, last[doc->page], doc, findings);
    last[doc->page] = doc;
  }
}
