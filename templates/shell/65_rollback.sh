# ---- the way back: strictly the reverse of the journal ----------------------------------------------------------------

UPG_UNDOING=
UPG_POINT=

upg_will_undo() { # S
	case " $UPG_UNDOING " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}

upg_begun() { # S
	case " $UPG_STACK " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}

# UPG_STEP: the last step before the hop that the run is in, or - when there is none: a rollback goes back to the beginning of
# the hop that failed.
upg_before_hop() {
	UPG_STEP=-
	before_hop=
	before_this=
	for before_s in $UPG_STACK; do
		eval "before_this=\$S_${before_s}_hop"
		if [ -z "$before_hop" ]; then
			before_hop=$before_this
			[ -n "$before_hop" ] || return 0
		elif [ -n "$before_this" ] && [ "$before_this" != "$before_hop" ]; then
			UPG_STEP=$before_s
			return 0
		fi
	done
}

# UPG_UNDOING: what a rollback to behind step TO would undo, in its order; UPG_POINT: the step that it cannot pass.
upg_rollback_list() { # TO
	UPG_UNDOING=
	UPG_POINT=
	for list_s in $UPG_STACK; do
		if [ "$list_s" = "$1" ]; then return 0; fi
		if upg_is_point "$list_s"; then
			UPG_POINT=$list_s
			return 0
		fi
		UPG_UNDOING="$UPG_UNDOING $list_s"
	done
}

# Was something begun in step S that cannot be undone?
upg_is_point() { # S
	upg_use_step "$1"
	[ -n "$s_point" ] || return 1
	point_state=
	point_marked=
	for point_n in $s_deeds; do
		eval "point_state=\$J_$1_$point_n point_marked=\$D_$1_${point_n}_irreversible"
		if [ "$s_undo" = irreversible ]; then
			eval "point_marked=\$D_$1_${point_n}_again"
			[ "$point_marked" != reads ] || point_marked=
		fi
		case $point_state in
		'' | skip) ;;
		*) if [ -n "$point_marked" ]; then return 0; fi ;;
		esac
	done
	return 1
}

# Goes back to behind step TO, or to the beginning (-). 0 done, 3 done after a failure, 4 stopped at a point of no return,
# 5 an undo failed, 6 it would lose data and that was not accepted, 8 in doubt.
upg_rollback() { # TO MODE
	upg_rollback_list "$1"
	if [ "$UPG_STATE" != rollback ]; then
		upg_loss_accepted "$2" || return $?
		rollback_to=-
		if [ "$1" != - ]; then eval "rollback_to=\$S_$1_id"; fi
		upg_record rollback "$rollback_to" 0 1 0 || return $?
	fi
	upg_reenter || return $?
	for rollback_s in $UPG_UNDOING; do
		upg_undo_step "$rollback_s" || return $?
		[ -z "$UPG_STOP" ] || return "$(upg_stop_code)"
	done
	if [ -n "$UPG_POINT" ]; then
		upg_use_step "$UPG_POINT"
		upg_record rolledto "$s_id" 0 1 0 || return $?
		upg_tell "Stopped: step $s_number, \"$s_title\", cannot be undone${s_why:+ ($s_why)}. Go on with \`resume\`."
		return 4
	fi
	if [ "$1" != - ]; then
		upg_use_step "$1"
		upg_record rolledto "$s_id" 0 1 0 || return $?
		if [ -n "$s_hop" ]; then upg_tell "The hop to $s_hop is done, what came behind it is undone."; fi
		upg_tell "Rolled back to behind step $s_number. Go on with \`resume\`, or further back with \`rollback\`."
		[ "$2" != automatic ] || return 3
		return 0
	fi
	upg_record close rolledback 0 1 0 || return $?
	upg_tell "Rolled back completely."
	if [ "$2" = automatic ]; then return 3; fi
}

upg_loss_accepted() { # MODE
	loss_text=$(plan_loss)
	if [ -z "$loss_text" ] || [ -n "$UPG_ACCEPT_LOSS" ]; then return 0; fi
	upg_tell "A rollback would lose what was written since the upgrade:"
	upg_tell "$loss_text"
	upg_tell "Nothing was undone. If that is what you want: \`rollback --accept-loss\`."
	: "$1"
	return 6
}

upg_undo_step() { # S
	upg_use_step "$1"
	case $s_undo in
	deeds) ;;
	*)
		upg_record_lazily undone "$s_id" 0 1 0
		return $?
		;;
	esac
	upg_tell "[undo $s_number] $s_title"
	s_timeout=0
	upg_work undo "$1"
	undo_rc=$?
	case $undo_rc in
	0)
		upg_tell "  undone"
		return 0
		;;
	6 | 8 | 70 | 74)
		upg_tell "  log: $UPG_LOG"
		return "$undo_rc"
		;;
	1) ;;
	*)
		upg_mark_undo_open "$1" "$undo_rc" || return $?
		if [ -n "$UPG_STOP" ]; then return "$undo_rc"; fi
		;;
	esac
	upg_tell "  log: $UPG_LOG"
	upg_log_tail
	upg_tell "The rollback stopped half-way. When the cause is mended, \`rollback\` goes on."
	return 5
}

upg_mark_undo_open() { # S RC
	mark_state=
	for mark_n in $s_undos; do
		eval "mark_state=\$K_$1_$mark_n"
		if [ "$mark_state" = undo ]; then upg_record uintr "$s_id" "$mark_n" 1 "$2" || return $?; fi
	done
}
