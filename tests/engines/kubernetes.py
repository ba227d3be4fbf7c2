"""A real Kubernetes API for tests: etcd, apiserver, controllers and scheduler from tests/engines/kubernetes, and kwok, which says
of pods that they are ready. No container runs. Own data directory, free loopback ports, ended by process id."""

import atexit
import json
import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import tempfile
import time

from harness import HERE, Skip, check
from postgres import free_port

CACHE = pathlib.Path(os.environ.get("UPG_ENGINES", pathlib.Path.home() / ".cache/upg-engines"))
NODE = {
    "apiVersion": "v1", "kind": "Node",
    "metadata": {"name": "node-0", "labels": {"kubernetes.io/os": "linux"}},
    "status": {"allocatable": {"cpu": "8", "memory": "32Gi", "pods": "110"}, "capacity": {"cpu": "8", "memory": "32Gi", "pods": "110"}},
}


def program(engine, name):
    """What tests/engines/install put into the cache."""
    listed = subprocess.run([HERE / "install", "--list"], capture_output=True, text=True, check=True).stdout
    version = dict(line.split() for line in listed.splitlines())[engine]
    path = CACHE / f"{engine}-{version}" / name
    if not path.exists():
        raise Skip(f"{engine} {version} is not installed: ./dev engines {engine}")
    return path


class Cluster:
    def __init__(self):
        self.kube, self.kwok = program("kubernetes", "kube"), program("kwok", "kwok")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="upg-kubernetes-"))
        self.running = []
        atexit.register(self.stop)
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self):
        f, client, peer, port = self.folder, free_port(), free_port(), free_port()
        token = secrets.token_hex(16)
        (f / "tokens").write_text(f'{token},admin,admin,"system:masters"\n')
        subprocess.run(["openssl", "genrsa", "-out", f / "sa.key", "2048"], check=True, capture_output=True)
        config = {
            "apiVersion": "v1", "kind": "Config", "current-context": "test",
            "clusters": [{"name": "test", "cluster": {"server": f"https://127.0.0.1:{port}", "insecure-skip-tls-verify": True}}],
            "users": [{"name": "admin", "user": {"token": token}}],
            "contexts": [{"name": "test", "context": {"cluster": "test", "user": "admin"}}],
        }
        self.config = f / "config"
        self.config.write_text(json.dumps(config))
        self._run("etcd", "--data-dir", f / "etcd", f"--listen-client-urls=http://127.0.0.1:{client}", "--unsafe-no-fsync",
                  f"--advertise-client-urls=http://127.0.0.1:{client}", f"--listen-peer-urls=http://127.0.0.1:{peer}")
        self._run("apiserver", f"--etcd-servers=http://127.0.0.1:{client}", f"--secure-port={port}", "--bind-address=127.0.0.1",
                  f"--cert-dir={f}/certs", f"--token-auth-file={f}/tokens", "--authorization-mode=RBAC",
                  f"--service-account-key-file={f}/sa.key", f"--service-account-signing-key-file={f}/sa.key",
                  "--service-account-issuer=https://kubernetes.default", "--service-cluster-ip-range=10.96.0.0/16")
        self._wait(lambda: self._call("get", "--raw=/readyz").returncode == 0, "the API server")
        self._run("controller-manager", "--kubeconfig", self.config, "--leader-elect=false", "--secure-port=0",
                  f"--service-account-private-key-file={f}/sa.key")
        self._run("scheduler", "--kubeconfig", self.config, "--leader-elect=false", "--secure-port=0")
        self._spawn(self.kwok, "kwok", "--kubeconfig", self.config, "--manage-all-nodes=true", "--cidr=10.1.0.0/16", "--node-ip=10.0.0.5",
                    f"--server-address=127.0.0.1:{free_port()}")
        self.kubectl("create", "--filename=-", given=json.dumps(NODE))
        self._wait(lambda: "True" in self.kubectl("get", "node", "node-0", "--output=jsonpath={.status.conditions}"), "the node")
        self._wait(lambda: self._call("get", "serviceaccount", "default").returncode == 0, "the controllers")

    def _run(self, part, *arguments):
        self._spawn(self.kube, part, part, *arguments)

    def _spawn(self, path, name, *arguments):
        log = open(self.folder / f"{name}.log", "wb")
        self.running.append(subprocess.Popen([str(a) for a in (path, *arguments)], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                                             start_new_session=True))

    def _wait(self, condition, what, limit=120):
        end = time.monotonic() + limit
        while not condition():
            for process in self.running:
                check(process.poll() is None, f"{process.args[0]} {process.args[1]} ended while waiting for {what}")
            check(time.monotonic() < end, f"waited {limit} s in vain for {what}")
            time.sleep(0.1)

    def _call(self, *arguments, given=None):
        return subprocess.run([self.kube, "kubectl", *arguments], env=self.environment(), input=given, capture_output=True, text=True)

    def environment(self, helm="helm"):
        """For programs that talk to it; `helm` and `kubectl` are first in PATH."""
        bin = self.folder / f"bin-{helm}"
        if not bin.exists():
            bin.mkdir()
            (bin / "helm").symlink_to(program(helm, "helm"))
            (bin / "kubectl").write_text(f'#!/bin/sh\nexec "{self.kube}" kubectl "$@"\n')
            (bin / "kubectl").chmod(0o755)
        env = {k: v for k, v in os.environ.items() if not k.startswith(("HELM_", "KUBE"))}
        own = {"KUBECONFIG": str(self.config), "HOME": str(self.folder), "PATH": f"{bin}:{env['PATH']}"}
        return {**env, **own}

    def kubectl(self, *arguments, given=None):
        done = self._call(*arguments, given=given)
        check(done.returncode == 0, f"kubectl {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def stop(self):
        for process in reversed(self.running):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.running = []
        shutil.rmtree(self.folder, ignore_errors=True)


_shared = None


def cluster():
    """One for all tests of this process."""
    global _shared
    if _shared is None:
        _shared = Cluster()
    return _shared
