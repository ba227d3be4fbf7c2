# Answers, secrets and captured output that mean something to some shell: what a command is given is what was said, to the byte.

test_hostile() {
	local LC_ALL=C shell=${shells[0]} dir=$work/hostile wrong=0 trips=0 size=300 all lines typed
	mkdir "$dir"
	"$here/hostile_strings.py" LINES >"$dir/lines"
	"$here/hostile_strings.py" TYPED >"$dir/typed"
	mapfile -d '' -t lines <"$dir/lines"
	mapfile -d '' -t typed <"$dir/typed"
	all=$(pick 300 100000 100000)
	hostile_route file "$size" "${lines[@]:0:all}"
	hostile_route env "$size" "${lines[@]:0:all}"
	hostile_route secret "$size" "${lines[@]:0:all}"
	hostile_route capture "$size" "${lines[@]:0:all}"
	hostile_route typed 40 "${typed[@]:0:all / 4}"
	is "$shell: $trips strings that were said arrive as they are" 0 "$wrong"
	holds "$shell: there were that many" [ "$trips" -ge 1200 ]
	figure Q1.said "$wrong" "$trips" 'strings altered' \
		'hostile strings by answers file, environment, terminal, secret and captured output, through the frozen values to a command, on each shell'
}

# All of the strings by this route, some at a time.
hostile_route() { # ROUTE SIZE STRING…
	local route=$1 size=$2 at
	shift 2
	for ((at = 1; at <= $#; at += size)); do hostile_batch "$route" "${@:at:size}"; done
}

hostile_batch() { # ROUTE STRING…
	local route=$1 n=0 text
	shift
	rm -rf "$dir/state" "$dir/got" "$dir/said" "$dir"/s.*
	hostile_plan "$route" $# >"$dir/plan.part"
	make_script "$dir/plan.part" "$dir/upgrade.sh"
	: >"$dir/due"
	: >"$dir/answers"
	local -a environment=()
	for text in "$@"; do
		# What cannot be missing, or ends in a line end that the shell takes off, is not this test's.
		case $route/$text in secret/) text=x ;; esac
		n=$((n + 1))
		printf '%s\0' "$text" >>"$dir/due"
		case $route in
		file) printf 's%s = "%s"\n' "$n" "$text" >>"$dir/answers" ;;
		env) environment+=("UPG_ANSWER_s$n=$text") ;;
		secret | capture) printf '%s' "$text" >"$dir/s.$n" ;;
		typed) printf '%s\n' "$text" >>"$dir/said" ;;
		esac
	done
	environment+=(HOSTILE="$dir" UPG_LOCK_DIR="$work/locks")
	case $route in
	typed)
		env "${environment[@]}" script -qec "$(words_of "$shell") $dir/upgrade.sh run --state $dir/state" /dev/null <"$dir/said" >"$dir/out" 2>&1
		;;
	*) env "${environment[@]}" $(words_of "$shell") "$dir/upgrade.sh" run --answers "$dir/answers" --state "$dir/state" >"$dir/out" 2>&1 </dev/null ;;
	esac
	trips=$((trips + n))
	if ! cmp -s "$dir/due" "$dir/got"; then
		wrong=$((wrong + $(diff <(tr '\0' '\n' <"$dir/due") <(tr '\0' '\n' <"$dir/got" 2>/dev/null) | grep -c '^<')))
		wrong=$((wrong + 1))
		echo "# $shell, $route: $(cmp "$dir/due" "$dir/got" 2>&1) $(tail -n 2 "$dir/out")"
	fi
}

hostile_plan() { # ROUTE COUNT
	local n
	printf "UPG_PLAN='hostile'\nUPG_TITLE='Hostile strings'\nUPG_DIGEST='h'\nUPG_TO=''\nUPG_SOURCE='hostile.upg'\nUPG_WINDOW=0\n"
	printf '%s() {\n\t:\n}\n' plan_needs plan_files plan_detect plan_in_range plan_refusals plan_identities plan_loss
	printf 'plan_values() {\n'
	for ((n = 1; n <= $2; n++)); do
		case $1 in
		secret) printf "\tupg_secret s%s file \"\$HOSTILE/s.%s\" 'a secret'\n" "$n" "$n" ;;
		capture) printf '\tupg_unset s%s\n' "$n" ;;
		*) printf "\tupg_input s%s text 'a text'\n" "$n" ;;
		esac
	done
	printf "}\nplan_steps() {\n\tupg_step upgrade_say upgrade.say 1 Say phase=upgrade digest=1\n\tupg_deed 1 say\n"
	printf "\tupg_step upgrade_give upgrade.give 2 Give phase=upgrade undo=nothing digest=2\n\tupg_deed 1 give again=idempotent secret=1\n}\n"
	printf 'step_upgrade_say_1() {\n\tupg_true\n'
	[ "$1" != capture ] || for ((n = 1; n <= $2; n++)); do printf "\tupg_capture s%s cat \"\$HOSTILE/s.%s\" || return \$?\n" "$n" "$n"; done
	printf '}\ncmd_1() {\n\tupg_part sh -c "exec /usr/bin/printf '\''%%s\\\\0'\'' \\"\\$@\\"" sh'
	for ((n = 1; n <= $2; n++)); do printf ' "$V_S%s"' "$n"; done
	printf ' >"$HOSTILE/got"\n}\nstep_upgrade_give_1() {\n\tupg_run cmd_1 || return $?\n}\n'
}
