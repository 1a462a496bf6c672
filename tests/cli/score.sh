# score: records against gold files of the user's own.
. "$(dirname "$0")/lib.sh"
mkdir gold empty
printf 'قتل ثلاثة جنود في هجوم على حاجز للجيش شرقي الرمادي.\n' >gold/one.txt
cat >gold/one.gold.json <<'G'
{"id": "one", "records": [{"kind": "event", "type": "attack", "trigger": "هجوم", "count": [1, 1], "time": null,
 "places": [{"quote": "شرقي الرمادي", "country": "IQ"}], "agents": [], "partners": [], "targets": ["حاجز للجيش"],
 "outcomes": [{"what": "killed", "count": [3, 3], "of": "جنود"}], "claimed_by": [], "stance": "asserted"}]}
G
printf 'أعلنت الشرطة اعتقال رجلين.\n' >gold/two.txt
printf '{"records": [{"kind": "event", "type": "protest", "trigger": "الشرطة"}]}' >gold/two.gold.json
cat >records.jsonl <<'P'
{"doc":"gold/one.txt","kind":"event","type":"attack","trigger":{"quote":"هجوم","start":28,"end":36},"count":[1,1],"agents":[{"quote":"مسلحون"}],"targets":[{"quote":"حاجز الجيش"}],"places":[{"quote":"الرمادي","country":"IQ"}],"outcomes":[{"what":"killed","count":[3,3]}],"stance":"asserted"}
{"doc":"two","kind":"event","type":"arrest","trigger":{"quote":"اعتقال","start":26,"end":38},"count":[1,1]}
P
run score --docs --errors gold records.jsonl
run score --types gold records.jsonl
count score --format jsonl gold records.jsonl
printf '{"doc":"three","kind":"event","type":"attack"}\n' >stray.jsonl
count score gold stray.jsonl
run score gold
run score empty records.jsonl
run score gold missing.jsonl
printf 'not JSON\n' >bad.jsonl
run score gold bad.jsonl
finish
