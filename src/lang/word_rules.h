/* The rules of context: what the words beside a word say about its readings.
 *
 *   قتل 3 أشخاص             begins a clause: the verb
 *   عملية قتل               behind a noun without article: the masdar
 *   مقتل جندي وجرح اثنين    joined to a masdar: the masdar
 *   لم يعد                  «لم» wants a jussive: عاد
 *   الجيش العراقي           article behind article: the adjective
 *   مسلحي التنظيم           lost its nun before a noun: plural in construct
 *   التي تشكل               feminine: تُشكّل rather than تشكّل
 *
 * A rule is a row: a cost (the lower, the likelier), and what must hold of the word before (p), of the
 * reading itself (r), of the word behind (n), and of the two together. A reading costs the sum of the
 * rows that hold. The rules know nothing of single words, which say in the lexicon what they govern.
 *
 * word_context.c turns each column into a mask, a bit a row. So a column may ask for nothing but
 * its own word (the columns are functions of a Profile), and each list has at most 64 rows. */
#ifndef LANG_WORD_RULES_H
#define LANG_WORD_RULES_H

#define ANY true

/* clang-format off */

/* Readings that are verbs.
 * cost  the word before                    the reading                            the word behind          together */
#define VERB_RULES(X) \
  /* what the function word before wants */ \
  X( 24, p.governs == GOVERNS_NOUN,         ANY,                                   ANY,                     ANY) \
  X( -6, p.governs == GOVERNS_VERB,         ANY,                                   ANY,                     ANY) \
  X( -5, p.governs == GOVERNS_PERFECT,      r.form == FORM_PERFECT,                ANY,                     ANY) \
  X( -8, governs_mood(p),                   r.form == FORM_IMPERFECT,              ANY,                     ANY) \
  X( 10, governs_mood(p),                   r.form != FORM_IMPERFECT,              ANY,                     ANY) \
  X(-14, p.governs == GOVERNS_JUSSIVE,      r.form == FORM_IMPERFECT && r.jussive, ANY,                     ANY) \
  X(-10, p.governs == GOVERNS_JUSSIVE,      r.form == FORM_IMPERFECT && !r.jussive, ANY,                    ANY) \
  X( 12, p.governs == GOVERNS_JUSSIVE,      r.form != FORM_IMPERFECT,              ANY,                     ANY) \
  X( -3, p.governs == GOVERNS_CLAUSE,       ANY,                                   ANY,                     ANY) \
  X( -6, p.governs == GOVERNS_THAT,         r.form == FORM_IMPERFECT,              ANY,                     ANY) \
  X( -3, p.governs == GOVERNS_THAT,         r.form == FORM_PERFECT,                ANY,                     ANY) \
  X( -4, p.governs == GOVERNS_NEGATED,      r.form == FORM_IMPERFECT,              ANY,                     ANY) \
  X(  3, p.governs == GOVERNS_NEGATED,      r.form == FORM_PERFECT,                ANY,                     ANY) \
  /* «قال إن وزارته»: what is joined does not follow what introduces a clause */ \
  X(  9, p.pos == POS_SUBORD && !p.enclitic, r.conj,                               ANY,                     ANY) \
  /* moods that only a governing word explains */ \
  X( 12, p.governs != GOVERNS_JUSSIVE,      r.jussive,                             ANY,                     ANY) \
  X(  6, governs_indicative(p),             r.subjunctive && !r.jussive && !r.li,  ANY,                     ANY) \
  /* what is joined is of one kind */ \
  X( -4, is_verb_in(p, FORM_PERFECT),       r.conj && r.form == FORM_PERFECT,      ANY,                     ANY) \
  X( -4, is_verb_in(p, FORM_IMPERFECT),     r.conj && r.form == FORM_IMPERFECT,    ANY,                     ANY) \
  X( -4, is_verb_in(p, FORM_IMPERATIVE),    r.conj && r.form == FORM_IMPERATIVE,   ANY,                     ANY) \
  X( -4, is_verb_in(p, FORM_PLAIN),         r.conj && r.form == FORM_PLAIN,        ANY,                     ANY) \
  /* «توجه المتظاهرون»: before its subject; in the singular; «قصف مدفعي»: not before its adjective */ \
  X( -3, ANY,                               r.number == NUMBER_SINGULAR,           is_subject(n),           ANY) \
  X( -1, ANY,                               r.conj && is_third(r) && !is_single(r), ANY,                    ANY) \
  X( -4, ANY,                               r.conj && is_third(r) && is_single(r), is_argument(n),          ANY) \
  X( -1, ANY,                               r.conj && is_third(r) && is_single(r), is_other(n),             ANY) \
  X( -1, ANY,                               r.conj && is_third(r) && is_single(r) && r.form == FORM_PERFECT, n.beside, ANY) \
  X( -1, begins_clause(p),                  !r.conj && is_third(r) && !is_single(r), ANY,                   ANY) \
  X( -4, begins_clause(p),                  !r.conj && is_third(r) && is_single(r), is_argument(n),         ANY) \
  X( -1, begins_clause(p),                  !r.conj && is_third(r) && is_single(r), is_other(n),            ANY) \
  X( -1, begins_clause(p),                  !r.conj && is_third(r) && is_single(r) && r.form == FORM_PERFECT, n.beside, ANY) \
  X(  4, ANY,                               ANY,                                   is_bare_adjective(n),    ANY) \
  X(  6, p.beside == BESIDE_NUMBER,         ANY,                                   ANY,                     ANY) \
  X(  4, p.title,                           ANY,                                   n.pos == POS_PROPER,     ANY) \
  /* behind a verb; a relative; a noun that wants a genitive or an adjective: «قرار كان متوقعا», «بيان نشر على» */ \
  X(  3, p.pos == POS_VERB && !p.aspect,    !r.conj && r.form == FORM_IMPERFECT,   ANY,                     ANY) \
  X(  9, p.pos == POS_VERB && !p.aspect,    !r.conj && r.form != FORM_IMPERFECT,   ANY,                     ANY) \
  X( -5, p.pos == POS_RELATIVE,             !r.conj,                               ANY,                     ANY) \
  X(-14, is_dual(p),                        !r.conj && is_third(r) && r.number == NUMBER_DUAL, ANY,         ANY) \
  X(  9, is_construct(p),                   !r.conj,                               ANY,                     ANY) \
  X( -2, is_open(p),                           !r.conj,                               resumes(n),              ANY) \
  X( -2, is_open(p) && !is_act(p),          follows_noun(r) && r.form == FORM_PERFECT, n.pos == POS_PREP && !n.enclitic, ANY) \
  X(  5, is_open(p) && !is_act(p),          follows_noun(r) && r.form == FORM_PERFECT, n.pos != POS_PREP,   ANY) \
  X(  5, is_open(p) && is_act(p),           follows_noun(r) && r.form == FORM_PERFECT, !resumes(n),                 ANY) \
  X(  5, is_open(p) && p.form == FORM_MASDAR, follows_noun(r) && r.form != FORM_PERFECT, !resumes(n),               ANY) \
  /* «المقاومة تدخل», «التي تشكل»: the gender of the subject before it, else, mostly, of the one behind it */ \
  X(  3, leads(p) == GENDER_MASCULINE,      !r.conj && agrees_as(r, GENDER_FEMININE), ANY,                  ANY) \
  X(  3, leads(p) == GENDER_FEMININE,       !r.conj && agrees_as(r, GENDER_MASCULINE), ANY,                 ANY) \
  X(  2, ANY,                               r.conj && agrees_as(r, GENDER_FEMININE), follows(n) == GENDER_MASCULINE, ANY) \
  X(  2, leads(p) != GENDER_MASCULINE,      !r.conj && agrees_as(r, GENDER_FEMININE), follows(n) == GENDER_MASCULINE, ANY) \
  X(  1, ANY,                               r.conj && agrees_as(r, GENDER_MASCULINE), follows(n) == GENDER_FEMININE, ANY) \
  X(  1, leads(p) != GENDER_FEMININE,       !r.conj && agrees_as(r, GENDER_MASCULINE), follows(n) == GENDER_FEMININE, ANY) \
  X(  1, ANY,                               r.conj && agrees_as(r, GENDER_MASCULINE), is_several(n) && follows(n) == GENDER_FEMININE, ANY) \
  X(  1, leads(p) != GENDER_FEMININE,       !r.conj && agrees_as(r, GENDER_MASCULINE), is_several(n) && follows(n) == GENDER_FEMININE, ANY)

