public import HostServices
public import JSONText

/// One module of a configuration: which file, under which name, with which section.
///
/// The same file may be listed several times, under different names.
public struct ModuleEntry: Sendable, Equatable {
    /// What stands behind an entry.
    public enum Kind: Sendable, Equatable {
        /// A compiled module.
        case module
        /// A shared library that knows nothing of Gatehouse, and which of its functions serve which callbacks.
        case adopted(callbacks: JSONValue)
        /// A module of the application, registered under this name.
        case builtin
    }

    public var kind: Kind = .module

    /// A name, `list_spam_checker`, which stands for `list_spam_checker.so` on the module path; or a path.
    /// For other kinds the library, `libz.so.1`, or the name that the application registered.
    public var module: String

    /// What messages, metrics and data folders call this instance: unique in a configuration.
    public var name: String

    /// The SHA-256 of exactly the bytes that may be loaded, in lower case; `nil` accepts any.
    public var sha256: String?

    /// What the module is told. A module that is told nothing gets an empty object.
    public var config: JSONValue

    /// Keys of ``config`` whose texts stand in files, and the files' paths. A configuration never holds the texts: they are
    /// read when modules are loaded.
    public var secrets: [String: String]

    /// Which services the module may use; all but the homeserver's unless something else is said.
    public var grants: Set<HostService>

    /// How long a call of this module may take, where its chain has longer; `nil`: as long as the chain.
    public var deadline: Duration?

    /// Where the entry was written, `gatehouse.yaml:4: modules.0` or, in Swift, `modules.0`.
    public var origin: String

    /// - Parameters:
    ///   - name: The file name without folder and `.so` unless given.
    ///   - config: As in Synapse, what says nothing (`null`, `false`, `0`, an empty text, list or object) becomes `{}`.
    ///   - origin: Filled in by the ``Configuration`` that the entry is put into unless given.
    public init(
        _ module: String, name: String? = nil, sha256: String? = nil, config: JSONValue = [:],
        secrets: [String: String] = [:], grants: Set<HostService> = HostService.usual,
        deadline: Duration? = nil, origin: String = ""
    ) {
        self.module = module
        self.name = name ?? Self.name(of: module)
        self.sha256 = sha256
        self.config = config.saysNothing ? [:] : config
        self.secrets = secrets
        self.grants = grants
        self.deadline = deadline
        self.origin = origin
    }

    /// Adopts a library.
    ///
    /// - Parameters:
    ///   - library: A path, or a name such as `libz.so.1`, which is looked for on the module path and in the folders of
    ///     the system.
    ///   - callbacks: Which functions serve which callbacks, as the page *Adopt a library* describes it.
    public init(
        adopting library: String, callbacks: JSONValue, name: String? = nil, sha256: String? = nil, origin: String = ""
    ) {
        self.init(library, name: name, sha256: sha256, origin: origin)
        kind = .adopted(callbacks: callbacks)
    }

    /// The place of a module that the application registers under this name.
    public init(builtin: String, name: String? = nil, origin: String = "") {
        self.init(builtin, name: name ?? builtin, origin: origin)
        kind = .builtin
    }

    /// The same entry; if it does not know yet where it was written, then there.
    func from(_ origin: String) -> ModuleEntry {
        var entry = self
        if entry.origin.isEmpty { entry.origin = origin }
        return entry
    }

    private static func name(of module: String) -> String {
        let file = module.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? module
        return file.hasSuffix(".so") && file != ".so" ? String(file.dropLast(3)) : file
    }
}

extension JSONValue {
    /// False to Python.
    var saysNothing: Bool {
        switch self {
        case .null, .bool(false), .integer(0): true
        case .number(let number): number == 0
        case .string(let text): text.isEmpty
        case .array(let items): items.isEmpty
        case .object(let object): object.isEmpty
        case .bool, .integer, .bigInteger: false
        }
    }
}
