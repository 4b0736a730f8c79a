#!/usr/bin/env -S python3 -I -S
"""A stand-in for GitHub's command: it answers from a JSON file and notes what it was told."""

import json
import os
import shutil
import sys
from pathlib import Path

state_file = Path(os.environ["FAKE_GH"])
state = json.loads(state_file.read_text(encoding="utf-8"))
arguments = sys.argv[1:]
body = sys.stdin.read() if {"--body-file", "--input"} & set(arguments) else None
state["calls"].append({"arguments": arguments, "body": body})
state_file.write_text(json.dumps(state), encoding="utf-8")
verb = " ".join(arguments[:2])
if verb in state.get("fails", []):
    sys.exit(f"{verb}: HTTP 503")
if verb in ("pr list", "issue list", "run list"):
    print(state.get(verb, ""))
elif verb == "run download":
    shutil.copytree(state["artifact"], arguments[arguments.index("--dir") + 1], dirs_exist_ok=True)
elif verb == "api --paginate":
    for comment in state["comments"]:
        print(json.dumps(comment))
elif verb == "api --silent":
    # As GitHub does, keep what is posted: the next run finds it there.
    for comment in json.loads(body)["comments"]:
        state["comments"].append(comment | {"user": {"login": "github-actions[bot]"}})
    state_file.write_text(json.dumps(state), encoding="utf-8")
elif arguments[0] == "api":
    print(json.dumps(state["pull"]))
