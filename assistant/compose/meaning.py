"""What is answered where a message asks what a thing is: the sentences that say it, before whatever else is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.compose.asked_thing import MORE
from assistant.compose.beginnings import Beginnings, Begun
from assistant.compose.defining import Defined, Defining
from assistant.compose.holdings import Holdings
from assistant.compose.posts import Posts
from assistant.compose.sentences import Sentence
from assistant.compose.undefined import Meanings
from assistant.focus import expected
from assistant.guide import GuideAnswerer
from assistant.not_found import not_found
from assistant.texts import Texts
from assistant.values import Claim, Draft, Query, Status
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Definicion, Span
from corpus.store import Store

CONTEXT_CHARS = 900
# "¿Para qué sirve entrevistar a…?" asks what doing it is good for, and no meaning.
_DOING = re.compile(r"[a-z]{2,}[aei]r(?:l[aeo]s?|se)? \w")
# A name of so many words at most that no first claims hold is defined nowhere; a longer one may be a description.
SHORT_NAME, FIRST_CLAIMS = 2, 3
MAX_PRACTICES = 3
_PRESIDES = re.compile(
    r"^\W*(?:\w+,? ){0,2}?quien (?:es (?:el|la) (?:actual )?president[ea]|preside)(?: (?:a|al|el|la|de|del))* (?P<body>[^,;.?!¿]+)"
)
_PRESIDENCY = re.compile(r"\bpresiden\w+\b.*\b(?:elect[oa]|recae|recayo|ejercid[oa])\b")
# A follow-up that names another thing and says no more.
# "¿En qué se diferencian el Sello y el Compromiso?", "no distingo entre la mesa y el comité".
_APART = re.compile(
    r"\b(?:diferenci\w+|disting\w+|confund\w+|me enred\w+)(?: (?:hay|existe|tiene[n]?))?(?: (?:entre|a|el|la|los|las))*"
    r" (?P<one>[a-z][a-z ]{3,50}?) (?:y|con|del?|versus|vs) (?:(?:el|la|los|las) )?(?P<other>[a-z][a-z ]{3,50}?)(?=\W*$|[?,;.]| en | segun )"
)
_EXAMPLE = re.compile(
    r"\bejemplos? (?:(?!de\b|para\b)\w+ ){0,3}?(?:de|para) (?:(?:el|la|los|las|un|una|que es|lo que es) )*(?P<thing>\w+)"
)
# "Para llenar las amenazas del FODA, ¿qué ejemplo da la guía?": of what was named before.
_AN_EXAMPLE = re.compile(
    r"\b(?:que|cual(?: es)?(?: el)?|algun|un) ejemplos? (?:\w+ ){0,2}?(?:da|dan|pone|ponen|trae|traen|hay|viene|usa|usan|sale|menciona)\b|\b(?:dame|deme|da|dan|pone|ponen|trae) (?:un|algun) ejemplo\b"
    r"|[:,] ?(?:un )?ejemplos?\W*$"
)
_ALSO = re.compile(
    r"^\W*(?:y|e|tambien) (?:(?:por|de|que es|que hay de) )?(?:(?:el|la|los|las|un|una) )?"
    r"(?P<thing>(?!(?:en|para|con|si|a|al|segun|desde|hasta|lo|otr[oa]s?)\b)(?:\w+ ?){1,4}?)(?:, (?:que|el cual|la cual|eso) [^¿?]*)?\W*$"
)
# "¿Qué es el IPE que sale en la medida 62?"
_LETTERS = re.compile(
    r"\bque (?:es|son|significan?|quieren? decir) (?:(?:el|la|los|las|eso de) )?(?P<letters>[a-z]{3,9})\b"
)


class MeaningDrafts:
    """Drafts that say what things are, from one index."""

    def __init__(
        self, store: Store, texts: Texts, messages: Cues, meanings: Meanings, guide: GuideAnswerer | None
    ) -> None:
        self.texts = texts
        self.store = store
        self.defining = Defining(store, messages)
        self.holdings = Holdings(store, self.defining.sorts)
        self.beginnings = Beginnings(self.defining, messages)
        self.posts = Posts(store.documents.values(), self.defining.acronyms, messages)
        self.meanings = meanings
        self.guide = guide

    def answer(self, query: Query, otherwise: Callable[[], Draft]) -> Draft | None:
        """What a thing is, where a message asks that, then what is ``otherwise`` said; None where it asks no such thing.

        Where just that is asked, nothing else is said. What no document defines is told by what they say of it.
        """
        line = query.propias if query.seguimiento else query.texto
        told = self._post(line) or self._begun(line, query) or self._exemplified(line, query, otherwise)
        if told is not None:
            return told
        if self.beginnings.to_come(line) and not query.medidas:
            claim = Claim(text=self.texts("estados", "futuro"), block="canned")
            return Draft(status=Status.OUT_OF_SCOPE, claims=(claim,), abstained=True)
        graded = self.guide is not None and self.guide.cues.has(
            "pide.minimo", line
        )  # "¿qué es lo mínimo?", "¿y lo ideal?"
        asked_before = query.seguimiento and not graded and self.defining.asked.subject(query.anterior)
        also = _ALSO.match(line) if asked_before else None
        if also is not None:  # "¿qué es un desplazado?", "¿y un refugiado?"
            line = f"¿que es {also['thing']}?"
        two = self._apart(line, query, otherwise)
        if two is not None:
            return two
        defined = self.defining.find(line, query.documentos, query.pregunta)
        if defined is None or _DOING.match(defined.name):
            return self._judged(line, query, otherwise)
        claims = self._said(defined)
        if claims:
            if not defined.more:
                entry = self.guide.definitions.named(defined.name) if self.guide else None
                found = [entry[0].id] if entry is not None else []
                ids = tuple(dict.fromkeys((*found, *(sentence.passage.id for sentence, _ in defined.sentences))))
                return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=ids)
            begun = self._begun_too(line, defined, query)
            if begun is not None:  # both are said, and the plan is not asked for a deadline
                return _before(claims, begun).model_copy(update={"entire": True})
            return _before(claims, otherwise())
        if defined.more or (self.guide is not None and self.guide.names_unit(line)):
            return None
        return self._undefined(query, defined, otherwise)

    def letters(self, line: str) -> list[Claim]:
        """What the letters stand for of which a folded line asks what they are, wherever it says that they stand: "¿qué es el
        IPE de la medida 62?"."""
        asked = _LETTERS.search(line)
        known = self.defining.acronyms.of(asked["letters"]) if asked is not None else None
        return [self._spelled(known)] if known is not None else []

    def _apart(self, line: str, query: Query, otherwise: Callable[[], Draft]) -> Draft | None:
        """What each of two things is whose difference is asked for, where the documents say it of both; that they do not,
        where what is ``otherwise`` said does not speak of both.

        Two of the glossary are set side by side elsewhere.
        """
        asked = _APART.search(line)
        if asked is None or self.guide is None:
            return None
        names = [asked[group].strip() for group in ("one", "other")]
        if names[0].count(" ") == 1 and " " not in names[1]:
            return None  # "objetivo general y específico": the second leans on the first's noun
        found = [self.defining.find(f"¿que es {name}?", query.documentos, query.pregunta) for name in names]
        if any(one is None for one in found) or all(self.guide.definitions.named(name) for name in names):
            return None
        said = [self._said(one) for one in found if one is not None]
        if not all(said):
            if expected(line) is not None:
                return None  # "¿cuántos puntos de diferencia hay entre…?" asks for a number
            draft = otherwise()
            worked_out = any(figure.computed for figure in draft.figures)  # a difference in numbers names what it is of
            known = draft.abstained or worked_out or self._of_both(names, draft)
            return draft if known else not_found(query, self.texts)
        ids = [sentence.passage.id for one in found if one is not None for sentence, _ in one.sentences[:1]]
        claims = tuple(claims[0].model_copy(update={"block": "lead"}) for claims in said)
        return Draft(status=Status.ANSWERED, claims=claims, record_ids=tuple(dict.fromkeys(ids)), entire=True)

    def _of_both(self, names: Sequence[str], draft: Draft) -> bool:
        """Whether a draft speaks of each of two things: it has the rarest word of its name, or what that stands for."""
        assert self.guide is not None
        told = set(terms(" ".join(claim.text for claim in draft.claims)))
        rarity = self.store.vocabulary.rarity
        for name in names:
            rarest = max(
                (word for word in words(name) if terms(word)), key=lambda word: rarity(terms(word)[0]), default=""
            )
            if not told & {*terms(rarest), *self.guide.concepts.synonyms.expansion(rarest)}:
                return False
        return True

    def _post(self, line: str) -> Draft | None:
        """Who holds a post, where that is asked and somebody signs so."""
        post = self.posts.find(line)
        if post is None:
            return self._chair(line)
        text = self.texts("estados", "cargo", c=post, d=self.store.documents[post.document])
        return Draft(status=Status.ANSWERED, claims=(Claim(text=text, spans=(post.span,)),))

    def _chair(self, line: str) -> Draft | None:
        """Who presides over a body, where that is asked and a sentence says on whom its presidency fell."""
        asked = _PRESIDES.search(line)
        for name in self.defining.names_of(asked["body"].strip()) if asked is not None else ():
            for _, sentence, _ in self.defining.naming(name):
                if _PRESIDENCY.search(sentence.folded):
                    claim = Claim(text=sentence.text, spans=self.defining.sentences.spans(sentence))
                    return Draft(status=Status.ANSWERED, claims=(claim,), record_ids=(sentence.passage.id,))
        return None

    def _begun(self, line: str, query: Query) -> Draft | None:
        """When a thing began, where that is asked and a sentence dates it."""
        told = self.defining.asked.subject(query.anterior) if query.seguimiento else None
        if query.medidas:
            return None
        begun = self.beginnings.find(line, query.documentos, told[0] if told else None, follows=query.seguimiento)
        return self._dated(begun) if begun is not None else None

    def _dated(self, begun: Begun) -> Draft:
        """The sentences that date a beginning, and the passage of the first."""
        said = [
            self._claim(begun.name, sentence, spans, first=not at)
            for at, (sentence, spans) in enumerate(begun.sentences)
        ]
        ids = tuple(dict.fromkeys(sentence.passage.id for sentence, _ in begun.sentences))
        return Draft(status=Status.ANSWERED, claims=(*said, *self._around(*begun.sentences[0])), record_ids=ids)

    def _begun_too(self, line: str, defined: Defined, query: Query) -> Draft | None:
        """When the thing began or is to begin of which it is asked what it is: "¿qué es X y para cuándo estaría lista?"."""
        rest = MORE.search(line)
        asked = rest.group().strip() if rest is not None else ""
        begun = self.beginnings.find(asked, query.documentos, defined.name) if asked else None
        return self._dated(begun) if begun is not None else None

    def _exemplified(self, line: str, query: Query, otherwise: Callable[[], Draft]) -> Draft | None:
        """The definition of which an example is asked, where it holds one: "¿qué ejemplo dan de fortaleza?", "¿y de amenaza?"."""
        asked = _EXAMPLE.search(line)
        if asked is None and query.seguimiento and _EXAMPLE.search(query.anterior):
            asked = _ALSO.match(line)
        entry = self.guide.definitions.named(asked["thing"]) if self.guide and asked is not None else None
        if asked is None and _AN_EXAMPLE.search(line):
            entry = self._named_with_example(line)
        if entry is None or "ejemplo" not in fold(entry[1].text):
            return None
        draft = otherwise()
        claims = () if draft.abstained else tuple(claim for claim in draft.claims if claim != entry[1])
        return Draft(status=Status.ANSWERED, claims=(entry[1], *claims), record_ids=(entry[0].id,))

    def _named_with_example(self, line: str) -> tuple[Definicion, Claim] | None:
        """The one concept that a word of a folded line names and whose definition gives an example; None for none or several."""
        named = [self.guide.definitions.named(word) for word in words(line)] if self.guide else []
        found = {entry[0].id: entry for entry in named if entry is not None and "ejemplo" in fold(entry[1].text)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _around(self, sentence: Sentence, spans: Sequence[Span]) -> list[Claim]:
        """The passage that a sentence stands in, where it says more and is no longer than a screen."""
        title = sentence.passage.ruta[-1] if sentence.passage.ruta else ""
        whole = sentence.passage.texto.texto.removeprefix(title).strip()
        if not len(sentence.text) + 40 < len(whole) <= CONTEXT_CHARS:
            return []
        text = self.texts("pasajes", "contexto", texto=whole)
        return [Claim(text=text, spans=sentence.passage.texto.spans, block="note")]

    def _judged(self, line: str, query: Query, otherwise: Callable[[], Draft]) -> Draft | None:
        """The definition by which a document that is named answers whether a thing is so; None where it has none."""
        thing = self.defining.asked.judged(line) if query.documentos else None
        entry = self.guide.definitions.named(thing) if self.guide and thing else None
        if entry is None or entry[0].document not in query.documentos:
            return None
        draft = _before([entry[1]], otherwise())
        return draft.model_copy(update={"entire": True})  # whichever way it is put: "¿es X o es Y?"

    def _said(self, defined: Defined) -> list[Claim]:
        """The entry of the glossary, the name written out, and the sentences that define, each once."""
        entry = self.guide.definitions.named(defined.name) if self.guide else None
        claims = [entry[1]] if entry is not None else []
        if not claims and defined.written_out is not None and (defined or self.defining.mentions(defined.name)):
            claims.append(self._written_out(defined))
        for sentence, spans in defined.sentences:
            if not any(_same(sentence.text, claim.text) for claim in claims):
                claims.append(self._claim(defined.name, sentence, spans, first=not claims))
        if not defined and defined.written_out is not None:
            claims += [
                self._claim(defined.name, sentence, spans) for sentence, spans in self.defining.mentions(defined.name)
            ]
        if defined.sentences and entry is None:
            claims += self._around(*defined.sentences[0])
        return claims

    def _written_out(self, defined: Defined) -> Claim:
        assert defined.written_out is not None
        return self._spelled(defined.written_out)

    def _spelled(self, written_out: tuple[str, str, Span]) -> Claim:
        letters, name, span = written_out
        return Claim(text=self.texts("estados", "sigla", sigla=letters, nombre=name), spans=(span,))

    def _claim(self, name: str, sentence: Sentence, spans: Sequence[Span], *, first: bool = False) -> Claim:
        """A sentence, under its heading where that alone names what it tells of."""
        title = _without_mark(sentence.passage.ruta[-1]) if sentence.passage.ruta else ""
        text = sentence.text
        if not self.defining.names(name, text) and self.defining.names(name, title):
            text, spans = f"**{title}**: {text}", sentence.passage.texto.spans
        return Claim(text=text, spans=tuple(spans), block="lead" if first else "item")

    def _undefined(self, query: Query, defined: Defined, otherwise: Callable[[], Draft]) -> Draft | None:
        """What is said of a thing of several words that no document defines; None where that is told elsewhere."""
        content = [word for word in words(defined.name) if word not in STOP_WORDS]
        typed = _as_written(query.pregunta, defined.name)
        if len(content) < 2:
            return self._under_heading(defined.name) or self._unheard(query, typed, content)
        said = self.defining.mentions(defined.name, query.documentos)
        if not said:
            named = _as_name(query.pregunta, typed) and not self.holdings.knows(defined.name)
            return self._nothing(typed) if named else self._nearest(defined.name, typed, otherwise())
        draft = otherwise()
        if draft.status is Status.OUT_OF_SCOPE:
            return draft
        if not draft.abstained and self.holdings.is_practice(defined.name):
            return self._practices(defined.name, draft)
        texts = [(sentence.heading, sentence.text) for sentence, _ in said]
        name = re.compile(r"\W+".join(re.escape(word) for word in words(defined.name)))
        told = any(name.search(fold(claim.text)) for claim in draft.claims[:1])
        if (
            not draft.abstained
            and told
            and (_is_name(defined.name, said) or self.meanings.explained(defined.name, texts))
        ):
            return draft
        claims = [Claim(text=self.texts("estados", "sin_definicion", nombre=typed), block="canned")]
        claims += [self._claim(defined.name, sentence, spans) for sentence, spans in said]
        if _is_name(defined.name, said) and not draft.abstained:
            return Draft(status=Status.ANSWERED, claims=(*claims, *draft.claims), record_ids=draft.record_ids)
        return Draft(status=Status.NOT_FOUND, claims=tuple(claims), abstained=True)

    def _practices(self, name: str, draft: Draft) -> Draft:
        """What was done in the practices whose titles hold a name, where a draft tells of none."""
        if any(record.startswith("practica:") for record in draft.record_ids):
            return draft
        found = self.holdings.practices(name)[:MAX_PRACTICES]
        pieces = [(one, next((el for el in one.campos if el.clave == "descripcion"), None)) for one in found]
        claims = [
            Claim(
                text=f"**{one.titulo.texto}** ({one.lugar.texto}): {' '.join(element.texto.texto.split())}",
                spans=(*one.titulo.spans, *one.lugar.spans, *element.texto.spans),
                block="lead" if not at else "item",
            )
            for at, (one, element) in enumerate(pieces)
            if element is not None
        ]
        if not claims:
            return draft
        return Draft(status=Status.ANSWERED, claims=tuple(claims), record_ids=tuple(one.id for one in found))

    def _nearest(self, name: str, typed: str, draft: Draft) -> Draft | None:
        """What comes nearest to a thing that is nowhere named so, where the first that is told holds not all its words."""
        asked = set(terms(name))
        held = [asked & set(terms(claim.text)) for claim in draft.claims[:FIRST_CLAIMS]]
        if not draft.abstained and self.holdings.is_practice(name):
            return self._practices(name, draft)
        of_practice = any(held) and any(record.startswith("practica:") for record in draft.record_ids[:1])
        if draft.abstained or of_practice or len(asked) > SHORT_NAME or asked in held:
            return draft
        claim = Claim(text=self.texts("estados", "sin_definicion", nombre=typed), block="canned")
        return Draft(status=Status.NOT_FOUND, claims=(claim, *draft.claims), abstained=True)

    def _under_heading(self, name: str) -> Draft | None:
        """What a section tells that bears a name, with no more than the sort of thing it is: "Programa de **Rezago**"."""
        passage = self.holdings.section(name)
        if passage is None:
            return None
        title = _without_mark(passage.ruta[-1])
        body = passage.texto.texto.removeprefix(passage.ruta[-1]).strip()
        claim = Claim(text=f"**{title}**: {body}", spans=passage.texto.spans)
        return Draft(status=Status.ANSWERED, claims=(claim,), record_ids=(passage.id,))

    def _unheard(self, query: Query, typed: str, content: Sequence[str]) -> Draft | None:
        """That no document holds the one word whose meaning is asked, and nothing else, nor anything it stands for."""
        if query.seguimiento or self.meanings.subject(query.texto) not in content:
            return None  # "SMART: ¿qué significa cada letra?" asks of what stands before
        synonyms = self.guide.concepts.synonyms if self.guide else None
        known = synonyms is None or synonyms.concepts(typed)
        if known or not content or self.holdings.heard(content[0]):
            return None
        claim = Claim(text=self.texts("estados", "sin_mencion", nombre=typed), block="canned")
        return Draft(status=Status.NOT_FOUND, claims=(claim,), abstained=True)

    def _nothing(self, name: str) -> Draft:
        claim = Claim(text=self.texts("estados", "no_encontrado", buscado=f"«{name}»"), block="canned")
        return Draft(status=Status.NOT_FOUND, claims=(claim,), abstained=True)


def _before(claims: Sequence[Claim], draft: Draft) -> Draft:
    """A draft after what a thing is; the draft alone where it says that at its beginning."""
    if draft.abstained:
        return Draft(status=Status.ANSWERED, claims=tuple(claims))
    if any(_same(claims[0].text, claim.text) for claim in draft.claims[:2]):
        return draft
    rest = tuple(claim for claim in draft.claims if not any(_same(own.text, claim.text) for own in claims))
    return draft.model_copy(update={"claims": (*claims, *rest)})


def _same(one: str, other: str) -> bool:
    """Whether one text says all of another, whatever marks stand around it."""
    plain, told = (" ".join(words(text)) for text in (one, other))
    return plain in told or told in plain


def _as_written(question: str, name: str) -> str:
    """A folded name as a question writes it."""
    match = re.search(r"\W+".join(re.escape(word) for word in words(name)), fold(question))
    return question[match.start() : match.end()] if match is not None and len(fold(question)) == len(question) else name


def _as_name(question: str, typed: str) -> bool:
    """Whether a question writes a thing as a name: in quotation marks, or each telling word in capitals."""
    telling = [word for word in re.findall(r"\w+", typed) if fold(word) not in STOP_WORDS]
    quoted = re.search(rf"[«“\"']{re.escape(typed)}", question) is not None
    return quoted or all(word[0].isupper() for word in telling)


def _is_name(name: str, said: Sequence[tuple[Sentence, tuple[Span, ...]]]) -> bool:
    """Whether the documents write a thing as a name, always in capitals: a programme, a body, a system."""
    last = [word for word in words(name) if word not in STOP_WORDS][-1]
    written = [
        sentence.text[match.start()].isupper()
        for sentence, _ in said
        for match in re.finditer(rf"\b{re.escape(last)}", sentence.folded)
    ]
    return bool(written) and all(written)


def _without_mark(title: str) -> str:
    return re.sub(r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[IVX]+)[.)])+\s+", "", title)
