"""The few medidas nearest to a topic that none may be wholly about, each with why it was chosen.

A topic is taken apart into what it names: "cabros", "colegio", "sin RUT". Each part is a field of the plan, a word for
one of its concepts, or a word of its own; a medida holds it where its row says so or its institution answers for that
field. A part that no medida holds is told as missing, and the rest is then only what comes near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum

from assistant.compose.medidas import MedidaClaims, count, stated
from assistant.retrieve import Retriever
from assistant.select import is_of
from assistant.understand.temas import Temas
from assistant.understand.text import topic_stems
from assistant.understand.wishes import Wishes
from assistant.values import Campo, Claim, Draft, Query, Status, Tema
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.lugares import Lugares, Mencion
from corpus.records import Medida

MOST = 5
# How many of each part are told where no medida holds all of them.
EACH = 2
# How near to the best a medida comes that is told beside it.
NEAR = 0.85
# What share of a topic, weighed by rarity, medidas must hold for its nearest to be worth telling.
WORTH = 0.3
# How much less the questions written for a medida count than its row.
WRITTEN = 0.5
# From which nearness in meaning on a medida that says none of a topic's words is told for it.
LIKE = 0.55
LONGEST = 4
# Somebody tells of himself first, or one medida is asked for.
_TOLD = re.compile(
    r"\b(?:soy|somos|vengo|venimos|estoy|estamos|llegue|llegamos|vivo|vivimos|trabajo (?:en|de|con)|medida)\b"
)
_IN_PLAN = re.compile(
    r"\bmedidas\b"
    r"|\b(?:hay|tiene|trae|contempla|dice|incluye|considera|propone|plantea|hace|hara|existe|aborda|menciona|promete|compromete|establece|fija)\b.*\bplan\b"
    r"|\bplan\b.*\b(?:hay|tiene|trae|contempla|dice|incluye|considera|propone|plantea|hace|hara|existe|aborda|menciona|promete|compromete|establece|fija)\b"
)
# "¿Tiene el plan alguna medida sobre licencias de conducir?": whether there is one on that.
_ANY_ON = re.compile(
    r"\b(?:algun[ao]s?|una|otra|hay|existen?|tiene|trae|contempla|incluye|considera) (?:medidas?|iniciativas?|accion(?:es)?|algo)(?: (?:en el|del) plan)?"
    r" (?:sobre|acerca de|de|para|relativ[ao]s? al?|relacionad[ao]s? con) (?P<what>[^¿?.,;:]{4,80}?)(?= y (?:para|cuando|quien|que|como|cual|con)\b|[¿?.,;:]|$)"
)
# "canjear", "la": what may stand before the thing itself.
_BEFORE_IT = re.compile(r"(?:\w+[aei]r(?:l[oa]s?|les?)? )?(?:(?:el|la|los|las|una?|unos|unas|sus?) )?")
# From which nearness in meaning on a medida is on that though it says it in no word.
SURELY_LIKE = 0.7
# "¿Qué medida habla de los haitianos?", "¿hay medidas sobre…?": which one speaks of a thing that is named, if any does.
_SPEAKS_OF = re.compile(
    r"\b(?:que|cual|alguna) medidas? (?:del plan )?(?:habla|hable|trata|trate|dice algo|diga algo|se refiere|toca el tema)n? (?:del?|sobre|a|al)\b"
    r"|\b(?:hay|existen?) (?:algunas? )?medidas? (?:sobre|acerca de)\b"
)
SHORT = 4


@dataclass(frozen=True)
class Part:
    """One thing that a topic names: as it was typed, what it is in the plan's words, and how much it weighs."""

    typed: str
    meant: str
    stems: tuple[frozenset[str], ...]
    weight: float
    tema: Tema | None = None
    needed: bool = True
    people: bool = False
    place: bool = False


