# A user's folder laid over the data by id, and lint on it.
. "$(dirname "$0")/lib.sh"
head='# SPDX-License-Identifier: Apache-2.0
# Source: this test. Version: 1. Changes: none.'
mkdir -p mine/grammar mine/places
printf 'هاجم لواء الريح العاصفة مواقع داعش في بلدة تل الزعفران الأبيض.\n' >report.txt
actors() { # what of the report is known by an id of this test's data
  printf '\n$ daftar explain %s report.txt: ids of my own\n' "$*" >>"$work/got"
  daftar explain --format jsonl "$@" report.txt 2>>"$work/got" | grep -E '"id":"(storm-brigade|my:1)"' |
    sed 's/"start".*"id"/"id"/' >>"$work/got"
}
actors
printf '%s\n' "$head" >mine/actors.tsv
printf 'storm-brigade\tلواء الريح العاصفة\tStorm Brigade\tarmed group\tSY\t\t\t\t\n' >>mine/actors.tsv
printf '%s\n' "$head" >mine/places/mine.tsv
printf 'my:1\tتل الزعفران الأبيض\tTall az-Zafaran\t35.5\t40.5\tvillage\tSY\tiso2:SY-DY\t\t0\t1\t\n' >>mine/places/mine.tsv
note 'an actor and a place of my own'
actors --data mine

note 'data that does not compile names file and line'
printf '%s\nframe nonsense\n  trigger verb\n' "$head" >mine/grammar/mine.frames
run code --data mine report.txt
run code --data nowhere report.txt

note 'lint: a frame without a near-miss, an example that does not hold, one that does'
lint() {
  printf '\n$ daftar lint mine | grep mine.frames\n' >>"$work/got"
  daftar lint mine >"$work/o" 2>&1
  status=$?
  grep 'mine.frames' "$work/o" | sed 's/ *([^()]*)$//' >>"$work/got"
  echo "= $status" >>"$work/got"
}
frame='frame storm.verb
  type    attack
  kind    event
  agent   subject
  trigger verb هاجم'
printf '%s\n%s\n  example هاجم اللواء المدينة\n    gives attack\n' "$head" "$frame" >mine/grammar/mine.frames
lint
printf '%s\n%s\n  example قال المدير\n    gives attack\n  near-miss قال المدير\n' "$head" "$frame" >mine/grammar/mine.frames
lint
note 'and a near-miss in which another frame gives what a frame of no record is there to keep out'
trap='frame storm.mock
  kind    none
  trigger noun غارة with adj وهمي
  example شنت طائرات التحالف غارة على البلدة
    gives airstrike'
printf '%s\n%s\n  near-miss شنت طائرات التحالف غارتين على القرية\n' "$head" "$trap" >mine/grammar/mine.frames
lint
printf '%s\n%s\n  near-miss نفذ الطيران غارة وهمية فوق القرية\n' "$head" "$trap" >mine/grammar/mine.frames
lint
note 'and one that stands before the example whose type it is to keep out, or that should be told and is not'
early='  near-miss نفذ الطيران غارة وهمية فوق القرية'
printf '%s\n%s%s\n%s\n' "$head" "${trap%%  example*}" "$early" "  example ${trap#*  example }" >mine/grammar/mine.frames
lint
printf '%s\n%s\n  example نفذ الطيران غارة وهمية فوق القرية\n    gives nothing\n  near-miss نفذ الطيران غارة وهمية فوق البلدة\n' "$head" "$trap" >mine/grammar/mine.frames
lint
run lint nowhere
finish
