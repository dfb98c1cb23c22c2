"""Why a goal is not reached: the list in the documentation's article, by how the row's name begins."""

import re

from building import ROOT

ARTICLE = ROOT / "Sources/Gatehouse/Gatehouse.docc/HowACallTravels.md"


def why(row):
    """None: it does not say."""
    for name, reason in re.findall(r"^- \*\*(.+?)\*\*: (.+?)(?=^- |^#|\Z)", ARTICLE.read_text(), re.M | re.S):
        if row.startswith(name):
            return f"{name}: {' '.join(reason.split())}"
    return None
