# What the script refuses before anything is touched, and what it tells.

# Wants STATUS, a text in the output, and that no run was opened.
refused() { # NAME STATUS TEXT COMMAND…
	local name=$1 status=$2 text=$3 rc
	shift 3
	: >"$dir/out"
	"$@"
	rc=$?
	is "$name" "$status" "$rc"
	holds "$name: it says so" grep -q -e "$text" "$dir/out"
	is "$name: nothing was touched" "${original/backups=1/backups=0}" "$(state_of "$dir")"
}

test_needs() {
	local dir=$work/needs
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	mkdir "$dir/bin"
	sed -i 's/^\tupg_need grep$/\tupg_need no-such-tool/' "$dir/upgrade.sh"
	refused 'a tool is missing' 72 'needed, and missing or too old: no-such-tool' upgrade dash "$dir" run
	printf '#!/bin/sh\necho "shop, version 2.9.1 (of old)"\n' >"$dir/bin/shop"
	chmod +x "$dir/bin/shop"
	sed -i 's/^\tupg_need no-such-tool$/\tupg_need shop 2.10/' "$dir/upgrade.sh"
	PATH=$dir/bin:$PATH refused 'a tool is too old' 72 'shop (2.9.1, not 2.10)' upgrade dash "$dir" run
	sed -i 's/^\tupg_need shop 2.10$/\tupg_need shop 2.9/' "$dir/upgrade.sh"
	PATH=$dir/bin:$PATH upgrade dash "$dir" run
	is 'a tool that will do' 0 $?
}

test_files_beside() {
	local dir=$work/beside sum
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	echo 'a: 1' >"$dir/values it's.yaml"
	sum=$(sha256sum <"$dir/values it's.yaml")
	awk -v sum="${sum%% *}" '/^plan_files/ { print; getline; print "\tupg_file " sum " '"'values it'\\\\''s.yaml'"'"; next } { print }' "$dir/upgrade.sh" >"$dir/u"
	mv "$dir/u" "$dir/upgrade.sh"
	echo 'a: 2' >"$dir/values it's.yaml"
	refused 'a file beside the script was changed' 71 'is not the one' upgrade dash "$dir" run
	rm "$dir/values it's.yaml"
	refused 'a file beside the script is missing' 71 'is missing' upgrade dash "$dir" run
	echo 'a: 1' >"$dir/values it's.yaml"
	upgrade dash "$dir" run --last upgrade.backup
	is 'the file that it was made with' 0 $?
	echo 'a: 3' >"$dir/values it's.yaml"
	upgrade dash "$dir" resume
	is 'changed under a running upgrade' 71 $?
	echo 'a: 1' >"$dir/values it's.yaml"
	upgrade dash "$dir" resume
	is 'and as it was' 0 $?
}

test_state_directory() {
	local dir=$work/state odd shell
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	: >"$dir/state"
	refused 'a file where the state directory should be' 73 'cannot be made' upgrade dash "$dir" run
	rm "$dir/state"
	mkdir "$dir/elsewhere"
	ln -s "$dir/elsewhere" "$dir/state"
	refused 'a link where the state directory should be' 73 'symbolic link' upgrade dash "$dir" run
	rm "$dir/state"
	if [ "$(id -u)" = 0 ]; then
		mkdir "$dir/state"
		chown 1 "$dir/state"
		refused "another user's state directory" 73 'another user' upgrade dash "$dir" run
		rm -rf "$dir/state"
	fi
	# Places with all that may stand in a path; what is wrong with the lock is found as well.
	odd=$'a b\'c"d$(touch evil)`touch evil`\\\n*?[x]é'
	for shell in "${shells[@]}"; do
		new_system "$dir"
		mkdir -p "$dir/$odd"
		make_script sample.sh.part "$dir/$odd/upgrade.sh"
		(cd "$dir/$odd" && UPG_ANSWER_root=$dir/root SAMPLE_TOKEN=$canary UPG_LOCK_DIR=$work/locks $(words_of "$shell") ./upgrade.sh run --state "$dir/$odd/state" >>"$dir/out" 2>&1 </dev/null)
		is "$shell: a path with everything in it" 0 $?
		(cd "$dir/$odd" && UPG_ANSWER_root=$dir/root SAMPLE_TOKEN=$canary UPG_LOCK_DIR=$work/locks $(words_of "$shell") ./upgrade.sh rollback --accept-loss --state state >>"$dir/out" 2>&1 </dev/null)
		is "$shell: and back, by a path from here" 0 $?
		is "$shell: as it was" "$original" "$(state_of "$dir")"
		is "$shell: nothing of the path was carried out" '' "$(find "$dir" -name evil)"
		rm -rf "${dir:?}/$odd"
	done
}

test_no_file() {
	local dir=$work/pipe
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	# shellcheck disable=SC2094
	refused 'a script that is read from a pipe' 2 'has to be a file' \
		bash -c 'UPG_ANSWER_root=$1/root SAMPLE_TOKEN=x UPG_LOCK_DIR=$2 dash -s run --state "$1/state" <"$1/upgrade.sh" >>"$1/out" 2>&1' - "$dir" "$work/locks"
}

test_telling() {
	local dir=$work/telling
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	sed -i "s/'Count' phase=upgrade undo=deeds/'Count' phase=upgrade fail=continue why='nobody counts' undo=deeds/; s/sh -c \"echo x >>.*count\"/false/" "$dir/upgrade.sh"
	upgrade dash "$dir" run --last upgrade.count
	is 'a run with a failure that is passed over' 0 $?
	upgrade dash "$dir" resume
	is 'gone on with' 0 $?
	holds 'step n of m, title, estimate' grep -qx '\[3/10\] Back up the data (takes 1s to 1m)' "$dir/out"
	holds 'an estimate without an end' grep -qx '\[5/10\] Change the schema (takes 1s or more)' "$dir/out"
	holds 'how long it took' grep -qx '  done in [0-9]*s' "$dir/out"
	holds 'where the log is' grep -q '  log: .*/logs/6-upgrade.count.log' "$dir/out"
	holds 'the summary' grep -q 'Complete: Upgrade the sample, now at 2.0. It took [0-9]*s' "$dir/out"
	holds 'the downtime, and the window' grep -q 'Downtime, .*: [0-9]*s (window: 1h)' "$dir/out"
	holds 'what failed' grep -q 'passed over as the plan says: upgrade.count' "$dir/out"
	holds 'what is left' grep -q '`finish` removes it' "$dir/out"
	upgrade dash "$dir" status
	holds 'what status says of it' grep -q '6  passed *Count' "$dir/out"
	upgrade dash "$dir" log upgrade.schema >/dev/null
	holds 'the log of a step' grep -q '^DONE$' "$dir/out"
}
