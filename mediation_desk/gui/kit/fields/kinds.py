"""The one door to all kinds of fields."""

from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import CheckField, Choice, ChoiceField, SegmentField, Tick, YesNo
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, IntegerField, MoneyField, SuggestField, TextField

__all__ = ["CheckField", "Choice", "ChoiceField", "DateField", "Field", "Form", "IntegerField", "MoneyField",
           "SegmentField", "SuggestField", "TextArea", "TextField", "Tick", "YesNo"]
