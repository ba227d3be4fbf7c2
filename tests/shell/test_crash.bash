# Ends of the script at every point, and what comes after.

# Goes on until the run is complete, answering truly where a person is asked. Prints how it ended.
go_on() { # SHELL DIR COMMAND…
	local shell=$1 dir=$2 rc tries=0 command=$3
	shift 2
	while [ "$tries" -lt 8 ]; do
		tries=$((tries + 1))
		upgrade "$shell" "$dir" "$@"
		rc=$?
		case $rc in
		0)
			printf '0'
			return
			;;
		2 | 4)
			# Nothing had been opened, or it was ended before the first record.
			if [ ! -e "$dir/state/current" ] || grep -q 'close unchecked' "$dir"/state/runs/*/journal; then set -- run; fi
			;;
		8) tell_truth "$shell" "$dir" ;;
		75 | 76) sleep 1 ;;
		*) ;;
		esac
	done
	printf '%s after %s (%s)' "$rc" "$command" "$(tail -n 3 "${UPG_OUT:-$dir/out}" | tr '\n' ' ')"
}

# Looks at the system in the place of a person, and says what is there.
tell_truth() { # SHELL DIR
	local step answer=redo
	step=$(sed -n 's/.*say `resolve \([^ ]*\) done`.*/\1/p' "${UPG_OUT:-$2/out}" | tail -n 1)
	case $step/$(state_of "$2") in
	upgrade.count/*count=x,\ *) answer='done' ;;
	esac
	case $step/$rolling in
	upgrade.count/yes) if [ -s "$2/root/count" ]; then answer=redo; else answer='done'; fi ;;
	esac
	upgrade "$1" "$2" resolve "$step" "$answer"
}

count_points() { # SHELL DIR COMMAND…
	local shell=$1 dir=$2
	shift 2
	rm -f "${UPG_KP_FOLDER:-$dir}/points"
	UPG_KP_AT=100000 UPG_KP_HOW=none upgrade "$shell" "$dir" "$@"
	cat "${UPG_KP_FOLDER:-$dir}/points"
}

hows=(kill tree worker term int hup)

# Of all kinds of ends one, two, or each.
hows_of() { # TURN
	case $tier in
	day) echo "${hows[$1 % 6]}" ;;
	ci) echo "${hows[$1 % 6]} ${hows[($1 + 3) % 6]}" ;;
	full) echo "${hows[@]}" ;;
	esac
}

r1='files: each record and command of a run and a rollback; KILL of the script, a step, the tree, TERM, INT, HUP; 0 of at least 950'

test_kills() {
	local shell dir=$work/kills points at how wrong=0 runs=0 ended stride=1 turn=0 rolling=no
	stride=${UPG_TEST_STRIDE:-$(pick 16 1 1)}
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh" hooks
		points=$(count_points "$shell" "$dir" run)
		turn=$(turn_of "$shell")
		at=$((1 + turn * 3 % stride))
		while [ "$at" -le "$points" ]; do
			for how in $(hows_of "$turn"); do
				new_system "$dir"
				UPG_KP_AT=$at UPG_KP_HOW=$how upgrade "$shell" "$dir" run
				ended=$(go_on "$shell" "$dir" resume)
				runs=$((runs + 1))
				if [ "$ended" != 0 ] || [ "$(state_of "$dir")" != "$upgraded" ]; then
					wrong=$((wrong + 1))
					echo "# $shell, point $at of $points, $how: $ended, $(state_of "$dir")"
				fi
			done
			at=$((at + stride))
			turn=$((turn + 1))
		done
	done
	is "$runs ends of a run, each resumed to the same state" 0 "$wrong"
	holds 'there were that many' [ "$runs" -ge 4 ]
	figure R1.files "$wrong" "$runs" 'wrong ends' "$r1"
}

test_kills_rollback() {
	local shell dir=$work/kills points at how wrong=0 runs=0 ended stride=1 turn=0 rolling=yes
	stride=${UPG_TEST_STRIDE:-$(pick 16 1 1)}
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh" hooks
		upgrade "$shell" "$dir" run
		rm -rf "$dir.done"
		cp -a "$dir" "$dir.done"
		points=$(count_points "$shell" "$dir" rollback --accept-loss)
		turn=$(turn_of "$shell")
		at=$((1 + turn * 3 % stride))
		while [ "$at" -le "$points" ]; do
			for how in $(hows_of "$turn"); do
				new_system "$dir"
				cp -a "$dir.done/." "$dir"
				rm -f "$dir/points"
				UPG_KP_AT=$at UPG_KP_HOW=$how upgrade "$shell" "$dir" rollback --accept-loss
				if grep -q 'close rolledback' "$dir"/state/runs/*/journal; then ended=0; else ended=$(go_on "$shell" "$dir" rollback --accept-loss); fi
				runs=$((runs + 1))
				if [ "$ended" != 0 ] || [ "$(state_of "$dir")" != "$original" ]; then
					wrong=$((wrong + 1))
					echo "# $shell, point $at of $points, $how: $ended, $(state_of "$dir")"
				fi
			done
			at=$((at + stride))
			turn=$((turn + 1))
		done
	done
	is "$runs ends of a rollback, each gone on with to the same state" 0 "$wrong"
	holds 'there were that many' [ "$runs" -ge 2 ]
	figure R1.files "$wrong" "$runs" 'wrong ends' "$r1"
}

