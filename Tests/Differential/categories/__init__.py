"""Every category that Synapse has, one file each."""

from categories.account_data import ACCOUNT_DATA
from categories.account_validity import ACCOUNT_VALIDITY
from categories.background_update_controller import BACKGROUND_UPDATE_CONTROLLER
from categories.federation import FEDERATION
from categories.media_repository import MEDIA_REPOSITORY
from categories.password_auth_provider import PASSWORD_AUTH_PROVIDER
from categories.presence_router import PRESENCE_ROUTER
from categories.ratelimit import RATELIMIT
from categories.spam_checker import SPAM_CHECKER
from categories.third_party_rules import THIRD_PARTY_RULES
from categories.unsigned import UNSIGNED

CATEGORIES = [
    SPAM_CHECKER, THIRD_PARTY_RULES, PRESENCE_ROUTER, ACCOUNT_VALIDITY, PASSWORD_AUTH_PROVIDER,
    BACKGROUND_UPDATE_CONTROLLER, ACCOUNT_DATA, MEDIA_REPOSITORY, RATELIMIT, UNSIGNED, FEDERATION,
]

# By full name: category and callback.
CALLBACKS = {f"{category.name}.{name}": category for category in CATEGORIES for name in category.callbacks}
