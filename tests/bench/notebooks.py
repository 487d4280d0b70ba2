"""The notebooks that are measured: one question three times, and first cells to start with."""

from __future__ import annotations

from pathlib import Path

import nbformat

ITEM = "00-the-mark"
BUSY_SECONDS = 8
CLICKS, OURS, BARE = "bench_clicks.ipynb", "bench_ours.ipynb", "bench_bare.ipynb"

CARD = f'lesson.ask("{ITEM}")'

QUIZ = """from jupyterquiz import display_quiz

answers = [
    {"answer": o["label"], "correct": o["verdicts"]["chosen"] == "supported", "feedback": o["feedback"]}
    for o in sheet["options"]
]
display_quiz([{"question": sheet["stem"], "type": "multiple_choice", "answers": answers}], shuffle_answers=False)"""

PLAIN = """import ipywidgets

pick = ipywidgets.RadioButtons(options=[o["text"] for o in sheet["options"]], value=None)
button = ipywidgets.Button(description="Answer")
said = ipywidgets.HTML()
presses = 0

def answer(_):
    global presses
    presses += 1
    chosen = sheet["options"][pick.index]
    said.value = f'<b>{chosen["verdicts"]["chosen"]}</b> {chosen["feedback"]} <i class="presses">{presses}</i>'

button.on_click(answer)
box = ipywidgets.VBox([ipywidgets.HTML(sheet["stem"]), pick, button, said])
box.add_class("plain-card")
box"""

SLEEP = f"""import time

print("asleep", flush=True)
time.sleep({BUSY_SECONDS})"""

CELLS = {
    CLICKS: [
        f'import lesson\nfrom lesson.bank import compile, load\nsheet = compile.compile(load.item("{ITEM}"))',
        CARD,
        QUIZ,
        PLAIN,
        SLEEP,
    ],
    OURS: ['import lesson\n\nlesson.ready("00")', CARD],
    BARE: [
        "import anywidget",
        """class Bare(anywidget.AnyWidget):
    _esm = "export default { render({ el }) { el.innerHTML = '<p class=bare-card>Here</p>'; } }"

Bare()""",
    ],
}


def write(folder: Path) -> None:
    """Write every notebook into `folder`."""
    for name, cells in CELLS.items():
        folded = {"jupyter": {"source_hidden": True}}
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, metadata=folded) for cell in cells])
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        nbformat.write(book, folder / name)
