import CPeers
import Gatehouse
import Subjects

/// What the probe can do.
struct Work {
    /// Does it so many times. What it gives says that it was done.
    let run: (Int) throws -> Int

    init?(_ name: String, folder: String, modules: Int, users: Int) throws {
        switch name {
        case "loop", "engine", "hooks": self.init(name, Engine(folder, modules: modules, users: users))
        case "load": run = { try Self.load(folder, modules: $0, users: users) }
        case "open": run = { cp_open_bare(folder, 0, $0) == 0 ? $0 : 0 }
        case "event", "on-demand": self.init(name, EventText(size: modules))
        case "deliberate": run = Deliberate.run
        case "join", "deny", "nobody", "named", "traced", "event-spam", "event-allowed", "new-event":
            let host = try LoadedHost.make(folder, modules: modules, users: users)
            self.init(name, try TypedCalls(host, user: name == "deny" ? TypedCalls.listed : Engine.user))
        default: return nil
        }
    }

    private init?(_ name: String, _ engine: Engine?) {
        guard let engine else { return nil }
        if name == "hooks" { engine.hookUp() }
        run = name == "loop" ? engine.loop : name == "hooks" ? engine.hooks : engine.run
    }

    private init?(_ name: String, _ text: EventText?) {
        guard let text else { return nil }
        run = { (name == "event" ? text.read($0) : text.readOnDemand($0)) ? $0 : 0 }
    }

    private init(_ name: String, _ calls: TypedCalls) {
        switch name {
        case "nobody": run = calls.nobody
        case "named": run = { try calls.byName($0, traced: false) }
        case "traced": run = { try calls.byName($0, traced: true) }
        case "event-spam": run = calls.checkEvent
        case "event-allowed": run = calls.eventAllowed
        case "new-event": run = calls.newEvent
        default: run = calls.mayJoin
        }
    }

    /// The host stays until the process ends, as in a server.
    private static func load(_ folder: String, modules: Int, users: Int) throws -> Int {
        let host = try LoadedHost.make(folder, modules: modules, users: users)
        defer { withExtendedLifetime(Unmanaged.passRetained(host)) {} }
        return host.instances.count
    }
}
