"""What F1 says on the page for pasted orders."""

from __future__ import annotations

from mediation_desk.gui.kit.words import tr


def help_text() -> str:
    """What the page is for and how it is used."""
    return tr(
        "Paste the text of a hotline order, a chat or a letter, or drop a text file. Names, telephones, "
        "document numbers, companies, addresses, amounts, days and kinds of claim are looked for in it by "
        "the words in force; each is marked in its place: blue for the applicants, brown for the "
        "respondents, green for what is asked. A wavy line means that it is not sure; nothing unsure is "
        "taken before you take it. A dotted line is in no field.\n\n"
        "Click a mark to go to its field, or the words beneath a field to see their place. In the text the "
        "arrows lead from mark to mark and Delete throws one out; select words and press Enter to put them "
        "into a field. F8 leads to what is not sure, Ctrl+Z takes the last step back.\n\n"
        "Register makes the case with its order, its people and what they ask for in one step; the text is "
        "kept with the order as it came. An order that is a case already is told: open it, or add the order "
        "to it.")
