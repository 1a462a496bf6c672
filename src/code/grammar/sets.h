/* The named sets of words that the engine asks the grammar for, by function. The words
 * stand in data/grammar/sets/; docs/grammar.md tells how they are written. */
#ifndef CODE_SETS_H
#define CODE_SETS_H

#include <stdbool.h>
#include <stdint.h>

/* X(name in C, name in the files) and what it is for. */
#define SET_LIST(X)                                                                                                   \
  X(SET_COMPOUND_PREPOSITION, "compound-preposition") /* several words that govern as one: on the part of */          \
  X(SET_ADDING, "adding-preposition")                 /* those it governs are more of those before: in addition to */ \
  X(SET_SOURCE_PREPOSITION, "source-preposition")     /* introduces who says so: according to */                      \
  X(SET_CLAUSE_OPENER, "clause-opener")               /* opens a clause on equal terms: while, where */               \
  X(SET_COMPLEMENTISER, "complementiser")             /* opens what is said: that */                                  \
  X(SET_SUBSET, "subset-marker")                      /* some of those just counted: among them */                    \
  X(SET_NEGATION, "negation")                         /* no, not, without */                                          \
  X(SET_FUTURE, "future")                             /* will, intends to, is due to */                               \
  X(SET_UNREAL, "unreal")                             /* must, if, could, calls for: no fact */                       \
  X(SET_PURPOSE, "purpose")                           /* in order to */                                               \
  X(SET_CONTRIBUTION, "contribution")                 /* contributed to: whether the act came about is not said */    \
  X(SET_FOILED, "foiled")                             /* verbs and masdars of thwarting */                            \
  X(SET_ALLEGED, "alleged")                           /* claims laid on somebody: suspected, accused of */            \
  X(SET_DENIED, "denied")                             /* verbs and masdars of denying */                              \
  X(SET_BACKGROUND, "background")                     /* opens what was before: it is recalled that */                \
  X(SET_FINDINGS, "findings")                   /* what is found out or counted, and tells: «التحقيقات» */ \
  X(SET_PERIOD, "period")                       /* during, since, throughout */                                       \
  X(SET_TOTAL, "total")                         /* declares parts to be all: spread over, as follows */               \
  X(SET_HABIT, "habit")                         /* carries out … repeatedly: carries on with, continues */          \
  X(SET_SUFFERED, "suffered")                   /* «تعرض», «لقي»: its subject is whom the noun befell */   \
  X(SET_CLAIMED, "responsibility")              /* takes responsibility for an act */                                 \
  X(SET_OTHERS, "others")                       /* «آخر», «آخرين»: takes the kind of the noun before */   \
  X(SET_ANAPHOR, "anaphor")                     /* nouns that only point back: the operation, the group */            \
  X(SET_INTERIM, "aspectual")                   /* succeeded in, began: the act is the masdar after it */             \
  X(SET_NEAR_MISS, "not-done")                  /* «كاد», «فشل»: the act did not come about */              \
  X(SET_THREATENS, "threatens")                 /* threats: «ب» after them governs what is threatened */           \
  X(SET_UNKNOWN_AGENT, "unknown-agent")         /* «مجهول»: an agent that is said to be unknown */             \
  X(SET_AFTER, "after-preposition")             /* what it governs has happened: after, since, because of */          \
  X(SET_PARTITIVE, "partitive")                 /* «من»: those of a body */                                       \
  X(SET_AREA_PREPOSITION, "place-preposition")  /* governs where an act took place */                                 \
  X(SET_CAUSE_PREPOSITION, "cause-preposition") /* from an outcome to its act: in, by, as a result of */              \
  X(SET_STANDS_FOR, "stands-for")               /* only stands for its complement: the lives of */                    \
  X(SET_ONE_OF, "one-of")                       /* «أحد»: one of its complement */                               \
  X(SET_UNCOUNTED, "uncounted")             /* nouns whose singular is not one of these: ammunition, inhabitants */   \
  X(SET_TIMES, "times")                     /* behind a number, how often: three times */                             \
  X(SET_SOME_OF, "some-of")                 /* «عدد», «بعض»: nobody says how many of its complement */      \
  X(SET_OCCURS, "occurs")                   /* verbs whose subject comes about: broke out, took place */              \
  X(SET_WITH_COMPLEMENT, "with-complement") /* adjectives that govern: loyal to, belonging to */                      \
  X(SET_WHEN, "when")                       /* opens the clause of the act that an outcome came of: when, after */    \
  X(SET_ONE_SIDE, "one-side")               /* «من جهة أخرى» */                                            \
  X(SET_ABOUT, "about")               /* the act after it is talked of, not told: investigation into, suspect of */   \
  X(SET_WAS, "was")                   /* «كان»: with a perfect behind it, a past before the past */              \
  X(SET_STILL, "still")               /* «لا يزال», «ما برح»: negated in form, and not in meaning */   \
  X(SET_STOCK, "stock")               /* how many there are: holds, the number of, there are */                       \
  X(SET_SINCE, "since")               /* «منذ» */                                                                \
  X(SET_LONG_UNIT, "long-unit")       /* of time: a day and more */                                                   \
  X(SET_WAR, "war")                   /* «الحرب», «النزاع»: what has a toll and is no one act */       \
  X(SET_COMPLETED, "completed")       /* «قد»: what follows has come about */                                     \
  X(SET_TELLING, "telling")           /* verbs that pass on a happening: said, announced */                           \
  X(SET_TELLING_THAT, "telling-that") /* the same, but only with «أن» or a quotation behind */                    \
  X(SET_GOES_ON, "goes-on")           /* verbs of telling that go on with who spoke: added */                         \
  X(SET_OBSERVES, "observes")         /* verbs of telling that only mean to detect, of a force: recorded */           \
  X(SET_RELAYS, "relay")              /* what passes on another's word: «نقل عن», «نقلاً عن» */       \
  X(SET_ORIGIN_OF, "word-of")         /* prepositions from a relay or paper to whose word it is */                    \
  X(SET_ONLY_A_WORD, "only-a-word")   /* doers of whom nobody knows more, unless a body is named: gunmen */           \
  X(SET_AS_TOLD, "as-told")           /* before a verb of telling with nothing told behind it: as he said */          \
  X(SET_RECALLS, "outlet-recalls")    /* the outlet speaks again: it is recalled that */                              \
  X(SET_ASCRIBES, "ascribes")         /* verbs that lay an act on somebody: ascribes to */                            \
  X(SET_BLAMES, "blames")             /* verbs that lay responsibility on their object: holds responsible for */      \
  X(SET_ATTEMPT, "attempt")           /* nouns of trying: attempt */                                                  \
  X(SET_DECIDES, "decides")           /* verbs and nouns of deciding what is to be done: orders, agrees to */         \
  X(SET_STANDS_IN, "stands-in")       /* verbs of what a paper holds: there came in a statement that */               \
  X(SET_TEXT_FOLLOWS, "text-follows") /* before the full text of somebody's paper: its text is as follows */          \
  X(SET_PREVENTS, "prevents")         /* verbs and nouns of keeping from coming about: hinders, averts */             \
  X(SET_OWN_VOICE, "own-voice")       /* the outlet's own people: correspondent */                                    \
  X(SET_STATE_FORCE, "state-force")   /* armed bodies that only a state has: police, army */                          \
  X(SET_NO_PART, "no-part")           /* «ذمة» of «على ذمة التحقيق»: takes no part */             \
  X(SET_LEAST, "least")               /* «الأقل» of «على الأقل»: so many, and maybe more */          \
  X(SET_BETWEEN, "between")           /* what it governs are two at least, joined by «و» */                        \
  X(SET_BACKING, "backing")           /* before those with whom, or with whose help, somebody acts */                 \
  X(SET_SPONSORING, "sponsoring")     /* before those who bring the parties of a meeting together */                  \
  X(SET_MODAL_PLAN, "plan")           /* nouns of what is not done yet: plan, preparations */                         \
  X(SET_ASKS_FOR, "asks-for")         /* calls for, asks for, threatens with: what is not done */                     \
  X(SET_ANY, "any")                   /* «أي هجوم»: any there might be */                                     \
  X(SET_APART, "apart")               /* adjectives that tell an act from the one before: similar, separate */        \
  X(SET_BESIDES, "besides")           /* before one thing more: also, as well as */                                   \
  X(SET_OTHER_NEWS, "other-news")     /* opens a sentence that turns to other news: on the other hand, meanwhile */   \
  X(SET_EARLIER, "earlier")           /* «في وقت سابق»: on the same day, before */                         \
  X(SET_BEFORE, "before-preposition") /* before, shortly before */                                                    \
  X(SET_LINKED, "linked")             /* nouns that lay an act on somebody: link, involvement, accusation */          \
  X(SET_BLAMED, "blamed")             /* «مسؤولة عن»: before the act that is laid on somebody */            \
  X(SET_ORDINAL, "ordinal")           /* the first, the second of several acts */                                     \
  X(SET_RUNS_TO, "runs-to")           /* verbs of how long something lasts: ends, expires, begins */                  \
  X(SET_UNEQUALLED, "unequalled")     /* the first, the worst: «منذ» behind it dates the comparison */           \
  X(SET_NAMED, "named-as")            /* before somebody's name: is called, his name is, as being */                  \
  X(SET_LED, "led-by")                /* before the name of who leads a force */                                      \
  X(SET_CHARGE, "charge")             /* of trials: charges, warrants, hearings; no verdict yet */                    \
  X(SET_AGAINST, "against")           /* before whom a slogan or a march is turned: against */                        \
  X(SET_TOPPLES, "topples")           /* verbs of what a protest does to a ruler: overthrew, brought down */          \
  X(SET_PLAIN_CIVIL, "plainly-civil") /* nouns of people that say that they are no fighters, even of those held */    \
  X(SET_PUNISHMENT, "punishment")     /* nouns of what a court lays on somebody: prison, execution, expulsion */      \
  X(SET_INSIDE, "inside")             /* prepositions of the place in which something is: in, within */               \
  X(SET_TWO_SIDES, "two-sides")       /* duals that point back to two who were named: the two sides */                \
  X(SET_UPON, "upon")                 /* «على» */                                                                \
  X(SET_TOWARD, "toward")             /* prepositions of where something goes: to, in the direction of */             \
  X(SET_WHERE, "where")               /* opens the clause of what happened in a place just told */                    \
  X(SET_WITNESS, "witness")           /* verbs whose subject is where or when their object came about: «شهد» */  \
  X(SET_ENGAGES, "engages")           /* verbs whose subject does the act that a preposition ties to them */          \
  X(SET_BACKS, "backs")               /* verbs whose subject stands by their object */                                \
  X(SET_ENABLES, "enables")           /* verbs whose object, or whom «ل» governs, does the act: enabled, tasked */ \
  X(SET_ALONGSIDE, "alongside")       /* prepositions of what happens beside: amid, during, with */                   \
  X(SET_STRETCH, "stretch")           /* nouns of land of which nothing is known but where it lies: areas */          \
  X(SET_SO_FAR, "so-far")             /* «حتى الآن»: counted up to the telling */                            \
  X(SET_REPORTED, "reported")         /* verbs that tell, denied, that there were none: no news came */               \
  X(SET_MOST_OF, "most-of-them")      /* «معظمهم»: what most of those just counted are */                     \
  X(SET_ALL_OF, "all-of-them")        /* «جميعهم»: what they all are */                                       \
  X(SET_DONE_BY, "done-by")           /* before whoever has done what a passive tells */                              \
  X(SET_HELD_BY, "held-by")           /* before whoever holds a place: under the control of */                        \
  X(SET_STRONGHOLD, "stronghold")     /* nouns of land that is its complement's: stronghold, control */               \
  X(SET_UPCOMING, "upcoming")         /* adjectives of acts that are still to come */                                 \
  X(SET_AIR_FORCE, "air-force")       /* names of forces that fly */                                                  \
  X(SET_LASTING, "lasting")           /* verbs that tell how things stand, in the imperfect: holds, is stationed */   \
  X(SET_AS_A_RULE, "as-a-rule")       /* what is done time and again: is used to, usually */                          \
  X(SET_POSSESSION, "possession")     /* what was found on those who were caught or killed: in his possession */      \
  X(SET_MADE_OF, "made-of")     /* before those whom a group or a meeting brings together: comprises, made up of */   \
  X(SET_SITE, "site")           /* nouns of what an act may happen at: a market, a court, a road */                   \
  X(SET_SITE_PART, "site-part") /* and of their parts: the gate of, the surroundings of */                            \
  X(SET_BOUNDARY, "boundary")   /* nouns of what lies between two lands: a border, a fence */                         \
  X(SET_BESIDE, "beside")       /* prepositions of what is near: in front of, by */                                   \
  X(SET_GONE_BEFORE, "gone-before") /* before what had been when what they are tied to came: after, under (a deal) */ \
  X(SET_SETS_OFF, "sets-off")       /* verbs whose subject has laid or fired their object: planted, fired */          \
  X(SET_CONFESSES, "confesses")     /* verbs before «ب» and a deed of their subject's own: confessed to */         \
  X(SET_CONVICTS, "convicts")       /* verbs whose object, before «ب», has done it: convicted of */                \
  X(SET_BEGINNING, "beginning")     /* nouns of when something began: the outbreak of */                              \
  X(SET_PICTURES, "pictures")       /* nouns of what shows and says nothing: a video, footage */                      \
  X(SET_CONCERNING, "concerning")   /* before what an act is for, about or an answer to: in protest at, regarding */  \
  X(SET_VISITS, "visits")           /* verbs and nouns of visits, whose object or goal is where they are: visited */  \
  X(SET_CASE, "case")               /* nouns that count the act behind them: three cases of torture */

