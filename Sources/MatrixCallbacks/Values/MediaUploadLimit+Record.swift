package import ModuleLoader

extension MediaUploadLimit: ArgumentRecord {
    package static var recordType: RecordType { .mediaUploadLimit }

    package func write(to arguments: inout CallArguments) {
        arguments.integer(maxBytes)
        arguments.integer(milliseconds)
        arguments.text(infoURI)
        arguments.flag(canUpgrade)
    }
}
