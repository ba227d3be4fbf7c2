# Are the tests themselves any good?

test_mutants() {
	local last number missed
	./mutants >"$work/mutants"
	grep '^not ok' "$work/mutants"
	last=$(tail -n 1 "$work/mutants")
	number=${last%% found*} missed=${last#*, } missed=${missed%% *}
	is 'each fault that is planted in the library is found by the test that is named for it' 0 "$missed"
	figure M1 "$missed" $((number + missed)) 'survivors' 'faults planted in the run-time library, each run against the test named for it; at most 5 % of at least 40'
}
