"""Every category that Synapse has, one file each."""

from categories.presence_router import PRESENCE_ROUTER
from categories.spam_checker import SPAM_CHECKER
from categories.third_party_rules import THIRD_PARTY_RULES

CATEGORIES = [SPAM_CHECKER, THIRD_PARTY_RULES, PRESENCE_ROUTER]

# By full name: category and callback.
CALLBACKS = {f"{category.name}.{name}": category for category in CATEGORIES for name in category.callbacks}
