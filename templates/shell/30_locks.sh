# ==== for the main process alone; the copy for workers leaves it out

# ---- locks ------------------------------------------------------------------------------------------------------------
# Two kernel locks a run, keyed by its state directory: `run` is held by the main process alone, `steps` also by everything
# that a step started. A key file for each identity that the plan changes names the run that holds it; it counts only while
# one of that run's locks is held. Nothing is ever broken by age, and no lock file is ever removed.
# Without flock(1): directories with an owner, who is dead only if his process is gone or the machine was started since.

UPG_WHOLE=1
UPG_LOCKS=
UPG_LOCK_BASE=
UPG_BOOT=

upg_lock_place() {
	for place_dir in "${UPG_LOCK_DIR-}" /run/lock /var/lock /tmp; do
		if [ -n "$place_dir" ] && [ -d "$place_dir" ] && [ -w "$place_dir" ]; then
			UPG_LOCKS=$place_dir
			break
		fi
	done
	if [ -z "$UPG_LOCKS" ]; then
		upg_error "no directory for locks: /run/lock is not writable"
		return 73
	fi
	place_key=$(printf '%s' "$UPG_HOME" | upg_sha256) || {
		upg_error "sha256sum is missing"
		return 72
	}
	UPG_LOCK_BASE="$UPG_LOCKS/upg-$place_key"
	read -r UPG_BOOT 2>/dev/null </proc/sys/kernel/random/boot_id || UPG_BOOT=unknown
}

# A lock file is readable by all: who may read it can lock it.
upg_lock_file() { # FILE
	if [ -h "$1" ]; then
		upg_error "a lock is a symbolic link: $1"
		return 77
	fi
	[ -f "$1" ] || (umask 022 && : >>"$1") 2>/dev/null
	if [ ! -r "$1" ]; then
		upg_error "the lock cannot be opened: $1"
		return 73
	fi
}

# Takes both locks of this run: 75 when it runs elsewhere, 76 when a step of a killed run is still at work.
upg_lock() {
	upg_lock_place || return $?
	if ! upg_have flock; then
		upg_lock_without_flock
		return $?
	fi
	upg_lock_file "$UPG_LOCK_BASE.run" || return $?
	upg_lock_file "$UPG_LOCK_BASE.steps" || return $?
	exec 9<"$UPG_LOCK_BASE.run"
	if ! flock -n 9 9<&9; then
		upg_error "this upgrade is running already$(upg_owner)"
		return 75
	fi
	exec 8<"$UPG_LOCK_BASE.steps"
	lock_waits=${UPG_ORPHAN_WAIT:-60}
	while ! flock -n 8 8<&8; do
		if [ "$lock_waits" = "${UPG_ORPHAN_WAIT:-60}" ]; then
			upg_tell "A step of an interrupted run is still at work. Waiting for it to end (at most $lock_waits s)."
		fi
		if [ "$lock_waits" -le 0 ]; then
			upg_error "a step of an interrupted run is still at work$(upg_holders)"
			return 76
		fi
		sleep 1
		lock_waits=$((lock_waits - 1))
	done
}

upg_owner() {
	if [ -r "$UPG_HOME/owner" ] && read -r owner_text <"$UPG_HOME/owner"; then printf ' (%s)' "$owner_text"; fi
}

upg_own() {
	printf 'process %s, since %s\n' "$$" "$(date '+%Y-%m-%d %H:%M:%S')" 2>/dev/null >"$UPG_HOME/owner" || :
}

