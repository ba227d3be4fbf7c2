# ---- the worker: one step, in a process group and session of its own --------------------------------------------------
# It writes the records of its step; the main process waits and reads them. Its status: 0 the step is done or skipped,
# 1 a deed failed, 6 a person is needed and there is no terminal, 8 a deed is in doubt, 74 the journal cannot be written.

UPG_STEP_ID=
UPG_SETSID=

upg_main() { # ARGUMENT…
	if [ -n "$UPG_WHOLE" ]; then
		upg_operator "$@"
	else
		upg_open_descriptors worker
		upg_worker "$@"
	fi
}

upg_worker() { # JOB SUFFIX
	UPG_ROLE=worker
	if [ -z "${UPG_STEP_TOKEN-}" ] || [ $# -ne 2 ]; then
		upg_error "this is called by the script itself"
		return 2
	fi
	upg_worker_hears
	exec </dev/null
	upg_load || return $?
	if [ -r "$UPG_DIR/answers" ]; then upg_answers_read "$UPG_DIR/answers"; fi
	UPG_LEAD=
	UPG_ONLY_STEP=$2
	plan_steps
	UPG_STEP=$2
	upg_worker_states "$worker_states"
	UPG_STEP_ID=$s_id
	case $1 in
	forward) upg_worker_forward "$2" ;;
	undo) upg_worker_undo "$2" ;;
	skipped) "skipped_$2" ;;
	failure) "failure_$2" ;;
	probes) upg_worker_probes "$2" ;;
	bracket_*) "bracketprobe_${1#bracket_}" ;;
	*) return 2 ;;
	esac
}

# What the main process knows comes as assignments on standard input, secrets too: no environment and no file has them.
upg_worker_hears() {
	hears_text=
	while IFS= read -r hears_line; do hears_text=$hears_text$hears_line$UPG_LF; done
	eval "$hears_text"
	hears_text=
	hears_line=
}

# The states of the step's deeds and undos, as the main process read them in the journal.
upg_worker_states() { # TEXT
	eval "$1"
	upg_use_step "$UPG_STEP"
}

worker_states=
worker_attempt=1
upg_worker_forward() { # S
	if [ -n "$s_values" ]; then
		"values_$1" || return 1
	fi
	if [ "$s_state" != begin ]; then
		if [ "$s_guard" = begin ]; then
			"guard_$1"
			case $? in
			0) ;;
			1)
				upg_append_synced skip "$s_id" 0 1 0
				return $?
				;;
			*)
				upg_report "  it cannot be told whether this step is due"
				return 1
				;;
			esac
		fi
		upg_append begin "$s_id" 0 "$worker_attempt" 0 || return $?
	fi
	for forward_n in $s_deeds; do
		upg_worker_deed "$1" "$forward_n"
		forward_rc=$?
		if [ "$forward_rc" -eq 1 ] && [ -n "$s_retry" ] && [ "$d_again" != once ]; then
			upg_report "  trying once more: $d_title"
			eval "J_$1_$forward_n=fail"
			upg_worker_deed "$1" "$forward_n"
			forward_rc=$?
		fi
		if [ "$forward_rc" -ne 0 ]; then return "$forward_rc"; fi
	done
	upg_append 'done' "$s_id" 0 "$worker_attempt" 0
}

upg_use_deed() { # PREFIX
	eval "d_title=\$${1}_title d_again=\$${1}_again d_atomic=\$${1}_atomic d_manual=\$${1}_manual UPG_DEED_SECRET=\$${1}_secret"
}

upg_worker_deed() { # S N
	upg_use_deed "D_$1_$2"
	deed_state=
	deed_guard=
	eval "deed_state=\$J_$1_$2 deed_guard=\$D_$1_$2_guard"
	case $deed_state in
	done | skip | already | resolved) return 0 ;;
	esac
	if [ -n "$deed_guard" ] && [ -z "$deed_state" ]; then
		"guard_$1_$2"
		case $? in
		0) ;;
		1)
			upg_append_synced skip "$s_id" "$2" "$worker_attempt" 0
			return $?
			;;
		*)
			upg_report "  it cannot be told whether this is due: $d_title"
			return 1
			;;
		esac
	fi
	printf '%s\n' "--- $s_id #$2: $d_title" 2>/dev/null || :
	if ! upg_has_uses "$1" "$2"; then
		upg_report "  not looked at, since what it looks at was lost when the step was interrupted: $d_title"
		upg_append_synced skip "$s_id" "$2" "$worker_attempt" 0
		return $?
	fi
	upg_decide "probe_$1_$2" "$deed_state"
	case $? in
	0) ;;
	1)
		upg_append_synced already "$s_id" "$2" "$worker_attempt" 0
		return $?
		;;
	*)
		upg_in_doubt "$2"
		return 8
		;;
	esac
	upg_do begin 'done' fail "$2" "step_$1_$2"
}

