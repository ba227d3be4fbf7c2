# The world around a run: other runs, lost terminals, damaged scripts, secrets, time.

wait_for() { # COMMAND…
	local left=$((patience * 10))
	while [ "$left" -gt 0 ]; do
		"$@" 2>/dev/null && return 0
		sleep 0.1
		left=$((left - 1))
	done
	return 1
}

test_contention() {
	local dir=$work/many round i rounds won lost bad=0
	rounds=$(pick 2 50 200)
	make_script sample.sh.part "$work/many.sh"
	for ((round = 0; round < rounds; round++)); do
		new_system "$dir"
		cp "$work/many.sh" "$dir/upgrade.sh"
		: >"$dir/ends"
		for i in 1 2 3 4 5 6 7 8; do
			(
				UPG_ORPHAN_WAIT=0 upgrade "${shells[$((i % ${#shells[@]}))]}" "$dir" run
				echo $? >>"$dir/ends"
			) &
		done
		wait
		won=$(grep -c '^0$' "$dir/ends")
		lost=$(grep -c '^75$' "$dir/ends")
		# Who comes late finds it complete, which is 0 too.
		[ $((won + lost)) -eq 8 ] && [ "$won" -ge 1 ] && [ "$(state_of "$dir")" = "$upgraded" ] || {
			bad=$((bad + 1))
			echo "# $(tr '\n' ' ' <"$dir/ends"), $(state_of "$dir")"
		}
	done
	is "$rounds rounds of 8 operators at once" 0 "$bad"
	figure R6 "$bad" "$rounds" 'wrong rounds' '8 operators at once: one carries it out, the others are refused; 0 of at least 50'
	# Two plans, two state directories, one resource.
	new_system "$dir"
	cp "$work/many.sh" "$dir/upgrade.sh"
	gated "$dir" "$dir/upgrade.sh"
	upgrade dash "$dir" run &
	wait_for [ -e "$dir/working" ]
	UPG_ANSWER_root="$dir/root" SAMPLE_TOKEN=x UPG_LOCK_DIR="$work/locks" dash "$dir/upgrade.sh" run --state "$dir/other" >"$dir/out2" 2>&1 </dev/null
	is 'another state directory, the same resource' 75 $?
	rm "$dir/gate"
	wait
}

test_orphan() {
	local dir=$work/orphan
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	gated "$dir" "$dir/upgrade.sh"
	upgrade dash "$dir" run &
	wait_for [ -e "$dir/working" ]
	kill -s KILL "$(main_of "$dir")"
	wait
	UPG_ORPHAN_WAIT=0 upgrade dash "$dir" resume
	is 'a step of the killed run is still at work' 76 $?
	: >"$dir/out"
	UPG_ORPHAN_WAIT=300 upgrade dash "$dir" resume &
	wait_for grep -q 'Waiting for it to end' "$dir/out"
	rm -f "$dir/gate"
	wait $!
	is 'resume waits for it' 0 $?
	is 'upgraded' "$upgraded" "$(state_of "$dir")"
}

test_script_cut() {
	local dir=$work/cutscript size at wrong=0 runs=0 stride last
	stride=$(pick 9973 199 23) last=$(pick 12 200 400)
	new_system "$dir"
	make_script sample.sh.part "$dir/whole.sh"
	size=$(wc -c <"$dir/whole.sh")
	{
		seq 1 "$stride" $((size - 1))
		seq $((size - last)) $((size - 2))
	} | while read -r at; do
		head -c "$at" "$dir/whole.sh" >"$dir/upgrade.sh"
		upgrade "${shells[$((at % ${#shells[@]}))]}" "$dir" run
		if [ -e "$dir/state" ] || [ "$(state_of "$dir")" != "${original/backups=1/backups=0}" ]; then
			echo "# cut at $at of $size has effects"
			new_system "$dir"
		fi
		echo .
	done >"$dir/cuts"
	grep '^#' "$dir/cuts"
	runs=$(grep -c '^\.$' "$dir/cuts")
	wrong=$(grep -c '^#' "$dir/cuts")
	is "$runs scripts that were cut off do nothing" 0 "$wrong"
	figure R7 "$wrong" "$runs" 'with effects' 'the script cut off anywhere, and at each of its last bytes; 0 of at least 700'
	# Overwritten while it runs.
	local shell
	for shell in "${shells[@]}"; do
		new_system "$dir"
		cp "$dir/whole.sh" "$dir/upgrade.sh"
		gated "$dir" "$dir/upgrade.sh"
		upgrade "$shell" "$dir" run &
		wait_for [ -e "$dir/working" ]
		for at in 1 2 3 4 5 6 7 8 9; do printf 'touch "%s/evil"\n%.0s' "$dir"{1..999}; done >"$dir/upgrade.sh"
		rm "$dir/gate"
		wait $!
		is "$shell: overwritten while it runs" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
		is "$shell: nothing of the other ran" no "$([ -e "$dir/evil" ] && echo yes || echo no)"
	done
}

