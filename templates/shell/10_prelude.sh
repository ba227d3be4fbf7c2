# ---- settings ---------------------------------------------------------------------------------------------------------

# A traced shell would write secrets to its standard error.
{ set +x; } 2>/dev/null
[ -z "${ZSH_VERSION-}" ] || emulate sh
set -uf

# What commands of the plan get back: the caller's umask and locale.
UPG_UMASK=$(umask)
UPG_LC_ALL=${LC_ALL-}
umask 077
LC_ALL=C
export LC_ALL
IFS=' 	
'
unset CDPATH ENV BASH_ENV GREP_OPTIONS
# No core file: it would hold the secrets. Not every shell has the option.
eval 'ulimit -c 0' 2>/dev/null || :

UPG_LF='
'
UPG_TAB='	'
UPG_CR=$(printf '\r')

# ---- ends and words ---------------------------------------------------------------------------------------------------

upg_exit() { # STATUS
	eval "exit $1"
}

# File descriptors: 3 where progress goes, 4 the terminal, 5 the journal (read), 8 the lock of steps, 9 the lock of the run.
# All are open from here on, so that a later redirection of one cannot fail.
upg_open_descriptors() {
	(: <&0) 2>/dev/null || exec </dev/null
	(: >&1) 2>/dev/null || exec >/dev/null
	(: >&2) 2>/dev/null || exec 2>/dev/null
	exec 5</dev/null 9</dev/null
	# A worker has the terminal and the lock of steps from the main process.
	if [ "${1-}" = worker ]; then return 0; fi
	exec 3>&1 4</dev/null 8</dev/null
}

# TEXT as it is. Where printf is a program, all could see what it is given, and there is an end to how much that may be.
if [ -n "${KSH_VERSION-}" ]; then
	eval 'upg_print() { print -nr -- "$1"; }'
else
	upg_print() { # TEXT
		printf '%s' "$1"
	}
fi

# A line for the operator. It cannot fail: the terminal may be gone.
upg_tell() { # TEXT…
	printf '%s\n' "$*" 2>/dev/null >&3 || :
}

upg_error() { # TEXT…
	printf '%s\n' "upgrade: $*" >&2 2>/dev/null || :
}

# Both to the operator and to the step's log.
upg_report() { # TEXT…
	upg_tell "$@"
	if [ "$UPG_ROLE" = worker ]; then printf '%s\n' "$*" 2>/dev/null || :; fi
}

UPG_ROLE=main
# Set in the whole script, not in the copy for workers.
UPG_WHOLE=
UPG_RUN=
UPG_HOME=
UPG_DIR=
UPG_BESIDE=

# ---- small tools ------------------------------------------------------------------------------------------------------

upg_have() { # TOOL
	command -v "$1" >/dev/null 2>&1
}

# UPG_UP: seconds since the machine started; UPG_NOW: seconds since 1970. The wall clock is read once, it may jump.
UPG_UP0=
UPG_NOW0=
upg_clock() {
	if read -r UPG_UP clock_rest 2>/dev/null </proc/uptime; then
		UPG_UP=${UPG_UP%%.*}
	else
		UPG_UP=$(date +%s)
	fi
	: "${clock_rest-}"
	if [ -z "$UPG_UP0" ]; then
		UPG_UP0=$UPG_UP
		UPG_NOW0=$(date +%s)
	fi
	UPG_NOW=$((UPG_NOW0 + UPG_UP - UPG_UP0))
}

# UPG_SPAN: seconds as people say them.
upg_span() { # SECONDS
	UPG_SPAN=
	span_rest=$1
	for span_unit in 86400d 3600h 60m 1s; do
		span_size=${span_unit%[dhms]}
		[ "$span_rest" -ge "$span_size" ] || continue
		UPG_SPAN=$UPG_SPAN${UPG_SPAN:+ }$((span_rest / span_size))${span_unit#"$span_size"}
		span_rest=$((span_rest % span_size))
	done
	UPG_SPAN=${UPG_SPAN:-0s}
}

# Reads a file of assignments that this library wrote.
upg_source() { # FILE
	eval '. "$1"'
}

upg_is_number() { # TEXT
	case $1 in
	'' | *[!0-9]*) return 1 ;;
	esac
}

