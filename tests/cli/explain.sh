# explain --format jsonl: one mention or act a line, all keys always there; numbers inside dates and
# numbers that count nothing are no numbers.
. "$(dirname "$0")/lib.sh"
cat >report.txt <<'X'
قتل نحو 20 مسلحاً وأصيب أكثر من 10 آخرين في 12 آذار/مارس 2024، وتراجعت الهجمات بنسبة 30%، وهذه العملية الثالثة بموجب القرار 2254.
X
mentions() {
  printf '\n$ daftar explain --format jsonl report.txt | grep %s\n' "$1" >>"$work/got"
  daftar explain --format jsonl report.txt 2>&1 | grep "\"mention\":\"$1\"" >>"$work/got"
}
mentions number
mentions ordinal
mentions date

note 'every mention is the text at its bytes'
printf '{"id":"a","text":"%s"}\n{"id":"b","text":"x"}\n' "$(tr -d '\n' <report.txt)" >two.jsonl
daftar explain --format jsonl two.jsonl >"$work/all" 2>&1
echo "= $?" >>"$work/got"
grep -v '"quote":null' "$work/all" >"$work/o"
wrong=0
tr -d '\n' <report.txt >text
sed 's/.*"quote":"\(.*\)","start":\([0-9]*\),"end":\([0-9]*\),.*/\2 \3 \1/' "$work/o" >spans
while read -r start end quote; do
  got=$(tail -c +$((start + 1)) text | head -c $((end - start)))
  [ "$got" = "$quote" ] || wrong=$((wrong + 1))
done <spans
echo "wrong: $wrong of $([ -s spans ] && echo some)" >>"$work/got"

note 'for people: the parts are all there'
daftar explain report.txt >"$work/o" 2>&1
echo "= $?" >>"$work/got"
grep -E '^(report.txt|dates are|sentence [0-9]|mentions|frames)' "$work/o" >>"$work/got"

note 'what became of each act: how it was weighed, what it is told again in, what it is left out for'
cat >told.txt <<'X'
عقدت الحكومة جلستها الأسبوعية في العاصمة، وبحثت أسعار الخبز والطحين. ووقع انفجار عنيف في سوق بمدينة الموصل. وأسفر التفجير عن مقتل سبعة. ودعا الوزير إلى إطلاق سراح المعتقلين.
X
daftar explain told.txt 2>&1 | sed -n '1,/^where each/p' | sed '1,/^what became/d; s/[+-][0-9][0-9]*/N/g; s/N; type.*always N.*in doubt/N, type, signs, in doubt/
  s/N; type.*always N[^;]*/N, type, signs/' >>"$work/got"

note 'the same, one act a line'
daftar explain --format jsonl told.txt 2>&1 | grep '"act":' | sed 's/"why":"\([a-z ]*\).*/"why":"\1…"}/' >>"$work/got"
note 'how the places of its sentence were weighed for each'
daftar explain told.txt 2>&1 | sed '1,/^where each/d; s/-*[0-9][0-9]*:.*/N: signs/' >>"$work/got"

note 'the same, one site a line'
daftar explain --format jsonl told.txt 2>&1 | grep '"site":' | sed 's/"weight":.*/"weight":N,"why":signs}/' >>"$work/got"
finish
