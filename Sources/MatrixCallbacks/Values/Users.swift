public import JSONText

/// Who makes a request.
public struct Requester: Sendable, ArgumentRecord {
    public var user: String
    public var accessTokenID: Int64?
    public var isGuest: Bool
    /// A list of strings.
    public var scope: JSON
    public var isShadowBanned: Bool
    public var deviceID: String?
    public var appServiceID: String?
    /// Differs from the user when an admin acts for them.
    public var authenticatedEntity: String?

    public init(
        user: String, accessTokenID: Int64? = nil, isGuest: Bool = false, scope: JSON = JSON([]),
        isShadowBanned: Bool = false, deviceID: String? = nil, appServiceID: String? = nil,
        authenticatedEntity: String? = nil
    ) {
        (self.user, self.accessTokenID, self.isGuest, self.scope) = (user, accessTokenID, isGuest, scope)
        (self.isShadowBanned, self.deviceID) = (isShadowBanned, deviceID)
        (self.appServiceID, self.authenticatedEntity) = (appServiceID, authenticatedEntity)
    }

    package static var recordType: RecordType { .requester }

    package func write(to arguments: inout CallArguments) {
        arguments.text(user)
        arguments.maybeInteger(accessTokenID)
        arguments.flag(isGuest)
        arguments.json(scope)
        arguments.flag(isShadowBanned)
        arguments.text(deviceID)
        arguments.text(appServiceID)
        arguments.text(authenticatedEntity)
    }
}

/// An entry of the user directory.
public struct UserProfile: Sendable, ArgumentRecord {
    public var userID: String
    public var displayName: String?
    public var avatarURL: String?

    public init(userID: String, displayName: String? = nil, avatarURL: String? = nil) {
        (self.userID, self.displayName, self.avatarURL) = (userID, displayName, avatarURL)
    }

    package static var recordType: RecordType { .userProfile }

    package func write(to arguments: inout CallArguments) {
        arguments.text(userID)
        arguments.text(displayName)
        arguments.text(avatarURL)
    }
}

/// A profile after a change.
public struct ProfileInfo: Sendable, ArgumentRecord {
    public var avatarURL: String?
    public var displayName: String?

    public init(avatarURL: String? = nil, displayName: String? = nil) {
        (self.avatarURL, self.displayName) = (avatarURL, displayName)
    }

    package static var recordType: RecordType { .profileInfo }

    package func write(to arguments: inout CallArguments) {
        arguments.text(avatarURL)
        arguments.text(displayName)
    }
}

/// One connection that took part in a registration or a login.
public struct Connection: Sendable, ArgumentRecord {
    public var userAgent: String?
    public var ip: String

    public init(userAgent: String?, ip: String) { (self.userAgent, self.ip) = (userAgent, ip) }

    package static var recordType: RecordType { .connection }

    package func write(to arguments: inout CallArguments) {
        arguments.text(userAgent)
        arguments.text(ip)
    }
}
