"""Of which thing a message asks what it is: "¿qué es X?", "X: definición", "¿a qué le llaman X?", "¿X es…?"."""

from __future__ import annotations

import re

from assistant.compose.acronyms import Acronyms
from corpus.analysis import STOP_WORDS, terms, words
from corpus.cues import Cues

MORE = re.compile(
    r" (?:y|i|e|o|pero|porque|cuando|si|and) (?:(?:a|en|con|por|para|pa|de) )?(?:que|q|k|ke|quien|quienes|cual|cuales|cuanto|cuantos|cuanta|cuantas|como|komo|donde|cuando|para)\b.*$"
)
# A name of several words and what a clause says of it: "la etapa de admisibilidad **que trajo la ley**".
_RELATIVE = re.compile(r"^(\w{2,}(?: (?:de|del|la|el|los|las))* \w{4,}(?: \w+)*?) que \w{3,}.*$")
# One word and what a clause says of it, which may be letters: "el pladeco **que nos piden**".
_ONE_RELATIVE = re.compile(r"^(?P<letters>\w+) que \w{2,}.*$")
# "Me hablaron de X, ¿a quién ampara eso?": what a thing is says whom it is for.
_WHOM = r"a quien(?:es)? (?:ampara|protege|cubre|beneficia|sirve|apunta|esta dirigid[oa])"
_FOR_WHOM = re.compile(
    r"\b(?:hablaron|hablan|comentaron|contaron|dijeron|mencionaron) (?:del?|sobre) (?:(?:el|la|los|las|un|una) )?"
    rf"(?P<thing>[^,;.?!¿]{{4,60}}?),? ¿?{_WHOM} (?:eso|esto|esa|ese)\W*$"
)
# "¿Qué mide el ITA, **ese índice de transparencia**?" says of what sort the thing is.
_APPOSED = re.compile(r", es[aeo]s? (?:\w+ ?){1,6}(?=\W*$)")
_JOINED = re.compile(r"(?:y|e|o) ")


class AskedThings:
    """Reads the things whose meaning is asked, by the words of ``mensajes.toml``; letters are those that documents explain."""

    def __init__(self, acronyms: Acronyms, messages: Cues) -> None:
        self.acronyms = acronyms
        asks, after, roundabout, opening, where = (
            messages.any_of(*groups)
            for groups in (
                ("significado.pregunta", "definir.pregunta"), ("definir.tras",), ("significado.rodeo",),
                ("significado.apertura",), ("significado.donde",),
            )
        )  # fmt: skip
        article = r"(?:(?:el|la|los|las|un|una|lo|ese|esa|esos|esas|(?:eso|lo) del?(?: la| los| las)?) )?"
        self._asks = re.compile(
            rf"(?:^|[^\w ] *|\b{opening},? |\b(?:segun|en|para|de acuerdo con) (?:la |el |los |las )?{where},? )(?:[a-z]+ )?{asks} (?:{roundabout} ){{0,2}}{article}(?P<thing>[^,;:.?!¿()]+)"
        )
        self._after = re.compile(
            rf"^\W*(?:(?:{opening}|{roundabout}),? )?{article}(?P<thing>[^,;.?!¿]{{2,60}}?)(?:[,:»\"”]+| \([^)]*\)[,:]?)? ¿?"
            rf"(?:(?:{messages.any_of('definir.rotulo')})(?:,| y| e) )?(?:{after})\b"
        )
        # "¿Cómo define **la guía** la integración?": who defines it is no part of its name.
        self._definer = re.compile(
            rf"\b(define|defina|definen|entiende|entienden|llama|llaman) (?:la |el |los |las ){where}(?: (?:municipal|publica|nacional|de migracion))? (?=(?:(?:por|al?|el|la|los|las|un|una) )+\w+(?: \w+)?\W*$)"
        )
        # "¿Cómo define la guía **integración**?", "¿cómo define integración **la guía**?": behind "cómo" it is always who defines.
        self._how = re.compile(
            rf"\bcomo (?P<verb>define|definen|entiende|entienden) (?:(?:la|el|los|las) {where}(?: (?:municipal|publica|nacional|practica))? (?P<before>[a-z]\w{{3,}}(?: \w+){{0,3}}?)"
            rf"|(?:(?:la|el|los|las|un|una|a) )*(?P<behind>[a-z]\w{{3,}}(?: \w+){{0,3}}?) (?:la|el|los|las) {where}(?: (?:municipal|publica|nacional|practica))?)(?=\W*$)"
        )
        self._where = re.compile(rf" (?:segun|en|para|de acuerdo con|de) (?:la |el |los |las )?{where}\b.*$")
        self._is_it = re.compile(
            r"(?:^|[¿,:;] ?)(?:si )?(?:el|la|los|las) (?P<thing>\w+(?: (?:de )?\w+){0,3}?) (?:es|son|seria|serian)\b"
        )
        self._counts_as = re.compile(
            rf"\b(?:{messages.any_of('definir.cuenta_como')}) (?:(?:ser|un|una|el|la) )*(?P<thing>\w+(?: de \w+)?)"
        )
        self._speaks_of = re.compile(
            rf"\b(?:{messages.any_of('definir.habla_de')}) (?:(?:el|la|los|las|un|una) )?(?P<thing>\w+(?: (?:de )?\w+){{0,3}}?)"
            r"(?=,? ¿?(?:es|son|quiere|quieren|se refiere|se refieren|significa|incluye|incluyen|habla|hablan)\b)"
        )
        self.bare = re.compile(rf"(?:{asks})(?: (?:eso|esto|ese|esa|este|esta))?(?:,? y {_WHOM})?\W*$")

    def subject(self, line: str) -> tuple[str, bool] | None:
        """What a folded message asks the meaning of, and whether it asks more than that; None where it asks none."""
        text = self._definer.sub(r"\1 ", _APPOSED.sub("", " ".join(line.split())))
        text = self._how.sub(lambda m: f"{m['verb']} {m['before'] or m['behind']}", text)
        match = next(reversed(list(self._asks.finditer(text))), None)
        if match is None or _JOINED.match(match["thing"]):  # "ITA: qué mide **y sigla**"
            match = self._after.search(text) or match or _FOR_WHOM.search(text)
        if match is None:
            return None
        rest = f"{match['thing']}{text[match.end('thing') :]}"
        thing = self._where.sub("", f" {MORE.sub('', match['thing'])}").strip(" \"'«»“”")
        thing = _RELATIVE.sub(r"\1", thing)
        letters = _ONE_RELATIVE.match(thing)
        thing = letters["letters"] if letters is not None and self.acronyms.of(letters["letters"]) else thing
        said = [word for word in words(thing) if word not in STOP_WORDS]
        # "PLADECO: definición **y duración mínima**" asks more of what stands before.
        if (
            _JOINED.match(thing)
            or not said
            or len(said) > 7
            or re.search(r"\b(?:que|cuando|quien|donde|como)\b|\d{2}", thing)
        ):
            return None
        more = MORE.search(match["thing"]) is not None
        more = more or len(terms(self._where.sub("", f" {rest}"))) - len(terms(thing)) > 1
        return thing, more

    def judged(self, line: str) -> str | None:
        """The thing of which a folded message asks whether it is so, or whether something counts as it; or None.

        "¿La integración es de los dos lados?", "¿eso cuenta como ser migrante?", "cuando habla de X, ¿es que…?"
        """
        match = self._speaks_of.search(line) or self._is_it.search(line) or self._counts_as.search(line)
        return match["thing"].strip() if match is not None else None
