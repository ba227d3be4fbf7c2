# ---- the journal ------------------------------------------------------------------------------------------------------
# One line a record, one write(2) each, no values of the operator:
#   U1 SEQ RUN EVENT STEP DEED ATTEMPT RC EPOCH UPTIME =SEQ=RUN=EVENT=STEP=DEED .
# A record counts when it is whole, repeats itself rightly and follows the one before. A torn one (a crash in the middle of a
# write) is passed over: the next process begins with an empty line. A gap, or a damaged line at the end, stops everything.
#
# Of a run: open adopt rollback rolledto close. Of a step (deed 0): begin done skip passed mark reenter undone. Of a deed:
# begin done skip fail intr timeout already again resolved redo; of an undo: undo unskip undone ufail uintr uresolved uredo.

# UPG_SEQ is the last record that was written, UPG_TAKEN the last that was read.
UPG_SEQ=0
UPG_TAKEN=0
UPG_LEAD=$UPG_LF
UPG_STACK=
UPG_REDO=
UPG_STATE=none
UPG_ROLLBACK_TO=
UPG_JOURNAL_DIGEST=
UPG_DAMAGE=

upg_append() { # EVENT STEP DEED ATTEMPT RC
	UPG_SEQ=$((UPG_SEQ + 1))
	upg_clock
	append_text="U1 $UPG_SEQ $UPG_RUN $1 $2 $3 $4 $5 $UPG_NOW $UPG_UP =$UPG_SEQ=$UPG_RUN=$1=$2=$3 ."
	if ! printf '%s\n' "$UPG_LEAD$append_text" 2>/dev/null >>"$UPG_DIR/journal"; then
		# The disk is full: what was set aside for this makes room.
		rm -f "$UPG_DIR/ballast"
		if ! printf '\n%s\n' "$append_text" 2>/dev/null >>"$UPG_DIR/journal"; then
			upg_report "the journal cannot be written: $UPG_DIR/journal"
			return 74
		fi
	fi
	UPG_LEAD=
}

# A record that must be on the disk before what follows.
upg_append_synced() { # EVENT STEP DEED ATTEMPT RC
	upg_append "$@" || return $?
	upg_sync_files "$UPG_DIR/journal" || return 74
}

# A record by the main process, which then knows it as every reader would.
upg_record() { # EVENT STEP DEED ATTEMPT RC
	upg_append_synced "$@" || return $?
	upg_journal_read
}

upg_record_lazily() { # EVENT STEP DEED ATTEMPT RC
	upg_append "$@" || return $?
	upg_journal_read
}

upg_journal_open() {
	UPG_SEQ=0
	UPG_TAKEN=0
	UPG_AT=1
	UPG_LEAD=$UPG_LF
	UPG_STACK=
	UPG_REDO=
	UPG_STATE=none
	UPG_DAMAGE=
	exec 5<"$UPG_DIR/journal"
	upg_journal_read || return $?
	if [ -n "$UPG_DAMAGE" ]; then
		upg_journal_damaged "its last line is damaged"
		return 70
	fi
}

upg_journal_damaged() { # TEXT
	upg_error "the journal is damaged: $1 ($UPG_DIR/journal)"
	upg_error "nothing was done; compare the system with \`status\`, or move the state directory away"
}

# Takes what was written since the last call.
upg_journal_read() {
	while read -r j_mark j_seq j_run j_event j_step j_deed j_try j_rc j_epoch j_uptime j_check j_end j_rest <&5; do
		[ -n "$j_mark" ] || continue
		if upg_record_whole; then
			UPG_DAMAGE=
			upg_take || return $?
		else
			UPG_DAMAGE=1
		fi
	done
	# What has no end of line was cut off, and counts only when it is whole. More than a whole record is damage.
	if [ -n "$j_mark" ] && upg_record_whole; then
		upg_take || return $?
	fi
	case " $j_end$j_rest" in
	' .'?*) UPG_DAMAGE=1 ;;
	esac
	UPG_SEQ=$UPG_TAKEN
}

