package import CForeignCall
import Glibc

/// A shared library that knows nothing of Gatehouse, opened for some of its functions and never closed.
///
/// It is opened in its place, not from a copy: libraries of the system are in this process already, and must not be in
/// it twice. So a new file takes effect when the process starts again.
@safe package struct ForeignLibrary: @unchecked Sendable {
    package let file: ModuleFile
    // - Safety: of `dlopen`, and never closed.
    private let handle: UnsafeMutableRawPointer
    private let symbols: ELFSymbols
    private let subject: String

    /// Finds, checks and opens a library. A name without a slash, `libz.so.1`, is looked for in the folders of
    /// `module_path` and then in those of the system.
    ///
    /// - Throws: what `ModuleFile.open` finds, or why the system's loader refuses it.
    // - Safety: dlopen runs the library's constructors: from here on the file is trusted code.
    package static func open(_ request: ModuleRequest, _ options: LoadOptions) throws(Problems) -> ForeignLibrary {
        let file = try ModuleFile.open(
            place(of: request, options), subject: request.subject, searchedOn: [], relativeTo: options.folder,
            sha256: request.sha256, allowWritablePaths: options.allowWritablePaths)
        guard let handle = unsafe dlopen(file.path, RTLD_NOW | RTLD_LOCAL) else {
            throw Problems(list: [
                Problem(
                    "module.load.open", request.subject, "it cannot be opened: \(unsafe String(cString: dlerror()))",
                    cure: "Install the library or the symbol that it lacks.")
            ])
        }
        let symbols: ELFSymbols
        do {
            symbols = try ELFSymbols(file.bytes)
        } catch {
            throw Problems(list: [FileProblems(subject: request.subject, path: file.path).problem(error)])
        }
        return unsafe ForeignLibrary(file: file, handle: handle, symbols: symbols, subject: request.subject)
    }

    /// A path as it is, and for a name the first place that has it.
    private static func place(of request: ModuleRequest, _ options: LoadOptions) throws(Problems) -> String {
        if request.reference.hasSlash { return request.reference }
        let folders = (options.modulePath + systemFolders).map { ModulePath($0, relativeTo: options.folder).text }
        let places = folders.map { "\($0)/\(request.reference)" }
        if let place = places.first(where: { ModulePath($0, relativeTo: "/").exists }) { return place }
        let names = folders.map { (try? SystemCalls.names(in: $0)) ?? [] }.joined()
        let near = NearMiss.closest(to: request.reference, among: names.filter { $0.contains(".so") })
        throw Problems(list: [
            Problem(
                "module.file.missing", request.subject, "there is no \(places.joined(separator: ", nor "))",
                cure: near.map { "Did you mean \($0)?" } ?? "Install the library, or correct its name or module_path.")
        ])
    }

    /// Where Debian and others have their libraries. The environment's library path plays no part.
    private static let systemFolders = [
        "/usr/local/lib", "/lib/\(ELFMachine.host.libraryFolder)", "/usr/lib/\(ELFMachine.host.libraryFolder)",
        "/lib64",
        "/usr/lib64", "/lib", "/usr/lib",
    ]

    /// A function that the library exports.
    ///
    /// - Returns: nil where it has none of this name; what else it may have of it is no function.
    package func function(_ symbol: String) -> fc_function? {
        guard symbols.functions.contains(symbol), let address = unsafe dlsym(handle, symbol) else { return nil }
        return unsafe unsafeBitCast(address, to: fc_function.self)
    }

    /// The function's name that was meant, perhaps.
    package func nearMiss(_ symbol: String) -> String? {
        NearMiss.closest(to: symbol, among: symbols.functions.sorted())
    }
}
