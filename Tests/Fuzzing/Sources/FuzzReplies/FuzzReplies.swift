import CallbackChains
import FuzzSupport
import FuzzedModule
import JSONText
import ModuleLoader

@testable import MatrixCallbacks

/// Up to three modules that do anything with their reply. The first byte is the callback, the others what they do.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    // - Safety: libFuzzer lends `count` bytes for the length of this call, and the modules are called in it alone.
    let place = Int(unsafe start[0])
    unsafe fm_begin(start + 1, count - 1)
    defer { fm_end() }
    let number = place % Catalogue.callbacks.count
    let callback = Catalogue.callbacks[number]
    CallArguments.lend(size: Contract.callLimit, known: callback.callSize) { arguments in
        let begun = ChainRun.begin(
            ReadyChain(callback, chains[number]), names: names, &arguments,
            traced: place / Catalogue.callbacks.count % 2 == 1, callerWaits: false)
        guard case .ended(let ended) = begun else { return expect(false, "a chain that waits: \(begun)") }
        let result = ended.result(of: callback)
        check(result, of: callback)
        if callback.rule == .rewrite, case .answered(.object(let json)) = result.outcome {
            let seen = unsafe ArgumentWriter.json(callback, arguments.pointer.raw)["request_content"]
            expect(seen == json.value, "the modules that follow see \(String(describing: seen))")
        }
    }
    return 0
}

private let names = ["first", "second", "third"]

/// For each callback a chain of three modules; chains are never freed.
private let chains: [Chain] = Catalogue.callbacks.map { callback in
    Chain(
        (1...3).map { unsafe Link(function: fm_callback, instance: nil, module: $0) },
        Steps(callback.rule, callback.failure, callback.invalid), waitsFor: nil, callSize: Contract.callLimit)
}

private func check(_ result: CallResult, of callback: Callback) {
    switch result.outcome {
    case .next: expect(result.held == .rule(callback.rule), "nothing was decided by \(result.held)")
    case .answered(let answer):
        expect(fits(answer, callback.reply), "\(callback.fullName) answered \(answer)")
        expect(result.decidedBy != nil, "an answer of nobody")
    case .failed(let failure):
        expect(callback.failure != .skip, "\(callback.fullName) failed, and its failures are left out")
        check(failure)
    case .cancelled: expect(false, "nobody has gone away")
    }
    if case .answered(let answer)? = result.own { expect(fits(answer, callback.reply) || answer == .denial, "own") }
    if case .failed(let failure)? = result.own { check(failure) }
    expect(result.notes.count <= names.count, "more notes than modules")
    expect(result.trail.map { $0.count <= names.count } ?? true, "more steps than modules")
    _ = callback.members(of: result.outcome)
}

private func check(_ failure: Failure) {
    guard case .withStatus(let status, _, _, let fields) = failure else { return }
    expect(300..<600 ~= status, "a failure of status \(status)")
    expect(isErrorBody(fields), "a failure with the fields \(fields)")
}

/// After the rules of the callback: where answers carry codes, each of them does.
private func fits(_ answer: Answer, _ kind: ReplyKind) -> Bool {
    switch (kind, answer) {
    case (.verdict, .denialWithCode(_, let fields)), (.eventVerdict, .denialWithCode(_, let fields)):
        isErrorBody(fields)
    case (.code, .denialWithCode(_, let fields)): fields == JSON([:])
    case (.eventVerdict, .denialWithText), (.objection, .denial), (.registration, .denial), (.registration, .shadowBan),
        (.replacement, .denial), (.users, .users), (.users, .everyone), (.presence, .presence):
        true
    case (.truth, .truth), (.text, .text), (.number, .number), (.renewal, .renewal), (.limits, .limits),
        (.override, .override), (.update, .update):
        true
    case (.login, .login(let userID, _)): !userID.isEmpty
    case (.replacement, .object(let json)), (.rewriting, .object(let json)): members(of: json) != nil
    case (.object, .object(let json)): members(of: json).map { !$0.isEmpty } ?? false
    default: false
    }
}

private func isErrorBody(_ json: JSON) -> Bool {
    guard let members = members(of: json) else { return false }
    return members["code"] == nil && members["msg"] == nil
}

private func members(of json: JSON) -> JSONObject? {
    if case .object(let members) = json.value { members } else { nil }
}