r5='the journal cut at a byte, or a bit of it flipped, then resumed: the same state, or refused with it untouched; 0 of at least 500'

# One to four ends of the whole tree, or parts of it, one after the other, at random places.
test_crashes() {
	local shell dir=$work/crashes points ends i n wrong=0 runs=0 ended rolling=no sequence command
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh" hooks
		points=$(count_points "$shell" "$dir" run)
		RANDOM=$((1 + $(turn_of "$shell") * 7919))
		for ((i = 0; i < $(pick 4 42 400); i++)); do
			new_system "$dir"
			n=$((RANDOM % 4 + 1)) sequence='' command=run
			for ((ends = 0; ends < n; ends++)); do
				rm -f "$dir/points"
				UPG_KP_AT=$((RANDOM % (points / (ends + 1)) + 1)) UPG_KP_HOW=${hows[RANDOM % 3]}
				sequence="$sequence $UPG_KP_HOW@$UPG_KP_AT"
				UPG_KP_AT=$UPG_KP_AT UPG_KP_HOW=$UPG_KP_HOW upgrade "$shell" "$dir" "$command"
				[ ! -e "$dir/state/current" ] || command=resume
			done
			unset UPG_KP_AT UPG_KP_HOW
			ended=$(go_on "$shell" "$dir" "$command")
			runs=$((runs + 1))
			if [ "$ended" != 0 ] || [ "$(state_of "$dir")" != "$upgraded" ]; then
				wrong=$((wrong + 1))
				echo "# $shell,$sequence: $ended, $(state_of "$dir")"
			fi
		done
	done
	is "$runs sequences of ends, each resumed to the same state" 0 "$wrong"
	figure R2 "$wrong" "$runs" 'wrong ends' 'random sequences of one to four ends, each resumed to the same state; 0 of at least 200'
}

# A run whose steps can all be asked, ended whole, and its journal then cut or damaged.
finished_run() { # DIR
	new_system "$1"
	make_script sample.sh.part "$1/upgrade.sh"
	sed -i "s/'count, once' again=once/'count' again=probe/" "$1/upgrade.sh"
	awk '/^step_upgrade_extra_1/ { print "probe_upgrade_count_1() {\n\tupg_succeeds test -s \"$V_ROOT/count\"\n}\n" } { print }' \
		"$1/upgrade.sh" >"$1/u" && mv "$1/u" "$1/upgrade.sh"
	upgrade dash "$1" run
	rm -rf "$1.done"
	cp -a "$1" "$1.done"
}

