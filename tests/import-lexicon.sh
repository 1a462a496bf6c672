#!/bin/sh
# What tools/import-lexicon.py makes of roots and stems: masdars and participles of each form
# with weak, doubled and hamzated roots, and the seats of hamza.
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
command -v python3 >/dev/null || exit 77
python3 - "$ROOT/tools/import-lexicon.py" <<'END'
import importlib.util
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("lexicon", sys.argv[1])
lexicon = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lexicon)

# form, root, verb, masdar, active and passive participle ("" none)
CASES = """
1a2~a3 d.m.r دمر تدمير مدمر مدمر
1a2~a3 s.m.w سمى تسمية مسمي مسمى
1a2~a3 h.n.> هنأ تهنئة مهنئ مهنأ
1A2a3 w.j.h واجه مواجهة مواجه -
1A2a3 f.j.> فاجأ مفاجأة مفاجئ -
>a1o2a3 E.w.d أعاد إعادة معيد معاد
>a1o2a3 n.$.> أنشأ إنشاء منشئ منشأ
>a1o2a3 w.q.f أوقف إيقاف موقف -
>a1o2a3 l.q.y ألقى إلقاء ملقي ملقى
>a1o2a3 E.d.d أعد إعداد معد -
ta1a2~3 S.d.y تصدى تصدي متصدي متصدى
ta1a2~3 n.b.> تنبأ تنبؤ متنبئ -
ta1A2a3 s.'.l تساءل تساؤل متسائل -
{ino1a2a3 f.j.r انفجر انفجار منفجر -
{ino1a2a3 D.m.m انضم انضمام منضم -
{ino1a2a3 q.w.d انقاد انقياد منقاد -
{i1ota2a3 q.H.m اقتحم اقتحام مقتحم -
{i1ota2a3 H.l.l احتل احتلال محتل -
{i1ota2a3 x.y.r اختار اختيار مختار -
{i1ota2a3 d.E.w ادعى ادعاء مدعي مدعى
{i1ota2a3 S.d.m اصطدم اصطدام مصطدم -
{isota1o2a3 w.l.y استولى استيلاء مستولي مستولى
{isota1o2a3 E.w.d استعاد استعادة مستعيد مستعاد
{isota1o2a3 >.n.f استأنف استئناف مستأنف -
1a2o3a4 s.y.T.r سيطر سيطرة مسيطر -
1a2a3 q.t.l قتل قتل قاتل مقتول
1a2a3 r.d.d رد رد راد مردود
1a2a3 b.y.E باع بيع بائع مبيع
1a2a3 >.s.r أسر أسر آسر مأسور
1a2a3 r.m.y رمى رمي رامي مرمي
"""
bad = 0
for line in CASES.split("\n"):
    if not line:
        continue
    form, root, verb, *want = line.split()
    got = [words[0] if words else "-" for words in lexicon.derive(form, root.split("."), verb, True)]
    if got != want:
        bad += 1
        print(f"{verb}: want {want}, got {got}", file=sys.stderr)

# a stem and the suffix slots it takes
full = ("zefuacn", "zefua", "cn")
for conditions, when, stem, want in (
    ({"trans"}, "", "قتل", [("zefuacn", "قتل")]),
    ({"#-ay", "trans"}, "", "رم", [("z", "رمى"), ("e", "رما"), ("acn", "رمي"), ("fu", "رم")]),
    ({"#n", "trans"}, "", "سكن", [("zefuac", "سكن"), ("n", "سك")]),
    ({"gem", "trans"}, "v-suff", "رد", [("zefua", "رد")]),
):
    got = lexicon.spread(stem, conditions, when, lexicon.PERFECT, *full)
    if got != want:
        bad += 1
        print(f"{stem} {conditions}: want {want}, got {got}", file=sys.stderr)
sys.exit(bad > 0)
END
