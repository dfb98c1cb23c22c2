import Hummingbird

/// What `gatehouse serve` is measured beside: the same HTTP server with a constant answer. Arguments: port, answer.
@main
enum Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = Int(arguments[1]) else {
            return print("usage: ConstantServer PORT ANSWER")
        }
        let answer = ByteBuffer(string: arguments[2])
        let router = Router()
        router.post("/v1/call/:category/:callback") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: answer))
        }
        let server = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
        try await server.runService()
    }
}
