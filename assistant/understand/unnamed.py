"""Ways of asking for medidas without saying so: what they alone have, or what is said of nothing else."""

from __future__ import annotations

import re

from assistant.select import select
from assistant.understand.plan import Plan
from assistant.values import Filtros
from corpus.cues import Cues

# Which part of the plan is so much that who has it does far more than that.
MUCH = 0.25
# "informes de la PDI 2025": documents, and not what one has to do.
_THINGS_OF = re.compile(
    r"^\W*(?:los |las )?(?:informes?|reportes?|partes|estadisticas|cifras|datos|resultados|logros) (?:de|del|sobre)\b"
)
# "De las salidas a terreno, ¿cuántas estaban programadas para 2024?": of things that are no medidas.
_OF_OTHERS = re.compile(
    r"^\W*(?:y |pero )?(?:de|entre) (?:tod[oa]s )?l[oa]s "
    r"(?!(?:medidas?|measures|acciones|compromisos|iniciativas|tareas|cosas|ejes?|plazos?|que|de|del|con|dos|tres|mism[oa]s|anteriores|primer[oa]s|ultim[oa]s)\b)"
    r"[a-z]{4,}\b[^?¿]*, ?¿?(?:y )?cuant[oa]s\b"
)
# "¿Cuántas les llegaron a Migraciones en 2024?": what comes in or is answered is no medida.
_RECEIVED = re.compile(
    r"\bcuantas (?:(?:se|les?|nos|no|ya) )*(?:lleg|ingres|entr(?!eg)|recib|mand|envi|contest|respond(?!en?\b)|rechaz|otorg|tramit)\w*(?:aron|ieron|o|aban|ian)\b"
)
WHO = ("instituciones", "junto_a", "min_instituciones", "max_instituciones")


