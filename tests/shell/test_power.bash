# Power cuts: a file system on a loop device that stops in the middle, is mounted again, and gone on with. Only root can do it.

test_power_cut() {
	local disk=$work/power cuts wrong tries
	mkdir "$disk"
	truncate -s 48M "$work/power.img"
	# What can be installed has to be there when CI asks; that a kernel has no loop devices is nobody's to mend.
	if ! command -v mkfs.ext4 >/dev/null; then
		if [ "${CI-}" = true ]; then not_ok 'mkfs.ext4 is missing'; else echo 'skip power_cut: mkfs.ext4 is missing'; fi
		return
	fi
	if [ "$(id -u)" != 0 ] || ! mkfs.ext4 -q "$work/power.img" || ! mount -o loop,commit=1 "$work/power.img" "$disk"; then
		echo 'skip power_cut: no loop device can be mounted here'
		return
	fi
	umount "$disk"
	cuts=$(pick 8 40 160)
	power_cuts "$cuts"
	is "$cuts power cuts, each gone on with to the same state" 0 "$wrong"
	figure R3 "$wrong" "$cuts" 'wrong ends' 'power cuts on ext4 at records and commands, gone on with: the same state; 0 of at least 40, with only the journal synced some are not'
	[ -z "${MUTATE-}" ] || return 0
	# The control cuts where it must hurt: the record that the data was changed is on the disk, the data is not. A neighbour's
	# `sync` within these milliseconds would save it, so it may be tried again.
	for ((tries = 1; tries <= 20; tries++)); do
		MUTATE='s/^upg_sync_effects\(\) \{$/&\n\treturn 0/' power_cuts 1 'done:upgrade.schema:2'
		[ "$wrong" -eq 0 ] || break
	done
	holds "when only the journal is synced, the data is lost (try $tries)" [ "$wrong" -gt 0 ]
	power_cuts 1 'done:upgrade.schema:2'
	is 'and with all of it synced, a cut at the same place loses nothing' 0 "$wrong"
}

# Sets $wrong. The script's output and the count of points are not on the disk that stops.
power_cuts() { # CUTS [POINT]
	local dir=$disk i at points=0 shell ended rolling=no UPG_OUT=$work/power.out UPG_KP_FOLDER=$work/power.points
	mkdir -p "$UPG_KP_FOLDER"
	export UPG_KP_CUT="$here/cut_power.py $disk"
	wrong=0
	if [ -z "${2-}" ]; then
		power_new
		points=$(count_points dash "$dir" run)
		umount "$disk"
	fi
	for ((i = 0; i < $1; i++)); do
		shell=${shells[i % ${#shells[@]}]} at=${2:-$((1 + i * points / $1))}
		power_new
		sync -f "$dir"
		rm -f "$UPG_KP_FOLDER"/*
		: >"$UPG_OUT"
		UPG_KP_AT=$at UPG_KP_HOW=cut upgrade "$shell" "$dir" run
		power_off
		power_on
		ended=$(go_on "$shell" "$dir" resume)
		if [ "$ended" != 0 ] || [ "$(state_of "$dir")" != "$upgraded" ]; then
			wrong=$((wrong + 1))
			[ -n "${MUTATE-}" ] || echo "# $shell, point $at of $points: $ended, $(state_of "$dir")"
		fi
		power_off
	done
}

power_new() {
	mkfs.ext4 -q -F "$work/power.img"
	power_on
	new_system "$disk"
	make_script sample.sh.part "$disk/upgrade.sh" hooks
}

power_on() { mount -o loop,commit=1 "$work/power.img" "$disk"; }

# What had files open is still ending.
power_off() {
	local tries=50
	while ! umount "$disk" 2>/dev/null; do
		tries=$((tries - 1))
		if [ "$tries" -eq 0 ]; then
			umount -l "$disk"
			return
		fi
		sleep 0.1
	done
}
