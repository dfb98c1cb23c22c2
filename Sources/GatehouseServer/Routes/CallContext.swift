import Foundation
import Gatehouse
import Hummingbird
import Logging

/// What is known of a request besides itself.
struct CallContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Names the request in the log, in the decisions that are kept, and in the answer's `X-Request-Id`.
    var requestID = ""
    /// Does the caller have to show the token?
    var needsToken = false
    /// Who waits at the other end of the connection; nil: nobody sees when it goes away.
    var caller: RemoteCaller?

    /// A part of the path, by its name in the route.
    func part(_ name: String) -> String? {
        parameters.get(name).map { $0.removingPercentEncoding ?? $0 }
    }

    init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
