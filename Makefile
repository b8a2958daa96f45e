# asistente PNME. `make serve` y `make test` preparan todo lo que falte y dicen qué hacen.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
VENV := .venv
PYTHON ?= python3
PY := $(VENV)/bin/python
PORT ?= 8000
PIP := $(PY) -m pip --disable-pip-version-check --quiet
TORCH := 2.13.0

.PHONY: serve test check unit gate ingest train lock browser clean help

help:
	@echo "make serve   prepara lo que falte, construye el índice y sirve en http://127.0.0.1:$(PORT)"
	@echo "make test    prepara lo que falte y corre el estilo, los tipos y las pruebas"
	@echo "make gate    mide la exactitud con las preguntas del proyecto y falla bajo su piso"
	@echo "make train   vuelve a entrenar el modelo de embeddings (una hora en 2 núcleos)"
	@echo "make lock    vuelve a fijar las versiones de los paquetes"

serve: $(VENV)/.listo
	@echo "→ Índice"
	@$(PY) -m ingest
	@echo "→ Servidor en http://127.0.0.1:$(PORT) (Ctrl-C para salir)"
	@PORT=$(PORT) exec $(PY) -m web

test: $(VENV)/.listo-dev browser check unit

check: $(VENV)/.listo-dev
	@echo "→ Estilo y tipos"
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

unit: $(VENV)/.listo-dev
	@echo "→ Pruebas"
	@$(PY) -m pytest -n auto --dist worksteal

gate: $(VENV)/.listo-dev
	@$(PY) -m ingest
	@$(PY) -m evals --gate

ingest: $(VENV)/.listo
	@$(PY) -m ingest

train: $(VENV)/.listo-dev
	@$(PY) -m ingest.training

# El entorno. En Linux sin GPU se instala el torch para CPU: el de PyPI trae varios gigabytes de CUDA.
$(VENV)/.listo: requirements.lock
	@echo "→ Entorno virtual y paquetes (sólo la primera vez; unos minutos)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@if [ "$$(uname -s)" = Linux ] && ! command -v nvidia-smi >/dev/null; then \
	    $(PIP) install "torch==$(TORCH)+cpu" 2>/dev/null \
	    || $(PIP) install "torch==$(TORCH)" --index-url https://download.pytorch.org/whl/cpu; \
	 else $(PIP) install "torch==$(TORCH)"; fi
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.listo-dev: $(VENV)/.listo requirements-dev.lock
	@echo "→ Paquetes para las pruebas"
	@$(PIP) install -r requirements-dev.lock
	@touch $@

# El navegador de las pruebas: el Chromium del sistema; no se descarga ningún otro.
browser:
	@if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
	    echo "→ Chromium para las pruebas (apt)"; \
	    if [ "$$(id -u)" = 0 ]; then SUDO=; else SUDO=sudo; fi; \
	    $$SUDO apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq chromium >/dev/null; \
	 fi

# Versiones fijas: se resuelven en un entorno nuevo. torch queda aparte, porque su variante depende de la máquina.
lock:
	@rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip -q install "torch==$(TORCH)" && .venv-lock/bin/python -m pip -q install .
	@.venv-lock/bin/python -m pip -q install setuptools wheel
	@.venv-lock/bin/python -m pip freeze --all --exclude asistente-pnme --exclude pip | grep -v -E '^(torch|asistente)' > requirements.lock
	@.venv-lock/bin/python -m pip -q install '.[dev]'
	@.venv-lock/bin/python -m pip freeze --all --exclude asistente-pnme --exclude pip | grep -v -E '^(torch|asistente)' | grep -v -x -F -f requirements.lock > requirements-dev.lock
	@rm -rf .venv-lock

clean:
	@rm -rf $(VENV) var build *.egg-info .pytest_cache .ruff_cache .mypy_cache
