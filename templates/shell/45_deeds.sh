# ---- deeds ------------------------------------------------------------------------------------------------------------

# PATH.part becomes PATH, whole and on the disk, and never in the place of another.
upg_publish() { # PATH
	if [ ! -e "$1.part" ]; then
		printf '%s\n' "there is nothing to publish: $1.part"
		return 1
	fi
	if [ -d "$1.part" ] || ! upg_have sync; then
		upg_sync_effects
	else
		upg_sync_files "$1.part" || return 1
	fi
	if [ -e "$1" ] || [ -h "$1" ]; then
		printf '%s\n' "exists already, and is not overwritten: $1"
		return 1
	fi
	if [ -f "$1.part" ] && ln "$1.part" "$1" 2>/dev/null; then
		rm -f "$1.part"
	else
		mv "$1.part" "$1" || return 1
	fi
	upg_sync_files "${1%/*}" || upg_sync_effects
}

# What a person does. Only `yes` counts as done.
upg_manual() { # TEXT [CONFIRM] [ROLE]
	upg_report "  By hand${3:+ (by $3)}: $1"
	manual_question="  Done${2:+: $2}? Type yes to go on, no to stop: "
	if upg_answer "confirm $UPG_STEP_ID"; then
		upg_report "$manual_question$UPG_ANSWER (answered beforehand)"
		[ "$UPG_ANSWER" = yes ]
		return $?
	fi
	if [ -z "${UPG_TERMINAL-}" ]; then
		upg_report "  A person has to confirm this, and there is no terminal."
		return 6
	fi
	: >"$UPG_DIR/asking"
	while :; do
		printf '%s' "$manual_question" 2>/dev/null >&3 || :
		if ! read -r manual_answer <&4; then
			rm -f "$UPG_DIR/asking"
			return 6
		fi
		case $manual_answer in
		yes | no) break ;;
		esac
	done
	rm -f "$UPG_DIR/asking"
	printf '%s\n' "$manual_question$manual_answer"
	[ "$manual_answer" = yes ]
}

upg_wait() { # EVERY LIMIT WHAT CONDITION…
	wait_every=$1
	wait_limit=$2
	wait_what=$3
	shift 3
	upg_clock
	wait_start=$UPG_UP
	wait_said=$UPG_UP
	while :; do
		if upg_quiet_log "$@"; then return 0; fi
		upg_clock
		wait_gone=$((UPG_UP - wait_start))
		if [ "$wait_limit" -gt 0 ] && [ "$wait_gone" -ge "$wait_limit" ]; then
			upg_span "$wait_limit"
			upg_report "  waited $UPG_SPAN in vain for: $wait_what"
			return 1
		fi
		if [ $((UPG_UP - wait_said)) -ge 30 ] || [ "$wait_said" = "$wait_start" ]; then
			upg_span "$wait_gone"
			upg_tell "  waiting for: $wait_what ($UPG_SPAN so far)"
			wait_said=$((UPG_UP + 1))
		fi
		sleep "$wait_every"
	done
}

upg_quiet() { # CONDITION…
	"$@" >/dev/null 2>&1
}

upg_quiet_log() { # CONDITION…
	if [ -n "$UPG_DEED_SECRET" ]; then upg_quiet "$@"; else "$@"; fi
}

upg_expect() { # WHAT CONDITION…
	expect_what=$1
	shift
	upg_quiet_log "$@"
	case $? in
	0) return 0 ;;
	1) upg_report "  expected, and not so: $expect_what" ;;
	*) upg_report "  expected, and it cannot be told: $expect_what" ;;
	esac
	return 1
}

upg_require() { # WHAT WHY CONDITION…
	require_why=$2
	require_what=$1
	shift 2
	if upg_expect "$require_what" "$@"; then return 0; fi
	[ -z "$require_why" ] || upg_report "  $require_why"
	return 1
}

upg_recommend() { # WHAT WHY CONDITION…
	recommend_what=$1
	recommend_why=$2
	shift 2
	upg_quiet_log "$@" || upg_report "  recommended, and not so: $recommend_what${recommend_why:+ ($recommend_why)}"
	return 0
}

upg_say() { # notice|note|warning TEXT
	upg_report "  $1: $2"
}

upg_see() { # TITLE URL
	upg_report "  see $1: $2"
}

# ---- conditions: 0 yes, 1 no, 2 unknown -------------------------------------------------------------------------------

upg_is() { # A B
	[ "$1" = "$2" ]
}

upg_contains() { # TEXT PART
	case $1 in
	*"$2"*) return 0 ;;
	esac
	return 1
}

