# ---- run, resume, rollback… -------------------------------------------------------------------------------------------

upg_command_run() {
	case $UPG_STATE in
	open | rollback)
		upg_error "run $UPG_RUN is unfinished: \`resume\` goes on with it, \`rollback\` goes back"
		return 4
		;;
	ok | finished)
		upg_tell "Complete already: run $UPG_RUN$([ "$UPG_STATE" = finished ] || printf "; \`rollback\` goes back")"
		return 0
		;;
	esac
	UPG_REDO=
	UPG_DIR=
	UPG_STACK=
	for run_s in $UPG_STEPS; do upg_forget "$run_s" ''; done
	UPG_RUN="$(date +%Y%m%dT%H%M%S)-$$"
	plan_values
	upg_ask_optional
	upg_complete || return $?
	if [ -n "$UPG_TO" ] && [ "$V_FROM" = "$UPG_TO" ]; then
		upg_tell "$UPG_TO is installed already. Verifying."
		upg_verify_only
		return $?
	fi
	upg_fits_here || return $?
	upg_lock_identities || return $?
	upg_first_is_possible || return $?
	upg_open_run || return $?
	upg_handle_signals
	upg_tell "$UPG_TITLE${UPG_TO:+, $V_FROM to $UPG_TO} (run $UPG_RUN)"
	upg_pass_over || return $?
	upg_forward
}

# Everything that was asked for is there, and can be taken.
upg_complete() {
	if [ -n "$UPG_MISSING" ]; then
		upg_error "not answered (terminal, --answers FILE, or UPG_ANSWER_name):"
		upg_error "${UPG_MISSING%"$UPG_LF"}"
		return 6
	fi
	upg_show_invalid || return 2
	[ -z "$UPG_TERMINAL" ] || return 0
	for complete_s in $UPG_STEPS; do
		upg_use_step "$complete_s"
		if [ -z "$s_manual" ] || ! upg_guard_open "$s_guard"; then continue; fi
		if [ -n "$s_optional" ] && ! upg_optional_wanted "$complete_s"; then continue; fi
		if ! upg_answer "confirm $s_id"; then
			upg_error "step $s_number needs a person, and there is no terminal: $s_title"
			return 6
		fi
	done
}

upg_fits_here() {
	if [ -n "$UPG_TO" ]; then
		fits_why=$(plan_in_range) || {
			upg_error "the installed version is $V_FROM: ${fits_why:-this does not start from it}"
			return 7
		}
	fi
	fits_why=$(plan_refusals)
	if [ -n "$fits_why" ]; then
		upg_error "not supported here: $fits_why"
		return 7
	fi
}

# Steps of some phases without a journal of the run: in a run of their own that is thrown away.
upg_without_run() { # PHASE
	UPG_RUN="$1-$$"
	UPG_REDO=
	UPG_STACK=
	without_base=$(mktemp -d "${TMPDIR:-/tmp}/upg.XXXXXX") || return 73
	UPG_HOME=$without_base
	UPG_SYNC=none
	mkdir "$UPG_HOME/runs"
	upg_lock_place || return $?
	upg_open_run || return $?
	upg_handle_signals
	without_failed=0
	for without_s in $UPG_STEPS; do
		upg_use_step "$without_s"
		[ "$s_phase" = "$1" ] || continue
		s_fail=hold
		upg_run_step "$without_s" || {
			without_failed=$?
			break
		}
	done
}

upg_command_check() {
	UPG_FROZEN=
	upg_find_terminal
	UPG_ASKS=$UPG_TERMINAL
	plan_values
	upg_ask_optional
	upg_complete || return $?
	if [ -z "$UPG_TO" ] || [ "$V_FROM" != "$UPG_TO" ]; then upg_fits_here || return $?; fi
	upg_without_run check || return $?
	if [ "$without_failed" -ne 0 ]; then
		upg_tell "Logs: $UPG_DIR/logs"
		return "$without_failed"
	fi
	if [ -n "${UPG_EDITS-}" ] && ! upg_edits_hold; then UPG_CHECK_FAILED=1; fi
	if [ -n "$UPG_CHECK_FAILED" ]; then
		upg_tell "A check failed. Nothing was changed. Logs: $UPG_DIR/logs"
		return 7
	fi
	rm -rf "$without_base"
	upg_tell "All checks hold."
}

upg_verify_only() {
	upg_without_run verify || return $?
	if [ "$without_failed" -ne 0 ]; then return "$without_failed"; fi
	rm -rf "$without_base"
	upg_tell "Verified: nothing is left to do."
}

# What resume, rollback and finish have in common: the run's own values, and secrets from their sources.
upg_take_up() {
	upg_same_plan || return $?
	upg_workers_fit || return $?
	upg_load || return $?
	upg_private_remove
	plan_values
	if [ -n "$UPG_MISSING" ]; then
		upg_error "not to be had again:"
		upg_error "${UPG_MISSING%"$UPG_LF"}"
		return 6
	fi
	upg_lock_identities || return $?
	upg_handle_signals
}

upg_no_run() {
	upg_error "there is no run${UPG_DIR:+ that is unfinished: $UPG_RUN is $(upg_state_words)}"
	return 2
}

upg_command_resume() {
	case $UPG_STATE in
	open | rollback) ;;
	ok)
		upg_tell "Complete already: run $UPG_RUN"
		return 0
		;;
	*)
		upg_no_run
		return $?
		;;
	esac
	upg_take_up || return $?
	upg_tell "$UPG_TITLE: going on with run $UPG_RUN"
	if [ "$UPG_STATE" = rollback ]; then
		upg_rollback_target
		upg_rollback "$UPG_STEP" asked
		return $?
	fi
	upg_first_is_possible || return $?
	upg_pass_over || return $?
	upg_forward
}

# UPG_STEP: where the rollback that is under way goes to.
upg_rollback_target() {
	UPG_STEP=-
	if [ "$UPG_ROLLBACK_TO" != - ]; then upg_step_of_id "$UPG_ROLLBACK_TO"; fi
}

upg_command_rollback() {
	case $UPG_STATE in
	open | rollback | ok) ;;
	finished)
		upg_error "run $UPG_RUN is finished: what was kept for a rollback is gone"
		return 4
		;;
	*)
		upg_no_run
		return $?
		;;
	esac
	upg_take_up || return $?
	UPG_STEP=${UPG_TO_STEP:--}
	if [ -z "$UPG_TO_STEP" ] && [ "$UPG_STATE" = open ]; then upg_before_hop; fi
	if [ "$UPG_STATE" = rollback ]; then upg_rollback_target; fi
	if [ "$UPG_STEP" != - ]; then
		upg_use_step "$UPG_STEP"
		case " $UPG_STACK " in
		*" $UPG_STEP "*) ;;
		*)
			upg_error "step $s_number was not carried out, it is no place to go back to"
			return 2
			;;
		esac
	fi
	upg_tell "Rolling back run $UPG_RUN"
	upg_rollback "$UPG_STEP" asked
}

upg_command_finish() {
	if [ "$UPG_STATE" != ok ]; then
		upg_no_run
		return $?
	fi
	upg_take_up || return $?
	upg_finish
}

# A person says what came of the deed that is in doubt.
upg_command_resolve() {
	case $UPG_STATE in
	open | rollback) ;;
	*)
		upg_no_run
		return $?
		;;
	esac
	upg_same_plan || return $?
	upg_use_step "$UPG_WORD2"
	resolve_state=
	resolve_again=
	for resolve_n in $s_deeds; do
		eval "resolve_state=\$J_${UPG_WORD2}_$resolve_n"
		case $UPG_STATE/$resolve_state in
		open/begin | open/intr | open/fail | open/timeout)
			if [ "$UPG_WORD3" = 'done' ]; then resolve_again=resolved; else resolve_again=redo; fi
			upg_record "$resolve_again" "$s_id" "$resolve_n" 1 0 || return $?
			upg_tell "$s_id #$resolve_n: $UPG_WORD3"
			;;
		esac
	done
	for resolve_n in $s_undos; do
		eval "resolve_state=\$K_${UPG_WORD2}_$resolve_n"
		case $UPG_STATE/$resolve_state in
		rollback/undo | rollback/uintr | rollback/ufail)
			if [ "$UPG_WORD3" = 'done' ]; then resolve_again=uresolved; else resolve_again=uredo; fi
			upg_record "$resolve_again" "$s_id" "$resolve_n" 1 0 || return $?
			upg_tell "undo of $s_id #$resolve_n: $UPG_WORD3"
			;;
		esac
	done
	if [ -z "$resolve_again" ]; then
		upg_error "nothing of step $s_number is in doubt"
		return 2
	fi
}

# ---- passing over steps -----------------------------------------------------------------------------------------------

upg_command_mark() {
	if [ "$UPG_STATE" != open ]; then
		upg_no_run
		return $?
	fi
	upg_take_up || return $?
	upg_may_pass "$UPG_WORD2" || return $?
	printf '%s %s\n' "$s_id" "$UPG_REASON" >>"$UPG_DIR/reasons" || return 74
	upg_record mark "$s_id" 0 1 0 || return $?
	upg_tell "Step $s_number counts as done: $UPG_REASON"
}

# A step that later ones need is passed over only when its probes say that it is done.
upg_may_pass() { # S
	upg_use_step "$1"
	case $s_state in
	done | skip | mark | passed) return 0 ;;
	esac
	[ -n "$s_needed" ] || return 0
	s_timeout=0
	if [ -n "$UPG_DIR" ]; then
		upg_work probes "$1" && return 0
	fi
	upg_error "step $s_number is needed later and is not done: $s_title"
	return 2
}

# Before a run opens its probes cannot be asked: a needed step in front of --first refuses it.
upg_first_is_possible() {
	if [ -z "$UPG_FIRST" ]; then return 0; fi
	for possible_s in $UPG_STEPS; do
		[ "$possible_s" != "$UPG_FIRST" ] || return 0
		upg_use_step "$possible_s"
		upg_guard_open "$s_guard" || continue
		upg_may_pass "$possible_s" || return $?
	done
}

upg_pass_over() {
	if [ -z "$UPG_FIRST" ]; then return 0; fi
	for pass_s in $UPG_STEPS; do
		[ "$pass_s" != "$UPG_FIRST" ] || return 0
		upg_use_step "$pass_s"
		if [ -z "$s_state" ]; then
			upg_tell "[$s_number/$UPG_COUNT] $s_title: passed over as asked"
			upg_record mark "$s_id" 0 1 0 || return $?
		fi
	done
}

# ---- another script for a running upgrade -----------------------------------------------------------------------------

upg_same_plan() {
	if [ "$UPG_JOURNAL_DIGEST" = "$UPG_DIGEST" ]; then return 0; fi
	if [ -z "$UPG_ADOPT" ]; then
		upg_error "run $UPG_RUN was begun by another script; $UPG_DIR/script.sh goes on with it,"
		upg_error "or \`resume --adopt\` takes this one if what was done is the same in both"
		return 71
	fi
	upg_adopt
}

# Each step with a record must be here too: same path, same digest, same order.
upg_adopt() {
	adopt_order=0
	adopt_bad=
	while read -r adopt_id adopt_digest; do
		upg_adopt_step || adopt_bad=1
	done <"$UPG_DIR/steps"
	if [ -n "$adopt_bad" ]; then
		upg_error "this script cannot go on with run $UPG_RUN"
		return 71
	fi
	upg_tell "This script is taken for run $UPG_RUN."
	cp "$UPG_SELF" "$UPG_DIR/script.sh.new" && upg_copy_for_workers "$UPG_DIR/script.sh.new" "$UPG_DIR/worker.sh.new" || return 74
	upg_sync_files "$UPG_DIR/script.sh.new" "$UPG_DIR/worker.sh.new" || return 74
	upg_steps_text >"$UPG_DIR/steps.new" || return 74
	mv -f "$UPG_DIR/worker.sh.new" "$UPG_DIR/worker.sh" && mv -f "$UPG_DIR/script.sh.new" "$UPG_DIR/script.sh" || return 74
	upg_record adopt "$UPG_DIGEST" 0 1 0 || return $?
	mv -f "$UPG_DIR/steps.new" "$UPG_DIR/steps"
}

upg_adopt_step() {
	if ! upg_step_of_id "$adopt_id"; then
		upg_tell "  gone: $adopt_id"
		return 0
	fi
	upg_use_step "$UPG_STEP"
	if [ "$s_digest" != "$adopt_digest" ]; then upg_tell "  changed: $adopt_id"; fi
	case $s_state in
	'') return 0 ;;
	esac
	if [ "$s_digest" != "$adopt_digest" ]; then
		upg_error "it was begun, and is another now: $adopt_id"
		return 1
	fi
	if [ "$s_index" -le "$adopt_order" ]; then
		upg_error "it was begun, and stands in another place now: $adopt_id"
		return 1
	fi
	adopt_order=$s_index
}
