/**
 * The chat template of the tiny preset: turns, pictures, tools and calls in the format of Qwen2.5-VL and its
 * instruction-tuned text models (Hermes's `<tools>`, `<tool_call>` and `<tool_response>`).
 * https://huggingface.co/Qwen/Qwen2.5-VL-3B-Instruct/blob/main/chat_template.json,
 * https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/blob/main/tokenizer_config.json
 *
 * Deviation: no default system turn, which would only cost tokens.
 */
export const TINY_TEMPLATE = String.raw`
{%- set pictures = namespace(count=0) %}
{%- macro parts(content) %}
    {%- if content is string %}
        {{- content }}
    {%- elif content %}
        {%- for part in content %}
            {%- if part.type == "image" or "image" in part or "image_url" in part %}
                {%- set pictures.count = pictures.count + 1 %}
                {%- if add_vision_id %}
                    {{- "Picture " ~ pictures.count ~ ": " }}
                {%- endif %}
                {{- "<|vision_start|><|image_pad|><|vision_end|>" }}
            {%- elif "text" in part %}
                {{- part.text }}
            {%- endif %}
        {%- endfor %}
    {%- endif %}
{%- endmacro %}
{%- set first_is_system = messages and messages[0].role == "system" %}
{%- if tools %}
    {{- "<|im_start|>system\n" }}
    {%- if first_is_system %}
        {{- parts(messages[0].content) ~ "\n\n" }}
    {%- endif %}
    {{- "# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>" }}
    {%- for tool in tools %}
        {{- "\n" ~ (tool | tojson) }}
    {%- endfor %}
    {{- "\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n<tool_call>\n{\"name\": <function-name>, \"arguments\": <args-json-object>}\n</tool_call><|im_end|>\n" }}
{%- elif first_is_system %}
    {{- "<|im_start|>system\n" ~ parts(messages[0].content) ~ "<|im_end|>\n" }}
{%- endif %}
{%- for message in messages %}
    {%- if message.role == "tool" %}
        {%- if loop.first or messages[loop.index0 - 1].role != "tool" %}
            {{- "<|im_start|>user" }}
        {%- endif %}
        {{- "\n<tool_response>\n" ~ parts(message.content) ~ "\n</tool_response>" }}
        {%- if loop.last or messages[loop.index0 + 1].role != "tool" %}
            {{- "<|im_end|>\n" }}
        {%- endif %}
    {%- elif not (loop.first and message.role == "system") %}
        {{- "<|im_start|>" ~ message.role ~ "\n" ~ parts(message.content) }}
        {%- for call in message.tool_calls or [] %}
            {%- set call = call.function or call %}
            {%- if message.content or not loop.first %}
                {{- "\n" }}
            {%- endif %}
            {{- "<tool_call>\n{\"name\": \"" ~ call.name ~ "\", \"arguments\": " }}
            {{- call.arguments if call.arguments is string else (call.arguments | tojson) }}
            {{- "}\n</tool_call>" }}
        {%- endfor %}
        {{- "<|im_end|>\n" }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- "<|im_start|>assistant\n" }}
{%- endif %}
`.trimStart();

/** Its fixed sentences: a tokenizer may make each one token. */
export const TINY_PHRASES: readonly string[] = [
  "# Tools\n\nYou may call one or more functions to assist with the user query.\n\n",
  "You are provided with function signatures within <tools></tools> XML tags:\n<tools>\n",
  "\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n",
  '{"name": <function-name>, "arguments": <args-json-object>}\n',
  '\n{"name": "',
  '", "arguments": {"',
];
