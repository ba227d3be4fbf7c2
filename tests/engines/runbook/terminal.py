"""A terminal with an interactive shell in it, and somebody who types."""

import os
import pty
import re
import select
import signal
import subprocess
import time


class Lost(Exception):
    pass


class Terminal:
    def __init__(self, shell=("bash", "--noediting", "--norc", "--noprofile", "-i"), env=None, cwd=None, timeout=120):
        self.timeout, self.transcript = timeout, []
        master, slave = pty.openpty()
        base = dict(os.environ if env is None else env)
        base.update(PS1="", PS2="", TERM="dumb")
        self.process = subprocess.Popen(
            list(shell), stdin=slave, stdout=slave, stderr=slave, env=base, cwd=cwd, start_new_session=True,
            preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0))
        os.close(slave)
        self.fd, self.seen = master, ""
        self._send("PS1= PS2=; stty -echo -onlcr\n")
        self._end()

    def _send(self, text):
        data = text.encode()
        while data:
            data = data[os.write(self.fd, data):]

    def _read_until(self, pattern):
        limit = time.monotonic() + self.timeout
        while not (m := re.search(pattern, self.seen)):
            left = limit - time.monotonic()
            if left <= 0:
                raise Lost("nothing more came; last seen: " + self.seen[-400:])
            if select.select([self.fd], [], [], min(left, 1))[0]:
                try:
                    got = os.read(self.fd, 65536)
                except OSError:
                    got = b""
                if not got:
                    raise Lost("the terminal is gone; last seen: " + self.seen[-400:])
                self.seen += got.decode(errors="replace")
        before, self.seen = self.seen[: m.start()], self.seen[m.end():]
        return before, m

    def _end(self):
        """Waits for what was typed; its output and status. The terminal stays without echo."""
        self._send("{ typed_status=$?; stty -echo; printf '\\001%s\\001' \"$typed_status\"; }\n")
        out, m = self._read_until("\x01(\\d+)\x01")
        return int(m[1]), out.replace("\r\n", "\n")

    def type(self, command, answer=None):
        """Types one complete command. `answer` is typed when it prompts for something that is not shown."""
        if answer is not None and "stty -echo; IFS= read -r" in command:
            variable = re.search(r"=\$\{(\w+)-\}", command)
            asks = variable is None or self.value("${%s-}" % variable[1]) == ""
            self._send(command + "\n")
            if asks:
                self._read_until(": $")
                self._send(answer + "\n")
        else:
            self._send(command + "\n")
        status, out = self._end()
        self.transcript.append((command, status, out))
        return status, out

    def value(self, expansion):
        """What the shell makes of some text within double quotes."""
        self._send('printf %s "' + expansion + '"\n')
        return self._end()[1]

    def holds(self, test):
        self._send(test + "\n")
        return self._end()[0] == 0

    def close(self):
        os.close(self.fd)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.kill(self.process.pid, signal.SIGHUP)
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait(5)


def complete_commands(block):
    """Cuts a block where a person would press return: after each complete command."""
    out, part = [], []
    for line in block.split("\n"):
        part.append(line)
        text = "\n".join(part)
        check = subprocess.run(["bash", "-n"], input=text + "\n", capture_output=True, text=True)
        if check.returncode == 0 and not check.stderr and not text.rstrip().endswith("\\"):
            if text.strip():
                out.append(text)
            part = []
    if part:
        out.append("\n".join(part))
    return out
