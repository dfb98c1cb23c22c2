import CGatehouse
import CModuleCall
import FuzzSupport
import FuzzedModule
import MatrixCallbacks

@testable import ModuleLoader

/// What a module hands over: sizes, versions, flags, texts, services, tables, offers. The host takes it or says what is wrong.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // - Safety: libFuzzer lends `count` bytes for the length of this call, and the module is called in it alone.
    unsafe fm_begin(start, count)
    defer { fm_end() }
    guard let record = unsafe fm_record() else { return 0 }
    let copy = unsafe RecordCopy(record, layouts: Catalogue.layouts, subject: "m")
    unsafe copy.record.deallocate()
    check(copy.problems)
    guard copy.problems.isEmpty else { return 0 }
    do throws(Problems) {
        let (module, _) = try unsafe Registration.run(fm_register, subject: "m", layouts: Catalogue.layouts)
        check(module)
        unsafe UnsafeMutablePointer(mutating: module.record).deallocate()
    } catch {
        expect(!error.list.isEmpty, "refused without a reason")
        check(error.list)
    }
    return 0
}

private func check(_ problems: [Problem]) {
    for problem in problems {
        expect(problem.code.hasPrefix("module.registration."), "a code of something else: \(problem)")
        expect(!problem.cause.isEmpty && !problem.cure.isEmpty, "a problem without words: \(problem)")
    }
}

private func check(_ module: RegisteredModule) {
    expect(!module.name.isEmpty, "it has no name")
    expect(module.contract.major == Contract.major, "it is of another contract")
    expect(module.requiredServices.count < 256, "its list of services has no end")
    expect(module.offers.count < 256, "its list of offers has no end")
    expect(Set(module.offers.map(\.hook)).count == module.offers.count, "it offers two functions for one hook")
    for callback in module.callbacks { expect(Catalogue.callback(callback) != nil, "there is no callback \(callback)") }
    for category in Catalogue.categories {
        let flags = module.flags(for: category.name)
        expect(flags.unknownDemands == 0, "it demands what the host does not know")
        let offered = category.callbacks.filter { unsafe module.function(category.name, $0.name) != nil }
        expect(
            category.layout.gaps(in: Set(offered.map(\.name))).isEmpty,
            "it offers a part of \(category.name)")
    }
}
