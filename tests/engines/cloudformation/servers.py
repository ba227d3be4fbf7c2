"""CloudFormation by LocalStack, RDS by moto, and the real `aws` command in front of both. Neither is AWS: LocalStack takes
unknown parameters, values that the template does not allow and missing capabilities, which the compiler refuses (see the goldens
of change_sets), and accepts a change set's name twice; it knows no RDS. No test here leans on that."""

import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

import harness
from harness import check

CACHE = pathlib.Path(os.environ.get("UPG_ENGINES", pathlib.Path.home() / ".cache/upg-engines"))
LOCALSTACK = CACHE / "localstack-4.12.0/bin/python"
MOTO = CACHE / "moto-5.2.5/bin/python"
AWS = "/usr/bin/aws"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Servers:
    """`with Servers(folder) as cloud`. `cloud.calls()` are the words of each call of `aws` that the script made."""

    def __init__(self, folder):
        harness.need(AWS, "jq", "script", str(LOCALSTACK), str(MOTO))
        self.folder, self.children = folder, []
        self.cloud_port, self.rds_port = free_port(), free_port()
        (folder / "bin").mkdir()
        (folder / "home").mkdir()
        self.log = folder / "calls"
        self.log.touch()
        shim = folder / "bin/aws"
        shim.write_text(f"""#!/bin/sh
printf '%s\\n' "$*" >>'{self.log}'
port={self.cloud_port}
case " $* " in *" rds "*) port={self.rds_port} ;; esac
exec {AWS} --endpoint-url "http://127.0.0.1:$port" "$@"
""")
        shim.chmod(0o755)

    def environment(self):
        return dict(os.environ, PATH=f"{self.folder}/bin:{os.environ['PATH']}", HOME=str(self.folder / "home"), AWS_ACCESS_KEY_ID="test",
                    AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="eu-west-1", AWS_PAGER="", AWS_EC2_METADATA_DISABLED="true",
                    UPG_LOCK_DIR=str(self.folder))

    def __enter__(self):
        env = self.environment()
        self.start([LOCALSTACK, "-m", "localstack.runtime.main"], "localstack.log",
                   dict(env, DISABLE_EVENTS="1", GATEWAY_LISTEN=f"127.0.0.1:{self.cloud_port}"))
        self.start([MOTO, "-m", "moto.server", "-p", str(self.rds_port)], "moto.log", env)
        self.answers(f"http://127.0.0.1:{self.cloud_port}/_localstack/health", "localstack.log")
        self.answers(f"http://127.0.0.1:{self.rds_port}/moto-api/", "moto.log")
        return self

    def __exit__(self, *_):
        for child in self.children:
            harness.kill_tree(child.pid)
            child.wait()

    def start(self, words, log, env):
        out = open(self.folder / log, "wb")
        self.children.append(subprocess.Popen([str(w) for w in words], stdout=out, stderr=subprocess.STDOUT, env=env, cwd=self.folder))

    def answers(self, url, log):
        end = time.monotonic() + 90
        while True:
            try:
                with urllib.request.urlopen(url, timeout=5):
                    return
            except OSError:
                check(time.monotonic() < end, f"no answer from {url}:\n{(self.folder / log).read_text()[-2000:]}")
                time.sleep(0.2)

    def aws(self, *words):
        done = subprocess.run(["aws", *words], capture_output=True, text=True, env=self.environment(), timeout=90)
        check(done.returncode == 0, f"aws {' '.join(words)}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.lstrip().startswith(("{", "[")) else done.stdout.strip()

    def calls(self, word):
        return [line for line in self.log.read_text().splitlines() if word in line]

    def create(self, stack, template, parameters):
        given = self.folder / f"{stack}.json"
        given.write_text(json.dumps([{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()]))
        self.aws("cloudformation", "create-stack", "--stack-name", stack, "--template-body", f"file://{template}", "--parameters", f"file://{given}",
                 "--capabilities", "CAPABILITY_NAMED_IAM")
        self.aws("cloudformation", "wait", "stack-create-complete", "--stack-name", stack)

    def stack(self, name):
        return self.aws("cloudformation", "describe-stacks", "--stack-name", name)["Stacks"][0]

    def parameters(self, name):
        return {p["ParameterKey"]: p["ParameterValue"] for p in self.stack(name)["Parameters"]}


class Operator:
    """A person at a terminal, who types what is given; `out` is what the script shows."""

    def __init__(self, cloud, made, *words, typed=""):
        self.out = cloud.folder / "shown"
        line = " ".join([f"sh {made}/upgrade.sh", *words, f"--state {cloud.folder}/state"])
        self.child = subprocess.Popen(["script", "-qec", line, "/dev/null"], stdin=subprocess.PIPE, stdout=open(self.out, "wb"), stderr=subprocess.STDOUT,
                                      env=cloud.environment(), cwd=cloud.folder)
        self.child.stdin.write(typed.encode())
        self.child.stdin.flush()

    def shown(self):
        return self.out.read_text(errors="replace").replace("\r", "")

    def ends(self, code, limit=150):
        try:
            got = self.child.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            harness.kill_tree(self.child.pid)
            raise AssertionError(f"no end:\n{self.shown()[-3000:]}") from None
        check(got == code, f"exit {got}, want {code}:\n{self.shown()[-3000:]}")
        return self.shown()

    def killed_at(self, words):
        harness.wait_for(lambda: words in self.shown(), 90, words)
        harness.kill_tree(self.child.pid)
        self.child.wait()
