# ---- edits of files ---------------------------------------------------------------------------------------------------

# Every awk that POSIX describes can do it, on every machine that has a shell: the script needs no other interpreter. What
# the edits are reaches awk by the environment, so that a secret is on no command line and no escape means anything.
# The file is read as bytes; what is not edited is printed as it was read.
UPG_AWK_COMMON='
function fail(why, line) {
	print "!" (line ? "line " line ": " : "") why >report
	close(report)
	failed = 1
	exit 4
}
# Not now, but perhaps when what stands before it is done.
function lacks(why) {
	print "!" why >report
	close(report)
	failed = 1
	exit 5
}
function note(how, what) { print how what >report }
function given(n, what) { return ENVIRON["UPG_EDIT_" n "_" what] "" }
# The file is followed by one byte, so that an absent last line end is seen.
{ L[++count] = $ 0 }
function take_apart(    i, s) {
	s = L[count]
	s = substr(s, 1, length(s) - 1)
	L[count] = s
	for (i = 1; i <= count; i++) E[i] = "\n"
	E[count] = ""
	if (s == "") count--
	for (i = 1; i <= count; i++)
		if (substr(L[i], length(L[i])) == "\r" && E[i] != "") {
			L[i] = substr(L[i], 1, length(L[i]) - 1)
			E[i] = "\r\n"
		}
	eol = count > 0 && E[1] != "" ? E[1] : "\n"
	mark = ""
	if (substr(L[1], 1, 3) == "\357\273\277") {
		mark = "\357\273\277"
		L[1] = substr(L[1], 4)
	}
}
# OLD in a list with commas, or as the whole value, becomes NEW.
function in_list(value, old, new,    n, parts, i, core, out) {
	if (value == old) return new
	n = split(value, parts, ",")
	out = ""
	for (i = 1; i <= n; i++) {
		core = parts[i]
		gsub(/^[ \t]+|[ \t]+$/, "", core)
		if (core == old && old != "") parts[i] = lead_of(parts[i]) new trail_of(parts[i])
		out = out (i > 1 ? "," : "") parts[i]
	}
	return out
}
# Each OLD in S becomes NEW. The awks differ in what a backslash means in what gsub puts.
function put(s, old, new,    at, out) {
	out = ""
	while ((at = index(s, old)) > 0) {
		out = out substr(s, 1, at - 1) new
		s = substr(s, at + length(old))
	}
	return out s
}
function lead_of(s) { match(s, /^[ \t]*/); return substr(s, 1, RLENGTH) }
function trail_of(s) { if (s ~ /^[ \t]*$/) return ""; match(s, /[ \t]*$/); return substr(s, RSTART) }
function with_parameter(url, name, value,    at, tail, base, query, n, parts, i, out, found) {
	tail = ""
	if ((at = index(url, "#")) > 0) { tail = substr(url, at); url = substr(url, 1, at - 1) }
	at = index(url, "?")
	if (at == 0) return url "?" name "=" value tail
	base = substr(url, 1, at)
	query = substr(url, at + 1)
	n = split(query, parts, "&")
	for (i = 1; i <= n; i++) {
		if (parts[i] == name || substr(parts[i], 1, length(name) + 1) == name "=") {
			if (found) fail("parameter " name " stands twice in the URL")
			found = 1
			if (parts[i] != name "=" value) parts[i] = name "=" value
		}
		out = out (i > 1 ? "&" : "") parts[i]
	}
	if (!found) out = query (query == "" || substr(query, length(query)) == "&" ? "" : "&") name "=" value
	return base out tail
}
function with_tag(image, tag, what,    n, parts, last, at) {
	if (image == "") fail(what " holds no image")
	if (index(image, "@") > 0) fail(what " is pinned by a digest: " image)
	if (image ~ /[ \t$]/) fail(what " is not the plain name of an image: " image)
	n = split(image, parts, "/")
	last = parts[n]
	if ((at = index(last, ":")) > 0) last = substr(last, 1, at - 1)
	return substr(image, 1, length(image) - length(parts[n])) last ":" tag
}
# What a value becomes by edit n. The value must be there.
function changed(n, how, value) {
	if (how == "replace") return in_list(value, given(n, "OTHER"), given(n, "VALUE"))
	if (how == "parameter") return with_parameter(value, given(n, "OTHER"), given(n, "VALUE"))
	if (how == "tag") return with_tag(value, given(n, "VALUE"), given(n, "KEY"))
	return given(n, "VALUE")
}
function starred(key) { return substr(key, length(key)) == "*" }
function new_name(key, from, to, settings,    rest) {
	if (!starred(from)) return to
	rest = substr(key, length(from))
	if (settings) {
		rest = toupper(rest)
		gsub(/[.-]/, "_", rest)
	}
	return substr(to, 1, length(to) - 1) rest
}
function named(key, pattern) {
	if (!starred(pattern)) return key == pattern
	return substr(key, 1, length(pattern) - 1) == substr(pattern, 1, length(pattern) - 1) && length(key) >= length(pattern)
}
END {
	report = ENVIRON["UPG_EDIT_REPORT"]
	format = ENVIRON["UPG_EDIT_FORMAT"]
	edits = ENVIRON["UPG_EDIT_COUNT"] + 0
	take_apart()
	understand()
	for (e = 1; e <= edits; e++) {
		how = given(e, "HOW")
		if (how == "has") exit !has(given(e, "KEY"))
		edit(e, how, given(e, "KEY"))
	}
	write_all()
}
'

