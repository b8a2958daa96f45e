"""A question's text made ready: one line, words written in haste written out, words that nobody writes mended.

A word is mended only where no document, key or lexicon entry knows it and a near word is known: a right word is never
turned into another, nor a usual one of Spanish (``palabras.txt``), but for how it sounds. A short word, or one that might be a form of a known verb, is mended to a frequent word alone.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from corpus.analysis import STOP_WORDS, fold, stem, words
from corpus.cues import Cues
from corpus.errors import LexiconError
from corpus.numbers import format_number, number_from_words

# What ties a message to the one before and says nothing else.
TIES = "y|e|pero|entonces|ahora"
SHORT_FORMS = "abreviaturas.toml"
SPANISH = "palabras.txt"
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
# "m24 indicador", "plazo m. 61", "la med 30"; "40 m2" is a surface.
_MEDIDA = re.compile(
    r"(?:(?<![\w.])med\.?|(?P<before>^\W*|(?<![\w.])(?:la|de|el|con|vs|y|plazo|indicador|responsable|institucion|texto|eje) |, )m\.?)"
    r" ?-?(?:n[°º.]? ?)?(?=\d{1,2}(?![\w²]|[.,]\d))"
)
# "Q es mi sermig i pa cuando…": as it is heard.
_AND = re.compile(
    r"(?<=[a-z]) i (?=(?:pa|para|q|que|ke|cual|cuales|cuando|cuant[oa]s?|donde|como|quien|quienes|si|no|se|el|la|los|las|de|en|con|tambien)\b)"
)
# "Qué se entiende x integración", "cuál es mayor y x cuánto": "por", as it is written; "en X" is a network, and "el eje x",
# "la comuna x" and "rayos x" are no "por".
_FOR = re.compile(
    r"(?<=[a-z])(?<!\ben)(?<!\beje)(?<!\bmes)(?<!\bano)(?<!\brayos)(?<!\bcomuna)(?<!\bmuni)(?<!\bmunicipio)(?<!\bregion)"
    r"(?<!\bpersona)(?<!\bmedida)(?<!\bpais) x (?=[a-z]{2,})(?!(?:del?|en|se|no|al?|tiene|hay|es|esta)\b)"
)
# "Decreto N°177": the sign stands for a word, with or without a space behind it.
_NUMBER_SIGN = re.compile(r"(?<!\w)n(?=\d\d)")
# "Qué % del total": the sign stands for the word where it follows no number.
_SIGN = re.compile(r"(?<![\d ])%|(?<!\d) %")
# Half of a thing is no noun: "cuales medias del plan", where nobody asks for stockings, are medidas.
_MEDIAS = re.compile(r"(?<!\w)(que|cuales|cuantas|las|esas|estas|otras|algunas|mas) medias(?!\w)")
# "I la universidad ¿cuánto cobró?": "y", as it sounds.
_OPENS_I = re.compile(
    r"^(\W*)i(?= (?:el|la|los|las|lo|en|de|del|a|al|para|pa|xa|desde|hasta|asta|donde|con|por|que|k|ke|[ck]u\w+|[qk]u?ien\w*|[ck]omo)\b)"
)
# "Cuántas an llegado": "han" before what was done; "an a aprobar" is "van".
_HAN = re.compile(
    r"(?<!\w)an (?=(?:[a-z]{2,}[ai]do|[a-z]*(?:hecho|dicho|puesto|visto|escrito|abierto|resuelto|devuelto))\b)"
)
# "prot. complementaria": a word cut short by a point, and the one behind it.
_CUT_SHORT = re.compile(r"(?<![\w.])([a-z]{3,7})\. (?=(?:de (?:l[ao]s? )?|del )?([a-z]{4,}))")
_APART = re.compile(r"(?<!\w)([a-z]{3,})[ -]([a-z]{3,})(?!\w)")
_PREFIXES = frozenset(
    "anti auto bio contra inter intra macro micro multi pos post pre pro semi sub super tele trans".split()
)
MIN_LENGTH = 5
SHORT = 4
FREQUENT = 60
MIN_JOINED = 8
MIN_SELDOM = 6
USUAL_TIMES = 10
MIN_SOUNDED = 6
SELDOM = 3
USUAL = 60


def short_forms(cues: Cues) -> dict[str, str]:
    """The words that are written in haste (``abreviaturas.toml``), by each way of writing them, folded.

    Raises LexiconError where a form stands for two words.
    """
    found: dict[str, str] = {}
    for group, forms in cues.groups.items():
        word = fold(group.split(".", 1)[1])
        for form in map(fold, forms):
            if found.setdefault(form, word) != word:
                raise LexiconError(f"{cues.name}: «{form}» está por «{found[form]}» y por «{word}»")
    return found


def spanish_words(folder: Path) -> frozenset[str]:
    """The usual words of Spanish beyond those of the documents, folded; lines that begin with "#" tell where they are from."""
    lines = (folder / SPANISH).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


class Speller:
    """Writes out words written in haste, and mends mistyped ones against a vocabulary of known ones."""

    def __init__(
        self,
        texts: Iterable[str],
        known: Mapping[str, int],
        short: Mapping[str, str] | None = None,
        documents: Iterable[str] = (),
        spanish: frozenset[str] = frozenset(),
    ) -> None:
        """``documents`` are the texts by which a word cut short is known: what stands before the one behind it;
        ``spanish`` are words that are right though no text has them."""
        self._spanish = spanish
        self._short = short or {}
        self._documents = tuple(documents)
        counts: Counter[str] = Counter(known)
        for text in texts:
            counts.update(word for word in words(text) if not word[0].isdigit())
        self._counts = counts
        self._stems = {stem(word) for word in counts if len(word) >= MIN_LENGTH}
        self._by_length: dict[int, list[str]] = {}
        for word in counts:
            if len(word) >= MIN_LENGTH - 1:
                self._by_length.setdefault(len(word), []).append(word)
        self._by_sound: dict[str, str] = {}
        for word, _ in sorted(counts.items(), key=lambda entry: entry[1]):
            if len(word) >= MIN_LENGTH:
                self._by_sound[_sound(word)] = word
        uses: Counter[str] = Counter()
        for word, count in counts.items():
            uses[stem(word)] += count
        by_use = sorted(uses.items(), key=lambda entry: entry[1])
        self._stem_by_sound = {_sound(one): one for one, n in by_use if n > SELDOM and len(one) >= MIN_LENGTH}
        self._mended: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        """Whether a folded word is in the vocabulary: as it is, in another number, or in another form of its stem."""
        return (
            word in self._counts
            or word in STOP_WORDS
            or (word.endswith("s") and word[:-1] in self._counts)
            or (word.endswith("es") and word[:-2] in self._counts)
            or f"{word}s" in self._counts
            or f"{word}es" in self._counts
        )

    def _is_form(self, word: str) -> bool:
        """Whether a word shares its stem with a known one: another form of it, if it is no slip of the fingers."""
        return stem(word) in self._stems

    def joined(self, line: str) -> str:
        """A folded line with the words put together that were written apart: "Invest Chile", "bio métrico"."""
        return _APART.sub(lambda match: self._as_one(match[1], match[2]) or match.group(), line)

    def _as_one(self, first: str, second: str) -> str | None:
        """Two words as the one that they are, mistyped too ("invest chille"); None where they are two."""
        mended = first if self.knows(first) else self.mend(first), second if self.knows(second) else self.mend(second)
        return next(("".join(pair) for pair in ((first, second), mended) if self._is_one(*pair)), None)

    def _is_one(self, first: str, second: str) -> bool:
        """Whether two words together are one of the vocabulary, and the first is a prefix, one of them alone is no word, or both are seldom."""
        both, counts = f"{first}{second}", self._counts
        seldom = USUAL_TIMES * max(counts[first], counts[second]) <= counts[both]  # "tik tok"
        if not counts[both] or {first, second} & STOP_WORDS or len(both) < (MIN_SELDOM if seldom else MIN_JOINED):
            return False
        return seldom or first in _PREFIXES or not {first, second} <= counts.keys()

    def written_out(self, line: str) -> str:
        """A folded line with the words in full that a point cuts short, where the documents have but one before the next."""

        def one(match: re.Match[str]) -> str:
            cut, behind = match[1], match[2]
            if self.knows(cut) or cut in self._short:
                return match.group()
            full = [word for word in self._before.get(behind, ()) if word.startswith(cut)]
            stems = {stem(word) for word in full}
            return f"{min(full, key=len)} " if len(stems) == 1 else match.group()

        return _CUT_SHORT.sub(one, line)

    @cached_property
    def _before(self) -> dict[str, set[str]]:
        """The words that the documents write right before each word, articles and "de" apart."""
        found: dict[str, set[str]] = {}
        for text in self._documents:
            telling = [word for word in words(text) if word not in STOP_WORDS]
            for one, other in itertools.pairwise(telling):
                found.setdefault(other, set()).add(one)
        return found

    def mend(self, word: str) -> str:
        """A folded word as it was meant, or the word itself where that is not certain."""
        if word in self._short:
            return self._short[word]
        if len(word) < SHORT:
            return word
        if self.knows(word):
            return self._usual(word)
        plain = _WITHOUT_K.sub(lambda k: "qu" if k[1] else "c", word)
        if plain != word and (self.knows(plain) or plain in self._spanish):
            return plain
        if word.endswith("da") and self._counts[f"{word}d"]:  # "seguridá", as it is said
            return f"{word}d"
        if word not in self._mended:
            sure = len(word) >= MIN_LENGTH and not self._is_form(word)
            self._mended[word] = self._nearest(word) if sure else self._frequent(word)
        return self._mended[word]

    def _frequent(self, word: str) -> str:
        """The frequent word one slip away from a short word or from one that might be a form of another."""
        if word in self._spanish:
            return word
        near = [
            candidate
            for length in (len(word) - 1, len(word), len(word) + 1)
            for candidate, _, _ in process.extract(
                word, self._by_length.get(length, []), scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None
            )
            if candidate[0] == word[0] and self._counts[candidate] >= FREQUENT and stem(candidate) != stem(word)
        ]
        return max(near, key=lambda candidate: self._counts[candidate], default=word)

    def _usual(self, word: str) -> str:
        """The far more usual word that a seldom one sounds like: the texts hold misspelt words too ("migrasion")."""
        if len(word) < MIN_SOUNDED or word in STOP_WORDS or self._counts[word] > SELDOM:
            return word
        usual = self._by_sound.get(_sound(word))
        least = min(USUAL, USUAL_TIMES * max(self._counts[word], 1))
        return usual if usual and self._counts[usual] >= least else word

    def _nearest(self, word: str) -> str:
        if (alike := self._by_sound.get(_sound(word))) is not None:
            return alike  # "tubo" is written for "tuvo"
        if word in self._spanish:
            return word
        own = stem(word)
        known = self._stem_by_sound.get(_sound(own))  # "sertificaban", where the texts have "certificados"
        if known is not None and known != own and word.startswith(own):
            return known + word[len(own) :]
        reach = 1 if len(word) < 8 else 2
        near: list[tuple[float, int, str]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            found = process.extract(
                word,
                self._by_length.get(length, []),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=reach,
                limit=8,
            )
            near += [(distance, -self._counts[candidate], candidate) for candidate, distance, _ in found]
        # The first letter is seldom mistyped, and a change there is most often another word, but for letters of one sound.
        near = [entry for entry in near if entry[2][0] == word[0] or _same_sound(word, entry[2])]
        if not near:
            return word
        near.sort()
        return near[0][2]


# "Kedo", "kuanto", "akí": Spanish has hardly a word with a k.
_WITHOUT_K = re.compile(r"k(?:(?=([ei]))|(?=[^ei]|$))")


def _sound(word: str) -> str:
    """How a word sounds in Chile, whatever its spelling: b and v, s, z and soft c, x and cs, ll and y, g and j, silent h."""
    word = re.sub(r"(?<!c)h", "", word)
    for letters, sound in (
        (r"v", "b"),
        (r"[ck]s(?!ion)|z|c(?=[ei])|x", "s"),  # "acsión" is acción
        (r"ll", "y"),
        (r"qu(?=[ei])|k|c(?!h)", "k"),
        (r"g(?=[ei])", "j"),
        (r"gu(?=[ei])", "g"),
    ):
        word = re.sub(letters, sound, word)
    return re.sub(r"(.)\1", r"\1", word)


def _same_sound(word: str, other: str) -> bool:
    """Whether two words begin with letters that sound alike in Chile: b/v, g/j, c/s/z before e or i, k/c/q, h or none."""
    pair = {word[0], other[0]}
    soft = word[1:2] in ("e", "i") and other[1:2] in ("e", "i")
    return (
        pair == {"b", "v"}
        or pair == {"s", "z"}
        or (soft and (pair <= {"c", "s", "z"} or pair == {"g", "j"}))
        or pair <= {"k", "c", "q"}
        or word == f"h{other}"
        or other == f"h{word}"
    )


def topic_stems(cues: Cues, text: str) -> tuple[str, ...]:
    """The stems of the words that say what a folded text is about, beyond those that questions are made of."""
    return tuple(dict.fromkeys(stem(word) for word in topic_words(cues, text)))


@lru_cache(maxsize=1024)  # a question is asked by many for its topic
def topic_words(cues: Cues, text: str) -> tuple[str, ...]:
    """The words that say what a folded text is about, beyond those that questions are made of."""
    for group in cues.groups:
        if group.split(".")[0] in ("campo", "pide", "generico"):
            text = cues.strip(group, text)
    return tuple(word for word in words(text) if word not in STOP_WORDS and number_from_words([word]) is None)


def tidy(question: str) -> str:
    """One line without control characters, Markdown marks or HTML tags; the words stay as they were typed."""
    text = re.sub(r"<[^>]{0,200}>", " ", question)
    text = "".join(char if char.isprintable() else " " for char in text)
    return re.sub(r"\s+", " ", text).strip()


# "Min. Ciencia", "minist. de Salud"; "90 min" are minutes.
_MINISTRY = re.compile(r"(?<!\w)(?<!\d )min(?:ist)?(?:\. ?| )(?=(?:del? (?:l[ao]s? )?)?[a-z]{4})")

# "dos mil veinticinco", "mil cien", "cuatrocientas diez": a year, or a number over a hundred, said in words.
_IN_WORDS = re.compile(r"(?<!\d )\b(?:[a-z]+ )*(?:mil|\w*cient[oa]s?|quinient[oa]s)\b(?: [a-z]+)*")
_YEARS = range(2001, 2036)
HUNDRED = 100


def _in_digits(match: re.Match[str]) -> str:
    """The words of a match, numbers over a hundred in digits; "mil" and "cien" alone are said of many things."""
    said, done = match.group().split(), list[str]()
    while said:
        value, used = number_from_words(said) or (Decimal(0), 1)
        plain = value <= HUNDRED or said[:used] == ["mil"] or said[used - 1].startswith("millon")
        number = str(value) if value in _YEARS else format_number(value)
        done += said[:used] if plain else [number]
        said = said[used:]
    return " ".join(done)


def folded_line(text: str, speller: Speller | None = None) -> str:
    """A question folded, abbreviations written out and mistyped words mended: the line that cues are sought in."""

    def one(match: re.Match[str]) -> str:
        return speller.mend(match.group()) if speller else match.group()

    line = _MINISTRY.sub("ministerio ", fold(text))
    line = speller.written_out(line) if speller else line
    line = _NUMBER_SIGN.sub("n ", _SIGN.sub(" porcentaje", line))
    line = _IN_WORDS.sub(_in_digits, re.sub(r"\s+", " ", line).strip())
    line = _HAN.sub("han ", _OPENS_I.sub(r"\1y", _FOR.sub(" por ", _AND.sub(" y ", line))))
    line = _MEDIAS.sub(r"\1 medidas", _MEDIDA.sub(r"\g<before>medida ", line))
    return _WORD.sub(one, speller.joined(line) if speller else line)