upg_starts() { # TEXT PART
	case $1 in
	"$2"*) return 0 ;;
	esac
	return 1
}

upg_matches() { # TEXT REGEX
	upg_print "$1$UPG_LF" | grep -E -q -e "$2"
}

upg_empty() { # TEXT
	[ -z "$1" ]
}

upg_exists() { # PATH
	[ -e "$1" ] || [ -h "$1" ]
}

upg_in_list() { # X A B C…
	in_list_x=$1
	shift
	while [ $# -gt 0 ]; do
		if [ "$in_list_x" = "$1" ]; then return 0; fi
		shift
	done
	return 1
}

upg_true() {
	return 0
}

upg_has_line() { # LIST X
	case "$UPG_LF$1$UPG_LF" in
	*"$UPG_LF$2$UPG_LF"*) return 0 ;;
	esac
	return 1
}

upg_unsupported() { # WHY
	printf '%s\n' "not supported: $1" >&2 2>/dev/null || :
	return 1
}

# V_NAME: true or false; unknown sets nothing.
upg_truth() { # NAME CONDITION…
	truth_name=$1
	shift
	"$@"
	case $? in
	0) upg_computed "$truth_name" true ;;
	1) upg_computed "$truth_name" false ;;
	*) return 2 ;;
	esac
}

# Some shells count in 32 bits: what may not fit there is left to awk, and what awk cannot hold exactly is unknown.
upg_calc() { # NAME A +|-|*|/ B
	upg_integer "$2" || return 2
	calc_a=$UPG_INTEGER
	upg_integer "$4" || return 2
	calc_long=
	if [ $((${#calc_a} + ${#UPG_INTEGER})) -gt 9 ]; then calc_long=1; fi
	case $calc_long$3$UPG_INTEGER in
	/0 | 1/0) return 2 ;;
	+*) calc_value=$((calc_a + UPG_INTEGER)) ;;
	-*) calc_value=$((calc_a - UPG_INTEGER)) ;;
	'*'*) calc_value=$((calc_a * UPG_INTEGER)) ;;
	/*) calc_value=$((calc_a / UPG_INTEGER)) ;;
	1[-+*/]*) calc_value=$(upg_calc_long "$calc_a" "$3" "$UPG_INTEGER") || return 2 ;;
	*) return 2 ;;
	esac
	upg_computed "$1" "$calc_value"
}

upg_calc_long() { # A +|-|*|/ B
	printf '%s %s %s\n' "$1" "$2" "$3" | awk '
		function whole(x) { return x < 0 ? -int(-x) : int(x) }
		{
			if ($2 == "+") r = $1 + $3
			else if ($2 == "-") r = $1 - $3
			else if ($2 == "*") r = $1 * $3
			else r = whole($1 / $3)
			most = 9007199254740991
			if ($1 > most || $1 < -most || $3 > most || $3 < -most || r > most || r < -most) exit 1
			printf "%.0f\n", r
		}'
}

upg_not() { # CONDITION…
	"$@"
	case $? in
	0) return 1 ;;
	1) return 0 ;;
	esac
	return 2
}

# Yes when one of the functions says so; no when all say no.
upg_any() { # FUNCTION…
	upg_any_of 0 1 "$@"
}

# Yes when all of the functions say so; no when one says no.
upg_all() { # FUNCTION…
	upg_any_of 1 0 "$@"
}

# One function after the other until one says STOP; when none does, REST, or unknown when one could not tell.
upg_any_of() { # STOP REST FUNCTION…
	if [ $# -eq 2 ]; then return "$2"; fi
	"$3"
	any_rc=$?
	if [ "$any_rc" -eq "$1" ]; then return "$1"; fi
	any_stop=$1
	any_rest=$2
	if [ "$any_rc" -ge 2 ]; then any_rest=2; fi
	shift 3
	upg_any_of "$any_stop" "$any_rest" "$@"
}

upg_number() { # A OPERATOR B
	upg_integer "$1" || return 2
	number_a=$UPG_INTEGER
	upg_integer "$3" || return 2
	case $number_a/$UPG_INTEGER in
	-*/-*) upg_order_digits "${UPG_INTEGER#-}" "${number_a#-}" ;;
	-*/*) UPG_ORDER=-1 ;;
	*/-*) UPG_ORDER=1 ;;
	*) upg_order_digits "$number_a" "$UPG_INTEGER" ;;
	esac
	upg_order_is "$2" "$UPG_ORDER"
}

