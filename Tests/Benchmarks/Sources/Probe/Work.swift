import CPeers
import Gatehouse
import Subjects

/// A piece of work, to be done so many times. What it gives says that it was done.
typealias Work = (Int) throws -> Int

/// What the probe can do, by name.
struct Works {
    let folder: String
    let modules: Int
    /// How many the list of each module has; 0: it has none.
    let users: Int

    subscript(name: String) -> Work? {
        get throws {
            switch name {
            case "deliberate": Deliberate.run
            case "load": { times in try load(times) }
            case "open": { times in cp_open_bare(folder, 0, times) == 0 ? times : 0 }
            case "event", "on-demand": eventText(name)
            case "loop", "engine", "hooks": engine(name)
            case "hook", "hook-text":
                try hook(room: name == "hook" ? Engine.room : String(repeating: "x", count: 8192))
            default: try call(name)
            }
        }
    }

    private func engine(_ name: String) -> Work? {
        guard let engine = Engine(folder, modules: modules, users: users) else { return nil }
        if name == "hooks" { engine.hookUp() }
        return name == "loop" ? engine.loop : name == "hooks" ? engine.hooks : engine.run
    }

    private func eventText(_ name: String) -> Work? {
        guard let text = EventText(size: modules) else { return nil }
        return { times in (name == "event" ? text.read(times) : text.readOnDemand(times)) ? times : 0 }
    }

    private func hook(room: String) throws -> Work {
        let calls = try waiting { try await HookCalls(folder, modules: modules, users: users) }
        return { times in try calls.run(times, room: room) }
    }

    private func call(_ name: String) throws -> Work? {
        let host = try LoadedHost.make(folder, modules: modules, users: users)
        let calls = try TypedCalls(host, user: name == "deny" ? TypedCalls.listed : Engine.user)
        return switch name {
        case "join", "deny": calls.mayJoin
        case "nobody": calls.nobody
        case "named": { times in try calls.byName(times, traced: false) }
        case "traced": { times in try calls.byName(times, traced: true) }
        case "event-spam": calls.checkEvent
        case "event-allowed": calls.eventAllowed
        case "new-event": calls.newEvent
        case "late": { times in Late.run(calls, inFlight: 256, times) }
        default: nil
        }
    }

    /// The host stays until the process ends, as in a server.
    private func load(_ modules: Int) throws -> Int {
        let host = try LoadedHost.make(folder, modules: modules, users: users)
        defer { withExtendedLifetime(Unmanaged.passRetained(host)) {} }
        return host.instances.count
    }
}
