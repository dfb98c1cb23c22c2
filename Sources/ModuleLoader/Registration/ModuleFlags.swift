/// Flags of a module or of one of its tables (`module.h`).
package struct ModuleFlags: OptionSet, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Any number of threads may be in an instance at once.
    package static let concurrent = ModuleFlags(rawValue: 1)
    /// Callbacks return at once and never block.
    package static let prompt = ModuleFlags(rawValue: 2)

    /// Bits that a host must know or refuse; it knows none so far.
    var unknownDemands: UInt64 { rawValue & 0xFFFF_FFFF_0000_0000 }
}
