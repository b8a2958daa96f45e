"""The expected type of an answer: what sort of thing a question asks for by name, and whether an answer names one.

"¿En qué regiones no hubo reuniones?" is not answered by "en 12 de las 16 regiones", however near it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from assistant.counts import alone, as_many, counted
from assistant.figures.phrases import tallies
from assistant.figures.sorts import FUNDS
from assistant.focus import sentences
from assistant.number_type import NumberTypes
from corpus.analysis import fold, stem, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import CHILE, Lugares
from corpus.numbers import number_from_words

ANSWER_TYPES = "tipos_de_respuesta.toml"
VERB = "por_su_verbo."
COUNTED = "por_su_verbo.cantidad"
MONEY = "por_su_verbo.dinero"
ACT = "por_su_verbo.acto"
TIME = "por_su_verbo.duracion"
ESTABLISHMENT = "tipo.establecimiento"
SIBLINGS = "hermanos_"
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d|\b(?:600|800)[ -]?\d{3}\b")
_MONTH = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|trimestre|semestre)\b|\b\d{{1,2}}[-/]\d{{1,2}}\b|\b(?:principios|mediados|fines) de"
)
_BODY = re.compile(r"\b(?:mesas?|(?:sub)?comites?|consejos?|comision(?:es)?|directorios?|equipos?|cosoc)\b")
_SHARE = re.compile(r"%|\bpor ?ciento\b|\b\w+ de cada \w+|\b(?:mitad|tercios?|cuartos?|mayoria)\b|\d de (?:l[ao]s )?\d")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:hrs?|horas|am|pm)\b|\b24/7\b|\bmediodia\b")
_AGE = re.compile(r"\banos\b|\b(?:mayor|menor|adult|adolescent|nin[oa]|joven|jovenes|nna)\w*")
# "De 18 a 24 años", "entre 6 y 8 años": the stretch that a question tells.
_STRETCH = re.compile(r"\b(\d{1,2}) ?(?:-|–|a|y|to|and) ?(\d{1,2}) (?:anos|years)\b")
_MAIL = re.compile(r"\S@\S")
_MONEY = re.compile(r"[$]|\b(?:pesos|d[óo]lares|euros|millones|utm|uf|gratis|gratuit\w+|sin costo)\b", re.IGNORECASE)
# Amounts of money and shares: no number of things or of people.
_AMOUNT = re.compile(
    r"[$] ?\d[\d.,]*(?: (?:millones|M[$]))?|\b\d[\d.,]* (?:millones de )?(?:pesos|d[óo]lares|UTM)\b|\b\d[\d.,]* ?%",
    re.IGNORECASE,
)
# "De cada cien", "¿cuántos creen que…?": a survey tells it as a share; "how much" asks for an amount.
_OF_EACH = re.compile(
    r"\bhow much\b|\bde cada\b|\bpor ?cien|\bporcentaje|\bcuant[oa]s? (?:(?:gente|personas|chilen\w+|encuestad\w+) )?(?:creen?|piensan?|opinan?|consideran?|estan? de acuerdo|estan? en contra)\b"
)
# "¿Cómo se define «X»?"
_DEFINED = re.compile(
    r"\b(?:defin\w+|signific\w+|entiende\w*|t[ée]rmino|concepto)\b[^«“\"?]*[«“\"]([^»”\"]{3,60})[»”\"]", re.IGNORECASE
)
_ARTICLE = re.compile(r"\bart(?:iculos?|s?\.)\s+(?:n\W*)?(?:\d|primero|segundo|tercero|unico|final|transitorio)")
_DAY = re.compile(
    rf"\b\d{{1,2}} de (?:{'|'.join(MONTHS)})\b|\b\d{{1,2}}[-/]\d{{1,2}}\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\bdia\b|\btodos los dias\b"
)
_DURATION = r"\b\d+(?:(?: ?[-–] ?| [ya] )\d+)? (?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)\b"
_SPELT = r"\b(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta) (?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)\b"
# Numbers that count nothing: how long, days and years, which of a row, what is numbered, the marks of citations and lists.
_NO_COUNT = re.compile(
    rf"\[\d+\]|\b\d{{1,2}} ?(?:er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)\b|{_SPELT}|\b\d{{1,2}} (?:de )?(?:{'|'.join(MONTHS)})\b(?: (?:de |del )?\d{{4}})?|\b(?:19|20)\d\d\b|(?m:^\W*\d{{1,2}}[.)] )"
    rf"|{_DURATION}"
    r"|\b(?:medidas?|tablas?|etapas?|ejes?|ley|leyes|decretos?|resolucion(?: exenta)?|articulos?|apartados?|capitulos?|seccion(?:es)?|anexos?|boletin)\W*(?:n\W*)?\d[\d.,]*"
    r"|[«·] ?\d{1,2}(?:\.\d+)*[.)]?(?=\s)|https?://.*|\S+\.pdf\b"
)
# The mark of an item or of a footnote, behind a title ("- *Participantes*: 3. Definir participantes") or within a line.
_MARKED = re.compile(
    r"(?<=\*: )\d{1,2} (?=[A-ZÁÉÍÓÚÑ])|(?<=: )\d{1,2}[.)] |(?<=\w )(?<!\bde )(?<!\ba )(?<!\bson )(?<!\bcon )(?<!\ben )(?<!\by )\d{1,2}[.)] (?=[A-ZÁÉÍÓÚÑ])"
)
# "N° de denuncias recibidas"; of telephones, of acts and the like it asks for no count.
_NUMBER_OF = re.compile(
    r"\b(?:n|nro|numero|cantidad) de (?!(?:ley|tel|fono|oficio|resolu|decreto|circular|medida|tabla|pagina|paso)\w*)\w{3,}s\b"
)
_SHARE_OF = re.compile(r"\b(?:que|cual|cuanto) (?:\w+ )?(?:proporcion|porcentaje|por ?ciento)\b|\ben que proporcion\b")
# "¿Cuánto dura?", "vigencia del plan": how long something is, without a unit.
_LASTS = re.compile(
    r"\bcuanto (?:\w+ )?(?:dur|tom|demor|tard)\w+|\b(?:duracion|vigencia|plazo) (?:\w+ )?(?:del?|de la)\b|\bduracion \w+"
)
_QUANTITY = r"(?:\d[\d.,]*|(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|medi[oa])\b)(?: (?:a|y|o|-) \w+)?"
# "Solicitudes recibidas, agosto 2024", "¿cuántas hubo en agosto de 2024?": one month, and no stretch up to or from it.
_IN_MONTH = re.compile(
    rf"(?:\b(?:cuant[oa]s?|que cantidad|how many)\b[^?.]*?|^[^?¿.]*)(?<!\ba )(?<!\by )(?<!\bal )(?<!hasta )(?<!desde )(?<!entre )\b(?P<month>{'|'.join(MONTHS)}) (?:de |del )?20\d\d\W*$"
)
# "¿Qué día es la sesión del próximo mes?": when or where something of the days to come is.
_WHEN = r"\b(?:cuando|que dia|que fecha|que hora|donde|what day|what time|when|where)\b"
_SITE = re.compile(r"\bwww\.|https?://|\b[\w-]+\.(?:cl|com|org|net|int|gob)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:calle|avenida|av\.|pasaje|camino) [A-ZÁÉÍÓÚÑ]|\b[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+ (?:N[°º] ?)?(?!(?:19|20)\d\d\b)\d{3,4}\b"
)
_ONE = frozenset(("un", "una", "uno"))
_ALL = frozenset(("todos", "todas"))
# "Datos para todos los estudiantes" tells of none how many they are.
_FOR_ALL = frozenset("para de con entre sobre".split())
_NAME = re.compile(
    r"\b[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?:[ -][A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)+|\b[A-ZÁÉÍÓÚÑ]{3,}(?:[ -][A-ZÁÉÍÓÚÑ]{3,})+"
)
# "La Escuela Unesco de Gómez Carreño", "el Ministerio de Relaciones Exteriores" is nobody.
_OF_A_HOUSE = re.compile(
    r"\b(?:[Ee]scuela|[Ll]iceo|[Cc]olegio|[Hh]ospital|CESFAM|[Cc]esfam|[Uu]niversidad|[Ff]undación|[Cc]orporación|[Pp]laza|[Cc]alle|[Aa]venida|[Pp]oblación|[Vv]illa"
    r"|[Mm]inisterio|[Ss]ubsecretaría|[Ss]uperintendencia|[Ss]ervicio|[Dd]irección|[Dd]epartamento|[Cc]omité|[Cc]onsejo|[Ii]nstituto|[Mm]unicipalidad)"
    r"(?:(?: (?:de|del|la|las|los|el|y))* (?:N[°º] ?\d+|[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+))+"
)
# "CESFAM Los Castaños", "Liceo Bicentenario", "Escuela N° 5": one of a kind by its name.
_INSTITUTE = re.compile(
    r"\b(?:[Cc]onsultorio|CESFAM|[Cc]esfam|[Hh]ospital|[Cc]olegio|[Ee]scuela|[Ll]iceo|[Jj]ard[ií]n(?: [Ii]nfantil)?|[Cc]entro de [Ss]alud(?: [Ff]amiliar)?)(?:es|s)?"
    r" (?:de (?:la |los |las )?|del )?(?:[A-ZÁÉÍÓÚÑ«“\"]|N[°º])"
)
_GRADE = re.compile(
    r"\b(?:notas?|puntaje|puntuacion|calificaci\w+|promedio)\b[^.;]*\d|\d[\d.,]* ?(?:puntos?|%|de \d+ estrellas)"
)
# A mark that somebody gave: "el 100% de las regiones" is none.
_MARK = re.compile(
    r"\b(?:notas?|puntaje|puntuacion|calificaci\w+|satisf\w+|evaluaci\w+)\b[^.;]*\d|\d[\d.,]* ?(?:puntos?\b(?! porcentual)|de \d+ estrellas|estrellas)"
)
# "Las 16 organizaciones": so many are to be named.
_WHICH_SO_MANY = re.compile(
    r"\b(?:cuales|quienes) (?:son|eran|fueron) (?:l[oa]s|es[oa]s|est[oa]s) (?P<number>\d{1,3}|[a-z]+) [a-z]{4,}s\b"
)
# "¿Cuál es la meta de seguidores para 2025?": that of a medida is what its indicator says.
_GOAL = re.compile(
    r"\b(?:cual|que) (?:es|era|sera|tiene|hay) (?:de )?(?:la )?meta (?:de|del|para|en)\b(?!.*\b(?:medidas?|indicador)\b)"
)
_BETWEEN = re.compile(r"[,;\n•]| [ye] ")
MANY = 5
"""So few can be told in a sentence that seems to name none."""
LISTED = 0.8
"""What lists so many has so many parts for each of them: names with "y" and a rest named together are counted otherwise."""
_NAMED_ONE = r"(?:e?s)? (?:(?:de|del|la|las|los|el) )*[A-ZÁÉÍÓÚÑ«“\"\d]"
# "Universidad de Chile, Facultad de Derecho", "Junta de Vecinos N° 5": one of a kind by its name.
_CALLED = re.compile(
    rf"\b(?:[Ff]acultad|[Aa]erol[ií]nea|[Jj]unta(?:s)? de [Vv]ecinos|[Cc]omplejo(?:s)? [Ff]ronterizo|[Pp]aso(?:s)? [Ff]ronterizo){_NAMED_ONE}"
)
_YEAR = re.compile(r"\b20[0-3]\d\b")
_CITATION = re.compile(r"\b(?:APA|ISO|MLA|Chicago|Vancouver|Harvard)\b")
OF_ANOTHER = {MONEY: 6.0, ACT: 12.0, "tipo.acto": 12.0, "tipo.articulo": 6.0, TIME: 5.0}
"""The weight of the words that are said of a thing and not beside what is asked of it, by the type of that: about two that are
rare enough to name it; more for an act, which is reported in few words, and one for a time, which a part may take."""
BEFORE = 3
"""How many words what is counted stands behind "todas" or "segunda", at most."""
USUAL = 30
"""A word that the documents use so often is no part of a person's name."""
_UNIVERSITY = re.compile(r"\bUniversi\w+ (?:de (?:la |los |las )?|del )?[A-ZÁÉÍÓÚÑ]")


