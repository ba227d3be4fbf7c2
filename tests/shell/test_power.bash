# Power cuts: a file system on a loop device that stops in the middle, is mounted again, and gone on with. Only root can do it.

test_power_cut() {
	local disk=$work/power cuts control wrong
	mkdir "$disk"
	truncate -s 48M "$work/power.img"
	if [ "$(id -u)" != 0 ] || ! mkfs.ext4 -q "$work/power.img" || ! mount -o loop,commit=1 "$work/power.img" "$disk"; then
		echo "skip power_cut: no loop device can be mounted here"
		return
	fi
	umount "$disk"
	cuts=$(pick 8 40 160)
	power_cuts "$cuts" 0
	is "$cuts power cuts, each gone on with to the same state" 0 "$wrong"
	figure R3 "$wrong" "$cuts" 'wrong ends' 'power cuts on ext4 at records and commands, gone on with: the same state; 0 of at least 40, with only the journal synced some are not'
	[ -z "${MUTATE-}" ] || return 0
	# Every `sync` of a neighbour saves some: one that is lost is enough.
	control=60
	MUTATE='s/^upg_sync_effects\(\) \{$/&\n\treturn 0/' power_cuts "$control" 60
	holds 'when only the journal is synced, some are wrong' [ "$wrong" -gt 0 ]
}

# Sets $wrong. The script's output and the count of points are not on the disk that stops.
power_cuts() { # CUTS FIRST (percent of the run)
	local dir=$disk i at points shell ended rolling=no UPG_OUT=$work/power.out UPG_KP_FOLDER=$work/power.points
	mkdir -p "$UPG_KP_FOLDER"
	export UPG_KP_CUT="$here/cut_power.py $disk"
	wrong=0
	mkfs.ext4 -q -F "$work/power.img"
	power_on
	new_system "$dir"
	make_script sample.sh.part "$dir/upgrade.sh" hooks
	points=$(count_points dash "$dir" run)
	umount "$disk"
	for ((i = 0; i < $1; i++)); do
		shell=${shells[i % ${#shells[@]}]} at=$((1 + points * $2 / 100 + i * points * (100 - $2) / 100 / $1))
		mkfs.ext4 -q -F "$work/power.img"
		power_on
		new_system "$dir"
		make_script sample.sh.part "$dir/upgrade.sh" hooks
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
		[ -z "${MUTATE-}" ] || [ "$wrong" -eq 0 ] || return 0
	done
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
