"""The reader of questions: decides what a question asks for, of what, and under which filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from assistant.select import holds_words, select
from assistant.understand import followup
from assistant.understand.filters import read_filters
from assistant.understand.text import Speller, folded_line, tidy
from assistant.values import Campo, Filtros, Kind, Query, Turn
from corpus.analysis import STOP_WORDS, stem, terms, words
from corpus.cues import Cues
from corpus.english import English
from corpus.lexicon import Instituciones
from corpus.store import Store

_ENGLISH = re.compile(r"\b(?:the|what|which|how|who|when|where|does|did|is|are|of|and|for|many|much|people|measures?)\b")
_SPANISH = re.compile(r"\b(?:el|la|los|las|que|cual|cuanto|cuantas|cuantos|como|quien|cuando|donde|es|son|del|de|y|para|en)\b")
_COUNT = re.compile(
    r"\b(?:cuantas|numero de|cantidad de|total de|how many|conteo de) (?:\S+ ){0,3}(?:medidas|measures)\b"
    r"|\bmedidas en total\b|\btotal (?:de )?medidas\b|\bmedidas\b.{0,60}\b(?:cuantas son|numero total|cuantas en total)\b"
    r"|\bcuantas (?:son|hay|tiene|tienen|le|les|se|comparte|comparten|quedaron|quedan|vencen|vencian|vencieron|estan|fueron|"
    r"corresponden|dependen|lleva|llevan|tenia|en total|de (?:ellas|esas|estas|las)|esas|estas)\b|\bcuantas\W*$"
)
SMALL_TALK = ("quien", "adios", "queja", "hola", "gracias")
STRUCTURED = (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO, Kind.MEDIDA_AGRUPADA, Kind.MEDIDA_CAMPO, Kind.MEDIDA_TEMA, Kind.EJE)


class Reader:
    """Reads questions against one index and one lexicon; ``today`` is injected."""

    def __init__(
        self,
        store: Store,
        known: Instituciones,
        cues: Cues,
        english: English,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.store = store
        self.known = known
        self.cues = cues
        self.english = english
        self.today = today
        phrases = [phrase.replace("*", "") for group in cues.groups.values() for phrase in group]
        names = [form for entry in known.entries for form in (*entry.formas, *entry.comunes)]
        self.speller = Speller([*phrases, *names], store.vocabulary.counts)
        self._plan_names = tuple({name for m in store.medidas.values() for name in m.instituciones})

    def read(self, question: str, turns: tuple[Turn, ...] = ()) -> Query:
        """What a question asks for, in the light of the turns before it (oldest first)."""
        text = tidy(question)
        line = folded_line(text, self.speller)
        english = len(_ENGLISH.findall(line)) >= 2 and len(_ENGLISH.findall(line)) > len(_SPANISH.findall(line))
        if english:
            line = self.english.translate(text)
        if not words(line):
            return Query(pregunta=question, texto=text, kind=Kind.POCO_CLARO, ingles=english)
        greeting = self._greeting(line)
        if greeting:
            return Query(pregunta=question, texto=text, kind=Kind.SALUDO, motivo=greeting, ingles=english)
        filtros, rest = read_filters(
            line, known=self.known, ejes=self.store.ejes, extra=self._plan_names, cues=self.cues, today=self.today()
        )
        campos = self._campos(line)
        query = self._alone(question, text, line, filtros, rest, campos, english)
        if followup.points_back(line, turns):
            return self._continued(query, line, rest, turns)
        return query

    def _greeting(self, line: str) -> str | None:
        """Which small talk a line is, where it is nothing else: no word of it is of the documents."""
        kinds = [name for name in SMALL_TALK if self.cues.has(f"saludo.{name}", line)]
        if not kinds:
            return None
        left = line
        for name in (*SMALL_TALK, "relleno"):
            left = self.cues.strip(f"saludo.{name}", left)
        content = [word for word in words(left) if word not in STOP_WORDS]
        of_documents = [word for word in content if self.store.vocabulary.knows(stem(word))]
        asks_of_itself = kinds[0] == "quien"
        small = len(content) <= (3 if asks_of_itself else 1) and len(of_documents) <= (2 if asks_of_itself else 0)
        return kinds[0] if small else None

    def _campos(self, line: str) -> tuple[Campo, ...]:
        return tuple(campo for campo in Campo if self.cues.has(f"campo.{campo.value}", line))

    def _alone(
        self, question: str, text: str, line: str, filtros: Filtros, rest: str, campos: tuple[Campo, ...], english: bool
    ) -> Query:
        """What a question asks for when it stands by itself."""
        cues = self.cues
        says_medidas = re.search(r"\bmedidas?\b|\bmeasures?\b", line) is not None
        plural = re.search(r"\bmedidas\b|\bmeasures\b|\bcompromisos\b|\bacciones\b", line) is not None
        says_plan = cues.has("pide.plan", line)
        progress = cues.has("pide.avance", line)
        topic = self._topic(rest)
        about = self._about(rest)
        counts = _COUNT.search(line) is not None and (says_medidas or bool(filtros.instituciones))
        order = next((name for name in ("primero", "ultimo", "mas", "menos") if cues.has(f"pide.{name}", line)), None)
        group = self._group(line)
        narrowing = filtros.model_copy(update={"numeros": ()})
        kind = Kind.PASAJE
        if filtros.numeros:
            kind = Kind.MEDIDA_CAMPO
        elif group and says_medidas and (counts or order in ("mas", "menos") or re.search(r"\bpor\b|\bcada\b|distribu", line)):
            kind = Kind.MEDIDA_AGRUPADA
        elif counts and (narrowing or not topic) and not (progress and topic):
            kind = Kind.MEDIDA_CONTEO
        elif filtros.ejes or filtros.sin_ejes:
            several = plural or cues.has("pide.listar", line) or narrowing.model_copy(update={"ejes": ()})
            kind = Kind.MEDIDA_LISTA if several else Kind.EJE
        elif filtros.plazo_invalido:
            kind = Kind.MEDIDA_LISTA
        elif plural and narrowing and not progress:
            kind = Kind.MEDIDA_LISTA
        elif (filtros.instituciones or filtros.sin_instituciones) and says_plan and cues.has("pide.medidas", line):
            kind = Kind.MEDIDA_LISTA
        elif plural and order in ("primero", "ultimo") and Campo.PLAZO in campos and not topic:
            kind = Kind.MEDIDA_LISTA
        elif plural and cues.has("pide.mencion", line) and self._words(about, filtros):
            kind = Kind.MEDIDA_LISTA
        if kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO):
            filtros = filtros.model_copy(update={"palabras": self._words(about, filtros)})
        return Query(
            pregunta=question,
            texto=line,
            resto=rest,
            kind=kind,
            filtros=filtros,
            campos=campos,
            agrupar=group if kind is Kind.MEDIDA_AGRUPADA else None,
            orden=order if kind in STRUCTURED else None,
            documentos=tuple(id for id in self.store.documents if self._names(id, line)),
            medidas=says_medidas or says_plan,
            plural=plural,
            avance=progress,
            cifra=cues.has("dato.numero", line),
            ingles=english,
        )

    def _names(self, document: str, line: str) -> bool:
        """Whether a line names a document."""
        return f"documento.{document}" in self.cues.groups and self.cues.has(f"documento.{document}", line)

    def _topic(self, rest: str) -> tuple[str, ...]:
        """The stems of the words that say what a question is about, beyond the words that questions are made of."""
        left = rest
        for group in self.cues.groups:
            if group.split(".")[0] in ("campo", "pide", "generico"):
                left = self.cues.strip(group, left)
        return tuple(dict.fromkeys(terms(left)))

    def _about(self, rest: str) -> tuple[str, ...]:
        """The stems of the topic that a question names as such: "sobre niñez", "que mencionan la interoperabilidad"."""
        cue = self.cues.find("pide.mencion", rest) or self.cues.find("pide.sobre", rest)
        return self._topic(re.split(r"[?.;,]", rest[cue.end() :])[0]) if cue else ()

    def _words(self, topic: tuple[str, ...], filtros: Filtros) -> tuple[str, ...]:
        """The stems of the topic that narrow a set of medidas: those that some of them, and not all, hold."""
        found = select(self.store.medidas, filtros, self.known)
        narrowing = []
        for stem in topic:
            holding = [medida for medida in found if holds_words(medida, (stem,))]
            if holding and len(holding) < len(found):
                narrowing.append(stem)
        return tuple(narrowing) if any(holds_words(medida, narrowing) for medida in found) else ()

    def _group(self, line: str) -> Campo | None:
        for name, campo in (("eje", Campo.EJE), ("institucion", Campo.INSTITUCION), ("plazo", Campo.PLAZO)):
            if self.cues.has(f"pide.por_{name}", line):
                return campo
        return None

    def _continued(self, query: Query, line: str, rest: str, turns: tuple[Turn, ...]) -> Query:
        """A message that points back, with what it carries over from the last turn that had a subject."""
        last = next((turn for turn in reversed(turns) if turn.query.kind not in (Kind.SALUDO, Kind.POCO_CLARO)), None)
        if last is None:
            return query
        before = last.query
        narrowing = query.filtros.model_copy(update={"numeros": ()})
        if last.medidas and not query.filtros.numeros:
            among = re.search(r"\b(?:esas|esos|estas|estos|ellas|cuales|cuantas|those|these|them|de las anteriores)\b", line)
            if among and (narrowing or len(last.medidas) > 1):
                filtros = narrowing.model_copy(update={"numeros": last.medidas})
                kind = Kind.MEDIDA_CONTEO if self.cues.has("pide.cuantas", line) else Kind.MEDIDA_LISTA
                if not narrowing and query.campos:
                    kind = Kind.MEDIDA_CAMPO
                carried = f"las {len(last.medidas)} medidas de la respuesta anterior"
                return query.model_copy(update={"kind": kind, "filtros": filtros, "arrastre": carried})
            if before.kind in STRUCTURED and before.filtros and (narrowing or followup.is_correction(line)):
                filtros = followup.merged(before.filtros.model_copy(update={"numeros": ()}), narrowing)
                kind = before.kind if before.kind is not Kind.MEDIDA_CAMPO else Kind.MEDIDA_LISTA
                return query.model_copy(update={"kind": kind, "filtros": filtros, "arrastre": f"«{last.question}»"})
            if query.campos and not narrowing:
                filtros = Filtros(numeros=last.medidas)
                numbers = ", ".join(map(str, last.medidas))
                carried = f"la medida {numbers}" if len(last.medidas) == 1 else f"las medidas {numbers}"
                return query.model_copy(update={"kind": Kind.MEDIDA_CAMPO, "filtros": filtros, "arrastre": carried})
        if query.kind in STRUCTURED and query.filtros and query.kind is not Kind.EJE:
            return query
        return query.model_copy(
            update={
                "texto": followup.joined(before.texto, line),
                "seguimiento": True,
                "records": last.record_ids,
                "arrastre": f"«{last.question}»",
            }
        )
