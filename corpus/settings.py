"""All settings, from the environment (prefix ``PNME_``), with their help texts. Nothing else reads the environment.

It stands in ``corpus`` because ingestion and the assistant both need it and never import each other.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
MODEL = Path(__file__).resolve().parent / "model"


def _data_dir() -> Path:
    """``var`` in a checkout; the user's own data folder where the package is installed elsewhere."""
    return ROOT / "var" if (ROOT / "pyproject.toml").exists() else Path.home() / ".local" / "share" / "pnme"


class Settings(BaseSettings):
    """Settings of one installation. ``PNME_DATA_DIR=/srv/pnme pnme serve`` sets ``data_dir``."""

    model_config = SettingsConfigDict(env_prefix="PNME_", frozen=True, extra="ignore", populate_by_name=True)

    documents_dir: Path = Field(
        ROOT / "corpus" / "documents", description="Carpeta con los documentos y su manifest.toml"
    )
    lexicon_dir: Path = Field(ROOT / "corpus" / "lexicon", description="Carpeta con el léxico (TOML)")
    keys_dir: Path = Field(
        ROOT / "corpus" / "keys", description="Carpeta con las preguntas escritas para cada registro"
    )
    prompts_dir: Path = Field(ROOT / "prompts", description="Carpeta con los textos del asistente (Jinja2)")
    data_dir: Path = Field(default_factory=_data_dir, description="Carpeta de trabajo: índices y conversaciones")
    embedding_model: str = Field(
        str(MODEL), description="Modelo de sentence-transformers: nombre o carpeta; el incluido funciona sin red"
    )
    chat_model: str = Field(
        "",
        description="Modelo de chat («proveedor:nombre», como en LangChain) que escribe, al ingerir, las preguntas de los "
        "trozos que no las tienen; vacío, ninguno",
    )
    chat_base_url: str = Field("", description="Dirección del servidor de ese modelo, si no es la de su proveedor")
    chat_api_key: SecretStr = Field(SecretStr(""), description="Su clave de acceso")
    chat_seconds: float = Field(60, gt=0, description="Segundos que se espera cada una de sus respuestas")
    dense: bool = Field(True, description="Usar también la búsqueda por significado (embeddings)")
    lexicon: bool = Field(True, description="Usar los sinónimos del léxico")
    keys: bool = Field(True, description="Usar las preguntas escritas para cada registro")
    records: bool = Field(True, description="Responder con los registros; sin ellos, sólo con pasajes (para medir)")
    host: str = Field("127.0.0.1", description="Dirección en que escucha el servidor")
    port: int = Field(
        8000,
        ge=0,
        le=65535,
        validation_alias=AliasChoices("PNME_PORT", "PORT"),
        description="Puerto del servidor; también se lee de PORT",
    )
    base_url: str = Field("", description="Dirección pública, si los enlaces de las citas han de ser absolutos")
    conversation_days: int = Field(30, ge=1, description="Días que se guarda una conversación")
    max_question: int = Field(1000, description="Largo máximo de una pregunta, en caracteres")
    max_body: int = Field(65_536, ge=1024, description="Tamaño máximo del cuerpo de una solicitud, en bytes")
    body_seconds: float = Field(15, gt=0, description="Segundos que puede tardar en llegar el cuerpo de una solicitud")
    reload_seconds: float = Field(3, gt=0, description="Cada cuántos segundos se mira si hay un índice nuevo")

    @property
    def index_dir(self) -> Path:
        """Where the indexes lie: one folder per fingerprint and the pointer ``CURRENT``."""
        return self.data_dir / "index"

    @property
    def written_keys_dir(self) -> Path:
        """Where the questions lie that the chat model wrote: a file for each document, in the format of the keys."""
        return self.data_dir / "claves"

    @property
    def database_url(self) -> str:
        """SQLAlchemy URL of the conversations."""
        return f"sqlite:///{self.data_dir / 'conversaciones.db'}"