typedef enum SetId {
#define X(name, text) name,
  SET_LIST(X)
#undef X
      SET_COUNT
} SetId;

/* One bit a set. C17 names no integer so wide; gcc and clang have one wherever a pointer has 64 bits. */
__extension__ typedef unsigned __int128 SetMask;
#define SET_BIT(id) ((SetMask)1 << (id))

/* Prepositions of where, when and why: no adjective asks for them. */
#define SETS_OF_CIRCUMSTANCE \
  (SET_BIT(SET_INSIDE) | SET_BIT(SET_BESIDE) | SET_BIT(SET_PERIOD) | SET_BIT(SET_CAUSE_PREPOSITION))

/* Prepositions of where something comes from: «من», «عن». */
#define SETS_AWAY (SET_BIT(SET_PARTITIVE) | SET_BIT(SET_ORIGIN_OF))

/* «نقلاً عن», «على لسان»: of the prepositions of a source, those behind which stands whose word a channel passes on. */
static inline bool sets_quote(SetMask sets) {
  return sets & SET_BIT(SET_SOURCE_PREPOSITION) && sets & SET_BIT(SET_RELAYS);
}

_Static_assert(SET_COUNT <= 128,
               "the grammar may have 128 sets, one for each bit of a mask: join or take out some first");

#endif
