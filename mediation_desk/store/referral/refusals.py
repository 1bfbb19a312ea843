"""Why a package is not opened, or not written, in the user's words; nothing was changed in any of them."""

from __future__ import annotations

from mediation_desk.domain.words import N_, DeskError


class NoPackage(DeskError):
    """The file is none."""

    def __init__(self) -> None:
        super().__init__(N_("This file is not a package of this program."), field="package")


class PackageDamaged(DeskError):
    """It is not as it was written."""

    def __init__(self) -> None:
        super().__init__(N_("This package is damaged, cut off, or was altered. Nothing was taken from it. "
                            "Copy it once more, or ask for it once more."), field="package")


class PackageTooNew(DeskError):
    """A later program wrote it."""

    def __init__(self) -> None:
        super().__init__(N_("This package was written by a newer version of the program. Install that "
                            "version first; nothing was changed."), field="package")


class PackageGone(DeskError):
    """It cannot be read."""

    def __init__(self) -> None:
        super().__init__(N_("The package cannot be read: the stick was pulled out, or the file is gone. "
                            "Nothing was changed."), field="package")


class ForAnotherOffice(DeskError):
    """Its envelope has another office's key on it."""

    def __init__(self) -> None:
        super().__init__(N_("This package is for another office: it was encrypted for a key that this one "
                            "does not have. Nothing was changed. Give the sender this office's card, and ask "
                            "for a new package."), field="package")


class WrongPassphrase(DeskError):
    """It opens with another one."""

    def __init__(self) -> None:
        super().__init__(N_("The package does not open with this passphrase. Have it told once more, group "
                            "by group; nothing was changed."), field="passphrase")


class NotWritten(DeskError):
    """The disk would not take it."""

    def __init__(self) -> None:
        super().__init__(N_("The file could not be written: the disk or stick is full, write-protected, or "
                            "was pulled out. Nothing was changed."), field="folder")


class TooMuch(DeskError):
    """Something that was to go into it is longer than any program takes out again."""

    def __init__(self) -> None:
        super().__init__(N_("A text of the case is too long for a package, or a name of a file is. Shorten "
                            "it, or leave it out of the package."), field="content")
