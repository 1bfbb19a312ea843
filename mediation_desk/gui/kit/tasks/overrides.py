"""Lets an exception leave an override of a Qt method without ending the process.

Until Python 3.12 an exception that C code raised (``int("x")``, a call on a widget that is gone) need
not be an instance yet when it leaves a method; PySide takes it for one, and the process ends. Caught
and raised again, it is one. From 3.12 on there is nothing to mend.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QIconEngine

PACKAGE, QT = "mediation_desk", "PySide6"
ROOTS: tuple[type, ...] = (QObject, QIconEngine)


def guard() -> None:
    """Mend the overrides of every Qt class of the program, those defined so far and those to come.

    Call it before the first window is made.
    """
    if sys.version_info >= (3, 12):
        return
    for root in ROOTS:
        for known in _below(root):
            mend(known)
        root.__init_subclass__ = classmethod(_defined)  # type: ignore[assignment,method-assign,arg-type]


def _defined(cls: type, **_kwargs: Any) -> None:
    """A class was defined after the guard was set up."""
    mend(cls)


def _below(root: type) -> Iterator[type]:
    known: type
    for known in root.__subclasses__():
        yield known
        yield from _below(known)


def mend(cls: type) -> None:
    """Make what a class overrides of Qt raise whole exceptions; other people's classes stay."""
    if not cls.__module__.startswith(PACKAGE):
        return
    of_qt = [base for base in cls.__mro__ if base.__module__.startswith(QT)]
    for name, found in list(vars(cls).items()):
        overrides = not name.startswith("__") and any(hasattr(base, name) for base in of_qt)
        if overrides and isinstance(found, FunctionType) and not hasattr(found, "__wrapped__"):
            setattr(cls, name, whole(found))


def whole(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, whose exceptions are instances whoever raised them."""
    alone = isinstance(method, FunctionType) and method.__code__.co_argcount == 1

    @functools.wraps(method)
    def told(self: object, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except BaseException:
            raise  # caught, it has become an instance

    @functools.wraps(method)
    def called(self: object) -> Any:  # a slot is given as many arguments as it takes
        try:
            return method(self)
        except BaseException:
            raise

    return called if alone else told
