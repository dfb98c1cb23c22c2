public import JSONText

/// What a module did instead of answering. A denial is no failure.
public enum Failure: Error, Equatable, Sendable {
    /// What an exception is in Python. The message is for logs and never for a client.
    case plain(String)
    /// What a `SynapseError` is: the client sees it as it is.
    case withStatus(status: Int, code: String, message: String, fields: JSON)

    package var message: String {
        switch self {
        case .plain(let message): message
        case .withStatus(_, _, let message, _): message
        }
    }
}
