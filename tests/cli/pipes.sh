# Standard output that is full, or that nobody reads.
. "$(dirname "$0")/lib.sh"
printf 'قتل ثلاثة مدنيين في قصف على المدينة.\n' >good.txt
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "{\"id\":\"%d\",\"text\":\"no records here\"}\n", i }' >many.jsonl
note 'a full device'
if [ -w /dev/full ]; then
  for verb in 'code --format jsonl' 'read' 'explain' 'check' '--help' '--version' '--credits'; do
    file=good.txt
    case $verb in --*) file= ;; esac
    daftar $verb $file >/dev/full 2>"$work/e"
    echo "$verb: = $?: $(cat "$work/e")" >>"$work/got"
  done
else
  sed -n '/a full device/,/^$/p' "$here/$name.out" | sed '1d;$d' >>"$work/got"
fi
note 'a reader that goes away: nothing is said'
{
  daftar read --format jsonl many.jsonl 2>"$work/e"
  echo "$?" >"$work/status"
} | head -n 1 >>"$work/got"
cat "$work/e" >>"$work/got"
case $(cat "$work/status") in
  0 | 141) echo 'quiet' >>"$work/got" ;;
  *) echo "exit $(cat "$work/status")" >>"$work/got" ;;
esac
finish
