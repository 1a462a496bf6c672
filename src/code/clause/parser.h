/* The parser's state while it reads a sentence; for the files of the clause analysis alone
 * (clause, predicate, arguments, borrowed, noun, attach, joined, aside, reread), which are one pass in parts. */
#ifndef CODE_PARSER_H
#define CODE_PARSER_H

#include "code/clause/clause.h"
#include "code/clause/mark.h"
#include "code/clause/near.h"

typedef VEC(Phrase) Phrases_;
typedef VEC(Clause) Clauses_;

typedef struct Parser {
  Arena *arena;
  const Grammar *g;
  const CoderInput *in;
  EngineClasses k;
  Marks marks;
  Word *words;
  Phrases_ phrases;
  Clauses_ clauses;
  uint32_t *phrase_of, *clause_of;
  uint32_t number, actor, place, person, date; /* cursors: mentions come in text order */
  uint32_t clause;                             /* the one that is open */
  uint32_t base;                               /* the sentence's outermost clause */
  uint32_t last;                               /* the newest phrase, or NONE after a break */
  uint32_t prep, prep_token;
  bool conj, broken; /* «و» before; punctuation since the last phrase */
  bool resumed;      /* that punctuation closed what was put in between, and the clause goes on */
  bool completed;    /* «قد» before: a verb that follows goes with «كان» */
  uint32_t sentence;
} Parser;

static inline const Reading *reading(const Parser *p, uint32_t token) { return word_best(p->in->words, token); }
static inline const Token *token_at(const Parser *p, uint32_t i) { return &p->in->text->tokens[i]; }
static inline ClassSet lemma_classes(const Parser *p, uint32_t lemma) { return lexicon_classes(p->g->lexicon, lemma); }
static inline Clause *current(Parser *p) { return &p->clauses.at[p->clause]; }

/* The mention that begins at token i, of a list in text order, or NONE; the cursor only
 * moves on. */
#define MENTION_AT(p, cursor, list, count, i)                                       \
  do {                                                                              \
    while ((p)->cursor < (count) && (list)[(p)->cursor].first < (i)) (p)->cursor++; \
  } while (0)
#define MENTION_HERE(p, cursor, list, count, i) \
  ((p)->cursor < (count) && (list)[(p)->cursor].first == (i) ? (p)->cursor : NONE)

/* clause.c */
uint32_t parse_open_clause(Parser *p, ClauseKind kind, uint32_t up, uint32_t first);

/* predicate.c */
/* Does the noun name an act, by its class or because a frame has it for a trigger («مهمة»)? */
bool parse_names_act(const Parser *p, const Phrase *f);
/* «هجوم على أحد مواقع الجيش شنه مسلحون»: does the verb's pronoun take up an act without the article before it? */
bool parse_takes_up_act(const Parser *p, uint32_t verb);
void parse_put_verb(Parser *p, uint32_t i);

/* arguments.c */
bool parse_can_act(const Parser *p, const Phrase *f);
bool parse_agrees(const Parser *p, const Phrase *f, uint32_t verb, bool before);
void parse_close_sentence(Parser *p);
/* Whose deed a verb that «و» joins to another goes on to tell; NONE. */
uint32_t parse_subject_before(const Parser *p, const Clause *c);

/* borrowed.c: of a clause that has a verb, once all have their own arguments */
void parse_borrow(Parser *p, Clause *c);

/* noun.c */
void parse_move_cursors(Parser *p, uint32_t i);
uint32_t parse_number_at(const Parser *p, uint32_t i);
bool parse_nominal(const Reading *r);
uint32_t parse_clitic_prep(const Parser *p, uint16_t clitics);
/* «فلسطيني»: a nationality without the article that is no feminine, and so may be somebody. */
bool parse_is_national(const Parser *p, uint32_t i);
bool parse_is_victim(const Parser *p, uint32_t head, uint32_t i);
uint32_t parse_build_noun(Parser *p, Phrase *f, uint32_t i, uint32_t end);

/* attach.c */
bool parse_has_nun(const Parser *p, uint32_t token);
bool parse_takes_idafa(const Parser *p, const Phrase *f);
bool parse_stands_for_state(const PlaceMention *m);
uint32_t parse_put_phrase(Parser *p, uint32_t i, uint32_t end);

/* joined.c */
/* The phrase before that «و» joins it to; NONE. */
uint32_t parse_partner(const Parser *p, const Phrase *f);
/* «26 جندياً بالإضافة إلى تسعة متطوعين»: the counted ones before, whom those that a preposition adds are joined to;
 * NONE. */
uint32_t parse_added_to(const Parser *p, const Phrase *f);
/* Joins it to its partner, whose preposition governs both. */
void parse_join(const Parser *p, Phrase *f, uint32_t partner);

/* predicate.c */
/* Does the pronoun on the verb agree with the noun of the phrase, which has a head? */
bool parse_taken_up(const Parser *p, const Phrase *f, uint32_t verb);
/* The clause around one with «الذي» that ends at the token and whose subject has no verb yet; NONE. */
uint32_t parse_waiting_around(const Parser *p, uint32_t i);
/* The subject of that clause; NONE. */
uint32_t parse_who_waits(const Parser *p, uint32_t around);
bool parse_waits_for_verb(const Parser *p, const Clause *c);

/* aside.c */
bool parse_name_aside(const Parser *p, const Phrase *f);
bool parse_name_beside(const Parser *p, const Phrase *o, const Phrase *f);
bool parse_one_more_post(const Parser *p, const Clause *c);

/* reread.c */
const Reading *parse_as_person(const Parser *p, uint32_t i);
bool parse_prefer_noun(const Parser *p, uint32_t i, ClassSet classes);
void parse_read_as_noun(Parser *p, uint32_t i);
bool parse_read_as_governed(const Parser *p, uint32_t head, uint32_t i);
bool parse_read_as_joined_adjective(const Parser *p, uint32_t head, uint32_t i);
void parse_read_as_adjective(const Parser *p, uint32_t head, uint32_t i);
void parse_read_as_described(const Parser *p, uint32_t head, uint32_t i);
void parse_read_as_nationality(Parser *p, uint32_t i);
void parse_read_as_verb(Parser *p, uint32_t i);
void parse_read_adverb_as_noun(const Parser *p, uint32_t i);
void parse_read_as_predicate(Parser *p, uint32_t i);
bool parse_read_as_telling(Parser *p, uint32_t i, uint32_t end);

#endif
