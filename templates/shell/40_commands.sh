# ---- commands of the plan ---------------------------------------------------------------------------------------------
# Modifiers hold for the next command. A command runs in a subshell that has the caller's umask and locale, an empty standard
# input unless it was given one, and none of the library's file descriptors but the lock of steps.

UPG_M_ENV=0
UPG_M_FILES=
UPG_M_IN=
UPG_M_TEXT=
UPG_M_DIR=
UPG_M_USER=
UPG_M_DAEMON=
UPG_M_SECRET=
UPG_DEED_SECRET=
UPG_PRIVATE=
UPG_PRIVATE_MADE=

upg_env() { # NAME VALUE
	UPG_M_ENV=$((UPG_M_ENV + 1))
	eval "M_${UPG_M_ENV}_name=\$1 M_${UPG_M_ENV}_value=\$2"
}

upg_env_file() { # NAME TEXT
	env_file="$UPG_PRIVATE/$UPG_M_ENV.$1"
	if ! upg_private || ! upg_print "$2" 2>/dev/null >"$env_file"; then
		printf '%s\n' "no private file can be written in $UPG_PRIVATE" >&2
		env_file=/dev/null
	fi
	UPG_M_FILES=1
	upg_env "$1" "$env_file"
}

upg_stdin() { # TEXT
	UPG_M_IN=text
	UPG_M_TEXT=$1
}

upg_stdin_file() { # PATH
	UPG_M_IN='file'
	UPG_M_TEXT=$1
}

upg_in() { # DIR
	UPG_M_DIR=$1
}

upg_as() { # USER
	UPG_M_USER=$1
}

upg_daemon() {
	UPG_M_DAEMON=1
}

upg_secret_output() {
	UPG_M_SECRET=1
}

# A directory for secrets that a command reads from a file: in memory where the system has such a place, and private.
upg_private() {
	if [ -n "$UPG_PRIVATE_MADE" ]; then return 0; fi
	mkdir -m 700 "$UPG_PRIVATE" 2>/dev/null && UPG_PRIVATE_MADE=1
}

upg_private_name() {
	private_base=$UPG_DIR
	private_uid=$(id -u)
	for private_dir in /dev/shm "/run/user/$private_uid"; do
		if [ -d "$private_dir" ] && [ -w "$private_dir" ]; then
			private_base=$private_dir
			break
		fi
	done
	private_random=$(od -An -N8 -tx1 /dev/urandom 2>/dev/null) || private_random=$$
	UPG_PRIVATE="$private_base/upg-$private_uid-$$"
	for private_part in $private_random; do UPG_PRIVATE=$UPG_PRIVATE$private_part; done
}

upg_private_remove() {
	if [ -n "$UPG_PRIVATE" ] && [ -d "$UPG_PRIVATE" ]; then rm -rf "$UPG_PRIVATE"; fi
}

upg_modifiers_end() {
	if [ -n "$UPG_M_FILES" ]; then
		rm -rf "$UPG_PRIVATE"
		UPG_PRIVATE_MADE=
	fi
	while [ "$UPG_M_ENV" -gt 0 ]; do
		eval "M_${UPG_M_ENV}_value="
		UPG_M_ENV=$((UPG_M_ENV - 1))
	done
	UPG_M_FILES=
	UPG_M_IN=
	UPG_M_TEXT=
	UPG_M_DIR=
	UPG_M_USER=
	UPG_M_DAEMON=
	UPG_M_SECRET=
}

# Runs a command with its modifiers; its output goes where the caller's goes.
upg_command() { # COMMAND ARG…
	case $UPG_M_IN in
	text) upg_print "$UPG_M_TEXT" 2>/dev/null | upg_subshell "$@" ;;
	file)
		if [ ! -r "$UPG_M_TEXT" ]; then
			printf '%s\n' "cannot be read: $UPG_M_TEXT" >&2
			return 2
		fi
		upg_subshell "$@" <"$UPG_M_TEXT"
		;;
	*) upg_subshell "$@" </dev/null ;;
	esac
}

