"""Who is responsible in a question: whom it names, together with whom, without whom, alone or with others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.mentions import Mention
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.numbers import number_from_words

_WITH = re.compile(
    r"^(?:,? (?:y )?(?:(?:que )?(?:se )?(?:l[ao]s? )?(?:comparte[n]?|compartid[ao]s?|trabaja[n]?|participa[n]?|interviene[n]?|figura[n]?|aparece[n]?|lidera[n]?|hace[n]?|ejecuta[n]?|tiene[n]?|son|es|sean|van|estan) )?"
    r"(?:(?:en )?(?:conjunto|conjuntamente) |junto )?(?:con|a|al(?<=junto al)|y tambien|ademas de|a la vez que|as well as|with|together with)(?: (?:el|la|los|las|del?|al?))*)$"
)
# "compara Justicia con Trabajo", "Salud versus Vivienda": side by side, and not together.
_COMPARED = re.compile(r"\b(?:compar(?!t)\w*|contrast\w+|diferencias? entre|enfrent\w+)\b")
_NOT = re.compile(
    r"\b(?:no|ni|nunca|excepto|salvo|descontando|sin(?: (?:contar|incluir|considerar|tomar en cuenta))?)(?: (?:se|son|sea|sean|eran?|la|las|lo|los|estan?|es|las? hace|hace[n]?|haga[n]?|va[n]?|vaya[n]?|tiene[n]?|tengan|de))*$"
)
# "subsecretarías", "un ministerio": any institution of that sort.
_SORT = re.compile(
    r"\b(?:a cargo de|responsabilidad de|dependen de|son de|sean de|medidas de|lideradas por|a|tienen?|tiene a|tienen a)(?: (?:las|los|alguna?|una?|cualquier))? "
    r"(?P<sort>ministerio|subsecretaria|policia|servicio|observatorio)s?(?: publicas?| publicos?)?\b(?! (?:de|del|nacional|y|medidas|mas|menos|con|que)\b)"
)
# "las del SERMIG solo": what follows the institution and nothing else.
_ITSELF = re.compile(r" ?,? (?:y )?(?:el |ella )?sol[oa](?=\W*$| ?[,;?.]| sin (?:nadie|otr|compartir|mas))")
_AMOUNT = r"(un[oa]?|dos|tres|cuatro|cinco|seis|\d)"
_MORE = r"(mas de|al menos|por lo menos|a lo menos|como minimo|exactamente|menos de|sol[oa]|solamente|unicamente)"
_SOLE = r"(sol[ao]s? |unic[ao]s? )?(?:distint[ao]s |diferentes )?"


class SharingReader:
    """Reads who is responsible, by the words of ``medidas_preguntas.toml`` and, for one alone or several, of any question."""

    def __init__(self, cues: Cues, asking: Cues) -> None:
        def words(name: str) -> str:
            return asking.any_of(f"responde.{name}")

        self._cues = cues
        self._together = re.compile(rf"\b{words('juntos')}\b")
        self._shared_with = re.compile(rf"{words('junto_a')}(?: \w+){{0,2}} (?:con|al?|with)(?: (?:el|la|los|las))?$")
        # "solo del SERMIG": right before the institution.
        self._only = re.compile(
            rf"(?<!^)\b{words('solo')}(?: (?:son|es|las|los|estan|a))*(?: (?:de|del|por|cargo|responsabilidad|el|la))+$"
            rf"|^{words('solo')}(?! l[ao]s\b)(?: (?:son|es|estan|a))*(?: (?:de|del|por|cargo|responsabilidad|el|la))+$"
        )
        # "ya sea solo o con otra institución"
        self._either_way = re.compile(
            rf"\b{words('a_solas')}\b[^.?]{{0,25}}\b(?:o|u|como)\b[^.?]{{0,20}}\b{words('acompanada')}\b"
            rf"|\b{words('acompanada')}\b[^.?]{{0,25}}\b(?:o|u|como)\b[^.?]{{0,20}}\b{words('a_solas')}\b"
            r"|\b(?:tambien|incluso) l[ao]s (?:que )?(?:se )?compart\w+|\bl[ao]s (?:que )?(?:se )?compart\w+,? (?:tambien|incluid[ao]s)(?=\W*$|[,;.?])"
            rf"|\b(?:{words('a_solas')}|{words('acompanada')}) o no\b|\bcon o sin (?:otr\w+|nadie|mas|compan\w+|socios)\b"
            r"|\bsol[ao]s?,? (?:o|u|como) con\b"
        )
        # "sola o junto con Migraciones": with whom makes no difference.
        self._whoever = re.compile(rf"(?:{self._either_way.pattern})(?: (?:con|de|del|por|a|al|el|la|los|las))*$")
        # "las que hace solo": at the end of a clause, for "solo tres" and "solo del SERMIG" say another thing.
        self._by_itself = re.compile(rf"\b{words('hace')}(?: \w+)? sol[ao]s?(?=\W*$| ?[,;?.])")
        self._inclusive = re.compile(rf"\b{words('incluye')}\b(?! solo)[^.;?¿]{{0,60}}$")
        self._of_institutions = re.compile(rf"\b(?:{words('de_quien')}|{words('hace')}(?: \w+)? sol[ao]s?)\b")
        # "una sola medida" counts medidas, "compartir datos" is what a medida is for: neither says who is responsible for them.
        self._one_thing = re.compile(
            r"\b(?:un[ao]? )?(?:sol[ao]|unic[ao]) (?:medida|plazo|hito|indicador|eje)\b"
            rf"|\b{words('compartir')} (?:sus? |l[ao]s |de )?{words('cosa_compartida')}\b"
        )
        self._institutions = rf"{words('institucion')}(?! (?:con|que tienen|tienen) (?:mas|menos))"
        self._hitos = rf"{words('hito')}(?! mas\b)"
        self._by = words("con")

    def responsible(self, line: str, mentions: Sequence[Mention]) -> dict[str, object]:
        """The filters on who is responsible, from the institutions that a line names and the words around them."""
        named = [mention for mention in mentions if mention.sort == "institucion"]
        inside: list[str] = []
        beside: list[str] = []
        last: Mention | None = None
        compared = bool(named) and _COMPARED.search(line[: named[0].start]) is not None
        main = any(not (mention.negated or self._either(line, mention)) for mention in named)
        for mention in (mention for mention in named if not mention.negated):
            if main and self._either(line, mention):
                continue
            gap = line[last.end : mention.start].rstrip() if last else ""
            with_last = (
                last is not None
                and not compared
                and (
                    _WITH.fullmatch(gap) is not None
                    or self._shared_by(line, last, mention)
                    or self._shared_with.search(gap) is not None
                )
            )
            alone_with = last is None and (
                self._shared_with.search(line[: mention.start].rstrip()) is not None or self._some_shared(line, mention)
            )
            target = beside if with_last or alone_with else inside
            target += [str(value) for value in mention.values]
            last = mention
        return {
            "instituciones": tuple(dict.fromkeys(inside)),
            "junto_a": tuple(name for name in dict.fromkeys(beside) if name not in inside),
            "sin_instituciones": tuple(dict.fromkeys(str(value) for m in named if m.negated for value in m.values)),
            **self._alone_or_shared(line, named, bool(beside)),
        }

    def either_way(self, line: str) -> list[Mention]:
        """Where a line says that it is all one whether an institution is alone: "sola o acompañada", "compartidas o no"."""
        return [Mention("palabras", match.start(), match.end(), ()) for match in self._either_way.finditer(line)]

    def inclusive(self, line: str, at: int) -> bool:
        """Whether what stands at a place is only said not to be left out: "incluyendo las que hace junto a otros"."""
        return self._inclusive.search(line[:at]) is not None

    def sorts_named(self, line: str, institutions: Sequence[str]) -> list[Mention]:
        """Institutions named by their sort only: "las que están a cargo de subsecretarías"."""
        found = []
        for match in _SORT.finditer(line):
            names = tuple(name for name in institutions if fold(name).startswith(match["sort"]))
            if names:
                found.append(Mention("institucion", match.start("sort"), match.end(), names))
        return found

    def _shared_by(self, line: str, one: Mention, other: Mention) -> bool:
        """Whether two institutions side by side are said to share: "las que comparten Salud y SERMIG"."""
        gap = line[one.end : other.start].strip()
        if not re.fullmatch(r"(?:y|e|and|[-–—/+&,])(?: (?:el|la|los|las|del?|al?|con|the))*", gap):
            return False
        before, after = line[: one.start].rstrip(), line[other.end :]
        near = re.search(r"(?:\w+,? ){0,5}\w+$", before)
        return (
            self._together.search(near.group() if near else "") is not None
            or self._together.match(after.lstrip(" ,")) is not None
        )

    def _either(self, line: str, mention: Mention) -> bool:
        """Whether it makes no difference that an institution shares: "incluyendo las de…", "sola o junto con…"."""
        return self.inclusive(line, mention.start) or self._whoever.search(line[: mention.start].rstrip()) is not None

    def _some_shared(self, line: str, mention: Mention) -> bool:
        """Whether it is asked what is shared with an institution that is named first: "¿con Salud hay alguna compartida?"."""
        if re.search(r"\bcon(?: (?:el|la|los|las))?$", line[: mention.start].rstrip()) is None:
            return False
        near = re.match(r"\W*(?:\w+ ){0,4}\w+", line[mention.end :])
        return near is not None and self._together.search(near.group()) is not None

    def _alone_or_shared(self, line: str, named: Sequence[Mention], beside: bool) -> dict[str, object]:
        """One institution alone, or more than one; "no comparte" is alone and "no exclusivas" is not."""
        if self._either_way.search(line):
            return {}
        if any(not m.negated and self._only.search(line[: m.start].rstrip()) for m in named):
            return {"max_instituciones": 1}
        if any(not m.negated and _ITSELF.match(line[m.end :]) for m in named):
            return {"max_instituciones": 1}
        asks = named or self._of_institutions.search(line)
        line = self._one_thing.sub(" ", line)
        sole, shared = self._cues.find("pide.unica", line), self._cues.find("pide.compartida", line)
        sole = sole or self._by_itself.search(line)
        if any(match and self.inclusive(line, match.start()) for match in (sole, shared)):
            return {}
        if sole and asks:
            return {"min_instituciones": 2} if _negated(line, sole) else {"max_instituciones": 1}
        if shared and asks and not beside:
            with_whom = re.match(r"\w* con (?!otr|alguien|nadie|mas|al menos|alguna)", line[shared.end() :]) and named
            if _negated(line, shared):
                return {} if with_whom else {"max_instituciones": 1}
            return {"min_instituciones": 2}
        return {}

    def amounts(self, line: str, mentions: Sequence[Mention]) -> tuple[dict[str, object], list[Mention]]:
        """How many institutions share a medida, how many milestones it has; and where that was read."""
        update: dict[str, object] = {}
        places: list[Mention] = []
        for things, least, most in (
            (self._institutions, "min_instituciones", "max_instituciones"),
            (self._hitos, "min_hitos", "max_hitos"),
        ):
            found = self._amount(line, things)
            if found is None or any(m.start < found[0].end() and found[0].start() < m.end for m in mentions):
                continue
            match, (low, high) = found
            update |= {name: value for name, value in ((least, low), (most, high)) if value is not None}
            places.append(Mention("palabras", match.start(), match.end(), ()))
        return update, places

    def _amount(self, line: str, things: str) -> tuple[re.Match[str], tuple[int | None, int | None]] | None:
        """The least and the most of some things that a line speaks of: "con tres …", "más de una …", "dos o más …"."""
        if match := re.search(rf"\b(?:vari[ao]s|multiples|much[ao]s|distint[ao]s) {things}\b", line):
            return match, (2, None)
        if match := re.search(rf"(?:\by|,|\bcon) (?:a )?otr[ao]s {_AMOUNT} {things}\b", line):
            number = _number(match[1]) + 1
            return match, (number, number)
        if match := re.search(rf"\b(?:{self._by} )?{_AMOUNT} o mas {things}\b", line):
            return match, (_number(match[1]), None)
        if match := re.search(rf"\b(?:(?:{self._by}|de|a) )?{_AMOUNT} {things} (?P<end>o mas|o menos)\b", line):
            return match, (_number(match[1]), None) if match["end"] == "o mas" else (None, _number(match[1]))
        if match := re.search(rf"\b(?:{self._by} )?{_MORE} {_AMOUNT} {_SOLE}{things}\b", line):
            number = _number(match[2])
            if match[1] == "mas de":
                return match, (number + 1, None)
            if match[1] == "menos de":
                return match, (None, number - 1)
            exact = match[1].startswith(("sol", "unic", "exact"))
            return match, (number, number) if exact else (number, None)
        if match := re.search(rf"\b{self._by} {_AMOUNT} {_SOLE}{things}\b", line):
            number = _number(match[1])
            if number > 1 or match[2]:  # "con una institución" says nothing of how many
                return match, (number, number)
        return None


def _negated(line: str, match: re.Match[str]) -> bool:
    return _NOT.search(line[: match.start()].rstrip()) is not None


def _number(word: str) -> int:
    read = number_from_words([word])
    return int(read[0]) if read else 1