# The processes that hold the lock of steps, as far as can be seen.
upg_holders() {
	holders_text=
	set +f
	for holders_fd in /proc/[0-9]*/fd/8; do
		if [ "$(readlink "$holders_fd" 2>/dev/null)" = "$UPG_LOCK_BASE.steps" ]; then
			holders_pid=${holders_fd#/proc/}
			holders_pid=${holders_pid%%/*}
			[ "$holders_pid" = "$$" ] || holders_text="$holders_text $holders_pid"
		fi
	done
	set -f
	[ -z "$holders_text" ] || printf ' (processes%s)' "$holders_text"
}

# Takes a key for each identity: 75 when another run that is alive has one of them.
upg_lock_identities() {
	identities=$(plan_identities)
	while [ -n "$identities" ]; do
		identity=${identities%%"$UPG_LF"*}
		case $identities in
		*"$UPG_LF"*) identities=${identities#*"$UPG_LF"} ;;
		*) identities= ;;
		esac
		[ -n "$identity" ] || continue
		identity_key=$(printf '%s' "$identity" | upg_sha256) || return 72
		upg_lock_identity "$UPG_LOCKS/upg-key-$identity_key" || return $?
	done
}

upg_lock_identity() { # FILE
	if [ -h "$1" ]; then
		upg_error "a lock is a symbolic link: $1"
		return 77
	fi
	if ! upg_guarded "$1.d" upg_claim "$1"; then
		upg_error "another upgrade holds $identity ($UPG_CLAIMED)"
		return 75
	fi
}

# Under the guard of FILE: is its owner alive? If not, it is ours.
upg_claim() { # FILE
	UPG_CLAIMED=
	if [ -f "$1" ]; then read -r UPG_CLAIMED <"$1" || :; fi
	if [ -n "$UPG_CLAIMED" ] && [ "$UPG_CLAIMED" != "$UPG_LOCK_BASE" ] && upg_alive "$UPG_CLAIMED"; then return 1; fi
	if ! printf '%s\n' "$UPG_LOCK_BASE" 2>/dev/null >"$1"; then
		UPG_CLAIMED="its lock $1 cannot be written"
		return 1
	fi
	chmod 644 "$1" 2>/dev/null || :
}

upg_alive() { # LOCK BASE
	if upg_have flock; then
		for alive_file in "$1.run" "$1.steps"; do
			if [ -r "$alive_file" ] && ! (exec 7<"$alive_file" && flock -n 7 7<&7) 2>/dev/null; then return 0; fi
		done
		return 1
	fi
	upg_directory_alive "$1.run.d"
}

# Calls COMMAND… while nobody else is in it for DIRECTORY.
upg_guarded() { # DIRECTORY COMMAND…
	guarded_dir=$1
	shift
	if upg_have flock; then
		guarded_file=${guarded_dir%.d}.guard
		upg_lock_file "$guarded_file" || return $?
		exec 7<"$guarded_file"
		flock 7 7<&7
		"$@"
		guarded_rc=$?
		exec 7<&-
		return "$guarded_rc"
	fi
	guarded_tries=0
	while ! mkdir "$guarded_dir" 2>/dev/null; do
		guarded_tries=$((guarded_tries + 1))
		[ "$guarded_tries" -le 10 ] || return 75
		sleep 1
	done
	"$@"
	guarded_rc=$?
	rmdir "$guarded_dir"
	return "$guarded_rc"
}

# ---- without flock(1) -------------------------------------------------------------------------------------------------

upg_lock_without_flock() {
	if ! upg_directory_lock "$UPG_LOCK_BASE.run.d"; then
		upg_error "this upgrade is running already$(upg_owner)"
		return 75
	fi
	without_waits=${UPG_ORPHAN_WAIT:-60}
	without_pid=
	if [ -f "$UPG_HOME/worker" ]; then read -r without_pid without_boot without_start <"$UPG_HOME/worker" || :; fi
	while [ -n "$without_pid" ] && [ "${without_boot-}" = "$UPG_BOOT" ] && upg_group_alive "$without_pid" "${without_start-}"; do
		if [ "$without_waits" -le 0 ]; then
			upg_error "a step of an interrupted run is still at work (process group $without_pid)"
			return 76
		fi
		sleep 1
		without_waits=$((without_waits - 1))
	done
}

# Does a process group live whose first process started then? That process may have ended; another with its number is no worker.
upg_group_alive() { # PID STARTED
	upg_tree_alive "$1" || return 1
	group_start=$(upg_started "$1")x
	[ "$group_start" = x ] || [ "$group_start" = "$2" ]
}

# The time at which process PID started, in clock ticks: it tells a process from a later one with its number.
upg_started() { # PID
	started_line=
	if read -r started_line 2>/dev/null <"/proc/$1/stat"; then
		started_line=${started_line##*) }
		set -f
		# shell words: the 20th behind the name
		upg_word 20 "$started_line"
		printf '%s\n' "$UPG_WORD"
	fi
}

upg_word() { # N TEXT
	word_n=$1
	word_rest=$2
	while [ "$word_n" -gt 1 ]; do
		word_rest=${word_rest#* }
		word_n=$((word_n - 1))
	done
	UPG_WORD=${word_rest%% *}
}

upg_directory_alive() { # DIRECTORY
	if [ ! -d "$1" ]; then return 1; fi
	alive_pid=
	if ! read -r alive_boot alive_pid alive_start 2>/dev/null <"$1/owner"; then return 0; fi
	[ "$alive_boot" = "$UPG_BOOT" ] && kill -s 0 "$alive_pid" 2>/dev/null && [ "$alive_start" = "$(upg_started "$alive_pid")x" ]
}

upg_directory_lock() { # DIRECTORY
	if ! mkdir "$1" 2>/dev/null; then
		if upg_directory_alive "$1"; then return 1; fi
		# Breaking a dead owner's lock is itself guarded, and looks again.
		mkdir "$1.break" 2>/dev/null || return 1
		if upg_directory_alive "$1"; then
			rmdir "$1.break"
			return 1
		fi
		printf '%s %s %sx\n' "$UPG_BOOT" "$$" "$(upg_started "$$")" >"$1/owner"
		rmdir "$1.break"
		return 0
	fi
	printf '%s %s %sx\n' "$UPG_BOOT" "$$" "$(upg_started "$$")" >"$1/owner"
}

# ==== for all processes
