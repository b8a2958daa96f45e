"""Small talk: greetings, thanks, complaints and questions about the assistant itself, that ask nothing of the documents."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, stem, words
from corpus.cues import Cues
from corpus.vocabulary import Vocabulary

QUESTION_WORDS = frozenset("cual cuales cuando cuanto cuanta cuantos cuantas donde quien quienes".split())
KINDS = ("fuentes", "quien", "adios", "queja", "hola", "gracias")
OF_ITSELF = ("fuentes", "quien")
"""Those that ask of the assistant: what it reads, who it is."""
MOST_WORDS = 12
"""In a clause that only says who writes, or why somebody gives thanks; a longer one may tell a story that asks."""
# "¿Quién está detrás de…?", "¿con quién hablo si…?": of something that is named behind it, and not of the assistant.
_OF_ANOTHER = re.compile(
    r"\bquien (?:esta|hay) detras del? (?!est[eao]s?\b|ti\b|vos\b|usted)\w|\bcon quien hablo (?:si|cuando|para|por|sobre) \w"
)
_CLAUSE = re.compile(r"[.,;:!\n]+")


class SmallTalk:
    """Tells small talk from questions."""

    def __init__(self, cues: Cues, vocabulary: Vocabulary) -> None:
        self.cues = cues
        self.vocabulary = vocabulary

    def kind(self, line: str) -> str | None:
        """Which small talk (of ``KINDS``) a folded line is, where it is nothing else."""
        if _OF_ANOTHER.search(line):
            return None
        if self.cues.has("saludo.solo", line) and not words(self._without(line, "solo", "hola", "relleno")):
            return "quien"
        kinds = [name for name in KINDS if self.cues.has(f"saludo.{name}", line)]
        if not kinds:
            return None
        if kinds[0] == "quien" and self._asks_its_use(line):
            return kinds[0]
        return kinds[0] if self._says_nothing_else(line, kinds[0]) or self._asks_nothing(line) else None

    def _says_nothing_else(self, line: str, kind: str) -> bool:
        """Whether no word of a line is of the documents, save what a question about the assistant needs."""
        left = self._without(line, *KINDS, "relleno")
        asks_of_itself = kind in OF_ITSELF
        if not asks_of_itself and QUESTION_WORDS & set(words(left)):
            return False  # "listo" is thanks alone, and none in "¿para cuándo tiene que estar listo?"
        content = [word for word in words(left) if word not in STOP_WORDS]
        of_documents = [word for word in content if self.vocabulary.knows(stem(word))]
        return len(content) <= (3 if asks_of_itself else 1) and len(of_documents) <= (2 if asks_of_itself else 0)

    def _asks_its_use(self, line: str) -> bool:
        """Whether all that is asked is what the assistant is for, behind how one came to it: "me pasaron este chat, ¿pa qué
        sirve?"."""
        *before, asked = [clause for clause in _CLAUSE.split(line) if words(clause)] or [""]
        uses = self.cues.find("saludo.uso", asked)
        rest = self._without(asked, "uso", "hola", "quien", "relleno")
        told = not any("?" in clause or QUESTION_WORDS & set(words(clause)) for clause in before)
        return uses is not None and told and not [word for word in words(rest) if word not in STOP_WORDS]

    def _asks_nothing(self, line: str) -> bool:
        """Whether each clause greets, gives thanks ("me salvaste la pega") or says who writes ("soy nueva en la muni")."""
        said = words(line)
        if "?" in line or QUESTION_WORDS & set(said) or any(word.isdigit() for word in said):
            return False
        if self.cues.has("saludo.pedido", self._without(line, *KINDS)):
            return False
        return all(self._is_talk(clause) for clause in _CLAUSE.split(line) if words(clause))

    def _is_talk(self, clause: str) -> bool:
        if self._says_nothing_else(clause, "hola"):
            return True
        if len(words(clause)) > MOST_WORDS:
            return False
        opens = self._without(clause, "hola").strip()
        introduces = self.cues.find("saludo.presentacion", opens)
        return (introduces is not None and introduces.start() == 0) or self._thanks_for(clause)

    def _thanks_for(self, clause: str) -> bool:
        """Whether a clause thanks and goes on to say for what ("gracias por…", "me salvaste la…"): no topic by itself."""
        thanks = self.cues.find("saludo.agradece", clause)
        return thanks is not None and set(words(clause[thanks.end() :])[:1]) <= STOP_WORDS

    def _without(self, line: str, *names: str) -> str:
        for name in names:
            line = self.cues.strip(f"saludo.{name}", line)
        return line
