"""The reader of questions: decides what a question asks for, of what, and under which filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assistant.own_case import of_own_case
from assistant.understand.asked_last import asked_first
from assistant.understand.between import between, of_two
from assistant.understand.earlier import began_first, subject_of
from assistant.understand.extremes import Extremes
from assistant.understand.followup import FollowUps
from assistant.understand.heard import MAX_WORDS, SETS, Remarks, heard, last_with_subject, set_told
from assistant.understand.medidas import MedidaReader
from assistant.understand.openings import Openings, bare
from assistant.understand.opinions import Opinions
from assistant.understand.plan import Plan
from assistant.understand.plan_name import plan_title
from assistant.understand.procedures import Procedures
from assistant.understand.ranking import asks_on, continued_ranking, differing, grouped, next_deadline, other_end
from assistant.understand.referents import Referents
from assistant.understand.shares import Shares
from assistant.understand.smalltalk import SmallTalk
from assistant.understand.temas import Temas
from assistant.understand.text import Speller, folded_line, tidy, topic_stems
from assistant.understand.told_again import told_again
from assistant.understand.wishes import Wishes
from assistant.understand.wording import meant_only
from assistant.values import Agrupacion, Filtros, Grupo, Kind, Orden, Query, Turn
from corpus.analysis import words
from corpus.cues import Cues
from corpus.english import English
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares
from corpus.records import Discrepancia, Etapa, Fuera
from corpus.store import Store
from corpus.synonyms import Synonyms

_ENGLISH = re.compile(
    r"\b(?:the|what|which|how|who|when|where|does|did|was|were|is|are|of|and|for|from|in|to|by|with|than|between|during"
    r"|many|much|every|each|years?|please|people|measures?|anything|something|about|there|on)\b"
)
_SPANISH = re.compile(
    r"\b(?:el|la|los|las|que|cual|cuanto|cuantas|cuantos|como|quien|cuando|donde|es|son|del|de|y|para|en)\b"
)
_ASKS = r"(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|como|cuando|donde|por que|para que|dime|dame|y)"
_THE_ONE_OF = re.compile(r"^(?:el|la) del? (?:la |los |las )?(?P<whose>\w+(?: \w+){0,2})\W*$")
_WHOSE = re.compile(r"^(?:(?:las |l[oa]s )?del?|para|con|en) \w+")
# "¿cómo va?", after a medida: that one, and no greeting.
_HOW = re.compile(r"^(?:y )?(?:como|en que) (?:va|van|anda|esta|estan)(?: (?:eso|esa|esas))?\W*$")
# "¿Y cuántas van a hacer?" counts on; a noun of its own would be another thing.
_COUNTS = re.compile(
    r"^(?:y )?cuant[oa]s (?:(?!medidas|acciones|compromisos)\w{4,}s )?(?:se )?(?:van?|iban?|haran|hicieron|habra|hubo|seran|fueron|daran|dieron|quedan?|piensan?|planean?|esperan?)\b"
)
_COUNTED_NOUN = re.compile(r"\bcuant[oa]s? \w{4,}")
NAME = 3
"""So many words has the short name of an institution at most."""
STRUCTURED = (
    Kind.MEDIDA_LISTA,
    Kind.MEDIDA_CONTEO,
    Kind.MEDIDA_AGRUPADA,
    Kind.MEDIDA_CAMPO,
    Kind.MEDIDA_TEMA,
    Kind.EJE,
)


class Reader:
    """Reads questions against one index and one lexicon; ``today`` is injected.

    ``cues`` are those of any question, ``asking`` those of questions about medidas alone, ``short`` the words that are
    written in haste, ``spanish`` those that are right though no document has them.
    """

    def __init__(
        self,
        store: Store,
        known: Instituciones,
        cues: Cues,
        asking: Cues,
        synonyms: Synonyms,
        english: English,
        today: Callable[[], date] = date.today,
        leans: Callable[[Query, Sequence[str]], bool] = lambda query, records: False,
        temas: Temas | None = None,
        short: Mapping[str, str] | None = None,
        lugares: Lugares | None = None,
        spanish: frozenset[str] = frozenset(),
    ) -> None:
        self.store = store
        self.leans = leans
        self.known = known
        self.cues = cues
        self.english = english
        said = (*cues.groups.values(), asking.groups["sigue.corrige"])
        phrases = [phrase.replace("*", "") for group in said for phrase in group]
        names = [form for entry in known.entries for form in (*entry.formas, *entry.comunes)]
        texts = (document.text for document in store.documents.values())
        self.speller = Speller([*phrases, *names, *synonyms.forms], store.vocabulary.counts, short, texts, spanish)
        self.plan = Plan(store.medidas, store.ejes, known, cues, asking, plan_title(store), lugares)
        self.small_talk = SmallTalk(cues, store.vocabulary)
        self.opinions = Opinions(cues)
        self.extremes = Extremes(cues)
        self.procedures = Procedures(cues)
        self.wishes = Wishes(store.vocabulary.counts)
        self.openings = Openings(self.plan)
        self.followups = FollowUps(self.plan, self.openings)
        self.remarks = Remarks(self.plan)
        self.referents = Referents(self.plan)
        self.shares = Shares(self.plan)
        self._opening = re.compile(
            rf"^\W*(?:{cues.any_of('saludo.apertura')}(?:\s*[,.;:!]+\s*|\s+(?=[¿¡]|{_ASKS}\b))|ahora(?:\s*,\s*|\s+(?=¿)))+"
        )
        self.medidas = MedidaReader(self.plan, synonyms, temas or Temas(), today)

    def read(self, question: str, turns: tuple[Turn, ...] = (), *, leaning: bool = False) -> Query:
        """What a question asks for, in the light of the turns before it (oldest first).

        ``leaning`` reads it as going on with them, though nothing in it says so ("¿cuánta plata usaron?").
        """
        said, turns = turns, heard(turns)
        text = tidy(question)
        line = self.openings.with_year(folded_line(text, self.speller), turns)
        line = asked_first(self.extremes.plain(self.openings.tied(line) if turns else line))
        english = len(_ENGLISH.findall(line)) >= 2 and len(_ENGLISH.findall(line)) > len(_SPANISH.findall(line))
        if english:
            line = self.english.translate(text)
        if not words(line):
            return Query(pregunta=question, texto=text, kind=Kind.POCO_CLARO, ingles=english)
        greeting = self.small_talk.kind(line)
        how_it_goes = bool(turns) and bool(turns[-1].medidas) and _HOW.match(bare(line)) is not None
        if greeting and not how_it_goes:
            return Query(pregunta=question, texto=text, kind=Kind.SALUDO, motivo=greeting, ingles=english)
        if self.opinions.asked(line):
            return Query(pregunta=question, texto=text, kind=Kind.FUERA_DE_ALCANCE, motivo="opinion", ingles=english)
        if self.procedures.asked(line, turns) or of_own_case(line):
            return Query(pregunta=question, texto=text, kind=Kind.FUERA_DE_ALCANCE, motivo="tramite", ingles=english)
        again = told_again(line, turns, self.plan, self.store)
        if again != line and not turns[-1].medidas:  # practices are read off the question itself
            question = text = again
        line = again
        line = self.referents.matter(self.referents.written_out(line, turns, said))
        pointing = self._pointing(question, text, line, turns)
        if pointing is not None:
            return pointing
        query = self._alone(question, text, self._after_opening(line), english)
        query = self._wished(query, self._after_opening(line), bool(turns))
        if not turns and query.kind is Kind.PASAJE and self.medidas.asks_of_unnamed(self._after_opening(line)):
            return query.model_copy(update={"kind": Kind.POCO_CLARO, "motivo": "que_medida"})
        if turns and turns[-1].medidas and not query.filtros and self.openings.is_correction(line):
            # "No, la 70": another number of the same.
            other = self._alone(question, text, f"y {self.openings.without_opening(line)}", english)
            query = other if other.filtros.numeros else self._of_another(query, line)
        remark = self.remarks.told_of_it(query, line, turns)
        if remark is not None:
            query = self._alone(question, text, remark, english)
            return query.model_copy(update={"arrastre": f"la medida {turns[-1].medidas[0]}"})
        on = turns and (_counts_on(query, bare(line), turns[-1]) or self._of_the_guide(query, turns[-1]))
        if on or self.remarks.asks_of_others(query, line, turns):
            query, leaning = query.model_copy(update={"kind": Kind.PASAJE, "filtros": Filtros()}), True
        leans = (
            leaning
            or (bool(turns) and asks_on(bare(line), turns[-1]))
            or self.openings.points_back(line, turns)
            or self._asks_field_of(line, turns)
            or self._names_whose(query, line, turns)
            or self.followups.of_one.of_its_deadline(query, line, turns)
            or self.followups.of_one.of_its_progress(query, line, turns)
            or self.followups.of_one.of_its_words(query, line, turns)
            or self.followups.of_one.of_its_report(query, line, turns)
            or (bool(turns) and self.leans(query, turns[-1].record_ids))
        )
        return self._continued(query, line, turns) if leans else query

    def _pointing(self, question: str, text: str, line: str, turns: tuple[Turn, ...]) -> Query | None:
        """A message that means by its sort what was told before ("ese ministerio"), or compares what was asked one by one."""
        part = between(line, turns) or self.shares.asked(self.openings.without_opening(line), turns)
        pair = part or of_two(line, turns) or began_first(line, turns) or grouped(line, turns)
        if pair is not None:
            return pair.model_copy(update={"pregunta": question})
        compared = self.referents.compared(line, turns)
        if compared is not None:
            by, names, fewer = compared
            return Query(
                pregunta=question,
                texto=line,
                kind=Kind.MEDIDA_AGRUPADA,
                agrupar=Agrupacion(por=by, entre=names),
                orden=Orden.MENOS if fewer else Orden.MAS,
                arrastre=f"«{turns[-1].question}»",
            )
        meant = self.referents.meant(line, turns)
        if meant is not None:
            query = self._alone(question, text, meant.line, False)
            whole = query.kind is not Kind.EJE or len(words(line)) <= MAX_WORDS  # "qué medida, de ese mismo eje, …"
            plain = None if query.kind in SETS else self.referents.asked_plainly(meant, line)
            query = self._alone(question, text, plain, False) if plain is not None else query
            if query.kind is Kind.EJE and meant.filtros.sin_numeros:
                query = query.model_copy(update={"kind": Kind.MEDIDA_LISTA})
            if query.kind in SETS and query.filtros and whole:
                return meant.applied(query)
        alone = self._alone(question, text, line, False)
        if self.openings.is_correction(line) and self._of_another(alone, line).filtros:
            return None
        meant_instead = self.openings.without_opening(line)
        if self.openings.is_correction(line) and "," not in meant_instead:
            line = f"y {meant_instead}"  # "no, me refería a la de la política de salud": as "¿y la de…?"
        described = self.referents.described(alone, line, turns)
        if described is None:
            return None
        query = self._alone(question, text, described, False)
        of_field = turns[-1].query.campos if len(turns[-1].medidas) == 1 and not query.campos else ()
        return query.model_copy(update={"campos": of_field}) if of_field else query

    def _wished(self, query: Query, line: str, going_on: bool) -> Query:
        """A wish said bare as the topic of the plan that it is; one for somebody's own matter begins no conversation."""
        found = query.kind is not Kind.PASAJE or query.medidas or query.documentos or query.filtros
        wish = None if found else self.wishes.topic(line, query.pregunta)
        if wish is None:
            return query
        if not self.wishes.own(wish):
            return self._alone(query.pregunta, query.pregunta, f"medidas para {wish}", query.ingles)
        refused = not going_on and line.lstrip(" .,;").startswith("que ")
        return query.model_copy(update={"kind": Kind.FUERA_DE_ALCANCE, "motivo": "tramite"}) if refused else query

    def _of_the_guide(self, query: Query, last: Turn) -> bool:
        """Whether the ejes that a message asks for, and of no plan, are those of the guide that was just told of."""
        guides = {etapa.document for etapa in self.store.of(Etapa)}
        told = [self.store.records[id] for id in last.record_ids if id in self.store.records]
        ejes = query.agrupar is not None and query.agrupar.por is Grupo.EJE and not query.medidas
        return bool(ejes and told) and all(
            not isinstance(one, Discrepancia | Fuera) and one.document in guides for one in told
        )

    def _after_opening(self, line: str) -> str:
        """A line from where it says something: what is only said to begin is left out, if a question or a stop follows."""
        rest = self._opening.sub("", line)
        return rest if len(words(rest)) > 1 else line

    def _asks_field_of(self, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a line asks for a field and says of nothing whose ("¿qué institución es la responsable?")."""
        return bool(turns) and bool(turns[-1].medidas) and self.medidas.names_only_fields(line)

    def _named_alone(self, query: Query, line: str, last: Turn) -> Filtros:
        """Whose medidas a line means that only names them ("¿y de Justicia?", "¿justicia?" after those of another); none
        where it says more."""
        start = self.openings.without_opening(line)
        bare_name = bool(last.query.filtros.instituciones) and len(words(start)) <= NAME
        if _WHOSE.match(start) is None and not bare_name:
            return query.filtros
        of = "medidas" if _WHOSE.match(start) else "medidas a cargo de"
        found = self.medidas.read(f"{of} {start}", query.texto)
        whose = Filtros(instituciones=found.filtros.instituciones)
        return found.filtros if whose and found.filtros == whose and not found.topic else query.filtros

    def _of_another(self, query: Query, line: str) -> Query:
        """A correction that says whose medida is meant, under that institution: "no, la de Salud"."""
        named = _THE_ONE_OF.match(self.openings.without_opening(line))
        found = self.medidas.read(f"medidas a cargo de {named['whose']}", query.texto) if named is not None else None
        whose = Filtros(instituciones=found.filtros.instituciones) if found is not None else Filtros()
        plain = found is not None and found.filtros == whose and not found.topic
        return query.model_copy(update={"filtros": whose}) if plain else query

    def _names_whose(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a line after a set of one institution names another and nothing else."""
        last = turns[-1] if turns else None
        if last is None or last.query.kind not in SETS or query.kind is not Kind.PASAJE or query.filtros:
            return False
        return len(words(line)) <= NAME and bool(self._named_alone(query, line, last))

    def _alone(self, question: str, text: str, line: str, english: bool) -> Query:
        """What a question asks for when it stands by itself."""
        found = self.medidas.read(line, text)
        documents = tuple(id for id in self.store.documents if self._names(id, line))
        # "Gobernanza migratoria" in another document that is named is no eje of the plan.
        elsewhere = found.kind is Kind.EJE and bool(documents) and not found.says_plan
        # What share each eje has by another document that is named is told there, and not counted.
        others = set(documents) - {medida.document for medida in self.plan.medidas.values()}
        elsewhere = elsewhere or bool(others and found.ask.percent and found.agrupar)
        share = found.ask.percent and found.kind is Kind.MEDIDA_CONTEO
        of = (
            self.shares.named(line, found.filtros, lambda of: self.medidas.read(of, of).filtros) if share else Filtros()
        )
        return Query(
            pregunta=question,
            texto=meant_only(line) if found.kind is Kind.PASAJE else line,
            resto=meant_only(found.rest) if found.kind is Kind.PASAJE else found.rest,
            kind=Kind.PASAJE if elsewhere else found.kind,
            filtros=found.filtros,
            campos=found.campos,
            agrupar=found.agrupar,
            orden=found.orden,
            tope=found.ask.top,
            porcentaje=share,
            parte_de=of,
            documentos=documents,
            medidas=found.says_medidas or found.says_plan,
            plural=found.plural,
            avance=found.progress or found.completion,
            cifra=self.cues.has("dato.numero", line),
            ingles=english,
        )

    def _same_field(self, query: Query, last: Turn) -> Query:
        """Another medida that a message only names, asked for the field of the one before: "¿y el de la 12?"."""
        named = query.kind is Kind.MEDIDA_CAMPO and query.filtros == Filtros(numeros=query.filtros.numeros)
        before = last.query
        of_one = last.medidas and before.kind in (Kind.MEDIDA_CAMPO, Kind.PASAJE)
        if not (named and of_one) or query.campos or query.avance or topic_stems(self.cues, query.resto):
            return query
        return query.model_copy(update={"campos": before.campos, "avance": before.avance})

    def _names(self, document: str, line: str) -> bool:
        """Whether a line names a document."""
        return f"documento.{document}" in self.cues.groups and self.cues.has(f"documento.{document}", line)

    def _continued(self, query: Query, line: str, turns: tuple[Turn, ...]) -> Query:
        """A message that points back, with what it carries over from the last turn that had a subject."""
        last = last_with_subject(turns)
        if last is None:
            return query
        start = bare(line)
        ranking = continued_ranking(start, last) or other_end(start, last)
        ranking = ranking or next_deadline(start, last, self.plan.medidas, self.known)
        differing_ = differing(start, turns)
        if ranking is not None:
            return ranking.model_copy(update={"pregunta": query.pregunta})
        if differing_ is not None:
            update = {
                "kind": Kind.MEDIDA_CAMPO,
                "filtros": differing_,
                "medidas": True,
                "arrastre": f"«{last.question}»",
            }
            return query.model_copy(update={**update, "campos": ()})
        themed = set_told(turns)  # "¿qué dice de vivienda?", "¿a cargo de quién?", "¿y sobre salud?"
        themed = themed if themed.medidas == last.medidas else last
        temas = self.medidas.temas.asked(line, query.resto or line, self.cues) if themed.query.filtros.temas else ()
        if temas and not query.filtros.model_copy(update={"temas": (), "palabras": ()}):
            # "¿y para las mujeres?", after what there is for children.
            filtros = themed.query.filtros.model_copy(update={"temas": temas})
            return themed.query.model_copy(
                update={"pregunta": query.pregunta, "filtros": filtros, "arrastre": f"«{last.question}»"}
            )
        if last.query.kind in SETS and query.kind is Kind.PASAJE and not query.filtros:
            query = query.model_copy(update={"filtros": self._named_alone(query, line, last)})
        of_medidas = self.followups.continued(query, line, turns)
        if of_medidas is not None:
            return of_medidas
        if query.kind in STRUCTURED and query.filtros and query.kind is not Kind.EJE:
            return self._same_field(query, last)
        before = subject_of(last, self.plan.lugares, self.store)
        return query.model_copy(
            update={
                "texto": self.openings.joined(before, line),
                "seguimiento": True,
                "records": last.record_ids or last.query.records,
                "anterior": before,
                "arrastre": f"«{last.question}»",
            }
        )


def _counts_on(query: Query, start: str, last: Turn) -> bool:
    """Whether a bare message counts, of a year, what the figure told before did, and speaks of no medidas: "¿cuántas
    expulsiones hubo?", "¿y cuántas van a hacer el 2027?"."""
    own = Filtros(plazos=query.filtros.plazos, temas=query.filtros.temas)
    of_a_year = query.filtros == own and bool(own.plazos)
    figure = last.query.kind not in STRUCTURED and not last.medidas and _COUNTED_NOUN.search(last.query.texto)
    return bool(of_a_year and figure and not query.medidas and not query.campos and _COUNTS.match(start))
