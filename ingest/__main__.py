"""``python -m ingest`` (``pnme ingest``): bring the index up to date."""

from __future__ import annotations

import sys
import time

from corpus.errors import BusyError, PnmeError
from corpus.settings import Settings
from ingest.index import ingest


def main() -> int:
    """Build the index if anything changed. Exit status: 0 done, 1 a source or the index is bad, 3 another is at it."""
    start = time.perf_counter()
    try:
        outcome = ingest(Settings(), say=print)
    except BusyError as error:
        print(f"pnme: {error}", file=sys.stderr)
        return 3
    except PnmeError as error:
        print(f"pnme: {error}", file=sys.stderr)
        return 1
    seconds = time.perf_counter() - start
    counts = ", ".join(f"{count} {tipo}" for tipo, count in outcome.counts.items())
    if outcome.built:
        print(f"Índice {outcome.fingerprint} construido en {seconds:.1f} s: {counts}.")
    else:
        print(f"Nada ha cambiado: el índice {outcome.fingerprint} está al día ({counts}; {seconds:.1f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
