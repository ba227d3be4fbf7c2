# ---- the plan's steps -------------------------------------------------------------------------------------------------
# plan_steps fills variables: S_<suffix>_<key> of a step, D_<suffix>_<n>_<key> of a deed, R_<suffix>_<n>_<key> of an undo,
# B_<n>_<key> of a bracket. A worker keeps its own step only.

UPG_STEPS=
UPG_COUNT=0
UPG_BRACKETS=
UPG_ONLY_STEP=

# The step and the deed in hand, see upg_use_step and upg_use_deed.
s_id=
s_number=
s_title=
s_index=
s_phase=
s_hop=
s_guard=
s_optional=
s_low=
s_high=
s_timeout=0
s_undo=
s_undos=
s_fail=
s_why=
s_failure=
s_skipped=
s_values=
s_retry=
s_needed=
s_point=
s_digest=
s_manual=
s_deeds=
s_state=
d_title=
d_again=
d_atomic=
d_manual=

upg_step() { # SUFFIX ID NUMBER TITLE KEY=VALUE…
	step_s=$1
	if [ -n "$UPG_ONLY_STEP" ] && [ "$UPG_ONLY_STEP" != "$1" ]; then
		step_s=
		return 0
	fi
	UPG_COUNT=$((UPG_COUNT + 1))
	UPG_STEPS="$UPG_STEPS $1"
	eval "S_$1_id=\$2 S_$1_number=\$3 S_$1_title=\$4 S_$1_index=$UPG_COUNT N_$UPG_COUNT=$1 S_$1_deeds= S_$1_undos="
	eval "S_$1_phase=upgrade S_$1_kind=normal S_$1_guard= S_$1_optional= S_$1_low= S_$1_high= S_$1_timeout=0 S_$1_undo=none"
	eval "S_$1_fail=hold S_$1_why= S_$1_failure= S_$1_skipped= S_$1_values= S_$1_retry= S_$1_needed= S_$1_digest= S_$1_manual="
	eval "S_$1_point= S_$1_hop= J_$1= T_$1=1"
	shift 4
	while [ $# -gt 0 ]; do
		eval "S_${step_s}_${1%%=*}=\${1#*=}"
		shift
	done
	step_kind=
	eval "step_kind=\$S_${step_s}_undo"
	if [ "$step_kind" = irreversible ]; then eval "S_${step_s}_point=1"; fi
}

upg_deed() { # N TITLE KEY=VALUE…
	if [ -z "$step_s" ]; then return 0; fi
	deed_p="D_${step_s}_$1"
	eval "S_${step_s}_deeds=\"\$S_${step_s}_deeds $1\" ${deed_p}_title=\$2 ${deed_p}_again=reads ${deed_p}_atomic= ${deed_p}_guard= ${deed_p}_manual="
	eval "${deed_p}_secret= ${deed_p}_irreversible= ${deed_p}_uses= J_${step_s}_$1="
	shift 2
	while [ $# -gt 0 ]; do
		eval "${deed_p}_${1%%=*}=\${1#*=}"
		case $1 in
		manual=1) eval "S_${step_s}_manual=1" ;;
		irreversible=1) eval "S_${step_s}_point=1" ;;
		esac
		shift
	done
}

upg_undo() { # N TITLE KEY=VALUE…
	if [ -z "$step_s" ]; then return 0; fi
	undo_p="R_${step_s}_$1"
	eval "S_${step_s}_undos=\"\$S_${step_s}_undos $1\" ${undo_p}_title=\$2 ${undo_p}_again=reads ${undo_p}_atomic= ${undo_p}_of=0"
	eval "${undo_p}_manual= ${undo_p}_secret= K_${step_s}_$1="
	shift 2
	while [ $# -gt 0 ]; do
		eval "${undo_p}_${1%%=*}=\${1#*=}"
		shift
	done
}

upg_bracket() { # N STATE KEY=VALUE…
	bracket_n=$1
	UPG_BRACKETS="$UPG_BRACKETS $1"
	eval "B_$1_state=\$2 B_$1_enter= B_$1_leave= B_$1_guard= B_$1_probe= B_$1_why="
	shift 2
	while [ $# -gt 0 ]; do
		eval "B_${bracket_n}_${1%%=*}=\${1#*=}"
		shift
	done
}

# The keys of step S in variables of their own: s_id, s_title…
upg_use_step() { # S
	eval "s_id=\$S_$1_id s_number=\$S_$1_number s_title=\$S_$1_title s_index=\$S_$1_index s_deeds=\$S_$1_deeds s_undos=\$S_$1_undos"
	eval "s_phase=\$S_$1_phase s_guard=\$S_$1_guard s_optional=\$S_$1_optional s_low=\$S_$1_low s_high=\$S_$1_high"
	eval "s_timeout=\$S_$1_timeout s_undo=\$S_$1_undo s_fail=\$S_$1_fail s_why=\$S_$1_why s_failure=\$S_$1_failure"
	eval "s_skipped=\$S_$1_skipped s_values=\$S_$1_values s_retry=\$S_$1_retry s_needed=\$S_$1_needed s_point=\$S_$1_point"
	eval "s_digest=\$S_$1_digest s_manual=\$S_$1_manual s_state=\$J_$1 s_hop=\$S_$1_hop"
}

# UPG_STEP: suffix of the step that is named by its id, its suffix, its name or its number.
upg_find_step() { # NAME
	UPG_STEP=
	for find_s in $UPG_STEPS; do
		find_id=
		find_number=
		eval "find_id=\$S_${find_s}_id find_number=\$S_${find_s}_number"
		case $1 in
		"$find_id" | "$find_s")
			UPG_STEP=$find_s
			return 0
			;;
		"$find_number" | "${find_id#*.}") [ -n "$UPG_STEP" ] || UPG_STEP=$find_s ;;
		esac
	done
	if [ -z "$UPG_STEP" ]; then
		upg_error "no step is named $1; \`list\` shows them"
		return 2
	fi
}

# UPG_STEP: suffix of the step with this id. The journal goes from one step to its neighbour, so that the search is short.
UPG_AT=1
upg_step_of_id() { # ID
	for at_try in "$UPG_AT" $((UPG_AT + 1)) $((UPG_AT - 1)); do
		at_s=
		at_id=
		eval "at_s=\${N_$at_try-}"
		if [ -n "$at_s" ]; then
			eval "at_id=\$S_${at_s}_id"
			if [ "$at_id" = "$1" ]; then
				UPG_AT=$at_try
				UPG_STEP=$at_s
				return 0
			fi
		fi
	done
	for at_s in $UPG_STEPS; do
		eval "at_id=\$S_${at_s}_id"
		if [ "$at_id" = "$1" ]; then
			eval "UPG_AT=\$S_${at_s}_index"
			UPG_STEP=$at_s
			return 0
		fi
	done
	return 1
}
