# The world around a run: other runs, lost terminals, damaged scripts, secrets, time.

wait_for() { # SECONDS COMMAND…
	local left=$(($1 * 10))
	shift
	while [ "$left" -gt 0 ]; do
		"$@" 2>/dev/null && return 0
		sleep 0.1
		left=$((left - 1))
	done
	return 1
}

test_contention() {
	local dir=$work/many round i rounds=3 won lost bad=0
	[ -n "$full" ] && rounds=50
	make_script sample.sh.part "$work/many.sh"
	for ((round = 0; round < rounds; round++)); do
		new_system "$dir"
		cp "$work/many.sh" "$dir/upgrade.sh"
		: >"$dir/ends"
		for i in 1 2 3 4 5 6; do
			(
				UPG_ORPHAN_WAIT=0 upgrade "${shells[$((i % ${#shells[@]}))]}" "$dir" run
				echo $? >>"$dir/ends"
			) &
		done
		wait
		won=$(grep -c '^0$' "$dir/ends")
		lost=$(grep -c '^75$' "$dir/ends")
		# Who comes late finds it complete, which is 0 too.
		[ $((won + lost)) -eq 6 ] && [ "$won" -ge 1 ] && [ "$(state_of "$dir")" = "$upgraded" ] || {
			bad=$((bad + 1))
			echo "# $(tr '\n' ' ' <"$dir/ends"), $(state_of "$dir")"
		}
	done
	is "$rounds rounds of 6 operators at once" 0 "$bad"
	# Two plans, two state directories, one resource.
	new_system "$dir"
	cp "$work/many.sh" "$dir/upgrade.sh"
	sed -i 's/sleep "\${P}"/sleep 2/; s/sleep \\"\\${P}\\"/sleep 2/' "$dir/upgrade.sh"
	upgrade dash "$dir" run &
	wait_for 5 grep -q 'Mend' "$dir/out"
	UPG_ANSWER_root="$dir/root" SAMPLE_TOKEN=x UPG_LOCK_DIR="$work/locks" dash "$dir/upgrade.sh" run --state "$dir/other" >"$dir/out2" 2>&1 </dev/null
	is 'another state directory, the same resource' 75 $?
	wait
}

test_orphan() {
	local dir=$work/orphan
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	sed -i 's/sleep \\"\\${P}\\"/sleep 3/' "$dir/upgrade.sh"
	upgrade dash "$dir" run &
	wait_for 5 grep -q Mend "$dir/out"
	sleep 0.3
	kill -s KILL "$(sed 's/process \([0-9]*\),.*/\1/' "$dir/state/owner")"
	wait
	UPG_ORPHAN_WAIT=0 upgrade dash "$dir" resume
	is 'a step of the killed run is still at work' 76 $?
	upgrade dash "$dir" resume
	is 'resume waits for it' 0 $?
	is 'upgraded' "$upgraded" "$(state_of "$dir")"
}

test_script_cut() {
	local dir=$work/cutscript size at wrong=0 runs=0 stride=9973 last=12
	[ -n "$full" ] && stride=211 last=200
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
	# Overwritten while it runs.
	local shell
	for shell in "${shells[@]}"; do
		new_system "$dir"
		sed 's/sleep \\"\\${P}\\"/sleep 1/' "$dir/whole.sh" >"$dir/upgrade.sh"
		upgrade "$shell" "$dir" run &
		wait_for 5 grep -q Mend "$dir/out"
		for at in 1 2 3 4 5 6 7 8 9; do printf 'touch "%s/evil"\n%.0s' "$dir"{1..999}; done >"$dir/upgrade.sh"
		wait $!
		is "$shell: overwritten while it runs" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
		is "$shell: nothing of the other ran" no "$([ -e "$dir/evil" ] && echo yes || echo no)"
	done
}

