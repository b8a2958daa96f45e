"""Conversations, kept in SQLite through SQLAlchemy: what earlier turns were about, and what users said of answers."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from sqlalchemy import DateTime, ForeignKey, Integer, String, Text, create_engine, delete, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.pool import StaticPool

from assistant.values import Turn

MAX_TURNS = 20


class Base(DeclarativeBase):
    """The tables."""


class Conversation(Base):
    """A conversation, by its opaque id."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    last_used: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class Message(Base):
    """One turn of a conversation; ``turn`` is the JSON of a :class:`Turn`."""

    __tablename__ = "message"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(Integer)
    turn: Mapped[str] = mapped_column(Text)
    rating: Mapped[str | None] = mapped_column(String(4))
    comment: Mapped[str | None] = mapped_column(Text)


class Conversations:
    """The conversations of one database. Safe to use from several threads."""

    def __init__(self, url: str = "sqlite://", keep_days: int = 30) -> None:
        self._engine = _engine(url)
        self._keep = timedelta(days=keep_days)
        Base.metadata.create_all(self._engine)

    def turns(self, conversation_id: str | None) -> tuple[Turn, ...]:
        """The last turns of a conversation, oldest first; none for an id that is not known."""
        if not conversation_id:
            return ()
        with Session(self._engine) as session:
            rows = session.scalars(
                select(Message.turn)
                .where(Message.conversation_id == conversation_id)
                .order_by(Message.position.desc())
                .limit(MAX_TURNS)
            ).all()
        return tuple(Turn.model_validate_json(row) for row in reversed(rows))

    def add(self, conversation_id: str | None, turn: Turn) -> tuple[str, str]:
        """Add a turn; returns the ids of the conversation (a new one where it is not known) and of the message."""
        now = datetime.now(UTC)
        message_id = str(uuid.uuid4())
        with Session(self._engine) as session, session.begin():
            conversation = session.get(Conversation, conversation_id) if conversation_id else None
            if conversation is None:
                conversation = Conversation(id=str(uuid.uuid4()), last_used=now)
                session.add(conversation)
                session.flush()
            conversation.last_used = now
            position = session.scalars(
                select(Message.position)
                .where(Message.conversation_id == conversation.id)
                .order_by(Message.position.desc())
                .limit(1)
            ).first()
            session.add(
                Message(
                    id=message_id,
                    conversation_id=conversation.id,
                    position=0 if position is None else position + 1,
                    turn=turn.model_dump_json(),
                )
            )
            return conversation.id, message_id

    def rate(self, message_id: str, rating: str, comment: str | None) -> bool:
        """Keep what a user said of an answer; False for a message that is not known."""
        with Session(self._engine) as session, session.begin():
            done = session.execute(
                update(Message).where(Message.id == message_id).values(rating=rating, comment=comment)
            )
            return bool(done.rowcount)  # type: ignore[attr-defined]

    def forget_old(self) -> int:
        """Delete conversations that were not used for the time they are kept; returns how many."""
        limit = datetime.now(UTC) - self._keep
        with Session(self._engine) as session, session.begin():
            old = select(Conversation.id).where(Conversation.last_used < limit)
            session.execute(delete(Message).where(Message.conversation_id.in_(old)))
            done = session.execute(delete(Conversation).where(Conversation.last_used < limit))
            return int(done.rowcount)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _engine(url: str) -> Engine:
    if url == "sqlite://":
        return create_engine(url, connect_args={"check_same_thread": False}, poolclass=StaticPool)
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    return engine
