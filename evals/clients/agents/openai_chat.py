import json

from desk import config, parameters, run_tool, serve, tools
from openai import OpenAI

client = OpenAI()
functions = [
    {"type": "function", "function": {"name": name, "description": description, "parameters": parameters}}
    for name, description in tools.items()
]


def open_conversation(stream):
    messages = [{"role": "system", "content": config["instructions"]}]

    def complete():
        request = {
            "model": config["model"],
            "temperature": config["temperature"],
            "messages": messages,
            "tools": functions,
        }
        if not stream:
            return client.chat.completions.create(**request)
        with client.chat.completions.stream(**request) as events:
            return events.get_final_completion()

    def ask(question):
        messages.append({"role": "user", "content": question})
        while True:
            message = complete().choices[0].message
            if not message.tool_calls:
                messages.append({"role": "assistant", "content": message.content})
                return message.content
            calls = [
                {
                    "id": call.id,
                    "type": "function",
                    "function": {"name": call.function.name, "arguments": call.function.arguments},
                }
                for call in message.tool_calls
            ]
            messages.append({"role": "assistant", "tool_calls": calls})
            for call in message.tool_calls:
                content = run_tool(call.function.name, json.loads(call.function.arguments))
                messages.append({"role": "tool", "tool_call_id": call.id, "content": content})

    return ask


serve(open_conversation)