# The exit statuses of the parts of a pipeline are collected in a file: not every shell tells more than the last one's. Each part
# becomes the command's user by itself: no program can call a function of this script.
upg_part() { # COMMAND ARG…
	if [ -n "$UPG_M_USER" ]; then (upg_call_as "$@"); else "$@"; fi
	part_rc=$?
	if [ "$part_rc" -ne 0 ]; then printf '%s\n' "$part_rc" >>"$UPG_PARTS"; fi
	return "$part_rc"
}

upg_subshell() { # COMMAND ARG…
	if [ -n "$UPG_M_DAEMON" ]; then
		upg_subshell_daemon "$@" 3>&- 4<&- 5<&- 8<&- 9<&-
	else
		(upg_settle && upg_call "$@") 3>&- 4<&- 5<&- 8<&8 9<&-
	fi
}

# What a daemon's start command starts has a session of its own, no lock, no token by which it would be found and ended. The
# start command itself is remembered until it returns, so that a time-out still reaches it.
upg_subshell_daemon() { # COMMAND ARG…
	(
		upg_settle || exit 125
		unset UPG_STEP_TOKEN
		if upg_have setsid && ! upg_is_function "$1"; then
			if [ -n "$UPG_DIR" ]; then upg_daemon_pid; fi
			upg_own_session=setsid
		fi
		upg_call "$@"
	)
	daemon_rc=$?
	[ -z "$UPG_DIR" ] || rm -f "$UPG_DIR/starting"
	return "$daemon_rc"
}

upg_daemon_pid() {
	sh -c 'printf "%s\n" "$PPID"' >"$UPG_DIR/starting"
}

upg_own_session=
upg_call() { # COMMAND ARG…
	set +fu
	case ${UPG_M_USER:+"$1"} in
	'' | cmd_*) upg_call_plain "$@" ;;
	*) upg_call_as "$@" ;;
	esac
	call_rc=$?
	if [ "$call_rc" -eq 0 ] && [ -n "$UPG_PARTS" ] && [ -s "$UPG_PARTS" ]; then
		read -r call_rc <"$UPG_PARTS"
		rm -f "$UPG_PARTS"
	fi
	return "$call_rc"
}

upg_call_plain() { # COMMAND ARG…
	if [ -n "$upg_own_session" ]; then
		exec setsid "$@"
	elif [ "$UPG_ROLE" != worker ] && [ "$UPG_SETSID" = setsid ] && ! upg_is_function "$1"; then
		# Before a run opens there is no worker: the command alone gets a session, so that it cannot ask the terminal.
		exec setsid "$@"
	else
		"$@"
	fi
}

upg_call_as() { # COMMAND ARG…
	as_env=
	as_n=1
	while [ "$as_n" -le "$UPG_M_ENV" ]; do
		eval "as_env=\"\$as_env\${as_env:+,}\$M_${as_n}_name\""
		as_n=$((as_n + 1))
	done
	if [ "$(id -un)" = "$UPG_M_USER" ]; then
		:
	elif [ "$(id -u)" = 0 ] && upg_have runuser; then
		set -- runuser -u "$UPG_M_USER" -- "$@"
	elif upg_have sudo; then
		set -- sudo -n ${as_env:+"--preserve-env=$as_env"} -u "$UPG_M_USER" -- "$@"
	else
		printf '%s\n' "no way to become $UPG_M_USER: neither runuser nor sudo" >&2
		return 77
	fi
	upg_call_plain "$@"
}

UPG_PARTS=
upg_settle() {
	if [ -n "$UPG_M_DIR" ] && ! cd "$UPG_M_DIR"; then
		printf '%s\n' "no such directory: $UPG_M_DIR" >&2
		return 125
	fi
	UPG_PARTS=${UPG_DIR:+$UPG_DIR/parts}
	if [ -n "$UPG_PARTS" ] && [ -e "$UPG_PARTS" ]; then rm -f "$UPG_PARTS"; fi
	settle_n=1
	while [ "$settle_n" -le "$UPG_M_ENV" ]; do
		eval "export \"\$M_${settle_n}_name=\$M_${settle_n}_value\""
		settle_n=$((settle_n + 1))
	done
	if [ -n "$UPG_LC_ALL" ]; then LC_ALL=$UPG_LC_ALL; else unset LC_ALL; fi
	umask "$UPG_UMASK"
	if [ -n "$UPG_M_FILES" ] && [ -n "$UPG_M_USER" ]; then
		if ! chown -R "$UPG_M_USER" "$UPG_PRIVATE" 2>/dev/null; then
			printf '%s\n' "only root can give $UPG_M_USER the private files that the command reads" >&2
			return 77
		fi
	fi
}