test_journal_cut() {
	local dir=$work/cut size at=0 journal runs=0 wrong=0 rc stride=1
	stride=$(pick 61 9 1)
	finished_run "$dir"
	journal=$(echo "$dir"/state/runs/*/journal)
	size=$(wc -c <"$journal")
	while [ "$at" -lt "$size" ]; do
		rm -rf "$dir/root" "$dir/state"
		cp -a "$dir.done/root" "$dir.done/state" "$dir"
		truncate -s "$at" "$journal"
		upgrade dash "$dir" resume
		rc=$?
		runs=$((runs + 1))
		case $rc in
		0 | 2 | 8 | 70) ;;
		*)
			wrong=$((wrong + 1))
			echo "# cut at $at: status $rc"
			;;
		esac
		if [ "$(state_of "$dir")" != "$upgraded" ]; then
			wrong=$((wrong + 1))
			echo "# cut at $at: $(state_of "$dir")"
		fi
		at=$((at + stride))
	done
	is "$runs cuts of the journal" 0 "$wrong"
	figure R5 "$wrong" "$runs" 'wrong ends' "$r5"
}

test_journal_bits() {
	local dir=$work/bits size at=0 journal runs=0 wrong=0 rc stride=1 refused=0
	stride=$(pick 61 9 1)
	finished_run "$dir"
	journal=$(echo "$dir"/state/runs/*/journal)
	# The last record says that the run is complete: without it there is something to go on with.
	sed -i '$d' "$journal"
	cp "$journal" "$dir/journal.whole"
	size=$(wc -c <"$journal")
	while [ "$at" -lt "$size" ]; do
		rm -rf "$dir/root" "$dir/state"
		cp -a "$dir.done/root" "$dir.done/state" "$dir"
		perl -e 'local $/; open F, "<", $ARGV[0]; $_ = <F>; substr($_, $ARGV[1], 1) ^= chr(1 << ($ARGV[1] % 7)); open F, ">", $ARGV[2]; print F' \
			"$dir/journal.whole" "$at" "$journal"
		upgrade dash "$dir" resume
		rc=$?
		runs=$((runs + 1))
		case $rc in
		0 | 2) ;;
		70 | 71) refused=$((refused + 1)) ;;
		*)
			wrong=$((wrong + 1))
			echo "# bit at $at: status $rc"
			;;
		esac
		if [ "$(state_of "$dir")" != "$upgraded" ]; then
			wrong=$((wrong + 1))
			echo "# bit at $at: $(state_of "$dir")"
		fi
		at=$((at + stride))
	done
	is "$runs bits of the journal flipped" 0 "$wrong"
	figure R5 "$wrong" "$runs" 'wrong ends' "$r5"
	holds "most were refused ($refused)" [ $((refused * 2)) -gt "$runs" ]
	rm -rf "$dir/root" "$dir/state"
	cp -a "$dir.done/root" "$dir.done/state" "$dir"
	sed '7d' "$dir/journal.whole" >"$journal"
	upgrade dash "$dir" resume
	is 'a record that is missing' 70 $?
}

test_lost_output() {
	local shell dir=$work/lost
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh"
		# The step is killed behind its effect, before what it printed was stored.
		sed -i 's/; echo DONE"/; [ -e '"${dir//\//\\/}"'\/once ] || { touch '"${dir//\//\\/}"'\/once; kill -9 0; }; echo DONE"/' "$dir/upgrade.sh"
		rm -f "$dir/once"
		upgrade "$shell" "$dir" run
		is "$shell: a step that is killed" 4 $?
		upgrade "$shell" "$dir" resume
		is "$shell: its probe says that it was done" 0 $?
		is "$shell: upgraded, once" "$upgraded" "$(state_of "$dir")"
	done
}

test_doubt() {
	local shell dir=$work/doubt rolling=no
	for shell in "${shells[@]}"; do
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh"
		# The once-only deed is interrupted after its effect.
		sed -i 's/echo x >>\\"\\$1\\"/&; kill -9 $PPID/; s/echo x >>"\$1"/&; kill -9 $PPID; sleep 1/' "$dir/upgrade.sh"
		sed -i 's/sh -c "echo x >>.*" - "\$V_ROOT\/count"/sh -c "echo x >>\\"\\$1\\"; exit 9" - "$V_ROOT\/count"/' "$dir/upgrade.sh"
		upgrade "$shell" "$dir" run
		is "$shell: a failure holds" 4 $?
		upgrade "$shell" "$dir" resume
		is "$shell: a deed that cannot be asked is in doubt" 8 $?
		upgrade "$shell" "$dir" resume
		is "$shell: and stays so" 8 $?
		is "$shell: it was not done again" 'count=x,' "$(state_of "$dir" | grep -o 'count=[x,]*')"
		upgrade "$shell" "$dir" resolve upgrade.count done
		is "$shell: resolved" 0 $?
		upgrade "$shell" "$dir" resume
		is "$shell: goes on" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
	done
}
