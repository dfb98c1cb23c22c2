import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/add_extra_fields_to_client_events_unsigned.
    static let unsigned = unsafe Category(
        "unsigned", \gh_module.unsigned_fields, docs: "add_extra_fields_to_client_events_unsigned",
        [
            Entry(
                "add_field_to_unsigned_callback", since: "1.96.0", gh_add_field_to_unsigned_callback.self,
                \.add_field_to_unsigned_callback, .object, .merge, failure: .propagate, invalid: .fail,
                asked: """
                    Asked for every event, each time that it goes to a client or an application service; so one \
                    failure fails a whole sync. Keys that the event has in `unsigned` stay as they are; others are added \
                    whatever their names, `redacted_because` and `prev_content` too.
                    """,
                [.record("event", \.event, .event)])
        ])
}
