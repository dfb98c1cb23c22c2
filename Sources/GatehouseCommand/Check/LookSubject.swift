import Gatehouse
import ModuleLoader

/// What is looked at: the modules of a configuration, or one file.
struct LookSubject {
    let configuration: Configuration
    /// What is wrong with the configuration itself.
    let problems: [Problem]
    /// False for a single file: that it refuses an empty section is no mistake of anybody then.
    let hasSections: Bool

    /// - Throws: why there is no configuration to read.
    init(config: String?, environment: [String: String]) throws(Problems) {
        let file = try ConfigurationFile(given: config, environment: environment)
        let draft = Configuration.draft(yaml: try file.text(), file: file.path)
        let (configuration, unread) = draft.configuration.withSecrets()
        (self.configuration, problems) = (configuration, draft.problems + unread)
        hasSections = true
    }

    init(file: String) {
        let path = file.contains("/") ? file : "./" + file
        configuration = Configuration(modules: [ModuleEntry(path, origin: file)])
        problems = []
        hasSections = false
    }
}
