/* Pages: which of their text is the article, and what they say of themselves. */
#include "cmocka_all.h"

#include "read/charset.h"
#include "read/feed.h"
#include "read/html.h"

static Arena arena;

static int open_arena(void **state) {
  (void)state;
  arena_init(&arena, (size_t)256 << 20);
  return 0;
}

static int close_arena(void **state) {
  (void)state;
  arena_fini(&arena);
  return 0;
}

static Document read_page(const char *html) {
  Document d = {0};
  ErrorInfo info;
  assert_int_equal(html_read(&arena, str_of(html), NULL, STR("page"), &d, &info), ERROR_OK);
  return d;
}

static bool has(Str text, const char *words) {
  Str w = str_of(words);
  for (size_t i = 0; i + w.n <= text.n; i++)
    if (memcmp(text.p + i, w.p, w.n) == 0) return true;
  return false;
}

#define PROSE                                                                                                         \
  "<p>The army said in a statement, issued on Wednesday, that two soldiers were killed, and a third was hurt, in an " \
  "ambush on the road to the east of the city, and that it pursued the gunmen.</p>"

static void furniture_is_left_out(void **state) {
  (void)state;
  static const char *const furniture[] = {"<nav>MARK</nav>",
                                          "<div class='share-buttons'>MARK</div>",
                                          "<aside>MARK</aside>",
                                          "<div style='display:none'>MARK</div>",
                                          "<ul><li><a href='/1'>MARK</a></li><li><a href='/2'>more</a></li></ul>",
                                          "<p><a href='/1'>MARK read this too</a></p>",
                                          "<div id='comments'>" PROSE "MARK</div>",
                                          "<script>MARK</script>",
                                          "<div role='navigation'>MARK</div>",
                                          "<figure><figcaption>MARK</figcaption></figure>"};
  for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++) {
    Str page = arena_printf(&arena, "<html><body><article>%s%s%s%s</article></body></html>", PROSE, furniture[i], PROSE,
                            PROSE);
    Document d = read_page(page.p);
    assert_true(has(d.text, "two soldiers were killed"));
    assert_false(has(d.text, "MARK"));
  }
}

static void an_article_by_any_name(void **state) {
  (void)state;
  static const char *const wrappers[] = {"<div>%s</div>", "<form>%s</form>", "<div class='widget-area'>%s</div>",
                                         "<table><tr><td>%s</td></tr></table>", "<div class='share story'>%s</div>"};
  for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
    char page[4096], body[2048];
    snprintf(body, sizeof body, "%s%s%s", PROSE, PROSE, PROSE);
    int n = snprintf(page, sizeof page, "<html><body><nav><a href='/'>home</a></nav>");
    n += snprintf(page + n, sizeof page - (size_t)n, wrappers[i], body);
    snprintf(page + n, sizeof page - (size_t)n, "<footer>all rights</footer></body></html>");
    assert_true(has(read_page(page).text, "two soldiers were killed"));
  }
}

static void lines_parted_by_br(void **state) {
  (void)state;
  Document d = read_page("<html><body><div>The army said that two soldiers were killed in an ambush on the road.<br>"
                         "It pursued the gunmen to a village near by, and found arms.</div></body></html>");
  assert_true(has(d.text, "on the road.\n\nIt pursued"));
}

static void what_a_page_says_of_itself(void **state) {
  (void)state;
  Document d = read_page(
      "<html><head><title>Ambush - Wadi Net</title><meta property='og:site_name' content='Wadi Net'>"
      "<meta name='date' content='2023-01-01'><meta property='article:published_time' content='2024-07-17T09:30Z'>"
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"name\":\"x\"},"
      "{\"@type\":[\"NewsArticle\"],\"headline\":\"Two killed\",\"datePublished\":\"2024-07-18\"}]}</script>"
      "<link rel='canonical' href='https://example.org/a'></head><body>" PROSE "</body></html>");
  assert_true(str_eq(d.title, STR("Ambush")) || str_eq(d.title, STR("Two killed")));
  assert_true(str_eq(d.outlet, STR("Wadi Net")));
  assert_true(str_eq(d.url, STR("https://example.org/a")));
  assert_int_equal(d.published.n >= 10, 1);
}

static void hostile_pages_end(void **state) {
  (void)state;
  enum { DEEP = 100000 };
  char *page = arena_alloc(&arena, (size_t)DEEP * 5 + 64, 1);
  size_t n = 0;
  for (int i = 0; i < DEEP; i++) n += (size_t)sprintf(page + n, "<div>");
  memcpy(page + n, "x", 2);
  (void)read_page(page);
  n = 0;
  for (int i = 0; i < DEEP; i++) n += (size_t)sprintf(page + n, "<p>x");
  (void)read_page(page);
  (void)read_page("<html><script type='application/ld+json'>[[[[[[{\"@graph\":[{\"@graph\":");
  (void)read_page("<<<>>><a<b>\x01\xFF&#x110000;&bogus;</p></p>");
}

static void entities_of_a_feed_are_refused(void **state) {
  (void)state;
  Feed feed;
  ErrorInfo info;
  Str bomb = STR("<!DOCTYPE rss [<!ENTITY a 'xx'><!ENTITY b "
                 "'&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>");
  assert_int_equal(feed_open(&feed, &arena, bomb, STR("feed"), &info), ERROR_FORMAT);
}

static void charsets(void **state) {
  (void)state;
  const char *name = "";
  assert_true(str_eq(charset_declared(STR("text/html; charset=\"windows-1256\"")), STR("windows-1256")));
  assert_true(str_eq(charset_declared(STR("<META CHARSET=utf-8>")), STR("utf-8")));
  assert_int_equal(charset_declared(STR("charset=")).n, 0);
  /* «قصف» in windows-1256 */
  assert_true(str_eq(charset_to_utf8(&arena, STR("\xDE\xD5\xDD"), STR("windows-1256"), &name),
                     STR("\xD9\x82\xD8\xB5\xD9\x81")));
  assert_string_equal(name, "windows-1256");
  Str fine = STR("\xD9\x82"), broken = charset_to_utf8(&arena, STR("a\xFF"), STR("no-such-charset"), &name);
  assert_ptr_equal(charset_to_utf8(&arena, fine, STR_NONE, &name).p, fine.p);
  assert_true(broken.n > 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(furniture_is_left_out),
                                     cmocka_unit_test(an_article_by_any_name),
                                     cmocka_unit_test(lines_parted_by_br),
                                     cmocka_unit_test(what_a_page_says_of_itself),
                                     cmocka_unit_test(hostile_pages_end),
                                     cmocka_unit_test(entities_of_a_feed_are_refused),
                                     cmocka_unit_test(charsets)};
  return cmocka_run_group_tests(tests, open_arena, close_arena);
}
