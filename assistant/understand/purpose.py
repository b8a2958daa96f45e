"""What a message says it wants an answer for, before it asks: "para el informe del alcalde: ¿cuántas…?"."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, fold, words
from corpus.cues import Cues

# The question after it, in marks, or by its first word where it is set off.
_ASKED = re.compile(
    r"¿|(?<=\bsaber) +(?=(?:(?:en|de|a|con) )?(?:cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde)\b)|(?<=\w) +(?=(?:requiero|necesito|solicito|preciso|busco|quisiera|me falta) (?:saber |conocer )?(?:el|la|los|las)\b)|(?<=[:,;.]) +(?=(?:(?:en|de|a|con|cada) )?(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde)\b)"
    # The order that it is told by: "para un oficio, indique el…".
    r"|(?<=[,;:]) +(?=(?:indi|inform|senal|precis|detall|entreg|aclar|confirm)[a-z]+ (?:el|las?|los|que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde|si)\b)"
)

# What is set off by a colon, where no question is marked: "no encuentro esto: visas otorgadas en 2024".
_SET_OFF = re.compile(r"(?<=\w): +(?=\w)")

# "De ellas, ¿…?": of what, and no purpose.
_OF_THOSE = re.compile(
    r"\b(?:de|entre|en|con|sobre|por|a|para)(?: tod[ao]s)? (?:ell[ao]s?|es[ao]s?|est[ao]s?|aquell[ao]s?)\b(?=\W*(?:[,;.:]|$))"
)

# ", quiero ver qué tan atrasados van", "? es para comparar": what one means to do with what was asked.
_THEN = re.compile(
    r"(?<=\w)[,;.?]+ +(?:(?:y|es|eso es|esto es|asi|pa|para|quiero|queremos|quisiera|necesito|me gustaria|tengo que|voy a|vamos a|la idea es) )+"
    r"(?:ver|revisar|comparar|chequear|cachar|contrastar|fiscalizar|monitorear|seguirl[ao]s|hacerles? seguimiento|darme una idea|mirar)\b[^¿?]*$"
)
_OPENS_ASKING = re.compile(r"^\W*(?:(?:en|de|a|con|y|por|para) )?(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?)\b")

# "…, para contrastarlo con nuestros registros": said last, what the answer is wanted for.
_AT_LAST = re.compile(
    r"(?:,| -) *(?:todo (?:esto|eso) )?(?=para (?:poder )?[a-z]{2,}[aei]r(?:l[aeo]s?|se|me|nos)?\b)[^,;:?¿]+(?=[.\s]*$)"
    r"| para (?:poder )?[a-z]{2,}[aei]rl[ao]s?\b[^,;:?¿]+(?=[.\s]*$)"
)

# "Mi jefe pregunta cuántas…", "los de la muni quieren saber si…", "me consultaron en el concejo qué…": somebody else's question.
_QUESTION_WORD = (
    r"(?:(?:a|en|de|con|por|para|desde|hasta) )?(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde|como)\b"
)
_SAID_BY_TEXT = r"(?:que|si|guia|plan|cuenta|encuesta|ficha|documento|medida|indicador|cual(?:es)?|cuant[oa]s?|quien(?:es)?|cuando|donde|como)s?\b"
_TOLD_ME = r"(?:les?|nos|me|se les?|se nos) (?:diga|confirme|informe|indique|aclare|cuente|explique|responda)\w*"
_REPORTED = re.compile(
    rf"^\W*(?:(?!{_SAID_BY_TEXT})[a-z]+ ){{0,9}}?"
    rf"(?:(?:quier|quer|necesit|dese)\w+ (?:saber|conocer|confirmar|que {_TOLD_ME})|(?:pid|exig|solicit)\w+ (?:saber|que {_TOLD_ME})|"
    r"(?<!\bla )(?<!\buna )(?<!\bmi )(?<!\besta )(?<!\besa )(?<!\bcada )(?:pregunta|preguntan|preguntaron|preguntaba|preguntaban|consulta|consultan|consultaron|consultaba|duda|dudan))"
    rf"(?: (?:en|de|del|desde|por) (?:(?!{_SAID_BY_TEXT})[a-z]+ ?){{1,5}}?)?[,:]? (?=¿?{_QUESTION_WORD}|(?P<whether>si) )"
)

# "¿…? Lo necesito para el marco conceptual", "¿…? Es para un glosario que estamos armando": a sentence of what it is for.
_IT_IS_FOR = re.compile(
    r"(?<=[?.]) +(?:(?:y|es que) )?(?:(?:me )?l[oa]s? (?:necesit|quier|quer|ocup|requier|pid|pregunt|exig)\w+|(?:l[oa]s?|esto|eso) (?:voy|vamos) a (?:usar|ocupar|poner|citar)"
    r"|(?:(?:eso|esto|todo esto) )?(?:es|seria|va) (?:para|pa)|(?:me|nos) (?:sirve|serviria|falta) para|estoy (?:armando|preparando|escribiendo|haciendo|redactando)|estamos (?:armando|preparando|escribiendo|haciendo|redactando))\b[^¿?]*$"
)

# "¿Qué es eso de X? Lo dijeron en una reunión y quedé colgado": where one met with it, and that one did not understand.
_MET_WITH = re.compile(
    r"(?<=\?) +(?:(?:y|es que|porque|ahi|ayer|hoy) )*(?:(?:(?:me|nos) )?(?:l[oa]s?|eso|esto) (?:dij|nombr|mencion|coment|contar|lei|leimos|escuch|oi|vi\b|vimos|vieron|pusieron|tir)\w*"
    r"|(?:me |nos )?qued(?:e|amos|o) (?:colgad|igual|perdid|plop|en las mismas|con la duda|en blanco)\w*|no (?:entendi|entendimos|cacho|cache|cachamos|me quedo claro|tengo idea|se nada))\b[^¿?]*$"
)

_ENCLITIC = re.compile(r"\b([a-z]{2,}[aei]r)(?:l[aeo]s?|se|me|nos)\b")

# "…, para comparar con 2024": the year that what is asked for is set against.
_AGAINST_YEAR = re.compile(r"(?<=\bcon )(?:(?:el|la|lo|los|las|ano|del?) )*20\d\d\b")

# Where the first clause of several ends.
_CLAUSES = re.compile(r"(?<=\w)[,;:.]+ +(?=\w)")
ENOUGH = 2
"""A question of fewer words of its own leans on what stands before it, and one of no more may lean on a single word."""


class Purposes:
    """Takes out of messages what they only want the answer for, by the words of ``mensajes.toml``."""

    def __init__(self, messages: Cues) -> None:
        self._messages = messages

    def without(self, message: str) -> str:
        """A message from its question on, where all before it says what the answer is wanted for, by whom and when; else
        without its first clause, where that does.

        Whatever else stands there may be what is asked about: "para el taller de diagnóstico, ¿qué…?".
        """
        message = self._without_cross_check(self._without_use(message))
        line = fold(message)
        found = _ASKED.search(line) or _SET_OFF.search(line)
        asked = found if len(line) == len(message) else None
        before = line[: asked.start()] if asked is not None else ""
        if asked is None or len(words(before)) < 2 or re.search(r"\d", before) or _OF_THOSE.search(before):
            return message
        said, own = (
            [word for word in words(part) if word not in STOP_WORDS] for part in (before, line[asked.start() :])
        )
        if len(own) < ENOUGH or len(said) + len(own) < 2 * ENOUGH:
            return message
        if self._only_wants(before):
            return message[asked.start() :].strip(" :")
        stop = _CLAUSES.search(before)
        first = before[: stop.end()] if stop is not None else ""
        wants = any(word not in STOP_WORDS for word in words(first))  # "mire usted." wants nothing
        return message[len(first) :].strip() if wants and self._only_wants(first) else message

    @staticmethod
    def unreported(message: str) -> str:
        """A message that only passes on somebody's question ("mi jefe pregunta cuántas…") as that question; whoever asks it,
        a text that asks or says something is no such person."""
        line = fold(message)
        found = _REPORTED.match(line) if len(line) == len(message) else None
        if found is None or re.search(r"\d", found.group()):
            return message
        asked = message[found.end("whether") if found["whether"] else found.end() :].strip(" ¿?.")
        return f"¿{asked}?"

    @staticmethod
    def without_last(message: str) -> str:
        """A question without what is said behind it of what its answer is to be looked through for: "¿qué medidas vencían
        en 2023? quiero ver qué tan atrasadas van"."""
        line = fold(message)
        then = _THEN.search(line) if len(line) == len(message) else None
        return message[: then.start()] if then is not None and _OPENS_ASKING.match(line) else message

    @staticmethod
    def _without_use(message: str) -> str:
        """A question without the sentence behind it that says what its answer is for, or where one met with what it asks."""
        line = fold(message)
        use = (_IT_IS_FOR.search(line) or _MET_WITH.search(line)) if len(line) == len(message) else None
        before = message[: use.start()] if use is not None else ""
        return (
            before if len(words(before)) > ENOUGH and ("?" in before or _OPENS_ASKING.match(fold(before))) else message
        )

    def _without_cross_check(self, message: str) -> str:
        """A message without the clause at its end that only says what the answer is wanted for."""
        line = fold(message)
        last = _AT_LAST.search(line) if len(line) == len(message) else None
        told = _AGAINST_YEAR.sub(" ", _ENCLITIC.sub(r"\1", last.group())) if last is not None else ""
        said = self._messages.strip("motivo.cotejo", told)
        if last is None or not self._only_wants(f"{said} para"):
            return message
        own = [word for word in words(line[: last.start()]) if word not in STOP_WORDS]
        return (message[: last.start()] + message[last.end() :]).strip() if len(own) > ENOUGH else message

    def _only_wants(self, said: str) -> bool:
        """Whether all that is said is what an answer is wanted for: "estoy armando el discurso del alcalde,"."""
        left = self._messages.strip("motivo.palabras", said)
        return len(words(said)) > 1 and all(word in STOP_WORDS for word in words(left))
