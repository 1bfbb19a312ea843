"""Runs service verbs off the UI thread, and brings what they return back to it."""

from __future__ import annotations

import functools
import inspect
import logging
import queue
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.garbage import Garbage

SLOW_MS = 500
READERS = 2
_log = logging.getLogger(__name__)
Done = Callable[[Any], object]
Failed = Callable[[DeskError], object]


class Task:
    """One verb under way. ``label`` says what it does, for the status line."""

    def __init__(self, verb: Callable[..., Any], label: str, *, write: bool, done: Done | None,
                 failed: Failed | None, receiver: QObject | None) -> None:
        self.label = label
        self.write = write
        self.cancellable = not write or "cancelled" in _parameters(verb)
        self.over: Future[Any] = Future()  # done when the verb has returned, before anybody is told
        self.finished = False
        self.slow = False
        self.progress: tuple[int, int] = (0, 0)
        self._verb: Callable[..., Any] | None = verb
        self._done, self._failed, self._receiver = done, failed, receiver
        self._cancelled = False
        self.age = QElapsedTimer()
        self.age.start()

    def asks_like(self, other: Task) -> bool:
        """Whether both ask the same verb for the same receiver: the later answer must come later."""
        return self._receiver is other._receiver and self._verb == other._verb

    def cancel(self) -> None:
        """Ask it to stop. What a read still returns is dropped; a write that finished is told."""
        self._cancelled = True

    def cancelled(self) -> bool:
        """Whether someone asked it to stop; given to verbs with a ``cancelled`` parameter."""
        return self._cancelled

    def report(self, done: int, total: int) -> None:
        """How far it is; given to verbs with a ``progress`` parameter."""
        self.progress = (done, total)

    def wanted(self, handler: Callable[..., object] | None) -> bool:
        """Whether the handler's widgets still live, and the person still waits."""
        if handler is None or (self._cancelled and not self.write):
            return False
        owners = _owners(handler) + ([self._receiver] if self._receiver is not None else [])
        return all(shiboken6.isValid(owner) for owner in owners)

    def handler(self, result: Any) -> Done | Failed | None:
        """Who is told of a result."""
        return self._failed if isinstance(result, DeskError) else self._done

    def forget(self) -> None:
        """Let go of whoever was to be told. The worker's thread holds the task a moment longer than the
        UI thread does, and must never be the last to hold a widget."""
        self._verb = self._done = self._failed = self._receiver = None


def _owners(handler: object) -> list[QObject]:
    """The Qt objects that a handler would touch: bound to it, or caught in its closure."""
    if isinstance(handler, functools.partial):
        found = [handler.func, *handler.args, *handler.keywords.values()]
        return [owner for part in found for owner in _owners(part)]
    if isinstance(handler, MethodType | BuiltinMethodType):  # Qt's own methods are built in
        return _owners(handler.__self__)
    if isinstance(handler, FunctionType):
        cells = [cell.cell_contents for cell in handler.__closure__ or () if _filled(cell)]
        return [cell for cell in cells if isinstance(cell, QObject)]
    return [handler] if isinstance(handler, QObject) else []


def _filled(cell: Any) -> bool:
    try:
        _ = cell.cell_contents
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class _Outcome:
    task: Task
    result: object
    failed: bool


