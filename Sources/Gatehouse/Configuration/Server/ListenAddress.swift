/// A TCP address to listen on: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// A name or an address; of an IPv6 address without its brackets.
    public let host: String
    /// 0 takes any free port.
    public let port: Int

    public init(host: String, port: Int) { (self.host, self.port) = (host, port) }

    /// Nil: `text` is no `HOST:PORT`.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        let host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        guard !host.isEmpty, isBracketed || !host.contains(":"), host != "[]" else { return nil }
        self.init(host: String(isBracketed ? host.dropFirst().dropLast() : host), port: Int(port))
    }

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
