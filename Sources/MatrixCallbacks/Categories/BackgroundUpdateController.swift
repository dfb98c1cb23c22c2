import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/background_update_controller_callbacks.
    static let backgroundUpdateController = unsafe Category(
        "background_update_controller", \gh_module.background_update_controller,
        together: [["on_update_left", "on_update_unused"]], required: "on_update",
        [
            Entry(
                "on_update", since: "1.49.0", gh_on_update.self, \.on_update, .update, .firstModule, failure: .retry,
                invalid: .fail,
                asked: "Asked before each step of an update; the step begins when the answer is there.",
                cookie: .init(
                    used: "background_update_controller.on_update_left",
                    unused: "background_update_controller.on_update_unused"),
                [
                    .text("update_name", \.update_name), .text("database_name", \.database_name),
                    .flag("one_shot", \.one_shot),
                ]),
            Entry(
                "default_batch_size", since: "1.49.0", gh_default_batch_size.self, \.default_batch_size, .number,
                .firstModule, failure: .retry, invalid: .fail, least: 1,
                asked: "Asked how many items the first step of an update takes; 1 or more.",
                [.text("update_name", \.update_name), .text("database_name", \.database_name)]),
            Entry(
                "min_batch_size", since: "1.49.0", gh_min_batch_size.self, \.min_batch_size, .number, .firstModule,
                failure: .retry, invalid: .fail, least: 1,
                asked: "Asked how many items a later step takes at least; 1 or more.",
                [.text("update_name", \.update_name), .text("database_name", \.database_name)]),
            Entry(
                "on_update_left", since: "1.49.0", gh_on_update_left.self, \.on_update_left, .notice, .giver,
                failure: .retry, invalid: .skip,
                asked: "Told when the step that on_update opened is done, or has failed.",
                [.cookie("cookie", \.cookie), .text("error", \.error, nullable: true)]),
            Entry(
                "on_update_unused", since: "1.49.0", gh_on_update_unused.self, \.on_update_unused, .notice, .giver,
                failure: .skip, invalid: .skip,
                asked: """
                    Told in place of on_update_left when a step never began: its answer did not count, or the host \
                    shuts down.
                    """,
                [.cookie("cookie", \.cookie)]),
        ])
}
