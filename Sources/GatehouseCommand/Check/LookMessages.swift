import ForeignCalls
import Gatehouse
import GatehouseServer
import HostServices
import JSONText
import ModuleLoader

/// What the parent asks its child: look at this module.
struct LookRequest: Codable {
    let reference: String
    let name: String
    let sha256: String?
    let config: String
    let origin: String
    let onlyFor: [String]?
    let modulePath: [String]
    let folder: String
    let allowWritablePaths: Bool
    let grants: [String]
    let keeps: Bool
    let serverName: String?
    /// For `create` alone, and empty.
    let dataFolder: String?
    let creates: Bool
    /// It is a library, and `config` says which of its functions serve which callbacks.
    let isAdopted: Bool
    /// What each line of the answer begins with: a module may write to the same descriptor.
    let token: String

    init(
        _ request: ModuleRequest, _ options: LoadOptions, serverName: String?, creates: Bool, dataFolder: String?,
        token: String
    ) {
        (self.token, self.serverName) = (token, serverName)
        (reference, name, sha256) = (request.reference, request.name, request.sha256)
        (config, origin, onlyFor) = (request.config, request.origin, request.onlyFor)
        (modulePath, folder) = (options.modulePath, options.folder)
        allowWritablePaths = options.allowWritablePaths
        grants = request.grants.services.sorted()
        (keeps, self.dataFolder) = (options.dataFolder != nil, dataFolder)
        self.creates = creates
        isAdopted = request.plan != nil
    }

    var request: ModuleRequest {
        ModuleRequest(
            reference: reference, name: name, sha256: sha256, config: config, origin: origin, onlyFor: onlyFor,
            grants: ServiceGrants(Set(grants)))
    }

    /// What a look may change is forgotten with it: the store, and the data folder. The homeserver is one that nobody
    /// has heard of yet, as when a server starts.
    var options: LoadOptions {
        LoadOptions(
            modulePath: modulePath, folder: folder, allowWritablePaths: allowWritablePaths, dataFolder: dataFolder,
            services: Services(
                store: keeps ? MemoryStore() : nil,
                homeserver: serverName.map { BridgedHomeserver(serverName: $0) }))
    }
}

/// What the child says, a line each: the stage that begins, and at the end all that it found.
enum LookMessage: Codable {
    case entering(LookStage)
    case found(LookFindings)
}

/// What a look found.
struct LookFindings: Codable {
    var problems: [FoundProblem] = []
    var warnings: [FoundProblem] = []
    /// What is neither and worth knowing.
    var notes: [String] = []
    var module: FoundModule?
}

/// A problem with what the parent knows of the child's end.
struct FoundProblem: Codable {
    let code: String
    let subject: String
    let cause: String
    let cure: String
    var stage: LookStage?
    var signal: String?
    var stderr: String?

    init(_ problem: Problem) {
        (code, subject, cause, cure) = (problem.code, problem.subject, problem.cause, problem.cure)
    }

    var json: JSONValue {
        var object: JSONObject = [
            "code": .string(code), "subject": .string(subject), "cause": .string(cause), "cure": .string(cure),
        ]
        object["stage"] = stage.map { .string($0.rawValue) }
        object["signal"] = signal.map { .string($0) }
        object["stderr"] = stderr.map { .string($0) }
        return .object(object)
    }
}

/// A module that was looked at.
struct FoundModule: Codable {
    let name: String
    let module: String
    let version: String?
    let vendor: String?
    let licence: String?
    let summary: String?
    /// Nil: it knows of none.
    let contract: String?
    let path: String
    let sha256: String
    let callbacks: [String]
    let logins: [LoginCheck]
    let offers: [FoundOffer]

    init?(_ look: ModuleLook, name: String) {
        guard let module = look.module, let file = look.file else { return nil }
        self.name = name
        (self.module, version, vendor) = (module.name, module.version, module.vendor)
        (licence, summary) = (module.licence, module.summary)
        contract = "\(module.contract.major).\(module.contract.minor)"
        (path, sha256, callbacks) = (file.path, file.hash, look.callbacks)
        logins = look.logins
        offers = look.offers.map(FoundOffer.init)
    }

    init(_ facts: MemberFacts, callbacks: [String], name: String) {
        self.name = name
        (module, version, vendor) = (facts.module, facts.version, facts.vendor)
        (licence, summary) = (facts.licence, facts.summary)
        contract = facts.contract
        (path, sha256, self.callbacks) = (facts.path ?? "", facts.sha256 ?? "", callbacks)
        (logins, offers) = ([], [])
    }
}

/// A function for a hook point that a module offers.
struct FoundOffer: Codable {
    let hook: String
    let signature: String
    let isRequired: Bool

    init(_ offer: OfferedHook) {
        (hook, signature, isRequired) = (offer.hook, offer.signature.description, offer.isRequired)
    }

    /// Nil: the child wrote something else.
    var offered: OfferedHook? {
        guard let signature = try? Signature(signature) else { return nil }
        return OfferedHook(hook: hook, signature: signature, isRequired: isRequired)
    }
}