# UPG_QUOTED: TEXT as one word of the shell, whatever it holds.
upg_quote() { # TEXT
	quote_rest=$1
	UPG_QUOTED=
	while :; do
		case $quote_rest in
		*"'"*)
			UPG_QUOTED="$UPG_QUOTED${quote_rest%%"'"*}'\\''"
			quote_rest=${quote_rest#*"'"}
			;;
		*) break ;;
		esac
	done
	UPG_QUOTED="'$UPG_QUOTED$quote_rest'"
}

# UPG_UPPER: a name as it stands in a variable: upper case, `_` for the rest.
upg_upper() { # NAME
	UPG_UPPER=
	upper_rest=$1
	case $upper_rest in
	*[!A-Z0-9_]*) ;;
	*)
		UPG_UPPER=$upper_rest
		return 0
		;;
	esac
	while [ -n "$upper_rest" ]; do
		upper_tail=${upper_rest#?}
		upper_one=${upper_rest%"$upper_tail"}
		upper_rest=$upper_tail
		case $upper_one in
		a) upper_one=A ;; b) upper_one=B ;; c) upper_one=C ;; d) upper_one=D ;; e) upper_one=E ;; f) upper_one=F ;;
		g) upper_one=G ;; h) upper_one=H ;; i) upper_one=I ;; j) upper_one=J ;; k) upper_one=K ;; l) upper_one=L ;;
		m) upper_one=M ;; n) upper_one=N ;; o) upper_one=O ;; p) upper_one=P ;; q) upper_one=Q ;; r) upper_one=R ;;
		s) upper_one=S ;; t) upper_one=T ;; u) upper_one=U ;; v) upper_one=V ;; w) upper_one=W ;; x) upper_one=X ;;
		y) upper_one=Y ;; z) upper_one=Z ;;
		[A-Z0-9]) ;;
		*) upper_one=_ ;;
		esac
		UPG_UPPER=$UPG_UPPER$upper_one
	done
}

# The digest of a file, or of standard input.
upg_sha256() { # [FILE]
	if upg_have sha256sum; then
		sha_out=$(sha256sum ${1+"$1"} 2>/dev/null) || return 1
	elif upg_have shasum; then
		sha_out=$(shasum -a 256 ${1+"$1"} 2>/dev/null) || return 1
	else
		return 1
	fi
	sha_out=${sha_out#\\}
	printf '%s\n' "${sha_out%% *}"
}

# ---- durability -------------------------------------------------------------------------------------------------------

# Some systems can sync one file (GNU, busybox), all can sync everything.
UPG_SYNC=
upg_sync_how() { # DIRECTORY
	if [ -n "$UPG_SYNC" ]; then return 0; fi
	if sync "$1" 2>/dev/null; then UPG_SYNC=files; else UPG_SYNC=all; fi
}

# An interrupt at the terminal is for this script, not for the tool that it waits for: the record would seem to be lost.
upg_sync_files() { # PATH…
	case $UPG_SYNC in
	none) ;;
	files) (trap '' INT QUIT && exec sync "$@") ;;
	*) (trap '' INT QUIT && exec sync) ;;
	esac
}

# The effects of a deed may be anywhere.
upg_sync_effects() {
	if [ "$UPG_SYNC" != none ]; then sync; fi
}

# Writes TEXT to FILE so that after a crash the file is there whole, or as it was.
upg_write() { # FILE TEXT
	upg_print "$2" 2>/dev/null >"$1.new" || return 74
	upg_sync_files "$1.new" || return 74
	mv -f "$1.new" "$1" || return 74
	upg_sync_files "${1%/*}" || return 74
}
