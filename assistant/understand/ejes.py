"""Ejes in a question: by number, by ordinal, or by enough words of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from assistant.understand.mentions import Mention
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.numbers import number_from_words
from corpus.records import Eje

_ORDINALS = ("primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LIST = r"\d{1,2}(?!\d)(?:(?:(?:, y|, o|,| y| e| o| u|/) ?(?:el |del |eje )?| (?:vs\.?|versus) (?:el )?(?:eje )?| (?:con el|contra el|frente al) (?:eje )?)\d{1,2}(?!\d))*"
_NUMBERED = re.compile(rf"\b(?:ejes?|axis|axes) (?:(?:numeros?|tematicos?|n)\.? )?(?:n)?({_LIST})")
_RANGE = re.compile(r"\bejes? (?:numero )?(?:del? )?(\d{1,2}) ?(?:al?|hasta(?: el)?|-|–) ?(?:eje )?(\d{1,2})(?!\d)")
_SPELLED = re.compile(
    r"\b(?:eje|ejes(?! \w+ (?:con|que|tienen))) (?:numero )?(uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?: y (?:el )?(uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce))?\b"
)
_ROMAN = re.compile(r"\beje (?:numero )?(i{1,3}|iv|vi{0,3}|ix|x)\b")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}) eje\b|\beje ({'|'.join(_ORDINALS)})o?\b")
_FROM_END = re.compile(r"\b(penultimo|ultimo) eje\b|\beje (final)\b|\b(last) axis\b")
_WORD = re.compile(
    r"\bejes?\b(?: (?:tematicos?|llamados?|denominados?|que (?:habla|trata|se llama|se ocupa|aborda)n?))?"
)
_FILLERS = re.compile(r"(?:sobre|relativos?|relacionad[oa]s?|ve|temas?|asuntos?|materia|llamad[oa]s?|titulad[oa]s?)$")

# What no name goes on with.
_OVER = re.compile(
    r" ?(?:[,:;.?¿]|$)| (?= )| (?:que|le|les|se|no|ni|sin|con|segun|son|cual|cuales|para|por|en|al?|del?|antes|despues|desde|hasta|entre|cuant[oa]s?|tien\w+|tenia\w*|hay|tra\w+|contempl\w+|toc\w+|deb\w+|venc\w+|est\w+)\b"
)
# What stands between the matters that an eje's name puts side by side, and before a complement of one.
_ALONGSIDE = re.compile(r",| y | e ")
_COMPLEMENT = re.compile(r"\b(?:de|del|a)\b")

# "El eje de integración y el de gobernanza": another one, with its article alone.
_ANOTHER = re.compile(
    r" ?(?:,|,? (?:y|e|o|con|contra|vs\.?|versus|que)) (?:el|los) (?:del?|sobre) (?:(?:la|el|los|las) )?(?P<body>[a-z][a-z ,]+)"
)
# "Según el cuadro de ejes, ¿cuántas juntan el de protección internacional y el de integración?": named by their articles.
_BY_ARTICLE = re.compile(r"\bel (?:del?|sobre) (?:(?:la|el|los|las) )?(?P<body>[a-z][a-z ,]+)")
# What leads on to another: "protección internacional *y el* (de…)".
_LINKS = re.compile(r"(?:,| (?:y|e|o|el|los|con|que))+$")
# Whom all of the plan is about: "el eje donde los migrantes…" names none by it.
_ANYONE = re.compile(r"migra\w+|personas?$")

# "Mesas de gestión migratoria": what a gathering is about is no eje, though it has most of its name.
_GATHERING = re.compile(
    r"\b(?:mesas?|sesion(?:es)?|reunion(?:es)?|encuentros?|charlas?|jornadas?|talleres|taller) (?:de|sobre|en) (?:l[ao]s? )?$"
)

# A part at the beginning, set off by a comma or colon ("gobernanza: ¿cuáles…?", "en integración, …"), or at the end.
SET_OFF = re.compile(
    r"^\W*(?:(?:y|pero|ahora) )?(?:(?:en|de|del|para|sobre) )?(?:(?:el|la|lo|los|las) )?(?:de )?(?P<body>[a-z][a-z ,]{5,100}?)(?= ?(?:[:;¿]|,(?! [a-z]+ y )| (?:cual(?:es)?|cuantas|que)\b))"
)
AT_END = re.compile(r"\ben (?:(?:el|la|lo|los|las|materia) )?(?:de )?(?P<body>(?:(?!en )[a-z]+ ?){1,8})(?=\W*$)")
# Right after an institution that is blanked: "(desarrollo social) en protección internacional, cuántas medidas".
AFTER_BLANK = re.compile(r"(?<=  )en (?:(?:el|la|los|las|materia) )?(?:de )?(?P<body>[a-z][a-z ,]+)")

# "El eje que trata de las fronteras", "la parte de economía y producción del plan": the eje of that.
_ABOUT = re.compile(
    r"\b(?P<eje>ejes?)(?: del plan(?: nacional)?)?,? (?:que )?(?:habla|trata|se ocupa|se refiere|se preocupa|se encarga|tiene que ver|aborda|toca)n? (?:del?|sobre|al?|con|por)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:la (?:parte|secci[oó]n)|el (?:cap[ií]tulo|apartado|pilar|bloque)) (?:del plan )?(?:de|sobre|del) (?P<of>(?:(?:la|el|los|las|lo) )?[^,;:.?¿]{4,60}?)"
    r"(?=,? (?:del|en el) plan\b|\W*$)",
    re.IGNORECASE,
)
# From so many letters on words are of one family: "economía", "económico".
_FAMILY = 5


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int
    stem: str


def ejes_named(line: str, ejes: Mapping[int, Eje]) -> list[Mention]:
    """The ejes that a folded line names, each with its place."""
    found: list[Mention] = []
    free = line

    def take(match: re.Match[str], values: list[int]) -> None:
        nonlocal free
        found.append(Mention("eje", match.start(), match.end(), tuple(dict.fromkeys(values))))
        free = free[: match.start()] + " " * (match.end() - match.start()) + free[match.end() :]

    for match in _RANGE.finditer(free):
        first, last = sorted((int(match[1]), int(match[2])))
        take(match, list(range(first, last + 1)))
    for match in _NUMBERED.finditer(free):
        take(match, [int(digits) for digits in re.findall(r"\d+", match[1])])
    for match in _SPELLED.finditer(free):
        take(match, [int(read[0]) for word in match.groups() if word and (read := number_from_words([word]))])
    for match in _ROMAN.finditer(free):
        take(match, [_ROMANS.index(match[1]) + 1])
    for match in _ORDINAL.finditer(free):
        take(match, [_ORDINALS.index(match[1] or match[2]) + 1])
    for match in _FROM_END.finditer(free):
        take(match, sorted(ejes)[-2:-1] if match[1] == "penultimo" else sorted(ejes)[-1:])
    found += _named(free, ejes)
    return found if found or _WORD.search(free) is None else _by_article(free, ejes)


def _by_article(line: str, ejes: Mapping[int, Eje]) -> list[Mention]:
    """The ejes that a folded line which speaks of ejes names by their articles alone, one after another."""
    found = section_named(line, ejes, _BY_ARTICLE)
    while found and (another := _another(line, found[-1].end, ejes)):
        found.append(another)
    return found


def called_eje(message: str, ejes: Mapping[int, Eje]) -> str:
    """A message with an eje that it names by what that is about, or as a part of the plan, named as an eje."""
    message = _ABOUT.sub(r"\g<eje> de", message)
    part = _PART.search(message)
    if part is None or not re.search(r"\bplan\b", message, re.IGNORECASE) or not _is_part(part["of"], ejes):
        return message
    return f"{message[: part.start()]}el eje de {part['of']}{message[part.end() :]}"


def _is_part(said: str, ejes: Mapping[int, Eje]) -> bool:
    """Whether words are of the families of those of one eje's name alone."""
    roots = {word[:_FAMILY] for word in words(fold(said)) if word not in STOP_WORDS}
    held = [
        number
        for number, eje in ejes.items()
        if roots <= {word[:_FAMILY] for word in words(fold(eje.nombre.texto)) if word not in STOP_WORDS}
    ]
    return bool(roots) and len(held) == 1


