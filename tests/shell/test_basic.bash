# The whole way, on each shell.

test_lint() {
	make_script sample.sh.part "$work/lint.sh"
	is 'shellcheck finds nothing' '' "$(shellcheck -s sh "$work/lint.sh")"
	is 'shfmt changes nothing' '' "$(shfmt -ln posix -d "$work/lint.sh")"
	make_script failing.sh.part "$work/lint.sh"
	is 'shellcheck finds nothing in the failing plan' '' "$(shellcheck -s sh "$work/lint.sh")"
	local shell
	for shell in "${shells[@]}"; do
		is "$shell reads it" '' "$($(words_of "$shell") -n "$work/lint.sh" 2>&1)"
	done
	is 'no file is longer than 400 lines' '' "$(wc -l "$here"/../../templates/shell/*.sh | awk '$1 > 400 && $2 != "total"')"
}

test_run() {
	local shell dir events first=''
	for shell in "${shells[@]}"; do
		dir=$work/run-$shell
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh"
		upgrade "$shell" "$dir"
		is "$shell: plan says that changes are pending" 10 $?
		is "$shell: plan changes nothing" no "$([ -e "$dir/state" ] && echo yes || echo no)"
		upgrade "$shell" "$dir" check
		is "$shell: check" 0 $?
		upgrade "$shell" "$dir" run
		is "$shell: run" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
		is "$shell: the state directory is private" drwx------ "$(ls -ld "$dir/state" | cut -c1-10)"
		upgrade "$shell" "$dir" run
		is "$shell: a second run does nothing" 0 $?
		is "$shell: still upgraded" "$upgraded" "$(state_of "$dir")"
		events=$(awk '$1 == "U1" { print $4, $5, $6, $8 }' "$dir"/state/runs/*/journal)
		[ -n "$first" ] || first=$events
		is "$shell: the same records as the first shell" "$first" "$events"
		upgrade "$shell" "$dir" rollback
		is "$shell: rollback that loses data is refused" 6 $?
		is "$shell: and changes nothing" "$upgraded" "$(state_of "$dir")"
		upgrade "$shell" "$dir" rollback --yes
		is "$shell: --yes does not accept loss" 6 $?
		upgrade "$shell" "$dir" rollback --accept-loss
		is "$shell: rollback" 0 $?
		is "$shell: as it was" "$original" "$(state_of "$dir")"
		upgrade "$shell" "$dir" status --json
		is "$shell: status" rolledback "$(tail -n 1 "$dir/out" | jq -r .state)"
		upgrade "$shell" "$dir" run
		is "$shell: run again after a rollback" 0 $?
		upgrade "$shell" "$dir" finish
		is "$shell: finish" 0 $?
		upgrade "$shell" "$dir" rollback --accept-loss
		is "$shell: no rollback after finish" 4 $?
	done
}

test_steps() {
	local dir=$work/steps
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	upgrade dash "$dir" run --last upgrade.backup
	is 'stops behind --last' 0 $?
	is 'as far as that' 'data=data, list= count= up=no extra=no backups=1' "$(state_of "$dir")"
	upgrade dash "$dir" run
	is 'an unfinished run is refused' 4 $?
	upgrade dash "$dir" resume --first upgrade.schema
	is 'a later start' 0 $?
	is 'what was passed over was not done' 'data=data,migrated, list= count=x, up=yes extra=no backups=1' "$(state_of "$dir")"
	new_system "$dir"
	upgrade dash "$dir" run --first upgrade.count
	is 'what is needed later is not passed over' 2 $?
	is 'and nothing was done' 'data=data, list= count= up=yes extra=no backups=0' "$(state_of "$dir")"
	upgrade dash "$dir" run --last upgrade.early
	upgrade dash "$dir" mark-done upgrade.schema --reason 'by hand'
	is 'a needed step whose probe says no is not marked' 2 $?
	echo migrated >>"$dir/root/data"
	upgrade dash "$dir" mark-done upgrade.count --reason 'by hand'
	is 'mark-done' 0 $?
	upgrade dash "$dir" resume
	is 'goes on behind it' 0 $?
	is 'without it' 'data=data,migrated, list=early, count= up=yes extra=no backups=1' "$(state_of "$dir")"
	new_system "$dir"
	upgrade dash "$dir" run
	upgrade dash "$dir" rollback --accept-loss --to upgrade.early
	is 'rollback to a step' 0 $?
	is 'as far as that' 'data=data, list=early, count= up=no extra=no backups=1' "$(state_of "$dir")"
	upgrade dash "$dir" resume
	is 'and forward again' 0 $?
	is 'whole' "$upgraded" "$(state_of "$dir")"
	new_system "$dir"
	printf '# answers\nstep extra = yes\nname = "a = b"\n' >"$dir/answers"
	upgrade dash "$dir" run --answers "$dir/answers"
	is 'an optional step that was answered yes' yes "$([ -e "$dir/root/extra" ] && echo yes)"
	new_system "$dir"
	upgrade dash "$dir" run --yes
	is 'is left out under --yes' no "$([ -e "$dir/root/extra" ] && echo yes || echo no)"
	new_system "$dir"
	echo 'version 2.0-x' >"$dir/root/version"
	upgrade dash "$dir" run
	is 'at the goal already: verifies' 0 $?
	is 'and opens no run' no "$([ -e "$dir/state/current" ] && echo yes || echo no)"
	echo 'version 0.9-x' >"$dir/root/version"
	upgrade dash "$dir" run
	is 'out of range' 7 $?
	echo 'nothing' >"$dir/root/version"
	upgrade dash "$dir" run
	is 'undetected' 6 $?
	is 'nothing was done' no "$([ -e "$dir/state/current" ] && echo yes || echo no)"
}

test_adopt() {
	local dir=$work/adopt
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	upgrade dash "$dir" run --last upgrade.backup
	sed -i "s/^UPG_DIGEST='6/UPG_DIGEST='7/" "$dir/upgrade.sh"
	upgrade dash "$dir" resume
	is 'a journal of another plan is refused' 71 $?
	upgrade dash "$dir" resume --adopt --last upgrade.early
	is 'resume --adopt, what was done is the same' 0 $?
	sed -i "s/^UPG_DIGEST='7/UPG_DIGEST='8/; s/digest=d03/digest=e03/" "$dir/upgrade.sh"
	upgrade dash "$dir" resume --adopt
	is 'a step that was done is another' 71 $?
	sed -i "s/digest=e03/digest=d03/; s/digest=d06/digest=e06/" "$dir/upgrade.sh"
	upgrade dash "$dir" resume --adopt
	is 'a step that is still to come may be' 0 $?
	is 'upgraded' "$upgraded" "$(state_of "$dir")"
}
