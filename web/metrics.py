"""What the server counts about itself, in a registry of its own."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from starlette.types import Scope

from web.schemas import ChatReply

BUCKETS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters, histograms and gauges of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "pnme_http_requests", "Solicitudes HTTP", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "pnme_http_request_seconds", "Duración por ruta", ("route",), registry=self.registry, buckets=BUCKETS
        )
        self._answers = Counter(
            "pnme_answers", "Respuestas por estado", ("status", "mode", "abstained"), registry=self.registry
        )
        self._answer_seconds = Histogram(
            "pnme_answer_seconds", "Tiempo de respuesta del asistente", registry=self.registry, buckets=BUCKETS
        )
        self._feedback = Counter("pnme_feedback", "Opiniones recibidas", ("rating",), registry=self.registry)
        self._ready = Gauge("pnme_ready", "1 si hay un índice cargado", registry=self.registry)
        self._index = Info("pnme_index", "Índice que se sirve", registry=self.registry)

    def request(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one HTTP request by its route's pattern, never by its path, so that the series stay few."""
        route = getattr(scope.get("route"), "path", "otra")
        method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "OPTIONS") else "otro"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answer(self, reply: ChatReply) -> None:
        """Count one reply of the assistant."""
        self._answers.labels(reply.status, reply.mode, str(reply.abstained).lower()).inc()
        self._answer_seconds.observe(reply.elapsed_ms / 1000)

    def feedback(self, rating: str) -> None:
        """Count one opinion."""
        self._feedback.labels(rating).inc()

    def exposition(self, fingerprint: str | None) -> bytes:
        """All of it in Prometheus's text format."""
        self._ready.set(1 if fingerprint else 0)
        self._index.info({"fingerprint": fingerprint or ""})
        return generate_latest(self.registry)
