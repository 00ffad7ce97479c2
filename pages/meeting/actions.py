"""Actions: what did we agree to do, who does it, and what is late?"""

from pages.shared import action_panels, filters, panel
from pages.shared.text import _

view = action_panels.present(filters.bar())
panel.answer(
    _("What did we agree to do, who does it, and what is late?"), action_panels.sentence(view)
)
action_panels.each(view)
