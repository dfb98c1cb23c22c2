import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import GatehouseServer

/// A connection whose client has four seconds for what it has begun, and one second when the server stops.
struct PatienceTests {
    private static let request = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "test", path: "/"))
    private static let response = HTTPResponsePart.head(HTTPResponse(status: .ok))

    private let channel: EmbeddedChannel

    init() throws {
        channel = EmbeddedChannel(handler: Patience(limit: .seconds(4), farewell: .seconds(1)))
        channel.connect(to: try SocketAddress(unixDomainSocketPath: "/test"), promise: nil)
    }

    private func receive(_ parts: HTTPRequestPart...) throws {
        for part in parts { try channel.writeInbound(part) }
    }

    private func answer() throws {
        for part in [Self.response, .end(nil)] { try channel.writeOutbound(part) }
    }

    /// Is the connection open after so much time?
    private func isOpen(after seconds: Int64) -> Bool {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        return channel.isActive
    }

    @Test func `a client that does not send the rest of its request is not waited for`() throws {
        try receive(Self.request)
        #expect(isOpen(after: 4))
        #expect(!isOpen(after: 2))
    }

    @Test func `a byte now and then makes no difference`() throws {
        try receive(Self.request)
        for _ in 1...4 {
            try receive(.body(ByteBuffer(string: "a")))
            #expect(isOpen(after: 1))
        }
        #expect(!isOpen(after: 2))
    }

    @Test func `as long as the server answers, it closes nothing`() throws {
        try receive(Self.request, .end(nil))
        #expect(isOpen(after: 3600))
    }

    @Test func `while it answers one request, it does not ask for the rest of the next`() throws {
        try receive(Self.request, .end(nil), Self.request)
        #expect(isOpen(after: 3600))
        try answer()
        #expect(isOpen(after: 4))
        #expect(!isOpen(after: 2))
    }

    @Test func `a client that does not take its answer is not waited for`() throws {
        try receive(Self.request, .end(nil))
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        try answer()
        #expect(isOpen(after: 4))
        #expect(!isOpen(after: 2))
    }

    @Test func `between two requests a client has ten times as long`() throws {
        try receive(Self.request, .end(nil))
        try answer()
        #expect(isOpen(after: 40))
        try receive(Self.request, .end(nil))
        try answer()
        #expect(isOpen(after: 40))
        #expect(!isOpen(after: 2))
    }

    @Test func `when the server stops, what has begun has little time left`() throws {
        try receive(Self.request)
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        #expect(!isOpen(after: 1))
    }
}
