# ---- answers: asked before anything is touched ------------------------------------------------------------------------
# From --answers FILE (lines `name = value`), the environment (UPG_ANSWER_name), the terminal, or the default.

UPG_ANSWERS=0
UPG_ANSWER_FILE='' UPG_YES='' UPG_ASKS=''

upg_answers_read() { # FILE
	if [ ! -r "$1" ]; then
		upg_error "the answers cannot be read: $1"
		return 2
	fi
	answers_line_number=0
	while IFS= read -r answers_line || [ -n "$answers_line" ]; do
		answers_line_number=$((answers_line_number + 1))
		upg_trim "$answers_line"
		case $UPG_TRIMMED in
		'' | '#'* | //*) continue ;;
		*=*) ;;
		*)
			upg_error "$1:$answers_line_number: a line is \`name = value\`"
			return 2
			;;
		esac
		answers_name=${UPG_TRIMMED%%=*}
		answers_value=${UPG_TRIMMED#*=}
		UPG_ANSWERS=$((UPG_ANSWERS + 1))
		upg_trim "$answers_name"
		eval "A_${UPG_ANSWERS}_name=\$UPG_TRIMMED"
		upg_trim "$answers_value"
		case $UPG_TRIMMED in
		'"'*'"')
			UPG_TRIMMED=${UPG_TRIMMED#'"'}
			UPG_TRIMMED=${UPG_TRIMMED%'"'}
			;;
		esac
		eval "A_${UPG_ANSWERS}_value=\$UPG_TRIMMED"
	done <"$1"
}

# UPG_TRIMMED: TEXT without blanks at its ends.
upg_trim() { # TEXT
	UPG_TRIMMED=${1#"${1%%[!"$UPG_TAB "]*}"}
	UPG_TRIMMED=${UPG_TRIMMED%"${UPG_TRIMMED##*[!"$UPG_TAB "]}"}
}

# UPG_ANSWER: what was answered beforehand to NAME.
upg_answer() { # NAME
	UPG_ANSWER=
	answer_n=1
	answer_name=
	while [ "$answer_n" -le "$UPG_ANSWERS" ]; do
		eval "answer_name=\$A_${answer_n}_name"
		if [ "$answer_name" = "$1" ]; then
			eval "UPG_ANSWER=\$A_${answer_n}_value"
			return 0
		fi
		answer_n=$((answer_n + 1))
	done
	case $1 in
	*[!A-Za-z0-9_-]*) return 1 ;;
	esac
	answer_name=$1
	while :; do
		case $answer_name in
		*-*) answer_name=${answer_name%%-*}_${answer_name#*-} ;;
		*) break ;;
		esac
	done
	answer_set=
	eval "answer_set=\${UPG_ANSWER_$answer_name+set}"
	if [ -z "$answer_set" ]; then return 1; fi
	eval "UPG_ANSWER=\$UPG_ANSWER_$answer_name"
}

# ==== for the main process alone; the copy for workers leaves it out

UPG_MATCHING=

upg_input() { # NAME TYPE TITLE [DEFAULT]
	if [ -n "$UPG_FROZEN" ]; then return 0; fi
	upg_ask_for "$@"
	if [ -n "$UPG_HAD" ]; then
		if ! upg_fits "$2" "$UPG_ANSWER"; then
			UPG_INVALID="$UPG_INVALID$1 is not a $2${UPG_MATCHING:+ that matches $UPG_MATCHING}: $UPG_ANSWER$UPG_LF"
		fi
	fi
	upg_keep "$1" "$UPG_ANSWER"
}

# An input whose value must match a regular expression.
upg_matching() { # REGEX upg_input ARGUMENTS…
	UPG_MATCHING=$1
	shift
	"$@"
	UPG_MATCHING=
}

upg_fits() { # TYPE VALUE
	upg_valid "$1" "$2" || return 1
	[ -z "$UPG_MATCHING" ] || upg_matches "$2" "$UPG_MATCHING"
}

