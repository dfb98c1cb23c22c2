package import ModuleLoader

extension PresenceState: ArgumentRecord {
    package static var recordType: RecordType { .presenceState }

    package func write(to arguments: inout CallArguments) {
        arguments.text(userID)
        arguments.text(state)
        arguments.integer(lastActive)
        arguments.integer(lastFederationUpdate)
        arguments.integer(lastUserSync)
        arguments.text(statusMessage)
        arguments.flag(isCurrentlyActive)
    }
}
