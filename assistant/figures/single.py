"""The answer to one question about figures: by the table that fits it, by a sentence, or worked out of several figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figures import by_unit, first_named, movements, set_apart, share_over_time, sure
from assistant.figures import cells as choice
from assistant.figures.cells import Selection
from assistant.figures.choose import SURE, WORKED, Fit, TableChooser, explained, rivals, rows_counted
from assistant.figures.claims import CellClaims
from assistant.figures.complements import Complements
from assistant.figures.drafts import Drafts
from assistant.figures.ends import ends
from assistant.figures.grid import Grid
from assistant.figures.its_period import of_all_that_time, of_each_period
from assistant.figures.lacking import Lacking
from assistant.figures.lexicon import FigureWords
from assistant.figures.longer import Longer
from assistant.figures.lookup import ProseLookup
from assistant.figures.measures import declares_total
from assistant.figures.monthly import MonthlyAverages, asks_of_a_month
from assistant.figures.near import stands_for_itself
from assistant.figures.near_sums import SumOperations
from assistant.figures.one_telling import OneTelling
from assistant.figures.operate import TableOperations
from assistant.figures.pairs import POINTS, PairOperations
from assistant.figures.periods import Rango
from assistant.figures.prose import ProseFigures, of_periods
from assistant.figures.question import Asked, Operacion
from assistant.figures.rests import LESS_THOSE_LEFT, RestOperations
from assistant.figures.set_apart import SetApart
from assistant.figures.several_there import SeveralThere
from assistant.figures.sides import SideOperations, says_part, sides
from assistant.figures.sorts import begins_with_since, tells_since, told_by
from assistant.figures.sums import adds_parts
from assistant.figures.to_goal import GoalOperations, asks_what_is_left
from assistant.figures.values import PEOPLE, Operand, written
from assistant.figures.worked import Worked, together
from assistant.texts import Texts
from assistant.values import Draft, Evidence, Figure, Status
from corpus.analysis import fold, terms
from corpus.lugares import Lugares
from corpus.store import Store

WORDS = 0.6
NEAR = 0.8
FIRST_WORDS = 0.75
SURE_NEAR = 0.65
NEARBY = 0.6
PRECISE = 0.38
OWN = 0.5
"""So much of a table's labels a question must name for an average of it to be what it means."""
MAX_TABLES = 3
STATED = (Operacion.PROMEDIO, Operacion.PARTE)
APART = (Operacion.CAMBIO, Operacion.DIFERENCIA)
APART_OR_TIMES = (*APART, Operacion.VECES)
OVERALL = frozenset(terms("total acumulado"))  # said in the label of what is all of its thing already
TOGETHER = (Operacion.DIFERENCIA, Operacion.CAMBIO, Operacion.PARTE, Operacion.RAZON, Operacion.SUMA)
# How surely the documents must be judged to hold no answer, for sentences to be left out.
CERTAIN = 0.8
# So many periods are told side by side.
SPREAD = 2


