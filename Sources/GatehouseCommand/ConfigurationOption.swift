import ArgumentParser
import Foundation
import ModuleLoader

/// `--config`
struct ConfigurationOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file; else $GATEHOUSE_CONFIG, ./gatehouse.yaml, /etc/gatehouse/gatehouse.yaml.",
            valueName: "file"))
    var config: String?

    /// Reads the configuration, with all that is wrong with it.
    func subject() -> LookSubject { LookSubject(config: config, environment: ProcessInfo.processInfo.environment) }
}
