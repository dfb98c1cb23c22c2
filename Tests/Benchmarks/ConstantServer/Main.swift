import Hummingbird

/// What `gatehouse serve` is measured beside: the same HTTP server with a constant answer.
/// Arguments: the path of a socket or a port, answer.
@main
enum Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return print("usage: ConstantServer SOCKET|PORT ANSWER") }
        let answer = ByteBuffer(string: arguments[2])
        let router = Router()
        router.post("/v1/call/:category/:callback") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: answer))
        }
        let address: BindAddress =
            if let port = Int(arguments[1]) { .hostname("127.0.0.1", port: port) } else {
                .unixDomainSocket(path: arguments[1])
            }
        let server = Application(router: router, configuration: ApplicationConfiguration(address: address))
        try await server.runService()
    }
}
