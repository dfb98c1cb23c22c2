package import CModuleCall

/// Something that comes into an instance from a service.
package protocol ModuleVisit: AnyObject, Sendable {
    /// What it is, for the log: "a timer".
    var name: String { get }

    /// Alive as long as this object.
    var call: ModuleCall { get }

    /// False: it may be left out, and need not wait for its turn.
    var isWanted: Bool { get }

    /// Asked when it is the instance's turn, with nobody else inside. False: it is not called.
    func begin() -> Bool

    /// The function has returned, or is never called.
    func end()
}

extension ModuleVisit {
    package var isWanted: Bool { true }
    package func begin() -> Bool { true }
    package func end() {}
}

/// A function of a module, and what it is called with.
@safe package struct ModuleCall: @unchecked Sendable {
    package typealias Function = cm_entry

    let function: Function
    let context: UnsafeMutableRawPointer?
    let argument: UnsafeRawPointer?

    /// - Parameters: what the module gave, and what the host hands over.
    package init(_ function: @escaping Function, _ context: UnsafeMutableRawPointer?, _ argument: UnsafeRawPointer?) {
        unsafe (self.function, self.context, self.argument) = (function, context, argument)
    }
}
