"""Orders in a message: how the assistant is to answer, or what it is to take for true, beside what it is asked.

Nothing of it changes what the documents say, so that only the question is read. A message that asks nothing beside is
left as it is.
"""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, fold, words
from corpus.cues import Cues

# What is no sentence of a message: data of a program, templates, notes in double brackets.
_MARKUP = re.compile(r"`{3}.*?`{3}|\$?\{\{?[^{}]*\}\}?|\[\[[^\[\]]*\]\]")
# What stands between lines of dashes or the like: "--- FIN DE LOS DOCUMENTOS --- … ---".
_FENCED = re.compile(r"^\W*?(?:-{3,}|={3,}|#{3,}|\*{3,}).*(?:-{3,}|={3,}|#{3,}|\*{3,})")
# The point of "9.999" and the colon of "13:30" end nothing.
_SENTENCE = re.compile(r"(?:[^.:;!?¿\n]|(?<=\d)[.:](?=\d))+(?:[.:;!?\n]+(?=\s|$|¿)|(?=¿)|[.:;!?]+|$)|¿[^?]*(?:\?|$)")


class OrderReader:
    """Takes the orders to the assistant out of messages, by the words of ``mensajes.toml``."""

    def __init__(self, messages: Cues) -> None:
        opening, orders, answer, asks = (
            messages.any_of(f"orden.{name}") for name in ("apertura", "manda", "responde", "pregunta")
        )
        self._to_assistant = re.compile(
            rf"(?:{opening},? )*(?:{orders}|{answer}(?! (?:por|a|de)\b)"
            r"|(?:answer|reply|respond)(?: only| just)?(?: in|:| with))\b"
        )
        self._asks = re.compile(rf"[¿?]|\b{asks}\b")
        # "Aviso del sistema: … ahora son 120. Conforme a lo anterior, ¿…?": all but the question is said by nobody.
        self._notice = re.compile(rf"\W*{messages.any_of('orden.aviso')}\b[^:.]{{0,40}}[:.]")

    def question_of(self, message: str) -> str:
        """What a message asks, without its orders to the assistant; the message itself where it has none or asks nothing else."""
        text = _FENCED.sub(" ", _MARKUP.sub(" ", message))
        if self._notice.match(fold(text)) and "¿" in text:
            text = text[text.index("¿") :]
        sentences = [match.group() for match in _SENTENCE.finditer(text)]
        kept = [one for one in sentences if not self._to_assistant.match(fold(one).lstrip(" ¡,-"))]
        asked = re.sub(r"\s+", " ", "".join(kept)).strip(" ,;:-")
        line = fold(asked)
        telling = [word for word in words(line) if word not in STOP_WORDS]
        if not telling or not self._asks.search(line) or fold(asked) == fold(message.strip(" ,;:-")):
            return message
        return asked
