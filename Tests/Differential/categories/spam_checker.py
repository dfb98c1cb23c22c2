from synapse.module_api.callbacks.spamchecker_callbacks import SpamCheckerModuleApiCallbacks

from arguments import (
    ADDRESS, ALIAS, CONNECTIONS, EVENT, FILE, FILE_INFO, FLAG, INVITE, MEDIUM, OBJECT, PROFILE, ROOM, TEXT,
    THREEPID, USER, nullable,
)
from category import Callback, Category
from kinds import CodeVerdict, EventVerdict, MediaVerdict, Registration, StrictVerdict, Truth, Verdict


class SpamChecker(Category):
    def chain(self, homeserver):
        return SpamCheckerModuleApiCallbacks(homeserver)

    def register(self, chain, callback, module, answer):
        # Synapse counts the parameters of these, and passes the second one where there are two.
        if callback in ("user_may_create_room", "check_username_for_spam"):
            module = self._with_two_parameters(module)
        super().register(chain, callback, module, answer)

    @staticmethod
    def _with_two_parameters(module):
        async def callback(first, second):
            return await module(first, second)

        return callback


SPAM_CHECKER = SpamChecker(
    "spam_checker",
    {
        "check_event_for_spam": Callback(EventVerdict(), {"event": EVENT}),
        "should_drop_federated_event": Callback(Truth(), {"event": EVENT}),
        "user_may_join_room": Callback(Verdict(), {"user_id": USER, "room_id": ROOM, "is_invited": FLAG}),
        "user_may_invite": Callback(Verdict(), {"inviter": USER, "invitee": USER, "room_id": ROOM}),
        "federated_user_may_invite": Callback(Verdict(), {"event": INVITE}),
        "user_may_send_3pid_invite": Callback(
            Verdict(), {"inviter": USER, "medium": MEDIUM, "address": ADDRESS, "room_id": ROOM}),
        "user_may_create_room": Callback(Verdict(), {"user_id": USER, "room_config": OBJECT}),
        "user_may_create_room_alias": Callback(Verdict(), {"user_id": USER, "room_alias": ALIAS}),
        "user_may_publish_room": Callback(Verdict(), {"user_id": USER, "room_id": ROOM}),
        "user_may_send_state_event": Callback(
            CodeVerdict(),
            {"user_id": USER, "room_id": ROOM, "event_type": TEXT, "state_key": TEXT, "content": OBJECT}),
        "check_username_for_spam": Callback(Truth(), {"user_profile": PROFILE, "requester_id": USER}),
        "check_registration_for_spam": Callback(
            Registration(),
            {
                "email_threepid": nullable(THREEPID), "username": nullable(TEXT), "request_info": CONNECTIONS,
                "auth_provider_id": nullable(TEXT),
            }),
        "check_media_file_for_spam": Callback(MediaVerdict(), {"file_wrapper": FILE, "file_info": FILE_INFO}),
        "check_login_for_spam": Callback(
            StrictVerdict(),
            {
                "user_id": USER, "device_id": nullable(TEXT), "initial_display_name": nullable(TEXT),
                "request_info": CONNECTIONS, "auth_provider_id": nullable(TEXT),
            }),
    })
