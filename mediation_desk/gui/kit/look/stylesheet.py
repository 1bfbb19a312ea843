"""The one style sheet, written from the colour tokens and the text size."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from mediation_desk.gui.kit.look.tokens import Tokens

_SHEET = Template("""
QToolTip { color: $raised; background: $ink; border: none; padding: ${p4}px ${p8}px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 700; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 700; }
QLabel[role="group"] { font-weight: 700; }
QLabel[role="figure"] { font-size: ${figure}pt; font-weight: 700; }
QLabel[role="amount"] { font-size: ${amount}pt; font-weight: 700; }
QLabel[role="spoken"] { font-size: ${spoken}pt; }
QLabel[role="aloud"] { font-size: ${spoken}pt; color: $muted; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="label"] { color: $muted; font-size: ${small}pt; }
QLabel[role="trouble"] { color: $overdue; font-size: ${small}pt; }
QLabel[meaning="applicants"] { color: $applicants; }
QLabel[meaning="respondents"] { color: $respondents; }
QLabel[meaning="agreed"] { color: $agreed; }
QLabel[meaning="disputed"] { color: $disputed; }
QLabel[meaning="missing"] { color: $missing; }
QLabel[meaning="overdue"] { color: $overdue; }
QLabel:disabled { color: $muted; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $raised; color: $ink; border: 1px solid $edge; border-radius: 4px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { padding: ${p4}px ${p8}px; min-height: ${p20}px; }
QPlainTextEdit, QTextEdit { padding: ${p4}px 6px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: ${p4m}px ${p8m}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${p4m}px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $surface; color: $muted; border-color: $line; }
*[trouble="true"] { border: 2px solid $overdue; }
QLineEdit[trouble="true"] { padding: ${p4m}px ${p8m}px; }
QLineEdit[settled="true"], QPlainTextEdit[settled="true"] {
  background: transparent; border: 1px solid transparent; border-bottom: 1px solid $line; border-radius: 0;
  padding-left: 0; }

Choice { background: $raised; color: $ink; border: 1px solid $edge; border-radius: 4px;
  padding: ${p4}px ${p4}px ${p4}px ${p8}px; min-height: ${p20}px; }
Choice:hover { border-color: $muted; }
Choice:focus, Choice:on { border: 2px solid $accent; padding: ${p4m}px ${p4m}px ${p4m}px ${p8m}px; }
Choice:disabled { background: $surface; color: $muted; border-color: $line; }
Choice::drop-down { border: none; width: ${p24}px; }
Choice::down-arrow { image: none; }
Choice QAbstractItemView { background: $raised; border: 1px solid $edge; outline: none; padding: ${p4}px 0;
  selection-background-color: $accent_soft; selection-color: $ink; }
Choice QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; }

QPushButton { background: $raised; color: $ink; border: 1px solid $edge; border-radius: 4px;
  padding: ${p4}px ${p16}px; min-height: ${p20}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: ${p4m}px ${p16m}px; }
QPushButton:disabled { color: $muted; background: $surface; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 700; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
  background: $accent_strong; border-color: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; padding: ${p4m}px ${p16m}px; }
QPushButton[role="primary"]:disabled { background: $hover; color: $muted; border-color: $line; }
QPushButton[role="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
  color: $accent; border-radius: 4px; padding: ${p4}px ${p8}px; }
