public import Gatehouse
public import Logging

extension Logger {
    /// The log of a server: on standard error, in the form and from the level on that its settings say.
    public init(label: String, _ settings: ServerSettings) {
        self.init(label: label) { label in
            switch settings.logFormat {
            case .text: StreamLogHandler.standardError(label: label)
            case .json: JSONLogHandler(label: label)
            }
        }
        logLevel = settings.logLevel
    }
}