class SingleFigures:
    """Answers single questions about figures of one index; None where no figures fit one well."""

    def __init__(
        self,
        store: Store,
        texts: Texts,
        grids: tuple[Grid, ...],
        chooser: TableChooser,
        cells: CellClaims,
        drafts: Drafts,
        prose: ProseFigures,
        lookup: ProseLookup,
        alike: SeveralThere,
        words: FigureWords,
        lugares: Lugares,
    ) -> None:
        self.store = store
        self.texts = texts
        self.grids = grids
        self.chooser = chooser
        self.drafts = drafts
        self.prose = prose
        self.lookup = lookup
        self.alike = alike
        self.words = words
        self.lugares = lugares
        self.operations = TableOperations(texts, cells)
        self.pairs = PairOperations(texts, store.vocabulary, prose.section, store.quote)
        self.sides = SideOperations(texts, store.vocabulary)
        self.sums = SumOperations(texts, store.vocabulary, store.quote)
        self.rests = RestOperations(texts, store.vocabulary, store)
        self.set_apart = SetApart(texts, store.vocabulary)
        self.to_goal = GoalOperations(texts, store.vocabulary)
        self.one_telling = OneTelling(texts, store.vocabulary, store)
        self.monthly = MonthlyAverages(store, texts, words, lookup)
        self.longer = Longer(grids, lugares)
        self.complements = Complements(texts, words, chooser.left_out)
        self.lacking = Lacking(store, texts, words, lugares, cells, prose)

    def answer(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The answer to one question about figures."""
        moved = movements.from_year_to_year(asked, self.grids)
        if moved is not None:
            found = self._over_years(moved, evidence)
            if found is not None or not asked.counts:  # that there were so many tells not whether they were more
                return found
        year = first_named.named_first(asked)
        if year is not None and (told := self._named_first(asked, year, evidence)):
            return told
        if movements.asks_the_year(asked):
            found = self._from_tables(asked, evidence, only_worked=True) or self._over_years(asked, evidence)
            if found is not None:
                return found
        if asked.operation in APART_OR_TIMES and (named := ends(asked.line)):
            if named.of_shorter:
                return None
            found = self._from_tables(asked, evidence, only_worked=True)
            if found is not None or (named.most and named.least):  # two other figures are no ends of an order
                return found
        near = self.prose.near(evidence) if evidence.fuera < CERTAIN else []
        lacking = self.drafts.worked(self.to_goal.left(asked, near))
        if lacking is not None or asks_what_is_left(asked.line):
            return lacking
        three = self._together_and_another(asked, evidence)
        if three is not None or set_apart.together(asked.line):
            return three  # how far two of the three are apart was not asked
        plain = asked.operation in (Operacion.VALOR, Operacion.PARTE, Operacion.SERIE)
        left = self._rest(asked, evidence) if plain or LESS_THOSE_LEFT.search(asked.line) else None
        if left:
            return left
        if asks_of_a_month(asked):
            averaged = self._of_a_month(asked, evidence)
            if averaged is not None or asked.operation is Operacion.PROMEDIO:
                return averaged
        if asked.operation in STATED and evidence.fuera < CERTAIN:
            stated = self.drafts.worked(self.lookup.find(asked, self.prose.nearest(evidence)))
            if stated and says_part(asked, self._said(stated)) and not self._of_what_waits(asked, stated):
                return stated
        to_total = asked.operation is Operacion.SUMA and asked.total and not asked.left_years
        if to_total and (declared := self._declared(asked, evidence)):
            return declared
        if asked.operation in (Operacion.DIFERENCIA, Operacion.PARTE):
            halves = self._of_halves(asked, evidence) if asked.operation is Operacion.DIFERENCIA else None
            beside = halves or self._side_by_side(asked, evidence)
            if beside is not None:
                return beside
        over_years = self.drafts.worked(of_all_that_time(asked, evidence, self.prose, self.lookup, self.words))
        if asked.operation in TOGETHER:
            worked = over_years or self._from_tables(asked, evidence, only_worked=True)
            worked = (worked and self._of_all(asked, evidence, worked)) or worked
            if worked is None and share_over_time.whole_of(asked) is not None:
                alone = share_over_time.share(self.texts, self.prose, asked, lambda part: self.answer(part, evidence))
                return self.drafts.worked(alone)  # two things of one time are another share
            return worked or self.together(asked, evidence) or self._stated_total(asked, evidence)
        amount = asked.counts or asked.money or asked.bare or by_unit.counted_by(asked.line) & PEOPLE
        if asked.per is not None and asked.operation is Operacion.VALOR and amount:
            apart = replace(asked, operation=Operacion.RAZON)
            found = self._from_tables(apart, evidence, only_worked=True) or self._computed(apart, evidence)
            if found:
                return found
        since = self._since(asked, evidence)
        if since is not None:
            return since
        tables = self.chooser.fits(asked, evidence)
        narrow = bool(tables) and self.chooser.narrower(asked, tables[0])
        nearby = self.prose.nearest(evidence) if narrow and evidence.fuera < CERTAIN else []
        if nearby and (wider := self.alike.of_the_wider(asked, nearby, tables[0])):
            return self.drafts.worked(wider)
        if tables and (narrow or self.chooser.may_be_said(asked, tables[0])):  # a sentence comes nearer
            said = self.from_prose(asked, evidence)
            years = all(period.whole_years() for period in asked.periods)  # what waits is of a day
            waits = said is not None and years and self._of_what_waits(asked, said)
            if said is not None and not waits and not self._explains_more(asked, tables[0], said, narrow=narrow):
                return said
        of_table = self._from_tables(asked, evidence)
        if of_table is not None and of_table.abstained:  # a sentence may say what the table does not part
            return (self.from_prose(asked, evidence) if asked.places else None) or of_table
        return (
            of_table
            or self.from_prose(asked, evidence)
            or self.drafts.worked(of_each_period(asked, evidence, self.prose, self.lookup))
            or over_years
        )

    def _of_a_month(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What a count comes to for a month, of a table or of a sentence, whichever a question for the count would be
        answered by."""
        nearby = self.prose.nearest(evidence) if evidence.fuera < CERTAIN else []
        said = self.drafts.worked(self.monthly.find(asked, nearby))
        apart = tuple(one for one in asked.breakdowns if one != "mes")
        of_table = self._from_tables(replace(asked, operation=Operacion.PROMEDIO, breakdowns=apart), evidence)
        by_month = of_table is not None and "mes" in asked.breakdowns
        if by_month and self.chooser.fits(asked, evidence)[0].precision < OWN:
            of_table = None  # of "expulsiones administrativas", where no sort was named
        counted = of_table is not None and all(self.monthly.happens(o.unit, o.concept) for o in of_table.figures)
        if said is None or of_table is None or not counted:
            return said or (of_table if counted else None)
        best = self.chooser.fits(asked, evidence)[0]
        return said if self.chooser.narrower(asked, best) or self.chooser.may_be_said(asked, best) else of_table

    def _explains_more(self, asked: Asked, fit: Fit, said: Draft, *, narrow: bool) -> bool:
        """Whether a table that explains all of a question by its labels leaves less of it unsaid than a sentence does, or
        than the labels of its figures where the table is of a part.
        """
        if fit.words < SURE or not fit.named.by_words or self._selected(asked, fit) is None:
            return False
        told = [one.concept if narrow else self.store.quote(span) for one in said.figures for span in one.spans]
        return explained(asked, frozenset(terms(" ".join(told))), self.store.vocabulary) < SURE

    def _said(self, draft: Draft) -> list[str]:
        """The stems of the sentences that the figures of a draft stand in."""
        return terms(" ".join(self.store.quote(span) for figure in draft.figures for span in figure.spans))

    def _of_what_waits(self, asked: Asked, draft: Draft) -> bool:
        """Whether the sentences of a draft are of what was still pending, and a question asks of all that there was."""
        said = fold(" ".join(self.store.quote(span) for figure in draft.figures for span in figure.spans[:1]))
        ways = ("rasgo.pendientes", "rasgo_dicho.pendientes", "queda.palabras")
        return self.words.has("rasgo.pendientes", said) and not any(self.words.has(way, asked.line) for way in ways)

    def _declared(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The total that a table gives of what is counted: "¿cuántas personas en total participaron en…?"."""
        plain = replace(asked, operation=Operacion.VALOR)
        best = self.chooser.fits(plain, evidence)[:1]
        of_table = any(declares_total(asked, fit.grid, fit.named) for fit in best)
        declared = self._from_tables(plain, evidence) if of_table else None
        if declared and len({figure.period for figure in declared.figures}) < SPREAD:  # each year has its own
            return declared
        said = self.from_prose(plain, evidence) if len(asked.periods) < SPREAD else None
        whole = said and said.figures and all(OVERALL & set(terms(one.concept)) for one in said.figures)
        return said if whole else None

    def _stated_total(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The one figure that a sentence calls a total, where there is nothing to be added up: "un total de 18 oficinas"."""
        at_once = len(asked.periods) < SPREAD and all(len(period.years) < SPREAD for period in asked.periods)
        if asked.operation is not Operacion.SUMA or not asked.total or not at_once:
            return None
        said = self.from_prose(replace(asked, operation=Operacion.VALOR), evidence)
        return said if said and len(said.figures) == 1 and self._called_total(said.figures[0]) else None

    def _called_total(self, figure: Figure) -> bool:
        called = re.compile(rf"\btotal de {re.escape(written(figure.value, figure.unit))}(?![\d.,]*\d)")
        return any(called.search(self.store.quote(span)) for span in figure.spans)

    def from_prose(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """One figure of the nearest passage, where that states several."""
        nearby = self.prose.nearest(evidence) if evidence.fuera < CERTAIN or asked.places else []
        nearby = [(near, one) for near, one in nearby if stands_for_itself(asked, one, self.store.quote)]
        part = self.lookup.part_of_percent(asked, nearby)
        worked = part or self.lookup.find(asked, nearby, strict=bool(evidence.motivo))
        if evidence.fuera >= CERTAIN and not (worked and sure.of_its_places(asked, worked.operands)):
            return None
        return self.drafts.worked(worked)

    def said_of_it(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The figure of a sentence, where what was told is of something else: "visas pedidas para niños"."""
        single = asked.operation is Operacion.VALOR and not (asked.several or asked.asks_else)
        return self.from_prose(asked, evidence) if single else None

    def _rest(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is left of a whole where a question denies its part, or what part that is; a table would tell the part itself."""
        nearby = [one for _, one in self.prose.nearest(evidence)] if evidence.fuera < CERTAIN else []
        if asked.operation is Operacion.PARTE:
            return self.drafts.worked(self.rests.share(asked, nearby))
        around = [one for _, one in self.prose.around(evidence)] if nearby else []
        rest = self.rests.rest(asked, nearby) if asked.operation is Operacion.VALOR else None
        return self.drafts.worked(rest or self.rests.settled(asked, around))

    def together(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is computed from figures of several places: sentences, lists and the nearest tables."""
        worked = self._computed(asked, evidence)
        return worked or (None if asked.part else self._from_tables(asked, evidence))

    def _since(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What a sentence tells that there has been since something, where that is asked and no year named: "desde que existe
        la etapa, ¿cuántas han llegado?"."""
        if asked.operation is not Operacion.VALOR or asked.periods or not begins_with_since(asked.line):
            return None
        nearby = self.prose.nearest(evidence) if evidence.fuera < CERTAIN else []
        there = [(near, one) for near, one in nearby if one.at and tells_since(fold(self.store.quote(one.spans[0])))]
        return self.drafts.worked(self.lookup.find(replace(asked, part=True), there))

    def _of_all(self, asked: Asked, evidence: Evidence, worked: Draft) -> Draft | None:
        """How much there is of one thing for each of another, of all of them, where a table told it of those that were for
        some; None where no sentence counts all."""
        if asked.operation is not Operacion.RAZON or evidence.fuera >= CERTAIN:
            return None
        told = [f for f in self.chooser.fits(asked, evidence)[:WORKED] if f.grid.tabla.id in worked.record_ids]
        if not any(self.chooser.of_some(asked, fit, SPREAD) for fit in told):
            return None
        return self.drafts.worked(self._near(asked, self.prose.near(evidence)))

    def _side_by_side(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is worked out of two figures that a question names one after the other."""
        points = POINTS & set(asked.heads)
        relative = asked.percent and asked.operation is not Operacion.PARTE and not points  # "en qué porcentaje superó"
        if sides(asked) is None or asked.opposed or relative or not evidence.kept:
            return None
        grids = [f.grid for f in self.chooser.fits(asked, evidence) if f.near >= NEARBY][:MAX_TABLES]
        there = [one for one in self.prose.near(evidence, grids) if stands_for_itself(asked, one, self.store.quote)]
        return self.drafts.worked(self.sides.work(asked, there, strict=evidence.fuera >= CERTAIN))

    def _together_and_another(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """Two things together against a third, where the sentences near count all three."""
        if asked.operation is not Operacion.DIFERENCIA or evidence.fuera >= CERTAIN or not evidence.kept:
            return None
        there = of_periods(self.prose.near(evidence), asked.periods)
        return self.drafts.worked(self.set_apart.of_three(asked, there))

    def _computed(self, asked: Asked, evidence: Evidence) -> Draft | None:
        if not evidence.kept:
            return None
        grids = [f.grid for f in self.chooser.fits(asked, evidence) if f.near >= NEARBY][:MAX_TABLES]
        worked = self._near(asked, self.prose.near(evidence, grids))
        if worked is not None and asked.operation is Operacion.PARTE and self._of_two_halves(worked, grids):
            return None  # what is counted in one of them is no part of what is counted in the other
        draft = self.drafts.worked(worked)
        if worked is None or draft is None or evidence.fuera < CERTAIN:
            return draft
        return draft if sure.all_said(asked, worked.operands, of_one_place=self.drafts.of_one_place(draft)) else None

    def _of_two_halves(self, worked: Worked, grids: Sequence[Grid]) -> bool:
        """Whether figures of two tables were set together of which each counts what the other leaves out."""
        ids = {one.group for one in worked.operands}
        halves = (self.complements.of(grid, grids) for grid in grids if grid.tabla.id in ids)
        return any(half is not None and half.tabla.id in ids for half in halves)

    def _near(self, asked: Asked, operands: Sequence[Operand]) -> Worked | None:
        """The outcome of an operation over figures near a question."""
        there = [one for one in of_periods(operands, asked.periods) if stands_for_itself(asked, one, self.store.quote)]
        if asked.operation is Operacion.RAZON:
            worked = self._of_each_period(asked, there) or self.pairs.ratio(asked, there)
            return worked or self.one_telling.ratio(asked, there)
        if asked.operation is Operacion.PARTE:
            return self.pairs.share(asked, there)
        if asked.operation in (Operacion.DIFERENCIA, Operacion.CAMBIO):
            return self.set_apart.work(asked, there) or self.pairs.difference(asked, there)
        return self.sums.total(asked, there) if asked.operation is Operacion.SUMA else None

    def _of_each_period(self, asked: Asked, there: Sequence[Operand]) -> Worked | None:
        """So much of one for each of the other in each of the periods named; None where one of these has no such pair."""
        found = [
            self.pairs.ratio(replace(asked, periods=(one,)), of_periods(there, (one,)))
            for one in asked.periods
            if len(asked.periods) > 1
        ]
        told = [one for one in found if one is not None]
        return together(told) if len(told) == len(found) else None

    def _from_tables(self, asked: Asked, evidence: Evidence, *, only_worked: bool = False) -> Draft | None:
        fits = self.chooser.fits(asked, evidence)
        if asked.rows and asked.operation is Operacion.VALOR:
            asked, fits = rows_counted(asked, fits)
        for fit in rivals(fits, only_worked=only_worked):
            selection = self._selected(asked, fit)
            if selection is None:
                continue
            apart = asked.operation in APART and len({p.years for p in selection.periods if p}) < SPREAD
            if apart or (selection.lacking and not selection.cells):
                selection = self.longer(asked, selection) or selection
            absent = self.lacking.claims(asked, selection, evidence)
            if absent:
                return Draft(status=Status.NOT_FOUND, claims=tuple(absent), abstained=True)
            unsure = evidence.fuera >= CERTAIN and not sure.certain(selection)
            if unsure and not sure.told_too(selection, [one for _, one in self.prose.nearest(evidence)]):
                continue
            if not fit.beside and fit.near < SURE and fit.precision < PRECISE:
                continue  # a sentence comes nearer, and the labels speak of other things too
            selection = replace(selection, cells=told_by(asked, selection.grid, selection.cells))
            if sure.answers(asked, selection) and (evidence.kept or sure.sure(asked, selection)):
                to_do = replace(asked, operation=Operacion.SUMA) if adds_parts(asked, selection) else asked
                worked = self.complements.whole(to_do, selection, fits) or self.operations.work(to_do, selection)
                bare = asked.operation is Operacion.PARTE and all(cell.unit != "%" for cell in selection.cells)
                declared = asked.operation is Operacion.SUMA and all(c.column is None for c in selection.cells)
                if declared and worked is None and len(selection.cells) == 1:
                    return self.drafts.of_cells(selection, None)
                averaged = asked.operation in (Operacion.PROMEDIO, Operacion.RAZON)
                less = bool(selection.without) and not asked.wanted  # the whole is not what is left of it
                # One half of a country tells not how far it is from the other.
                halved = bool(asked.opposed) and asked.operation is Operacion.DIFERENCIA
                if worked is None and (only_worked or bare or averaged or less or halved):  # the whole is no average
                    continue
                draft = self.drafts.of_cells(selection, worked)
                rest = self.lacking.beside(asked, selection, evidence)
                return draft.model_copy(update={"claims": (*draft.claims, *rest)})
        return None

    def _over_years(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """What is worked out of the years of a table that explains all of a question and counts its thing, though another of
        fewer years came nearer; None where none has them."""
        for fit in self.chooser.fits(asked, evidence)[:WORKED]:
            selection = self._selected(asked, fit) if fit.words >= SURE else None
            if selection is None or selection.lacking or selection.unlike or not movements.counts(asked, selection):
                continue
            worked = self.operations.work(asked, selection) if sure.answers(asked, selection) else None
            if worked is not None:
                return self.drafts.of_cells(selection, worked)
        return None

    def _named_first(self, asked: Asked, year: Rango, evidence: Evidence) -> Draft | None:
        """Whether the year that a question takes for the one with most, or least, of a thing was that."""
        order = first_named.order_asked(asked)
        first = self._from_tables(order, evidence, only_worked=True) or self._over_years(order, evidence)
        own = self._from_tables(first_named.own_asked(asked), evidence) if first is not None else None
        return first_named.told(self.texts, year, first, own) if first is not None and own is not None else None

    def _of_halves(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """Two measures of the table that fits best set together, each of both of its halves; None where it is no half."""
        fits = self.chooser.fits(asked, evidence)
        selection = self._selected(asked, fits[0]) if fits and evidence.fuera < CERTAIN else None
        if selection is None or not sure.answers(asked, selection) or self.lacking.claims(asked, selection, evidence):
            return None
        worked = self.complements.whole(asked, selection, fits)
        return self.drafts.of_cells(selection, worked) if worked else None

    def _selected(self, asked: Asked, fit: Fit) -> Selection | None:
        """The cells that a question means of a table, or None where the table does not fit it well."""
        if fit.words < WORDS or fit.near < (NEAR if fit.words < SURE else SURE_NEAR):
            return None
        named = fit.named.by_words or declares_total(asked, fit.grid, fit.named)
        if not (fit.beside or fit.near >= SURE) and not (named and fit.words >= FIRST_WORDS):
            return None
        return choice.select(asked, fit, self.lugares)
