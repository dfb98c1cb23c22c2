/// A media file: its bytes, and its path where modules in this process can open it.
public struct MediaFile: Sendable {
    public var bytes: [UInt8]
    public var path: String?

    public init(bytes: [UInt8], path: String? = nil) { (self.bytes, self.path) = (bytes, path) }
}

/// What is known of a media file.
public struct FileInfo: Sendable, ArgumentRecord {
    /// Nil: a file of this server.
    public var serverName: String?
    public var fileID: String
    public var isURLCache: Bool
    /// Nil: the file itself.
    public var thumbnail: Thumbnail?

    public init(serverName: String? = nil, fileID: String, isURLCache: Bool = false, thumbnail: Thumbnail? = nil) {
        (self.serverName, self.fileID) = (serverName, fileID)
        (self.isURLCache, self.thumbnail) = (isURLCache, thumbnail)
    }

    package static var recordType: RecordType { .fileInfo }

    package func write(to arguments: inout CallArguments) {
        arguments.text(serverName)
        arguments.text(fileID)
        arguments.flag(isURLCache)
        arguments.record(thumbnail)
    }
}

/// A smaller picture of a media file.
public struct Thumbnail: Sendable, ArgumentRecord {
    public var width: Int64
    public var height: Int64
    /// `crop` or `scale`.
    public var method: String
    /// `image/png`.
    public var type: String
    /// In bytes.
    public var length: Int64?

    public init(width: Int64, height: Int64, method: String, type: String, length: Int64? = nil) {
        (self.width, self.height) = (width, height)
        (self.method, self.type, self.length) = (method, type, length)
    }

    package static var recordType: RecordType { .thumbnail }

    package func write(to arguments: inout CallArguments) {
        arguments.integer(width)
        arguments.integer(height)
        arguments.text(method)
        arguments.text(type)
        arguments.maybeInteger(length)
    }
}
