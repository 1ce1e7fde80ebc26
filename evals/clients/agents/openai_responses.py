import json

from desk import config, parameters, run_tool, serve, tools
from openai import OpenAI

client = OpenAI()
functions = [
    {"type": "function", "name": name, "description": description, "parameters": parameters, "strict": True}
    for name, description in tools.items()
]


def open_conversation(stream):
    items = []

    def respond():
        request = {
            "model": config["model"],
            "temperature": config["temperature"],
            "instructions": config["instructions"],
            "input": items,
            "tools": functions,
            "store": False,
        }
        if not stream:
            return client.responses.create(**request)
        with client.responses.stream(**request) as events:
            return events.get_final_response()

    def ask(question):
        items.append({"role": "user", "content": question})
        while True:
            response = respond()
            calls = [item for item in response.output if item.type == "function_call"]
            if not calls:
                items.append({"role": "assistant", "content": response.output_text})
                return response.output_text
            for call in calls:
                asked = {"name": call.name, "arguments": call.arguments, "call_id": call.call_id}
                items.append({"type": "function_call", **asked})
            for call in calls:
                output = run_tool(call.name, json.loads(call.arguments))
                items.append({"type": "function_call_output", "call_id": call.call_id, "output": output})

    return ask


serve(open_conversation)