class Tasks(QObject):
    """The only way from a widget to a service.

    ``run`` keeps order (one writer). ``read`` sees all that was run before it was asked: it
    begins when that is over, and waits for nothing that is run later. ``aside`` touches no store
    and waits for nothing. Handlers are called on the UI thread, and not at all once their widgets
    are gone. Must be made on the UI thread and closed before the application ends.
    """

    slow = Signal(object)  # a Task that takes more than half a second, again as it advances
    ended = Signal(object)  # the same Task, over
    refused = Signal(object)  # every DeskError, besides whoever handles it
    trouble = Signal(object)  # a DeskError that nobody handled
    bug = Signal(object)  # a Bug: anything else that went wrong
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.garbage = Garbage(self)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="desk-write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="desk-read")
        self._pending: list[Task] = []
        self._last_write: Task | None = None
        self._outcomes: queue.SimpleQueue[_Outcome] = queue.SimpleQueue()
        self._watch = QTimer(self, interval=100)
        self._watch.timeout.connect(self._look_for_slow)
        self._arrived.connect(self._deliver)

    def run(self, verb: Callable[..., Any], *args: Any, done: Done | None = None,
            failed: Failed | None = None, label: str = "", receiver: QObject | None = None,
            **kwargs: Any) -> Task:
        """Start a verb that may change something; verbs run one after the other, in order.

        ``done(result)`` or ``failed(DeskError)`` is called later on the UI thread. A verb
        with a parameter ``progress(done, total)`` or ``cancelled() -> bool`` is given it.
        """
        task = Task(verb, label, write=True, done=done, failed=failed, receiver=receiver)
        self._last_write = task
        return self._start(self._writer, task, verb, args, kwargs)

    def read(self, verb: Callable[..., Any], *args: Any, done: Done | None = None,
             failed: Failed | None = None, label: str = "", receiver: QObject | None = None,
             **kwargs: Any) -> Task:
        """Start a verb that only reads, once everything is saved that was run before.

        Answers to the same verb for the same receiver come in the order in which they were asked
        for; others may overtake each other.
        """
        task = Task(verb, label, write=False, done=done, failed=failed, receiver=receiver)
        return self._start(self._readers, task, verb, args, kwargs, after=self._before(task))

    def aside(self, verb: Callable[..., Any], *args: Any, done: Done | None = None,
              failed: Failed | None = None, label: str = "", receiver: QObject | None = None,
              **kwargs: Any) -> Task:
        """Start a verb that neither reads the store nor saves in it: a paper printed, a file written.

        Nothing waits for it, and what it has done is told although somebody asked it to stop.
        """
        task = Task(verb, label, write=True, done=done, failed=failed, receiver=receiver)
        return self._start(self._readers, task, verb, args, kwargs)

    def _before(self, task: Task) -> list[Task]:
        """What must be over before a reading begins: the last save (and so all before it), and the
        same question asked earlier, unless nobody waits for its answer any more."""
        asked = [one for one in self._pending
                 if not one.write and not one.cancelled() and one.asks_like(task)]
        return [*filter(None, (self._last_write,)), *asked[-1:]]

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._pending)

    def stop_reading(self) -> None:
        """Nobody waits any more for what is being read; what is being saved goes on."""
        for task in self._pending:
            if not task.write:
                task.cancel()

    def drain(self, timeout_ms: int = 10_000) -> bool:
        """Wait until everything under way has been delivered; False when time ran out."""
        clock = QElapsedTimer()
        clock.start()
        while self._pending:
            left = timeout_ms - clock.elapsed()
            try:
                self._settle(self._outcomes.get(timeout=max(0.0, left / 1000)))
            except queue.Empty:
                return False
        return True

    def close(self, timeout_ms: int = 10_000) -> bool:
        """Finish what was begun and stop the threads."""
        finished = self.drain(timeout_ms)
        for pool in (self._writer, self._readers):
            pool.shutdown(wait=finished, cancel_futures=True)
        if finished:
            self.garbage.stop()
        return finished

    def _start(self, pool: ThreadPoolExecutor, task: Task, verb: Callable[..., Any], args: tuple[Any, ...],
               kwargs: dict[str, Any], *, after: Sequence[Task] = ()) -> Task:
        tokens = {"progress": task.report, "cancelled": task.cancelled}
        wanted = _parameters(verb)
        given = kwargs | {name: token for name, token in tokens.items() if name in wanted - set(kwargs)}
        self._pending.append(task)
        self._watch.start()
        self._wait(after, pool, task, functools.partial(verb, *args, **given))
        return task

    def _wait(self, after: Sequence[Task], pool: ThreadPoolExecutor, task: Task,
              verb: Callable[[], Any]) -> None:
        """Begin once all of ``after`` are over: now, or on the thread on which the last one ends."""
        if not after:
            self._submit(pool, task, verb)
            return
        after[0].over.add_done_callback(lambda over: task.over.cancel() if over.cancelled()
                                        else self._wait(after[1:], pool, task, verb))

    def _submit(self, pool: ThreadPoolExecutor, task: Task, verb: Callable[[], Any]) -> None:
        try:
            pool.submit(verb).add_done_callback(functools.partial(self._arrive, task))
        except RuntimeError:  # the program ended while it waited
            task.over.cancel()

    def _arrive(self, task: Task, future: Future[Any]) -> None:
        """On the worker's thread: hand the outcome over and ring the bell, then let the next begin."""
        if future.cancelled():  # the program ended before it began
            task.over.cancel()
            return
        error = future.exception()
        self._outcomes.put(_Outcome(task, future.result() if error is None else error, error is not None))
        if shiboken6.isValid(self):
            self._arrived.emit()
        task.over.set_result(None)

    def _deliver(self) -> None:
        while not self._outcomes.empty():
            self._settle(self._outcomes.get())

    def _settle(self, outcome: _Outcome) -> None:
        task = outcome.task
        task.finished = True
        self._pending.remove(task)
        if task is self._last_write:
            self._last_write = None  # with all that waited for it, and the desk's keys in that
        if not self._pending:
            self._watch.stop()
        if task.slow:
            self.ended.emit(task)
        try:
            if outcome.failed:
                self._fail(task, outcome.result)
            else:
                self._tell(task, outcome.result)
        finally:
            task.forget()

    def _fail(self, task: Task, error: object) -> None:
        if not isinstance(error, DeskError):
            bug = Bug.of(error) if isinstance(error, BaseException) else Bug.of(RuntimeError())
            _log.error("%s", bug.summary)
            self.bug.emit(bug)
            return
        self.refused.emit(error)
        if task.handler(error) is not None:
            self._tell(task, error)
        elif not task.cancelled():
            self.trouble.emit(error)

    def _tell(self, task: Task, result: Any) -> None:
        handler = task.handler(result)
        if handler is not None and task.wanted(handler):
            handler(result)

    def _look_for_slow(self) -> None:
        for task in self._pending:
            if task.age.elapsed() >= SLOW_MS:
                task.slow = True
                self.slow.emit(task)


def _parameters(verb: Callable[..., Any]) -> set[str]:
    try:
        return set(inspect.signature(verb).parameters)
    except (TypeError, ValueError):  # some built-ins do not say
        return set()
