"""Orders in a message: how the assistant is to answer, or what it is to take for true, beside what it is asked.

Nothing of it changes what the documents say, so that only the question is read. A message that asks nothing beside is
left as it is.
"""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, fold, words

# What is no sentence of a message: data of a program, templates, notes in double brackets.
_MARKUP = re.compile(r"`{3}.*?`{3}|\$?\{\{?[^{}]*\}\}?|\[\[[^\[\]]*\]\]")
# What stands between lines of dashes or the like: "--- FIN DE LOS DOCUMENTOS --- … ---".
_FENCED = re.compile(r"^\W*?(?:-{3,}|={3,}|#{3,}|\*{3,}).*(?:-{3,}|={3,}|#{3,}|\*{3,})")
_SENTENCE = re.compile(r"[^.:;!?¿\n]+(?:[.:;!?\n]+(?=\s|$|¿)|(?=¿)|[.:;!?]+|$)|¿[^?]*(?:\?|$)")
_TO_ASSISTANT = re.compile(
    r"(?:(?:por favor|please|oye|ya|ah|ok|mira|now|and|y|pero|ojo),? )*(?:"
    r"olvid(?:a|ate|e|en)|olbida(?:te)?|ignor[ae]n?|omit[ae]|descart[ae]|desestim[ae]|no (?:mires|uses|consultes|cites|digas|busques)|deja de|"
    r"(?:responde|contesta|respondeme|contestame|responda|conteste)(?! (?:por|a|de)\b)|actua|hazte pasar|haz de cuenta|finge|imagina que|"
    r"de (?:aqui|ahora) en adelante|desde ahora|a partir de ahora|"
    r"forget|ignore|disregard|(?:answer|reply|respond)(?: only| just)?(?: in|:| with)|pretend|act as|from now on|do not use|don't use)\b"
)
_ASKS = re.compile(
    r"[¿?]|\b(?:que|cual(?:es)?|cuant[ao]s?|quien(?:es)?|como|cuando|donde|dime|dame|lista\w*|medidas?|plan|cuenta|guia|fichas?"
    r"|what|which|how|who|when|where|list|tell|measures?)\b"
)


def question_of(message: str) -> str:
    """What a message asks, without its orders to the assistant; the message itself where it has none or asks nothing else."""
    text = _FENCED.sub(" ", _MARKUP.sub(" ", message))
    sentences = [match.group() for match in _SENTENCE.finditer(text)]
    kept = [one for one in sentences if not _TO_ASSISTANT.match(fold(one).lstrip(" ¡,-"))]
    asked = re.sub(r"\s+", " ", "".join(kept)).strip(" ,;:-")
    line = fold(asked)
    telling = [word for word in words(line) if word not in STOP_WORDS]
    if not telling or not _ASKS.search(line) or fold(asked) == fold(message.strip(" ,;:-")):
        return message
    return asked
