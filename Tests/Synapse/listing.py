"""A module in Python that does what list_spam_checker does; for benchmark.py."""

from synapse.api.errors import Codes
from synapse.module_api import NOT_SPAM


class Listing:
    def __init__(self, config, api):
        self._evil = set(config["evil_users"])
        api.register_spam_checker_callbacks(check_event_for_spam=self.check)

    async def check(self, event):
        return Codes.FORBIDDEN if event.sender in self._evil else NOT_SPAM
