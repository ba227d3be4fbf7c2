"""The upgrade of Code Ocean, by the script that is made of its plan: the real `aws` command, LocalStack for the stacks, moto for
the database. The templates stand for a vendor's that are not public."""

import json
import subprocess

import harness
import script
import servers
from harness import check, equal

EXAMPLE = harness.REPOSITORY / "examples/codeocean"
TEMPLATES = EXAMPLE / "templates"
OLD = {"DeploymentName": "lab", "DomainName": "lab.example.org", "HostedZoneId": "Z23ABC4XYZL05B", "VpcId": "vpc-0123456789abcdef0",
       "SubnetIds": "subnet-0123456789abcdef0,subnet-0123456789abcdef1", "AvailabilityZones": "eu-west-1a,eu-west-1b", "KeyPairName": "ops",
       "AdminEmail": "a@example.org", "AdminPassword": "correct horse 1", "AnalyticsRdsPassword": "correct horse 2",
       "SmtpHost": "mail \"quoted\" \\ 1", "WorkersMax": "16"}


def prepared(cloud):
    """The old stack, its database grown behind its back, the new template where the service finds it."""
    cloud.aws("ssm", "put-parameter", "--name", "/deployment/channel", "--type", "String", "--value", "stable")
    cloud.create("lab", TEMPLATES / "3.1.0.yaml", OLD)
    cloud.aws("rds", "create-db-instance", "--db-instance-identifier", "lab-analytics", "--db-instance-class", "db.t3.medium", "--engine", "postgres",
              "--allocated-storage", "100", "--master-username", "analytics", "--master-user-password", "correct-horse")
    cloud.aws("rds", "modify-db-instance", "--db-instance-identifier", "lab-analytics", "--allocated-storage", "240", "--apply-immediately")
    cloud.aws("s3", "mb", "s3://templates")
    cloud.aws("s3", "cp", str(TEMPLATES / "3.2.0.yaml"), "s3://templates/3.2.0.yaml", "--no-progress")
    answers = cloud.folder / "answers"
    answers.write_text("region = eu-west-1\nstack_name = lab\nsecurity_contact = sec@example.org\nanalytics_db = lab-analytics\n"
                       f"template_url = http://127.0.0.1:{cloud.cloud_port}/templates/3.2.0.yaml\n"
                       f"has_backup_stack = false\nhas_role_stack = false\nrecords = {cloud.folder}/records\n")
    return answers


def test_life(folder):
    """Rejected and taken back; killed between making the change set and carrying it out; resumed; run again."""
    with servers.Servers(folder) as cloud:
        answers = prepared(cloud)
        before = cloud.parameters("lab")
        made = script.build(EXAMPLE / "codeocean.upg", folder / "out")
        shown = servers.Operator(cloud, made, "run", "--answers", str(answers), typed="yes\nyes\nno\n").ends(4)
        check("Remove  in place  SearchSettings" in shown, shown)
        equal(cloud.parameters("lab"), before, "the parameters after a rejection")
        equal(cloud.calls("execute-change-set"), [], "calls that change")
        equal(len(cloud.calls("create-change-set")), 1, "change sets that were asked for")
        servers.Operator(cloud, made, "resume").killed_at("By hand: Look through what will change")
        equal(len(cloud.calls("create-change-set")), 1, "change sets that were asked for, after a crash")
        servers.Operator(cloud, made, "resume", typed="yes\nyes\nyes\n").ends(0)
        equal(len(cloud.calls("create-change-set")), 1, "change sets that were asked for, in all")
        equal(len(cloud.calls("execute-change-set")), 1, "change sets that were carried out")
        equal(cloud.stack("lab")["StackStatus"], "UPDATE_COMPLETE", "the state of the stack")
        after = cloud.parameters("lab")
        equal(after.pop("AnalyticsRdsAllocatedStorage"), "240", "the storage")
        equal(after.pop("SmtpHostname"), before.pop("SmtpHost"), "the renamed parameter")
        equal((after.pop("SecurityContact"), after.pop("SessionIdleMinutes")), ("sec@example.org", "60"), "what is new")
        before.pop("SearchReplicas"), before.pop("AnalyticsRdsAllocatedStorage")
        for name in ("ImageId", "ReleaseChannel"):   # LocalStack keeps what the store held, AWS the name of the stored parameter
            before.pop(name), after.pop(name)
        equal(after, before, "every other parameter")
        check("correct horse" not in "".join(p.read_text(errors="replace") for p in (folder / "state").rglob("*") if p.is_file()), "a password is stored")
        shown = servers.Operator(cloud, made, "run", "--answers", str(answers)).ends(0)
        equal(len(cloud.calls("create-change-set")), 1, "change sets after a second run")


def test_client_takes_the_files(folder):
    """The client refuses a key that it does not know before it looks for a network; the complete files have none."""
    harness.need(servers.AWS)
    made = script.build(EXAMPLE / "codeocean.upg", folder / "out")

    def refused(path):
        done = subprocess.run([servers.AWS, "cloudformation", "create-change-set", "--region", "eu-west-1", "--cli-input-json", f"file://{path}",
                               "--generate-cli-skeleton", "output"], capture_output=True, text=True)
        return done.stderr.strip() if done.returncode else ""

    names = sorted(p.name for p in made.glob("change-set*"))
    equal(names, ["change-set-backup.json", "change-set-role.json", "change-set-stack.json.partial"], "the files")
    for name in names[:2]:
        equal(refused(made / name), "", name)
    wrong = json.loads((made / names[0]).read_text())
    (folder / "wrong.json").write_text(json.dumps({**wrong, "Capabilties": []}))
    check("Capabilties" in refused(folder / "wrong.json"), "the client takes any key, and so shows nothing")


def test_templates(folder):
    """Those of the example pass the linter, and the table of what is replaced is what the service's schemas say."""
    harness.need(str(servers.MOTO))
    lint = subprocess.run([servers.MOTO, "-c", "from cfnlint.runner import main; main()", *sorted(TEMPLATES.glob("*.yaml"))], capture_output=True, text=True)
    equal((lint.returncode, lint.stdout), (0, ""), "the linter")
    here = harness.HERE / "cloudformation/stateful.py"
    said = subprocess.run([servers.MOTO, here], capture_output=True, text=True, check=True).stdout
    equal(said, (harness.REPOSITORY / "templates/cloudformation/stateful.json").read_text(), "the table")
