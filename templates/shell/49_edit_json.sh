# ---- edits of JSON ----------------------------------------------------------------------------------------------------

# The text is cut into tokens: strings, words, brackets, and the blanks between them. An edit puts one token in the place of
# another, or adds or takes some away, so that all else stays as it is. The whole file must be JSON. A member of an object
# and an item of a list are nodes: Name the token of the key, First and Final the tokens of the value.
UPG_AWK_JSON='
function understand(    i) {
	if (!cut) {
		cut = 1
		tokens = 0
		for (i = 1; i <= count; i++) {
			cut_line(L[i], i)
			token(E[i], i)
		}
	}
	nodes = 0
	split("", Node)
	split("", Twice)
	at = 1
	skip()
	if (at > tokens) fail("the file is empty")
	read_value("")
	skip()
	if (at <= tokens) fail("something stands behind the document", W[at])
}
function token(s, i) { if (s != "") { T[++tokens] = s; W[tokens] = i } }
# A line by its quotes, then what is between them in small pieces: a long line costs no more than its length.
function cut_line(s, i,    n, parts, k, text, run) {
	n = split(s, parts, "\"")
	for (k = 1; k <= n; k++) {
		cut_plain(parts[k], i)
		if (k == n) return
		text = "\""
		for (k++; ; k++) {
			if (k > n || (k == n && n > 0)) fail("a text that does not end in its line", i)
			text = text parts[k] "\""
			run = match(parts[k], /\\+$/) ? RLENGTH : 0
			if (run % 2 == 0) break
		}
		if (text ~ /[\001-\037]/) fail("a control character in a text", i)
		token(text, i)
	}
}
function cut_plain(s, i,    at, piece) {
	for (at = 1; at <= length(s); at += 512) {
		piece = carry substr(s, at, 512)
		carry = ""
		cut_piece(piece, i, at + 512 > length(s))
	}
}
function cut_piece(s, i, last) {
	while (s != "") {
		if (match(s, /^[][{}:,]/) || match(s, /^[ \t\r\n]+/) || match(s, /^[-+.A-Za-z0-9]+/)) {
			if (RLENGTH == length(s) && !last && s ~ /^[-+.A-Za-z0-9]/) { carry = s; return }
			token(substr(s, 1, RLENGTH), i)
			s = substr(s, RLENGTH + 1)
		} else fail("this is no JSON", i)
	}
}
function skip() { while (at <= tokens && T[at] ~ /^[ \t\r\n]/) at++ }
function read_value(path,    c, k, n, key, name) {
	if (at > tokens) fail("the document ends too early")
	if (++deep > 200) fail("nested too deeply", W[at])
	c = T[at]
	if (c == "{" || c == "[") {
		Kind[path] = c
		Begin[path] = at++
		k = 0
		skip()
		while (at <= tokens && T[at] != "}" && T[at] != "]") {
			if (k > 0) {
				if (T[at] != ",") fail("a comma is missing", W[at])
				at++
				skip()
			}
			name = at
			if (c == "{") {
				if (T[at] !~ /^"/) fail("a key is missing", W[at])
				key = plain_text(T[at++])
				skip()
				if (T[at] != ":") fail("a colon is missing", W[at])
				at++
				skip()
			} else key = "[" k "]"
			n = path "\034" key
			if (n in Node) Twice[n] = W[at]
			Node[n] = 1
			Name[n] = name
			First[n] = at
			read_value(n)
			Final[n] = at - 1
			Order[path, k++] = n
			skip()
		}
		if (T[at] != (c == "{" ? "}" : "]")) fail("a bracket is not closed", W[at])
		Size[path] = k
		Close[path] = at++
	} else if (c ~ /^"/ || c ~ /^(true|false|null)$/ || c ~ /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/) {
		Kind[path] = "scalar"
		at++
	} else fail("this is no value of JSON: " c, W[at])
	deep--
}
function plain_text(s,    at, c, out) {
	s = substr(s, 2, length(s) - 2)
	while ((at = index(s, "\\")) > 0) {
		c = substr(s, at + 1, 1)
		if (!index("\"\\/", c)) return "\001" out s
		out = out substr(s, 1, at - 1) c
		s = substr(s, at + 2)
	}
	return out s
}
function in_quotes(s) {
	if (s ~ /[\001-\037]/) fail("a value with a control character cannot be written")
	s = put(s, "\\", "\\\\")
	s = put(s, "\"", "\\\"")
	return "\"" s "\""
}
function path_of(key,    c, i, p) {
	comps = 0
	while (key != "") {
		c = substr(key, 1, 1)
		if (c == "\"") {
			i = index(substr(key, 2), "\"")
			if (!i) fail("no path of keys: " key)
			C[++comps] = substr(key, 2, i - 1)
			key = substr(key, i + 2)
		} else if (c == "[") {
			if (!(i = index(key, "]"))) fail("no path of keys: " key)
			C[++comps] = substr(key, 1, i)
			key = substr(key, i + 1)
		} else {
			match(key, /^[^.[]*/)
			C[++comps] = substr(key, 1, RLENGTH)
			key = substr(key, RLENGTH + 1)
		}
		if (substr(key, 1, 1) == ".") key = substr(key, 2)
	}
}
# The path of the first n keys, or \001 when it is not there.
function path_at(n,    i, p, k, e, name, want) {
	p = ""
	for (i = 1; i <= n; i++) {
		if (C[i] ~ /^\[.*=.*\]$/) {
			e = index(C[i], "=")
			name = substr(C[i], 2, e - 2)
			want = substr(C[i], e + 1, length(C[i]) - e - 1)
			for (k = 0; k < Size[p]; k++) if (((p "\034[" k "]\034" name) in Node) && plain_text(T[First[p "\034[" k "]\034" name]]) == want) break
			p = p "\034[" k "]"
		} else p = p "\034" C[i]
		if (!(p in Node)) return "\001"
		if (p in Twice) fail(C[i] " stands twice", Twice[p])
	}
	return p
}
function has(key) { path_of(key); return path_at(comps) != "\001" }
function literal(text, raw) { return raw ? text : in_quotes(text) }
function give(p, key, text, raw,    was) {
	if (Kind[p] != "scalar") fail(key " is no single value", W[First[p]])
	was = T[First[p]]
	if (raw ? was == text : was ~ /^"/ && plain_text(was) == text) return
	T[First[p]] = literal(text, raw)
	note("~", key)
}
function put_at(before, s,    i) {
	for (i = tokens; i >= before; i--) { T[i + 1] = T[i]; W[i + 1] = W[i] }
	tokens++
	T[before] = s
}
function take_away(from, to,    i, n) {
	n = to - from + 1
	for (i = from; i + n <= tokens; i++) { T[i] = T[i + n]; W[i] = W[i + n] }
	tokens -= n
}
function blank(i) { return i > 0 && T[i] ~ /^[ \t\r\n]/ }
# The blanks before token i, as one text.
function lead(i,    s) { for (i--; blank(i); i--) s = T[i] s; return s }
function last_line(s) { while (index(s, "\n")) s = substr(s, index(s, "\n") + 1); return s }
function add(key, text, raw,    p, n, i, inner, close_lead, unit, k) {
	path_of(key)
	for (n = comps - 1; n >= 0; n--) if ((p = n ? path_at(n) : "") != "\001") break
	if (Kind[p] != "{") fail("what would hold " key " is no object")
	for (i = n + 1; i <= comps; i++) if (C[i] ~ /^\[/) lacks("there is no " C[i] " for " key)
	inner = literal(text, raw)
	for (i = comps; i > n + 1; i--) inner = "{ " in_quotes(C[i]) ": " inner " }"
	inner = in_quotes(C[n + 1]) ":" colon_gap() inner
	if (Size[p] > 0) {
		k = Order[p, Size[p] - 1]
		put_at(Final[k] + 1, "," lead(Name[k]) inner)
	} else if (Begin[p] + 1 == Close[p]) put_at(Close[p], " " inner " ")
	else put_at(Begin[p] + 1, " " inner)
	note("+", key)
	again()
}
function colon_gap(    i) { for (i = 2; i < tokens; i++) if (T[i] == ":") return blank(i + 1) ? " " : ""; return " " }
# What was put is cut anew.
function again(    i, n, old, lines) {
	n = tokens
	for (i = 1; i <= n; i++) { old[i] = T[i]; lines[i] = W[i] }
	tokens = 0
	for (i = 1; i <= n; i++)
		if (length(old[i]) > 1 && old[i] !~ /^[\n\r]/) cut_line(old[i], lines[i])
		else token(old[i], lines[i])
	understand()
}
function drop(p, key,    parent, k, from, to, i) {
	parent = p
	sub(/\034[^\034]*$/, "", parent)
	for (k = 0; k < Size[parent]; k++) if (Order[parent, k] == p) break
	from = Name[p]
	to = Final[p]
	if (k > 0) from = Final[Order[parent, k - 1]] + 1
	else if (Size[parent] > 1) to = Name[Order[parent, 1]] - 1
	take_away(from, to)
	note("-", key)
	understand()
}
function rename(key, to,    p, last, head) {
	path_of(key)
	if ((p = path_at(comps)) == "\001") return
	last = comps
	head = substr(p, 1, length(p) - length(C[comps]))
	if (has(to)) fail("both are there: " key " and " to)
	path_of(to)
	if (comps == last && path_at(comps - 1) "\034" == head) {
		T[Name[p]] = in_quotes(C[comps])
		note("~", key " to " to)
		understand()
		return
	}
	if (Kind[p] != "scalar") fail(key " is no single value", W[First[p]])
	last = T[First[p]]
	add(to, last, 1)
	path_of(key)
	drop(path_at(comps), key)
}
function edit(e, how, key,    p, k, s, raw) {
	raw = how == "setraw"
	if (how == "rename") { rename(key, given(e, "VALUE")); return }
	path_of(key)
	p = path_at(comps)
	if (how == "remove") { if (p != "\001") drop(p, key) }
	else if (how == "set" || raw) {
		if (p != "\001") give(p, key, given(e, "VALUE"), raw)
		else add(key, given(e, "VALUE"), raw)
	} else if (p == "\001") { if (how != "replace") lacks("there is no " key) }
	else if (how == "replace" && Kind[p] == "[") {
		for (k = 0; k < Size[p]; k++) {
			s = Order[p, k]
			if (Kind[s] == "scalar" && T[First[s]] ~ /^"/ && plain_text(T[First[s]]) == given(e, "OTHER")) give(s, key, given(e, "VALUE"), 0)
		}
	} else {
		if (Kind[p] != "scalar" || T[First[p]] !~ /^"/) fail(key " is no text", W[First[p]])
		s = plain_text(T[First[p]])
		give(p, key, changed(e, how, s), 0)
	}
}
function write_all(    i) {
	ORS = ""
	print mark
	for (i = 1; i <= tokens; i++) print T[i]
}
'
