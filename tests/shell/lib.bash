# What the tests of the run-time library share. Each test is a function test_NAME; it reports by `is` and `note`.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
passed=0 failed=0 current=''
work=''

# Tests that take long are a job for each shell.
each_shell=(hostile kills kills_rollback crashes terminal_lost secrets)

# How much is asked for: every day, in CI (or less there, by UPG_TIER=day), or all there is.
tier=day
[ "${CI-}" != true ] || tier=${UPG_TIER:-ci}
[ -z "${UPG_FULL-}" ] || tier=full

tier_is() { # ci|full
	[ "$tier" = full ] || [ "$tier" = "$1" ]
}

pick() { # DAY CI FULL
	case $tier in
	day) printf %s "$1" ;;
	ci) printf %s "$2" ;;
	full) printf %s "$3" ;;
	esac
}

figures=/dev/null
figure() { # ID VALUE RUNS UNIT TEXT
	printf '%s %s %s %s|%s\n' "$@" >>"$figures"
}

# In memory, where the system has such a place: what the tests damage is not the disk.
fast_place() {
	if [ -z "${TMPDIR-}" ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -ge 524288 ]; then
		printf /dev/shm
	else
		printf %s "${TMPDIR:-/tmp}"
	fi
}

without_sync() {
	mkdir "$work/bin"
	ln -s "$(type -P true)" "$work/bin/sync"
	PATH=$work/bin:$PATH
}

all_shells() {
	local shell
	for shell in ${UPG_TEST_SHELLS:-dash busybox bash mksh zsh}; do
		command -v "$shell" >/dev/null && printf '%s\n' "$shell"
	done
}

# The words that call a shell.
words_of() {
	case $1 in
	*busybox) printf '%s sh\n' "$1" ;;
	*zsh) printf '%s --emulate sh\n' "$1" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

ok() {
	passed=$((passed + 1))
	printf 'ok %s: %s\n' "$current" "$1"
}

not_ok() {
	failed=$((failed + 1))
	printf 'not ok %s: %s\n' "$current" "$1"
}

is() { # NAME WANTED FOUND
	if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1: wanted <$2>, found <$3>"; fi
}

holds() { # NAME COMMAND…
	local name=$1
	shift
	if "$@"; then ok "$name"; else not_ok "$name"; fi
}

# A whole script from a part, perhaps with a fault planted in it (MUTATE is a sed script), perhaps with points to kill at.
make_script() { # PART OUT [hooks]
	case $1 in
	/*) "$here/assemble" "$1" >"$2" ;;
	*) "$here/assemble" "$here/$1" >"$2" ;;
	esac
	if [ -n "${MUTATE-}" ]; then
		sed -E "$MUTATE" "$2" >"$2.mutant"
		if cmp -s "$2" "$2.mutant"; then
			echo "the planted fault changed nothing: $MUTATE" >&2
			exit 3
		fi
		mv "$2.mutant" "$2"
	fi
	if [ "${3-}" = hooks ]; then
		sed -E 's/^(upg_append|upg_command)\(\) /\1_real() /' "$2" >"$2.hooks"
		awk -v hooks="$here/hooks.sh" '/^UPG_PLAN=/ { while ((getline line < hooks) > 0) print line } { print }' "$2.hooks" >"$2"
		rm "$2.hooks"
	fi
}

# The system that the sample upgrades.
new_system() { # DIR
	rm -rf "$1/root" "$1/state" "$1/calls" "$1/points" "$1/out"
	mkdir -p "$1/root/backups"
	(
		cd "$1/root" || exit
		echo 'version 1.2-x' >version
		echo data >data
		: >list
		: >count
		touch up
	)
}

# Seconds after which a test no longer waits for what should have come.
patience=${UPG_TEST_PATIENCE:-120}

# The sample's fourth step says that it is at work (DIR/working has its process), and works as long as DIR/gate is there.
gated() { # DIR SCRIPT
	rm -f "$1/working"
	: >"$1/gate"
	sed -i "s|sleep \\\\\"\\\\\${P}\\\\\"|echo \\\\\$\\\\\$ >$1/working.part; mv $1/working.part $1/working; for n in \\\\\$(seq $((patience * 10))); do [ ! -e $1/gate ] \|\| sleep 0.1; done|" "$2"
	grep -q "$1/gate" "$2" || echo "not ok $current: the step has no gate"
}

# The process of the run in DIR.
main_of() { # DIR
	sed 's/process \([0-9]*\),.*/\1/' "$1/state/owner"
}

# Programs of the failing plan: each notes that it was called.
new_programs() { # DIR
	rm -rf "$1/root" "$1/state" "$1/calls" "$1/points" "$1/out"
	mkdir -p "$1/root"
	local name
	for name in one two first second unsecond unfirst middle unmiddle failed daemon last unlast; do program "$1" "$name" ':'; done
}

program() { # DIR NAME BODY
	printf '#!/bin/sh\necho %s >>"%s/calls"\n%s\n' "$2" "$1" "$3" >"$1/root/$2"
	chmod +x "$1/root/$2"
}

calls() { tr '\n' ' ' <"$1/calls" 2>/dev/null; }

# What the sample's system comes to.
state_of() { # DIR
	(
		cd "$1/root" || exit
		printf 'data=%s list=%s count=%s up=%s extra=%s backups=%s' "$(tr '\n\000' ,0 <data)" "$(tr '\n' , <list)" "$(tr '\n' , <count)" \
			"$([ -e up ] && echo yes || echo no)" "$([ -e extra ] && echo yes || echo no)" \
			"$(find backups -type f ! -name '*.part' | wc -l)"
	)
}

upgraded='data=data,migrated, list=early, count=x, up=yes extra=no backups=1'
original='data=data, list= count= up=yes extra=no backups=1'

# Tests that choose by turns begin elsewhere for each shell.
turn_of() { # SHELL
	case $1 in
	dash) printf 0 ;; busybox) printf 1 ;; bash) printf 2 ;; mksh) printf 3 ;; zsh) printf 4 ;; *) printf 5 ;;
	esac
}

# Where the runs of DIR keep what only a command may read.
private_of() { # DIR
	sed -n "s/^UPG_PRIVATE='\(.*\)'$/\1/p" "$1"/state/runs/*/values 2>/dev/null
}

# Runs a script of DIR; output goes to DIR/out.
upgrade() { # SHELL DIR ARGUMENT…
	local shell=$1 dir=$2
	shift 2
	{ env --default-signal=INT,QUIT UPG_ANSWER_root="$dir/root" SAMPLE_TOKEN="$canary" CANARY="$canary" UPG_LOCK_DIR="$work/locks" \
		${UPG_KP_AT:+UPG_KP_AT=$UPG_KP_AT UPG_KP_HOW=$UPG_KP_HOW UPG_KP_DIR=${UPG_KP_FOLDER:-$dir} UPG_KP_HOME=$dir/state} \
		$(words_of "$shell") "$dir/upgrade.sh" "$@" --state "$dir/state" >>"${UPG_OUT:-$dir/out}" 2>&1 </dev/null; } 2>/dev/null
}

canary=c4n4ry-51ng5-$RANDOM$RANDOM
