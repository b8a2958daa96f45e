"""What a question asks for by the name of its sort ("¿en qué regiones…?"), and whether a text names one of that sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from assistant.answer_type.counted import counts
from corpus.analysis import fold, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import CHILE, Lugares

SORT = "tipo."
LABEL = "rotulo."
BUDGET = f"{LABEL}dinero"
VERB = "por_su_verbo."
COUNTED = f"{VERB}cantidad"
MONEY = f"{VERB}dinero"
ACT = f"{VERB}acto"
PERSON = f"{VERB}persona"
TIME = f"{VERB}duracion"
ESTABLISHMENT = "tipo.establecimiento"
USUAL = 30
"""A word that the documents use so often is no part of a person's name."""
SHARE = re.compile(
    r"%|\bpor ?ciento\b|\b\w+ de cada \w+|\b(?:mitad|tercios?|cuartos?|mayoria)\b|\d de (?:l[ao]s )?(?!(?:19|20)\d\d\b)\d"
)
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d|\b(?:600|800)[ -]?\d{3}\b")
_MONTH = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|trimestre|semestre)\b|\b\d{{1,2}}[-/]\d{{1,2}}\b|\b(?:principios|mediados|fines) de"
)
_DAY = re.compile(
    rf"\b\d{{1,2}} de (?:{'|'.join(MONTHS)})\b|\b\d{{1,2}}[-/]\d{{1,2}}\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\bdia\b|\btodos los dias\b"
)
# "Unos 90 días", "dos años", "en el acto": how long something takes.
_SO_LONG = re.compile(
    r"\b(?:\d[\d.,]*|un|una|dos|tres|cuatro|cinco|seis|ocho|diez|quince|treinta|sesenta|noventa) (?:\w+ )?(?:minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?)\b|\binmediat\w+|\ben el acto\b"
)
# The sentence that says until when something is to be done.
_DEADLINE = re.compile(r"[^.\n]*\b[Pp]lazo\b[^.\n]*")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:hrs?|horas|am|pm)\b|\b24/7\b|\bmediodia\b")
_AGE = re.compile(r"\banos\b|\b(?:mayor|menor|adult|adolescent|nin[oa]|joven|jovenes|nna)\w*")
_MAIL = re.compile(r"\S@\S")
_MONEY = re.compile(r"[$]|\b(?:pesos|d[óo]lares|euros|millones|utm|uf|gratis|gratuit\w+|sin costo)\b", re.IGNORECASE)
_SUM = re.compile(r"[$]|\b(?:pesos|d[óo]lares|euros|millones|utm|uf)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bart(?:iculos?|s?\.)\s+(?:n\W*)?(?:\d|primero|segundo|tercero|unico|final|transitorio)")
_SITE = re.compile(r"\bwww\.|https?://|\b[\w-]+\.(?:cl|com|org|net|int|gob)\b", re.IGNORECASE)
_CAPITAL = "[A-ZÁÉÍÓÚÑ]"
_ADDRESS = re.compile(
    rf"\b(?:calle|avenida|av\.|pasaje|camino) {_CAPITAL}|\b{_CAPITAL}[a-záéíóúñ]+ (?:N[°º] ?)?(?!(?:19|20)\d\d\b)\d{{3,4}}\b"
)
_NAME = re.compile(
    rf"\b{_CAPITAL}[a-záéíóúñ]+(?:[ -]{_CAPITAL}[a-záéíóúñ]+)+|\b{_CAPITAL}{{3,}}(?:[ -]{_CAPITAL}{{3,}})+"
)
_GRADE = re.compile(
    r"\b(?:notas?|puntaje|puntuacion|calificaci\w+|promedio)\b[^.;]*\d|\d[\d.,]* ?(?:puntos?|%|de \d+ estrellas)"
)
# A mark that somebody gave: "el 100% de las regiones" is none.
_MARK = re.compile(
    r"\b(?:notas?|puntaje|puntuacion|calificaci\w+|satisf\w+|evaluaci\w+)\b[^.;]*\d|\d[\d.,]* ?(?:puntos?\b(?! porcentual)|de \d+ estrellas|estrellas)"
)
# In how much something changes is told with what it does: a number alone is of something else.
_CHANGES = re.compile(
    r"\b(?:aument|sub[ie]|crec|dismin|baj|redu|increment|mejor|alza|ascend|asciend|desc[ei]|ca[iy]|acort|ahorr|variaci|diferencia|mas\b|menos\b)|%"
)
_COMPANY = re.compile(
    rf"\b(?i:empresa|consultora|constructora|proveedora?|contratista|compañía|adjudicad[oa] a) [«“\"]?{_CAPITAL}\w|\b(?:S\.A\.|SpA\b|Ltda\b)"
)
_HASHTAG = re.compile(r"#\w")
_CITATION = re.compile(r"\b(?:APA|ISO|MLA|Chicago|Vancouver|Harvard)\b")

