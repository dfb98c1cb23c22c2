import Gatehouse

/// Charges some customers, if the modules let it, and for what price they say.
///
/// Usage: `Billing FOLDER MODULE...`, the folder with the modules, and those of them that decide.
@main
struct Billing {
    /// May this customer be charged so much? The first module that says no decides, and one that fails says no.
    let mayCharge: Hook<Bool, String, Int64>
    /// What a customer pays. Each module sees the price that the one before it made.
    let price: Hook<Int64, Int64, String>

    static func main() async throws {
        let configuration = Configuration(
            modulePath: [CommandLine.arguments[1]],
            modules: CommandLine.arguments.dropFirst(2).map { name in
                ModuleEntry(name, config: name == "credit_limit" ? ["limit_cents": 5000] : [:])
            }, allowWritablePaths: true)
        var builder = Gatehouse.Builder(configuration)
        let billing = try Billing(declaredIn: &builder)
        let gatehouse = try await builder.load()
        defer { gatehouse.shutDown() }
        for hook in gatehouse.hookDescriptions {
            print("\(hook.hook): \(hook.modules.joined(separator: ", ")) (\(hook.rule.rawValue))")
        }
        for (user, cents) in [("alice", 1299), ("bob", 5200), ("carol", 7000), ("mallory", 1)] as [(String, Int64)] {
            print(try await billing.charge("@\(user):example.com", cents))
        }
    }

    init(declaredIn builder: inout Gatehouse.Builder) throws {
        mayCharge = try builder.hook(
            "billing.may_charge", Bool.self, ("user", String.self), ("cents", Int64.self), rule: .firstFalse,
            onFailure: .refuse, isRequired: true)
        price = try builder.hook(
            "billing.price", Int64.self, ("cents", Int64.self), ("user", String.self), rule: .foldLeft)
    }

    private func charge(_ user: String, _ cents: Int64) async throws -> String {
        let price = try await price(cents, user)
        return try await mayCharge(user, price) ? "\(user) pays \(price) cents" : "\(user) is refused"
    }
}
