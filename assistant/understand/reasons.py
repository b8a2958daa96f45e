"""Why a message says that it asks, behind what it asks: "…? te pregunto porque…", "…, es que…", "…, p/ licitación"."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, fold, words
from corpus.cues import Cues

_BECAUSE = r"(?:por ?que|porq|pq|xq|xk)"
# Who speaks of himself, and of why he asks: no cause of what is asked about.
_OWN = (
    r"(?:yo|a mi|nosotr[oa]s|mis?|nuestr[oa]s?|me|nos|estoy|estamos|ando|andamos|soy|somos|vivo|vivimos|tengo|tenemos"
    r"|quiero|queremos|quisiera|necesito|necesitamos|trabajo|trabajamos|voy|vamos|no entiendo|(?:aca|aqui|en mi)\b(?! el\b))"
)
_REASON = re.compile(
    r"(?:"
    rf"[\s,.;:?!)(–—-]+(?:y )?(?:(?:te|le|les|lo|se lo|os) )?(?:pregunt|consult)(?:o|amos|aba|abamos) (?:{_BECAUSE}|ya que|es que|pues|como)\b"
    r"|(?<=\w)\s*[,.;:?!)(–—-]+\s*(?:y )?(?:es|era) (?:que|q|k)\b"
    rf"|(?<=\w)\s*[,.;:?!)(–—-]*\s+{_BECAUSE} (?:(?:es que|como|resulta que|la verdad) )*{_OWN}\b"
    r")[^¿]*$"
)
# "¿Cuántas quedaron en integración, que entiendo es el eje más grande?": what the asker takes it to be.
_SUPPOSED = re.compile(
    r", que (?:segun (?:yo|se|entiendo)|(?:yo )?(?:entiendo|creo|supongo|imagino|tengo entendido|me parece))\b[^,;:?¿]*(?=\W*$)"
)
# "¿Cuáles eran? creo que una era con Sercotec", "…, tengo la idea que una era de…": one of those asked for, half remembered.
_RECALLED = re.compile(
    r"(?<=\w)\s*[,.;:?!)(–—-]+\s*(?:y )?(?:yo )?(?:creo|pienso|supongo|recuerdo|me acuerdo|me parece|me suena|tengo (?:la|una) (?:vaga )?idea|tengo entendido|juraria|segun yo)"
    r"(?: de)? (?:que|q|k) (?:una|uno|alguna?|otra|otro)(?: de \w+)? (?:es|era|iba|va|habla|hablaba|tiene|tenia|fue)\b[^¿?]*$"
)
# "¿Cuántas hubo el 2022? dicen que fueron pocas": what is said of it, with no number that could be set right.
_RUMOUR = re.compile(
    r"(?<=\?)\s*(?:y |pero )?(?:(?:(?:me|nos) )?(?:dicen|dice|dijeron|dijo|cuentan|contaron|comentaron)|se (?:dice|comenta|rumorea)|por ahi (?:dicen|escuche|lei)|escuche|lei|supe|entiendo)"
    r"(?: por ahi)? (?:que|q|k) [^¿?\d]*$"
)
_ASKS = re.compile(r"\b(?:cual(?:es)?|que|cuant[oa]s?|quien(?:es)?|donde|cuando)\b")
# "¿…? Yo soy educadora y…", "¿…? nosotros en Quilicura formamos…": a sentence of the asker's own.
_OF_OWN = re.compile(r"\?+\s*(?P<own>(?:y |aca |aqui |pucha |la verdad )?(?:yo|nosotr[oa]s|mis? [a-z]{3,})\b[^¿?]*)$")
# What is asked of the asker, or is said more exactly.
_ASKED_OF_OWN = re.compile(
    r"\b(?:yo|me|mis?|nos|nosotr[oa]s|nuestr[oa]s?|aca|aqui|tengo|tenemos|soy|somos|puedo|podemos|debo|debemos)\b|\b[a-z]{3,}mos\b"
)
_MEANT = re.compile(
    r"\b(?:refier\w+|refer\w+|quier\w+|quisier\w+|interesa\w*|busc\w+|habl[oa]\w*|dig[oa]\w*|pregunt\w+|consult\w+|piens\w+|cre[oi]\w*|o sea|es decir|solo|digo|necesit\w+"
    r"|que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|donde|cuando|como)\b"
)
_WHY = re.compile(rf"\b(?:por que|{_BECAUSE})\b")
# "… porque acá no me lo reconocen. ¿El plan contempla algo?", with or without its first mark: what is asked comes after.
_ASKED_AFTER = re.compile(r"[.!] +[^?.]*(?:\?|\b(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|donde|cuando|como) [^.]*$)")
_LEAST = 2
"""What is asked in fewer words of its own leans on what stands behind it."""


class Reasons:
    """Takes out of messages why they ask, by the words of ``mensajes.toml`` for what one prepares an answer for."""

    def __init__(self, messages: Cues) -> None:
        use = rf"(?:es )?(?:p/|(?:para|pa)\b) ?(?:\w+ )??{messages.any_of('motivo.papel')}(?!\w)"
        self._in_brackets = re.compile(rf"\s*\((?:\w+ )?{use}[^()¿]*\)")
        self._use = re.compile(rf"(?<=\w)\s*[,.;:?!)–—-]+\s*(?:\w+ )?{use}[^¿]*$")

    def without(self, message: str) -> str:
        """A message without why it asks; as it is where that may be asked about, or little else is said."""
        line = fold(message)
        if len(line) != len(message):
            return message
        recalled = _RECALLED.search(line) or _RUMOUR.search(line)
        if recalled is not None and _ASKS.search(line[: recalled.start()]):
            message, line = message[: recalled.start()].strip(), line[: recalled.start()].strip()
        bracket = self._in_brackets.search(line)
        found = bracket or _REASON.search(line) or self._use.search(line) or _SUPPOSED.search(line)
        told_first = found is not None and "?" not in line[: found.start() + 1]
        if found is None or (told_first and _ASKED_AFTER.search(found.group())):
            return self._without_own(message, line)
        rest = line[: found.start()] + line[found.end() :]
        own = [word for word in words(rest) if word not in STOP_WORDS]
        if len(own) < _LEAST or (_WHY.search(rest) and bracket is None):
            return message
        mark = "?" if "?" in found.group() and "?" not in rest else ""
        kept = f"{message[: found.start()].rstrip(' ,;:(')}{mark}{message[found.end() :]}"
        return kept.strip()

    @staticmethod
    def _without_own(message: str, line: str) -> str:
        """A message without the sentence behind its question in which the asker tells of himself, of whom that asks nothing."""
        own = _OF_OWN.search(line)
        asked = line[: own.start("own")] if own is not None else ""
        if own is None or _ASKED_OF_OWN.search(asked) or _MEANT.search(own["own"]):
            return message
        told = [word for word in words(asked) if word not in STOP_WORDS]
        return message[: own.start("own")].strip() if len(told) > _LEAST else message
