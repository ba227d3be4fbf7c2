# ---- values -----------------------------------------------------------------------------------------------------------

UPG_NAMES=
UPG_FROZEN=
UPG_MISSING=
UPG_INVALID=
UPG_SECRETS=

upg_set() { # NAME VALUE
	upg_upper "$1"
	eval "V_$UPG_UPPER=\$2"
}

# Sets a value that the run keeps: all of them are frozen when it opens.
upg_keep() { # NAME VALUE
	upg_set "$1" "$2"
	UPG_NAMES="$UPG_NAMES V_$UPG_UPPER"
}

# UPG_VALUE: what V_NAME holds.
upg_get() { # NAME
	upg_upper "$1"
	eval "UPG_VALUE=\${V_$UPG_UPPER-}"
}

upg_let() { # NAME VALUE
	if [ "$UPG_ROLE" = worker ]; then
		upg_output "$1" "$2"
	elif [ -z "$UPG_FROZEN" ]; then
		upg_keep "$1" "$2"
	fi
}

upg_unset() { # NAME…
	while [ $# -gt 0 ]; do
		upg_upper "$1"
		eval "unset_was=\${V_$UPG_UPPER+set}"
		if [ -z "$UPG_FROZEN" ] || [ -z "${unset_was-}" ]; then upg_keep "$1" ''; fi
		shift
	done
}

upg_guard() { # N CONDITION…
	if [ -n "$UPG_FROZEN" ]; then return 0; fi
	guard_n=$1
	shift
	upg_quiet "$@"
	case $? in
	0) guard_value=1 ;;
	1) guard_value=0 ;;
	*)
		guard_value='?'
		[ -n "$UPG_MISSING" ] || UPG_INVALID="${UPG_INVALID}condition $guard_n cannot be decided: $*$UPG_LF"
		;;
	esac
	if [ -n "$UPG_MISSING" ] && [ "$UPG_ROLE" = look ]; then guard_value='?'; fi
	eval "G_$guard_n='$guard_value'"
	UPG_NAMES="$UPG_NAMES G_$guard_n"
}

# The values as lines that a shell reads back.
upg_values_text() {
	UPG_TEXT=
	for values_name in $UPG_NAMES; do
		eval "upg_quote \"\${$values_name-}\""
		UPG_TEXT="$UPG_TEXT$values_name=$UPG_QUOTED$UPG_LF"
	done
	UPG_TEXT="${UPG_TEXT}UPG_FROZEN=1$UPG_LF"
}

# A value that is had on the way: stored and synced before the record that depends on it.
upg_store() { # NAME VALUE
	upg_set "$1" "$2"
	if [ -z "$UPG_DIR" ] || [ "$UPG_ROLE" != worker ]; then return 0; fi
	store_name=$UPG_UPPER
	upg_quote "$2"
	upg_write "$UPG_DIR/captures/$store_name.v" "V_$store_name=$UPG_QUOTED$UPG_LF"
}

upg_output() { # NAME VALUE
	output_value=$2
	upg_get "$1"
	if [ "$UPG_VALUE" = "$output_value" ] && [ -f "$UPG_DIR/captures/$UPG_UPPER.v" ]; then return 0; fi
	upg_store "$1" "$output_value"
}

