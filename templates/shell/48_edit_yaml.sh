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
'
