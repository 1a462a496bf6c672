/* What is remembered changes nothing: words read with a memo, whatever it has read before and
 * wherever it runs out of room or memory, are the words read without one. */
#include "lang/word_memo.h"
#include "lang_setup.h"

static const char *const TEXTS[] = {
    "قتل ثلاثة مدنيين وجرح 7 مدنيين في قصف على بلدة حزانو، وقتل شخصان آخران.",
    "أعلن الجيش العراقي مقتل 13 عنصرا من تنظيم داعش في عملية أمنية غربي الأنبار.",
    "لم يعد السكان إلى بلدة الباغوز، وقال مسؤول محلي إن جسرين رئيسيين دمرا.",
    "شنت الطائرات غارات على مواقع المسلحين وقتلت مسلحين اثنين وجرحت آخرين.",
    "قُتِل جنديان وقَتل المهاجمون مدنيين، بحسب المرصد، وجرح مدنيون.",
    "التي تشكل خطرا على المدنيين، وأضاف المتحدث أن الزنتوتيين يتفلفلون في فلفلتان.",
};
enum { NTEXTS = sizeof TEXTS / sizeof *TEXTS };

static bool same_reading(const Reading *a, const Reading *b) {
  return a->lemma == b->lemma && a->clitics == b->clitics && a->pos == b->pos && a->form == b->form &&
         a->person == b->person && a->number == b->number && a->gender == b->gender && a->voice == b->voice &&
         a->enclitic == b->enclitic && a->stem == b->stem && a->stem_n == b->stem_n &&
         a->dual_or_plural == b->dual_or_plural && a->construct == b->construct && a->guessed == b->guessed &&
         a->flags == b->flags && a->traits == b->traits && a->cost == b->cost;
}

static void read_both(Lang *f, WordMemo *memo, const char *utf8) {
  arena_reset(&f->document);
  arena_reset(&f->other);
  Text text = text_of(&f->document, str_of(utf8));
  Words fresh = words_of(&f->other, &f->lexicon, &text);
  Words kept = words_remembered(&f->document, &f->lexicon, memo, &text);
  assert_non_null(fresh.at);
  assert_non_null(kept.at);
  for (uint32_t i = 0; i < text.ntokens; i++) {
    assert_int_equal(fresh.at[i].n, kept.at[i].n);
    for (uint32_t k = 0; k < fresh.at[i].n; k++)
      assert_true(same_reading(&fresh.at[i].readings[k], &kept.at[i].readings[k]));
  }
}

static void remembering_changes_nothing(void **state) {
  Lang *f = *state;
  WordMemo *memo = word_memo_new(&f->lexicon);
  assert_non_null(memo);
  for (int round = 0; round < 3; round++)
    for (int i = 0; i < NTEXTS; i++) read_both(f, memo, TEXTS[(i * 5 + round) % NTEXTS]);
  assert_true(memo->table.n > 40);
  word_memo_free(memo);
  word_memo_free(NULL);
}

static void a_full_memo_begins_anew(void **state) {
  Lang *f = *state;
  WordMemo *memo = word_memo_new(&f->lexicon);
  assert_non_null(memo);
  for (uint32_t most = 0; most < 30; most += 3) {
    memo->table.most = most;
    for (int i = 0; i < 2 * NTEXTS; i++) {
      read_both(f, memo, TEXTS[i % NTEXTS]);
      assert_true(memo->table.n <= most || !i);
    }
  }
  word_memo_free(memo);
}

static void its_memory_may_end_anywhere(void **state) {
  Lang *f = *state;
  WordMemo *memo = word_memo_new(&f->lexicon);
  assert_non_null(memo);
  for (size_t allowed = 0; allowed < 200; allowed++) {
    memo->arena.fail_after = allowed;
    read_both(f, memo, TEXTS[allowed % NTEXTS]);
    memo->arena.fail_after = SIZE_MAX;
    read_both(f, memo, TEXTS[(allowed + 1) % NTEXTS]);
  }
  word_memo_free(memo);
}

