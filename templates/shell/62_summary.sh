# ---- what is said at the end ------------------------------------------------------------------------------------------

upg_summary() {
	upg_span $((UPG_CLOSED - UPG_OPENED))
	upg_tell ''
	upg_tell "Complete: $UPG_TITLE${UPG_TO:+, now at $UPG_TO}. It took $UPG_SPAN."
	upg_downtime
	if [ "$UPG_DOWN" -ge 0 ]; then
		upg_span "$UPG_DOWN"
		summary_down=$UPG_SPAN
		upg_span "$UPG_WINDOW"
		[ "$UPG_WINDOW" -gt 0 ] || UPG_SPAN='not said'
		upg_tell "Downtime, from the first entering to the last leaving: $summary_down (window: $UPG_SPAN)."
	fi
	upg_summary_left
	upg_tell "Logs: $UPG_DIR/logs"
	if upg_has_finish; then
		upg_tell "What was kept for a rollback is still there; \`finish\` removes it."
	fi
}

# What is left for a person, by the journal: this process may have begun behind it.
upg_summary_left() {
	left_passed=
	left_marked=
	for left_s in $UPG_STEPS; do
		upg_use_step "$left_s"
		case $s_state in
		passed) left_passed="$left_passed $s_id" ;;
		mark) left_marked="$left_marked $s_id" ;;
		esac
	done
	if [ -n "$left_passed" ]; then upg_tell "Left to do by hand, since it failed and was passed over as the plan says:$left_passed"; fi
	if [ -n "$left_marked" ]; then upg_tell "Not done by this script, as asked:$left_marked"; fi
	upg_say_open_brackets
}

# UPG_DOWN: seconds from the first entering to the last leaving, -1 when there were none.
upg_downtime() {
	UPG_DOWN=-1
	down_from=
	down_to=
	for down_n in $UPG_BRACKETS; do
		down_enter=
		down_leave=
		eval "down_enter=\$B_${down_n}_enter down_leave=\$B_${down_n}_leave"
		down_start=
		down_end=
		eval "down_start=\${W_$down_enter-} down_end=\${E_$down_leave-}"
		if [ -n "$down_start" ] && { [ -z "$down_from" ] || [ "$down_start" -lt "$down_from" ]; }; then down_from=$down_start; fi
		if [ -n "$down_end" ] && { [ -z "$down_to" ] || [ "$down_end" -gt "$down_to" ]; }; then down_to=$down_end; fi
	done
	if [ -n "$down_from" ] && [ -n "$down_to" ]; then UPG_DOWN=$((down_to - down_from)); fi
}
