import Gatehouse
import HostServices
import ModuleLoader

/// What is looked at: the modules of a configuration, or one file.
struct LookSubject {
    let configuration: Configuration
    /// What is wrong with the configuration itself.
    let problems: [Problem]
    /// False for a single file: that it refuses an empty section is no mistake of anybody then.
    let hasSections: Bool

    /// Where there is no configuration to read, that is the problem, and nothing is looked at.
    init(config: String?, environment: [String: String]) {
        hasSections = true
        do throws(Problems) {
            let file = try ConfigurationFile(given: config, environment: environment)
            let draft = Configuration.draft(yaml: try file.text(), file: file.path)
            let (configuration, unread) = draft.configuration.withSecrets()
            (self.configuration, problems) = (configuration, draft.problems + unread)
        } catch {
            (configuration, problems) = (Configuration(), error.list)
        }
    }

    init(file: String) {
        let path = file.contains("/") ? file : "./" + file
        configuration = Configuration(
            modules: [ModuleEntry(path, grants: Set(HostService.allCases), origin: file)])
        problems = []
        hasSections = false
    }

    var options: LoadOptions {
        var options = configuration.loadOptions()
        if !hasSections { options.writablePathsCure = "list it in a configuration with `allow_writable_paths: true`" }
        return options
    }

    /// Nobody knows what host a single file is for: it is offered all that a host can offer.
    var services: LookServices {
        if !hasSections { return LookServices(hasStore: true, serverName: "example.org") }
        return LookServices(hasStore: configuration.dataFolder != nil, serverName: configuration.server.serverName)
    }
}
