"""Whether a message asks what the assistant itself thinks: "¿qué opinas del plan?", "… o no cree usted?".

"¿Cree que podemos…?" and "¿crees que haya…?" only ask politely, and what others think may well be told.
"""

from __future__ import annotations

import re

from corpus.cues import Cues

# Who asks speaks of what he is to do himself, or asks whether there is something.
_POLITE = re.compile(
    r"^\W*(?:(?:me|nos) \w|(?:yo|nosotros|uno)\b|(?:\w+ ){0,2}?\w{2,}(?:amos|emos|imos)\b|(?:puedo|debo|deberia|podria|podrias|puedas?)\b"
    r"|(?:haya|hay|exista|existe|tengan?|salga|diga|aparezca)\b)"
)
# "Según tú, …", but not "según tu registro".
_ACCORDING = r"segun (?:tu|vos)(?= ?[,?]|\W*$)"
# "¿No cree que…?", "… o no cree?": of a verb without its subject another may be told before it ("la guía cree que…").
_BARE = r"(?:^\W*|[¿,;:.] ?)(?:(?:y|o|pero|que|no) )*(?:cree|piensa|encuentra|halla)(?= que\b|\W*$)|\bo no cree(?=\W*$)"
# What is quoted inside a message is no question of its own: "puso '¿no cree que es mala?', ¿está bien así?".
_QUOTED = re.compile(r"(?<=\w )(?:'[^']{8,}'|\"[^\"]{8,}\"|«[^»]{8,}»|“[^”]{8,}”)")
# "¿Cuántas crees que hubo?": a fact is asked, whatever else is said.
_FACT = re.compile(r"\b(?:cuant[oa]s?|cuando|donde|quien(?:es)?)\b")
# Called so by all documents: no judgement.
_NAMED_GOOD = re.compile(r"\bbuenas? practicas?\b")


class Opinions:
    """Tells by the cues of questions whether the judgement of the assistant is asked for."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        own, thinks = (cues.any_of(f"opinion.{name}") for name in ("propia", "cree"))
        self._own = re.compile(rf"(?<!\w)(?:{own}(?!\w)|{_ACCORDING})")
        self._thinks = re.compile(rf"(?:(?<!\w){thinks}(?!\w)|{_BARE})(?: que\b)?")

    def asked(self, line: str) -> bool:
        """Whether a folded message asks for an opinion: in so many words, or for a belief in what is judged or to come."""
        line = _QUOTED.sub(" ", line)
        if self._own.search(line):
            return True
        belief = self._thinks.search(line)
        if belief is None or _FACT.search(line) or _POLITE.match(line[belief.end() :]):
            return False
        left = _NAMED_GOOD.sub(" ", f"{line[: belief.start()]} {line[belief.end() :]}")
        return self.cues.has("opinion.juicio", left) or self.cues.has("opinion.por_venir", left)
