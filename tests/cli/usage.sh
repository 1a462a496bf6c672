# Help, version, and what is said about a wrong command line.
. "$(dirname "$0")/lib.sh"
run --help
run --version
run help code
run read --help
run help nothing
run
run frobnicate ledger.db x.txt
run cod x.txt
run code
run code --formt jsonl x.txt
run code --format yaml x.txt
run code --format
run code --help=yes
run code -x x.txt
run read --fail x.txt
run code --published yesterday x.txt
run code --published 2024-02-30 x.txt
run lint
run lint a b
finish
