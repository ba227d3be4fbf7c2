"""Writes templates/cloudformation/stateful.json out of cfn-lint's copy of the service's resource schemas: `stateful.py [FILE]`.

Of each type of resource that holds data: the properties whose change makes the service replace it."""

import json
import pathlib
import sys

import cfnlint
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

REGION = "us-east-1"
NOT_DATA = {"AWS::CloudFormation::Stack", "AWS::Organizations::Account"}


def table():
    listed = json.loads((pathlib.Path(cfnlint.__file__).parent / "data/AdditionalSpecs/StatefulResources.json").read_text())
    out = {}
    for name in sorted(listed["ResourceTypes"]):
        if name in NOT_DATA:
            continue
        try:
            schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, name).schema
        except Exception:  # a service that is closed
            out[name] = []
            continue
        out[name] = sorted({p.split("/")[2] for p in schema.get("createOnlyProperties", [])})
    return out


if __name__ == "__main__":
    text = json.dumps(table(), indent=1) + "\n"
    if len(sys.argv) > 1:
        pathlib.Path(sys.argv[1]).write_text(text)
    else:
        print(text, end="")