upg_load() {
	if [ ! -r "$UPG_DIR/values" ]; then
		upg_error "the values of the run are missing: $UPG_DIR/values"
		return 70
	fi
	upg_source "$UPG_DIR/values" || return 70
	set +f
	for load_file in "$UPG_DIR"/captures/*.v; do
		if [ -f "$load_file" ]; then upg_source "$load_file"; fi
	done
	set -f
}

# ---- what the plan computes -------------------------------------------------------------------------------------------

upg_named() { # NAME DIR SUFFIX
	case $1 in
	_*) upg_set "$1" "$2/$UPG_PLAN-$UPG_RUN$UPG_REDO.$3" ;;
	*) upg_output "$1" "$2/$UPG_PLAN-$UPG_RUN$UPG_REDO.$3" ;;
	esac
}

# What a remote service is told, so that a request that is sent again is the same one, and that of another run another.
upg_token() { # NAME WORD
	token_hash=$(printf '%s' "$UPG_PLAN $UPG_RUN$UPG_REDO ${UPG_STEP-} $2" | upg_sha256) || return 1
	case $1 in
	_*) upg_set "$1" "upg-$token_hash" ;;
	*) upg_output "$1" "upg-$token_hash" ;;
	esac
}

upg_file_name() { # NAME PATH
	name_path=$2
	while [ "$name_path" != / ] && [ "${name_path%/}" != "$name_path" ]; do name_path=${name_path%/}; done
	[ "$name_path" = / ] || name_path=${name_path##*/}
	upg_computed "$1" "$name_path"
}