# "De cuánto fue el…": what is measured in money follows.
_OF_HOW_MUCH = r"de cuanto (?:es|son|era|eran|fue|fueron|sera|seran|seria|serian|va a ser) (?:(?:el|la|los|las|ese|esa|esos|esas|su|sus) )?"
# "Aerolínea más multada", "país con más casos", as in a telegram: which it is is asked; "más de 8" puts none first.
_FIRST_OF_ALL = r"(?:(?:con|que|de) )?(?:[a-z]+ )?(?:mas|menos|mayor|menor|mejor|peor)\b(?! (?:de|que)\b| \d)"
# "¿Cómo recogemos lo que piensan?": how is asked, and not what they think.
_OF_WHAT_THEY_DO = re.compile(
    r"\b(?:como|donde) (?:[a-z]+ ){0,6}lo que (?:opin|piens|cre|consider|percib|parec)[a-z]+\b"
)
_WHERE = re.compile(r"\b(?:(?:por|en|a|de|desde|hasta) )?(?:donde|que (?:lugar|sitio|paso|localidad|punto|zona))\b")
_ASKING = re.compile(
    r"[¿?]|\b(?:que (?!mas\b|menos\b|mayor\b|menor\b|mejor\b|peor\b|[a-z]+ (?:mas|menos)\b)|cual(?:es)?|como|cuant[oa]s?|quien(?:es)?|donde|cuando|how|what|which|who|where|when)\b"
)