# Status of awk: 0, or 4 when the file is none that it understands whole; why stands in REPORT.
upg_edit_awk() ( # FORMAT FILE REPORT [HOW KEY VALUE OTHER]…
	edit_file=$2
	UPG_EDIT_FORMAT=$1
	UPG_EDIT_REPORT=$3
	shift 3
	UPG_EDIT_COUNT=0
	export UPG_EDIT_FORMAT UPG_EDIT_REPORT UPG_EDIT_COUNT
	: >"$UPG_EDIT_REPORT" || exit 1
	if ! [ -f "$edit_file" ] || ! [ -r "$edit_file" ]; then
		printf '!%s\n' "there is no such file, or it cannot be read: $edit_file" >"$UPG_EDIT_REPORT"
		exit 5
	fi
	if [ "$(tr -d '\000' <"$edit_file" | wc -c)" -ne "$(wc -c <"$edit_file")" ]; then
		printf '!%s\n' "it holds a byte of value 0: it is no text" >"$UPG_EDIT_REPORT"
		exit 4
	fi
	while [ $# -gt 0 ]; do
		case $2$3$4 in
		*"$UPG_LF"*)
			printf '!%s\n' "a key or a value has a line end in it" >"$UPG_EDIT_REPORT"
			exit 4
			;;
		esac
		UPG_EDIT_COUNT=$((UPG_EDIT_COUNT + 1))
		eval "UPG_EDIT_${UPG_EDIT_COUNT}_HOW=\$1 UPG_EDIT_${UPG_EDIT_COUNT}_KEY=\$2 UPG_EDIT_${UPG_EDIT_COUNT}_VALUE=\$3"
		eval "UPG_EDIT_${UPG_EDIT_COUNT}_OTHER=\$4"
		eval "export UPG_EDIT_${UPG_EDIT_COUNT}_HOW UPG_EDIT_${UPG_EDIT_COUNT}_KEY UPG_EDIT_${UPG_EDIT_COUNT}_VALUE"
		eval "export UPG_EDIT_${UPG_EDIT_COUNT}_OTHER"
		shift 4
	done
	case $UPG_EDIT_FORMAT in
	env | properties) edit_program=$UPG_AWK_LINES ;;
	yaml | compose) edit_program=$UPG_AWK_YAML ;;
	json) edit_program=$UPG_AWK_JSON ;;
	esac
	{ cat "$edit_file" && printf x; } | awk "$UPG_AWK_COMMON$edit_program"
)

# Which formats the script carries beside what they share.
UPG_AWK_LINES='' UPG_AWK_YAML='' UPG_AWK_JSON=''

