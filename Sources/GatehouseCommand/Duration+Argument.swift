public import ArgumentParser
import Gatehouse

/// `5s`, `500ms`
extension Duration: @retroactive ExpressibleByArgument {
    public init?(argument: String) {
        guard let duration = Duration(text: argument), duration > .zero else { return nil }
        self = duration
    }

    public var defaultValueDescription: String { "\(components.seconds)s" }
}