upg_choice() { # NAME TITLE CHOICES [DEFAULT]
	if [ -n "$UPG_FROZEN" ]; then return 0; fi
	choice_of=$3
	if [ $# -ge 4 ]; then
		upg_ask_for "$1" "one of: $3" "$2" "$4"
	else
		upg_ask_for "$1" "one of: $3" "$2"
	fi
	if [ -n "$UPG_HAD" ]; then
		case " $choice_of " in
		*" $UPG_ANSWER "*) ;;
		*) UPG_INVALID="$UPG_INVALID$1 is not one of $choice_of: $UPG_ANSWER$UPG_LF" ;;
		esac
	fi
	upg_keep "$1" "$UPG_ANSWER"
}

# UPG_ANSWER: a line for each item of a list. In an answer there are commas between them; a default has its lines already.
upg_items() { # ANSWER TYPE OF AN ITEM
	items_all=
	items_rest=$1
	case $items_rest in
	*"$UPG_LF"*)
		UPG_ANSWER=${items_rest%"$UPG_LF"}
		return 0
		;;
	esac
	while [ -n "$items_rest" ]; do
		upg_trim "${items_rest%%,*}"
		UPG_ANSWER=$UPG_TRIMMED
		upg_read "$2"
		items_all=$items_all${items_all:+$UPG_LF}$UPG_ANSWER
		case $items_rest in
		*,*) items_rest=${items_rest#*,} ;;
		*) items_rest= ;;
		esac
	done
	UPG_ANSWER=$items_all
}

# UPG_ANSWER, and UPG_HAD when there is one; a missing one is noted.
upg_ask_for() { # NAME TYPE TITLE [DEFAULT]
	UPG_HAD=1
	if upg_answer "$1"; then
		upg_read "$2"
		return 0
	fi
	if [ -n "$UPG_ASKS" ] && { [ -z "$UPG_YES" ] || [ $# -lt 4 ]; }; then
		upg_prompt "$@"
		return 0
	fi
	if [ $# -ge 4 ]; then
		UPG_ANSWER=${4%"$UPG_LF"}
		return 0
	fi
	UPG_HAD=
	UPG_ANSWER=
	UPG_MISSING="$UPG_MISSING  $1 ($2): $3$UPG_LF"
}

upg_prompt() { # NAME TYPE TITLE [DEFAULT]
	prompt_default=
	if [ $# -ge 4 ]; then
		upg_shown "$2" "${4%"$UPG_LF"}"
		prompt_default=" [$UPG_SHOWN]"
	fi
	while :; do
		printf '%s' "$3
  $1 ($2)$prompt_default: " 2>/dev/null >&3 || :
		if ! IFS= read -r UPG_ANSWER <&4; then
			UPG_HAD=
			UPG_ANSWER=
			UPG_MISSING="$UPG_MISSING  $1 ($2): $3$UPG_LF"
			return 0
		fi
		if [ -n "$UPG_ANSWER" ]; then
			upg_read "$2"
		else
			UPG_ANSWER=${4-}
			UPG_ANSWER=${UPG_ANSWER%"$UPG_LF"}
		fi
		case $2 in
		'one of: '*)
			case " ${2#one of: } " in
			*" $UPG_ANSWER "*) [ -z "$UPG_ANSWER" ] || return 0 ;;
			esac
			;;
		*) if upg_fits "$2" "$UPG_ANSWER"; then return 0; fi ;;
		esac
		upg_tell "  that is not a $2${UPG_MATCHING:+ that matches $UPG_MATCHING}"
	done
}

# An answer is what a person writes; the plan counts in seconds and bytes. What cannot be read stays as it is.
upg_read() { # TYPE
	case $1 in
	'list of '*) upg_items "$UPG_ANSWER" "${1#list of }" ;;
	duration | size) upg_amount "$1" ;;
	percent) UPG_ANSWER=${UPG_ANSWER%"%"} ;;
	bool)
		case $UPG_ANSWER in
		yes) UPG_ANSWER=true ;;
		no) UPG_ANSWER=false ;;
		esac
		;;
	esac
}