# The terminal goes away while the script is at a certain point, then the script goes on.
test_terminal_lost() {
	local dir=$work/lost shell points places i wrong=0 runs=0
	places=$(pick 1 9 30)
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh" hooks
		points=$(count_points "$shell" "$dir" run)
		for ((i = 1; i <= places; i++)); do
			new_system "$dir"
			rm -f "$dir/hangs"
			env UPG_ANSWER_root="$dir/root" SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" UPG_KP_HOW=hang UPG_KP_DIR="$dir" \
				UPG_KP_HOME="$dir/state" UPG_KP_AT=$((points * i / (places + 1) + $(turn_of "$shell"))) script -qec \
				"$(words_of "$shell") $dir/upgrade.sh run --yes --state $dir/state" /dev/null >"$dir/out" 2>&1 </dev/null &
			wait_for [ -e "$dir/hangs" ]
			kill -s KILL $!
			wait $! 2>/dev/null
			rm -f "$dir/hangs"
			wait_for grep -q 'close ok' "$dir"/state/runs/*/journal
			runs=$((runs + 1))
			[ "$(state_of "$dir")" = "$upgraded" ] || {
				wrong=$((wrong + 1))
				echo "# $shell, place $i of $places: $(state_of "$dir")"
			}
		done
	done
	is "$runs times the terminal is lost and the run completes" 0 "$wrong"
	figure R8 "$wrong" "$runs" 'wrong ends' 'the terminal goes away at a point of the run, on each shell, and the run completes; 0 of at least 10'
}

test_terminal() {
	local dir=$work/terminal
	make_script sample.sh.part "$work/terminal.sh"
	new_system "$dir"
	cp "$work/terminal.sh" "$dir/upgrade.sh"
	env -u UPG_ANSWER_root SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" setsid dash "$dir/upgrade.sh" run --state "$dir/state" >"$dir/out" 2>&1 </dev/null
	is 'without a terminal a missing answer is an error' 6 $?
	is 'before anything is touched' no "$([ -e "$dir/state/current" ] && echo yes || echo no)"
	printf '%s/root\n\n\n\nno\n' "$dir" | env SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" script -qec "dash $dir/upgrade.sh run --state $dir/state" /dev/null >"$dir/out" 2>&1
	is 'on a terminal it asks' "$upgraded" "$(state_of "$dir")"
}

test_interrupt() {
	local dir=$work/interrupt shell
	make_script sample.sh.part "$work/interrupt.sh"
	for shell in "${shells[@]}"; do
		interrupted "$shell" "$dir"
		kill -s INT "$(main_of "$dir")"
		wait_for grep -q 'Stopping when' "$dir/out"
		rm "$dir/gate"
		wait "$run"
		is "$shell: the first interrupt stops" 130 $?
		is "$shell: when the step has ended" 'data=data, list=early, count= up=no extra=no backups=1' "$(state_of "$dir")"
		interrupted "$shell" "$dir"
		kill -s INT "$(main_of "$dir")"
		wait_for grep -q 'Stopping when' "$dir/out"
		kill -s INT "$(main_of "$dir")"
		wait "$run"
		is "$shell: the second ends the step" 130 $?
		is "$shell: at once" '' "$(cat "$dir/root/list")"
		holds "$shell: nothing of it is left" bash -c "! kill -0 $(cat "$dir/working") 2>/dev/null"
		interrupted "$shell" "$dir"
		kill -s TERM "$(main_of "$dir")"
		wait "$run"
		is "$shell: TERM ends the step" 143 $?
		is "$shell: at once" '' "$(cat "$dir/root/list")"
		holds "$shell: nothing of it is left" bash -c "! kill -0 $(cat "$dir/working") 2>/dev/null"
		interrupted "$shell" "$dir"
		kill -s HUP "$(main_of "$dir")"
		rm "$dir/gate"
		wait "$run"
		is "$shell: HUP does no harm" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
	done
}

# A run whose fourth step is at work; its process is $run.
interrupted() { # SHELL DIR
	new_system "$2"
	cp "$work/interrupt.sh" "$2/upgrade.sh"
	gated "$2" "$2/upgrade.sh"
	upgrade "$1" "$2" run &
	run=$!
	wait_for [ -e "$2/working" ]
}

# Runs the failing plan with a secret deed, and says where the secret was seen.
seen_secret() { # SHELL DIR WORDS BODY
	local shell=$1 dir=$2
	new_programs "$dir"
	make_script failing.sh.part "$dir/upgrade.sh"
	rm -f "$dir/argv" "$dir/mode"
	program "$dir" middle 'cat /proc/*/cmdline 2>/dev/null | tr "\000" " " >>"'"$dir"'/argv"; ls -l "$TOKEN_FILE" >"'"$dir"'/mode"; cat "$TOKEN_FILE"; cat; echo "$TOKEN"; '"$4"
	{ CANARY=$canary UPG_GRACE=1 UPG_ANSWER_root=$dir/root UPG_LOCK_DIR=$work/locks ${UPG_TRACE-} $(words_of "$shell") $3 "$dir/upgrade.sh" run --state "$dir/state"; } >>"$dir/out" 2>&1 </dev/null
	if grep -q "$canary" "$dir/argv"; then echo argv; fi
	grep -rl "$canary" "$dir/state" "$dir/out" $(private_of "$dir") 2>/dev/null
	case $4 in
	kill*) upgrade "$shell" "$dir" resume ;;
	esac
	for private in $(private_of "$dir"); do [ ! -e "$private" ] || echo "$private"; done
}

