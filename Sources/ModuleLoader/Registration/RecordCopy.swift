import CGatehouse
import CModuleCall

/// Copies a module's record and its tables, and checks all that can be checked about them.
///
/// All mistakes come out in one go, but for those without which nothing more can be read.
@safe struct RecordCopy {
    private(set) var name = ""
    private(set) var version: String?
    private(set) var vendor: String?
    private(set) var licence: String?
    private(set) var summary: String?
    private(set) var flags = ModuleFlags()
    private(set) var requiredServices: [String] = []
    private(set) var tables: [String: RegisteredTable] = [:]
    private(set) var offers: [HookOffer] = []
    private(set) var problems: [Problem] = []
    private(set) var warnings: [String] = []
    let record = UnsafeMutablePointer<gh_module>.allocate(capacity: 1)
    private let subject: String

    // - Safety: the contract says that `size` bytes are readable at each record. Sizes that are absurd are refused
    //   before anything behind them is read, and no more than both sides know is copied. Tables may stand at odd
    //   addresses.

    init(_ handed: UnsafePointer<gh_module>, layouts: [TableLayout], subject: String) {
        self.subject = subject
        unsafe record.initialize(to: gh_module())
        guard unsafe checkVersion(handed), unsafe checkSize(handed.pointee.size, atLeast: 40, of: "gh_module") else {
            return
        }
        unsafe UnsafeMutableRawPointer(record).copyMemory(
            from: handed, byteCount: min(handed.pointee.size, MemoryLayout<gh_module>.size))
        readTexts()
        readFlags()
        readServices()
        for layout in layouts { readTable(layout) }
        readOffers()
        let mayOfferLater = unsafe record.pointee.configure != nil
        if problems.isEmpty && tables.isEmpty && offers.isEmpty && !mayOfferLater {
            warnings.append("it implements no callback that this host knows")
        }
    }

    private mutating func report(_ code: String, _ cause: String, cure: String) {
        problems.append(Problem(code, subject, cause, cure: cure))
    }

    private mutating func checkVersion(_ handed: UnsafePointer<gh_module>) -> Bool {
        let (major, minor) = unsafe (handed.pointee.major, handed.pointee.minor)
        if major == Contract.major { return true }
        report(
            "module.registration.version",
            "it was built with contract \(major).\(minor) and this host speaks \(Contract.major).\(Contract.minor)",
            cure: "Build it with the headers of contract \(Contract.major), or use a host for contract \(major).")
        return false
    }

    private mutating func checkSize(_ size: Int, atLeast least: Int, of what: String) -> Bool {
        if size >= least && size <= 1 << 16 && size % 8 == 0 { return true }
        report(
            "module.registration.size",
            "the size of its \(what) is \(UInt(bitPattern: size)); expected a multiple of 8 from \(least) to 65536",
            cure: "Set the first field to sizeof(\(what)).")
        return false
    }

    private mutating func readTexts() {
        let copy = unsafe record.pointee
        name = unsafe text(copy.name, "name") ?? ""
        if name.isEmpty && problems.isEmpty {
            report("module.registration.name", "it has no name", cure: "Set `name` in its gh_module.")
        }
        unsafe version = text(copy.version, "version")
        unsafe vendor = text(copy.vendor, "vendor")
        unsafe licence = text(copy.licence, "licence")
        unsafe summary = text(copy.description, "description")
    }

    private mutating func text(_ str: gh_str, _ field: String) -> String? {
        do {
            return try unsafe Handed.text(str, "its \(field)")
        } catch {
            report(
                "module.registration.text", error.reason, cure: "Texts of gh_module are UTF-8 with a length, or absent."
            )
            return nil
        }
    }

    private mutating func readFlags() {
        flags = unsafe checked(ModuleFlags(rawValue: record.pointee.flags), of: "gh_module")
    }

    private mutating func checked(_ flags: ModuleFlags, of what: String) -> ModuleFlags {
        if flags.unknownDemands != 0 {
            report(
                "module.registration.demand",
                "the flags of its \(what) demand 0x\(String(flags.unknownDemands, radix: 16)), which this host does not know",
                cure: "Use a newer host, or build the module without that flag.")
        }
        return flags
    }

    private mutating func readServices() {
        guard let list = unsafe record.pointee.requires_services else { return }
        for place in 0..<256 {
            guard let name = unsafe list[place] else { return }
            requiredServices.append(unsafe String(cString: name))
        }
        report(
            "module.registration.services", "its list of required services has no end",
            cure: "End `requires_services` with NULL.")
    }

    private mutating func readOffers() {
        guard let list = unsafe record.pointee.offers else { return }
        do throws(Handed.Refusal) {
            for place in 0..<256 {
                guard let offer = unsafe list[place] else { return try HookOffer.checkNames(offers) }
                offers.append(try unsafe HookOffer(handed: offer))
            }
            throw Handed.Refusal(reason: "its list of offers has no end")
        } catch {
            report(
                "module.registration.offer", error.reason,
                cure: "Mend the `offers` of its gh_module, and end them with NULL.")
        }
    }
}

extension RecordCopy {
    private mutating func readTable(_ layout: TableLayout) {
        let raw = unsafe UnsafeRawPointer(record)
        guard let table = unsafe raw.load(fromByteOffset: layout.pointerOffset, as: UnsafeRawPointer?.self) else {
            return
        }
        let size = unsafe table.loadUnaligned(as: Int.self)
        guard checkSize(size, atLeast: 16, of: "gh_\(layout.category)_callbacks") else { return }
        let flags = unsafe ModuleFlags(rawValue: table.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        var functions: [String: cm_function] = unsafe [:]
        for slot in layout.slots where slot.offset + 8 <= size {
            unsafe functions[slot.callback] = table.loadUnaligned(
                fromByteOffset: slot.offset, as: cm_function?.self)
        }
        for gap in unsafe layout.gaps(in: Set(functions.keys)) {
            report(
                "module.registration.incomplete",
                "it implements \(gap.there.joined(separator: ", ")) alone of \(layout.category)",
                cure: "Implement \(gap.cure).")
        }
        if unsafe !functions.isEmpty {
            unsafe tables[layout.category] = RegisteredTable(
                flags: checked(flags, of: "gh_\(layout.category)_callbacks"), functions: functions)
        }
    }
}
