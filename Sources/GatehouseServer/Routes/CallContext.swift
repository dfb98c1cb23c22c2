import Foundation
import Gatehouse
import Hummingbird
import Logging
import ModuleLoader

/// What is known of a request besides itself.
struct CallContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Names the request in the log, in the decisions that are kept, and in the answer's `X-Request-Id`.
    var requestID = ""
    /// Over a Unix socket the permissions of its file say who may call; over TCP nothing does.
    var isOverTCP = false
    /// Who waits at the other end of the connection; nil: nobody sees when it goes away.
    var caller: RemoteCaller?
    /// Which process of the homeserver asks, as far as it says so.
    var process = CallingProcess.unknown
    /// Where that process answers what modules ask; nil: nowhere, as far as is known.
    var homeserver: HomeserverSocket?

    /// A part of the path, by its name in the route.
    func part(_ name: String) -> String? {
        guard let part = parameters.get(name) else { return nil }
        return part.utf8.contains(UInt8(ascii: "%")) ? part.removingPercentEncoding ?? part : part
    }

    /// Its lines name the request. Made where there is a line: most requests have none.
    var log: Logger {
        var log = logger
        log[metadataKey: "request_id"] = "\(requestID)"
        return log
    }

    init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
