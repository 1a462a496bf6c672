# What is made of pages, feeds, archives and exports, and of charsets.
. "$(dirname "$0")/lib.sh"
cat >page.html <<'X'
<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>مقتل جنديين في كمين | شبكة الوادي</title>
<meta property="og:site_name" content="شبكة الوادي"><link rel="canonical" href="https://example.org/2024/07/17/kamin">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"مقتل جنديين في كمين","datePublished":"2024-07-17T09:30:00+03:00","author":{"name":"سعاد الهادي"}}]}</script>
</head><body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>
<article><h1>مقتل جنديين في كمين</h1><div class="share">شارك الخبر</div>
<p>قُتل جنديان وأصيب ثالث بجروح، فجر الأربعاء، في كمين نصبه مسلحون على الطريق الدولي شرقي المدينة، وفق ما أعلن الجيش في بيان.</p>
<figure><img src="a.jpg"><figcaption>صورة من الأرشيف</figcaption></figure>
<p>وأضاف البيان أن القوات لاحقت المهاجمين، وأنها عثرت على سيارة وأسلحة في قرية قريبة من موقع الكمين.</p>
<p><a href="/x">اقرأ أيضاً: انفجار في السوق القديم وسط المدينة</a></p>
<div class="related"><h3>أخبار ذات صلة</h3><ul><li><a href="/1">خبر آخر</a></li></ul></div></article>
<div id="comments"><p>تعليق طويل لقارئ غاضب لا علاقة له بالخبر، يكتب كثيراً ولا يقول شيئاً، ويعيد ما قال مرة بعد مرة.</p></div>
<footer>جميع الحقوق محفوظة</footer></body></html>
X
run read page.html
note 'the older web: windows-1256, told by the page or guessed'
sed 's/utf-8/windows-1256/' page.html | iconv -f UTF-8 -t WINDOWS-1256 >told.html
sed 's/<meta charset="utf-8">//' page.html | iconv -f UTF-8 -t WINDOWS-1256 >guessed.html
for f in told guessed; do
  printf '\n$ daftar read %s.html: its charset, and is the text the same?\n' "$f" >>"$work/got"
  daftar read --format jsonl "$f.html" >"$work/o"
  grep -o '"charset":"[^"]*"' "$work/o" >>"$work/got"
  daftar read --format jsonl page.html | sed 's/.*"text"://' >"$work/a"
  sed 's/.*"text"://' "$work/o" | cmp - "$work/a" >>"$work/got" && echo same >>"$work/got"
done
note 'a page with nothing in it, a broken one'
: >empty.html
printf '<html><body><p>قصف<div><b>' >broken.html
run read --format jsonl empty.html broken.html

note 'a feed: the full text where it has it, the summary where not; entities, markup'
cat >feed.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>شبكة الوادي</title>
<item><title>مقتل جنديين</title><link>https://example.org/1</link><guid>tag:1</guid><pubDate>Wed, 17 Jul 2024 09:30:00 +0300</pubDate>
<description>قتل جنديان.</description><content:encoded><![CDATA[<p>قتل جنديان في كمين.</p><p>وأعلن الجيش ذلك.</p>]]></content:encoded></item>
<item><title>اجتماع &amp; لقاء</title><link>https://example.org/2</link><description>عقد الوزير &lt;b&gt;اجتماعاً&lt;/b&gt;.</description></item>
</channel></rss>
X
cat >atom.xml <<'X'
<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة الساحل</title>
<entry><title>قصف</title><id>urn:7</id><link rel="alternate" href="https://example.org/7"/><published>2024-07-18T10:00:00Z</published><summary>قصف مدفعي.</summary></entry></feed>
X
run read --format jsonl feed.xml atom.xml
run read broken.xml

note 'a WARC: pages only; gzip and chunks undone; the header tells the charset; a member each'
record() { # TYPE URI FILE
  printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-07-19T01:02:03Z\r\nContent-Length: %d\r\n\r\n' "$1" "$2" "$(wc -c <"$3")"
  cat "$3"
  printf '\r\n\r\n'
}
body='<html><body><article><p>أعلنت الشرطة اعتقال ثلاثة مشتبه بهم في المدينة القديمة بعد مداهمة منزل، وقالت إنها ضبطت أسلحة.</p></article></body></html>'
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\n\r\n'; printf '%s' "$body" | iconv -f UTF-8 -t WINDOWS-1256; } >r1
printf '%s' "$body" | gzip -nc >z
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n' "$(wc -c <z)"; cat z; printf '\r\n0\r\n\r\n'; } >r2
printf 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxxxx' >r3
printf 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>' >r4
printf 'GET / HTTP/1.1\r\n\r\n' >q
{ record request https://e.org/a q; record response https://e.org/2024/07/17/a r1; record response https://e.org/b r2
  record response https://e.org/c r3; record response https://e.org/d r4; } >crawl.warc
{ record request https://e.org/a q | gzip -nc; record response https://e.org/2024/07/17/a r1 | gzip -nc; } >crawl2.warc.gz
run read --format jsonl crawl.warc crawl2.warc.gz
head -c 300 crawl.warc | tail -c 200 >cut.warc
run read cut.warc

note 'the export of a Telegram channel: service messages and empty ones passed over'
cat >result.json <<'X'
{
 "name": "قناة الرصد",
 "type": "public_channel",
 "messages": [
  {"id": 1, "type": "service", "action": "create_channel", "text": ""},
  {"id": 2, "type": "message", "date": "2024-07-17T09:30:00", "date_unixtime": "1721197800", "text": ["قصف على ", {"type": "bold", "text": "بلدة الرمال"}, " دون إصابات."]},
  {"id": 3, "type": "message", "date": "2024-07-18T09:30:00", "photo": "a.jpg", "text": ""},
  {"id": 4, "type": "message", "date": "2024-07-18T09:30:00", "forwarded_from": "شاهد", "text": "مقتل شخص \"برصاص\" قناص {في} [حي] الصناعة"}
 ]
}
X
run read --format jsonl result.json
finish
