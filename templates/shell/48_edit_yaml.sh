# ---- edits of YAML ----------------------------------------------------------------------------------------------------

# What is understood: block maps and lists, scalars on one line, comments, several documents. Block scalars, and flow
# collections on one line, are passed over. A file with anything else (anchors, tags, values over several lines, tabs) is
# refused whole. A node is an entry of a map or an item of a list: Path its keys, Ln and End its lines, At where its value
# begins, Val the value as written, Tail what stands behind it. After each edit the file is read again.
UPG_AWK_YAML='
function understand(    i, s, col) {
	nodes = top = docs = block = 0
	split("", Node)
	split("", Root)
	split("", RootCol)
	split("", Twice)
	begin_document(1)
	for (i = 1; i <= count; i++) {
		s = L[i]
		match(s, /^ */)
		col = RLENGTH
		if (block) {
			if (s ~ /^[ \t]*$/) continue
			if (col > block_col) { reach(i); continue }
			block = 0
		}
		if (s ~ /^[ \t]*$/ || s ~ /^[ \t]*#/) continue
		if (s ~ /^---([ \t]+#.*)?[ \t]*$/) { begin_document(i); continue }
		if (s ~ /^\.\.\.[ \t]*$/) { begin_document(i); continue }
		if (s ~ /^---/) fail("a value behind --- is not understood", i)
		if (s ~ /^%/) fail("a directive is not understood", i)
		if (substr(s, col + 1, 1) == "\t") fail("a tab in the indentation is not understood", i)
		while (top > 0 && SI[top] > col) top--
		content(i, col, substr(s, col + 1), 0)
		reach(i)
	}
}
function begin_document(i) {
	if (docs > 0 && Doc_empty) { Doc_empty = 1; top = 0; Doc_at[docs] = i; return }
	docs++
	top = 0
	Doc_empty = 1
	Doc_at[docs] = i
	Doc_end[docs] = i
}
function reach(i,    d) {
	for (d = 1; d <= top; d++) End[SN[d]] = i
	Doc_end[docs] = i
}
# item: the node of the list item that the text stands in, or 0.
function content(i, col, s, item,    at, key, rest, n) {
	Doc_empty = 0
	if (s == "-" || s ~ /^-[ \t]/) {
		if (top > 0 && ST[top] == "map" && SI[top] == col && !item) open("seq", col, i)
		else if (top == 0 || ST[top] != "seq" || SI[top] != col) open("seq", col, i)
		n = add(i, SP[top] "\034[" (SC[top]++) "]", col)
		SN[top] = n
		Item[n] = 1
		rest = substr(s, 2)
		match(rest, /^ */)
		if (substr(rest, RLENGTH + 1, 1) == "\t") fail("a tab behind - is not understood", i)
		at = col + 1 + RLENGTH
		rest = substr(rest, RLENGTH + 1)
		if (rest == "" || substr(rest, 1, 1) == "#") { value(n, i, col + 1, substr(s, 2), col); return }
		if (rest ~ /^-( |$)/ || key_size(rest, i)) content(i, at, rest, n)
		else value(n, i, col + 1, substr(s, 2), col)
		return
	}
	at = key_size(s, i)
	if (!at) fail("a value over several lines is not understood", i)
	while (top > 0 && ST[top] == "seq" && SI[top] == col) top--
	if (top == 0 || ST[top] != "map" || SI[top] != col) open("map", col, i)
	key = substr(s, 1, at)
	sub(/[ ]*$/, "", key)
	rest = key
	if (rest ~ /^"/ || rest ~ /^\047/) rest = substr(rest, 2, length(rest) - 2)
	if (rest == "<<") fail("<< is not understood", i)
	n = add(i, SP[top] "\034" rest, col)
	SN[top] = n
	KeyText[n] = key
	Inline[n] = item
	value(n, i, col + at + 1, substr(s, at + 2), col)
}
# The bytes before the colon that ends a key, or 0 when s is no entry of a map.
function key_size(s, i,    c, at, rest) {
	c = substr(s, 1, 1)
	if (c == "?" && s ~ /^\?( |$)/) fail("a key behind ? is not understood", i)
	if (c == "\"" || c == "\047") {
		at = index(substr(s, 2), c)
		if (!at) return 0
		rest = substr(s, at + 2)
		if (rest !~ /^ *:( |$)/) return 0
		if (index(substr(s, 2, at - 1), "\\")) fail("a key with an escape is not understood", i)
		return at + index(rest, ":")
	}
	if (index("[{", c)) {
		if (s ~ /[]}] *:( |$)/) fail("a key in brackets is not understood", i)
		return 0
	}
	if (index("&*!|>%@#,", c)) {
		if (index("&*!", c)) fail("an anchor, an alias or a tag is not understood", i)
		return 0
	}
	if (match(s, /:( |$)/)) {
		rest = substr(s, 1, RSTART - 1)
		if (rest ~ / #/) return 0
		return RSTART - 1
	}
	return 0
}
# A map or list begins within the node that waits for its value.
function open(type, col, i,    parent, path) {
	parent = top > 0 ? SN[top] : 0
	path = parent ? Path[parent] : docs ""
	if (parent && !(Kind[parent] == "null" || Kind[parent] == "")) fail("a value over several lines is not understood", i)
	if (parent && type == "map" && col <= Col[parent]) fail("the indentation is not understood", i)
	if (!parent && (path in Root)) fail("the indentation is not understood", i)
	if (!parent) { Root[path] = type; RootCol[docs] = col }
	if (parent) { Kind[parent] = type; Inner[parent] = col }
	top++
	ST[top] = type
	SI[top] = col
	SP[top] = path
	SC[top] = 0
	SN[top] = 0
}
function add(i, path, col) {
	nodes++
	if (path in Node) Twice[path] = i
	else Node[path] = nodes
	Path[nodes] = path
	Ln[nodes] = End[nodes] = i
	Col[nodes] = col
	Kind[nodes] = ""
	Item[nodes] = Inline[nodes] = 0
	return nodes
}
function value(n, i, at, s, col,    c, body, rest) {
	match(s, /^ */)
	At[n] = at + RLENGTH
	s = substr(s, RLENGTH + 1)
	Quote[n] = Tail[n] = ""
	Val[n] = ""
	if (substr(s, 1, 1) == "\t") fail("a tab before a value is not understood", i)
	c = substr(s, 1, 1)
	if (s == "" || (c == "#" && At[n] > at)) { Kind[n] = "null"; At[n] = at; Tail[n] = substr(L[i], at + 1); return }
	if (index("&*!", c)) fail("an anchor, an alias or a tag is not understood", i)
	if (index("%@\140", c)) fail("a value that begins with " c " is not understood", i)
	if (c == "|" || c == ">") {
		if (s !~ /^[|>][0-9+-]*([ \t]+#.*)?[ \t]*$/) fail("the head of a block scalar is not understood", i)
		Kind[n] = "block"
		block = 1
		block_col = col
		return
	}
	if (c == "\"" || c == "\047") {
		body = quoted(s, c)
		if (body == 0) fail("a value over several lines is not understood", i)
		Quote[n] = c
		Kind[n] = "scalar"
	} else if (c == "[" || c == "{") {
		body = balanced(s)
		if (body == 0) fail("a collection in brackets over several lines is not understood", i)
		Kind[n] = "flow"
	} else {
		Kind[n] = "scalar"
		body = length(s)
		if (match(s, /[ \t]+#/)) body = RSTART - 1
		rest = substr(s, 1, body)
		sub(/[ \t]+$/, "", rest)
		body = length(rest)
		if (rest ~ /:( |$)/) fail("a colon within a value is not understood", i)
	}
	Val[n] = substr(s, 1, body)
	Tail[n] = substr(s, body + 1)
	if (Tail[n] !~ /^[ \t]*$/ && Tail[n] !~ /^[ \t]+#/) fail("what stands behind a value is not understood", i)
}
# The length of the quoted text that s begins with, or 0.
function quoted(s, c,    n, parts, k, size, run) {
	n = split(substr(s, 2), parts, c)
	size = 1
	for (k = 1; k < n; k++) {
		size += length(parts[k]) + 1
		if (c == "\"") {
			run = match(parts[k], /\\+$/) ? RLENGTH : 0
			if (run % 2 == 0) return size
		} else {
			if (k + 1 < n && parts[k + 1] == "") { k++; size += 1; continue }
			return size
		}
	}
	return 0
}
function balanced(s,    i, c, depth, q, n) {
	n = length(s)
	for (i = 1; i <= n; i++) {
		c = substr(s, i, 1)
		if (c == "\"" || c == "\047") {
			q = quoted(substr(s, i), c)
			if (q == 0) return 0
			i += q - 1
		} else if (c == "[" || c == "{") depth++
		else if (c == "]" || c == "}") { if (--depth == 0) return i }
		else if (c == "#" && substr(s, i - 1, 1) == " ") return 0
	}
	return 0
}
function text_of(n,    s) {
	s = Val[n]
	if (Quote[n] == "\047") {
		s = substr(s, 2, length(s) - 2)
		s = put(s, "\047\047", "\047")
	} else if (Quote[n] == "\"") {
		s = substr(s, 2, length(s) - 2)
		if (index(s, "\\")) return unescaped(s)
	}
	return s
}
# The text, or one that equals nothing when it has an escape that is not read.
function unescaped(s,    at, c, out) {
	while ((at = index(s, "\\")) > 0) {
		c = substr(s, at + 1, 1)
		if (!index("\"\\/", c)) return "\001" s
		out = out substr(s, 1, at - 1) c
		s = substr(s, at + 2)
	}
	return out s
}
# What a reader may take for something else than a text.
function raw_like(s,    low) {
	low = tolower(s)
	return s == "" || s ~ /^[-+.]?[0-9]/ || s ~ /^[-+]?\./ || low ~ /^(true|false|yes|no|on|off|y|n|null|~)$/
}
function written(text, raw, q,    s) {
	if (raw) return text
	if (text ~ /[\001-\037\177]/) fail("a value with a control character cannot be written")
	s = text
	if (q == "\047" || (q == "" && raw_like(text) == 0 && text !~ /^[A-Za-z_\/][A-Za-z0-9_.\/@%+=?&~:;()$<>,-]*$/ && index(text, "\047") == 0)) {
		s = put(s, "\047", "\047\047")
		return "\047" s "\047"
	}
	if (q == "" && !raw_like(text) && text ~ /^[A-Za-z_\/][A-Za-z0-9_.\/@%+=?&~:;()$<>,-]*$/ && text !~ /:$/) return text
	s = put(s, "\\", "\\\\")
	s = put(s, "\"", "\\\"")
	return "\"" s "\""
}
function key_written(key) {
	if (key ~ /^[A-Za-z_\/][A-Za-z0-9_.\/-]*$/ && !raw_like(key)) return key
	if (key ~ /["\\]/ || key ~ /[\001-\037\177]/) fail("no key that can be written: " key)
	return "\"" key "\""
}
# ---- paths: a.b[0].c, list[name=web].image, "a.b".c, and Deployment/web:spec.replicas for one document of several
function path_of(key,    s, c, at, rest) {
	comps = 0
	only_kind = only_name = ""
	if (match(key, /^[A-Za-z]+\/[A-Za-z0-9.-]+:/)) {
		rest = substr(key, 1, RLENGTH - 1)
		key = substr(key, RLENGTH + 1)
		at = index(rest, "/")
		only_kind = substr(rest, 1, at - 1)
		only_name = substr(rest, at + 1)
	}
	while (key != "") {
		c = substr(key, 1, 1)
		if (c == "\"") {
			at = index(substr(key, 2), "\"")
			if (!at) fail("no path of keys: " key)
			C[++comps] = substr(key, 2, at - 1)
			key = substr(key, at + 2)
		} else if (c == "[") {
			at = index(key, "]")
			if (!at) fail("no path of keys: " key)
			C[++comps] = substr(key, 1, at)
			key = substr(key, at + 1)
		} else {
			match(key, /^[^.[]*/)
			C[++comps] = substr(key, 1, RLENGTH)
			key = substr(key, RLENGTH + 1)
		}
		if (substr(key, 1, 1) == ".") key = substr(key, 2)
	}
}
# The node at the first n keys within document d, 0 when there is none.
function node_at(d, n,    i, p, at, k, name, want) {
	p = d ""
	for (i = 1; i <= n; i++) {
		if (C[i] ~ /^\[.*=.*\]$/) {
			at = index(C[i], "=")
			name = substr(C[i], 2, at - 2)
			want = substr(C[i], at + 1, length(C[i]) - at - 1)
			for (k = 0; (p "\034[" k "]") in Node; k++)
				if ((p "\034[" k "]\034" name) in Node && text_of(Node[p "\034[" k "]\034" name]) == want) break
			p = p "\034[" k "]"
		} else p = p "\034" C[i]
		if (!(p in Node)) return 0
		if (p in Twice) fail(C[i] " stands twice", Twice[p])
	}
	return Node[p]
}
function fits(d) {
	if (only_kind == "") return 1
	return (d "\034kind") in Node && text_of(Node[d "\034kind"]) == only_kind && (d "\034metadata\034name") in Node && text_of(Node[d "\034metadata\034name"]) == only_name
}
# The node of the key; document is where it is.
function find(key,    d, n, found) {
	path_of(key)
	found = 0
	for (d = 1; d <= docs; d++) {
		if (!fits(d) || !(n = node_at(d, comps))) continue
		if (found) fail(key " is in several documents: write KIND/NAME:" key)
		found = n
		document = d
	}
	return found
}
# ---- entries of environment as a list of NAME=value, in Compose files
function listed(key,    d, n, k, p, s) {
	listed_list = 0
	if (format != "compose") return 0
	path_of(key)
	if (comps < 2 || C[comps - 1] !~ /^(environment|labels|args)$/) return 0
	for (d = 1; d <= docs; d++) {
		if (!(n = node_at(d, comps - 1)) || Kind[n] != "seq") continue
		listed_list = n
		document = d
		for (k = 0; (p = Path[n] "\034[" k "]") in Node; k++) {
			s = text_of(Node[p])
			if (s == C[comps] || substr(s, 1, length(C[comps]) + 1) == C[comps] "=") return Node[p]
		}
	}
	return 0
}
function has(key) { return listed(key) || find(key) }
function put_value(n, text, raw,    s) {
	s = L[Ln[n]]
	L[Ln[n]] = substr(s, 1, At[n]) (Kind[n] == "null" ? " " : "") written(text, raw, Quote[n]) Tail[n]
	understand()
}
function give(n, key, text, raw) {
	if (Kind[n] != "scalar" && Kind[n] != "null") fail(key " is no value on one line", Ln[n])
	if (Kind[n] == "scalar" && raw && Quote[n] == "" && Val[n] == text) return
	if (Kind[n] == "scalar" && !raw && text_of(n) == text && (Quote[n] != "" || !raw_like(text))) return
	note("~", key)
	put_value(n, text, raw)
}
function insert(after, text,    i) {
	for (i = count; i > after; i--) { L[i + 1] = L[i]; E[i + 1] = E[i] }
	count++
	L[after + 1] = text
	E[after + 1] = eol
	if (after > 0 && E[after] == "") { E[after] = eol; E[after + 1] = "" }
}
function blanks(n,    s) { s = sprintf("%" (n + 0) "s", ""); return n > 0 ? s : "" }
function add_entry(key, text, raw,    d, n, have, found, at, col, i) {
	path_of(key)
	for (i = 1; i <= comps; i++) if (C[i] ~ /^\[/ && i == comps) fail("no item is added to a list: " key)
	found = 0
	for (have = comps - 1; have >= 0 && !found; have--)
		for (d = 1; d <= docs; d++) {
			if (!fits(d) || (d == docs && docs > 1 && Doc_empty)) continue
			n = have ? node_at(d, have) : -1
			if (!n) continue
			if (found) fail(key " could be added to several documents: write KIND/NAME:" key)
			found = d
			at = n
			i = have
		}
	if (!found) lacks("there is no document for " key)
	have = i
	d = found
	if (at == -1) {
		if ((d "") in Root && Root[d ""] != "map") fail("the document is no map")
		col = (d in RootCol) ? RootCol[d] : 0
		at = (d "") in Root ? Doc_end[d] : (count ? Doc_end[d] : 0)
		if (!((d "") in Root)) at = count
	} else if (Kind[at] == "map") {
		col = Inner[at]
		at = End[at]
	} else if (Kind[at] == "null") {
		if (Inline[at]) col = Col[at] + 2
		else col = Col[at] + step()
		at = End[at]
	} else fail("what would hold " key " is no map", Ln[at])
	for (i = have + 1; i <= comps; i++) {
		if (C[i] ~ /^\[/) lacks("there is no " C[i] " for " key)
		insert(at, blanks(col) key_written(C[i]) ":" (i == comps ? " " written(text, raw, "") : ""))
		at++
		col += step()
	}
	note("+", key)
	understand()
}
function step(    n) {
	for (n = 1; n <= nodes; n++) if (Kind[n] == "map" && Inner[n] > Col[n] && !Item[n]) return Inner[n] - Col[n]
	return 2
}
function drop(n, key,    i, size, other, p, siblings) {
	if (Inline[n]) fail(key " begins an item of a list", Ln[n])
	p = Path[n]
	sub(/\034[^\034]*$/, "", p)
	for (other = 1; other <= nodes; other++)
		if (other != n && substr(Path[other], 1, length(p) + 1) == p "\034" && index(substr(Path[other], length(p) + 2), "\034") == 0) siblings++
	if (!siblings) fail(key " is the only entry of what it stands in", Ln[n])
	size = End[n] - Ln[n] + 1
	for (i = Ln[n]; i + size <= count; i++) { L[i] = L[i + size]; E[i] = E[i + size] }
	count -= size
	note("-", key)
	understand()
}
function rename(key, to,    n, s, from, last) {
	if (!(n = find(key))) return
	from = comps
	path_of(key)
	last = C[comps]
	if (find(to)) fail("both are there: " key " and " to)
	path_of(to)
	if (comps == from && substr(to, 1, length(to) - length(C[comps])) == substr(key, 1, length(key) - length(last)) && !Item[n]) {
		s = L[Ln[n]]
		L[Ln[n]] = substr(s, 1, Col[n]) key_written(C[comps]) substr(s, Col[n] + length(KeyText[n]) + 1)
		note("~", key " to " to)
		understand()
		return
	}
	if (Kind[n] != "scalar") fail(key " is no value on one line", Ln[n])
	s = text_of(n)
	from = Quote[n] == "" && raw_like(s)
	add_entry(to, s, from)
	drop(find(key), key)
}
function edit(e, how, key,    n, k, raw, s) {
	raw = how == "setraw"
	if (how == "rename") { rename(key, given(e, "VALUE")); return }
	if ((n = listed(key)) || listed_list) { edit_listed(e, how, key, n); return }
	n = find(key)
	if (how == "remove") { if (n) drop(n, key) }
	else if (how == "set" || raw) {
		if (n) give(n, key, given(e, "VALUE"), raw)
		else add_entry(key, given(e, "VALUE"), raw)
	} else if (!n) { if (how != "replace") lacks("there is no " key) }
	else if (how == "replace" && Kind[n] == "seq") {
		for (k = 0; (Path[n] "\034[" k "]") in Node; k++) {
			s = Node[Path[n] "\034[" k "]"]
			if (Kind[s] == "scalar" && text_of(s) == given(e, "OTHER")) { give(s, key, given(e, "VALUE"), 0); n = find(key) }
		}
	} else if (Kind[n] != "scalar") fail(key " is no value on one line", Ln[n])
	else {
		s = changed(e, how, text_of(n))
		if (s != text_of(n)) give(n, key, s, 0)
	}
}
function edit_listed(e, how, key, n,    s, name, old, list) {
	name = C[comps]
	list = listed_list
	if (!n && how == "remove") return
	if (!n && (how == "set" || how == "setraw")) {
		s = name "=" given(e, "VALUE")
		insert(End[list], blanks(Inner[list]) "- " written(s, 0, ""))
		note("+", key)
		understand()
		return
	}
	if (!n) { if (how != "replace") lacks("there is no " key); return }
	if (how == "remove") { drop(n, key); return }
	old = substr(text_of(n), length(name) + 2)
	s = name "=" changed(e, how, old)
	if (s != text_of(n)) give(n, key, s, 0)
}
function write_all(    i) {
	ORS = ""
	print mark
	for (i = 1; i <= count; i++) print L[i] E[i]
}
'
