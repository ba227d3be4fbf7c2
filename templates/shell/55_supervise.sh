# ==== for the main process alone; the copy for workers leaves it out

# ---- the main process: starts a worker for each step, waits, ends it --------------------------------------------------

UPG_SHELL=
UPG_SIGNALS=
UPG_WORKER=
UPG_TOKEN=
UPG_STOP=
UPG_TERMINAL=
UPG_GRACE=${UPG_GRACE:-5}

# The shell that runs this script runs the workers.
upg_find_shell() {
	find_shell=${UPG_SH-}
	[ -n "$find_shell" ] || find_shell=$(readlink "/proc/$$/exe" 2>/dev/null)
	[ -n "$find_shell" ] && [ -x "$find_shell" ] || find_shell=$(command -v sh)
	upg_quote "$find_shell"
	UPG_SHELL=$UPG_QUOTED
	case ${find_shell##*/} in
	busybox*) UPG_SHELL="$UPG_SHELL sh" ;;
	zsh*) UPG_SHELL="$UPG_SHELL --emulate sh" ;;
	esac
	if upg_have setsid; then
		UPG_SETSID=setsid
	elif (eval 'set -m') 2>/dev/null && [ -n "${BASH_VERSION-}${KSH_VERSION-}" ]; then
		UPG_SETSID=monitor
	else
		upg_error "setsid is missing: a step could not be ended with all that it started"
		return 72
	fi
	# A command that is started in the background has some signals ignored, and this process ignores one itself; this gives them back.
	if [ "$UPG_SETSID" = setsid ] && env --default-signal=HUP,INT,QUIT true 2>/dev/null; then
		UPG_SIGNALS='env --default-signal=HUP,INT,QUIT'
	fi
}

upg_find_terminal() {
	UPG_TERMINAL=
	if (: </dev/tty) 2>/dev/null; then
		exec 4</dev/tty
		UPG_TERMINAL=1
	fi
}

upg_handle_signals() {
	trap 'upg_on_interrupt' INT
	trap 'upg_on_term' TERM
	# Ignored, not caught: a terminal that goes away ends the small tools in its foreground too, and a step before it has a session.
	trap '' HUP
	trap ':' PIPE
	trap 'upg_on_quit' QUIT
}

upg_on_interrupt() {
	if [ -z "$UPG_STOP" ] && [ ! -e "$UPG_DIR/asking" ]; then
		UPG_STOP=soft
		upg_tell "Stopping when the running step has ended. Ctrl-C again ends it at once."
	else
		UPG_STOP=INT
		upg_end_worker
	fi
}

upg_on_term() {
	UPG_STOP=TERM
	upg_end_worker
}

upg_on_quit() {
	upg_tell "At step ${s_number:-0} of $UPG_COUNT: $s_id. Log: $UPG_LOG"
}

upg_end_worker() {
	if [ -n "$UPG_WORKER" ]; then upg_end_tree "$UPG_WORKER" "$UPG_TOKEN"; fi
}

# Ends a process group, what a daemon's start command has not returned from, and whatever else carries the step's token.
upg_end_tree() { # PID TOKEN
	upg_signal_tree TERM "$1" "$2"
	tree_ticks=$((UPG_GRACE * 5))
	while [ "$tree_ticks" -gt 0 ] && upg_tree_alive "$1"; do
		sleep 0.2 2>/dev/null || sleep 1
		tree_ticks=$((tree_ticks - 1))
	done
	tree_rounds=5
	while [ "$tree_rounds" -gt 0 ]; do
		upg_signal_tree KILL "$1" "$2"
		[ -n "$UPG_SWEPT" ] || break
		tree_rounds=$((tree_rounds - 1))
	done
}

upg_tree_alive() { # PID
	upg_kill_group 0 "$1"
}

# busybox knows no `--` here, and others take no process group without it.
upg_kill_group() { # SIGNAL PID
	kill -s "$1" -- "-$2" 2>/dev/null || kill -s "$1" "-$2" 2>/dev/null
}