# The edits in words, for who makes them by hand. A secret is not among them.
upg_edit_words() { # [HOW KEY VALUE OTHER]…
	while [ $# -gt 0 ]; do
		edit_value=$3
		if [ -n "${UPG_DEED_SECRET-}" ]; then edit_value='(secret)'; fi
		case $1 in
		set | setraw) printf '%s\n' "    set $2 = $edit_value" ;;
		remove) printf '%s\n' "    remove $2" ;;
		rename) printf '%s\n' "    rename $2 to $3" ;;
		settings) printf '%s\n' "    rename $2 to $3, the rest in capitals and with _" ;;
		replace) printf '%s\n' "    replace $4 by $edit_value in $2" ;;
		parameter) printf '%s\n' "    set parameter $4 = $edit_value in the URL $2" ;;
		tag) printf '%s\n' "    set the tag of the image $2 to $edit_value" ;;
		esac
		shift 4
	done
}

# UPG_EDITED: a private directory with `new` and `report`. 0: `new` differs, 3: no change is needed, 4: refused, 5: refused
# as it is now.
upg_edit_try() { # FORMAT PATH [HOW KEY VALUE OTHER]…
	upg_edit_private || return 1
	UPG_EDITED=$(mktemp -d "$edit_private/edit.XXXXXX") || return 1
	edit_format=$1
	edit_path=$2
	shift 2
	upg_edit_awk "$edit_format" "$edit_path" "$UPG_EDITED/report" "$@" >"$UPG_EDITED/new"
	edit_rc=$?
	if [ "$edit_rc" -eq 0 ]; then
		if cmp -s "$edit_path" "$UPG_EDITED/new"; then return 3; fi
		return 0
	fi
	upg_report "  refused, and left as it is: $edit_path"
	upg_report "  $(sed -n 's/^!//p' "$UPG_EDITED/report")"
	upg_report "  To be done by a person:"
	upg_report "$(upg_edit_words "$@")"
	[ "$edit_rc" -eq 5 ] || edit_rc=4
	return "$edit_rc"
}

# Where the file's content may lie for a moment: in a run beside its other secrets.
upg_edit_private() {
	edit_private=${TMPDIR:-/tmp}
	if [ "$UPG_ROLE" != worker ]; then return 0; fi
	upg_private || return 1
	edit_private=$UPG_PRIVATE
}

# A secret goes into no file that others may read.
upg_edit_secret_fits() { # PATH
	if [ -z "${UPG_DEED_SECRET-}" ]; then return 0; fi
	case $(ls -ld "$1") in
	???????---*) return 0 ;;
	esac
	upg_report "  left as it is: everybody may read it, and a secret would go into it: $1"
	return 1
}

# The file is replaced as a whole, with the same owner and mode; the old one is kept.
upg_edit() { # FORMAT PATH KEPT [HOW KEY VALUE OTHER]…
	edit_kept=$3
	edit_shape=$1
	edit_at=$(upg_edit_place "$2") || return 1
	shift 3
	upg_edit_try "$edit_shape" "$edit_at" "$@"
	case $? in
	0) ;;
	3)
		upg_report "  no change needed: $edit_at"
		rm -rf "$UPG_EDITED"
		return 0
		;;
	*)
		rm -rf "$UPG_EDITED"
		return 1
		;;
	esac
	sed -n 's/^[+~-]/    /p' "$UPG_EDITED/report"
	upg_edit_secret_fits "$edit_at" && upg_edit_keep "$edit_at" "$edit_kept" && upg_edit_put "$UPG_EDITED/new" "$edit_at"
	edit_rc=$?
	rm -rf "$UPG_EDITED"
	[ "$edit_rc" -eq 0 ] || return 1
	upg_report "  edited: $edit_at (as it was: $edit_kept)"
}

# A link stays a link: the file that it leads to is edited.
upg_edit_place() { # PATH
	if [ -h "$1" ]; then readlink -f "$1"; else printf '%s\n' "$1"; fi
}

upg_edit_keep() { # PATH KEPT
	if [ -e "$2" ]; then return 0; fi
	cp -p "$1" "$2.part" && upg_sync_files "$2.part" && mv -f "$2.part" "$2" || return 1
}

upg_edit_owner() { # PATH
	edit_owner=$(ls -ldn "$1")
	printf '%s\n' "$edit_owner" | awk '{ print $1, $3, $4 }'
}

