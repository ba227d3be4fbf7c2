# ---- commands ---------------------------------------------------------------------------------------------------------

UPG_ACCEPT_LOSS=
UPG_TO_STEP=
UPG_ADOPT=
UPG_JSON=
UPG_REASON=
UPG_SELF=$0

upg_operator() { # ARGUMENT…
	upg_open_descriptors
	upg_arguments "$@" || return $?
	upg_state_place
	plan_steps
	UPG_STATE=none
	case $UPG_WORD1 in
	help) upg_show_help ;;
	list) upg_show_list ;;
	log) upg_show_log "$UPG_WORD2" ;;
	status) upg_show_status $UPG_JSON ;;
	plan) upg_prepare look && upg_show_plan ;;
	check) upg_prepare look && upg_command_check ;;
	*) upg_command_main ;;
	esac
	main_rc=$?
	upg_private_remove
	return "$main_rc"
}

UPG_WORD1=
UPG_WORD2=
UPG_WORD3=
upg_arguments() {
	while [ $# -gt 0 ]; do
		case $1 in
		--yes) UPG_YES=1 ;;
		--accept-loss) UPG_ACCEPT_LOSS=1 ;;
		--adopt) UPG_ADOPT=1 ;;
		--json) UPG_JSON=--json ;;
		--answers | --state | --only | --first | --last | --to | --reason)
			if [ $# -lt 2 ]; then
				upg_error "$1 needs a value"
				return 2
			fi
			upg_argument "$1" "$2"
			shift
			;;
		--answers=* | --state=* | --only=* | --first=* | --last=* | --to=* | --reason=*) upg_argument "${1%%=*}" "${1#*=}" ;;
		-h | --help) UPG_WORD1=help ;;
		-*)
			upg_error "unknown option $1; \`help\` shows them"
			return 2
			;;
		*) upg_positional "$1" || return 2 ;;
		esac
		shift
	done
	UPG_WORD1=${UPG_WORD1:-plan}
	upg_arguments_fit
}

upg_argument() { # OPTION VALUE
	case $1 in
	--answers) UPG_ANSWER_FILE=$2 ;;
	--state) UPG_HOME=$2 ;;
	--only)
		UPG_FIRST=$2
		UPG_LAST=$2
		;;
	--first) UPG_FIRST=$2 ;;
	--last) UPG_LAST=$2 ;;
	--to) UPG_TO_STEP=$2 ;;
	--reason) UPG_REASON=$2 ;;
	esac
}

upg_positional() { # WORD
	if [ -z "$UPG_WORD1" ]; then
		UPG_WORD1=$1
	elif [ -z "$UPG_WORD2" ]; then
		UPG_WORD2=$1
	elif [ -z "$UPG_WORD3" ]; then
		UPG_WORD3=$1
	else
		upg_error "too many words: $1"
		return 2
	fi
}

upg_arguments_fit() {
	fit_words="${UPG_WORD2:+2}${UPG_WORD3:+3}"
	case $UPG_WORD1/$fit_words in
	plan/ | check/ | run/ | resume/ | status/ | rollback/ | finish/ | list/ | help/) ;;
	log/2) ;;
	mark-done/2)
		if [ -z "$UPG_REASON" ]; then
			upg_error "mark-done needs --reason TEXT"
			return 2
		fi
		;;
	resolve/23)
		case $UPG_WORD3 in
		done | redo) ;;
		*)
			upg_error "resolve STEP done, or resolve STEP redo"
			return 2
			;;
		esac
		;;
	*)
		upg_error "\`$UPG_WORD1\` is not a command, or its words do not fit; \`help\` shows them"
		return 2
		;;
	esac
	if [ -n "$UPG_FIRST$UPG_LAST" ]; then
		case $UPG_WORD1 in
		run | resume) ;;
		*)
			upg_error "--first, --last and --only go with run and resume"
			return 2
			;;
		esac
	fi
}

# What each command that asks the system needs.
upg_prepare() { # look|act
	upg_find_shell || return $?
	if [ -n "$UPG_ANSWER_FILE" ]; then upg_answers_read "$UPG_ANSWER_FILE" || return $?; fi
	upg_private_name
	if [ "$1" = act ]; then
		upg_find_terminal
		UPG_ASKS=$UPG_TERMINAL
	fi
	upg_tools=
	plan_needs
	if [ -n "$upg_tools" ]; then
		upg_error "needed, and missing or too old:$upg_tools"
		[ "$1" = look ] || return 72
	fi
	case $UPG_SELF in
	*/*) UPG_BESIDE=${UPG_SELF%/*} ;;
	*) UPG_BESIDE=. ;;
	esac
	UPG_BESIDE=$(cd "${UPG_BESIDE:-/}" && pwd -P) || return 71
	plan_files || return 71
}

upg_need() { # TOOL [MINIMUM]
	if ! upg_have "$1"; then
		upg_tools="$upg_tools $1"
		return 0
	fi
	[ $# -ge 2 ] || return 0
	need_out=$("$1" --version 2>/dev/null </dev/null) || return 0
	need_version=
	for need_word in $need_out; do
		need_word=${need_word#[vV]}
		case $need_word in
		[0-9]*.[0-9]* | [0-9]*) need_version=${need_version:-${need_word%%[!0-9.]*}} ;;
		esac
	done
	if [ -n "$need_version" ] && upg_version "$need_version" lt "$2"; then upg_tools="$upg_tools $1 ($need_version, not $2)"; fi
}

upg_file() { # SHA256 NAME
	if [ "$(upg_sha256 "$UPG_BESIDE/$2")" != "$1" ]; then
		upg_error "this file is missing, or is not the one that the plan was compiled with: $UPG_BESIDE/$2"
		return 71
	fi
}

# Commands that change something: under the locks.
upg_command_main() {
	if [ ! -r "$UPG_SELF" ] || [ ! -f "$UPG_SELF" ]; then
		upg_error "the script has to be a file: $UPG_SELF"
		return 2
	fi
	upg_prepare act || return $?
	upg_names_to_suffixes || return $?
	upg_state_make || return $?
	upg_lock || return $?
	upg_own
	upg_find_run
	case $? in
	0 | 1) ;;
	*) return 70 ;;
	esac
	# What was being made when a run that never opened ended.
	set +f
	rm -rf "$UPG_HOME"/runs/*.new
	set -f
	case $UPG_WORD1 in
	run) upg_command_run ;;
	resume) upg_command_resume ;;
	rollback) upg_command_rollback ;;
	finish) upg_command_finish ;;
	resolve) upg_command_resolve ;;
	mark-done) upg_command_mark ;;
	esac
}

upg_names_to_suffixes() {
	if [ -n "$UPG_FIRST" ]; then
		upg_find_step "$UPG_FIRST" || return 2
		UPG_FIRST=$UPG_STEP
	fi
	if [ -n "$UPG_LAST" ]; then
		upg_find_step "$UPG_LAST" || return 2
		UPG_LAST=$UPG_STEP
	fi
	if [ -n "$UPG_TO_STEP" ]; then
		upg_find_step "$UPG_TO_STEP" || return 2
		UPG_TO_STEP=$UPG_STEP
	fi
	case $UPG_WORD1 in
	resolve | mark-done)
		upg_find_step "$UPG_WORD2" || return 2
		UPG_WORD2=$UPG_STEP
		;;
	esac
}

# ==== for all processes