upg_signal_tree() { # SIGNAL PID TOKEN
	UPG_SWEPT=
	upg_kill_group "$1" "$2"
	tree_start=
	if [ -n "$UPG_DIR" ] && [ -r "$UPG_DIR/starting" ]; then
		read -r tree_start <"$UPG_DIR/starting" || :
		if upg_is_number "$tree_start"; then upg_kill_group "$1" "$tree_start"; fi
	fi
	set +f
	tree_found=$(grep -la "UPG_STEP_TOKEN=$3" /proc/[0-9]*/environ 2>/dev/null)
	set -f
	for tree_file in $tree_found; do
		tree_pid=${tree_file#/proc/}
		if kill -s "$1" "${tree_pid%%/*}" 2>/dev/null; then UPG_SWEPT=1; fi
	done
	return 0
}

# Counts seconds and ends the step; the mark is written before the first signal.
upg_watch() { # PID TOKEN LIMIT
	upg_clock
	watch_end=$((UPG_UP + $3))
	while [ "$UPG_UP" -lt "$watch_end" ]; do
		sleep 1
		upg_clock
		kill -s 0 "$1" 2>/dev/null || return 0
	done
	: >"$UPG_DIR/timeout"
	upg_end_tree "$1" "$2"
}

# UPG_TEXT: what a worker has to know, as assignments.
upg_worker_text() { # S
	upg_quote "$UPG_DIR"
	UPG_TEXT="UPG_DIR=$UPG_QUOTED${UPG_LF}UPG_RUN=$UPG_RUN${UPG_LF}UPG_REDO=$UPG_REDO${UPG_LF}UPG_SEQ=$UPG_SEQ$UPG_LF"
	UPG_TEXT="${UPG_TEXT}UPG_SYNC=$UPG_SYNC${UPG_LF}UPG_TERMINAL=$UPG_TERMINAL${UPG_LF}UPG_PRIVATE=$UPG_PRIVATE$UPG_LF"
	upg_quote "$UPG_BESIDE"
	UPG_TEXT="${UPG_TEXT}UPG_BESIDE=$UPG_QUOTED$UPG_LF"
	upg_quote "$UPG_LC_ALL"
	UPG_TEXT="${UPG_TEXT}UPG_UMASK=$UPG_UMASK${UPG_LF}UPG_LC_ALL=$UPG_QUOTED${UPG_LF}UPG_SETSID=$UPG_SETSID$UPG_LF"
	text_attempt=1
	eval "text_attempt=\$T_$1"
	text_states="J_$1=$s_state"
	text_state=
	for text_n in $s_deeds; do
		eval "text_state=\$J_$1_$text_n"
		if [ -n "$text_state" ]; then text_states="$text_states J_$1_$text_n=$text_state"; fi
	done
	for text_n in $s_undos; do
		eval "text_state=\$K_$1_$text_n"
		if [ -n "$text_state" ]; then text_states="$text_states K_$1_$text_n=$text_state"; fi
	done
	UPG_TEXT="${UPG_TEXT}worker_attempt=$text_attempt${UPG_LF}worker_states='$text_states'$UPG_LF"
	for text_secret in $UPG_SECRETS; do
		eval "upg_quote \"\$$text_secret\""
		UPG_TEXT="$UPG_TEXT$text_secret=$UPG_QUOTED$UPG_LF"
	done
}

# Runs a worker to its end. Its status, or 130, 143 (a signal to this script), 124 (time-out), or what ended it.
upg_work() { # JOB SUFFIX
	upg_log_name "$2"
	upg_worker_text "$2"
	for work_file in timeout starting asking; do
		if [ -e "$UPG_DIR/$work_file" ]; then rm -f "$UPG_DIR/$work_file"; fi
	done
	UPG_TOKEN="$UPG_RUN-$$-$UPG_SEQ-$2"
	[ "$UPG_SETSID" = setsid ] || set -m
	upg_print "$UPG_TEXT" 2>/dev/null | upg_start_worker "$1" "$2" &
	UPG_WORKER=$!
	[ "$UPG_SETSID" = setsid ] || set +m
	UPG_TEXT=
	upg_have flock || printf '%s %s %sx\n' "$UPG_WORKER" "$UPG_BOOT" "$(upg_started "$UPG_WORKER")" >"$UPG_HOME/worker"
	work_watch=
	if [ "$s_timeout" -gt 0 ]; then
		(upg_watch "$UPG_WORKER" "$UPG_TOKEN" "$s_timeout") </dev/null >/dev/null 2>&1 3>&- 4<&- 5<&- 8<&- 9<&- &
		work_watch=$!
	fi
	upg_await "$UPG_WORKER"
	work_rc=$UPG_RC
	upg_leftovers
	if [ -n "$work_watch" ]; then upg_stop_watch "$work_watch"; fi
	upg_work_end
}

upg_work_end() {
	UPG_WORKER=
	upg_private_remove
	if [ -e "$UPG_DIR/timeout" ]; then work_rc=124; fi
	case $UPG_STOP in
	INT) [ "$work_rc" -eq 0 ] || work_rc=130 ;;
	TERM) [ "$work_rc" -eq 0 ] || work_rc=143 ;;
	esac
	# A worker that was killed may have left half a record.
	if [ "$work_rc" -gt 100 ]; then UPG_LEAD=$UPG_LF; fi
	upg_journal_read || return $?
	return "$work_rc"
}

