import Gatehouse
import Testing

struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:80", "127.0.0.1", 80), ("localhost:0", "localhost", 0), ("[::1]:65535", "::1", 65535),
    ])
    func `an address is a host and a port`(text: String, host: String, port: Int) throws {
        let address = try #require(ListenAddress(text))
        #expect(address == ListenAddress(host: host, port: port))
        #expect(address.description == text)
    }

    @Test(arguments: ["", ":80", "localhost", "localhost:", "localhost:65536", "::1:80", "[]:80", "[::1]", "a:-1"])
    func `anything else is none`(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
