"""What a message only points at by the sort of thing it is: "ese ministerio", "esa institución", "ese eje", "ese mismo día".

A noun of a class with a demonstrative means the one of that class that was last told: who answers for the medida just
told, its eje, its day. The message is read with that written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.select import deadline, select, term_runs
from assistant.understand.ejes import section_named
from assistant.understand.heard import SETS, of_many
from assistant.understand.plan import Plan
from assistant.understand.pointing import (
    ANOTHER_ONE,
    ASKED_DEADLINE,
    ASKED_EJE,
    ASKED_HOLDER,
    ASKED_NUMBER,
    ASKS_OF_ONE,
    BY_NUMBER,
    DAY,
    DESCRIBED,
    EJE,
    FIELD,
    FIELDS,
    HAS_MORE,
    HOLDER,
    HOW_MANY_DONE,
    LIST_THEM,
    MATTER,
    MORE,
    NOBODY,
    NUMBER,
    OF_A_PLAN,
    OF_RANKED,
    OF_THE_PLAN,
    OF_THEM,
    OTHER,
    SAME_FIELD,
    SET,
    SHARES,
    SORTS,
    THE_EJE_OF,
    THE_HOLDER,
    THE_ONE_OF,
    WHICH_DONE,
    WHICH_MORE,
    WITH_ANOTHER,
)
from assistant.understand.text import topic_stems
from assistant.values import Campo, Fechas, Filtros, Grupo, Kind, Orden, Query, Turn
from corpus.analysis import fold
from corpus.dates import MONTHS, write_date
from corpus.numbers import number_from_words, ordinal
from corpus.records import Medida

RECENT = 4


@dataclass(frozen=True)
class Meant:
    """A line with what it points at written out, the filters that stand for it, and what it was taken from in words."""

    line: str
    filtros: Filtros
    told: str

    def applied(self, query: Query) -> Query:
        """A query of that line under those filters."""
        update = {
            name: getattr(self.filtros, name) for name, value in Filtros() if getattr(self.filtros, name) != value
        }
        return query.model_copy(update={"filtros": query.filtros.model_copy(update=update), "arrastre": self.told})


class Referents:
    """Finds what messages point at, against one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def written_out(self, line: str, turns: Sequence[Turn], said: Sequence[Turn]) -> str:
        """A folded line with what it leaves out of its nouns: the eje of "¿y el 10?", the field of "institución".

        ``said`` are all turns, also those that ``turns`` leaves out for the subject.
        """
        last = turns[-1] if turns else None
        if last is None:
            return line
        start = line.lstrip("¿¡.,;:- ")
        other = OTHER.match(start)
        others = self._others(turns, other["noun"]) if other else ()
        if other and others:
            return f"{other['lead'] or 'y '}{fold(others[0])}"
        the_one = THE_ONE_OF.match(start)
        names = last.query.filtros.instituciones
        sort = next((sort for sort in SORTS.values() if sort and all(fold(n).startswith(sort) for n in names)), None)
        if the_one and names and sort:
            return f"{the_one['lead']}el {sort} de {the_one['rest']}"
        by_eje = bool(last.query.filtros.ejes) or Campo.EJE in last.query.campos or last.query.kind is Kind.EJE
        groups = last.query.agrupar
        told_ejes = groups is not None and groups.por is Grupo.EJE and last.query.orden is None
        by_eje = (by_eje and groups is None) or told_ejes  # in a ranking "¿y el segundo?" is a place
        if last.query.kind in SETS and LIST_THEM.match(start):
            return "y cuales son"
        number = NUMBER.match(start) if last.query.filtros.numeros and not by_eje else None
        if number is not None:
            return f"y la {number['n']}"
        match = BY_NUMBER.match(start) if by_eje else None
        numbers = self._ejes(match["n"]) if match else ()
        if match and numbers:
            return f"{match['lead']}eje{'s' if len(numbers) > 1 else ''} {' y '.join(map(str, numbers))}"
        named = section_named(start, self.plan.ejes, THE_EJE_OF) if by_eje else []
        if named:
            return f"y el eje {named[0].values[0]}{start[named[0].end :]}"
        another = WITH_ANOTHER.match(start) if len(last.medidas) == 1 else None
        if another is not None and int(another["n"]) not in last.medidas:
            asked = ASKED_DEADLINE if another["when"] else ASKED_HOLDER if another["whose"] else "compara"
            return f"{asked} de la medida {last.medidas[0]} y de la medida {another['n']}"
        if last.query.filtros.numeros and not last.medidas and OF_THE_PLAN.match(start):
            return OF_THE_PLAN.sub(_of_the_plan, start)
        done = any(self.plan.cues.has("pide.cumplimiento", fold(turn.question)) for turn in said[-2:])
        of_medidas = any(re.search(r"\b(?:medidas|plan)\b", fold(turn.question)) for turn in said[-2:])
        if done and of_medidas and not last.medidas and HOW_MANY_DONE.match(start):
            return "cuantas medidas del plan han sido implementadas"
        if done and of_medidas and not last.medidas and WHICH_DONE.match(start):
            return "que medidas del plan han sido implementadas"
        same = SAME_FIELD.match(start)
        several = self._several(turns) if same is not None else ()
        if same is not None and several:
            asked = ASKED_EJE if same["eje"] else ASKED_DEADLINE if same["plazo"] else ASKED_HOLDER
            return f"y {asked}" if several == last.medidas else f"{asked} de las medidas {_listed(several)}"
        field = FIELD.match(start)
        if field and any(turn.medidas for turn in turns[-RECENT:]):
            asked = next(text for at, text in enumerate(FIELDS) if field[f"f{at}"])
            return f"y {asked}" if len(last.medidas) != 1 else asked
        return line

    @staticmethod
    def _several(turns: Sequence[Turn]) -> tuple[int, ...]:
        """The few medidas that the last turn told, or chose among, or the one of each of the last two; else none."""
        last = turns[-1]
        two = tuple(dict.fromkeys(turn.medidas[0] for turn in turns[-2:] if len(turn.medidas) == 1))
        return next((few for few in (last.medidas, last.query.filtros.entre, two) if 1 < len(few) <= RECENT), ())

    def matter(self, line: str) -> str:
        """A folded line that asks of "lo de la mesa de emergencias" as of the medida all of whose words a medida holds."""
        match = MATTER.search(line)
        if match is None:
            return line
        topic = set(topic_stems(self.plan.cues, match["what"]))
        rows = ({stem for run in term_runs(medida) for stem in run} for medida in self.plan.medidas.values())
        asks = ASKS_OF_ONE.search(line[: match.start()])
        return (
            f"{line[: match.start()]}la medida{line[match.start('what') - 1 :]}"
            if (asks and topic and any(topic <= row for row in rows))
            else line
        )

    def meant(self, line: str, turns: Sequence[Turn]) -> Meant | None:
        """A folded line with what it points at written out; None where it points at nothing that was told."""
        if not turns:
            return None
        one = self._one(turns)
        ejes = self._ranked_ejes(turns[-1]) if OF_THEM.search(line) else ()
        if len(ejes) == 1:
            return Meant(OF_THEM.sub(f"del eje {ejes[0]}", line, count=1), Filtros(), f"el eje {ejes[0]}")
        if (ranked := self._ranked(turns[-1])) and OF_THEM.search(line):
            return self._with_names(OF_THEM.sub("{}", line, count=1), ranked, line, None)
        holder = HOLDER.search(line) or THE_HOLDER.search(line)
        if holder is not None:
            names = self._holders(turns, holder["noun"])
            after = self._others_too(line[holder.end() :], turns)
            line = f"{line[: holder.end()]}{after}"
            return self._with_names(line[: holder.start()] + "{}" + line[holder.end() :], names, line, one)
        eje = EJE.search(line)
        if eje is not None:
            ejes = self._eje_told(turns)
            if len(ejes) == 1:
                out = f"{line[: eje.start()]}el eje {ejes[0]}{line[eje.end() :]}"
                return Meant(out, self._but(line, one), f"el eje {ejes[0]}")
        day = DAY.search(line) if SET.search(line) else None
        if day is not None:
            return self._with_days(line, day, turns, one)
        bare = line[line.rfind("¿") + 1 :].lstrip("¡.,;:- ")
        told = turns[-1]
        shares = SHARES.match(bare) if of_many(told) and told.query.filtros.instituciones else None
        if shares is not None:
            name = told.query.filtros.instituciones[0]
            return Meant(f"con que instituciones comparte el {fold(name)}", Filtros(), name)
        ranked = self._ranked(told)
        if len(ranked) == 1 and OF_RANKED.match(bare):
            return self._with_names(f"{bare.rstrip(' ?.!')} {{}}", ranked, line, None)
        nobody = NOBODY.match(bare)
        if one is not None and HAS_MORE.match(bare) and not of_many(told):
            return self._with_names("que otras medidas tiene {}", one.instituciones, line, one)
        if one is not None and nobody and not of_many(told):
            return self._with_names(f"{line.rstrip(' ?.!')} {{}}", one.instituciones, line, one)
        if nobody and of_many(told) and " medidas" in bare and not MORE.search(bare):
            filtros = told.query.filtros
            if len(filtros.ejes) == 1:
                return Meant(f"cuantas medidas tiene el eje {filtros.ejes[0]}", Filtros(), f"el eje {filtros.ejes[0]}")
            return self._with_names("cuantas medidas tiene {}", filtros.instituciones, line, None)
        return None

    def asked_plainly(self, meant: Meant, line: str) -> str | None:
        """How those of whom a line points at are asked for, where the line asks nothing else in words of its own."""
        rest = HOLDER.sub(" ", line)
        asks = SET.search(rest) or NOBODY.match(rest.lstrip("¿¡.,;:- ")) or MORE.search(rest)
        if not meant.filtros.instituciones or not asks or topic_stems(self.plan.cues, rest):
            return None
        asked = "cuantas" if re.search(r"\bcuant", rest) else "que"
        return f"{asked} medidas tiene el {fold(meant.filtros.instituciones[0])}"

    def described(self, query: Query, line: str, turns: Sequence[Turn]) -> str | None:
        """A line that says which medida it means by what that is about, and asks a field of it or how it goes on."""
        last = turns[-1] if turns else None
        of_medidas = last is not None and (last.query.kind in SETS or last.query.medidas or bool(last.medidas))
        of_plan = query.medidas and OF_A_PLAN.search(line) is None
        if last is None or not of_medidas or of_plan or query.filtros:
            return None
        another = ANOTHER_ONE.match(line.lstrip("¿¡.,;:- "))
        among = 1 < len(last.medidas) <= len(self.plan.medidas) // 2
        topic = topic_stems(self.plan.cues, line)
        named = another and topic and all(map(self.plan.known_stem, topic)) and bool(last.medidas)
        if not (query.avance or query.campos or named or ASKED_NUMBER.search(line)):
            return None
        match = None if among else DESCRIBED.search(line)
        return None if match is None else f"{line[: match.end()]} medida{line[match.end() :]}"

    def compared(self, line: str, turns: Sequence[Turn]) -> tuple[Grupo, tuple[str, ...], bool] | None:
        """The institutions or ejes asked about one by one of which it is asked who has more; and whether fewer is asked."""
        match = WHICH_MORE.match(line.lstrip("¿¡.,;:- "))
        if match is None:
            return None
        for grupo in (Grupo.INSTITUCION, Grupo.EJE):
            found: list[str] = []
            for turn in reversed(turns[-RECENT:]):
                own = self._asked_of(turn, grupo)
                if not own:
                    break
                found = [*own, *(name for name in found if name not in own)]
            if len(found) > 1:
                return grupo, tuple(found), match["way"] == "menos"
        return None

    def _asked_of(self, turn: Turn, grupo: Grupo) -> tuple[str, ...]:
        """The institutions or ejes that a turn was about: those it names, or those of the one medida whose it asked for."""
        filtros, medidas = turn.query.filtros, self._told(turn) if len(turn.medidas) == 1 else []
        by_eje = grupo is Grupo.EJE
        named = tuple(map(str, filtros.ejes)) if by_eje else filtros.instituciones
        if turn.query.kind in SETS:
            return named
        if (Campo.EJE if by_eje else Campo.INSTITUCION) not in turn.query.campos:
            return ()
        return tuple(name for m in medidas for name in ((str(m.eje),) if by_eje else m.instituciones))

    def _one(self, turns: Sequence[Turn]) -> Medida | None:
        """The one medida that was last told."""
        told = next((turn for turn in reversed(turns[-RECENT:]) if turn.medidas), None)
        return self.plan.medidas.get(told.medidas[0]) if told is not None and len(told.medidas) == 1 else None

    def _told(self, turn: Turn) -> list[Medida]:
        return [self.plan.medidas[number] for number in turn.medidas if number in self.plan.medidas]

    def _holders(self, turns: Sequence[Turn], noun: str | None) -> tuple[str, ...]:
        """Who was last told to answer for something: of that sort where one is of it."""
        for turn in reversed(turns[-RECENT:]):
            medidas = self._told(turn)
            names: Iterable[str] = self._ranked(turn) or turn.query.filtros.instituciones
            if not names and medidas:
                names = [name for name in medidas[0].instituciones if all(name in m.instituciones for m in medidas)]
            prefix = SORTS.get(noun or "", "")
            if prefix and names and medidas and not any(fold(name).startswith(prefix) for name in names):
                # "el convenio SERMIG-ANID", "ese ministerio": who answers for it, and not whom it is with.
                names = [n for n in medidas[0].instituciones if all(n in m.instituciones for m in medidas)] or names
            if names:
                return _of_sort(tuple(names), noun)
        return ()

    def _ranked(self, turn: Turn) -> tuple[str, ...]:
        """Who came first, or last, in a ranking of institutions that a turn told."""
        query, asked = turn.query, turn.query.agrupar
        if asked is None or asked.por is not Grupo.INSTITUCION or query.orden not in (Orden.MAS, Orden.MENOS):
            return ()
        names = asked.entre or tuple(
            name
            for name in self.plan.institutions
            if fold(name).startswith(asked.prefijo or "") and name not in asked.sin
        )
        return self._placed(query, {name: {"instituciones": (name,)} for name in names})

    def _ranked_ejes(self, turn: Turn) -> tuple[int, ...]:
        """Which eje came first, or last, in a ranking of ejes that a turn told."""
        query, asked = turn.query, turn.query.agrupar
        if asked is None or asked.por is not Grupo.EJE or query.orden not in (Orden.MAS, Orden.MENOS):
            return ()
        ejes = [number for number in self.plan.ejes if not asked.entre or str(number) in asked.entre]
        return tuple(map(int, self._placed(query, {str(number): {"ejes": (number,)} for number in ejes})))

    def _placed(self, query: Query, groups: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
        """The groups at the place of a ranking that a query asks for; each is given by its filters."""
        sizes = {
            name: len(select(self.plan.medidas, query.filtros.model_copy(update=own), self.plan.known))
            for name, own in groups.items()
        }
        ranks = sorted({size for size in sizes.values() if size}, reverse=query.orden is Orden.MAS)
        at = query.puesto - 1
        return tuple(n for n, size in sizes.items() if size == ranks[at]) if -1 <= at < len(ranks) and ranks else ()

    def _others(self, turns: Sequence[Turn], noun: str) -> tuple[str, ...]:
        """Who else answers for the one medida told before, beside those that were asked about last."""
        named = turns[-1].query.filtros.instituciones
        told = next((turn for turn in reversed(turns[:-1]) if len(turn.medidas) == 1), None)
        medidas = self._told(told) if told is not None and named else []
        left = tuple(name for m in medidas for name in m.instituciones if name not in named)
        return _of_sort(left, noun) if medidas and any(n in m.instituciones for m in medidas for n in named) else ()

    def _eje_told(self, turns: Sequence[Turn]) -> tuple[int, ...]:
        for turn in reversed(turns[-RECENT:]):
            if ejes := self._ranked_ejes(turn) or turn.query.filtros.ejes:
                return ejes
            if told := {medida.eje for medida in self._told(turn)}:
                return tuple(told)
        return ()

    def _ejes(self, text: str) -> tuple[int, ...]:
        """The ejes that a number or an ordinal names; none where one of them is no eje."""
        found = [int(digits) for digits in re.findall(r"\d+", text)]
        if not found:
            read = number_from_words([text])
            found = [ordinal(text) or (int(read[0]) if read else 0)]
        return tuple(found) if all(number in self.plan.ejes for number in found) else ()

    def _but(self, line: str, one: Medida | None) -> Filtros:
        """The filters that leave out the medida told, where others are asked for."""
        return Filtros(sin_numeros=(one.numero,)) if one is not None and MORE.search(line) else Filtros()

    def _others_too(self, rest: str, turns: Sequence[Turn]) -> str:
        """The rest of a line with the eje or the year that it points at too: "… para ese año", "… fuera de ese eje"."""
        ejes = self._eje_told(turns) if EJE.search(rest) else ()
        if len(ejes) == 1:
            rest = EJE.sub(f"el eje {ejes[0]}", rest)
        day = DAY.search(rest)
        plazos = next((turn.query.filtros.plazos for turn in reversed(turns) if turn.query.filtros.plazos), ())
        years = {d.year for fechas in plazos for d in (fechas.desde, fechas.hasta) if d is not None}
        if day is not None and day["what"] == "ano" and len(years) == 1:
            rest = f"{rest[: day.start()]}{years.pop()}{rest[day.end() :]}"
        return rest

    def _with_names(self, form: str, names: tuple[str, ...], line: str, one: Medida | None) -> Meant | None:
        if not names:
            return None
        filtros = self._but(line, one).model_copy(update={"instituciones": names})
        asked = re.sub(r"\b(cuantas|cuales|que) (?:mas|otras)\b(?! medidas)", r"\1", form)
        return Meant(asked.format(f"el {fold(names[0])}"), filtros, " y ".join(names))

    def _with_days(self, line: str, day: re.Match[str], turns: Sequence[Turn], one: Medida | None) -> Meant | None:
        """A line with the days, the month or the year written out that were last told."""
        told = turns[-1].query.filtros.plazos
        hitos = one.hitos if one is not None else ()
        if any(hito.fecha is None for hito in hitos) or not (hitos or told):
            return None
        days = sorted({deadline(hito) for hito in hitos})
        if not hitos:
            return None
        if day["what"] == "ano":
            texts = [str(year) for year in sorted({d.year for d in days})]
        elif day["what"] == "mes":
            texts = [f"{list(MONTHS)[d.month - 1]} de {d.year}" for d in days]
        else:
            texts = [write_date(d) for d in days]
        out = f"{line[: day.start()]}{texts[0]}{line[day.end() :]}"
        filtros = self._but(line, one)
        if day["what"] not in ("ano", "mes"):
            ranges = tuple(Fechas(desde=d, hasta=d, texto=write_date(d)) for d in days)
            filtros = filtros.model_copy(update={"plazos": ranges})
        return Meant(out, filtros, " y ".join(texts))


def _of_the_plan(match: re.Match[str]) -> str:
    """What is asked of the whole plan: its first or last medida, or how many there are."""
    return f"cual es la {match['end']} medida del plan" if match["end"] else "cuantas medidas tiene el plan"


def _listed(numbers: Sequence[int]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} y {numbers[-1]}"


def _of_sort(names: tuple[str, ...], noun: str | None) -> tuple[str, ...]:
    """Those names that begin as their sort does ("ese ministerio"); all of them where none does."""
    prefix = SORTS.get(noun or "", "")
    return tuple(name for name in names if prefix and fold(name).startswith(prefix)) or names
