# Points at which a test ends the script: the UPG_KP_AT-th of all, or the one before a record (UPG_KP_AT=done:STEP:DEED).
# Only tests put this into one.
upg_test_point() { # [RECORD]
	if [ -z "${UPG_KP_DIR-}" ]; then return 0; fi
	test_n=0
	if [ -f "$UPG_KP_DIR/points" ]; then read -r test_n <"$UPG_KP_DIR/points"; fi
	test_n=$((test_n + 1))
	echo "$test_n" >"$UPG_KP_DIR/points"
	[ "$test_n" = "$UPG_KP_AT" ] || [ "${1-}" = "$UPG_KP_AT" ] || return 0
	test_main=$$
	if [ -f "$UPG_KP_HOME/owner" ]; then
		read -r test_word test_main test_word <"$UPG_KP_HOME/owner"
		test_main=${test_main%,}
	fi
	case $UPG_KP_HOW in
	kill) kill -s KILL "$test_main" ;;
	worker) kill -s KILL "$$" ;;
	tree | cut)
		[ "$UPG_KP_HOW" != cut ] || $UPG_KP_CUT
		kill -s KILL "$test_main"
		[ "$UPG_ROLE" != worker ] || kill -s KILL -- "-$$"
		kill -s KILL "$$"
		;;
	int)
		kill -s INT "$test_main"
		kill -s INT "$test_main"
		sleep 0.1
		;;
	hup) kill -s HUP "$test_main" ;;
	hang)
		: >"$UPG_KP_DIR/hangs"
		while [ -e "$UPG_KP_DIR/hangs" ]; do sleep 0.1; done
		;;
	term)
		kill -s TERM "$test_main"
		sleep 0.1
		;;
	esac
}

upg_append() {
	upg_test_point "$1:$2:$3"
	upg_append_real "$@"
	test_rc=$?
	upg_test_point
	return "$test_rc"
}

upg_command() {
	upg_test_point
	upg_command_real "$@"
	test_command_rc=$?
	upg_test_point
	return "$test_command_rc"
}