class Unnamed:
    """The patterns of such ways, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, asking: Cues) -> None:
        def words(name: str) -> str:
            return asking.any_of(f"sin_nombre.{name}")

        # "¿cuáles hace Salud?", "las que hablan de una mesa": of medidas, for they are what is asked for without being named.
        self.elliptic = re.compile(
            rf"^\W*(?:y |e |de (?:ellas|esas),? )*\W*(?:(?:en |de |a |con |para )?(?:cuales|cuantas)(?: de (?:ell[ao]s|es[ao]s|est[ao]s))? (?!van? a haber\b)(?:{words('verbo')}|son(?! (?:l[ao]s? (?!de|que|del)|el )))\b"
            rf"|(?:{words('lista')} (?:tod[ao]s )?)?las (?:que|de|del|con)\b|tod[ao]s (?:menos|excepto|salvo|las)\b)"
        )
        # "dentro de gobernanza, ¿cuáles tenía que cumplir…?", "las compartidas entre…": the same after what narrows them down.
        self.among = re.compile(
            rf"(?<!\w)(?:de (?:ellas|esas),? )?(?:(?:en |de |a |con |para |por )?(?:cuales|cuantas)(?: de (?:ellas|esas))? (?:son (?:las que )?)?(?:(?:de|del|no|se|le|les|ya|aun|todavia) )*"
            rf"(?!van? a haber\b)(?:{words('verbo')}|son(?! (?:l[ao]s? (?!de|que|del)|el )))(?!\w)"
            rf"|(?:cuales|que) (?:de|del|hay)\b|(?:en )?las que(?: (?:no|se|le|les))* {words('verbo')}(?!\w)|las {words('apartadas')}(?!\w)|(?:cuales|cuantas)(?: son)?\W*$)"
        )
        # "¿qué se comprometió a hacer Cancillería?", "lo que le encargaron a Salud": of an institution, what the plan has it do.
        self.assigned = re.compile(
            rf"(?<!\w)(?:(?:a|de|en|por) )?(?:que(?: {words('encargo_cosa')})?|cual(?:es)?|lo que|l[oa]s que|algo(?: que)?|{words('encargo_cosa')}(?: que)?)(?: \w+){{0,3}}? {words('encargo')}"
            rf"(?: (?:a cargo|pendiente))?(?: (?:a|de|que|por))?(?: {words('cumplir')})?(?!\w)"
        )
        # "¿en qué está Salud?", "¿tiene algo el Registro Civil?": nothing but what the institution does or has.
        self.doing = re.compile(
            rf"\W*(?:{words('obra_cosa')}\W+)*{words('obra')}(?:\W+(?:{words('obra')}|{words('obra_cosa')}))*\W*"
        )
        # "¿cuál es el próximo plazo?": only medidas have one.
        self.due = re.compile(rf"\b{words('plazo')}\b")
        # "soy de Educación, ¿qué me toca?", "¿le corresponde algo a Gendarmería?"
        self.own = re.compile(rf"\b{words('propio')}\b")
        # "trabajo en la Dideco y…": who asks, and not what.
        self.introduced = re.compile(
            rf"^\W*{words('presentacion')}(?: [\w/]+){{1,6}}?\s*(?:[,.;:]|(?= (?:y|e|pero|porque) (?:\w+ ){{0,1}}(?:quier|quisier|necesit|teng|tenemos|busc|estoy|estamos|me|nos|no)))"
        )
        # "¿qué tenía que estar listo a fines de 2023?", "lo que quedó comprometido para 2025": what has to be done by a day.
        self.owed = re.compile(
            r"(?<!\w)(?:que(?: cosas| compromisos| acciones| tareas| iniciativas)?|cuales"
            # "¿Cuántas reconducciones se van a hacer?": of another thing
            r"|cuantas(?! (?!cosas|compromisos|acciones|tareas|iniciativas|medidas|mas\b|de\b)\w{4,}[aeo]s\b)"
            r"|lo que|las que|cosas|compromisos|acciones)(?: \w+){0,4}? "
            r"(?:(?:se )?(?:tenia[n]?|tiene[n]?|tendria[n]?) que|(?:se )?(?:deb(?:e[n]?|ia[n]?|eria[n]?|ieron|io))(?: de)?|(?:habia|hay|habria) que|(?:se )?(?:iba[n]?|va[n]?) a(?! haber (?:(?:el|en|para)\b|\W*$))) "
            rf"{words('cumplir')}(?: (?:ya )?{words('listo')})?(?!\w)"
            r"|(?<!\w)(?:que(?: cosas| compromisos| acciones| tareas)?|cuales|lo que|cosas|compromisos|acciones)(?: \w+){0,3}? (?:(?:queda|quedo|quedaron|esta|estan|estaba|estaban|fue|fueron|era|eran) "
            rf"{words('comprometido')}|se {words('compromete')})(?!\w)"
        )
        self._ways = (self.elliptic, self.among, self.assigned, self.owed)
        # "¿cuándo vence el convenio con…?", "¿con qué ministerio lo firma?": one field of one thing.
        self.one_field = re.compile(
            rf"(?<!\w)(?:(?:que|cual (?:(?:es|era|fue|seria) )?(?:el|la|su)?) ?{words('un_campo')}|{words('un_dato')})(?!\w)"
        )
        # "¿qué medidas…?", "… tienen las medidas de Salud": of all of them.
        self.all_of_them = re.compile(
            rf"\b(?:(?:que|cuales|cuantas)(?: son)?(?: tod[ao]s)?(?: de)?(?: las)? medidas|{words('todas')}"
            rf"|{words('lista')}(?: tod[ao]s)?(?: las)? medidas)\b|^\W*(?:tod[ao]s )?(?:las )?medidas\b"
        )

    def asks(self, line: str) -> bool:
        """Whether a folded line asks in any of these ways for what it does not name."""
        return any(way.search(line) for way in self._ways)

    @staticmethod
    def of_others(line: str) -> bool:
        """Whether a folded line asks how many of some things that are no medidas."""
        return _OF_OTHERS.match(line) is not None or _RECEIVED.search(line) is not None

    def other_thing(self, line: str, cues: Cues) -> bool:
        """Whether something is asked for that no set of medidas is: money, or documents ("informes de la PDI 2025")."""
        return cues.has("dato.dinero", line) or _THINGS_OF.match(line) is not None

    def only_named(self, rest: str, filtros: Filtros, plan: Plan) -> bool:
        """Whether a line only names institutions, and asks what they do or have; ``rest`` is what is left of it.

        Of one that has much of the plan more is told elsewhere, and of one that has none nothing here.
        """
        named = filtros.model_copy(update={name: value for name, value in Filtros() if name not in WHO})
        if not filtros.instituciones or filtros != named or not self.doing.fullmatch(rest):
            return False
        own = select(plan.medidas, Filtros(instituciones=filtros.instituciones), plan.known)
        return bool(own) and len(select(plan.medidas, named, plan.known)) <= MUCH * len(plan.medidas)