test_terminal() {
	local dir=$work/terminal shell
	make_script sample.sh.part "$work/terminal.sh"
	for shell in "${shells[@]}"; do
		new_system "$dir"
		sed 's/sleep \\"\\${P}\\"/sleep 1/' "$work/terminal.sh" >"$dir/upgrade.sh"
		env UPG_ANSWER_root="$dir/root" SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" script -qec \
			"$(words_of "$shell") $dir/upgrade.sh run --yes --state $dir/state" /dev/null >"$dir/out" 2>&1 </dev/null &
		wait_for 5 grep -q Mend "$dir/out"
		kill -s KILL $!
		wait $! 2>/dev/null
		wait_for 15 grep -q 'close ok' "$dir"/state/runs/*/journal
		is "$shell: the terminal is lost and the run completes" "$upgraded" "$(state_of "$dir")"
	done
	new_system "$dir"
	cp "$work/terminal.sh" "$dir/upgrade.sh"
	env -u UPG_ANSWER_root SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" setsid dash "$dir/upgrade.sh" run --state "$dir/state" >"$dir/out" 2>&1 </dev/null
	is 'without a terminal a missing answer is an error' 6 $?
	is 'before anything is touched' no "$([ -e "$dir/state/current" ] && echo yes || echo no)"
	printf '%s/root\n\n\n\nno\n' "$dir" | env SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" script -qec "dash $dir/upgrade.sh run --state $dir/state" /dev/null >"$dir/out" 2>&1
	is 'on a terminal it asks' "$upgraded" "$(state_of "$dir")"
}

test_interrupt() {
	local dir=$work/interrupt shell pid
	make_script sample.sh.part "$work/interrupt.sh"
	for shell in "${shells[@]}"; do
		new_system "$dir"
		sed 's/sleep \\"\\${P}\\"/sleep 2/' "$work/interrupt.sh" >"$dir/upgrade.sh"
		upgrade "$shell" "$dir" run &
		wait_for 5 grep -q Mend "$dir/out"
		pid=$(sed 's/process \([0-9]*\),.*/\1/' "$dir/state/owner")
		sleep 0.3
		kill -s INT "$pid"
		wait $!
		is "$shell: the first interrupt stops" 130 $?
		is "$shell: when the step has ended" 'data=data, list=early, count= up=no extra=no backups=1' "$(state_of "$dir")"
		new_system "$dir"
		sed 's/sleep \\"\\${P}\\"/sleep 20/' "$work/interrupt.sh" >"$dir/upgrade.sh"
		SECONDS_BEFORE=$SECONDS
		upgrade "$shell" "$dir" run &
		wait_for 5 grep -q Mend "$dir/out"
		pid=$(sed 's/process \([0-9]*\),.*/\1/' "$dir/state/owner")
		sleep 0.3
		kill -s TERM "$pid"
		wait $!
		is "$shell: TERM ends the step" 143 $?
		holds "$shell: at once" [ $((SECONDS - SECONDS_BEFORE)) -lt 12 ]
		is "$shell: nothing of it is left" '' "$(pgrep -f '^sleep 20$')"
	done
}

test_secrets() {
	local dir=$work/secrets shell found
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh"
		upgrade "$shell" "$dir" run
		upgrade "$shell" "$dir" status
		found=$(grep -rl "$canary" "$dir/state" "$dir/out" /dev/shm/upg-* 2>/dev/null)
		is "$shell: the secret is in no file and no output" '' "$found"
		new_programs "$dir"
		make_script failing.sh.part "$dir/upgrade.sh"
		program "$dir" middle 'cat /proc/*/cmdline 2>/dev/null | tr "\000" " " >>"'"$dir"'/argv"; ls -l "$TOKEN_FILE" >"'"$dir"'/mode"; cat "$TOKEN_FILE"; cat; echo "$TOKEN"; exit 3'
		rm -f "$dir/out"
		{ CANARY=$canary UPG_ANSWER_root=$dir/root UPG_LOCK_DIR=$work/locks $(words_of "$shell") -x "$dir/upgrade.sh" run --state "$dir/state"; } >>"$dir/out" 2>&1 </dev/null
		is "$shell: a failing deed with a secret" 4 $?
		grep -q "$canary" "$dir/argv" && found=argv || found=''
		is "$shell: it is in no argument" '' "$found"
		is "$shell: its file is private" -rw------- "$(cut -c1-10 "$dir/mode")"
		found=$(grep -rl "$canary" "$dir/state" "$dir/out" /dev/shm/upg-* 2>/dev/null)
		is "$shell: nor in the log, the journal, a trace" '' "$found"
	done
	is 'no private directory is left' '' "$(find /dev/shm -maxdepth 1 -name "upg-$(id -u)-*" -newer "$work/locks" 2>/dev/null)"
}
