# A system without the Linux tools that the library would rather have.

# A directory of links to all tools but some.
tools_without() { # DIR TOOL…
	local dir=$1 tool
	shift
	mkdir -p "$dir"
	ln -sf /usr/bin/* /bin/* "$dir" 2>/dev/null
	for tool in "$@"; do rm -f "$dir/$tool"; done
}

test_without_flock() {
	local dir=$work/noflock round i ones shell
	tools_without "$work/noflock.bin" flock
	make_script sample.sh.part "$work/noflock.sh"
	for round in 1 2; do
		new_system "$dir"
		cp "$work/noflock.sh" "$dir/upgrade.sh"
		: >"$dir/ends"
		for i in 1 2 3 4 5 6; do
			(
				PATH=$work/noflock.bin upgrade "${shells[$((i % ${#shells[@]}))]}" "$dir" run
				echo $? >>"$dir/ends"
			) &
		done
		wait
		ones=$(grep -c -e '^0$' -e '^75$' "$dir/ends")
		is "round $round: each of six runs, or is refused" 6 "$ones"
		is "round $round: upgraded once" "$upgraded" "$(state_of "$dir")"
	done
	for shell in "${shells[@]}"; do
		new_system "$dir"
		cp "$work/noflock.sh" "$dir/upgrade.sh"
		gated "$dir" "$dir/upgrade.sh"
		PATH=$work/noflock.bin upgrade "$shell" "$dir" run &
		wait_for [ -e "$dir/working" ]
		kill -s KILL "$(main_of "$dir")"
		wait
		PATH=$work/noflock.bin UPG_ORPHAN_WAIT=0 upgrade "$shell" "$dir" resume
		is "$shell: a step of the killed run is still at work" 76 $?
		# A process that has the number of the worker, and is another.
		rm -rf "$dir/copy"
		mkdir "$dir/copy"
		cp -a "$dir/root" "$dir/state" "$dir/upgrade.sh" "$dir/copy"
		is "$shell: the worker's start is known" 3 "$(wc -w <"$dir/state/worker")"
		sed -i 's/ [0-9]*x$/ 1x/' "$dir/copy/state/worker"
		PATH=$work/noflock.bin UPG_ORPHAN_WAIT=0 upgrade "$shell" "$dir/copy" mark-done upgrade.extra --reason test
		is "$shell: a later process with its number is no worker" 0 $?
		rm "$dir/gate"
		PATH=$work/noflock.bin upgrade "$shell" "$dir" resume
		is "$shell: a dead owner's lock is taken over" 0 $?
		is "$shell: upgraded" "$upgraded" "$(state_of "$dir")"
	done
}

test_without_setsid() {
	local dir=$work/nosetsid
	tools_without "$work/nosetsid.bin" setsid
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh"
	PATH=$work/nosetsid.bin upgrade dash "$dir" run
	is 'a shell that cannot make process groups refuses' 72 $?
	is 'and nothing is done' no "$([ -e "$dir/state/current" ] && echo yes || echo no)"
	if command -v bash >/dev/null; then
		PATH=$work/nosetsid.bin upgrade bash "$dir" run
		is 'one that can goes on' 0 $?
		is 'upgraded' "$upgraded" "$(state_of "$dir")"
	fi
}

test_disk_full() {
	local dir=$work/full at wrong=0 runs=0 size step ended
	step=$(pick 28 6 2)
	if [ "$(id -u)" != 0 ] || ! mkdir "$dir" || ! mount -t tmpfs -o size=400k tmpfs "$dir" 2>/dev/null; then
		echo "skip disk_full: no tmpfs can be mounted here"
		return
	fi
	umount "$dir"
	for ((size = 120; size <= 420; size += step)); do
		mount -t tmpfs -o "size=${size}k" tmpfs "$dir"
		new_system "$work/full.root"
		rm -f "$work/full.root/out"
		make_full "$dir"
		runs=$((runs + 1))
		full_upgrade run
		mount -o remount,size=8m tmpfs "$dir"
		for at in 1 2 3 4; do
			if [ -e "$dir/state/current" ]; then full_upgrade resume; else full_upgrade run; fi
			ended=$?
			[ "$ended" -ne 0 ] || break
			[ "$ended" -ne 8 ] || full_resolve
		done
		if [ "$ended" -ne 0 ] || [ "$(state_of "$work/full.root")" != "$upgraded" ]; then
			wrong=$((wrong + 1))
			echo "# $size KiB: $ended, $(state_of "$work/full.root"), $(tail -n 2 "$work/full.root/out")"
		fi
		umount "$dir"
	done
	is "$runs sizes of a full disk, then space" 0 "$wrong"
	figure R4 "$wrong" "$runs" 'wrong ends' 'sizes of a disk that is full, then is not; 0 of at least 50'
}

make_full() { make_script sample.sh.part "$work/full.root/upgrade.sh"; }

full_upgrade() { # COMMAND…
	env UPG_ANSWER_root="$work/full.root/root" SAMPLE_TOKEN="$canary" UPG_LOCK_DIR="$work/locks" \
		dash "$work/full.root/upgrade.sh" "$@" --state "$work/full/state" >>"$work/full.root/out" 2>&1 </dev/null
}

full_resolve() {
	local step answer=redo
	step=$(sed -n 's/.*say `resolve \([^ ]*\) done`.*/\1/p' "$work/full.root/out" | tail -n 1)
	case $step/$(state_of "$work/full.root") in
	upgrade.count/*count=x,\ *) answer='done' ;;
	esac
	full_upgrade resolve "$step" "$answer"
}
