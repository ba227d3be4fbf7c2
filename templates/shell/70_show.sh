# ---- looking: these change nothing ------------------------------------------------------------------------------------

# What would happen here. 0 nothing to do, 10 changes are pending.
upg_show_plan() {
	upg_tell "$UPG_TITLE${UPG_TO:+, to $UPG_TO} (plan $UPG_PLAN, from $UPG_SOURCE)"
	if upg_find_run && [ "$UPG_STATE" != unchecked ]; then
		upg_load || return $?
		upg_tell "Run $UPG_RUN: $(upg_state_words)"
	else
		[ $? -ne 70 ] || return 70
		UPG_ROLE=look
		plan_values
		upg_ask_optional
		upg_show_system
	fi
	upg_tell ''
	show_pending=0
	for show_s in $UPG_STEPS; do upg_show_step "$show_s"; done
	if [ -n "${UPG_ACCEPTED-}" ]; then
		upg_tell ''
		upg_tell "Known, and accepted by whoever wrote the plan:"
		upg_tell "$UPG_ACCEPTED"
	fi
	if [ -n "$UPG_MISSING" ]; then
		upg_tell ''
		upg_tell "Not known yet (a run asks for it, or --answers FILE):"
		upg_tell "${UPG_MISSING%"$UPG_LF"}"
	fi
	upg_show_invalid || return 2
	upg_tell ''
	case $UPG_STATE in
	none | unchecked | rolledback) upg_tell "Nothing was changed. \`run\` carries it out." ;;
	esac
	[ "$show_pending" -eq 0 ] || return 10
}

upg_show_system() {
	[ -n "$UPG_TO" ] || return 0
	if [ -z "$V_FROM" ]; then
		upg_tell "Installed: not known"
	elif [ "$V_FROM" = "$UPG_TO" ]; then
		upg_tell "Installed: $V_FROM, which is what this leads to: only the verification is left."
	else
		system_range=$(plan_in_range) && system_range= || system_range=" ($system_range)"
		upg_tell "Installed: $V_FROM$system_range"
	fi
}

upg_show_invalid() {
	if [ -z "$UPG_INVALID" ]; then return 0; fi
	upg_error "these values cannot be taken:"
	upg_error "$UPG_INVALID"
	return 1
}

upg_show_step() { # S
	upg_use_step "$1"
	show_what=
	show_guard=1
	case $s_guard in
	'') ;;
	begin) show_guard='?' ;;
	*) eval "show_guard=\${G_$s_guard-?}" ;;
	esac
	case $s_state in
	done | mark) show_what="done" ;;
	skip) show_what="skipped" ;;
	passed) show_what="failed, passed over" ;;
	begin) show_what="begun" ;;
	*)
		case $show_guard in
		0) show_what="not due" ;;
		*)
			show_what="to do"
			[ "$show_guard" != '?' ] || show_what="perhaps"
			if [ -n "$s_optional" ] && ! upg_optional_wanted "$1"; then show_what="optional"; fi
			;;
		esac
		;;
	esac
	case $show_what in
	'to do' | begun | perhaps) [ "$s_phase" = finish ] || show_pending=$((show_pending + 1)) ;;
	esac
	show_point=
	if [ "$s_undo" = irreversible ]; then show_point=" (cannot be undone)"; fi
	upg_tell "$(printf '%4s  %-9s %-8s %s' "$s_number" "$show_what" "$s_phase" "$s_title$show_point")"
	case ${UPG_EDITS-}$show_what in
	'1to do' | 1begun | 1perhaps) upg_edit_show "$1" || : ;;
	esac
}

upg_state_words() {
	case $UPG_STATE in
	open) printf "unfinished; \`resume\` goes on, \`rollback\` goes back" ;;
	rollback) printf "a rollback is unfinished; \`resume\` or \`rollback\` goes on with it" ;;
	ok) printf 'complete' ;;
	finished) printf 'complete, and finished' ;;
	rolledback) printf 'rolled back' ;;
	unchecked) printf 'stopped by a check, nothing was changed' ;;
	*) printf 'none' ;;
	esac
}

upg_show_status() { # [--json]
	if ! upg_find_run; then
		[ -z "$UPG_DIR" ] || return 70
		if [ "${1-}" = --json ]; then printf '{"plan":"%s","state":"none","steps":[]}\n' "$UPG_PLAN"; else upg_tell "There is no run."; fi
		return 0
	fi
	if [ "${1-}" = --json ]; then
		upg_status_json
		return 0
	fi
	upg_tell "Plan $UPG_PLAN, run $UPG_RUN: $(upg_state_words)"
	status_live=$(upg_status_live) && upg_tell "$status_live"
	for status_s in $UPG_STEPS; do
		upg_use_step "$status_s"
		[ -n "$s_state" ] || continue
		upg_tell "$(printf '%4s  %-7s %s' "$s_number" "$s_state" "$s_title")"
		upg_status_deeds "$status_s"
	done
	upg_say_open_brackets
	upg_tell "Logs: $UPG_DIR/logs"
}

