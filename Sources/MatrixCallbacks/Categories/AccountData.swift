import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/account_data_callbacks.
    static let accountData = unsafe Category(
        "account_data", \gh_module.account_data,
        [
            Entry(
                "on_account_data_updated", since: "1.57.0", gh_on_account_data_updated.self, \.on_account_data_updated,
                .notice, .tellAll, failure: .skip, invalid: .skip,
                asked: """
                    Told after account data was stored, also by a module; not of tags and push rules. What is deleted \
                    has become {}.
                    """,
                [
                    .text("user_id", \.user_id), .text("room_id", \.room_id, nullable: true),
                    .text("account_data_type", \.account_data_type), .json("content", \.content),
                ])
        ])
}
