"""A shop in a namespace of its own of a real Kubernetes API, released by a real helm, and its upgrade."""

import json
import os
import pathlib
import subprocess
import tempfile
import uuid

import kubernetes
import script
from harness import check

HERE = pathlib.Path(__file__).resolve().parent
GREETING = 'no: "way" \\ \'$HOME\' `id` #1\tä€😀 {{ .Values }}'

_built = []


def built():
    if not _built:
        _built.append(tempfile.TemporaryDirectory(prefix="upg-helm-"))
        script.build(HERE / "shop.upg", _built[0].name)
    return pathlib.Path(_built[0].name)


class Shop:
    def __init__(self, folder, helm="helm"):
        self.folder, self.helm_name = folder, helm
        self.cluster = kubernetes.cluster()
        self.namespace = f"shop-{uuid.uuid4().hex[:8]}"
        self.cluster.kubectl("create", "namespace", self.namespace)
        config = json.loads(self.cluster.config.read_text())
        config["contexts"][0]["context"]["namespace"] = self.namespace
        (folder / "config").write_text(json.dumps(config))

    def environment(self):
        return {**self.cluster.environment(self.helm_name), "KUBECONFIG": str(self.folder / "config"), "TMPDIR": str(self.folder)}

    def answers_file(self, **more):
        path = self.folder / "answers"
        given = {"namespace": self.namespace, "package": HERE / "charts/2.0", "greeting": GREETING, "size": "large", **more}
        path.write_text("".join(f"{name} = {value}\n" for name, value in given.items()))
        return path

    def helm(self, *words):
        done = subprocess.run(["helm", *words, "--namespace", self.namespace], env=self.environment(), capture_output=True, text=True)
        check(done.returncode == 0, f"helm {words}: {done.stderr}")
        return done.stdout

    def kubectl(self, *words, given=None):
        return self.cluster.kubectl(f"--namespace={self.namespace}", *words, given=given)

    def install(self):
        self.helm("install", "shop", str(HERE / "charts/1.0"), "--wait", "--timeout=5m")
        return self

    def history(self):
        """[(status, chart)], oldest first."""
        return [(r["status"], r["chart"]) for r in json.loads(self.helm("history", "shop", "--output=json"))]

    def password(self):
        return self.kubectl("get", "secret", "shop-db", "--output=go-template", '--template={{index .data "password" | base64decode}}')

    def values(self):
        """What arrived in the cluster: the chart writes its values down."""
        return json.loads(json.loads(self.kubectl("get", "configmap", "shop-values", "--output=json"))["data"]["values"])

    def upgrade(self, **answers):
        return script.Script(built() / "upgrade.sh", self, answers=answers)


def written(folder):
    """Every byte below it."""
    for root, _, names in os.walk(folder):
        for name in names:
            path = pathlib.Path(root, name)
            if path.is_file() and not path.is_symlink():
                yield path, path.read_bytes()
