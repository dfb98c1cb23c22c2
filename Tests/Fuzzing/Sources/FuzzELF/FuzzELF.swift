import FuzzSupport

@testable import ModuleLoader

/// A module's file before the system's loader sees it. Whatever the bytes say, reading ends, in values or a fault.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // - Safety: libFuzzer lends `count` bytes for the length of this call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let header = try? ELFHeader(bytes) else { return 0 }
    for path in header.needed + header.runPath { expect(path.utf8.count < 3 * 4096, "a path of any length") }
    guard let symbols = try? ELFSymbols(bytes) else { return 0 }
    expect(symbols.exported == symbols.exported.sorted(), "the names are not in order")
    return 0
}
