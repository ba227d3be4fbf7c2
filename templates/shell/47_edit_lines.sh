# ---- edits of env files and Java properties ---------------------------------------------------------------------------

# An entry is a line, or the lines that a backslash joins in a properties file. K its key, V its value, P what stands
# before the value, T what stands behind it, Q its quote; R[i] its text. An env file is read as Compose, Docker and
# systemd read it: where these disagree about an entry that is edited, the file is refused.
UPG_AWK_LINES='
function understand(    i) {
	items = 0
	for (i = 1; i <= count; i++) {
		items++
		R[items] = L[i]
		End[items] = E[i]
		Line[items] = i
		if (format == "env") env_line(items, i)
		else i = properties_lines(items, i)
	}
}
function env_line(n, i,    s, name, rest, body, at) {
	s = L[i]
	if (s ~ /^[ \t]*$/ || s ~ /^[ \t]*#/) return
	if (!match(s, /^[ \t]*(export[ \t]+)?[A-Za-z_][A-Za-z0-9_.-]*[ \t]*=[ \t]*/)) {
		if (s ~ /\\$/) fail("a line that goes on in the next is not understood", i)
		return
	}
	P[n] = substr(s, 1, RLENGTH)
	rest = substr(s, RLENGTH + 1)
	name = P[n]
	sub(/[ \t]*=[ \t]*$/, "", name)
	sub(/^[ \t]*(export[ \t]+)?/, "", name)
	K[n] = name
	env_value(n, i, rest)
}
function env_value(n, i, rest,    q, k, at, body, c, parts) {
	q = substr(rest, 1, 1)
	Q[n] = ""
	if (q != "\"" && q != "\047") {
		if (rest ~ /\\$/) fail("a value that goes on in the next line is not understood", i)
		body = rest
		sub(/[ \t]+$/, "", body)
		T[n] = substr(rest, length(body) + 1)
		V[n] = body
		Odd[n] = body ~ /[ \t]#/
		return
	}
	if (q == "\047") at = index(substr(rest, 2), q)
	else {
		# Pieces between quotes; one that ends in an odd number of backslashes goes on.
		k = split(rest, parts, "\"")
		at = 0
		for (c = 2; c < k; c++) {
			at += length(parts[c]) + 1
			if (!odd_backslashes(parts[c])) break
		}
		if (c >= k) at = 0
	}
	if (at == 0) fail("a quoted value that does not end in its line is not understood", i)
	V[n] = substr(rest, 2, at - 1)
	T[n] = substr(rest, at + 2)
	Q[n] = q
	if (T[n] !~ /^[ \t]*$/ && T[n] !~ /^[ \t]+#/) Odd[n] = 1
	if (q == "\"" && V[n] ~ /[\\$\140]/) Odd[n] = 1
}
function odd_backslashes(s) {
	if (!match(s, /\\+$/)) return 0
	return RLENGTH % 2
}
function properties_lines(n, i,    s, logical, first, rest) {
	s = L[i]
	if (s ~ /^[ \t\f]*$/ || s ~ /^[ \t\f]*[#!]/) return i
	first = s
	logical = s
	sub(/^[ \t\f]+/, "", logical)
	while (odd_backslashes(s)) {
		logical = substr(logical, 1, length(logical) - 1)
		if (i >= count) break
		R[n] = R[n] E[i] L[i + 1]
		i++
		s = L[i]
		rest = s
		sub(/^[ \t\f]+/, "", rest)
		logical = logical rest
		End[n] = E[i]
	}
	property(n, logical, first)
	return i
}
function property(n, s, first,    at, size, key, sep, c) {
	size = length(s)
	for (at = 1; at <= size; at++) {
		c = substr(s, at, 1)
		if (c == "\\") at++
		else if (c ~ /[=: \t\f]/) break
	}
	key = substr(s, 1, at - 1)
	sep = substr(s, at)
	match(sep, /^[ \t\f]*[=:]?[ \t\f]*/)
	K[n] = decoded(key)
	V[n] = decoded(substr(sep, RLENGTH + 1))
	Sep[n] = substr(sep, 1, RLENGTH)
	P[n] = lead_of_property(first) key Sep[n]
	T[n] = Q[n] = ""
	if (substr(first, 1, length(P[n])) != P[n]) Odd[n] = 1
}
function lead_of_property(s) { match(s, /^[ \t\f]*/); return substr(s, 1, RLENGTH) }
function decoded(s,    n, parts, i, out, c) {
	if (index(s, "\\") == 0) return s
	out = ""
	while ((i = index(s, "\\")) > 0) {
		out = out substr(s, 1, i - 1)
		c = substr(s, i + 1, 1)
		s = substr(s, i + 2)
		if (c == "t") c = "\t"
		else if (c == "n") c = "\n"
		else if (c == "r") c = "\r"
		else if (c == "f") c = "\f"
		else if (c == "u") {
			n = code_point(substr(s, 1, 4))
			if (n > 0 && n < 128) {
				c = sprintf("%c", n)
				s = substr(s, 5)
			} else c = "\\u"
		}
		out = out c
	}
	return out s
}
function code_point(hex,    i, n, d) {
	if (length(hex) != 4) return 0
	for (i = 1; i <= 4; i++) {
		if ((d = index("0123456789abcdef", tolower(substr(hex, i, 1)))) == 0) return 0
		n = n * 16 + d - 1
	}
	return n
}
function escaped(s, in_key,    out) {
	if (s !~ /^[\t -~]*$/) fail("a properties file holds letters outside of ASCII in more ways than one: " given(e, "KEY"))
	s = put(s, "\\", "\\\\")
	s = put(s, "\t", "\\t")
	if (in_key) {
		s = put(s, " ", "\\ ")
		s = put(s, "=", "\\=")
		s = put(s, ":", "\\:")
		if (s ~ /^[#!]/) s = "\\" s
	} else if (substr(s, 1, 1) == " ") s = "\\" s
	return s
}
function plain(s) { return s !~ /[ \t"\047\140#$\\]/ }
function written(value, q, before) {
	if (format == "properties") return escaped(value, 0)
	if (value ~ /[\001-\010\013-\037\177]/) fail("a value with a control character cannot be written: " given(e, "KEY"))
	if (q == "\"" && value !~ /["\\$\140]/) return q value q
	if (q == "" && (plain(value) || (before ~ /[^ \t][ \t]+[^ \t]/ && value !~ /^[ \t]|[ \t]$|["\047\140#$\\]/))) return value
	if (index(value, "\047") == 0) return "\047" value "\047"
	fail("its readers disagree how this value would be written: " given(e, "KEY"))
}
# The only entry of that key, or 0.
function only(key, how,    i, found) {
	for (i = 1; i <= items; i++) {
		if (!(i in K) || K[i] != key) continue
		if (found) fail(key " stands twice", Line[i])
		found = i
	}
	return found
}
function same_everywhere(key, value,    i, found) {
	for (i = 1; i <= items; i++) {
		if (!(i in K) || K[i] != key) continue
		if (V[i] != value || Odd[i]) return 0
		found = 1
	}
	return found
}
function give(i, value,    old) {
	if (Odd[i]) fail("its readers disagree what this value is: " K[i], Line[i])
	if (V[i] == value) return
	note("~", K[i])
	old = V[i]
	V[i] = value
	if (Q[i] != "" && (format == "properties" || substr(written(value, Q[i]), 1, 1) != Q[i])) Q[i] = ""
	R[i] = P[i] written(value, Q[i], old) T[i]
}
function append(key, value,    i, sep) {
	sep = "="
	if (format == "properties")
		for (i = items; i >= 1; i--) if ((i in K) && Sep[i] ~ /[=:]/) { sep = Sep[i]; break }
	if (format == "env" && key !~ /^[A-Za-z_][A-Za-z0-9_.-]*$/) fail("no name of a setting: " key)
	if (items > 0 && End[items] == "") End[items] = eol
	else last_has_end = 1
	items++
	K[items] = key
	P[items] = (format == "properties" ? escaped(key, 1) : key) sep
	Q[items] = T[items] = ""
	Line[items] = count + 1
	Sep[items] = sep
	V[items] = value
	R[items] = P[items] written(value, "")
	End[items] = items == 1 || last_has_end ? eol : ""
	last_has_end = 0
	note("+", key)
}
function rename(i, to,    at) {
	note("~", K[i] " to " to)
	if (format == "properties") {
		if (Odd[i]) fail("a key over several lines is not understood: " K[i], Line[i])
		at = lead_of_property(R[i]) escaped(to, 1) Sep[i]
		R[i] = at substr(R[i], length(P[i]) + 1)
		P[i] = at
	} else {
		if (to !~ /^[A-Za-z_][A-Za-z0-9_.-]*$/) fail("no name of a setting: " to)
		at = index(P[i], K[i])
		if (P[i] ~ /^[ \t]*export[ \t]/) { match(P[i], /^[ \t]*export[ \t]+/); at = RLENGTH + 1 }
		P[i] = substr(P[i], 1, at - 1) to substr(P[i], at + length(K[i]))
		R[i] = P[i] substr(R[i], length(R[i]) - length_behind(i) + 1)
	}
	K[i] = to
}
function length_behind(i) { return length(V[i]) + 2 * length(Q[i]) + length(T[i]) }
function has(key,    i) {
	for (i = 1; i <= items; i++) if ((i in K) && named(K[i], key)) return 1
	return 0
}
function edit(n, how, key,    i, to) {
	if (how == "set" || how == "setraw") {
		if (same_everywhere(key, given(n, "VALUE"))) return
		if ((i = only(key)) > 0) give(i, given(n, "VALUE"))
		else append(key, given(n, "VALUE"))
	} else if (how == "remove") {
		for (i = 1; i <= items; i++) if ((i in K) && named(K[i], key)) { note("-", K[i]); delete K[i]; Gone[i] = 1 }
	} else if (how == "rename" || how == "settings") {
		for (i = 1; i <= items; i++) {
			if (!(i in K) || !named(K[i], key)) continue
			to = new_name(K[i], key, given(n, "VALUE"), how == "settings")
			if (to == K[i]) continue
			if (!starred(key)) only(key)
			if (only(to)) fail("both are there: " K[i] " and " to, Line[i])
			rename(i, to)
		}
	} else {
		i = only(key)
		if (i == 0 && how == "replace") return
		if (i == 0) lacks("there is no " key)
		give(i, changed(n, how, V[i]))
	}
}
function write_all(    i) {
	ORS = ""
	print mark
	for (i = 1; i <= items; i++) if (!(i in Gone)) print R[i] End[i]
}
'
