"""An OMERO installation to upgrade: a real PostgreSQL database, an old and a new release, a stand-in for `omero`.

    system = System(folder, "5.3.3")        # 5.3.3, 5.3.4 or 5.4.2
    system.database, system.home, system.new, system.environment()

The database's schema and the upgrade scripts are this project's own; only names and messages are those of the guide."""

import hashlib
import itertools
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import time

import harness
import postgres

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = r"canary:of\the'pass$word`%"
NEW = "5.6.17"
LEVELS = {"5.3.3": "OMERO5.3__0", "5.3.4": "OMERO5.3__1"}
CONFIG = '<?xml version="1.0"?>\n<properties id="default">\n  <property name="omero.db.name" value="{name}"/>\n</properties>\n'

_counter = itertools.count(1)
_templates = set()


class System:
    def __init__(self, folder, version, delay=0.0, break_migration=None, encoding="UTF8"):
        harness.need("psql", "pg_dump", "pg_restore")
        self.cluster = postgres.shared()
        self.version, self.folder = version, pathlib.Path(folder)
        self.name = f"omero_{os.getpid()}_{next(_counter)}"
        self.user, self.password = "omero", PASSWORD
        self.root = self.folder / "opt"
        self.home, self.old = self.root / "OMERO.server", self.root / "OMERO.server-old"
        self.new = self.root / f"OMERO.server-{NEW}-ice36"
        self.backups = self.root / "backups"
        self.venv, self.data = self.root / "venv3", self.root / "OMERO"
        self._database(delay, encoding)
        self._release(self.home, version)
        (self.home / "etc/grid/config.xml").write_text(CONFIG.format(name=self.name))
        (self.home / "etc/grid/config.xml").chmod(0o640)
        self._release(self.new, NEW)
        self._scripts(break_migration)
        self._python("5.18.0")

    # ---- making it ----

    def _database(self, delay, encoding):
        family = "5.3" if self.version.startswith("5.3") else "5.4"
        template = f"template_{self.version.replace('.', '_')}_{encoding}".lower()
        if template not in _templates:
            self._template(template, family, encoding)
            _templates.add(template)
        self.cluster.admin(f'create database "{self.name}" owner {self.user} template {template}')
        self.cluster.admin(f"""alter database "{self.name}" set "fixture.delay" = '{delay}'""")

    def _template(self, template, family, encoding):
        quoted = self.password.replace("'", "''")
        self.cluster.admin(f"do $x$ begin create role {self.user} login password '{quoted}'; exception when duplicate_object then null; end $x$")
        locale = "C.UTF-8" if encoding == "UTF8" else "C"
        self.cluster.admin(f"create database {template} owner {self.user} encoding '{encoding}' locale '{locale}' template template0")
        patch = {"5.3.3": 0}.get(self.version, 1)
        self._sql_file(template, HERE / "sql/schema-5.3.sql", f"patch={patch}")
        if family == "5.4":
            script = (HERE / "sql/upgrade.sql.in").read_text().replace("@FROM@", "OMERO5.3__1")
            path = self.folder / "to-5.4.sql"
            path.write_text(script)
            self._sql_file(template, path, "fixture=1")
            path.unlink()

    def _sql_file(self, database, path, variable):
        self.cluster.owner(database, self.user, self.password, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-v", variable, "-f", str(path))

    def _release(self, folder, version):
        (folder / "bin").mkdir(parents=True)
        (folder / "etc/grid").mkdir(parents=True)
        (folder / "lib/scripts").mkdir(parents=True)
        (folder / "VERSION").write_text(version)
        (folder / "etc/grid/templates.xml").write_text(f"<grid release='{version}'/>\n")
        (folder / "lib/scripts/Export.py").write_text(f"# an official script of {version}\n")
        shutil.copy(HERE / "standin/omero", folder / "bin/omero")

    def _python(self, version):
        """A virtual environment that holds an omero-py, and a repository with two memoization files."""
        info = self.venv / f"lib/omero_py-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: omero-py\nVersion: {version}\n")
        (self.venv / "bin").mkdir()
        shutil.copy(HERE / "standin/python", self.venv / "bin/python")
        shutil.copytree(HERE / "standin/pip", self.venv / "lib/pip")
        (self.data / "BioFormatsCache/1").mkdir(parents=True)
        (self.data / "BioFormatsCache/1/a.bfmemo").write_text("memo")

    def omero_py(self):
        return next(self.venv.glob("lib/omero_py-*.dist-info")).name[len("omero_py-"):-len(".dist-info")]

    def _scripts(self, break_migration):
        target = self.new / "sql/psql/OMERO5.4__0"
        target.mkdir(parents=True)
        for level in LEVELS.values():
            for template, name in (("precheck", f"{level}-precheck.sql"), ("upgrade", f"{level}.sql")):
                text = (HERE / f"sql/{template}.sql.in").read_text().replace("@FROM@", level)
                if template == "upgrade" and break_migration == "whole":
                    text = text.replace("--BREAK", "select 1 / 0;")
                if template == "upgrade" and break_migration == "half":
                    text = text.replace("--BREAK", "commit; select 1 / 0; begin;")
                (target / name).write_text(text)

    # ---- looking at it ----

    def psql(self, sql):
        return self.cluster.owner(self.name, self.user, self.password, "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-c", sql).strip()

    def dump(self):
        """The database as text, for comparisons. Newer clients put a random word into each dump."""
        text = self.cluster.owner(self.name, self.user, self.password, program="pg_dump")
        return "\n".join(line for line in text.splitlines() if not line.startswith(("\\restrict", "\\unrestrict")))

    def database_version(self):
        return self.psql("select currentversion || '__' || currentpatch from dbpatch order by id desc limit 1")

    def running(self):
        return subprocess.run([str(self.home / "bin/omero"), "admin", "status"], capture_output=True).returncode == 0

    def tree(self, volatile=("var", "backups")):
        """{path: (kind, mode, digest or target)} of everything under root. What a run names after itself is left out; tests
        look for it by its own name."""
        found = {}
        for folder, names, files in os.walk(self.root):
            names[:] = [n for n in names if n not in volatile]
            for name in names + files:
                path = pathlib.Path(folder, name)
                info = path.lstat()
                if stat.S_ISLNK(info.st_mode):
                    value = ("link", os.readlink(path))
                elif stat.S_ISDIR(info.st_mode):
                    value = ("directory", stat.S_IMODE(info.st_mode))
                else:
                    value = ("file", stat.S_IMODE(info.st_mode), hashlib.sha256(path.read_bytes()).hexdigest()[:16])
                found[str(path.relative_to(self.root))] = value
        return found

    def state(self, ignore=()):
        """Everything an upgrade or a rollback must bring about: database, files, modes, links, server."""
        tree = {path: value for path, value in self.tree().items() if not any(word in path for word in ignore)}
        return {"database": self.dump(), "tree": tree, "running": self.running()}

    # ---- using it ----

    def answers(self, **more):
        given = {"root": self.root, "db_host": "127.0.0.1", "db_port": self.cluster.port, "db_name": self.name,
                 "db_user": self.user, "new": self.new, "venv": self.venv, "omero_data": self.data}
        given.update(more)
        return given

    def answers_file(self, **more):
        path = self.folder / "answers"
        path.write_text("".join(f"{name} = {value}\n" for name, value in self.answers(**more).items()))
        return path

    def environment(self):
        return dict(os.environ, PGPASSWORD=self.password, UPG_LOCK_DIR=str(self.folder))

    def start(self):
        done = subprocess.run([str(self.home / "bin/omero"), "admin", "start"], capture_output=True, text=True)
        harness.equal(done.returncode, 0, f"omero admin start ({done.stderr.strip()})")
        return self

    def close(self):
        """Ends the stand-in's processes by their ids and drops the database."""
        for pid_file in self.root.glob("*/var/master.pid"):
            pid = int(pid_file.read_text())
            entry = harness.processes().get(pid)
            if entry and b"omero-master" in entry[2]:
                os.killpg(pid, signal.SIGKILL)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            try:
                self.cluster.drop(self.name)
                return
            except AssertionError:
                time.sleep(0.1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
