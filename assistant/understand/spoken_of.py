"""What something means, asked by how it is spoken of: "cuando hablan de movilidad humana, ¿a qué se refieren?"."""

from __future__ import annotations

import re

_SPEAKS_OF = re.compile(
    r"^\W*(?:(?:oye|hola|disculpa|perd[oó]n|y)\W+)*(?:cuando|al|si) (?:(?P<who>(?:la|el|los|las|ustedes|en la|en el) (?:\w+ ){0,3}?)?(?:se )?"
    r"(?:habl|dic|dec|mencion|nombr|us|refier|refer|pon)\w*)(?: (?:de|del|sobre|a|al))? (?P<thing>[^,;.?!¿]{3,60}?)[,;:]? ?¿?"
    r"(?:(?:a|de) )?qu[eé] (?:cosa )?(?:es lo que )?(?:se )?(?:est[aá]n? )?(?:refier\w+|refiri\w+|quier\w+ decir|signific\w+|entiend\w+|habl\w+|apunt\w+)\W*$",
    re.IGNORECASE,
)


def meaning_asked(message: str) -> str:
    """A message that asks what is meant by what is spoken of, as one that asks what that is; any other as it is."""
    said = _SPEAKS_OF.match(message)
    if said is None:
        return message
    source = f"según {said['who'].removeprefix('en ').strip()}, " if said["who"] and said["who"] != "ustedes " else ""
    return f"{source}¿qué significa {said['thing'].strip()}?"
