"""What a question names exactly (the article of a law, whom somebody leads, students of a career, the other country of an
agreement, the comuna whose plan it is), which what is told must name.

"¿Qué dice el artículo 2?" is not answered by what the law is for, nor who leads ACNUR by who leads OIM.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.focus import sentences
from assistant.numbers_asked import holds_number
from corpus.analysis import fold, stem, terms
from corpus.lexicon import Instituciones
from corpus.lugares import CHILE, Lugares
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

# "El árbol de objetivos": a tool by what it is of.
_TOOL = re.compile(r"\b(?P<tool>arbol|matriz|diagrama) (?:de |del )(?:los |las |la )?(?P<what>[a-z]{4,})\b")
# "El protocolo con Argentina", "el fondo entre Chile y Argentina": the other country of what two do together.
_WITH = re.compile(r"\b(?:con|with)(?: el| la)? $|\bchile ?(?:y|e|-|–) ?$")
# "¿Qué dice el pladeco vigente de Iquique?", "según la ordenanza de Arica": what one comuna alone has written; whoever writes
# one ("hacemos el pladeco de Arica") asks of others.
_WRITTEN = re.compile(
    r"\b(?P<what>pladeco|plan de desarrollo comunal|padem|plan (?:comunal|regulador|municipal)|ordenanzas?|politica municipal|politica local|reglamento municipal)\b"
)
_WRITTEN_BY = re.compile(
    r"\b(?:dicen?|establecen?|contemplan?|senalan?|incluyen?|disponen?|indican?|mencionan?|abordan?|definen?|exigen?|regulan?|prohiben?|segun) (?:(?:en )?(?:el|la|las|los) )"
    rf"{_WRITTEN.pattern}(?: (?:de (?:migracion|migraciones|personas migrantes|interculturalidad|inclusion|acogida|seguridad|salud)|[a-z]{{4,}}))? (?:de|en) (?:la (?:comuna|municipalidad|ciudad) de )?$"
)
# "El protocolo con Argentina, ¿para cuándo es?"
_TITLED = re.compile(r"^\W*(?:(?:y|oye|sobre|de|en) )*(?:el|la|los|las|del) [^,.;:]*[,:] ?¿[^¿]*$")
# "Los mediadores de Recoleta", "las charlas en la comuna de Ñuñoa": what one comuna did; who would do it in their own ("¿qué
# podríamos copiar en Recoleta?"), or asks of any but one, asks of others.
_OF_COMUNA = re.compile(r"\b(?:de|en) (?:la (?:comuna|municipalidad|muni|ciudad) de )?$")
_ELSEWHERE = re.compile(
    r"\b(?:\w{2,}mos|soy|vivo|trabajo|tengo|quiero|puedo|aca|aqui|mi|mis|nuestr[oa]s?|otr[oa]s?|ademas|aparte|parecid\w+|similar\w*|copi\w+|replic\w+|adapt\w+|aplicar|servir\w*|no sea|salvo|excepto|fuera de|sin contar)\b"
)
# "Los afiliados a la Mutual de Seguridad": those who belong to a house that is named.
_MEMBERS = re.compile(
    r"\b(?:(?:afiliad|adscrit|pensionad|asegurad)[oa]s?|cotizantes?|soci[oa]s?|clientes?) (?:al|a la|a los|a las|de la|del|en la|en el|en) "
    r"(?P<house>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?: (?:de |del |y |la )*[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)+)"
)
# "La campaña de la OIM en Ecuador", "el plan de la ciudad de Quito": where abroad what is asked of is; who tells of those that
# came from there, or asks for examples, does not ask of a thing that is there.
_ABROAD = re.compile(
    r"\b(?:campan|tarjeta|plan|polit|program|practic|experienc|iniciativ|estrateg|red|mesa|centro|oficina|albergue|municip|ciudad|proyect|sistema)\w*\b[^¿?.;,]*?\b(?:en|de) (?:la |el )?(?:ciudad de |municipalidad de )?$"
)
# "La cifra de municipios adscritos al Sello, ¿a qué fecha es?": of the number, whoever belongs to what, its time is asked.
_NUMBER_DATED = re.compile(
    r"\b(?:cifra|numero|dato|cantidad|porcentaje|total)\b.*\b(?:(?:a|de|en|hasta) que (?:fecha|ano|dia|mes|momento)|cuando)\b"
)
# "¿Cuántas familias son de La Granja?": the part of some that one place has.
_OF_PLACE = re.compile(
    r"\bcuant[oa]s?\b[^?.;]*?\b(?:son|eran|fueron|es|vienen|venian|viven|vivian|residen|provienen) (?:solo |solamente )?(?:de|en) (?:la comuna de )?$"
)


class NamesAsked:
    """Compares what a question names exactly with what is told."""

    def __init__(self, known: Instituciones, synonyms: Synonyms, lugares: Lugares) -> None:
        self.lugares = lugares
        self.known = known
        self.synonyms = synonyms

    def other(self, question: str, mended: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a question names one of some sort, and what is told names others or none; ``mended`` is the question
        folded and without its slips, ``texts`` gives all that is told and is only asked where a question says such a thing."""
        return (
            self._of_no_article(mended, texts)
            or self._led_by_another(question, leads)
            or self._of_another_career(mended, texts)
            or self._of_another_tool(mended, texts)
            or self._with_another_country(question, texts)
            or self._written_by_another(question, texts)
            or self._of_several_places(question, leads)
            or self._of_another_house(question, texts)
            or self._of_another_place_abroad(question, texts)
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

    def _of_another_tool(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a tool is asked of by what it is of, and what is told names one of another thing and none of this."""
        asked = {(match["tool"], stem(match["what"])) for match in _TOOL.finditer(line)}
        told = (
            {(one["tool"], stem(one["what"])) for text in texts() for one in _TOOL.finditer(fold(text))}
            if asked
            else set()
        )
        tools = {tool for tool, _ in told}
        return bool(asked) and not asked & told and all(tool in tools for tool, _ in asked)

    def _with_another_country(self, question: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether what Chile does with one country is asked of, and what is told names another and not this."""
        asked = self._placed(question, _WITH, "pais") - {CHILE}
        told = {name for text in texts() for name in self._named(text, "pais")} - {CHILE} if asked else set()
        return bool(told) and not asked & told

    def _of_another_place_abroad(self, question: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether what is done in a country or a city abroad is asked of, and what is told names others and not this."""
        kinds = ("pais", "ciudad")
        asked = {name for kind in kinds for name in self._placed(question, _ABROAD, kind)} - {CHILE}
        if len(asked) != 1 or _ELSEWHERE.search(fold(question)):
            return False
        told = [mention.lugar for text in texts() for mention in self.lugares.find(text)]
        abroad = {one.nombre for one in told if one.clase in kinds} - {CHILE}
        return bool(abroad) and not asked & (abroad | {getattr(one, "pais", None) for one in told})

    def _written_by_another(self, question: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether the plan or the rules of a comuna are asked of, and nothing that is told of it speaks of such a thing."""
        asked = self._placed(question, _WRITTEN_BY, "comuna")
        kinds = {one for match in _WRITTEN.finditer(fold(question)) for one in terms(match["what"])[:1]}
        told = (text for text in texts() if asked & self._named(text, "comuna")) if asked else ()
        return bool(asked) and not any(kinds & set(terms(text)) for text in told)

    def _of_several_places(self, question: str, leads: Sequence[str]) -> bool:
        """Whether the part of one comuna is asked for, and each sentence with a number that names it names others beside it."""
        asked = self._placed(question, _OF_PLACE, "comuna")
        told = [one for text in leads for one in sentences(text) if holds_number(fold(one))] if asked else []
        named = [self._named(one, "comuna") for one in told]
        of_it = [places for places in named if places & asked]
        return bool(of_it) and all(places - asked for places in of_it)

    def of_another_comuna(self, question: str, texts: Callable[[], Iterable[str]]) -> bool:
        """Whether what one comuna did is asked of, and nothing that is told, of practices of others, names it."""
        asking = question[question.rfind("¿") + 1 :]
        found = [one for one in self.lugares.find(asking) if one.lugar.clase == "comuna" and not one.gentilicio]
        asked = {one.lugar.nombre for one in found if _OF_COMUNA.search(fold(asking[: one.start]))}
        if len(asked) != 1 or len(found) != 1 or _ELSEWHERE.search(fold(asking)):
            return False
        return not any(asked & self._named(text, "comuna") for text in texts())

    def _of_another_house(self, question: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether those who belong to a house are asked of by its name, and nothing told has the words of that, nor of another
        of its names."""
        asked = _MEMBERS.search(question)
        if asked is None or _NUMBER_DATED.search(fold(question)):
            return False
        name = self.known.canonical(asked["house"])
        forms = self.known.by_name[name].formas if name is not None else (asked["house"],)
        held = [set(terms(text)) for text in texts()]
        return not any(set(terms(form)) <= told for form in forms for told in held)

    def _placed(self, question: str, before: re.Pattern[str], kind: str) -> set[str]:
        """The places of a class that a question names right behind some words, where it asks or begins with the thing; where
        it tells how things are ("trabajo con Haití. ¿Qué…?"), it asks of none."""
        asking = question.rfind("¿")
        return {
            one.lugar.nombre
            for one in self.lugares.find(question)
            if one.lugar.clase == kind
            and (one.start > asking or _TITLED.match(fold(question)))
            and (not one.gentilicio or fold(question[one.start : one.end]) == fold(one.lugar.nombre))  # "Argentina"
            and before.search(fold(question[: one.start]))
        }

    def _named(self, text: str, kind: str) -> set[str]:
        """The places of a class that a text names."""
        return {one.lugar.nombre for one in self.lugares.find(text) if one.lugar.clase == kind}