upg_start_worker() { # JOB SUFFIX
	UPG_STEP_TOKEN=$UPG_TOKEN
	export UPG_STEP_TOKEN
	# It reads its script in the caller's locale, as this process did: some shells cannot read titles in another.
	if [ -n "$UPG_LC_ALL" ]; then LC_ALL=$UPG_LC_ALL; else unset LC_ALL; fi
	set -- "$UPG_DIR/worker.sh" "$@"
	[ "$UPG_SETSID" != setsid ] || UPG_SHELL="setsid $UPG_SIGNALS $UPG_SHELL"
	eval "exec $UPG_SHELL \"\$@\" >>\"\$UPG_LOG\" 2>&1 3>&3 4<&4 5<&- 8<&8 9<&-"
}

# UPG_RC: the status of a child, though signals interrupt the wait.
upg_await() { # PID
	while :; do
		wait "$1"
		UPG_RC=$?
		[ "$UPG_RC" -gt 128 ] || return 0
		kill -s 0 "$1" 2>/dev/null || break
	done
	wait "$1" 2>/dev/null
	await_rc=$?
	[ "$await_rc" -eq 127 ] || UPG_RC=$await_rc
}

upg_stop_watch() { # PID
	if [ -e "$UPG_DIR/timeout" ]; then
		# It is ending what the step left.
		upg_await "$1"
	else
		kill -s KILL "$1" 2>/dev/null
		wait "$1" 2>/dev/null
	fi
}

# What a step left running in its group, without having said that it would, is ended.
upg_leftovers() {
	upg_tree_alive "$UPG_WORKER" || return 0
	sleep 0.2 2>/dev/null || sleep 1
	upg_tree_alive "$UPG_WORKER" || return 0
	if [ ! -e "$UPG_DIR/timeout" ] && [ -z "$UPG_STOP" ]; then
		upg_tell "  warning: the step left processes running, which are ended now"
	fi
	upg_end_worker
}

# UPG_LOG: the log of step S.
upg_log_name() { # S
	log_id=
	log_number=
	eval "log_id=\$S_$1_id log_number=\$S_$1_number"
	case $log_id in
	*/*) log_id=${log_id%%/*}.${log_id#*/} ;;
	esac
	UPG_LOG="$UPG_DIR/logs/$log_number-$log_id.log"
}
