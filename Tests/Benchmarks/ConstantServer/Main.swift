import Hummingbird

/// What `gatehouse serve` is measured beside: the same HTTP server with a constant answer, on a Unix socket.
/// Arguments: socket, answer.
@main
enum Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return print("usage: ConstantServer SOCKET ANSWER") }
        let answer = ByteBuffer(string: arguments[2])
        let router = Router()
        router.post("/v1/call/:category/:callback") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: answer))
        }
        let address = BindAddress.unixDomainSocket(path: arguments[1])
        let server = Application(router: router, configuration: ApplicationConfiguration(address: address))
        try await server.runService()
    }
}