class AnswerTypes:
    """The types of ``tipos_de_respuesta.toml``, each with what names one of it."""

    def __init__(
        self, cues: Cues, lugares: Lugares, names_act: Callable[[str], bool], counts: Mapping[str, int] | None = None
    ) -> None:
        """``names_act`` tells whether a text names an act by its number, ``counts`` how often the documents use each folded word."""
        head, between = cues.any_of("pregunta.cabeza"), cues.any_of("pregunta.medio")
        self.lugares = lugares
        self.counts = counts or {}

        def cues_in(group: str) -> Callable[[str], bool]:
            return lambda text: cues.has(group, fold(text))

        self._presides = cues_in("preside.palabras")
        self._advances = cues_in("grado.palabras")
        self._names: dict[str, Callable[[str], bool]] = {
            "tipo.pais": lambda text: self._place(text, "pais"),
            "tipo.nacionalidad": self._origin,
            "tipo.region": lambda text: self._place(text, "region", "comuna"),
            "tipo.comuna": lambda text: self._place(text, "comuna", "ciudad"),
            "tipo.universidad": lambda text: _UNIVERSITY.search(text) is not None,
            "tipo.telefono": lambda text: _PHONE.search(text) is not None,
            "tipo.correo": lambda text: _MAIL.search(text) is not None,
            "tipo.direccion": lambda text: _ADDRESS.search(text) is not None,
            "por_su_verbo.direccion": lambda text: _ADDRESS.search(text) is not None,
            "tipo.articulo": lambda text: _ARTICLE.search(fold(text)) is not None,
            "tipo.dia": lambda text: _DAY.search(fold(text)) is not None,
            ACT: names_act,
            "tipo.acto": names_act,
            "tipo.calle": lambda text: _ADDRESS.search(text) is not None,
            "tipo.mes": lambda text: _MONTH.search(fold(text)) is not None,
            "tipo.parte": lambda text: _SHARE.search(fold(text)) is not None,
            "tipo.hora": lambda text: _HOUR.search(fold(text)) is not None,
            "tipo.edad": lambda text: _AGE.search(fold(text)) is not None,
            "tipo.idioma": cues_in("idioma.palabras"),
            ESTABLISHMENT: lambda text: _INSTITUTE.search(text) is not None,
            "tipo.tribunal": cues_in("tribunal.palabras"),
            "tipo.recinto": lambda text: (
                cues.has("recinto.palabras", fold(text)) or self._place(text, "pais", "region", "comuna", "ciudad")
            ),
            "tipo.nota": lambda text: _GRADE.search(fold(text)) is not None,
            "por_su_verbo.nota": lambda text: _MARK.search(fold(text)) is not None,
            "tipo.nombrado": lambda text: _CALLED.search(text) is not None,
            "tipo.asignatura": cues_in("asignatura.palabras"),
            "tipo.profesion": cues_in("profesion.palabras"),
            "por_su_verbo.alza": lambda text: _counts(text, ()),
            "tipo.premio": cues_in("premio.palabras"),
            "tipo.norma_de_citas": lambda text: _CITATION.search(text) is not None,
            "por_su_verbo.sitio": lambda text: _SITE.search(text) is not None,
            # What is told in certain words: "¿quién enseña?", "¿cada cuánto?".
            **{f"{VERB}{told}": cues_in(f"{told}.palabras") for told in _said_in_words(cues)},
            MONEY: lambda text: _MONEY.search(text) is not None,
            "por_su_verbo.persona": self._person,
        }
        # A group's name as a name in a pattern: "unidad.tiempo" is "tiempo".
        self._units = {group.split(".")[1]: cues.any_of(group) for group in cues.groups if group.startswith("unidad.")}
        alternatives = "|".join(f"(?P<{name}>{words_of})" for name, words_of in self._units.items())
        # The cues of each of the things that are of one sort, by the sort: "hermanos_red.tiktok".
        self._siblings: dict[str, list[Callable[[str], bool]]] = {}
        for group in cues.groups:
            if group.startswith(SIBLINGS):
                self._siblings.setdefault(group.split(".")[0], []).append(cues_in(group))
        self.numbers = NumberTypes(cues, self._names)
        self._unit = re.compile(
            rf"(?<!\w)(?:cuant[oa]s|n de|n|numero de|cantidad de|how many) (?:{alternatives})(?!\w)"
        )
        self._to_come = re.compile(rf"{_WHEN}(?:(?! si )[^.;?!])*{cues.any_of('por_venir.palabras')}(?!\w)")
        self._presided = re.compile(
            rf"\bquien(?:es)? (?:\w+ ){{0,3}}?{cues.any_of('preside.pregunta')} (?:a )?(?:al|el|la|los|las) (\w+)"
        )
        self._composed = re.compile(
            rf"(?<!\w){cues.any_of('por_su_verbo.integra')} (?:a )?(?:del?|el|la|los|las) (?:la |el )?(\w+)"
        )
        self._composes = cues_in("integra.palabras")
        self._held_where = re.compile(rf"(?<!\w){cues.any_of('lugar.pregunta')}(?!\w)")
        self._sites = cues_in("lugar.palabras")
        self._aims = cues_in("meta.palabras")
        self._unpriced = re.compile(
            rf"(?<!\w){cues.any_of('por_su_verbo.dinero')}(?: \w+){{0,4}} {cues.any_of('plan_entero.palabras')}\W*$"
        )
        self._unranked = re.compile(
            rf"(?<!\w){cues.any_of('tipo.comuna')}(?!\w)(?: (?!a\b)\w+){{0,4}} {cues.any_of('sin_orden.palabras')}(?!\w)"
        )
        self._people = re.compile(
            rf"(?<!\w)(?:cuant[oa]s?|que cantidad de|how many) {cues.any_of('gente.palabras')}(?!\w)"
        )
        # "Total extranjeros en…", as in a telegram.
        self._total = re.compile(
            rf"^\W*(?:total|numero|n|cantidad)(?: total)?(?: de)? (?:l[oa]s )?{cues.any_of('gente.palabras')}(?!\w)"
        )
        self._dwell = re.compile(rf"\bcuant[oa]s? (?:\w+ ){{0,4}}{cues.any_of('reside.pregunta')}(?!\w)")
        self._dwellers = cues_in("reside.palabras")
        self._degree = re.compile(rf"(?<!\w){cues.any_of('grado.pregunta')}(?!\w)")
        self._asks = {
            name: re.compile(
                rf"(?<!\w){head} (?:{between} ){{0,4}}{cues.any_of(name)}(?!\w)"
                if name.startswith("tipo.")
                else rf"(?<!\w){cues.any_of(name)}(?!\w)"
            )
            for name in (*self._names, COUNTED)
        }

    def asked(self, question: str) -> list[str]:
        """The types that a question asks for."""
        folded = fold(question)
        return [name for name, pattern in self._asks.items() if pattern.search(folded)]

    def told_of_another(self, question: str, texts: Iterable[str], more: Callable[[str, str], float]) -> bool:
        """Whether an amount of money, the number of an act or a time is asked for, and what tells one says less of the
        question than what tells none.

        ``more`` weighs the words of the question that the second of two texts says and the first does not. The texts are
        read only where one of these is asked for.
        """
        asked = [(name, least) for name, least in OF_ANOTHER.items() if self._asks[name].search(fold(question))]
        texts = list(texts) if asked else []
        for name, least in asked:
            told = [text for text in texts if self._names[name](text)]
            if told and any(more("\n".join(told), text) >= least for text in texts if text not in told):
                return True
        return False

    def counts_people(self, question: str) -> bool:
        """Whether a question asks how many people there are of some kind."""
        return self._people.search(fold(question)) is not None

    def lacking(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a question asks for a thing of some type, or for what only some texts tell, and none of the texts has it."""
        texts = list(texts)
        checks = (
            self._told_nowhere, self._of_another_body, self._of_no_dwellers, self._of_no_degree, self._of_other_ages,
            self._of_the_year, self._of_another_term, self._of_a_sibling, self._uncounted, self._unnamed, self._not_listed,
            self._of_years_apart, self._of_no_place, self._of_no_goal,
        )  # fmt: skip
        return any(lacks(question, texts) for lacks in checks)

    def _told_nowhere(self, question: str, texts: Sequence[str]) -> bool:
        """Whether what is to come is asked for, which comuna has most migrants, or what the whole plan costs."""
        nowhere = (self._to_come, self._unranked, self._unpriced)
        return any(pattern.search(line) for line in fold(question).split("\n") for pattern in nowhere)

    def _of_another_body(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked who presides over a body or makes it up, and that is told of none or of another."""
        line = fold(question.split("\n")[0])
        body = self._presided.search(line)
        names = {body[1], "cosoc"} if body is not None and "sociedad civil" in line else {body[1]} if body else set()
        if body is None:
            group = self._composed.search(line)
            return group is not None and not any(
                self._composes(text) and (stem(group[1]) in terms(text) or not _BODY.search(fold(text)))
                for text in texts
            )
        return not any(
            self._presides(text) and (names & set(words(fold(text))) or not _BODY.search(fold(text))) for text in texts
        )

    def _of_no_dwellers(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked how many live somewhere: who was attended to there is not who lives there."""
        return self._dwell.search(fold(question)) is not None and not any(map(self._dwellers, texts))

    def _of_no_degree(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a degree of progress is asked for, and the first share that is told is of something else."""
        share = next((text for text in texts if _SHARE.search(fold(text))), "")
        return self._degree.search(fold(question)) is not None and not self._advances(share)

    @staticmethod
    def _of_other_ages(question: str, texts: Sequence[str]) -> bool:
        """Whether a stretch of ages is asked for, and none of the texts tells of it."""
        stretch = _STRETCH.search(fold(question))
        return stretch is not None and not any(set(stretch.groups()) <= set(words(fold(text))) for text in texts)

    @staticmethod
    def _of_the_year(question: str, texts: Sequence[str]) -> bool:
        """Whether one month is asked for, of which a whole year's figure tells nothing."""
        month = _IN_MONTH.search(fold(question.split("\n")[0]))
        return month is not None and not any(month["month"] in words(fold(text)) for text in texts)

    @staticmethod
    def _not_listed(question: str, texts: Sequence[str]) -> bool:
        """Whether many are asked for by how many they are, and nothing that is told can list so many."""
        asked = _WHICH_SO_MANY.search(fold(question))
        value = number_from_words([asked["number"]]) if asked is not None and asked["number"].isalpha() else None
        number = int(value[0]) if value else int(asked["number"]) if asked and asked["number"].isdigit() else 0
        longest = max((len(_BETWEEN.findall(one)) + 1 for text in texts for one in sentences(text)), default=0)
        lines = sum(text.count("\n") + 1 for text in texts)
        return number >= MANY and max(longest, lines) < LISTED * number

    def _of_years_apart(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a school or the like is asked for in a year, and each sentence that names one is of others."""
        line = fold(question)
        years = set(_YEAR.findall(line))
        if len(years) != 1 or ESTABLISHMENT not in self.asked(question):
            return False
        named = (one for text in texts for one in sentences(text) if self._names[ESTABLISHMENT](one))
        told = {year for one in named for year in _YEAR.findall(one)}
        return bool(told) and not years & told

    def _of_no_place(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked where something was held, and no site is told, nor a place but that which the question names."""
        if not self._held_where.search(fold(question)):
            return False
        named = {mention.lugar.nombre for mention in self.lugares.find(question)} | {CHILE}
        told = {mention.lugar.nombre for text in texts for mention in self.lugares.find(text)}
        return not (told - named or any(map(self._sites, texts)))

    def _of_no_goal(self, question: str, texts: Sequence[str]) -> bool:
        """Whether the goal set for some number is asked for, and what is told says nothing of one."""
        return _GOAL.search(fold(question)) is not None and not any(map(self._aims, texts))

    @staticmethod
    def _of_another_term(question: str, texts: Sequence[str]) -> bool:
        """Whether the meaning of a term in quotation marks is asked for, and no text has a word of it."""
        term = _DEFINED.search(question)
        return term is not None and not any(set(terms(term[1])) & set(terms(text)) for text in texts)

    def _uncounted(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a number of things, or of some unit, is asked for and none is told: amounts and shares count no things."""
        told = _plain(texts)
        if self._unit_asked(question) is not None:
            return self.unmeasured(question, texts)
        folded = fold(question)
        typed = folded.split("\n")[0]
        if "how much" in typed and "how many" not in typed:
            return False  # "cuantos", as the documents' language has it, counts nothing here
        if _SHARE_OF.search(folded) and "cuant" not in folded:
            return False  # "¿en qué proporción creció el número de…?"
        counts = any(pattern.search(folded) for pattern in (self._asks[COUNTED], _NUMBER_OF))
        if not (counts or self._total.search(typed) or tallies(typed)):
            return False
        things = {thing for line in fold(question).split("\n") for thing in counted(line)}
        of_money = bool(things & FUNDS) or _OF_EACH.search(fold(question)) is not None
        return not _counts(told if of_money else _AMOUNT.sub(" ", told), things)

    def unmeasured(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a number of some unit is asked for ("cuántos millones"), and none of the texts gives one."""
        unit = self._unit_asked(question)
        return unit is not None and not self._measures(unit, _plain(texts))

    def _unnamed(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a thing of some type is asked for, and none is named."""
        told = _plain(texts)
        return any(not self._names[name](told) for name in self.asked(question) if name != COUNTED)

    def _unit_asked(self, question: str) -> str | None:
        """The unit of which a number is asked for, by its group."""
        match = self._unit.search(fold(question))
        return next(name for name in self._units if match[name]) if match is not None else None

    def _of_a_sibling(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a number is asked of something, and what tells numbers tells them of others of its sort: "en Instagram" and
        not "en TikTok"."""
        unit, folded = self._unit_asked(question), fold(question)
        if unit is not None:
            telling = [text for text in texts if self._measures(unit, text)]
        elif _SHARE.search(folded) or self._asks["tipo.parte"].search(folded):
            telling = [text for text in texts if _SHARE.search(fold(text))]
        elif self._asks[COUNTED].search(folded):
            telling = [text for text in texts if re.search(r"\d", text)]
        elif _LASTS.search(folded):
            telling = [text for text in texts if self._measures("tiempo", text)]
        else:
            return False
        for sort in self._siblings.values():
            named = [one for one in sort if one(question)]
            if named and any(one(text) for one in sort for text in telling):
                return not any(one(text) for one in named for text in telling)
        return False

    def _measures(self, unit: str, text: str) -> bool:
        """Whether a text gives a quantity in a unit, or in another that measures the same."""
        pattern = rf"(?<!\w){_QUANTITY} (?:\w+ )?{self._units[unit]}(?!\w)"
        return re.search(pattern, fold(text)) is not None

    def _person(self, text: str) -> bool:
        """Whether a text names somebody: words in a row that begin with a capital, and none that documents are made of."""
        names = (match.group() for match in _NAME.finditer(_OF_A_HOUSE.sub(" ", text)))
        return any(all(self.counts.get(word, 0) < USUAL for word in words(fold(name))) for name in names)

    def _origin(self, text: str) -> bool:
        """Whether a text says where people are from: "(Mexicali y Puebla, México)" says where a practice is."""
        return any(
            mention.lugar.clase == "pais"
            and mention.lugar.nombre != CHILE
            and (mention.gentilicio or text[mention.end : mention.end + 1] != ")")
            for mention in self.lugares.find(text)
        )

    def _place(self, text: str, *classes: str) -> bool:
        found = (mention.lugar for mention in self.lugares.find(text))
        return any(place.clase in classes and place.nombre != CHILE for place in found)


def _said_in_words(cues: Cues) -> list[str]:
    """The types asked for by their verb that have words of their own."""
    return [
        name
        for name in (g.removeprefix(VERB) for g in cues.groups if g.startswith(VERB))
        if f"{name}.palabras" in cues.groups
    ]


def _plain(texts: Iterable[str]) -> str:
    """Some texts as one, without the marks of items and of emphasis."""
    return _MARKED.sub("", "\n".join(texts)).replace("*", "")


def _counts(text: str, things: Collection[str]) -> bool:
    """Whether a text tells how many there are of something.

    "La segunda versión" and "todas las actividades" tell it of what they stand before: the stems of ``things``.
    """
    left = words(_NO_COUNT.sub(" ", fold(text)))
    return any(
        word[0].isdigit()
        or (word not in _ONE and number_from_words([word]) is not None)
        or (
            as_many(word)
            and not (word in _ALL and left[at - 1 : at] and left[at - 1] in _FOR_ALL)
            and (alone(word) or any(stem(one) in things for one in left[at + 1 : at + 1 + BEFORE]))
        )
        for at, word in enumerate(left)
    )