def _named(line: str, ejes: Mapping[int, Eje]) -> Iterator[Mention]:
    """Ejes by name: after the word "eje" one telling word is enough, elsewhere most of the name is needed."""
    names = {
        number: set(terms(" ".join([eje.nombre.texto, *(other.texto for other in eje.otros_nombres)])))
        for number, eje in ejes.items()
    }
    held: dict[str, int] = {}
    for stems in names.values():
        for one in stems:
            held[one] = held.get(one, 0) + 1
    spots = [_Word(m.group(), m.start(), m.end(), stem(m.group())) for m in re.finditer(r"[a-z]+", line)]
    ends: set[int] = set()
    for cue in _WORD.finditer(line):
        run = _run(line, [word for word in spots if word.start >= cue.end()], held)
        if all(_ANYONE.match(word.text) for word in run):
            run = []
        if not run and _is_last(line, cue.end()):
            run = _run_before(line, [word for word in spots if word.end <= cue.start()], held)
        for number, own in _best(run, names, held, several=cue.group().startswith("ejes")):
            end = max(cue.end(), own[-1].end)
            ends.add(own[-1].end)
            yield Mention("eje", min(cue.start(), own[0].start), end, (number,))
            while another := _another(line, end, ejes):
                end = another.end
                yield another
    if not ends:
        for number, stems in names.items():
            telling = [word for word in spots if word.stem in stems and word.text not in STOP_WORDS]
            distinct = {word.stem for word in telling}
            adjacent = telling and telling[-1].end - telling[0].start <= 2 * sum(len(word.text) + 4 for word in telling)
            gathering = len(distinct) < len(stems) and telling and _GATHERING.search(line[: telling[0].start])
            if len(distinct) >= 2 and len(distinct) >= 0.6 * len(stems) and adjacent and not gathering:
                yield Mention("eje", telling[0].start, telling[-1].end, (number,))
                return


