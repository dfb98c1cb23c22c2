import ArgumentParser
import Gatehouse

/// The entry point. Exit codes: 0; 1 for what was refused or failed; 2 for wrong use of the command line.
@main
enum Main {
    static func main() async {
        do {
            var command = try GatehouseCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard GatehouseCommand.exitCode(for: error) == .validationFailure else {
                GatehouseCommand.exit(withError: error)
            }
            Terminal.error(GatehouseCommand.fullMessage(for: error))
            GatehouseCommand.exit(withError: ExitCode(2))
        }
    }
}

/// `gatehouse`
struct GatehouseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatehouse",
        abstract: "Loads compiled modules and lets them decide for a Matrix homeserver.",
        version: Gatehouse.version,
        subcommands: [
            ModulesCommand.self, ChainsCommand.self, CallbacksCommand.self, CallCommand.self, ReplayCommand.self,
            ServeCommand.self, DecisionsCommand.self, CheckCommand.self, LookCommand.self, NewCommand.self,
            ManualCommand.self,
        ])
}
