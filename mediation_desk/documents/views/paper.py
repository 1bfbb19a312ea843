"""What every paper is told in: a plain frozen view, whose template is named by its class."""

from __future__ import annotations

from typing import ClassVar

from mediation_desk.documents.views.shared import OfficeView


class Paper:
    """A view that feeds one template of ``forms/documents/``; its fields are the names that the template
    may use.

    Amounts stay :class:`Money` and days stay ``date``; the templates' filters write them out. None (or
    an empty text) means "not known": a template may ask ``{% if party.phone %}``, but printing it is an
    error that names the field.
    """

    __slots__ = ()
    TEMPLATE: ClassVar[str]
    office: OfficeView

    @property
    def template(self) -> str:
        """The name of the form that it feeds."""
        return self.TEMPLATE