# A deed that was interrupted behind its effect is done, says its probe; but what it printed is lost with it. What only looks at
# that is passed over.
upg_has_uses() { # S N
	uses_names=
	eval "uses_names=\$D_$1_$2_uses"
	uses_set=
	for uses_name in $uses_names; do
		upg_upper "$uses_name"
		eval "uses_set=\${V_$UPG_UPPER+set}"
		if [ -z "$uses_set" ]; then return 1; fi
	done
}

# Is a deed to be done? 0 yes, 1 it is done already, 8 nobody knows.
upg_decide() { # PROBE STATE
	decide_state=$2
	if [ "$decide_state" = redo ] || [ "$decide_state" = uredo ] || [ -n "$d_manual" ]; then return 0; fi
	case $d_again in
	reads | idempotent) return 0 ;;
	probe)
		"$1"
		decide_rc=$?
		if [ "$decide_rc" -eq 0 ]; then return 1; fi
		if [ -z "$decide_state" ]; then return 0; fi
		if [ "$decide_rc" -eq 1 ] && [ -n "$d_atomic" ]; then return 0; fi
		return 8
		;;
	esac
	if [ -z "$decide_state" ]; then return 0; fi
	return 8
}

upg_in_doubt() { # N
	upg_report "  In doubt: \"$d_title\" was begun, and it cannot be told whether it took effect."
	upg_report "  Look at the system, then say \`resolve $s_id done\` or \`resolve $s_id redo\`, and \`resume\` or \`rollback\`."
	: "$1"
}

# The effects are on the disk before the record that says so, and the record before anything else begins.
upg_do() { # BEGUN DONE FAILED N FUNCTION
	if [ "$d_again" = reads ]; then
		"$5"
		do_rc=$?
	else
		upg_append_synced "$1" "$s_id" "$4" "$worker_attempt" 0 || return $?
		"$5"
		do_rc=$?
		if [ "$do_rc" -eq 0 ]; then upg_sync_effects || do_rc=74; fi
	fi
	upg_modifiers_end
	if [ "$do_rc" -eq 6 ] || [ "$do_rc" -eq 74 ]; then return "$do_rc"; fi
	if [ "$do_rc" -ne 0 ]; then
		upg_append_synced "$3" "$s_id" "$4" "$worker_attempt" "$do_rc" || return $?
		upg_report "  failed (status $do_rc): $d_title"
		return 1
	fi
	if [ "$d_again" = reads ]; then
		upg_append "$2" "$s_id" "$4" "$worker_attempt" 0
	else
		upg_append_synced "$2" "$s_id" "$4" "$worker_attempt" 0
	fi
}

# The undos of a step, in their order; those of deeds that were not begun have nothing to undo.
upg_worker_undo() { # S
	for undo_n in $s_undos; do
		upg_worker_undo_deed "$1" "$undo_n" || return $?
	done
	upg_append_synced undone "$s_id" 0 "$worker_attempt" 0
}

upg_worker_undo_deed() { # S N
	upg_use_deed "R_$1_$2"
	undo_state=
	undo_of=0
	eval "undo_state=\$K_$1_$2 undo_of=\$R_$1_$2_of"
	case $undo_state in
	undone | unskip | uresolved) return 0 ;;
	esac
	if [ "$undo_of" != 0 ]; then
		undo_deed=
		eval "undo_deed=\$J_$1_$undo_of"
		case $undo_deed in
		'' | skip)
			upg_append unskip "$s_id" "$2" "$worker_attempt" 0
			return $?
			;;
		esac
	fi
	printf '%s\n' "--- undo $s_id #$2: $d_title" 2>/dev/null || :
	upg_decide "undoprobe_$1_$2" "$undo_state"
	case $? in
	0) ;;
	1)
		upg_append_synced unskip "$s_id" "$2" "$worker_attempt" 0
		return $?
		;;
	*)
		upg_in_doubt "$2"
		return 8
		;;
	esac
	upg_do undo undone ufail "$2" "undo_$1_$2"
}

# Do the probes of this step say that it is done? For what is passed over.
upg_worker_probes() { # S
	if [ -n "$s_values" ]; then "values_$1" || return 2; fi
	for probes_n in $s_deeds; do
		upg_use_deed "D_$1_$probes_n"
		case $d_again in
		probe) "probe_$1_$probes_n" || return 1 ;;
		reads) ;;
		*) return 1 ;;
		esac
	done
}
