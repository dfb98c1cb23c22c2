import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that keeps the server waiting: for the rest of a request, for room to write its
/// answer, or for the next request. As long as the server itself has something to do, it waits.
///
/// One timer of the connection counts time in rounds, so that a request costs neither a timer nor a look at the clock.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client may take for what it has begun.
    private let limit: TimeAmount
    /// How long it may still take when the server closes its connections.
    private let farewell: TimeAmount

    /// Requests that have begun and are not answered.
    private var open = 0
    private var isSending = false
    /// Since something changed, in whole rounds.
    private var waited = TimeAmount.zero
    private var timer: Scheduled<Void>?

    init(limit: TimeAmount, farewell: TimeAmount) { (self.limit, self.farewell) = (limit, farewell) }

    func handlerAdded(context: ChannelHandlerContext) { startRound(context) }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: (open, isSending, waited) = (open + 1, true, .zero)
        case .body: break
        case .end: (isSending, waited) = (false, .zero)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { (open, waited) = (open - 1, .zero) }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        waited = .zero
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            let channel = context.channel
            context.eventLoop.scheduleTask(in: farewell) { channel.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }
}

extension Patience {
    private func startRound(_ context: ChannelHandlerContext) {
        let round = TimeAmount.nanoseconds(limit.nanoseconds / 4)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: round) { [self] in
            waited += round
            if let longest = longestWait(context), waited > longest {
                context.close(promise: nil)
            } else {
                startRound(context)
            }
        }
    }

    /// Nil: the server has something to do. While it answers one request, it does not ask for the rest of the next.
    private func longestWait(_ context: ChannelHandlerContext) -> TimeAmount? {
        if !context.channel.isWritable || (open == 1 && isSending) { return limit }
        return open == 0 ? limit * 10 : nil
    }
}
