# What a deed may do, and what is done about it.

failing_plan() { # DIR [SED]
	new_programs "$1"
	make_script failing.sh.part "$1/upgrade.sh"
	[ -z "${2-}" ] || sed -i -E "$2" "$1/upgrade.sh"
}

test_policies() {
	local dir=$work/policies
	failing_plan "$dir"
	upgrade dash "$dir" run
	is 'all goes well' 0 $?
	is 'each in its turn' 'one two first second middle daemon last ' "$(calls "$dir")"
	failing_plan "$dir"
	program "$dir" one 'exit 1'
	upgrade dash "$dir" run
	is 'a failing check' 7 $?
	is 'the other checks are made too' 'one two ' "$(calls "$dir")"
	program "$dir" one ':'
	upgrade dash "$dir" run
	is 'and a run may begin again' 0 $?
	failing_plan "$dir"
	program "$dir" middle 'exit 3'
	upgrade dash "$dir" run
	is 'hold' 4 $?
	is 'what is done after a failure' 'one two first second middle failed ' "$(calls "$dir")"
	program "$dir" middle ':'
	upgrade dash "$dir" resume
	is 'resume after it was mended' 0 $?
	failing_plan "$dir" 's/fail=hold failure=1/fail=rollback/'
	program "$dir" middle 'exit 3'
	upgrade dash "$dir" run
	is 'roll back' 3 $?
	is 'in reverse' 'one two first second middle unmiddle unsecond unfirst ' "$(calls "$dir")"
	failing_plan "$dir" 's/fail=hold failure=1/fail=rollback/'
	program "$dir" middle 'exit 3'
	program "$dir" unfirst 'exit 1'
	upgrade dash "$dir" run
	is 'a rollback that fails half-way' 5 $?
	program "$dir" unfirst ':'
	upgrade dash "$dir" rollback
	is 'goes on' 0 $?
	is 'where it was' 'one two first second middle unmiddle unsecond unfirst unfirst ' "$(calls "$dir")"
	failing_plan "$dir"
	program "$dir" second 'exit 1'
	upgrade dash "$dir" run
	is 'the second deed of a step fails' 4 $?
	program "$dir" second ':'
	upgrade dash "$dir" resume
	is 'resume' 0 $?
	is 'goes on at that deed' 'one two first second second middle daemon last ' "$(calls "$dir")"
	failing_plan "$dir" 's/fail=hold failure=1/fail=continue/'
	program "$dir" middle 'exit 3'
	upgrade dash "$dir" run
	is 'continue' 0 $?
	is 'goes on behind the failure' 'one two first second middle daemon last ' "$(calls "$dir")"
	failing_plan "$dir" 's/fail=hold failure=1/retry=1/'
	program "$dir" middle "[ -e $dir/tried ] || { touch $dir/tried; exit 1; }"
	rm -f "$dir/tried"
	upgrade dash "$dir" run
	is 'retry once' 0 $?
	is 'tried again' 'one two first second middle middle daemon last ' "$(calls "$dir")"
	failing_plan "$dir" "s/'Daemon' phase=upgrade undo=nothing/'Daemon' phase=upgrade undo=irreversible/"
	upgrade dash "$dir" run
	upgrade dash "$dir" rollback
	is 'a point of no return stops a rollback' 4 $?
	is 'behind it' 'one two first second middle daemon last unlast ' "$(calls "$dir")"
	failing_plan "$dir"
	program "$dir" last "kill -9 \$PPID; sleep 1"
	upgrade dash "$dir" run
	program "$dir" last ':'
	upgrade dash "$dir" rollback
	is 'what is in doubt is undone too' 'one two first second middle daemon last unlast unmiddle unsecond unfirst ' "$(calls "$dir")"
}