class Names:
    """The sorts of ``tipos_de_respuesta.toml``, each with what asks for one of it and what names one."""

    def __init__(
        self, cues: Cues, lugares: Lugares, names_act: Callable[[str], bool], counts_of: Mapping[str, int]
    ) -> None:
        """``names_act`` tells whether a text names an act by its number, ``counts_of`` how often the documents use each folded
        word."""
        self._lugares = lugares
        self._counts_of = counts_of
        self._house = _called(cues, *(group for group in cues.groups if group.endswith(".nombres")))

        def finds(pattern: re.Pattern[str]) -> Callable[[str], bool]:
            return lambda text: pattern.search(text) is not None

        def finds_folded(pattern: re.Pattern[str]) -> Callable[[str], bool]:
            return lambda text: pattern.search(fold(text)) is not None

        def place(*classes: str) -> Callable[[str], bool]:
            return lambda text: self._place(text, *classes)

        self._named: dict[str, Callable[[str], bool]] = {
            "tipo.pais": place("pais"),
            "tipo.nacionalidad": self._origin,
            "tipo.region": place("region", "comuna"),
            "tipo.comuna": place("comuna", "ciudad"),
            "tipo.universidad": finds(_called(cues, "universidad.nombres")),
            "tipo.telefono": finds(_PHONE),
            "tipo.correo": finds(_MAIL),
            "por_su_verbo.correo": finds(_MAIL),
            "tipo.direccion": finds(_ADDRESS),
            "por_su_verbo.direccion": finds(_ADDRESS),
            "tipo.calle": finds(_ADDRESS),
            "tipo.articulo": finds_folded(_ARTICLE),
            "por_su_verbo.articulo": finds_folded(_ARTICLE),
            "tipo.acto": names_act,
            ACT: names_act,
            "tipo.dia": finds_folded(_DAY),
            "tipo.mes": finds_folded(_MONTH),
            "tipo.hora": finds_folded(_HOUR),
            "tipo.edad": finds_folded(_AGE),
            "tipo.parte": finds_folded(SHARE),
            "por_su_verbo.espera": finds_folded(_SO_LONG),
            "tipo.nota": finds_folded(_GRADE),
            "por_su_verbo.nota": finds_folded(_MARK),
            "por_su_verbo.alza": lambda text: counts(text, ()) and _CHANGES.search(fold(text)) is not None,
            "por_su_verbo.sitio": finds(_SITE),
            PERSON: self._person,
            MONEY: finds(_MONEY),
            BUDGET: lambda text: (
                _MONEY.search(text) is not None or "financia" in fold(text)
            ),  # "de la práctica": its field
            ESTABLISHMENT: finds(_called(cues, "establecimiento.nombres")),
            "tipo.nombrado": finds(_called(cues, "nombrado.nombres")),
            "tipo.norma_de_citas": finds(_CITATION),
            "tipo.hashtag": finds(_HASHTAG),
            "por_su_verbo.contratista": finds(_COMPANY),
            "tipo.recinto": lambda text: (
                cues.has("recinto.palabras", fold(text)) or self._place(text, "pais", "region", "comuna", "ciudad")
            ),
        }
        # "Lugar y fecha", "horario y dirección": one of the two answers, and no town that holds it; until when something was
        # to be done is not when it was.
        self._named["por_su_verbo.recinto"] = lambda text: (
            cues.has("lugar.palabras", fold(text)) or _DAY.search(fold(_DEADLINE.sub(" ", text))) is not None
        )
        self._named["por_su_verbo.horario"] = lambda text: (
            _HOUR.search(fold(text)) is not None or _ADDRESS.search(text) is not None
        )
        says_date = cues.says("fechado.palabras")
        self._named["por_su_verbo.fechado"] = lambda text: says_date(_DEADLINE.sub(" ", text))
        # What is told in certain words: "¿en qué idiomas?", "¿quién enseña?", "¿cada cuánto?".
        self._named |= {
            group: cues.says(words_of)
            for group in cues.groups
            if group.startswith((SORT, VERB))
            and group not in self._named
            and (words_of := f"{group.split('.')[1]}.palabras") in cues.groups
        }
        self._site = cues.says("recinto.palabras")
        self._of_price = cues.says("precio.pregunta")
        head, between = cues.any_of("pregunta.cabeza"), cues.any_of("pregunta.medio")
        self._superlatives = {
            name: re.compile(rf"(?:^|[:,;.] ){cues.any_of(name)} {_FIRST_OF_ALL}")
            for name in self._named
            if name.startswith(SORT)
        }
        self._asks = {
            name: re.compile(
                rf"(?<!\w){head} (?:{between} ){{0,4}}{cues.any_of(name)}(?!\w)"
                if name.startswith(SORT)
                else rf"(?<!\w){cues.any_of(name)}(?!\w)"
            )
            for name in (*self._named, COUNTED)
            if name != BUDGET  # which is asked for where it stands first
        }
        # "Horario oficina…", without a verb: what is asked for stands first.
        self._labels = {
            BUDGET if group == BUDGET else f"{SORT}{group.removeprefix(LABEL)}": re.compile(
                rf"^\W*(?:(?:el|la|los|las) )?{cues.any_of(group)}(?!\w)"
            )
            for group in cues.groups
            if group.startswith(LABEL)
        }
        who = cues.any_of("persona.quienes")
        self._asks[PERSON] = re.compile(
            rf"{self._asks[PERSON].pattern}|\bcomo se llama(?:n|ba|ban)? (?:el |la |los |las )?{who}(?!\w)"
            rf"|\bnombres? (?:y apellidos? )?(?:completos? )?(?:del?|de la|de los|de las) {who}(?!\w)"
            r"|\bquienes (?:son|eran|fueron) las personas\b"
        )
        things = cues.any_of("dinero.cosas")
        self._asks[MONEY] = re.compile(
            rf"{self._asks[MONEY].pattern}|(?<!\w)(?:{_OF_HOW_MUCH}|cuant[oa] ){things}(?!\w)"
        )

    def asked(self, question: str) -> list[str]:
        """The sorts that a question asks for."""
        folded = fold(question)
        plain = _OF_WHAT_THEY_DO.sub(" ", folded)
        asked = [
            name for name, pattern in self._asks.items() if pattern.search(plain if name.startswith(VERB) else folded)
        ]
        if _ASKING.search(folded) is None:
            first = (*self._superlatives.items(), *self._labels.items())
            asked += [name for name, pattern in first if pattern.search(folded) and name not in asked]
        return asked

    def sought(self, question: str) -> Callable[[str], bool] | None:
        """What tells that a text names one of each sort that a question asks for, or, where it asks where, a place that it
        does not name itself; None where it asks for none."""
        asked = [name for name in self.asked(question) if name != COUNTED]
        where = _WHERE.search(fold(question)) is not None
        own = {mention.lugar.nombre for mention in self._lugares.find(question)}
        if not asked and not where:
            return None
        return lambda text: all(self.has(name, text) for name in asked) and (not where or self._elsewhere(text, own))

    def _elsewhere(self, text: str, own: Collection[str]) -> bool:
        """Whether a text names a site, or a town or region other than some."""
        found = (mention.lugar for mention in self._lugares.find(text) if not mention.gentilicio)
        return self._site(text) or any(
            place.clase in ("comuna", "region", "ciudad") and place.nombre not in own for place in found
        )

    def asks(self, name: str, folded: str) -> bool:
        """Whether a folded question asks for one sort."""
        return self._asks[name].search(folded) is not None

    def has(self, name: str, text: str) -> bool:
        """Whether a text names one of a sort."""
        return self._named[name](text)

    def unnamed(self, question: str, told: str) -> bool:
        """Whether a thing of some sort is asked for, and none is named."""
        asked = [name for name in self.asked(question) if name != COUNTED]
        if MONEY in asked and not self._of_price(question) and _SUM.search(told) is None:
            return True  # that it is free tells what a thing costs, and not how much was given for it
        return any(not self.has(name, told) for name in asked)

    def none_of(self, question: str, told: str) -> bool:
        """Whether things of several sorts are asked for, and none of any is named."""
        asked = [name for name in self.asked(question) if name != COUNTED]
        return len(asked) > 1 and not any(self.has(name, told) for name in asked)

    def _person(self, text: str) -> bool:
        """Whether a text names somebody: words in a row that begin with a capital, and none that documents are made of.

        "La Escuela Unesco de Gómez Carreño", "el Ministerio de Relaciones Exteriores" is nobody.
        """
        names = (match.group() for match in _NAME.finditer(self._house.sub(" ", text)))
        return any(all(self._counts_of.get(word, 0) < USUAL for word in words(fold(name))) for name in names)

    def _origin(self, text: str) -> bool:
        """Whether a text says where people are from: "(Mexicali y Puebla, México)" says where a practice is."""
        return any(
            mention.lugar.clase == "pais"
            and mention.lugar.nombre != CHILE
            and (mention.gentilicio or text[mention.end : mention.end + 1] != ")")
            for mention in self._lugares.find(text)
        )

    def _place(self, text: str, *classes: str) -> bool:
        found = (mention.lugar for mention in self._lugares.find(text))
        return any(place.clase in classes and place.nombre != CHILE for place in found)


def _called(cues: Cues, *groups: str) -> re.Pattern[str]:
    """A pattern of one of some sorts by its own name: "CESFAM Los Castaños", "Junta de Vecinos N° 5", "Universidad de Chile"."""
    sorts = sorted({re.escape(sort) for group in groups for sort in cues.phrases(group)}, key=len, reverse=True)
    name = rf"(?:N[°º] ?\d+|[«“\"]?{_CAPITAL}\w*)"
    small = r"(?:(?:de|del|la|las|los|el|y) )*"
    return re.compile(rf"\b(?i:{'|'.join(sorts)})(?i:e?s)?(?: {small}{name})+")