upg_folder() { # NAME PATH
	folder_path=$2
	while [ "$folder_path" != / ] && [ "${folder_path%/}" != "$folder_path" ]; do folder_path=${folder_path%/}; done
	case $folder_path in
	/*/*) folder_path=${folder_path%/*} ;;
	/*) folder_path=/ ;;
	*/*) folder_path=${folder_path%/*} ;;
	*) folder_path=. ;;
	esac
	upg_computed "$1" "$folder_path"
}

upg_escaped() { # NAME TEXT CHARS
	escaped_rest=$2
	escaped_out=
	while [ -n "$escaped_rest" ]; do
		escaped_tail=${escaped_rest#?}
		escaped_one=${escaped_rest%"$escaped_tail"}
		escaped_rest=$escaped_tail
		case $3 in
		*"$escaped_one"*) escaped_out="$escaped_out\\$escaped_one" ;;
		*) escaped_out=$escaped_out$escaped_one ;;
		esac
	done
	upg_computed "$1" "$escaped_out"
}

upg_joined() { # NAME SEPARATOR ITEM…
	joined_name=$1
	joined_by=$2
	shift 2
	joined_out=${1-}
	[ $# -eq 0 ] || shift
	while [ $# -gt 0 ]; do
		joined_out=$joined_out$joined_by$1
		shift
	done
	upg_computed "$joined_name" "$joined_out"
}

# The path of a file that was made with the script. A folder with a line end in its name was refused at the start.
upg_beside() { # NAME FILE
	upg_computed "$1" "$UPG_BESIDE/$2"
}

# A text as a double-quoted scalar, which JSON and YAML read alike. They have no sign for most control characters that would
# not be another character for one of them: such a text is refused.
upg_quoted() { # NAME TEXT
	quoted_rest=$2
	quoted_out='"'
	while [ -n "$quoted_rest" ]; do
		quoted_tail=${quoted_rest#?}
		quoted_one=${quoted_rest%"$quoted_tail"}
		quoted_rest=$quoted_tail
		case $quoted_one in
		'"' | "\\") quoted_out="$quoted_out\\$quoted_one" ;;
		"$UPG_TAB") quoted_out="$quoted_out\\t" ;;
		"$UPG_LF") quoted_out="$quoted_out\\n" ;;
		"$UPG_CR") quoted_out="$quoted_out\\r" ;;
		[[:cntrl:]])
			printf '%s\n' "a value of a document has a control character in it" >&2
			return 2
			;;
		*) quoted_out=$quoted_out$quoted_one ;;
		esac
	done
	upg_computed "$1" "$quoted_out\""
}

upg_quoted_list() { # NAME LIST
	quoted_name=$1
	quoted_all=
	quoted_lines=$2
	while [ -n "$quoted_lines" ]; do
		upg_quoted _quoted "${quoted_lines%%"$UPG_LF"*}" || return 2
		quoted_all="$quoted_all${quoted_all:+,}$V__QUOTED"
		case $quoted_lines in
		*"$UPG_LF"*) quoted_lines=${quoted_lines#*"$UPG_LF"} ;;
		*) quoted_lines= ;;
		esac
	done
	upg_computed "$quoted_name" "[$quoted_all]"
}

# V_NAME: the items as lines, which is what a list is here.
upg_list() { # NAME ITEM…
	list_name=$1
	list_out=
	list_between=
	shift
	for list_item in "$@"; do
		case $list_item in
		*"$UPG_LF"*)
			if [ "$UPG_ROLE" = worker ]; then
				printf '%s\n' "an item of a list has a line end in it" >&2
				return 2
			fi
			UPG_INVALID="${UPG_INVALID}an item of a list has a line end in it$UPG_LF"
			;;
		esac
		list_out=$list_out$list_between$list_item
		list_between=$UPG_LF
	done
	upg_set "$list_name" "$list_out"
}

# A computed value may be frozen with the others, or live in a worker alone.
upg_computed() { # NAME VALUE
	if [ "$UPG_ROLE" = worker ] || [ "${1#_}" != "$1" ]; then
		upg_set "$1" "$2"
	elif [ -z "$UPG_FROZEN" ]; then
		upg_keep "$1" "$2"
	fi
}

# Calls COMMAND… with the lines of LIST as further words.
upg_lines() { # LIST COMMAND…
	lines_rest=$1
	shift
	while [ -n "$lines_rest" ]; do
		set -- "$@" "${lines_rest%%"$UPG_LF"*}"
		case $lines_rest in
		*"$UPG_LF"*) lines_rest=${lines_rest#*"$UPG_LF"} ;;
		*) lines_rest= ;;
		esac
	done
	"$@"
}

# Reads holes out of the first line of TEXT that has the pattern. A blank stands for a run of blanks. A hole is never empty
# and has no blank at its ends; one at the start of a line begins behind the last blank before it.
upg_pattern() { # TEXT LITERAL [NAME LITERAL]…
	pattern_text=$1
	shift
	while [ -n "$pattern_text" ]; do
		pattern_line=${pattern_text%%"$UPG_LF"*}
		case $pattern_text in
		*"$UPG_LF"*) pattern_text=${pattern_text#*"$UPG_LF"} ;;
		*) pattern_text= ;;
		esac
		upg_squeeze "$pattern_line"
		if upg_pattern_line "$UPG_SQUEEZED" "$@"; then return 0; fi
	done
	return 1
}

# UPG_SQUEEZED: each run of blanks as one blank.
upg_squeeze() { # TEXT
	UPG_SQUEEZED=
	squeeze_rest=$1
	while :; do
		case $squeeze_rest in
		*["$UPG_TAB "]*)
			UPG_SQUEEZED="$UPG_SQUEEZED${squeeze_rest%%["$UPG_TAB "]*} "
			squeeze_rest=${squeeze_rest#*["$UPG_TAB "]}
			squeeze_rest=${squeeze_rest#"${squeeze_rest%%[!"$UPG_TAB "]*}"}
			;;
		*) break ;;
		esac
	done
	UPG_SQUEEZED=$UPG_SQUEEZED$squeeze_rest
}

upg_pattern_line() { # LINE LITERAL [NAME LITERAL]…
	pattern_rest=$1
	case $pattern_rest in
	*"$2"*) pattern_rest=${pattern_rest#*"$2"} ;;
	*) return 1 ;;
	esac
	pattern_open=$2
	shift 2
	while [ $# -gt 0 ]; do
		pattern_stop=${2-}
		pattern_hole=$pattern_rest
		if [ -n "$pattern_stop" ]; then
			case $pattern_rest in
			*"$pattern_stop"*) ;;
			*) return 1 ;;
			esac
			pattern_hole=${pattern_rest%%"$pattern_stop"*}
			pattern_rest=${pattern_rest#*"$pattern_stop"}
		fi
		pattern_hole=${pattern_hole% }
		[ -n "$pattern_open" ] || pattern_hole=${pattern_hole##* }
		pattern_hole=${pattern_hole# }
		[ -n "$pattern_hole" ] || return 1
		pattern_open=x
		upg_set "${1%%:*}" "$pattern_hole"
		shift
		[ $# -eq 0 ] || shift
	done
}