QToolButton { color: $ink; }
QPushButton[role="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[role="quiet"]:pressed, QToolButton:pressed { background: $accent_soft; }
QPushButton[role="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; padding: ${p4m}px ${p8m}px; }
QPushButton { icon-size: ${p16}px; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right;
  width: ${p8}px; height: ${p8}px; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  border-radius: 4px; padding: 1px ${p4}px; min-height: ${p20}px; text-align: left; }
QPushButton[role="link"]:hover { background: $hover; text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 1px ${p4}px; }
QPushButton[role="link"]:disabled { color: $muted; }
QPushButton[role="line"] { background: transparent; border: 1px solid transparent; color: $accent;
  border-radius: 4px; padding: 0 ${p4}px; min-height: 0; text-align: left; }
QPushButton[role="line"]:hover { background: $hover; text-decoration: underline; }
QPushButton[role="line"]:focus { border: 1px solid $accent; padding: 0 ${p4}px; }
QPushButton[role="quiet"]:disabled, QToolButton:disabled { color: $muted; }
QLineEdit QToolButton, QLineEdit QToolButton:hover { padding: 0; border: none; background: transparent; }
QToolButton::menu-indicator { image: none; }

QPushButton[role="place"] { background: transparent; border: 1px solid transparent; color: $ink;
  border-radius: 4px; padding: ${p8}px ${p12}px; text-align: left; }
QPushButton[role="place"]:hover { background: $hover; }
QPushButton[role="place"]:checked { background: $accent_soft; color: $accent; font-weight: 700; }
QPushButton[role="place"]:focus { border: 2px solid $accent; padding: ${p8m}px ${p12m}px; }

QPushButton[role="segment"] { border-radius: 0; border-right-width: 0; padding: ${p4}px ${p12}px; }
QPushButton[role="segment"][place="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; }
QPushButton[role="segment"][place="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px;
  border-right-width: 1px; }
QPushButton[role="segment"]:checked { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 700; }
QPushButton[role="segment"]:focus { border: 2px solid $accent; padding: ${p4m}px ${p12m}px; }
QPushButton[role="segment"]:checked:focus { border: 2px solid $ink; }

Tick { spacing: ${p8}px; padding: ${p4}px 0; }
Tick::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $edge; border-radius: 3px;
  background: $raised; }
Tick::indicator:hover { border-color: $accent; }
Tick::indicator:checked { background: $accent; border-color: $accent; }
Tick::indicator:focus { border: 2px solid $accent; width: ${p16m}px; height: ${p16m}px; }
Tick::indicator:disabled { background: $surface; border-color: $line; }

QTableView, QTreeView, QListView { background: $raised; color: $ink; border: 1px solid $line;
  border-radius: 4px; gridline-color: $line; outline: none; alternate-background-color: $raised;
  selection-background-color: $accent_soft; selection-color: $ink; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QTableView::item { padding: 0 ${p8}px; border: none; }
QHeaderView { background: $surface; border: none; icon-size: ${p16}px; }
QHeaderView::section { background: $surface; color: $muted; font-size: ${small}pt; border: none;
  border-bottom: 1px solid $line; padding: ${p8}px ${p11}px; }
QHeaderView::section:vertical { color: $ink; font-size: ${body}pt; padding: 0 ${p11}px; }
Grid QHeaderView::section { padding: ${p4}px ${p11}px; }
Grid QHeaderView::section:vertical { padding: 0 ${p11}px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QHeaderView::section:hover { color: $ink; background: $hover; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $raised; color: $ink; border: 1px solid $edge; padding: ${p4}px 0; }
QMenu::item { padding: ${p4}px ${p24}px; min-height: ${p20}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $muted; padding: ${p8}px ${p16}px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; font-weight: 700; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $accent_soft; }
QCalendarWidget QToolButton { color: $ink; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QAbstractItemView { border: none; selection-background-color: $accent;
  selection-color: $on_accent; }

#rail, #status { background: $rail; }
#rail { border-right: 1px solid $line; }
#status { border-top: 1px solid $line; }
#status QLabel, #status QToolButton { color: $muted; font-size: ${small}pt; }
#status QToolButton { padding: 0 ${p8}px; border-radius: 0; }
#rail QToolButton { color: $muted; border: none; border-radius: 6px; padding: 8px 4px;
  font-size: ${small}pt; }
#rail QToolButton:hover { background: $hover; color: $ink; }
#rail QToolButton:checked { background: $accent_soft; color: $accent; font-weight: 700; }
#rail QToolButton:focus { border: 2px solid $accent; padding: 6px 2px; }
#context { background: $raised; border-left: 1px solid $line; }
#card { background: $raised; border: 1px solid $line; border-radius: 6px; }
#palette { background: $raised; border: 1px solid $edge; border-radius: 8px; }
#palette QLineEdit { border: none; border-radius: 0; border-bottom: 1px solid $line; background: transparent;
  padding: ${p8}px ${p16}px; font-size: ${lead}pt; min-height: ${p28}px; }
#palette QListView { border: none; }
#bar[meaning="notice"] { background: $accent_soft; border-left: 4px solid $accent; }
#bar[meaning="agreed"] { background: $agreed_soft; border-left: 4px solid $agreed; }
#bar[meaning="disputed"] { background: $disputed_soft; border-left: 4px solid $disputed; }
#bar[meaning="overdue"] { background: $overdue_soft; border-left: 4px solid $overdue; }
#bar QPushButton[role="quiet"] { color: $ink; font-weight: 700; text-decoration: underline; min-height: 18px;
  padding: 1px ${p8}px; }
#bar QPushButton[role="quiet"]:focus { padding: 0 ${p8m}px; }
#bar QToolButton, #bar QToolButton:focus { padding: 1px ${p4}px; }
#paperGround { background: $hover; }
""")

_LENGTHS = (4, 8, 11, 12, 16, 20, 24, 28)
_SIZES = {"small": 9.0, "body": 10.5, "lead": 12.0, "heading": 14.0, "title": 18.0, "figure": 22.0,
          "spoken": 16.0, "amount": 28.0}  # the last two: read across a table


def stylesheet(tokens: Tokens, px: Callable[[int], int], pt: Callable[[float], float]) -> str:
    """Style sheet text; ``px`` and ``pt`` grow lengths and type sizes with the chosen text size.

    ``p8m`` is ``p8`` less the pixel by which a border grew, so that focus moves nothing.
    """
    lengths = {f"p{size}": px(size) for size in _LENGTHS}
    inner = {f"p{size}m": max(0, px(size) - 1) for size in _LENGTHS}
    sizes = {name: f"{pt(size):g}" for name, size in _SIZES.items()}
    colours = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    return _SHEET.substitute(**colours, **lengths, **inner, **sizes)