def _another(line: str, end: int, ejes: Mapping[int, Eje]) -> Mention | None:
    """The eje that a folded line names by its article right after another: "… y el de protección internacional"."""
    after = _ANOTHER.match(line, end)
    named = section_named(line[: after.end()], ejes, re.compile(_ANOTHER.pattern)) if after is not None else []
    return next((one for one in named if one.start == end), None)


def section_named(line: str, ejes: Mapping[int, Eje], *cues: re.Pattern[str]) -> list[Mention]:
    """The eje that a part of a folded line names where it holds nothing but words of its name.

    Such a part is the ``body`` of one of ``cues``: "dentro de gobernanza", "del área de emergencias".
    """
    for match in (match for cue in cues for match in cue.finditer(line)):
        start = match.start("body")
        ends = [over.start() for over in _OVER.finditer(line, start) if over.start() <= match.end("body")]
        said = {frozenset(telling(line[start:end])): end for end in reversed(ends)}  # as short as says the same
        for stems, end in said.items():
            named = [number for number, eje in ejes.items() if is_named(stems, eje)]
            if len(named) == 1:
                blank = line.rfind("  ", match.start(), start)  # what is blanked before is of another mention
                end = start + len(_LINKS.sub("", line[start:end]))
                return [Mention("eje", match.start() if blank < 0 else blank + 2, end, (named[0],))]
    return []


def is_named(said: Set[str], eje: Eje) -> bool:
    """Whether words, by their stems, are all of an eje's name, and more than one that is of no matter by itself ("control", "fomento")."""
    names = [eje.nombre.texto, *(other.texto for other in eje.otros_nombres)]
    enough = len(said) > 1 or any(matter <= said for name in names for matter in _matters(name))
    return bool(said) and enough and said <= set(terms(" ".join(names)))


def telling(text: str) -> set[str]:
    """The stems of the words of a text that can tell one eje from another."""
    return {stem(word) for word in words(text) if word not in STOP_WORDS and not _ANYONE.match(word)}


def _matters(name: str) -> Iterator[set[str]]:
    """The stems of each matter in an eje's name; what has a complement ("control de fronteras") counts by it alone."""
    for part in _ALONGSIDE.split(fold(name)):
        told = [stems for piece in _COMPLEMENT.split(part) if (stems := telling(piece))]
        yield from told[1:] or told[:1]


def _is_last(line: str, end: int) -> bool:
    """Whether nothing of a name can follow: English puts the name before ("the integration axis")."""
    return not re.match(r" (?:de|del|sobre|llamado|tematico)\b", line[end:])


def _run(line: str, words: list[_Word], held: Mapping[str, int]) -> list[_Word]:
    """The words of ejes' names that follow one upon another, but for articles and the like."""
    run: list[_Word] = []
    for word in words:
        if word.stem in held and word.text not in STOP_WORDS:
            run.append(word)
        elif (word.text not in STOP_WORDS and not (_FILLERS.match(word.text) and not run)) or (
            run and line[run[-1].end : word.start].strip(" ,")
        ):
            break
    return run


def _run_before(line: str, words: list[_Word], held: Mapping[str, int]) -> list[_Word]:
    return list(reversed(_run(line, list(reversed(words)), held)))


def _best(
    run: list[_Word], names: Mapping[int, set[str]], held: Mapping[str, int], *, several: bool
) -> Iterator[tuple[int, list[_Word]]]:
    """The eje that a run of words names, or the ejes where several are named; a word of many names counts little."""
    left = list(run)
    while left:
        weighed: list[tuple[float, int, list[_Word]]] = []
        for number, stems in names.items():
            own = [word for word in left if word.stem in stems]
            distinct = {word.stem for word in own}
            weight = sum(1.0 / held[one] for one in distinct)
            weighed.append((weight + len(distinct) / len(stems), -number, own))
        _score, number, own = max(weighed, key=lambda entry: entry[:2])
        if not own or sum(1.0 / held[one] for one in {word.stem for word in own}) < 0.3:
            return
        yield -number, own
        if not several:
            return
        left = [word for word in left if word.stem not in names[-number]]
