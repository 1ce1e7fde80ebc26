"""What the Python agents share; see desk.mjs."""

import json
import os
import sys

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "config.json"), encoding="utf-8") as file:
    config = json.load(file)

parameters = {
    "type": "object",
    "properties": {"city": {"type": "string"}},
    "required": ["city"],
    "additionalProperties": False,
}

tools = {"weather": config["weatherDescription"], "clock": "The time in a city."}


def run_tool(name, args):
    said = {"weather": {"sky": "clear"}, "clock": {"time": "10:00"}}[name]
    return json.dumps({"city": args["city"], **said})


def serve(open_conversation):
    asked = json.load(sys.stdin)
    ask = open_conversation(asked["stream"])
    json.dump({"answers": [ask(question) for question in asked["questions"]]}, sys.stdout)
