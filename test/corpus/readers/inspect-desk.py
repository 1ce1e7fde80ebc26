"""Made inspect-desk.eval, with inspect-ai 0.3.285 and models that answer by script: `python inspect-desk.py`.

Three samples: a tool, a sub-agent and a scorer that asks a model; a tool that refuses; a tool that breaks the sample.
"""
from inspect_ai import Task, task, eval
from inspect_ai.agent import agent, as_tool, AgentState
from inspect_ai.dataset import Sample
from inspect_ai.scorer import includes, model_graded_qa
from inspect_ai.solver import use_tools, generate, system_message
from inspect_ai.tool import tool, ToolError, ToolCall
from inspect_ai.model import get_model, ModelOutput, ModelUsage, ChatMessageAssistant

@tool
def look_up_order():
    async def execute(order_id: str):
        """Looks up an order.

        Args:
            order_id: The order's id.
        """
        if order_id == "A-9":
            raise ToolError("no such order")
        if order_id == "A-0":
            raise RuntimeError("the shop's database is gone")
        return '{"order_id": "%s", "status": "shipped", "note": "%s"}' % (order_id, "left at the door; " * 8)
    return execute

def said(text, model="mockllm/desk"):
    output = ModelOutput.from_content(model, text)
    output.usage = ModelUsage(input_tokens=200, output_tokens=20, total_tokens=220)
    return output

def call(i, name, args):
    message = ChatMessageAssistant(content="Let me look.", tool_calls=[ToolCall(id=f"call_{i}", function=name, arguments=args)])
    usage = ModelUsage(input_tokens=100 + i, output_tokens=10, total_tokens=115 + i, input_tokens_cache_read=5)
    return ModelOutput(model="mockllm/desk", choices=[{"message": message, "stop_reason": "tool_calls"}], usage=usage)

clerk_model = get_model("mockllm/clerk", custom_outputs=lambda *_: said("Parcels take two days.", "mockllm/clerk"))

def answer(messages, tools, tool_choice, config):
    order = messages[1].text[-4:-1]
    script = {
        "A-1": [call(1, "look_up_order", {"order_id": "A-1"}), call(2, "clerk", {"input": "How long do parcels take?"}), said("It was shipped and takes two days.")],
        "A-9": [call(3, "look_up_order", {"order_id": "A-9"}), said("I do not know.")],
        "A-0": [call(4, "look_up_order", {"order_id": "A-0"})],
    }[order]
    return script[sum(message.role == "assistant" for message in messages)]

@agent
def clerk():
    async def execute(state: AgentState) -> AgentState:
        """Knows how long parcels take."""
        state.output = await clerk_model.generate(state.messages)
        state.messages.append(state.output.message)
        return state
    return execute

@task
def desk():
    return Task(
        dataset=[
            Sample(id="order-1", input="Where is my order A-1?", target="shipped", metadata={"intent": "status"}),
            Sample(id="order-9", input="Where is my order A-9?", target="not found", metadata={"intent": "status"}),
            Sample(id="order-0", input="Where is my order A-0?", target="shipped", metadata={"intent": "status"}),
        ],
        solver=[system_message("You are the desk."), use_tools(look_up_order(), as_tool(clerk())), generate()],
        scorer=[includes(), model_graded_qa(model=get_model("mockllm/grader", custom_outputs=lambda *_: said("GRADE: P", "mockllm/grader")), partial_credit=True)],
        fail_on_error=False,
    )

eval(desk(), model=get_model("mockllm/desk", custom_outputs=answer), log_format="eval", log_dir="logs", display="none", max_samples=1, max_connections=1)
