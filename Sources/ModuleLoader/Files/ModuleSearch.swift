/// From what the configuration calls a module to its file.
///
/// A NAME, without a slash, is `NAME.so` in the first folder of `module_path` that has it. Anything with a slash is a
/// path. The environment's library path plays no part.
struct ModuleSearch: Sendable {
    private let subject: String
    private let reference: String
    /// Where the file may be, best first.
    let places: [ModulePath]

    /// Both relative folders and a relative `reference` start from `base`, the configuration file's folder.
    init(for reference: String, subject: String, on folders: [String], relativeTo base: String) {
        self.subject = subject
        self.reference = reference
        if reference.isEmpty {
            places = []
        } else if reference.hasSlash {
            places = [ModulePath(reference, relativeTo: base)]
        } else {
            places = folders.map { ModulePath("\($0)/\(reference).so", relativeTo: base) }
        }
    }

    /// The first place that has a file. Throws `module.file.missing`, with all places and a near miss.
    func found() throws(Problems) -> ModulePath {
        if let place = places.first(where: \.exists) { return place }
        throw Problems(list: [Problem("module.file.missing", subject, cause, cure: cure)])
    }
}

extension ModuleSearch {
    private var cause: String {
        if reference.isEmpty { return "neither a name nor a path is given" }
        if places.isEmpty { return "a name is looked for on module_path, and no folder is listed there" }
        return "there is no \(places.map(\.text).joined(separator: ", nor "))"
    }

    private var cure: String {
        if let nearMiss { return "Did you mean \(nearMiss)?" }
        if isPythonClass { return Self.pythonCure }
        if places.isEmpty { return "Give a path with a slash in it, or list a folder on module_path." }
        return "Put the file there, or correct the name, the path or module_path."
    }

    /// What Synapse calls a module: names with points between them, the class last.
    private var isPythonClass: Bool {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil }
            && parts.last?.first?.isUppercase == true
    }

    private static let pythonCure = """
        This looks like a class in Python: those stay in homeserver.yaml, and Synapse runs them. List a compiled \
        module here, by the name of its file.
        """

    /// What the configuration could have said instead, in the same form: a name for a name, a path for a path.
    private var nearMiss: String? {
        guard let wanted = places.first?.name else { return nil }
        let names = Set(places.flatMap { Self.modules(in: $0.folder) }).sorted()
        guard let near = NearMiss.closest(to: Self.stem(wanted), among: names.map(Self.stem)) else { return nil }
        return reference.throughLastSlash.map { $0 + near + ".so" } ?? near
    }

    /// A folder that is not there, or may not be read, has none.
    private static func modules(in folder: String) -> [String] {
        let names = (try? SystemCalls.names(in: folder)) ?? []
        return names.filter { $0.hasSuffix(".so") }
    }

    /// Without `.so`, however often it stands there: who writes `NAME.so` for a name looks for `NAME.so.so`.
    private static func stem(_ name: String) -> String {
        name.hasSuffix(".so") ? stem(String(name.dropLast(3))) : name
    }
}