upg_edit_put() { # FROM PATH
	edit_new="${2%/*}/.upg-edit.${2##*/}"
	rm -f "$edit_new"
	if ! cp -p "$2" "$edit_new" || ! cat "$1" >"$edit_new"; then
		rm -f "$edit_new"
		return 1
	fi
	if [ "$(upg_edit_owner "$2")" != "$(upg_edit_owner "$edit_new")" ]; then
		rm -f "$edit_new"
		upg_report "  left as it is: its owner or mode could not be kept: $2"
		return 1
	fi
	upg_sync_files "$edit_new" || upg_sync_effects
	mv -f "$edit_new" "$2" || return 1
	upg_sync_files "${2%/*}" || upg_sync_effects
}

# What an edit kept takes its place again. Where nothing was kept, nothing was changed.
upg_edit_back() { # PATH KEPT
	if [ ! -e "$2" ]; then
		upg_report "  nothing was changed: $1"
		return 0
	fi
	edit_back=$(upg_edit_place "$1") || return 1
	if [ ! -e "$edit_back" ]; then
		cp -p "$2" "$edit_back" || return 1
	else
		upg_edit_put "$2" "$edit_back" || return 1
	fi
	upg_report "  as it was: $edit_back"
}

# What would change, line by line. 0 it can be made, 4 it is refused. A deed with a secret shows no line.
upg_edit_preview() { # FORMAT PATH KEPT [HOW KEY VALUE OTHER]…
	preview_format=$1
	preview_at=$(upg_edit_place "$2") || return 1
	shift 3
	upg_edit_try "$preview_format" "$preview_at" "$@"
	preview_rc=$?
	case $preview_rc in
	0)
		upg_tell "        in $preview_at:"
		if [ -n "${UPG_DEED_SECRET-}" ] || ! upg_have diff; then
			upg_tell "$(upg_edit_words "$@" | sed 's/^/      /')"
		else
			upg_tell "$(diff "$preview_at" "$UPG_EDITED/new" | sed -n 's/^\([<>]\)/          \1/p')"
		fi
		;;
	3) upg_tell "        in $preview_at: no change needed" ;;
	esac
	rm -rf "$UPG_EDITED"
	if [ "$preview_rc" -eq 3 ]; then preview_rc=0; fi
	return "$preview_rc"
}

UPG_EDITS=1

# The edits of the step in use, as they would be made now. 4: one of them is refused.
upg_edit_show() { # S
	edits_rc=0
	for edits_n in $s_deeds; do
		edits_preview=
		edits_guard=
		eval "edits_preview=\${D_$1_${edits_n}_preview-} edits_guard=\$D_$1_${edits_n}_guard UPG_DEED_SECRET=\$D_$1_${edits_n}_secret"
		[ -n "$edits_preview" ] || continue
		# What is not known yet ends the parentheses alone.
		if [ -n "$edits_guard" ] && ! ("guard_$1_$edits_n") >/dev/null 2>&1; then continue; fi
		("preview_$1_$edits_n") 2>/dev/null
		[ $? -ne 4 ] || edits_rc=4
	done
	UPG_DEED_SECRET=
	return "$edits_rc"
}

# Before anything is changed: can all edits be made? What only an earlier step will bring about is no reason to say no.
upg_edits_hold() {
	for hold_s in $UPG_STEPS; do
		upg_use_step "$hold_s"
		if [ -n "$s_state" ]; then return 0; fi
	done
	hold_rc=0
	for hold_s in $UPG_STEPS; do
		upg_use_step "$hold_s"
		case $s_guard in
		'') ;;
		begin) ("guard_$hold_s") >/dev/null 2>&1 || continue ;;
		*) upg_guard_open "$s_guard" || continue ;;
		esac
		hold_said=$(upg_edit_show "$hold_s" 3>&1) && continue
		upg_tell "$s_title:"
		upg_tell "$hold_said"
		hold_rc=1
	done
	return "$hold_rc"
}

# Does the file have the key? 2: it cannot be told.
upg_edit_has() { # FORMAT PATH KEY
	upg_edit_private && has_report=$(mktemp "$edit_private/has.XXXXXX") || return 2
	upg_edit_awk "$1" "$2" "$has_report" has "$3" '' '' >/dev/null
	has_rc=$?
	if [ "$has_rc" -gt 1 ]; then
		sed -n 's/^!/  /p' "$has_report" >&2
		has_rc=2
	fi
	rm -f "$has_report"
	return "$has_rc"
}
