from anthropic import Anthropic
from desk import config, parameters, run_tool, serve, tools

client = Anthropic()
offered = [
    {"name": name, "description": description, "input_schema": parameters} for name, description in tools.items()
]


def open_conversation(stream):
    messages = []

    def send():
        request = {
            "model": config["model"],
            "system": config["instructions"],
            "max_tokens": 500,
            "messages": messages,
            "tools": offered,
            # Its newest models take none, so it is no argument of the client's any more.
            "extra_body": {"temperature": config["temperature"]},
        }
        if not stream:
            return client.messages.create(**request)
        with client.messages.stream(**request) as events:
            return events.get_final_message()

    def ask(question):
        messages.append({"role": "user", "content": question})
        while True:
            content = send().content
            messages.append({"role": "assistant", "content": content})
            calls = [block for block in content if block.type == "tool_use"]
            if not calls:
                return "".join(block.text for block in content if block.type == "text")
            results = [
                {"type": "tool_result", "tool_use_id": call.id, "content": run_tool(call.name, call.input)}
                for call in calls
            ]
            messages.append({"role": "user", "content": results})

    return ask


serve(open_conversation)
