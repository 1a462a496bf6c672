/* Phrases and clauses: what a frame matches on.
 *
 * The problem: «أعلنت القيادة المركزية أنها نفذت 59 عملية في سوريا أسفرت عن مقتل 13 واعتقال 92
 * عنصراً» (Central Command announced that it carried out 59 operations in Syria that led to the
 * killing of 13 and the arrest of 92 members) has to come apart into three verbs, who each
 * one's subject is, and what hangs on what.
 *
 * The method: one pass from left to right over the words of a sentence, no search. Nouns,
 * numbers and names become phrases; each new phrase is tied to an earlier one by what stands
 * between them: nothing (iḍāfa, apposition), «و» (coordination), a preposition. Verbs and
 * conjunctions open clauses. When a clause ends, its subject and object are told apart by
 * order, voice and by what can act (an army) or be acted on (a house). */
#ifndef CODE_CLAUSE_H
#define CODE_CLAUSE_H

#include "code/clause/input.h"
#include "code/grammar/frame.h"

enum { NONE = UINT32_MAX };

typedef enum PhraseLink {
  LINK_FREE,
  LINK_IDAFA,      /* complement of `up` */
  LINK_APPOSITION, /* another name for `up` */
  LINK_CONJ,       /* joined to `up` by «و» */
  LINK_PREP,       /* a prepositional phrase right behind `up` */
  LINK_OBJECT      /* accusative object of the masdar `up`: «تنفيذ التحالف عمليتين» */
} PhraseLink;

typedef struct Phrase {
  uint32_t first, last; /* tokens [first, last): number, noun, adjectives, or one name */
  uint32_t head;        /* the noun's token; NONE for a bare number */
  uint32_t lemma;       /* of the head; LEMMA_NONE */
  ClassSet classes;     /* of the head and of what it is known to name */
  uint32_t prep;        /* the grammar's number of its preposition; NONE; PREP_OTHER */
  uint32_t prep_token;  /* where the preposition begins */
  uint32_t up;          /* the phrase it hangs on, or NONE */
  uint32_t clause;
  uint32_t number, actor, place, person, date; /* mentions, or NONE */
  uint8_t link, form;                          /* PhraseLink, WordForm of the head */
  bool definite, plural, adjectives, pronoun;
  bool governed; /* LINK_PREP: its preposition goes with the phrase before, as in «موالية للنظام» */
} Phrase;

enum { PREP_OTHER = UINT32_MAX - 1 };

typedef enum ClauseKind { CLAUSE_MAIN, CLAUSE_COORDINATE, CLAUSE_COMPLEMENT, CLAUSE_RELATIVE } ClauseKind;

typedef struct Clause {
  uint32_t first, last;           /* tokens */
  uint32_t verb;                  /* its token, or NONE */
  uint32_t lemma;                 /* the verb's */
  ClassSet classes;               /* the verb's */
  SetMask sets;                   /* of the verb, and of the aspect verb before it */
  uint32_t subject, object;       /* phrases, or NONE; a passive's object is whom it befell */
  uint32_t lone;                  /* the one argument there is, whichever of the two it be; NONE where there are two */
  uint32_t before, after, second; /* free phrases: the one before the verb, the first two behind it */
  uint32_t up;                    /* the clause it depends on, or NONE */
  uint32_t head;                  /* of a relative clause: the phrase it hangs on */
  uint32_t pronoun_prep;          /* the newest preposition with a pronoun in it («عليها»), or NONE */
  uint32_t sentence;
  uint8_t kind; /* ClauseKind */
  bool passive, negated, future, imperfect, object_pronoun, own_subject, pronoun_subject;
  bool joined;     /* its verb has «و» */
  bool aside;      /* a relative clause behind a comma, which ends at the next */
  bool resumptive; /* a preposition with a pronoun in it: «يسيطر عليها» */
} Clause;

typedef struct Clauses {
  const Phrase *phrases;
  const Clause *clauses;
  const uint32_t *phrase_of; /* by token: the phrase, or NONE */
  const uint32_t *clause_of; /* by token */
  const SetMask *marks;      /* by token: the sets whose words begin here */
  const uint32_t *mark_prep; /* by token: number of the compound preposition that begins here, or NONE */
  const uint8_t *mark_n;     /* by token: tokens in the longest set word that begins here */
  uint32_t nphrases, nclauses;
} Clauses;

/* `words` are the input's own, and may be read anew where the clause decides («حظر», after a
 * subject, is a noun). Empty on a failed arena. */
Clauses clauses_of(Arena *arena, const Grammar *grammar, const CoderInput *input, Word *words);

/* The classes the engine itself reasons with, resolved once. */
// clang-format off
#define ENGINE_CLASSES(X) \
  X(person) X(civilian) X(child) X(woman) X(fighter) X(security) X(official) X(leader) X(victim) X(force) \
  X(organisation) X(state) X(group) X(aircraft) X(event) X(speech) X(channel) X(light) X(result) X(aspect) \
  X(area) X(gathering) X(time) X(measure) X(media) X(informant) X(spokesman) X(plan) X(rank) X(title) X(kin) X(deed) \
  X(sport) X(show) X(hostage) X(goods) X(dead) X(hurt) X(unit) X(intransitive) X(weapon) X(firearm) \
  X(explosive) X(artillery) X(weather) X(disease) X(animal) X(building) X(position) X(police) X(vehicle) X(facility) \
  X(protester) X(direction) X(nature) X(detainee) X(suspect) X(money)
// clang-format on

typedef struct EngineClasses {
#define X(name) ClassSet name;
  ENGINE_CLASSES(X)
#undef X
} EngineClasses;

/* The classes that the code asks for, as the lexicon numbers them. */
EngineClasses engine_classes(const Lexicon *lexicon);

/* «المشتبه بهم», «المحكوم عليه»: is it a participle, or a word for a suspect, that a preposition with its pronoun right
 * behind it completes? `marks` by token, as in Clauses. */
bool phrase_completed(const CoderInput *in, const SetMask *marks, ClassSet suspect, const Phrase *f);
/* The phrase that `phrase` and what is joined to it by «و» begins with. */
uint32_t phrase_root(const Clauses *c, uint32_t phrase);
/* «مرتبطة بالتنظيم», «متحالفون مع الحكومة»: is it the complement of the adjective before it? */
bool phrase_asked_for(const Clauses *c, const Phrase *f);
/* «خمسة من الجنود»: does «من» lead to it as to those of whom the phrase before is a part? */
static inline bool phrase_partitive(const Clauses *c, const Phrase *f) {
  return f->link == LINK_PREP && c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE);
}

/* The tokens [first, *last) of a phrase with all that belongs to its name: iḍāfa, apposition,
 * «من» and «ل» complements right behind it. */
void phrase_extent(const Clauses *c, const Grammar *g, uint32_t phrase, uint32_t *first, uint32_t *last);

#endif
