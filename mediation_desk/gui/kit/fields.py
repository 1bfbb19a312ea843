"""The one door to all kinds of fields."""

from mediation_desk.gui.kit.area_field import TextArea
from mediation_desk.gui.kit.choice_fields import CheckField, Choice, ChoiceField, SegmentField, Tick, YesNo
from mediation_desk.gui.kit.field import Field
from mediation_desk.gui.kit.form import Form
from mediation_desk.gui.kit.line_fields import DateField, IntegerField, MoneyField, SuggestField, TextField

__all__ = ["CheckField", "Choice", "ChoiceField", "DateField", "Field", "Form", "IntegerField", "MoneyField",
           "SegmentField", "SuggestField", "TextArea", "TextField", "Tick", "YesNo"]
