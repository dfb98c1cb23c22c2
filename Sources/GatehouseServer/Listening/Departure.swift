import Gatehouse
import NIOCore

/// Sees when the other end of a connection goes away, which it says by closing its half.
final class Departure: ChannelInboundHandler, Sendable {
    typealias InboundIn = NIOAny
    private let caller: RemoteCaller

    init(_ caller: RemoteCaller) { self.caller = caller }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { caller.leave() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        caller.leave()
        context.fireChannelInactive()
    }
}
