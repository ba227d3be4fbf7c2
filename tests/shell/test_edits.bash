# Edits of files, against independent readers of their formats.

test_edits() {
	local out count=24
	if ! python3 -c 'import yaml' 2>/dev/null; then
		echo "# skipped: edits: python3-yaml is not installed"
		return
	fi
	if tier_is full; then count=400; elif tier_is ci; then count=200; fi
	out=$(python3 ./edits.py "$count" "$work/e1" 2>&1)
	is "edits of $count files of each format${out:+: $out}" "" "$(printf '%s\n' "$out" | grep -A8 '^not ok')"
	cat "$work/e1" >>"$figures"
	printf '%s\n' "$out" | grep '^# [0-9]'
}