/* Spellings chosen to meet in one slot: past the bound they are not kept, and cost nothing. */
static void those_that_meet_are_not_kept(void **state) {
  Lang *f = *state;
  arena_reset(&f->document);
  Spellings table = spellings_new(&f->document, 1000);
  Reading reading = {.lemma = LEMMA_NONE};
  uint32_t kept = 0, met = 0;
  for (uint32_t x = 0; met < 50; x++) {
    uint8_t word[5 + VIEW_SLACK];
    for (int i = 0; i < 5; i++) word[i] = (uint8_t)(LETTER_BA + (x >> 4 * i & 15));
    SpellingKey key;
    spelling_key(word, 5, &key);
    if (key.hash & 0xFFF) continue;
    met++;
    size_t used = f->document.used;
    const Spelling *s = spellings_add(&table, &key, &reading, 1, 0);
    assert_ptr_equal(spellings_find(&table, &key), s);
    if (s)
      kept++;
    else
      assert_int_equal(f->document.used, used);
  }
  assert_int_equal(kept, 32);
  assert_int_equal(table.n, 32);
}

/* What stands behind a word in the view is no part of its key. */
static void a_key_is_of_its_letters_alone(void **state) {
  (void)state;
  for (uint32_t n = 1; n <= SPELLING_LETTERS; n++) {
    uint8_t one[SPELLING_LETTERS + VIEW_SLACK], other[SPELLING_LETTERS + VIEW_SLACK];
    memset(one, LETTER_BA, sizeof one);
    memset(other, LETTER_NUN, sizeof other);
    memcpy(other, one, n);
    SpellingKey a, b;
    spelling_key(one, n, &a);
    spelling_key(other, n, &b);
    assert_memory_equal(a.part, b.part, sizeof a.part);
    assert_int_equal(a.hash, b.hash);
    other[n - 1] = LETTER_MIM;
    spelling_key(other, n, &b);
    assert_memory_not_equal(a.part, b.part, sizeof a.part);
    assert_int_not_equal(a.hash, b.hash);
  }
}

/* Vowel signs make another key, which no longer word has. */
static void signs_are_part_of_a_key(void **state) {
  (void)state;
  uint8_t word[SPELLING_LETTERS + VIEW_SLACK], marks[SPELLING_LETTERS + VIEW_SLACK];
  memset(word, LETTER_BA, sizeof word);
  for (uint32_t n = 1; n <= MARKED_LETTERS; n++) {
    SpellingKey plain, marked, longer;
    memset(marks, 0, sizeof marks);
    spelling_key(word, n, &plain);
    spelling_key_marked(word, marks, n, &marked);
    assert_memory_equal(plain.part, marked.part, sizeof plain.part);
    for (uint32_t i = 0; i < n; i++) {
      marks[i] = MARK_TANWIN | MARK_FATHA;
      spelling_key_marked(word, marks, n, &marked);
      assert_memory_not_equal(plain.part, marked.part, sizeof plain.part);
      for (uint32_t k = 1; k <= SPELLING_LETTERS; k++) {
        spelling_key(word, k, &longer);
        assert_memory_not_equal(longer.part, marked.part, sizeof longer.part);
      }
    }
  }
}

static void notes_belong_to_a_spelling(void **state) {
  Lang *f = *state;
  WordMemo *memo = word_memo_new(&f->lexicon);
  assert_non_null(memo);
  arena_reset(&f->document);
  Text text = text_of(&f->document, STR("قصف مدفعي، ثم قصف 5 قُصف قُصف قَصف والمستوطنينَ"));
  Words words = words_remembered(&f->document, &f->lexicon, memo, &text);
  assert_non_null(word_notes(&words, 0));
  assert_ptr_equal(word_notes(&words, 0), word_notes(&words, 4));
  assert_ptr_not_equal(word_notes(&words, 0), word_notes(&words, 1));
  assert_null(word_notes(&words, 2));     /* a comma */
  assert_null(word_notes(&words, 5));     /* digits */
  assert_non_null(word_notes(&words, 6)); /* vocalised: another spelling */
  assert_ptr_equal(word_notes(&words, 6), word_notes(&words, 7));
  assert_ptr_not_equal(word_notes(&words, 6), word_notes(&words, 0));
  assert_ptr_not_equal(word_notes(&words, 6), word_notes(&words, 8));
  assert_null(word_notes(&words, 9)); /* vocalised, and long */
  assert_null(word_notes(&(Words){0}, 0));
  word_memo_free(memo);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(remembering_changes_nothing),   cmocka_unit_test(a_full_memo_begins_anew),
      cmocka_unit_test(its_memory_may_end_anywhere),   cmocka_unit_test(those_that_meet_are_not_kept),
      cmocka_unit_test(a_key_is_of_its_letters_alone), cmocka_unit_test(signs_are_part_of_a_key),
      cmocka_unit_test(notes_belong_to_a_spelling),
  };
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