upg_is_function() { # NAME
	case $1 in
	*[!A-Za-z0-9_]* | [0-9]*) return 1 ;;
	upg_* | cmd_* | fence_* | step_* | env_*) return 0 ;;
	esac
	case $(command -v "$1" 2>/dev/null) in
	/*) return 1 ;;
	esac
}

# ---- the ways to call them --------------------------------------------------------------------------------------------

upg_run() { # COMMAND ARG…
	if [ -n "$UPG_M_SECRET$UPG_DEED_SECRET" ]; then
		upg_command "$@" >/dev/null 2>&1
	else
		upg_command "$@"
	fi
	run_rc=$?
	upg_modifiers_end
	if [ "$run_rc" -ne 0 ]; then upg_failed_command "$run_rc" "$@"; fi
	return "$run_rc"
}

upg_failed_command() { # RC COMMAND ARG…
	printf '%s\n' "$2 ended with status $1" >&2 2>/dev/null || :
}

# A proof is a command that must succeed before what it looked at counts.
upg_prove() { # COMMAND ARG…
	upg_run "$@"
}

# Raw shell, in a shell of its own that ends at the first command that fails.
upg_fence() { # TEXT [NAME=VALUE]…
	fence_text=$1
	shift
	while [ $# -gt 0 ]; do
		upg_env "${1%%=*}" "${1#*=}"
		shift
	done
	upg_run sh -e -c "$fence_text"
}

upg_capture() { # NAME COMMAND ARG…
	capture_name=$1
	shift
	if [ "$1" = upg_fence ]; then
		shift
		upg_fence_env "$@"
		set -- sh -e -c "$1"
	fi
	capture_secret=$UPG_M_SECRET$UPG_DEED_SECRET
	if [ -n "$capture_secret" ]; then
		capture_out=$(upg_command "$@" 2>/dev/null)
	else
		capture_out=$(upg_command "$@")
	fi
	capture_rc=$?
	upg_modifiers_end
	[ -n "$capture_secret" ] || upg_print "$capture_out$UPG_LF" 2>/dev/null || :
	if [ "$capture_rc" -ne 0 ]; then
		upg_failed_command "$capture_rc" "$@"
		return "$capture_rc"
	fi
	upg_store "$capture_name" "$capture_out"
}

upg_fence_env() { # TEXT [NAME=VALUE]…
	shift
	while [ $# -gt 0 ]; do
		upg_env "${1%%=*}" "${1#*=}"
		shift
	done
}

# A question to the system: what it prints, or 2 when there is no answer.
upg_ask() { # NAME COMMAND ARG…
	ask_name=$1
	shift
	if [ "$1" = upg_fence ]; then
		shift
		upg_fence_env "$@"
		set -- sh -e -c "$1"
	fi
	ask_secret=$UPG_M_SECRET$UPG_DEED_SECRET
	if [ -n "$ask_secret" ]; then ask_out=$(upg_command "$@" 2>/dev/null); else ask_out=$(upg_command "$@"); fi
	ask_rc=$?
	upg_modifiers_end
	upg_set "$ask_name" "$ask_out"
	if [ "$ask_rc" -ne 0 ]; then
		upg_failed_command "$ask_rc" "$@"
		return 2
	fi
	if [ -z "$ask_secret" ] && [ "$UPG_ROLE" = worker ]; then upg_print "$ask_out$UPG_LF" >&2 2>/dev/null || :; fi
}

# Yes or no by a command's status; a command that is missing, or was ended by a signal, said neither.
upg_succeeds() { # COMMAND ARG…
	if [ "$1" = upg_fence ]; then
		shift
		upg_fence_env "$@"
		set -- sh -e -c "$1"
	fi
	upg_command "$@"
	succeeds_rc=$?
	upg_modifiers_end
	if [ "$succeeds_rc" -eq 0 ]; then return 0; fi
	if [ "$succeeds_rc" -ge 124 ]; then return 2; fi
	return 1
}