class NearestMedidas:
    """Finds them in one index, by fields, synonyms and meaning."""

    def __init__(
        self,
        retriever: Retriever,
        temas: Temas,
        known: Instituciones,
        claims: MedidaClaims,
        messages: Cues,
        lugares: Lugares | None,
    ) -> None:
        self.store = retriever.store
        self.retriever = retriever
        self.temas = temas
        self.known = known
        self.claims = claims
        self.messages = messages
        self.lugares = lugares
        self.verbs = Wishes(self.store.vocabulary.counts)

    def of_topic(self, query: Query) -> Draft | None:
        """The medidas nearest to a topic that the plan is asked about, or that none speaks of it; None where it is not."""
        topical = query.medidas and not (query.documentos or query.avance or query.cifra or query.seguimiento)
        own = self.retriever.cues.has("dato.propio", query.texto)
        if not topical or own or set(query.campos) - {Campo.TEXTO}:
            return None
        return self.draft(query) or (self.nothing(query) if self.asks_of_plan(query) else None)

    def told(self, query: Query, medidas: Sequence[Medida], about: Callable[[Sequence[Medida], Query], Draft]) -> Draft:
        """What is said of medidas found by their meaning; where the plan is asked for a topic, with those beside them and why."""
        unheard = self._unheard(query, medidas)
        if unheard is not None:
            return unheard
        if not self.asks_of_plan(query):
            return about(medidas, query)
        instead = self.instead(query, medidas)
        if instead is not None:
            return instead
        found = self.beside(query, medidas)
        draft = about(found, query)
        return draft.model_copy(update={"claims": (*draft.claims, *self.why(query, found), *self._unsaid(query))})

    def _unheard(self, query: Query, medidas: Sequence[Medida]) -> Draft | None:
        """That no medida is on the thing for which one is sought, where none says its name and those found are not surely
        like it; None where they stand."""
        sought = _ANY_ON.search(fold(query.texto)) if not query.arrastre else None
        if sought is None:
            return None
        topic = query.model_copy(update={"texto": sought["what"], "resto": sought["what"]})
        head = next((part for part in self.parts(topic) if part.needed), None)
        at = sought["what"].find(fold(head.typed)) if head is not None else -1
        if head is None or at < 0 or not _BEFORE_IT.fullmatch(sought["what"][:at]):
            return None
        near = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        like = max(near.get(medida.numero, 0.0) for medida in medidas) >= SURELY_LIKE
        if like or any(self.holds(medida, head) for medida in self.store.medidas.values()):
            return None
        asked = (self.store.vocabulary.held(medida.id) for medida in medidas)
        return (
            None
            if any(stems <= held for held in asked for stems in head.stems)
            else self.nothing(topic) or self.draft(topic)
        )

    def _unsaid(self, query: Query) -> list[Claim]:
        """Which of the things that a topic names no medida names: "salud mental", of a plan that tells of health."""
        parts = [part for part in self.parts(query) if part.needed]
        # What the lexicon knows by another word may be told in yet another: "mamás" are women.
        missing = [p for p in parts if not p.meant and not any(self.holds(m, p) for m in self.store.medidas.values())]
        if not missing or len(missing) == len(parts):
            return []
        text = self.claims.texts("medidas", "no_nombrado", faltan=[f"«{part.typed}»" for part in missing])
        return [Claim(text=text, computed=stated(text), block="canned")]

    def draft(self, query: Query) -> Draft | None:
        """The few best for the topic of a query, and why; told as the nearest only where no medida speaks of a part of it.

        None where what medidas hold of it is not worth telling.
        """
        parts = self.parts(query)
        holders = {part: [m for m in self.store.medidas.values() if self.holds(m, part)] for part in parts}
        parts = [part for part in parts if part.needed or holders[part]]
        total = fsum(part.weight for part in parts)
        missing = [part for part in parts if not holders[part]]
        held = [part for part in parts if holders[part] and (part.needed or not missing)]
        of_field = any(part.tema is not None for part in held)
        if not held or (not of_field and fsum(part.weight for part in held) < WORTH * total):
            return None
        chosen = self._chosen(query, held, holders)
        lead = self._lead(parts, missing, chosen)
        rows = [self._row(medida, held) for medida in chosen]
        notes = [note for medida in chosen for note in self.claims.impossible(medida)]
        return Draft(
            status=Status.NOT_FOUND if missing else Status.ANSWERED,
            abstained=bool(missing),
            claims=(lead, *rows, *notes),
            medidas=tuple(medida.numero for medida in chosen),
            record_ids=tuple(medida.id for medida in chosen),
        )

    def asks_of_plan(self, query: Query) -> bool:
        """Whether it is asked what the plan has on a topic, in so many words: "medidas sobre…", "¿qué hay en el plan para…?"."""
        one = query.filtros or query.documentos or query.avance or query.cifra or query.seguimiento
        if one or not query.medidas or set(query.campos) - {Campo.TEXTO}:
            return False
        line = fold(query.texto)
        if self.retriever.cues.has("dato.propio", line):
            return False
        of_one = _SPEAKS_OF.search(line)  # asked like "¿qué medidas…?", for it may be none
        line = line[of_one.end() :] if of_one is not None else line
        return _TOLD.search(line) is None and (of_one or _IN_PLAN.search(line)) is not None

    def instead(self, query: Query, medidas: Sequence[Medida]) -> Draft | None:
        """What is said in place of medidas found by their meaning that hold nothing of a topic which others do hold, or that
        none holds; None where they stand."""
        parts = [part for part in self.parts(query) if part.needed]
        if not parts or not medidas:
            return None
        holders = {part: [m for m in self.store.medidas.values() if self.holds(m, part)] for part in parts}
        if any(part.place and not holders[part] for part in parts):
            return self.draft(query) or self.nothing(query)
        if any(medida in holders[part] for part in parts for medida in medidas):
            return None
        near = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        like = SURELY_LIKE if _SPEAKS_OF.search(fold(query.texto)) else LIKE
        if max(near.get(medida.numero, 0.0) for medida in medidas) >= like:
            return None
        return self.draft(query) or self.nothing(query)

    def beside(self, query: Query, medidas: Sequence[Medida]) -> list[Medida]:
        """Medidas found by their meaning and the few others that hold all of a topic and are about as near."""
        parts = [part for part in self.parts(query) if part.needed]
        whole = [m for m in self.store.medidas.values() if parts and all(self.holds(m, part) for part in parts)]
        if not 0 < len(whole) <= MOST:
            return list(medidas)
        near = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        best = max(self._score(medida, parts, near) for medida in (*whole, *medidas))
        more = [m for m in whole if self._score(m, parts, near) >= NEAR * best]
        return list(dict.fromkeys((*medidas, *more)))[:MOST]

    def why(self, query: Query, medidas: Sequence[Medida]) -> list[Claim]:
        """Why each of several medidas was chosen, by what it holds of the topic."""
        parts = self.parts(query)
        reasons = [(m.numero, [(p.typed, p.meant) for p in parts if self.holds(m, p)]) for m in medidas]
        if len(medidas) < 2 or not any(held for _, held in reasons):
            return []
        text = self.claims.texts("medidas", "por_que_estas", razones=reasons)
        return [Claim(text=text, spans=tuple(m.span for m in medidas), computed=stated(text), block="note")]

    def nothing(self, query: Query) -> Draft | None:
        """That no medida speaks of anything that a topic names; None where one does."""
        parts = [part for part in self.parts(query) if part.needed]
        if not parts or any(self.holds(medida, part) for medida in self.store.medidas.values() for part in parts):
            return None
        named = [f"«{part.typed}»" for part in parts]
        text = self.claims.texts("medidas", "ninguna_habla", total=len(self.store.medidas), faltan=named)
        claim = Claim(text=text, computed=(*count(len(self.store.medidas)), *stated(" ".join(named))))
        return Draft(status=Status.NOT_FOUND, abstained=True, claims=(claim,))

    def parts(self, query: Query) -> list[Part]:
        """What the topic of a query names, each thing once."""
        text = self.messages.strip("medida.de_todas", query.resto or query.texto)
        text = self.messages.strip("medida.caso", text)
        topic = topic_stems(self.retriever.cues, text)
        written = {fold(word): word for word in re.findall(r"\w+", query.pregunta)}
        typed = [word for word in words(text) if word not in STOP_WORDS and stem(word) in topic]
        concepts = {
            tuple(one for one in form if one in topic): concept for form, concept in self.retriever.synonyms.found(text)
        }
        told = self.messages.has("medida.caso", fold(query.texto))
        found: list[Part] = []
        at = 0
        while at < len(typed):
            size = next(
                (n for n in range(min(LONGEST, len(typed) - at), 0, -1) if self._known(typed[at : at + n], concepts)), 1
            )
            shown = " ".join(written.get(word, word) for word in typed[at : at + size])
            part = replace(self._part(typed[at : at + size], concepts), typed=shown)
            # "La trajeron engañada…. ¿Hay algo para gente en esa situación?": of a story only what the plan has a word for.
            found.append(replace(part, needed=part.needed and (not told or part.tema is not None or part.meant != "")))
            at += size
        return list({(part.tema.nombre if part.tema else part.typed): part for part in found}.values())

    @staticmethod
    def _stems(typed: Sequence[str]) -> tuple[str, ...]:
        return tuple(stem(word) for word in typed)

    def _known(self, typed: Sequence[str], concepts: dict[tuple[str, ...], str]) -> bool:
        stems = self._stems(typed)
        return stems in concepts or self.temas.of_stems(stems) is not None

    def _written(self, typed: Sequence[str]) -> bool:
        """Whether words are told by their stems: short ones only as they are written, for "rut" shares that of "ruta"."""
        return all(len(word) > SHORT or word in self._words for word in typed)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that the rows of medidas write."""
        return frozenset(word for m in self.store.medidas.values() for word in words(self.store.quote(m.span)))

    def _part(self, typed: Sequence[str], concepts: dict[tuple[str, ...], str]) -> Part:
        stems = self._stems(typed)
        concept = concepts.get(stems)
        tema = self.temas.of_stems(stems) or (self.temas.of_stems(terms(concept)) if concept else None)
        rarity = self.store.vocabulary.rarity
        vague = self.messages.has("medida.vago", " ".join(typed))
        return Part(
            typed=" ".join(typed),
            meant=tema.nombre if tema else concept or "",
            # A field says more surely than a stem what is of it: "trabajadoras" shares that of "plan de trabajo".
            stems=()
            if tema is not None
            else tuple(frozenset(one) for one in (stems if self._written(typed) else (), terms(concept or "")) if one),
            weight=max(map(rarity, stems)),
            tema=tema,
            place=any(mention.lugar.clase == "pais" for mention in self._places(" ".join(typed))),
            people=tema is not None and self.temas.of_people(tema),
            needed=not vague and (tema is not None or concept is not None or not self.verbs.verb(typed[0])),
        )

    def holds(self, medida: Medida, part: Part) -> bool:
        """Whether the row of a medida says a part, or the medida is of the field that it names."""
        if part.tema is not None and is_of(medida, part.tema, self.known):
            return True
        row = self.retriever.row(medida)
        return any(stems <= row for stems in part.stems)

    def _places(self, text: str) -> Sequence[Mencion]:
        return self.lugares.find(text) if self.lugares is not None else ()

    def _score(self, medida: Medida, parts: Sequence[Part], near: dict[int, float]) -> float:
        written = self.store.vocabulary.held(medida.id)
        total = fsum(part.weight for part in parts)
        held = fsum(
            part.weight * (1.0 if self.holds(medida, part) else WRITTEN * any(stems <= written for stems in part.stems))
            for part in parts
        )
        return held / total + near.get(medida.numero, 0.0)

    def _chosen(self, query: Query, parts: Sequence[Part], holders: dict[Part, list[Medida]]) -> list[Medida]:
        """Those that hold all parts, or else the best of each, best first."""
        near = {medida.numero: hit.dense for medida, hit in self.retriever.medidas(query.texto)}
        score = {m.numero: self._score(m, parts, near) for m in self.store.medidas.values()}

        def best(medidas: Sequence[Medida]) -> list[Medida]:
            return sorted(medidas, key=lambda medida: (-score[medida.numero], medida.numero))

        whole = best([m for m in holders[parts[0]] if all(m in holders[part] for part in parts)])
        if whole:
            return [m for m in whole[:MOST] if score[m.numero] >= NEAR * score[whole[0].numero]]
        # What is to be done says more than for whom.
        matters = [part for part in parts if not part.people]
        of_each = [m for part in matters or parts for m in best(holders[part])[:EACH]]
        of_people = [m for part in parts if part.people and matters for m in best(holders[part])[:1]]
        chosen = [*best(list(dict.fromkeys(of_each))), *of_people]
        return list(dict.fromkeys(chosen))[:MOST]

    def _lead(self, parts: Sequence[Part], missing: Sequence[Part], chosen: Sequence[Medida]) -> Claim:
        whole = any(all(self.holds(medida, part) for part in parts) for medida in chosen)
        text = self.claims.texts(
            "medidas",
            "por_tema",
            total=len(self.store.medidas),
            faltan=[f"«{part.typed}»" for part in missing],
            partes=[f"«{part.typed}»" for part in parts],
            todo=whole,
        )
        total = count(len(self.store.medidas)) if missing else ()
        return Claim(text=text, computed=(*total, *stated(text)))

    def _row(self, medida: Medida, parts: Sequence[Part]) -> Claim:
        """The row of a medida, with what of the topic it holds."""
        (row,) = self.claims.rows([medida])
        why = [(part.typed, part.meant) for part in parts if self.holds(medida, part)]
        text = self.claims.texts("medidas", "por_que", partes=why)
        return row.model_copy(update={"text": f"{row.text} {text}", "computed": (*row.computed, *stated(text))})
