from synapse.module_api.callbacks.third_party_event_rules_callbacks import ThirdPartyEventRulesModuleApiCallbacks

from arguments import (
    ADDRESS, EVENT, FLAG, MEDIUM, NEW_PROFILE, REQUEST, REQUESTER, ROOM, STATE, USER, VISIBILITY, nullable,
)
from category import Callback, Category
from kinds import Check, Notice, Replacement, Rewriting


class ThirdPartyRules(Category):
    """Synapse's class looks the state up itself. The stand-in has it at hand."""

    def chain(self, homeserver):
        return ThirdPartyEventRulesModuleApiCallbacks(homeserver)

    def register(self, chain, callback, module, answer):
        chain.register_third_party_rules_callbacks(**{callback: module})

    async def ask(self, chain, callback, arguments):
        match callback, arguments:
            case "check_event_allowed", (event, state):
                chain.store.events = {stored.event_id: stored for stored in state.values()}
                return await chain.check_event_allowed(event, chain.store)
            case "on_new_event", (event, state):
                chain.store.events, chain.store.state = {event.event_id: event}, state
                return await chain.on_new_event(event.event_id)
            case "check_threepid_can_be_invited", (medium, address, state):
                chain.store.state = state
                return await chain.check_threepid_can_be_invited(medium, address, "!r:chain.test")
            case "check_visibility_can_be_modified", (room_id, state, new_visibility):
                chain.store.state = state
                return await chain.check_visibility_can_be_modified(room_id, new_visibility)
            case "on_create_room", (_, request, _):
                await chain.on_create_room(*arguments)
                return request
            case _:
                return await super().ask(chain, callback, arguments)


_THIRD_PARTY_ID = {"user_id": USER, "medium": MEDIUM, "address": ADDRESS}

THIRD_PARTY_RULES = ThirdPartyRules(
    "third_party_rules",
    {
        "check_event_allowed": Callback(Replacement(), {"event": EVENT, "state_events": STATE}),
        "on_create_room": Callback(
            Rewriting(), {"requester": REQUESTER, "request_content": REQUEST, "is_requester_admin": FLAG}),
        "check_threepid_can_be_invited": Callback(
            Check(), {"medium": MEDIUM, "address": ADDRESS, "state_events": STATE}),
        "check_visibility_can_be_modified": Callback(
            Check(), {"room_id": ROOM, "state_events": STATE, "new_visibility": VISIBILITY}),
        "on_new_event": Callback(Notice(), {"event": EVENT, "state_events": STATE}),
        "check_can_shutdown_room": Callback(Check(), {"user_id": nullable(USER), "room_id": ROOM}),
        "check_can_deactivate_user": Callback(Check(), {"user_id": USER, "by_admin": FLAG}),
        "on_profile_update": Callback(
            Notice(), {"user_id": USER, "new_profile": NEW_PROFILE, "by_admin": FLAG, "deactivation": FLAG}),
        "on_user_deactivation_status_changed": Callback(
            Notice(), {"user_id": USER, "deactivated": FLAG, "by_admin": FLAG}),
        "on_threepid_bind": Callback(Notice(), _THIRD_PARTY_ID),
        "on_add_user_third_party_identifier": Callback(Notice(), _THIRD_PARTY_ID),
        "on_remove_user_third_party_identifier": Callback(Notice(), _THIRD_PARTY_ID),
    })