upg_status_live() {
	upg_lock_place 2>/dev/null || return 1
	if upg_alive "$UPG_LOCK_BASE"; then printf 'It is at work now%s' "$(upg_owner)"; else return 1; fi
}

# Deeds that need a look.
upg_status_deeds() { # S
	status_state=
	for status_n in $s_deeds; do
		eval "status_state=\$J_$1_$status_n"
		case $status_state in
		begin | fail | intr | timeout)
			eval "upg_tell \"        #$status_n \$D_$1_${status_n}_title: \$status_state\""
			;;
		esac
	done
}

upg_json() { # TEXT
	json_rest=$1
	printf '"'
	while [ -n "$json_rest" ]; do
		json_tail=${json_rest#?}
		json_one=${json_rest%"$json_tail"}
		json_rest=$json_tail
		case $json_one in
		'"' | "\\") printf '%s' "\\$json_one" ;;
		"$UPG_TAB") printf '\\t' ;;
		"$UPG_LF") printf '\\n' ;;
		*) printf '%s' "$json_one" ;;
		esac
	done
	printf '"'
}

upg_status_json() {
	printf '{"plan":%s,"run":%s,"state":"%s","digest":"%s","opened":%s,"steps":[' "$(upg_json "$UPG_PLAN")" "$(upg_json "$UPG_RUN")" \
		"$UPG_STATE" "$UPG_JOURNAL_DIGEST" "$UPG_OPENED"
	json_comma=
	for json_s in $UPG_STEPS; do
		upg_use_step "$json_s"
		printf '%s{"id":%s,"number":%s,"title":%s,"state":"%s","deeds":[' "$json_comma" "$(upg_json "$s_id")" "$s_number" \
			"$(upg_json "$s_title")" "${s_state:-new}"
		json_between=
		for json_n in $s_deeds; do
			eval "printf '%s\"%s\"' '$json_between' \"\${J_${json_s}_$json_n:-new}\""
			json_between=,
		done
		printf ']}'
		json_comma=,
	done
	printf ']}\n'
}

upg_show_list() {
	for list_s in $UPG_STEPS; do
		upg_use_step "$list_s"
		upg_tell "$(printf '%4s  %-8s %-40s %s' "$s_number" "$s_phase" "$s_id" "$s_title")"
	done
}

upg_show_log() { # STEP
	upg_find_step "$1" || return 2
	show_log_s=$UPG_STEP
	if ! upg_find_run; then
		upg_error "there is no run"
		return 1
	fi
	upg_log_name "$show_log_s"
	if [ ! -r "$UPG_LOG" ]; then
		upg_error "the step has no log: $UPG_LOG"
		return 1
	fi
	cat "$UPG_LOG"
}

upg_show_help() {
	upg_tell "$UPG_TITLE${UPG_TO:+ to $UPG_TO}

usage: $UPG_SELF [COMMAND] [OPTION]...

  plan                 what would happen here (the default); changes nothing
  check                the checks alone; changes nothing
  run                  carries it out
  resume [--adopt]     goes on after an interruption; --adopt: with this script in place of the one that began
  status [--json]      where the run stands
  rollback [--to STEP] goes back to the beginning, or to behind STEP
  finish               removes what was kept for a rollback
  resolve STEP done|redo          says what came of a deed that is in doubt
  mark-done STEP --reason TEXT    passes over a step that was done by hand
  list                 the steps
  log STEP             the log of a step
  help                 this text

  --answers FILE   lines \`name = value\`      --yes           no questions: defaults, optional steps are left out
  --state DIR      in place of $UPG_HOME
  --accept-loss    a rollback may lose what was written since
  --first STEP  --last STEP  --only STEP      a part of the steps

Exit: 0 complete, 2 usage, 3 failed and rolled back, 4 failed and stopped, 5 rollback failed, 6 not confirmed, 7 a check failed,
8 in doubt, 10 changes pending, 70 journal damaged, 71 another plan's journal, 72 tool missing, 73 no state directory,
74 journal not writable, 75 running already, 76 a step still at work, 77 not permitted, 124 time-out, 130 and 143 by a signal."
}