test_timeouts() {
	local shell dir=$work/timeouts before left
	for shell in "${shells[@]}"; do
		failing_plan "$dir"
		rm -f "$dir"/pid.*
		program "$dir" middle "
sh -c 'echo \$\$ >$dir/pid.plain; exec sleep 300' &
sh -c 'trap \"\" TERM; echo \$\$ >$dir/pid.deaf; while :; do sleep 300; done' &
setsid sh -c 'echo \$\$ >$dir/pid.session; exec sleep 300' &
setsid sh -c 'trap \"\" TERM; echo \$\$ >$dir/pid.deafsession; while :; do sleep 300; done' &
(setsid sh -c 'echo \$\$ >$dir/pid.orphan; exec sleep 300' &)
wait"
		before=$SECONDS
		UPG_GRACE=1 upgrade "$shell" "$dir" run
		is "$shell: a step that takes too long" 4 $?
		holds "$shell: ended in time" [ $((SECONDS - before)) -le 60 ]
		is "$shell: five processes had been started" 5 "$(ls "$dir"/pid.* | wc -l)"
		left=$(cat "$dir"/pid.* | while read -r pid; do [ -d "/proc/$pid" ] && grep -q sleep "/proc/$pid/cmdline" && echo "$pid"; done)
		is "$shell: none is left" '' "$left"
		figure R9 "$(wc -w <<<"$left")" 5 'processes left' 'of five kinds (child, deaf to TERM, own session, both, orphan) behind a time-out; 0 on each shell'
		is "$shell: the journal says so" timeout "$(awk '$5 == "upgrade.middle" && $6 == 1 { e = $4 } END { print e }' "$dir"/state/runs/*/journal)"
	done
}

test_daemon() {
	local shell dir=$work/daemon pid
	for shell in "${shells[@]}"; do
		failing_plan "$dir"
		program "$dir" daemon "sh -c 'echo \$\$ >$dir/daemon.pid; exec sleep 300' >/dev/null 2>&1 &"
		upgrade "$shell" "$dir" run
		is "$shell: a step that starts a daemon" 0 $?
		pid=$(cat "$dir/daemon.pid")
		holds "$shell: the daemon lives" kill -0 "$pid"
		is "$shell: it has no lock" '' "$(readlink /proc/"$pid"/fd/* | grep "$work/locks")"
		holds "$shell: it has no token" bash -c "! grep -q UPG_STEP_TOKEN /proc/$pid/environ"
		UPG_ORPHAN_WAIT=0 upgrade "$shell" "$dir" rollback
		is "$shell: and hinders nothing" 0 $?
		kill "$pid"
		failing_plan "$dir"
		program "$dir" first "sh -c 'echo \$\$ >$dir/left.pid; exec sleep 300' >/dev/null 2>&1 &"
		upgrade "$shell" "$dir" run
		is "$shell: what was left without saying so" 0 $?
		holds "$shell: was ended" bash -c "! kill -0 $(cat "$dir/left.pid") 2>/dev/null"
	done
}

test_surroundings() {
	local shell dir=$work/surroundings
	for shell in "${shells[@]}"; do
		failing_plan "$dir"
		program "$dir" first "{ umask; echo \"\${LC_ALL-unset}\"; set -o | grep -c 'noglob *on'; cat; tty; ls -l /proc/self/fd | grep -c /locks/; } >$dir/found 2>&1; echo x >/dev/tty || echo 'no tty' >>$dir/found"
		program "$dir" daemon "for s in HUP INT QUIT; do sh -c 'kill -s '\$s' \$\$; echo is ignored' >>$dir/found 2>/dev/null; done"
		(
			umask 027
			unset LC_ALL
			upgrade "$shell" "$dir" run
		)
		is "$shell: umask, locale, globs, standard input, terminal" '0027,unset,0,not a tty,1,no tty,' "$(grep -v 'first:' "$dir/found" | tr '\n' ',')"
	done
}

test_words() {
	local shell dir=$work/words word n=0 bad=0
	dir=$work/words
	mkdir -p "$dir"
	make_script words.sh.part "$dir/words.sh"
	for shell in "${shells[@]}"; do
		is "$shell: conditions, versions, patterns, quoting" 'all right' "$($(words_of "$shell") "$dir/words.sh" 2>/dev/null </dev/null | tail -n 3)"
	done
}