test_secrets() {
	local dir=$work/secrets shell found wrong=0 runs=0 planted=0 leak
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh"
		upgrade "$shell" "$dir" run
		upgrade "$shell" "$dir" status
		found=$(grep -rl "$canary" "$dir/state" "$dir/out" $(private_of "$dir") 2>/dev/null)
		is "$shell: the secret is in no file and no output" '' "$found"
		found=$(seen_secret "$shell" "$dir" '' 'exit 3')
		is "$shell: nor when a deed with a secret fails" '' "$found"
		is "$shell: its file is private" -rw------- "$(cut -c1-10 "$dir/mode")"
		found=$(seen_secret "$shell" "$dir" -x 'exit 3')
		is "$shell: nor in a trace" '' "$found"
		if command -v strace >/dev/null; then
			rm -f "$dir/trace"
			found=$(UPG_TRACE="strace -f -qq -s 100000 -e trace=execve -o $dir/trace" seen_secret "$shell" "$dir" '' ':')
			is "$shell: no program that was started had it among its arguments" '0 1' "$(grep -c "$canary" "$dir/trace") $(grep -c root/middle "$dir/trace")"
			runs=$((runs + 1))
		elif [ "${CI-}" = true ]; then
			not_ok "$shell: strace is missing"
		else
			echo "skip secrets: strace is not installed"
		fi
		runs=$((runs + 3))
		if [ "$shell" = dash ] || tier_is ci; then
			found=$(seen_secret "$shell" "$dir" '' 'sleep 30')
			is "$shell: nor after a time-out" '' "$found"
			found=$(seen_secret "$shell" "$dir" '' 'kill -s KILL $(sed "s/process \([0-9]*\),.*/\1/" '"$dir"'/state/owner)')
			is "$shell: nor after the script was killed and gone on with" '' "$(grep -v "^/dev/shm\|^/run/user" <<<"$found")"
			runs=$((runs + 2))
		fi
	done
	figure S1 "$failed" "$runs" 'runs with leaks' 'a secret looked for in arguments, files, logs, journal, output: success, failure, trace, time-out, kill; 0, planted leaks are found'
	[ "${shells[0]}" = dash ] && [ -z "${MUTATE-}" ] || return 0
	while IFS= read -r leak; do
		found=$(MUTATE=$leak seen_secret dash "$dir" -x 'exit 3')
		holds "a planted leak is found: $leak" [ -n "$found" ]
	done <<'END'
s/if \[ -n "\$UPG_M_SECRET\$UPG_DEED_SECRET" \]; then/if false; then/
s/^\{ set \+x; \} 2>\/dev\/null$/:/
s/^\teval "\$secret_var=\\\$secret_value"$/&\n\tUPG_NAMES="$UPG_NAMES $secret_var"/
s/rm -rf "\$UPG_PRIVATE"/:/
s/^\t\tupg_command "\$@" >\/dev\/null 2>&1$/\t\tupg_command "$@" "$V_TOKEN" >\/dev\/null 2>\&1/
s/^(upg_log_name\(\).*)$/\1\n\tupg_tell "${V_TOKEN-}"/
s/UPG_TEXT=\$$/&\n\tprintf "%s" "$V_TOKEN" >"$UPG_DIR\/token"/; s/^\tUPG_TEXT=$/&\n\tprintf "%s" "${V_TOKEN-}" >"$UPG_DIR\/token"/
END
}