upg_record_whole() {
	[ "$j_mark" = U1 ] && [ "$j_end" = . ] && [ -z "$j_rest" ] && [ "$j_check" = "=$j_seq=$j_run=$j_event=$j_step=$j_deed" ] &&
		upg_is_number "$j_seq" && upg_is_number "$j_deed" && upg_is_number "$j_try" && upg_is_number "$j_rc" &&
		upg_is_number "$j_epoch" && upg_is_number "$j_uptime"
}

upg_take() {
	if [ "$j_seq" != $((UPG_TAKEN + 1)) ]; then
		upg_journal_damaged "record $((UPG_TAKEN + 1)) is missing"
		return 70
	fi
	UPG_SEQ=$j_seq
	UPG_TAKEN=$j_seq
	case $j_event in
	open | adopt | rollback | rolledto | close)
		upg_take_run
		return $?
		;;
	esac
	if ! upg_step_of_id "$j_step"; then
		upg_journal_damaged "record $j_seq names an unknown step, $j_step"
		return 70
	fi
	if [ "$j_deed" = 0 ]; then upg_take_step "$UPG_STEP"; else upg_take_deed "$UPG_STEP" "$j_deed"; fi
}

UPG_OPENED=0
UPG_CLOSED=
upg_take_run() {
	case $j_event in
	open)
		UPG_RUN=$j_run
		UPG_JOURNAL_DIGEST=$j_step
		UPG_OPENED=$j_epoch
		UPG_STATE=open
		;;
	adopt) UPG_JOURNAL_DIGEST=$j_step ;;
	rollback)
		UPG_STATE=rollback
		UPG_ROLLBACK_TO=$j_step
		;;
	rolledto)
		UPG_STATE=open
		UPG_REDO="-r$j_seq"
		;;
	close)
		UPG_STATE=$j_step
		UPG_CLOSED=$j_epoch
		;;
	esac
}

upg_take_step() { # S
	case $j_event in
	begin)
		eval "J_$1=begin T_$1=$j_try"
		case " $UPG_STACK " in
		*" $1 "*) ;;
		*) UPG_STACK="$1 $UPG_STACK" ;;
		esac
		eval "W_$1=$j_epoch"
		;;
	done | skip | passed | mark) eval "J_$1=$j_event E_$1=$j_epoch" ;;
	reenter) upg_forget "$1" begin ;;
	undone)
		upg_forget "$1" ''
		upg_unstack "$1"
		;;
	*)
		upg_journal_damaged "record $j_seq has the unknown event $j_event"
		return 70
		;;
	esac
}

upg_unstack() { # S
	unstack_out=
	for unstack_s in $UPG_STACK; do
		[ "$unstack_s" = "$1" ] || unstack_out="$unstack_out$unstack_s "
	done
	UPG_STACK=$unstack_out
}

# The step has not been: its deeds and undos are as new.
upg_forget() { # S STATE
	forget_deeds=
	forget_undos=
	eval "J_$1=\$2 forget_deeds=\$S_$1_deeds forget_undos=\$S_$1_undos"
	for forget_n in $forget_deeds; do eval "J_$1_$forget_n="; done
	for forget_n in $forget_undos; do eval "K_$1_$forget_n="; done
}

upg_take_deed() { # S N
	case $j_event in
	begin | done | skip | fail | intr | timeout | already | again | resolved | redo)
		eval "J_$1_$2=$j_event"
		case $j_event in
		fail | timeout) eval "C_$1=$j_rc" ;;
		esac
		;;
	undo | undone | ufail | uintr | unskip | uresolved | uredo) eval "K_$1_$2=$j_event" ;;
	*)
		upg_journal_damaged "record $j_seq has the unknown event $j_event"
		return 70
		;;
	esac
}
