import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/federation_callbacks.
    static let federation = unsafe Category(
        "federation", \gh_module.federation,
        [
            Entry(
                "on_event_delivered_over_federation", since: "1.158.0", gh_on_event_delivered_over_federation.self,
                \.on_event_delivered_over_federation, .notice, .tellAll, failure: .skip, invalid: .skip,
                asked: """
                    Told when events have gone to another server; only with the method "/send" is it known that they \
                    arrived.
                    """,
                toldOnlyWith: .init(record: "delivery", list: "events"),
                [.record("delivery", \.delivery, .delivery)])
        ])
}
