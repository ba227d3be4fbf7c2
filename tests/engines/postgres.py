"""A PostgreSQL server for tests: own data directory, free loopback port, passwords required, ended by its process id."""

import atexit
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from harness import Skip, check

SUPERUSER = "fixture_admin"
SUPERUSER_PASSWORD = "fixture admin's own"


def programs():
    """The folder of initdb and postgres, which Debian does not put into PATH."""
    found = shutil.which("initdb")
    if found:
        return pathlib.Path(found).resolve().parent
    versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if not versions:
        raise Skip("PostgreSQL is not installed")
    return versions[-1].parent


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def as_user():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        raise Skip("there is no user postgres to run the server as") from None
    return ["runuser", "-u", "postgres", "--"]


class Cluster:
    """One server; databases come from templates, so that each test has its own at little cost."""

    def __init__(self):
        self.bin, self.port = programs(), free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="upg-postgres-"))
        self.process = None
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self):
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        password = self.folder / "password"
        password.write_text(SUPERUSER_PASSWORD)
        password.chmod(0o644)
        data = self.folder / "data"
        made = subprocess.run(
            as_user() + [str(self.bin / "initdb"), "-D", str(data), "-A", "scram-sha-256", "-U", SUPERUSER, "-E", "UTF8",
                         "--locale=C.UTF-8", "--no-sync", f"--pwfile={password}"],
            capture_output=True, text=True, cwd="/")
        check(made.returncode == 0, f"initdb failed: {made.stderr}")
        password.unlink()
        log = open(self.folder / "log", "ab")
        # The server itself is our child: `postgres -D` stays in the foreground.
        self.process = subprocess.Popen(
            as_user() + [str(self.bin / "postgres"), "-D", str(data), "-p", str(self.port), "-k", str(self.folder),
                         "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "full_page_writes=off",
                         "-c", "max_connections=40", "-c", "shared_buffers=32MB", "-c", "autovacuum=off"],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/", start_new_session=True)
        atexit.register(self.stop)
        end = time.monotonic() + 30
        while subprocess.run(self._psql("postgres", "select 1"), env=self._environment(), capture_output=True).returncode:
            check(self.process.poll() is None, f"the server ended: {(self.folder / 'log').read_text()[-500:]}")
            check(time.monotonic() < end, "the server did not come up")
            time.sleep(0.05)

    def stop(self):
        if self.process and self.process.poll() is None:
            pid_file = self.folder / "data" / "postmaster.pid"
            pid = int(pid_file.read_text().split()[0]) if pid_file.exists() else self.process.pid
            os.kill(pid, signal.SIGINT)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _environment(self):
        return dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(self.port), PGUSER=SUPERUSER, PGPASSWORD=SUPERUSER_PASSWORD)

    def _psql(self, database, sql):
        return ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql]

    def admin(self, sql, database="postgres"):
        """SQL as the superuser."""
        done = subprocess.run(self._psql(database, sql), env=self._environment(), capture_output=True, text=True)
        check(done.returncode == 0, f"{sql}: {done.stderr}")
        return done.stdout.strip()

    def owner(self, database, user, password, *words, program="psql", text=True):
        """A client program as an ordinary role."""
        env = dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(self.port), PGUSER=user, PGPASSWORD=password, PGDATABASE=database)
        done = subprocess.run([program, *words], env=env, capture_output=True, text=text)
        check(done.returncode == 0, f"{program} {words}: {done.stderr}")
        return done.stdout

    def drop(self, database):
        self.admin(f'drop database if exists "{database}" with (force)')


_shared = None


def shared():
    """One server for all tests of a run."""
    global _shared
    if _shared is None:
        _shared = Cluster()
    return _shared
