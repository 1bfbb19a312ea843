"""Which column of a bank's statement is which: by the headings that banks use, or as a person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mediation_desk.domain.headings import Columns, best_row, heading_key, kept_columns
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class Meaning(Term):
    """What a column holds."""

    DAY = "day", N_("Day")
    OUT = "out", N_("Money out")
    IN = "in", N_("Money in")
    AMOUNT = "amount", N_("Amount, in or out")
    MARK = "mark", N_("Mark: in or out")
    NAME = "name", N_("Counterparty's name")
    ACCOUNT = "account", N_("Counterparty's account")
    REFERENCE = "reference", N_("Purpose or remark")
    SERIAL = "serial", N_("Serial number")


class Whose(Term):
    """Whose statement it is: the office itself receives nothing."""

    PAYER = "payer", N_("Who pays: money going out to the workers")
    WORKER = "worker", N_("A worker: money coming in from who pays")


_USUAL: Mapping[Meaning, tuple[str, ...]] = MappingProxyType({
    Meaning.DAY: ("交易日期", "记账日期", "入账日期", "业务日期", "付款日期", "到账日期", "交易日", "日期",
                  "交易时间", "记账时间", "入账时间", "付款时间", "支付时间", "时间"),
    Meaning.OUT: ("借方发生额", "借方金额", "支出金额", "付款金额", "转出金额", "支取金额", "付出金额",
                  "支出", "借方", "转出", "取出"),
    Meaning.IN: ("贷方发生额", "贷方金额", "收入金额", "收款金额", "转入金额", "存入金额", "收入", "贷方",
                 "转入", "存入"),
    Meaning.AMOUNT: ("交易金额", "发生额", "发生金额", "金额", "实发金额", "代发金额"),
    Meaning.MARK: ("借贷标志", "借贷方向", "借贷", "收支标志", "收付标志", "收/支", "收支", "收/付",
                   "交易方向", "资金流向", "方向"),
    Meaning.SERIAL: ("交易流水号", "核心流水号", "业务流水号", "流水号", "交易流水", "银行流水号", "交易单号",
                     "交易订单号", "电子回单号", "回单编号", "凭证号", "交易序号"),
    Meaning.REFERENCE: ("摘要", "附言", "用途", "备注", "交易摘要", "交易附言", "交易用途", "客户附言",
                        "商品", "商品说明")})
_OTHER_SIDE: Mapping[Meaning, tuple[str, ...]] = MappingProxyType({
    Meaning.NAME: ("对方户名", "对方名称", "对方账户名称", "对方账户名", "对方单位名称", "对方单位",
                   "对手户名", "交易对方", "交易对方名称", "交易对手", "对方"),
    Meaning.ACCOUNT: ("对方账号", "对方帐号", "对方账户", "对方卡号", "对方卡号/账号", "对方账号/卡号",
                      "对手账号", "交易对方账号", "对方账户账号")})
_SIDES: Mapping[Whose, str] = MappingProxyType({Whose.PAYER: "收款", Whose.WORKER: "付款"})
"""Of statements that name both sides, who stands on the other one."""
_PLAIN_SIDE: Mapping[Meaning, tuple[str, ...]] = MappingProxyType({
    Meaning.NAME: ("户名", "姓名", "账户名称"), Meaning.ACCOUNT: ("账号", "帐号", "卡号")})
"""Taken for the other side's only where nothing else names it: lists of wages paid have no other."""
_HOLDERS = ("户名", "账户名称", "本方户名", "账户名", "客户名称", "单位名称", "账户户名", "姓名")


@dataclass(frozen=True)
class Layout(Columns[Meaning]):
    """What each heading means; headings that mean nothing here are left out. Several columns may hold the
    purpose, one any other meaning."""

    @classmethod
    def read(cls, text: str) -> Layout:
        """What was kept; a meaning that this program does not know is left out."""
        return cls(kept_columns(text, Meaning))

    def lacks(self, whose: Whose) -> list[Meaning]:
        """What must be said before anything can be read: the day, and an amount of the wanted direction."""
        meant = set(self.columns.values())
        wanted = Meaning.OUT if whose is Whose.PAYER else Meaning.IN
        lacking = [] if Meaning.DAY in meant else [Meaning.DAY]
        return lacking if meant & {wanted, Meaning.AMOUNT} else [*lacking, wanted]


def usual(headings: Sequence[str], whose: Whose) -> Layout:
    """What the headings mean as banks use them."""
    keys = {heading_key(one): one for one in reversed(headings) if one.strip()}
    found: dict[str, Meaning] = {}
    for meaning, names in _names(whose).items():
        there = [keys[name] for name in names if name in keys and keys[name] not in found]
        found.update(dict.fromkeys(there if meaning is Meaning.REFERENCE else there[:1], meaning))
    meant = set(found.values())
    if meant & {Meaning.IN, Meaning.OUT}:  # a column of amounts besides says nothing more
        found = {one: meaning for one, meaning in found.items()
                 if meaning not in (Meaning.AMOUNT, Meaning.MARK)}
    return Layout(found)


def _names(whose: Whose) -> dict[Meaning, tuple[str, ...]]:
    side = _SIDES[whose]
    names, accounts = _OTHER_SIDE[Meaning.NAME], _OTHER_SIDE[Meaning.ACCOUNT]
    return {**_USUAL,
            Meaning.NAME: (*names, *(f"{side}{one}" for one in (
                "人名称", "人户名", "人姓名", "方户名", "方名称", "账户名称", "户名", "人", "方", "单位")),
                *_PLAIN_SIDE[Meaning.NAME]),
            Meaning.ACCOUNT: (*accounts, *(f"{side}{one}" for one in (
                "人账号", "人帐号", "方账号", "账号", "账户", "卡号")), *_PLAIN_SIDE[Meaning.ACCOUNT])}


def heading_row(rows: Sequence[Sequence[str]], layouts: Sequence[Layout] = ()) -> int | None:
    """Where the headings stand, counted from 0: where a known layout fits, else the first row that banks'
    headings fill best. None: no row looks like headings."""
    return best_row(rows, layouts, lambda row: len(usual(row, Whose.PAYER).columns))


def holder_of(rows: Sequence[Sequence[str]], head_at: int) -> str:
    """Whose account it is, as the rows above the headings say; empty where they do not."""
    for row in rows[:head_at]:
        cells = [plain(cell) for cell in row if cell.strip()]
        for at, cell in enumerate(cells):
            name, sign, rest = cell.partition(":")
            if heading_key(name) in _HOLDERS:
                return rest.strip() if sign and rest.strip() else next(iter(cells[at + 1:]), "")
    return ""
