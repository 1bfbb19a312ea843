"""Every public verb of the services, and who may call it: written by hand, as a second way."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from typing import get_type_hints

from mediation_desk import services
from mediation_desk.domain.accounts import Role
from mediation_desk.services.desk import Desk
from tests.trust.grid_office import Actor

# Who may: mediator, supervisor, administrator. A always, o on cases that they are on, k where they hold the
# case's key besides, - never. Several roles add up. Who was shut out meanwhile may nothing but SHUT_OUT_TOO.
TABLE = """
archiving.archive               o - -
archiving.proposed_volume       o A -
binding.bind                    o A -
binding.parts_of                o A -
files.save                      o A -
files.show                      o A -
listing.lacking                 o A -
listing.listed                  o A -
listing.outline                 o A -
listing.paper                   o A -
looking.chunks                  o A -
taking_out.export               o A -
taking_out.note_exported        o A -
accounts.add                    - - A
accounts.change                 - - A
accounts.change_password        A A A
accounts.disable                - - A
accounts.drill                  - - A
accounts.enable                 - - A
accounts.everybody              - - A
accounts.has_recovery_sheet     A A A
accounts.must_change_password   A A A
accounts.new_escrow_code        - - A
accounts.new_recovery_code      - - A
accounts.reset_password         - - A
agreeing.agree                  A A A
agreeing.agreed_line            A A A
alerts.against                  A A -
alerts.alerts                   A A -
alerts.week_ahead               A A -
arrival.bring_home              A A A
arrival.look                    A A A
arrival.look_here               A A A
arrival.look_into               A A A
at_pace.export                  A A A
booking.attach                  o - -
booking.book                    o - -
booking.book_lines              A - -
booking.reversals               o A -
booking.reverse_payments        o - -
booking.standing                o A -
cards.own                       A - -
cards.read                      A - -
cards.write_own                 A - -
case_list.chosen                A A -
case_list.export                A A -
case_list.note_asked            o A -
bringing.bring_home             A A A
caucus.forget                   k - -
caucus.heard                    k - -
caucus.note                     k - -
caucus.release                  k - -
caucus.set_bottom_line          k - -
caucus.take_offer               k - -
caucus.talk                     k - -
choices.choices                 A A -
checking.before_signing         o A -
checking.found                  o A -
checking.require_consistent     o A -
clashing.clashes                o A -
clashing.clashes_of_move        o A -
closing.close                   o - -
closing_periods.freeze          - A -
closing_periods.frozen          - A -
closing_periods.newest          A A A
closing_periods.versions        - A -
document_forms.drop             - - A
document_forms.keep             - - A
document_forms.listed           A A A
document_forms.own_text_of      A A A
document_forms.text_of          A A A
document_forms.versions         A A A
exporting.export_cases          A A -
exporting.export_cell           A A -
exporting.export_form           A A -
exporting.export_overview       A A -
exporting.paper_of_form         A A -
exporting.paper_of_overview     A A -
exporting.proposed_name         A A A
filling.empty                   A A A
filling.fill                    A A -
forms.behind                    A A -
forms.drop                      - - A
forms.filled                    A A -
forms.keep                      - - A
forms.listed                    A A A
forms.own_text_of               A A A
forms.previewed                 A A A
forms.require_whose             A A A
forms.text_of                   A A A
joint_view.joint_view           o A -
joint_view.shown                o A -
importing.take                  A - -
original_rows.export            A A -
reading.judged                  A A A
reading.look                    A - -
remembered.keep_layout          A - -
remembered.layouts              A - -
writing.Beginning               A A A
layouts.keep_layout             A - -
layouts.layouts                 A - -
listing.Listing                 A A -
matching.match                  A - -
pin.is_set                      A A A
pin.prove                       A A A
pin.remove_pin                  A A A
pin.set_pin                     A A A
proving.prove                   A A A
reporting.begun                 A A A
reporting.hiding_note           A A A
reporting.of_form               A A -
reporting.of_form_published     - A -
reporting.of_overview           A A -
reporting.of_overview_published - A -
reporting.thresholds            A A A
copy_sheets.copy                o - -
copy_sheets.sheet               o A -
serving.note                    o - -
serving.receipts                o A -
serving.remove                  o - -
serving.serve                   o - -
closing.remove_visit            o - -
closing.reopen                  o A -
closing.take_back               o - -
closing.visit                   o - -
default.advised                 o A -
deciding.keep                   A A A
deciding.kept                   A A A
deciding.left                   A A A
direct.pack_here                A A A
direct.packed                   A A A
due_list.export                 A A -
dues.count                      A A -
dues.due_day                    A A A
dues.of_case                    A A -
dues.page                       A A -
dues.totals                     A A -
following.followed              o A -
following.note                  o - -
following.remind                o - -
following.remove_note           o - -
following.text_for              o A -
kept.in_short                   A A -
kept.kept_or_not                A A -
letters.letter                  o A -
drafts.all_kept                 A A A
drafts.drop                     A A A
drafts.keep                     A A A
drafts.opened                   A A A
drafts.put                      A A A
editing.save                    o - -
escrow.restore_from_escrow      o - -
filing.add_files                o - -
collecting.collect              o - -
filing.begin                    A A A
filing.change                   o - -
filing.exhibits                 o A -
filing.file_away                o - -
filing.references               o A -
filing.remove                   o - -
filing.renumber                 o - -
filing.take_in                  o - -
finishing.finished              A A A
finishing.heading               A A A
finishing.minute                A A A
genuine.check                   A A A
handing_back.here               A A A
handing_back.pack               A - -
handing_back.pack_into          A - -
handing_over.pack               o - -
handing_over.pack_into          o - -
history.redo                    o - -
history.removed                 o A -
history.restore                 o - -
history.since                   o A -
history.steps                   o A -
history.timeline                o A -
history.undo                    o - -
holding.held_or_none            k - -
holding.opened                  k - -
holding.require_held            k - -
homecoming.look                 A A A
homecoming.make                 A A A
homecoming.ours                 A A A
homecoming.view                 A A A
ics.ics                         o A -
ics.save                        o A -
key_file.adopt                  - - A
key_file.changed                - - A
key_file.is_older               A A A
key_file.knows_recovery         A A A
leaving.bag_list                A A A
leaving.pack                    o - -
leaving.pack_into               o - -
leaving.size                    A A A
limitation.nearest              o A -
looking.content                 o A -
looking.fingerprint_of          A A A
looking.look_elsewhere          o A -
looking.save_copy               o A -
looking.watch                   o A -
lost.renew_keys                 A A A
making.in_word                  o A -
making.make                     o A -
making.lacking_in               o A -
making.previewed                - - A
sets.print_sets                 o A -
sets.recipients                 o A -
clock.run_clock                 o - -
clock.stop_clock                o - -
moving.move_site                o A -
extension.consent_to_extension  o - -
holding.adjourn_session         o - -
holding.begin_session           o - -
holding.call_off_session        o - -
holding.end_session             o - -
holding.go_on_with_session      o - -
inquiries.record                o - -
inquiries.remove                o - -
minutes.drawn                   o A -
minutes.keep_minutes            o - -
companies.add_company           A A -
companies.change_company        A A -
companies.companies             A A -
companies.keep_as_company       o - -
companies.of_party              o A -
companies.offered               A A -
companies.put_back_company      A A -
companies.remove_company        A A -
joining.join_person             o - -
joining.part_person             o - -
known.company                   A A A
known.company_of_party          o A -
known.of_party                  o A -
known.person                    A A A
offering.firms                  A A A
offering.persons                A A A
registering.take_in             A - -
waiting.drop                    A - -
waiting.put_aside               A - -
waiting.put_aside_again         A - -
waiting.same_day                A A A
waiting.take_back               A - -
closing.visit_for_order         o - -
order_tables.drop               - - A
order_tables.keep               - - A
order_tables.listed             A A A
order_tables.own_text_of        A A A
order_tables.seen               A A A
order_tables.text_of            A A A
order_words.drop                - - A
order_words.keep                - - A
order_words.listed              A A A
order_words.own_text_of         A A A
order_words.text_of             A A A
order_words.tried               A A A
own_texts.keep_text             - - A
orders.change_order             o - -
orders.contact                  o - -
orders.count_anew               o - -
orders.extend                   o - -
orders.finish                   o - -
orders.give_back                o - -
orders.note_order               o - -
orders.remove_order             o - -
orders.remove_step              o - -
orders.sign_in                  o - -
orders.step_order               o - -
orders.local_now                A A A
pasted_orders.completed         A A A
pasted_orders.draft_of          A A A
pasted_orders.join_pasted       o - -
pasted_orders.known_as          A - -
pasted_orders.met               A A A
pasted_orders.received_on       A A A
pasted_orders.register_pasted   A - -
replying.check                  o A -
replying.found_in               o A -
replying.propose                o A -
replying.release                o - -
replying.write                  o - -
spotting.read_text              A A A
places.add_place                A - A
places.change_place             A - A
places.places                   A A A
places.put_back_place           A - A
places.remove_place             A - A
sites.add_site                  - - A
sites.change_site               - - A
sites.choices                   A A A
sites.put_back_site             - - A
sites.remove_site               - - A
sites.sites                     A A A
typefaces.add_typeface          - - A
typefaces.files                 A A A
typefaces.order_typefaces       - - A
typefaces.put_back_typeface     - - A
typefaces.remove_typeface       - - A
typefaces.typefaces             A A A
preparing.offered               o A -
preparing.prepare               o A -
presence.note_presence          o - -
recusal.ask_recusal             o - -
recusal.decide_recusal          o - -
recusal.remove_recusal          o - -
rights.remove_rights            o - -
rights.tell_rights              o - -
meeting.accept_offer            o - -
meeting.change_session          o - -
meeting.hold_session            o - -
meeting.make_offer              o - -
meeting.remove_offer            o - -
meeting.remove_session          o - -
meeting_point.assess            k - -
meeting_point.law_range         o A -
meeting_point.look              k - -
merging.merged_row              - - A
merging.merged_rows             - - A
monday.monday_page              A A -
moving.move                     o - -
office_keys.key_of              A A A
office_keys.salts               A A A
office_keys.to_pack             A A A
open_case.OpenCase              o A -
opening.open_bag                A - -
opening.open_chosen             A - -
overview.behind                 A A -
overview.count_behind           A A -
overview.overview               A A -
overview.reading                A A -
overview.reconciled             A A -
planning.between                A A A
proposals.adopt                 k - -
proposals.answer                k - -
proposals.propose               k - -
proposals.wish                  k - -
private_folder.PrivateFolder    A A A
private_folder.sweep            A A A
private_words.authorised        k - -
reading.case                    o A -
reading.count                   A A A
reading.day                     A A A
reading.find                    A A A
reading.in_charge               A A A
reading.mediators               A A A
reading.page                    A A A
reading.people                  A A A
reading.rows                    A A A
reading.view                    o A -
releasing.release_fact          k - -
releasing.show_told             k - -
releasing.take_back_offer       k - -
releasing.take_back_told        k - -
receiving.look                  A - -
receiving.look_into             A - -
receiving.take_in               A - -
receiving.take_in_chosen        A - -
receipts.of_bag                 A A A
receipts.readable               A A A
recipients.Recipients           A A A
recovery_sheet.escrow           - - A
recovery_sheet.recovery         - - A
register.away                   A A A
register.away_in                o A -
register.bag                    A A A
register.bags                   A A A
register.declare_lost           - - A
register.is_any_out             A A A
register.laptops                A A A
registering.accept              o - -
registering.add_parties         o - -
registering.add_party           o - -
registering.ask_amounts         o - -
registering.consent_all         o - -
registering.extend              o - -
registering.refuse              o - -
registering.register            A - -
registering.remove_party        o - -
registering.set_claims          o - -
registering.void                o - -
restoring.restore_beside        - - A
returning.pack                  A A A
returning.pack_into             A A A
payable.record                  o A -
reviewing.review_file           o - -
sending.export                  o A -
sending.note                    - A -
sending.release                 - A -
series.series                   A A -
settings.change                 - - A
settings.next_serial            A A A
on_screen.look                  o A -
on_screen.remove_signature      o - -
on_screen.require_whole         o A -
on_screen.sign_on_screen        o - -
signed_copy.drawn               o A -
settling.draft                  o - -
settling.put_out                o - -
settling.sign                   o - -
settling.work_out               o A -
supplementing.about_to_be_signed o A -
supplementing.draft             o - -
supplementing.drop              o - -
supplementing.put_out           o - -
supplementing.rest              o A -
supplementing.sign              o - -
supplementing.work_out          o A -
sharing.add_mediator            o A -
sharing.hand_over               o A -
sharing.let_in                  k - -
sharing.remove_mediator         o A -
showing.may_decide              o A -
signing.about_to_be_signed      o A -
signing.preview_agreement       o A -
signing.to_sign                 o A -
sorting.admit                   o - -
sorting.admit_all               o - -
sorting.ask_computed            o - -
sorting.computed                o A -
sorting.deny                    o - -
sorting.deny_all                o - -
sorting.limits                  o A -
sorting.prospect                o A -
sorting.say                     o - -
sorting.sheet                   o A -
sorting.sorter                  o A -
sorting.weigh_factor            o - -
statutes.drop_holidays          - A A
statutes.holiday_years          A A A
statutes.import_holidays        - A A
statutes.keep_figures           - A A
statutes.needs                  A A A
statutes.own_figures            A A A
statutes.unannounced_years      A A A
store_key.known_keys            A A A
store_key.reasons               - - A
store_key.renew                 - - A
summaries.all_kept              A A A
summaries.correct               o A -
summaries.kept                  A A A
summaries.look                  o A -
summaries.looked                o A -
summaries.preview               A A A
summaries.view                  A A A
taking.take                     A A A
taking_back.take_back           o o o
timeline.make                   o A -
told.Told                       o A -
unmasking.unmask                o A -
twice.join                      o - -
twice.twice                     o A -
upkeep.back_up                  A A A
upkeep.back_up_if_due           A A A
upkeep.folder                   A A A
upkeep.listed                   A A A
upkeep.mark                     A A A
upkeep.on_closing               A A A
upkeep.prove                    A A A
upkeep.proving                  A A A
upkeep.set_folder               - - A
upkeep.standing                 A A A
upkeep.unreadable               A A A
answering.answer                o - -
book.write                      o A -
files.write_files               o - -
leaving.leaving                 o A -
leaving.papers                  o A -
offering.offered                o A -
receiving_offices.add_office    A - A
receiving_offices.change_office A - A
receiving_offices.put_back_office A - A
receiving_offices.receiving_offices A A A
receiving_offices.remove_office A - A
referring.change                o - -
referring.draft                 o - -
referring.hand_off              o - -
referring.note                  o - -
referring.proposed_day          A A A
referring.referrals             o A -
referring.remove                o - -
word.in_word                    A A A
word.lay_out                    A A A
workbooks.exported              o A -
workbooks.imported              o - -
arriving_files.ArrivingFiles    A A A
arriving_files.arriving_files   A A A
contents.papers                 o A -
going_back.origins              o A -
going_back.proposed_name        o A -
going_back.write_answer         o - -
going_back.write_answer_into    o - -
going_back.write_receipt        o - -
going_back.write_receipt_into   o - -
incoming.look                   A - -
incoming.look_into              A - -
incoming.take_in                A - -
incoming.take_in_chosen         A - -
keys.card                       A A A
keys.known                      A A A
keys.made                       A A A
keys.present                    A A A
office_cards.look               A - A
office_cards.offices            A - A
office_cards.own                A - A
office_cards.take               A - A
office_cards.write_own          A - A
opening.whole                   A - -
packages.outline                o - -
packages.proposed_name          o - -
packages.seal                   o - -
packages.seal_into              o - -
replies.look                    A - -
replies.look_into               A - -
replies.take                    A - -
replies.take_chosen             A - -
writing.begin                   A - -
writing.listed                  k - -
writing.renewed                 k - -
writing.to_write                k - -
"""
LETTERS: Mapping[str, dict[Role, str]] = {
    name: dict(zip((Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR), letters, strict=True))
    for name, *letters in (line.split() for line in TABLE.strip().splitlines())}
SHUT_OUT_TOO = {
    "at_pace.export",  # which calls what asks itself
    "upkeep.prove", "upkeep.proving",  # the row that shuts somebody out may be a forged one
    "referring.proposed_day",  # so many working days from today
    "orders.local_now",  # the hour
    "pasted_orders.completed", "pasted_orders.draft_of", "pasted_orders.received_on", "spotting.read_text",
    # what a text says that somebody brings along
    "statutes.holiday_years", "statutes.needs", "statutes.own_figures", "statutes.unannounced_years",  # law
    "finishing.finished", "finishing.heading", "finishing.minute",
    "private_folder.PrivateFolder", "private_folder.sweep",  # of what they have in hand
    "arriving_files.ArrivingFiles", "arriving_files.arriving_files",
    "keys.card",  # what the office hands out
    "homecoming.make", "homecoming.view", "summaries.preview", "summaries.view",
    "exporting.proposed_name", "filling.empty", "forms.require_whose", "reporting.hiding_note",
    "reporting.thresholds",  # no case and no number is in them
    "dues.due_day",  # which day it is, and how many days before one reminds
    "accounts.has_recovery_sheet", "accounts.must_change_password",
    "recipients.Recipients"}  # what the vault says to everybody who may open the store


def may(actor: Actor, name: str) -> bool:
    """What the table says."""
    if actor.is_shut_out:
        return name in SHUT_OUT_TOO
    given = {LETTERS[name][role] for role in actor.roles}
    return "A" in given or ("o" in given and actor.is_on_case) or ("k" in given and actor.holds)


# -- every function there is ---------------------------------------------------------------

def taking_a_desk() -> list[tuple[str, Callable[..., object]]]:
    """Every public function, and every public class that is made with a desk."""
    found = []
    for module in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        names = vars(importlib.import_module(module.name))
        found += [(f"{module.name.rpartition('.')[2]}.{name}", one) for name, one in names.items()
                  if not name.startswith("_") and getattr(one, "__module__", "") == module.name
                  and _takes_desk(one)]
    return found


def _takes_desk(one: object) -> bool:
    function = one.__init__ if inspect.isclass(one) else one
    if not inspect.isfunction(function):
        return False
    known = {name: kind for name, kind in function.__annotations__.items() if name != "return"}
    return any(kind is Desk or str(kind).split(" | ")[0] == "Desk" for kind in known.values()) or any(
        kind is Desk for name, kind in _hints(function).items() if name != "return")


def _hints(function: Callable[..., object]) -> dict[str, object]:
    try:
        return get_type_hints(function)
    except NameError:  # what is imported for the types alone
        return {}
