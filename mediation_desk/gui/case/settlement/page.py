"""The Settlement page: the terms at the left, the agreement they make at the right, then the signing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.agreeing.checks import Finding
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import TermsDraft
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.prints import Prints
from mediation_desk.gui.case.papers.sets import SetsPane
from mediation_desk.gui.case.settlement.reading import signed
from mediation_desk.gui.case.settlement.sign import SignCard
from mediation_desk.gui.case.settlement.signed import SignedPart
from mediation_desk.gui.case.settlement.terms import PLACE, Incomplete, TermsForm
from mediation_desk.gui.kit.clash import ask_beneath
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.split import Split
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr, tr_error, words
from mediation_desk.gui.signing.hand import HandCard
from mediation_desk.services.papers import making, signing
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.signing import ToSign
from mediation_desk.services.reading import CaseView
from mediation_desk.services.settlement import payable, settling

PAUSE_MS = 300
BESIDE = 880  # px: room for the terms and the paper next to each other
PAPER_HEIGHT = 640
TERMS_SHARE = 0.52  # of the width; the rest is the paper's


def _shared(width: int) -> tuple[int, int]:
    """The terms' part of a width, and the paper's."""
    return (terms := round(width * TERMS_SHARE)), width - terms


class SettlementPage(StationPage):
    """Terms and live preview; once signed, the frozen paper and its fingerprint."""

    station = Station.SETTLEMENT

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench, scroll=False)
        self.terms, self.signed_part, self.sign_card = TermsForm(bench), SignedPart(bench), SignCard(bench)
        self.paper = PdfView(bench.tasks)
        self.prints = Prints(bench, self.paper)
        self.waiting = EmptyState(tr("The agreement will show here"), tr(
            "Enter the total and the day on which the first instalment falls due. The paper then follows "
            "every change."), picture="file-text")
        self.sets, self.everybody = SetsPane(bench, self), button(
            tr("Print everybody's set …"), "quiet", picture="printer")
        self.head.addWidget(self.everybody)
        self.everybody.clicked.connect(self.sets.open)
        self.sets.opened.connect(self.everybody.hide)
        self.sets.closed.connect(lambda: self.show_case(bench.view) if bench.view else None)
        self._kept: TermsDraft | None = None
        self._agreement: Agreement | None = None
        self._seen = Seen()  # what was known of the case as the form was filled from it
        self._round = 0
        self._frozen = ""  # the fingerprint of the signed paper that is shown
        self._started = self._due = self._pad_leaves = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self._lay()
        self.terms.changed.connect(self._changed)
        self.sign_card.closed.connect(self._signing_closed)
        self.leaves(self.sign_card, self._leave_signing)
        self.sign_card.refused.connect(self._sign_refused)
        self.sign_card.jump.connect(self._mend)
        self.sign_card.put_out.connect(self._preview)
        self.sign_card.opened.connect(self._show_pad)

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        inner = QWidget()
        self._left = QVBoxLayout(inner)
        self._left.setContentsMargins(0, 0, look().px(16), 0)
        self._left.setSpacing(look().px(16))
        for part in (self.sign_card, self.terms, self.signed_part):
            self._left.addWidget(part)
        self.area = SteadyArea(inner)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(look().px(8), 0, 0, 0)
        right.addWidget(self.paper)
        right.addWidget(self.waiting)
        self._split = Split(Qt.Orientation.Horizontal, _shared)
        self._split.addWidget(self.area)
        self._split.addWidget(self._right)
        self.nothing = EmptyState(tr("No agreement"), tr(
            "The case ended without an agreement signed here."), picture="file-x")
        self.nothing.hide()
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self._split, 1)
        self._show_finder(False)
        self._show_paper(False)

    def beneath_papers(self) -> QWidget:
        """The terms with the agreement beside them."""
        return self._split

    def _show_finder(self, shown: bool) -> None:
        """The paper's search takes room only while it is used."""
        paper = self.paper
        for tool in (paper.hits, paper.line, paper.previous, paper.next):
            tool.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper stands beside the terms, or falls under them where there is no room."""
        super().resizeEvent(event)
        beside = event.size().width() >= look().px(BESIDE)
        if beside == (self._right.parentWidget() is self._split):
            return
        if beside:
            self._left.removeWidget(self._right)
            self._right.setMinimumHeight(0)
            self._split.addWidget(self._right)
            self._split.share_room()
        else:
            self._right.setMinimumHeight(look().px(PAPER_HEIGHT))
            self._left.addWidget(self._right)

    def _show_paper(self, shown: bool) -> None:
        self.paper.setVisible(shown)
        self.waiting.setVisible(not shown)

    # -- the case ------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the case as it was read; terms that are just being set stay."""
        agreement = view.case.agreement
        if signed(agreement):
            assert agreement is not None
            self._show_signed(view, agreement)
        else:
            self._show_terms(view, agreement)
        over = view.case.status is not Status.OPEN and not signed(agreement)
        self.terms.setVisible(not signed(agreement) and not over)
        self.nothing.setVisible(over)
        self._split.setVisible(not over)
        self.signed_part.setVisible(signed(agreement))
        self._agreement = agreement
        self.everybody.setVisible(agreement is not None and not over and self.sets.isHidden())
        self._follow_signing(agreement)
        self._offer_action()
        if not self.sets.isHidden():
            self._split.hide()
            self.primary.hide()

    def _follow_signing(self, agreement: Agreement | None) -> None:
        """Other terms than those about to be signed were kept, or they were taken back: look first."""
        signing = not self.sign_card.isHidden()
        if signing and (agreement is None or agreement.id != self.sign_card.drafted):
            self._signing_closed()
            self.bar.trouble(tr("The terms were drafted anew meanwhile. Look at them before signing."))
        elif signing:
            self.sign_card.look()

    def _show_signed(self, view: CaseView, agreement: Agreement) -> None:
        self._pause.stop()
        self.sign_card.hide()
        self.signed_part.show_case(view, agreement)
        shown = view.case.signed_agreements[0].paper_sha256
        if self._frozen != shown:  # it never changes: its pages are read once
            self._frozen = shown
            self._round += 1
            asked = self._round
            self.bench.read(making.make, AGREEMENT, done=lambda paper: self._previewed(asked, paper))

    def _show_terms(self, view: CaseView, agreement: Agreement | None) -> None:
        if view.case.accepted_on is None:
            self.accept_first()
        same = self._started and (agreement and agreement.id) == (self._agreement and self._agreement.id)
        if same and self._set() != self._kept:
            self.terms.follow(view)
            return
        self._started = True
        self._seen = self.bench.seen
        self._kept = None
        self.terms.show_case(view)
        self._kept = self._set()
        self.bench.read(payable.record, done=self.terms.payable.show_record)
        if not self.bench.read_only and self.terms.bring_back():
            self.bar.notice(tr("Typed earlier and not saved yet; it is saved as you go on."))
        self._changed()

    def _set(self) -> TermsDraft | None:
        try:
            return self.terms.draft()
        except (Incomplete, DeskError):
            return None

    # -- preview -------------------------------------------------------------------------

    def _changed(self) -> None:
        if not signed(self._agreement):
            self._due = True
            if self.isVisible():
                self._pause.start()
            self._offer_action()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the paper: it waits."""
        super().hideEvent(event)
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what waited."""
        super().showEvent(event)
        if self._due:
            self._changed()

    def _preview(self) -> None:
        self._due = False
        wanted = self._set()
        self._round += 1
        if wanted is None:
            return
        asked = self._round
        if not self.sign_card.isHidden():
            self._show_what_is_signed(asked)
            return
        kept = (making.make, AGREEMENT) if wanted == self._kept and self._agreement else None
        self.bench.read(*(kept or (signing.preview_agreement, wanted)),
                        done=lambda paper: self._previewed(asked, paper),
                        failed=lambda error: self._not_previewed(asked, error))

    def _show_what_is_signed(self, asked: int) -> None:
        """What was printed last, whatever the case would say on paper by now."""
        def done(found: ToSign) -> None:
            if asked == self._round:
                self.sign_card.outdated.setVisible(found.outdated)
                self._previewed(asked, found.paper)

        self.bench.read(signing.about_to_be_signed, done=done,
                        failed=lambda error: self._not_previewed(asked, error))

    def _previewed(self, asked: int, paper: Paper) -> None:
        if asked == self._round:
            self.prints.show(paper)
            self.sign_card.shown = self.prints.fingerprint
            self._show_paper(True)

    def _not_previewed(self, asked: int, error: DeskError) -> None:
        if asked != self._round:
            return
        if error.field is None:
            self.waiting.text.setText(tr_error(error))
            self.waiting.text.show()
            self._show_paper(False)
        else:
            self.terms.beside(error).set_error(tr_error(error))

    # -- keeping and signing -------------------------------------------------------------

    def _offer_action(self) -> None:
        """Keep what was changed; sign what is kept; nothing once it is signed."""
        view = self.bench.view
        ready = view is not None and view.case.accepted_on is not None and not self.bench.read_only
        if not ready or signed(self._agreement) or not self.sign_card.isHidden():
            self.set_primary("", None)
        elif self._agreement is not None and self._set() == self._kept:
            self.set_primary(tr("Sign …"), self._sign, picture="pen-nib")
            self.terms.form.does(None)  # nobody signs with an Enter too many
        else:
            self.set_primary(tr("Keep the terms"), self.keep_terms, picture="check")
            self.terms.form.does(self.primary)

    def keep_terms(self) -> None:
        """Keep the terms as they are set."""
        if not self.terms.form.commit():
            return
        try:
            wanted = self.terms.draft()
        except Incomplete:
            missing = self.terms.when.missing
            missing.set_error(tr("This must be filled in."))
            missing.setFocus()
            return
        except DeskError as error:
            self._refused(error)
            return
        self._kept = wanted
        self.bench.run(settling.draft, wanted, seen=self._seen, failed=self._refused,
                       done=lambda _changes: self.bench.notes.drop(PLACE), notice=tr("The terms are kept."),
                       after=lambda: self.primary.setFocus(Qt.FocusReason.OtherFocusReason))

    def _refused(self, error: DeskError) -> None:
        self._kept = None
        if isinstance(error, Conflicts):
            self._seen = error.seen
            self.bench.read_anew(lambda: self._ask(error))
        else:
            self._sign_refused(error)
        self._offer_action()

    def _ask(self, error: Conflicts) -> None:
        """Show a colleague's terms beside one's own, which wait in the form."""
        ask_beneath(self, error, self.bench.clash_words(), self._decided)

    def _decided(self, mine: bool) -> None:
        if mine:
            self.keep_terms()
        elif self.bench.view is not None:
            self.bench.notes.drop(PLACE)
            self._started = False
            self.show_case(self.bench.view)

    def _sign_refused(self, error: DeskError) -> None:
        if not self.sign_card.isHidden():
            self._signing_closed()  # what is wrong lies in the terms, and is mended there
        if isinstance(error, Conflicts):  # what is signed is what was seen: look, then sign
            self.bench.ask(error, None, self)
        elif error.field is None:
            self.bar.trouble(error)
        else:
            field = self.terms.beside(error)
            field.set_error(tr_error(error))
            self.reveal(field)

    def _mend(self, finding: Finding) -> None:
        """Go where a finding of the checks is mended: to its field here, or to its page."""
        self._signing_closed()
        if finding.station is not Station.SETTLEMENT:
            self.go_to_field(finding.station, finding.field, finding.of)
            return
        field = self.terms.beside(DeskError(finding.sentence.text, field=finding.field))
        if finding.stops:
            field.set_error(words().sentence(finding.sentence))
        self.reveal(field)

    def _sign(self) -> None:
        if self._agreement is None:
            return
        self.terms.close_to_change(True)
        self.sign_card.open(self._agreement.id)
        self.area.ensureWidgetVisible(self.sign_card)
        self._offer_action()
        self._preview()

    def _signing_closed(self) -> None:
        self.sign_card.hide()
        self.terms.close_to_change(False)
        self._offer_action()
        self._changed()

    def _show_pad(self, pad: HandCard) -> None:
        """Whoever signs now has the pad in sight; Esc puts it away, and the card stays."""
        if not self._pad_leaves:
            self._pad_leaves = True
            self.leaves(pad, pad.closed.emit)
        self.reveal(pad)

    def _leave_signing(self) -> None:
        self._signing_closed()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the window asks ------------------------------------------------------------

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over only shows; so do terms that are being signed."""
        super().set_read_only(read_only or not self.sign_card.isHidden())
        self._edits_follow(read_only)
        self._offer_action()

    def _edits_follow(self, read_only: bool) -> None:
        """The page's action belongs to the case, not to the terms."""
        self.primary.setEnabled(not read_only)

    def focus_first(self) -> None:
        """What must still be filled in; the total where nothing must; the paper once it is signed."""
        place = self.paper if signed(self._agreement) else self._first_to_fill()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_to_fill(self) -> QWidget:
        terms = self.terms
        empty = (one for one in (terms.total, terms.first) if not one.isHidden() and not one.typed().strip())
        return next(empty, terms.total)

    def find_text(self, text: str) -> bool:
        """Among the fields first, then in the paper."""
        if super().find_text(text):
            return True
        if not self.paper.pages or not self.paper.isVisible():
            return False
        self._show_finder(True)
        self.paper.line.setText(text)
        return self.paper.hit_count() > 0

    def print_pdf(self) -> None:
        """Ctrl+P: the agreement; marked as a draft until the terms are kept."""
        if self.paper.pages:
            self.paper.print_page()
        else:
            self.bar.notice(tr("Enter the total and the due days first; then there is a paper to print."))

    def help_text(self) -> str:
        """F1."""
        return tr(
            "Set what is paid, to whom and when. The total comes from the accepted offer; shares and "
            "instalments are worked out to the fen, so that rows and columns always add up. Where a due day "
            "falls on a rest day, the table shows where it moves.\n\n"
            "The paper beside the form follows every change, marked as a draft. Press “Keep the terms” when "
            "both sides agree with it, print it, let everybody sign, then press “Sign …” and enter the day; "
            "or let them sign on the screen there, one after the other. The very paper that was "
            "printed last is frozen, byte for byte; its fingerprint proves that nothing was changed.\n\n"
            "The paper counts its periods from the day that is written on it; the days themselves stand "
            "here once it is signed.")
