# ---- edits of YAML: the keys ----------------------------------------------------------------------------------------

# Over what was read of the file: finding, giving, renaming and dropping keys.
UPG_AWK_YAML=$UPG_AWK_YAML'
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
