"""Whether a question is about how far the plan as a whole has come, which one document tells in a sum and none by medida."""

from __future__ import annotations

from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems


class WholePlan:
    """Reads that against one plan, by the words of ``medidas_preguntas.toml``; ``rest`` is a line without its filters."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def asks_which(self, line: str, rest: str, *, done: bool) -> bool:
        """Whether it is asked which medidas are done or are left, and of nothing in particular."""
        asking = self.plan.asking
        if topic_stems(self.plan.cues, asking.strip("plan.faltan", asking.strip("plan.estado", rest))):
            return False
        return asking.has("plan.faltan", line) or (done and asking.has("plan.cuales", line))

    def asks_how(self, line: str, rest: str, *, dated: bool) -> bool:
        """Whether it is asked how the plan goes, and of nothing in particular; what is to be done by a date
        (``dated``) is asked for of medidas."""
        asking = self.plan.asking
        line = asking.strip("plan.por_hacer", line) if dated else line
        if not asking.has("plan.estado", line):
            return False
        left = asking.strip("plan.estado_ademas", asking.strip("plan.estado", rest))
        return not topic_stems(self.plan.cues, left)