# UPG_SHOWN: a value as a person would write it.
upg_shown() { # TYPE VALUE
	UPG_SHOWN=$2
	case $1 in
	duration)
		upg_span "$2"
		UPG_SHOWN=$UPG_SPAN
		;;
	size)
		# Some shells count in 32 bits.
		UPG_SHOWN=$(printf '%s\n' "$2" | awk '{
			if ($1 + 0 == 0) { print $1; exit }
			n = split("KiB MiB GiB TiB", unit, " ")
			for (i = 0; i < n && $1 % 1024 == 0; i++) $1 /= 1024
			printf "%.0f%s", $1, i ? unit[i] : "B"
		}')
		;;
	percent) UPG_SHOWN=$2% ;;
	'list of '*)
		shown_rest=$2
		shown_all=
		while [ -n "$shown_rest" ]; do
			upg_shown "${1#list of }" "${shown_rest%%"$UPG_LF"*}"
			shown_all=$shown_all${shown_all:+, }$UPG_SHOWN
			case $shown_rest in
			*"$UPG_LF"*) shown_rest=${shown_rest#*"$UPG_LF"} ;;
			*) shown_rest= ;;
			esac
		done
		UPG_SHOWN=$shown_all
		;;
	esac
}

# A number without a unit is no amount; what is none stands in quotes, which no number has.
upg_amount() { # TYPE
	amount_sum=$(printf '%s\n' "$UPG_ANSWER" | awk -v type="$1" '
		BEGIN {
			if (type == "duration") { of["s"] = 1; of["m"] = 60; of["h"] = 3600; of["d"] = 86400 }
			else {
				of["B"] = 1; of["kB"] = 1000
				for (i = split("K M G T", unit, " "); i > 0; i--) { of[unit[i] "B"] = 1000 ^ i; of[unit[i] "iB"] = 1024 ^ i }
			}
		}
		{
			rest = $0; sum = 0
			while (match(rest, /^[0-9]+([.][0-9]+)?[A-Za-z]+/)) {
				part = substr(rest, 1, RLENGTH); rest = substr(rest, RLENGTH + 1); name = part
				sub(/^[0-9.]+/, "", name); sub(/[A-Za-z]+$/, "", part)
				if (!(name in of)) exit
				sum += part * of[name]
			}
			if (rest == "" && $0 != "") printf "%.0f", sum
		}')
	UPG_ANSWER=${amount_sum:-"\"$UPG_ANSWER\""}
}

upg_valid() { # TYPE VALUE
	case $1 in
	'list of '*)
		valid_rest=$2
		while [ -n "$valid_rest" ]; do
			upg_valid "${1#list of }" "${valid_rest%%"$UPG_LF"*}" || return 1
			case $valid_rest in
			*"$UPG_LF"*) valid_rest=${valid_rest#*"$UPG_LF"} ;;
			*) valid_rest= ;;
			esac
		done
		return 0
		;;
	esac
	case $2 in
	*"$UPG_LF"*) return 1 ;;
	esac
	case $1 in
	text) return 0 ;;
	bool) [ "$2" = true ] || [ "$2" = false ] ;;
	int) upg_is_number "${2#-}" ;;
	port) upg_is_number "$2" && [ "${#2}" -le 5 ] && [ "$2" -ge 1 ] && [ "$2" -le 65535 ] ;;
	percent) upg_is_number "${2%"%"}" && [ "${#2}" -le 4 ] && [ "${2%"%"}" -le 100 ] ;;
	path) case $2 in /*) return 0 ;; *) return 1 ;; esac ;;
	host) case $2 in '' | -* | *[!A-Za-z0-9.:_%-]*) return 1 ;; esac ;;
	url) case $2 in [a-z]*://?*) return 0 ;; *) return 1 ;; esac ;;
	version) case $2 in [0-9]*) ;; *) return 1 ;; esac && case $2 in *[!A-Za-z0-9.+_-]* | *..*) return 1 ;; esac ;;
	duration | size) upg_is_number "$2" ;;
	*) [ -n "$2" ] ;;
	esac
}

# Secrets are never stored: resume reads them from where they came.
upg_secret() { # NAME env|file|command|ask SOURCE TITLE
	upg_upper "$1"
	secret_var=V_$UPG_UPPER
	case " $UPG_SECRETS " in
	*" $secret_var "*) ;;
	*) UPG_SECRETS="$UPG_SECRETS $secret_var" ;;
	esac
	secret_value=
	secret_rc=0
	case $2 in
	env)
		secret_set=
		eval "secret_set=\${$3+set}"
		if [ -n "$secret_set" ]; then eval "secret_value=\$$3"; else secret_rc=1; fi
		eval "unset $3"
		;;
	file) secret_value=$(cat "$3" 2>/dev/null) || secret_rc=1 ;;
	command) secret_value=$("$3" 2>/dev/null) || secret_rc=1 ;;
	ask) upg_secret_ask "$1" "$3" || secret_rc=1 ;;
	esac
	eval "$secret_var=\$secret_value"
	if [ "$secret_rc" -ne 0 ] || [ -z "$secret_value" ]; then
		UPG_MISSING="$UPG_MISSING  $1 (secret, from $2 $3): $4$UPG_LF"
	fi
	unset secret_value
}

upg_secret_ask() { # NAME PROMPT
	if [ -z "$UPG_ASKS" ]; then return 1; fi
	printf '%s' "$2: " 2>/dev/null >&3 || :
	trap 'stty echo <&4 2>/dev/null; trap - INT; kill -s INT $$' INT
	stty -echo <&4 2>/dev/null
	IFS= read -r secret_value <&4
	secret_ask_rc=$?
	stty echo <&4 2>/dev/null
	trap - INT
	upg_tell ''
	return "$secret_ask_rc"
}

# The version that is installed: by the plan's question to the system, else by the answer `from`.
upg_detect() {
	if [ -n "$UPG_FROZEN" ]; then return 0; fi
	V_FROM=
	if upg_answer from; then
		V_FROM=$UPG_ANSWER
	elif [ -z "$UPG_MISSING" ]; then
		V_FROM=$(plan_detect 2>/dev/null) || V_FROM=
	fi
	if [ -z "$V_FROM" ]; then
		upg_ask_for from version "The version that is installed now (it could not be detected)"
		V_FROM=$UPG_ANSWER
	fi
	if [ -n "$V_FROM" ]; then
		upg_valid version "$V_FROM" || UPG_INVALID="${UPG_INVALID}from is not a version: $V_FROM$UPG_LF"
	fi
	upg_keep from "$V_FROM"
}

# Optional steps are questions too, and asked with the others. O_<suffix> is frozen.
upg_ask_optional() {
	for optional_s in $UPG_STEPS; do
		upg_use_step "$optional_s"
		[ -n "$s_optional" ] || continue
		optional_open=1
		upg_guard_open "$s_guard" || optional_open=
		optional_value=no
		if upg_answer "step ${s_id#*.}" || upg_answer "step $s_id"; then
			optional_value=$UPG_ANSWER
		elif [ -n "$UPG_ASKS" ] && [ -z "$UPG_YES" ] && [ -n "$optional_open" ]; then
			upg_ask_optional_step
		fi
		case $optional_value in
		yes | true) optional_value=yes ;;
		*) optional_value=no ;;
		esac
		eval "O_$optional_s=\$optional_value"
		UPG_NAMES="$UPG_NAMES O_$optional_s"
	done
}

upg_ask_optional_step() {
	upg_span "${s_low:-0}"
	printf '%s' "Optional step $s_number: $s_title${s_low:+ (takes $UPG_SPAN or more)}
  run it? yes or no [no]: " 2>/dev/null >&3 || :
	if ! read -r optional_value <&4; then optional_value=no; fi
}

# Does a guard that was decided when the run opened let the step run? A guard of its beginning may.
upg_guard_open() { # GUARD
	case $1 in
	'' | begin) return 0 ;;
	esac
	guard_is=
	eval "guard_is=\${G_$1-1}"
	[ "$guard_is" != 0 ]
}

# ==== for all processes
