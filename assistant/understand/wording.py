"""Words that a question seeks in the text or the indicators of medidas: "las que hablan de convenios"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.select import holds
from assistant.understand.mentions import Mention
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.values import Palabras
from corpus.analysis import STOP_WORDS, terms, words
from corpus.records import Medida

_END = re.compile(
    r"[?¿;:()]|(?<!\w)(?:o|y) (?:que )?(?:las?|los?) \w+n\b|\.(?!\d)|,(?! \w+ (?:y|o) )|\s{2,}|(?<!\w)(?:en (?:su|el|los|sus|la)? ?(?:texto|indicador(?:es)?|redaccion|descripcion|enunciado|plan|indicador o texto)|sea en|ya sea|tiene[n]?|esta[n]?|vence[n]?|son|que|cual|cuales|cuant\w+|quien|cuando|pero|hay|excepto|salvo|menos|fuera|sin|exclusiv\w*|compartid\w*|junto|ni|dentro|segun|con plazo|a cargo|del plan|porque|"
    r"como|por favor|gracias|y (?:que|cual|cuales|cuando|quien|sus?|en|a|con|su)|en total|o no|"
    r"e indica\w*|y dime|y dame)(?!\w)"
)
# How something is said, where, and of whom, before what is said; what one does with it ("armar una mesa").
_PREAMBLE = re.compile(
    r"^(?:(?:\w+mente|(?:de|en) (?:forma|manera) \w+|(?:\w+[aei]r,? (?:o|y|u) )+\w+[aei]r|en (?:su|el|los|sus)? ?(?:texto|indicador(?:es)?)(?: o (?:su |en su )?(?:texto|indicador))?|a|quienes|quien|las? personas?|los?|las?|estan?|en|de|del|el|"
    r"un[oa]?s?|algun[oa]?s?|la palabra|las palabras|el termino|la expresion|el concepto|hacer|armar|crear|formar|realizar|elaborar|dictar|firmar|tener|que)(?: |$))+"
)
# What medidas are or set out to do, where no word says that it is their text that is meant.
_WEAKLY = re.compile(
    r"\b(?:medidas? (?:que )?(?:son|sean|eran|contempl\w+|consider\w+|implic\w+|incluy\w+|busc\w+|apunt\w+ a|propon\w+|exig\w+|piden|requier\w+|cre[ae]n|establec\w+|suponen|involucr\w+|correspond\w+ a|tratan)"
    r"|(?:tiene[n]?|con|cuyo) (?:como )?(?:un |el )?indicador(?:es)?(?: es| sea| de| que sea| (?:pid|exig|requier|mencion|dig|dic|nombr|cit)\w+| habla de| consiste en)?|se mide[n]? (?:con|por|mediante|a traves de)"
    r"|medidas? (?:en (?:las )?que )?(?:el|su) (?:indicador|producto|resultado) (?:es|sea|pide|exige|requiere|consiste en|dice|habla de)(?: que (?:se )?\w+)?"
    r"|medidas? lo que se (?:pide|exige|requiere|mide) es(?: que (?:se )?\w+)?"
    r"|las que (?:son|sean|eran)(?: de(?: la)?)?)\s(?=\S)"
)
# "los proyectos de ley del plan", "¿qué convenios contempla el plan?"
_OF_PLAN = re.compile(
    r"\b(?:que|cuales(?: son)?(?: tod[oa]s)?(?: l[oa]s)?|cuant[ao]s|l[oa]s|tod[oa]s l[oa]s|lista\w*(?: de)?(?: l[oa]s)?|dime|dame|hay) (?P<what>[a-z ]{4,40}?)"
    r"(?: (?:que |se )?(?:hay|tiene|contempla\w*|incluye\w*|considera\w*|propone\w*|trae|promete|compromete\w*|crea|estan|aparecen|figuran|son|prev\w+))?(?: en| del?)? (?:el )?(?:plan|pnme)\b"
)
# "convenios que vencen en 2023"
_THINGS = re.compile(
    r"^\W*(?:(?:y |dame |dime |muestrame |lista(?:me)? |hay )*(?:que|cuales(?: son)?|cuant[ao]s|l[oa]s|tod[oa]s)? ?(?:l[oa]s )?)(?P<what>[a-z]{4,}(?: de (?!l[ao]s?\b|el\b)[a-z]{3,})?)(?= )"
)
# "nombran a otro país": whichever it is.
_ABROAD = re.compile(
    r"\b(?:(?:otros?|algun|alguna|un) (?:pais(?:es)?|nacion(?:es)?)|pais(?:es)? (?:extranjer|vecin|limitrof|distint)\w+|pais(?:es)? (?:o|y) (?:su )?nacionalidad)\b"
)
# "sobre trata de personas": the crime, and not what something is about.
_CRIME = re.compile(
    r"(?:\b(?:sobre|contra|de|del|la|por|para|en|con|y|o) |^\W*)trata (?=de\b)"
    # "Medida trata de personas": what treats of anybody treats of some people.
    r"|\bmedidas? trata (?=de personas(?: (?:y|e|o|en el plan|del plan)\b|,|\W*$))"
)
# "¿Qué medidas del MINREL contiene el plan?": whose medidas they are, and no word that they hold.
_OF_THE_WHOLE = re.compile(
    r"\b(?:contiene|incluye|contempla|considera|trae|menciona|nombra|establece)n? (?=(?:el|este) plan(?: nacional)?(?: de (?:accion|migracion\w*))?\W*$)"
)
# "la de interoperabilidad, no la del MINVU ni la de la Bolsa de Empleo": which one is not meant.
_NOT_MEANT = re.compile(
    r"(?:(?<=\w), (?:y |pero )?|(?<=\w) (?:y|pero) )no (?:el|la|los|las) (?:de|del|que|con|sobre) [^,.;:?¿]+?(?:,? ni (?:el|la|los|las) (?:de|del|que|con|sobre) [^,.;:?¿]+?)*(?=\W*$|[,.;:?¿])"
)
_NORM = re.compile(r"(?:ley|decreto|resolucion|ordenanza|dfl|ds)\b")
_APPOSED_NUMBER = re.compile(r"[ ,(]+(?:(?:la|el|ley|numero|nro|n)[ .]*)*(\d[\d.]{3,})\b")
# "Las que son de capacitar en la Ley 20.609", "… la ley Zamudio, la 20.609": a set by the act that its medidas name.
_BY_ITS_ACT = re.compile(
    r"\b(?<!segun )(?<!segun la )(?<!por la )(?<!por )(?:ley|decreto)(?: [a-z]+)?,? (?:(?:la|el|n|nro|numero)[ .°º]*)*(?P<n>\d[\d.]{2,})\b"
)
_ASKS_SET = re.compile(r"\b(?:cuales|que medidas|cuantas)\b")
_QUOTED = re.compile(r"[\"«“']([^\"»”']{3,80})[\"»”']")
_EITHER = re.compile(r"\s+(?:o|u|or)\s+")
_BOTH = re.compile(r"\s*,\s*|\s+(?:y|e|and)\s+")


@dataclass(frozen=True)
class Worded:
    """Words that were sought and not to be found, where they stood, and the institutions that were words."""

    inside: tuple[Palabras, ...] = ()
    outside: tuple[Palabras, ...] = ()
    places: tuple[Mention, ...] = ()
    used: tuple[Mention, ...] = ()


def words_sought(line: str, rest: str, mentions: Sequence[Mention], plan: Plan) -> Worded:
    """The words that the text or an indicator must hold: quoted, or after "que mencionan" and the like."""
    product = _product(rest, plan) or _dated_product(rest, mentions, plan)
    if product is not None:
        return Worded((as_words(product["what"]) or Palabras(texto="", formas=()),), (), (_place(product),))
    if not re.search(
        r"\bmedidas?\b|\bmeasures?\b|^\W*(?:y |pero |de (?:esas|ellas|estas),? ?¿?)*(?:las|los|la que|cual(?:es)?|cuantas)\b",
        line,
    ):
        return Worded()

    rest = asking_part(line, rest)
    inside: list[Palabras] = []
    outside: list[Palabras] = []
    places: list[Mention] = []
    used: list[Mention] = []
    for match in quoted(rest):
        words_ = as_words(match[1])
        if words_ and len(match[1].split()) <= 8 and any(holds(medida, words_) for medida in plan.medidas.values()):
            inside.append(words_)
            places.append(Mention("palabras", match.start(), match.end(), ()))
    told = rest
    for saying_no_word in (_CRIME, _OF_THE_WHOLE):
        told = saying_no_word.sub(lambda match: " " * len(match.group()), told)
    cue = None if inside else plan.cues.find("pide.mencion", told)
    abroad = _ABROAD.search(rest, cue.end()) if cue is not None else None
    if cue is not None and abroad is not None and plan.abroad:
        inside.append(Palabras(texto="otro país o su gente", formas=plan.abroad))
        return Worded(tuple(inside), (), (*places, Mention("palabras", cue.start(), abroad.end(), ())), ())
    weak = _WEAKLY.search(rest) if cue is None and not inside else None
    if weak is not None:
        phrase = phrase_after(rest, weak.end())
        whole = as_words(phrase) if as_words(plan.cues.strip("generico.palabras", phrase)) else None
        if whole is not None and any(holds(medida, whole) for medida in plan.medidas.values()):
            inside.append(whole)
            places.append(Mention("palabras", weak.end(), rest.find(phrase, weak.end()) + len(phrase), ()))
    act = _BY_ITS_ACT.search(rest) if cue is None and not inside and _ASKS_SET.search(line) else None
    if act is not None:
        number = Palabras(texto=act.group(), formas=(" ".join(terms(act["n"])),))
        if sum(holds(medida, number) for medida in plan.medidas.values()) > 1:
            inside.append(number)
            places.append(Mention("palabras", act.start(), act.end(), ()))
    if cue is not None:
        negated = re.search(r"\b(?:no|ni|sin)(?: (?:se|las?|los?))?$", line[: cue.start()].rstrip()) is not None
        target = outside if negated else inside
        named = next(
            (
                m
                for m in mentions
                if m.sort == "institucion"
                and m.start >= cue.end()
                and re.fullmatch(
                    r"(?: (?:a|al|de|del|el|la|los|las|en|con|explicitamente|expresamente))*\s*",
                    line[cue.end() : m.start],
                )
            ),
            None,
        )
        if named is not None and plan.cues.has("pide.cita", cue.group()):
            target.append(named_in_text(str(named.values[0]), plan))
            used.append(named)
        else:
            phrase = phrase_after(rest, cue.end())
            found = _by_number(rest, phrase, cue.end()) or sought(phrase, plan.medidas)
            said = plan.cues.has("pide.literal", cue.group()) or any(
                all(holds(m, one) for one in found) for m in plan.medidas.values()
            )
            at = rest.find(phrase, cue.end()) if phrase and said else -1
            if at >= 0:
                target += found
                places.append(Mention("palabras", cue.start(), at + len(phrase), ()))
    return Worded(tuple(inside), tuple(outside), tuple(places), tuple(used))


def _product(line: str, plan: Plan) -> re.Match[str] | None:
    """All of one sort of thing that the plan is asked for: "los proyectos de ley del plan"."""
    match = _OF_PLAN.search(line)
    if match is None or plan.cues.strip("pide.productos", match["what"].removeprefix("que ")).strip():
        return None
    words_ = as_words(match["what"])
    held = words_ is not None and any(holds(medida, words_) for medida in plan.medidas.values())
    return match if held else None


def _dated_product(line: str, mentions: Sequence[Mention], plan: Plan) -> re.Match[str] | None:
    """One sort of thing that falls due by a day or is of an eje, for only medidas do: "los convenios que vencen en 2023"."""
    match = _THINGS.match(line)
    due = plan.cues.has("campo.plazo", line) and any(mention.sort == "plazo" for mention in mentions)
    if match is None or not (due or any(mention.sort == "eje" for mention in mentions)):
        return None
    rest = blank(line, match.start("what"), match.end("what"))
    if not plan.cues.has("pide.productos", match["what"]) or topic_stems(plan.cues, rest):
        return None
    words_ = as_words(match["what"])
    held = words_ is not None and any(holds(medida, words_) for medida in plan.medidas.values())
    return match if held else None


def _place(match: re.Match[str]) -> Mention:
    return Mention("palabras", match.start("what"), match.end("what"), ())


_NAMES_MEDIDAS = re.compile(r"\b(?:medidas?|measures?|compromisos|acciones|iniciativas|cuales|cuantas|las que)\b")


def asking_part(line: str, rest: str) -> str:
    """What is left of a line with the sentences blanked that only lead up to what is asked of medidas.

    "Estamos armando un informe sobre acceso a la justicia. ¿Qué medidas…?": the first sentence says what for.
    """
    bounds = [0, *(match.end() for match in re.finditer(r"[.?!;] +(?=\S)|\? *(?=¿)", line)), len(line)]
    sentences = [(a, b) for a, b in itertools.pairwise(bounds) if a < b]
    naming = [part for part in sentences if _NAMES_MEDIDAS.search(line[part[0] : part[1]])]
    for start, end in sentences if naming else ():
        if (start, end) not in naming:
            rest = blank(rest, start, end)
    return rest


def from_medidas_on(line: str) -> str:
    """A line from the sentence on that first names medidas; the whole line where none does.

    What comes before tells a story ("mi hija alcanzó a terminar octavo…"), and what comes after may ask of them.
    """
    bounds = [0, *(match.end() for match in re.finditer(r"[.?!;] +(?=\S)|\? *(?=¿)", line)), len(line)]
    return next((line[a:] for a, b in itertools.pairwise(bounds) if _NAMES_MEDIDAS.search(line[a:b])), line)


def blank(line: str, start: int, end: int) -> str:
    """A line with one stretch blanked; its length stays."""
    return line[:start] + " " * (end - start) + line[end:]


def named_in_text(name: str, plan: Plan) -> Palabras:
    """An institution as words of a text: any way of writing it."""
    entry = plan.known.by_name.get(name)
    forms = entry.formas if entry else (name,)
    return Palabras(texto=name, formas=tuple(dict.fromkeys(" ".join(terms(form)) for form in forms if words(form))))


def phrase_after(line: str, at: int) -> str:
    """The words from a place on, up to where another part of the question begins."""
    rest = _PREAMBLE.sub("", line[at:].lstrip(" ,:"))
    end = _END.search(rest)
    return (rest[: end.start()] if end else rest).strip(" ,\"'«»")


def _by_number(line: str, phrase: str, at: int) -> tuple[Palabras, ...]:
    """A law or decree that is called by its name and its number is sought by the number: "la Ley de Bosques, la 19.999"."""
    after = line[line.find(phrase, at) + len(phrase) :] if phrase in line[at:] else ""
    match = _APPOSED_NUMBER.match(after) if _NORM.match(phrase) else None
    return (Palabras(texto=f"{phrase}, {match[1]}", formas=(" ".join(terms(match[1])),)),) if match else ()


def meant_only(line: str) -> str:
    """A line without what it says is not meant: it would be found by those words."""
    return _NOT_MEANT.sub("", line)


def quoted(line: str) -> list[re.Match[str]]:
    """The quoted words of a line."""
    return list(_QUOTED.finditer(line))


def sought(phrase: str, medidas: Mapping[int, Medida]) -> tuple[Palabras, ...]:
    """What a phrase seeks: its words one beside the other where some medida has them so, else each of its words.

    "o" makes alternatives; "y" asks for both where some medida holds both, and for either where none does.
    """
    alternatives = [_one(part, medidas) for part in _distributed(_EITHER.split(phrase))]
    alternatives = [one for one in alternatives if one]
    if not alternatives:
        return ()
    if len(alternatives) > 1 and any(len(one) > 1 for one in alternatives):
        return _one(
            " ".join(_EITHER.split(phrase)), medidas
        )  # "charlas o talleres a gobiernos locales sobre la ley": no bare choice
    if len(alternatives) > 1:
        forms = tuple(form for one in alternatives for words_ in one for form in words_.formas)
        return (Palabras(texto=" o ".join(w.texto for one in alternatives for w in one), formas=forms),)
    return alternatives[0]


def _distributed(parts: list[str]) -> list[str]:
    """Alternatives that share their last word: "situación o condición irregular"."""
    if len(parts) == 2 and len(parts[0].split()) == 1 and len(parts[1].split()) == 2:
        return [f"{parts[0]} {parts[1].split()[1]}", parts[1]]
    return parts


def _one(phrase: str, medidas: Mapping[int, Medida]) -> tuple[Palabras, ...]:
    whole = as_words(phrase)
    if whole is None:
        return ()
    if any(holds(medida, whole) for medida in medidas.values()):
        return (whole,)
    parts = [part for part in (as_words(part) for part in _BOTH.split(phrase)) if part]
    if len(parts) > 1 and all(any(holds(m, part) for m in medidas.values()) for part in parts):
        if any(all(holds(m, part) for part in parts) for m in medidas.values()):
            return tuple(parts)
        return (Palabras(texto=" o ".join(p.texto for p in parts), formas=tuple(f for p in parts for f in p.formas)),)
    singles = tuple(Palabras(texto=word, formas=tuple(terms(word))) for word in _content(phrase))
    if any(all(holds(m, one) for one in singles) for m in medidas.values()):
        return singles
    # "La ley 20.609, la antidiscriminación": its number says which, whatever it is called beside it.
    numbered = tuple(one for one in singles if re.fullmatch(r"\d[\d.]{3,}", one.texto))
    if numbered and any(all(holds(m, one) for one in numbered) for m in medidas.values()):
        return numbered
    return (whole,)


def as_words(phrase: str) -> Palabras | None:
    """A phrase as one run of stems, without the words that questions are made of; None where nothing is left."""
    phrase = re.sub(r"\b(?:numero|nro|n)\.? ?(?=\d)", "", phrase)
    kept = _content(phrase)
    if not kept:
        return None
    forms = (kept, [_in_other_number(word) for word in kept])
    return Palabras(
        texto=" ".join(_trimmed(phrase)), formas=tuple(dict.fromkeys(" ".join(terms(" ".join(one))) for one in forms))
    )


def _in_other_number(word: str) -> str:
    """A word in "-ar" in its plural and the other way round: the stem of one is not that of the other ("irregulares")."""
    return word.removesuffix("es") if word.endswith("ares") else f"{word}es" if word.endswith("ar") else word


def _content(phrase: str) -> list[str]:
    return [word for word in words(phrase) if word not in STOP_WORDS]


def _trimmed(phrase: str) -> list[str]:
    """The words of a phrase without the small ones at its ends."""
    kept = words(phrase)
    while kept and kept[0] in STOP_WORDS:
        kept = kept[1:]
    while kept and kept[-1] in STOP_WORDS:
        kept = kept[:-1]
    return kept
