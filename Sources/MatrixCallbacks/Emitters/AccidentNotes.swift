/// What Synapse does by accident, and Gatehouse does not: for the reference pages. Each is a list item, or several.
enum AccidentNotes {
    static func of(_ category: String) -> String? {
        guard let notes = notes[category] else { return nil }
        let items = notes.map { Wrapped.lines("- " + $0, prefix: "").joined(separator: "\n  ") }
        return (["What Synapse does by accident, and this host does not:", ""] + items).joined(separator: "\n")
    }

    private static let notes: [String: [String]] = [
        "spam_checker": [
            """
            The string "NOT_SPAM" counts as true there, so that a module which returns it from \
            `check_username_for_spam` hides every user, and from `should_drop_federated_event` drops every event. \
            Here a module says `GH_NEXT` or objects, and there is nothing that could be taken for the other.
            """,
            """
            A field of a refusal that is named `code` or `msg` suppresses the whole answer to the client. Here such \
            a field is an invalid answer.
            """,
        ],
        "third_party_rules": [
            """
            A failure whose fields are named `code` or `msg` suppresses the whole answer to the client. Here such a \
            field is an invalid answer.
            """,
            "What a module changed in a request before it failed stays changed. Here a request is rewritten by answer.",
        ],
        "presence_router": [
            """
            Of an answer to `get_users_for_states` that is malformed in the middle, what stood before the mistake is \
            applied. Here an invalid answer is ignored as a whole.
            """
        ],
        "account_validity": [
            """
            Any value that is not null is an answer of `is_user_expired`, and its truth decides: a text such as "no" \
            locks the account. Here the answer is yes or no, and nothing else.
            """,
            "A module that raises KeyError in `is_user_expired` looks like a missing token. Here a failure is a failure.",
        ],
        "password_auth_provider": [
            """
            Of two modules that give one login type different fields, the fields of the last one hold for all, \
            although the documentation says that the server does not start. Here the second one is refused when it \
            is loaded (`module.configure.login-fields`).
            """,
            """
            What a module changes in `login_dict`, `uia_results` or `params` reaches the modules that follow, and \
            `params` the server. Here arguments cannot be changed.
            """,
            "An empty user id ends the chain without logging anybody in. Here it is an invalid answer.",
        ],
        "media_repository": [
            """
            A module that forgets to return a value from `is_user_allowed_to_upload_media_of_size` refuses every \
            upload, and one that returns a text allows it. Here a module says `GH_NEXT` or objects; an invalid answer \
            refuses.
            """,
            "Limits that are no list end in an error of the server. Here they are added one by one.",
        ],
        "background_update_controller": [
            """
            A second module is ignored without a word, even for callbacks that the first does not have. Here it is \
            ignored too, but a warning says so, in the log and in `gatehouse check`.
            """,
            """
            Batch sizes and durations are not checked. A batch size of 0 takes no rows, and the update counts as done \
            that has not begun. Here a batch size below 1 and a negative duration are invalid answers.
            """,
        ],
        "ratelimit": [
            """
            A rate of 0 is documented as no limit. In the code it forbids what is limited where the burst is 0, and \
            divides by zero where it is not. Here 0 and 0 forbids, and 0 with another burst is an invalid answer.
            """
        ],
        "unsigned": [
            "A module that returns null fails every sync that has an event. Here `GH_NEXT` adds nothing."
        ],
    ]
}