# UPG_ORDER: of two numbers of any length without zeros in front, nine digits at a time: some shells count in 32 bits.
upg_order_digits() { # A B
	digits_a=$1
	digits_b=$2
	if [ "${#1}" -lt "${#2}" ]; then
		UPG_ORDER=-1
		return 0
	elif [ "${#1}" -gt "${#2}" ]; then
		UPG_ORDER=1
		return 0
	fi
	UPG_ORDER=0
	while [ -n "$digits_a" ] && [ "$UPG_ORDER" -eq 0 ]; do
		case $digits_a in
		?????????*)
			digits_rest_a=${digits_a#?????????}
			digits_rest_b=${digits_b#?????????}
			;;
		*)
			digits_rest_a=
			digits_rest_b=
			;;
		esac
		if [ "1${digits_a%"$digits_rest_a"}" -lt "1${digits_b%"$digits_rest_b"}" ]; then
			UPG_ORDER=-1
		elif [ "1${digits_a%"$digits_rest_a"}" -gt "1${digits_b%"$digits_rest_b"}" ]; then
			UPG_ORDER=1
		fi
		digits_a=$digits_rest_a
		digits_b=$digits_rest_b
	done
}

# UPG_INTEGER: a whole number without zeros in front, which some shells take for octal.
upg_integer() { # TEXT
	UPG_INTEGER=${1#-}
	upg_is_number "$UPG_INTEGER" || return 2
	while [ "${UPG_INTEGER#0}" != "$UPG_INTEGER" ] && [ "${#UPG_INTEGER}" -gt 1 ]; do UPG_INTEGER=${UPG_INTEGER#0}; done
	case $1/$UPG_INTEGER in
	*/0) ;;
	-*) UPG_INTEGER=-$UPG_INTEGER ;;
	esac
}

upg_order_is() { # OPERATOR -1|0|1
	case $1/$2 in
	lt/-1 | le/-1 | le/0 | gt/1 | ge/1 | ge/0 | eq/0 | ne/-1 | ne/1) return 0 ;;
	esac
	return 1
}

# Dotted numbers, a missing one is 0; `-pre` sorts before the release; what follows a `+` does not count.
upg_version() { # A OPERATOR B
	[ -n "$1" ] && [ -n "$3" ] || return 2
	upg_compare_versions "${1%%+*}" "${3%%+*}"
	upg_order_is "$2" "$UPG_ORDER"
}

# UPG_ORDER: -1, 0, 1
upg_compare_versions() { # A B
	upg_compare_lists "${1%%-*}" "${2%%-*}" 0
	if [ "$UPG_ORDER" -ne 0 ]; then return 0; fi
	case $1/$2 in
	*-*/*-*) upg_compare_lists "${1#*-}" "${2#*-}" '' ;;
	*-*/*) UPG_ORDER=-1 ;;
	*/*-*) UPG_ORDER=1 ;;
	esac
}

upg_compare_lists() { # A B MISSING
	lists_a=$1
	lists_b=$2
	UPG_ORDER=0
	while [ -n "$lists_a$lists_b" ]; do
		upg_compare_fields "${lists_a%%.*}" "${lists_b%%.*}" "$3"
		if [ "$UPG_ORDER" -ne 0 ]; then return 0; fi
		case $lists_a in *.*) lists_a=${lists_a#*.} ;; *) lists_a= ;; esac
		case $lists_b in *.*) lists_b=${lists_b#*.} ;; *) lists_b= ;; esac
	done
}

# Numbers by value (of any length), texts by their bytes, a number before a text.
upg_compare_fields() { # A B MISSING
	UPG_ORDER=0
	field_a=${1:-$3}
	field_b=${2:-$3}
	if [ "$field_a" = "$field_b" ]; then return 0; fi
	if [ -z "$field_a" ]; then UPG_ORDER=-1; elif [ -z "$field_b" ]; then UPG_ORDER=1; fi
	if [ "$UPG_ORDER" -ne 0 ]; then return 0; fi
	if upg_is_number "$field_a" && upg_is_number "$field_b"; then
		while [ "${field_a#0}" != "$field_a" ]; do field_a=${field_a#0}; done
		while [ "${field_b#0}" != "$field_b" ]; do field_b=${field_b#0}; done
		if [ "$field_a" = "$field_b" ]; then return 0; fi
		if [ "${#field_a}" -ne "${#field_b}" ]; then
			if [ "${#field_a}" -lt "${#field_b}" ]; then UPG_ORDER=-1; else UPG_ORDER=1; fi
			return 0
		fi
	elif upg_is_number "$field_a"; then
		UPG_ORDER=-1
		return 0
	elif upg_is_number "$field_b"; then
		UPG_ORDER=1
		return 0
	fi
	if expr "x$field_a" \< "x$field_b" >/dev/null; then UPG_ORDER=-1; else UPG_ORDER=1; fi
}
