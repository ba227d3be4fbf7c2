# ---- opening a run ----------------------------------------------------------------------------------------------------

UPG_LOG=
UPG_FIRST=
UPG_LAST=
UPG_CHECK_FAILED=

upg_state_place() {
	if [ -z "$UPG_HOME" ]; then UPG_HOME=${UPG_STATE_DIR-}; fi
	if [ -z "$UPG_HOME" ]; then
		if [ "$(id -u)" = 0 ]; then
			UPG_HOME="/var/lib/upg/$UPG_PLAN"
		else
			UPG_HOME="${XDG_STATE_HOME:-${HOME:-/tmp}/.local/state}/upg/$UPG_PLAN"
		fi
	fi
	case $UPG_HOME in
	/*) ;;
	*) UPG_HOME="$(pwd)/$UPG_HOME" ;;
	esac
	UPG_HOME=${UPG_HOME%/}
}

# The state directory is private, and is this user's.
upg_state_make() {
	if [ -h "$UPG_HOME" ]; then
		upg_error "the state directory is a symbolic link: $UPG_HOME"
		return 73
	fi
	if ! mkdir -p "$UPG_HOME/runs" 2>/dev/null || ! [ -w "$UPG_HOME/runs" ]; then
		upg_error "the state directory cannot be made: $UPG_HOME"
		return 73
	fi
	make_owner=$(ls -ldn "$UPG_HOME") || return 73
	upg_squeeze "$make_owner"
	upg_word 3 "$UPG_SQUEEZED"
	if [ "$UPG_WORD" != "$(id -u)" ] || ! chmod 700 "$UPG_HOME"; then
		upg_error "the state directory belongs to another user: $UPG_HOME"
		return 73
	fi
	upg_sync_how "$UPG_HOME"
}

# Finds the current run: 1 when there is none.
upg_find_run() {
	UPG_DIR=
	UPG_RUN=
	if [ ! -r "$UPG_HOME/current" ]; then return 1; fi
	read -r UPG_RUN <"$UPG_HOME/current" || return 1
	UPG_DIR="$UPG_HOME/runs/$UPG_RUN"
	if [ ! -r "$UPG_DIR/journal" ]; then
		upg_error "the journal is missing: $UPG_DIR/journal"
		return 70
	fi
	upg_journal_open
}

upg_open_run() {
	open_dir="$UPG_HOME/runs/$UPG_RUN.new"
	if ! mkdir "$open_dir" "$open_dir/captures" "$open_dir/logs" 2>/dev/null; then
		upg_error "the run's directory cannot be made: $open_dir"
		return 73
	fi
	if ! cp "$UPG_SELF" "$open_dir/script.sh" || ! grep -q "^UPG_DIGEST='$UPG_DIGEST'" "$open_dir/script.sh"; then
		upg_error "the script cannot be copied, or was changed meanwhile: $UPG_SELF"
		return 73
	fi
	upg_copy_for_workers "$open_dir/script.sh" "$open_dir/worker.sh" || return 73
	UPG_DIR=$open_dir
	upg_private_name
	upg_steps_text >"$open_dir/steps" && upg_answers_text >"$open_dir/answers" || return 73
	upg_quote "$UPG_PRIVATE"
	open_private="UPG_PRIVATE=$UPG_QUOTED$UPG_LF"
	upg_values_text
	upg_write "$open_dir/values" "$open_private$UPG_TEXT" || return 73
	if ! dd if=/dev/zero of="$open_dir/ballast" bs=1024 count=64 2>/dev/null; then
		upg_error "the disk of the state directory is full: $UPG_HOME"
		return 73
	fi
	UPG_SEQ=0
	UPG_LEAD=
	upg_append open "$UPG_DIGEST" 0 1 0 || return 73
	upg_sync_effects || return 73
	mv "$open_dir" "$UPG_HOME/runs/$UPG_RUN" || return 73
	upg_write "$UPG_HOME/current" "$UPG_RUN$UPG_LF" || return 73
	UPG_FROZEN=1
	UPG_DIR="$UPG_HOME/runs/$UPG_RUN"
	upg_journal_open
}

# A worker reads its script for each step: what the main process alone needs is left out.
upg_copy_for_workers() { # SCRIPT COPY
	sed '1,/^UPG_PLAN=/{
/^# ==== for the main process alone; the copy for workers leaves it out$/,/^# ==== for all processes$/d
}' "$1" >"$2"
}

# The copy is of this plan: an adoption may have been interrupted.
upg_workers_fit() {
	if grep -q "^UPG_DIGEST='$UPG_DIGEST'" "$UPG_DIR/worker.sh" 2>/dev/null; then return 0; fi
	upg_copy_for_workers "$UPG_SELF" "$UPG_DIR/worker.sh.new" && grep -q "^UPG_DIGEST='$UPG_DIGEST'" "$UPG_DIR/worker.sh.new" &&
		upg_sync_files "$UPG_DIR/worker.sh.new" && mv -f "$UPG_DIR/worker.sh.new" "$UPG_DIR/worker.sh" || return 74
}

# What a later script is compared with, see upg_adopt.
upg_steps_text() {
	for steps_s in $UPG_STEPS; do
		upg_use_step "$steps_s"
		printf '%s %s\n' "$s_id" "$s_digest" || return 1
	done
}

upg_answers_text() {
	answers_n=1
	while [ "$answers_n" -le "$UPG_ANSWERS" ]; do
		eval "printf '%s = %s\n' \"\$A_${answers_n}_name\" \"\$A_${answers_n}_value\"" || return 1
		answers_n=$((answers_n + 1))
	done
}

# ---- one step ---------------------------------------------------------------------------------------------------------

# Runs step S unless it is done or not due. 0 go on; else the exit status of the script.
upg_run_step() { # S
	upg_use_step "$1"
	case $s_state in
	done | skip | mark | passed) return 0 ;;
	esac
	if [ "$s_state" = begin ]; then
		eval "T_$1=\$((T_$1 + 1))"
	elif ! upg_guard_open "$s_guard"; then
		upg_record_lazily skip "$s_id" 0 1 0
		return $?
	elif [ -n "$s_optional" ] && ! upg_optional_wanted "$1"; then
		upg_tell "[$s_number/$UPG_COUNT] $s_title: optional, not wanted"
		if [ -n "$s_skipped" ]; then upg_work skipped "$1" || return 4; fi
		upg_record skip "$s_id" 0 1 0
		return $?
	fi
	upg_step_line
	upg_clock
	step_start=$UPG_UP
	upg_work forward "$1"
	step_rc=$?
	upg_clock
	upg_span $((UPG_UP - step_start))
	upg_use_step "$1"
	case $step_rc/$s_state in
	0/done | 0/skip) ;;
	0/*) step_rc=1 ;;
	esac
	if [ "$step_rc" -eq 0 ]; then
		if [ "$s_state" = skip ]; then upg_tell "  not due"; else upg_tell "  done in $UPG_SPAN"; fi
		[ -z "$UPG_STOP" ] || return "$(upg_stop_code)"
		return 0
	fi
	upg_step_ended "$1" "$step_rc"
}

upg_stop_code() {
	if [ "$UPG_STOP" = TERM ]; then printf 143; else printf 130; fi
}

upg_optional_wanted() { # S
	wanted=no
	eval "wanted=\${O_$1-no}"
	[ "$wanted" = yes ]
}

upg_step_line() {
	line_takes=
	if [ -n "$s_low" ]; then
		upg_span "$s_low"
		line_takes=" (takes $UPG_SPAN"
		if [ "$s_high" = unknown ]; then
			line_takes="$line_takes or more)"
		elif [ -n "$s_high" ] && [ "$s_high" != "$s_low" ]; then
			upg_span "$s_high"
			line_takes="$line_takes to $UPG_SPAN)"
		else
			line_takes="$line_takes)"
		fi
	fi
	upg_tell "[$s_number/$UPG_COUNT] $s_title$line_takes"
}

# A step that did not end well.
upg_step_ended() { # S RC
	case $2 in
	6 | 8 | 70 | 74)
		upg_tell "  log: $UPG_LOG"
		return "$2"
		;;
	124)
		upg_tell "  ended: it took longer than $s_timeout s"
		upg_mark_open "$1" timeout 124 || return $?
		;;
	1) ;;
	*)
		upg_mark_open "$1" intr "$2" || return $?
		if [ -n "$UPG_STOP" ]; then
			upg_tell "  ended by a signal"
			return "$2"
		fi
		upg_tell "  ended from outside (status $2)"
		;;
	esac
	upg_policy "$1"
}

# The deed that was begun and has no end in the journal gets one.
upg_mark_open() { # S EVENT RC
	open_state=
	for open_n in $s_deeds; do
		eval "open_state=\$J_$1_$open_n"
		if [ "$open_state" = begin ]; then upg_record "$2" "$s_id" "$open_n" 1 "$3" || return $?; fi
	done
}

# What the plan says about a failure here.
upg_policy() { # S
	upg_log_name "$1"
	upg_tell "  log: $UPG_LOG"
	upg_log_tail
	if [ "$s_phase" = check ]; then
		UPG_CHECK_FAILED=1
		return 0
	fi
	if [ -n "$s_failure" ]; then upg_work failure "$1" || upg_tell "  what was to be done after a failure failed too"; fi
	case $s_fail in
	continue)
		upg_tell "  going on, as the plan says${s_why:+: $s_why}"
		upg_record passed "$s_id" 0 1 0
		return $?
		;;
	rollback)
		upg_tell "Rolling back, as the plan says${s_why:+: $s_why}"
		upg_before_hop
		upg_rollback "$UPG_STEP" automatic
		return $?
		;;
	automatic) upg_tell "This is mended without you: ${s_why:-it is}. Afterwards: \`resume\`." ;;
	*) upg_tell "Stopped here${s_why:+: $s_why}" ;;
	esac
	upg_say_open_brackets
	upg_tell "Go on with \`resume\` when the cause is mended, or go back with \`rollback\`."
	return 4
}

upg_log_tail() {
	if [ -s "$UPG_LOG" ]; then
		tail -n 5 "$UPG_LOG" 2>/dev/null | while IFS= read -r tail_line; do upg_tell "  | $tail_line"; done
	fi
}

# ---- brackets ---------------------------------------------------------------------------------------------------------

# Is bracket N entered, by the journal?
upg_bracket_open() { # N
	bracket_enter=
	bracket_leave=
	eval "bracket_enter=\$B_$1_enter bracket_leave=\$B_$1_leave"
	open_enter=
	open_leave=
	eval "open_enter=\$J_$bracket_enter"
	[ -z "$bracket_leave" ] || eval "open_leave=\$J_$bracket_leave"
	case $open_enter/$open_leave in
	done/ | mark/ | passed/) return 0 ;;
	esac
	return 1
}

upg_say_open_brackets() {
	for say_n in $UPG_BRACKETS; do
		if upg_bracket_open "$say_n"; then
			eval "upg_tell \"Left as it is: \$B_${say_n}_state\${B_${say_n}_why:+ (\$B_${say_n}_why)}\""
		fi
	done
}

# What was entered may have been left behind the script's back: a machine that starts again starts its services.
upg_reenter() {
	for reenter_n in $UPG_BRACKETS; do
		reenter_probe=
		eval "reenter_probe=\$B_${reenter_n}_probe"
		if [ -z "$reenter_probe" ] || ! upg_bracket_open "$reenter_n"; then continue; fi
		reenter_s=$bracket_enter
		upg_use_step "$reenter_s"
		s_timeout=0
		upg_work "bracket_$reenter_n" "$reenter_s"
		case $? in
		0) ;;
		1)
			eval "upg_tell \"No longer so: \$B_${reenter_n}_state. Entering again.\""
			upg_record reenter "$s_id" 0 1 0 || return $?
			upg_run_step "$reenter_s" || return $?
			;;
		130) return 130 ;;
		143) return 143 ;;
		*) eval "upg_tell \"It cannot be told whether it is still so: \$B_${reenter_n}_state.\"" ;;
		esac
	done
}

# ---- the way forward --------------------------------------------------------------------------------------------------

upg_forward() {
	upg_reenter || return $?
	if [ -n "${UPG_EDITS-}" ] && ! upg_edits_hold; then UPG_CHECK_FAILED=1; fi
	forward_phase=
	for forward_s in $UPG_STEPS; do
		upg_use_step "$forward_s"
		if [ "$s_phase" != "$forward_phase" ]; then
			upg_checks_hold "$forward_phase" || return $?
			forward_phase=$s_phase
		fi
		if [ "$s_phase" = finish ]; then break; fi
		upg_run_step "$forward_s" || return $?
		[ "$UPG_STATE" = open ] || return 0
		if [ "$forward_s" = "$UPG_LAST" ]; then
			upg_tell "Stopped behind step $s_number as asked. Go on with \`resume\`."
			return 0
		fi
		[ -z "$UPG_STOP" ] || return "$(upg_stop_code)"
	done
	upg_checks_hold "$forward_phase" || return $?
	upg_record close ok 0 1 0 || return $?
	upg_summary
}

# All checks are made before a failure of one stops the run.
upg_checks_hold() { # PHASE THAT ENDED
	if [ -z "$UPG_CHECK_FAILED" ]; then return 0; fi
	upg_tell "A check failed. Nothing was changed."
	upg_record close unchecked 0 1 0 || return $?
	: "$1"
	return 7
}

upg_finish() {
	for finish_s in $UPG_STEPS; do
		upg_use_step "$finish_s"
		if [ "$s_phase" = finish ]; then
			upg_run_step "$finish_s" || return $?
		fi
	done
	upg_record close finished 0 1 0 || return $?
	upg_tell "Finished: what was kept for a rollback is gone."
}

upg_has_finish() {
	for has_s in $UPG_STEPS; do
		has_phase=
		eval "has_phase=\$S_${has_s}_phase"
		if [ "$has_phase" = finish ]; then return 0; fi
	done
	return 1
}
