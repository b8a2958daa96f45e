"""What is told is of another than what is asked of: another body, month, age, place or term, or it is told of none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer_type.names import ESTABLISHMENT, SHARE, Names
from assistant.focus import sentences
from corpus.analysis import fold, stem, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import CHILE, Lugares
from corpus.numbers import number_from_words

MANY = 5
"""So few can be told in a sentence that seems to name none."""
LISTED = 0.8
"""What lists so many has so many parts for each of them: names with "y" and a rest named together are counted otherwise."""
_BODY = re.compile(r"\b(?:mesas?|(?:sub)?comites?|consejos?|comision(?:es)?|directorios?|equipos?|cosoc)\b")
# "De 18 a 24 años", "entre 6 y 8 años": the stretch that a question tells.
_STRETCH = re.compile(r"\b(\d{1,2}) ?(?:-|–|a|y|to|and) ?(\d{1,2}) (?:anos|years)\b")
# "65+ años", "60 años o más": a stretch without an end.
_FROM_AGE = re.compile(
    r"\b(\d{2})(?: ?\+ ?(?:anos|years)|(?: anos| years)? (?:[yo] mas|or more|and over)(?: (?:anos|years))?\b)"
)
# "¿Cómo se define «X»?"
_DEFINED = re.compile(
    r"\b(?:defin\w+|signific\w+|entiende\w*|t[ée]rmino|concepto)\b[^«“\"?]*[«“\"]([^»”\"]{3,60})[»”\"]", re.IGNORECASE
)
# "Solicitudes recibidas, agosto 2024", "¿cuántas hubo en agosto de 2024?": one month, and no stretch up to or from it, as
# "enero-marzo 2025" is.
_IN_MONTH = re.compile(
    rf"(?:\b(?:cuant[oa]s?|que cantidad|how many)\b[^?.]*?|^[^?¿.]*)(?<!\ba )(?<!\by )(?<!\bal )(?<!hasta )(?<!desde )(?<!entre )(?<![a-z][-–/])(?<![a-z] [-–/] )\b(?P<month>{'|'.join(MONTHS)}) (?:de |del )?20\d\d\W*$"
)
# "¿Cuántas hubo el tercer trimestre de 2025?": a quarter, which is told by its rank.
_QUARTER = re.compile(r"\b(?P<which>segundo|tercer|cuarto) trimestre\b")
_QUARTERS = {"segundo": MONTHS[3:6], "tercer": MONTHS[6:9], "cuarto": MONTHS[9:12]}
# "¿Cuándo y dónde es la próxima?": one of those to come, but no deadline, which may be so to us.
_NEXT = re.compile(
    r"\b(?:cuando|donde|que dia|que fecha|when|where)\b[^.;?]*?\b(?:es|sera|toca|viene|is) (?:la|el|the) (?:proxim[oa]|siguiente|next)\b(?! (?:semana|mes|vez|plazo|vencimiento|medida|etapa|paso|fase|hito|ano|compromiso))"
)
# "¿Qué día es la sesión del próximo mes?": when or where something of the days to come is.
_WHEN = r"\b(?:cuando|que dia|que fecha|que hora|donde|what day|what time|when|where)\b"
# "¿Cuáles son las 16 organizaciones?", "los nombres de las más de veinte municipalidades": so many are to be named.
_SOME = r"(?:(?:mas de|casi|cerca de|alrededor de|aproximadamente) )?(?P<number>\d{1,3}|[a-z]+) [a-z]{4,}s\b"
_WHICH_SO_MANY = (
    re.compile(rf"\b(?:cuales|quienes) (?:son|eran|fueron) (?:l[oa]s|es[oa]s|est[oa]s) {_SOME}"),
    re.compile(
        rf"\b(?:(?:nombres?|lista\w*|nomina|detalle) (?:complet[oa] )?(?:de )?|(?:enumer|nombr|list|mencion)[ea]\w* )(?:tod[oa]s )?(?:l[oa]s|es[oa]s|est[oa]s) {_SOME}"
    ),
    # "24 medidas seguían en desarrollo, ¿cuáles son?"
    re.compile(r"\b(?P<number>\d{1,3}) [a-z]{4,}s\b[^?.;]*[,¿] ?¿?cuales (?:son|eran|fueron)(?= ?[,?.]| ?$)"),
)
# "¿Cuál es la meta de seguidores para 2025?": that of a medida is what its indicator says.
_GOAL = re.compile(
    r"\b(?:cual|que) (?:es|era|sera|tiene|hay) (?:de )?(?:la )?meta (?:de|del|para|en)\b(?!.*\b(?:medidas?|indicador)\b)"
)
# "¿Qué valor alcanzó el indicador?": what came of it, and not what it measures.
_VALUE = re.compile(
    r"\b(?:(?:resultado|valor|cociente|cifra|porcentaje|numero|puntaje|nivel)\w* (?:\w+ ){0,5}?(?:obtuv\w+|obtenid\w+|alcanz\w+|lleg\w+|logr\w+|dio|dieron|arroj\w+|registr\w+|real|final|actual|va|lleva)"
    r"|(?:en|a|cuanto) (?:cuanto )?(?:va|lleg\w+|dio|marc\w+|qued\w+|lleva)(?: (?:el|su|ese|este))?(?= indicador))\b"
)
_NOT_SURELY = "no dice nada seguro de la medida"
# "¿Y en cuánto va ese porcentaje?": of what an indicator that was told measures.
_ITS_VALUE = re.compile(
    r"\b(?:en|a) (?:cuanto|que) (?:va|iba|lleg\w+|esta|estaba|quedo|cerro|anda) (?:hoy |ahora |ya )?(?:ese|este|el|dicho|su) (?:porcentaje|numero|indice|cociente)\b"
    r"|\b(?:ese|este|dicho|su) (?:porcentaje|numero|indice|cociente)\b[^?]*?\b(?:en|a) (?:cuanto|que) (?:va|iba|lleg\w+|esta|estaba|quedo|cerro|anda)\b"
)
_NO_VALUE = re.compile(r"\[\d+\]|\b20\d\d(?:[–-]20\d\d)?\b|\b\d{1,2} de [a-z]+|\b(?i:medida|día) \d+")
_PRESIDES_IT = re.compile(r"\bquien(?:es)? (?:la|lo|las|los) (?:presid\w+)\b")
# "¿Qué servicios llevan la mesa por…?", "¿quién coordina el comité de…?"
_RUNS = re.compile(
    r"\b(?:quien(?:es)?|(?:que|cuales) (?:servicios?|instituci\w+|organismos?|entidad\w*|ministerios?|subsecretarias?)) (?:\w+ ){0,2}?"
    r"(?:llevan?|lideran?|coordinan?|encabezan?|conducen?|dirigen?|convocan?|integran?) (?:a )?(?:la|el|al) (?P<body>mesa|comite|subcomite|comision|consejo) (?:de|por|para|sobre|que|contra)\b"
)
# "¿Con qué municipalidades se hicieron los talleres?": what was done there.
_DONE_WITH = re.compile(
    r"\b(?:con|en) (?:que|cuales) (?:municipalidades|municipios|comunas) se (?:hizo|hicieron|realizo|realizaron|celebro|celebraron|desarrollo|desarrollaron) (?:el|la|los|las) (?P<what>[a-z]{5,})\b"
)
# "Clases de creole", "cursos de inglés gratis": what is taught or written in a language.
_IN_LANGUAGE = re.compile(
    r"\b(?:clases?|cursos?|talleres?|aprender|ensen\w+|interpretes?|traductor\w*|version(?:es)?|folletos?|material\w*|guias?)(?: [a-z]+){0,3}? (?:de|en|al?|para) (?P<what>[a-z]+(?: de [a-z]+)?)\b"
)
_BETWEEN = re.compile(r"[,;\n•]| [ye] ")
_YEAR = re.compile(r"\b20[0-3]\d\b")


class Beside:
    """Checks of one sort: ``lacks(question, texts)`` says whether the texts tell what is asked of another, or of none."""

    def __init__(self, cues: Cues, lugares: Lugares, names: Names) -> None:
        self._names = names
        self._lugares = lugares
        self._presides = cues.says("preside.palabras")
        self._advances = cues.says("grado.palabras")
        self._composes = cues.says("integra.palabras")
        self._consists = cues.says("integra.propias")
        self._dwellers = cues.says("reside.palabras")
        self._sites = cues.says("lugar.palabras")
        self._stands_at = cues.says("sitio.palabras")
        self._where_stands = re.compile(
            rf"(?<!\w)(?:{cues.any_of('sitio.ubicado')}|(?:(?:^|[¿,;:.?] ?|\b(?:y|e|saber|decirme|dime|sabes|pero) )donde|en que (?:lugar|parte|calle|sector|direccion))(?: exact\w+)?(?: (?:de|en) (?!la guia|el plan|la cuenta|el documento)\w+(?: \w+)?)? (?:esta|estan|queda|quedan) (?:el|la|los|las|ese|esa) {cues.any_of('sitio.cosas')})(?!\w)"
        )
        self._aims = cues.says("meta.palabras")
        self._to_come = re.compile(rf"{_WHEN}(?:(?! si )[^.;?!])*{cues.any_of('por_venir.palabras')}(?!\w)")
        self._presided = re.compile(
            rf"\b(?:quien(?:es)?|que (?:organismo|institucion|entidad|ministerio|subsecretaria|servicio|autoridad|cartera)) (?:\w+ ){{0,3}}?{cues.any_of('preside.pregunta')} (?:a )?(?:al|el|la|los|las) (\w+)"
        )
        self._composed = re.compile(
            rf"(?<!\w)(?:{cues.any_of('por_su_verbo.integra')} (?:a )?(?:del?|el|la|los|las)"
            r"|(?<!para )quienes (?:son|eran|fueron) l[oa]s del?) (?:la |el )?(\w+)"
        )
        self._held_where = re.compile(rf"(?<!\w){cues.any_of('lugar.pregunta')}(?!\w)")
        self._unpriced = re.compile(
            rf"(?<!\w){cues.any_of('por_su_verbo.dinero')}(?: \w+){{0,4}} {cues.any_of('plan_entero.palabras')}\W*$"
        )
        self._unranked = re.compile(
            rf"(?<!\w){cues.any_of('tipo.comuna')}(?!\w)(?: (?!a\b)\w+){{0,4}} {cues.any_of('sin_orden.palabras')}(?!\w)"
        )
        self._dwell = re.compile(rf"\bcuant[oa]s? (?:\w+ ){{0,4}}{cues.any_of('reside.pregunta')}(?!\w)")
        self._degree = re.compile(rf"(?<!\w){cues.any_of('grado.pregunta')}(?!\w)")
        self._languages = [cues.says(group) for group in cues.groups if group.startswith("hermanos_idioma.")]
        self._statuses = [cues.says(group) for group in cues.groups if group.startswith("hermanos_estatus.")]
        self._checks = (
            self._told_nowhere, self._of_another_body, self._of_no_dwellers, self._of_no_degree, self._of_other_ages,
            self.of_the_year, self._of_another_term, self._not_listed, self._of_years_apart, self._of_no_place, self._of_no_site, self._of_no_goal,
            self._of_no_value, self._of_none_presiding, self._in_another_language, self._of_another_status, self._run_by_none,
            self._done_with_none,
        )  # fmt: skip

    def lacks(self, question: str, texts: Sequence[str]) -> bool:
        """Whether one of the checks finds what is told beside what is asked."""
        return any(check(question, texts) for check in self._checks)

    def _told_nowhere(self, question: str, texts: Sequence[str]) -> bool:
        """Whether what is to come is asked for, which comuna has most migrants, or what the whole plan costs."""
        nowhere = (self._to_come, _NEXT, self._unranked, self._unpriced)
        return any(pattern.search(line) for line in fold(question).split("\n") for pattern in nowhere)

    def _of_another_body(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked who presides over a body or makes it up, and that is told of none or of another."""
        line = fold(question.split("\n")[0])
        body = self._presided.search(line)
        names = {body[1], "cosoc"} if body is not None and "sociedad civil" in line else {body[1]} if body else set()
        if body is None:
            group = self._composed.search(line)
            return group is not None and not any(self._makes_up(group[1], one) for one in texts)
        presiding = (text for text in texts if self._presides(text))
        # A line alone is of the body that is named where it stands: "Director/a… (Presidente/a)", of the team.
        of_bodies = ([one for one in texts if text in one and _BODY.search(fold(one))] for text in presiding)
        return not any(not told or any(names & set(words(fold(one))) for one in told) for told in of_bodies)

    def _makes_up(self, group: str, text: str) -> bool:
        """Whether a text says who makes up a group: with words for just that, or in a sentence that names the group."""
        if not self._composes(text) or (stem(group) not in terms(text) and _BODY.search(fold(text))):
            return False
        named = (one for one in sentences(text) if stem(group) in terms(one))
        return self._consists(text) or any(map(self._composes, named))

    def _of_no_dwellers(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked how many live somewhere: who was attended to there is not who lives there."""
        return self._dwell.search(fold(question)) is not None and not any(map(self._dwellers, texts))

    def _of_no_degree(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a degree of progress is asked for, and the first share that is told is of something else."""
        share = next((text for text in texts if SHARE.search(fold(text))), "")
        return self._degree.search(fold(question)) is not None and not self._advances(share)

    @staticmethod
    def _of_other_ages(question: str, texts: Sequence[str]) -> bool:
        """Whether a stretch of ages is asked for, and none of the texts tells of it."""
        stretch = _STRETCH.search(fold(question)) or _FROM_AGE.search(fold(question))
        return stretch is not None and not any(set(stretch.groups()) <= set(words(fold(text))) for text in texts)

    @staticmethod
    def of_the_year(question: str, texts: Sequence[str]) -> bool:
        """Whether one month or one quarter is asked for, of which a whole year's figure, or that of another, tells nothing."""
        line = fold(question.split("\n")[0])
        quarter = _QUARTER.search(line)
        if quarter is not None:
            parts = {quarter.group(), *_QUARTERS[quarter["which"]]}
            return not any(part in fold(text) for part in parts for text in texts)
        month = _IN_MONTH.search(line)
        return month is not None and not any(month["month"] in words(fold(text)) for text in texts)

    @staticmethod
    def _not_listed(question: str, texts: Sequence[str]) -> bool:
        """Whether many are asked for by how many they are, and nothing that is told can list so many."""
        found = (pattern.search(fold(question)) for pattern in _WHICH_SO_MANY)
        asked = next((one for one in found if one is not None), None)
        value = number_from_words([asked["number"]]) if asked is not None and asked["number"].isalpha() else None
        number = int(value[0]) if value else int(asked["number"]) if asked and asked["number"].isdigit() else 0
        longest = max((len(_BETWEEN.findall(one)) + 1 for text in texts for one in sentences(text)), default=0)
        lines = sum(text.count("\n") + 1 for text in texts)
        return number >= MANY and max(longest, lines) < LISTED * number

    def _of_years_apart(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a school or the like is asked for in a year, and each sentence that names one is of others."""
        line = fold(question)
        years = set(_YEAR.findall(line))
        if len(years) != 1 or not self._names.asks(ESTABLISHMENT, line):
            return False
        named = (one for text in texts for one in sentences(text) if self._names.has(ESTABLISHMENT, one))
        told = {year for one in named for year in _YEAR.findall(one)}
        return bool(told) and not years & told

    def _of_no_place(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked where something was held, and no site is told, nor a place but that which the question names."""
        if not self._held_where.search(fold(question)):
            return False
        named = {mention.lugar.nombre for mention in self._lugares.find(question)} | {CHILE}
        told = {mention.lugar.nombre for text in texts for mention in self._lugares.find(text)}
        return not (told - named or any(map(self._sites, texts)))

    def _of_no_site(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked where something stands, as one would go there, and no text says at what site."""
        return self._where_stands.search(fold(question)) is not None and not any(map(self._stands_at, texts))

    def _of_no_goal(self, question: str, texts: Sequence[str]) -> bool:
        """Whether the goal set for some number is asked for, and what is told says nothing of one."""
        return _GOAL.search(fold(question)) is not None and not any(map(self._aims, texts))

    def _of_no_value(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked what came of an indicator, and nothing that is told tells it with a number: an indicator says
        what is measured."""
        line = fold(question.split("\n")[0])
        of_indicator = re.search(r"\bindicador(?:es)?\b", line) and _VALUE.search(line)
        of_measured = _ITS_VALUE.search(line) and any("Indicador:" in text for text in texts)
        if not of_indicator and not of_measured:
            return False
        told = (
            text
            for text in texts
            if "Indicador:" not in text and not text.startswith("El indicador") and _NOT_SURELY not in text
        )
        return not any(self._advances(text) and re.search(r"\d", _NO_VALUE.sub(" ", text)) for text in told)

    def _of_none_presiding(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked who presides over what was named before ("la mesa, ¿quién la preside?"), and that is told of none."""
        return _PRESIDES_IT.search(fold(question)) is not None and not any(map(self._presides, texts))

    def _in_another_language(self, question: str, texts: Sequence[str]) -> bool:
        """Whether courses or texts of one language are asked of, and nothing that is told names it."""
        taught = [match["what"] for match in _IN_LANGUAGE.finditer(fold(question))]
        asked = [named for named in self._languages if any(map(named, taught))]
        return bool(asked) and not any(named(text) for named in asked for text in texts)

    def _of_another_status(self, question: str, texts: Sequence[str]) -> bool:
        """Whether something is asked of those of one status, and what is told is of those of another and names these nowhere."""
        asked = [named for named in self._statuses if named(question)]
        return (
            len(asked) == 1
            and not any(map(asked[0], texts))
            and any(named(text) for named in self._statuses for text in texts)
        )

    def _done_with_none(self, question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked with which comunas a thing was done, and no sentence that names some has the word of it."""
        asked = _DONE_WITH.search(fold(question.split("\n")[0]))
        if asked is None:
            return False
        named = (one for text in texts for one in sentences(text) if self._names.has("tipo.comuna", one))
        return not any(stem(asked["what"]) in terms(one) for one in named)

    @staticmethod
    def _run_by_none(question: str, texts: Sequence[str]) -> bool:
        """Whether it is asked who runs a mesa, a committee or the like, and nothing that is told has the word of it."""
        asked = _RUNS.search(fold(question.split("\n")[0]))
        return asked is not None and not any(stem(asked["body"]) in terms(text) for text in texts)

    @staticmethod
    def _of_another_term(question: str, texts: Sequence[str]) -> bool:
        """Whether the meaning of a term in quotation marks is asked for, and no text has a word of it."""
        term = _DEFINED.search(question)
        return term is not None and not any(set(terms(term[1])) & set(terms(text)) for text in texts)
