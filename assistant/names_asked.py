"""What a question names exactly (the article of a law, whom somebody leads, students of a career), which what is told must name.

"¿Qué dice el artículo 2?" is not answered by what the law is for, nor who leads ACNUR by who leads OIM.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.analysis import fold, terms
from corpus.lexicon import Instituciones
from corpus.synonyms import Synonyms

# "¿Qué dice el artículo 2 de la ley?", "qué establece el art. 34 bis"
_ARTICLE = re.compile(
    r"\b(?:que|como) (?:es lo que )?(?:dice|establece|senala|dispone|indica|regula|exige|ordena|manda|prohibe|contempla|contiene|reza)\b[^?¿]{0,20}?"
    r"\bart(?:iculo|\.)? ?(?:n\W*)?(?P<number>\d{1,3})\b"
)
# "¿Quién está a cargo de ACNUR en el país?", "¿quién dirige la PDI?", "¿quién es el jefe de la OIM?"
_LEADS = re.compile(
    r"\bqui[eé]n(?:es)? (?:(?:est[aá]n?|estaba|queda) a cargo|dirig\w+|lidera\w*|encabeza\w*|manda|conduc\w+|(?:es|era|fue) (?:el |la )?(?:jef[ea]|director[a]?|representante|encargad[oa]|m[aá]xima autoridad)(?: nacional| general)?)"
    r" (?:en |de(?:l)? |a(?:l)? )?(?:el |la |los |las )?(?P<who>[^?¿.,;]+?)(?: en (?:chile|el pa[ií]s|la regi[oó]n))?\s*\??$",
    re.IGNORECASE,
)
# How a text says who leads.
_RULES = re.compile(
    r"\b(?:dir[ei]\w+|jef[ea]\w*|representa\w*|presid\w+|encabez\w+|lider\w+|a cargo|responsables?|encargad[oa]s?|coordina\w*|autoridad\w*)\b"
)
_LETTERS = re.compile(r"[A-ZÑ]{3,}")
# "Estudiantes universitarios de enfermería", "alumnas de derecho": those of one career are not those of another.
_OF_CAREER = re.compile(
    r"\b(?:estudiantes|alumn[oa]s|practicantes|pasantes|egresad[oa]s|titulad[oa]s)(?: (?:universitari[oa]s|en practica))? de (?:la carrera de )?"
    r"(?P<what>derecho|medicina|pedagogia|arquitectura|trabajo social|\w{3,}(?:eria|logia|tria|nomia|turismo|dagogia))\b"
)


class NamesAsked:
    """Compares what a question names exactly with what is told."""

    def __init__(self, known: Instituciones, synonyms: Synonyms) -> None:
        self.known = known
        self.synonyms = synonyms

    def other(self, question: str, mended: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a question names one of some sort, and what is told names others or none; ``mended`` is the question
        folded and without its slips, ``texts`` gives all that is told and is only asked where a question says such a thing."""
        return (
            self._of_no_article(mended, texts)
            or self._led_by_another(question, leads)
            or self._of_another_career(mended, texts)
        )

    @staticmethod
    def _of_no_article(line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked what an article says, and nothing told names it."""
        asked = _ARTICLE.search(line)
        if asked is None:
            return False
        named = re.compile(rf"\bart(?:iculos?|s?\.)? ?(?:n\W*)?(?:[\d, ]+ y )?{asked['number']}\b")
        return not any(named.search(fold(text)) for text in texts())

    def _led_by_another(self, question: str, leads: Sequence[str]) -> bool:
        """Whether it is asked who leads an institution that goes by its letters or by a name that is known, and nothing
        that is told first names it beside who leads."""
        asked = _LEADS.search(question.strip())
        if asked is None:
            return False
        name = self.known.canonical(asked["who"])
        letters = (asked["who"],) if _LETTERS.fullmatch(asked["who"]) else ()
        forms = self.known.by_name[name].formas if name is not None else letters
        held = [set(terms(text)) for text in leads if _RULES.search(fold(text))]
        return bool(forms) and not any(
            all({one, *self.synonyms.expansion(one)} & told for one in terms(form)) for form in forms for told in held
        )

    @staticmethod
    def _of_another_career(line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether students of a career are asked of, and nothing told names it."""
        careers = [set(terms(match["what"])) for match in _OF_CAREER.finditer(line)]
        held = {one for text in texts() for one in terms(text)} if careers else set()
        return any(not career <= held for career in careers)