/* All other readings.
 * cost  the word before                    the reading                            the word behind          together */
#define OTHER_RULES(X) \
  /* what the function word before wants */ \
  X(  3, p.governs == GOVERNS_NOUN,         r.pos == POS_ADJ,                      ANY,                     ANY) \
  X(  6, p.governs == GOVERNS_VERB,         ANY,                                   ANY,                     ANY) \
  X(  2, p.governs == GOVERNS_PERFECT,      ANY,                                   ANY,                     ANY) \
  X( 10, governs_mood(p),                   ANY,                                   ANY,                     ANY) \
  X( 12, p.governs == GOVERNS_JUSSIVE,      ANY,                                   ANY,                     ANY) \
  /* and the other way about: a function word needs what it governs */ \
  X(  4, ANY,                               governs_noun(r),                       !n.beside,               ANY) \
  X(  5, ANY,                               governs_noun(r),                       n.pos == POS_VERB,       ANY) \
  X( -4, ANY,                               governs_verb(r),                       n.pos == POS_VERB,       ANY) \
  X(  4, ANY,                               governs_verb(r),                       n.pos != POS_VERB,       ANY) \
  /* a noun with tanwin; a dual that is counted already; a noun without its nun, «مئتي شخص» */ \
  X( -4, counts(p),                         r.tanwin,                              ANY,                     ANY) \
  X(  6, !counts(p),                        r.tanwin && r.pos == POS_NOUN,         n.genitive == GENITIVE_ARTICLE, ANY) \
  X( 12, counts(p),                         !r.tanwin && is_dual(r),               ANY,                     ANY) \
  X(  9, ANY,                               wants_genitive(r) && !is_dual(r),      n.genitive == GENITIVE_NONE, ANY) \
  X(  2, ANY,                               wants_genitive(r) && !is_dual(r) && r.pos != POS_NUMERAL, n.genitive == GENITIVE_PLAIN, ANY) \
  X( -2, ANY,                               wants_genitive(r) && !is_dual(r) && r.pos == POS_NUMERAL, n.genitive == GENITIVE_PLAIN, ANY) \
  X( -2, ANY,                               wants_genitive(r) && !is_dual(r),      n.genitive > GENITIVE_PLAIN, ANY) \
  X(  9, !counts(p),                        wants_genitive(r) && is_dual(r),       n.genitive == GENITIVE_NONE, ANY) \
  X(  2, !counts(p),                        wants_genitive(r) && is_dual(r) && r.pos != POS_NUMERAL, n.genitive == GENITIVE_PLAIN, ANY) \
  X( -2, !counts(p),                        wants_genitive(r) && is_dual(r) && r.pos == POS_NUMERAL, n.genitive == GENITIVE_PLAIN, ANY) \
  X( -2, !counts(p),                        wants_genitive(r) && is_dual(r),       n.genitive > GENITIVE_PLAIN, ANY) \
  /* «عملية قتل وخطف», «مقتل جندي وجرح اثنين»: joined to a masdar; not «ولفت إلى» */ \
  X( -8, ANY,                               is_joined_masdar(r),                   ANY,                     masdar == MASDAR_NEXT_TO_IT) \
  X( -8, ANY,                               is_joined_masdar(r) && r.enclitic,     ANY,                     masdar == MASDAR_BEFORE) \
  X( -8, ANY,                               is_joined_masdar(r) && !r.enclitic,    n.pos != POS_PREP,       masdar == MASDAR_BEFORE) \
  /* «توجه المتظاهرون»: a subject is nobody's genitive, and follows no preposition; nor does what opens a clause of
     time, «في حين قتل» */ \
  X(  6, ANY,                               r.nominative && r.prep,                ANY,                     ANY) \
  X(  6, p.governs == GOVERNS_NOUN,         (r.nominative && !r.prep) || opens_time(r), ANY,                ANY) \
  X(  3, ANY,                               is_bare_noun(r) && !r.nominative,      is_subject(n),           ANY) \
  X(  3, p.governs != GOVERNS_NOUN,         is_bare_noun(r) && r.nominative && !r.prep, is_subject(n),      ANY) \
  /* two nouns with the article do not stand side by side, but for «الضابط اليوم»; «أحدهما قتل», «الهجوم فشل» */ \
  X(  3, is_nominal(p) && p.tanwin,         is_further_noun(r) && !r.tanwin && r.form == FORM_MASDAR, ANY,  ANY) \
  X(  3, is_nominal(p) && !p.tanwin && p.enclitic, is_further_noun(r) && is_plain(r) && r.form == FORM_MASDAR, ANY, ANY) \
  X(  4, is_nominal(p) && is_plain(p) && p.article, is_further_noun(r) && is_plain(r) && r.article, ANY,    ANY) \
  X(  3, is_nominal(p) && is_plain(p) && p.article, is_further_noun(r) && is_plain(r) && !r.article && r.form == FORM_MASDAR, ANY, ANY) \
  /* «قتل فيه ثلاثة»: a preposition with a pronoun in it goes with a verb; a masdar would want its genitive */ \
  X(  3, ANY,                               r.pos == POS_NOUN && r.form == FORM_MASDAR && !r.attached, resumes(n), ANY) \
  /* «أحدث تقنية» the newest, but «أحدث النزاع» brought about: what is most so wants one of its kind */ \
  X( -3, ANY,                               r.pos == POS_NOUN && r.elative,        n.pos == POS_NOUN && !n.attached, ANY) \
  /* «مارس 2011», «3 أيام»: a number beside a time */ \
  X( -4, p.beside == BESIDE_NUMBER,         r.pos == POS_NOUN && r.time,           ANY,                     ANY) \
  X( -4, p.beside != BESIDE_NUMBER,         r.pos == POS_NOUN && r.time,           n.beside == BESIDE_NUMBER, ANY) \
  /* «تم اعتقال», «شن قصفاً»: a light verb is followed by its noun */ \
  X( -5, p.pos == POS_VERB && p.light,      is_nominal(r) && r.form == FORM_MASDAR, ANY,                    ANY) \
  /* names come in runs, «علي حسن صالح», and behind titles, «العميد ركن» */ \
  X( -4, is_bare_name(p) || p.title,        is_bare_name(r),                       ANY,                     ANY) \
  X( -4, !is_bare_name(p) && !p.title,      is_bare_name(r),                       is_bare_name(n) && !is_apart(n), ANY) \
  /* «تدخل السعودية», «حدود السعودية»: behind a noun without article the country, and no adjective */ \
  X( -5, is_open(p),                        r.pos == POS_PROPER && r.article,      ANY,                     ANY) \
  /* an adjective follows a noun, and has its article and its case; before its genitive, its number or an \
   * adjective of another gender («مكافحة الإرهاب», «مقتل ستة», «كشف مصادر يمنية») it is a noun rather */ \
  X(  6, ANY,                               r.pos == POS_ADJ && is_apart(r),       ANY,                     ANY) \
  /* «سفن مساعدات»: things have no adjective in the feminine plural */ \
  X(  6, names_things(p),                   is_women_adjective(r),                 ANY,                     ANY) \
  X(  6, !is_described(p),                  is_adjective(r),                       ANY,                     ANY) \
  X(  5, is_described(p) && is_definite(p), is_adjective(r) && !r.article,         ANY,                     ANY) \
  X(  3, is_described(p) && !is_definite(p), is_adjective(r) && !r.article && r.elative, ANY,               ANY) \
  X(  3, is_described(p) && !is_definite(p), is_plain_adjective(r),                ANY,                     heads) \
  X(  4, is_described(p) && is_definite(p) && !p.tanwin, is_adjective(r) && r.article && r.tanwin, ANY,     ANY) \
  X( -6, is_described(p) && is_definite(p), is_adjective(r) && r.article && !r.tanwin, ANY,                 agrees) \
  X(  3, is_described(p) && is_definite(p), is_adjective(r) && r.article && !r.tanwin, ANY,                 !agrees) \
  X( -6, is_described(p) && is_definite(p) && p.tanwin, is_adjective(r) && r.article && r.tanwin, ANY,      agrees) \
  X(  3, is_described(p) && is_definite(p) && p.tanwin, is_adjective(r) && r.article && r.tanwin, ANY,      !agrees) \
  X(  4, is_described(p) && !is_definite(p) && !p.tanwin, is_plain_adjective(r) && r.tanwin, ANY,           !heads) \
  X( -6, is_described(p) && !is_definite(p), is_plain_adjective(r) && !r.tanwin,   ANY,                     !heads && agrees) \
  X(  3, is_described(p) && !is_definite(p), is_plain_adjective(r) && !r.tanwin,   ANY,                     !heads && !agrees) \
  X( -6, is_described(p) && !is_definite(p) && p.tanwin, is_plain_adjective(r) && r.tanwin, ANY,            !heads && agrees) \
  X(  3, is_described(p) && !is_definite(p) && p.tanwin, is_plain_adjective(r) && r.tanwin, ANY,            !heads && !agrees)

/* clang-format on */

#endif
